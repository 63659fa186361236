/**
 * What a compiled measure needs to run: grades, values, citations, reports, and what is undetermined because of
 * what. No compiler, no dependencies. Everything else stands in a module of its own, given the measure as an argument:
 *
 * | import | has |
 * | --- | --- |
 * | `banfa/runtime` | {@link Evaluator}: `evaluate`, `evaluateAll` |
 * | `banfa/runtime/explain` | `explain(measure, outcome, { lang })`: a result in sentences |
 * | `banfa/runtime/missing` | `missing(measure, facts, context)`: which fact to ask for next |
 * | `banfa/runtime/columns` | `evaluateColumns(measure, columns, context)`: typed arrays in and out |
 * | `banfa/runtime/full` | `FullEvaluator`: all of these as methods |
 * | `banfa/runtime/helpers` | what emitted code calls; not for people |
 *
 * A module compiled ahead of time begins with
 *
 * ```js
 * import { Evaluator } from "banfa/runtime";
 * import * as R from "banfa/runtime/helpers";
 * ```
 *
 * and of the helpers a bundler keeps those that its measure uses. What the driver needs for some measures only
 * (rankings, earlier results, lists …) is among them: the measure names it in its `parts` (see compiled.ts).
 *
 * @module banfa/runtime
 */
export type { CompiledMeasure } from "./compiled.ts";
export type { EvaluationContext } from "./context.ts";
export type { FactIssue, FactProblem, RawCohort } from "./fact-rows.ts";
export { CohortOutcomes, Evaluator, type Facts, type OneContext } from "./measure.ts";
export { Outcome, type OutcomeJson } from "./outcome.ts";
export * from "./result.ts";
export type { WorkCalendar } from "./work-calendar.ts";
