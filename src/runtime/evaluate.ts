/**
 * Applies a compiled measure to a cohort. The strict program runs when every fact it needs is there; when
 * it meets something it cannot settle (a zero divisor, an open tie), the open program does the cohort anew.
 */
import type { FactValue, OpenContext, StrictContext, StrictPass, StrictRow, Tables } from "./abi.ts";
import { dayText, parseDay } from "./calendar.ts";
import type { CompiledMeasure } from "./compiled.ts";
import { assessedPeriod, type EvaluationContext, isFirst, type SettledCohort, wholeYear } from "./context.ts";
import type { OfAll } from "./fact-rows.ts";
import { type FactProblem, type FactRow, type RawCohort, readCohort } from "./facts.ts";
import { liftCells, liftRow, lower, missing } from "./lift.ts";
import type { Inverse } from "./open-links.ts";
import type { OpenRecord, OpenRow } from "./open-rows.ts";
import { type Causes, choiceOf, type OpenValue, Unknown } from "./open-values.ts";
import { bindParameters } from "./parameters.ts";
import { periodName } from "./periods.ts";
import type { PassRow } from "./population-open.ts";
import { reporterOf } from "./report.ts";
import { type CohortResult, RESULT_FORMAT } from "./result.ts";

export type { EvaluationContext } from "./context.ts";

export interface Evaluation {
  readonly result: CohortResult;
  readonly problems: readonly FactProblem[];
}

/**
 * Which program may run; tests compare the two. `alone`: the subjects given are not all there are, so whatever
 * compares them with others stays open.
 */
export type Mode = "auto" | "open" | "alone";

/**
 * What compares subjects, where those given are a part of all there are: figures and ranks come from outside, and the
 * cells that they are made of are handed out when they are known. So does what else takes all subjects.
 */
export interface Passes {
  readonly ofAll: OfAll;
  /** Sets the cells of a pass. @returns false when the open program is needed */
  strict(pass: StrictPass, rows: readonly (readonly StrictRow[])[]): boolean;
  open(id: number, rows: readonly (readonly OpenRow[])[]): void;
}

/** Sees each subject's facts and cells as open values when all are computed. */
export type Observer = (row: OpenRow, context: OpenContext) => void;

/** Evaluates a cohort, by the name of the subject kind an array of records. Never throws for bad data. */
export function evaluateCohort(
  compiled: CompiledMeasure,
  cohort: RawCohort,
  given: EvaluationContext,
  mode: Mode = "auto",
  observe?: Observer,
): Evaluation {
  const settled = settleCohort(compiled, cohort, given, mode);
  const { context, rows, problems } = settled;
  const report = reporterOf(compiled, settled);
  const subjects = rows.flatMap((list, kind) =>
    compiled.tables.subjects[kind]!.of ? [] : list.map((row) => report(settled.row(kind, row.index))),
  );
  if (observe)
    for (const list of rows)
      for (const r of list) if (!r.lacking) observe(settled.row(r.kind, r.index), context);
  return { result: cohortResult(compiled, context, subjects), problems };
}

/** The results of subjects under the heading of their measure. */
export function cohortResult(
  compiled: CompiledMeasure,
  context: OpenContext,
  subjects: CohortResult["subjects"],
): CohortResult {
  const { name, title, documentNumber } = compiled.tables.measure;
  return {
    format: RESULT_FORMAT,
    measure: { name, title, documentNumber },
    year: context.year,
    ...(context.per !== "year" && context.period > 0 && { period: periodName(context) }),
    date: context.date === null ? null : dayText(context.date),
    subjects,
  };
}

