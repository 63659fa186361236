import { createReadStream, createWriteStream, renameSync } from "node:fs";
import { pipeline } from "node:stream/promises";
import type { Tables } from "../runtime/abi.ts";
import type { JsonValue, SubjectResult } from "../runtime/result.ts";
import { isDevice } from "./atomic-write.ts";
import { openDuckdb, sqlName, sqlText } from "./duckdb.ts";
import type { FlatColumns } from "./results-out.ts";

/**
 * Results as Parquet, for databases and statistics: a row a subject, numbers as numbers, what is undetermined as
 * nothing, and clauses, consequences and open points as lists. Rows wait in a table of text, from which DuckDB makes the file.
 */

interface Column {
  readonly name: string;
  readonly type: "text" | "number" | "truth" | "list";
  /** null: nothing is there. */
  of(s: SubjectResult): string | null;
}

/** Stands between the texts of a list on their way; no text of a measure holds it. */
const UNIT = "\u001f";

export function parquetColumns({ cells }: Tables, { values, grades }: FlatColumns): readonly Column[] {
  const taken = new Set<string>();
  /** DuckDB does not tell A from a. */
  const free = (wanted: string): string => {
    let name = wanted;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${wanted}_${n}`;
    taken.add(name.toLowerCase());
    return name;
  };
  const text = (name: string, of: Column["of"]): Column => ({ name: free(name), type: "text", of });
  const list = (name: string, of: (s: SubjectResult) => readonly string[]): Column => ({
    name: free(name),
    type: "list",
    of: (s) => [...new Set(of(s))].join(UNIT),
  });
  return [
    text("kind", (s) => s.kind),
    text("id", (s) => s.id),
    ...values.map((value): Column => {
      const type = typeOf(cells, value);
      return { name: free(value), type, of: (s) => valueText(own(s.values, value) ?? null, type) };
    }),
    ...grades.map((name) => text(name, (s) => own(s.grades, name)?.grade ?? null)),
    list("clauses", (s) => s.clauses.map((c) => c.cite)),
    list("consequences", (s) =>
      s.consequences.map((c) => `${c.target}: ${c.choice.length > 0 ? c.choice.join("/") : c.action}`),
    ),
    list("undetermined", (s) => s.undetermined.map((u) => u.name)),
  ];
}

/** What all values of that name are, whatever kind of subject has them. */
function typeOf(cells: Tables["cells"], value: string): "number" | "truth" | "text" {
  const kinds = new Set(cells.filter((c) => c.name === value && c.grade === null).map((c) => c.type.kind));
  const [only] = kinds;
  if (kinds.size !== 1) return "text";
  return only === "number" || only === "truth" ? only : "text";
}

function valueText(v: JsonValue, type: Column["type"]): string | null {
  if (v === null) return null;
  if (type === "number") {
    if (typeof v === "number") return String(v);
    return typeof v === "object" && "num" in v ? String(Number(v.num) / Number(v.den)) : null;
  }
  if (type === "truth") return typeof v === "boolean" ? String(v) : null;
  if (Array.isArray(v)) return v.join("、");
  return typeof v === "object" && "text" in v ? v.text : String(v);
}

/** A subject's row of the table of text. A text begins with a mark, by which an empty one is told from none. */
export const parquetLine = (s: SubjectResult, columns: readonly Column[]): string =>
  `${columns
    .map((c) => {
      const text = c.of(s);
      if (text === null) return "";
      return c.type === "number" || c.type === "truth" ? text : `"=${text.replaceAll('"', '""')}"`;
    })
    .join(",")}\n`;

export interface ParquetJob {
  /** The table of text. */
  readonly from: string;
  /** A file in a folder for such things, which then takes the name of the result. */
  readonly temporary: string;
  readonly to: string;
  readonly columns: readonly Column[];
  /** Megabytes that DuckDB may take. */
  readonly memory: number;
  stopped(): boolean;
}

/** false: it was stopped. @throws what DuckDB or the disk says */
export async function writeParquet(job: ParquetJob): Promise<boolean> {
  const connection = await openDuckdb(job.memory, 1);
  if (connection === null) throw new Error("duckdb");
  const watch = setInterval(() => {
    if (job.stopped()) connection.interrupt();
  }, 100);
  try {
    const { columns } = job;
    const read = columns.map((_, i) => `'c${i}': 'VARCHAR'`).join(", ");
    const shown = columns.map((c, i) => `${shownAs(c.type, `c${i}`)} AS ${sqlName(c.name)}`).join(", ");
    const table = `read_csv(${sqlText(job.from)}, header = false, auto_detect = false, delim = ',', quote = '"', escape = '"', new_line = '\\n', nullstr = '', parallel = false, max_line_size = ${LONGEST_LINE}, columns = {${read}})`;
    await connection.run(
      `COPY (SELECT ${shown} FROM ${table}) TO ${sqlText(job.temporary)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${ROWS})`,
    );
  } catch (error) {
    if (job.stopped()) return false;
    throw error;
  } finally {
    clearInterval(watch);
    connection.closeSync();
  }
  if (isDevice(job.to)) await pipeline(createReadStream(job.temporary), createWriteStream(job.to));
  else renameSync(job.temporary, job.to);
  return true;
}

/** Rows that DuckDB holds at once. */
const ROWS = 16_384;
/** Bytes; DuckDB takes sixteen times as much to read them. */
const LONGEST_LINE = 2 * 1024 * 1024;

function shownAs(type: Column["type"], column: string): string {
  switch (type) {
    case "number":
      return `CAST(${column} AS DOUBLE)`;
    case "truth":
      return `CAST(${column} AS BOOLEAN)`;
    case "text":
      return `substr(${column}, 2)`;
    case "list":
      return `CASE WHEN ${column} = '=' THEN [] ELSE string_split(substr(${column}, 2), chr(31)) END`;
  }
}

function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
