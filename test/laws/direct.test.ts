import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { load } from "../../src/compiler/emit/load.ts";
import { runDirect } from "../../src/runtime/direct.ts";
import { Evaluator } from "../../src/runtime/measure.ts";
import { outcomeOf } from "../../src/runtime/outcome.ts";
import { arbitraryCase, type MeasureCase } from "../generators/case.ts";
import { arbitraryPlacementCase } from "../generators/placement-case.ts";
import { contextOf } from "./product.ts";
import { runs } from "./runs.ts";

/** The short way from records to outcomes says what the reports say, wherever it does not give up. */

const nobody = {
  problems: [],
  reportOf: () => {
    throw new Error("nobody asks");
  },
};

/** Whether the short way was taken; it agrees with the reports in any case. */
function agrees(c: MeasureCase, many?: number): boolean {
  const compiled = load(c.measure, many);
  const context = contextOf(c.context);
  const all = new Evaluator(compiled).evaluateAll(c.cohort, context);
  for (const [kind, outcomes] of Object.entries(all.outcomes)) {
    const reports = all.result.subjects.filter((s) => s.kind === kind);
    const expected = reports.map((report, i) =>
      outcomeOf(report, { problems: [], reportOf: () => report }, i),
    );
    expect(JSON.parse(JSON.stringify(outcomes))).toEqual(JSON.parse(JSON.stringify(expected)));
  }
  return runDirect(compiled, c.cohort, context, nobody) !== null;
}

describe("the direct program", () => {
  test("agrees with the reports on generated measures", () => {
    fc.assert(
      fc.property(arbitraryCase({ holes: false }), (c) => {
        agrees(c);
      }),
      runs(150),
    );
  });

  test("agrees with the reports where clauses have functions of their own", () => {
    for (const cases of [arbitraryCase({ holes: false }), arbitraryPlacementCase()])
      fc.assert(
        fc.property(cases, (c) => {
          agrees(c, 1);
        }),
        runs(150),
      );
  });

  test("agrees with the reports on rankings, and is a way that is taken", () => {
    let taken = 0;
    let tried = 0;
    fc.assert(
      fc.property(arbitraryPlacementCase(), (c) => {
        tried++;
        if (agrees(c)) taken++;
      }),
      runs(150),
    );
    expect(taken / tried).toBeGreaterThan(0.1);
  });
});
