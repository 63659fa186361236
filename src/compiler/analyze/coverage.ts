import {
  add,
  compare,
  divide,
  floor,
  multiply,
  type Rational,
  rational,
  subtract,
  toText,
} from "../../runtime/rational.ts";
import type { NumberType } from "../ir/ir.ts";

/**
 * Do bands cover a range without overlapping? Decided exactly, on the values that can occur: with a step
 * the lattice of its multiples, without one all rationals. Every finding comes with a concrete value.
 */

export interface Interval {
  readonly low: { readonly value: Rational; readonly included: boolean } | null;
  readonly high: { readonly value: Rational; readonly included: boolean } | null;
}

export type CoverageFinding =
  | {
      readonly kind: "gap";
      readonly after: number | null;
      readonly before: number | null;
      readonly witness: Rational;
      readonly interval: Interval;
    }
  | {
      readonly kind: "overlap";
      readonly first: number;
      readonly second: number;
      readonly witness: Rational;
      /** The row that has the other one wholly inside it. */
      readonly around: number | null;
    }
  | { readonly kind: "empty"; readonly row: number };

/** Of more pairs of rows than these nobody reads. */
const MOST_OVERLAPS = 100;

type End = { readonly value: Rational; readonly included: boolean };

/** −1, 0, 1: how two lower ends compare; null is minus infinity. */
function compareLows(a: End | null, b: End | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  const order = compare(a.value, b.value);
  return order !== 0 ? order : a.included === b.included ? 0 : a.included ? -1 : 1;
}

function compareHighs(a: End | null, b: End | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  const order = compare(a.value, b.value);
  return order !== 0 ? order : a.included === b.included ? 0 : a.included ? 1 : -1;
}

/** With a step, every end can be written as a reachable, included value. */
function snap(interval: Interval, step: Rational | null): Interval {
  if (step === null) return interval;
  const low = interval.low && {
    value: multiply(rational(firstMultiple(interval.low, step)), step),
    included: true,
  };
  const high = interval.high && {
    value: multiply(rational(lastMultiple(interval.high, step)), step),
    included: true,
  };
  return { low, high };
}

function firstMultiple(end: End, step: Rational): bigint {
  const q = divide(end.value, step);
  const down = floor(q);
  return q.den === 1n ? (end.included ? down : down + 1n) : down + 1n;
}

function lastMultiple(end: End, step: Rational): bigint {
  const q = divide(end.value, step);
  const down = floor(q);
  return q.den === 1n && !end.included ? down - 1n : down;
}

/** Where what is not in an interval begins. */
const beyond = ({ value, included }: End): End => ({ value, included: !included });

const isEmpty = ({ low, high }: Interval): boolean => {
  if (low === null || high === null) return false;
  const order = compare(low.value, high.value);
  return order > 0 || (order === 0 && !(low.included && high.included));
};

const meet = (a: Interval, b: Interval): Interval => ({
  low: compareLows(a.low, b.low) >= 0 ? a.low : b.low,
  high: compareHighs(a.high, b.high) <= 0 ? a.high : b.high,
});

/** The value with the fewest decimals in the interval, towards its lower end; what a person would try. */
function witnessOf(interval: Interval, step: Rational | null): Rational {
  const { low, high } = interval;
  if (step !== null) {
    if (low) return multiply(rational(firstMultiple(low, step)), step);
    return high ? multiply(rational(lastMultiple(high, step)), step) : rational(0);
  }
  if (low?.included) return low.value;
  if (!low) return !high ? rational(0) : high.included ? high.value : subtract(high.value, rational(1));
  if (!high) return add(low.value, rational(1));
  // Strictly inside: prefer the middle when it is short (89.5), otherwise the shortest decimal.
  const middle = divide(add(low.value, high.value), rational(2));
  if (toText(middle).length <= toText(high.value).length + 2) return middle;
  for (let places = 0; places <= 30; places++) {
    const unit = rational(1, 10n ** BigInt(places));
    const candidate = multiply(rational(floor(divide(low.value, unit)) + 1n), unit);
    if (
      compare(candidate, low.value) > 0 &&
      (compare(candidate, high.value) < 0 || (high.included && compare(candidate, high.value) === 0))
    )
      return candidate;
  }
  return middle;
}

