import { hinted, inMessage, titled, unsaid, worded } from "../../../diagnostics/phrases.ts";
import { nearest } from "../../../diagnostics/suggest.ts";
import type * as ast from "../../../parser/ast.ts";
import { compare, divide, type Rational, toText } from "../../../runtime/rational.ts";
import { findUnit } from "../../vocabulary/units.ts";
import type * as ir from "../ir.ts";
import { isPeriod, lowerWithin } from "./dates.ts";
import { lowerExpression } from "./expressions.ts";
import { type Lowering, type Scope, TRUTH } from "./lowering.ts";
import { describe } from "./names.ts";
import { lowerNotApplicable, lowerSeveralNotApplicable } from "./not-applicable.ts";
import { isNumber, lowerNumber, lowerPair, reportUnits, sameUnit } from "./numbers.ts";

/** Comparisons: words with legal meaning, units, levels and options. */

const BELOW = new Set(["以下", "以内", "or less"]);
const ABOVE = new Set(["以上", "or more"]);

/** Grades are told from the highest down, as a measure declares them; levels from the lowest up. */
const shownMembers = ({ kind, members }: ir.Enumeration): readonly string[] =>
  kind === "scale" ? [...members].reverse() : members;

/** The operator of a tail after the measure's general rules (通则: 以下不含本数). */
export function operatorOf(lowering: Lowering, tail: ast.ComparisonTail): ast.ComparisonOperator {
  if (tail.explicit) return tail.op;
  if (tail.op === "<=" && BELOW.has(tail.word) && lowering.model.general.belowExcludes) return "<";
  if (tail.op === ">=" && ABOVE.has(tail.word) && lowering.model.general.aboveExcludes) return ">";
  return tail.op;
}

export function lowerCompare(lowering: Lowering, e: ast.CompareExpression, scope: Scope): ir.Expr | null {
  const cmp = operatorOf(lowering, e.test);
  let right = e.test.value;
  const bareLeft = e.left.kind === "number" && e.left.unit === undefined;
  if (!bareLeft) {
    const left = lowerExpression(lowering, e.left, scope);
    if (!left) return null;
    if (left.type.kind === "choice") return compareChoice(lowering, e, left, cmp, scope);
    if (left.type.kind !== "number") return compareOther(lowering, e, left, cmp, scope);
    if (
      right.kind === "number" &&
      right.unit === undefined &&
      left.type.display.unit === "%" &&
      right.text !== "0"
    )
      return lowering.report(
        "BF2031",
        { left: lowering.text(e.left.span), right: lowering.text(right.span) },
        {
          span: right.span,
          fixes: [
            titled("add-percent-sign", [{ span: { start: right.span.end, end: right.span.end }, text: "%" }]),
          ],
        },
      );
    if (right.kind === "number") {
      right = inHeads(lowering, left, right);
      const value = lowerNumber(right, left.type);
      if (!value) return null;
      if (!sameUnit(left.type, value.type))
        return reportUnits(lowering, e.left, left.type, right, value.type, "compared");
      warnConstant(lowering, e, left.type, cmp, (value as Extract<ir.Expr, { op: "number" }>).value);
      return { op: "compare", type: TRUTH, cmp, left, right: value };
    }
  }
  const pair = lowerPair(lowering, e.left, right, scope, "compared");
  return pair && { op: "compare", type: TRUTH, cmp, left: pair[0], right: pair[1] };
}

const HEADS = new Set(["人", "个", "村", "户", "家", "次"]);

/** A number of linked subjects is compared with 3人, 3个 or 3村: what they are counted in says nothing more. */
function inHeads(lowering: Lowering, left: ir.Expr, n: ast.NumberLiteral): ast.NumberLiteral {
  const of = left.op === "via" ? left.target : left;
  const { body } = of.op === "cell" ? lowering.drafts[of.cell]! : { body: null };
  const expr = body?.kind === "expression" ? body.expr : of;
  const heads = n.unit !== undefined && HEADS.has(findUnit(n.unit)?.dimension ?? "");
  if (expr.op !== "linked" || expr.fn !== "count" || !heads) return n;
  const { unit: _, ...bare } = n;
  return bare;
}

/** A comparison that the declared range already decides is most often a slip in the figure. */
function warnConstant(
  lowering: Lowering,
  e: ast.CompareExpression,
  type: ir.NumberType,
  cmp: ast.ComparisonOperator,
  value: Rational,
): void {
  const always = decided(type, cmp, value);
  if (always === null || !type.low || !type.high) return;
  const shown = (r: Rational) => `${toText(divide(r, type.display.factor))}${type.display.unit}`;
  lowering.report(
    "BF5104",
    {
      text: lowering.text(e.span),
      ...worded("always", always ? "true" : "false"),
      name: lowering.text(e.left.span),
      range: `${shown(type.low)}–${shown(type.high)}`,
    },
    { span: e.span },
  );
}

