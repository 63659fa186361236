/** Figures over periods: how long a run is, and sums and counts over the results of several periods or years. */
import type { OpenContext } from "./abi.ts";
import { type Asker, lookAt, missingPeriod, type PastContext, type PastFunction, recall } from "./history.ts";
import { lengthOfRun } from "./looking-back.ts";
import { type Figure, Gathering } from "./open-figures.ts";
import { and } from "./open-logic.ts";
import {
  type Causes,
  exactly,
  type Interval,
  interval,
  type OpenValue,
  type Truth,
  Unknown,
  unbounded,
  unite,
} from "./open-values.ts";
import { periodsPerYear, serialOf } from "./periods.ts";
import { ZERO } from "./rational.ts";

/** How many periods in a row hold, `now` included; gaps as for a run. */
export const runLength = (
  row: Asker,
  context: PastContext,
  gap: "breaks" | "skips",
  evaluate: PastFunction,
  now: Truth,
): Interval => lengthOfRun(lookAt(row, context, evaluate), gap, now);

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
  const gathering = new Gathering(figure, "");
  const take = (value: OpenValue, result: Truth = true): void => {
    const belongs = figure === "count" ? and(value as Truth, result) : result;
    if (belongs === false) return;
    gathering.take(figure === "count" ? null : (value as Interval), belongs === true ? null : belongs.why);
  };
  if (first === 0 && now !== null) take(now);
  const assessed = serialOf(context);
  const recollection = recall(row, context, evaluate);
  const { earliest } = recollection;
  const [from, to] = each === "period" ? [first, last] : inPeriods(context, first, last);
  const deepest = to ?? (earliest === null ? 0 : assessed - earliest);
  let unassessed: Causes | null = null;
  for (let back = Math.max(from, 1); back <= deepest; back++) {
    const then = recollection.at(back);
    const { why } = then;
    if (then.view) {
      const value = evaluate(then.view, context as OpenContext);
      take(value, figure === "count" ? then.view.graded : true);
    } else if (then.without === "knowledge") {
      // It may be a year without a result, and then there is no figure at all.
      if (absent === "not-assessed" && figure !== "count") unassessed = why;
      take(figure === "count" ? new Unknown(why) : unbounded(why), new Unknown(why));
    } else if (absent === "not-assessed" && figure !== "count") unassessed = why;
    else if (absent === "zero" && figure !== "count") take(exactly(ZERO));
  }
  if (unassessed !== null) return unbounded(unassessed);
  const result = gathering.result();
  if (context.history !== null || last !== null) return result;
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
