import type { Field, Once } from "../../src/compiler/ir/ir.ts";
import { fraction } from "../reference/fraction.ts";
import { date as dateOf } from "./date-expressions.ts";
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
  if (dimension === "次" && field.type.frequency !== "many" && tape.chance(3)) {
    const type = numberType(dimension, fraction(0), null, fraction(1));
    const where = truth(draft, tape, inside, depth - 1);
    const gap = tape.pick(["breaks", "skips"] as const);
    return {
      op: "aggregate",
      type,
      fn: "longest-run",
      gap,
      list,
      value: null,
      where,
      missing: "drop",
      window: null,
    };
  }
  const fn = dimension === "次" ? "count" : tape.pick(["sum", "mean", "max", "min"] as const);
  const value = fn === "count" ? null : number(draft, tape, inside, dimension, depth - 1);
  const where = tape.chance(3) ? truth(draft, tape, inside, depth - 1) : null;
  const dates = draft.records[field.type.record]!.fields.flatMap((f, i) =>
    f.type.kind === "date" ? [i] : [],
  );
  const date = tape.pick(dates);
  const first = tape.below(2);
  const window = tape.pick([
    null,
    null,
    { date, kind: "this-year" },
    { date, kind: "this-period" },
    { date, kind: "months", months: 1 + tape.below(6) },
    { date, kind: "years", first, last: first + tape.below(3) },
    { date, kind: "since", from: dateOf(draft, tape, row) },
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
  const once = tape.chance(3) ? onceOf(draft.records[field.type.record]!.fields, tape, fn, dates) : null;
  return { op: "aggregate", type, fn, list, value, where, missing, window, ...(once && { once }) };
}

/** `同一 事由 取最高`, `每季度最多计1次`. */
function onceOf(fields: readonly Field[], tape: Tape, fn: string, dates: readonly number[]): Once {
  const same = tape.some(
    fields.flatMap((f, i) => (f.type.kind === "list" ? [] : [i])),
    tape.below(3),
  );
  const months = tape.pick([1, 2, 3, 4, 6, 12]);
  const atMost =
    fn === "count" && tape.chance(2) ? { date: tape.pick(dates), months, count: 1 + tape.below(2) } : null;
  return { same, atMost };
}
