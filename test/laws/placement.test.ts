import fc from "fast-check";
import { expect, test } from "vitest";
import { punchHoles } from "../generators/holes.ts";
import { arbitraryPlacementCase } from "../generators/placement-case.ts";
import { tapeNumbers } from "../generators/tape.ts";
import { evaluateWorld } from "../reference/reference.ts";
import { runs } from "./runs.ts";
import { missing } from "./within.ts";

/** Ranks with holes: whatever turns out, the grade it brings was among the possible ones. */
test("a completion of a ranking with holes is among what the holes leave possible", () => {
  fc.assert(
    fc.property(arbitraryPlacementCase(), tapeNumbers(60), (whole, holes) => {
      const holed = punchHoles(whole.measure, whole, holes);
      const complete = evaluateWorld(whole.measure, whole.cohort, whole.context);
      const open = evaluateWorld(whole.measure, holed.cohort, holed.context);
      expect(missing(open, complete)).toEqual([]);
    }),
    runs(400),
  );
});
