import fc from "fast-check";

/**
 * A tape of small numbers from which a builder takes its decisions. A measure built from tapes is valid by
 * construction, and shrinks by itself: a shorter or smaller tape makes a smaller measure, because 0 is
 * always the plainest decision and an empty tape yields only zeros.
 */
export class Tape {
  readonly #numbers: readonly number[];
  #at = 0;

  constructor(numbers: readonly number[]) {
    this.#numbers = numbers;
  }

  /** A whole number from 0 to `below` − 1. */
  below(below: number): number {
    const next = this.#numbers[this.#at++] ?? 0;
    return next % below;
  }

  pick<T>(from: readonly T[]): T {
    const chosen = from[this.below(from.length)];
    if (chosen === undefined && from.length === 0) throw new Error("nothing to pick from");
    return chosen as T;
  }

  /** True in one of `in` cases; false when the tape is empty. */
  chance(of: number): boolean {
    return this.below(of) === of - 1;
  }

  /** `count` different things, fewer where there are not as many. */
  some<T>(from: readonly T[], count: number): T[] {
    const left = [...from];
    const taken: T[] = [];
    while (taken.length < count && left.length > 0) taken.push(...left.splice(this.below(left.length), 1));
    return taken;
  }

  times<T>(count: number, make: (index: number) => T): T[] {
    return Array.from({ length: count }, (_, i) => make(i));
  }
}

/** Numbers for one tape; 5040 is divisible by everything up to 10, so small choices stay fair. */
export const tapeNumbers = (maxLength: number): fc.Arbitrary<number[]> =>
  fc.array(fc.nat({ max: 5039 }), { maxLength, size: "max" });
