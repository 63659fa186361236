import type { Problem } from "../../diagnostics/problem.ts";
import type { DataSchema } from "../../facts/data-schema.ts";
import type { DataInput } from "../input-target.ts";
import { type CsvFile, csvPieces } from "./csv-batches.ts";
import { chunksOf, type DuckdbTable, duckdbTable } from "./duckdb-batches.ts";
import type { Group, Sample } from "./group.ts";
import type { Pace } from "./pace.ts";
import type { PartitionFrame } from "./partition-rows.ts";
import type { Piece, PieceFrame } from "./piece-rows.ts";
import { openCsv } from "./streams/csv.ts";
import { knowsHeader, openParquet } from "./streams/parquet.ts";
import type { StreamInput, StreamOptions } from "./streams/stream.ts";

/** The data of a run in pieces, each of which some thread computes. */
export interface PieceSource {
  readonly frame: PieceFrame | PartitionFrame;
  /** Kinds of subjects that there are any of. */
  readonly kinds: readonly string[];
  /** Megabytes that it takes while it is read. */
  readonly memory: number;
  /** By piece, the places of its subjects in the result, from 0; null: they come in the order of the result. */
  readonly places: ((piece: number) => Uint32Array) | null;
  readonly notes: readonly Problem[];
  /** About how many there are. */
  readonly subjects: number;
  /** Rows of the file before those of the first piece. */
  readonly before: number;
  /** Every call goes through the file anew; `share` is how much of it has been read, 0 to 1. @throws Unsplittable */
  pieces(): AsyncGenerator<{ readonly piece: Piece; readonly share: number }>;
  /** A sample of the largest group that cannot be cut, where there is a large one. */
  heaviest?(): (Sample & { readonly piece: number }) | null;
  /** Whom a piece consists of, where it is one group too large to be cut: all of it is linked. */
  group?(piece: number): Group | null;
  close(): void;
}

export interface SourceOptions extends StreamOptions {
  /** CSV is read by DuckDB as well. */
  readonly duckdb: boolean;
}

/** null: a file that is read as a whole; a problem: one that cannot be read at all. */
export async function pieceSource(
  input: DataInput,
  schema: DataSchema,
  options: SourceOptions,
): Promise<PieceSource | Problem | null> {
  if (input.list !== null) return null;
  const of: StreamInput = { input, schema, options };
  if (/\.parquet$/i.test(input.path)) return parquetSource(of);
  return /\.(?:csv|tsv|txt)$/i.test(input.path) ? csvSource(of, options.duckdb) : null;
}

async function csvSource(of: StreamInput, duckdb: boolean): Promise<PieceSource | Problem | null> {
  const open = openCsv(of);
  if (!("file" in open)) return null;
  const { path, file, target, delimiter, header, headerRow, notes } = open;
  const frame: PieceFrame = { path, kind: target.kind.name, delimiter, header, headerRow };
  const rows =
    duckdb && file.encoding === "UTF-8" && headerRow === 1
      ? await plainRows(path, file, of.options.pace)
      : null;
  if (rows !== null) {
    const table = await duckdbTable({ path, delimiter, columns: header.length, rows }, of.options.memory);
    return "code" in table ? table : fromDuckdb(table, frame, notes);
  }
  return {
    ...{ frame, notes, kinds: [frame.kind], memory: 0, places: null },
    subjects: open.rows,
    before: 0,
    async *pieces() {
      let isFirst = true;
      for (const { text, read } of csvPieces(path, file, of.options.chunk)) {
        await of.options.pace.turn();
        yield { piece: { rows: text, first: isFirst }, share: read / file.size };
        isFirst = false;
      }
    },
    close() {},
  };
}

async function parquetSource(of: StreamInput): Promise<PieceSource | Problem | null> {
  const open = await openParquet(of);
  if ("problem" in open) return /^BF401[234]$/.test(open.problem.code) ? null : open.problem;
  if ("whole" in open) return null;
  const { table, target } = open;
  if (!knowsHeader(open)) {
    table.close();
    return null;
  }
  const kind = target.kind.name;
  const frame = { path: of.input.path, kind, delimiter: ",", header: table.names, headerRow: 1 };
  return fromDuckdb(table, frame, []);
}

/** Rows are counted as in a table with its header in the first. */
function fromDuckdb(table: DuckdbTable, frame: PieceFrame, notes: readonly Problem[]): PieceSource {
  return {
    ...{ frame, notes, kinds: [frame.kind], memory: 0, places: null },
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

/** How many rows; null: some are blank, over which DuckDB passes, so that rows after one would be counted wrongly. */
async function plainRows(path: string, file: CsvFile, pace: Pace): Promise<number | null> {
  let rows = 0;
  for (const { text, read } of csvPieces(path, file)) {
    await pace.looked(path, read / file.size);
    if (/^\n|\n\n|^$/.test(text)) return null;
    rows += text.split("\n").length;
  }
  return rows;
}
