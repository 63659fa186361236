/**
 * A cohort in batches, when it is too large to be held at once: each batch is read, evaluated, reported and forgotten.
 *
 * What compares subjects (ranks, figures over all) needs everybody. So the batches go by more than once: for each
 * stratum of such passes one round keeps the cells that they are made of (a number and a few marks a subject), then the
 * pass is made over those; a last round has all of them and reports. The results are those of the ordinary way, which
 * evaluates the cohort at once; where that cannot be had in batches, `batchable` says so beforehand or `trouble` afterwards.
 */
import type { Columns, OpenContext, StrictPass, StrictRow } from "./abi.ts";
import type { CompiledMeasure } from "./compiled.ts";
import type { EvaluationContext } from "./context.ts";
import { cohortResult, leaveOpen, type Passes, settleCohort } from "./evaluate.ts";
import type { FactProblem, RawCohort } from "./facts.ts";
import { lift, lower } from "./lift.ts";
import type { OpenRow } from "./open-rows.ts";
import type { OpenValue } from "./open-values.ts";
import type { PassRow } from "./population-open.ts";
import { rational } from "./rational.ts";
import { reporterOf } from "./report.ts";
import type { CohortResult, SubjectResult } from "./result.ts";
import { SlotColumn } from "./slot-column.ts";

/** Why the result of batches would not be that of all together. */
export type Trouble = "ids" | "percent";

export interface Batch {
  readonly subjects: readonly SubjectResult[];
  readonly problems: readonly FactProblem[];
}

/** Whether a measure's subjects can be evaluated in batches: nothing of theirs leads to others but ranks and figures. */
export function batchable(compiled: CompiledMeasure): boolean {
  const { tables } = compiled;
  return tables.subjects.every(
    (kind) =>
      !kind.of &&
      kind.fields.every(
        ({ type, yearly }) =>
          type.kind !== "link" && type.kind !== "links" && type.kind !== "list" && !yearly,
      ),
  );
}

export class BatchEvaluation {
  readonly #compiled: CompiledMeasure;
  readonly #given: EvaluationContext;
  /** Strata with passes, lowest first: a round for each. */
  readonly #strata: readonly number[];
  readonly #passes = new Map<number, PassOverAll>();
  #round = 0;
  #context: OpenContext | null = null;
  #trouble: Trouble | null = null;

  constructor(compiled: CompiledMeasure, given: EvaluationContext) {
    this.#compiled = compiled;
    this.#given = given;
    const cells = compiled.tables.cells.flatMap((cell, id) =>
      cell.placement !== null || cell.population !== null ? [{ cell, id }] : [],
    );
    this.#strata = [...new Set(cells.map(({ cell }) => cell.stratum))].sort((a, b) => a - b);
    for (const { id } of cells) this.#passes.set(id, new PassOverAll(compiled, id));
  }

  /** How often all batches go by before the last round. */
  get rounds(): number {
    return this.#strata.length;
  }

  get trouble(): Trouble | null {
    return this.#trouble;
  }

