import { alike, hinted, inMessage, type PlainWord, unsaid, worded } from "../../../diagnostics/phrases.ts";
import type * as ast from "../../../parser/ast.ts";
import {
  add,
  equal,
  multiply,
  parseRational,
  type Rational,
  rational,
  toText,
  ZERO,
} from "../../../runtime/rational.ts";
import {
  constantType,
  countsIn,
  hullType,
  negateType,
  productType,
  quotientType,
  roundType,
  sumType,
} from "../../analyze/ranges.ts";
import { COUNTING, unitOf } from "../../vocabulary/units.ts";
import type * as ir from "../ir.ts";
import { lowerExpression } from "./expressions.ts";
import type { Lowering, Scope } from "./lowering.ts";
import { describe } from "./names.ts";
import { rescaledWeights } from "./rescale.ts";

/** Numbers and arithmetic: literals take the unit of what they are compared or added with. */

export type NumberExpr = ir.Expr & { readonly type: ir.NumberType };

export const isNumber = (e: ir.Expr): e is NumberExpr => e.type.kind === "number";

export function constant(value: Rational, type: ir.NumberType): NumberExpr {
  return { op: "number", type, value };
}

/** 1 where the condition holds, else 0: what something is divided by that stands only there. */
export function onlyWhere(condition: ir.Expr): NumberExpr {
  const [one, none] = [rational(1), ZERO].map((n) => constant(n, constantType(n, undefined)));
  const type = hullType(one!.type, none!.type);
  return { op: "if", type, condition, then: one!, otherwise: none! };
}

/** A written number. `like`: the type of the other side, which a bare number adopts. */
export function lowerNumber(e: ast.NumberLiteral, like: ir.NumberType | null): NumberExpr {
  // The lexer reads only numbers that are exact decimals or fractions.
  const written = parseRational(e.text)!;
  if (e.unit === undefined) {
    const value = like ? multiply(written, like.display.factor) : written;
    const own = constantType(value, undefined);
    return constant(value, like ? { ...own, dimension: like.dimension, display: like.display } : own);
  }
  const bar = e.unit.indexOf("/");
  if (bar > 0) return lowerRate(written, e.unit.slice(0, bar), e.unit.slice(bar + 1));
  const unit = unitOf(e.unit);
  const value = multiply(written, unit.factor);
  return constant(value, constantType(value, unit));
}

/** `5元/分`. */
function lowerRate(written: Rational, above: string, below: string): NumberExpr {
  const [a, b] = [unitOf(above), unitOf(below)];
  const value = multiply(multiply(written, a.factor), rational(b.factor.den, b.factor.num));
  const type = quotientType(constantType(value, a), { ...constantType(rational(1), b) });
  return constant(value, { ...type, low: value, high: value, step: constantType(value, a).step });
}

/** Lowers an operand that must be a number; a bare literal adopts the unit of `like`. */
export function lowerOperand(
  lowering: Lowering,
  e: ast.Expression,
  scope: Scope,
  like: ir.NumberType | null = null,
): NumberExpr | null {
  const lowered = e.kind === "number" ? lowerNumber(e, like) : lowerExpression(lowering, e, scope);
  if (!lowered) return null;
  if (isNumber(lowered)) return lowered;
  return lowering.report(
    "BF2007",
    {
      ...worded("expected", "expected-number"),
      text: lowering.text(e.span),
      ...inMessage("found", describe(lowered.type)),
      ...hinted("check-name"),
    },
    { span: e.span },
  );
}

const isBare = (e: ast.Expression): boolean =>
  (e.kind === "number" && e.unit === undefined) || (e.kind === "unary" && e.op === "-" && isBare(e.operand));

/** Two operands of the same unit; reports a mismatch and gives null. */
export function lowerPair(
  lowering: Lowering,
  left: ast.Expression,
  right: ast.Expression,
  scope: Scope,
  operation: PlainWord,
): [NumberExpr, NumberExpr] | null {
  // The side with a unit is read first, so that the bare one can adopt it.
  const bareLeft = isBare(left) && !isBare(right);
  const firstRead = lowerOperand(lowering, bareLeft ? right : left, scope);
  const second = lowerOperand(lowering, bareLeft ? left : right, scope, firstRead?.type ?? null);
  if (!firstRead || !second) return null;
  const [a, b] = bareLeft ? [second, firstRead] : [firstRead, second];
  if (!sameUnit(a.type, b.type)) return reportUnits(lowering, left, a.type, right, b.type, operation);
  return [a, b];
}

/** Whether two numbers can be compared and added. What 计数 gives goes with every unit that things are counted in. */
export const sameUnit = (a: ir.NumberType, b: ir.NumberType): boolean =>
  a.dimension === b.dimension || countsIn(a, b.dimension) || countsIn(b, a.dimension);

/** The unit of one side of an operation; a number may have none. */
function unitInMessage<Name extends string>(name: Name, { display }: ir.NumberType) {
  const { unit } = display;
  return unit === "" ? worded(name, "no-unit") : alike(name, unit);
}

