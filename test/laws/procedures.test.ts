import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { after, occurrences, type Window, windowOf } from "../../src/compiler/calendar/window.ts";
import type { DeadlineData, Recurrence } from "../../src/compiler/ir/ir.ts";
import { CHINA } from "../../src/data/holidays.ts";
import { type Candidate, type DrawResult, draw } from "../../src/procedures/draw.ts";
import { calendarDay, dayNumber } from "../../src/runtime/calendar.ts";
import { rational } from "../../src/runtime/rational.ts";
import { WorkDays } from "../../src/runtime/work-calendar.ts";
import { runs } from "./runs.ts";

/** What holds of dates of procedures and of draws, whatever they are. */

const RECURRENCES: readonly Recurrence[] = [
  "month",
  "two-months",
  "odd-months",
  "even-months",
  "quarter",
  "half-year",
  "year",
];
const calendar = new WorkDays(CHINA);
const year = fc.integer({ min: 2005, max: 2030 });
const bare: DeadlineData = {
  ...{ text: "", recurrence: null, anchor: null, afterEnd: false },
  ...{ month: null, day: null, amount: null, edge: null, days: null },
};
const deadline: fc.Arbitrary<DeadlineData> = fc
  .record({
    recurrence: fc.constantFrom(...RECURRENCES, null),
    afterEnd: fc.boolean(),
    month: fc.option(fc.integer({ min: 1, max: 12 })),
    day: fc.option(fc.integer({ min: 1, max: 31 })),
    amount: fc.option(
      fc.record({
        count: fc.integer({ min: 1, max: 40 }),
        unit: fc.constantFrom("days", "working-days", "weeks", "months", "years"),
      }),
    ),
    edge: fc.constantFrom("before", "within", "end", "start", "early", "middle", "late", null),
  })
  .map((d) => ({ ...bare, ...d, edge: d.edge as DeadlineData["edge"] }) as DeadlineData);

describe("the periods in which something falls", () => {
  it("lie in the year, in order, without overlap; all but odd and even months fill it", () => {
    fc.assert(
      fc.property(fc.constantFrom(...RECURRENCES), year, (often, y) => {
        const found = occurrences(often, y);
        const [first, last] = [dayNumber(y, 1, 1), dayNumber(y, 12, 31)];
        found.forEach((at, i) => {
          expect(at.start).toBeLessThanOrEqual(at.end);
          expect(at.start).toBeGreaterThan(i === 0 ? first - 1 : found[i - 1]!.end);
        });
        const days = found.reduce((n, at) => n + at.end - at.start + 1, 0);
        if (often === "odd-months" || often === "even-months") {
          const other = occurrences(often === "odd-months" ? "even-months" : "odd-months", y);
          expect(days + other.reduce((n, at) => n + at.end - at.start + 1, 0)).toBe(last - first + 1);
        } else expect(days).toBe(last - first + 1);
      }),
      runs(60),
    );
  });
});

describe("the days of a deadline", () => {
  it("end on a day that exists, never before they begin, and either end or say why not", () => {
    fc.assert(
      fc.property(deadline, year, (d, y) => {
        for (const at of occurrences(d.recurrence ?? "year", y)) {
          const w = windowOf(d, at, null, calendar);
          expect((w.to === null) === (w.open !== null)).toBe(true);
          if (w.from !== null && w.to !== null && w.moved === null) expect(w.from).toBeLessThanOrEqual(w.to);
        }
      }),
      runs(200),
    );
  });

  it("move forward past days off only, and to a day on which people work", () => {
    fc.assert(
      fc.property(deadline, year, (d, y) => {
        for (const at of occurrences(d.recurrence ?? "year", y)) {
          const w: Window = windowOf(d, at, null, calendar);
          if (w.moved === null) continue;
          expect(calendar.isWorking(w.to!)).toBe(true);
          for (let day = w.moved; day < w.to!; day++) expect(calendar.isWorking(day)).toBe(false);
        }
      }),
      runs(200),
    );
  });

  it("counted in working days have exactly so many of them", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: dayNumber(2005, 1, 1), max: dayNumber(2026, 10, 1) }),
        fc.integer({ min: 1, max: 40 }),
        (start, count) => {
          const { to, open } = after(start, { count, unit: "working-days" }, calendar);
          if (to === null) {
            expect(open?.kind).toBe("unannounced");
            return;
          }
          let working = 0;
          for (let day = start + 1; day <= to; day++) if (calendar.isWorking(day)) working++;
          expect(working).toBe(count);
          expect(calendar.isWorking(to)).toBe(true);
        },
      ),
      runs(100),
    );
  });

  it("are open in a year whose days off nobody has announced", () => {
    const d: DeadlineData = { ...bare, recurrence: "month", day: 10, edge: "before" };
    for (const at of occurrences("month", 2035)) {
      const w = windowOf(d, at, null, calendar);
      expect(w.open).toMatchObject({ kind: "unannounced", year: 2035 });
      expect(calendarDay(w.open?.kind === "unannounced" ? w.open.day! : 0).day).toBe(10);
    }
  });
});

const candidates = fc
  .uniqueArray(fc.string({ minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 30 })
  .chain((ids) =>
    fc
      .array(fc.constantFrom("东县", "西县", "南县"), { minLength: ids.length, maxLength: ids.length })
      .map((groups) => ids.map((id, i): Candidate => ({ kind: "队员", id, group: groups[i]! }))),
  );
const twenty = { amount: rational(1, 5), share: true, rounding: "up", kinds: "together" } as const;
const drawn = (of: readonly Candidate[], seed: string) => draw(of, twenty, seed) as DrawResult;
const names = (r: DrawResult) =>
  r.lots
    .filter((l) => l.drawn)
    .map((l) => l.id)
    .sort();

describe("a draw", () => {
  it("is the same for the same seed in whatever order the list stands", () => {
    fc.assert(
      fc.property(candidates, fc.string({ minLength: 1 }), (of, seed) => {
        expect(names(drawn([...of].reverse(), seed))).toEqual(names(drawn(of, seed)));
      }),
      runs(60),
    );
  });

  it("takes from every group what its share comes to", () => {
    fc.assert(
      fc.property(candidates, fc.string({ minLength: 1 }), (of, seed) => {
        const result = drawn(of, seed);
        for (const g of result.groups) {
          const members = result.lots.filter((l) => l.group === g.group);
          expect(members.length).toBe(g.size);
          expect(members.filter((l) => l.drawn).length).toBe(Math.ceil(g.size / 5));
          // Nobody with a smaller lot is passed over.
          const out = members.filter((l) => !l.drawn).map((l) => l.lot);
          for (const l of members.filter((m) => m.drawn)) for (const o of out) expect(l.lot < o).toBe(true);
        }
      }),
      runs(60),
    );
  });

  it("favours nobody: over many seeds each is drawn about as often", () => {
    const of = Array.from({ length: 10 }, (_, i): Candidate => ({ kind: "队员", id: `${i}`, group: "" }));
    const times = new Map<string, number>();
    for (let seed = 0; seed < 2000; seed++)
      for (const id of names(drawn(of, String(seed)))) times.set(id, (times.get(id) ?? 0) + 1);
    // 2 of 10 in 2,000 draws: 400 expected, with a standard deviation of 18.
    for (const id of of.map((c) => c.id)) expect(Math.abs((times.get(id) ?? 0) - 400)).toBeLessThan(90);
  });
});
