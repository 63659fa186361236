/**
 * Which missing fact to ask for first.
 *
 * @module banfa/runtime/missing
 */
import type { FieldTable, Tables } from "./abi.ts";
import type { Evaluator, Facts, OneContext } from "./measure.ts";
import type { Outcome } from "./outcome.ts";
import { divide, parseRational, type Rational, toText } from "./rational.ts";
import type { Undetermined } from "./result.ts";

/** A missing fact, and how much its answer would tell. */
export interface Question {
  /** Name of the fact. */
  readonly field: string;
  /** The unit in which it is written; empty for what has none. */
  readonly unit: string;
  /** The answers there are, for options and truths; empty for others. */
  readonly answers: readonly (string | boolean)[];
  /**
   * How much of the open grades its answer settles, 0 to 1: the mean over all options, both truths, or five figures across
   * the range, each as likely as the others. 0 for what cannot be tried, as lists and dates.
   */
  readonly settles: number;
  /** How many undetermined results (grades, values, clauses …) name it. */
  readonly uses: number;
}

/** Answers tried for one fact; more tell hardly more, and each is an evaluation. */
const MOST_TRIED = 12;

/**
 * The facts to ask for next, the most useful first: those whose answers settle the grades, then those that most
 * results wait for. Empty when nothing is missing.
 * @throws as {@link Evaluator.evaluate} does
 */
export function missing(measure: Evaluator, facts: Facts, context: OneContext): Question[] {
  const { tables } = measure.compiled;
  const evaluate = (more: Facts): Outcome => measure.evaluate({ ...facts, ...more }, context);
  const now = evaluate({});
  const { fields } = tables.subjects.find((s) => s.name === now.kind)!;
  const uses = usesOf(now.undetermined, now.id);
  const open = openGrades(now);
  const questions = fields.flatMap((field): Question[] => {
    const used = uses.get(field.name) ?? 0;
    if (
      used === 0 ||
      (Object.hasOwn(facts, field.name) && facts[field.name] !== null && facts[field.name] !== "")
    )
      return [];
    const tried = answersTo(field, tables);
    const settled = tried.map((answer) => open - openGrades(evaluate({ [field.name]: answer })));
    const settles =
      tried.length === 0 || open === 0 ? 0 : settled.reduce((a, b) => a + b, 0) / (tried.length * open);
    return [
      {
        field: field.name,
        unit: field.type.kind === "number" ? field.type.unit : "",
        answers:
          field.type.kind === "truth" || field.type.kind === "choice" ? (tried as (string | boolean)[]) : [],
        settles,
        uses: used,
      },
    ];
  });
  return questions.sort((a, b) => b.settles - a.settles || b.uses - a.uses);
}

const openGrades = (outcome: Outcome): number =>
  outcome.undetermined.filter((u) => u.what === "grade").length;

/** How many undetermined results name each fact of the subject. */
function usesOf(undetermined: readonly Undetermined[], id: string): Map<string, number> {
  const uses = new Map<string, number>();
  for (const { because } of undetermined)
    for (const cause of because)
      if ((cause.kind === "missing-fact" || cause.kind === "missing-period") && cause.subject === id)
        uses.set(fieldOf(cause), (uses.get(fieldOf(cause)) ?? 0) + 1);
  return uses;
}

/** What lacks in a record is asked for with its list. */
const fieldOf = (cause: { readonly field: string; readonly list?: string }): string =>
  cause.list ?? cause.field;

/** Answers to try: all options, both truths; the bounds and the middle of a range. */
function answersTo({ type, asFraction }: FieldTable, tables: Tables): unknown[] {
  switch (type.kind) {
    case "truth":
      return [true, false];
    case "choice":
      return tables.enumerations[type.enumeration]!.members.slice(0, MOST_TRIED);
    case "number": {
      const [low, high] = [type.low, type.high].map((end) => (end === null ? null : parseRational(end)!));
      if (!low || !high) return [];
      const factor = asFraction ? { num: 1n, den: 1n } : parseRational(type.factor)!;
      const step = type.step === null ? null : parseRational(type.step)!;
      return [0, 1, 2, 3, 4].map((k) => toText(divide(between(low, high, BigInt(k), step), factor)));
    }
    case "text":
    case "date":
    case "party":
    case "link":
    case "links":
    case "list":
      return [];
  }
}

/** The value at k quarters from low to high, on the step. */
function between(low: Rational, high: Rational, k: bigint, step: Rational | null): Rational {
  const den = low.den * high.den * 4n;
  const num = low.num * high.den * (4n - k) + high.num * low.den * k;
  if (step === null || step.num === 0n) return { num, den };
  const steps = (num * step.den) / (den * step.num);
  return { num: steps * step.num, den: step.den };
}
