import type * as ast from "../../../parser/ast.ts";
import { type Rational, rational, subtract, ZERO } from "../../../runtime/rational.ts";
import type { Interval } from "../../analyze/coverage.ts";
import { productType, sumType } from "../../analyze/ranges.ts";
import type * as ir from "../ir.ts";
import type { Lowering } from "./lowering.ts";
import { constant, type NumberExpr } from "./numbers.ts";

/**
 * 分段累计: each band applies its rate to the part of the value that lies in it, as an income tax does. Rows
 * are already known to cover the range without overlap.
 */
export function marginalSum(
  lowering: Lowering,
  s: ast.BandChoice,
  value: NumberExpr,
  rows: readonly { readonly interval: Interval; readonly index: number }[],
  rates: readonly ir.Expr[],
): ir.Expr | null {
  const sorted = [...rows].sort((a, b) =>
    order(a.interval.low?.value ?? null, b.interval.low?.value ?? null),
  );
  const parts: NumberExpr[] = [];
  for (const [i, { interval, index }] of sorted.entries()) {
    const rate = rates[index] as NumberExpr;
    // The lowest band starts where the value does; what lies below zero counts nothing.
    const from = interval.low?.value ?? (i === 0 ? (value.type.low ?? ZERO) : ZERO);
    const base = from.num < 0n ? ZERO : from;
    const width = interval.high ? subtract(interval.high.value, base) : null;
    if (width && width.num <= 0n) continue;
    parts.push(times(within(value, base, width), rate));
  }
  if (parts.length === 0) return lowering.report("BF2023", { text: lowering.text(s.span) }, { span: s.span });
  const type = parts.map((p) => p.type).reduce(sumType);
  return parts.length === 1 ? parts[0]! : { op: "add", type, args: parts };
}

/** The part of the value above `from`, at most `width` of it. */
function within(value: NumberExpr, from: Rational, width: Rational | null): NumberExpr {
  const at = (n: Rational): NumberExpr => constant(n, { ...value.type, low: n, high: n });
  const above: NumberExpr =
    from.num === 0n
      ? value
      : {
          op: "add",
          type: { ...value.type, low: null, high: value.type.high && subtract(value.type.high, from) },
          args: [value, at(rational(-from.num, from.den))],
        };
  const type: ir.NumberType = { ...value.type, low: ZERO, high: width ?? above.type.high };
  const positive: NumberExpr = {
    op: "max",
    type: { ...type, high: above.type.high },
    args: [above, at(ZERO)],
  };
  return width === null ? positive : { op: "min", type, args: [positive, at(width)] };
}

const times = (part: NumberExpr, rate: NumberExpr): NumberExpr => ({
  op: "multiply",
  type: productType(part.type, rate.type),
  args: [part, rate],
});

function order(a: Rational | null, b: Rational | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  const left = a.num * b.den;
  const right = b.num * a.den;
  return left < right ? -1 : left > right ? 1 : 0;
}
