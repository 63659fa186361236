/**
 * Working days. Which days are off is decided year by year, so the table is an input of the call: in a year that
 * it does not cover nobody can tell, and what is counted in working days stays open.
 */
import { calendarDay, parseDay } from "./calendar.ts";

/** A table of holidays. Saturdays and Sundays are off anyway, unless they are listed as working days. */
export interface WorkCalendar {
  /** The years that the table covers wholly. */
  readonly years: readonly number[];
  /** Days off, YYYY-MM-DD; weekends need not stand here. */
  readonly off: readonly string[];
  /** Saturdays and Sundays on which people work, YYYY-MM-DD. */
  readonly work: readonly string[];
}

export class WorkDays {
  private readonly years: ReadonlySet<number>;
  private readonly off: ReadonlySet<number>;
  private readonly work: ReadonlySet<number>;

  constructor({ years, off, work }: WorkCalendar) {
    const days = (list: readonly string[]) => new Set(list.map(parseDay).filter((d) => d !== undefined));
    this.years = new Set(years);
    this.off = days(off);
    this.work = days(work);
  }

  covers(year: number): boolean {
    return this.years.has(year);
  }

  isWorking(day: number): boolean {
    // 1970-01-01, day 0, was a Thursday.
    const weekday = (((day + 4) % 7) + 7) % 7;
    return this.work.has(day) || (weekday !== 0 && weekday !== 6 && !this.off.has(day));
  }
}

/** What the counting looks at besides the date. */
export interface WithCalendar {
  readonly calendar: WorkDays | null;
}

/** The so-manyth working day after a day, or the year in which nobody can tell. */
export function workingDayAfter(
  context: WithCalendar,
  from: number,
  count: number,
): { readonly day: number } | { readonly unknown: number } {
  let left = count;
  for (let day = from + 1; ; day++) {
    const { year } = calendarDay(day);
    if (!context.calendar?.covers(year)) return { unknown: year };
    if (context.calendar.isWorking(day)) left--;
    if (left <= 0) return { day };
  }
}
