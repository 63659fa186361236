import { spellings } from "../../../facts/data-schema.ts";
import { fold } from "../../cells.ts";
import { kindOfHeader } from "../../csv.ts";
import type { TableTarget } from "../../csv-header.ts";
import { headerAmong } from "../../csv-table.ts";
import { namedKind, targetOfTable } from "../../input-target.ts";
import { chunksOf, type DuckdbTable, duckdbTable } from "../duckdb-batches.ts";
import type { NoStreams, StreamInput, TableStream, TableStreams } from "./stream.ts";

/** A Parquet file whose columns are known, with what it is read for. */
export interface OpenParquet {
  readonly table: DuckdbTable;
  readonly target: TableTarget;
}

export async function openParquet({ input, schema, options }: StreamInput): Promise<OpenParquet | NoStreams> {
  const { path, list } = input;
  const kind = namedKind(input, schema);
  if (kind !== null && "code" in kind) return { problem: kind };
  const table = await duckdbTable({ path }, options.memory);
  if ("code" in table) return { problem: table };
  const target = targetOfTable(path, kind, list, schema, () => kindOfHeader(table.names, schema));
  if (!("code" in target)) return { table, target };
  table.close();
  return { problem: target };
}

/** Whether a table's columns are those of its target at all. */
export function knowsHeader({ table, target }: OpenParquet): boolean {
  const known = new Set([...target.columns.flatMap(spellings), ...target.keys].map(fold));
  return headerAmong([table.names], known, new Set(target.keys.map(fold))) !== null;
}

/** The rows of a Parquet file; they are counted as in a table with its header in the first. */
export async function parquetStream(of: StreamInput): Promise<TableStreams> {
  const open = await openParquet(of);
  if (!("table" in open)) return open;
  const { table, target } = open;
  const stream: TableStream = {
    where: { file: of.input.path },
    target,
    header: table.names,
    headerRow: 1,
    notes: [],
    rows: table.rows,
    async *stream() {
      let number = 1;
      for await (const rows of chunksOf(table)) {
        const found = rows.map((cells) => ({ number: ++number, cells }));
        yield { rows: found, share: table.rows === 0 ? 1 : (number - 1) / table.rows };
      }
    },
    close: () => table.close(),
  };
  return { tables: [stream] };
}
