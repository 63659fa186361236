import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { compile } from "../../src/compiler/compile.ts";
import { load } from "../../src/compiler/emit/load.ts";
import { evaluateCohort } from "../../src/runtime/evaluate.ts";
import { SourceText } from "../../src/source/source-text.ts";
import { buildCohort, cohortParts } from "../generators/cohort.ts";
import { arbitraryMeasure } from "../generators/measure.ts";
import { arbitraryPlacementCase } from "../generators/placement-case.ts";
import { contextOf } from "../laws/product.ts";
import { runs } from "../laws/runs.ts";
import { comparableFromResult, diff, referenceEvaluate } from "../reference/reference.ts";
import { Forms } from "./forms.ts";
import { heldTexts } from "./texts.ts";

/** Every measure of the reference, every good case and every measure that ships, on generated cohorts. */
const measures = heldTexts().flatMap(({ name, text, resolve }) => {
  const { measure } = compile(new SourceText(name, text), { resolve });
  return measure ? [{ name, measure }] : [];
});

describe("a measure means the same to the oracle and to the product", () => {
  it("of which there are many", () => expect(measures.length).toBeGreaterThan(200));

  it.each(measures)("$name", ({ measure }) => {
    const program = load(measure);
    fc.assert(
      fc.property(cohortParts, fc.boolean(), (parts, holes) => {
        const data = buildCohort(measure, parts, { holes });
        const expected = referenceEvaluate(measure, data.cohort, data.context);
        for (const mode of ["auto", "open"] as const) {
          const { result } = evaluateCohort(program, data.cohort, contextOf(data.context), mode);
          expect(diff(expected, comparableFromResult(result))).toEqual([]);
        }
      }),
      runs(6),
    );
  });
});

test("every form of the IR is in one of them, or in a generated measure", { timeout: 120_000 }, () => {
  const forms = new Forms(["src/compiler/ir/ir.ts", "src/runtime/rational.ts"]);
  const counts = new Map<string, number>();
  for (const { measure } of measures) forms.count("Measure", measure, counts);
  for (const m of fc.sample(arbitraryMeasure(), { numRuns: 500, seed: 1 })) forms.count("Measure", m, counts);
  for (const { measure } of fc.sample(arbitraryPlacementCase(), { numRuns: 100, seed: 1 }))
    forms.count("Measure", measure, counts);
  const every = [...forms.every("Measure")];
  expect(every.length).toBeGreaterThan(250);
  expect(every.filter((f) => !counts.has(f) && !NOT_HELD.some(({ form }) => form.test(f)))).toEqual([]);
});

const NOT_HELD: readonly { readonly form: RegExp; readonly why: string }[] = [
  { form: /^own\.by$/, why: "what a layer has of its own stands under its own numbers" },
  { form: /^context\.what=year$/, why: "nothing in the language asks for the year by itself" },
  { form: /^subject\.called/, why: "a word that is shown; the cases of 本单位 hold it" },
];
