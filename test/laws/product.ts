import { load } from "../../src/compiler/emit/load.ts";
import type { Measure } from "../../src/compiler/ir/ir.ts";
import { type EvaluationContext, evaluateCohort, type Mode } from "../../src/runtime/evaluate.ts";
import type { CohortResult } from "../../src/runtime/result.ts";
import type { CohortCase } from "../generators/cohort.ts";
import type { HistoryYear } from "../reference/reference.ts";
import type { HistoryValues } from "../reference/world.ts";

/** What the product says of a case: the measure emitted as JavaScript, loaded and run. */
export function productEvaluate(measure: Measure, { cohort, context }: CohortCase, mode: Mode): CohortResult {
  return evaluateCohort(load(measure), cohort, contextOf(context), mode).result;
}

/** A generated context as a caller gives it. */
export function contextOf({ history, ...rest }: CohortCase["context"]): EvaluationContext {
  return history === undefined ? rest : { ...rest, history: history.map(asResult) };
}

const NONE = { base: null, raises: [], reductions: [], floors: [], ceilings: [], after: [], notAssessed: [] };

/** A result with the parts that nobody asks of it. */
const partsOf = ({ grades }: HistoryValues) => ({
  grades: Object.fromEntries(Object.entries(grades).map(([name, g]) => [name, { ...g, ...NONE }])),
  clauses: [],
  findings: [],
  undetermined: [],
});

/** An earlier period with the parts that nobody asks of it. */
function asResult(year: HistoryYear): CohortResult {
  return {
    measure: { name: "", title: null, documentNumber: null },
    year: year.year,
    ...(year.period !== undefined && { period: year.period }),
    date: null,
    subjects: year.subjects.map(({ records, ...row }) => ({
      ...row,
      ...partsOf(row),
      ...(records && {
        records: Object.fromEntries(
          Object.entries(records).map(([list, all]) => [list, all.map((r) => ({ ...r, ...partsOf(r) }))]),
        ),
      }),
      consequences: [],
    })),
  };
}
