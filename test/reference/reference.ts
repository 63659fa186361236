import type { Measure } from "../../src/compiler/ir/ir.ts";
import { type Comparable, comparable } from "./comparable.ts";
import { evaluateWorld, type RawCohort, type ReferenceContext } from "./evaluate.ts";

/**
 * The oracle: what a measure means, evaluated from the comments of ir.ts alone. Start at `evaluateWorld`;
 * `expression.ts` has the meaning of a formula, `grade.ts`, `placement.ts` and `population.ts` of the rest.
 */
export function referenceEvaluate(
  measure: Measure,
  cohort: RawCohort,
  context: ReferenceContext,
): Comparable {
  return comparable(evaluateWorld(measure, cohort, context));
}

export type { Comparable, ComparableSubject } from "./comparable.ts";
export { diff } from "./diff.ts";
export { evaluateWorld, type RawCohort, type ReferenceContext } from "./evaluate.ts";
export { comparableFromResult } from "./from-result.ts";
export type { HistoryYear } from "./world.ts";
