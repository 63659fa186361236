import { closeSync, createReadStream, fstatSync, openSync, readSync } from "node:fs";
import { createInflateRaw, inflateRawSync } from "node:zlib";
import { Unsplittable } from "../unsplittable.ts";
import { directory, type Part } from "./guard.ts";

/** A zip file of which only the directory is read beforehand. */
export interface ZipFile {
  readonly path: string;
  readonly size: number;
  /** By name. */
  readonly parts: ReadonlyMap<string, Part>;
}

/** Where a directory has room enough; it stands at the end. */
const END = 4 * 1024 * 1024;
const CHUNK = 256 * 1024;

/** null: not one that a spreadsheet program writes. */
export function openZip(path: string): ZipFile | null {
  const handle = openSync(path, "r");
  try {
    const { size } = fstatSync(handle);
    const base = Math.max(0, size - END);
    const parts = directory(read(handle, base, size - base), base);
    return parts === null ? null : { path, size, parts: new Map(parts.map((p) => [p.name, p])) };
  } finally {
    closeSync(handle);
  }
}

/** A small part as text; null: there is none, or one larger than that. */
export function partText(zip: ZipFile, name: string, limit: number): string | null {
  const part = zip.parts.get(name);
  if (part === undefined || part.size > limit) return null;
  const handle = openSync(zip.path, "r");
  try {
    const packed = read(handle, startOf(handle, part), part.packed);
    const bytes = part.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: part.size + 1 });
    return new TextDecoder("utf-8").decode(bytes);
  } catch (error) {
    throw new Unsplittable(String(error));
  } finally {
    closeSync(handle);
  }
}

export interface PartPiece {
  readonly text: string;
  /** How much of the part has been unpacked, 0 to 1. */
  readonly share: number;
}

/** A part as text, some of it at a time. @throws Unsplittable */
export async function* partPieces(zip: ZipFile, part: Part): AsyncGenerator<PartPiece> {
  if (part.packed === 0) return;
  const handle = openSync(zip.path, "r");
  let start: number;
  try {
    start = startOf(handle, part);
  } finally {
    closeSync(handle);
  }
  const file = createReadStream(zip.path, { start, end: start + part.packed - 1, highWaterMark: CHUNK });
  const unpacked = part.method === 0 ? file : file.pipe(createInflateRaw({ chunkSize: CHUNK }));
  if (unpacked !== file) file.on("error", (error) => unpacked.destroy(error));
  const decoder = new TextDecoder("utf-8");
  let size = 0;
  try {
    for await (const chunk of unpacked as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      // A part that is larger than its directory says may be of any size.
      if (size > part.size) throw new Unsplittable();
      yield { text: decoder.decode(chunk, { stream: true }), share: size / part.size };
    }
    if (size < part.size) throw new Unsplittable();
  } catch (error) {
    throw error instanceof Unsplittable ? error : new Unsplittable(String(error));
  } finally {
    file.destroy();
    unpacked.destroy();
  }
}

/** Where the bytes of a part begin. */
function startOf(handle: number, part: Part): number {
  const head = read(handle, part.at, 30);
  if (head.length < 30 || head.readUInt32LE(0) !== 0x04034b50 || (part.method !== 0 && part.method !== 8))
    throw new Unsplittable();
  return part.at + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
}

function read(handle: number, from: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  let got = 0;
  while (got < length) {
    const count = readSync(handle, bytes, got, length - got, from + got);
    if (count === 0) break;
    got += count;
  }
  return bytes.subarray(0, got);
}

/** A zip file of a few texts, unpacked: what the library reads of a piece. */
export function storedZip(parts: Readonly<Record<string, string>>): Uint8Array {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(parts)) {
    const bytes = Buffer.from(text, "utf8");
    const path = Buffer.from(name, "utf8");
    // Version, flags, method, time, date, and a checksum of zero: none.
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(bytes.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(path.length, 22);
    const entry = Buffer.alloc(42);
    entry.writeUInt16LE(20, 0);
    common.copy(entry, 2);
    entry.writeUInt32LE(at, 38);
    central.push(CENTRAL, entry, path);
    local.push(LOCAL, common, path, bytes);
    at += 30 + path.length + bytes.length;
  }
  const directoryBytes = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Object.keys(parts).length, 4);
  end.writeUInt16LE(Object.keys(parts).length, 6);
  end.writeUInt32LE(directoryBytes.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...local, directoryBytes, END_SIGN, end]);
}

const LOCAL = Buffer.from("504b0304", "hex");
const CENTRAL = Buffer.from("504b0102", "hex");
const END_SIGN = Buffer.from("504b0506", "hex");
