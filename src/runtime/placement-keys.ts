/**
 * A placement whose order is one whole number a member, higher before lower. It needs no order of all
 * members: a row is filled from a bar, the key of the last one it takes. Agrees with `fill` in placement.ts.
 */
import type { PlacementTable } from "./abi.ts";
import type { Ladder } from "./ladder.ts";

/**
 * Writes the rung of each of the `keys`, of which `ceilings` (where given) are the highest grade each may get.
 * @returns false when a tie stays open
 */
export function fillByKeys(
  table: PlacementTable,
  ladder: Ladder,
  order: readonly number[],
  places: readonly number[],
  keys: Float64Array,
  ceilings: Int32Array | null,
  rungs: Int32Array,
): boolean {
  const { rest } = ladder;
  const size = keys.length;
  rungs.fill(rest);
  const free = new Float64Array(size);
  let placedTop = 0;
  let placedBottom = 0;
  for (const r of order) {
    const { end, grade } = table.rows[r]!;
    const top = end === "top";
    const rung = ladder.rungs[r]!;
    const want = places[r]! - (top ? placedTop : placedBottom);
    if (want <= 0) continue;
    let count = 0;
    for (let i = 0; i < size; i++)
      if (rungs[i] === rest && (ceilings === null || ceilings[i]! >= grade)) free[count++] = keys[i]!;
    if (count === 0) continue;
    let bar = top ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
    if (count > want) {
      const eligible = free.subarray(0, count);
      bar = top ? highest(eligible, want) : lowest(eligible, want);
      let within = 0;
      for (let i = 0; i < count; i++) if (top ? eligible[i]! >= bar : eligible[i]! <= bar) within++;
      if (within > want) {
        if (table.ties === "open") return false;
        // Equals at the bar that do not all fit stay out together: the next key is the bar.
        if (table.ties === "out") bar = nextTo(bar, eligible, top);
      }
    }
    let got = 0;
    for (let i = 0; i < size; i++) {
      if (rungs[i] !== rest || (ceilings !== null && ceilings[i]! < grade)) continue;
      if (top ? keys[i]! >= bar : keys[i]! <= bar) {
        rungs[i] = rung;
        got++;
      }
    }
    if (top) placedTop += got;
    else placedBottom += got;
  }
  return true;
}

/** The nearest key beyond the bar, or one that nobody reaches. */
function nextTo(bar: number, keys: Float64Array, top: boolean): number {
  let next = top ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!;
    if (top ? key > bar && key < next : key < bar && key > next) next = key;
  }
  return next;
}

const lowest = (keys: Float64Array, n: number): number => nth(keys, n - 1);
const highest = (keys: Float64Array, n: number): number => nth(keys, keys.length - n);

/** Keys that lie closer together than this many times their number are counted instead of sorted. */
const SPREAD = 4;

/** The key at an index of the ascending order. May change the order of `keys`. */
function nth(keys: Float64Array, index: number): number {
  let low = keys[0]!;
  let high = low;
  for (let i = 1; i < keys.length; i++) {
    const key = keys[i]!;
    if (key < low) low = key;
    if (key > high) high = key;
  }
  if (high - low >= SPREAD * keys.length + 64) return keys.sort()[index]!;
  const counts = new Uint32Array(high - low + 1);
  for (let i = 0; i < keys.length; i++) counts[keys[i]! - low]!++;
  let before = 0;
  for (let k = 0; k < counts.length; k++) {
    before += counts[k]!;
    if (before > index) return low + k;
  }
  return high;
}
