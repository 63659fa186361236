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
  keys: Int32Array | Float64Array | Int8Array | Uint8Array,
  ceilings: Int8Array | Int32Array | null,
  rungs: Int8Array | Int32Array,
): boolean {
  const { rest } = ladder;
  const size = keys.length;
  rungs.fill(rest);
  const free = keys instanceof Int32Array ? new Int32Array(size) : new Float64Array(size);
  let placedTop = 0;
  let placedBottom = 0;
  for (const r of order) {
    const { end, grade } = table.rows[r]!;
    const top = end === "top";
    const rung = ladder.rungs[r]!;
    const want = places[r]! - (top ? placedTop : placedBottom);
    if (want <= 0) continue;
    let count = 0;
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < size; i++) {
      if ((ceilings !== null && ceilings[i]! < grade) || rungs[i] !== rest) continue;
      const key = keys[i]!;
      free[count++] = key;
      if (key < low) low = key;
      if (key > high) high = key;
    }
    if (count === 0) continue;
    let bar = top ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
    if (count > want) {
      const eligible = free.subarray(0, count);
      const found = barOf(eligible, low, high, top ? count - want : want - 1);
      bar = found.key;
      const within = top ? count - found.below : found.upTo;
      if (within > want) {
        if (table.ties === "open") return false;
        // Equals at the bar that do not all fit stay out together: the next key is the bar.
        if (table.ties === "out") bar = nextTo(bar, eligible, top);
      }
    }
    let got = 0;
    for (let i = 0; i < size; i++) {
      if (top ? keys[i]! < bar : keys[i]! > bar) continue;
      if ((ceilings !== null && ceilings[i]! < grade) || rungs[i] !== rest) continue;
      rungs[i] = rung;
      got++;
    }
    if (top) placedTop += got;
    else placedBottom += got;
  }
  return true;
}

/** The nearest key beyond the bar, or one that nobody reaches. */
function nextTo(bar: number, keys: Int32Array | Float64Array, top: boolean): number {
  let next = top ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!;
    if (top ? key > bar && key < next : key < bar && key > next) next = key;
  }
  return next;
}

/** Keys that lie closer together than this many times their number are counted instead of sorted. */
const SPREAD = 4;

/** The key at an index of the ascending order, with how many lie below it, and up to it. May sort `keys`. */
function barOf(
  keys: Int32Array | Float64Array,
  low: number,
  high: number,
  index: number,
): { readonly key: number; readonly below: number; readonly upTo: number } {
  if (high - low >= SPREAD * keys.length + 64) {
    keys.sort();
    const key = keys[index]!;
    let [from, to] = [index, index + 1];
    while (from > 0 && keys[from - 1] === key) from--;
    while (to < keys.length && keys[to] === key) to++;
    return { key, below: from, upTo: to };
  }
  const counts = new Uint32Array(high - low + 1);
  for (let i = 0; i < keys.length; i++) counts[keys[i]! - low]!++;
  let below = 0;
  let k = 0;
  while (below + counts[k]! <= index) below += counts[k++]!;
  return { key: low + k, below, upTo: below + counts[k]! };
}
