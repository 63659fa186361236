import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { renderProblem } from "../../src/diagnostics/render.ts";
import { parse } from "../../src/parser/parse.ts";
import { SourceText } from "../../src/source/source-text.ts";
import { outline } from "./outline.ts";

/** One folder per case: input.banfa beside ast.txt (good) or problems.txt (bad). Run with -u to rewrite a golden, then read it. */
const root = join(import.meta.dirname, "../cases/parser");

function cases(kind: string): string[] {
  const folder = join(root, kind);
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}

function load(kind: string, name: string): SourceText {
  return new SourceText("input.banfa", readFileSync(join(root, kind, name, "input.banfa"), "utf8"));
}

/** What is said, in both languages, with the lines it is about. */
function problemsOf(source: SourceText): string {
  return parse(source)
    .problems.map((p) =>
      (["zh", "en"] as const).map((language) => `${renderProblem(p, source, { language })}\n`).join("\n"),
    )
    .join("\n");
}

describe("measures that read", () => {
  for (const name of cases("good"))
    test(name, async () => {
      const source = load("good", name);
      expect(problemsOf(source)).toBe("");
      await expect(outline(parse(source).file)).toMatchFileSnapshot(join(root, "good", name, "ast.txt"));
    });
});

describe("slips and their messages", () => {
  for (const name of cases("bad"))
    test(name, async () => {
      const source = load("bad", name);
      await expect(problemsOf(source)).toMatchFileSnapshot(join(root, "bad", name, "problems.txt"));
    });
});
