import type { ResultCell } from "./cells.ts";
import type { PlannedRow, ResultTable, RowOrder, TablePlan } from "./columns.ts";
import type { Place } from "./place-ranges.ts";
import { type RowSorter, sorterOf } from "./row-order.ts";

/** Rows of a table as lines of JSON, wherever they are kept. */
export interface RowStore {
  add(line: Uint8Array): void;
  /** In this order, or as they were added. */
  rows(order: Uint32Array | null): Iterable<string>;
}

export interface GatheredTable extends ResultTable {
  readonly size: number;
  /** Of the row at this position, where there are places. */
  readonly place: (position: number) => Place | undefined;
}

/** Takes the rows of a table as subjects are evaluated, and gives the table when all have been. */
export class TableGatherer {
  readonly #plan: TablePlan;
  readonly #store: RowStore;
  readonly #sorter: RowSorter | null;
  /** Optional columns that no row has said anything in yet. */
  readonly #empty: Set<number>;
  #size = 0;

  constructor(plan: TablePlan, store: RowStore) {
    this.#plan = plan;
    this.#store = store;
    this.#sorter = sorterOf(plan.order);
    this.#empty = new Set(plan.columns.flatMap((c, i) => (c.optional ? [i] : [])));
  }

  /** @param line a row as `rowLine` made it */
  add(line: Uint8Array): void {
    this.#size++;
    this.#store.add(line);
    if (this.#sorter === null && this.#empty.size === 0) return;
    const { cells, key } = JSON.parse(TEXT.decode(line)) as PlannedRow;
    this.#sorter?.add(key);
    for (const i of this.#empty) if (cells[i] !== "") this.#empty.delete(i);
  }

  /** null: it has no rows. @param present the kinds that have subjects */
  table(present: readonly string[]): GatheredTable | null {
    if (this.#size === 0) return null;
    const { key, title, columns, order } = this.#plan;
    const sorted = this.#sorter?.sorted() ?? null;
    const shown = columns.map((_, i) => i).filter((i) => !this.#empty.has(i));
    const whole = shown.length === columns.length;
    const store = this.#store;
    return {
      key,
      title: title(present),
      columns: shown.map((i) => columns[i]!),
      size: this.#size,
      place: (at) => sorted?.places?.at(at),
      rows: function* () {
        let at = 0;
        for (const line of store.rows(sorted?.rows ?? null)) {
          const { cells } = JSON.parse(line) as { cells: ResultCell[] };
          if (order.by === "score" && order.place !== null)
            cells[order.place] = placeText(sorted?.places?.at(at), order);
          at++;
          yield whole ? cells : shown.map((i) => cells[i]!);
        }
      },
    };
  }
}

const TEXT = new TextDecoder();

/** 3; `3~5` where an open score may still come before or behind. */
function placeText(place: Place | undefined, order: Extract<RowOrder, { by: "score" }>): string | number {
  if (place === undefined) return order.unplaced;
  if (place === "not-ranked") return order.notRanked;
  return place.first === place.last ? place.first : `${place.first}~${place.last}`;
}

/** A row on one line. */
export const rowLine = (row: PlannedRow): string => JSON.stringify(row);
