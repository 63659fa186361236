import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { decode, type Encoding } from "../decode.ts";
import { BrokenText } from "../unsplittable.ts";

/** A large text, some of it at a time; whatever its encoding, no character is cut. */
export interface LargeText {
  readonly size: number;
  readonly encoding: Encoding;
}

export interface TextPiece {
  readonly text: string;
  /** Bytes of the file read so far. */
  readonly read: number;
}

/** Bytes read at once: what a thread computes before it takes the next. */
const CHUNK = 256 * 1024;
/** Bytes of which the encoding is told. */
const HEAD = 1024 * 1024;

/** null: not a text that can be read in pieces, or none at all. */
export function inspectText(path: string): LargeText | null {
  let handle: number | undefined;
  try {
    handle = openSync(path, "r");
    const status = fstatSync(handle);
    if (!status.isFile() || status.size === 0) return null;
    const head = Buffer.alloc(Math.min(status.size, HEAD));
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

/**
 * @param chunk bytes to be read at once, or how many next; never more than are read unless it is said
 * @throws BrokenText where the text is not in the encoding that its beginning shows
 */
export function* textPieces(
  path: string,
  { encoding }: LargeText,
  chunk: number | (() => number) = CHUNK,
): Generator<TextPiece> {
  const handle = openSync(path, "r");
  try {
    const decoder = new TextDecoder(encoding.toLowerCase(), { fatal: true });
    const next = typeof chunk === "number" ? () => chunk : chunk;
    const buffer = Buffer.allocUnsafe(typeof chunk === "number" ? chunk : CHUNK);
    let line = 1;
    for (let read = 0; ; ) {
      const count = readSync(handle, buffer, 0, Math.min(buffer.length, next()), null);
      const bytes = buffer.subarray(0, count);
      read += count;
      let text: string;
      try {
        text = decoder.decode(bytes, { stream: count > 0 });
      } catch {
        throw new BrokenText(path, line + linesBefore(bytes, encoding), "no-text");
      }
      yield { text, read };
      if (count === 0) return;
      for (let at = bytes.indexOf(LINE_END); at >= 0; at = bytes.indexOf(LINE_END, at + 1)) line++;
    }
  } finally {
    closeSync(handle);
  }
}

const LINE_END = 10;

/** How many lines end before the one that is no text; no byte of a longer character is a line end, but in UTF-16. */
function linesBefore(bytes: Buffer, encoding: Encoding): number {
  if (encoding.startsWith("UTF-16")) return 0;
  let lines = 0;
  for (let from = 0; from < bytes.length; lines++) {
    const end = bytes.indexOf(LINE_END, from);
    const line = bytes.subarray(from, end < 0 ? bytes.length : end);
    // The first one began in what was read before: it is the one if no other is. The last may go on in what follows.
    if (from > 0 && !isText(line, encoding, end < 0)) return lines;
    if (end < 0) break;
    from = end + 1;
  }
  return 0;
}

function isText(bytes: Uint8Array, encoding: Encoding, stream: boolean): boolean {
  try {
    new TextDecoder(encoding.toLowerCase(), { fatal: true }).decode(bytes, { stream });
    return true;
  } catch {
    return false;
  }
}
