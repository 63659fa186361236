import { Growing } from "../../runtime/growing.ts";
import { jsonRational } from "../../runtime/json-numbers.ts";
import { type Rational, subtract } from "../../runtime/rational.ts";
import type { JsonNumber } from "../../runtime/result.ts";
import type { OrderKey, RowOrder } from "./columns.ts";

/** Puts rows in order by what is kept of each: some numbers, not its text. Equal ones stay as they came. */
export interface RowSorter {
  add(key: OrderKey | undefined): void;
  /** The numbers of the rows in their order, and beside each its place where there are places (0: none). */
  sorted(): { readonly rows: Uint32Array; readonly places: Uint32Array | null };
}

/** null: rows stay as they came. */
export function sorterOf(order: RowOrder): RowSorter | null {
  switch (order.by) {
    case "given":
      return null;
    case "groups":
      return new GroupSorter();
    case "score":
      return new ScoreSorter(order.order);
  }
}

/** Texts by number, in the order of their first appearance. */
class Names {
  readonly #numbers = new Map<string, number>();

  of(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  get size(): number {
    return this.#numbers.size;
  }
}

class GroupSorter implements RowSorter {
  readonly #outer = new Names();
  readonly #inner: Names[] = [];
  readonly #pairs = new Names();
  /** By pair. */
  readonly #order: [outer: number, inner: number][] = [];
  readonly #rows = new Growing(Uint32Array);

  add(key: OrderKey | undefined): void {
    if (key === undefined || !("outer" in key)) return;
    const outer = this.#outer.of(key.outer);
    this.#inner[outer] ??= new Names();
    const inner = this.#inner[outer].of(key.inner);
    const pair = this.#pairs.of(`${outer} ${inner}`);
    this.#order[pair] = [outer, inner];
    this.#rows.push(pair);
  }

  sorted(): { readonly rows: Uint32Array; readonly places: null } {
    const pairs = this.#rows.data();
    const ordered = [...this.#order.keys()].sort((x, y) => {
      const [a, b] = [this.#order[x]!, this.#order[y]!];
      return a[0] - b[0] || a[1] - b[1];
    });
    // Where the rows of each pair begin.
    const starts = new Uint32Array(this.#pairs.size);
    const counts = new Uint32Array(this.#pairs.size);
    for (const pair of pairs) counts[pair]!++;
    let at = 0;
    for (const pair of ordered) {
      starts[pair] = at;
      at += counts[pair]!;
    }
    const rows = new Uint32Array(pairs.length);
    for (const [row, pair] of pairs.entries()) rows[starts[pair]!++] = row;
    return { rows, places: null };
  }
}

/** A figure that is not known. */
const NONE = -2;
/** A number that is as exact as it looks. */
const PLAIN = -1;

class ScoreSorter implements RowSorter {
  readonly #sign: 1 | -1;
  readonly #groups = new Names();
  readonly #group = new Growing(Uint32Array);
  readonly #figure = new Growing(Float64Array);
  /** PLAIN, NONE, or the number of the fraction. */
  readonly #exact = new Growing(Int32Array);
  readonly #fractions = new Map<string, number>();
  readonly #rationals: Rational[] = [];

  constructor(order: "descending" | "ascending") {
    this.#sign = order === "descending" ? -1 : 1;
  }

  add(key: OrderKey | undefined): void {
    if (key === undefined || !("group" in key)) return;
    this.#group.push(this.#groups.of(key.group));
    const { score } = key;
    if (score === null || typeof score === "number") {
      this.#figure.push(score ?? 0);
      this.#exact.push(score === null ? NONE : PLAIN);
    } else {
      this.#figure.push(Number(score.num) / Number(score.den));
      this.#exact.push(this.#fraction(score));
    }
  }

  #fraction(score: Exclude<JsonNumber, number>): number {
    const name = `${score.num}/${score.den}`;
    const known = this.#fractions.get(name);
    if (known !== undefined) return known;
    this.#fractions.set(name, this.#rationals.length);
    this.#rationals.push(jsonRational(score)!);
    return this.#rationals.length - 1;
  }

  sorted(): { readonly rows: Uint32Array; readonly places: Uint32Array } {
    const group = this.#group.data();
    const rows = Uint32Array.from(group, (_, i) => i);
    rows.sort((a, b) => group[a]! - group[b]! || this.#compare(a, b) || a - b);
    const places = new Uint32Array(rows.length);
    const exact = this.#exact.data();
    let [first, place] = [0, 0];
    for (let i = 0; i < rows.length; i++) {
      const [row, before] = [rows[i]!, rows[i - 1]];
      if (before === undefined || group[before] !== group[row]) first = i;
      if (i === first || this.#compare(before!, row) !== 0) place = i - first + 1;
      places[i] = exact[row] === NONE ? 0 : place;
    }
    return { rows, places };
  }

  /** What is undetermined stands last. */
  #compare(a: number, b: number): number {
    const [x, y] = [this.#exact.at(a), this.#exact.at(b)];
    if (x === NONE || y === NONE) return (x === NONE ? 1 : 0) - (y === NONE ? 1 : 0);
    const [f, g] = [this.#figure.at(a), this.#figure.at(b)];
    const difference = f - g;
    // Far enough apart that rounding cannot have turned them round.
    if ((x === PLAIN && y === PLAIN) || Math.abs(difference) > 1e-9 * (Math.abs(f) + Math.abs(g)))
      return this.#sign * difference;
    if (x === y) return 0;
    const { num } = subtract(this.#rational(x, f), this.#rational(y, g));
    return num === 0n ? 0 : this.#sign * (num < 0n ? -1 : 1);
  }

  #rational(exact: number, figure: number): Rational {
    return exact === PLAIN ? jsonRational(figure)! : this.#rationals[exact]!;
  }
}
