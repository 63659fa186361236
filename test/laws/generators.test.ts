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

test("every form of a consequence is generated, under every length of period", () => {
  const measures = fc.sample(arbitraryMeasure(), { numRuns: 3000, seed: 1 });
  const forms = new Set<string>();
  for (const { consequences, subjects, clauses, period } of measures)
    for (const q of consequences) {
      const ofRecord = subjects[clauses[q.clause]!.subject]!.of ? "record " : "";
      if (q.repeat) forms.add(`${ofRecord}${q.repeat}`);
      const through = "links" in q.target && q.target.links.length > 0 ? " through a link" : "";
      forms.add(`${q.target.kind}${through}`);
      if (q.target.kind === "party" && q.target.holder) forms.add(`${q.target.holder.when} ${period}`);
      if (ofRecord) forms.add(`record ${period}`);
      if (q.actions.length > 1) forms.add("choice");
      if (q.spares.length > 0) forms.add("spares");
      if (q.mitigations.length > 0) forms.add("mitigated");
    }
  const periods = ["year", "half-year", "quarter", "month"];
  const wanted = [
    ...["self", "role", "party", "subject through a link", "party through a link"],
    ...["each", "once", "record each", "record once", "choice", "spares", "mitigated"],
    ...periods.flatMap((p) => [`record ${p}`, `end ${p}`, `any ${p}`]),
  ];
  expect(wanted.filter((form) => !forms.has(form))).toEqual([]);
});
