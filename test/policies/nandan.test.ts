import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compare } from "../../src/cli/case-check.ts";
import { compile } from "../../src/compiler/compile.ts";
import { load } from "../../src/compiler/emit/load.ts";
import type { TestCase } from "../../src/data/cases.ts";
import { evaluateCohort } from "../../src/runtime/evaluate.ts";
import type { SubjectResult } from "../../src/runtime/result.ts";
import { SourceText } from "../../src/source/source-text.ts";
import { comparableFromResult, diff, referenceEvaluate } from "../reference/reference.ts";
import { casesOf, han, items, measureOf, root } from "./support.ts";

/** Nandan: two ladders of circular criticism, a grade that is raised, lowered and capped, open amounts. */

const path = "policies/nandan/measure.banfa";
const measure = measureOf(path);
const compiled = load(measure);
const { cases, problems } = casesOf("policies/nandan/cases.yaml", measure);

const contextOf = (test: TestCase) => ({
  year: test.year,
  ...(test.date === null ? {} : { date: test.date }),
  parameters: test.parameters.values,
  ...(test.history === null ? {} : { history: test.history }),
});

const named = (name: string): TestCase => {
  const found = cases.find((c) => c.name === name);
  if (found === undefined) throw new Error(name);
  return found;
};

/** The measure with one text replaced by another. */
function variant(from: string, to: string) {
  const text = readFileSync(join(root, path), "utf8");
  expect(text).toContain(from);
  const { measure: changed } = compile(new SourceText("variant.banfa", text.replaceAll(from, to)));
  return load(changed!);
}

function subject(test: TestCase, id: string, program = compiled): SubjectResult {
  const { result } = evaluateCohort(program, test.cohort, contextOf(test));
  return result.subjects.find((s) => s.id === id)!;
}

const saying = (s: SubjectResult): string[] => s.consequences.map((c) => `${c.target}:${c.action}`);

describe("policies/nandan", () => {
  it("reads its cases without a problem", () => {
    expect(problems).toEqual([]);
  });

  it("has every article, item and rung under its own number", () => {
    const cites = measure.citations.map((c) => c.text);
    const articles = Array.from({ length: 19 }, (_, i) => `第${han(i + 1)}条`);
    expect(cites).toEqual(expect.arrayContaining(articles));
    for (const [article, count] of [
      ["第七条", 3],
      ["第九条", 2],
      ["第十条", 7],
      ["第十一条", 3],
      ["第十二条", 4],
    ] as const)
      expect(cites).toEqual(expect.arrayContaining(items(article, count)));
    expect(cites).toContain("第十二条末款");
  });

  it("sets no figure that the regulation does not give", () => {
    expect(measure.parameters.filter((p) => p.value !== null)).toEqual([]);
  });

  it.each(cases.map((c) => [c.name, c] as const))("%s", (_, test) => {
    const { result, problems: wrong } = evaluateCohort(compiled, test.cohort, contextOf(test));
    expect(wrong.filter((p) => p.kind !== "missing")).toEqual([]);
    for (const expected of test.expectations) {
      const actual = result.subjects.find((s) => s.kind === expected.kind && s.id === expected.id);
      expect(actual && compare(expected, actual), `${expected.kind} ${expected.id}`).toEqual([]);
    }
    const slow = referenceEvaluate(measure, test.cohort, contextOf(test));
    expect(diff(slow, comparableFromResult(result))).toEqual([]);
  });

  it("every clause fires in a case and is certainly silent in another", () => {
    const seen = cases.flatMap(
      (test) => evaluateCohort(compiled, test.cohort, contextOf(test)).result.subjects,
    );
    const silent = measure.clauses.flatMap((clause) => {
      const cite = measure.citations[clause.cite]!.text;
      const kind = measure.subjects[clause.subject]!.name;
      const reasons = clause.reasons.map((r) => measure.citations[r.cite]!.text);
      return reasons
        .filter((r) => {
          const ours = seen.filter((s) => s.kind === kind);
          const fired = (s: SubjectResult) => s.clauses.some((c) => c.cite === r);
          return !ours.some(fired) || !ours.some((s) => s.undetermined.length === 0 && !fired(s));
        })
        .map((r) => `${kind} ${cite} ${r}`);
    });
    expect(silent).toEqual([]);
  });

  it("would punish more notices less if higher rungs replaced lower ones", () => {
    const replacing = variant("逐级累加", "就高");
    const three = named("3次的降为三等,低两级的处理也在");
    expect(saying(subject(three, "A"))).toContain("驻村第一书记:召回");
    expect(saying(subject(three, "A", replacing))).not.toContain("驻村第一书记:召回");
    const one = named("两个次数 市1县0,到第一级");
    const two = named("两个次数 市2县0,到第二级");
    expect(saying(subject(one, "A", replacing))).toContain("分管领导:约谈");
    expect(saying(subject(two, "A", replacing))).not.toContain("分管领导:约谈");
    expect(saying(subject(two, "A"))).toContain("分管领导:约谈");
  });

  it("adds to what a lower rung does: consequences only grow with the count", () => {
    const counts = [
      "两个次数 市1县0,到第一级",
      "两个次数 市2县0,到第二级",
      "两个次数 市3县0,到第三级,召回和降奖",
    ];
    const said = counts.map((name) => new Set(saying(subject(named(name), "A"))));
    for (const [i, lower] of said.slice(0, -1).entries())
      expect([...lower].filter((c) => !said[i + 1]!.has(c))).toEqual([]);
  });

  it("spares the objector, and only under Article 12", () => {
    const spared = subject(named("反对者免予喂给年度考核的条款,单位的等次仍降为三等"), "A");
    expect(spared.consequences.filter((c) => c.targetIds.includes("分管一"))).toEqual([]);
    const elsewhere = subject(named("反对者不因末款免予第十一条的惩处"), "A");
    expect(saying(elsewhere)).toContain("分管领导:约谈");
  });

  it("marks what may be mitigated, with the clause that allows it", () => {
    const softened = subject(named("决定减轻的,等次照降,第九条的后果列明可以减轻"), "A");
    expect(softened.consequences.length).toBeGreaterThan(0);
    for (const c of softened.consequences) expect(c.mitigation).toEqual(["第十七条"]);
    const plain = subject(named("贫困村不达标的帮扶单位降低一个等次,责任人逐项处理,期限有截止日"), "A");
    for (const c of plain.consequences) expect(c.mitigation).toEqual([]);
  });
});
