import type { Problem } from "../../diagnostics/problem.ts";
import { type DataSchema, kindNamed } from "../../facts/data-schema.ts";
import { CohortBuilder } from "../cohort.ts";
import { type TableTarget, tableTarget } from "../csv-header.ts";
import type { TableWhere } from "../places.ts";
import { Table } from "../table.ts";
import { addDocumentRows } from "./document-rows.ts";
import { ELSEWHERE, isOfPart, type RowBatch } from "./row-batch.ts";
import type { PastSubject } from "./streams/history.ts";
import type { DocumentList } from "./streams/stream.ts";
import { restoreRow, type StreamedRow, type TableStream } from "./table-stream.ts";

/** A table whose rows are spread over partitions; plain data. */
export interface TableFrame {
  readonly where: TableWhere;
  readonly kind: string;
  readonly list: string | null;
  readonly header: readonly string[];
  readonly headerRow: number;
  /** It is a list in a document, whose rows are subjects as they stand there. */
  readonly document?: DocumentList;
}

/** What all partitions have in common: the tables, subjects before records. */
export interface PartitionFrame {
  readonly tables: readonly TableFrame[];
}

/** A row on its way to its partition. */
export const spooled = (table: number, row: StreamedRow): string => `${table}\t${JSON.stringify(row)}`;

/** What was said of a subject in an earlier period, on its way to the partition of its rows. */
export const spooledPast = (past: PastSubject): string => `${PAST}\t${JSON.stringify(past)}`;

const PAST = "past";
const LINE_END = 10;

/** What waited on disk. */
export function unspooled(
  line: string,
): { readonly table: number; readonly row: StreamedRow } | { readonly past: PastSubject } {
  const tab = line.indexOf("\t");
  const data = JSON.parse(line.slice(tab + 1)) as never;
  return line.startsWith(PAST) ? { past: data } : { table: Number(line.slice(0, tab)), row: data };
}

/** All rows of some subjects, out of all tables, read as the tables would be if they had no others. */
export function partitionBatch(
  lines: Uint8Array,
  first: boolean,
  frame: PartitionFrame,
  schema: DataSchema,
): RowBatch & { readonly rows: number } {
  const rowsOf: StreamedRow[][] = frame.tables.map(() => []);
  const past: PastSubject[] = [];
  let rows = 0;
  const decoder = new TextDecoder();
  // Each for itself: the text of a large group would be a leap that a heap with a limit cannot be stopped before.
  for (let from = 0; from < lines.length; ) {
    const end = lines.indexOf(LINE_END, from);
    const found = unspooled(decoder.decode(lines.subarray(from, end)));
    from = end + 1;
    if ("past" in found) {
      past.push(found.past);
      continue;
    }
    rowsOf[found.table]!.push(found.row);
    rows++;
  }
  const builder = new CohortBuilder(schema);
  const problems = frame.tables.flatMap((table, t) => {
    const found = addRows(table, rowsOf[t]!, first, builder);
    // Of a large group they would be there twice.
    rowsOf[t] = [];
    return found;
  });
  return { builder, rows, past, problems: [...problems, ...builder.problems()].filter(isOfPart) };
}

/** Some rows of a table into the cohort. @returns what is wrong with them, and with the header where it is the first time */
export function addRows(
  { where, kind, list, header, headerRow, document }: TableFrame,
  rows: readonly StreamedRow[],
  first: boolean,
  builder: CohortBuilder,
): readonly Problem[] {
  const of = kindNamed(builder.schema, kind)!;
  if (document !== undefined) {
    addDocumentRows(where.file, of, document, rows, first, builder);
    return [];
  }
  const table = new Table(where, tableTarget(of, list) as TableTarget, builder);
  table.header(header, first ? headerRow : ELSEWHERE);
  for (const row of rows) table.row(restoreRow(row), row.number);
  return table.finish(true);
}

export const frameOf = ({ where, target, header, headerRow, document }: TableStream): TableFrame => ({
  ...{ where, kind: target.kind.name, list: target.list },
  ...{ header, headerRow, ...(document && { document }) },
});
