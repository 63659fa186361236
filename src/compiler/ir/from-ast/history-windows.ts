import { hinted, inMessage, worded } from "../../../diagnostics/phrases.ts";
import type * as ast from "../../../parser/ast.ts";
import { periodsPerYear } from "../../../runtime/periods.ts";
import { rational, ZERO } from "../../../runtime/rational.ts";
import { argumentOf, MISSING } from "../../analyze/closings.ts";
import { numberType, repeatedType } from "../../analyze/ranges.ts";
import { findUnit } from "../../vocabulary/units.ts";
import type * as ir from "../ir.ts";
import { overYearsFixes } from "./band-fixes.ts";
import { lowerExpression, lowerTruth } from "./expressions.ts";
import { recordable } from "./history.ts";
import { type Lowering, type Scope, TRUTH } from "./lowering.ts";
import { describe } from "./names.ts";
import { constant, isNumber } from "./numbers.ts";
import { countOfPeriods, unitOfPeriods } from "./periods.ts";
import { periodsOfRecords, seenInRecords } from "./record-steps.ts";

/**
 * Figures over years or periods: `近3年 累计 X`, `合计(前3期 X)`, `计数(近3年, C)`, `累计满3次 C`, `每满2次 C` and
 * `连续期数(C, 中断)`. The current period is the one assessed; earlier ones come from the history. Years are
 * calendar years, also where a measure assesses parts of them.
 */

type YearsFn = Extract<ir.Expr, { op: "over-years" }>["fn"];

interface Years {
  readonly each: "year" | "period";
  readonly first: number;
  readonly last: number | null;
}

/** As far back as the history goes, this period included. */
const EVERY_PERIOD: Years = { each: "period", first: 0, last: null };

/** The years or periods that a window means; null after a report. */
function yearsOf(lowering: Lowering, e: ast.WindowExpression): Years | null {
  if (e.window === "this-year") return { each: "year", first: 0, last: 0 };
  if (e.window === "this-period") return { each: "period", first: 0, last: 0 };
  const { period } = lowering.model.header;
  const inYears = e.length?.unit && findUnit(e.length.unit)?.dimension === "年";
  const amount = e.length ? (inYears ? Number(e.length.text) : countOfPeriods(e.length, period)) : null;
  const each = inYears ? "year" : "period";
  if (e.window === "since" || amount === null || !Number.isInteger(amount) || amount < 1 || amount > 50) {
    const unit = unitOfPeriods(period);
    return lowering.report(
      "BF2017",
      {
        function: lowering.text(e.span),
        ...worded("why", period === "year" ? "earlier-results-by-year" : "earlier-results-by-period", {
          one: unit.one,
          oneEn: unit.oneEn,
        }),
        ...hinted(period === "year" ? "say-how-many-years" : "say-how-many-periods"),
      },
      { span: e.span },
    );
  }
  return e.window === "past-with-current"
    ? { each, first: 0, last: amount - 1 }
    : { each, first: 1, last: amount };
}

/** The window that stands before a value or a test, and what is left without it. */
function split(e: ast.Expression): { window: ast.WindowExpression; rest: ast.Expression } | null {
  switch (e.kind) {
    case "window":
      return e.operand ? { window: e, rest: e.operand } : null;
    case "compare": {
      const left = split(e.left);
      return left && { window: left.window, rest: { ...e, left: left.rest } };
    }
    case "is":
    case "between": {
      const value = split(e.value);
      return value && { window: value.window, rest: { ...e, value: value.rest } };
    }
    case "number":
    case "date":
    case "text-literal":
    case "boolean":
    case "path":
    case "call":
    case "unary":
    case "binary":
    case "weighted-sum":
    case "round":
    case "if":
    case "logical":
    case "list-condition":
    case "past":
    case "run":
    case "accumulated":
    case "population-size":
    case "period-of":
    case "after":
      return null;
  }
}

