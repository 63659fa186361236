import type { CellBody, Expr, Measure } from "../../src/compiler/ir/ir.ts";
import { everyExpr } from "../reference/children.ts";

/** Walks over the parts of a measure: which cells a body uses, which numbers it compares with. */

/** Cells used in the own row, and cells that must come from a stratum strictly below. */
export function partsOf(body: CellBody): { readonly sameRow: number[]; readonly below: number[] } {
  const some = (cells: readonly (number | null)[]) => cells.filter((c) => c !== null);
  switch (body.kind) {
    case "expression": {
      const all = everyExpr(body.expr);
      // Through a link, and in a record, stand the cells of other rows.
      const seen = all.flatMap((e) =>
        e.op === "via" ? everyExpr(e.target) : e.op === "cell" && e.of === "record" ? [e] : stepsTo(e),
      );
      const cells = (of: readonly Expr[]) => of.flatMap((e) => (e.op === "cell" ? [e.cell] : []));
      const linked = all.flatMap((e) => (e.op === "linked" ? some([e.where, e.value]) : []));
      return { sameRow: cells(all.filter((e) => !seen.includes(e))), below: [...cells(seen), ...linked] };
    }
    case "grade":
      return {
        sameRow: some([
          ...body.bases.flatMap((b) => [b.guard, b.value]),
          ...[body.notAssessed, body.raises, body.reductions, body.floors, body.ceilings, body.after].flatMap(
            (effects) => effects.map((e) => e.when),
          ),
        ]),
        below: [],
      };
    case "placement":
      return {
        sameRow: [],
        below: some([
          body.score,
          body.tieBreak?.cell ?? null,
          body.pool,
          ...body.groups,
          ...body.ceilings.map((c) => c.when),
        ]),
      };
    case "population":
      return {
        sameRow: [],
        below: some([body.operand, body.tieBreak?.cell ?? null, body.pool, ...body.groups]),
      };
  }
}

/** What is looked at in the records before. */
const stepsTo = (e: Expr): readonly Expr[] =>
  (e.op === "past" || e.op === "run" || e.op === "run-length") && e.each ? [e.arg] : [];

/** The numbers near which something happens, in base units as `num/den`, by dimension. */
export function thresholdsOf(measure: Measure): Map<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const note = (dimension: string, num: bigint, den: bigint) => {
    const set = found.get(dimension) ?? new Set<string>();
    found.set(dimension, set.add(`${num}/${den}`));
  };
  for (const cell of measure.cells) {
    if (cell.body.kind !== "expression") continue;
    for (const e of everyExpr(cell.body.expr)) {
      if (e.op === "number") note(e.type.dimension, e.value.num, e.value.den);
      if (e.op !== "bands" || e.arg.type.kind !== "number") continue;
      for (const bound of e.rows.flatMap((r) => [r.low, r.high])) {
        if (bound) note(e.arg.type.dimension, bound.value.num, bound.value.den);
      }
    }
  }
  return found;
}
