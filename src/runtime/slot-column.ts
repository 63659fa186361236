/** A growing column of slots: eight bytes each while all are plain numbers, references from the first that is not. */

const FIRST = 1024;

export class SlotColumn {
  #numbers: Float64Array | null = new Float64Array(FIRST);
  #others: unknown[] | null = null;
  #size = 0;
  /** Texts that are equal are one text. */
  #texts: Map<string, string> | null = null;
  #exact = true;

  static of(data: Int32Array | readonly unknown[]): SlotColumn {
    const column = new SlotColumn();
    column.push(data as readonly unknown[]);
    return column;
  }

  /** All of them are settled values. */
  get exact(): boolean {
    return this.#exact;
  }

  push(slots: ArrayLike<unknown>): void {
    for (let i = 0; i < slots.length; i++) this.#add(slots[i]);
  }

  at(i: number): unknown {
    return this.#numbers !== null ? this.#numbers[i] : this.#others![i];
  }

  /** As the code for columns takes them. */
  data(size: number): Float64Array | unknown[] {
    return this.#numbers === null ? this.#others!.slice(0, size) : this.#numbers.subarray(0, size);
  }

  #add(given: unknown): void {
    const slot = given === true ? 1 : given === false ? 0 : given;
    if (this.#numbers !== null) {
      if (typeof slot === "number") {
        if (this.#size === this.#numbers.length) {
          const larger = new Float64Array(this.#size * 2);
          larger.set(this.#numbers);
          this.#numbers = larger;
        }
        this.#numbers[this.#size++] = slot;
        return;
      }
      this.#others = Array.from(this.#numbers.subarray(0, this.#size));
      this.#numbers = null;
    }
    const kept = typeof slot === "string" ? this.#one(slot) : slot;
    if (typeof slot === "object" && slot !== null && !("num" in slot)) this.#exact = false;
    this.#others![this.#size++] = kept;
  }

  #one(text: string): string {
    this.#texts ??= new Map();
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    this.#texts.set(text, text);
    return text;
  }
}
