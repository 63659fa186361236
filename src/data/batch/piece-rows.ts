import type { Problem } from "../../diagnostics/problem.ts";
import type { DataSchema, KindSchema } from "../../facts/data-schema.ts";
import { CohortBuilder } from "../cohort.ts";
import { type TableTarget, tableTarget } from "../csv-header.ts";
import { eachRow } from "../csv-table.ts";
import { Table } from "../table.ts";
import { Unsplittable } from "./csv-batches.ts";

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
  readonly rows: string | readonly (readonly string[])[];
  /** The first one says what is wrong with the header; where it is text, it begins with it. */
  readonly first: boolean;
}

/** Subjects that are evaluated together. Rows are counted from the beginning of the piece. */
export interface RowBatch {
  readonly builder: CohortBuilder;
  readonly subjects: number;
  readonly problems: readonly Problem[];
}

/** Enough that the program runs warm, few enough to be forgotten soon. */
const BATCH = 1000;
/** The row of a header that stands in another piece. */
const ELSEWHERE = 0;

/** The rows of a piece, some at a time. @returns how many rows it has @throws Unsplittable */
export function eachBatch(
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
    const problems = [...table.finish(), ...builder.problems()].filter(
      (p) => p.code !== NO_ROWS && p.data?.row !== ELSEWHERE,
    );
    visit({ builder, subjects: builder.cohort()[frame.kind]?.length ?? 0, problems });
    first = false;
    lines = [];
  };
  const add = (cells: readonly string[]): void => {
    row++;
    lines.push(cells);
    if (lines.length === BATCH) flush();
  };
  if (typeof piece.rows !== "string") for (const cells of piece.rows) add(cells);
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

/** A file without rows under its header: of a piece that is no mistake. */
const NO_ROWS = "BF4034";
