import {
  add,
  compare,
  divide,
  equal,
  greatest,
  least,
  multiply,
  negate,
  type Rational,
  rational,
  round,
  ZERO,
} from "../../runtime/rational.ts";
import type { NumberType } from "../ir/ir.ts";
import { COUNTING, combineDimensions, type Unit } from "../vocabulary/units.ts";

/**
 * Static ranges and steps of numbers. They decide which bands can be met, how exact a comparison must be,
 * and whether machine integers are enough. A step of null means dense: any rational may occur.
 */

const PURE = { unit: "", factor: rational(1) };

export function numberType(
  unit: Unit | undefined,
  low: Rational | null,
  high: Rational | null,
  step: Rational | null,
): NumberType {
  return {
    kind: "number",
    dimension: unit?.dimension ?? "",
    low,
    high,
    step,
    display: unit ? { unit: unit.name, factor: unit.factor } : PURE,
  };
}

/** The type of one constant. */
export function constantType(value: Rational, unit: Unit | undefined): NumberType {
  return numberType(
    unit,
    value,
    value,
    value.num === 0n ? null : rational(value.num < 0n ? -value.num : value.num, value.den),
  );
}

const isConstant = (t: NumberType): boolean => t.low !== null && t.high !== null && equal(t.low, t.high);
const isZero = (t: NumberType): boolean => isConstant(t) && t.low!.num === 0n;

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** The largest step of which both are multiples. A constant zero is a multiple of every step. */
function commonStep(a: NumberType, b: NumberType): Rational | null {
  if (isZero(a)) return b.step;
  if (isZero(b)) return a.step;
  if (a.step === null || b.step === null) return null;
  return rational(gcd(a.step.num * b.step.den, b.step.num * a.step.den), a.step.den * b.step.den);
}

const plus = (a: Rational | null, b: Rational | null): Rational | null => (a && b ? add(a, b) : null);

export function sumType(a: NumberType, b: NumberType): NumberType {
  return { ...a, low: plus(a.low, b.low), high: plus(a.high, b.high), step: commonStep(a, b) };
}

export function negateType(a: NumberType): NumberType {
  return { ...a, low: a.high && negate(a.high), high: a.low && negate(a.low) };
}

function productBounds(a: NumberType, b: NumberType): { low: Rational | null; high: Rational | null } {
  if (a.low && a.high && b.low && b.high) {
    const corners = [
      multiply(a.low, b.low),
      multiply(a.low, b.high),
      multiply(a.high, b.low),
      multiply(a.high, b.high),
    ];
    return { low: corners.reduce(least), high: corners.reduce(greatest) };
  }
  // One side open: only the case of two non-negative factors keeps a bound.
  if (a.low && b.low && a.low.num >= 0n && b.low.num >= 0n)
    return { low: multiply(a.low, b.low), high: a.high && b.high ? multiply(a.high, b.high) : null };
  return { low: null, high: null };
}

/** Whether what 计数 gave may be said in a unit. Records are counted in many, but people are no records. */
export const countsIn = (counted: NumberType, unit: string): boolean =>
  counted.headcount === true && COUNTING.has(unit) && !(counted.dimension === "次" && unit === "人");

/** The dimension of what 计数 gives, beside another: 2分/起 × 计数(通报) counts in 起. */
function countedBeside(counted: NumberType, other: NumberType, sign: 1 | -1): string {
  const unit = sign === 1 ? other.dimension.split("/")[1] : other.dimension;
  return unit !== undefined && countsIn(counted, unit) ? unit : counted.dimension;
}

export function productType(a: NumberType, b: NumberType): NumberType {
  const dimension = combineDimensions(countedBeside(a, b, 1), countedBeside(b, a, 1), 1);
  const step = a.step && b.step ? multiply(a.step, b.step) : null;
  return { kind: "number", dimension, ...productBounds(a, b), step, display: displayOf(dimension, a, b) };
}

export function quotientType(a: NumberType, b: NumberType): NumberType {
  const dimension = combineDimensions(countedBeside(a, b, -1), countedBeside(b, a, -1), -1);
  const display = displayOf(dimension, a);
  if (isConstant(b) && b.low!.num !== 0n) {
    const by = b.low!;
    const ends = [a.low && divide(a.low, by), a.high && divide(a.high, by)];
    const [low, high] = by.num > 0n ? ends : [ends[1]!, ends[0]!];
    const step = a.step && divide(a.step, by);
    return {
      kind: "number",
      dimension,
      low: low ?? null,
      high: high ?? null,
      step: step && step.num < 0n ? negate(step) : step,
      display,
    };
  }
  if (a.low && b.low && a.low.num >= 0n && b.low.num > 0n)
    return {
      kind: "number",
      dimension,
      low: b.high ? divide(a.low, b.high) : ZERO,
      high: a.high ? divide(a.high, b.low) : null,
      step: null,
      display,
    };
  const nonNegative = a.low && b.low && a.low.num >= 0n && b.low.num >= 0n;
  return { kind: "number", dimension, low: nonNegative ? ZERO : null, high: null, step: null, display };
}

/** Products are shown in the unit of the operand that has their dimension, else in base units. */
function displayOf(dimension: string, ...operands: NumberType[]): NumberType["display"] {
  const same = operands.find((o) => o.dimension === dimension && dimension !== "");
  return same ? same.display : dimension === "" ? PURE : { unit: dimension, factor: rational(1) };
}

/** The range that holds both: for `若`, bands, highest and lowest of several. */
export function hullType(a: NumberType, b: NumberType): NumberType {
  return {
    ...a,
    low: a.low && b.low ? least(a.low, b.low) : null,
    high: a.high && b.high ? greatest(a.high, b.high) : null,
    step: commonStep(a, b),
  };
}

export function roundType(a: NumberType, step: Rational, mode: "half-up" | "down" | "up"): NumberType {
  return { ...a, low: a.low && round(a.low, step, mode), high: a.high && round(a.high, step, mode), step };
}

/** Range of a sum of up to `count` values (null: any number of them), counting the empty sum. */
export function repeatedType(a: NumberType, count: number | null): NumberType {
  const n = count === null ? null : rational(count);
  const low = a.low && (a.low.num >= 0n ? ZERO : n && multiply(a.low, n));
  const high = a.high && (a.high.num <= 0n ? ZERO : n && multiply(a.high, n));
  return { ...a, low, high };
}

/** True when every value of the type lies in [low, high]. */
export function within(a: NumberType, low: Rational | null, high: Rational | null): boolean {
  return (
    (low === null || (a.low !== null && compare(a.low, low) >= 0)) &&
    (high === null || (a.high !== null && compare(a.high, high) <= 0))
  );
}
