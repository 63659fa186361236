/** What columns of percentages come to over all batches: none of them sees more than its own rows. */
import type { JudgeColumn } from "./fact-columns.ts";
import type { FactProblem } from "./fact-rows.ts";

/** What a part of the cohort has in a column; plain data. `P` is how the first doubtful value is told. */
export interface SeenColumn<P = FactProblem> {
  readonly column: string;
  /** Some value is a percentage for certain. */
  readonly beyond: boolean;
  /** The first that may be a percentage without its sign. */
  readonly within: P | null;
}

/** Collects what a part has; every column is taken for what is already known of it. */
export class ColumnMarks {
  readonly #doubtful: ReadonlySet<string>;
  readonly #seen: SeenColumn[] = [];

  /** @param doubtful columns of which it is known that they are to be refused */
  constructor(doubtful: ReadonlySet<string>) {
    this.#doubtful = doubtful;
  }

  readonly judge: JudgeColumn = (column, { beyond, within }) => {
    if (beyond || within !== null) this.#seen.push({ column, beyond, within: beyond ? null : within });
    return this.#doubtful.has(column);
  };

  get seen(): readonly SeenColumn[] {
    return this.#seen;
  }
}

/** Columns over all parts. A few marks a column, however many parts there are. */
export class ColumnsOfAll<P> {
  readonly #beyond = new Set<string>();
  readonly #within = new Map<string, { readonly value: P; readonly at: number }>();

  /** @param at where the part's value stands among all subjects; the first is told */
  see({ column, beyond, within }: SeenColumn<P>, at: number): void {
    if (beyond) {
      this.#beyond.add(column);
      this.#within.delete(column);
    }
    if (within === null || this.#beyond.has(column)) return;
    const before = this.#within.get(column);
    if (before === undefined || at < before.at) this.#within.set(column, { value: within, at });
  }

  /** Those that lie wholly within 0 to 1, with the first value that says so. */
  get doubtful(): ReadonlyMap<string, P> {
    return new Map([...this.#within].map(([column, { value }]) => [column, value]));
  }
}
