/**
 * An evaluator with everything as methods, as the library has it. Compiled modules can do with less: each method
 * is a function in a module of its own.
 *
 * @module banfa/runtime/full
 */
import { type ColumnsIn, type ColumnsOut, evaluateColumns } from "./columnar.ts";
import type { EvaluationContext } from "./context.ts";
import { type ExplainLanguage, explain } from "./explain.ts";
import { Evaluator, type Facts, type OneContext } from "./measure.ts";
import type { Outcome } from "./outcome.ts";
import { missing, type Question } from "./questions.ts";

/** The evaluators of one measure with everything as methods. */
export class FullEvaluator extends Evaluator {
  /**
   * The facts to ask for next, the most useful first: those whose answers settle the grades, then those that most
   * results wait for. Empty when nothing is missing.
   *
   * ```ts
   * const [first] = measure.missing({ 编号: "甲" }, { kind: "包点领导", year: 2018 });
   * first?.field; // "弄虚作假"
   * first?.answers; // [true, false]
   * ```
   *
   * @throws as {@link Evaluator.evaluate} does
   */
  missing(facts: Facts, context: OneContext): Question[] {
    return missing(this, facts, context);
  }

  /**
   * {@link Evaluator.evaluateAll} for bulk data in typed arrays. Computes only what is plain and settled.
   *
   * ```ts
   * import { compile } from "banfa";
   *
   * const { measure } = compile("办法 甲\n对象 村,标识 编号\n编号: 文字\n得分: 0至100分\n第一条 总分 = 得分 × 2\n");
   * const out = measure?.evaluateColumns({ columns: { 得分: Float64Array.of(30, 40.5) } }, { year: 2018 });
   * out?.values.总分; // [60, 81]
   * ```
   *
   * @returns null where {@link Evaluator.evaluateAll} would find a problem or something undetermined: it says what
   * @throws TypeError when the measure has several kinds of subject and `kind` names none of them
   */
  evaluateColumns(input: ColumnsIn, context: EvaluationContext): ColumnsOut | null {
    return evaluateColumns(this, input, context);
  }

  /**
   * The sentences that explain an outcome, with clauses and figures.
   *
   * ```ts
   * const outcome = measure.evaluate({ 编号: "甲", 弄虚作假: true }, { kind: "包点领导", year: 2018 });
   * measure.explain(outcome, { lang: "en" })[1]; // "弄虚作假: under 第十七条(二)4, 评为 不称职."
   * ```
   *
   * @param options `lang`: the language of the sentences; without it that of the measure
   */
  explain(outcome: Outcome, options: { readonly lang?: ExplainLanguage } = {}): string[] {
    return explain(this, outcome, options);
  }
}