  /** One batch of a round that keeps what a pass needs. */
  collect(cohort: RawCohort, starts: readonly number[]): void {
    const stratum = this.#strata[this.#round];
    const settled = this.#settle(cohort, starts, stratum ?? null);
    this.#context = settled.context;
    if (stratum !== undefined) for (const pass of this.#of(stratum)) pass.commit();
  }

  /** All batches of a round have gone by: makes its passes. */
  endRound(): void {
    const stratum = this.#strata[this.#round++];
    if (stratum === undefined || this.#context === null) return;
    for (const pass of this.#of(stratum)) pass.run(this.#context);
  }

  /** One batch of the last round. */
  report(cohort: RawCohort, starts: readonly number[]): Batch {
    const settled = this.#settle(cohort, starts, null);
    this.#context = settled.context;
    const report = reporterOf(this.#compiled, settled);
    const subjects = settled.rows.flatMap((list, kind) =>
      list.map((row) => report(settled.row(kind, row.index))),
    );
    return { subjects, problems: settled.problems };
  }

  /** The result without its subjects. */
  head(): CohortResult | null {
    return this.#context === null ? null : cohortResult(this.#compiled, this.#context, []);
  }

  /** @param stratum whose passes are to be collected; null: all are known */
  #settle(cohort: RawCohort, starts: readonly number[], stratum: number | null) {
    const { tables } = this.#compiled;
    const passes: Passes = {
      strict: (pass, all) => {
        const of = this.#passes.get(pass.cell)!;
        const own = tables.cells[pass.cell]!;
        const rows = all[own.subject]!;
        const start = starts[own.subject] ?? 0;
        if (stratum === null || own.stratum < stratum) return of.giveStrict(pass, rows, start);
        if (own.stratum === stratum) of.takeStrict(rows);
        // What comes of it is not looked at in this round.
        return of.idle(pass, rows);
      },
      open: (id, all) => {
        const of = this.#passes.get(id)!;
        const own = tables.cells[id]!;
        const rows = all[own.subject]!;
        if (stratum === null || own.stratum < stratum) return of.giveOpen(rows, starts[own.subject] ?? 0);
        if (own.stratum === stratum) of.takeOpen(rows);
        leaveOpen(tables, id, all);
      },
    };
    const settled = settleCohort(this.#compiled, cohort, this.#given, "auto", passes);
    for (const { issue } of settled.problems) {
      if (issue === "missing-id" || issue === "duplicate-id") this.#trouble = "ids";
      // In one batch all lie within 0 to 1; whether in all of them takes all of them.
      if (issue === "doubtful-percent") this.#trouble ??= "percent";
    }
    return settled;
  }

  #of(stratum: number): PassOverAll[] {
    const { cells } = this.#compiled.tables;
    return [...this.#passes].flatMap(([id, pass]) => (cells[id]!.stratum === stratum ? [pass] : []));
  }
}

/** One pass: the cells it is made of, of all subjects, and then what it gave each. */
class PassOverAll {
  readonly #compiled: CompiledMeasure;
  readonly #id: number;
  readonly #uses: readonly number[];
  #kept: Map<number, SlotColumn>;
  /** Of the batch at hand: the strict program may give up after it handed out its cells. */
  #pending: Map<number, readonly unknown[]> = new Map();
  #result: SlotColumn = new SlotColumn();

  constructor(compiled: CompiledMeasure, id: number) {
    this.#compiled = compiled;
    this.#id = id;
    const { placement, population } = compiled.tables.cells[id]!;
    const table = (placement ?? population)!;
    const compared = placement === null ? population!.operand : placement.score;
    this.#uses = [
      ...new Set([
        ...(compared === null ? [] : [compared]),
        ...(table.tieBreak === null ? [] : [table.tieBreak.cell]),
        ...(table.pool === null ? [] : [table.pool]),
        ...table.groups,
        ...(placement?.ceilings ?? []).map((c) => c.when),
      ]),
    ];
    this.#kept = new Map(this.#uses.map((cell) => [cell, new SlotColumn()]));
  }

  takeStrict(rows: readonly StrictRow[]): void {
    const { read } = this.#compiled.strict;
    this.#pending = new Map(this.#uses.map((cell) => [cell, rows.map((row) => read[cell]!(row))]));
    this.#counted = rows.length;
  }

  takeOpen(rows: readonly OpenRow[]): void {
    const { cells } = this.#compiled.tables;
    this.#pending = new Map(
      this.#uses.map((cell) => {
        const { type } = cells[cell]!;
        return [cell, rows.map((row) => lower(row.c[cell]!, type) ?? new Inexact(row.c[cell]!))];
      }),
    );
    this.#counted = rows.length;
  }

  #counted = 0;
  #size = 0;

