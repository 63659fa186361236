/**
 * Exact rational numbers over BigInt. The denominator is positive and the fraction is reduced, so equal
 * numbers have equal parts.
 */

export interface Rational {
  readonly num: bigint;
  readonly den: bigint;
}

function gcd(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** `num/den`, reduced. @throws RangeError when `den` is zero */
export function rational(num: bigint | number, den: bigint | number = 1n): Rational {
  let n = BigInt(num);
  let d = BigInt(den);
  if (d === 0n) throw new RangeError("denominator is zero");
  if (d < 0n) [n, d] = [-n, -d];
  if (d === 1n) return { num: n, den: d };
  const g = gcd(n, d);
  return { num: n / g, den: d / g };
}

export const ZERO: Rational = { num: 0n, den: 1n };
export const ONE: Rational = { num: 1n, den: 1n };

export const add = (a: Rational, b: Rational): Rational =>
  a.den === b.den ? rational(a.num + b.num, a.den) : rational(a.num * b.den + b.num * a.den, a.den * b.den);
export const negate = (a: Rational): Rational => ({ num: -a.num, den: a.den });
export const subtract = (a: Rational, b: Rational): Rational => add(a, negate(b));
export const multiply = (a: Rational, b: Rational): Rational => rational(a.num * b.num, a.den * b.den);
/** @throws RangeError when `b` is zero */
export const divide = (a: Rational, b: Rational): Rational => rational(a.num * b.den, a.den * b.num);
export const compare = (a: Rational, b: Rational): -1 | 0 | 1 => {
  // Mostly whole numbers or equal scales: a product of BigInts allocates.
  const same = a.den === b.den;
  const left = same ? a.num : a.num * b.den;
  const right = same ? b.num : b.num * a.den;
  return left < right ? -1 : left > right ? 1 : 0;
};
export const equal = (a: Rational, b: Rational): boolean => a.num === b.num && a.den === b.den;
export const least = (a: Rational, b: Rational): Rational => (compare(a, b) <= 0 ? a : b);
export const greatest = (a: Rational, b: Rational): Rational => (compare(a, b) >= 0 ? a : b);
export const isInteger = (a: Rational): boolean => a.den === 1n;

/** The greatest integer not above `a`. */
export function floor(a: Rational): bigint {
  const q = a.num / a.den;
  return a.num < 0n && q * a.den !== a.num ? q - 1n : q;
}

export type RoundingMode = "half-up" | "down" | "up";

/**
 * Rounds to a multiple of `step`: `half-up` takes a half away from zero (四舍五入), `down` goes towards
 * minus infinity (向下取整), `up` towards plus infinity (向上取整).
 */
export function round(a: Rational, step: Rational, mode: RoundingMode): Rational {
  const q = divide(a, step);
  let n: bigint;
  if (mode === "down") n = floor(q);
  else if (mode === "up") n = -floor(negate(q));
  else {
    const magnitude = floor(add(q.num < 0n ? negate(q) : q, { num: 1n, den: 2n }));
    n = q.num < 0n ? -magnitude : magnitude;
  }
  return multiply({ num: n, den: 1n }, step);
}

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?(?:e([+-]?\d{1,3}))?$/i;

/** Reads `-12.50`, `3`, `1e-7` or `2/3` exactly; `undefined` for anything else. */
export function parseRational(text: string): Rational | undefined {
  const bar = text.indexOf("/");
  if (bar > 0) {
    const a = parseRational(text.slice(0, bar));
    const b = parseRational(text.slice(bar + 1));
    return a && b && b.num !== 0n ? divide(a, b) : undefined;
  }
  const m = DECIMAL.exec(text);
  if (!m) return undefined;
  const digits = m[3] ?? "";
  const exponent = Number(m[4] ?? "0") - digits.length;
  const n = BigInt(m[2]! + digits) * (m[1] === "-" ? -1n : 1n);
  return exponent >= 0
    ? { num: n * 10n ** BigInt(exponent), den: 1n }
    : rational(n, 10n ** BigInt(-exponent));
}

/** The number of decimals after which the expansion ends, or `undefined` when it never does. */
export function decimals(a: Rational): number | undefined {
  let d = a.den;
  let twos = 0;
  let fives = 0;
  while (d % 2n === 0n) [d, twos] = [d / 2n, twos + 1];
  while (d % 5n === 0n) [d, fives] = [d / 5n, fives + 1];
  return d === 1n ? Math.max(twos, fives) : undefined;
}

/** Shortest decimal text where it ends, else `num/den`. */
export function toText(a: Rational): string {
  const places = decimals(a);
  return places === undefined ? `${a.num}/${a.den}` : toFixed(a, places);
}

/** Decimal text with a fixed number of places, half away from zero; for display only. */
export function toFixed(a: Rational, places: number): string {
  const scaled = round(a, { num: 1n, den: 10n ** BigInt(places) }, "half-up");
  const n = (scaled.num * 10n ** BigInt(places)) / scaled.den;
  const digits = (n < 0n ? -n : n).toString().padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places);
  const sign = n < 0n ? "-" : "";
  return places === 0 ? sign + whole : `${sign}${whole}.${digits.slice(digits.length - places)}`;
}
