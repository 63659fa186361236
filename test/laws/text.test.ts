import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compile } from "../../src/compiler/compile.ts";
import type { Measure } from "../../src/compiler/ir/ir.ts";
import { wording } from "../../src/diagnostics/problem.ts";
import { SourceText } from "../../src/source/source-text.ts";
import { buildCohort, cohortParts } from "../generators/cohort.ts";
import { Tape, tapeNumbers } from "../generators/tape.ts";
import { arbitraryMeasureText, SCALE_NAME } from "../generators/text.ts";
import { insertClause, leaf, type MeasureText, render, shuffle } from "../generators/text-blocks.ts";
import { condition } from "../generators/text-conditions.ts";
import { comparableFromResult, diff, referenceEvaluate } from "../reference/reference.ts";
import { productEvaluate } from "./product.ts";
import { runs } from "./runs.ts";

/**
 * Laws of whole texts, from source to verdict through every phase. The first ties the product to the
 * oracle; the others may then ask the oracle alone.
 */

/** The measure of a text that must be free of errors. */
function compiled(text: MeasureText): Measure {
  const source = new SourceText("生成.banfa", render(text));
  const { measure, problems } = compile(source);
  const errors = problems
    .filter((p) => p.severity === "error")
    .map(
      (p) =>
        `${p.code} ${wording(p, "zh").message} | ${source.line(source.position(p.span?.start ?? 0).line)}`,
    );
  expect(errors).toEqual([]);
  return measure!;
}

const arbitrary = { text: arbitraryMeasureText(), parts: cohortParts, holes: fc.boolean() };

describe("a text", () => {
  test("means the same to the oracle and to the product", () => {
    fc.assert(
      fc.property(arbitrary.text, arbitrary.parts, arbitrary.holes, (generated, parts, holes) => {
        const measure = compiled(generated.text);
        const data = buildCohort(measure, parts, { holes });
        const result = comparableFromResult(productEvaluate(measure, data, "auto"));
        expect(diff(referenceEvaluate(measure, data.cohort, data.context), result)).toEqual([]);
      }),
      runs(50),
    );
  });

  test("gives the same results whatever the order of its clauses", () => {
    fc.assert(
      fc.property(
        arbitrary.text,
        arbitrary.parts,
        arbitrary.holes,
        tapeNumbers(60),
        (generated, parts, holes, order) => {
          const measure = compiled(generated.text);
          const again = compiled(shuffle(generated.text, new Tape(order)));
          const data = buildCohort(measure, parts, { holes });
          const [one, other] = [measure, again].map((m) => referenceEvaluate(m, data.cohort, data.context));
          expect(diff(one!, other!)).toEqual([]);
        },
      ),
      runs(50),
    );
  });

  test("never grades a subject better for one more ceiling that catches it", () => {
    fc.assert(
      fc.property(
        arbitrary.text,
        arbitrary.parts,
        arbitrary.holes,
        tapeNumbers(20),
        (generated, parts, holes, extra) => {
          const tape = new Tape(extra);
          const { grades, words, gradeArticle, freeLabel } = generated;
          const when = condition(tape, words);
          const ceiling = leaf(freeLabel, `${when} 的,最高评为 ${tape.pick(grades.slice(1))}`);
          const measure = compiled(generated.text);
          const capped = compiled(insertClause(generated.text, gradeArticle, ceiling, tape.below(9)));
          const data = buildCohort(measure, parts, { holes });
          const before = referenceEvaluate(measure, data.cohort, data.context);
          const after = referenceEvaluate(capped, data.cohort, data.context);
          const cite = `${gradeArticle}${freeLabel}`;
          for (const [id, subject] of Object.entries(after.subjects)) {
            if (!subject.clauses.some((c) => c.startsWith(`${cite} `))) continue;
            // Where facts are missing, a set of possible grades may be wider than need be (see PlacementBody):
            // one more unknown ceiling of somebody else can widen it. A settled grade is never better.
            if (holes && subject.grades[SCALE_NAME]!.possible.length > 1) continue;
            // Best first: a smaller index is a better grade.
            const best = (s: typeof subject) =>
              grades.indexOf(s.grades[SCALE_NAME]!.possible[0] ?? grades.at(-1)!);
            expect(best(subject)).toBeGreaterThanOrEqual(best(before.subjects[id]!));
          }
        },
      ),
      runs(50),
    );
  });
});
