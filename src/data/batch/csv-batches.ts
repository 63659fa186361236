import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { decode, type Encoding } from "../decode.ts";
import { Unsplittable } from "../unsplittable.ts";

/**
 * A large CSV file in pieces that end where a row ends. The pieces together are the text that reading the whole file
 * would give; what cannot be cut with certainty is left to that way (`null`, or a throw of {@link Unsplittable}).
 */

export interface CsvPiece {
  /** Whole rows, line ends unified, without the last one. */
  readonly text: string;
  /** Bytes of the file read so far. */
  readonly read: number;
}

/** Bytes read at once: what a thread computes before it takes the next. */
const CHUNK = 256 * 1024;
/** Longest row; beyond it a quote has probably no partner. */
const LONGEST_ROW = 64 * 1024 * 1024;

export { Unsplittable };

export interface CsvFile {
  readonly size: number;
  readonly encoding: Encoding;
}

/** null: not a text that can be read in pieces, or none at all. */
export function inspectCsv(path: string): CsvFile | null {
  let handle: number | undefined;
  try {
    handle = openSync(path, "r");
    const status = fstatSync(handle);
    if (!status.isFile() || status.size === 0) return null;
    const head = Buffer.alloc(Math.min(status.size, 1024 * 1024));
    const length = readSync(handle, head, 0, head.length, 0);
    const decoded = decode(length < status.size ? wholeCharacters(head) : head.subarray(0, length));
    return decoded.kind === "text" ? { size: status.size, encoding: decoded.encoding } : null;
  } catch {
    return null;
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/** The beginning of a text up to where a character ends in whatever encoding. */
function wholeCharacters(head: Buffer): Buffer {
  const wide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  if (!wide) return head.subarray(0, head.lastIndexOf(10) + 1 || head.length);
  const high = head[0] === 0xff ? head.length - 1 : head.length - 2;
  // The first half of a pair goes without its other half.
  return head.subarray(0, head.length - ((head[high]! & 0xfc) === 0xd8 ? 2 : 0));
}

/** @throws Unsplittable where the text is not in the encoding that its beginning shows */
export function* csvPieces(path: string, { encoding }: CsvFile, chunk = CHUNK): Generator<CsvPiece> {
  const handle = openSync(path, "r");
  try {
    const decoder = new TextDecoder(encoding.toLowerCase(), { fatal: true });
    const buffer = Buffer.allocUnsafe(chunk);
    let pending = "";
    let read = 0;
    for (;;) {
      const count = readSync(handle, buffer, 0, chunk, null);
      read += count;
      pending += text(decoder, buffer.subarray(0, count), count > 0);
      if (count === 0) {
        if (pending !== "") yield { text: unified(pending), read };
        return;
      }
      const cut = lastRowEnd(pending);
      if (cut < 0) {
        if (pending.length > LONGEST_ROW) throw new Unsplittable();
        continue;
      }
      yield { text: unified(pending.slice(0, cut)), read };
      pending = pending.slice(cut + 1);
    }
  } finally {
    closeSync(handle);
  }
}

function text(decoder: InstanceType<typeof TextDecoder>, bytes: Uint8Array, more: boolean): string {
  try {
    return decoder.decode(bytes, { stream: more });
  } catch {
    throw new Unsplittable();
  }
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
