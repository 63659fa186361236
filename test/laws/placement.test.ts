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

/** Where one subject lacks one of the facts on which its pool and its ceilings hang, no more is possible than comes of it. */
test("a fact that keeps somebody from his place and lowers his grade leaves both ways possible, and nothing else", () => {
  fc.assert(
    fc.property(
      arbitraryPlacementCase(),
      fc.constantFrom("入围", "受限", "严重受限"),
      fc.nat(),
      (whole, fact, of) => {
        const { measure, cohort, context } = whole;
        const rows = cohort.村 ?? [];
        const ranking = measure.cells.find((c) => c.body.kind === "placement")?.body;
        if (rows.length === 0 || ranking?.kind !== "placement") return;
        // Of places that differ by a ceiling, those between them are possible by definition.
        if (ranking.ceilings.length > 0 && ranking.rows.length > 1) return;
        // Conditions that only overlap with who is in the pool are taken by themselves.
        if (measure.cells.some(({ body }) => body.kind === "expression" && /^(and|or)$/.test(body.expr.op)))
          return;
        const index = of % rows.length;
        const possible = (value: boolean | null): readonly number[] => {
          const changed = rows.map((row, i) => (i === index ? { ...row, [fact]: value } : row));
          const world = evaluateWorld(measure, { ...cohort, 村: changed }, context);
          const last = world.subjects[index]!.cells.get(measure.cells.length - 1)!;
          if (last.kind !== "choice") throw new Error("not a grade");
          return [...last.possible].sort();
        };
        const both = [...new Set([...possible(true), ...possible(false)])].sort();
        expect(possible(null)).toEqual(both);
      },
    ),
    runs(300),
  );
});
