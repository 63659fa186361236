import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryCase, type MeasureCase } from "../generators/case.ts";
import { punchHoles } from "../generators/holes.ts";
import { Tape, tapeNumbers } from "../generators/tape.ts";
import { diff, evaluateWorld, referenceEvaluate } from "../reference/reference.ts";
import { runs } from "./runs.ts";
import { missing } from "./within.ts";

/** Laws that the meaning of the IR itself obeys; they need no product code, only the oracle. */

const evaluated = ({ measure, cohort, context }: MeasureCase) => referenceEvaluate(measure, cohort, context);

/** Whether every parameter that is declared to lie above another one does. */
function inDeclaredOrder({ measure, context }: MeasureCase): boolean {
  const given = measure.parameters.map((p) => Number(context.parameters?.[p.name] ?? Number.NaN));
  return measure.parameters.every((p, i) => p.above === null || !(given[i]! <= given[p.above]!));
}

describe("the oracle", () => {
  test("a completion of a cohort with holes is among what the holes leave possible", () => {
    fc.assert(
      fc.property(arbitraryCase({ holes: false }), tapeNumbers(120), (whole, holes) => {
        // Figures against their declared order are refused, and so no completion of anything.
        fc.pre(inDeclaredOrder(whole));
        const holed = punchHoles(whole.measure, whole, holes);
        const complete = evaluateWorld(whole.measure, whole.cohort, whole.context);
        const open = evaluateWorld(whole.measure, holed.cohort, holed.context);
        expect(missing(open, complete)).toEqual([]);
      }),
      runs(300),
    );
  });

  test("the order of subjects and of effects does not matter", () => {
    fc.assert(
      fc.property(arbitraryCase({ holes: true }), fc.boolean(), tapeNumbers(30), (c, _, numbers) => {
        const tape = new Tape(numbers);
        const shuffled = <T>(xs: readonly T[]): T[] => tape.some(xs, xs.length);
        const cohort = Object.fromEntries(
          Object.entries(c.cohort).map(([kind, subjects]) => [kind, shuffled(subjects)]),
        );
        const cells = c.measure.cells.map((cell) => {
          const { body } = cell;
          if (body.kind !== "grade") return cell;
          const effects = {
            notAssessed: shuffled(body.notAssessed),
            raises: shuffled(body.raises),
            reductions: shuffled(body.reductions),
            floors: shuffled(body.floors),
            ceilings: shuffled(body.ceilings),
            after: shuffled(body.after),
          };
          return { ...cell, body: { ...body, ...effects } };
        });
        const again = referenceEvaluate({ ...c.measure, cells }, cohort, c.context);
        expect(diff(evaluated(c), again)).toEqual([]);
      }),
      runs(150),
    );
  });

  test("one more ceiling never makes better the grade of the subject that it catches", () => {
    fc.assert(
      fc.property(arbitraryCase({ holes: true }), fc.nat(), fc.nat({ max: 3 }), (c, chosen, grade) => {
        const { measure } = c;
        const clauses = measure.clauses;
        if (clauses.length === 0) return;
        const { id: clause, when, subject } = clauses[chosen % clauses.length]!;
        const cells = measure.cells.map((cell) => {
          if (cell.subject !== subject || cell.body.kind !== "grade" || cell.id < when) return cell;
          const top = measure.enumerations[cell.body.enumeration]!.members.length - 1;
          const bound = { clause, when, grade: Math.min(grade, top), veto: false };
          return { ...cell, body: { ...cell.body, ceilings: [...cell.body.ceilings, bound] } };
        });
        const before = evaluated(c);
        const after = referenceEvaluate({ ...measure, cells }, c.cohort, c.context);
        for (const cell of cells) {
          if (cell.body.kind !== "grade" || cell.name === null || cell.subject !== subject) continue;
          const { members } = measure.enumerations[cell.body.enumeration]!;
          const best = (of: typeof before, id: string) =>
            Math.max(-1, ...of.subjects[id]!.grades[cell.name!]!.possible.map((m) => members.indexOf(m)));
          // An effect on a grade that feeds a later one may help there; only the first is capped alone.
          if (cells.some((x) => x.id < cell.id && x.body.kind === "grade")) continue;
          for (const id of Object.keys(after.subjects)) {
            if (after.subjects[id]!.grades[cell.name] === undefined) continue;
            expect(best(after, id)).toBeLessThanOrEqual(best(before, id));
          }
        }
      }),
      runs(150),
    );
  });
});
