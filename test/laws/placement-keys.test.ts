import fc from "fast-check";
import { expect, test } from "vitest";
import type { PlacementTable } from "../../src/runtime/abi.ts";
import { fillingOrder, ladderOf } from "../../src/runtime/ladder.ts";
import { fill, NO_CEILING } from "../../src/runtime/placement.ts";
import { fillByKeys } from "../../src/runtime/placement-keys.ts";
import { runs } from "./runs.ts";

const row = fc.record({
  end: fc.constantFrom("top" as const, "bottom" as const),
  grade: fc.integer({ min: 0, max: 4 }),
});

/** Filling from an order and filling from bars are two ways to one result. */
test("a placement by keys places as the one by order does", () => {
  fc.assert(
    fc.property(
      fc.array(row, { maxLength: 4 }),
      fc.array(fc.nat(6), { minLength: 4, maxLength: 4 }),
      fc.constantFrom("share" as const, "out" as const, "open" as const),
      fc.array(fc.tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -1, max: 5 })), { maxLength: 12 }),
      fc.constantFrom(1, 1000),
      (rows, places, ties, members, spread) => {
        const table: PlacementTable = {
          enumeration: 0,
          score: 0,
          order: "descending",
          tieBreak: null,
          ties,
          pool: null,
          groups: [],
          ceilings: [],
          rows: rows.map((r) => ({ ...r, cite: 0, text: "", rounding: null })),
          rest: null,
        };
        const ladder = ladderOf(table);
        const order = fillingOrder(table);
        const sorted = members
          .map(([key, ceiling]) => [key * spread, ceiling < 0 ? NO_CEILING : ceiling] as const)
          .sort((a, b) => b[0] - a[0]);
        const size = sorted.length;
        const ranks = new Int32Array(size);
        for (let i = 1; i < size; i++)
          ranks[i] = ranks[i - 1]! + (sorted[i]![0] === sorted[i - 1]![0] ? 0 : 1);
        const ceilings = Int32Array.from(sorted, (m) => m[1]);
        const expected = new Int32Array(size);
        const open = fill(table, ladder, order, places, size, ranks, ceilings, expected) >= 0;
        const got = new Int32Array(size);
        const keys = Float64Array.from(sorted, (m) => m[0]);
        const done = fillByKeys(table, ladder, order, places, keys, ceilings, got);
        expect(done).toBe(!open);
        if (done) expect([...got]).toEqual([...expected]);
      },
    ),
    runs(2000),
  );
});
