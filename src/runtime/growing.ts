/** A column of numbers that grows. */
export class Growing<T extends Uint32Array | Float64Array | Int32Array> {
  readonly #make: new (
    length: number,
  ) => T;
  #data: T;
  length = 0;

  constructor(make: new (length: number) => T) {
    this.#make = make;
    this.#data = new make(FIRST);
  }

  push(value: number): void {
    if (this.length === this.#data.length) {
      const larger = new this.#make(this.length * 2);
      larger.set(this.#data);
      this.#data = larger;
    }
    this.#data[this.length++] = value;
  }

  /** Of one that is there. */
  set(i: number, value: number): void {
    this.#data[i] = value;
  }

  at(i: number): number {
    return this.#data[i]!;
  }

  /** All there are. */
  data(): T {
    return this.#data.subarray(0, this.length) as T;
  }
}

const FIRST = 1024;
