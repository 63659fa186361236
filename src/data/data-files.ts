import { extname } from "node:path";
import { hasErrors, type Problem, problem } from "../diagnostics/problem.ts";
import { type DataSchema, type KindSchema, kindNamed } from "../facts/data-schema.ts";
import type { DataPositions } from "../facts/positions.ts";
import { CohortBuilder } from "./cohort.ts";
import { kindOfTable, readCsv } from "./csv.ts";
import { tableTarget } from "./csv-header.ts";
import type { ReadDocument } from "./document.ts";
import { readCohort } from "./document-cohort.ts";
import { readJson } from "./json.ts";
import type { RawCohort } from "./raw.ts";
import { type ReadOptions, readText, type TextFile } from "./read-text.ts";
import { readYaml, YAML_LIMIT } from "./yaml.ts";

/**
 * The door of this room for facts: the files a user names become one cohort of raw facts, with the way back
 * to file and row. Every format is one row of `READERS`; a new one (a workbook, Parquet) is one more row.
 */

/** One `--data` argument: `FILE`, `对象名=FILE` or `对象名.列表字段=FILE`. */
export interface DataInput {
  readonly kind: string | null;
  readonly list: string | null;
  readonly path: string;
}

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
  readonly file: TextFile;
  readonly schema: DataSchema;
  readonly kind: KindSchema | null;
  readonly list: string | null;
  readonly builder: CohortBuilder;
}

interface Reader {
  readonly endings: readonly string[];
  readonly limit?: number;
  read(reading: Reading): readonly Problem[];
}

const READERS: readonly Reader[] = [
  { endings: [".csv", ".tsv", ".txt"], read: readTable },
  { endings: [".json"], read: (r) => readStructured(r, readJson) },
  { endings: [".yaml", ".yml"], limit: YAML_LIMIT, read: (r) => readStructured(r, readYaml) },
];

const ENDINGS = READERS.flatMap((r) => r.endings);

/** Reads all files of a run; subjects before lists, since a list's rows name their subjects. */
export function readDataFiles(
  inputs: readonly DataInput[],
  schema: DataSchema,
  options: ReadOptions = {},
): DataFiles {
  const builder = new CohortBuilder(schema);
  const problems: Problem[] = [];
  let unreadable = false;
  const ordered = [...inputs.filter((i) => i.list === null), ...inputs.filter((i) => i.list !== null)];
  for (const input of ordered) {
    const found = readInput(input, schema, builder, options);
    problems.push(...found.problems);
    unreadable ||= !found.read;
  }
  return { cohort: builder.cohort(), positions: builder, problems, unreadable };
}

function readInput(
  input: DataInput,
  schema: DataSchema,
  builder: CohortBuilder,
  options: ReadOptions,
): { readonly problems: readonly Problem[]; readonly read: boolean } {
  const { path } = input;
  const refuse = (p: Problem) => ({ problems: [p], read: false });
  const data = { file: path };
  let kind: KindSchema | null = null;
  if (input.kind !== null) {
    kind = kindNamed(schema, input.kind) ?? null;
    const known = schema.kinds.map((k) => k.name).join("、");
    if (kind === null) return refuse(problem("BF4013", { name: input.kind, known }, { data }));
  }
  const reader = READERS.find((r) => r.endings.includes(extname(path).toLowerCase()));
  const limit = Math.min(
    options.limit ?? Number.POSITIVE_INFINITY,
    reader?.limit ?? Number.POSITIVE_INFINITY,
  );
  const text = readText(path, Number.isFinite(limit) ? { ...options, limit } : options);
  if (text.file === null) return { problems: text.problems, read: false };
  if (reader === undefined) return refuse(problem("BF4010", { path, endings: ENDINGS.join(" ") }, { data }));
  const problems = reader.read({ file: text.file, schema, kind, list: input.list, builder });
  return { problems: [...text.problems, ...problems], read: !problems.some(isUnreadable) };
}

/** A slip in the syntax or the form of a whole file: nothing of it was read. */
function isUnreadable(p: Problem): boolean {
  return /^BF40(?:1[234]|20|4\d|5[05])$/.test(p.code) && hasErrors([p]);
}

function readTable({ file, schema, kind, list, builder }: Reading): readonly Problem[] {
  const data = { file: file.path };
  const only = schema.kinds.length === 1 ? (schema.kinds[0] ?? null) : null;
  const of = kind ?? only ?? kindOfTable(file.text, schema);
  if (of === null) {
    const kinds = schema.kinds.map((k) => k.name).join("、");
    const example = `--data ${schema.kinds[0]?.name ?? ""}=${file.path}`;
    return [problem("BF4012", { kinds, path: file.path, example }, { data })];
  }
  const target = tableTarget(of, list);
  if (target === null) {
    const lists = of.columns.filter((c) => c.type.kind === "list").map((c) => c.name);
    const known = lists.join("、") || "—";
    return [problem("BF4014", { kind: of.name, name: list ?? "", known }, { data })];
  }
  return readCsv(file.path, file.text, target, builder);
}

function readStructured(
  { file, schema, kind, builder }: Reading,
  parse: (file: string, text: string) => ReadDocument,
): readonly Problem[] {
  const { document, problems } = parse(file.path, file.text);
  return document === null ? problems : [...problems, ...readCohort(document, schema, kind, builder)];
}
