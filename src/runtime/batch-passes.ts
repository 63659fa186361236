/** What compares all subjects of a cohort in batches: the passes over what was gathered of each batch. */
import type { Columns, OpenContext } from "./abi.ts";
import { type Gathered, isPass, openValue, strataOf, usesOf } from "./batch.ts";
import type { CompiledMeasure } from "./compiled.ts";
import type { EvaluationContext } from "./context.ts";
import { passColumns } from "./direct-passes.ts";
import { settleCohort } from "./evaluate.ts";
import { lower } from "./lift.ts";
import type { OpenValue } from "./open-values.ts";
import type { PassRow } from "./population-open.ts";
import { Inexact, SlotColumn } from "./slot-column.ts";

/** How much is not settled. */
export interface Unsettled {
  /** Values that this round's passes compare, and how often they name a cause. */
  readonly slots: number;
  readonly named: number;
  /** Subjects that the largest pass compares with such values among them, or with ties that nothing breaks. */
  readonly compared: number;
  /** What earlier passes gave. */
  readonly passed: number;
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

  /** What there is of values that are not settled: they take far more memory than numbers. */
  get unsettled(): Unsettled {
    const sum = { slots: 0, named: 0, compared: 0, passed: 0 };
    for (const pass of this.#passes.values()) {
      const { slots, named } = pass.unsettled;
      sum.slots += slots;
      sum.named += named;
      if (pass.open) sum.compared = Math.max(sum.compared, pass.size);
    }
    for (const column of this.#passed.values()) sum.passed += column.unsettled;
    return sum;
  }

  /** A batch of the round, after those that stand before it. */
  add(gathered: ReadonlyMap<number, Gathered>): void {
    for (const [id, of] of gathered) this.#passes.get(id)!.add(of);
  }

  /** All batches of a round have gone by: makes those of its passes that can be made of numbers alone. */
  settle(): void {
    for (const pass of this.#passes.values()) pass.settle(this.#context);
  }

  /**
   * Makes the others, and what they gave is known to the next round.
   * @param orderOf the rows of a kind in the order in which they would stand without batches; null: as they came
   * @param made after each of them
   */
  endRound(orderOf: (kind: number) => Uint32Array | null = () => null, made?: () => void): void {
    for (const [id, pass] of this.#passes) {
      this.#passed.set(id, pass.run(this.#context, orderOf));
      // Nothing of what it compared is asked again.
      this.#passes.delete(id);
      made?.();
    }
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

/** One pass: the cells it is made of, of all subjects. */
class PassOverAll {
  readonly #compiled: CompiledMeasure;
  readonly #id: number;
  readonly #kept: ReadonlyMap<number, SlotColumn>;
  #made: SlotColumn | null = null;
  #isOpen = false;
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

  get unsettled(): { readonly slots: number; readonly named: number } {
    const sum = { slots: 0, named: 0 };
    for (const column of this.#kept.values()) {
      sum.slots += column.unsettled;
      sum.named += column.named;
    }
    return sum;
  }

  /** It is known that numbers alone do not do. */
  get open(): boolean {
    return this.#isOpen || !this.#exact;
  }

  get #exact(): boolean {
    return [...this.#kept.values()].every((c) => c.exact);
  }

  settle(context: OpenContext): void {
    this.#made = this.#exact ? this.#strictly(this.size, context) : null;
    this.#isOpen = this.#made === null;
  }

  run(context: OpenContext, orderOf: (kind: number) => Uint32Array | null): SlotColumn {
    if (this.#made === null && !this.#isOpen) this.settle(context);
    const { subject } = this.#compiled.tables.cells[this.#id]!;
    return this.#made ?? this.#openly(this.size, context, orderOf(subject));
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

  #openly(size: number, context: OpenContext, order: Uint32Array | null): SlotColumn {
    const { tables, open, parts } = this.#compiled;
    const cell = tables.cells[this.#id]!;
    const columns: SlotColumn[] = [];
    for (const [id, column] of this.#kept) columns[id] = column;
    const values = new SharedValues(this.#compiled);
    const out = new Array<unknown>(size);
    const set = (i: number, value: OpenValue): void => {
      out[i] = lower(value, cell.type) ?? new Inexact(value);
    };
    const rows = Array.from({ length: size }, (_, i) => new RowOfAll(columns, values, set, order?.[i] ?? i));
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
