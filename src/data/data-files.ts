import { extname } from "node:path";
import { hasErrors, type Problem, problem } from "../diagnostics/problem.ts";
import type { DataSchema, KindSchema } from "../facts/data-schema.ts";
import type { DataPositions } from "../facts/positions.ts";
import { CohortBuilder } from "./cohort.ts";
import { kindOfHeader, kindOfTable, readCsv } from "./csv.ts";
import type { ReadDocument } from "./document.ts";
import { readCohort } from "./document-cohort.ts";
import { type DataInput, namedKind, targetOfTable } from "./input-target.ts";
import { readJson } from "./json.ts";
import type { RawCohort } from "./raw.ts";
import { type ReadOptions, readBytes, readText } from "./read-text.ts";
import { Table } from "./table.ts";
import { readSheet, tablesIn, workbookProblem } from "./workbook-data.ts";
import { readYaml, YAML_LIMIT } from "./yaml.ts";

export type { DataInput } from "./input-target.ts";

/**
 * The door of this room for facts: the files a user names become one cohort of raw facts, with the way back
 * to file and row. Every format is one row of `READERS`; a new one (a workbook, Parquet) is one more row.
 */

export interface DataFiles {
  readonly cohort: RawCohort;
  readonly positions: DataPositions;
  readonly problems: readonly Problem[];
  /** Some file could not be read or understood at all; the cohort is then without it. */
  readonly unreadable: boolean;
}

/** Splits `对象名.列表字段=FILE` at its first `=`; a path with a `=` and no kind is written `./a=b.csv`. */
export function parseDataArgument(argument: string): DataInput {
  const equals = argument.indexOf("=");
  const name = equals < 0 ? "" : argument.slice(0, equals).trim();
  if (name === "" || /[/\\]/.test(name)) return { kind: null, list: null, path: argument };
  const path = argument.slice(equals + 1);
  const dot = name.indexOf(".");
  if (dot < 0) return { kind: name, list: null, path };
  return { kind: name.slice(0, dot).trim(), list: name.slice(dot + 1).trim(), path };
}

/** What a reader is given, and what it adds to. */
interface Reading {
  readonly path: string;
  readonly schema: DataSchema;
  readonly kind: KindSchema | null;
  readonly list: string | null;
  readonly builder: CohortBuilder;
  readonly options: ReadOptions;
}

/** What a file holds: subjects first, of all files, since the rows of a list name their subjects. */
interface Part {
  readonly order: "subjects" | "records";
  read(): readonly Problem[];
}

interface Contents {
  readonly parts: readonly Part[];
  readonly problems: readonly Problem[];
  /** The file could not be read at all. */
  readonly failed?: true;
}

interface Reader {
  readonly endings: readonly string[];
  open(reading: Reading): Contents | Promise<Contents>;
}

const READERS: readonly Reader[] = [
  { endings: [".xlsx", ".xlsm"], open: openWorkbook },
  { endings: [".csv", ".tsv", ".txt"], open: (r) => openText(r, {}, (text) => readTable(r, text)) },
  { endings: [".json"], open: (r) => openText(r, {}, (text) => readStructured(r, text, readJson)) },
  {
    endings: [".yaml", ".yml"],
    open: (r) => openText(r, { limit: YAML_LIMIT }, (text) => readStructured(r, text, readYaml)),
  },
  { endings: [".parquet"], open: openParquet },
];

const ENDINGS = READERS.flatMap((r) => r.endings);

/** Reads all files of a run; subjects before lists, since a list's rows name their subjects. */
export async function readDataFiles(
  inputs: readonly DataInput[],
  schema: DataSchema,
  options: ReadOptions = {},
): Promise<DataFiles> {
  const builder = new CohortBuilder(schema);
  const problems: Problem[] = [];
  let unreadable = false;
  const opened: Contents[] = [];
  for (const input of inputs) opened.push(await openInput(input, schema, builder, options));
  for (const order of ["subjects", "records"] as const) {
    for (const { parts, problems: found, failed } of opened) {
      const own = parts.filter((p) => p.order === order);
      // What was found on opening is told with the file's first part.
      if (order === (parts[0]?.order ?? "subjects")) {
        problems.push(...found);
        unreadable ||= failed === true || found.some(isUnreadable);
      }
      for (const part of own) {
        const read = part.read();
        problems.push(...read);
        unreadable ||= read.some(isUnreadable);
      }
    }
  }
  problems.push(...builder.problems());
  return { cohort: builder.cohort(), positions: builder, problems, unreadable };
}

