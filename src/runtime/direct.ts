/**
 * Runs the direct program over a cohort. It gives up, with null, at the first thing that is not plain and
 * settled; the caller then takes the general way, which gives the same results and explains what is wrong.
 */
import type { Column, ColumnData, DirectContext, DirectProgram, FactValue, OpenContext } from "./abi.ts";
import { parseDay } from "./calendar.ts";
import type { CompiledMeasure, Outcomes } from "./compiled.ts";
import { assessedPeriod, type EvaluationContext, isFirst } from "./context.ts";
import type { RawCohort } from "./facts.ts";
import { lower } from "./lift.ts";
import type { OpenValue } from "./open-values.ts";
import type { Outcome, Reports } from "./outcome.ts";
import { bindParameters } from "./parameters.ts";

export function runDirect(
  compiled: CompiledMeasure,
  cohort: RawCohort,
  given: EvaluationContext,
  reports: Reports,
): Outcomes | null {
  const { tables, direct } = compiled;
  const kinds: number[] = [];
  for (const name of Object.keys(cohort)) {
    const kind = tables.subjects.findIndex((s) => s.name === name);
    if (kind < 0 || !direct[kind] || !Array.isArray(cohort[name])) return null;
    kinds.push(kind);
  }
  const call = settledCall(compiled, given);
  if (call === null) return null;

  const outcomes = Object.create(null) as Outcomes;
  for (const kind of kinds) {
    const { name } = tables.subjects[kind]!;
    const records = cohort[name] as readonly unknown[];
    const columns = new DirectColumns(compiled, kind, records.length, call);
    if (!columns.read(records) || !columns.run()) return null;
    outcomes[name] = columns.outcomes(reports);
  }
  return outcomes;
}

/** The columns of one simple kind. Facts are read from records, or put into `facts` by the caller. */
export class DirectColumns {
  readonly ids: string[];
  readonly facts: ColumnData[] = [];
  readonly cells: ColumnData[] = [];
  readonly words: Int32Array[];
  private readonly ceilings: (Int8Array | Int32Array)[] = [];
  private readonly compiled: CompiledMeasure;
  readonly kind: number;
  private readonly size: number;
  private readonly call: SettledCall;
  private readonly program: DirectProgram;
  private readonly x: DirectContext;

  constructor(
    compiled: CompiledMeasure,
    kind: number,
    size: number,
    call: SettledCall,
    ids?: readonly string[],
  ) {
    this.compiled = compiled;
    this.kind = kind;
    this.size = size;
    this.call = call;
    this.program = compiled.direct[kind]!;
    this.ids = ids === undefined ? new Array(size) : [...ids];
    this.words = Array.from({ length: this.program.words }, () => new Int32Array(size));
    for (const [cell, { array }] of this.program.cells) this.cells[cell] = allocate(array, size);
    for (const cell of this.program.ceilings)
      this.ceilings[cell] =
        this.cells[cell] instanceof Int8Array ? new Int8Array(size) : new Int32Array(size);
    const { fields } = compiled.tables.subjects[kind]!;
    const { year, period, per, date, history, calendar } = call.context;
    const defaults = fields.map((f, i) => {
      const own = compiled.open.subjectDefaults[kind]![i];
      return own ? lower(own(call.context), f.type) : undefined;
    });
    const first = isFirst(history);
    this.x = {
      year,
      period,
      per,
      date,
      p: call.parameters,
      history,
      calendar,
      first,
      defaults,
      beyond: 0,
      within: 0,
    };
  }

  /** The settled default of a fact; undefined: none. */
  defaultOf(field: number): FactValue {
    return this.x.defaults[field];
  }

  /** @returns false where a record is not plain, or two have one id */
  read(records: readonly unknown[]): boolean {
    const { program, x } = this;
    for (const [field, { array }] of program.facts) this.facts[field] = allocate(array, this.size);
    return program.read(records, this.size, this.ids, this.facts, x) && areDistinct(this.ids);
  }

  /** @returns false when a fact is doubtful or out of range, or the open program is needed */
  run(): boolean {
    const { kind, size, ids, facts, cells, ceilings, words, x } = this;
    const { tables, open, parts } = this.compiled;
    for (const [stratum, stage] of this.program.stages.entries()) {
      for (const [id, cell] of tables.cells.entries())
        if (
          cell.subject === kind &&
          cell.stratum === stratum &&
          (cell.placement !== null || cell.population !== null) &&
          !parts.passes!(tables, open, id, size, cells, ceilings[id] ?? null, this.call.context)
        )
          return false;
      if (stage !== null && !stage(size, ids, facts, cells, ceilings, words, x)) return false;
    }
    return (x.within & ~x.beyond) === 0;
  }

  outcomes(reports: Reports): Outcome[] {
    return this.program.outcomes(this.size, this.ids, this.cells, this.words, reports);
  }
}

/** Ids mostly come in order, longer ones after shorter; only others are looked up one by one. */
export function areDistinct(ids: readonly string[]): boolean {
  for (let i = 1; i < ids.length; i++) {
    const [a, b] = [ids[i - 1]!, ids[i]!];
    if (b.length > a.length || (b.length === a.length && b > a)) continue;
    return new Set(ids).size === ids.length;
  }
  return true;
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

/** A call about which there is nothing to report. */
export interface SettledCall {
  /** It knows no rows. */
  readonly context: OpenContext;
  /** Parameters in their representation; undefined: open, and no cell uses it. */
  readonly parameters: readonly FactValue[];
}

/** null: a parameter or the date that some cell uses is open or wrong. */
export function settledCall(compiled: CompiledMeasure, given: EvaluationContext): SettledCall | null {
  const { tables, parts } = compiled;
  const date = given.date === undefined ? null : parseDay(given.date);
  const assessed = assessedPeriod(given, tables.period);
  if (date === undefined || assessed === null) return null;
  if (date === null && compiled.strict.usesDate) return null;
  const open: OpenValue[] = [];
  const none = (): never => {
    throw new Error("a plain value asks for a row");
  };
  const context: OpenContext = {
    ...assessed,
    date,
    parameters: open,
    history: (given.history && parts.history?.(given.history, tables)) ?? null,
    calendar: (given.calendar && parts.workDays?.(given.calendar)) ?? null,
    row: none,
    follow: none,
    linking: none,
  };
  if (bindParameters(compiled, given.parameters ?? {}, open, context).length > 0) return null;
  const parameters: FactValue[] = [];
  for (const [i, parameter] of tables.parameters.entries()) {
    parameters[i] = lower(open[i]!, parameter.type);
    if (parameters[i] === undefined && parameter.used) return null;
  }
  return { context, parameters };
}
