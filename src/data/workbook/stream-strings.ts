import { Unsplittable } from "../unsplittable.ts";
import type { Part } from "./guard.ts";
import { partPieces, type ZipFile } from "./stream-package.ts";

/** The texts that the cells of a workbook share, each as it is written: bytes and where they begin. */
export class SharedTexts {
  readonly #slabs: { readonly first: number; readonly bytes: Buffer; readonly starts: Uint32Array }[] = [];
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** How many bytes stay in memory. */
  get bytes(): number {
    return this.#slabs.reduce((sum, s) => sum + s.bytes.length + s.starts.byteLength, 0);
  }

  add(texts: readonly string[]): void {
    if (texts.length === 0) return;
    const parts = texts.map((t) => Buffer.from(t, "utf8"));
    const starts = new Uint32Array(parts.length + 1);
    for (const [i, part] of parts.entries()) starts[i + 1] = starts[i]! + part.length;
    // Bytes of their own: those of a pool would keep all of it.
    const bytes = Buffer.alloc(starts[parts.length]!);
    for (const [i, part] of parts.entries()) part.copy(bytes, starts[i]!);
    this.#slabs.push({ first: this.#count, bytes, starts });
    this.#count += texts.length;
  }

  /** The text of that number with its tags. */
  at(index: number): string {
    let [low, high] = [0, this.#slabs.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#slabs[middle]!.first <= index) low = middle;
      else high = middle - 1;
    }
    const slab = this.#slabs[low]!;
    const local = index - slab.first;
    return slab.bytes.toString("utf8", slab.starts[local]!, slab.starts[local + 1]!);
  }
}

const TAG = /<(\/?)(?:[^\s<>/:="']{1,40}:)?si(?:\s[^<>]*?)?(\/?)>/g;
/** Characters of one text with its tags. */
const LONGEST = 8 * 1024 * 1024;

/** @throws Unsplittable */
export async function sharedTexts(zip: ZipFile, part: Part): Promise<SharedTexts> {
  const texts = new SharedTexts();
  let pending = "";
  for await (const { text } of partPieces(zip, part)) {
    pending += text;
    const whole: string[] = [];
    let begun: number | null = null;
    let done = 0;
    TAG.lastIndex = 0;
    for (let found = TAG.exec(pending); found !== null; found = TAG.exec(pending)) {
      const [, closing, closed] = found;
      if (closing === "" && begun !== null) throw new Unsplittable();
      if (closing === "" && closed === "") begun = found.index;
      else {
        if (closing !== "" && begun === null) throw new Unsplittable();
        whole.push(pending.slice(begun ?? found.index, TAG.lastIndex));
        begun = null;
        done = TAG.lastIndex;
      }
    }
    if (pending.slice(0, done).includes("<!") || pending.length - done > LONGEST) throw new Unsplittable();
    texts.add(whole);
    pending = pending.slice(done);
  }
  if (/<[^\s<>]*si[\s>]/.test(pending) || pending.includes("<!")) throw new Unsplittable();
  return texts;
}
