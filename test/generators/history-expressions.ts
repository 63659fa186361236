import type { Expr, NumberType, Type } from "../../src/compiler/ir/ir.ts";
import { fraction } from "../reference/fraction.ts";
import type { Draft, Row } from "./draft.ts";
import { leaves } from "./expressions.ts";
import type { Tape } from "./tape.ts";
import { numberType, TRUTH } from "./types.ts";

/** 上年 and 连续: expressions over what earlier years' results show, that is named cells and fields. */

function remembered(draft: Draft, row: Row, wanted: (t: Type) => boolean): Expr[] {
  return leaves(draft, row, wanted).filter((e) => {
    if (e.op === "cell") return e.of === "subject" && draft.cells[e.cell]!.name !== null;
    if (e.op !== "field" || e.of !== "subject") return false;
    return !draft.subjects[row.subject]!.fields[e.field]!.asFraction;
  });
}

/** Whether steps go from record to record. */
const steps = (draft: Draft, tape: Tape, row: Row): { readonly each?: "record" } =>
  draft.subjects[row.subject]!.of?.period != null && tape.chance(2) ? { each: "record" } : {};

/** `上年 X`, of a type that is wanted; empty where nothing of it is remembered. */
export function past(draft: Draft, tape: Tape, row: Row, wanted: (t: Type) => boolean, back: number): Expr[] {
  if (row.list !== null) return [];
  const found = remembered(draft, row, wanted);
  if (found.length === 0) return [];
  const arg = tape.pick(found);
  return [{ op: "past", type: arg.type, ...steps(draft, tape, row), back: 1 + tape.below(back), arg }];
}

/** `连续N年 C`, where C is a comparison of something remembered, or a truth value. */
export function run(draft: Draft, tape: Tape, row: Row): Expr | undefined {
  if (row.list !== null) return undefined;
  const arg = condition(draft, tape, row);
  const gap = tape.pick(["breaks", "skips"] as const);
  const each = arg && arg.op !== "compare" ? steps(draft, tape, row) : {};
  return arg && { op: "run", type: TRUTH, ...each, length: 2 + tape.below(2), gap, arg };
}

/** `连续期数(C)`, a count of years, or a figure over the years of something remembered; of a dimension. */
export function yearly(
  draft: Draft,
  tape: Tape,
  row: Row,
  dimension: string,
): (Expr & { readonly type: NumberType }) | undefined {
  if (row.list !== null) return undefined;
  const first = tape.below(2);
  const last = first + tape.below(3);
  const missing = tape.pick(["drop", "zero", "not-assessed"] as const);
  const each = tape.pick(["year", "period"] as const);
  if (dimension === "次") {
    const arg = condition(draft, tape, row);
    if (!arg) return undefined;
    const type = numberType(dimension, fraction(0), null, fraction(1));
    const gap = tape.pick(["breaks", "skips"] as const);
    const by = arg.op !== "compare" ? steps(draft, tape, row) : {};
    if (tape.chance(3)) return { op: "run-length", type, ...by, gap, arg };
    return {
      op: "over-years",
      type,
      fn: "count",
      each,
      first,
      last: tape.chance(3) ? null : last,
      missing,
      arg,
    };
  }
  const found = remembered(draft, row, (t) => t.kind === "number" && t.dimension === dimension);
  if (found.length === 0) return undefined;
  const type = numberType(dimension, null, null, null);
  const fn = tape.pick(["sum", "mean", "max", "min"] as const);
  return { op: "over-years", type, fn, each, first, last, missing, arg: tape.pick(found) };
}

function condition(draft: Draft, tape: Tape, row: Row): Expr | undefined {
  const found = remembered(draft, row, (t) => t.kind === "truth" || t.kind === "choice");
  if (found.length === 0) return undefined;
  const arg = tape.pick(found);
  if (arg.type.kind !== "choice") return arg;
  const { members } = draft.enumerations[arg.type.enumeration]!;
  const right: Expr = { op: "member", type: arg.type, value: tape.below(members.length) };
  return { op: "compare", type: TRUTH, cmp: tape.pick(["==", "!="] as const), left: arg, right };
}
