/**
 * Outcomes of a placement as places on a ladder, best first: the top rows as written, the rest, then the bottom
 * rows from the last written to the first. "Between two outcomes" is between two rungs.
 */
import type { PlacementTable } from "./abi.ts";

/** Rung of the rest, and of each row in the order written. */
export interface Ladder {
  readonly rest: number;
  readonly rungs: readonly number[];
  /** Grade of each rung; -1 for a rest that gives none. */
  readonly grades: readonly number[];
}

export function ladderOf(table: PlacementTable): Ladder {
  const tops = table.rows.filter((r) => r.end === "top").length;
  const size = table.rows.length + 1;
  const grades: number[] = new Array(size).fill(table.rest ?? -1);
  let top = 0;
  let bottom = size - 1;
  const rungs = table.rows.map((r) => (r.end === "top" ? top++ : bottom--));
  for (const [i, row] of table.rows.entries()) grades[rungs[i]!] = row.grade;
  return { rest: tops, rungs, grades };
}

/** The order of the rows' filling: those of the top, then those of the bottom, each as written. */
export function fillingOrder(table: PlacementTable): readonly number[] {
  const index = table.rows.map((_, i) => i);
  const at = (end: "top" | "bottom") => index.filter((i) => table.rows[i]!.end === end);
  return [...at("top"), ...at("bottom")];
}
