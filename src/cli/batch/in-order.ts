import { closeSync, openSync, readSync, rmSync, writeSync } from "node:fs";

/** Parts of a result that wait in a file, as they come, until all are there and go on in their order. */
export class InOrder {
  readonly #path: string;
  #handle: number;
  #end = 0;
  readonly #starts: Float64Array;
  readonly #lengths: Uint32Array;

  /** @param size how many parts there will be */
  constructor(path: string, size: number) {
    this.#path = path;
    this.#handle = openSync(path, "wx+");
    this.#starts = new Float64Array(size);
    this.#lengths = new Uint32Array(size);
  }

  /** @param body the parts, one after the other @param places where each of them belongs */
  add(body: readonly Uint8Array[], lengths: Uint32Array, places: Uint32Array): void {
    let at = this.#end;
    for (const [i, length] of lengths.entries()) {
      const place = places[i]!;
      this.#starts[place] = at;
      this.#lengths[place] = length;
      at += length;
    }
    for (const parts of body) {
      for (let done = 0; done < parts.length; )
        done += writeSync(this.#handle, parts, done, parts.length - done, this.#end + done);
      this.#end += parts.length;
    }
  }

  /** All parts in order, some at a time. */
  *all(): Generator<Uint8Array> {
    for (let from = 0; from < this.#starts.length; ) {
      let to = from;
      let size = 0;
      while (to < this.#starts.length && (to === from || size + this.#lengths[to]! <= CHUNK))
        size += this.#lengths[to++]!;
      const bytes = new Uint8Array(size);
      let at = 0;
      // What was written together is read together.
      for (let first = from; first < to; ) {
        let length = this.#lengths[first]!;
        let next = first + 1;
        while (next < to && this.#starts[next] === this.#starts[first]! + length)
          length += this.#lengths[next++]!;
        this.#read(bytes, at, length, this.#starts[first]!);
        at += length;
        first = next;
      }
      yield bytes;
      from = to;
    }
  }

  /** It is not wanted any more. */
  discard(): void {
    this.close();
    rmSync(this.#path);
  }

  close(): void {
    if (this.#handle >= 0) closeSync(this.#handle);
    this.#handle = -1;
  }

  #read(bytes: Uint8Array, at: number, length: number, from: number): void {
    for (let done = 0; done < length; ) {
      const read = readSync(this.#handle, bytes, at + done, length - done, from + done);
      if (read === 0) throw new Error("a part of the result is missing");
      done += read;
    }
  }
}

const CHUNK = 1 << 20;
