/** Figures over periods: how long a run is, and sums and counts over the results of several periods or years. */
import type { OpenContext } from "./abi.ts";
import {
  type Asker,
  missingPeriod,
  type PastContext,
  type PastFunction,
  PastRow,
  type Records,
} from "./history.ts";
import { type Figure, Gathering } from "./open-figures.ts";
import { and } from "./open-logic.ts";
import {
  type Causes,
  exactly,
  hull,
  type Interval,
  interval,
  type OpenValue,
  type Truth,
  Unknown,
  unbounded,
  unite,
} from "./open-values.ts";
import { periodsPerYear, serialOf } from "./periods.ts";
import { add, ONE, type Rational, ZERO } from "./rational.ts";

const plusOne = (end: Rational | null): Rational | null => end && add(end, ONE);

/** How many periods in a row hold, `now` included; gaps as for a run. */
export function runLength(
  row: Asker,
  context: PastContext,
  gap: "breaks" | "skips",
  evaluate: PastFunction,
  now: Truth,
): Interval {
  const history = context.history as Records | null;
  const assessed = serialOf(context);
  const earliest = history?.earliestBefore(assessed) ?? null;
  /** The length of the run that ends `back` periods ago. */
  const lengthAt = (back: number): Interval => {
    const serial = assessed - back;
    if (history?.empty) return exactly(ZERO);
    const why = missingPeriod(context, back);
    if (history === null || earliest === null || serial < earliest) return interval(ZERO, null, why);
    if (!history.has(serial)) return extended(new Unknown(why), back);
    const without = (): Interval => (gap === "skips" ? lengthAt(back + 1) : exactly(ZERO));
    const found = history.row(serial, row.kind, row.id);
    if (!found) return without();
    const view = new PastRow(found, history, why);
    const held = evaluate(view, context as OpenContext) as Truth;
    if (view.graded === false) return without();
    if (view.graded === true) return extended(held, back);
    const [a, b] = [extended(held, back), without()];
    return hull(a, b, unite(view.graded.why, unite(a.why, b.why)));
  };
  const extended = (held: Truth, back: number): Interval => {
    if (held === false) return exactly(ZERO);
    const before = lengthAt(back + 1);
    const longer = interval(plusOne(before.low), plusOne(before.high), before.why);
    return held === true ? longer : interval(ZERO, longer.high, unite(held.why, longer.why));
  };
  return extended(now, 0);
}

/**
 * A figure over the periods from `first` ago back to `last` (null: all supplied ones), counted in periods or in
 * calendar years. `now` is the value of the assessed period, asked where `first` is 0. `absent` says what a period
 * without a result does, as for lists.
 */
export function overYears(
  row: Asker,
  context: PastContext,
  figure: Figure,
  each: "period" | "year",
  first: number,
  last: number | null,
  absent: "drop" | "zero" | "not-assessed",
  evaluate: PastFunction,
  now: OpenValue | null,
): Interval {
  const history = context.history as Records | null;
  const gathering = new Gathering(figure, "");
  const take = (value: OpenValue, result: Truth = true): void => {
    const belongs = figure === "count" ? and(value as Truth, result) : result;
    if (belongs === false) return;
    gathering.take(figure === "count" ? null : (value as Interval), belongs === true ? null : belongs.why);
  };
  if (first === 0 && now !== null) take(now);
  const assessed = serialOf(context);
  const earliest = history?.earliestBefore(assessed) ?? null;
  const [from, to] = each === "period" ? [first, last] : inPeriods(context, first, last);
  const deepest = to ?? (earliest === null ? 0 : assessed - earliest);
  let unassessed: Causes | null = null;
  for (let back = Math.max(from, 1); back <= deepest; back++) {
    const serial = assessed - back;
    const why = missingPeriod(context, back);
    if (history === null || (!history.empty && !history.has(serial))) {
      // It may be a year without a result, and then there is no figure at all.
      if (absent === "not-assessed" && figure !== "count") unassessed = why;
      take(figure === "count" ? new Unknown(why) : unbounded(why), new Unknown(why));
      continue;
    }
    const found = history.row(serial, row.kind, row.id);
    if (found) {
      const view = new PastRow(found, history, why);
      const value = evaluate(view, context as OpenContext);
      take(value, figure === "count" ? view.graded : true);
    } else if (absent === "not-assessed" && figure !== "count") unassessed = why;
    else if (absent === "zero" && figure !== "count") take(exactly(ZERO));
  }
  if (unassessed !== null) return unbounded(unassessed);
  const result = gathering.result();
  if (history !== null || last !== null) return result;
  return interval(result.low, null, unite(result.why, missingPeriod(context, 1)));
}

/** Years as periods: the assessed year up to now, and whole calendar years before it. */
function inPeriods(
  { period, per }: PastContext,
  first: number,
  last: number | null,
): readonly [first: number, last: number | null] {
  const each = periodsPerYear(per);
  const from = first === 0 ? 0 : (first - 1) * each + period;
  return [from, last === null ? null : last * each + period - 1];
}
