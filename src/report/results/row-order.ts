import { Growing } from "../../runtime/growing.ts";
import type { OrderKey, RowOrder } from "./columns.ts";
import { ExactColumn } from "./exact-column.ts";
import { type OpenScore, type Places, placesOf } from "./place-ranges.ts";

/** Puts rows in order by what is kept of each: some numbers, not its text. Equal ones stay as they came. */
export interface RowSorter {
  add(key: OrderKey | undefined): void;
  /** The numbers of the rows in their order, and the place of each where there are places. */
  sorted(): { readonly rows: Uint32Array; readonly places: Places | null };
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

class ScoreSorter implements RowSorter {
  readonly #groups = new Names();
  readonly #group = new Growing(Uint32Array);
  readonly #score: ExactColumn;
  /** null until a row has one. */
  #tie: ExactColumn | null = null;
  /** Rows whose place others cannot count on, by number: few. */
  readonly #open = new Map<number, OpenScore>();
  readonly #out = new Set<number>();

  constructor(order: "descending" | "ascending") {
    this.#score = new ExactColumn(order === "descending" ? -1 : 1);
  }

  add(key: OrderKey | undefined): void {
    if (key === undefined || !("group" in key)) return;
    const row = this.#group.length;
    const { score, tie, ranks, possible, anyGroup } = key;
    this.#group.push(this.#groups.of(key.group));
    this.#score.push(score);
    if (tie !== undefined) this.#tie ??= new ExactColumn(1);
    this.#tie?.push(tie ?? null);
    if (ranks === "no") this.#out.add(row);
    else if (score === null || ranks === "open" || anyGroup) {
      const bounds = score === null ? (possible ?? [null, null]) : null;
      this.#open.set(row, {
        ...(bounds ? this.#score.between(...bounds) : this.#score.exactly(row)),
        taking: ranks !== "open",
        anyGroup: anyGroup === true,
      });
    }
  }

  sorted(): { readonly rows: Uint32Array; readonly places: Places } {
    const group = this.#group.data();
    const [score, tie] = [this.#score, this.#tie];
    const rank = (row: number) => (this.#out.has(row) ? 2 : this.#open.has(row) ? 1 : 0);
    const parted = this.#open.size + this.#out.size > 0;
    const compare = (a: number, b: number) => score.compare(a, b) || (tie?.compare(a, b) ?? 0);
    const rows = Uint32Array.from(group, (_, i) => i);
    rows.sort((a, b) => group[a]! - group[b]! || (parted ? rank(a) - rank(b) : 0) || compare(a, b) || a - b);
    return { rows, places: placesOf(rows, { group, score, tie, open: this.#open, out: this.#out }) };
  }
}
