import fc from "fast-check";
import { expect, test } from "vitest";
import type { CellBody, Expr } from "../../src/compiler/ir/ir.ts";
import { verify } from "../../src/compiler/ir/verify.ts";
import { arbitraryMeasure } from "../generators/measure.ts";
import { arbitraryPlacementCase } from "../generators/placement-case.ts";
import { everyExpr } from "../reference/children.ts";
import { runs } from "./runs.ts";

/** What the generators make obeys the invariants of the IR, or the laws would say nothing. */
test("generated measures are valid", () => {
  fc.assert(
    fc.property(arbitraryMeasure(), (measure) => {
      expect(verify(measure)).toEqual([]);
    }),
    runs(300),
  );
  fc.assert(
    fc.property(arbitraryPlacementCase(), ({ measure }) => {
      expect(verify(measure)).toEqual([]);
    }),
    runs(50),
  );
});

const OPERATIONS: Record<Expr["op"], true> = {
  number: true,
  truth: true,
  member: true,
  text: true,
  date: true,
  field: true,
  cell: true,
  parameter: true,
  context: true,
  via: true,
  negate: true,
  add: true,
  multiply: true,
  min: true,
  max: true,
  divide: true,
  round: true,
  compare: true,
  "one-of": true,
  and: true,
  or: true,
  "at-least": true,
  not: true,
  if: true,
  bands: true,
  aggregate: true,
  linked: true,
  past: true,
  run: true,
  "run-length": true,
  "over-years": true,
  "days-between": true,
  "full-years": true,
  later: true,
};
const BODIES: Record<CellBody["kind"], true> = {
  expression: true,
  grade: true,
  placement: true,
  population: true,
};

test("every form of the IR is generated", () => {
  const cells = fc.sample(arbitraryMeasure(), { numRuns: 800, seed: 1 }).flatMap((m) => m.cells);
  const bodies = new Set(cells.map((c) => c.body.kind));
  const ops = new Set(
    cells.flatMap((c) => (c.body.kind === "expression" ? everyExpr(c.body.expr).map((e) => e.op) : [])),
  );
  expect([...bodies].sort()).toEqual(Object.keys(BODIES).sort());
  expect([...ops].sort()).toEqual(Object.keys(OPERATIONS).sort());
});
