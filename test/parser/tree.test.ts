import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { childrenOf, type Node, pathTo, walk } from "../../src/parser/children.ts";
import { parse } from "../../src/parser/parse.ts";
import { grammar } from "../../src/parser/reader.ts";
import { spelling } from "../../src/parser/spelling.ts";
import { SourceText } from "../../src/source/source-text.ts";

const root = join(import.meta.dirname, "../cases/parser/good");
const files = readdirSync(root).map((name) => readFileSync(join(root, name, "input.banfa"), "utf8"));

/** Every object with a `kind` and a `span` anywhere below a value. */
function allNodes(value: unknown, out: unknown[] = []): unknown[] {
  if (typeof value !== "object" || value === null) return out;
  if ("kind" in value && "span" in value) out.push(value);
  for (const inner of Object.values(value)) allNodes(inner, out);
  return out;
}

describe("the tree", () => {
  test("is reached whole by walking", () => {
    for (const text of files) {
      const { file } = parse(new SourceText("m", text));
      const seen = new Set<Node>();
      walk(file, (node) => {
        seen.add(node);
        return undefined;
      });
      expect(seen).toEqual(new Set(allNodes(file)));
    }
  });

  test("has spans inside the text, in order, that cover what they stand for", () => {
    for (const text of files) {
      const { file } = parse(new SourceText("m", text));
      walk(file, (node) => {
        expect(node.span.start).toBeLessThanOrEqual(node.span.end);
        expect(node.span.end).toBeLessThanOrEqual(text.length);
        const written = text.slice(node.span.start, node.span.end).normalize("NFKC");
        if (node.kind === "name" && !/^[a-z_]+$/.test(written)) {
          expect(written.replace(/[「」“”]/g, "")).toBe(node.text);
        }
        for (const child of childrenOf(node)) expect(child).not.toBe(node);
        return undefined;
      });
    }
  });

  test("tells what stands at an offset", () => {
    const text = "办法 甲\n第一条 得分 低于60分 的,评为 不称职\n";
    const { file } = parse(new SourceText("m", text));
    const kinds = pathTo(file, text.indexOf("不称职") + 1).map((n) => n.kind);
    expect(kinds).toEqual(["file", "section", "conditional", "grade-effect", "name"]);
  });

  test("does not depend on widths, line ends, indentation or the language of keywords", () => {
    const zh = readFileSync(join(root, "guangxi/input.banfa"), "utf8");
    const strip = (t: string) =>
      JSON.stringify(parse(new SourceText("m", t)).file.body, (k, v) => (k === "span" ? undefined : v));
    const wide = zh.replace(/[,:()]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
    const text = (s: string) => s.replace(/（/g, "(").replace(/）/g, ")");
    expect(text(strip(wide))).toBe(strip(zh));
    expect(strip(zh.replace(/\n/g, "\r\n"))).toBe(strip(zh));
    expect(strip(zh.replace(/^ +/gm, ""))).toBe(strip(zh));
  });
});

describe("the two languages", () => {
  /** The tree without spans, and without the text of a deadline, which is kept as written. */
  const bare = (t: string) =>
    JSON.stringify(parse(new SourceText("m", t)).file.body, (k, v) =>
      k === "span" ? undefined : k === "deadline" ? { ...v, text: "" } : v,
    );

  /** The text with every keyword in one language; spaces part what English would run together. */
  function converted(text: string, language: "zh" | "en"): string {
    let out = "";
    let at = 0;
    for (const token of parse(new SourceText("m", text)).lines.flatMap((l) => l.tokens)) {
      const spelled = spelling(token, language);
      if (spelled === undefined || spelled === text.slice(token.span.start, token.span.end)) continue;
      out += `${text.slice(at, token.span.start)} ${spelled} `;
      at = token.span.end;
    }
    return out + text.slice(at);
  }

  for (const [i, text] of files.entries())
    test(`say the same (${readdirSync(root)[i]})`, () => {
      const english = converted(text, "en");
      expect(parse(new SourceText("m", english)).problems).toEqual([]);
      expect(bare(english)).toBe(bare(text));
      expect(bare(converted(english, "zh"))).toBe(bare(text));
    });
});

describe("the grammar", () => {
  test("is LL(2) without an ambiguity", () => {
    // Building it runs chevrotain's analysis, which throws on any.
    expect(() => grammar()).not.toThrow();
  });
});
