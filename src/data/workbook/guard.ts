import { inflateRawSync } from "node:zlib";

/**
 * What a workbook would become in memory, found out before it is read: a file of some kilobytes can unpack to
 * gigabytes, and two cells in far corners span a sheet of seventeen thousand million. The reader behind this has
 * limits of its own, but they stand where the memory has already been taken.
 */

/** Bytes of all parts together, unpacked. */
export const MOST_UNPACKED = 200 * 1024 * 1024;
/** Parts of the package. */
const MOST_PARTS = 2000;
/** Cells written down in the sheets, and cells of the rectangles that they span. */
export const MOST_CELLS = 1_500_000;
const MOST_SPANNED = 6_000_000;
/** Definitions of columns; each may stand for all columns of a sheet. */
const MOST_COLUMN_DEFINITIONS = 2000;

export type GuardedFault =
  /** No zip file, or not one that Excel writes. */
  | { readonly kind: "damaged" }
  | { readonly kind: "too-large"; readonly megabytes: number; readonly limit: number }
  | { readonly kind: "too-many-cells"; readonly limit: number };

/** Of one that is read in pieces: what matters is how long that takes and what must be kept meanwhile. */
export const MOST_STREAMED = 4096 * 1024 * 1024;
export const MOST_STREAMED_CELLS = 50_000_000;
export const MOST_STREAMED_SPANNED = 400_000_000;

const DAMAGED: GuardedFault = { kind: "damaged" };

/** null: nothing speaks against reading it. */
export function workbookFault(bytes: Uint8Array): GuardedFault | null {
  const parts = directory(bytes);
  if (parts === null) return DAMAGED;
  const large = tooLarge(parts, MOST_UNPACKED);
  if (large !== null) return large;
  let written = 0;
  let spanned = 0;
  for (const part of parts) {
    if (part.size === 0) continue;
    const xml = unpack(bytes, part);
    if (xml === null) return DAMAGED;
    // Any part can be named as a sheet, whatever it is called itself.
    if (!xml.includes("sheetData")) continue;
    const extent = extentOf(xml);
    if (extent === null) return DAMAGED;
    written += extent.written;
    spanned += extent.spanned;
    if (written > MOST_CELLS || spanned > MOST_SPANNED) return { kind: "too-many-cells", limit: MOST_CELLS };
  }
  return null;
}

/** The parts of a workbook that was made here, unpacked. */
export function unpackedParts(bytes: Uint8Array): Map<string, Buffer> {
  return new Map(
    (directory(bytes) ?? []).map((part) => [part.name, Buffer.from(unpack(bytes, part) ?? "", "latin1")]),
  );
}

/** The parts together unpack to more than that. */
export function tooLarge(parts: readonly Part[], limit: number): GuardedFault | null {
  const total = parts.reduce((sum, p) => sum + p.size, 0);
  const megabyte = 1024 * 1024;
  if (total <= limit) return null;
  return {
    kind: "too-large",
    megabytes: Math.ceil(total / megabyte),
    limit: Math.round(limit / megabyte),
  };
}

/** A part of the package, as its directory has it. */
export interface Part {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
}

/**
 * The parts of the package; null when its directory is not one that a spreadsheet program writes.
 * @param base where in the file the bytes begin: its end is enough
 */
export function directory(bytes: Uint8Array, base = 0): Part[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = -1;
  for (let i = bytes.length - 22; i >= 0 && i >= bytes.length - 65557; i--) {
    if (view.getUint32(i, true) === 0x06054b50) {
      end = i;
      break;
    }
  }
  if (end < 0) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true) - base;
  // The largest numbers stand for an extended directory, which files of the size read here have no use for.
  if (count > MOST_PARTS || at + base === 0xffffffff || at < 0) return null;
  const parts: Part[] = [];
  const names = new TextDecoder();
  const seen = new Set<string>();
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return null;
    const nameLength = view.getUint16(at + 28, true);
    const part: Part = {
      name: names.decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    };
    // Of a size that is not said, or not so that it could be, nobody knows what it unpacks to.
    if (part.size === 0xffffffff || part.packed === 0xffffffff) return null;
    if ((part.packed === 0 || part.size === 0) && !/\/$/.test(part.name)) {
      if (part.size !== 0 || part.packed > 2) return null;
    }
    if (seen.has(part.name)) return null;
    seen.add(part.name);
    parts.push(part);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return parts;
}

/** The part, at most as large as it says it is. */
function unpack(bytes: Uint8Array, part: Part): string | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (part.at + 30 > bytes.length || view.getUint32(part.at, true) !== 0x04034b50) return null;
  const start = part.at + 30 + view.getUint16(part.at + 26, true) + view.getUint16(part.at + 28, true);
  const packed = bytes.subarray(start, start + part.packed);
  if (packed.length < part.packed) return null;
  try {
    if (part.method === 0) return Buffer.from(packed).toString("latin1");
    if (part.method !== 8) return null;
    return inflateRawSync(packed, { maxOutputLength: part.size }).toString("latin1");
  } catch {
    return null;
  }
}

const CELL_TAG = /<(?:[\w.-]{1,20}:)?c[\s/>]/g;
const COLUMN_TAG = /<(?:[\w.-]{1,20}:)?col[\s/]/g;
/** The rest of a tag in the one way in which spreadsheet programs write it: no entities, no `>` in a value. */
export const ATTRIBUTES = /^(?:\s+[\w:.-]+\s*=\s*(?:"[^"<>&]*"|'[^'<>&]*'))*\s*\/?$/;
const REFERENCE = /\sr\s*=\s*["']\$?([A-Za-z]{1,3})\$?(\d{1,7})["']/;
const ANY_REFERENCE = /\sr\s*=/;

/** Cells written down in a sheet, and the size of the rectangle they span; null: written in an unknown way. */
function extentOf(xml: string): { readonly written: number; readonly spanned: number } | null {
  let written = 0;
  let rows = 0;
  let columns = 0;
  CELL_TAG.lastIndex = 0;
  for (let found = CELL_TAG.exec(xml); found !== null; found = CELL_TAG.exec(xml)) {
    if (++written > MOST_CELLS) return { written, spanned: written };
    const start = CELL_TAG.lastIndex - 1;
    const end = xml.indexOf(">", start);
    if (end < 0 || end - start > 1000) return null;
    const attributes = xml.slice(start, end);
    if (!ATTRIBUTES.test(attributes)) return null;
    const reference = REFERENCE.exec(attributes);
    if (reference === null) {
      if (ANY_REFERENCE.test(attributes)) return null;
      // It follows the cell before it and spans no more than itself.
      continue;
    }
    rows = Math.max(rows, Number(reference[2]));
    columns = Math.max(columns, columnNumber(reference[1]!));
  }
  const definitions = xml.match(COLUMN_TAG)?.length ?? 0;
  return definitions > MOST_COLUMN_DEFINITIONS ? null : { written, spanned: rows * columns };
}

/** A column's number, from 1. */
export function columnNumber(letters: string): number {
  let number = 0;
  for (const c of letters.toUpperCase()) number = number * 26 + c.charCodeAt(0) - 64;
  return number;
}
