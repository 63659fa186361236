/**
 * Assessed periods (考核周期). A measure is assessed for a year or for a part of one; the parts of a year count
 * from 1. Periods of one length stand in a row, whatever year they lie in: their serial numbers follow each
 * other, so that looking back is subtracting.
 */
import { dayNumber, monthLength } from "./calendar.ts";

export type PeriodLength = "month" | "quarter" | "half-year" | "year";

const MONTHS: Readonly<Record<PeriodLength, number>> = { month: 1, quarter: 3, "half-year": 6, year: 12 };

/** How many periods make a year. */
export const periodsPerYear = (per: PeriodLength): number => 12 / MONTHS[per];

/** The assessed period: its year, and its number in that year from 1. */
export interface Assessed {
  readonly year: number;
  readonly period: number;
  readonly per: PeriodLength;
}

export const serialOf = (a: Assessed): number => a.year * periodsPerYear(a.per) + a.period - 1;

/** The period so many before the assessed one. */
export function periodBefore(a: Assessed, back: number): Assessed {
  const each = periodsPerYear(a.per);
  const serial = serialOf(a) - back;
  const year = Math.floor(serial / each);
  return { year, period: serial - year * each + 1, per: a.per };
}

/** `2026-03`, `2026-Q1`, `2026-H1`, `2026`: how results name the period. */
export function periodName({ year, period, per }: Assessed): string {
  const y = String(year).padStart(4, "0");
  switch (per) {
    case "month":
      return `${y}-${String(period).padStart(2, "0")}`;
    case "quarter":
      return `${y}-Q${period}`;
    case "half-year":
      return `${y}-H${period}`;
    case "year":
      return y;
  }
}

const WORDS = {
  zh: {
    month: (n: number) => `${n}月`,
    quarter: (n: number) => `第${n}季度`,
    "half-year": (n: number) => (n === 1 ? "上半年" : "下半年"),
  },
  en: {
    month: (n: number) => `month ${n} of `,
    quarter: (n: number) => `quarter ${n} of `,
    "half-year": (n: number) => (n === 1 ? "the first half of " : "the second half of "),
  },
} as const;

/** `2026年第1季度`, `quarter 1 of 2026`. */
export function periodWords({ year, period, per }: Assessed, language: "zh" | "en"): string {
  if (language === "zh") return `${year}年${per === "year" ? "" : WORDS.zh[per](period)}`;
  return `${per === "year" ? "" : WORDS.en[per](period)}${year}`;
}

const NAME = /^(\d{4})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])|H([12])))?$/;

/** Reads {@link periodName}; null for anything else. */
export function readPeriodName(text: string): Assessed | null {
  const parts = NAME.exec(text);
  if (!parts) return null;
  const year = Number(parts[1]);
  if (parts[2]) return { year, period: Number(parts[2]), per: "month" };
  if (parts[3]) return { year, period: Number(parts[3]), per: "quarter" };
  return parts[4] ? { year, period: Number(parts[4]), per: "half-year" } : { year, period: 1, per: "year" };
}

/** First and last day of a period. */
export function periodDays({ year, period, per }: Assessed): readonly [first: number, last: number] {
  const last = period * MONTHS[per];
  return [dayNumber(year, last - MONTHS[per] + 1, 1), dayNumber(year, last, monthLength(year, last))];
}

/**
 * Which periods of another length a list expects in the assessed one: those within it, or the one around it.
 * So a quarterly assessment has three monthly forms, and one of a form that comes once a year.
 */
export function periodsWithin(
  assessed: Assessed,
  each: PeriodLength,
): readonly [first: number, last: number] {
  const first = (assessed.period - 1) * MONTHS[assessed.per];
  const last = assessed.period * MONTHS[assessed.per] - 1;
  return [Math.floor(first / MONTHS[each]) + 1, Math.floor(last / MONTHS[each]) + 1];
}

/** How many records a list of that frequency expects in one assessed period; 0: any number. */
export function recordsExpected(frequency: PeriodLength | "many", per: PeriodLength): number {
  return frequency === "many" ? 0 : Math.max(1, periodsPerYear(frequency) / periodsPerYear(per));
}
