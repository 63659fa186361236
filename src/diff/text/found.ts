import type { Pair } from "./pairing.ts";
import type { Unit, UnitTree } from "./units.ts";

/** A unit that differs, before anything is known of its meaning. */
export interface Found {
  readonly old: Unit | null;
  readonly new: Unit | null;
  /** The structure differs, or the unit stands under another heading. */
  readonly structural: boolean;
  /** Word for word the same: what it says is settled elsewhere, as by a general rule. */
  readonly sameWords?: boolean;
  /** Its number, or the order below it, is another. */
  readonly renamed?: boolean;
}

/** Everything in which two trees differ, but for layout and comments. */
export function findings(trees: { old: UnitTree; new: UnitTree }, pairs: readonly Pair[]): Found[] {
  const newOf = new Map(pairs.map((p) => [p.old, p.new]));
  const oldOf = new Map(pairs.map((p) => [p.new, p.old]));
  const found: Found[] = [];
  for (const { old: a, new: b } of pairs) {
    const moved = a.parent !== null && newOf.get(a.parent) !== b.parent;
    const differs = a.fingerprint !== b.fingerprint;
    const words = wordsOf(a) !== wordsOf(b) || a.title !== b.title || a.beside !== b.beside;
    const numbered = plainKey(a) !== plainKey(b);
    const renamed = numbered || reordered(a, b, newOf, oldOf);
    if (moved || differs || words || renamed)
      found.push({
        old: a,
        new: b,
        structural: differs || moved,
        sameWords: differs && !words && !moved,
        renamed,
      });
  }
  // What stands below something added or removed goes with it.
  for (const u of trees.old.units)
    if (!newOf.has(u) && (u.parent === null || newOf.has(u.parent)))
      found.push({ old: u, new: null, structural: true });
  for (const u of trees.new.units)
    if (!oldOf.has(u) && (u.parent === null || oldOf.has(u.parent)))
      found.push({ old: null, new: u, structural: true });
  return found;
}

/** Words without spaces and in one width, so that a change of layout is none. */
const wordsOf = (u: Unit): string => u.text.normalize("NFKC").replace(/[\s。;,]+/g, "");
/** A label without the number that tells twins apart. */
export const plainKey = (u: Unit): string => u.key.split("\u0000")[0]!;

/** Whether the counterparts of the provisions below stand in another order. */
export function reordered(
  a: Unit,
  b: Unit,
  newOf: ReadonlyMap<Unit, Unit>,
  oldOf: ReadonlyMap<Unit, Unit>,
): boolean {
  const there = a.children.map((c) => newOf.get(c)).filter((c) => c?.parent === b);
  const here = b.children.filter((c) => oldOf.get(c)?.parent === a);
  return here.some((c, i) => c !== there[i]);
}
