/** Which worlds are gone into, from the subject alone to the largest. */
import { childrenOf } from "../compiler/ir/children.ts";
import type * as ir from "../compiler/ir/ir.ts";
import { isInteger, type Rational } from "../runtime/rational.ts";
import { type Abstraction, ALONE, type Bounds } from "./encode/encoder.ts";

/** A proof about cohorts and histories is for worlds of up to this size. */
const LARGEST = { cohort: 6, records: 8, years: 3 } as const;

/** Fewest records of a list that are gone into; as many as a provision counts, and one more, where those are more. */
const RECORDS = 3;

/**
 * @param free what was left free with the subject alone
 * @returns worlds to try in turn
 */
export function worldsFor(measures: readonly ir.Measure[], free: ReadonlySet<Abstraction>): Bounds[] {
  const records = free.has("list") ? recordsFor(measures) : null;
  const years = free.has("history") ? LARGEST.years : null;
  const cohorts: (number | null)[] = free.has("cohort") || free.has("link") ? [2, 4, LARGEST.cohort] : [];
  const alone = records !== null || years !== null ? [null] : [];
  return [...alone, ...cohorts].map((cohort) => ({ ...ALONE, cohort, records, years }));
}

/** Enough records for every number of times that a provision asks for. */
function recordsFor(measures: readonly ir.Measure[]): number {
  let most = RECORDS;
  const see = (value: Rational | undefined): void => {
    if (value && isInteger(value) && value.num < BigInt(LARGEST.records))
      most = Math.max(most, Number(value.num) + 1);
  };
  const visit = (e: ir.Expr): void => {
    if (e.op === "compare" && isCount(e.left)) {
      if (e.right.op === "number") see(e.right.value);
    } else if (e.op === "bands" && isCount(e.arg)) {
      for (const row of e.rows) for (const end of [row.low, row.high]) see(end?.value);
    }
    for (const inner of childrenOf(e)) visit(inner);
  };
  for (const m of measures) for (const c of m.cells) if (c.body.kind === "expression") visit(c.body.expr);
  return most;
}

/** A number of things: whole, and not of points, money or a share. */
const isCount = ({ type }: ir.Expr): boolean =>
  type.kind === "number" && type.step !== null && isInteger(type.step) && type.high === null;
