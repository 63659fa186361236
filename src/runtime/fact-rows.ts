/** Facts as read, before anything is computed from them, and what may be wrong with them. */
import type { FactValue, RecordFact } from "./abi.ts";
import type { FactProblem } from "./fact-problem.ts";
import type { OpenValue } from "./open-values.ts";

export type { FactIssue, FactProblem } from "./fact-problem.ts";

import type { Cause } from "./result.ts";

/** By the name of the subject kind an array of records; only own properties count. */
export type RawCohort = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** Why a fact is not there, and defaults that are open themselves; both by field index. */
export interface Gaps {
  readonly causes: Map<number, Cause>;
  readonly open: Map<number, OpenValue>;
}

export interface ReadRecord extends RecordFact {
  period: number | null;
  readonly facts: FactValue[];
  gaps: Gaps | null;
}

export interface FactRow {
  readonly kind: number;
  readonly index: number;
  readonly id: string;
  readonly facts: FactValue[];
  gaps: Gaps | null;
  /** 历年: what is supplied of earlier years. */
  years?: Map<number, ReadRecord>;
  /** The row of a record that nobody supplied. */
  readonly lacking?: true;
}

export interface ReadCohort {
  /** By kind. */
  readonly rows: readonly (readonly FactRow[])[];
  readonly problems: FactProblem[];
  /** Every fact that a cell uses is there. */
  readonly complete: boolean;
}

/** What all subjects come to, where those given are only some of them. */
export interface OfAll {
  /**
   * Judges a column of percentages.
   * @param seen what the values given say: one is a percentage for certain, or the first that may lack its sign
   */
  refuses(column: string, seen: { readonly beyond: boolean; readonly within: FactProblem | null }): boolean;
  /** Periods that some subject has a record of. @param own those of the subjects given */
  periods(kind: number, own: readonly number[]): readonly number[];
}

/** Where a value stands, for problems. */
export interface Place {
  readonly kind: string;
  readonly index: number;
  readonly id: string;
  readonly list?: { readonly field: string; readonly index: number };
}

export function gapsOf(row: FactRow | ReadRecord): Gaps {
  row.gaps ??= { causes: new Map(), open: new Map() };
  return row.gaps;
}
