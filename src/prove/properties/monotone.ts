/**
 * Whether a grade follows a figure: two copies of a subject that differ in that figure alone. The second copy is the
 * same measure with another name for that field, so that everything that does not depend on it is one formula.
 */
import { childrenOf } from "../../compiler/ir/children.ts";
import type * as ir from "../../compiler/ir/ir.ts";
import { type Data, decode } from "../decode.ts";
import type { Encoder } from "../encode/encoder.ts";
import type { Row } from "../encode/facts.ts";
import type { Bool } from "../formulas/formula.ts";
import { type Assignment, Evaluation } from "../formulas/terms.ts";
import { choiceOf } from "../formulas/values.ts";
import type { Question } from "./seeking.ts";

/** A figure of a subject and a grade that depends on it. */
export interface Feeding {
  readonly kind: number;
  readonly field: number;
  readonly grade: number;
}

/** Data, and the value of the figure in the second copy. */
export interface Pair {
  readonly data: Data;
  readonly from: unknown;
  readonly to: unknown;
}

export function feedings(measure: ir.Measure): Feeding[] {
  return measure.cells.flatMap(({ id, subject, name, body }): Feeding[] => {
    const kind = measure.subjects[subject]!;
    if (kind.of || name === null || body.kind !== "grade") return [];
    const used = fieldsOf(measure, id);
    return kind.fields.flatMap((f, field) =>
      f.type.kind === "number" && used.has(field) ? [{ kind: subject, field, grade: id }] : [],
    );
  });
}

/** Fields of the subject itself on which a cell of his depends. */
export function fieldsOf(measure: ir.Measure, cell: number): ReadonlySet<number> {
  const found = new Set<number>();
  const seen = new Set<number>();
  const visitCell = (id: number | null): void => {
    if (id === null || seen.has(id)) return;
    seen.add(id);
    const { body } = measure.cells[id]!;
    switch (body.kind) {
      case "expression":
        visit(body.expr);
        return;
      case "grade": {
        for (const b of body.bases) [b.guard, b.value].forEach(visitCell);
        const effects = [
          body.notAssessed,
          body.raises,
          body.reductions,
          body.floors,
          body.ceilings,
          body.after,
        ];
        for (const e of effects.flat()) visitCell(e.when);
        return;
      }
      case "placement":
        for (const id of [body.score, body.tieBreak?.cell ?? null, body.pool, ...body.groups]) visitCell(id);
        for (const c of body.ceilings) visitCell(c.when);
        return;
      case "population":
        for (const id of [body.operand, body.pool, ...body.groups]) visitCell(id);
    }
  };
  const visit = (e: ir.Expr): void => {
    if (e.op === "field" && e.of === "subject") found.add(e.field);
    if (e.op === "aggregate") found.add(e.list);
    if (e.op === "cell" && e.of === "subject") visitCell(e.cell);
    if (e.op === "via") found.add(e.link);
    else for (const inner of childrenOf(e)) visit(inner);
  };
  visitCell(cell);
  return found;
}

/** Another name that no measure can give a field. */
const OTHER = "\u2032";

function variant(measure: ir.Measure, kind: number, field: number): ir.Measure {
  return {
    ...measure,
    subjects: measure.subjects.map((s, k) =>
      k !== kind
        ? s
        : { ...s, fields: s.fields.map((f, i) => (i === field ? { ...f, name: f.name + OTHER } : f)) },
    ),
  };
}

/** @param way `lowers`: somebody whose grade is lower for the higher figure */
export function monotoneQuestion(
  measure: ir.Measure,
  { kind, field, grade }: Feeding,
  way: "lowers" | "raises",
  confirm: (pair: Pair) => boolean,
): Question<Pair> {
  const declared = measure.subjects[kind]!.fields[field]!;
  const other = declared.name + OTHER;
  const valuesOf = (encoder: Encoder, row: Row) => {
    const read = (side: number) =>
      encoder.expr(
        { op: "field", type: declared.type as ir.NumberType, of: "subject", field },
        encoder.scope(encoder.sides[side]!, row),
      );
    return [read(0), read(1)] as const;
  };
  return {
    measures: [measure, variant(measure, kind, field)],
    kind: measure.subjects[kind]!.name,
    pose(encoder, row) {
      const { terms, values } = encoder;
      const grades = encoder.sides.map((side) => choiceOf(encoder.cell(side, grade, row)));
      const [low, high] = way === "lowers" ? grades : [...grades].reverse();
      const [before, after] = valuesOf(encoder, row);
      const applies =
        declared.applies === undefined
          ? []
          : [declared.name, other].map((name) => encoder.facts.applies(row, name));
      return terms.and(
        values.compare("<", before, after),
        values.compare(">", low!, high!),
        ...applies,
        ...sameForOthers(encoder, row, declared.name),
      );
    },
    confirm(encoder, assignment, row) {
      const pair = pairOf(encoder, assignment, row, declared.name);
      return confirm(pair) ? pair : null;
    },
  };
}

/** The figure differs for the one subject only. */
function sameForOthers(encoder: Encoder, row: Row, name: string): Bool[] {
  const found: Bool[] = [];
  for (const [path, { facts }] of encoder.facts.asked) {
    const [mine, theirs] = [facts.get(name), facts.get(name + OTHER)];
    if (path === row.path || !mine || !theirs) continue;
    found.push(encoder.values.same(mine.value, theirs.value));
  }
  return found;
}

function pairOf(encoder: Encoder, assignment: Assignment, row: Row, name: string): Pair {
  const found = new Evaluation(assignment);
  const facts = encoder.facts.asked.get(row.path)?.facts;
  const data = decode(encoder, assignment, row);
  const from = facts?.get(name)?.write(found);
  return { data, from, to: facts?.get(name + OTHER)?.write(found) };
}
