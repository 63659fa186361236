import type * as ir from "../ir/ir.ts";
import { renumberExpr, usesOfBody } from "./uses.ts";

/**
 * The order of evaluation. Cells seen across rows (through links, ranks, population figures) must be
 * finished for everyone first, so they lie in a lower stratum; the number of strata is the number of
 * passes over the cohort.
 */
export interface UnorderedCell extends Omit<ir.Cell, "stratum"> {}

/** Orders cells by stratum, then by dependency, then as given. `newId` maps old ids to positions. */
export function orderCells(cells: readonly UnorderedCell[]): {
  cells: ir.Cell[];
  newId: ReadonlyMap<number, number>;
} {
  const byId = new Map(cells.map((c) => [c.id, c]));
  const uses = new Map(cells.map((c) => [c.id, usesOfBody(c.body)]));
  const stratum = new Map<number, number>();
  const finished: number[] = [];
  // Depth-first with its own stack: definitions may form long chains.
  for (const root of cells) {
    if (stratum.has(root.id)) continue;
    const stack: { id: number; pending: number[] }[] = [{ id: root.id, pending: dependencies(root.id) }];
    while (stack.length > 0) {
      const top = stack.at(-1)!;
      const next = top.pending.pop();
      if (next !== undefined) {
        if (!stratum.has(next)) stack.push({ id: next, pending: dependencies(next) });
        continue;
      }
      stack.pop();
      const { same, across } = uses.get(top.id)!;
      let s = 0;
      for (const id of same) s = Math.max(s, stratum.get(id) ?? 0);
      for (const id of across) s = Math.max(s, (stratum.get(id) ?? 0) + 1);
      if (!stratum.has(top.id)) {
        stratum.set(top.id, s);
        finished.push(top.id);
      }
    }
  }

  const position = new Map(finished.map((id, i) => [id, i]));
  const sorted = [...cells].sort(
    (a, b) => stratum.get(a.id)! - stratum.get(b.id)! || position.get(a.id)! - position.get(b.id)!,
  );
  const newId = new Map(sorted.map((c, i) => [c.id, i]));
  const id = (old: number) => newId.get(old)!;
  return {
    cells: sorted.map((c, i) => ({
      ...c,
      id: i,
      stratum: stratum.get(c.id)!,
      body: renumberBody(c.body, id),
    })),
    newId,
  };

  function dependencies(of: number): number[] {
    const { same, across } = uses.get(of)!;
    return [...same, ...across].filter((d) => byId.has(d)).reverse();
  }
}

function renumberBody(body: ir.CellBody, id: (cell: number) => number): ir.CellBody {
  const effects = <T extends { readonly when: number }>(list: readonly T[]): T[] =>
    list.map((e) => ({ ...e, when: id(e.when) }));
  switch (body.kind) {
    case "expression":
      return { ...body, expr: renumberExpr(body.expr, id) };
    case "grade":
      return {
        ...body,
        bases: body.bases.map((b) => ({
          ...b,
          guard: b.guard === null ? null : id(b.guard),
          value: id(b.value),
          ...(b.pool && { pool: { outside: b.pool.outside.map(id), inside: b.pool.inside.map(id) } }),
        })),
        notAssessed: effects(body.notAssessed),
        raises: effects(body.raises),
        reductions: effects(body.reductions),
        floors: effects(body.floors),
        ceilings: effects(body.ceilings),
        after: effects(body.after),
      };
    case "placement":
      return {
        ...body,
        score: id(body.score),
        tieBreak: body.tieBreak && { ...body.tieBreak, cell: id(body.tieBreak.cell) },
        pool: body.pool === null ? null : id(body.pool),
        groups: body.groups.map(id),
        ceilings: effects(body.ceilings),
      };
    case "population":
      return {
        ...body,
        operand: body.operand === null ? null : id(body.operand),
        tieBreak: body.tieBreak && { ...body.tieBreak, cell: id(body.tieBreak.cell) },
        pool: body.pool === null ? null : id(body.pool),
        groups: body.groups.map(id),
      };
  }
}
