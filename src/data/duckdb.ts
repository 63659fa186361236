import type { DuckDBConnection } from "@duckdb/node-api";

/**
 * DuckDB, which reads Parquet: loaded when it is asked for, and only where it is installed (`npm install
 * @duckdb/node-api`). It runs without its network: extensions are not fetched.
 */

/** Megabytes that a query may take unless it is told otherwise. */
const MEMORY = 512;

/** null: not installed here. @param memory megabytes that queries may take */
export async function openDuckdb(memory = MEMORY, threads?: number): Promise<DuckDBConnection | null> {
  let duckdb: typeof import("@duckdb/node-api");
  try {
    duckdb = await import("@duckdb/node-api");
  } catch {
    return null;
  }
  const instance = await duckdb.DuckDBInstance.create(":memory:", {
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    memory_limit: `${memory}MB`,
    ...(threads !== undefined && { threads: String(threads) }),
    preserve_insertion_order: "true",
  });
  return instance.connect();
}

/** A text inside a statement. */
export const sqlText = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A name inside a statement. */
export const sqlName = (name: string): string => `"${name.replaceAll('"', '""')}"`;
