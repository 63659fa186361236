import type { Phrase } from "../diagnostics/message.ts";
import { inMessage, type PlainWord, phrase, worded } from "../diagnostics/phrases.ts";
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

const WORDS = {
  month: ["monthly", "month-form"],
  quarter: ["quarterly", "quarter-form"],
  "half-year": ["half-yearly", "half-year-form"],
  year: ["annually", "year-form"],
} as const satisfies Record<PeriodLength, readonly [cycle: PlainWord, form: PlainWord]>;

/** What the option or entry should be: 一个季度，如 2026-Q1. */
export const periodForm = (per: PeriodLength): Phrase => phrase(WORDS[per][1]);

/** A period that the measure does not assess, or none at all. */
export function wrongPeriod(raw: unknown, per: PeriodLength, extras: ProblemExtras): Problem {
  const [cycle] = WORDS[per];
  const given = raw === undefined || raw === null || raw === "" ? null : String(raw).slice(0, 30);
  return problem(
    "BF4097",
    {
      ...(given === null
        ? worded("given", "no-period-is-said")
        : worded("given", "is-no-such-period", { given })),
      ...worded("cycle", cycle),
      ...inMessage("form", periodForm(per)),
    },
    extras,
  );
}
