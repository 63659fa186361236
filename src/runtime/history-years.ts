/** Figures over years: how long a run is, and sums and counts over the results of several years. */
import type { OpenContext } from "./abi.ts";
import { type Asker, type History, type PastFunction, PastRow } from "./history.ts";
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
import { add, ONE, type Rational, ZERO } from "./rational.ts";

type Context = Pick<OpenContext, "year" | "history">;

const missing = (year: number): Causes => [{ kind: "missing-history", year }];
const plusOne = (end: Rational | null): Rational | null => end && add(end, ONE);

/** How many periods in a row hold, `now` included; gaps as for a run. */
export function runLength(
  row: Asker,
  context: Context,
  gap: "breaks" | "skips",
  evaluate: PastFunction,
  now: Truth,
): Interval {
  const history = context.history as History | null;
  const earliest = history?.earliestBefore(context.year) ?? null;
  /** The length of the run that ends `back` years ago. */
  const lengthAt = (back: number): Interval => {
    const year = context.year - back;
    if (history?.empty) return exactly(ZERO);
    if (history === null || earliest === null || year < earliest) return interval(ZERO, null, missing(year));
    if (!history.has(year)) return extended(new Unknown(missing(year)), back);
    const without = (): Interval => (gap === "skips" ? lengthAt(back + 1) : exactly(ZERO));
    const found = history.row(year, row.kind, row.id);
    if (!found) return without();
    const view = new PastRow(found, history, year);
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
 * A figure over the years from `first` years ago back to `last` (null: all supplied ones). `now` is the value
 * of this year, asked where `first` is 0. `absent` says what a year without a result does, as for lists.
 */
export function overYears(
  row: Asker,
  context: Context,
  figure: Figure,
  first: number,
  last: number | null,
  absent: "drop" | "zero" | "not-assessed",
  evaluate: PastFunction,
  now: OpenValue | null,
): Interval {
  const history = context.history as History | null;
  const gathering = new Gathering(figure, "");
  const take = (value: OpenValue, result: Truth = true): void => {
    const belongs = figure === "count" ? and(value as Truth, result) : result;
    if (belongs === false) return;
    gathering.take(figure === "count" ? null : (value as Interval), belongs === true ? null : belongs.why);
  };
  if (first === 0 && now !== null) take(now);
  const earliest = history?.earliestBefore(context.year) ?? null;
  const deepest = last ?? (earliest === null ? 0 : context.year - earliest);
  let unassessed: Causes | null = null;
  for (let back = Math.max(first, 1); back <= deepest; back++) {
    const year = context.year - back;
    if (history === null || (!history.empty && !history.has(year))) {
      const why = missing(year);
      // It may be a year without a result, and then there is no figure at all.
      if (absent === "not-assessed" && figure !== "count") unassessed = why;
      take(figure === "count" ? new Unknown(why) : unbounded(why), new Unknown(why));
      continue;
    }
    const found = history.row(year, row.kind, row.id);
    if (found) {
      const view = new PastRow(found, history, year);
      const value = evaluate(view, context as OpenContext);
      take(value, figure === "count" ? view.graded : true);
    } else if (absent === "not-assessed" && figure !== "count") unassessed = missing(year);
    else if (absent === "zero" && figure !== "count") take(exactly(ZERO));
  }
  if (unassessed !== null) return unbounded(unassessed);
  const result = gathering.result();
  if (history !== null || last !== null) return result;
  return interval(result.low, null, unite(result.why, missing(context.year - 1)));
}
