import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { load } from "../../src/compiler/emit/load.ts";
import { evaluateCohort } from "../../src/runtime/evaluate.ts";
import { punchHoles } from "../generators/holes.ts";
import { lifelikeCohort } from "../generators/lifelike.ts";
import { tapeNumbers } from "../generators/tape.ts";
import { contextOf } from "../laws/product.ts";
import { runs } from "../laws/runs.ts";
import { comparableFromResult, diff, referenceEvaluate } from "../reference/reference.ts";
import { measureOf } from "./support.ts";

/**
 * The measures that ship, on generated records: facts complete, facts missing, parameters and history open. The
 * order of clauses on such records is in order.test.ts.
 */

const MEASURES = ["guangxi", "xizang", "yanglousi", "nandan", "yingshan", "jiange"];

describe.each(MEASURES)("policies/%s on generated records", (name) => {
  const measure = measureOf(`policies/${name}/measure.banfa`);
  const program = load(measure);
  const whole = lifelikeCohort(measure);

  it("means the same to the oracle, by either program, also with holes in facts and parameters", () => {
    fc.assert(
      fc.property(whole, tapeNumbers(400), (c, holes) => {
        const expected = referenceEvaluate(measure, c.cohort, c.context);
        for (const mode of ["auto", "open"] as const) {
          const { result } = evaluateCohort(program, c.cohort, contextOf(c.context), mode);
          expect(diff(expected, comparableFromResult(result))).toEqual([]);
        }
        const holed = punchHoles(measure, c, holes);
        const open = evaluateCohort(program, holed.cohort, contextOf(holed.context)).result;
        expect(
          diff(referenceEvaluate(measure, holed.cohort, holed.context), comparableFromResult(open)),
        ).toEqual([]);
      }),
      runs(4),
    );
  });

  it("reaches nine of ten clauses, list items and outcomes of requirements, or the laws would say little", () => {
    const reached = new Set<string>();
    for (const { cohort, context } of fc.sample(whole, { ...runs(25), seed: 1 }))
      for (const s of evaluateCohort(program, cohort, contextOf(context)).result.subjects) {
        for (const c of s.clauses) reached.add(`${s.kind} ${c.cite} ${c.condition}`);
        for (const f of s.findings) reached.add(`${s.kind} ${f.cite} ${f.requirement} ${f.status}`);
      }
    const { clauses, requirements, subjects, citations } = measure;
    const all = [
      ...clauses.flatMap((c) =>
        c.reasons.map((r) => `${subjects[c.subject]!.name} ${citations[r.cite]!.text} ${r.text}`),
      ),
      ...requirements.flatMap((r) =>
        ["met", "not-met"].map(
          (status) => `${subjects[r.subject]!.name} ${citations[r.cite]!.text} ${r.text} ${status}`,
        ),
      ),
    ];
    const missed = all.filter((entry) => !reached.has(entry));
    expect(missed.length, missed.join("\n")).toBeLessThanOrEqual(all.length / 10);
  });
});
