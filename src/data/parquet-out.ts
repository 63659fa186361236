import { existsSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { DuckDBAppender } from "@duckdb/node-api";
import { type Problem, problem } from "../diagnostics/problem.ts";
import type { CohortResult, JsonValue, SubjectResult } from "../runtime/result.ts";
import { openDuckdb, sqlName, sqlText } from "./duckdb.ts";
import { errorCode } from "./read-text.ts";

/**
 * Results as Parquet, for databases and statistics: a row a subject, numbers as numbers, what is undetermined as
 * nothing, and clauses, consequences and open points as lists. Written completely or not at all.
 */
export async function writeResultParquet(
  path: string,
  result: CohortResult,
  /** Names of the values that are numbers in the measure. */
  numbers: ReadonlySet<string>,
): Promise<Problem | null> {
  const connection = await openDuckdb();
  if (connection === null) return problem("BF9026", { file: path }, { data: { file: path } });
  const target = resolve(path);
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    const columns = columnsOf(result.subjects, numbers);
    const described = columns.map((c) => `${sqlName(c.name)} ${c.type}`).join(", ");
    await connection.run(`CREATE TABLE results (${described})`);
    const appender = await connection.createAppender("results");
    for (const s of result.subjects) {
      for (const c of columns) c.append(appender, s);
      appender.endRow();
    }
    appender.closeSync();
    await connection.run(
      `COPY (SELECT ${columns.map(shown).join(", ")} FROM results) TO ${sqlText(temporary)} (FORMAT parquet, COMPRESSION zstd)`,
    );
    renameSync(temporary, target);
    return null;
  } catch (error) {
    if (existsSync(temporary)) rmSync(temporary, { force: true });
    return problem("BF4011", { path, reason: errorCode(error).split("\n", 1)[0]! }, { data: { file: path } });
  } finally {
    connection.closeSync();
  }
}

/** Stands between the texts of a list on their way; no text of a measure holds it. */
const UNIT = "\u001f";

/** As it is in the file. */
const shown = (c: Column): string => {
  const name = sqlName(c.name);
  return c.list ? `CASE WHEN ${name} = '' THEN [] ELSE string_split(${name}, chr(31)) END AS ${name}` : name;
};

interface Column {
  readonly name: string;
  readonly type: "VARCHAR" | "DOUBLE" | "BOOLEAN";
  /** Several texts, handed over as one with marks between them. */
  readonly list?: true;
  append(to: DuckDBAppender, s: SubjectResult): void;
}

function columnsOf(subjects: readonly SubjectResult[], numbers: ReadonlySet<string>): Column[] {
  const taken = new Set<string>();
  /** DuckDB does not tell A from a. */
  const free = (wanted: string): string => {
    let name = wanted;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${wanted}_${n}`;
    taken.add(name.toLowerCase());
    return name;
  };
  const text = (name: string, of: (s: SubjectResult) => string | null): Column => ({
    name: free(name),
    type: "VARCHAR",
    append: (to, s) => {
      const value = of(s);
      if (value === null) to.appendNull();
      else to.appendVarchar(value);
    },
  });
  const list = (name: string, of: (s: SubjectResult) => readonly string[]): Column => ({
    name: free(name),
    type: "VARCHAR",
    list: true,
    append: (to, s) => to.appendVarchar([...new Set(of(s))].join(UNIT)),
  });
  const names = (table: (s: SubjectResult) => object) => [
    ...new Set(subjects.flatMap((s) => Object.keys(table(s)))),
  ];
  return [
    text("kind", (s) => s.kind),
    text("id", (s) => s.id),
    ...names((s) => s.values).map((name) => valueColumn(name, free(name), subjects, numbers)),
    ...names((s) => s.grades).map((name) => text(name, (s) => own(s.grades, name)?.grade ?? null)),
    list("clauses", (s) => s.clauses.map((c) => c.cite)),
    list("consequences", (s) =>
      s.consequences.map((c) => `${c.target}: ${c.choice.length > 0 ? c.choice.join("/") : c.action}`),
    ),
    list("undetermined", (s) => s.undetermined.map((u) => u.name)),
  ];
}

function valueColumn(
  value: string,
  name: string,
  subjects: readonly SubjectResult[],
  numbers: ReadonlySet<string>,
): Column {
  const of = (s: SubjectResult): JsonValue => own(s.values, value) ?? null;
  if (numbers.has(value))
    return {
      name,
      type: "DOUBLE",
      append: (to, s) => {
        const v = of(s);
        if (typeof v === "number") to.appendDouble(v);
        else if (typeof v === "object" && v !== null && "num" in v)
          to.appendDouble(Number(v.num) / Number(v.den));
        else to.appendNull();
      },
    };
  if (subjects.every((s) => of(s) === null || typeof of(s) === "boolean"))
    return {
      name,
      type: "BOOLEAN",
      append: (to, s) => {
        const v = of(s);
        if (typeof v === "boolean") to.appendBoolean(v);
        else to.appendNull();
      },
    };
  return {
    name,
    type: "VARCHAR",
    append: (to, s) => {
      const v = of(s);
      if (v === null) to.appendNull();
      else to.appendVarchar(Array.isArray(v) ? v.join("、") : String(v));
    },
  };
}

function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
