import type * as ast from "../../../parser/ast.ts";
import { compare, negate, type Rational, toText } from "../../../runtime/rational.ts";
import type { Interval } from "../../analyze/coverage.ts";
import type * as ir from "../ir.ts";
import { structuralKey } from "../structural-key.ts";
import { operatorOf } from "./comparisons.ts";
import { type Lowering, type Scope, TRUTH } from "./lowering.ts";
import { neverNotApplicable } from "./not-applicable.ts";
import { constant, lowerNumber, lowerOperand, type NumberExpr, reportUnits, sameUnit } from "./numbers.ts";

/**
 * What a row of bands says about a number: one or several pieces of the number line, each end a figure, an
 * open value (`不低于 优秀起点`) or a computed one (`不低于 全体平均(得分)`). Rows that only name figures are
 * checked as intervals (choices.ts); `band-order.ts` checks the others.
 */

/** A limit of a piece; equal limits share the key. */
export interface Limit {
  readonly key: string;
  readonly text: string;
  readonly expr: NumberExpr;
  /** null: an open or computed value. */
  readonly value: Rational | null;
}

export interface End {
  readonly limit: Limit;
  readonly included: boolean;
}

export interface Piece {
  readonly low: End | null;
  readonly high: End | null;
}

export type RowPieces = readonly Piece[] | "rest";

/** The pieces of a row; null after a mistake was reported. */
export function piecesOf(
  lowering: Lowering,
  test: ast.BandTest,
  value: NumberExpr,
  node: ast.Expression,
  scope: Scope,
): RowPieces | null {
  const tail = (t: ast.ComparisonTail) => tailPieces(lowering, t, value, node, scope);
  switch (test.kind) {
    case "rest":
      return "rest";
    case "not-applicable":
      return neverNotApplicable(lowering, node); // where it may not apply, the row is read before
    case "compare":
      return tail(test.test);
    case "between": {
      const low = test.range.low ? tail(test.range.low) : [{ low: null, high: null }];
      const high = test.range.high ? tail(test.range.high) : [{ low: null, high: null }];
      return low && high && [{ low: low[0]!.low, high: high[0]!.high }];
    }
    case "equals": {
      const limits: Limit[] = [];
      for (const v of test.values) {
        const limit = limitOf(lowering, v, value, node, scope);
        if (!limit) return null;
        limits.push(limit);
      }
      return test.negated ? between(limits) : limits.map(only);
    }
  }
}

const only = (limit: Limit): Piece => ({ low: { limit, included: true }, high: { limit, included: true } });

/** Everything but some values: figures are put in order, so that the pieces come out between them. */
function between(limits: readonly Limit[]): Piece[] {
  const sorted = [...limits].sort((a, b) => (a.value && b.value ? compare(a.value, b.value) : 0));
  const ends: (End | null)[] = [null, ...sorted.map((limit) => ({ limit, included: false })), null];
  return ends.slice(1).map((high, i) => ({ low: ends[i]!, high }));
}

function tailPieces(
  lowering: Lowering,
  tail: ast.ComparisonTail,
  value: NumberExpr,
  node: ast.Expression,
  scope: Scope,
): Piece[] | null {
  const limit = limitOf(lowering, tail.value, value, node, scope);
  if (!limit) return null;
  switch (operatorOf(lowering, tail)) {
    case "<":
      return [{ low: null, high: { limit, included: false } }];
    case "<=":
      return [{ low: null, high: { limit, included: true } }];
    case ">":
      return [{ low: { limit, included: false }, high: null }];
    case ">=":
      return [{ low: { limit, included: true }, high: null }];
    case "==":
      return [only(limit)];
    case "!=":
      return between([limit]);
  }
}

function limitOf(
  lowering: Lowering,
  e: ast.Expression,
  value: NumberExpr,
  node: ast.Expression,
  scope: Scope,
): Limit | null {
  const text = lowering.text(e.span);
  const figure = figureOf(e, value.type);
  const expr = figure ?? lowerOperand(lowering, e, scope, value.type);
  if (!expr) return null;
  if (!sameUnit(value.type, expr.type))
    return reportUnits(lowering, node, value.type, e, expr.type, "used-as-band");
  if (expr.op === "number") return { key: `=${toText(expr.value)}`, text, expr, value: expr.value };
  if (expr.op === "parameter")
    return { key: lowering.model.parameters[expr.parameter]!.name, text, expr, value: null };
  return { key: `~${structuralKey(expr)}`, text, expr, value: null };
}

/** A written figure, also a negative one, in the unit of the value. */
function figureOf(e: ast.Expression, like: ir.NumberType): NumberExpr | null {
  if (e.kind === "number") return lowerNumber(e, like);
  if (e.kind !== "unary" || e.op !== "-") return null;
  const inner = figureOf(e.operand, like);
  if (inner?.op !== "number") return null;
  const turned = negate(inner.value);
  return constant(turned, { ...inner.type, low: turned, high: turned });
}

/** The pieces as intervals of figures; null when a limit is not a figure. */
export function intervalsOf(pieces: readonly Piece[]): Interval[] | null {
  const out: Interval[] = [];
  for (const { low, high } of pieces) {
    if ((low && low.limit.value === null) || (high && high.limit.value === null)) return null;
    out.push({
      low: low && { value: low.limit.value!, included: low.included },
      high: high && { value: high.limit.value!, included: high.included },
    });
  }
  return out;
}

/** The test that a value lies in one of the pieces. */
export function inPieces(value: NumberExpr, pieces: readonly Piece[]): ir.Expr {
  const args = pieces.map((p) => inPiece(value, p));
  return args.length === 1 ? args[0]! : { op: "or", type: TRUTH, args };
}

function inPiece(value: NumberExpr, { low, high }: Piece): ir.Expr {
  const parts: ir.Expr[] = [];
  if (low)
    parts.push({
      op: "compare",
      type: TRUTH,
      cmp: low.included ? ">=" : ">",
      left: value,
      right: low.limit.expr,
    });
  if (high)
    parts.push({
      op: "compare",
      type: TRUTH,
      cmp: high.included ? "<=" : "<",
      left: value,
      right: high.limit.expr,
    });
  if (parts.length === 1) return parts[0]!;
  return parts.length === 0
    ? { op: "truth", type: TRUTH, value: true }
    : { op: "and", type: TRUTH, args: parts };
}
