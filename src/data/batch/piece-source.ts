import { type Problem, problem } from "../../diagnostics/problem.ts";
import { type DataSchema, type KindSchema, spellings } from "../../facts/data-schema.ts";
import { fold } from "../cells.ts";
import { kindOfHeader, kindOfTable } from "../csv.ts";
import { tableTarget } from "../csv-header.ts";
import { eachRow, findHeader, headerAmong } from "../csv-table.ts";
import type { DataInput } from "../data-files.ts";
import { type CsvFile, csvPieces, inspectCsv, Unsplittable } from "./csv-batches.ts";
import { chunksOf, type DuckdbTable, duckdbTable } from "./duckdb-batches.ts";
import type { Piece, PieceFrame } from "./piece-rows.ts";

/** A large table of subjects in pieces, each of which some thread computes. */
export interface PieceSource {
  readonly frame: PieceFrame;
  readonly notes: readonly Problem[];
  /** About how many there are. */
  readonly subjects: number;
  /** Rows of the file before those of the first piece. */
  readonly before: number;
  /** Every call goes through the file anew; `share` is how much of it has been read, 0 to 1. @throws Unsplittable */
  pieces(): AsyncGenerator<{ readonly piece: Piece; readonly share: number }>;
  close(): void;
}

export interface SourceOptions {
  /** CSV is read by DuckDB as well. */
  readonly duckdb: boolean;
  /** Megabytes that DuckDB may take. */
  readonly memory: number;
}

/** null: a file that is read as a whole; a problem: one that cannot be read at all. */
export async function pieceSource(
  input: DataInput,
  schema: DataSchema,
  options: SourceOptions,
): Promise<PieceSource | Problem | null> {
  if (input.list !== null) return null;
  if (/\.parquet$/i.test(input.path)) return parquetSource(input, schema, options);
  if (!/\.(?:csv|tsv|txt)$/i.test(input.path)) return null;
  return csvSource(input, schema, options);
}

async function csvSource(
  input: DataInput,
  schema: DataSchema,
  options: SourceOptions,
): Promise<PieceSource | Problem | null> {
  const { path } = input;
  const file = inspectCsv(path);
  const first = file === null ? null : firstPiece(path, file);
  if (file === null || first === null) return null;
  const kind = kindOf(input, schema, () => kindOfTable(first, schema));
  const target = kind === null ? null : tableTarget(kind, null);
  if (kind === null || target === null) return null;
  const known = new Set([...target.columns.flatMap(spellings), ...target.keys].map(fold));
  const { headerRow, delimiter, title } = findHeader(first, known, new Set(target.keys.map(fold)));
  if (headerRow === null) return null;
  let header: readonly string[] = [];
  eachRow(first, delimiter, (cells, row) => {
    if (row === headerRow) header = cells;
  });
  const frame: PieceFrame = { path, kind: kind.name, delimiter, header, headerRow };
  const notes = csvNotes(path, file, headerRow, title);
  const rows = options.duckdb && file.encoding === "UTF-8" && headerRow === 1 ? plainRows(path, file) : null;
  if (rows !== null) {
    const table = await duckdbTable({ path, delimiter, columns: header.length, rows }, options.memory);
    return "code" in table ? table : fromDuckdb(table, frame, notes);
  }
  return {
    frame,
    notes,
    subjects: Math.ceil((first.split("\n").length * file.size) / Math.max(1, Buffer.byteLength(first))),
    before: 0,
    async *pieces() {
      let isFirst = true;
      for (const { text, read } of csvPieces(path, file)) {
        yield { piece: { rows: text, first: isFirst }, share: read / file.size };
        isFirst = false;
      }
    },
    close() {},
  };
}

async function parquetSource(
  input: DataInput,
  schema: DataSchema,
  options: SourceOptions,
): Promise<PieceSource | Problem | null> {
  const table = await duckdbTable({ path: input.path }, options.memory);
  if ("code" in table) return table;
  const kind = kindOf(input, schema, () => kindOfHeader(table.names, schema));
  const target = kind === null ? null : tableTarget(kind, null);
  if (kind === null || target === null) {
    table.close();
    return null;
  }
  const known = new Set([...target.columns.flatMap(spellings), ...target.keys].map(fold));
  if (headerAmong([table.names], known, new Set(target.keys.map(fold))) === null) {
    table.close();
    return null;
  }
  const frame = { path: input.path, kind: kind.name, delimiter: ",", header: table.names, headerRow: 1 };
  return fromDuckdb(table, frame, []);
}

/** Rows are counted as in a table with its header in the first. */
function fromDuckdb(table: DuckdbTable, frame: PieceFrame, notes: readonly Problem[]): PieceSource {
  return {
    frame,
    notes,
    subjects: table.rows,
    before: 1,
    async *pieces() {
      let [first, read] = [true, 0];
      for await (const rows of chunksOf(table)) {
        read += rows.length;
        yield { piece: { rows, first }, share: table.rows === 0 ? 1 : read / table.rows };
        first = false;
      }
    },
    close: () => table.close(),
  };
}

function kindOf(input: DataInput, schema: DataSchema, guess: () => KindSchema | null): KindSchema | null {
  if (input.kind !== null) return schema.kinds.find((k) => k.name === input.kind) ?? null;
  return schema.kinds.length === 1 ? (schema.kinds[0] ?? null) : guess();
}

function csvNotes(path: string, file: CsvFile, headerRow: number, title: string): Problem[] {
  const data = { file: path };
  const notes: Problem[] = [];
  if (file.encoding !== "UTF-8") notes.push(problem("BF4008", { path, encoding: file.encoding }, { data }));
  if (headerRow > 1) {
    const parameters = { header: headerRow, count: headerRow - 1, title: title.slice(0, 40) };
    notes.push(problem("BF4029", parameters, { data: { ...data, row: 1 } }));
  }
  return notes;
}

function firstPiece(path: string, file: CsvFile): string | null {
  try {
    for (const piece of csvPieces(path, file)) return piece.text;
  } catch (error) {
    if (!(error instanceof Unsplittable)) throw error;
  }
  return null;
}

/** How many rows; null: some are blank, over which DuckDB passes, so that rows after one would be counted wrongly. */
function plainRows(path: string, file: CsvFile): number | null {
  let rows = 0;
  for (const { text } of csvPieces(path, file)) {
    if (/^\n|\n\n|^$/.test(text)) return null;
    rows += text.split("\n").length;
  }
  return rows;
}
