import { expect } from "vitest";
import { compile } from "../../src/compiler/compile.ts";
import type { Measure } from "../../src/compiler/ir/ir.ts";
import type { Evaluation, EvaluationContext } from "../../src/runtime/evaluate.ts";
import type { RawCohort } from "../../src/runtime/facts.ts";
import { SourceText } from "../../src/source/source-text.ts";
import { comparableFromResult, diff, referenceEvaluate } from "../reference/reference.ts";
import { evaluate } from "./run.ts";

/** The measure of a text that must be free of errors. */
export function measureOfText(text: string): Measure {
  const { measure, problems } = compile(new SourceText("input.banfa", text));
  expect(problems.filter((p) => p.severity === "error").map((p) => p.code)).toEqual([]);
  return measure!;
}

/** Evaluates with both programs and the oracle, which must all agree. */
export function evaluateChecked(
  measure: Measure,
  cohort: RawCohort,
  context: Partial<EvaluationContext> = {},
): Evaluation {
  const evaluation = evaluate(measure, cohort, context);
  const slow = referenceEvaluate(measure, cohort, { year: 2018, ...context });
  expect(diff(slow, comparableFromResult(evaluation.result))).toEqual([]);
  return evaluation;
}
