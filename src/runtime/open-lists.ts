/** Figures over the records of a list field of a subject, open or not. */

import type { OpenContext } from "./abi.ts";
import { addPeriod, calendarDay } from "./calendar.ts";
import { type Figure, Gathering } from "./open-figures.ts";
import { and } from "./open-logic.ts";
import type { OpenRecord, OpenRow } from "./open-rows.ts";
import { exactly, type Interval, interval, type OpenValue, type Truth, Unknown } from "./open-values.ts";
import { type Rational, ZERO } from "./rational.ts";

export interface Window {
  /** Index of the date field of the record. */
  readonly date: number;
  /** null: the assessed year; else so many months up to and including 评定日. */
  readonly months: number | null;
}

/** First and last day of a window, or null while 评定日 is unknown. */
export function windowDays(
  months: number | null,
  context: { readonly year: number; readonly date: number | null },
): readonly [first: number, last: number] | null {
  // The first day of a period is not counted (Civil Code art. 201): D − N months is just outside.
  if (months !== null)
    return context.date === null ? null : [addPeriod(context.date, 0, -months, 0) + 1, context.date];
  const start = addPeriod(0, context.year - 1970, 0, 0);
  return [start, addPeriod(start, 1, 0, -1)];
}

function inWindow(record: OpenRecord, window: Window, context: OpenContext): Truth {
  const day = record.f[window.date] as number | Unknown;
  if (window.months === null) return day instanceof Unknown ? day : calendarDay(day).year === context.year;
  const days = windowDays(window.months, context);
  if (days === null) return new Unknown([{ kind: "missing-date" }]);
  return day instanceof Unknown ? day : day >= days[0] && day <= days[1];
}

/**
 * A figure over a list. `absent` says what periods without a record do: `drop` leaves them out, `zero`
 * lets each take part with the value 0 (a count does not count it), `not-assessed` leaves no figure: all between `low` and `high` is possible.
 */
export function aggregate(
  row: OpenRow,
  context: OpenContext,
  figure: Figure,
  field: number,
  absent: "drop" | "zero" | "not-assessed",
  window: Window | null,
  where: ((row: OpenRow, record: OpenRecord, context: OpenContext) => OpenValue) | null,
  value: ((row: OpenRow, record: OpenRecord, context: OpenContext) => OpenValue) | null,
  low: Rational | null,
  high: Rational | null,
): Interval {
  const list = row.l[field]!;
  if (list.records === null) return interval(low, high, list.why);
  if (absent === "not-assessed" && list.absent.length > 0)
    return interval(low, high, [
      { kind: "missing-period", subject: row.id, field: list.field, periods: list.absent },
    ]);
  const gathering = new Gathering(figure, list.field);
  for (const record of list.records) {
    let belongs: Truth = where === null ? true : (where(row, record, context) as Truth);
    if (window !== null) belongs = and(belongs, inWindow(record, window, context));
    if (belongs === false) continue;
    gathering.take(
      value === null ? null : (value(row, record, context) as Interval),
      belongs === true ? null : belongs.why,
    );
  }
  if (absent === "zero" && figure !== "count")
    for (const _ of list.absent) gathering.take(exactly(ZERO), null);
  return gathering.result();
}
