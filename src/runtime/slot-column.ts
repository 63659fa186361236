import { type OpenValue, whyOf } from "./open-values.ts";

/** Slots of one cell, subject after subject. */
export interface Slots {
  at(i: number): unknown;
}

/** A value that is not settled, among those that are. */
export class Inexact {
  readonly value: OpenValue;
  constructor(value: OpenValue) {
    this.value = value;
  }
}

const FIRST = 1024;
/** So many slots that are no numbers stand beside the numbers; where they are more than a few of all, all are references. */
const BESIDE = 4096;

type Numbers = Float64Array | Uint8Array;

/** A growing column of slots: eight bytes a number, one a truth, and references for what is neither. */
export class SlotColumn implements Slots {
  #numbers: Numbers | null;
  #beside = new Map<number, unknown>();
  #others: unknown[] | null = null;
  #size = 0;
  /** Texts that are equal are one text. */
  #texts: Map<string, string> | null = null;
  #exact = true;
  /** Slots that are not settled, and how many causes they name. */
  unsettled = 0;
  named = 0;

  constructor(truths = false) {
    this.#numbers = truths ? new Uint8Array(FIRST) : new Float64Array(FIRST);
  }

  static of(data: Int32Array | readonly unknown[]): SlotColumn {
    const column = new SlotColumn();
    column.push(data as readonly unknown[]);
    return column;
  }

  get size(): number {
    return this.#size;
  }

  /** All of them are settled values. */
  get exact(): boolean {
    return this.#exact;
  }

  push(slots: ArrayLike<unknown>): void {
    for (let i = 0; i < slots.length; i++) this.#add(slots[i]);
  }

  at(i: number): unknown {
    if (this.#numbers === null) return this.#others![i];
    return this.#beside.size > 0 && this.#beside.has(i) ? this.#beside.get(i) : this.#numbers[i];
  }

  /** As the code for columns takes them. */
  data(size: number): Numbers | unknown[] {
    if (this.#numbers !== null && this.#beside.size > 0) this.#refer();
    return this.#numbers === null ? this.#others!.slice(0, size) : this.#numbers.subarray(0, size);
  }

  #add(given: unknown): void {
    const slot = given === true ? 1 : given === false ? 0 : given;
    const index = this.#size++;
    if (typeof slot === "number") {
      if (this.#numbers === null) this.#others![index] = slot;
      else this.#number(index, slot);
      return;
    }
    const kept = typeof slot === "string" ? this.#one(slot) : slot;
    if (typeof slot === "object" && slot !== null && !("num" in slot)) this.#exact = false;
    if (kept instanceof Inexact) {
      this.unsettled++;
      this.named += whyOf(kept.value).length;
    }
    if (this.#numbers === null) {
      this.#others![index] = kept;
      return;
    }
    this.#number(index, 0);
    this.#beside.set(index, kept);
    if (this.#beside.size > BESIDE + this.#size / 8) this.#refer();
  }

  #number(index: number, slot: number): void {
    let numbers = this.#numbers!;
    if (index === numbers.length) {
      const larger = numbers instanceof Uint8Array ? new Uint8Array(index * 2) : new Float64Array(index * 2);
      larger.set(numbers);
      this.#numbers = numbers = larger;
    }
    numbers[index] = slot;
  }

  #refer(): void {
    this.#others = Array.from(this.#numbers!.subarray(0, this.#size));
    for (const [i, slot] of this.#beside) this.#others[i] = slot;
    this.#numbers = null;
    this.#beside = new Map();
  }

  #one(text: string): string {
    this.#texts ??= new Map();
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    this.#texts.set(text, text);
    return text;
  }
}
