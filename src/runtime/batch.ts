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
import type { CellTable, OpenContext, StrictPass, StrictRow } from "./abi.ts";

import { type LooseLink, looseLink } from "./batch-links.ts";
import { type Known, Marking, type Marks, NOTHING_KNOWN } from "./batch-marks.ts";
import type { CompiledMeasure } from "./compiled.ts";
import type { EvaluationContext } from "./context.ts";
import { cohortResult, leaveOpen, type Passes, settleCohort } from "./evaluate.ts";
import type { FactProblem, FactRow, RawCohort } from "./facts.ts";
import { lift, lower } from "./lift.ts";
import type { OpenValue } from "./open-values.ts";
import { rational } from "./rational.ts";
import { reporterOf } from "./report.ts";
import type { CohortResult, SubjectResult } from "./result.ts";
import { Inexact, type Slots } from "./slot-column.ts";

/** Why the result of batches would not be that of all together: ids, or a link. */
export type Trouble = "ids" | LooseLink;

export interface Batch {
  /** Their results, each made when it is asked for: all of them together take far more memory than what they are made of. */
  subjects(): Generator<SubjectResult>;
  readonly problems: readonly FactProblem[];
  /** Rows of each kind, records that are rows among them. */
  readonly sizes: readonly number[];
  /** What is to be judged of all batches together. */
  readonly marks: Marks;
}

export interface GatheredBatch {
  /** By pass. */
  readonly gathered: ReadonlyMap<number, Gathered>;
  readonly sizes: readonly number[];
  /** By kind of records that are compared: of each row the index of its subject, or the complement of that where it is lacking. */
  readonly owners: readonly (readonly [kind: number, owners: Int32Array])[];
  readonly marks: Marks;
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
  readonly #known: Known;
  #context: OpenContext | null = null;
  #trouble: Trouble | null = null;

  /** @param known of all batches together, where their marks came to something that one alone does not tell */
  constructor(compiled: CompiledMeasure, given: EvaluationContext, known: Known = NOTHING_KNOWN) {
    this.#compiled = compiled;
    this.#given = given;
    this.#known = known;
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
    const { rows, marks } = this.#settle({ cohort, history }, passed, starts, stratum, gathered);
    const owners = this.#compiled.tables.subjects.flatMap(({ of }, kind) => {
      const ownerOf = (row: FactRow): number => row.facts[of!.owner] as number;
      const list = of?.compared === true ? rows[kind]! : null;
      return list === null
        ? []
        : [[kind, Int32Array.from(list, (r) => (r.lacking ? ~ownerOf(r) : ownerOf(r)))] as const];
    });
    return { gathered, sizes: rows.map((list) => list.length), marks, owners };
  }

  /** The results of a batch, when all passes are made. @param history earlier results, of these subjects at least */
  report(cohort: RawCohort, passed: Passed, starts: readonly number[], history = this.#given.history): Batch {
    const settled = this.#settle({ cohort, history }, passed, starts, null, null);
    const report = reporterOf(this.#compiled, settled);
    const { subjects: kinds } = this.#compiled.tables;
    const { problems, rows, marks } = settled;
    return {
      *subjects() {
        for (const [kind, list] of rows.entries())
          if (!kinds[kind]!.of) for (const row of list) yield report(settled.row(kind, row.index));
      },
      problems,
      sizes: rows.map((list) => list.length),
      marks,
    };
  }

  /** Evaluates a batch of which nothing is wanted but to see what it takes. @param look while all of it is there */
  weigh(cohort: RawCohort, history: EvaluationContext["history"], look: () => void): void {
    const trouble = this.#trouble;
    const settled = this.#settle({ cohort, history }, new Map(), [], this.#strata[0] ?? null, new Map());
    look();
    this.#context = settled.context;
    // Of some subjects alone it says nothing.
    this.#trouble = trouble;
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
    const marking = new Marking(this.#known);
    const passes: Passes = {
      ofAll: marking,
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
    for (const { issue } of settled.problems)
      if (issue === "missing-id" || issue === "duplicate-id") this.#trouble = "ids";
    // A link that leads nobody knows where may lead to any subject, and those are in other batches.
    this.#trouble ??= looseLink(tables, settled.rows);
    this.#context = settled.context;
    return { ...settled, marks: marking.marks };
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

export const isPass = (cell: CellTable): boolean => cell.placement !== null || cell.population !== null;

/** Strata with passes, lowest first: a round for each. */
export const strataOf = ({ tables }: CompiledMeasure): number[] =>
  [...new Set(tables.cells.filter(isPass).map((cell) => cell.stratum))].sort((a, b) => a - b);

/** The cells that a pass is made of. */
export function usesOf({ tables }: CompiledMeasure, id: number): number[] {
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

export function openValue({ tables }: CompiledMeasure, slot: unknown, cell: number): OpenValue {
  if (slot instanceof Inexact) return slot.value;
  const { type } = tables.cells[cell]!;
  return lift(type.kind === "truth" ? slot === 1 : slot, type);
}
