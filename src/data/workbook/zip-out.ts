import { Readable } from "node:stream";
import { createDeflateRaw } from "node:zlib";

/** A zip file that is written from its beginning to its end, so that no part of it need be in memory. */
export class ZipOut {
  readonly #write: (bytes: Uint8Array) => void;
  readonly #directory: Buffer[] = [];
  readonly #most: number;
  #at = 0;

  /**
   * @param write throws what cannot be written
   * @param most bytes of a part and of the file
   */
  constructor(write: (bytes: Uint8Array) => void, most = MOST) {
    this.#most = most;
    this.#write = (bytes) => {
      write(bytes);
      this.#at += bytes.length;
    };
  }

  /** @throws TooLarge */
  async part(name: string, content: Iterable<Uint8Array>): Promise<void> {
    const start = this.#at;
    const named = Buffer.from(name, "utf8");
    this.#write(Buffer.concat([localHeader(named), named]));
    const began = this.#at;
    let crc = 0xffffffff;
    let size = 0;
    const most = this.#most;
    const counted = function* (): Generator<Uint8Array> {
      for (const bytes of content) {
        crc = crcOf(crc, bytes);
        size += bytes.length;
        if (size > most) throw new TooLarge();
        yield bytes;
      }
    };
    const source = Readable.from(counted(), { objectMode: false });
    const packing = createDeflateRaw({ level: 5 });
    // What fails at the source ends the packing as well.
    source.on("error", (error) => packing.destroy(error));
    for await (const packed of source.pipe(packing)) this.#write(packed as Uint8Array);
    const packedSize = this.#at - began;
    if (this.#at > most) throw new TooLarge();
    const sums = Buffer.alloc(12);
    sums.writeUInt32LE((crc ^ 0xffffffff) >>> 0, 0);
    sums.writeUInt32LE(packedSize, 4);
    sums.writeUInt32LE(size, 8);
    const mark = Buffer.alloc(4);
    mark.writeUInt32LE(DESCRIPTOR, 0);
    this.#write(Buffer.concat([mark, sums]));
    this.#directory.push(directoryEntry(named, sums, start));
  }

  end(): void {
    const start = this.#at;
    const entries = Buffer.concat(this.#directory);
    this.#write(entries);
    const end = Buffer.alloc(22);
    end.writeUInt32LE(END, 0);
    end.writeUInt16LE(this.#directory.length, 8);
    end.writeUInt16LE(this.#directory.length, 10);
    end.writeUInt32LE(entries.length, 12);
    end.writeUInt32LE(start, 16);
    this.#write(end);
  }
}

/** It would not fit into a zip file of the kind that every program reads. */
export class TooLarge extends Error {}

/** Most bytes of a part or of the file. */
const MOST = 0xffffffff - 0x100000;

const LOCAL = 0x04034b50;
const DESCRIPTOR = 0x08074b50;
const ENTRY = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
/** Sums stand behind the part; names are in UTF-8. */
const FLAGS = 0x0808;
const DEFLATED = 8;
/** The first day that a zip file can say: equal content gives equal bytes. */
const DATE = 0x21;

function localHeader(name: Buffer): Buffer {
  const h = Buffer.alloc(30);
  h.writeUInt32LE(LOCAL, 0);
  h.writeUInt16LE(VERSION, 4);
  h.writeUInt16LE(FLAGS, 6);
  h.writeUInt16LE(DEFLATED, 8);
  h.writeUInt16LE(DATE, 12);
  h.writeUInt16LE(name.length, 26);
  return h;
}

function directoryEntry(name: Buffer, sums: Buffer, start: number): Buffer {
  const h = Buffer.alloc(46);
  h.writeUInt32LE(ENTRY, 0);
  h.writeUInt16LE(VERSION, 4);
  h.writeUInt16LE(VERSION, 6);
  h.writeUInt16LE(FLAGS, 8);
  h.writeUInt16LE(DEFLATED, 10);
  h.writeUInt16LE(DATE, 14);
  sums.copy(h, 16);
  h.writeUInt16LE(name.length, 28);
  h.writeUInt32LE(start, 42);
  return Buffer.concat([h, name]);
}

/** Four tables, which take four bytes at a time. */
const CRC = tables();

function tables(): readonly Uint32Array[] {
  const all = Array.from({ length: 4 }, () => new Uint32Array(256));
  for (let n = 0; n < 256; n++) {
    let c = n;
    for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
    all[0]![n] = c;
  }
  for (let t = 1; t < 4; t++)
    for (let n = 0; n < 256; n++) {
      const before = all[t - 1]![n]!;
      all[t]![n] = all[0]![before & 0xff]! ^ (before >>> 8);
    }
  return all;
}

function crcOf(before: number, bytes: Uint8Array): number {
  const [a, b, c, d] = CRC as readonly [Uint32Array, Uint32Array, Uint32Array, Uint32Array];
  let crc = before;
  let i = 0;
  for (; i + 4 <= bytes.length; i += 4) {
    crc ^= bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24);
    crc = d[crc & 0xff]! ^ c[(crc >>> 8) & 0xff]! ^ b[(crc >>> 16) & 0xff]! ^ a[crc >>> 24]!;
  }
  for (; i < bytes.length; i++) crc = a[(crc ^ bytes[i]!) & 0xff]! ^ (crc >>> 8);
  return crc;
}
