import { compare } from "../reference/expression.ts";
import { orderEnds } from "../reference/fraction.ts";
import type { Value } from "../reference/value.ts";
import type { World } from "../reference/world.ts";

/** Whether `inner` is one of the things that `outer` leaves possible. */
function within(outer: Value, inner: Value): boolean {
  if (outer.kind === "unknown") return true;
  if (outer.kind === "number" && inner.kind === "number") {
    const [o, i] = [outer.interval, inner.interval];
    return orderEnds(o.low, i.low) <= 0 && orderEnds(i.high, o.high) <= 0;
  }
  if (outer.kind === "truth" && inner.kind === "truth")
    return outer.value === undefined || outer.value === inner.value;
  if (outer.kind === "choice" && inner.kind === "choice") {
    return [...inner.possible].every((m) => outer.possible.has(m));
  }
  return compare("==", outer, inner) === true;
}

/** The cells whose value in `complete` is not among the values that `open` leaves possible. */
export function missing(open: World, complete: World): string[] {
  const show = (v: Value) =>
    JSON.stringify(v, (_, x) => (typeof x === "bigint" ? `${x}` : x instanceof Set ? [...x] : x));
  // A record of a list that is forgotten is no subject of the open world, and the other way round.
  return open.subjects.flatMap((s) =>
    [...s.cells].flatMap(([cell, outer]) => {
      const same = complete.subjects.find((c) => c.kind === s.kind && c.id === s.id);
      const inner = same?.cells.get(cell);
      if (inner === undefined) return [];
      if (within(outer, inner)) return [];
      const what = open.measure.cells[cell]!;
      return [`${s.id} cell ${cell} (${what.body.kind} ${what.text}): ${show(inner)} not in ${show(outer)}`];
    }),
  );
}
