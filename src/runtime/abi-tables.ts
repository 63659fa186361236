/**
 * The plain data of a compiled measure: names, citations, types, and what to report. JSON-able; rationals stand
 * as text `num/den`. `abi.ts` has the functions beside them.
 */
import type { PeriodLength } from "./periods.ts";
import type { Rational, RoundingMode } from "./rational.ts";

/**
 * How a number is held in a slot. `int`: value × scale as a safe integer, of at most `limit` where the
 * measure declares no bounds; `big`: the same as a BigInt; `rat`: a reduced {@link Rational}.
 */
export type Rep =
  | { readonly kind: "int"; readonly scale: number; readonly limit?: number }
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
  /** `dated`: a post; its facts are the terms of those who held it. */
  | { readonly kind: "party"; readonly dated?: true }
  | { readonly kind: "link"; readonly subject: number }
  /** Only of fields: several subjects, each once. */
  | { readonly kind: "links"; readonly subject: number };

export type Frequency = PeriodLength | "many";

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
  /** 历年: values of earlier years may be supplied beside this year's. */
  readonly yearly?: true;
  readonly type: TypeTable | ListTable;
}

export interface CitationTable {
  readonly text: string;
  readonly path: readonly string[];
  readonly title: string | null;
  /** Of a layered measure, who wrote it if not the base. */
  readonly layer?: LayerTable;
}

/** own: numbered by the layer itself; amended, added: in the numbering of its base, by the provision `by` of the layer. */
export interface LayerTable {
  readonly name: string;
  readonly how: "own" | "amended" | "added";
  readonly by: string | null;
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
    /** null: a number of places; else a share rounded so, of its base if it has one, else of the pool. */
    readonly rounding: RoundingMode | null;
    /** The base is everyone of the group, in the pool or not. */
    readonly everyone?: true;
    /** The parameter that its text names for the places. */
    readonly figures?: readonly Omit<AtomTable, "holds" | "test">[];
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
  readonly type: TypeTable;
  readonly cite: number;
  readonly stratum: number;
  readonly grade: GradeTable | null;
  readonly placement: PlacementTable | null;
  readonly population: PopulationTable | null;
  /** Rows of a band expression, for saying which row gave the result; its argument is `bandArguments`. */
  readonly bands: readonly BandTable[] | null;
  /** Whatever is in no row is the rest. */
  readonly bandRest?: true;
  /** 剔除后折算: it is out of its total where one of these truth cells holds. */
  readonly out?: readonly number[];
}

export interface AtomTable {
  readonly holds: number;
  readonly name: string;
  readonly test: string;
  readonly type: TypeTable;
  /** Index into `OpenProgram.figures`. */
  readonly figure: number;
  /** The same, of the truth that the figure applies; absent where it always does. */
  readonly applies?: number;
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
  | { readonly kind: "self"; readonly called?: "本单位" }
  | {
      readonly kind: "party";
      readonly links: readonly number[];
      readonly field: number;
      readonly text: string;
      /** Who held a dated post; `days` is an index into `OpenProgram.figures`, of one day or several. */
      readonly holder?: { readonly when: "end" | "any" } | { readonly when: "days"; readonly days: number };
    }
  | {
      readonly kind: "subject";
      readonly links: readonly number[];
      readonly text: string;
      readonly called?: "本单位";
    }
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
  readonly repeat?: "each" | "once";
  readonly mitigations: readonly { readonly cite: number; readonly when: number }[];
  readonly spares: readonly {
    readonly when: number;
    readonly links: readonly number[];
    /** null: the linked subject itself. */
    readonly field: number | null;
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

/** The rows of the kind are the records of a list field of another kind. */
export interface RecordRowsTable {
  readonly subject: number;
  readonly list: number;
  /** Indexes of derived fields: the link to the subject, the number of the period. */
  readonly owner: number;
  readonly period: number | null;
  /** Rows are compared with each other, so that a period that somebody lacks matters to all. */
  readonly compared: boolean;
}

export interface Tables {
  readonly abi: 1;
  readonly language: "zh" | "en";
  readonly measure: {
    readonly name: string;
    readonly title: string | null;
    readonly documentNumber: string | null;
  };
  /** 考核周期: how long an assessed period is. */
  readonly period: PeriodLength;
  readonly citations: readonly CitationTable[];
  readonly enumerations: readonly EnumerationTable[];
  readonly parameters: readonly {
    readonly name: string;
    readonly type: TypeTable;
    /** The one declared to lie right below this one. */
    readonly above?: number;
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
    readonly of?: RecordRowsTable;
  }[];
  readonly cells: readonly CellTable[];
  readonly clauses: readonly ClauseTable[];
  readonly consequences: readonly ConsequenceTable[];
  readonly requirements: readonly RequirementTable[];
  readonly strata: number;
}
