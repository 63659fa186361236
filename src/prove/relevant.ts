/** Which facts can matter to what two versions say differently. */
import { childrenOf } from "../compiler/ir/children.ts";
import type * as ir from "../compiler/ir/ir.ts";
import { argumentKey, targetKey } from "./consequence-keys.ts";
import { Interned, Keys } from "./encode/keys.ts";

/**
 * Names of the facts of a kind that is read by what only one of the versions has: formulas, conditions of effects on
 * grades, consequences and requirements; directly or through other cells.
 */
export function relevantFacts(
  measures: readonly [ir.Measure, ir.Measure],
  kind: string,
): ReadonlySet<string> {
  const interned = new Interned();
  const sides = measures.map((measure) => {
    const keys = new Keys(measure, interned);
    return { measure, parts: partsOf(measure, keys) };
  });
  const names = new Set<string>();
  for (const [i, { measure, parts }] of sides.entries()) {
    const other = new Set(sides[1 - i]!.parts.map((p) => p.key));
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
      else if (body.kind === "placement") {
        cell(body.score);
        for (const g of body.groups) cell(g);
      } else if (body.kind === "population" && body.operand !== null) cell(body.operand);
    };
    for (const { key, reads, exprs } of parts)
      if (!other.has(key)) {
        for (const id of reads) cell(id);
        for (const e of exprs) visit(e);
      }
  }
  return names;
}

/** A part of the meaning with the cells that it reads. What is made of other cells only differs because these do. */
interface Part {
  readonly key: string;
  readonly reads: readonly number[];
  /** Read without being a cell: amounts, and days that a period starts from. */
  readonly exprs: readonly ir.Expr[];
}

function partsOf(measure: ir.Measure, keys: Keys): Part[] {
  const part = (id: string, ...reads: readonly (number | null)[]): Part => {
    const cells = reads.filter((r) => r !== null);
    return { key: `${id} ${cells.map((c) => keys.cell(c)).join(" ")}`, reads: cells, exprs: [] };
  };
  const ofCell = (c: ir.Cell): Part[] => {
    const { body } = c;
    switch (body.kind) {
      case "expression":
        return [part("", c.id)];
      case "grade":
        return [
          ...body.bases.map((b) => part(`base ${c.name}`, b.guard, b.value)),
          ...body.notAssessed.map((e) => part(`none ${c.name}`, e.when)),
          ...body.floors.map((e) => part(`floor ${c.name} ${e.grade}`, e.when)),
          ...body.ceilings.map((e) => part(`ceiling ${c.name} ${e.grade}`, e.when)),
          ...body.raises.map((e) => part(`raise ${c.name} ${e.steps}`, e.when)),
          ...body.reductions.map((e) => part(`reduce ${c.name} ${e.steps}`, e.when)),
          ...body.after.map((e) => part(`after ${c.name} ${e.steps}`, e.when)),
        ];
      case "placement":
        return [part(keys.cell(c.id), body.score, body.pool, ...body.groups)];
      case "population":
        return [part(keys.cell(c.id), body.operand, body.pool, ...body.groups)];
    }
  };
  const inCells = measure.cells.flatMap(ofCell);
  const follows = measure.consequences.map((c) => {
    const kind = measure.clauses[c.clause]!.subject;
    const what = c.actions.map(({ action, argument }) => {
      const { name, absorbedBy } = measure.actions[action]!;
      return [name, absorbedBy.map((by) => measure.actions[by]!.name), argumentKey(keys, kind, argument)];
    });
    const made = part(
      JSON.stringify([c.modality, c.by, targetKey(keys, kind, c.target), what]),
      ...[
        measure.clauses[c.clause]!.when,
        ...c.mitigations.map((m) => m.when),
        ...c.spares.map((s) => s.when),
      ],
    );
    return { ...made, exprs: c.actions.flatMap(({ argument }) => readBy(argument)) };
  });
  const required = measure.requirements.map((r) => part(`required ${r.polarity}`, r.when, r.holds));
  return [...inCells, ...follows, ...required];
}

function readBy(argument: ir.Argument | null): readonly ir.Expr[] {
  if (argument === null) return [];
  if (argument.kind === "value") return [argument.expr];
  return argument.from ? [argument.from] : [];
}
