import type { DataSchema, KindSchema } from "../../facts/data-schema.ts";
import { CohortBuilder } from "../cohort.ts";
import { type TableTarget, tableTarget } from "../csv-header.ts";
import { eachRow } from "../csv-table.ts";
import { Table } from "../table.ts";
import { Unsplittable } from "./csv-batches.ts";
import { type PartitionFrame, partitionBatch } from "./partition-rows.ts";
import { ELSEWHERE, isOfPart, type RowBatch } from "./row-batch.ts";

/** What all pieces of a file have in common; plain data, so that it may go to another thread. */
export interface PieceFrame {
  readonly path: string;
  readonly kind: string;
  readonly delimiter: string;
  readonly header: readonly string[];
  readonly headerRow: number;
}

/** Whole rows of a file, as text or as the texts of their cells. */
export interface Piece {
  /** Bytes: lines of a partition, of all tables. */
  readonly rows: string | readonly (readonly string[])[] | Uint8Array;
  /** The first one says what is wrong with the header; where it is text, it begins with it. */
  readonly first: boolean;
}

/** Enough that the program runs warm, few enough to be forgotten soon. */
const BATCH = 1000;

/**
 * The rows of a piece, some at a time; those of a table are counted from the beginning of the piece.
 * @returns how many rows it has
 * @throws Unsplittable
 */
export function eachBatch(
  piece: Piece,
  frame: PieceFrame | PartitionFrame,
  schema: DataSchema,
  visit: (batch: RowBatch) => void,
): number {
  if (!("tables" in frame)) return eachOfTable(piece, frame, schema, visit);
  const batch = partitionBatch(piece.rows as Uint8Array, piece.first, frame, schema);
  visit(batch);
  return batch.rows;
}

function eachOfTable(
  piece: Piece,
  frame: PieceFrame,
  schema: DataSchema,
  visit: (batch: RowBatch) => void,
): number {
  const kind = schema.kinds.find((k) => k.name === frame.kind) as KindSchema;
  const target = tableTarget(kind, null) as TableTarget;
  let row = 0;
  let lines: (readonly string[])[] = [];
  let first = piece.first;
  const flush = (): void => {
    const builder = new CohortBuilder(schema);
    const table = new Table({ file: frame.path }, target, builder);
    table.header(frame.header, first ? frame.headerRow : ELSEWHERE);
    const from = row - lines.length;
    for (const [i, cells] of lines.entries()) table.row({ cells }, from + i + 1);
    visit({ builder, past: [], problems: [...table.finish(true), ...builder.problems()].filter(isOfPart) });
    first = false;
    lines = [];
  };
  const add = (cells: readonly string[]): void => {
    row++;
    lines.push(cells);
    if (lines.length === BATCH) flush();
  };
  if (typeof piece.rows !== "string")
    for (const cells of piece.rows as readonly (readonly string[])[]) add(cells);
  else
    eachRow(piece.rows, frame.delimiter, (cells, number, badQuote) => {
      // After a quote without a partner, where rows end depends on the whole file.
      if (badQuote) throw new Unsplittable();
      if (piece.first && number <= frame.headerRow) row++;
      else add(cells);
    });
  if (lines.length > 0 || first) flush();
  return row;
}
