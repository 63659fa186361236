import fc from "fast-check";
import type { Measure } from "../../src/compiler/ir/ir.ts";
import { buildCohort, type CohortCase, type CohortOptions, cohortParts } from "./cohort.ts";
import { buildMeasure, measureParts } from "./measure.ts";

/** A measure and data for it, shrinking together. */
export function arbitraryCase(
  options: CohortOptions,
): fc.Arbitrary<CohortCase & { readonly measure: Measure }> {
  return fc.tuple(measureParts, cohortParts).map(([m, c]) => {
    const measure = buildMeasure(m);
    return { measure, ...buildCohort(measure, c, options) };
  });
}
