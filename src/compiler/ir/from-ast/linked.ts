import type { PlainWord } from "../../../diagnostics/phrases.ts";
import type * as ast from "../../../parser/ast.ts";
import { rational, ZERO } from "../../../runtime/rational.ts";
import type { KindSymbol } from "../../analyze/model.ts";
import { numberType, repeatedType } from "../../analyze/ranges.ts";
import type { BuiltIn } from "../../vocabulary/functions.ts";
import { findUnit } from "../../vocabulary/units.ts";
import type * as ir from "../ir.ts";
import { lowerTruth } from "./expressions.ts";
import { type Lowering, refer, type Scope, subjectScope, TRUTH } from "./lowering.ts";
import { isSeveral, unknownName } from "./names.ts";
import { isNumber, lowerOperand } from "./numbers.ts";

/**
 * 计数, 合计, 平均, 最高, 最低 over the subjects that one is linked with: `计数(所属人员, 考核等次 为 不称职)`.
 * Inside, names are those of the linked subjects; what belongs to this one is reached through their link.
 */

type AggregateFn = Extract<BuiltIn, { family: "aggregate" }>;

/** Whether a path leads, through links, to several subjects. */
export function leadsToSubjects(
  lowering: Lowering,
  [first, ...rest]: readonly ast.Name[],
  scope: Scope,
): boolean {
  if (!first) return false;
  if (isSeveral(first.text, scope)) return true;
  const { type } = scope.kind.fieldByName.get(first.text) ?? {};
  return (
    type?.kind === "link" &&
    leadsToSubjects(lowering, rest, subjectScope(lowering.model.kinds[type.subject]!, scope.cite))
  );
}

export function lowerOverLinked(
  lowering: Lowering,
  builtIn: AggregateFn,
  e: ast.CallExpression,
  path: readonly ast.Name[],
  scope: Scope,
  usage: (why: PlainWord) => null,
): ir.Expr | null {
  const [first, ...rest] = path;
  const field = scope.kind.fieldByName.get(first!.text);
  if (field?.type?.kind === "link") {
    // 所在单位.所属人员: computed once there, and seen from here.
    const there = subjectScope(lowering.model.kinds[field.type.subject]!, scope.cite);
    const inner = lowerOverLinked(lowering, builtIn, e, rest, there, usage);
    if (!inner) return null;
    const target = refer(lowering.hoist(there, inner, lowering.text(e.span), e.span));
    return { op: "via", type: target.type, link: field.index, target };
  }
  const found = overOf(lowering, first!, scope);
  if (!found) return unknownName(lowering, first!, scope);
  const there = subjectScope(found.kind, scope.cite);

  let value: ir.Expr | null = null;
  if (builtIn.fn === "count") {
    if (rest.length > 0) return usage("counts-subjects");
  } else {
    if (rest.length === 0) return usage("needs-field");
    value = lowerOperand(lowering, { kind: "path", span: e.arguments[0]!.span, segments: rest }, there);
    if (!value) return null;
  }
  const conditions: ir.Expr[] = [];
  for (const argument of e.arguments.slice(1)) {
    if (argument.kind !== "value" || argument.value.kind === "window") return usage("only-conditions-follow");
    const condition = lowerTruth(lowering, argument.value, there);
    if (!condition) return null;
    conditions.push(condition);
  }
  const where: ir.Expr | null =
    conditions.length > 1 ? { op: "and", type: TRUTH, args: conditions } : (conditions[0] ?? null);
  const cell = (part: ir.Expr | null): number | null =>
    part && lowering.hoist(there, part, lowering.text(e.span), e.span).id;
  return {
    op: "linked",
    type: typeOf(builtIn.fn, value),
    fn: builtIn.fn,
    over: found.over,
    where: cell(where),
    value: cell(value),
  };
}

function overOf(
  lowering: Lowering,
  name: ast.Name,
  { kind }: Scope,
): { over: ir.Over; kind: KindSymbol } | null {
  const { kinds } = lowering.model;
  const field = kind.fieldByName.get(name.text);
  if (field?.type?.kind === "links")
    return { over: { how: "field", field: field.index }, kind: kinds[field.type.subject]! };
  const inverse = kind.inverses.get(name.text);
  if (!inverse) return null;
  const over: ir.Over = { how: "inverse", subject: inverse.kind, field: inverse.field };
  return { over, kind: kinds[inverse.kind]! };
}

function typeOf(fn: AggregateFn["fn"], value: ir.Expr | null): ir.NumberType {
  if (fn === "count" || !value || !isNumber(value))
    return { ...numberType(findUnit("人"), ZERO, null, rational(1)), headcount: true };
  if (fn === "sum") return repeatedType(value.type, null);
  return fn === "mean" ? { ...value.type, step: null } : value.type;
}
