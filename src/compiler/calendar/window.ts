import { addPeriod, calendarDay, dayNumber, monthLength } from "../../runtime/calendar.ts";
import { type WorkDays, workingDayAfter } from "../../runtime/work-calendar.ts";
import type { DeadlineData, Recurrence, TimeUnit } from "../ir/ir.ts";

/**
 * The days of a deadline. A deadline such as `每季度结束后10日内` falls once in each of the periods it names (its
 * occurrences); each has a first day, where the words give one, and a last day.
 *
 * - The day named counts: `每月10日前` includes the 10th (the usual reading of 前 in deadlines; Civil Code art. 1259
 *   says it of 以内 only). A time of days, months or years does not count the day it starts from (arts. 200–202).
 * - A last day that is named or counted in calendar days and falls on a day off moves to the next working day
 *   (art. 203). A whole period (`每月`, `10月下旬`) has no such last day and does not move.
 * - 上旬, 中旬 and 下旬 are the days 1–10, 11–20 and 21 to the end. 底 ends with the month. What 初 means has to be
 *   said, as in `11月初(1至5日)`; until then its last day is open.
 */

/** One of the periods that a deadline falls in: `2026-03`, `2026-Q1`, `2026-H1`, `2026`, `2026-01/02`. */
export interface Occurrence {
  readonly name: string;
  /** Its first and last day, as day numbers. */
  readonly start: number;
  readonly end: number;
}

/** First and last day, both included; null: not given, or open for the reason. */
export interface Window {
  readonly from: number | null;
  readonly to: number | null;
  /** The last day before it moved past days off; null where it did not move. */
  readonly moved: number | null;
  readonly open: OpenDate | null;
}

/** Why nobody can tell the last day. */
export type OpenDate =
  /** No deadline is written. */
  | { readonly kind: "unwritten" }
  /** 初, or 前 behind a month: which day is not said. */
  | { readonly kind: "vague"; readonly words: string }
  /** The days off of the year are not announced; `day` is the last day as far as no holiday moves it. */
  | { readonly kind: "unannounced"; readonly year: number; readonly day: number | null }
  /** It depends on an event that has no day itself. */
  | { readonly kind: "event"; readonly event: string }
  /** A number of days without anything they run from. */
  | { readonly kind: "no-start"; readonly words: string };

/** A yearly deadline that lies further than this before the step it follows is one of the next year. */
export const HALF_A_YEAR = 182;

const MONTHS: Readonly<Record<Recurrence, number>> = {
  month: 1,
  "odd-months": 1,
  "even-months": 1,
  "two-months": 2,
  quarter: 3,
  "half-year": 6,
  year: 12,
};

/** The periods of a year in which something falls that often, in order. */
export function occurrences(recurrence: Recurrence, year: number): Occurrence[] {
  const length = MONTHS[recurrence];
  const found: Occurrence[] = [];
  for (let first = 1; first <= 12; first += length) {
    if (recurrence === "odd-months" && first % 2 === 0) continue;
    if (recurrence === "even-months" && first % 2 === 1) continue;
    const last = first + length - 1;
    found.push({
      name: nameOf(recurrence, year, first, last),
      start: dayNumber(year, first, 1),
      end: dayNumber(year, last, monthLength(year, last)),
    });
  }
  return found;
}

function nameOf(recurrence: Recurrence, year: number, first: number, last: number): string {
  const month = (m: number) => String(m).padStart(2, "0");
  switch (recurrence) {
    case "month":
    case "odd-months":
    case "even-months":
      return `${year}-${month(first)}`;
    case "two-months":
      return `${year}-${month(first)}/${month(last)}`;
    case "quarter":
      return `${year}-Q${last / 3}`;
    case "half-year":
      return `${year}-H${last / 6}`;
    case "year":
      return String(year);
  }
}

/**
 * @param event the day on which what the deadline runs from happened, or is due; null: nobody can tell
 * @param calendar null: without days off, for what holds in every year
 */
