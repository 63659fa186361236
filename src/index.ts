/**
 * The library: text of a measure → checked measure → evaluators → results. No file access, no clock, no
 * randomness; it runs in a browser as in Node.
 *
 * ```ts
 * import { compile } from "banfa";
 *
 * const { measure, problems } = compile(text, { name: "measure.banfa" });
 * if (measure) {
 *   const outcome = measure.evaluate({ 编号: "甲", 平时考核分: 28.5 }, { kind: "包点领导", year: 2018 });
 *   outcome.grades.考核等次; // null
 *   measure.explain(outcome, { lang: "zh" });
 * }
 * ```
 *
 * @module banfa
 */
import { compile as compileText } from "./compiler/compile.ts";
import { load } from "./compiler/emit/load.ts";
import { type JsonSchema, schemaFromIr } from "./compiler/emit/schema-from-ir.ts";
import type { Measure as MeasureIr } from "./compiler/ir/ir.ts";
import type { Resolve } from "./compiler/layers/chain.ts";
import type { Problem } from "./diagnostics/problem.ts";
import { type DataSchema, dataSchemaOf } from "./facts/data-schema.ts";
import { describeFactProblem } from "./facts/fact-problems.ts";
import { type FormatOptions, type Formatted, format as formatText } from "./format/format.ts";
import type { FactProblem } from "./runtime/fact-problem.ts";
import { FullEvaluator } from "./runtime/full.ts";
import { SourceText } from "./source/source-text.ts";

export type { JsonSchema } from "./compiler/emit/schema-from-ir.ts";
export type { Resolve } from "./compiler/layers/chain.ts";
export type { Code } from "./diagnostics/catalogue/index.ts";
export type { Language, ParameterValue, Severity, Wording } from "./diagnostics/message.ts";
export {
  type DataPlace,
  type Fix,
  hasErrors,
  type Problem,
  type Related,
  wording,
} from "./diagnostics/problem.ts";
export { type JsonPlace, type JsonProblem, problemToJson } from "./diagnostics/render-json.ts";
export type { FormatOptions, Formatted } from "./format/format.ts";
export type { Keywords } from "./format/words.ts";
export {
  type CodedColumn,
  type ColumnsIn,
  type ColumnsOut,
  type InputColumn,
  type NumberColumn,
  type Numbers,
  type OptionColumn,
  REASON_BITS,
  type ScaledColumn,
  type TruthColumn,
  type WholeNumbers,
} from "./runtime/columnar.ts";
export type { ExplainLanguage } from "./runtime/explain.ts";
export * from "./runtime/index.ts";
export type { Question } from "./runtime/questions.ts";
export { type Located, SourceText, type WrittenPlace } from "./source/source-text.ts";
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

  /** JSON Schema (draft-07) of the records it is applied to: by kind of subject an array of them. */
  get schema(): JsonSchema {
    return schemaFromIr(this.ir);
  }

  /**
   * What is wrong with the data, as a problem: {@link wording} has its sentences. Its place is the list of that kind of
   * subject, counted from 1, for there is no file.
   *
   * ```ts
   * import { wording } from "banfa";
   *
   * const outcome = measure.evaluate({ 编号: "甲", 平时考核分: 35 }, { kind: "包点领导", year: 2018 });
   * const [problem] = outcome.problems.map((found) => measure.describe(found));
   * wording(problem!, "en").message; // "“平时考核分” is 35分; it should lie within 0~30分."
   * ```
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

/** What {@link compile} gives back. */
export interface Compiled {
  /** null when there are errors. */
  readonly measure: Measure | null;
  /**
   * Everything found, in the order of the text. {@link wording} has its sentences. What the measure leaves open is
   * looked for when this is first read: it takes about as long again as the compilation, and `measure` does not wait
   * for it.
   */
  readonly problems: readonly Problem[];
  /**
   * The text with its lines: `source.placeOf(problem.span)` has file, line and column. Of a layered measure it is the
   * consolidated text, which knows where each word of it was written.
   */
  readonly source: SourceText;
}

/** How {@link compile} calls a text and finds what it builds on. */
export interface CompileSettings {
  /** The file name that problems show, and from which the paths behind 沿用 count. */
  readonly name?: string;
  /** Finds the measure that a layer builds on (沿用); without it a layer has a problem instead of a base. */
  readonly resolve?: Resolve;
}

/**
 * Compiles the text of a measure. Never throws for what a text says.
 *
 * ```ts
 * import { compile } from "banfa";
 *
 * const { measure, problems } = compile("办法 甲\n对象 村,标识 编号\n编号: 文字\n得分: 0至100分\n第一条 总分 = 得分 × 2\n");
 * measure?.kinds; // ["村"]
 * measure?.evaluate({ 编号: "A", 得分: 30 }, { year: 2018 }).values.总分; // 60
 * problems.every((problem) => problem.severity !== "error"); // true
 * ```
 *
 * @param source the text
 */
export function compile(
  source: string | SourceText,
  { name = "measure.banfa", resolve }: CompileSettings = {},
): Compiled {
  const text = typeof source === "string" ? new SourceText(name, source) : source;
  const compilation = compileText(text, resolve ? { resolve } : {});
  return {
    measure: compilation.measure && new Measure(compilation.measure),
    get problems() {
      return compilation.problems;
    },
    source: compilation.source,
  };
}

/**
 * Lays out the text of a measure like a printed regulation. The meaning and the comments stay, or there is no text.
 * Formatting twice is formatting once.
 */
export function format(source: string | SourceText, options: FormatOptions = {}): Formatted {
  return formatText(typeof source === "string" ? new SourceText("measure.banfa", source) : source, options);
}
