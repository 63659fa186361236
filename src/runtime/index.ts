/**
 * What a compiled measure needs to run: no compiler, no dependencies.
 *
 * @packageDocumentation
 */
export type { CompiledMeasure } from "./abi.ts";
export type { CodedColumn, ColumnsIn, ColumnsOut, InputColumn, ScaledColumn } from "./columnar.ts";
export { REASON_BITS } from "./columnar.ts";
export type { EvaluationContext } from "./evaluate.ts";
export type { ExplainLanguage } from "./explain.ts";
export type { FactProblem, RawCohort } from "./facts.ts";
export { helpers } from "./helpers.ts";
export { CohortOutcomes, Evaluator, type Facts, type OneContext } from "./measure.ts";
export { Outcome } from "./outcome.ts";
export type { Question } from "./questions.ts";
export type * from "./result.ts";
