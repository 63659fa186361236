import { hinted, inMessage, worded } from "../../../diagnostics/phrases.ts";
import type * as ast from "../../../parser/ast.ts";
import { rational } from "../../../runtime/rational.ts";
import { numberType } from "../../analyze/ranges.ts";
import { findUnit } from "../../vocabulary/units.ts";
import type * as ir from "../ir.ts";
import { lowerExpression } from "./expressions.ts";
import { type Lowering, type Scope, TRUTH } from "./lowering.ts";
import { describe } from "./names.ts";

/**
 * Dates: 天数(A, B), 周岁(A, B), and periods `A 后30日内`, `自 A 起 1年`. A period as a value is its last day;
 * behind 为 or 属于 it is all its days, the day it begins on included.
 */

/** `天数(A, B)` and `周岁(A, B)`. */
export function lowerDateFunction(
  lowering: Lowering,
  op: "days-between" | "full-years",
  e: ast.CallExpression,
  scope: Scope,
): ir.Expr | null {
  const values = e.arguments.flatMap((a) => (a.kind === "value" ? [a.value] : []));
  if (e.arguments.length !== 2 || values.length !== 2)
    return lowering.report(
      "BF2017",
      {
        function: e.callee.text,
        ...worded("why", "needs-two-dates"),
        ...hinted(op === "full-years" ? "example-of-age" : "example-of-days", { function: e.callee.text }),
      },
      { span: e.span },
    );
  const [from, to] = values.map((v) => lowerDate(lowering, v, scope));
  if (!from || !to) return null;
  const unit = findUnit(op === "full-years" ? "周岁" : "天");
  return { op, type: numberType(unit, null, null, rational(1)), from, to };
}

/** Lowers an expression that must be a date. */
export function lowerDate(lowering: Lowering, e: ast.Expression, scope: Scope): ir.Expr | null {
  const lowered = lowerExpression(lowering, e, scope);
  if (!lowered || lowered.type.kind === "date") return lowered;
  return lowering.report(
    "BF2007",
    {
      ...worded("expected", "expected-date"),
      text: lowering.text(e.span),
      ...inMessage("found", describe(lowered.type)),
      ...hinted("example-of-date"),
    },
    { span: e.span },
  );
}

type Period = ast.AfterExpression | ast.PeriodExpression;

/** The last day of a period. */
export function lowerPeriodEnd(lowering: Lowering, e: Period, scope: Scope): ir.Expr | null {
  const length = lengthOf(lowering, e.length);
  const from = lowerDate(lowering, e.from, scope);
  return length && from && { op: "later", type: { kind: "date" }, from, ...length };
}

function lengthOf(
  lowering: Lowering,
  e: ast.NumberLiteral,
): { years: number; months: number; days: number; workdays?: number } | null {
  const unit = e.unit ? findUnit(e.unit) : undefined;
  const amount = Number(e.text) * Number(unit?.factor.num ?? 1n);
  const known = ["年", "月", "天", "工作日"].includes(unit?.dimension ?? "");
  if (!known || !Number.isInteger(amount) || amount < 1 || amount > 36_500)
    return lowering.report(
      "BF2026",
      {
        value: lowering.text(e.span),
        ...worded("name", "name-of-deadline"),
        ...worded("allowed", "whole-years-months-days-or-working"),
      },
      { span: e.span },
    );
  return {
    ...(unit?.dimension === "工作日" && { workdays: amount }),
    years: unit?.dimension === "年" ? amount : 0,
    months: unit?.dimension === "月" ? amount : 0,
    days: unit?.dimension === "天" ? amount : 0,
  };
}

export const isPeriod = (e: ast.Expression): e is Period => e.kind === "after" || e.kind === "period-of";

/** `办结日期 为 通知日期 后30日内`: from the first day of the period to its last. */
export function lowerWithin(lowering: Lowering, left: ir.Expr, e: Period, scope: Scope): ir.Expr | null {
  const end = lowerPeriodEnd(lowering, e, scope);
  if (end?.op !== "later") return null;
  return {
    op: "and",
    type: TRUTH,
    args: [
      { op: "compare", type: TRUTH, cmp: ">=", left, right: end.from },
      { op: "compare", type: TRUTH, cmp: "<=", left, right: end },
    ],
  };
}
