/**
 * What emitted code and the driver agree on, put together in compiled.ts. Three things:
 *  - {@link Tables}: the plain data of a measure (names, citations, types, what to report), as JSON;
 *  - {@link StrictProgram}: row functions over slots, used when every fact is there;
 *  - {@link OpenProgram}: functions over open values, used when something is missing, and for reports.
 * The compiler writes these; nothing here knows the compiler. Rationals stand as text `num/den`.
 */

import type { Rep } from "./abi-tables.ts";
import type { OpenRecord, OpenRow } from "./open-rows.ts";
import type { Interval, OpenValue, Term, Unknown } from "./open-values.ts";
import type { Outcome, Reports } from "./outcome.ts";
import type { Assessed } from "./periods.ts";
import type { Rational } from "./rational.ts";
import type { WithCalendar } from "./work-calendar.ts";

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
  | readonly Term[]
  | ListFact
  | undefined;

export interface ListFact {
  readonly records: readonly RecordFact[];
  /** Periods without a record, in words; empty for a list of "many". */
  readonly absent: readonly string[];
  /** Indexes of the records among the rows of their own kind, where rules are about them. */
  rows?: readonly number[];
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
export interface StrictContext extends Assessed, WithCalendar {
  readonly date: number | null;
  /** Parameters in their representation; undefined: unbound. */
  readonly p: readonly FactValue[];
  readonly history: unknown;
  readonly years?: unknown;
  /** There is no earlier year, so that no run reaches back. */
  readonly first: boolean;
}

/** false: this row needs the open program (a zero divisor, an empty mean, an unknown past). */
export type RowFunction = (row: StrictRow, context: StrictContext) => boolean;

/** How a pass over the cohort sees its rows. */
export interface Pass<Row> {
  readonly pool: ((row: Row) => boolean) | null;
  /** Groups with equal keys are one group. */
  readonly group: ((row: Row) => unknown) | null;
  /** Negative: `a` stands before `b`; null where nothing is ordered. */
  readonly compare: ((a: Row, b: Row) => number) | null;
  /** The same order as one whole number a row, higher before lower; null where it is not one. */
  readonly key: ((row: Row) => number) | null;
  /** The lowest grade index that a holding ceiling allows; null: no ceilings. */
  readonly ceiling: ((row: Row) => number) | null;
  /** Operand of a population function, in representation `operandRep`. */
  readonly operand: ((row: Row) => unknown) | null;
  readonly operandRep: Rep | null;
  /** Representation in which a sum of operands is safe; null where nothing is summed. */
  readonly sumRep: Rep | null;
  readonly set: (row: Row, value: never) => void;
}

export interface StrictPass extends Pass<StrictRow> {
  readonly cell: number;
}

export interface StrictStage {
  readonly passes: readonly StrictPass[];
  /** By subject kind. */
  readonly rows: readonly (RowFunction | null)[];
}

export interface StrictProgram {
  readonly make: readonly ((facts: readonly FactValue[], index: number, id: string) => StrictRow)[];
  /** Replaces the indexes of links, and of records that are rows, by those rows; by subject kind. */
  readonly link: readonly ((
    row: StrictRow,
    facts: readonly FactValue[],
    rows: readonly (readonly StrictRow[])[],
  ) => void)[];
  readonly stages: readonly StrictStage[];
  /** Slot readers by cell. */
  readonly read: readonly ((row: StrictRow) => unknown)[];
  /** The program itself looks at 评定日. */
  readonly usesDate: boolean;
}

// ─────────────────────────────── direct ───────────────────────────────

/** A column of facts or cells: truths are 0 and 1, options their index, dates day numbers. */
export interface Column {
  readonly array: "int8" | "uint8" | "int32" | "float64" | "any";
  /** How a number is held; null for other types. */
  readonly rep: Rep | null;
  /** Of a number that is held as an integer: slot = written number × `by`, a power of ten; else null. */
  readonly by: number | null;
}

/** A column of facts, with what its slots may be. */
export interface FactColumn extends Column {
  readonly low: number;
  readonly high: number;
  readonly step: number;
  /** A column that lies wholly within 0 to 1 is doubtful. */
  readonly percent: boolean;
}

export type ColumnData = Int8Array | Uint8Array | Int32Array | Float64Array | unknown[];

/** What the functions of a direct program see, and the flags they leave. */
export interface DirectContext extends StrictContext {
  /** By field; undefined: none, or none that is settled. */
  readonly defaults: readonly FactValue[];
  /** Bits of the percent columns of which a value lies outside, or inside, 0 to 1. */
  beyond: number;
  within: number;
}

/** The columns of a run over subjects of one kind; facts and cells by their number, null where unused. */
export type Columns = readonly (ColumnData | undefined)[];

/** One simple kind, all its subjects at once. What returns false gives up. */
export interface DirectProgram {
  readonly facts: readonly (readonly [field: number, column: FactColumn])[];
  /** Cells that are kept, those of passes over the cohort among them. */
  readonly cells: readonly (readonly [cell: number, column: Column])[];
  /** Placements with ceilings; the stages leave the highest grade that each subject may get, at most 127. */
  readonly ceilings: readonly number[];
  /** How many integers hold the bits of the reasons. */
  readonly words: number;
  /** Citations of the reasons, bit by bit. */
  readonly reasons: readonly number[];
  readonly read: (
    records: readonly unknown[],
    size: number,
    ids: string[],
    facts: Columns,
    x: DirectContext,
  ) => boolean;
  /** By stratum; null: nothing to compute in it. */
  readonly stages: readonly (
    | ((
        size: number,
        ids: readonly string[],
        facts: Columns,
        cells: Columns,
        ceilings: readonly (Int8Array | Int32Array | undefined)[],
        words: readonly Int32Array[],
        x: DirectContext,
      ) => boolean)
    | null
  )[];
  readonly outcomes: (
    size: number,
    ids: readonly string[],
    cells: Columns,
    words: readonly Int32Array[],
    reports: Reports,
  ) => Outcome[];
}

// ──────────────────────────────── open ────────────────────────────────

/** Those that link to a row for certain, and, for all rows the same list, those whose link is not known. */
export interface Linking {
  readonly rows: readonly OpenRow[];
  readonly anywhere: readonly OpenRow[];
}

export interface OpenContext extends Assessed, WithCalendar {
  readonly date: number | null;
  readonly parameters: readonly OpenValue[];
  row(subject: number, index: number): OpenRow;
  /** The row that the value of a link field of a subject kind leads to. */
  follow(subject: number, field: number, link: number): OpenRow | null;
  /** Rows of a kind whose link field leads to the row at `index`. */
  linking(subject: number, field: number, index: number): Linking | Unknown;
  /** The results of earlier years; see history.ts. */
  readonly history: unknown;
  /** What the facts say of earlier years; see fact-years.ts. */
  readonly years?: unknown;
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
