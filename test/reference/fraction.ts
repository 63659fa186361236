import type { NumberType } from "../../src/compiler/ir/ir.ts";

/**
 * Exact fractions and intervals for the oracle, written from the definitions. Nothing here is shared with
 * the runtime on purpose: two independent arithmetics that agree are evidence, one used twice is not.
 */
export type Fraction = NonNullable<NumberType["step"]>;

export function fraction(num: bigint | number, den: bigint | number = 1n): Fraction {
  let n = BigInt(num);
  let d = BigInt(den);
  if (d === 0n) throw new RangeError("zero denominator");
  if (d < 0n) [n, d] = [-n, -d];
  let [a, b] = [n < 0n ? -n : n, d];
  while (b > 0n) [a, b] = [b, a % b];
  return { num: n / a, den: d / a };
}

export const zero = fraction(0);
export const one = fraction(1);
export const plus = (a: Fraction, b: Fraction) => fraction(a.num * b.den + b.num * a.den, a.den * b.den);
export const minus = (a: Fraction, b: Fraction) => plus(a, { num: -b.num, den: b.den });
export const times = (a: Fraction, b: Fraction) => fraction(a.num * b.num, a.den * b.den);
export const over = (a: Fraction, b: Fraction) => fraction(a.num * b.den, a.den * b.num);
export const sign = (a: Fraction) => (a.num > 0n ? 1 : a.num < 0n ? -1 : 0);
export const order = (a: Fraction, b: Fraction) => sign(minus(a, b));

/** The integer at or below `a`. */
export function integerBelow(a: Fraction): bigint {
  let q = a.num / a.den;
  while (q * a.den > a.num) q -= 1n;
  return q;
}

/** To a multiple of `step`; `half-up` takes a half away from zero (四舍五入). */
export function roundTo(a: Fraction, step: Fraction, mode: "half-up" | "down" | "up"): Fraction {
  const below = times(fraction(integerBelow(over(a, step))), step);
  const above = order(below, a) === 0 ? below : plus(below, step);
  if (mode === "down") return below;
  if (mode === "up") return above;
  const nearer = order(minus(a, below), minus(above, a));
  if (nearer !== 0) return nearer < 0 ? below : above;
  return sign(a) < 0 ? below : above;
}

/** Reads `12.50`, `-3`, `1e-7`, `2/3`; undefined for anything else. */
export function readFraction(text: string): Fraction | undefined {
  const parts = text.split("/");
  if (parts.length === 2) {
    const [a, b] = [readFraction(parts[0]!), readFraction(parts[1]!)];
    return a && b && b.num !== 0n ? over(a, b) : undefined;
  }
  const m = /^([+-]?)(\d+)(?:\.(\d*))?(?:e([+-]?\d{1,3}))?$/i.exec(text.trim());
  if (!m) return undefined;
  const decimals = m[3] ?? "";
  const power = Number(m[4] ?? 0) - decimals.length;
  const digits = BigInt(`${m[1] === "-" ? "-" : ""}${m[2]}${decimals}`);
  return power >= 0 ? fraction(digits * 10n ** BigInt(power)) : fraction(digits, 10n ** BigInt(-power));
}

/** A decimal where it ends, otherwise `num/den`. */
export function showFraction(a: Fraction): string {
  for (let places = 0; places <= 30; places++) {
    const scaled = times(a, fraction(10n ** BigInt(places)));
    if (scaled.den !== 1n) continue;
    const digits = (scaled.num < 0n ? -scaled.num : scaled.num).toString().padStart(places + 1, "0");
    const cut = digits.length - places;
    return `${a.num < 0n ? "-" : ""}${digits.slice(0, cut)}${places > 0 ? `.${digits.slice(cut)}` : ""}`;
  }
  return `${a.num}/${a.den}`;
}

// ─────────────────────────────── intervals ───────────────────────────────

export type End = Fraction | "-inf" | "+inf";
export interface Interval {
  readonly low: End;
  readonly high: End;
}

export const everything: Interval = { low: "-inf", high: "+inf" };
export const point = (a: Fraction): Interval => ({ low: a, high: a });

export function orderEnds(a: End, b: End): number {
  if (a === b) return 0;
  if (a === "-inf" || b === "+inf") return -1;
  if (a === "+inf" || b === "-inf") return 1;
  return order(a, b);
}
export const lesser = (a: End, b: End): End => (orderEnds(a, b) <= 0 ? a : b);
export const greater = (a: End, b: End): End => (orderEnds(a, b) >= 0 ? a : b);

/** The number an interval is exactly, or undefined. */
export function exact(i: Interval): Fraction | undefined {
  return typeof i.low !== "string" && orderEnds(i.low, i.high) === 0 ? i.low : undefined;
}

const addEnds = (a: End, b: End): End => (typeof a === "string" ? a : typeof b === "string" ? b : plus(a, b));

const signOfEnd = (a: End): number => (a === "+inf" ? 1 : a === "-inf" ? -1 : sign(a));

/** Zero times anything is zero: the limit that interval arithmetic on closed sets asks for. */
function multiplyEnds(a: End, b: End): End {
  const s = signOfEnd(a) * signOfEnd(b);
  if (s === 0) return zero;
  if (typeof a === "string" || typeof b === "string") return s > 0 ? "+inf" : "-inf";
  return times(a, b);
}

export const hull = (a: Interval, b: Interval): Interval => ({
  low: lesser(a.low, b.low),
  high: greater(a.high, b.high),
});

export const addIntervals = (a: Interval, b: Interval): Interval => ({
  low: addEnds(a.low, b.low),
  high: addEnds(a.high, b.high),
});

export function multiplyIntervals(a: Interval, b: Interval): Interval {
  const corners = [a.low, a.high].flatMap((x) => [b.low, b.high].map((y) => multiplyEnds(x, y)));
  return { low: corners.reduce(lesser), high: corners.reduce(greater) };
}

export const negateInterval = (a: Interval): Interval => multiplyIntervals(a, point(fraction(-1)));

/** A divisor that is or may be zero gives an unbounded number. */
export function divideIntervals(a: Interval, b: Interval): Interval {
  if (signOfEnd(b.low) <= 0 && signOfEnd(b.high) >= 0) return everything;
  const inverse = (e: End): End => (typeof e === "string" ? zero : over(one, e));
  return multiplyIntervals(a, { low: inverse(b.high), high: inverse(b.low) });
}

/** Applies a rising function of numbers to both ends. */
export function mapInterval(a: Interval, f: (x: Fraction) => Fraction): Interval {
  const at = (e: End): End => (typeof e === "string" ? e : f(e));
  return { low: at(a.low), high: at(a.high) };
}

/** `low..high`, or the number alone when exact. */
export function showInterval(i: Interval): string {
  const show = (e: End) => (typeof e === "string" ? e : showFraction(e));
  return exact(i) ? show(i.low) : `${show(i.low)}..${show(i.high)}`;
}
