import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compile } from "../../src/compiler/compile.ts";
import { load } from "../../src/compiler/emit/load.ts";
import type { Measure } from "../../src/compiler/ir/ir.ts";
import { type EvaluationContext, evaluateCohort } from "../../src/runtime/evaluate.ts";
import { SourceText } from "../../src/source/source-text.ts";
import { punchHoles } from "../generators/holes.ts";
import { lifelikeCohort } from "../generators/lifelike.ts";
import { reordered } from "../generators/reordered.ts";
import { tapeNumbers } from "../generators/tape.ts";
import { contextOf } from "../laws/product.ts";
import { runs } from "../laws/runs.ts";
import { comparableFromResult, diff } from "../reference/reference.ts";
import { casesOf, root } from "./support.ts";

/**
 * Clauses commute, in every measure that ships: its clauses are written in another order, and every case and every
 * generated cohort, complete or with holes, comes out the same. Labels move with their text, so citations stay.
 * BANFA_RUNS tries more orders, on more cohorts.
 */

type Cohort = Parameters<typeof evaluateCohort>[1];

const MEASURES = ["guangxi", "xizang", "yanglousi", "nandan", "yingshan", "jiange"];

describe.each(MEASURES)("policies/%s, reordered", (name) => {
  const text = readFileSync(join(root, `policies/${name}/measure.banfa`), "utf8");
  const original = measureOf(text);
  const { cases } = casesOf(`policies/${name}/cases.yaml`, original);
  const { seed, numRuns } = runs(2);
  const cohorts: { readonly name: string; readonly cohort: Cohort; given: EvaluationContext }[] = [
    ...cases.map((test) => ({
      name: test.name,
      cohort: test.cohort,
      given: {
        year: test.year,
        ...(test.date === null ? {} : { date: test.date }),
        parameters: test.parameters.values,
        ...(test.history === null ? {} : { history: test.history }),
      },
    })),
    ...fc
      .sample(fc.tuple(lifelikeCohort(original), tapeNumbers(400)), { seed, numRuns: 8 * numRuns })
      .map(([whole, holes], i) => (i % 2 === 0 ? whole : punchHoles(original, whole, holes)))
      .map(({ cohort, context }, i) => ({ name: `generated ${i}`, cohort, given: contextOf(context) })),
  ];
  const resultsOf = (measure: Measure) => {
    const program = load(measure);
    return cohorts.map(({ cohort, given }) =>
      comparableFromResult(evaluateCohort(program, cohort, given).result),
    );
  };
  const expected = resultsOf(original);

  it.each(Array.from({ length: numRuns }, (_, i) => i + 1))("gives the same results, order %i", (order) => {
    const other = measureOf(reordered(text, order));
    expect(citesOf(other)).not.toEqual(citesOf(original));
    expect(citesOf(other).sort()).toEqual(citesOf(original).sort());
    const actual = resultsOf(other);
    for (const [i, { name }] of cohorts.entries()) expect(diff(expected[i]!, actual[i]!), name).toEqual([]);
  });
});

/** Every clause, item and requirement in their order. */
function citesOf({ clauses, requirements, citations, subjects }: Measure): string[] {
  return [
    ...clauses.flatMap((c) =>
      c.reasons.map((r) => `${subjects[c.subject]!.name} ${citations[r.cite]!.text} ${r.text}`),
    ),
    ...requirements.map((r) => `${subjects[r.subject]!.name} ${citations[r.cite]!.text} ${r.text}`),
  ];
}

function measureOf(text: string): Measure {
  const { measure, problems } = compile(new SourceText("measure.banfa", text));
  if (!measure) throw new Error(problems.map((p) => p.code).join(" "));
  return measure;
}
