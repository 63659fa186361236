import type { Expr, Type } from "../../src/compiler/ir/ir.ts";
import { fraction } from "../reference/fraction.ts";
import type { Draft, Row } from "./draft.ts";
import { leaves, type NumberExpr } from "./expressions.ts";
import type { Tape } from "./tape.ts";
import { numberType } from "./types.ts";

/** Dates of a row, days near them that months and leap years make hard, and what is counted between two. */

const DATE: Type = { kind: "date" };

export function date(draft: Draft, tape: Tape, row: Row): Expr {
  const found = leaves(draft, row, (t) => t.kind === "date");
  const plain: Expr =
    found.length === 0 || tape.chance(4)
      ? { op: "date", type: DATE, value: tape.pick([...HARD]) }
      : tape.chance(4)
        ? { op: "context", type: DATE, what: "date" }
        : tape.pick(found);
  if (!tape.chance(3)) return plain;
  const [years, months, days] = [tape.below(3), tape.below(14), tape.below(40)];
  const workdays = tape.chance(3) ? { workdays: 1 + tape.below(8) } : {};
  return { op: "later", type: DATE, from: plain, years, months, days, ...workdays };
}

const HARD = [
  { year: 2016, month: 2, day: 29 },
  { year: 2018, month: 1, day: 31 },
  { year: 2018, month: 6, day: 1 },
] as const;

/** `天数(A, B)` or `周岁(A, B)`. */
export function dated(draft: Draft, tape: Tape, row: Row): NumberExpr {
  const op = tape.pick(["days-between", "full-years"] as const);
  const type = numberType("次", null, null, fraction(1));
  return { op, type, from: date(draft, tape, row), to: date(draft, tape, row) };
}
