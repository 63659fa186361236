import type * as ast from "../../../parser/ast.ts";
import type { PeriodLength } from "../../../runtime/periods.ts";
import { findUnit } from "../../vocabulary/units.ts";

/** Lengths of time told in periods: assessed ones, or those of a list of records. */

const MONTHS: Readonly<Record<PeriodLength, number>> = { month: 1, quarter: 3, "half-year": 6, year: 12 };

interface Words {
  readonly zh: string;
  readonly en: string;
  /** One of them: 一个季度. */
  readonly one: string;
  readonly oneEn: string;
}

const UNITS: Readonly<Record<PeriodLength, Words>> = {
  month: { zh: "个月", en: "months", one: "一个月", oneEn: "a month" },
  quarter: { zh: "个季度", en: "quarters", one: "一个季度", oneEn: "a quarter" },
  "half-year": { zh: "期", en: "periods", one: "一期", oneEn: "a period" },
  year: { zh: "年", en: "years", one: "一年", oneEn: "a year" },
};

/** What such periods are counted in: 连续3个季度. */
export const unitOfPeriods = (per: PeriodLength): Words => UNITS[per];

/** `3期`, or `3个季度` where the periods are quarters; null for any other length. */
export function countOfPeriods(e: ast.NumberLiteral, per: PeriodLength): number | null {
  const unit = e.unit ? findUnit(e.unit) : undefined;
  const amount = Number(e.text);
  if (!unit || !Number.isInteger(amount)) return null;
  if (unit.dimension === "期") return amount;
  const years = unit.dimension === "年" ? 12 : unit.dimension === "月" ? 1 : 0;
  return years * Number(unit.factor.num) === MONTHS[per] ? amount : null;
}
