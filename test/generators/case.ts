import fc from "fast-check";
import type { Measure } from "../../src/compiler/ir/ir.ts";
import { printMeasure } from "../../src/compiler/ir/print.ts";
import { buildCohort, type CohortCase, type CohortOptions, cohortParts } from "./cohort.ts";
import { buildMeasure, measureParts } from "./measure.ts";

export type MeasureCase = CohortCase & { readonly measure: Measure };

/** A measure and data for it, shrinking together. */
export function arbitraryCase(options: CohortOptions): fc.Arbitrary<MeasureCase> {
  return fc.tuple(measureParts, cohortParts).map(([m, c]) => {
    const measure = buildMeasure(m);
    return legible({ measure, ...buildCohort(measure, c, options) });
  });
}

/** The same case; as a counterexample it shows as text. */
export function legible(c: MeasureCase): MeasureCase {
  const show = () =>
    `\n${printMeasure(c.measure)}\n${JSON.stringify(c.cohort, null, 1)}\n${JSON.stringify(c.context, null, 1)}\n`;
  return { ...c, ...{ [fc.toStringMethod]: show } };
}
