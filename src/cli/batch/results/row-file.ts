import { closeSync, openSync, readSync, writeSync } from "node:fs";
import type { RowStore } from "../../../report/results/gather.ts";
import { Growing } from "../../../runtime/growing.ts";

/** Rows that wait in a file; of each, only where it begins is kept, and that only where they will be put in order. */
export class RowFile implements RowStore {
  #handle: number;
  readonly #buffer = Buffer.allocUnsafe(BUFFER);
  #pending = 0;
  /** Where each row begins. */
  readonly #starts: Growing<Float64Array> | null;
  size = 0;

  /** @param ordered rows are asked for in another order than they came in */
  constructor(path: string, ordered: boolean) {
    this.#handle = openSync(path, "wx+");
    this.#starts = ordered ? new Growing(Float64Array) : null;
  }

  add(line: Uint8Array): void {
    this.#starts?.push(this.size);
    this.#put(line);
    this.#put(NEWLINE);
  }

  *rows(order: Uint32Array | null): Generator<string> {
    this.#flush();
    if (order === null) yield* this.#allRows();
    else for (const row of order) yield this.#row(row);
  }

  close(): void {
    if (this.#handle >= 0) closeSync(this.#handle);
    this.#handle = -1;
  }

  *#allRows(): Generator<string> {
    const chunk = Buffer.allocUnsafe(CHUNK);
    // What a chunk ends in, when its row goes on in the next.
    let left = Buffer.alloc(0);
    for (let at = 0; at < this.size; ) {
      const read = readSync(this.#handle, chunk, 0, CHUNK, at);
      if (read === 0) return;
      at += read;
      let from = 0;
      for (
        let end = chunk.indexOf(LINE_END, from);
        end >= 0 && end < read;
        end = chunk.indexOf(LINE_END, from)
      ) {
        const own = chunk.subarray(from, end);
        yield (left.length === 0 ? own : Buffer.concat([left, own])).toString("utf8");
        left = Buffer.alloc(0);
        from = end + 1;
      }
      left = Buffer.concat([left, chunk.subarray(from, read)]);
    }
  }

  #row(row: number): string {
    const starts = this.#starts!;
    const from = starts.at(row);
    const end = row + 1 < starts.length ? starts.at(row + 1) : this.size;
    const bytes = Buffer.allocUnsafe(end - from - NEWLINE.length);
    for (let done = 0; done < bytes.length; ) {
      const read = readSync(this.#handle, bytes, done, bytes.length - done, from + done);
      if (read === 0) break;
      done += read;
    }
    return bytes.toString("utf8");
  }

  #put(bytes: Uint8Array): void {
    this.size += bytes.length;
    if (this.#pending + bytes.length > BUFFER) this.#flush();
    if (bytes.length > BUFFER) this.#write(bytes);
    else {
      this.#buffer.set(bytes, this.#pending);
      this.#pending += bytes.length;
    }
  }

  #flush(): void {
    this.#write(this.#buffer.subarray(0, this.#pending));
    this.#pending = 0;
  }

  #write(bytes: Uint8Array): void {
    for (let done = 0; done < bytes.length; ) done += writeSync(this.#handle, bytes, done);
  }
}

const BUFFER = 1 << 17;
const CHUNK = 1 << 19;
const LINE_END = 10;
const NEWLINE = Uint8Array.of(LINE_END);
