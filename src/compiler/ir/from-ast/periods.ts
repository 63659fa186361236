import { phrase, worded } from "../../../diagnostics/phrases.ts";
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

/** What such periods are counted in: 连续3个季度. */
export function unitOfPeriods(per: PeriodLength): Words {
  switch (per) {
    case "month":
      return { ...phrase("unit-of-months"), ...worded("one", "month") };
    case "quarter":
      return { ...phrase("unit-of-quarters"), ...worded("one", "quarter") };
    case "half-year":
      return { ...phrase("unit-of-periods"), ...worded("one", "period") };
    case "year":
      return { ...phrase("unit-of-years"), ...worded("one", "year") };
  }
}

/** `3期`, or `3个季度` where the periods are quarters; null for any other length. */
export function countOfPeriods(e: ast.NumberLiteral, per: PeriodLength): number | null {
  const unit = e.unit ? findUnit(e.unit) : undefined;
  const amount = Number(e.text);
  if (!unit || !Number.isInteger(amount)) return null;
  if (unit.dimension === "期") return amount;
  const years = unit.dimension === "年" ? 12 : unit.dimension === "月" ? 1 : 0;
  return years * Number(unit.factor.num) === MONTHS[per] ? amount : null;
}
