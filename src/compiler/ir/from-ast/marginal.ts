import type * as ast from "../../../parser/ast.ts";
import { rational, subtract, ZERO } from "../../../runtime/rational.ts";
import { checkCoverage } from "../../analyze/coverage.ts";
import { negateType, productType, sumType } from "../../analyze/ranges.ts";
import type * as ir from "../ir.ts";
import { sortedPieces } from "./band-order.ts";
import { type End, intervalsOf, type Limit, type Piece, type RowPieces } from "./bands.ts";
import type { Lowering } from "./lowering.ts";
import { constant, type NumberExpr } from "./numbers.ts";

/**
 * 分段累计: each band applies its rate to the part of the value that lies in it, as an income tax does. Rows
 * are already known to cover the range without overlap. 其余 has the rate of every part in no other row.
 */
export function marginalSum(
  lowering: Lowering,
  s: ast.BandChoice,
  value: NumberExpr,
  rows: readonly RowPieces[],
  rates: readonly ir.Expr[],
): ir.Expr | null {
  const own = rows.flatMap((row, index) => (row === "rest" ? [] : row.map((piece) => ({ index, piece }))));
  const ordered = sortedPieces(lowering, s, own);
  if (!ordered) return null;
  for (const [i, rate] of (rates as readonly NumberExpr[]).entries())
    if (rate.type.dimension !== "" && rate.type.dimension === value.type.dimension) {
      const { result } = s.rows[i]!;
      return lowering.report(
        "BF2194",
        { row: lowering.text(result.span), value: lowering.text(s.value.span) },
        { span: result.span },
      );
    }
  const rest = rows.indexOf("rest");
  const all = rest < 0 ? ordered : withRest(ordered, value.type, rest);
  const parts: NumberExpr[] = [];
  for (const [i, { piece, index }] of all.entries()) {
    // A band begins where the one below it ends: after `10次以下` the 11th counts in the next band.
    const start = all[i - 1]?.piece.high?.limit ?? piece.low?.limit ?? null;
    const from = start ? limitExpr(start) : null;
    const base = atLeastZero(from ?? (i === 0 ? lowest(value) : null), value.type);
    const width = piece.high && difference(limitExpr(piece.high.limit), base);
    if (width?.op === "number" && width.value.num <= 0n) continue;
    parts.push(times(within(value, base, width), rates[index] as NumberExpr));
  }
  if (parts.length === 0) return lowering.report("BF2023", { text: lowering.text(s.span) }, { span: s.span });
  const type = parts.map((p) => p.type).reduce(sumType);
  return parts.length === 1 ? parts[0]! : { op: "add", type, args: parts };
}

type Placed = { readonly index: number; readonly piece: Piece };

/** The bands with 其余 wherever none of them is. */
function withRest(ordered: readonly Placed[], type: ir.NumberType, rest: number): Placed[] {
  const figures = intervalsOf(ordered.map((p) => p.piece));
  const gaps = figures && checkCoverage(figures, type, false).filter((f) => f.kind === "gap");
  const all: Placed[] = [];
  const open = (after: Placed | undefined, before: Placed | undefined): boolean => {
    if (after && !after.piece.high) return false;
    if (before && !before.piece.low) return false;
    if (after?.piece.high && before?.piece.low && after.piece.high.limit.key === before.piece.low.limit.key)
      return false;
    const [a, b] = [after && ordered.indexOf(after), before && ordered.indexOf(before)];
    return !gaps || gaps.some((g) => g.after === (a ?? null) && g.before === (b ?? null));
  };
  const turned = (end: End | null | undefined): End | null =>
    end ? { limit: end.limit, included: !end.included } : null;
  for (let i = 0; i <= ordered.length; i++) {
    const [after, before] = [ordered[i - 1], ordered[i]];
    if (open(after, before))
      all.push({ index: rest, piece: { low: turned(after?.piece.high), high: turned(before?.piece.low) } });
    if (before) all.push(before);
  }
  return all;
}

const limitExpr = (limit: Limit): NumberExpr => limit.expr;

/** The lowest band starts where the value does. */
const lowest = (value: NumberExpr): NumberExpr | null =>
  value.type.low && constant(value.type.low, { ...value.type, high: value.type.low });

/** What lies below zero counts nothing. */
function atLeastZero(from: NumberExpr | null, like: ir.NumberType): NumberExpr {
  const zero = constant(ZERO, { ...like, low: ZERO, high: ZERO });
  if (!from || (from.op === "number" && from.value.num < 0n)) return zero;
  if (from.op === "number" || (from.type.low && from.type.low.num >= 0n)) return from;
  return { op: "max", type: { ...from.type, low: ZERO }, args: [from, zero] };
}

function difference(high: NumberExpr, low: NumberExpr): NumberExpr {
  if (low.op === "number" && low.value.num === 0n) return high;
  if (high.op === "number" && low.op === "number") {
    const n = subtract(high.value, low.value);
    return constant(n, { ...high.type, low: n, high: n });
  }
  const minus: NumberExpr = { op: "negate", type: negateType(low.type), arg: low };
  return { op: "add", type: sumType(high.type, minus.type), args: [high, minus] };
}

/** The part of the value above `from`, at most `width` of it. */
function within(value: NumberExpr, from: NumberExpr, width: NumberExpr | null): NumberExpr {
  const zero = constant(ZERO, { ...value.type, low: ZERO, high: ZERO });
  const above = from.op === "number" ? shifted(value, from) : difference(value, from);
  const positive: NumberExpr = { op: "max", type: { ...above.type, low: ZERO }, args: [above, zero] };
  if (width === null) return positive;
  const type: ir.NumberType = { ...value.type, low: ZERO, high: width.type.high ?? above.type.high };
  const figure =
    width.op === "number"
      ? constant(width.value, { ...value.type, low: width.value, high: width.value })
      : width;
  return { op: "min", type, args: [positive, figure] };
}

/** The value less a figure. */
function shifted(value: NumberExpr, from: NumberExpr & { readonly op: "number" }): NumberExpr {
  if (from.value.num === 0n) return value;
  const by = rational(-from.value.num, from.value.den);
  return {
    op: "add",
    type: { ...value.type, low: null, high: value.type.high && subtract(value.type.high, from.value) },
    args: [value, constant(by, { ...value.type, low: by, high: by })],
  };
}

const times = (part: NumberExpr, rate: NumberExpr): NumberExpr => ({
  op: "multiply",
  type: productType(part.type, rate.type),
  args: [part, rate],
});
