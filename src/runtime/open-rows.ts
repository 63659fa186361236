/** Rows of the open program: facts `f`, cells `c`, both by index; for lists their records. */
import type { Causes, OpenValue } from "./open-values.ts";

export interface OpenRow {
  readonly kind: number;
  readonly index: number;
  readonly id: string;
  readonly f: OpenValue[];
  readonly c: OpenValue[];
  /** By field; undefined for fields that are no lists. */
  readonly l: (OpenList | undefined)[];
}

/** A record of a list; where rules are about it, the row of its own kind. */
export type OpenRecord = Pick<OpenRow, "f" | "c">;

/** `records` null: the list itself is missing, `why` says so. */
export interface OpenList {
  readonly records: readonly OpenRecord[] | null;
  /** The number in the year of the period of each record; null in a list without periods. */
  readonly periods: readonly (number | null)[];
  /** Periods without a record. */
  readonly absent: readonly string[];
  readonly field: string;
  readonly why: Causes;
}
