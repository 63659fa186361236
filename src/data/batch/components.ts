/** Subjects that are linked belong together, and whoever is linked with those: union-find, with a size for each. */
export class Components {
  readonly #parents: Int32Array;
  readonly #rows: Float64Array;

  /** @param rows of each subject */
  constructor(rows: Float64Array) {
    this.#parents = Int32Array.from(rows, (_, i) => i);
    this.#rows = rows.slice();
  }

  join(a: number, b: number): void {
    let [x, y] = [this.of(a), this.of(b)];
    if (x === y) return;
    if (this.#rows[x]! < this.#rows[y]!) [x, y] = [y, x];
    this.#parents[y] = x;
    this.#rows[x]! += this.#rows[y]!;
  }

  /** Who stands for the component of a subject. */
  of(subject: number): number {
    let at = subject;
    while (this.#parents[at] !== at) {
      this.#parents[at] = this.#parents[this.#parents[at]!]!;
      at = this.#parents[at]!;
    }
    return at;
  }

  /**
   * Into which part each subject comes: components whole, in the order of their first subject, and so many that their
   * rows are about `rows`. `whole` has 1 for a part that is one component.
   */
  parts(rows: number): { readonly partOf: Int32Array; readonly parts: number; readonly whole: Uint8Array } {
    const partOf = new Int32Array(this.#parents.length).fill(-1);
    const several = new Set<number>();
    let [part, filled] = [0, 0];
    for (let i = 0; i < partOf.length; i++) {
      const component = this.of(i);
      if (partOf[component] === -1) {
        const own = this.#rows[component]!;
        if (filled > 0 && filled + own > rows) [part, filled] = [part + 1, 0];
        if (filled > 0) several.add(part);
        partOf[component] = part;
        filled += own;
      }
      partOf[i] = partOf[component]!;
    }
    const parts = partOf.length === 0 ? 0 : part + 1;
    return { partOf, parts, whole: Uint8Array.from({ length: parts }, (_, p) => (several.has(p) ? 0 : 1)) };
  }
}
