/** The figures behind an outcome, as people read them. */
import type { AtomTable, OpenContext } from "./abi.ts";
import type { CompiledMeasure } from "./compiled.ts";
import type { OpenRecord, OpenRow } from "./open-rows.ts";
import { type Figure, NOT_APPLICABLE } from "./result.ts";
import { toJson } from "./show.ts";

const NO_RECORD = undefined as unknown as OpenRecord;

export function figuresOf(
  compiled: CompiledMeasure,
  atoms: readonly Omit<AtomTable, "holds">[],
  row: OpenRow,
  context: OpenContext,
): Figure[] {
  const { open, tables } = compiled;
  return atoms.map(({ name, test, type, figure, applies }) => {
    if (applies !== undefined && open.figures[applies]!(row, NO_RECORD, context) === false)
      return { name, value: NOT_APPLICABLE, unit: "", test };
    const value = toJson(open.figures[figure]!(row, NO_RECORD, context), type, tables, context);
    return { name, value, unit: type.kind === "number" ? type.unit : "", test };
  });
}
