import { closeSync, openSync, readSync, writeSync } from "node:fs";

/** Rows that wait in a file until those of their part are asked for, in the order in which they came. */
export class Spool {
  #handle: number;
  #end = 0;
  readonly #buffers: (Buffer | null)[];
  readonly #filled: Int32Array;
  /** By part: where its pieces begin in the file, and how long they are. */
  readonly #pieces: number[][];
  readonly #room: number;

  /** @param room bytes that may wait in memory */
  constructor(path: string, parts: number, room: number) {
    this.#handle = openSync(path, "wx+");
    this.#buffers = new Array<Buffer | null>(parts).fill(null);
    this.#filled = new Int32Array(parts);
    this.#pieces = Array.from({ length: parts }, () => []);
    this.#room = Math.max(512, Math.min(65536, Math.floor(room / Math.max(1, parts))));
  }

  add(part: number, line: string): void {
    const size = Buffer.byteLength(line) + 1;
    if (this.#filled[part]! + size > this.#room) this.#flush(part);
    if (size > this.#room) {
      this.#write(part, Buffer.from(`${line}\n`));
      return;
    }
    this.#buffers[part] ??= Buffer.allocUnsafe(this.#room);
    const buffer = this.#buffers[part]!;
    const at = this.#filled[part]! + buffer.write(line, this.#filled[part]!);
    buffer[at] = LINE_END;
    this.#filled[part] = at + 1;
  }

  /** No more is to come. */
  end(): void {
    for (let part = 0; part < this.#buffers.length; part++) this.#flush(part);
    this.#buffers.fill(null);
  }

  /** Bytes of the lines of a part. */
  sizeOf(part: number): number {
    const pieces = this.#pieces[part]!;
    let size = 0;
    for (let i = 1; i < pieces.length; i += 2) size += pieces[i]!;
    return size;
  }

  /** The lines of a part. */
  read(part: number): Uint8Array {
    const pieces = this.#pieces[part]!;
    const size = this.sizeOf(part);
    // Its memory is its own, so that it may go to another thread.
    const bytes = new Uint8Array(size);
    let at = 0;
    for (let i = 0; i < pieces.length; i += 2) {
      const to = at + pieces[i + 1]!;
      let from = pieces[i]!;
      while (at < to) {
        const read = readSync(this.#handle, bytes, at, to - at, from);
        if (read === 0) throw new Error("the spool ends early");
        at += read;
        from += read;
      }
    }
    return bytes;
  }

  close(): void {
    if (this.#handle >= 0) closeSync(this.#handle);
    this.#handle = -1;
  }

  #flush(part: number): void {
    const filled = this.#filled[part]!;
    if (filled === 0) return;
    this.#write(part, this.#buffers[part]!.subarray(0, filled));
    this.#filled[part] = 0;
  }

  #write(part: number, bytes: Uint8Array): void {
    this.#pieces[part]!.push(this.#end, bytes.length);
    for (let done = 0; done < bytes.length; )
      done += writeSync(this.#handle, bytes, done, bytes.length - done, this.#end + done);
    this.#end += bytes.length;
  }
}

const LINE_END = 10;
