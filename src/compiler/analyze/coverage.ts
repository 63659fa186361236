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
  | { readonly kind: "overlap"; readonly first: number; readonly second: number; readonly witness: Rational }
  | { readonly kind: "empty"; readonly row: number };

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

const isEmpty = ({ low, high }: Interval): boolean => {
  if (low === null || high === null) return false;
  const order = compare(low.value, high.value);
  return order > 0 || (order === 0 && !(low.included && high.included));
};

const meet = (a: Interval, b: Interval): Interval => ({
  low: compareLows(a.low, b.low) >= 0 ? a.low : b.low,
  high: compareHighs(a.high, b.high) <= 0 ? a.high : b.high,
});

/** What lies between the end of one interval and the start of the next. */
function between(high: End, low: End): Interval {
  return {
    low: { value: high.value, included: !high.included },
    high: { value: low.value, included: !low.included },
  };
}

/** The value with the fewest decimals in the interval, towards its lower end; what a person would try. */
export function witnessOf(interval: Interval, step: Rational | null): Rational {
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
  for (const row of sorted) {
    if (reached === null) {
      if (!hasRest && range.low === null && row.at.low !== null)
        reportGap(null, row.index, {
          low: null,
          high: { value: row.at.low.value, included: !row.at.low.included },
        });
      else if (!hasRest && row.at.low && range.low && compareLows(range.low, row.at.low) < 0)
        reportGap(null, row.index, {
          low: range.low,
          high: { value: row.at.low.value, included: !row.at.low.included },
        });
    } else if (
      reached.high !== null &&
      row.at.low !== null &&
      compare(reached.high.value, row.at.low.value) <= 0
    ) {
      const gap = between(reached.high, row.at.low);
      const both = meet({ low: row.at.low, high: row.at.high }, { low: null, high: reached.high });
      if (!isEmpty(both)) findings.push(overlap(reached.index, row.index, both));
      else if (!hasRest && !isEmpty(snap(gap, type.step))) reportGap(reached.index, row.index, gap);
    } else findings.push(overlap(reached.index, row.index, meet(row.at, { low: null, high: reached.high })));
    if (reached === null || compareHighs(row.at.high, reached.high) > 0)
      reached = { index: row.index, high: row.at.high };
  }
  if (!hasRest) {
    if (reached === null) reportGap(null, null, range);
    else if (reached.high !== null) {
      const rest: Interval = {
        low: { value: reached.high.value, included: !reached.high.included },
        high: range.high,
      };
      if (!isEmpty(snap(rest, type.step))) reportGap(reached.index, null, rest);
    }
  }
  return findings;

  function reportGap(after: number | null, before: number | null, interval: Interval): void {
    findings.push({ kind: "gap", after, before, interval, witness: witnessOf(interval, type.step) });
  }
  function overlap(first: number, second: number, at: Interval): CoverageFinding {
    return {
      kind: "overlap",
      first: Math.min(first, second),
      second: Math.max(first, second),
      witness: witnessOf(at, type.step),
    };
  }
}
