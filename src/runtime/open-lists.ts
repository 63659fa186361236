/** Figures over the records of a list field of a subject, open or not. */

import type { OpenContext } from "./abi.ts";
import { addPeriod } from "./calendar.ts";
import { Matters, type Once } from "./matters.ts";
import { type Figure, Gathering } from "./open-figures.ts";
import { and, comparePlain } from "./open-logic.ts";
import type { OpenRecord, OpenRow } from "./open-rows.ts";
import {
  CauseSet,
  exactly,
  type Interval,
  interval,
  type OpenValue,
  type Truth,
  Unknown,
} from "./open-values.ts";
import { type Assessed, periodDays } from "./periods.ts";
import { type Rational, rational, ZERO } from "./rational.ts";

export interface Window {
  /** Index of the date field of the record. */
  readonly date: number;
  /** So many months up to and including 评定日. */
  readonly months?: number;
  /** From the second of these to the first many years ago. */
  readonly years?: readonly [first: number, last: number];
  /** The assessed period. */
  readonly period?: true;
  /** From this day to the end of the assessed period. */
  readonly since?: OpenValue;
}

type Days = readonly [first: number, last: number];

/**
 * First and last day of a window of months, else of years (so many ago); null while 评定日 is unknown. The
 * assessed year is known up to the end of the assessed period.
 */
export function windowDays(
  months: number | null,
  context: Assessed & { readonly date: number | null },
  first = 0,
  last = 0,
): Days | null {
  // The first day of a period is not counted (Civil Code art. 201): D − N months is just outside.
  if (months !== null)
    return context.date === null ? null : [addPeriod(context.date, 0, -months, 0) + 1, context.date];
  const start = addPeriod(0, context.year - 1970, 0, 0);
  const end = first === 0 ? periodDays(context)[1] : addPeriod(start, 1 - first, 0, -1);
  return [addPeriod(start, -last, 0, 0), end];
}

function inWindow(record: OpenRecord, window: Window, context: OpenContext): Truth {
  const day = record.f[window.date] as number | Unknown;
  if (window.since !== undefined) {
    const end = periodDays(context)[1];
    return and(comparePlain(">=", day, window.since), comparePlain("<=", day, end));
  }
  const [first, last] = window.years ?? [0, 0];
  const days = window.period ? periodDays(context) : windowDays(window.months ?? null, context, first, last);
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
  once: Once | null = null,
): Interval {
  const list = row.l[field]!;
  if (list.records === null) return interval(low, high, list.why);
  if (absent === "not-assessed" && list.absent.length > 0)
    return interval(low, high, [
      { kind: "missing-period", subject: row.id, field: list.field, periods: list.absent },
    ]);
  const gathering = new Gathering(figure, list.field);
  const matters = once === null ? null : new Matters(once);
  for (const record of list.records) {
    let belongs: Truth = where === null ? true : (where(row, record, context) as Truth);
    if (window !== null) belongs = and(belongs, inWindow(record, window, context));
    if (belongs === false) continue;
    const figured = value === null ? null : (value(row, record, context) as Interval);
    if (matters === null) gathering.take(figured, belongs === true ? null : belongs.why);
    else matters.add(record.f, belongs, figured);
  }
  if (matters !== null) {
    if (matters.unclear.length > 0) return interval(low, high, matters.unclear);
    if (once?.atMost) return matters.count();
    for (const m of matters.all()) gathering.take(m.value, m.doubt);
  }
  if (absent === "zero" && figure !== "count")
    for (const _ of list.absent) gathering.take(exactly(ZERO), null);
  return gathering.result();
}

/** How many records in a row hold at most; `gap` says what a period without a record does to a run. */
export function longestRun(
  row: OpenRow,
  context: OpenContext,
  field: number,
  gap: "breaks" | "skips",
  where: (row: OpenRow, record: OpenRecord, context: OpenContext) => OpenValue,
  low: Rational | null,
  high: Rational | null,
): Interval {
  const list = row.l[field]!;
  if (list.records === null) return interval(low, high, list.why);
  const causes = new CauseSet();
  // The run that ends at the record before, at least and at most, and the longest so far.
  let [sure, possible, least, most] = [0, 0, 0, 0];
  for (const [i, record] of list.records.entries()) {
    const follows = gap === "skips" || i === 0 || list.periods[i]! - list.periods[i - 1]! === 1;
    if (!follows) sure = possible = 0;
    const holds = where(row, record, context) as Truth;
    if (holds instanceof Unknown) causes.add(holds.why);
    sure = holds === true ? sure + 1 : 0;
    possible = holds === false ? 0 : possible + 1;
    least = Math.max(least, sure);
    most = Math.max(most, possible);
  }
  return least === most ? exactly(rational(least)) : interval(rational(least), rational(most), causes.list());
}

/** The days of the records that belong; Unknown while it is open which belong, or on which day one was. */
export function eventDays(
  row: OpenRow,
  context: OpenContext,
  field: number,
  date: number,
  window: Window | null,
  where: ((row: OpenRow, record: OpenRecord, context: OpenContext) => OpenValue) | null,
): readonly number[] | Unknown {
  const list = row.l[field]!;
  if (list.records === null) return new Unknown(list.why);
  const days: number[] = [];
  for (const record of list.records) {
    let belongs: Truth = where === null ? true : (where(row, record, context) as Truth);
    if (window !== null) belongs = and(belongs, inWindow(record, window, context));
    if (belongs === false) continue;
    const day = record.f[date] as number | Unknown;
    if (belongs instanceof Unknown) return belongs;
    if (day instanceof Unknown) return day;
    days.push(day);
  }
  return days;
}
