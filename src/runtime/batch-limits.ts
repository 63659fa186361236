import type { CompiledMeasure } from "./compiled.ts";
import type { EvaluationContext } from "./context.ts";

/** What of a measure can be computed in batches, as far as the measure itself and the settings of a run say it. */

/**
 * Whether any rows of a subject table make a batch: a subject has one row, and nothing in it leads to others. Otherwise a
 * batch must have all rows of its subjects, and all subjects that they are linked with.
 */
export function oneRowEach({ tables }: CompiledMeasure): boolean {
  return tables.subjects.every(
    ({ of, fields }) =>
      !of && fields.every(({ type: { kind } }) => kind !== "link" && kind !== "links" && kind !== "list"),
  );
}

/** Whether it depends on the data of all subjects that a period is the first one: no batch could tell. */
export function firstByData({ tables }: CompiledMeasure, given: EvaluationContext): boolean {
  return given.history?.length === 0 && tables.subjects.some((kind) => kind.fields.some((f) => f.yearly));
}
