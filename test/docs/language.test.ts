import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { compare } from "../../src/cli/case-check.ts";
import { compile } from "../../src/compiler/compile.ts";
import { load } from "../../src/compiler/emit/load.ts";
import type { Measure } from "../../src/compiler/ir/ir.ts";
import { readCases, resolveCases } from "../../src/data/cases.ts";
import { CHINA } from "../../src/data/holidays.ts";
import { dataSchemaOf } from "../../src/facts/data-schema.ts";
import { evaluateCohort } from "../../src/runtime/evaluate.ts";
import { SourceText } from "../../src/source/source-text.ts";
import { withoutIncidental } from "../open-points.ts";
import { refreshed } from "./generated.ts";
import { blocksOf, type Example, examplesOf, folder, pageNames, readPage } from "./pages.ts";

/**
 * The language reference cannot say what is not so: every example on it is compiled, and every stated
 * outcome is computed. Both languages show the same examples.
 */

const scratch = mkdtempSync(join(tmpdir(), "banfa-docs-"));
afterAll(() => rmSync(scratch, { recursive: true }));

const LONGEST = 120;

describe.each(pageNames)("docs/language/%s", (name) => {
  const page = readPage(name);

  it("checks its examples as it says", () => {
    for (const example of examplesOf(page)) expectFindings(example, name);
  });

  it("computes the outcomes it states", () => {
    for (const example of examplesOf(page))
      for (const [index, stated] of example.cases.entries()) {
        const { measure } = compile(new SourceText(name, example.text), { resolve: onPage(name) });
        if (measure === null) throw new Error(`${name}:${example.line} has a case but does not compile`);
        expect(differencesOf(measure, stated.text, `${name}-${index}`), `${name}:${stated.line}`).toEqual([]);
      }
  });

  it("is short, and its links lead somewhere", () => {
    const generated = page.includes("<!-- generated");
    if (!generated) expect(page.split("\n").length).toBeLessThanOrEqual(LONGEST);
    const text = page.replace(/^```[\s\S]*?^```$/gm, "").replace(/`[^`\n]*`/g, "");
    for (const [, target] of text.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g))
      if (!target!.startsWith("http")) expect(existsSync(join(folder, target!)), target!).toBe(true);
  });
});

describe("generated parts", () => {
  it.each(pageNames.filter((n) => readPage(n).includes("<!-- generated")))("%s", async (name) => {
    const language = name.endsWith(".zh-CN.md") ? "zh" : "en";
    await expect(refreshed(readPage(name), language)).toMatchFileSnapshot(join(folder, name));
  });
});

describe("the language reference", () => {
  const english = pageNames.filter((n) => !n.endsWith(".zh-CN.md"));
  const constructs = english.filter((n) => n !== "README.md");

  it("has every page in both languages, with the same examples", () => {
    const chinese = pageNames.filter((n) => n.endsWith(".zh-CN.md"));
    expect(chinese.map((n) => n.replace(".zh-CN", ""))).toEqual(english);
    const shown = (name: string) => blocksOf(readPage(name)).filter((b) => /^(banfa|yaml)/.test(b.info));
    for (const name of english) {
      const other = shown(name.replace(/md$/, "zh-CN.md"));
      expect(
        other.map((b) => [b.info, b.text]),
        name,
      ).toEqual(shown(name).map((b) => [b.info, b.text]));
    }
  });

  it.each(["README.md", "README.zh-CN.md"])("%s lists every page", (index) => {
    const suffix = index.replace("README", "");
    const linked = [...readPage(index).matchAll(/\]\(([a-z-]+)(?:\.zh-CN)?\.md\)/g)].map((m) => m[1]!);
    const pages = constructs.map((n) => n.replace(".md", ""));
    expect([...new Set(linked)].sort()).toEqual(pages.sort());
    for (const page of pages) expect(readPage(index)).toContain(`(${page}${suffix})`);
  });

  it.each(constructs)("%s has a complete example", (name) => {
    if (readPage(name).includes("<!-- generated")) return;
    const complete = examplesOf(readPage(name)).filter((e) => e.expected.severity !== "error");
    expect(complete.length).toBeGreaterThan(0);
  });
});

/** What 沿用 names: the example on the page that begins with its name, `# 省/measure.banfa`. */
const onPage = (name: string) => (reference: string) => {
  const found = examplesOf(readPage(name)).find((e) => e.text.startsWith(`# ${reference}\n`));
  return found ? { path: reference, text: found.text } : null;
};

function expectFindings(example: Example, name: string): void {
  const { problems } = compile(new SourceText(name, example.text), { resolve: onPage(name) });
  const open = withoutIncidental(problems, example.expected.codes).filter((p) => p.accepted === undefined);
  const at = `${name}:${example.line}`;
  const codes = (severity: "error" | "warning") =>
    open.filter((p) => p.severity === severity).map((p) => p.code);
  const { severity, codes: stated } = example.expected;
  expect(codes("error"), at).toEqual(severity === "error" ? stated : []);
  if (severity !== "error") expect(codes("warning").sort(), at).toEqual([...stated].sort());
}

/** What a stated case and the computed result differ in, in words. The year is 2024 unless the case says. */
function differencesOf(measure: Measure, text: string, file: string): string[] {
  const path = join(scratch, `${file}.yaml`);
  const indented = text.replace(/^(?=.)/gm, "    ");
  writeFileSync(path, `defaults: { year: 2024 }\ncases:\n  - name: example\n${indented}`);
  const read = readCases(path);
  if (read.file === null) return read.problems.map((p) => `${p.code} ${JSON.stringify(p.parameters)}`);
  const { cases, problems } = resolveCases(read.file, dataSchemaOf(measure));
  const found = problems.map((p) => `${p.code} ${JSON.stringify(p.parameters)}`);
  for (const test of cases) {
    const { result } = evaluateCohort(load(measure), test.cohort, {
      year: test.year,
      period: test.period,
      calendar: CHINA,
      ...(test.date === null ? {} : { date: test.date }),
      parameters: test.parameters.values,
      ...(test.history === null ? {} : { history: test.history }),
    });
    if (test.expectations.length === 0) found.push("the case expects nothing");
    for (const expected of test.expectations) {
      const actual = result.subjects.find((s) => s.kind === expected.kind && s.id === expected.id);
      if (actual === undefined) found.push(`${expected.id} has no result`);
      for (const d of actual === undefined ? [] : compare(expected, actual))
        found.push(`${expected.id} ${d.what} ${d.name}: ${d.expected} expected, got ${d.actual}`);
    }
  }
  return found;
}
