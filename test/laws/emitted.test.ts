import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryCase, type MeasureCase } from "../generators/case.ts";
import { punchHoles } from "../generators/holes.ts";
import { arbitraryPlacementCase } from "../generators/placement-case.ts";
import { tapeNumbers } from "../generators/tape.ts";
import { comparableFromResult, diff, referenceEvaluate } from "../reference/reference.ts";
import { productEvaluate } from "./product.ts";
import { runs } from "./runs.ts";

/** The emitted evaluators against the oracle: the same measure and data, two independent ways. */

function expectAgreement(c: MeasureCase, mode: "auto" | "open"): void {
  const expected = referenceEvaluate(c.measure, c.cohort, c.context);
  const result = comparableFromResult(productEvaluate(c.measure, c, mode));
  expect(diff(expected, result)).toEqual([]);
}

describe("emitted evaluators agree with the oracle", () => {
  test("on complete data, whichever program runs", () => {
    fc.assert(
      fc.property(arbitraryCase({ holes: false }), (c) => {
        expectAgreement(c, "auto");
        expectAgreement(c, "open");
      }),
      runs(100),
    );
  });

  test("on data with holes", () => {
    fc.assert(
      fc.property(arbitraryCase({ holes: true }), (c) => expectAgreement(c, "auto")),
      runs(120),
    );
  });

  test("on ranks, with and without holes", () => {
    fc.assert(
      fc.property(arbitraryPlacementCase(), tapeNumbers(60), (c, holes) => {
        expectAgreement(c, "auto");
        expectAgreement({ measure: c.measure, ...punchHoles(c.measure, c, holes) }, "auto");
      }),
      runs(120),
    );
  });
});
