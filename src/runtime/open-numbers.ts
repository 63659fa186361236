/**
 * Arithmetic on intervals, by end points. An infinite end times zero is zero, since the value itself is
 * always finite; a divisor that may be zero leaves nothing known.
 */
import {
  type Causes,
  compareHigh,
  compareLow,
  exactOf,
  Interval,
  interval,
  NO_CAUSES,
  type OpenValue,
  unbounded,
  unite,
} from "./open-values.ts";
import {
  add as addRational,
  divide as divideRational,
  multiply as multiplyRational,
  negate as negateRational,
  type Rational,
  type RoundingMode,
  round as roundRational,
} from "./rational.ts";

import type { Cause } from "./result.ts";

/** The causes of all that is not exact among the operands. */
export function causesOf(values: readonly OpenValue[]): Causes {
  let why = NO_CAUSES;
  for (const v of values)
    if (typeof v === "object" && "why" in v) why = unite(why, (v as { why: Causes }).why);
  return why;
}

export function negate(a: Interval): Interval {
  return new Interval(a.high && negateRational(a.high), a.low && negateRational(a.low), a.why);
}

export function add(...args: readonly Interval[]): Interval {
  let low: Rational | null = { num: 0n, den: 1n };
  let high: Rational | null = low;
  for (const a of args) {
    low = low && a.low && addRational(low, a.low);
    high = high && a.high && addRational(high, a.high);
  }
  return interval(low, high, causesOf(args));
}

/** An end on the extended line: a finite value, or an infinity with its sign. */
type End = { readonly value: Rational; readonly infinite: 0 } | { readonly infinite: 1 | -1 };

const lowEnd = (a: Interval): End => (a.low ? { value: a.low, infinite: 0 } : { infinite: -1 });
const highEnd = (a: Interval): End => (a.high ? { value: a.high, infinite: 0 } : { infinite: 1 });
const sign = (e: End): -1 | 0 | 1 =>
  e.infinite !== 0 ? e.infinite : e.value.num < 0n ? -1 : e.value.num > 0n ? 1 : 0;

function timesEnd(a: End, b: End): End {
  const s = sign(a) * sign(b);
  if (s === 0) return { value: { num: 0n, den: 1n }, infinite: 0 };
  if (a.infinite === 0 && b.infinite === 0) return { value: multiplyRational(a.value, b.value), infinite: 0 };
  return { infinite: s > 0 ? 1 : -1 };
}

function times(a: Interval, b: Interval): Interval {
  const p = exactOf(a);
  const q = exactOf(b);
  if (p && q) {
    const product = multiplyRational(p, q);
    return new Interval(product, product, NO_CAUSES);
  }
  let low: Rational | null = null;
  let high: Rational | null = null;
  let lowInfinite = false;
  let highInfinite = false;
  for (const x of [lowEnd(a), highEnd(a)])
    for (const y of [lowEnd(b), highEnd(b)]) {
      const end = timesEnd(x, y);
      if (end.infinite < 0) lowInfinite = true;
      else if (end.infinite > 0) highInfinite = true;
      else if (end.infinite === 0) {
        if (low === null || compareLow(end.value, low) < 0) low = end.value;
        if (high === null || compareHigh(end.value, high) > 0) high = end.value;
      }
    }
  return interval(lowInfinite ? null : low, highInfinite ? null : high, unite(a.why, b.why));
}

export function multiply(...args: readonly Interval[]): Interval {
  return args.reduce(times);
}

/** `cite` names the place of a zero divisor; `kind` and `name` say what it means there. */
export function divide(
  a: Interval,
  b: Interval,
  cite: string,
  kind: ZeroKind = "zero-divisor",
  name = "",
): Interval {
  const divisor = exactOf(b);
  if (divisor && divisor.num === 0n) return unbounded(unite(a.why, [zeroCause(cite, kind, name)]));
  const holdsZero = (b.low === null || b.low.num <= 0n) && (b.high === null || b.high.num >= 0n);
  if (holdsZero) return unbounded(unite(a.why, b.why));
  // The reciprocal swaps the ends; that of an infinite end is zero.
  const zero: Rational = { num: 0n, den: 1n };
  const one: Rational = { num: 1n, den: 1n };
  return times(
    a,
    new Interval(
      b.high ? divideRational(one, b.high) : zero,
      b.low ? divideRational(one, b.low) : zero,
      b.why,
    ),
  );
}

type ZeroKind = "zero-divisor" | "empty" | "not-valid" | "weights" | "inapplicable";

function zeroCause(cite: string, kind: ZeroKind, name: string): Cause {
  switch (kind) {
    case "zero-divisor":
      return { kind, cite };
    case "empty":
    case "inapplicable":
      return { kind, name };
    case "not-valid":
    case "weights":
      return { kind, name, cite };
  }
}

export function least(...args: readonly Interval[]): Interval {
  let low = args[0]!.low;
  let high = args[0]!.high;
  for (const a of args) {
    if (compareLow(a.low, low) < 0) low = a.low;
    if (compareHigh(a.high, high) < 0) high = a.high;
  }
  return interval(low, high, causesOf(args));
}

export function greatest(...args: readonly Interval[]): Interval {
  let low = args[0]!.low;
  let high = args[0]!.high;
  for (const a of args) {
    if (compareLow(a.low, low) > 0) low = a.low;
    if (compareHigh(a.high, high) > 0) high = a.high;
  }
  return interval(low, high, causesOf(args));
}

export function round(a: Interval, step: Rational, mode: RoundingMode): Interval {
  return interval(
    a.low && roundRational(a.low, step, mode),
    a.high && roundRational(a.high, step, mode),
    a.why,
  );
}
