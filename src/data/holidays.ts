import { dayText, parseDay } from "../runtime/calendar.ts";
import type { WorkCalendar } from "../runtime/work-calendar.ts";

/**
 * Days off and working weekends in China, as the General Office of the State Council announced them, one notice a
 * year (and the two that changed one). A year that is not here has not been announced, or not been entered.
 * Compared day by day with two public tables of these days, and with the notices themselves where they were at hand
 * (2019, 2023, 2025, 2026), in November 2026.
 */
interface Year {
  /** From the first to the last of each holiday, MM-DD; weekends within are off anyway. */
  readonly off: readonly (readonly [first: string, last: string])[];
  readonly work: readonly string[];
}

const YEARS: Readonly<Record<number, Year>> = {
  // 国办发明电〔2017〕12号; the end of December: 国办发明电〔2018〕15号
  2018: {
    off: [
      ["01-01", "01-01"],
      ["02-15", "02-21"],
      ["04-05", "04-07"],
      ["04-29", "05-01"],
      ["06-16", "06-18"],
      ["09-22", "09-24"],
      ["10-01", "10-07"],
      ["12-30", "12-31"],
    ],
    work: ["02-11", "02-24", "04-08", "04-28", "09-29", "09-30", "12-29"],
  },
  // 国办发明电〔2018〕15号; Labour Day: 国办发明电〔2019〕3号
  2019: {
    off: [
      ["01-01", "01-01"],
      ["02-04", "02-10"],
      ["04-05", "04-07"],
      ["05-01", "05-04"],
      ["06-07", "06-09"],
      ["09-13", "09-15"],
      ["10-01", "10-07"],
    ],
    work: ["02-02", "02-03", "04-28", "05-05", "09-29", "10-12"],
  },
  // 国办发明电〔2019〕16号; the longer Spring Festival: 国办发明电〔2020〕1号
  2020: {
    off: [
      ["01-01", "01-01"],
      ["01-24", "02-02"],
      ["04-04", "04-06"],
      ["05-01", "05-05"],
      ["06-25", "06-27"],
      ["10-01", "10-08"],
    ],
    work: ["01-19", "04-26", "05-09", "06-28", "09-27", "10-10"],
  },
  // 国办发明电〔2020〕27号
  2021: {
    off: [
      ["01-01", "01-03"],
      ["02-11", "02-17"],
      ["04-03", "04-05"],
      ["05-01", "05-05"],
      ["06-12", "06-14"],
      ["09-19", "09-21"],
      ["10-01", "10-07"],
    ],
    work: ["02-07", "02-20", "04-25", "05-08", "09-18", "09-26", "10-09"],
  },
  // 国办发明电〔2021〕11号
  2022: {
    off: [
      ["01-01", "01-03"],
      ["01-31", "02-06"],
      ["04-03", "04-05"],
      ["04-30", "05-04"],
      ["06-03", "06-05"],
      ["09-10", "09-12"],
      ["10-01", "10-07"],
    ],
    work: ["01-29", "01-30", "04-02", "04-24", "05-07", "10-08", "10-09"],
  },
  // 国办发明电〔2022〕16号
  2023: {
    off: [
      ["01-01", "01-02"],
      ["01-21", "01-27"],
      ["04-05", "04-05"],
      ["04-29", "05-03"],
      ["06-22", "06-24"],
      ["09-29", "10-06"],
    ],
    work: ["01-28", "01-29", "04-23", "05-06", "06-25", "10-07", "10-08"],
  },
  // 国办发明电〔2023〕7号
  2024: {
    off: [
      ["01-01", "01-01"],
      ["02-10", "02-17"],
      ["04-04", "04-06"],
      ["05-01", "05-05"],
      ["06-10", "06-10"],
      ["09-15", "09-17"],
      ["10-01", "10-07"],
    ],
    work: ["02-04", "02-18", "04-07", "04-28", "05-11", "09-14", "09-29", "10-12"],
  },
  // 国办发明电〔2024〕12号
  2025: {
    off: [
      ["01-01", "01-01"],
      ["01-28", "02-04"],
      ["04-04", "04-06"],
      ["05-01", "05-05"],
      ["05-31", "06-02"],
      ["10-01", "10-08"],
    ],
    work: ["01-26", "02-08", "04-27", "09-28", "10-11"],
  },
  // 国办发明电〔2025〕7号
  2026: {
    off: [
      ["01-01", "01-03"],
      ["02-15", "02-23"],
      ["04-04", "04-06"],
      ["05-01", "05-05"],
      ["06-19", "06-21"],
      ["09-25", "09-27"],
      ["10-01", "10-07"],
    ],
    work: ["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"],
  },
};

/** The announced years as the table that an evaluation takes. */
export const CHINA: WorkCalendar = {
  years: Object.keys(YEARS).map(Number),
  off: Object.entries(YEARS).flatMap(([year, { off }]) =>
    off.flatMap(([first, last]) => daysOf(`${year}-${first}`, `${year}-${last}`)),
  ),
  work: Object.entries(YEARS).flatMap(([year, { work }]) => work.map((day) => `${year}-${day}`)),
};

function daysOf(first: string, last: string): string[] {
  const days: string[] = [];
  for (let day = parseDay(first)!; day <= parseDay(last)!; day++) days.push(dayText(day));
  return days;
}