/**
 * Checks rows (in the order written) against the range and step of a value. `hasRest`: a row catches all
 * others, so gaps cannot occur.
 */
export function checkCoverage(
  rows: readonly Interval[],
  type: NumberType,
  hasRest: boolean,
): CoverageFinding[] {
  const findings: CoverageFinding[] = [];
  let overlaps = 0;
  const range: Interval = snap(
    {
      low: type.low && { value: type.low, included: true },
      high: type.high && { value: type.high, included: true },
    },
    type.step,
  );
  const live = rows.map((row, index) => ({ index, at: meet(snap(row, type.step), range) }));
  for (const row of live) if (isEmpty(row.at)) findings.push({ kind: "empty", row: row.index });
  const sorted = live
    .filter((row) => !isEmpty(row.at))
    .sort((a, b) => compareLows(a.at.low, b.at.low) || a.index - b.index);

  let reached: { index: number; high: End | null } | null = null;
  let active: typeof sorted = [];
  for (const row of sorted) {
    if (overlaps < MOST_OVERLAPS) {
      // Rows come by their lower ends, so what one leaves behind it meets no later row either.
      active = active.filter((other) => !isEmpty(meet({ low: row.at.low, high: null }, other.at)));
      for (const other of active) reportOverlap(other, row);
      active.push(row);
    }
    if (!hasRest) {
      const gap = reached === null ? before(row.at.low) : between(reached.high, row.at.low);
      if (gap) reportGap(reached?.index ?? null, row.index, gap);
    }
    if (reached === null || compareHighs(row.at.high, reached.high) > 0)
      reached = { index: row.index, high: row.at.high };
  }
  if (!hasRest) {
    if (reached === null) reportGap(null, null, range);
    else if (reached.high !== null) {
      const rest: Interval = { low: beyond(reached.high), high: range.high };
      if (!isEmpty(snap(rest, type.step))) reportGap(reached.index, null, rest);
    }
  }
  return findings;

  /** Ends are told as the rows beside the gap have them: `不满50分` leaves out 50 and above, not what is above 49.99. */
  function reportGap(after: number | null, before: number | null, gap: Interval): void {
    const [low, high] = [
      after === null ? null : rows[after]!.high,
      before === null ? null : rows[before]!.low,
    ];
    const interval: Interval = { low: low ? beyond(low) : gap.low, high: high ? beyond(high) : gap.high };
    findings.push({ kind: "gap", after, before, interval, witness: witnessOf(gap, type.step) });
  }
  /** What lies below the first row. */
  function before(low: End | null): Interval | null {
    if (low === null || (range.low !== null && compareLows(range.low, low) >= 0)) return null;
    return { low: range.low, high: beyond(low) };
  }
  /** What lies between the end of one row and the start of the next. */
  function between(high: End | null, low: End | null): Interval | null {
    if (high === null || low === null || compare(high.value, low.value) > 0) return null;
    const gap: Interval = { low: beyond(high), high: beyond(low) };
    return isEmpty(snap(gap, type.step)) ? null : gap;
  }
  function reportOverlap(one: (typeof live)[number], other: (typeof live)[number]): void {
    if (overlaps++ >= MOST_OVERLAPS) return;
    const both = meet(one.at, other.at);
    const is = ({ at }: typeof one) =>
      compareLows(at.low, both.low) === 0 && compareHighs(at.high, both.high) === 0;
    findings.push({
      kind: "overlap",
      first: Math.min(one.index, other.index),
      second: Math.max(one.index, other.index),
      witness: witnessOf(both, type.step),
      around: is(other) ? one.index : is(one) ? other.index : null,
    });
  }
}
