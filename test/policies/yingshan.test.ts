import { describe, expect, it } from "vitest";
import { compare } from "../../src/cli/case-check.ts";
import { load } from "../../src/compiler/emit/load.ts";
import type { TestCase } from "../../src/data/cases.ts";
import { evaluateCohort } from "../../src/runtime/evaluate.ts";
import { comparableFromResult, diff, referenceEvaluate } from "../reference/reference.ts";
import { casesOf, measureOf } from "./support.ts";

/** Yingshan: a bulletin without figures. What it leaves open must stay open, and be named. */

const path = "policies/yingshan/measure.banfa";
const measure = measureOf(path);
const compiled = load(measure);
const { cases, problems } = casesOf("policies/yingshan/cases.yaml", measure);

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

describe("policies/yingshan", () => {
  it("reads its cases without a problem", () => {
    expect(problems).toEqual([]);
  });

  it("has every section of the bulletin under its editorial number", () => {
    expect(measure.outline.map((o) => measure.citations[o.cite]!.text)).toEqual(
      ["0", "1", "1.1", "1.2", "1.3", "2", "2.1", "2.2", "2.3", "3", "3.1", "3.2", "3.3"].map(
        (n) => `〔${n}〕`,
      ),
    );
  });

  it("sets no figure that the bulletin does not give", () => {
    expect(measure.parameters.filter((p) => p.value !== null)).toEqual([]);
    expect(measure.draws.map((d) => [d.share, d.amount.num])).toEqual([[false, 15n]]);
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

  it("names the open weights of the panel as what is missing", () => {
    const test = named("没有权重的测评,得分和等次待定,列出缺的权重");
    const { result } = evaluateCohort(compiled, test.cohort, contextOf(test));
    const grade = result.subjects[0]!.undetermined.find((u) => u.what === "grade");
    const missing = grade?.because.map((c) => (c.kind === "open-parameter" ? c.name : c.kind));
    expect(missing?.sort()).toEqual(
      ["考核组成员", "乡镇分管领导", "其他第一书记"].map((r) => `现场评议·${r}权重`).sort(),
    );
  });
});
