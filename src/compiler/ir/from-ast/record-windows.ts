import { hinted, labelled, worded } from "../../../diagnostics/phrases.ts";
import type * as ast from "../../../parser/ast.ts";
import { rewritten } from "../../analyze/closings.ts";
import type { FieldSymbol, RecordSymbol } from "../../analyze/model.ts";
import { findUnit } from "../../vocabulary/units.ts";
import type * as ir from "../ir.ts";
import { lowerDate } from "./dates.ts";
import type { Lowering, Scope } from "./lowering.ts";

/** Which records of a list count: windows of time, one matter once, so many a period. */

type Window = NonNullable<Extract<ir.Expr, { op: "aggregate" }>["window"]>;

/** `本年度`, `本期`, `近12个月`, `近3年`, `前3年`, `自 A 以来` on dated records. */
export function lowerRecordWindow(
  lowering: Lowering,
  e: ast.WindowExpression,
  scope: Scope,
  list: FieldSymbol,
  record: RecordSymbol,
): Window | null {
  const date = dateOf(lowering, e.span, list, record);
  if (date === null) return null;
  if (e.operand || e.cumulative) return wrongWindow(lowering, e);
  if (e.window === "this-year" || e.window === "this-period") return { date, kind: e.window };
  if (e.window === "since") {
    const from = e.from ? lowerDate(lowering, e.from, { ...scope, hoists: false }) : null;
    return from && { date, kind: "since", from };
  }
  const unit = e.length?.unit ? findUnit(e.length.unit) : undefined;
  const amount = Number(e.length?.text);
  if (!unit || !Number.isInteger(amount) || amount < 1 || amount > 1200) return wrongWindow(lowering, e);
  const current = e.window === "past-with-current";
  if (unit.dimension === "年")
    return current
      ? { date, kind: "years", first: 0, last: amount - 1 }
      : { date, kind: "years", first: 1, last: amount };
  if (unit.dimension === "月" && current)
    return { date, kind: "months", months: amount * Number(unit.factor.num) };
  return wrongWindow(lowering, e);
}

function wrongWindow(lowering: Lowering, e: ast.WindowExpression): null {
  return lowering.report(
    "BF2017",
    {
      function: lowering.text(e.span),
      ...worded("why", "is-no-window"),
      ...hinted("windows-of-records"),
    },
    { span: e.span },
  );
}

/** The only date of the record; null after a report. */
function dateOf(
  lowering: Lowering,
  span: ast.Name["span"],
  list: FieldSymbol,
  record: RecordSymbol,
): number | null {
  const dates = record.fields.filter((f) => f.type?.kind === "date");
  if (dates.length === 1) return dates[0]!.index;
  return lowering.report(
    "BF2017",
    {
      function: lowering.text(span),
      ...(dates.length === 0
        ? worded("why", "needs-date", { record: record.name })
        : worded("why", "which-date", { record: record.name })),
      ...hinted("declare-date-field", { record: record.name }),
    },
    { span, related: [labelled("list-is-here", list.node.span)] },
  );
}

type OnceArgument = Extract<ast.CallArgument, { kind: "dedupe" | "at-most-per" }>;

/** `同一 事由 取最高`, `每季度最多计1次`, added to what was said before. */
export function lowerOnce(
  lowering: Lowering,
  argument: OnceArgument,
  before: ir.Once | null,
  fn: "count" | "sum" | "mean" | "max" | "min",
  list: FieldSymbol,
  record: RecordSymbol,
): ir.Once | null {
  const known = before ?? { same: [], atMost: null };
  const text = lowering.text(argument.span);
  const twice = () =>
    lowering.report(
      "BF2017",
      {
        function: text,
        ...worded("why", "is-said-twice"),
        ...hinted("say-it-once"),
      },
      { span: argument.span },
    );
  if (argument.kind === "dedupe") {
    if (known.same.length > 0) return twice();
    const by = argument.by.map((n) => n.text);
    if (fn !== "count" && argument.keep === "one")
      return lowering.report(
        "BF3142",
        { text, by },
        {
          span: argument.span,
          fixes: rewritten(lowering.model, argument.span, [`同一 {${by.join("、")}} 取最高`]),
        },
      );
    const same = argument.by.map((name) => matterField(lowering, name, record));
    if (same.some((f) => f === null)) return null;
    return { ...known, same: [...new Set(same as number[])] };
  }
  if (known.atMost) return twice();
  if (fn !== "count") return lowering.report("BF3143", { text }, { span: argument.span });
  const date = dateOf(lowering, argument.span, list, record);
  if (date === null) return null;
  const months = monthsOf(argument.every);
  if (months === null)
    return lowering.report(
      "BF2026",
      {
        value: text,
        ...worded("name", "name-of-at-most-per"),
        ...worded("allowed", "parts-of-year"),
      },
      { span: argument.span },
    );
  const count = Number(argument.count.text);
  const dimension = argument.count.unit ? findUnit(argument.count.unit)?.dimension : "次";
  if (dimension !== "次" || !Number.isInteger(count) || count < 1 || count > 1000)
    return lowering.report(
      "BF2026",
      {
        value: lowering.text(argument.count.span),
        ...worded("name", "name-of-at-most"),
        ...worded("allowed", "whole-number-of-times"),
      },
      { span: argument.count.span },
    );
  return { ...known, atMost: { date, months, count } };
}

/** Months of a period; null where such periods do not divide a year. */
function monthsOf(every: ast.Frequency | ast.NumberLiteral): number | null {
  if (typeof every === "string")
    return { month: 1, "two-months": 2, quarter: 3, "half-year": 6, year: 12 }[every];
  const unit = every.unit === undefined ? undefined : findUnit(every.unit);
  if (unit?.dimension !== "月") return null;
  const months = Number(every.text) * Number(unit.factor.num);
  return [1, 2, 3, 4, 6, 12].includes(months) ? months : null;
}

function matterField(lowering: Lowering, name: ast.Name, record: RecordSymbol): number | null {
  const field = record.fieldByName.get(name.text);
  if (field?.type === null) return null;
  if (field && field.type.kind !== "list" && field.type.kind !== "party" && field.type.kind !== "link")
    return field.index;
  const columns = record.fields.map((f) => f.name);
  return lowering.report(
    "BF2001",
    {
      name: name.text,
      ...worded("what", "column-to-tell-apart"),
      ...hinted("record-has", { record: record.name, columns }),
    },
    { span: name.span },
  );
}
