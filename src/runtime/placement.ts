/**
 * Grades by rank: filling the rows of a placement from an ordered pool. Both programs use {@link fill};
 * placement-open.ts runs it once for each scenario.
 */
import type { Pass, PlacementTable } from "./abi.ts";
import { fillingOrder, type Ladder, ladderOf } from "./ladder.ts";
import { fillByKeys } from "./placement-keys.ts";

export const NO_CEILING = 0x3fffffff;

/**
 * Fills the rows from `size` subjects, best first; equal `keys` are tied, `ceilings` are the highest grade
 * each may get. Writes the rung of each. Open ties are taken in the order given.
 * @returns the last row whose last place falls into an open tie, or -1
 */
export function fill(
  table: PlacementTable,
  ladder: Ladder,
  order: readonly number[],
  places: readonly number[],
  size: number,
  keys: Int32Array,
  ceilings: Int32Array,
  rungs: Int32Array,
): number {
  const { rest } = ladder;
  rungs.fill(rest, 0, size);
  let openRow = -1;
  let placedTop = 0;
  let placedBottom = 0;
  for (const r of order) {
    const row = table.rows[r]!;
    const top = row.end === "top";
    const step = top ? 1 : -1;
    const grade = row.grade;
    const rung = ladder.rungs[r]!;
    const want = places[r]! - (top ? placedTop : placedBottom);
    if (want <= 0) continue;
    let got = 0;
    let last = -1;
    let i = top ? 0 : size - 1;
    for (; i >= 0 && i < size && got < want; i += step) {
      if (rungs[i] !== rest || ceilings[i]! < grade) continue;
      rungs[i] = rung;
      got++;
      last = i;
    }
    if (last < 0) continue;
    // The equals of the last one that stand beyond the last place.
    let tied = false;
    for (; i >= 0 && i < size && keys[i] === keys[last]; i += step) {
      if (rungs[i] !== rest || ceilings[i]! < grade) continue;
      tied = true;
      if (table.ties !== "share") break;
      rungs[i] = rung;
      got++;
    }
    if (tied && table.ties === "open") openRow = r;
    if (tied && table.ties === "out")
      for (let j = last; j >= 0 && j < size && keys[j] === keys[last]; j -= step) {
        if (rungs[j] !== rung) continue;
        rungs[j] = rest;
        got--;
      }
    if (top) placedTop += got;
    else placedBottom += got;
  }
  return openRow;
}

/** Places of a row for a pool of so many out of so many; null: not exact. */
export type Places = (row: number, poolSize: number, everyone: number) => number | null;

/**
 * The strict placement over all rows of a kind.
 * @returns false when a tie stays open or an amount is not exact
 */
export function place<Row>(
  rows: readonly Row[],
  pass: Pass<Row>,
  table: PlacementTable,
  placesOf: Places,
): boolean {
  const ladder = ladderOf(table);
  const order = fillingOrder(table);
  const set = pass.set as (row: Row, value: number) => void;
  for (const members of groupsOf(rows, pass.group)) {
    const pool = pass.pool === null ? members.slice() : members.filter(pass.pool);
    const size = pool.length;
    const places: number[] = [];
    for (let r = 0; r < table.rows.length; r++) {
      const n = placesOf(r, size, members.length);
      if (n === null) return false;
      places.push(n);
    }
    const rungs = new Int32Array(size);
    if (!rungsOf(pool, pass, table, ladder, order, places, rungs)) return false;
    if (pass.pool !== null) for (const row of members) set(row, table.rest ?? -1);
    for (let i = 0; i < size; i++) set(pool[i]!, ladder.grades[rungs[i]!]!);
  }
  return true;
}

/** @returns false when a tie stays open. May bring the pool into another order. */
function rungsOf<Row>(
  pool: Row[],
  { key, compare, ceiling }: Pass<Row>,
  table: PlacementTable,
  ladder: Ladder,
  order: readonly number[],
  places: readonly number[],
  rungs: Int32Array,
): boolean {
  const size = pool.length;
  const ceilings = new Int32Array(size).fill(NO_CEILING);
  if (key !== null) {
    const keys = new Float64Array(size);
    for (let i = 0; i < size; i++) keys[i] = key(pool[i]!);
    if (ceiling !== null) for (let i = 0; i < size; i++) ceilings[i] = ceiling(pool[i]!);
    return fillByKeys(table, ladder, order, places, keys, ceiling === null ? null : ceilings, rungs);
  }
  pool.sort(compare!);
  const keys = new Int32Array(size);
  for (let i = 0; i < size; i++) {
    if (i > 0) keys[i] = keys[i - 1]! + (compare!(pool[i - 1]!, pool[i]!) === 0 ? 0 : 1);
    if (ceiling !== null) ceilings[i] = ceiling(pool[i]!);
  }
  return fill(table, ladder, order, places, size, keys, ceilings, rungs) < 0;
}

/** Rows by the key of their group, in the order of first appearance. */
export function groupsOf<Row>(
  rows: readonly Row[],
  key: ((row: Row) => unknown) | null,
): readonly (readonly Row[])[] {
  if (key === null) return [rows];
  const groups = new Map<unknown, Row[]>();
  for (const row of rows) {
    const k = key(row);
    const group = groups.get(k);
    if (group) group.push(row);
    else groups.set(k, [row]);
  }
  return [...groups.values()];
}