function decided(type: ir.NumberType, cmp: ast.ComparisonOperator, value: Rational): boolean | null {
  const { low, high } = type;
  const below = high !== null && compare(high, value) < 0;
  const above = low !== null && compare(low, value) > 0;
  const upTo = high !== null && compare(high, value) <= 0;
  const from = low !== null && compare(low, value) >= 0;
  switch (cmp) {
    case "<":
      return below ? true : from ? false : null;
    case "<=":
      return upTo ? true : above ? false : null;
    case ">":
      return above ? true : upTo ? false : null;
    case ">=":
      return from ? true : below ? false : null;
    case "==":
      return below || above ? false : null;
    case "!=":
      return below || above ? true : null;
  }
}

/** Levels and grades compare by rank; options only by equality. */
function compareChoice(
  lowering: Lowering,
  e: ast.CompareExpression,
  left: ir.Expr,
  cmp: ast.ComparisonOperator,
  scope: Scope,
): ir.Expr | null {
  const index = (left.type as Extract<ir.Type, { kind: "choice" }>).enumeration;
  const enumeration = lowering.model.enumerations[index]!;
  if (enumeration.kind === "options" && cmp !== "==" && cmp !== "!=")
    return lowering.report(
      "BF2018",
      { name: lowering.text(e.left.span), word: e.test.word },
      { span: e.test.span },
    );
  const right = e.test.value;
  if (right.kind === "path" && right.segments.length === 1) {
    const member = enumeration.members.indexOf(right.segments[0]!.text);
    if (member >= 0)
      return {
        op: "compare",
        type: TRUTH,
        cmp,
        left,
        right: { op: "member", type: left.type, value: member },
      };
    const other = scope.kind.fieldByName.get(right.segments[0]!.text);
    const defined = lowering.definersOf(scope.kind.index, right.segments[0]!.text).length > 0;
    if (!other && !defined)
      return unknownMember(
        lowering,
        enumeration,
        right.segments[0]!.text,
        lowering.text(e.left.span),
        right.span,
      );
  }
  const other = lowerExpression(lowering, right, scope);
  if (!other) return null;
  if (other.type.kind === "choice" && other.type.enumeration === index)
    return { op: "compare", type: TRUTH, cmp, left, right: other };
  return lowering.report(
    "BF2007",
    {
      ...worded("expected", "expected-option", { name: enumeration.name }),
      text: lowering.text(right.span),
      ...inMessage("found", describe(other.type)),
      ...hinted("choose-from", { members: shownMembers(enumeration) }),
    },
    { span: right.span },
  );
}

/** Dates compare in time; texts and truth values only for equality. */
function compareOther(
  lowering: Lowering,
  e: ast.CompareExpression,
  left: ir.Expr,
  cmp: ast.ComparisonOperator,
  scope: Scope,
): ir.Expr | null {
  if (left.type.kind !== "date" && cmp !== "==" && cmp !== "!=")
    return lowering.report(
      "BF2018",
      { name: lowering.text(e.left.span), word: e.test.word },
      { span: e.test.span },
    );
  const right = lowerExpression(lowering, e.test.value, scope);
  if (!right) return null;
  if (comparable(left.type, right.type)) return { op: "compare", type: TRUTH, cmp, left, right };
  return mismatch(lowering, left.type, right.type, e.test.value);
}

/** Parties are told apart by their names, so a text is as good; links lead to subjects of one kind. */
function comparable(a: ir.Type, b: ir.Type): boolean {
  if (a.kind === "link" && b.kind === "link") return a.subject === b.subject;
  return a.kind === b.kind || (isNamed(a) && isNamed(b));
}
const isNamed = ({ kind }: ir.Type): boolean => kind === "party" || kind === "text";

function mismatch(lowering: Lowering, wanted: ir.Type, found: ir.Type, at: ast.Expression): null {
  return lowering.report(
    "BF2007",
    {
      ...inMessage("expected", describe(wanted)),
      text: lowering.text(at.span),
      ...inMessage("found", describe(found)),
      ...hinted("sides-of-one-type"),
    },
    { span: at.span },
  );
}

