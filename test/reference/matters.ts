import type { Once } from "../../src/compiler/ir/ir.ts";
import type { Member } from "./aggregate.ts";
import { orderDates } from "./calendar.ts";
import { fraction, greater, type Interval, lesser } from "./fraction.ts";
import { isExact, or, type Value } from "./value.ts";
import type { Fact } from "./world.ts";

/** One matter counts once: the records of a list, gathered by the fields in which they agree. */

export interface RecordMember extends Member {
  readonly fields: readonly Fact[];
}

const asValue = (fact: Fact): Value => {
  if (fact.kind === "list" || fact.kind === "no-list") throw new Error("a record holds no lists");
  return fact;
};

const textOf = (v: Value): string =>
  JSON.stringify(v, (_, x) => (typeof x === "bigint" ? `${x}` : x instanceof Set ? [...x] : x));

/** The records that may belong, matter by matter; "unclear" when they cannot be told apart. */
export function mattersOf(
  once: Once,
  records: readonly RecordMember[],
): readonly (readonly RecordMember[])[] | "unclear" {
  const possible = records.filter((r) => r.belongs !== false);
  if (once.same.length === 0) return possible.map((r) => [r]);
  const keys = possible.map((r) => once.same.map((f) => asValue(r.fields[f]!)));
  if (keys.some((k) => !k.every(isExact))) return "unclear";
  const texts = keys.map((k) => k.map(textOf).join("\n"));
  return [...new Set(texts)].map((text) => possible.filter((_, i) => texts[i] === text));
}

/** A matter as one member: it belongs when one record does, with the highest value of those that do. */
export function asOne(matter: readonly RecordMember[]): Member {
  const sure = matter.filter((r) => r.belongs === true);
  const lows = (sure.length > 0 ? sure : matter).map((r) => r.value.low);
  return {
    belongs: or(matter.map((r) => r.belongs)),
    value: {
      low: lows.reduce(sure.length > 0 ? greater : lesser),
      high: matter.map((r) => r.value.high).reduce(greater),
    },
  };
}

/** How many matters count when only so many of each period do. */
export function countPerPeriod(
  { date, months, count }: NonNullable<Once["atMost"]>,
  matters: readonly (readonly RecordMember[])[],
): Interval {
  const placed = matters.map((m) => {
    const dates = m.map((r) => asValue(r.fields[date]!)).flatMap((v) => (v.kind === "date" ? [v.value] : []));
    const first = [...dates].sort(orderDates)[0];
    const periods = [...dates].sort(orderDates).map((d) => `${d.year}/${Math.floor((d.month - 1) / months)}`);
    const same = new Set(periods).size === 1;
    const known = dates.length === m.length && first && (same || m.every((r) => r.belongs === true));
    return { period: known ? periods[0]! : null, belongs: asOne(m).belongs };
  });
  const total = (of: typeof placed): number => {
    const names = new Set(of.map((m) => m.period));
    return [...names].reduce(
      (sum, name) => sum + Math.min(count, of.filter((m) => m.period === name).length),
      0,
    );
  };
  const settled = placed.filter((m) => m.period !== null);
  const anywhere = placed.length - settled.length;
  return {
    low: fraction(total(settled.filter((m) => m.belongs === true))),
    high: fraction(total(settled) + anywhere),
  };
}
