import { extname } from "node:path";
import { worded } from "../../diagnostics/phrases.ts";
import type { DataSchema } from "../../facts/data-schema.ts";
import type { DataInput } from "../input-target.ts";
import type { TableRow } from "../table.ts";
import { cellOf } from "../workbook/plain-cells.ts";
import { factOf } from "../workbook-data.ts";
import { csvStream } from "./streams/csv.ts";
import { documentStreams } from "./streams/documents.ts";
import { parquetStream } from "./streams/parquet.ts";
import { sheetStreams } from "./streams/sheets.ts";
import type {
  NoStreams,
  StreamedRow,
  StreamInput,
  StreamOptions,
  TableStream,
  TableStreams,
} from "./streams/stream.ts";

export type {
  StreamedRow,
  StreamedRows,
  StreamOptions,
  TableStream,
  TableStreams,
} from "./streams/stream.ts";

/**
 * The files of a run as tables whose rows come some at a time, so that none of them need fit into memory. What a table
 * says of its header and its rows is what the ordinary reading of the same file says.
 */

/** The tables of all files of a run: subjects before records, as the ordinary way reads them. */
export async function tableStreams(
  inputs: readonly DataInput[],
  schema: DataSchema,
  options: StreamOptions,
): Promise<TableStreams> {
  const tables: TableStream[] = [];
  for (const input of inputs) {
    const opened = await open({ input, schema, options });
    if ("tables" in opened) tables.push(...opened.tables);
    else {
      for (const table of tables) table.close();
      return opened;
    }
  }
  const subjects = tables.filter((t) => t.target.list === null);
  return { tables: [...subjects, ...tables.filter((t) => t.target.list !== null)] };
}

/** The row as a table takes it. */
export function restoreRow({ cells, sheet }: StreamedRow): TableRow {
  if (sheet === undefined) return { cells };
  return { cells, read: (cell, type, unit) => factOf(cellOf(cells, sheet, cell), type, unit) };
}

function open(of: StreamInput): TableStreams | Promise<TableStreams> {
  switch (extname(of.input.path).toLowerCase()) {
    case ".csv":
    case ".tsv":
    case ".txt":
      return csvStream(of);
    case ".parquet":
      return parquetStream(of);
    case ".json":
      return documentStreams(of);
    case ".xlsx":
    case ".xlsm":
      return sheetStreams(of);
  }
  return onlyWhole(of);
}

const onlyWhole = ({ input: { path } }: StreamInput): NoStreams => ({
  whole: {
    ...worded("reason", "not-read-in-pieces", { path }),
  },
});
