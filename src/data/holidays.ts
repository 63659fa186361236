import days from "chinese-days/dist/chinese-days.json" with { type: "json" };
import type { WorkCalendar } from "../runtime/work-calendar.ts";

/**
 * Days off and working weekends in China as announced year by year, from a library that follows the notices
 * (chinese-days). A year that it does not have has not been announced, or not when the library was last updated.
 */
const off = Object.keys(days.holidays).sort();
const work = Object.keys(days.workdays).sort();

/** The announced years as the table that an evaluation takes. */
export const CHINA: WorkCalendar = {
  years: [...new Set(off.map((day) => Number(day.slice(0, 4))))],
  off,
  work,
};
