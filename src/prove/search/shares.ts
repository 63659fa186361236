/** Open figures of which a rule asks what they come to together, as weights do: ways in which they do. */
import { childrenOf } from "../../compiler/ir/children.ts";
import type * as ir from "../../compiler/ir/ir.ts";
import { add, divide, floor, multiply, type Rational, rational, subtract } from "../../runtime/rational.ts";
import type { Version } from "../replay.ts";
import { isWithin, type Row, shown } from "./values.ts";

/** Alike, and each of them alone; empty where no sum is asked for. */
export function sharesOf(versions: readonly Version[], open: readonly ir.Parameter[]): readonly Row[] {
  const found: Row[] = [];
  for (const { ir: measure } of versions) {
    const visit = (e: ir.Expr): void => {
      if (e.op === "compare" && e.cmp === "==" && e.left.op === "add" && e.right.op === "number") {
        const parts = e.left.args.flatMap((a) =>
          a.op === "parameter" ? [measure.parameters[a.parameter]!] : [],
        );
        if (parts.length === e.left.args.length && parts.every((p) => open.some((o) => o.name === p.name)))
          found.push(...waysTo(e.right.value, parts));
      }
      for (const inner of childrenOf(e)) visit(inner);
    };
    for (const { body } of measure.cells) if (body.kind === "expression") visit(body.expr);
  }
  return found;
}

function waysTo(total: Rational, parts: readonly ir.Parameter[]): Row[] {
  const zero = rational(0);
  const steps = parts.map(({ type }) => (type.kind === "number" && type.step) || rational(1, 100));
  const each = steps.map((step) =>
    multiply(rational(floor(divide(divide(total, rational(parts.length)), step))), step),
  );
  // What the steps leave over goes to the first.
  const rest = subtract(total, each.slice(1).reduce(add, zero));
  const alike = [rest, ...each.slice(1)];
  return [alike, ...parts.map((_, i) => parts.map((_, j) => (i === j ? total : zero)))].flatMap((way) => {
    const row: Row = {};
    for (const [i, { name, type }] of parts.entries()) {
      if (type.kind !== "number" || !isWithin(way[i]!, type)) return [];
      row[name] = shown(way[i]!, type, false);
    }
    return [row];
  });
}
