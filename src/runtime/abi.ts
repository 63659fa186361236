/**
 * What emitted code and the driver agree on. Three things:
 *  - {@link Tables}: the plain data of a measure (names, citations, types, what to report), as JSON;
 *  - {@link StrictProgram}: row functions over slots, used when every fact is there;
 *  - {@link OpenProgram}: functions over open values, used when something is missing, and for reports.
 * The compiler writes these; nothing here knows the compiler. Rationals stand as text `num/den`.
 */

import type { OpenRecord, OpenRow } from "./open-rows.ts";
import type { Interval, OpenValue } from "./open-values.ts";
import type { Rational, RoundingMode } from "./rational.ts";

// ─────────────────────────────── tables ───────────────────────────────

/**
 * How a number is held in a slot. `int`: value × scale as a safe integer; `big`: the same as a BigInt;
 * `rat`: a reduced {@link Rational}.
 */
export type Rep =
  | { readonly kind: "int"; readonly scale: number }
  | { readonly kind: "big"; readonly scale: string }
  | { readonly kind: "rat" };

export interface NumberTable {
  readonly kind: "number";
  readonly low: string | null;
  readonly high: string | null;
  readonly step: string | null;
  /** Written number × factor = value. */
  readonly unit: string;
  readonly factor: string;
  readonly rep: Rep;
}

export type TypeTable =
  | NumberTable
  | { readonly kind: "truth" }
  | { readonly kind: "choice"; readonly enumeration: number }
  | { readonly kind: "text" }
  | { readonly kind: "date" }
  | { readonly kind: "party" }
  | { readonly kind: "link"; readonly subject: number };

export type Frequency = "month" | "quarter" | "half-year" | "year" | "many";

/** How many records a year a list expects; 0: any number. */
export const PERIODS: Readonly<Record<Frequency, number>> = {
  month: 12,
  quarter: 4,
  "half-year": 2,
  year: 1,
  many: 0,
};

export interface ListTable {
  readonly kind: "list";
  readonly record: number;
  readonly frequency: Frequency;
}

export interface FieldTable {
  readonly name: string;
  readonly alias: string | null;
  readonly optional: boolean;
  readonly asFraction: boolean;
  readonly hasDefault: boolean;
  /** Some cell reads it, so that a missing value rules out the strict program. */
  readonly used: boolean;
  /** 可不适用: index of the truth that it applies. */
  readonly applies?: number;
  /** Such a truth: it follows from its field and is not supplied. */
  readonly derived?: true;
  readonly type: TypeTable | ListTable;
}

export interface CitationTable {
  readonly text: string;
  readonly path: readonly string[];
  readonly title: string | null;
}

export interface EnumerationTable {
  readonly name: string;
  readonly kind: "options" | "levels" | "scale";
  readonly members: readonly string[];
  readonly former: readonly { readonly name: string; readonly member: number }[];
}

export interface ShiftTable {
  readonly clause: number;
  readonly when: number;
  readonly steps: number;
  readonly limit: number | null;
}

export interface BoundTable {
  readonly clause: number;
  readonly when: number;
  readonly grade: number;
  readonly veto: boolean;
}

/** A grade with its effects already in the order in which they apply. */
export interface GradeTable {
  readonly enumeration: number;
  readonly bases: readonly {
    readonly guard: number | null;
    readonly value: number;
    readonly cite: number;
    /** What the base looks at: the score that is banded or ranked. */
    readonly figures: readonly Omit<AtomTable, "holds" | "test">[];
  }[];
  readonly notAssessed: readonly { readonly clause: number; readonly when: number }[];
  readonly raises: readonly ShiftTable[];
  readonly reductions: readonly ShiftTable[];
  readonly floors: readonly BoundTable[];
  readonly ceilings: readonly BoundTable[];
  readonly after: readonly ShiftTable[];
}

export interface TieBreakTable {
  readonly cell: number;
  readonly order: "descending" | "ascending";
}

export interface PlacementTable {
  readonly enumeration: number;
  readonly score: number;
  readonly order: "descending" | "ascending";
  readonly tieBreak: TieBreakTable | null;
  readonly ties: "share" | "out" | "open";
  readonly pool: number | null;
  readonly groups: readonly number[];
  readonly ceilings: readonly BoundTable[];
  readonly rows: readonly {
    readonly end: "top" | "bottom";
    readonly grade: number;
    readonly cite: number;
    readonly text: string;
    /** null: a number of places; else a share rounded so, of `base` where `hasBase`, else of the pool. */
    readonly rounding: RoundingMode | null;
    readonly hasBase: boolean;
  }[];
  readonly rest: number | null;
}

