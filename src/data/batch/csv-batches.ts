import { Unsplittable } from "../unsplittable.ts";
import { type LargeText, textPieces } from "./text-pieces.ts";

/**
 * A large CSV file in pieces that end where a row ends. The pieces together are the text that reading the whole file
 * would give; what cannot be cut with certainty is left to that way (a throw of {@link Unsplittable}).
 */

export interface CsvPiece {
  /** Whole rows, line ends unified, without the last one. */
  readonly text: string;
  /** Bytes of the file read so far. */
  readonly read: number;
}

export type CsvFile = LargeText;
export { inspectText as inspectCsv } from "./text-pieces.ts";
export { Unsplittable };

/** Longest row; beyond it a quote has probably no partner. */
const LONGEST_ROW = 64 * 1024 * 1024;

/** What a piece with short rows may have: what is made of each takes far more memory than its text. */
const ROWS = 3000;
const LEAST_CHUNK = 4096;
/** Of which it is told how long rows are. */
const FIRST_CHUNK = 16 * 1024;

/** @throws Unsplittable where the text is not in the encoding that its beginning shows */
export function* csvPieces(path: string, file: CsvFile, chunk?: number): Generator<CsvPiece> {
  let pending = "";
  let read = 0;
  let next = FIRST_CHUNK;
  for (const piece of textPieces(path, file, chunk ?? (() => next))) {
    next = chunkFor(piece.read - read, piece.text);
    pending += piece.text;
    read = piece.read;
    const cut = lastRowEnd(pending);
    if (cut < 0) {
      if (pending.length > LONGEST_ROW) throw new Unsplittable();
      continue;
    }
    yield { text: unified(pending.slice(0, cut)), read };
    pending = pending.slice(cut + 1);
  }
  if (pending !== "") yield { text: unified(pending), read };
}

/** So many bytes that about as many rows are in them as a piece may have, if rows go on like these. */
function chunkFor(bytes: number, text: string): number {
  let lines = 1;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines++;
  return Math.max(LEAST_CHUNK, Math.floor((bytes / lines) * ROWS));
}

/** Index of the last line feed that stands outside of quotes; the text begins at a row. */
function lastRowEnd(rows: string): number {
  if (!rows.includes('"')) return rows.lastIndexOf("\n");
  let quoted = false;
  let end = -1;
  for (let i = 0; i < rows.length; i++) {
    const c = rows.charCodeAt(i);
    if (c === 0x22) quoted = !quoted;
    else if (c === 0x0a && !quoted) end = i;
  }
  return end;
}

const unified = (rows: string): string =>
  rows.includes("\r") ? rows.replace(/\r\n?/g, "\n").replace(/\n$/, "") : rows;
