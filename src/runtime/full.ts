/**
 * An evaluator with everything as methods, as the library has it. Compiled modules can do with less: each method
 * is a function in a module of its own.
 *
 * @packageDocumentation
 */
import { type ColumnsIn, type ColumnsOut, evaluateColumns } from "./columnar.ts";
import type { EvaluationContext } from "./context.ts";
import { type ExplainLanguage, explain } from "./explain.ts";
import { Evaluator, type Facts, type OneContext } from "./measure.ts";
import type { Outcome } from "./outcome.ts";
import { missing, type Question } from "./questions.ts";

export class FullEvaluator extends Evaluator {
  /**
   * The facts to ask for next, the most useful first: those whose answers settle the grades, then those that most
   * results wait for. Empty when nothing is missing.
   * @throws as {@link Evaluator.evaluate} does
   */
  missing(facts: Facts, context: OneContext): Question[] {
    return missing(this, facts, context);
  }

  /**
   * {@link Evaluator.evaluateAll} for bulk data in typed arrays. Computes only what is plain and settled.
   * @returns null where {@link Evaluator.evaluateAll} would find a problem or something undetermined: it says what
   * @throws TypeError when the measure has several kinds of subject and `kind` names none of them
   */
  evaluateColumns(input: ColumnsIn, context: EvaluationContext): ColumnsOut | null {
    return evaluateColumns(this, input, context);
  }

  /**
   * The sentences that explain an outcome, with clauses and figures.
   * @param lang the language of the sentences; without it that of the measure
   */
  explain(outcome: Outcome, options: { readonly lang?: ExplainLanguage } = {}): string[] {
    return explain(this, outcome, options);
  }
}
