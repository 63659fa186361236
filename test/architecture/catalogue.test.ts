import ts from "typescript";
import { describe, expect, it } from "vitest";
import { catalogue, lookUp } from "../../src/diagnostics/catalogue/index.ts";
import type { CatalogueEntry, Wording } from "../../src/diagnostics/message.ts";
import { filesUnder, read, sources, treeOf } from "./sources.ts";

const entries = Object.entries(catalogue) as [string, CatalogueEntry][];
const families = filesUnder("src/diagnostics/catalogue", /\.ts$/).filter((f) => !f.endsWith("/index.ts"));

/** Without the suffix of a parameter that is itself a text in one language (`what`, `whatEn`). */
function placeholders(w: Wording): string[] {
  return [
    ...new Set(
      [...`${w.message} ${w.help}`.matchAll(/\{(\w+)\}/g)].map((m) => m[1]!.replace(/(?:Zh|En)$/, "")),
    ),
  ].sort();
}

describe("the catalogue", () => {
  it("has every code once", () => {
    const declared = families.flatMap((f) => [...read(f).matchAll(/^ {2}(BF\d+):/gm)].map((m) => m[1]!));
    expect([...declared].sort()).toEqual([...new Set(declared)].sort());
    expect(new Set(declared)).toEqual(new Set(Object.keys(catalogue)));
  });

  it("numbers each family apart", () => {
    for (const family of families) {
      const text = read(family);
      const prefixes = new Set([...text.matchAll(/^ {2}(BF\d)\d{3}:/gm)].map((m) => m[1]!));
      expect([...prefixes].length, family).toBeLessThanOrEqual(1);
    }
  });

  it("says everything in both languages, with the same figures", () => {
    for (const [code, entry] of entries) {
      for (const language of ["zh", "en"] as const) {
        const { title, message, help } = entry[language];
        expect(
          [title, message, help].every((t) => t.trim() !== ""),
          `${code} ${language} is complete`,
        ).toBe(true);
        expect(title, `${code} title`).not.toMatch(/[{}]/);
      }
      expect(entry.zh.title, `${code} zh`).toMatch(/\p{Script=Han}/u);
      expect(placeholders(entry.zh), `${code} placeholders`).toEqual(placeholders(entry.en));
    }
  });

  it("holds no message that nobody raises", () => {
    const used = new Set(
      sources
        .filter((s) => !/^src\/diagnostics\/(?:catalogue|explanations)\//.test(s))
        .flatMap((s) => read(s).match(/\bBF\d{4}\b/g) ?? []),
    );
    expect(Object.keys(catalogue).filter((code) => !used.has(code))).toEqual([]);
  });

  it("holds only warnings for findings, for an evaluator does not wait for them", () => {
    const searches = sources.filter((s) => /^src\/compiler\/(?:findings\/|analyze\/lints\.ts$)/.test(s));
    const raised = searches.flatMap((s) =>
      [...read(s).matchAll(/problem\(\s*"(BF\d{4})"/g)].map((m) => m[1]!),
    );
    expect(raised.length).toBeGreaterThan(100);
    expect(raised.filter((code) => lookUp(code)?.severity === "error")).toEqual([]);
  });

  it("is the only place where sentences stand", () => {
    const found = sources
      .filter((s) => !/^src\/diagnostics\/(?:catalogue|explanations)\//.test(s))
      .flatMap((s) =>
        texts(s)
          .filter((t) => /\p{Script=Han}.*[。？！]/u.test(t))
          .map((t) => `${s}: ${t}`),
      );
    expect(found).toEqual([]);
  });

  it("is where English sentences stand too, but for what a command says of its own doing in both languages", () => {
    const found = sources
      .filter((s) => !/^src\/diagnostics\/(?:catalogue|explanations)\//.test(s))
      // The comment at the head of a generated module is part of the program, not said to anybody.
      .filter((s) => s !== "src/compiler/modules/evaluator-module.ts")
      .flatMap((s) =>
        texts(s, (node) => ts.isThrowStatement(node) || (s.startsWith("src/cli/") && isInTable(node)))
          .filter((t) => /[A-Za-z]{2,} [a-z]+ .*[.?!]\s*$/.test(t))
          .map((t) => `${s}: ${t}`),
      );
    expect(found).toEqual([]);
  });

  it("speaks to users; faults of ours are thrown in English", () => {
    const thrown = sources.flatMap((s) =>
      [...read(s).matchAll(/throw new \w*Error\(([^;]*)\)/g)].map((m) => `${s}: ${m[1]}`),
    );
    expect(thrown.filter((t) => /\p{Script=Han}/u.test(t))).toEqual([]);
  });
});

/** A text under `en` of a table that has `zh` beside it, or the other side of `zh ? … : …`. */
function isInTable(node: ts.Node): boolean {
  if (ts.isConditionalExpression(node)) return node.condition.getText() === "zh";
  if (!ts.isPropertyAssignment(node) || node.name.getText() !== "en") return false;
  return node.parent.properties.some((p) => p.name?.getText() === "zh");
}

/** The string and template literals of a source, without those inside nodes that are left out. */
function texts(path: string, leaveOut: (node: ts.Node) => boolean = () => false): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node) => {
    if (leaveOut(node)) return;
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
      found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(treeOf(path));
  return found;
}
