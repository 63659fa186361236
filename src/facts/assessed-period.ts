import { type Problem, type ProblemExtras, problem } from "../diagnostics/problem.ts";
import { periodOfYear } from "../runtime/fact-periods.ts";
import type { Assessed, PeriodLength } from "../runtime/periods.ts";

/**
 * The assessed period as people write it: `2026`, `2026-Q1`, `2026年第1季度`, `2026-03`, `2026年3月`, `2026-H1`,
 * `2026年上半年`; without its year where the year stands beside it.
 */

const YEAR = /^\s*((?:19|2[01])\d\d)(?!\d)/;

/** @param year said beside it; null: not said */
export function readAssessed(raw: unknown, per: PeriodLength, year: number | null): Assessed | null {
  const text = typeof raw === "number" ? String(raw) : raw;
  if (raw === undefined || raw === null)
    return per === "year" && year !== null ? { year, period: 1, per } : null;
  if (typeof text !== "string" || text.length > 20) return null;
  const own = YEAR.exec(text)?.[1];
  if (own !== undefined && year !== null && Number(own) !== year) return null;
  const of = own === undefined ? year : Number(own);
  if (of === null) return null;
  const rest = own === undefined ? text : text.trim().slice(own.length);
  if (rest === "" || rest === "年" || rest === "年度")
    return per === "year" ? { year: of, period: 1, per } : null;
  // 2026-03 is a month; it must not be taken for a third quarter.
  if (own !== undefined && per !== "month" && /^[-/年]?\s*\d+$/.test(rest)) return null;
  const period = periodOfYear(own === undefined && per !== "year" ? text : `${of}${rest}`, per, of);
  return period === null ? null : { year: of, period, per };
}

const WORDS: Readonly<
  Record<PeriodLength, readonly [zh: string, en: string, zhForm: string, enForm: string]>
> = {
  month: ["每月", "monthly", "一个月份，如 2026-03", "a month, as 2026-03"],
  quarter: ["每季度", "quarterly", "一个季度，如 2026-Q1", "a quarter, as 2026-Q1"],
  "half-year": ["每半年", "half yearly", "一个半年，如 2026-H1", "a half-year, as 2026-H1"],
  year: ["每年", "annually", "一个年度，如 2026", "a year, as 2026"],
};

/** What the option or entry should be: 一个季度，如 2026-Q1. */
export function periodForm(per: PeriodLength, language: "zh" | "en"): string {
  return WORDS[per][language === "zh" ? 2 : 3];
}

/** A period that the measure does not assess, or none at all. */
export function wrongPeriod(raw: unknown, per: PeriodLength, extras: ProblemExtras): Problem {
  const [cycle, cycleEn, form, formEn] = WORDS[per];
  const given = raw === undefined || raw === null || raw === "" ? null : String(raw).slice(0, 30);
  return problem(
    "BF4097",
    {
      given: given === null ? "没有说是哪一期" : `“${given}”不是这样的一期`,
      givenEn: given === null ? "no period is said" : `“${given}” is no such period`,
      cycle,
      cycleEn,
      form,
      formEn,
    },
    extras,
  );
}
