/** The implicit key 期 of records in periodic lists. */
import type { Frequency } from "./abi.ts";
import { plain } from "./fact-values.ts";
import { type Assessed, periodsPerYear, periodsWithin } from "./periods.ts";

export const PERIOD_KEY = "期";

export const isPeriodKey = (name: string): boolean => name === PERIOD_KEY || name === "period";

/** `3月`, `第1季度`, `上半年`. */
export function periodText(frequency: Frequency, period: number): string {
  switch (frequency) {
    case "month":
      return `${period}月`;
    case "quarter":
      return `第${period}季度`;
    case "half-year":
      return period === 1 ? "上半年" : "下半年";
    case "year":
      return "全年";
    case "many":
      return String(period);
  }
}

const YEAR_FIRST = /^(\d{4})(?:年|[-/])?(.*)$/;
const FORMS: Readonly<Record<Exclude<Frequency, "many">, RegExp>> = {
  month: /^0?(\d{1,2})月?(?:份)?$/,
  quarter: /^(?:第|Q)?0?([1-4])(?:季度?)?$/i,
  "half-year": /^(?:H|第)?0?([12])$/i,
  year: /^(?:全年|1)?$/,
};
const WORDS: Readonly<Record<string, number>> = /* @__PURE__ */ Object.assign(Object.create(null), {
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  上半年: 1,
  下半年: 2,
});

/** The number of a period in its year, from 1 on; null when it is none, or lies outside the assessed period. */
export function readPeriod(raw: unknown, frequency: Frequency, assessed: Assessed): number | null {
  if (frequency === "many") return null;
  const period = periodOfYear(raw, frequency, assessed.year);
  const [first, last] = periodsWithin(assessed, frequency);
  return period !== null && period >= first && period <= last ? period : null;
}

/** The number of a period written with or without that year; null when it is none of it. */
export function periodOfYear(
  raw: unknown,
  frequency: Exclude<Frequency, "many">,
  year: number,
): number | null {
  const count = periodsPerYear(frequency);
  if (typeof raw === "number") {
    if (frequency === "year" && raw === year) return 1;
    return Number.isInteger(raw) && raw >= 1 && raw <= count ? raw : null;
  }
  if (typeof raw !== "string" || raw.length > 20) return null;
  let text = plain(raw);
  const dated = YEAR_FIRST.exec(text);
  if (dated) {
    if (Number(dated[1]) !== year) return null;
    text = dated[2]!;
  }
  const word = WORDS[text] ?? WORDS[text.replace(/^第|季度?$/g, "")];
  if (word !== undefined && word <= count && frequency !== "month") return word;
  const match = FORMS[frequency].exec(text);
  if (!match) return null;
  const period = match[1] === undefined ? 1 : Number(match[1]);
  return period >= 1 && period <= count ? period : null;
}

export function periodOf(source: Readonly<Record<string, unknown>>): unknown {
  for (const key of Object.keys(source)) {
    if (isPeriodKey(plain(key))) return source[key];
  }
  return undefined;
}

/**
 * The records of a list in the order of their periods, and the periods without one. Records that say no period
 * stand in order. null: some say it and others do not, or they are more than there are periods.
 */
export function arrange<R extends { period: number | null }>(
  records: readonly R[],
  frequency: Frequency,
  assessed: Assessed,
): { readonly records: readonly R[]; readonly absent: readonly string[] } | null {
  if (frequency === "many") return { records, absent: [] };
  const [first, last] = periodsWithin(assessed, frequency);
  const unnamed = records.filter((r) => r.period === null).length;
  if ((unnamed > 0 && unnamed < records.length) || records.length > last - first + 1) return null;
  for (const [i, r] of records.entries()) r.period ??= first + i;
  const periods = new Set(records.map((r) => r.period));
  const absent: string[] = [];
  for (let p = first; p <= last; p++) if (!periods.has(p)) absent.push(periodText(frequency, p));
  return { records: records.toSorted((a, b) => a.period! - b.period!), absent };
}
