/**
 * Dates as day numbers. A day is the count of days from 1970-01-01 in the proleptic Gregorian calendar, so
 * comparing two dates is comparing two integers and no clock or time zone is involved.
 */

export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Days in a month, 1 to 12. */
export function monthLength(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 30);
}

/** Whether the three numbers name a day of the calendar (years 1 to 9999). */
export function isCalendarDay(year: number, month: number, day: number): boolean {
  return (
    year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month)
  );
}

/** Day number of a date. Counting years from March puts the leap day last, which makes months regular. */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The date of a day number; inverse of {@link dayNumber}. */
export function calendarDay(number: number): CalendarDay {
  const z = number + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const m = Math.floor((5 * dayOfYear + 2) / 153);
  const month = m < 10 ? m + 3 : m - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * m + 2) / 5) + 1,
  };
}

/**
 * The end of a period that starts on `start`. The first day is not counted; a period of years or months
 * ends on the corresponding day, or at the month's end where there is none (Civil Code arts. 200–202).
 * Days are counted after that. Negative amounts look back by the same rule.
 */
export function addPeriod(start: number, years: number, months: number, days: number): number {
  const from = calendarDay(start);
  const index = from.year * 12 + (from.month - 1) + years * 12 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return dayNumber(year, month, Math.min(from.day, monthLength(year, month))) + days;
}

/** Full years from one day to another: the greatest n for which {@link addPeriod} by n years is not after `to`. */
export function fullYears(from: number, to: number): number {
  const years = calendarDay(to).year - calendarDay(from).year;
  return addPeriod(from, years, 0, 0) <= to ? years : years - 1;
}

/** `2018-04-23`. */
export function dayText(number: number): string {
  const d = calendarDay(number);
  return `${String(d.year).padStart(4, "0")}-${String(d.month).padStart(2, "0")}-${String(d.day).padStart(2, "0")}`;
}

const DASHED = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const WORDS = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/;

/** Reads `2018-04-23`, `2018/4/23`, `2018.4.23` or `2018年4月23日`; undefined for anything else. */
export function parseDay(text: string): number | undefined {
  const dashed = DASHED.exec(text);
  const parts = dashed ? [dashed[1], dashed[3], dashed[4]] : WORDS.exec(text)?.slice(1);
  if (!parts) return undefined;
  const [year, month, day] = parts.map(Number) as [number, number, number];
  return isCalendarDay(year, month, day) ? dayNumber(year, month, day) : undefined;
}