/** `合计(近3年 X)`, `计数(近3年, C)`, `平均(X, 前3年)`; undefined: a call that is not about years. */
export function lowerYearsCall(
  lowering: Lowering,
  fn: YearsFn,
  e: ast.CallExpression,
  scope: Scope,
): ir.Expr | null | undefined {
  let window: ast.WindowExpression | null = null;
  let missing: "drop" | "zero" | "not-assessed" | null = null;
  const operands: ast.Expression[] = [];
  for (const a of e.arguments) {
    if (a.kind === "missing") missing = a.policy;
    else if (a.kind !== "value") return undefined;
    else if (a.value.kind === "window" && !a.value.operand) window = a.value;
    else {
      const parts: ReturnType<typeof split> = split(a.value);
      if (parts) window = parts.window;
      operands.push(parts?.rest ?? a.value);
    }
  }
  if (!window || operands.length !== 1) return undefined;
  const years = yearsOf(lowering, window);
  return years && overYears(lowering, fn, years, operands[0]!, missing, scope, e.span);
}

/** `近3年 累计 X`; anything else over years must say what is wanted of them. */
export function lowerWindow(lowering: Lowering, e: ast.WindowExpression, scope: Scope): ir.Expr | null {
  if (e.operand && isCurrent(lowering, e)) return lowerExpression(lowering, e.operand, scope);
  const years = yearsOf(lowering, e);
  if (!years) return null;
  if (e.operand?.kind === "accumulated") return lowerAccumulated(lowering, e.operand, scope, years);
  if (!e.operand || !e.cumulative) {
    const window = lowering.text({ start: e.span.start, end: e.length?.span.end ?? e.span.end });
    const what = e.operand ? lowering.text(e.operand.span) : "某项";
    return lowering.report(
      "BF3140",
      { text: lowering.text(e.span), window, what },
      { span: e.span, fixes: overYearsFixes(lowering, e) },
    );
  }
  return overYears(lowering, null, years, e.operand, null, scope, e.span);
}

/** 本年度, where a year is what is assessed, and 本期: nothing but what stands behind it. */
const isCurrent = (lowering: Lowering, e: ast.WindowExpression): boolean =>
  e.window === "this-period" || (e.window === "this-year" && lowering.model.header.period === "year");

/** `累计满3次 C`, `每满2次 C`: the periods in which C held, as far back as the history goes. */
export function lowerAccumulated(
  lowering: Lowering,
  e: ast.AccumulatedExpression,
  scope: Scope,
  years: Years = EVERY_PERIOD,
): ir.Expr | null {
  const amount = Number(e.count.text);
  const dimension = e.count.unit ? findUnit(e.count.unit)?.dimension : "次";
  const least = e.every ? 2 : 1;
  if (
    (dimension !== "次" && dimension !== "年") ||
    !Number.isInteger(amount) ||
    amount < least ||
    amount > 1000
  )
    return lowering.report(
      "BF2026",
      {
        value: lowering.text(e.count.span),
        ...worded("name", e.every ? "name-of-every-full" : "name-of-adding-up"),
        ...worded("allowed", "whole-number-of-times-or-more", { least }),
      },
      { span: e.count.span },
    );
  const count = overYears(lowering, "count", years, e.condition, null, scope, e.span);
  if (!count || !isNumber(count)) return null;
  const limit = constant(rational(amount), { ...count.type, low: rational(amount), high: rational(amount) });
  if (!e.every) return { op: "compare", type: TRUTH, cmp: ">=", left: count, right: limit };
  if (years.each === "year" && lowering.model.header.period !== "year")
    return lowering.report(
      "BF2017",
      {
        function: lowering.text(e.span),
        ...worded("why", "cannot-count-years"),
        ...hinted("count-periods-instead"),
      },
      { span: e.span },
    );
  // A multiple is reached in the period in which one more full number of times is there than a period before.
  const before = overYears(lowering, "count", { ...years, first: 1 }, e.condition, null, scope, e.span);
  if (!before || !isNumber(before)) return null;
  const full = (of: ir.Expr & { readonly type: ir.NumberType }): ir.Expr => ({
    op: "round",
    type: of.type,
    mode: "down",
    step: rational(1),
    arg: {
      op: "divide",
      type: { ...of.type, step: null },
      left: of,
      right: constant(rational(amount), of.type),
    },
  });
  return { op: "compare", type: TRUTH, cmp: ">", left: full(count), right: full(before) };
}

