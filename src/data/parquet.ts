import { statSync } from "node:fs";
import type { DuckDBConnection } from "@duckdb/node-api";
import { type Problem, problem } from "../diagnostics/problem.ts";
import { openDuckdb, sqlName, sqlText } from "./duckdb.ts";

/** A Parquet file as the rows of a table, each value as the text it would have in a CSV file. */
export interface ParquetTable {
  readonly names: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export async function readParquet(path: string): Promise<ParquetTable | Problem> {
  const data = { file: path };
  const status = statSync(path, { throwIfNoEntry: false });
  if (status === undefined) return problem("BF4001", { path }, { data });
  if (status.isDirectory()) return problem("BF4002", { path }, { data });
  const connection = await openDuckdb();
  if (connection === null) return problem("BF4019", { path }, { data });
  try {
    const { names, texts } = await parquetColumns(connection, path);
    const read = await connection.runAndReadAll(`SELECT ${texts} FROM read_parquet(${sqlText(path)})`);
    return {
      names,
      rows: read.getRows().map((row) => row.map((value) => (value === null ? "" : String(value)))),
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message.split("\n", 1)[0]! : String(error);
    return problem("BF4017", { path: `${path} (${reason})` }, { data });
  } finally {
    connection.closeSync();
  }
}

/** The columns of a file, and what selects them as texts: a decimal keeps its digits, a date is a day wherever this machine stands. */
export async function parquetColumns(
  connection: DuckDBConnection,
  path: string,
): Promise<{ readonly names: readonly string[]; readonly texts: string }> {
  const described = await connection.runAndReadAll(`DESCRIBE SELECT * FROM read_parquet(${sqlText(path)})`);
  const columns = described.getRows().map(([name, type]) => ({ name: String(name), type: String(type) }));
  const texts = columns.map(({ name, type }) => textOf(sqlName(name), type)).join(", ");
  return { names: columns.map((c) => c.name), texts };
}

function textOf(name: string, type: string): string {
  // Several names in one cell are enumerated as everywhere.
  if (type.endsWith("[]")) return `array_to_string(${name}, '、')`;
  if (type === "FLOAT") return `CAST(round(CAST(${name} AS DOUBLE), 6) AS VARCHAR)`;
  return `CAST(${name} AS VARCHAR)`;
}
