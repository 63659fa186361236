/**
 * Decides statically how a number is held. Every number has a {@link Shape}: bounds and a step of which it
 * is a multiple, found from the declared ranges of facts and parameters upwards (the reader enforces those).
 * While |value × scale| provably stays below 2^53 it is an integer in a JavaScript number; then a BigInt;
 * where no step is known, a fraction.
 */

import type { Rep } from "../../runtime/abi.ts";
import {
  add,
  compare,
  divide,
  greatest,
  isInteger,
  least,
  multiply,
  negate,
  ONE,
  type Rational,
  rational,
  ZERO,
} from "../../runtime/rational.ts";
import type { NumberType } from "../ir/ir.ts";

/** null bounds are infinite; step null: any rational; step zero: only the number zero. */
export interface Shape {
  readonly low: Rational | null;
  readonly high: Rational | null;
  readonly step: Rational | null;
}

export type Holding =
  | { readonly kind: "int"; readonly scale: bigint }
  | { readonly kind: "big"; readonly scale: bigint }
  | { readonly kind: "rat" };

export const SAFE = 9007199254740991n;
export const RAT: Holding = { kind: "rat" };

/**
 * The largest |value × 1/step| that the strict program takes for a fact without declared bounds. A larger
 * one is no mistake: it goes to the open program, which has no such limit. So a score without a range still
 * computes with small integers. Money in 元 to the cent may be larger.
 */
const LIMIT = 1_000_000_000n;
const MONEY_LIMIT = 10_000_000_000_000n;

/** {@link LIMIT} where it stands in for a bound that a fact or parameter does not declare; else null. */
export function limitOf(type: NumberType): bigint | null {
  if ((type.low !== null && type.high !== null) || type.step === null || type.step.num === 0n) return null;
  const limit = type.dimension === "元" ? MONEY_LIMIT : LIMIT;
  const bound = rational(limit, type.step.den);
  const known = type.low ?? type.high;
  return known !== null && (compare(known, bound) > 0 || compare(known, negate(bound)) < 0) ? null : limit;
}

/** The shape of a fact or parameter. */
export function shapeOf(type: NumberType): Shape {
  const { low, high, step } = type;
  const limit = limitOf(type);
  if (limit === null) return { low, high, step };
  const bound = rational(limit, step!.den);
  return { low: low ?? negate(bound), high: high ?? bound, step };
}
export const constantShape = (value: Rational): Shape => ({
  low: value,
  high: value,
  step: value.num < 0n ? negate(value) : value,
});

/** The largest |value|, or null when unbounded. */
export function magnitude(shape: Shape): Rational | null {
  if (shape.low === null || shape.high === null) return null;
  const low = shape.low.num < 0n ? negate(shape.low) : shape.low;
  const high = shape.high.num < 0n ? negate(shape.high) : shape.high;
  return greatest(low, high);
}

/** Whether value × factor is below 2^53 for every value of the shape. */
export function fits(shape: Shape, factor: bigint): boolean {
  const m = magnitude(shape);
  return m !== null && factor <= SAFE && m.num * factor <= SAFE * m.den;
}

/** The holding of a value of this shape at this scale, of which its step must be a multiple of 1/scale. */
export const heldAt = (shape: Shape, scale: bigint): Holding =>
  fits(shape, scale) ? { kind: "int", scale } : { kind: "big", scale };

export function holdingOf(shape: Shape): Holding {
  if (shape.step === null) return RAT;
  return heldAt(shape, shape.step.num === 0n ? 1n : shape.step.den);
}

export function repOf(holding: Holding, limit: bigint | null = null): Rep {
  switch (holding.kind) {
    case "int":
      return { kind: "int", scale: Number(holding.scale), ...(limit !== null && { limit: Number(limit) }) };
    case "big":
      return { kind: "big", scale: holding.scale.toString() };
    case "rat":
      return { kind: "rat" };
  }
}

// ──────────────────────────── shape arithmetic ────────────────────────────

export function gcd(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
export const lcm = (a: bigint, b: bigint): bigint => (a / gcd(a, b)) * b;

/** The largest step of which both are multiples. */
export function commonStep(a: Rational | null, b: Rational | null): Rational | null {
  if (a === null || b === null) return null;
  if (a.num === 0n) return b;
  if (b.num === 0n) return a;
  const den = lcm(a.den, b.den);
  return rational(gcd(a.num * (den / a.den), b.num * (den / b.den)), den);
}

const both = <T>(a: T | null, b: T | null, f: (a: T, b: T) => T): T | null =>
  a === null || b === null ? null : f(a, b);

export const negated = (a: Shape): Shape => ({
  low: a.high && negate(a.high),
  high: a.low && negate(a.low),
  step: a.step,
});

export const sum = (a: Shape, b: Shape): Shape => ({
  low: both(a.low, b.low, add),
  high: both(a.high, b.high, add),
  step: commonStep(a.step, b.step),
});

export function product(a: Shape, b: Shape): Shape {
  const step = both(a.step, b.step, multiply);
  if (a.step?.num === 0n || b.step?.num === 0n) return { low: ZERO, high: ZERO, step: ZERO };
  if (a.low === null || a.high === null || b.low === null || b.high === null) {
    const positive = a.low !== null && a.low.num >= 0n && b.low !== null && b.low.num >= 0n;
    return { low: positive ? multiply(a.low, b.low) : null, high: null, step };
  }
  const ends = [
    multiply(a.low, b.low),
    multiply(a.low, b.high),
    multiply(a.high, b.low),
    multiply(a.high, b.high),
  ];
  return { low: ends.reduce(least), high: ends.reduce(greatest), step };
}

/** Holds every value of both. */
export const union = (a: Shape, b: Shape): Shape => ({
  low: both(a.low, b.low, least),
  high: both(a.high, b.high, greatest),
  step: commonStep(a.step, b.step),
});

/** Of the smaller (or larger) of the two. */
export function extreme(a: Shape, b: Shape, which: "min" | "max"): Shape {
  const pick = which === "min" ? least : greatest;
  // One finite end bounds a minimum from above, and a maximum from below.
  const one = (x: Rational | null, y: Rational | null) => (x && y ? pick(x, y) : (x ?? y));
  return which === "min"
    ? { low: both(a.low, b.low, least), high: one(a.high, b.high), step: commonStep(a.step, b.step) }
    : { low: one(a.low, b.low), high: both(a.high, b.high, greatest), step: commonStep(a.step, b.step) };
}

/** The sum of at most `count` values. */
export function repeated(a: Shape, count: bigint): Shape {
  const times = (end: Rational | null, sign: 1n | -1n) =>
    end === null ? null : end.num * sign > 0n ? multiply(end, rational(count)) : ZERO;
  return { low: times(a.low, -1n), high: times(a.high, 1n), step: a.step };
}

export const withZero = (a: Shape): Shape => union(a, constantShape(ZERO));

/** A multiple of `step` that differs from the value by less than one step. */
export const rounded = (a: Shape, step: Rational): Shape => ({
  low: a.low && add(a.low, negate(step)),
  high: a.high && add(a.high, step),
  step,
});

/** Whether rounding to `step` changes nothing. */
export const isMultiple = (a: Shape, step: Rational): boolean =>
  a.step !== null && (a.step.num === 0n || isInteger(divide(a.step, step)));

export const quotient = (a: Shape, divisor: Rational): Shape =>
  product(a, constantShape(divide(ONE, divisor)));

/** Whether every value of the shape is `value`. */
export const isConstant = (a: Shape): a is { low: Rational; high: Rational; step: Rational | null } =>
  a.low !== null && a.high !== null && compare(a.low, a.high) === 0;
