/**
 * Everything emitted code may call, under the names it uses, and the parts of the runtime that it may name. Emitted
 * code sees it as one namespace `R`, from which a bundler takes what is used.
 *
 * This is for emitted code; it changes with every version.
 *
 * @module banfa/runtime/helpers
 */
import type { OpenContext } from "./abi.ts";
import type { OpenRow } from "./open-rows.ts";
import {
  anyMember,
  type Causes,
  exactly,
  exactOf,
  Interval,
  type OpenValue,
  Unknown,
} from "./open-values.ts";
import { divide, floor, type Rational, type RoundingMode, rational, round } from "./rational.ts";

export { bandRows } from "./band-rows.ts";
export { addPeriod, dayText, fullYears } from "./calendar.ts";
export { gradesBy, reasonsBy } from "./direct-outcomes.ts";
export { asker, dayOf, nameOf, onlyKnown, shown } from "./direct-values.ts";
export { isObject } from "./fact-values.ts";
export { ofYears, past, run } from "./history.ts";
export { overYears, runLength } from "./history-years.ts";
export { addMatter, countMatters, keepHighest, matterKey } from "./matters.ts";
export { openDaysBetween, openFullYears, openLater, openWorkingDay, workingDay } from "./open-dates.ts";
export { ceilingAt, floorAt, grade, raise, reduce } from "./open-grades.ts";
export { linkedSubjects, linkingSubjects, overLinked } from "./open-links.ts";
export { aggregate, eventDays, longestRun, windowDays } from "./open-lists.ts";
export {
  and,
  atLeast,
  bandMembers,
  bands,
  choose,
  chooseMember,
  compareChoices,
  compareNumbers,
  compareParties,
  comparePlain,
  not,
  oneOf,
  or,
  sameParty,
} from "./open-logic.ts";
export {
  add as openAdd,
  divide as openDivide,
  greatest as openGreatest,
  least as openLeast,
  multiply as openMultiply,
  negate as openNegate,
  round as openRound,
} from "./open-numbers.ts";
export { exactly, isExact, unbounded } from "./open-values.ts";
export { Outcome } from "./outcome.ts";
export * from "./parts.ts";
export { periodDays } from "./periods.ts";
export { NO_CEILING } from "./placement.ts";
export { add, compare, divide, greatest, least, multiply, negate, rational, ZERO } from "./rational.ts";
export { lengthOfRecordRun, recordBefore, runOfRecords } from "./record-steps.ts";

// ──────────────────────────── integer rounding ────────────────────────────
// Remainders are exact where a quotient of doubles may be off by one; callers keep 2n + d below 2^53.

export function down(n: number, d: number): number {
  if (d < 0) return down(-n, -d);
  const r = n % d;
  return (n - (r < 0 ? r + d : r)) / d;
}
export const up = (n: number, d: number): number => -down(-n, d);
export function halfUp(n: number, d: number): number {
  if (d < 0) return halfUp(-n, -d);
  return n < 0 ? -down(-2 * n + d, 2 * d) : down(2 * n + d, 2 * d);
}

export function bigDown(n: bigint, d: bigint): bigint {
  if (d < 0n) return bigDown(-n, -d);
  const q = n / d;
  return n < 0n && q * d !== n ? q - 1n : q;
}
export const bigUp = (n: bigint, d: bigint): bigint => -bigDown(-n, d);
export function bigHalfUp(n: bigint, d: bigint): bigint {
  if (d < 0n) return bigHalfUp(-n, -d);
  return n < 0n ? -bigDown(-2n * n + d, 2n * d) : bigDown(2n * n + d, 2n * d);
}

/** The integer k for which k × step is the rounded value. */
export function roundToInteger(value: Rational, step: Rational, mode: RoundingMode): bigint {
  return floor(divide(round(value, step, mode), step));
}

// ───────────────────────────── open odds and ends ─────────────────────────────

/** What a value that nothing settles can be: any member or none; nothing known. */
export const memberOf =
  (size: number) =>
  (why: Causes): OpenValue =>
    anyMember(size, true, why);
export const unknown = (why: Causes): OpenValue => new Unknown(why);

/** The value of a function at the linked subject. */
export function via(
  context: OpenContext,
  link: number | Unknown,
  subject: number,
  anything: (why: Causes) => OpenValue,
  value: (row: OpenRow) => OpenValue,
): OpenValue {
  return link instanceof Unknown ? anything(link.why) : value(context.row(subject, link));
}

export const openYear = (context: OpenContext): Interval => exactly(rational(context.year));
export const openDate = (context: OpenContext): OpenValue =>
  context.date ?? new Unknown([{ kind: "missing-date" }]);

export function exactOrNull(value: OpenValue): Rational | null {
  return value instanceof Interval ? exactOf(value) : null;
}

// ──────────────────────────────── strict ────────────────────────────────

export const bigLeast = (a: bigint, b: bigint): bigint => (a < b ? a : b);
export const bigGreatest = (a: bigint, b: bigint): bigint => (a > b ? a : b);

/** Equal for equal numbers. */
export const keyOf = (value: bigint | Rational): string =>
  typeof value === "bigint" ? value.toString() : `${value.num}/${value.den}`;
