/**
 * What emitted code and the driver agree on. Three things:
 *  - {@link Tables}: the plain data of a measure (names, citations, types, what to report), as JSON;
 *  - {@link StrictProgram}: row functions over slots, used when every fact is there;
 *  - {@link OpenProgram}: functions over open values, used when something is missing, and for reports.
 * The compiler writes these; nothing here knows the compiler. Rationals stand as text `num/den`.
 */

import type { Rep, Tables } from "./abi-tables.ts";
import type { OpenRecord, OpenRow } from "./open-rows.ts";
import type { Interval, OpenValue } from "./open-values.ts";
import type { Rational } from "./rational.ts";

export * from "./abi-tables.ts";

// ─────────────────────────────── facts ───────────────────────────────

/** A fact in the representation of its type; a link is the index of the row it leads to. */
export type FactValue =
  | number
  | bigint
  | Rational
  | string
  | boolean
  | readonly string[]
  | readonly number[]
  | ListFact
  | undefined;

export interface ListFact {
  readonly records: readonly RecordFact[];
  /** Periods without a record, in words; empty for a list of "many". */
  readonly absent: readonly string[];
}

export interface RecordFact {
  readonly facts: readonly FactValue[];
  readonly period: number | null;
}

// ─────────────────────────────── strict ───────────────────────────────

/** Rows and records of the strict program: slots `f3` (facts), `c12` (cells), `l4` (lists). Opaque here. */
export interface StrictRow {
  readonly i: number;
  readonly id: string;
  readonly [slot: string]: unknown;
}

/** Facts of the call that every row sees. */
export interface StrictContext {
  readonly year: number;
  readonly date: number | null;
  /** Parameters in their representation; undefined: unbound. */
  readonly p: readonly FactValue[];
  readonly history: unknown;
}

/** false: this row needs the open program (a zero divisor, an empty mean, an unknown past). */
export type RowFunction = (row: StrictRow, context: StrictContext) => boolean;

export interface StrictPass {
  readonly cell: number;
  readonly pool: ((row: StrictRow) => boolean) | null;
  /** Groups with equal keys are one group. */
  readonly group: ((row: StrictRow) => unknown) | null;
  /** Negative: `a` stands before `b`; null where nothing is ordered. */
  readonly compare: ((a: StrictRow, b: StrictRow) => number) | null;
  /** The same order as one whole number a row, higher before lower; null where it is not one. */
  readonly key: ((row: StrictRow) => number) | null;
  /** The lowest grade index that a holding ceiling allows; null: no ceilings. */
  readonly ceiling: ((row: StrictRow) => number) | null;
  /** Operand of a population function, in representation `operandRep`. */
  readonly operand: ((row: StrictRow) => unknown) | null;
  readonly operandRep: Rep | null;
  /** Representation in which a sum of operands is safe; null where nothing is summed. */
  readonly sumRep: Rep | null;
  readonly set: (row: StrictRow, value: never) => void;
}

export interface StrictStage {
  readonly passes: readonly StrictPass[];
  /** By subject kind. */
  readonly rows: readonly (RowFunction | null)[];
}

export interface StrictProgram {
  readonly make: readonly ((facts: readonly FactValue[], index: number, id: string) => StrictRow)[];
  /** Replaces link indexes by rows; by subject kind. */
  readonly link: readonly ((
    row: StrictRow,
    facts: readonly FactValue[],
    rows: readonly (readonly StrictRow[])[],
  ) => void)[];
  readonly stages: readonly StrictStage[];
  /** Slot readers by cell, for records of list cells and rows of the others. */
  readonly read: readonly ((row: StrictRow) => unknown)[];
  /** Records of a list field of a row that the program keeps; by `kind` then field. */
  readonly lists: readonly (readonly (((row: StrictRow) => readonly StrictRow[]) | null)[])[];
  /** The program itself looks at 评定日. */
  readonly usesDate: boolean;
}

// ──────────────────────────────── open ────────────────────────────────

export interface OpenContext {
  readonly year: number;
  readonly date: number | null;
  readonly parameters: readonly OpenValue[];
  row(subject: number, index: number): OpenRow;
  /** The row that the value of a link field of a subject kind leads to. */
  follow(subject: number, field: number, link: number): OpenRow | null;
  /** Rows of a kind whose link field leads to the row at `index`, or may. */
  linking(subject: number, field: number, index: number): readonly OpenRow[];
  /** The results of earlier years; see history.ts. */
  readonly history: unknown;
}

export type OpenFunction = (row: OpenRow, record: OpenRecord, context: OpenContext) => OpenValue;

export interface OpenProgram {
  /** By cell; null for cells that a pass over the cohort fills. */
  readonly cells: readonly (OpenFunction | null)[];
  readonly figures: readonly OpenFunction[];
  readonly bandArguments: readonly (OpenFunction | null)[];
  /** Amounts and bases of placement rows by cell, as `[amount, base]`; they look at no row. */
  readonly amounts: readonly (
    | readonly (readonly [(context: OpenContext) => Interval, ((context: OpenContext) => Interval) | null])[]
    | null
  )[];
  readonly parameters: readonly (((context: OpenContext) => OpenValue) | null)[];
  /** Parameters in an order in which each stands after those that its value uses. */
  readonly parameterOrder: readonly number[];
  /** Defaults of the fields of subjects and of records. */
  readonly subjectDefaults: readonly (readonly (((context: OpenContext) => OpenValue) | null)[])[];
  readonly recordDefaults: readonly (readonly (((context: OpenContext) => OpenValue) | null)[])[];
}

/** A measure ready to be applied. */
export interface CompiledMeasure {
  readonly tables: Tables;
  readonly strict: StrictProgram;
  readonly open: OpenProgram;
}