export function unknownMember(
  lowering: Lowering,
  enumeration: ir.Enumeration,
  name: string,
  of: string,
  span: ast.Name["span"],
): null {
  const near = nearest(name, enumeration.members);
  const former = enumeration.former.find((f) => f.name === name);
  const hint = former
    ? hinted("former-name", { name, now: enumeration.members[former.member]! })
    : near
      ? hinted("did-you-mean", { near })
      : unsaid("hint");
  return lowering.report(
    "BF2008",
    { name, of, members: shownMembers(enumeration), ...hint },
    {
      span,
      ...(near ? { fixes: [titled("change-to", [{ span, text: near }], { text: near })] } : {}),
    },
  );
}

/** `80至89分`, `70分以上不满90分` as a condition. */
export function lowerBetween(lowering: Lowering, e: ast.BetweenExpression, scope: Scope): ir.Expr | null {
  const parts: ir.Expr[] = [];
  for (const tail of [e.range.low, e.range.high]) {
    if (!tail) continue;
    const part = lowerCompare(lowering, { kind: "compare", span: e.span, left: e.value, test: tail }, scope);
    if (!part) return null;
    parts.push(part);
  }
  return parts.length === 1 ? parts[0]! : { op: "and", type: TRUTH, args: parts };
}

/** `X 为 甲`, `X 属于 甲、乙`. */
export function lowerIs(lowering: Lowering, e: ast.IsExpression, scope: Scope): ir.Expr | null {
  const several = e.notApplicable ? lowerSeveralNotApplicable(lowering, e, scope) : null;
  if (several) return several.value;
  const at: Scope = e.notApplicable ? { ...scope, asks: true } : scope;
  const left = lowerExpression(lowering, e.value, at, "bare");
  if (!left) return null;
  if (e.notApplicable) return lowerNotApplicable(lowering, e, left, scope);
  const positive =
    left.type.kind === "choice" ? isMember(lowering, e, left) : isEqual(lowering, e, left, scope);
  if (!positive) return null;
  return e.negated ? { op: "not", type: TRUTH, arg: positive } : positive;
}

function isMember(lowering: Lowering, e: ast.IsExpression, left: ir.Expr): ir.Expr | null {
  const enumeration =
    lowering.model.enumerations[(left.type as Extract<ir.Type, { kind: "choice" }>).enumeration]!;
  const members: number[] = [];
  for (const value of e.values) {
    if (value.kind !== "path" || value.segments.length !== 1) {
      return lowering.report(
        "BF2007",
        {
          ...worded("expected", "expected-option", { name: enumeration.name }),
          text: lowering.text(value.span),
          ...worded("found", "something-else"),
          ...hinted("choose-from", { members: shownMembers(enumeration) }),
        },
        { span: value.span },
      );
    }
    const name = value.segments[0]!.text;
    const member = enumeration.members.indexOf(name);
    if (member < 0)
      return unknownMember(lowering, enumeration, name, lowering.text(e.value.span), value.span);
    members.push(member);
  }
  return { op: "one-of", type: TRUTH, arg: left, members: [...new Set(members)].sort((a, b) => a - b) };
}

function isEqual(lowering: Lowering, e: ast.IsExpression, left: ir.Expr, scope: Scope): ir.Expr | null {
  const alternatives: ir.Expr[] = [];
  for (const value of e.values) {
    if (left.type.kind === "date" && isPeriod(value)) {
      const within = lowerWithin(lowering, left, value, scope);
      if (!within) return null;
      alternatives.push(within);
      continue;
    }
    let right: ir.Expr | null;
    if (isNumber(left) && value.kind === "number") {
      right = lowerNumber(inHeads(lowering, left, value), left.type);
      if (right && isNumber(right) && !sameUnit(left.type, right.type))
        return reportUnits(lowering, e.value, left.type, value, right.type, "compared");
    } else if (
      left.type.kind === "truth" &&
      value.kind === "path" &&
      (value.segments[0]!.text === "是" || value.segments[0]!.text === "否")
    )
      right = { op: "truth", type: TRUTH, value: value.segments[0]!.text === "是" };
    else right = lowerExpression(lowering, value, scope);
    if (!right) return null;
    if (!comparable(left.type, right.type)) return mismatch(lowering, left.type, right.type, value);
    if (left.type.kind === "truth" && right.op === "truth")
      alternatives.push(right.value ? left : { op: "not", type: TRUTH, arg: left });
    else alternatives.push({ op: "compare", type: TRUTH, cmp: "==", left, right });
  }
  return alternatives.length === 1 ? alternatives[0]! : { op: "or", type: TRUTH, args: alternatives };
}
