/**
 * Counting one matter once: records that agree in some fields are one matter, which counts with the highest
 * of their values, and of which so many a calendar period may count.
 */
import { calendarDay } from "./calendar.ts";
import { or } from "./open-logic.ts";
import {
  CauseSet,
  type Causes,
  compareHigh,
  compareLow,
  exactOf,
  Interval,
  interval,
  isExact,
  type OpenValue,
  type Truth,
  Unknown,
  whyOf,
} from "./open-values.ts";
import { compare, type Rational, rational } from "./rational.ts";

export interface Once {
  readonly same: readonly number[];
  readonly atMost: { readonly date: number; readonly months: number; readonly count: number } | null;
}

/** A number for the period of so many months a day lies in; equal for days of one period. */
function periodOf(day: number, months: number): number {
  const { year, month } = calendarDay(day);
  return Math.floor((year * 12 + month - 1) / months);
}

// ──────────────────────────────── strict ────────────────────────────────

type Plain = number | bigint | string | boolean | Rational;

/** Equal for records whose fields are equal. */
export const matterKey = (...same: readonly Plain[]): string =>
  JSON.stringify(same.map((v) => (typeof v === "object" ? `${v.num}/${v.den}` : String(v))));

/** Remembers the first day of a matter. */
export function addMatter(matters: Map<unknown, number>, key: unknown, day: number): void {
  const known = matters.get(key);
  if (known === undefined || day < known) matters.set(key, day);
}

/** How many matters count, with at most `count` in one period where `months` is given. */
export function countMatters(
  matters: ReadonlyMap<unknown, number>,
  months: number | null,
  count = 0,
): number {
  if (months === null) return matters.size;
  const found = new Map<number, number>();
  for (const day of matters.values()) {
    const period = periodOf(day, months);
    found.set(period, (found.get(period) ?? 0) + 1);
  }
  let total = 0;
  for (const n of found.values()) total += Math.min(n, count);
  return total;
}

/** Remembers the highest value of a matter. */
export function keepHighest<T extends number | bigint | Rational>(
  matters: Map<unknown, T>,
  key: unknown,
  value: T,
): void {
  const known = matters.get(key);
  const higher =
    known === undefined ||
    (typeof value === "object" ? compare(value, known as Rational) > 0 : value > (known as T));
  if (higher) matters.set(key, value);
}

// ───────────────────────────────── open ─────────────────────────────────

interface Matter {
  belongs: Truth;
  allSure: boolean;
  /** Highest low of the sure records, lowest low of all, highest high of all. */
  sureLow: Interval | null;
  lowest: Interval | null;
  highest: Interval | null;
  readonly why: CauseSet;
  readonly days: (number | Unknown)[];
}

/** Matters being gathered: {@link Matters.add} each record that may belong, then read the members. */
export class Matters {
  /** Why records could not be told apart; empty while they all can. */
  unclear: Causes = [];
  private readonly matters = new Map<unknown, Matter>();
  private readonly once: Once;

  constructor(once: Once) {
    this.once = once;
  }

  add(fields: readonly OpenValue[], belongs: true | Unknown, value: Interval | null): void {
    const same = this.once.same.map((f) => fields[f]!);
    const blurred = same.filter((v) => !isExact(v));
    if (blurred.length > 0) {
      const why = new CauseSet();
      why.add(this.unclear);
      for (const v of blurred) why.add(whyOf(v));
      this.unclear = why.list();
      return;
    }
    const plain = same.map((v) => (v instanceof Interval ? exactOf(v)! : (v as Plain)));
    const key = same.length === 0 ? this.matters.size : matterKey(...plain);
    let matter = this.matters.get(key);
    if (matter === undefined) {
      matter = {
        ...{ belongs: false, allSure: true, sureLow: null, lowest: null, highest: null },
        ...{ why: new CauseSet(), days: [] },
      };
      this.matters.set(key, matter);
    }
    matter.belongs = or(matter.belongs, belongs);
    if (belongs !== true) matter.allSure = false;
    const { atMost } = this.once;
    if (atMost !== null) matter.days.push(fields[atMost.date] as number | Unknown);
    if (value === null) return;
    matter.why.add(value.why);
    if (belongs !== true) matter.why.add(belongs.why);
    else if (matter.sureLow === null || compareLow(value.low, matter.sureLow.low) > 0) matter.sureLow = value;
    if (matter.lowest === null || compareLow(value.low, matter.lowest.low) < 0) matter.lowest = value;
    if (matter.highest === null || compareHigh(value.high, matter.highest.high) > 0) matter.highest = value;
  }

  /** The matters as members of a figure. */
  *all(): Generator<{ readonly value: Interval | null; readonly doubt: Causes | null }> {
    for (const m of this.matters.values()) {
      const low = m.sureLow ?? m.lowest;
      const value = low && interval(low.low, m.highest!.high, m.why.list());
      yield { value, doubt: m.belongs instanceof Unknown ? m.belongs.why : null };
    }
  }

  /** How many matters count when each period takes only so many. */
  count(): Interval {
    const { months, count } = this.once.atMost!;
    const sure = new Map<number, number>();
    const possible = new Map<number, number>();
    const why = new CauseSet();
    let anywhere = 0;
    for (const m of this.matters.values()) {
      if (m.belongs instanceof Unknown) why.add(m.belongs.why);
      const period = periodOfMatter(m, months, why);
      if (period === null) anywhere += 1;
      else {
        possible.set(period, (possible.get(period) ?? 0) + 1);
        if (m.belongs === true) sure.set(period, (sure.get(period) ?? 0) + 1);
      }
    }
    const total = (of: ReadonlyMap<number, number>): number =>
      [...of.values()].reduce((sum, n) => sum + Math.min(n, count), 0);
    return interval(rational(total(sure)), rational(total(possible) + anywhere), why.list());
  }
}

/** The period of the first day of a matter; null while it is open. */
function periodOfMatter(m: Matter, months: number, why: CauseSet): number | null {
  const days: number[] = [];
  for (const day of m.days) {
    if (day instanceof Unknown) why.add(day.why);
    else days.push(day);
  }
  if (days.length < m.days.length) return null;
  const first = periodOf(Math.min(...days), months);
  return m.allSure || days.every((d) => periodOf(d, months) === first) ? first : null;
}
