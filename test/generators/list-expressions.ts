import { fraction } from "../reference/fraction.ts";
import type { Draft, Row } from "./draft.ts";
import { type NumberExpr, number, truth } from "./expressions.ts";
import type { Tape } from "./tape.ts";
import { numberType } from "./types.ts";

/** A figure over the records of a list of the subject; undefined where the subject has no list. */
export function aggregate(
  draft: Draft,
  tape: Tape,
  row: Row,
  dimension: string,
  depth: number,
): NumberExpr | undefined {
  if (row.list !== null) return undefined;
  const lists = draft.subjects[row.subject]!.fields.flatMap((f, i) => (f.type.kind === "list" ? [i] : []));
  if (lists.length === 0) return undefined;
  const list = tape.pick(lists);
  const field = draft.subjects[row.subject]!.fields[list]!;
  if (field.type.kind !== "list") return undefined;
  const inside: Row = { subject: row.subject, list };
  const fn = dimension === "次" ? "count" : tape.pick(["sum", "mean", "max", "min"] as const);
  const value = fn === "count" ? null : number(draft, tape, inside, dimension, depth - 1);
  const where = tape.chance(3) ? truth(draft, tape, inside, depth - 1) : null;
  const dates = draft.records[field.type.record]!.fields.flatMap((f, i) =>
    f.type.kind === "date" ? [i] : [],
  );
  const date = tape.pick(dates);
  const window = tape.pick([
    null,
    null,
    { date, kind: "this-year" },
    { date, kind: "months", months: 1 + tape.below(6) },
  ] as const);
  const missing = tape.pick(["drop", "zero", "not-assessed"] as const);
  // A sum is bounded only by the number of records, which nothing bounds.
  const nonNegative = value?.type.low && value.type.low.num >= 0n;
  const type =
    fn === "count"
      ? numberType(dimension, fraction(0), null, fraction(1))
      : fn === "sum"
        ? numberType(dimension, nonNegative ? fraction(0) : null, null, value!.type.step)
        : numberType(dimension, null, null, fn === "mean" ? null : value!.type.step);
  return { op: "aggregate", type, fn, list, value, where, missing, window };
}
