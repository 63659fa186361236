/**
 * Linear forms: a constant and parts with rational coefficients. The parts are terms that stand for numbers, sorted
 * by their id, so that equal forms are equal part by part.
 */
import {
  add as addRational,
  greatest,
  least,
  multiply,
  type Rational,
  rational,
  ZERO,
} from "../../runtime/rational.ts";
import type { Bounds, Linear, NumberTerm } from "./formula.ts";

export const constant = (value: Rational): Linear => ({ constant: value, parts: [] });
export const whole = (value: number | bigint): Linear => constant(rational(value));
export const part = (term: NumberTerm): Linear => ({ constant: ZERO, parts: [[term, rational(1)]] });

/** The number that a form without parts is; null where it has some. */
export const known = (l: Linear): Rational | null => (l.parts.length === 0 ? l.constant : null);

export function plus(a: Linear, b: Linear): Linear {
  if (a.parts.length === 0 && b.parts.length === 0)
    return { constant: addRational(a.constant, b.constant), parts: [] };
  const parts: [NumberTerm, Rational][] = [];
  let [i, j] = [0, 0];
  while (i < a.parts.length || j < b.parts.length) {
    const left = a.parts[i];
    const right = b.parts[j];
    if (left && (!right || left[0].id < right[0].id)) {
      parts.push([...left]);
      i += 1;
    } else if (right && (!left || right[0].id < left[0].id)) {
      parts.push([...right]);
      j += 1;
    } else {
      const sum = addRational(left![1], right![1]);
      if (sum.num !== 0n) parts.push([left![0], sum]);
      i += 1;
      j += 1;
    }
  }
  return { constant: addRational(a.constant, b.constant), parts };
}

export function times(a: Linear, by: Rational): Linear {
  if (by.num === 0n) return constant(ZERO);
  return { constant: multiply(a.constant, by), parts: a.parts.map(([t, c]) => [t, multiply(c, by)]) };
}

export const minus = (a: Linear, b: Linear): Linear => plus(a, times(b, rational(-1)));
export const opposite = (a: Linear): Linear => times(a, rational(-1));

/** What the bounds of its parts allow. */
export function boundsOf(l: Linear): Bounds {
  let low: Rational | null = l.constant;
  let high: Rational | null = l.constant;
  for (const [term, by] of l.parts) {
    const [down, up] = by.num > 0n ? [term.low, term.high] : [term.high, term.low];
    low = low && down && addRational(low, multiply(down, by));
    high = high && up && addRational(high, multiply(up, by));
  }
  return { low, high };
}

export const hull = (a: Bounds, b: Bounds): Bounds => ({
  low: a.low && b.low && least(a.low, b.low),
  high: a.high && b.high && greatest(a.high, b.high),
});

export const keyOf = (l: Linear): string =>
  `${l.constant.num}/${l.constant.den}${l.parts.map(([t, c]) => `+${c.num}/${c.den}*${t.id}`).join("")}`;
