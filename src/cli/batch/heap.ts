import { getHeapStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/**
 * Keeps the heap of the main thread small while large files are read or written: by itself it grows with the memory of the machine,
 * the more so where other threads leave the collector little time. The threads have limits of their own.
 */
export class SmallHeap {
  #most: number;
  readonly #growth: number;
  readonly #each: number;
  readonly #collect: () => void;
  #asked = 0;

  /** @param growth megabytes that it may grow by from now on @param each calls between two looks */
  constructor(growth: number, each = EACH) {
    this.#growth = growth * 1024 * 1024;
    this.#each = each;
    this.#most = taken() + this.#growth;
    this.#collect = collector();
  }

  /** Called again and again, with some kilobytes made in between. */
  check(): void {
    if (++this.#asked % this.#each !== 0 || taken() <= this.#most) return;
    this.#collect();
    // What is kept is no garbage, however often it is looked for.
    this.#most = Math.max(this.#most, taken() + this.#growth / 2);
  }
}

/** What collects the garbage of this thread. */
function collector(): () => void {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  setFlagsFromString("--no-expose-gc");
  return collect;
}

/** Measures what lives in this thread's heap, in bytes. */
export function living(): () => number {
  const collect = collector();
  return () => {
    collect();
    return getHeapStatistics().used_heap_size;
  };
}

/** Megabytes that the heap may grow by before garbage is looked for, while data are read and handed out. */
export const READING = 48;

/** Where each call made little. */
const EACH = 500;

const taken = (): number => {
  const { total_heap_size: heap, external_memory: external } = getHeapStatistics();
  return heap + external;
};
