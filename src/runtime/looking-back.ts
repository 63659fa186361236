/** Runs and single values of earlier periods, whatever the periods are: assessed ones, or records of one list. */
import type { TypeTable } from "./abi.ts";
import { and, choose } from "./open-logic.ts";
import {
  type Causes,
  exactly,
  hull,
  type Interval,
  interval,
  type OpenValue,
  type Truth,
  Unknown,
  unite,
} from "./open-values.ts";
import { add, ONE, type Rational, ZERO } from "./rational.ts";

/** Everything a type allows, with the causes for which nothing narrower is known. */
export type Anything = (why: Causes) => OpenValue;

/** What is known so many periods back. */
export type Then =
  /** `graded`: whether the grades that were looked at were given; else it is a period without a result. */
  | { readonly value: OpenValue; readonly graded: Truth; readonly why: Causes }
  | {
      readonly value: null;
      readonly without: "result" | "any-period";
      readonly beyond?: false;
      readonly why: Causes;
    }
  /** Nobody supplied it; `beyond`: nor anything before it. */
  | { readonly value: null; readonly without: "knowledge"; readonly beyond: boolean; readonly why: Causes };

export type Look = (back: number) => Then;

/** The value `back` periods ago; `anything` is what its type allows. */
export function valueThen(then: Then, kind: TypeTable["kind"], anything: Anything): OpenValue {
  if (then.value !== null) return then.value;
  if (then.without !== "knowledge" && kind === "truth") return false;
  return then.without !== "knowledge" && kind === "choice" ? -1 : anything(then.why);
}

/**
 * Whether `now` and the `length − 1` periods before hold. A period without a result ends the run, or with `skips`
 * is passed over. One that was not supplied is one unknown period of the run.
 */
export function runOf(look: Look, length: number, gap: "breaks" | "skips", now: Truth): Truth {
  const heldBefore = (back: number, wanted: number): Truth => {
    if (wanted <= 0) return true;
    const then = look(back);
    const without = (): Truth => (gap === "skips" ? heldBefore(back + 1, wanted) : false);
    if (then.value === null) {
      if (then.without === "any-period") return false;
      if (then.without === "result") return without();
      return and(new Unknown(then.why), heldBefore(back + 1, wanted - 1));
    }
    if (then.graded === false) return without();
    const held = and(then.value as Truth, heldBefore(back + 1, wanted - 1));
    return then.graded === true ? held : (choose(then.graded, held, without()) as Truth);
  };
  return now === false ? false : and(now, heldBefore(1, length - 1));
}

const plusOne = (end: Rational | null): Rational | null => end && add(end, ONE);

/** How many periods in a row hold, `now` included; gaps as for a run. */
export function lengthOfRun(look: Look, gap: "breaks" | "skips", now: Truth): Interval {
  /** The length of the run that ends `back` periods ago. */
  const lengthAt = (back: number): Interval => {
    const then = look(back);
    const without = (): Interval => (gap === "skips" ? lengthAt(back + 1) : exactly(ZERO));
    if (then.value === null) {
      if (then.without === "any-period") return exactly(ZERO);
      if (then.without === "result") return without();
      if (then.beyond) return interval(ZERO, null, then.why);
      return extended(new Unknown(then.why), back);
    }
    const held = then.value as Truth;
    if (then.graded === false) return without();
    if (then.graded === true) return extended(held, back);
    const [a, b] = [extended(held, back), without()];
    return hull(a, b, unite(then.graded.why, unite(a.why, b.why)));
  };
  const extended = (held: Truth, back: number): Interval => {
    if (held === false) return exactly(ZERO);
    const before = lengthAt(back + 1);
    const longer = interval(plusOne(before.low), plusOne(before.high), before.why);
    return held === true ? longer : interval(ZERO, longer.high, unite(held.why, longer.why));
  };
  return extended(now, 0);
}