/** Reads a cohort and computes its cells. */
export function settleCohort(
  compiled: CompiledMeasure,
  cohort: RawCohort,
  given: EvaluationContext,
  mode: Mode = "auto",
  passes?: Passes,
): SettledCohort {
  const { tables, parts } = compiled;
  const problems: FactProblem[] = [];
  const assessed = assessedPeriod(given, tables.period);
  if (assessed === null) problems.push(settingProblem("bad-period", given.period ?? ""));
  const date = given.date === undefined ? null : (parseDay(given.date) ?? null);
  if (given.date !== undefined && date === null) problems.push(settingProblem("bad-date", given.date));
  const parameters: OpenValue[] = [];
  const open: (OpenRow | undefined)[][] = tables.subjects.map(() => []);
  let lifted = (kind: number, index: number): OpenRow => open[kind]![index]!;
  const years = parts.years?.given(tables) ?? null;
  const context: OpenContext = {
    ...(assessed ?? { year: wholeYear(given.year), period: 0, per: tables.period }),
    date,
    parameters,
    history: (given.history && parts.history?.(given.history, tables)) ?? null,
    years,
    calendar: (given.calendar && parts.workDays?.(given.calendar)) ?? null,
    row: (kind, index) => lifted(kind, index),
    follow: (kind, field, link) => {
      const { type } = tables.subjects[kind]!.fields[field]!;
      return type.kind === "link" ? lifted(type.subject, link) : null;
    },
    linking: (kind, field, index) => {
      const { of, name } = tables.subjects[kind]!;
      // Records come with their subject; other subjects may be missing.
      if (mode === "alone" && !of) return new Unknown([{ kind: "other-subjects", name }]);
      const inverse = inverseOf(kind, field);
      const lift = (i: number): OpenRow => lifted(kind, i);
      inverse.rowsAnywhere ??= inverse.anywhere.map(lift);
      return { rows: inverse.of(index).map(lift), anywhere: inverse.rowsAnywhere };
    },
  };
  const inverses = new Map<string, Inverse>();
  const inverseOf = (kind: number, field: number): Inverse => {
    let inverse = inverses.get(`${kind}/${field}`);
    if (!inverse) {
      inverse = parts.links!.inverse();
      inverses.set(`${kind}/${field}`, inverse);
      const { applies } = tables.subjects[kind]!.fields[field]!;
      for (const { index: i, facts } of read.rows[kind]!)
        if (applies === undefined || facts[applies] !== false)
          inverse.add(i, facts[field] as number | readonly number[] | undefined);
    }
    return inverse;
  };
  problems.push(...bindParameters(compiled, given.parameters ?? {}, parameters, context));
  const read = readCohort(compiled, assessed ? cohort : NOBODY, context, passes?.ofAll);
  problems.push(...read.problems);
  years?.take(read.rows);

  const strict = mode === "auto" && read.complete ? runStrict(compiled, read.rows, context, passes) : null;
  if (strict) {
    lifted = (kind, index) => {
      const known = open[kind]![index];
      if (known) return known;
      const row = liftRow(read.rows[kind]![index]!, tables, lifted);
      liftCells(row, strict[kind]![index]!, compiled.strict, tables);
      open[kind]![index] = row;
      return row;
    };
  } else {
    // Records first: the lists of their subjects hold them.
    for (const [kind, rows] of [...read.rows.entries()].reverse())
      open[kind] = rows.map((row) => liftRow(row, tables, lifted));
    runOpen(compiled, open as OpenRow[][], context, passes ?? mode === "alone");
  }
  return { problems, rows: read.rows, context, row: (kind, index) => lifted(kind, index) };
}

/** A mistake in what the call says, not in the facts. */
const settingProblem = (issue: FactProblem["issue"], value: unknown): FactProblem => ({
  kind: "",
  index: -1,
  id: "",
  field: "",
  issue,
  value: String(value),
  detail: "",
});

/** Where it is not known what is assessed, nothing is computed. */
const NOBODY: RawCohort = {};

// ─────────────────────────────── strict ───────────────────────────────

