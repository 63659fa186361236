/** Facts as read, before anything is computed from them, and what may be wrong with them. */
import type { FactValue, RecordFact } from "./abi.ts";
import type { OpenValue } from "./open-values.ts";
import type { Cause } from "./result.ts";

/** By the name of the subject kind an array of records; only own properties count. */
export type RawCohort = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

export type FactIssue =
  | "unknown-field"
  | "missing-id"
  | "duplicate-id"
  | "wrong-type"
  | "out-of-range"
  | "too-precise"
  | "unknown-member"
  | "doubtful-percent"
  | "bad-date"
  | "bad-term"
  | "no-such-subject"
  | "duplicate-period"
  | "bad-period"
  | "unknown-kind"
  | "unknown-parameter"
  | "bad-parameter";

export interface FactProblem {
  /** Name of the subject kind; empty for parameters. */
  readonly kind: string;
  /** Row in that kind's array; -1 where the problem is of no row. */
  readonly index: number;
  readonly id: string;
  readonly field: string;
  /** For a field of a record: its list and the index of the record. */
  readonly list?: { readonly field: string; readonly index: number };
  readonly issue: FactIssue;
  /** The value as supplied, shortened. */
  readonly value: string;
  /** The nearest name, the range, the step, or the number of the first with an id; empty where there is nothing to add. */
  readonly detail: string;
}

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
