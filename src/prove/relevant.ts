/** Which facts can matter to what two versions compute differently. */
import { childrenOf } from "../compiler/ir/children.ts";
import type * as ir from "../compiler/ir/ir.ts";
import { Interned, Keys } from "./encode/keys.ts";

/** Names of the facts of a kind that the cells read which only one of the versions has, directly or through others. */
export function relevantFacts(
  measures: readonly [ir.Measure, ir.Measure],
  kind: string,
): ReadonlySet<string> {
  const interned = new Interned();
  const cells = measures.map((measure) => {
    const keys = new Keys(measure, interned);
    return { measure, all: measure.cells.map((c) => ({ cell: c, key: keys.cell(c.id) })) };
  });
  const names = new Set<string>();
  for (const [i, { measure, all }] of cells.entries()) {
    const other = new Set(cells[1 - i]!.all.map((c) => c.key));
    const index = measure.subjects.findIndex((s) => s.name === kind);
    const seen = new Set<number>();
    const visit = (e: ir.Expr): void => {
      if (e.op === "field" && e.of === "subject") names.add(measure.subjects[index]!.fields[e.field]!.name);
      if (e.op === "aggregate") names.add(measure.subjects[index]!.fields[e.list]!.name);
      if (e.op === "cell") cell(e.cell);
      for (const inner of childrenOf(e)) visit(inner);
    };
    const cell = (id: number): void => {
      const { subject, body } = measure.cells[id]!;
      if (seen.has(id) || subject !== index) return;
      seen.add(id);
      if (body.kind === "expression") visit(body.expr);
    };
    // What is made of other cells only differs because these do.
    for (const { cell: c, key } of all) if (!other.has(key) && c.body.kind === "expression") cell(c.id);
  }
  return names;
}
