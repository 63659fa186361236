/** The figures behind an outcome, as people read them. */
import type { AtomTable, OpenContext } from "./abi.ts";
import type { CompiledMeasure } from "./compiled.ts";
import type { OpenRecord, OpenRow } from "./open-rows.ts";
import type { Figure } from "./result.ts";
import { toJson } from "./show.ts";

const NO_RECORD = undefined as unknown as OpenRecord;

export function figuresOf(
  compiled: CompiledMeasure,
  atoms: readonly Omit<AtomTable, "holds">[],
  row: OpenRow,
  context: OpenContext,
): Figure[] {
  return atoms.map((atom) => ({
    name: atom.name,
    value: toJson(
      compiled.open.figures[atom.figure]!(row, NO_RECORD, context),
      atom.type,
      compiled.tables,
      context,
    ),
    unit: atom.type.kind === "number" ? atom.type.unit : "",
    test: atom.test,
  }));
}