export function windowOf(
  d: DeadlineData,
  at: Occurrence,
  event: number | null,
  calendar: WorkDays | null,
): Window {
  if (d.anchor !== null) {
    if (event === null) return openWindow(null, { kind: "event", event: d.anchor });
    return d.amount === null
      ? openWindow(event, { kind: "vague", words: d.text })
      : after(event, d.amount, calendar);
  }
  // 结束后10日内, of nothing named.
  if (d.afterEnd && d.recurrence === null) return openWindow(null, { kind: "no-start", words: d.text });
  if (d.afterEnd)
    return d.amount === null
      ? openWindow(at.end + 1, { kind: "vague", words: d.text })
      : after(at.end, d.amount, calendar);
  if (d.month !== null) return inMonth(d, dayInYear(at, d.month), dayInYear(at, 1), calendar);
  if (d.day !== null) return inMonth(d, at.start, at.start, calendar);
  if (d.amount !== null)
    return d.recurrence === null
      ? openWindow(null, { kind: "no-start", words: d.text })
      : after(at.start - 1, d.amount, calendar);
  if (d.edge !== null && d.recurrence === "month") return inMonth(d, at.start, at.start, calendar);
  return { from: at.start, to: at.end, moved: null, open: null };
}

/** The first of a month in the year of an occurrence. */
function dayInYear(at: Occurrence, month: number): number {
  return dayNumber(calendarDay(at.start).year, month, 1);
}

/** A deadline inside a month. @param earliest where `前` has its first day */
function inMonth(d: DeadlineData, first: number, earliest: number, calendar: WorkDays | null): Window {
  const { year, month } = calendarDay(first);
  const length = monthLength(year, month);
  const nth = (day: number) => first + Math.min(day, length) - 1;
  if (d.days !== null) return moving(nth(d.days.from), nth(d.days.to), calendar);
  if (d.day !== null) {
    const day = nth(d.day);
    return moving(d.edge === null ? day : earliest, day, calendar);
  }
  switch (d.edge) {
    case "early":
      return { from: first, to: nth(10), moved: null, open: null };
    case "middle":
      return { from: nth(11), to: nth(20), moved: null, open: null };
    case "late":
      return { from: nth(21), to: nth(length), moved: null, open: null };
    case "end":
      return moving(null, nth(length), calendar);
    case "start":
      return openWindow(first, { kind: "vague", words: d.text });
    case "before":
      return openWindow(null, { kind: "vague", words: d.text });
    case "within":
    case null:
      return { from: first, to: nth(length), moved: null, open: null };
  }
}

/** So long after a day, which itself does not count. */
export function after(
  start: number,
  amount: { readonly count: number; readonly unit: TimeUnit },
  calendar: WorkDays | null,
): Window {
  const { count } = amount;
  switch (amount.unit) {
    case "working-days": {
      const found = workingDayAfter({ calendar }, start, count);
      if ("day" in found) return { from: start + 1, to: found.day, moved: null, open: null };
      return openWindow(start + 1, { kind: "unannounced", year: found.unknown, day: null });
    }
    case "days":
      return moving(start + 1, start + count, calendar);
    case "weeks":
      return moving(start + 1, start + 7 * count, calendar);
    case "months":
      return moving(start + 1, addPeriod(start, 0, count, 0), calendar);
    case "years":
      return moving(start + 1, addPeriod(start, count, 0, 0), calendar);
  }
}

/** Art. 203: a last day that is off moves to the next working day. */
function moving(from: number | null, to: number, calendar: WorkDays | null): Window {
  if (calendar === null) return { from, to, moved: null, open: null };
  for (let day = to; ; day++) {
    const { year } = calendarDay(day);
    if (!calendar.covers(year)) return openWindow(from, { kind: "unannounced", year, day: to });
    if (calendar.isWorking(day)) return { from, to: day, moved: day === to ? null : to, open: null };
  }
}

export const openWindow = (from: number | null, open: OpenDate): Window => ({
  from,
  to: null,
  moved: null,
  open,
});
