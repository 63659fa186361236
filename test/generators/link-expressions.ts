import type { Expr, Over, Type } from "../../src/compiler/ir/ir.ts";
import { fraction } from "../reference/fraction.ts";
import type { Draft, Row } from "./draft.ts";
import type { NumberExpr } from "./expressions.ts";
import type { Tape } from "./tape.ts";
import { numberType } from "./types.ts";

/** A figure over linked subjects, along a link or against it; undefined where no link says who they are. */
export function overLinked(draft: Draft, tape: Tape, row: Row, dimension: string): NumberExpr | undefined {
  const ways: { over: Over; kind: number }[] = [];
  draft.subjects.forEach((subject, kind) => {
    // Records are gone over by the list that they stand in.
    if (subject.of) return;
    subject.fields.forEach(({ type }, field) => {
      if (type.kind === "links" && kind === row.subject)
        ways.push({ over: { how: "field", field }, kind: type.subject });
      if ((type.kind === "links" || type.kind === "link") && type.subject === row.subject)
        ways.push({ over: { how: "inverse", subject: kind, field }, kind });
    });
  });
  if (ways.length === 0 || row.list !== null) return undefined;
  const { over, kind } = tape.pick(ways);
  const fn = dimension === "次" ? "count" : tape.pick(["sum", "mean", "max", "min"] as const);
  const value =
    fn === "count"
      ? null
      : cellOf(draft, tape, kind, (t) => t.kind === "number" && t.dimension === dimension);
  if (value === undefined) return undefined;
  const where = tape.chance(2) ? (cellOf(draft, tape, kind, (t) => t.kind === "truth") ?? null) : null;
  const of = value === null ? null : draft.cells[value]!.type;
  const step = of?.kind === "number" && fn !== "mean" ? of.step : null;
  const nonNegative = of?.kind === "number" && of.low && of.low.num >= 0n;
  const type =
    fn === "count"
      ? numberType(dimension, fraction(0), null, fraction(1))
      : numberType(dimension, fn === "sum" && nonNegative ? fraction(0) : null, null, step);
  return { op: "linked", type, fn, over, where, value };
}

/** A cell of a kind: one that is there, or a fact as a cell of its own. */
function cellOf(draft: Draft, tape: Tape, kind: number, wanted: (t: Type) => boolean): number | undefined {
  const cells = draft.cells.filter((c) => c.subject === kind && wanted(c.type));
  const facts = draft.subjects[kind]!.fields.flatMap((f, field): Expr[] =>
    f.type.kind !== "list" && !f.derived && wanted(f.type)
      ? [{ op: "field", type: f.type, of: "subject", field }]
      : [],
  );
  if (cells.length > 0 && (facts.length === 0 || tape.chance(2))) return tape.pick(cells).id;
  if (facts.length === 0) return undefined;
  return draft.addExpression({ subject: kind, list: null }, null, tape.pick(facts));
}