async function openInput(
  input: DataInput,
  schema: DataSchema,
  builder: CohortBuilder,
  options: ReadOptions,
): Promise<Contents> {
  const { path, list } = input;
  const data = { file: path };
  const refuse = (p: Problem): Contents => ({ parts: [], problems: [p], failed: true });
  const kind = namedKind(input, schema);
  if (kind !== null && "code" in kind) return refuse(kind);
  const reading: Reading = { path, schema, kind, list, builder, options };
  const reader = READERS.find((r) => r.endings.includes(extname(path).toLowerCase()));
  if (reader !== undefined) return reader.open(reading);
  const text = readText(path, options);
  if (text.file === null) return { parts: [], problems: text.problems, failed: true };
  return refuse(problem("BF4010", { path, endings: ENDINGS.join(" ") }, { data }));
}

function openText(
  { path, list, options }: Reading,
  { limit = Number.POSITIVE_INFINITY }: ReadOptions,
  read: (text: string) => readonly Problem[],
): Contents {
  const most = Math.min(options.limit ?? Number.POSITIVE_INFINITY, limit);
  const { file, problems } = readText(path, Number.isFinite(most) ? { ...options, limit: most } : options);
  if (file === null) return { parts: [], problems, failed: true };
  return {
    parts: [{ order: list === null ? "subjects" : "records", read: () => read(file.text) }],
    problems,
  };
}

/** Largest workbook, packed. */
const WORKBOOK_LIMIT = 64 * 1024 * 1024;

async function openWorkbook({ path, schema, kind, list, builder, options }: Reading): Promise<Contents> {
  const data = { file: path };
  const refuse = (p: Problem): Contents => ({ parts: [], problems: [p], failed: true });
  const bytes = readBytes(path, Math.min(options.limit ?? WORKBOOK_LIMIT, WORKBOOK_LIMIT));
  if ("code" in bytes) return refuse(bytes);
  if (bytes.length === 0) return refuse(problem("BF4003", { path }, { data }));
  // Loaded when a workbook is read: with it comes a fifth of a second that nobody else should wait for.
  const { readWorkbook } = await import("./workbook/read.ts");
  const { sheets, fault } = await readWorkbook(bytes);
  if (fault !== null) return refuse(workbookProblem(path, fault));
  const { tables, problems } = tablesIn(path, sheets, schema, kind, list);
  return {
    parts: tables.map((table) => ({
      order: table.target.list === null ? "subjects" : "records",
      read: () => readSheet(path, table, builder),
    })),
    problems,
  };
}

async function openParquet(reading: Reading): Promise<Contents> {
  const { readParquet } = await import("./parquet.ts");
  const { path, schema, kind, list, builder } = reading;
  const read = await readParquet(path);
  if ("code" in read) return { parts: [], problems: [read], failed: true };
  const target = targetOfTable(path, kind, list, schema, () => kindOfHeader(read.names, schema));
  if ("code" in target) return { parts: [], problems: [target] };
  return {
    parts: [
      {
        order: list === null ? "subjects" : "records",
        read() {
          const table = new Table({ file: path }, target, builder);
          table.header(read.names, 1);
          read.rows.forEach((cells, i) => {
            table.row({ cells }, i + 2);
          });
          return table.finish();
        },
      },
    ],
    problems: [],
  };
}

/** A slip in the syntax or the form of a whole file: nothing of it was read. */
function isUnreadable(p: Problem): boolean {
  return /^BF4(?:0(?:1[2346789]|20|4\d|5[05])|10[234])$/.test(p.code) && hasErrors([p]);
}

function readTable({ path, schema, kind, list, builder }: Reading, text: string): readonly Problem[] {
  const target = targetOfTable(path, kind, list, schema, () => kindOfTable(text, schema));
  return "code" in target ? [target] : readCsv(path, text, target, builder);
}

function readStructured(
  { path, schema, kind, builder }: Reading,
  text: string,
  parse: (file: string, text: string) => ReadDocument,
): readonly Problem[] {
  const { document, problems } = parse(path, text);
  return document === null ? problems : [...problems, ...readCohort(document, schema, kind, builder)];
}
