import type { Expr, NumberType } from "../../compiler/ir/ir.ts";
import { negate, type Rational, ZERO } from "../../runtime/rational.ts";

/**
 * 分段累计 leaves no bands in the IR: it is a sum of rates on parts of the value, `min(max(value − from, 0),
 * width) × rate`. Read back, so that its rows count like those of other bands.
 */
export interface MarginalBand {
  readonly value: Expr & { readonly type: NumberType };
  /** The part of the value that lies in the band. */
  readonly part: Expr;
  readonly from: Rational;
}

/** The bands of a sum, lowest first; terms that points of clauses add are passed over. */
export function marginalBands(expr: Expr): MarginalBand[] {
  const terms = expr.op === "add" ? expr.args : [expr];
  return terms.flatMap((term) => {
    const part = term.op === "multiply" ? term.args[0] : undefined;
    const band = part && bandOf(part);
    return band ? [band] : [];
  });
}

function bandOf(part: Expr): MarginalBand | null {
  const positive = part.op === "min" ? part.args[0] : part;
  if (positive?.op !== "max" || !isZero(positive.args[1])) return null;
  const above = positive.args[0]!;
  const last = above.op === "add" ? above.args.at(-1) : undefined;
  const shifted = above.op === "add" && above.args.length === 2 && last?.op === "number";
  const value = shifted ? above.args[0]! : above;
  const from = shifted && last.op === "number" ? negate(last.value) : ZERO;
  return isNumeric(value) ? { value, part, from } : null;
}

const isNumeric = (e: Expr): e is MarginalBand["value"] => e.type.kind === "number";
const isZero = (e: Expr | undefined): boolean => e?.op === "number" && e.value.num === 0n;
