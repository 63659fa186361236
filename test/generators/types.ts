import type { NumberType, Type } from "../../src/compiler/ir/ir.ts";
import {
  addIntervals,
  type End,
  exact,
  type Fraction,
  fraction,
  greater,
  type Interval,
  lesser,
  multiplyIntervals,
  negateInterval,
  over,
  plus,
  sign,
  times,
} from "../reference/fraction.ts";

/** Number types of generated measures: ranges and steps follow from those of the parts, as a checker infers them. */
export type Dimension = "分" | "" | "次" | "元";

const DISPLAY: Record<Dimension, NumberType["display"]> = {
  分: { unit: "分", factor: fraction(1) },
  "": { unit: "%", factor: fraction(1, 100) },
  次: { unit: "次", factor: fraction(1) },
  元: { unit: "万元", factor: fraction(10000) },
};

export const TRUTH: Type = { kind: "truth" };

export function numberType(
  dimension: string,
  low: Fraction | null,
  high: Fraction | null,
  step: Fraction | null,
): NumberType {
  const display = DISPLAY[dimension as Dimension];
  return { kind: "number", dimension, low, high, step, display };
}

/** The type of a constant: exactly that number. */
export function constantType(dimension: string, value: Fraction): NumberType {
  const step = sign(value) === 0 ? fraction(1) : sign(value) < 0 ? times(fraction(-1), value) : value;
  return numberType(dimension, value, value, step);
}

const rangeOf = (t: NumberType): Interval => ({ low: t.low ?? "-inf", high: t.high ?? "+inf" });
const finite = (e: End): Fraction | null => (typeof e === "string" ? null : e);
const ofRange = (dimension: string, i: Interval, step: Fraction | null): NumberType =>
  numberType(dimension, finite(i.low), finite(i.high), step);

/** The coarsest step of which both are multiples. */
export function commonStep(a: Fraction | null, b: Fraction | null): Fraction | null {
  if (!a || !b) return null;
  let [x, y] = [a.num * b.den, b.num * a.den];
  while (y !== 0n) [x, y] = [y, x % y];
  return fraction(x, a.den * b.den);
}

export const addTypes = (a: NumberType, b: NumberType): NumberType =>
  ofRange(a.dimension, addIntervals(rangeOf(a), rangeOf(b)), commonStep(a.step, b.step));

export const multiplyTypes = (a: NumberType, b: NumberType): NumberType =>
  ofRange(
    a.dimension === "" ? b.dimension : a.dimension,
    multiplyIntervals(rangeOf(a), rangeOf(b)),
    a.step && b.step && times(a.step, b.step),
  );

export const negateType = (a: NumberType): NumberType =>
  ofRange(a.dimension, negateInterval(rangeOf(a)), a.step);

export function extremeType(op: "min" | "max", a: NumberType, b: NumberType): NumberType {
  const pick = op === "min" ? lesser : greater;
  const [x, y] = [rangeOf(a), rangeOf(b)];
  return ofRange(
    a.dimension,
    { low: pick(x.low, y.low), high: pick(x.high, y.high) },
    commonStep(a.step, b.step),
  );
}

export const eitherType = (a: NumberType, b: NumberType): NumberType => {
  const [x, y] = [rangeOf(a), rangeOf(b)];
  return ofRange(
    a.dimension,
    { low: lesser(x.low, y.low), high: greater(x.high, y.high) },
    commonStep(a.step, b.step),
  );
};

/** A quotient is dense; its range is known only where the divisor is one number other than zero. */
export function divideTypes(a: NumberType, b: NumberType): NumberType {
  const divisor = exact(rangeOf(b));
  const dimension = a.dimension === b.dimension ? "" : a.dimension;
  if (!divisor || sign(divisor) === 0) return numberType(dimension, null, null, null);
  const factor = over(fraction(1), divisor);
  return ofRange(dimension, multiplyIntervals(rangeOf(a), { low: factor, high: factor }), null);
}

/** Rounding moves a number by less than one step. */
export function roundType(a: NumberType, step: Fraction): NumberType {
  const down = a.low && plus(a.low, times(fraction(-1), step));
  const up = a.high && plus(a.high, step);
  return numberType(a.dimension, down, up, step);
}
