import { describe, expect, it } from "vitest";
import { compare } from "../../src/cli/case-check.ts";
import { load } from "../../src/compiler/emit/load.ts";
import type { Measure } from "../../src/compiler/ir/ir.ts";
import type { TestCase } from "../../src/data/cases.ts";
import { evaluateCohort } from "../../src/runtime/evaluate.ts";
import type { CohortResult, SubjectResult } from "../../src/runtime/result.ts";
import { comparableFromResult, diff, referenceEvaluate } from "../reference/reference.ts";
import { casesOf, han, items, measureOf, points } from "./support.ts";

/**
 * Two measures made of requirements: that they hold every provision of their text, leave open what it leaves
 * open, that their cases hold here and in the oracle, and that the cases show every side of every rule.
 */

interface Policy {
  readonly name: string;
  readonly provisions: readonly string[];
  readonly parameters: number;
}

const numbered = (article: string, count: number) => points(`${article}、`, count);

const POLICIES: readonly Policy[] = [
  {
    name: "yanglousi",
    provisions: [
      ...Array.from({ length: 8 }, (_, i) => han(i + 1)),
      ...numbered("二", 4),
      ...numbered("三", 2),
      ...items("四", 2),
      ...points("四(一)", 7),
      ...points("四(二)", 5),
      ...items("五", 3),
      ...numbered("六", 5),
      ...numbered("七", 2),
    ],
    parameters: 15,
  },
  {
    name: "jiange",
    provisions: ["0", "1", "1.1", "1.2", "1.3", "1.4", "2", "3", "4", "5", "5.1", "5.2", "5.3"].map(
      (n) => `〔${n}〕`,
    ),
    parameters: 2,
  },
];

describe.each(POLICIES)("policies/$name", (policy) => {
  const path = `policies/${policy.name}/measure.banfa`;
  const measure = measureOf(path);
  const { cases, problems } = casesOf(`policies/${policy.name}/cases.yaml`, measure);
  const compiled = load(measure);
  const results = cases.map((test) => evaluateCohort(compiled, test.cohort, contextOf(test)).result);

  it("has every provision under its own number, and no other", () => {
    const cites = measure.outline.map((entry) => measure.citations[entry.cite]!.text);
    expect([...cites].sort()).toEqual([...policy.provisions].sort());
  });

  it("leaves open what the text leaves open", () => {
    expect(measure.parameters).toHaveLength(policy.parameters);
    expect(measure.parameters.filter((p) => p.value !== null)).toEqual([]);
  });

  it("reads its cases without a problem", () => {
    expect(problems).toEqual([]);
  });

  it.each(cases.map((c, i) => [c.name, c, results[i]!] as const))("%s", (_, test, result) => {
    for (const expected of test.expectations) {
      const actual = result.subjects.find((s) => s.kind === expected.kind && s.id === expected.id);
      expect(actual && compare(expected, actual), `${expected.kind} ${expected.id}`).toEqual([]);
    }
  });

  it("means the same to the oracle, case by case", () => {
    for (const [i, test] of cases.entries()) {
      const slow = referenceEvaluate(measure, test.cohort, contextOf(test));
      expect(diff(slow, comparableFromResult(results[i]!)), test.name).toEqual([]);
    }
  });

  it("every clause and list item is met by a case and missed by another", () => {
    const all = results.flatMap((r) => r.subjects);
    for (const { kind, cite, condition } of reasonsOf(measure)) {
      const ours = all.filter((s) => s.kind === kind);
      const fires = (s: SubjectResult) => s.clauses.some((c) => c.cite === cite && c.condition === condition);
      expect(ours.some(fires), `${kind} ${cite} ${condition}`).toBe(true);
      expect(
        ours.some((s) => !fires(s) && !s.undetermined.some((u) => u.cite === cite)),
        `not ${kind} ${cite} ${condition}`,
      ).toBe(true);
    }
  });

  it("every requirement is met, and not met, in the cases", () => {
    for (const { cite, subject, text } of measure.requirements) {
      const statuses = findings(results, measure.subjects[subject]!.name).filter(
        (f) => f.cite === measure.citations[cite]!.text && f.requirement === text,
      );
      const seen = new Set(statuses.map((f) => f.status));
      expect(seen, `${measure.citations[cite]!.text} ${text}`).toContain("met");
      expect(seen, `${measure.citations[cite]!.text} ${text}`).toContain("not-met");
    }
  });
});

describe("policies without their parameters", () => {
  it.each(POLICIES.map((p) => p.name))("%s can be applied, and says what waits for them", (name) => {
    const measure = measureOf(`policies/${name}/measure.banfa`);
    const { cases } = casesOf(`policies/${name}/cases.yaml`, measure);
    const compiled = load(measure);
    const waiting = new Set<string>();
    for (const test of cases) {
      const { result } = evaluateCohort(compiled, test.cohort, { ...contextOf(test), parameters: {} });
      for (const s of result.subjects)
        for (const u of s.undetermined)
          for (const because of u.because) if (because.kind === "open-parameter") waiting.add(because.name);
    }
    // What a consequence carries as its argument stays 待定 there and holds nothing else up.
    const figures = ["整改期限", "专项奖励金额"];
    const expected = measure.parameters.map((p) => p.name).filter((p) => !figures.includes(p));
    expect([...waiting].filter((p) => !figures.includes(p)).sort()).toEqual(expected.sort());
  });
});

const contextOf = (test: TestCase) => ({
  year: test.year,
  ...(test.date === null ? {} : { date: test.date }),
  parameters: test.parameters.values,
  ...(test.history === null ? {} : { history: test.history }),
});

/** A clause is told by its citation and, where several share one, by its condition. */
function reasonsOf(measure: Measure) {
  return measure.clauses.flatMap((c) =>
    c.reasons.map((r) => ({
      kind: measure.subjects[c.subject]!.name,
      cite: measure.citations[r.cite]!.text,
      condition: r.text,
    })),
  );
}

const findings = (results: readonly CohortResult[], kind: string) =>
  results.flatMap((r) => r.subjects.filter((s) => s.kind === kind).flatMap((s) => s.findings));
