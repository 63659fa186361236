import type { Expr, Type } from "../../src/compiler/ir/ir.ts";
import type { Draft, Row } from "./draft.ts";
import { leaves } from "./expressions.ts";
import type { Tape } from "./tape.ts";
import { TRUTH } from "./types.ts";

/** 上年 and 连续: expressions over what earlier years' results show, that is named cells and fields. */

function remembered(draft: Draft, row: Row, wanted: (t: Type) => boolean): Expr[] {
  return leaves(draft, row, wanted).filter((e) => {
    if (e.op === "cell") return e.of === "subject" && draft.cells[e.cell]!.name !== null;
    if (e.op !== "field" || e.of !== "subject") return false;
    return !draft.subjects[row.subject]!.fields[e.field]!.asFraction;
  });
}

/** `上年 X`, of a type that is wanted; empty where nothing of it is remembered. */
export function past(draft: Draft, tape: Tape, row: Row, wanted: (t: Type) => boolean, back: number): Expr[] {
  if (row.list !== null) return [];
  const found = remembered(draft, row, wanted);
  if (found.length === 0) return [];
  const arg = tape.pick(found);
  return [{ op: "past", type: arg.type, back: 1 + tape.below(back), arg }];
}

/** `连续N年 C`, where C is a comparison of something remembered, or a truth value. */
export function run(draft: Draft, tape: Tape, row: Row): Expr | undefined {
  if (row.list !== null) return undefined;
  const arg = condition(draft, tape, row);
  const gap = tape.pick(["breaks", "skips"] as const);
  return arg && { op: "run", type: TRUTH, length: 2 + tape.below(2), gap, arg };
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
