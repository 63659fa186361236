import { worded } from "../../../diagnostics/phrases.ts";
import type * as ast from "../../../parser/ast.ts";
import { walk } from "../../../parser/children.ts";
import { type PeriodLength, recordsExpected } from "../../../runtime/periods.ts";
import { rational, ZERO } from "../../../runtime/rational.ts";
import type { FieldSymbol } from "../../analyze/model.ts";
import { numberType } from "../../analyze/ranges.ts";
import { findUnit } from "../../vocabulary/units.ts";
import type * as ir from "../ir.ts";
import { lowerExpression, lowerTruth } from "./expressions.ts";
import { recordable } from "./history.ts";
import { type Lowering, recordScope, refer, type Scope, TRUTH } from "./lowering.ts";
import { constant } from "./numbers.ts";
import { countOfPeriods, unitOfPeriods } from "./periods.ts";

/**
 * Records in a row: `连续3个月(中断) 月报.得分 低于60分` over the list of a subject, and inside 每份 the record before
 * this one (上期) and the ones before it (连续2个月).
 */

/** The list whose columns a condition looks at; null: none. */
export function listIn(lowering: Lowering, e: ast.Expression, scope: Scope): FieldSymbol | null {
  if (scope.kind.of) return null;
  let found: FieldSymbol | null = null;
  walk(e, (node) => {
    if (node.kind === "call") return false;
    if (node.kind === "path" && node.segments.length > 1)
      found ??= listNamed(lowering, node.segments[0]!.text, scope);
    return true;
  });
  return found;
}

/** A list by its own name, or by that of its records where it is the only one. */
function listNamed(lowering: Lowering, name: string, { kind }: Scope): FieldSymbol | null {
  const own = kind.fieldByName.get(name);
  if (own) return own.type?.kind === "list" ? own : null;
  const lists = kind.fields.filter(
    (f) => f.type?.kind === "list" && lowering.model.records[f.type.record]!.name === name,
  );
  return lists.length === 1 ? lists[0]! : null;
}

/** `连续3个月(中断) 月报.得分 低于60分`: somewhere in the list so many records in a row. */
export function lowerListRun(
  lowering: Lowering,
  e: ast.RunExpression,
  list: FieldSymbol,
  scope: Scope,
): ir.Expr | null {
  const type = list.type as ir.ListType;
  const record = lowering.model.records[type.record]!;
  if (type.frequency === "many" || record.fieldByName.has("期"))
    return withoutPeriods(lowering, e, list.name);
  const length = lengthIn(lowering, e.length, type.frequency);
  if (length === null) return null;
  const most = recordsExpected(type.frequency, lowering.model.header.period);
  const unit = unitOfPeriods(type.frequency);
  if (length < 2 || length > most)
    return lowering.report(
      "BF3292",
      { text: lowering.text(e.length.span), list: list.name, most, unit: unit.zh, unitEn: unit.en },
      { span: e.length.span },
    );
  const where = lowerTruth(lowering, e.condition, recordScope(scope, list, record));
  if (!where) return null;
  const figure = numberType(findUnit("次"), ZERO, rational(most), rational(1));
  return {
    op: "compare",
    type: TRUTH,
    cmp: ">=",
    left: {
      ...{ op: "aggregate", type: figure, fn: "longest-run", gap: e.gap ?? "breaks", list: list.index },
      ...{ value: null, where, missing: "drop", window: null },
    },
    right: constant(rational(length), { ...figure, low: rational(length), high: rational(length) }),
  };
}

/** How the records hang together that a rule is about; null after a report. */
export function periodsOfRecords(lowering: Lowering, e: ast.Expression, scope: Scope): PeriodLength | null {
  const of = scope.kind.of!;
  const list = lowering.model.kinds[of.subject]!.fields[of.list]!;
  const type = list.type as ir.ListType;
  if (type.frequency === "many" || of.period === null) return withoutPeriods(lowering, e, list.name);
  return type.frequency;
}

const withoutPeriods = (lowering: Lowering, e: ast.Expression, list: string): null =>
  lowering.report("BF2167", { text: lowering.text(e.span), list }, { span: e.span });

/** 上期 X inside 每份: of the record before in the list. */
export function lowerRecordBefore(lowering: Lowering, e: ast.PastExpression, scope: Scope): ir.Expr | null {
  if (!periodsOfRecords(lowering, e, scope)) return null;
  const arg = seenInRecords(lowering, e.operand, scope, false);
  return arg && { op: "past", type: arg.type, each: "record", back: 1, arg };
}

/** 连续2个月 C inside 每份: this record and the one before; null: not counted in records. */
export function lowerRecordRun(
  lowering: Lowering,
  e: ast.RunExpression,
  frequency: PeriodLength,
  scope: Scope,
): ir.Expr | null {
  const length = lengthIn(lowering, e.length, frequency);
  if (length === null) return null;
  if (length < 2 || length > 50)
    return lowering.report(
      "BF2026",
      {
        value: lowering.text(e.length.span),
        ...worded("name", "name-of-run"),
        ...worded("allowed", "2-to-50", {
          unit: unitOfPeriods(frequency).zh,
          unitEn: unitOfPeriods(frequency).en,
        }),
      },
      { span: e.length.span },
    );
  const arg = seenInRecords(lowering, e.condition, scope, true);
  return arg && { op: "run", type: TRUTH, each: "record", length, gap: e.gap ?? "breaks", arg };
}

/** A value that records before this one have too: a column, or a cell of its own. */
export function seenInRecords(
  lowering: Lowering,
  e: ast.Expression,
  scope: Scope,
  truth: boolean,
): ir.Expr | null {
  const inner: Scope = { ...scope, hoists: false };
  const arg = truth ? lowerTruth(lowering, e, inner) : lowerExpression(lowering, e, inner);
  if (!arg) return null;
  if (!recordable(lowering, arg, false))
    return lowering.report("BF2028", { text: lowering.text(e.span) }, { span: e.span });
  if (arg.op === "field" || arg.op === "cell") return arg;
  return refer(lowering.hoist(scope, arg, lowering.text(e.span), e.span));
}

function lengthIn(lowering: Lowering, e: ast.NumberLiteral, frequency: PeriodLength): number | null {
  const length = countOfPeriods(e, frequency);
  if (length !== null) return length;
  const { zh, en, one, oneEn } = unitOfPeriods(frequency);
  return lowering.report(
    "BF3291",
    { text: lowering.text(e.span), unit: zh, unitEn: en, one, oneEn },
    { span: e.span },
  );
}
