import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compile } from "../../src/compiler/compile.ts";
import { SourceText } from "../../src/source/source-text.ts";

/** The phrase book and the page of slips: each of their lines stands in the small measure at the end of its page. */

const blocks = (page: string): { readonly of: string; readonly text: string }[] =>
  [...readFileSync(`docs/guide/${page}`, "utf8").matchAll(/^```banfa (\w+)\n([\s\S]*?)\n```$/gm)].map(
    (m) => ({
      of: m[1]!,
      text: m[2]!,
    }),
  );

function errors(page: string, lines: string): string[] {
  const frame = blocks(page).find((b) => b.of === "frame")!.text;
  const text = frame.replace("  …", () => lines.replace(/^/gm, "  "));
  const { problems } = compile(new SourceText("page.banfa", text));
  return problems.filter((p) => p.severity === "error").map((p) => p.code);
}

describe("the phrase book", () => {
  it.each(blocks("phrases.zh-CN.md").filter((b) => b.of === "phrase"))("$text", ({ text }) => {
    expect(errors("phrases.zh-CN.md", text)).toEqual([]);
  });
});

describe("the page of slips", () => {
  it.each(blocks("slips.zh-CN.md").filter((b) => b.of !== "frame"))("$of: $text", ({ of, text }) => {
    expect(errors("slips.zh-CN.md", text)).toEqual(of === "right" ? [] : [of]);
  });
});

it.each(["phrases", "slips"])("%s say the same in both languages", (name) => {
  expect(blocks(`${name}.md`)).toEqual(blocks(`${name}.zh-CN.md`));
  expect(blocks(`${name}.md`).length).toBeGreaterThan(20);
});
