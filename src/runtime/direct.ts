/**
 * Runs the direct program over a cohort. It gives up, with null, at the first thing that is not plain and
 * settled; the caller then takes the general way, which gives the same results and explains what is wrong.
 */
import type {
  Column,
  ColumnData,
  CompiledMeasure,
  DirectContext,
  DirectProgram,
  FactValue,
  OpenContext,
} from "./abi.ts";
import { parseDay } from "./calendar.ts";
import { passColumns } from "./direct-passes.ts";
import { assessedPeriod, type EvaluationContext } from "./evaluate.ts";
import type { RawCohort } from "./facts.ts";
import { History } from "./history.ts";
import { lower } from "./lift.ts";
import type { OpenValue } from "./open-values.ts";
import type { Outcome, Reports } from "./outcome.ts";
import { bindParameters } from "./parameters.ts";

/** By name of the kind. */
export type Outcomes = Record<string, Outcome[]>;

export function runDirect(
  compiled: CompiledMeasure,
  cohort: RawCohort,
  given: EvaluationContext,
  reports: Reports,
): Outcomes | null {
  const { tables, strict, direct } = compiled;
  const kinds: number[] = [];
  for (const name of Object.keys(cohort)) {
    const kind = tables.subjects.findIndex((s) => s.name === name);
    if (kind < 0 || !direct[kind] || !Array.isArray(cohort[name])) return null;
    kinds.push(kind);
  }
  const context = settledContext(compiled, given);
  if (context === null || (strict.usesDate && context.date === null)) return null;
  const p: FactValue[] = [];
  for (const [i, parameter] of tables.parameters.entries()) {
    p[i] = lower(context.parameters[i]!, parameter.type);
    if (p[i] === undefined && parameter.used) return null;
  }

  const outcomes = Object.create(null) as Outcomes;
  for (const kind of kinds) {
    const { name } = tables.subjects[kind]!;
    const records = cohort[name] as readonly unknown[];
    const columns = new DirectColumns(compiled, kind, records.length, context, p);
    if (!columns.read(records) || !columns.run()) return null;
    outcomes[name] = columns.outcomes(reports);
  }
  return outcomes;
}

/** The columns of one simple kind. */
export class DirectColumns {
  readonly ids: string[];
  readonly facts: ColumnData[] = [];
  readonly cells: ColumnData[] = [];
  readonly words: Int32Array[];
  private readonly compiled: CompiledMeasure;
  private readonly kind: number;
  private readonly size: number;
  private readonly context: OpenContext;
  private readonly program: DirectProgram;
  private readonly x: DirectContext;

  constructor(
    compiled: CompiledMeasure,
    kind: number,
    size: number,
    context: OpenContext,
    p: readonly FactValue[],
  ) {
    this.compiled = compiled;
    this.kind = kind;
    this.size = size;
    this.context = context;
    this.program = compiled.direct[kind]!;
    this.ids = new Array(size);
    this.words = Array.from({ length: this.program.words }, () => new Int32Array(size));
    for (const [cell, { array }] of this.program.cells) this.cells[cell] = allocate(array, size);
    const { fields } = compiled.tables.subjects[kind]!;
    const defaults = fields.map((f, i) => {
      const own = compiled.open.subjectDefaults[kind]![i];
      return own ? lower(own(context), f.type) : undefined;
    });
    const { year, period, per, date, history } = context;
    this.x = { year, period, per, date, p, history, defaults, beyond: 0, within: 0 };
  }

  /** @returns false where a record is not plain */
  read(records: readonly unknown[]): boolean {
    const { program, x } = this;
    for (const [field, { array }] of program.facts) this.facts[field] = allocate(array, this.size);
    return program.read(records, this.size, this.ids, this.facts, x) && (x.within & ~x.beyond) === 0;
  }

  /** @returns false when the open program is needed */
  run(): boolean {
    const { compiled, kind, size, ids, facts, cells, words, x } = this;
    const { tables, open } = compiled;
    for (const [stratum, stage] of this.program.stages.entries()) {
      for (const [id, cell] of tables.cells.entries())
        if (
          cell.subject === kind &&
          cell.stratum === stratum &&
          (cell.placement !== null || cell.population !== null) &&
          !passColumns(tables, open, id, size, cells, this.context)
        )
          return false;
      if (stage !== null && !stage(size, ids, facts, cells, words, x)) return false;
    }
    return true;
  }

  outcomes(reports: Reports): Outcome[] {
    return this.program.outcomes(this.size, this.ids, this.cells, this.words, reports);
  }
}

function allocate(array: Column["array"], size: number): ColumnData {
  switch (array) {
    case "int8":
      return new Int8Array(size);
    case "uint8":
      return new Uint8Array(size);
    case "int32":
      return new Int32Array(size);
    case "float64":
      return new Float64Array(size);
    case "any":
      return new Array(size);
  }
}

/** The context of a call about which there is nothing to report; it knows no rows. */
function settledContext(compiled: CompiledMeasure, given: EvaluationContext): OpenContext | null {
  const date = given.date === undefined ? null : parseDay(given.date);
  const assessed = assessedPeriod(given, compiled.tables.period);
  if (date === undefined || assessed === null) return null;
  const parameters: OpenValue[] = [];
  const none = (): never => {
    throw new Error("a plain value asks for a row");
  };
  const context: OpenContext = {
    ...assessed,
    date,
    parameters,
    history: given.history === undefined ? null : new History(given.history, compiled.tables),
    row: none,
    follow: none,
    linking: none,
  };
  const supplied = given.parameters ?? {};
  return bindParameters(compiled.tables, compiled.open, supplied, parameters, context).length === 0
    ? context
    : null;
}
