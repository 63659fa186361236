import type * as ir from "../../compiler/ir/ir.ts";
import { structuralKey } from "../../compiler/ir/structural-key.ts";
import { constant, norm } from "./norm.ts";
import type { Normalizer } from "./normalize.ts";
import { pathKey } from "./paths.ts";
import type { Piece } from "./piece.ts";

/** A figure that the measure leaves open. */
export const OPEN = norm("none", "");

/** What declarations decide: values of parameters and defaults, scales, what a measure says of itself. */
export function declarationPieces(m: ir.Measure, normal: Normalizer): Piece[] {
  const found: Piece[] = [];
  const add = (p: Omit<Piece, "degree" | "detail" | "cites">) =>
    found.push({ detail: "", degree: 0, cites: [p.head], ...p });
  for (const p of m.parameters) {
    const body = p.value ? normal.expr(p.value, 0) : OPEN;
    add({ role: "parameter", owner: p.name, body, sign: "by-use", head: `parameter ${p.name}` });
  }
  for (const owner of [...m.subjects, ...m.records])
    for (const f of owner.fields) {
      const name = `${owner.name}.${f.name}`;
      if (f.default)
        add({
          role: "default",
          owner: name,
          body: normal.expr(f.default, 0),
          sign: "by-use",
          head: `field ${name}`,
        });
    }
  for (const e of m.enumerations)
    if (e.kind === "scale") {
      const body = norm("scale", structuralKey(e.members));
      add({ role: "scale", owner: e.name, body, sign: null, head: `scale ${e.name}` });
    }
  for (const d of m.draws) {
    const { cite, ...drawn } = d;
    const body = norm("draw", structuralKey(drawn), [constant(d.amount)]);
    const { path, layer } = m.citations[cite]!;
    const head = pathKey(path, layer?.how === "own" ? layer.name : null);
    add({ role: "measure", owner: "draw", body, sign: null, head });
  }
  // From when to when it holds decides which version is applied, and nothing within one.
  const body = norm("period", structuralKey(m.period));
  add({ role: "measure", owner: "period", body, sign: null, head: "head period" });
  return found;
}
