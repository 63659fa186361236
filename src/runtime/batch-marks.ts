/** What only all batches together tell of the data; each of them sees no more than its own subjects. */
import type { FactProblem, OfAll } from "./fact-rows.ts";

/** What a part of the cohort has in a column of percentages. `P` is how the first doubtful value is told. */
export interface SeenColumn<P = FactProblem> {
  readonly column: string;
  /** Some value is a percentage for certain. */
  readonly beyond: boolean;
  /** The first that may be a percentage without its sign. */
  readonly within: P | null;
}

/** By kind of records: periods that some subject has a record of. */
type Periods = readonly (readonly [kind: number, periods: readonly number[]])[];

/** What a part of the cohort has; plain data. */
export interface Marks<P = FactProblem> {
  readonly columns: readonly SeenColumn<P>[];
  readonly periods: Periods;
}

/** What all parts came to; plain data. */
export interface Known {
  /** Columns of percentages that are refused. */
  readonly doubtful: readonly string[];
  readonly periods: Periods;
}

export const NOTHING_KNOWN: Known = { doubtful: [], periods: [] };

/** Takes down what a part has; where nothing is known of all, the part is taken for all there is. */
export class Marking implements OfAll {
  readonly #known: Known;
  readonly #columns: SeenColumn[] = [];
  readonly #periods: (readonly [number, readonly number[]])[] = [];

  constructor(known: Known) {
    this.#known = known;
  }

  refuses(column: string, { beyond, within }: Pick<SeenColumn, "beyond" | "within">): boolean {
    if (beyond || within !== null) this.#columns.push({ column, beyond, within: beyond ? null : within });
    return this.#known.doubtful.includes(column);
  }

  periods(kind: number, own: readonly number[]): readonly number[] {
    this.#periods.push([kind, own]);
    return this.#known.periods.find(([of]) => of === kind)?.[1] ?? own;
  }

  get marks(): Marks {
    return { columns: this.#columns, periods: this.#periods };
  }
}

/** The marks of all parts together: a few of each column and kind, however many parts there are. */
export class MarksOfAll<P> {
  readonly #beyond = new Set<string>();
  readonly #within = new Map<string, { readonly value: P; readonly at: number }>();
  /** By kind, with the least that one part has. */
  readonly #periods = new Map<number, { readonly all: Set<number>; least: number }>();

  /** @param at where the first subject with a doubtful value stands among all subjects */
  see({ columns, periods }: Marks<P>, at: (within: P) => number): void {
    for (const { column, beyond, within } of columns) {
      if (beyond) {
        this.#beyond.add(column);
        this.#within.delete(column);
      }
      if (within === null || this.#beyond.has(column)) continue;
      const own = at(within);
      const before = this.#within.get(column);
      if (before === undefined || own < before.at) this.#within.set(column, { value: within, at: own });
    }
    for (const [kind, own] of periods) {
      const of = this.#periods.get(kind) ?? { all: new Set(), least: own.length };
      this.#periods.set(kind, of);
      for (const period of own) of.all.add(period);
      of.least = Math.min(of.least, own.length);
    }
  }

  /** What the parts did not know by themselves. */
  get known(): Known {
    const periods = [...this.#periods].filter(([, { all, least }]) => all.size > least);
    return {
      doubtful: [...this.#within.keys()].sort(),
      periods: periods.map(([kind, { all }]) => [kind, [...all].sort((a, b) => a - b)]),
    };
  }

  /** The first value of each column that lies wholly within 0 to 1. */
  get doubtful(): readonly P[] {
    return [...this.#within.values()].map(({ value }) => value);
  }
}
