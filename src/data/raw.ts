import { multiply, parseRational, type Rational, rational, toText } from "../runtime/rational.ts";
import type { JsonNumber } from "../runtime/result.ts";

/**
 * What readers of every format hand on: facts as plain data, before they are checked against the measure.
 * Records have no inherited keys, so a field called `__proto__` or `constructor` is a field like any other.
 */

/** A number as read: in the unit in which the field is filled in (95 for 95%), exact. */
export type RawNumber = JsonNumber;
export type RawScalar = RawNumber | string | boolean | null;
export type RawValue = RawScalar | readonly RawValue[] | RawRecord;
export interface RawRecord {
  readonly [field: string]: RawValue;
}
export interface MutableRecord {
  [field: string]: RawValue;
}
/** Subjects by kind, in the order of the files. */
export interface RawCohort {
  readonly [kind: string]: readonly RawRecord[];
}

// Object.create(null) makes V8 use a hash table per object; an instance of this class has no inherited
// keys either, but keeps the compact layout. With 50 MB of rows that is the difference of a gigabyte.
const Bare = function Bare() {} as unknown as { new (): MutableRecord; prototype: unknown };
Bare.prototype = Object.create(null);

/** A record without inherited keys. */
export function newRecord(): MutableRecord {
  return new Bare();
}

/** Digits a JSON number may have and still be the decimal that was written. */
const SAFE_DIGITS = 15;

/** Longest number text that is read; exact arithmetic on more has no use and could be made slow on purpose. */
export const LONGEST_NUMBER = 100;

const PLAIN = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?$/;

/**
 * The exact number a decimal text stands for: a JavaScript number when it has at most 15 digits (it then
 * prints back as written), else a fraction. Null when the text is not a decimal number, or is too long.
 */
export function exactNumber(text: string): RawNumber | null {
  if (text.length <= SAFE_DIGITS && PLAIN.test(text)) {
    const value = Number(text);
    return value === 0 ? 0 : value;
  }
  if (text.length > LONGEST_NUMBER || text.includes("/")) return null;
  const value = parseRational(text);
  return value === undefined ? null : fromRational(value);
}

/** The same for a number that is already exact. */
export function fromRational(value: Rational): RawNumber {
  const text = toText(value);
  if (!text.includes("/") && text.replace(/[-.]/g, "").replace(/^0+/, "").length <= SAFE_DIGITS) {
    return Number(text);
  }
  return { num: value.num.toString(), den: value.den.toString(), text };
}

/** An exact number from its public form; null for a fraction that is none. */
export function toRational(value: RawNumber): Rational | null {
  if (typeof value === "number") return parseRational(String(value)) ?? null;
  if (!/^-?\d{1,400}$/.test(value.num) || !/^\d{1,400}$/.test(value.den)) return null;
  const den = BigInt(value.den);
  return den === 0n ? null : rational(BigInt(value.num), den);
}

/** `value × factor`, exactly. */
export function scale(value: RawNumber, factor: Rational): RawNumber | null {
  const exact = toRational(value);
  return exact === null ? null : fromRational(multiply(exact, factor));
}

export function isExactNumber(value: unknown): value is RawNumber {
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const keys = Object.keys(value);
  return keys.length === 3 && keys.includes("num") && keys.includes("den") && keys.includes("text");
}