/** The computed rows by kind, or null when the open program is needed. */
export function runStrict(
  compiled: CompiledMeasure,
  facts: readonly (readonly FactRow[])[],
  context: OpenContext,
  passes?: Passes,
): readonly (readonly StrictRow[])[] | null {
  const { tables, strict } = compiled;
  if (strict.usesDate && context.date === null) return null;
  const p: FactValue[] = [];
  for (const [i, parameter] of tables.parameters.entries()) {
    p[i] = lower(context.parameters[i]!, parameter.type);
    if (p[i] === undefined && parameter.used) return null;
  }
  const x: StrictContext = {
    year: context.year,
    period: context.period,
    per: context.per,
    date: context.date,
    p,
    history: context.history,
    years: context.years,
    first: isFirst(context.history, context.years),
    calendar: context.calendar,
  };
  const rows = facts.map((list, kind) => list.map((row) => strict.make[kind]!(row.facts, row.index, row.id)));
  for (const [kind, list] of facts.entries())
    for (const row of list) strict.link[kind]!(rows[kind]![row.index]!, row.facts, rows);
  for (const stage of strict.stages) {
    for (const pass of stage.passes)
      if (!(passes?.strict(pass, rows) ?? runPass(compiled, pass, rows, context))) return null;
    for (const [kind, run] of stage.rows.entries()) {
      if (run === null) continue;
      for (const row of rows[kind]!) if (!run(row, x)) return null;
    }
  }
  return rows;
}

/** One pass over all rows of a kind. @returns false when the open program is needed */
export function runPass(
  compiled: CompiledMeasure,
  pass: StrictPass,
  rows: readonly (readonly StrictRow[])[],
  context: OpenContext,
): boolean {
  const cell = compiled.tables.cells[pass.cell]!;
  const members = rows[cell.subject]!;
  const { placements, populations } = compiled.parts;
  if (cell.population !== null) return populations!.strict(members, pass, cell.population);
  return placements!.strict(members, pass, cell.placement!, compiled.open.amounts[pass.cell]!, context);
}

// ──────────────────────────────── open ────────────────────────────────

const NO_RECORD = undefined as unknown as OpenRecord;

function runOpen(
  compiled: CompiledMeasure,
  rows: readonly (readonly OpenRow[])[],
  context: OpenContext,
  /** What is known of the others: nothing (true), or what passes over all say; false: these are all. */
  others: Passes | boolean,
): void {
  const { tables } = compiled;
  const { cells: functions } = compiled.open;
  const ids = tables.cells.map((_, id) => id);
  for (let stratum = 0; stratum < tables.strata; stratum++) {
    const stage = ids.filter((id) => tables.cells[id]!.stratum === stratum);
    for (const id of stage)
      if (!functions[id]) {
        if (others === true) leaveOpen(tables, id, rows);
        else if (others) others.open(id, rows);
        else runOpenPass(compiled, id, rows, context);
      }
    for (const [kind, members] of rows.entries()) {
      const cells = stage.filter((id) => tables.cells[id]!.subject === kind && functions[id]);
      for (const row of members) for (const id of cells) row.c[id] = functions[id]!(row, NO_RECORD, context);
    }
  }
}

/** What a pass over all subjects would say is unknown. */
export function leaveOpen(tables: Tables, id: number, rows: readonly (readonly OpenRow[])[]): void {
  const { subject, name, text, type, placement } = tables.cells[id]!;
  const why: Causes = [{ kind: "other-subjects", name: name ?? text }];
  const value =
    placement === null
      ? missing(type, tables, why)
      : choiceOf([...placement.rows.map((r) => r.grade), placement.rest ?? -1], why);
  for (const row of rows[subject]!) row.c[id] = value;
}

function runOpenPass(
  compiled: CompiledMeasure,
  id: number,
  rows: readonly (readonly OpenRow[])[],
  context: OpenContext,
): void {
  const { tables, open, parts } = compiled;
  const cell = tables.cells[id]!;
  const members = rows[cell.subject]!.map(
    (row): PassRow => ({ at: (c) => row.c[c]!, set: (c, value) => (row.c[c] = value) }),
  );
  if (cell.population !== null) parts.populations!.open(members, id, cell);
  else {
    const citeOf = (cite: number): string => tables.citations[cite]!.text;
    parts.placements!.open(members, id, cell, open.amounts[id]!, context, citeOf);
  }
}
