import type { CalendarDate } from "../../src/compiler/ir/ir.ts";

/** The civil calendar for the oracle: days are counted one by one, nothing clever. */

const leap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

export function daysInMonth(year: number, month: number): number {
  return [31, leap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;
}

/** `2018-04-23`; undefined when there is no such day. */
export function readDate(text: string): CalendarDate | undefined {
  const m = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!m) return undefined;
  const [year, month, day] = [Number(m[1]), Number(m[2]), Number(m[3])];
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return { year, month, day };
}

export const showDate = (d: CalendarDate): string =>
  `${String(d.year).padStart(4, "0")}-${String(d.month).padStart(2, "0")}-${String(d.day).padStart(2, "0")}`;

/** Negative, zero or positive as `a` is before, on or after `b`. */
export const orderDates = (a: CalendarDate, b: CalendarDate): number =>
  a.year - b.year || a.month - b.month || a.day - b.day;

/** Civil Code art. 202: the corresponding day, or the month's end where there is none. */
export function addMonths(d: CalendarDate, months: number): CalendarDate {
  const count = d.year * 12 + (d.month - 1) + months;
  const year = Math.floor(count / 12);
  const month = count - year * 12 + 1;
  return { year, month, day: Math.min(d.day, daysInMonth(year, month)) };
}

export function addDays(d: CalendarDate, days: number): CalendarDate {
  let { year, month, day } = d;
  for (let left = days; left > 0; left--) {
    day += 1;
    if (day > daysInMonth(year, month)) [month, day] = [month + 1, 1];
    if (month > 12) [year, month] = [year + 1, 1];
  }
  return { year, month, day };
}

/** Days from `a` to `b`, the first not counted: whole months are passed one by one. */
export function daysBetween(a: CalendarDate, b: CalendarDate): number {
  if (orderDates(a, b) > 0) return -daysBetween(b, a);
  let days = 0;
  let { year, month } = a;
  while (year < b.year || month < b.month) {
    days += daysInMonth(year, month);
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
  }
  return days + b.day - a.day;
}

/** The greatest number of years that lead from `a` to a day that is not after `b`. */
export function fullYears(a: CalendarDate, b: CalendarDate): number {
  let years = 0;
  while (orderDates(addMonths(a, 12 * (years + 1)), b) <= 0) years += 1;
  while (orderDates(addMonths(a, 12 * years), b) > 0) years -= 1;
  return years;
}
