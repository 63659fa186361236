import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compile } from "../../src/compiler/compile.ts";
import { SourceText } from "../../src/source/source-text.ts";
import { pageNames } from "./pages.ts";

/**
 * The phrase book and the page of slips: each of their lines stands in the small measure at the end of its page. In the
 * phrase book a `whole` measure stands by itself and a `layer` builds on that small measure; the word behind names the
 * page of the language reference that explains the construct.
 */

interface Block {
  readonly of: string;
  readonly about: string | undefined;
  readonly text: string;
}

const blocks = (page: string): readonly Block[] =>
  [
    ...readFileSync(`docs/guide/${page}`, "utf8").matchAll(/^```banfa (\w+)(?: (\S+))?\n([\s\S]*?)\n```$/gm),
  ].map((m) => ({ of: m[1]!, about: m[2], text: m[3]! }));

const frameOf = (page: string, lines: string): string =>
  blocks(page)
    .find((b) => b.of === "frame")!
    .text.replace("  …", () => lines.replace(/^/gm, "  "));

function errors(page: string, lines: string): string[] {
  return said(frameOf(page, lines));
}

function said(text: string, base?: string): string[] {
  const resolve = (path: string) => (base === undefined ? null : { path, text: base });
  const { problems } = compile(new SourceText("page.banfa", text), { resolve });
  return problems.filter((p) => p.severity === "error").map((p) => p.code);
}

describe("the phrase book", () => {
  const page = "phrases.zh-CN.md";
  const all = blocks(page).filter((b) => b.of !== "frame");

  it.each(all)("$text", ({ of, text }) => {
    if (of === "phrase") expect(errors(page, text)).toEqual([]);
    else expect(said(text, of === "layer" ? frameOf(page, "宣示") : undefined)).toEqual([]);
  });

  it("has a phrase for every construct of the language reference", () => {
    // Tables of words, and what no regulation writes.
    const none = ["README", "keywords", "units"];
    const constructs = pageNames
      .filter((n) => !n.endsWith(".zh-CN.md"))
      .map((n) => n.replace(/\.md$/, ""))
      .filter((n) => !none.includes(n))
      .sort();
    expect([...new Set(all.map((b) => b.about))].sort()).toEqual(constructs);
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
