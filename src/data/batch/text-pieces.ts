import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { decode, type Encoding } from "../decode.ts";
import { Unsplittable } from "../unsplittable.ts";

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
 * @throws Unsplittable where the text is not in the encoding that its beginning shows
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
    for (let read = 0; ; ) {
      const count = readSync(handle, buffer, 0, Math.min(buffer.length, next()), null);
      read += count;
      yield { text: text(decoder, buffer.subarray(0, count), count > 0), read };
      if (count === 0) return;
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
