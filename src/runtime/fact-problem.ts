/** What may be wrong with the facts as supplied. */

/** The kinds of mistake. */
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
  | "bad-parameter"
  | "parameter-order";

/** One mistake in the data: where it stands and what it is. */
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
