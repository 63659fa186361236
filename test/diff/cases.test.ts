import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compile } from "../../src/compiler/compile.ts";
import { diffMeasures } from "../../src/diff/diff.ts";
import { diffHtml } from "../../src/diff/render/html.ts";
import { diffMarkdown } from "../../src/diff/render/markdown.ts";
import { type Report, reportJson } from "../../src/diff/report.ts";
import { DIRECTION_WORDS, KIND_WORDS, LEVEL_WORDS, nameOf, sentence } from "../../src/diff/sentences.ts";
import type { MeasureDiff, Version } from "../../src/diff/types.ts";
import { SourceText } from "../../src/source/source-text.ts";

/**
 * Every folder below test/cases/diff holds `old.banfa` and `new.banfa`; `expected.txt` says in both languages what
 * differs, `expected.json` is the published form. In `good` both versions compile, in `bad` one has errors.
 * `npx vitest run test/diff --update` writes what is said now; read it before you commit it.
 */
const root = "test/cases/diff";

function version(path: string): Version {
  const source = new SourceText(path.split("/").at(-1)!, readFileSync(path, "utf8"));
  const { file, measure } = compile(source);
  return { source, file, measure };
}

function told(d: MeasureDiff): string {
  const lines = [`${d.basis} ${d.level ?? "-"} ${d.direction}`];
  for (const c of d.changes) {
    for (const l of ["zh", "en"] as const) {
      const words = [KIND_WORDS[c.kind][l], LEVEL_WORDS[c.level][l], DIRECTION_WORDS[c.direction][l]].join(
        " · ",
      );
      lines.push(`${nameOf(c, l)}: ${words}`, ...c.parts.map((p) => `  ${sentence(p, l)}`));
    }
  }
  return `${lines.join("\n")}\n`;
}

describe.each(["good", "bad"])("%s", (sort) => {
  it.each(readdirSync(join(root, sort)).sort())("%s", async (name) => {
    const place = join(root, sort, name);
    const [before, after] = [version(join(place, "old.banfa")), version(join(place, "new.banfa"))];
    expect(before.measure !== null && after.measure !== null).toBe(sort === "good");
    const diff = diffMeasures(before, after);
    await expect(told(diff)).toMatchFileSnapshot(`../cases/diff/${sort}/${name}/expected.txt`);
    const errors: [number, number] = [before.measure ? 0 : 1, after.measure ? 0 : 1];
    const file = { status: "changed", oldPath: "old.banfa", newPath: "new.banfa", diff, errors } as const;
    const report: Report = {
      old: "old.banfa",
      new: "new.banfa",
      files: [file],
      approved: new Set(),
      language: "zh",
    };
    const json = `${JSON.stringify(reportJson(report), null, 2)}\n`;
    await expect(json).toMatchFileSnapshot(`../cases/diff/${sort}/${name}/expected.json`);
    // No text of a measure becomes markup.
    for (const page of [diffHtml(report), diffMarkdown(report)])
      expect(page).not.toMatch(/<(?:script|img|b onload)/i);
  });
});
