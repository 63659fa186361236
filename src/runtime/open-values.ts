/**
 * Open values: what is known of a value when facts are missing. Read together with the doc comments of the
 * intermediate representation, which give their meaning.
 *
 *   number   {@link Interval}, always
 *   truth    true, false or {@link Unknown}
 *   choice   a member index (-1 for "none") or {@link Choices} when several are possible
 *   date     a day number or Unknown; link: a row index or Unknown; text, party: the value or Unknown
 *
 * Exact values carry no causes; the others carry everything that would have to be known.
 */
import { type Causes, NO_CAUSES } from "./open-causes.ts";
import { compare, equal, type Rational, toText } from "./rational.ts";

export { CauseSet, type Causes, NO_CAUSES, unite } from "./open-causes.ts";

/** A number between `low` and `high`; null ends are infinite. */
export class Interval {
  readonly low: Rational | null;
  readonly high: Rational | null;
  readonly why: Causes;
  constructor(low: Rational | null, high: Rational | null, why: Causes) {
    this.low = low;
    this.high = high;
    this.why = why;
  }
}

/** A truth value, text, date, party or link of which nothing is known. */
export class Unknown {
  readonly why: Causes;
  constructor(why: Causes) {
    this.why = why;
  }
}

/** At least two possible members, ascending; -1 is "none". */
export class Choices {
  readonly members: readonly number[];
  readonly why: Causes;
  readonly ranked: Ranked | null;
  constructor(members: readonly number[], why: Causes, ranked: Ranked | null = null) {
    this.members = members;
    this.why = why;
    this.ranked = ranked;
  }
}

/** Of a grade by rank whose subject may be out of the pool, or under a ceiling of which nobody knows whether it holds. */
export interface Ranked {
  /** What it may get in the pool with none of these ceilings holding. */
  readonly free: readonly number[];
  /** What it gets where it is out of the pool; null: it is in. */
  readonly outside: number | null;
}

export type Truth = boolean | Unknown;
export type Choice = number | Choices;
/** Someone held a post from one day to another, both included; null: before, or after, all that is asked. */
export interface Term {
  readonly name: string;
  readonly from: number | null;
  readonly to: number | null;
}

export type OpenValue =
  | Interval
  | Unknown
  | Choices
  | boolean
  | number
  | string
  | readonly string[]
  | readonly number[]
  | readonly Term[];

// ─────────────────────────────── causes ───────────────────────────────

export function whyOf(value: OpenValue): Causes {
  return value instanceof Interval || value instanceof Unknown || value instanceof Choices
    ? value.why
    : NO_CAUSES;
}

// ────────────────────────────── builders ──────────────────────────────

/** An interval; the causes of one that turns out exact are dropped. */
export function interval(low: Rational | null, high: Rational | null, why: Causes): Interval {
  const exact = low !== null && high !== null && equal(low, high);
  return new Interval(low, high, exact ? NO_CAUSES : why);
}

export const exactly = (value: Rational): Interval => new Interval(value, value, NO_CAUSES);
export const unbounded = (why: Causes): Interval => new Interval(null, null, why);

/** The value of an exact interval, else null. */
export function exactOf(value: Interval): Rational | null {
  return value.low !== null && value.high !== null && equal(value.low, value.high) ? value.low : null;
}

/** Whether nothing about the value is open. */
export function isExact(value: OpenValue): boolean {
  if (value instanceof Interval) return exactOf(value) !== null;
  return !(value instanceof Unknown || value instanceof Choices);
}

/** A choice from possible members in any order, repetitions allowed. */
export function choiceOf(members: Iterable<number>, why: Causes, ranked: Ranked | null = null): Choice {
  const set = [...new Set(members)].sort((a, b) => a - b);
  return set.length === 1 ? set[0]! : new Choices(set, why, ranked);
}

export const membersOf = (value: Choice): readonly number[] =>
  typeof value === "number" ? [value] : value.members;

/** All members of an enumeration of `size`, with "none" where said. */
export function anyMember(size: number, none: boolean, why: Causes): Choice {
  const members = Array.from({ length: size }, (_, i) => i);
  return choiceOf(none ? [-1, ...members] : members, why);
}

// ───────────────────────────── comparison ─────────────────────────────

/** Ends as numbers of the extended line: -1, 0, 1 as a stands to b, both read as low ends. */
export function compareLow(a: Rational | null, b: Rational | null): number {
  if (a === null) return b === null ? 0 : -1;
  return b === null ? 1 : compare(a, b);
}
export function compareHigh(a: Rational | null, b: Rational | null): number {
  if (a === null) return b === null ? 0 : 1;
  return b === null ? -1 : compare(a, b);
}

/** The smallest interval that holds both. */
export function hull(a: Interval, b: Interval, why: Causes): Interval {
  return interval(
    compareLow(a.low, b.low) <= 0 ? a.low : b.low,
    compareHigh(a.high, b.high) >= 0 ? a.high : b.high,
    why,
  );
}

/** Whether two open values say the same (causes aside). */
export function sameValue(a: OpenValue, b: OpenValue): boolean {
  if (a instanceof Interval && b instanceof Interval)
    return compareLow(a.low, b.low) === 0 && compareHigh(a.high, b.high) === 0;
  if (a instanceof Choices && b instanceof Choices)
    return a.members.length === b.members.length && a.members.every((m, i) => m === b.members[i]);
  if (a instanceof Unknown && b instanceof Unknown) return true;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((x, i) => x === b[i]);
  return a === b;
}

/** For tests and messages: `[0, 5]`, `{none, 2}`, `?`. */
export function openText(value: OpenValue): string {
  if (value instanceof Interval) {
    const exact = exactOf(value);
    return exact
      ? toText(exact)
      : `[${value.low ? toText(value.low) : "-∞"}, ${value.high ? toText(value.high) : "∞"}]`;
  }
  if (value instanceof Choices) return `{${value.members.map((m) => (m < 0 ? "none" : m)).join(", ")}}`;
  return value instanceof Unknown ? "?" : JSON.stringify(value);
}
