import { BrokenText, Unsplittable } from "../unsplittable.ts";
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

/** Characters of the longest row; beyond it a quote has probably no partner. */
const LONGEST_ROW = 4 * 1024 * 1024;

/** What a piece with short rows may have: what is made of each takes far more memory than its text. */
const ROWS = 3000;
const LEAST_CHUNK = 4096;
/** Of which it is told how long rows are. */
const FIRST_CHUNK = 16 * 1024;

/** @throws Unsplittable where the text is not in the encoding that its beginning shows */
export function* csvPieces(path: string, file: CsvFile, chunk?: number): Generator<CsvPiece> {
  const rows = new PendingRows();
  let read = 0;
  let next = FIRST_CHUNK;
  // The line in which the row begins that is not whole yet.
  let [line, last] = [1, 1];
  for (const piece of textPieces(path, file, chunk ?? (() => next))) {
    const ends = linesIn(piece.text);
    // So many bytes that about as many rows are in them as a piece may have, if rows go on like these.
    next = Math.max(LEAST_CHUNK, Math.floor(((piece.read - read) / (ends + 1)) * ROWS));
    read = piece.read;
    const text = rows.take(piece.text);
    last += ends;
    if (text !== null) {
      yield { text: unified(text), read };
      line = last - linesIn(rows.pending);
    } else if (rows.length > LONGEST_ROW) throw new BrokenText(path, line, "endless-row");
  }
  if (rows.length > 0) yield { text: unified(rows.rest()), read };
}

/** Text of which the last row is not whole yet. Each part is looked at once, however long a row becomes. */
class PendingRows {
  #parts: string[] = [];
  #quoted = false;
  length = 0;

  /** Adds a part. @returns the rows that are whole with it, without the last line end; null: none */
  take(part: string): string | null {
    const cut = this.#lastRowEnd(part);
    if (cut < 0) {
      this.#add(part);
      return null;
    }
    this.#add(part.slice(0, cut));
    const rows = this.rest();
    this.#add(part.slice(cut + 1));
    return rows;
  }

  get pending(): string {
    return this.#parts.join("");
  }

  rest(): string {
    const text = this.pending;
    this.#parts = [];
    this.length = 0;
    return text;
  }

  #add(part: string): void {
    if (part === "") return;
    this.#parts.push(part);
    this.length += part.length;
  }

  /** Index of the last line feed that stands outside of quotes. */
  #lastRowEnd(part: string): number {
    if (!part.includes('"')) return this.#quoted ? -1 : part.lastIndexOf("\n");
    let end = -1;
    for (let i = 0; i < part.length; i++) {
      const c = part.charCodeAt(i);
      if (c === 0x22) this.#quoted = !this.#quoted;
      else if (c === 0x0a && !this.#quoted) end = i;
    }
    return end;
  }
}

function linesIn(text: string): number {
  let lines = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines++;
  return lines;
}

const unified = (rows: string): string =>
  rows.includes("\r") ? rows.replace(/\r\n?/g, "\n").replace(/\n$/, "") : rows;