export function reportUnits(
  lowering: Lowering,
  left: ast.Expression,
  leftType: ir.NumberType,
  right: ast.Expression,
  rightType: ir.NumberType,
  operation: PlainWord,
): null {
  const each = [leftType, rightType].some((t) => t.dimension.includes("·") || COUNTING.has(t.dimension));
  const points = [leftType, rightType].some((t) => t.dimension.includes("分"));
  return lowering.report(
    "BF2006",
    {
      ...(each && points ? hinted("points-for-each") : unsaid("hint")),
      left: lowering.text(left.span),
      ...unitInMessage("leftUnit", leftType),
      right: lowering.text(right.span),
      ...unitInMessage("rightUnit", rightType),
      ...worded("operation", operation),
    },
    { span: right.span },
  );
}

export function lowerBinary(lowering: Lowering, e: ast.BinaryExpression, scope: Scope): ir.Expr | null {
  if (e.op === "+" || e.op === "-") {
    const pair = lowerPair(lowering, e.left, e.right, scope, e.op === "+" ? "added-together" : "subtracted");
    if (!pair) return null;
    const [a, b] = pair;
    const right: NumberExpr = e.op === "+" ? b : { op: "negate", type: negateType(b.type), arg: b };
    // A chain of sums is one node: a + b + c.
    const args = a.op === "add" ? [...a.args, right] : [a, right];
    return { op: "add", type: sumType(a.type, right.type), args };
  }
  const a = lowerOperand(lowering, e.left, scope);
  const b = lowerOperand(lowering, e.right, scope);
  if (!a || !b) return null;
  if (e.op === "×")
    return {
      op: "multiply",
      type: productType(a.type, b.type),
      args: a.op === "multiply" ? [...a.args, b] : [a, b],
    };
  return { op: "divide", type: quotientType(a.type, b.type), left: a, right: b };
}

export function lowerWeightedSum(lowering: Lowering, e: ast.WeightedSum, scope: Scope): ir.Expr | null {
  const terms = e.terms.map((t) => {
    const value = lowerOperand(lowering, t.value, scope);
    const weight = lowerOperand(lowering, t.weight, scope);
    return value && weight ? { node: t, value, weight } : null;
  });
  if (terms.some((t) => t === null)) return null;
  const all = terms.filter((t) => t !== null);
  const weights = all.map((t) => (t.weight.op === "number" ? t.weight.value : null));
  if (weights.every((w) => w !== null)) {
    const total = weights.reduce((sum, w) => add(sum, w), ZERO);
    if (!equal(total, rational(1)))
      lowering.report(
        "BF2015",
        {
          total: `${toText(multiply(total, rational(100)))}%`,
          weights: all.map((t) => `“${lowering.text(t.node.span)}”`),
        },
        { span: e.span },
      );
  }
  let type: ir.NumberType | null = null;
  const args: ir.Expr[] = [];
  for (const t of all) {
    const product: NumberExpr = {
      op: "multiply",
      type: productType(t.value.type, t.weight.type),
      args: [t.value, t.weight],
    };
    if (type && !sameUnit(type, product.type))
      return reportUnits(lowering, all[0]!.node.value, type, t.node.value, product.type, "summed");
    type = type ? sumType(type, product.type) : product.type;
    args.push(product);
  }
  return rescaledWeights(lowering, { op: "add", type: type!, args }, all, scope.kind);
}

export function lowerRound(lowering: Lowering, e: ast.RoundExpression, scope: Scope): ir.Expr | null {
  const arg = lowerOperand(lowering, e.operand, scope);
  if (!arg) return null;
  const step = lowerNumber(e.step, arg.type);
  if (!step) return null;
  if (!sameUnit(arg.type, step.type))
    return reportUnits(lowering, e.operand, arg.type, e.step, step.type, "used-for-rounding");
  const value = (step as Extract<ir.Expr, { op: "number" }>).value;
  if (value.num <= 0n)
    return lowering.report(
      "BF2026",
      {
        value: lowering.text(e.step.span),
        ...worded("name", "name-of-rounding"),
        ...worded("allowed", "number-above-0"),
      },
      { span: e.step.span },
    );
  return { op: "round", type: roundType(arg.type, value, e.mode), mode: e.mode, step: value, arg };
}

/** Several operands of one unit, for highest and lowest of them. */
export function lowerSeveral(
  lowering: Lowering,
  nodes: readonly ast.Expression[],
  scope: Scope,
): { args: NumberExpr[]; type: ir.NumberType } | null {
  const like = nodes.find((n) => !isBare(n));
  const first = like ? lowerOperand(lowering, like, scope) : null;
  if (like && !first) return null;
  const args: NumberExpr[] = [];
  for (const node of nodes) {
    const arg = node === like ? first : lowerOperand(lowering, node, scope, first?.type ?? null);
    if (!arg) return null;
    if (first && !sameUnit(first.type, arg.type))
      return reportUnits(lowering, like!, first.type, node, arg.type, "compared");
    args.push(arg);
  }
  return { args, type: args.map((a) => a.type).reduce(hullType) };
}
