import { worded } from "../../../diagnostics/phrases.ts";
import type * as ast from "../../../parser/ast.ts";
import { type PeriodLength, periodsPerYear } from "../../../runtime/periods.ts";
import { asWritten, bracketedAfter, rewritten } from "../../analyze/closings.ts";
import type * as ir from "../ir.ts";
import { lowerExpression, lowerTruth } from "./expressions.ts";
import { type Lowering, refer, type Scope, TRUTH } from "./lowering.ts";
import { countOfPeriods, unitOfPeriods } from "./periods.ts";
import { listIn, lowerListRun, lowerRecordBefore, lowerRecordRun, periodsOfRecords } from "./record-steps.ts";

/** Looks into earlier periods: 上年 X, 上期 X and 连续N年 C. */

export function lowerPast(lowering: Lowering, e: ast.PastExpression, scope: Scope): ir.Expr | null {
  if (scope.list) return lowering.report("BF2162", { text: lowering.text(e.span) }, { span: e.span });
  // Of a record, 上年 is the one of the same period, 上期 the one before it.
  if (scope.kind.of && e.unit === "period") return lowerRecordBefore(lowering, e, scope);
  if (scope.kind.of && !periodsOfRecords(lowering, e, scope)) return null;
  const { period } = lowering.model.header;
  if (e.unit === "year" && period !== "year")
    return lowering.report(
      "BF3290",
      { text: lowering.text(e.span), what: lowering.text(e.operand.span), n: periodsPerYear(period) },
      {
        span: e.span,
        fixes: rewritten(lowering.model, e.span, [`上期 ${asWritten(lowering.model, e.operand.span)}`]),
      },
    );
  const operand = e.operand;
  // Last year's grade may feed this year's: the name is mentioned, not lowered, so that this is no cycle.
  if (operand.kind === "path" && operand.segments.length === 1) {
    const grade = lastGrade(lowering, operand.segments[0]!.text, scope);
    if (grade) return { op: "past", type: grade.type, back: 1, arg: grade };
  }
  const arg = lowerExpression(lowering, operand, { ...scope, hoists: false });
  if (!arg) return null;
  if (!recordable(lowering, arg, false))
    return lowering.report("BF2028", { text: lowering.text(e.span) }, { span: e.span });
  return { op: "past", type: arg.type, back: 1, arg };
}

/** A grade that a rule of this kind assigns, referred to without lowering it. */
export function lastGrade(lowering: Lowering, name: string, scope: Scope): ir.Expr | null {
  const scale = lowering.model.scales.get(name);
  if (!scale || scope.kind.fieldByName.has(name)) return null;
  const draft = lowering.mention(scope.kind.index, name);
  if (!draft) return null;
  if (draft.state === "pending") draft.type = { kind: "choice", enumeration: scale.enumeration };
  return refer(draft);
}

export function lowerRun(lowering: Lowering, e: ast.RunExpression, scope: Scope): ir.Expr | null {
  if (scope.list) return lowering.report("BF2162", { text: lowering.text(e.span) }, { span: e.span });
  const list = listIn(lowering, e.condition, scope);
  const frequency = scope.kind.of ? periodsOfRecords(lowering, e, scope) : null;
  if (scope.kind.of && !frequency) return null;
  const { period } = lowering.model.header;
  // 连续2年 of a monthly form: the same month of both years.
  const sameYearly = period === "year" && countOfPeriods(e.length, "year") !== null;
  const byRecords = frequency !== null && (countOfPeriods(e.length, frequency) !== null || !sameYearly);
  if (e.gap === undefined) {
    const of = list?.type?.kind === "list" && list.type.frequency !== "many" ? list.type.frequency : null;
    const unit = unitOfPeriods(of ?? (byRecords ? frequency : period));
    lowering.report(
      "BF3108",
      {
        text: lowering.text(e.span),
        length: lowering.text(e.length.span),
        lengthEn: `${e.length.text} ${unit.en}`,
        one: unit.one,
        oneEn: unit.oneEn,
      },
      {
        span: e.span,
        fixes: bracketedAfter(lowering.model, e.length.span.end, ["中断", "顺延"]),
      },
    );
  }
  if (list) return lowerListRun(lowering, e, list, scope);
  if (byRecords) return lowerRecordRun(lowering, e, frequency, scope);
  const length = lengthOfRun(lowering, e, period);
  if (length === null) return null;
  const arg = lowerTruth(lowering, e.condition, { ...scope, hoists: false });
  if (!arg) return null;
  if (!recordable(lowering, arg, false))
    return lowering.report("BF2028", { text: lowering.text(e.condition.span) }, { span: e.condition.span });
  return { op: "run", type: TRUTH, length, gap: e.gap ?? "breaks", arg };
}

/** How many periods a run must last; null after a report. */
function lengthOfRun(lowering: Lowering, e: ast.RunExpression, per: PeriodLength): number | null {
  const length = countOfPeriods(e.length, per);
  const unit = unitOfPeriods(per);
  if (length === null)
    return lowering.report(
      "BF3291",
      {
        text: lowering.text(e.length.span),
        unit: unit.zh,
        unitEn: unit.en,
        one: unit.one,
        oneEn: unit.oneEn,
      },
      { span: e.length.span },
    );
  if (length >= 2 && length <= 50) return length;
  return lowering.report(
    "BF2026",
    {
      value: lowering.text(e.length.span),
      ...worded("name", "name-of-run"),
      ...worded("allowed", "2-to-50", { unit: unit.zh, unitEn: unit.en }),
    },
    { span: e.length.span },
  );
}

/** True when everything the expression needs stands in a stored result. */
export function recordable(lowering: Lowering, e: ir.Expr, inner: boolean): boolean {
  switch (e.op) {
    case "number":
    case "truth":
    case "member":
    case "text":
    case "date":
      return true;
    case "field":
      return e.of === "subject";
    case "cell":
      return e.of === "subject" && lowering.drafts[e.cell]!.name !== null;
    case "compare":
      return recordable(lowering, e.left, true) && recordable(lowering, e.right, true);
    case "one-of":
    case "not":
      return recordable(lowering, e.arg, true);
    case "and":
    case "or":
    case "at-least":
      return e.args.every((a) => recordable(lowering, a, true));
    case "negate":
      return inner && recordable(lowering, e.arg, true);
    case "parameter":
    case "context":
    case "via":
    case "add":
    case "multiply":
    case "min":
    case "max":
    case "divide":
    case "round":
    case "if":
    case "bands":
    case "aggregate":
    case "linked":
    case "past":
    case "run":
    case "run-length":
    case "over-years":
    case "days-between":
    case "full-years":
    case "later":
      return false;
  }
}
