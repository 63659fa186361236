/**
 * A cohort in batches, when it is too large to be held at once: each batch is read, evaluated, reported and forgotten.
 *
 * What compares subjects (ranks, figures over all) needs everybody. So the batches go by more than once: for each
 * stratum of such passes one round keeps the cells that they are made of (a number and a few marks a subject), then the
 * pass is made over those; a last round has all of them and reports. The results are those of the ordinary way, which
 * evaluates the cohort at once; where that cannot be had in batches, `batchable` says so beforehand or `trouble` afterwards.
 *
 * Who evaluates batches (`BatchPart`) and who compares all subjects (`BatchPasses`) exchange columns only, so they may be in
 * different threads.
 */
import type { CellTable, Columns, OpenContext, StrictPass, StrictRow } from "./abi.ts";
import type { CompiledMeasure } from "./compiled.ts";
import type { EvaluationContext } from "./context.ts";
import { passColumns } from "./direct-passes.ts";
import { cohortResult, leaveOpen, type Passes, settleCohort } from "./evaluate.ts";
import type { FactProblem, FactRow, RawCohort } from "./facts.ts";
import { lift, lower } from "./lift.ts";
import type { OpenValue } from "./open-values.ts";
import type { PassRow } from "./population-open.ts";
import { rational } from "./rational.ts";
import { reporterOf } from "./report.ts";
import type { CohortResult, SubjectResult } from "./result.ts";
import { Inexact, SlotColumn, type Slots } from "./slot-column.ts";

/** Why the result of batches would not be that of all together. */
export type Trouble = "ids" | "percent" | "links";

export interface Batch {
  readonly subjects: readonly SubjectResult[];
  readonly problems: readonly FactProblem[];
  /** Rows of each kind, records that are rows among them. */
  readonly sizes: readonly number[];
}

export interface GatheredBatch {
  /** By pass. */
  readonly gathered: ReadonlyMap<number, Gathered>;
  readonly sizes: readonly number[];
}

/** The cells of one batch that a pass is made of. */
export interface Gathered {
  readonly size: number;
  readonly cells: ReadonlyMap<number, ArrayLike<unknown>>;
}

/** What passes gave, by pass. */
export type Passed = ReadonlyMap<number, Slots>;

/** Evaluates batches, given what the passes over all of them came to. */
export class BatchPart {
  readonly #compiled: CompiledMeasure;
  readonly #given: EvaluationContext;
  readonly #strata: readonly number[];
  #context: OpenContext | null = null;
  #trouble: Trouble | null = null;

  constructor(compiled: CompiledMeasure, given: EvaluationContext) {
    this.#compiled = compiled;
    this.#given = given;
    this.#strata = strataOf(compiled);
  }

  get trouble(): Trouble | null {
    return this.#trouble;
  }

  /**
   * The cells that the passes of a round are made of.
   * @param starts by kind, where in `passed` the batch begins
   */
  gather(
    round: number,
    cohort: RawCohort,
    passed: Passed,
    starts: readonly number[],
    history = this.#given.history,
  ): GatheredBatch {
    const gathered = new Map<number, Gathered>();
    const stratum = this.#strata[round] ?? null;
    const { rows } = this.#settle({ cohort, history }, passed, starts, stratum, gathered);
    return { gathered, sizes: rows.map((list) => list.length) };
  }

