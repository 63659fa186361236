import { expect } from "vitest";
import { load } from "../../src/compiler/emit/load.ts";
import type { Measure } from "../../src/compiler/ir/ir.ts";
import { type Evaluation, type EvaluationContext, evaluateCohort } from "../../src/runtime/evaluate.ts";
import type { RawCohort } from "../../src/runtime/facts.ts";
import type { SubjectResult } from "../../src/runtime/result.ts";

/** Evaluates with both programs, which must agree wherever the strict one can run. */
export function evaluate(
  measure: Measure,
  cohort: RawCohort,
  context: Partial<EvaluationContext> = {},
): Evaluation {
  const compiled = load(measure);
  const given = { year: 2018, ...context };
  const auto = evaluateCohort(compiled, cohort, given);
  const open = evaluateCohort(compiled, cohort, given, "open");
  expect(JSON.parse(JSON.stringify(auto.result))).toEqual(JSON.parse(JSON.stringify(open.result)));
  return auto;
}

export const subjectsOf = (e: Evaluation): readonly SubjectResult[] => e.result.subjects;
export const values = (e: Evaluation, name: string): unknown[] =>
  e.result.subjects.map((s) => s.values[name]);
export const grades = (e: Evaluation, name: string): (string | null)[] =>
  e.result.subjects.map((s) => s.grades[name]!.grade);
export const possible = (e: Evaluation, name: string): (readonly string[])[] =>
  e.result.subjects.map((s) => s.grades[name]!.possible);
