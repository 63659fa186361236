/** Days, years and periods between dates of which one may be unknown. */
import { addPeriod, fullYears } from "./calendar.ts";
import { exactly, type Interval, type OpenValue, Unknown, unbounded, unite, whyOf } from "./open-values.ts";
import { rational } from "./rational.ts";
import { type WithCalendar, workingDayAfter } from "./work-calendar.ts";

function between(from: OpenValue, to: OpenValue, count: (from: number, to: number) => number): Interval {
  if (from instanceof Unknown || to instanceof Unknown) return unbounded(unite(whyOf(from), whyOf(to)));
  return exactly(rational(count(from as number, to as number)));
}

/** Calendar days from one date to another; the first is not counted. */
export const openDaysBetween = (from: OpenValue, to: OpenValue): Interval =>
  between(from, to, (a, b) => b - a);

/** Full years from one date to another. */
export const openFullYears = (from: OpenValue, to: OpenValue): Interval => between(from, to, fullYears);

/** The last day of a period that begins on a date. */
export const openLater = (from: OpenValue, years: number, months: number, days: number): OpenValue =>
  from instanceof Unknown ? from : addPeriod(from as number, years, months, days);

/** The so-manyth working day after a date, with what is missing where nobody can tell. */
export function openWorkingDay(context: WithCalendar, from: OpenValue, count: number): OpenValue {
  if (from instanceof Unknown) return from;
  const found = workingDayAfter(context, from as number, count);
  return "day" in found ? found.day : new Unknown([{ kind: "missing-calendar", year: found.unknown }]);
}

/** The same where everything must be known; null: it is not. */
export function workingDay(context: WithCalendar, from: number, count: number): number | null {
  const found = workingDayAfter(context, from, count);
  return "day" in found ? found.day : null;
}
