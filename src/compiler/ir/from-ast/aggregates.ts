import { hinted, inMessage, type PlainWord, worded } from "../../../diagnostics/phrases.ts";
import type * as ast from "../../../parser/ast.ts";
import { recordsExpected } from "../../../runtime/periods.ts";
import { rational, ZERO } from "../../../runtime/rational.ts";
import { argumentOf, MISSING } from "../../analyze/closings.ts";
import type { FieldSymbol, RecordSymbol } from "../../analyze/model.ts";
import { numberType, repeatedType } from "../../analyze/ranges.ts";
import { type BuiltIn, englishName } from "../../vocabulary/functions.ts";
import { findUnit } from "../../vocabulary/units.ts";
import type * as ir from "../ir.ts";
import { lowerExpression, lowerTruth } from "./expressions.ts";
import { leadsToSubjects, lowerOverLinked } from "./linked.ts";
import { type Lowering, recordScope, type Scope } from "./lowering.ts";
import { describe, ownerScope, throughOwner, unknownName } from "./names.ts";
import { isNumber } from "./numbers.ts";
import { lowerOnce, lowerRecordWindow } from "./record-windows.ts";

/** 计数, 合计, 平均, 最高, 最低 over the records of a list. */

type AggregateFn = Extract<BuiltIn, { family: "aggregate" }>;

/** A function in a message, by its names in both languages. */
const functionNamed = ({ zh }: { readonly zh: string }) => inMessage("function", { zh, en: englishName(zh) });

export function lowerAggregate(
  lowering: Lowering,
  builtIn: AggregateFn,
  e: ast.CallExpression,
  scope: Scope,
): ir.Expr | null {
  const first = e.arguments[0];
  const path = first?.kind === "value" && first.value.kind === "path" ? first.value : null;
  const usage = (why: PlainWord) =>
    lowering.report(
      "BF2017",
      {
        function: e.callee.text,
        ...worded("why", why),
        ...hinted(builtIn.fn === "count" ? "example-of-records" : "example-of-column", {
          function: builtIn.zh,
          functionEn: englishName(builtIn.zh),
        }),
      },
      { span: e.span },
    );
  if (!path) return usage("needs-records-first");
  if (scope.list) return lowering.report("BF2162", { text: lowering.text(e.span) }, { span: e.span });
  if (scope.kind.of) {
    // The records are those of the subject; what is counted is a figure of his.
    const owner: Scope = { ...ownerScope(lowering, scope), beside: scope.kind };
    const value = lowerAggregate(lowering, builtIn, e, owner);
    return value && throughOwner(lowering, scope, value, lowering.text(e.span), e.span);
  }

  if (leadsToSubjects(lowering, path.segments, scope))
    return lowerOverLinked(lowering, builtIn, e, path.segments, scope, usage);

  const found = findList(lowering, path.segments[0]!, builtIn, scope);
  if (!found) return null;
  const { list, record, frequency } = found;
  const inner = recordScope(scope, list, record);

  const rest = path.segments.slice(1);
  let value: ir.Expr | null = null;
  if (builtIn.fn === "count") {
    if (rest.length > 0) return usage("counts-records");
  } else {
    if (rest.length === 0) return usage("needs-column");
    value = lowerExpression(lowering, { kind: "path", span: path.span, segments: rest }, inner);
    if (!value) return null;
    if (!isNumber(value))
      return lowering.report(
        "BF2007",
        {
          ...worded("expected", "expected-number"),
          text: lowering.text(path.span),
          ...inMessage("found", describe(value.type)),
          ...hinted("works-on-numbers"),
        },
        { span: path.span },
      );
  }

  let where: ir.Expr | null = null;
  let window: Extract<ir.Expr, { op: "aggregate" }>["window"] = null;
  let once: ir.Once | null = null;
  let missing: "drop" | "zero" | "not-assessed" | null = null;
  for (const argument of e.arguments.slice(1)) {
    switch (argument.kind) {
      case "value": {
        if (argument.value.kind === "window") {
          window = lowerRecordWindow(lowering, argument.value, scope, list, record);
          if (!window) return null;
          break;
        }
        const condition = lowerTruth(lowering, argument.value, inner);
        if (!condition) return null;
        where = where ? { op: "and", type: condition.type, args: [where, condition] } : condition;
        break;
      }
      case "missing":
        missing = argument.policy;
        break;
      case "population":
        return usage("does-not-rank");
      case "dedupe":
      case "at-most-per":
        once = lowerOnce(lowering, argument, once, builtIn.fn, list, record);
        if (!once) return null;
        break;
      case "holder":
        return usage("asks-no-post");
    }
  }
  if (builtIn.fn === "mean" && frequency !== "many" && missing === null)
    lowering.report(
      "BF3109",
      { text: lowering.text(e.span) },
      { span: e.span, fixes: argumentOf(lowering.model, e.span.end, MISSING) },
    );
  const most = recordsExpected(frequency, lowering.model.header.period) || null;
  return {
    op: "aggregate",
    type: typeOf(builtIn.fn, value, most),
    fn: builtIn.fn,
    list: list.index,
    value,
    where,
    missing: missing ?? "drop",
    window,
    ...(once && { once }),
  };
}

function typeOf(fn: AggregateFn["fn"], value: ir.Expr | null, most: number | null): ir.NumberType {
  if (fn === "count" || !value || !isNumber(value))
    return {
      ...numberType(findUnit("次"), ZERO, most === null ? null : rational(most), rational(1)),
      headcount: true,
    };
  if (fn === "sum") return repeatedType(value.type, most);
  return fn === "mean" ? { ...value.type, step: null } : value.type;
}

/** The list field a name means: the field itself, or the only list of that kind of record. */
function findList(
  lowering: Lowering,
  name: ast.Name,
  builtIn: AggregateFn,
  scope: Scope,
): { list: FieldSymbol; record: RecordSymbol; frequency: ir.ListType["frequency"] } | null {
  const lists = scope.kind.fields.filter((f) => f.type?.kind === "list");
  const direct = scope.kind.fieldByName.get(name.text);
  if (direct?.type === null) return null;
  if (direct && direct.type?.kind !== "list")
    return lowering.report("BF2016", { name: name.text, ...functionNamed(builtIn) }, { span: name.span });
  const ofRecord = lists.filter(
    (f) => f.type?.kind === "list" && lowering.model.records[f.type.record]!.name === name.text,
  );
  const list = direct ?? (ofRecord.length === 1 ? ofRecord[0]! : null);
  if (list?.type?.kind !== "list") {
    if (lowering.definersOf(scope.kind.index, name.text).length > 0 || ofRecord.length > 1)
      return lowering.report("BF2016", { name: name.text, ...functionNamed(builtIn) }, { span: name.span });
    return unknownName(lowering, name, scope);
  }
  return { list, record: lowering.model.records[list.type.record]!, frequency: list.type.frequency };
}