/** `连续期数(C, 中断)`. */
export function lowerRunLength(lowering: Lowering, e: ast.CallExpression, scope: Scope): ir.Expr | null {
  const values = e.arguments.flatMap((a) => (a.kind === "value" ? [a.value] : []));
  const gaps = values.map(gapOf);
  const gap = gaps.find((g) => g !== null) ?? null;
  const conditions = values.filter((_, i) => gaps[i] === null);
  if (conditions.length !== 1 || values.length !== e.arguments.length)
    return lowering.report(
      "BF2017",
      {
        function: e.callee.text,
        ...worded("why", "needs-one-condition"),
        ...hinted("example-of-run-length"),
      },
      { span: e.span },
    );
  if (gap === null)
    lowering.report(
      "BF3141",
      { text: lowering.text(conditions[0]!.span) },
      { span: e.span, fixes: argumentOf(lowering.model, e.span.end, ["中断", "顺延"]) },
    );
  const records = scope.kind.of && !scope.list;
  if (records && !periodsOfRecords(lowering, e, scope)) return null;
  const arg = records
    ? seenInRecords(lowering, conditions[0]!, scope, true)
    : remembered(lowering, conditions[0]!, scope, true);
  if (!arg) return null;
  const years = lowering.model.header.period === "year" && !records;
  const type = numberType(findUnit(years ? "年" : "期"), ZERO, null, rational(1));
  return { op: "run-length", type, ...(records && { each: "record" }), gap: gap ?? "breaks", arg };
}

function gapOf(e: ast.Expression): "breaks" | "skips" | null {
  if (e.kind !== "path" || e.segments.length !== 1) return null;
  const word = e.segments[0]!.text;
  if (word === "中断" || word === "broken" || word === "breaks") return "breaks";
  return word === "顺延" || word === "skipped" || word === "skips" ? "skips" : null;
}

/** `fn` null: in total, the sum of numbers or the count of years in which a condition held. */
function overYears(
  lowering: Lowering,
  fn: YearsFn | null,
  { each, first, last }: Years,
  operand: ast.Expression,
  missing: "drop" | "zero" | "not-assessed" | null,
  scope: Scope,
  span: ast.Expression["span"],
): ir.Expr | null {
  // Of records only whole years can be meant: those of the same period.
  if (scope.kind.of && (each === "period" || lowering.model.header.period !== "year"))
    return lowering.report("BF2168", { text: lowering.text(span) }, { span });
  const past: Scope = { ...scope, hoists: false, ...(first > 0 && { mentions: true }) };
  const arg = remembered(lowering, operand, past, fn === "count" ? true : null);
  if (!arg) return null;
  const { period } = lowering.model.header;
  const number = last === null ? null : (last - first + 1) * (each === "year" ? periodsPerYear(period) : 1);
  // Where a year is assessed as a whole, years and periods are the same.
  const what = each === "period" && period !== "year" ? ({ each } as const) : {};
  if (arg.type.kind === "truth" && (fn === null || fn === "count")) {
    const most = number === null ? null : rational(number);
    const type = numberType(findUnit("次"), ZERO, most, rational(1));
    return { op: "over-years", type, fn: "count", ...what, first, last, missing: "drop", arg };
  }
  if (!isNumber(arg))
    return lowering.report(
      "BF2007",
      {
        ...worded("expected", "expected-number"),
        text: lowering.text(operand.span),
        ...inMessage("found", describe(arg.type)),
        ...hinted("count-years"),
      },
      { span: operand.span },
    );
  const figure = fn ?? "sum";
  if (figure === "mean" && missing === null)
    lowering.report(
      "BF3109",
      { text: lowering.text(span) },
      { span, fixes: argumentOf(lowering.model, span.end, MISSING) },
    );
  const type =
    figure === "sum"
      ? repeatedType(arg.type, number)
      : figure === "mean"
        ? { ...arg.type, step: null }
        : arg.type;
  return { op: "over-years", type, fn: figure, ...what, first, last, missing: missing ?? "drop", arg };
}

/** Lowers what is looked at in earlier years; `truth`: it must be a condition. */
function remembered(lowering: Lowering, e: ast.Expression, scope: Scope, truth: true | null): ir.Expr | null {
  if (scope.list) return lowering.report("BF2162", { text: lowering.text(e.span) }, { span: e.span });
  const inner: Scope = { ...scope, hoists: false };
  const arg = truth ? lowerTruth(lowering, e, inner) : lowerExpression(lowering, e, inner);
  if (!arg) return null;
  if (!recordable(lowering, arg, false))
    return lowering.report("BF2028", { text: lowering.text(e.span) }, { span: e.span });
  return arg;
}
