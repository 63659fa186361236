import fc from "fast-check";
import { expect, test } from "vitest";
import { verify } from "../../src/compiler/ir/verify.ts";
import { arbitraryMeasure } from "../generators/measure.ts";
import { arbitraryPlacementCase } from "../generators/placement-case.ts";
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
