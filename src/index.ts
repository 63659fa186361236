/**
 * The library: text of a measure → checked measure → evaluator → results. No file access, no clock, no
 * randomness; it runs in a browser as in Node.
 *
 * ```ts
 * import { compile, evaluateCohort, load, SourceText } from "banfa";
 *
 * const { measure, problems } = compile(new SourceText("measure.banfa", text));
 * if (measure) {
 *   const evaluator = load(measure);
 *   const { result } = evaluateCohort(evaluator, { 村: [{ 编号: "甲", 得分: 58.5 }] }, { year: 2018 });
 * }
 * ```
 *
 * @packageDocumentation
 */
export { type Compilation, compile } from "./compiler/compile.ts";
export { load } from "./compiler/emit/load.ts";
export { type JsonSchema, schemaFromIr } from "./compiler/emit/schema-from-ir.ts";
export type { Measure } from "./compiler/ir/ir.ts";
export type { Language, Severity, Wording } from "./diagnostics/message.ts";
export { hasErrors, type Problem, wording } from "./diagnostics/problem.ts";
export { type JsonProblem, problemToJson } from "./diagnostics/render-json.ts";
export { format } from "./format/format.ts";
export type { CompiledMeasure } from "./runtime/abi.ts";
export { evaluateCohort } from "./runtime/evaluate.ts";
export { type ExplainLanguage, explainSubject } from "./runtime/explain.ts";
export type { FactProblem, RawCohort } from "./runtime/facts.ts";
export type * from "./runtime/result.ts";
export type { WorkCalendar } from "./runtime/work-calendar.ts";
export { SourceText } from "./source/source-text.ts";
export type { Position, Span } from "./source/span.ts";