  commit(): void {
    for (const [cell, slots] of this.#pending) this.#kept.get(cell)!.push(slots);
    this.#size += this.#counted;
    this.#counted = 0;
    this.#pending = new Map();
  }

  run(context: OpenContext): void {
    const size = this.#size;
    const exact = [...this.#kept.values()].every((c) => c.exact);
    const columns = exact ? this.#strictly(size, context) : null;
    this.#result = columns ?? this.#openly(size, context);
    this.#kept = new Map();
  }

  #strictly(size: number, context: OpenContext): SlotColumn | null {
    const { tables, open, parts } = this.#compiled;
    if (parts.passes === undefined) return null;
    const cell = tables.cells[this.#id]!;
    const cells: { [cell: number]: Columns[number] } = [];
    for (const [id, column] of this.#kept) cells[id] = column.data(size);
    const out = cell.placement === null ? new Array<unknown>(size) : new Int32Array(size);
    cells[this.#id] = out as never;
    const { ceilings = [] } = cell.placement ?? {};
    let limits: Int32Array | null = null;
    if (ceilings.length > 0) {
      limits = new Int32Array(size).fill(NO_CEILING);
      for (const { when, grade } of ceilings) {
        const holds = this.#kept.get(when)!;
        for (let i = 0; i < size; i++) if (holds.at(i) === 1 && grade < limits[i]!) limits[i] = grade;
      }
    }
    const done = parts.passes(tables, open, this.#id, size, cells as Columns, limits, context);
    return done ? SlotColumn.of(out) : null;
  }

  #openly(size: number, context: OpenContext): SlotColumn {
    const { tables, open, parts } = this.#compiled;
    const cell = tables.cells[this.#id]!;
    const result = new Array<unknown>(size);
    const rows = Array.from(
      { length: size },
      (_, i): PassRow => ({
        at: (c) => this.#value(this.#kept.get(c)!.at(i), c),
        set: (_c, value) => {
          result[i] = lower(value, cell.type) ?? new Inexact(value);
        },
      }),
    );
    if (cell.population !== null) parts.populations!.open(rows, this.#id, cell);
    else {
      const citeOf = (cite: number): string => tables.citations[cite]!.text;
      parts.placements!.open(rows, this.#id, cell, open.amounts[this.#id]!, context, citeOf);
    }
    return SlotColumn.of(result);
  }

  giveStrict(pass: StrictPass, rows: readonly StrictRow[], start: number): boolean {
    const isTruth = this.#compiled.tables.cells[this.#id]!.type.kind === "truth";
    for (const [i, row] of rows.entries()) {
      const slot = this.#result.at(start + i);
      if (slot instanceof Inexact) return false;
      pass.set(row, (isTruth ? slot === 1 : slot) as never);
    }
    return true;
  }

  giveOpen(rows: readonly OpenRow[], start: number): void {
    for (const [i, row] of rows.entries())
      row.c[this.#id] = this.#value(this.#result.at(start + i), this.#id);
  }

  /** A value that nobody looks at, of the kind that the code expects. */
  idle(pass: StrictPass, rows: readonly StrictRow[]): boolean {
    const { type } = this.#compiled.tables.cells[this.#id]!;
    const { kind } = type.kind === "number" ? type.rep : { kind: "int" };
    const slot = kind === "rat" ? rational(0) : kind === "big" ? 0n : 0;
    for (const row of rows) pass.set(row, slot as never);
    return true;
  }

  #value(slot: unknown, cell: number): OpenValue {
    if (slot instanceof Inexact) return slot.value;
    const { type } = this.#compiled.tables.cells[cell]!;
    return lift(type.kind === "truth" ? slot === 1 : slot, type);
  }
}

/** Above every grade. */
const NO_CEILING = 127;

/** A value that is not settled, among those that are. */
class Inexact {
  readonly value: OpenValue;
  constructor(value: OpenValue) {
    this.value = value;
  }
}
