/**
 * The library: text of a measure → checked measure → evaluators → results. No file access, no clock, no
 * randomness; it runs in a browser as in Node.
 *
 * ```ts
 * import { compile } from "banfa";
 *
 * const { measure, problems } = compile(text, { name: "measure.banfa" });
 * if (measure) {
 *   const outcome = measure.evaluate({ 编号: "甲", 得分: 58.5 }, { year: 2018 });
 *   outcome.grades.考核等次;
 *   measure.explain(outcome, { lang: "zh" });
 * }
 * ```
 *
 * @packageDocumentation
 */
import { compile as compileText } from "./compiler/compile.ts";
import { load } from "./compiler/emit/load.ts";
import { type JsonSchema, schemaFromIr } from "./compiler/emit/schema-from-ir.ts";
import type { Measure as MeasureIr } from "./compiler/ir/ir.ts";
import { type DataSchema, dataSchemaOf } from "./data/data-schema.ts";
import { describeFactProblem } from "./data/fact-problems.ts";
import type { Problem } from "./diagnostics/problem.ts";
import type { FactProblem } from "./runtime/fact-problem.ts";
import { FullEvaluator } from "./runtime/full.ts";
import { SourceText } from "./source/source-text.ts";

export type { JsonSchema } from "./compiler/emit/schema-from-ir.ts";
export type { Language, Severity, Wording } from "./diagnostics/message.ts";
export { hasErrors, type Problem, wording } from "./diagnostics/problem.ts";
export { type JsonProblem, problemToJson } from "./diagnostics/render-json.ts";
export { format } from "./format/format.ts";
export {
  type CodedColumn,
  type ColumnsIn,
  type ColumnsOut,
  type InputColumn,
  REASON_BITS,
  type ScaledColumn,
} from "./runtime/columnar.ts";
export type { ExplainLanguage } from "./runtime/explain.ts";
export * from "./runtime/index.ts";
export type { Question } from "./runtime/questions.ts";
export { SourceText } from "./source/source-text.ts";
export type { Position, Span } from "./source/span.ts";
export type { MeasureIr };

/** A measure compiled from its text. */
export class Measure extends FullEvaluator {
  /** What the compiler made of the text. */
  readonly ir: MeasureIr;
  #data: DataSchema | null = null;

  /** @internal use {@link compile} */
  constructor(ir: MeasureIr) {
    super(load(ir));
    this.ir = ir;
  }

  /** JSON Schema (draft-07) of the records it is applied to. */
  get schema(): JsonSchema {
    return schemaFromIr(this.ir);
  }

  /**
   * What is wrong with the data, as a problem: {@link wording} has its sentences. Its place is the list of that kind of
   * subject, counted from 1, for there is no file.
   */
  describe(found: FactProblem): Problem {
    this.#data ??= dataSchemaOf(this.ir);
    return describeFactProblem(found, {
      schema: this.#data,
      place: ({ kind, index, field }) => ({ file: kind, row: index + 1, ...(field !== null && { field }) }),
      firstRow: () => Number(found.detail),
    });
  }
}

export interface Compiled {
  /** null when there are errors. */
  readonly measure: Measure | null;
  /** Everything found, in the order of the text. {@link wording} has its sentences. */
  readonly problems: readonly Problem[];
}

/**
 * Compiles the text of a measure. Never throws for what a text says.
 * @param source the text; `name` is the file name that problems show
 */
export function compile(
  source: string | SourceText,
  { name = "measure.banfa" }: { readonly name?: string } = {},
): Compiled {
  const text = typeof source === "string" ? new SourceText(name, source) : source;
  const { measure, problems } = compileText(text);
  return { measure: measure && new Measure(measure), problems };
}
