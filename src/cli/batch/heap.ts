import { getHeapStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/**
 * Keeps the heap of the main thread small while a large file is written: by itself it grows with the memory of the machine,
 * the more so where other threads leave the collector little time. The threads have limits of their own.
 */
export class SmallHeap {
  readonly #most: number;
  readonly #collect: () => void;
  #asked = 0;

  /** @param growth megabytes that it may grow by from now on */
  constructor(growth: number) {
    this.#most = taken() + growth * 1024 * 1024;
    setFlagsFromString("--expose-gc");
    this.#collect = runInNewContext("gc") as () => void;
    setFlagsFromString("--no-expose-gc");
  }

  /** Called again and again, with some kilobytes made in between. */
  check(): void {
    if (++this.#asked % EACH === 0 && taken() > this.#most) this.#collect();
  }
}

/** Calls between two looks. */
const EACH = 500;

const taken = (): number => {
  const { total_heap_size: heap, external_memory: external } = getHeapStatistics();
  return heap + external;
};
