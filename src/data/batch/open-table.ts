import type { HeaderColumn } from "../csv-header.ts";
import { remarkOf } from "../remark-rows.ts";
import { factOf, isBlank, type TableRow } from "../table.ts";
import { restoreRow, type StreamedRow, type TableStream } from "./table-stream.ts";

/** A table with what its header says. */
export interface OpenTable {
  readonly stream: TableStream;
  readonly number: number;
  /** Its kind, as a number. */
  readonly kind: number;
  /** The cell with the id. */
  readonly key: number;
  readonly links: readonly Link[];
}

export interface Link extends HeaderColumn {
  /** The kind it leads to. */
  readonly to: number;
}

/** Blank rows of a table do not count; what stands in a document does. */
export const isNothing = (row: StreamedRow): boolean => row.subject === undefined && isBlank(restoreRow(row));

/** A row of a table that speaks of no subject: a total, a signature. */
export const isRemark = (row: StreamedRow, key: number): boolean =>
  row.subject === undefined && remarkOf(row.cells, key) !== null;

/** The ids that a link names, as far as they can be read. */
export function linked(row: TableRow, { cell, column, unit }: Link): readonly string[] {
  const fact = factOf(row, cell, column.type, unit);
  if (typeof fact === "string") return [fact];
  return Array.isArray(fact) ? fact.filter((id): id is string => typeof id === "string") : [];
}