  /** The results of a batch, when all passes are made. @param history earlier results, of these subjects at least */
  report(cohort: RawCohort, passed: Passed, starts: readonly number[], history = this.#given.history): Batch {
    const settled = this.#settle({ cohort, history }, passed, starts, null, null);
    const report = reporterOf(this.#compiled, settled);
    const { subjects: kinds } = this.#compiled.tables;
    const subjects = settled.rows.flatMap((list, kind) =>
      kinds[kind]!.of ? [] : list.map((row) => report(settled.row(kind, row.index))),
    );
    return { subjects, problems: settled.problems, sizes: settled.rows.map((list) => list.length) };
  }

  /** The result without its subjects; null: nothing was evaluated. */
  head(): CohortResult | null {
    return this.#context === null ? null : cohortResult(this.#compiled, this.#context, []);
  }

  /** @param stratum whose passes are to be gathered; null: all are known */
  #settle(
    { cohort, history }: { readonly cohort: RawCohort; readonly history: EvaluationContext["history"] },
    passed: Passed,
    starts: readonly number[],
    stratum: number | null,
    gathered: Map<number, Gathered> | null,
  ) {
    const { tables, strict } = this.#compiled;
    const passes: Passes = {
      strict: (pass, all) => {
        const own = tables.cells[pass.cell]!;
        const rows = all[own.subject]!;
        const start = starts[own.subject] ?? 0;
        if (stratum === null || own.stratum < stratum) {
          return this.#giveStrict(pass, rows, passed.get(pass.cell)!, start);
        }
        if (own.stratum === stratum) {
          const cells = usesOf(this.#compiled, pass.cell).map(
            (cell) => [cell, rows.map((row) => strict.read[cell]!(row))] as const,
          );
          gathered?.set(pass.cell, { size: rows.length, cells: new Map(cells) });
        }
        // What comes of it is not looked at in this round.
        return this.#idle(pass, rows);
      },
      open: (id, all) => {
        const own = tables.cells[id]!;
        const rows = all[own.subject]!;
        if (stratum === null || own.stratum < stratum) {
          const start = starts[own.subject] ?? 0;
          for (const [i, row] of rows.entries())
            row.c[id] = openValue(this.#compiled, passed.get(id)!.at(start + i), id);
          return;
        }
        if (own.stratum === stratum) {
          // The strict program may have given up after it handed out its cells.
          const cells = usesOf(this.#compiled, id).map((cell) => {
            const { type } = tables.cells[cell]!;
            return [cell, rows.map((row) => lower(row.c[cell]!, type) ?? new Inexact(row.c[cell]!))] as const;
          });
          gathered?.set(id, { size: rows.length, cells: new Map(cells) });
        }
        leaveOpen(tables, id, all);
      },
    };
    const given = { ...this.#given, ...(history && { history }) };
    const settled = settleCohort(this.#compiled, cohort, given, "auto", passes);
    for (const { issue } of settled.problems) {
      if (issue === "missing-id" || issue === "duplicate-id") this.#trouble = "ids";
      // In one batch all lie within 0 to 1; whether in all of them takes all of them.
      if (issue === "doubtful-percent") this.#trouble ??= "percent";
    }
    if (this.#isLoose(settled.rows)) this.#trouble ??= "links";
    this.#context = settled.context;
    return settled;
  }

  /** A link that leads nobody knows where may lead to any subject, and those are in other batches. */
  #isLoose(rows: readonly (readonly FactRow[])[]): boolean {
    const { subjects } = this.#compiled.tables;
    return rows.some((list, kind) => {
      const { fields } = subjects[kind]!;
      return fields.some(
        ({ type, used, applies }, i) =>
          used &&
          (type.kind === "link" || type.kind === "links") &&
          list.some(
            ({ facts }) => facts[i] === undefined && (applies === undefined || facts[applies] !== false),
          ),
      );
    });
  }

  #giveStrict(pass: StrictPass, rows: readonly StrictRow[], slots: Slots, start: number): boolean {
    const isTruth = this.#compiled.tables.cells[pass.cell]!.type.kind === "truth";
    for (const [i, row] of rows.entries()) {
      const slot = slots.at(start + i);
      if (slot instanceof Inexact) return false;
      pass.set(row, (isTruth ? slot === 1 : slot) as never);
    }
    return true;
  }

  /** A value that nobody looks at, of the kind that the code expects. */
  #idle(pass: StrictPass, rows: readonly StrictRow[]): boolean {
    const { type } = this.#compiled.tables.cells[pass.cell]!;
    const { kind } = type.kind === "number" ? type.rep : { kind: "int" };
    const slot = kind === "rat" ? rational(0) : kind === "big" ? 0n : 0;
    for (const row of rows) pass.set(row, slot as never);
    return true;
  }
}

/** Compares all subjects by what was gathered of them. */
export class BatchPasses {
  readonly #compiled: CompiledMeasure;
  readonly #context: OpenContext;
  readonly #strata: readonly number[];
  readonly #passes = new Map<number, PassOverAll>();
  readonly #passed = new Map<number, SlotColumn>();
  #round = 0;

  constructor(compiled: CompiledMeasure, given: EvaluationContext) {
    this.#compiled = compiled;
    this.#context = settleCohort(compiled, {}, given, "auto").context;
    this.#strata = strataOf(compiled);
    this.#begin();
  }

  /** How often all batches go by before the last round. */
  get rounds(): number {
    return this.#strata.length;
  }

  /** What the passes came to that were made so far. */
  get passed(): ReadonlyMap<number, SlotColumn> {
    return this.#passed;
  }

