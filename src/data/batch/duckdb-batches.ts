import { statSync } from "node:fs";
import type { DuckDBConnection } from "@duckdb/node-api";
import { type Problem, problem } from "../../diagnostics/problem.ts";
import { openDuckdb, sqlName, sqlText } from "../duckdb.ts";
import { parquetColumns } from "../parquet.ts";
import { Unsplittable } from "./csv-batches.ts";

/** A file that DuckDB reads, some thousand rows at a time, each value as the text it would have in a CSV file. */
export interface DuckdbTable {
  readonly names: readonly string[];
  readonly rows: number;
  readonly connection: DuckDBConnection;
  readonly query: string;
  close(): void;
}

/** Parquet, or CSV with a header in its first row, of which the caller knows the separator and how many columns it has. */
export interface DuckdbFile {
  readonly path: string;
  readonly delimiter?: string;
  readonly columns?: number;
  /** About how many. */
  readonly rows?: number;
}

/** @param memory megabytes */
export async function duckdbTable(file: DuckdbFile, memory: number): Promise<DuckdbTable | Problem> {
  const { path } = file;
  const data = { file: path };
  const status = statSync(path, { throwIfNoEntry: false });
  if (status === undefined) return problem("BF4001", { path }, { data });
  if (status.isDirectory()) return problem("BF4002", { path }, { data });
  const connection = await openDuckdb(memory, 1);
  if (connection === null) return problem("BF4019", { path }, { data });
  try {
    const { names, query } = file.columns === undefined ? await parquet(connection, path) : csv(file);
    const counted = async () => (await connection.runAndReadAll(`SELECT count(*) FROM (${query})`)).getRows();
    const rows = file.rows ?? Number((await counted())[0]![0]);
    return { names, rows, connection, query, close: () => connection.closeSync() };
  } catch (error) {
    connection.closeSync();
    const reason = error instanceof Error ? error.message.split("\n", 1)[0]! : String(error);
    return problem("BF4017", { path: `${path} (${reason})` }, { data });
  }
}

async function parquet(connection: DuckDBConnection, path: string) {
  const { names, texts } = await parquetColumns(connection, path);
  return { names, query: `SELECT ${texts} FROM read_parquet(${sqlText(path)})` };
}

/** As our own reader takes it, or not at all: rows of another length and stray quotes are refused. */
function csv({ path, delimiter, columns }: DuckdbFile) {
  const names = Array.from({ length: columns! }, (_, i) => `c${i}`);
  const types = names.map((n) => `${sqlText(n)}: 'VARCHAR'`).join(", ");
  const how = [
    `delim = ${sqlText(delimiter!)}`,
    "header = false, skip = 1, all_varchar = true, auto_detect = false",
    `quote = '"', escape = '"', strict_mode = true, null_padding = false, max_line_size = 1048576`,
    `columns = {${types}}`,
  ];
  const query = `SELECT ${names.map(sqlName).join(", ")} FROM read_csv(${sqlText(path)}, ${how.join(", ")})`;
  return { names, query };
}

/** Rows of a piece; DuckDB hands out 2048 at a time. */
export async function* chunksOf({ connection, query }: DuckdbTable): AsyncGenerator<string[][]> {
  try {
    const result = await connection.stream(query);
    for (;;) {
      const chunk = await result.fetchChunk();
      if (chunk === null || chunk.rowCount === 0) return;
      yield chunk.getRows().map((row) => row.map((value) => (value === null ? "" : String(value))));
    }
  } catch (error) {
    // What DuckDB does not take as we would is read in our own way.
    throw new Unsplittable(String(error));
  }
}
