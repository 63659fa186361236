/** The places of a ranking that is partly open hold for every way in which it may be settled. */
import fc from "fast-check";
import { expect, it } from "vitest";
import type { ScoreKey } from "../../src/report/results/columns.ts";
import { sorterOf } from "../../src/report/results/row-order.ts";

interface Row {
  readonly low: number;
  readonly high: number;
  readonly tie: number | null;
  readonly ranks: "yes" | "no" | "open";
  readonly group: number | null;
}

const figure = fc.integer({ min: 0, max: 3 });
const row = (ties: boolean): fc.Arbitrary<Row> =>
  fc
    .record({
      low: figure,
      high: fc.oneof(fc.constant(-1), figure),
      tie: ties ? fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 1 })) : fc.constant(0),
      ranks: fc.constantFrom("yes", "yes", "yes", "no", "open"),
      group: fc.constantFrom(0, 0, 1, null),
    })
    .map((r) => ({ ...r, high: Math.max(r.low, r.high) }));

/** One way to settle a row: its score, what parts equals, and its group; null: it does not rank. */
type Settled = { readonly score: number; readonly tie: number; readonly group: number } | null;

function waysOf(r: Row): Settled[] {
  const ways: Settled[] = r.ranks === "yes" ? [] : [null];
  if (r.ranks === "no") return ways;
  for (const group of r.group === null ? [0, 1] : [r.group])
    for (let score = r.low; score <= r.high; score++)
      for (const tie of r.tie === null ? [0, 1] : [r.tie]) ways.push({ score, tie, group });
  return ways;
}

/** All ways to settle all rows. */
const worlds = (rows: readonly Row[]): Settled[][] =>
  rows.reduce<Settled[][]>((all, r) => all.flatMap((w) => waysOf(r).map((x) => [...w, x])), [[]]);

const places = (world: readonly Settled[], ascending: boolean): (number | null)[] =>
  world.map((x) => {
    if (x === null) return null;
    const better = (y: Settled) =>
      y !== null &&
      y.group === x.group &&
      (y.score === x.score ? y.tie < x.tie : ascending ? y.score < x.score : y.score > x.score);
    return 1 + world.filter(better).length;
  });

function keyOf(r: Row, ties: boolean): ScoreKey {
  const open = r.low !== r.high;
  return {
    group: String(r.group),
    score: open ? null : r.low,
    ...(open && { possible: [r.low, r.high] as const }),
    ...(ties && { tie: r.tie }),
    ...(r.group === null && { anyGroup: true as const }),
    ...(r.ranks !== "yes" && { ranks: r.ranks }),
  };
}

it.each([true, false])("places are right in every world that is left (tie breaks: %s)", (ties) => {
  fc.assert(
    fc.property(fc.array(row(ties), { maxLength: 5 }), fc.boolean(), (rows, ascending) => {
      const order = ascending ? "ascending" : "descending";
      const sorter = sorterOf({ by: "score", order, place: 0, unplaced: "", notRanked: "" })!;
      for (const r of rows) sorter.add(keyOf(r, ties));
      const sorted = sorter.sorted();
      const all = worlds(rows).map((w) => places(w, ascending));
      for (const [at, i] of sorted.rows.entries()) {
        const place = sorted.places!.at(at);
        const possible = all.flatMap((w) => w[i] ?? []);
        if (rows[i]!.ranks === "no") expect(place).toBe("not-ranked");
        else if (rows[i]!.ranks === "open" || rows[i]!.group === null) expect(place).toBeUndefined();
        else if (place === undefined || place === "not-ranked") expect.fail("a place is known");
        else {
          expect(place.first).toBeLessThanOrEqual(Math.min(...possible));
          expect(place.last).toBeGreaterThanOrEqual(Math.max(...possible));
          expect(place.last).toBeLessThanOrEqual(place.most);
          if (!ties)
            expect([place.first, place.last]).toEqual([Math.min(...possible), Math.max(...possible)]);
        }
      }
    }),
    { numRuns: 100 },
  );
});