  /** All that was gathered in this round is settled. */
  get exact(): boolean {
    return [...this.#passes.values()].every((pass) => pass.exact);
  }

  /** Subjects that the largest pass of this round compares. */
  get size(): number {
    return Math.max(0, ...[...this.#passes.values()].map((pass) => pass.size));
  }

  /** A batch of the round, after those that stand before it. */
  add(gathered: ReadonlyMap<number, Gathered>): void {
    for (const [id, of] of gathered) this.#passes.get(id)!.add(of);
  }

  /** All batches of a round have gone by: makes its passes. */
  endRound(): void {
    for (const [id, pass] of this.#passes) this.#passed.set(id, pass.run(this.#context));
    this.#round++;
    this.#begin();
  }

  #begin(): void {
    const stratum = this.#strata[this.#round];
    this.#passes.clear();
    for (const [id, cell] of this.#compiled.tables.cells.entries())
      if (isPass(cell) && cell.stratum === stratum) this.#passes.set(id, new PassOverAll(this.#compiled, id));
  }
}

const isPass = (cell: CellTable): boolean => cell.placement !== null || cell.population !== null;

/** Strata with passes, lowest first: a round for each. */
const strataOf = ({ tables }: CompiledMeasure): number[] =>
  [...new Set(tables.cells.filter(isPass).map((cell) => cell.stratum))].sort((a, b) => a - b);

/** The cells that a pass is made of. */
function usesOf({ tables }: CompiledMeasure, id: number): number[] {
  const { placement, population } = tables.cells[id]!;
  const table = (placement ?? population)!;
  const compared = placement === null ? population!.operand : placement.score;
  return [
    ...new Set([
      ...(compared === null ? [] : [compared]),
      ...(table.tieBreak === null ? [] : [table.tieBreak.cell]),
      ...(table.pool === null ? [] : [table.pool]),
      ...table.groups,
      ...(placement?.ceilings ?? []).map((c) => c.when),
    ]),
  ];
}

function openValue({ tables }: CompiledMeasure, slot: unknown, cell: number): OpenValue {
  if (slot instanceof Inexact) return slot.value;
  const { type } = tables.cells[cell]!;
  return lift(type.kind === "truth" ? slot === 1 : slot, type);
}

/** One pass: the cells it is made of, of all subjects. */
class PassOverAll {
  readonly #compiled: CompiledMeasure;
  readonly #id: number;
  readonly #kept: ReadonlyMap<number, SlotColumn>;
  size = 0;

  constructor(compiled: CompiledMeasure, id: number) {
    this.#compiled = compiled;
    this.#id = id;
    const isTruth = (cell: number) => compiled.tables.cells[cell]!.type.kind === "truth";
    this.#kept = new Map(usesOf(compiled, id).map((cell) => [cell, new SlotColumn(isTruth(cell))]));
  }

  add({ size, cells }: Gathered): void {
    for (const [cell, column] of this.#kept) column.push(cells.get(cell)!);
    this.size += size;
  }

  get exact(): boolean {
    return [...this.#kept.values()].every((c) => c.exact);
  }

  run(context: OpenContext): SlotColumn {
    return (this.exact ? this.#strictly(this.size, context) : null) ?? this.#openly(this.size, context);
  }

  #strictly(size: number, context: OpenContext): SlotColumn | null {
    const { tables, open } = this.#compiled;
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
    const done = passColumns(tables, open, this.#id, size, cells as Columns, limits, context);
    return done ? SlotColumn.of(out) : null;
  }

  #openly(size: number, context: OpenContext): SlotColumn {
    const { tables, open, parts } = this.#compiled;
    const cell = tables.cells[this.#id]!;
    const columns: SlotColumn[] = [];
    for (const [id, column] of this.#kept) columns[id] = column;
    const values = new SharedValues(this.#compiled);
    const out = new Array<unknown>(size);
    const set = (i: number, value: OpenValue): void => {
      out[i] = lower(value, cell.type) ?? new Inexact(value);
    };
    const rows = Array.from({ length: size }, (_, i) => new RowOfAll(columns, values, set, i));
    if (cell.population !== null) parts.populations!.open(rows, this.#id, cell);
    else {
      const citeOf = (cite: number): string => tables.citations[cite]!.text;
      parts.placements!.open(rows, this.#id, cell, open.amounts[this.#id]!, context, citeOf);
    }
    return SlotColumn.of(out);
  }
}

/** Values of equal slots are one object: a million scores are some thousand different ones. */
class SharedValues {
  readonly #compiled: CompiledMeasure;
  readonly #known: Map<unknown, OpenValue>[] = [];

  constructor(compiled: CompiledMeasure) {
    this.#compiled = compiled;
  }

  of(slot: unknown, cell: number): OpenValue {
    if (typeof slot === "object") return openValue(this.#compiled, slot, cell);
    this.#known[cell] ??= new Map();
    const known = this.#known[cell]!;
    let value = known.get(slot);
    if (value === undefined) {
      value = openValue(this.#compiled, slot, cell);
      if (known.size < MOST_SHARED) known.set(slot, value);
    }
    return value;
  }
}

const MOST_SHARED = 1 << 17;

/** A subject as the open passes see it: a place in the columns. */
class RowOfAll implements PassRow {
  readonly #columns: readonly SlotColumn[];
  readonly #values: SharedValues;
  readonly #set: (i: number, value: OpenValue) => void;
  readonly #i: number;

  constructor(
    columns: readonly SlotColumn[],
    values: SharedValues,
    set: (i: number, value: OpenValue) => void,
    i: number,
  ) {
    this.#columns = columns;
    this.#values = values;
    this.#set = set;
    this.#i = i;
  }

  at(cell: number): OpenValue {
    return this.#values.of(this.#columns[cell]!.at(this.#i), cell);
  }

  set(_: number, value: OpenValue): void {
    this.#set(this.#i, value);
  }
}

/** Above every grade. */
const NO_CEILING = 127;