export interface PopulationTable {
  readonly fn: "rank" | "max" | "min" | "mean" | "sum" | "count";
  readonly operand: number | null;
  readonly order: "descending" | "ascending";
  readonly tieBreak: TieBreakTable | null;
  readonly ties: "share" | "out";
  readonly pool: number | null;
  readonly groups: readonly number[];
}

export interface BandTable {
  readonly low: { readonly value: string; readonly included: boolean } | null;
  readonly high: { readonly value: string; readonly included: boolean } | null;
  readonly cite: number;
  readonly text: string;
}

export interface CellTable {
  readonly name: string | null;
  readonly text: string;
  readonly subject: number;
  readonly list: number | null;
  readonly type: TypeTable;
  readonly cite: number;
  readonly stratum: number;
  readonly grade: GradeTable | null;
  readonly placement: PlacementTable | null;
  readonly population: PopulationTable | null;
  /** Rows of a band expression, for saying which row gave the result; its argument is `bandArguments`. */
  readonly bands: readonly BandTable[] | null;
}

export interface AtomTable {
  readonly holds: number;
  readonly name: string;
  readonly test: string;
  readonly type: TypeTable;
  /** Index into `OpenProgram.figures`. */
  readonly figure: number;
}

export interface ClauseTable {
  readonly cite: number;
  readonly subject: number;
  readonly when: number;
  readonly effect: string;
  readonly reasons: readonly {
    readonly cite: number;
    readonly holds: number;
    readonly text: string;
    readonly atoms: readonly AtomTable[];
  }[];
}

export type TargetTable =
  | { readonly kind: "self" }
  | {
      readonly kind: "party";
      readonly links: readonly number[];
      readonly field: number;
      readonly text: string;
    }
  | { readonly kind: "subject"; readonly links: readonly number[]; readonly text: string }
  | { readonly kind: "role"; readonly text: string };

export type ArgumentTable =
  | { readonly kind: "value"; readonly figure: number; readonly type: TypeTable }
  | {
      readonly kind: "period";
      readonly years: number;
      readonly months: number;
      readonly days: number;
      /** Index into `OpenProgram.figures` of the first day; null: its end is open. */
      readonly from: number | null;
      readonly text: string;
    };

export interface ConsequenceTable {
  readonly clause: number;
  readonly cite: number;
  readonly target: TargetTable;
  readonly actions: readonly { readonly action: number; readonly argument: ArgumentTable | null }[];
  readonly modality: "must" | "may" | "advisory" | "discretionary";
  readonly by: readonly string[];
  readonly combine: "cumulate" | "heaviest" | null;
  readonly mitigations: readonly { readonly cite: number; readonly when: number }[];
  readonly spares: readonly {
    readonly when: number;
    readonly links: readonly number[];
    readonly field: number;
  }[];
}

export interface RequirementTable {
  readonly cite: number;
  readonly subject: number;
  readonly polarity: "duty" | "prohibition";
  readonly when: number | null;
  readonly holds: number;
  readonly atoms: readonly AtomTable[];
  readonly text: string;
}

export interface Tables {
  readonly abi: 1;
  readonly language: "zh" | "en";
  readonly measure: {
    readonly name: string;
    readonly title: string | null;
    readonly documentNumber: string | null;
  };
  readonly citations: readonly CitationTable[];
  readonly enumerations: readonly EnumerationTable[];
  readonly parameters: readonly {
    readonly name: string;
    readonly type: TypeTable;
    readonly cite: number | null;
    /** Some cell reads it. */
    readonly used: boolean;
  }[];
  readonly actions: readonly {
    readonly name: string;
    readonly category: string;
    readonly polarity: "positive" | "negative";
    readonly absorbedBy: readonly number[];
  }[];
  readonly records: readonly { readonly name: string; readonly fields: readonly FieldTable[] }[];
  readonly subjects: readonly {
    readonly name: string;
    readonly key: number;
    readonly fields: readonly FieldTable[];
  }[];
  readonly cells: readonly CellTable[];
  readonly clauses: readonly ClauseTable[];
  readonly consequences: readonly ConsequenceTable[];
  readonly requirements: readonly RequirementTable[];
  readonly strata: number;
}

// ─────────────────────────────── facts ───────────────────────────────

/** A fact in the representation of its type; a link is the index of the row it leads to. */
export type FactValue =
  | number
  | bigint
  | Rational
  | string
  | boolean
  | readonly string[]
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
