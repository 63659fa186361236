import { load } from "../../src/compiler/emit/load.ts";
import type { Measure } from "../../src/compiler/ir/ir.ts";
import { evaluateCohort, type Mode } from "../../src/runtime/evaluate.ts";
import type { CohortResult } from "../../src/runtime/result.ts";
import type { CohortCase } from "../generators/cohort.ts";
import type { HistoryYear } from "../reference/reference.ts";

/** What the product says of a case: the measure emitted as JavaScript, loaded and run. */
export function productEvaluate(measure: Measure, { cohort, context }: CohortCase, mode: Mode): CohortResult {
  const { history, ...rest } = context;
  const given = history === undefined ? rest : { ...rest, history: history.map(asResult) };
  return evaluateCohort(load(measure), cohort, given, mode).result;
}

/** An earlier year with the parts that nobody asks of it. */
function asResult(year: HistoryYear): CohortResult {
  return {
    measure: { name: "", title: null, documentNumber: null },
    year: year.year,
    date: null,
    subjects: year.subjects.map((row) => ({
      ...row,
      grades: Object.fromEntries(
        Object.entries(row.grades).map(([name, g]) => [
          name,
          {
            ...g,
            base: null,
            raises: [],
            reductions: [],
            floors: [],
            ceilings: [],
            after: [],
            notAssessed: [],
          },
        ]),
      ),
      clauses: [],
      consequences: [],
      findings: [],
      undetermined: [],
    })),
  };
}
