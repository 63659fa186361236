/** Everything emitted code may call, under the names it uses. */

import type { OpenContext } from "./abi.ts";
import { addPeriod, dayText, fullYears } from "./calendar.ts";
import { asker, dayOf, nameOf, onlyKnown, shown } from "./direct-values.ts";
import { isObject } from "./fact-values.ts";
import { past, run } from "./history.ts";
import { overYears, runLength } from "./history-years.ts";
import { addMatter, countMatters, keepHighest, matterKey } from "./matters.ts";
import { openDaysBetween, openFullYears, openLater, openWorkingDay, workingDay } from "./open-dates.ts";
import { ceilingAt, floorAt, grade, raise, reduce } from "./open-grades.ts";
import { linkedSubjects, linkingSubjects, overLinked } from "./open-links.ts";
import { aggregate, eventDays, longestRun, windowDays } from "./open-lists.ts";
import {
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
  type OpenBand,
  oneOf,
  or,
  sameParty,
} from "./open-logic.ts";
import {
  add as openAdd,
  divide as openDivide,
  greatest as openGreatest,
  least as openLeast,
  multiply as openMultiply,
  negate as openNegate,
  round as openRound,
} from "./open-numbers.ts";
import type { OpenRow } from "./open-rows.ts";
import {
  anyMember,
  type Causes,
  exactly,
  exactOf,
  Interval,
  isExact,
  type OpenValue,
  Unknown,
  unbounded,
} from "./open-values.ts";
import { Outcome } from "./outcome.ts";
import { periodDays } from "./periods.ts";
import { NO_CEILING } from "./placement.ts";
import {
  add,
  compare,
  divide,
  floor,
  greatest,
  least,
  multiply,
  negate,
  parseRational,
  type Rational,
  type RoundingMode,
  rational,
  round,
  ZERO,
} from "./rational.ts";
import { lengthOfRecordRun, recordBefore, runOfRecords } from "./record-steps.ts";

// ──────────────────────────── integer rounding ────────────────────────────
// Remainders are exact where a quotient of doubles may be off by one; callers keep 2n + d below 2^53.

function down(n: number, d: number): number {
  if (d < 0) return down(-n, -d);
  const r = n % d;
  return (n - (r < 0 ? r + d : r)) / d;
}
const up = (n: number, d: number): number => -down(-n, d);
function halfUp(n: number, d: number): number {
  if (d < 0) return halfUp(-n, -d);
  return n < 0 ? -down(-2 * n + d, 2 * d) : down(2 * n + d, 2 * d);
}

function bigDown(n: bigint, d: bigint): bigint {
  if (d < 0n) return bigDown(-n, -d);
  const q = n / d;
  return n < 0n && q * d !== n ? q - 1n : q;
}
const bigUp = (n: bigint, d: bigint): bigint => -bigDown(-n, d);
function bigHalfUp(n: bigint, d: bigint): bigint {
  if (d < 0n) return bigHalfUp(-n, -d);
  return n < 0n ? -bigDown(-2n * n + d, 2n * d) : bigDown(2n * n + d, 2n * d);
}

/** The integer k for which k × step is the rounded value. */
function roundToInteger(value: Rational, step: Rational, mode: RoundingMode): bigint {
  return floor(divide(round(value, step, mode), step));
}

// ───────────────────────────── open odds and ends ─────────────────────────────

/** What a value that nothing settles can be: any member or none; nothing known. */
const memberOf =
  (size: number) =>
  (why: Causes): OpenValue =>
    anyMember(size, true, why);
const unknown = (why: Causes): OpenValue => new Unknown(why);

/** The value of a function at the linked subject. */
function via(
  context: OpenContext,
  link: number | Unknown,
  subject: number,
  anything: (why: Causes) => OpenValue,
  value: (row: OpenRow) => OpenValue,
): OpenValue {
  return link instanceof Unknown ? anything(link.why) : value(context.row(subject, link));
}

const openYear = (context: OpenContext): Interval => exactly(rational(context.year));
const openDate = (context: OpenContext): OpenValue => context.date ?? new Unknown([{ kind: "missing-date" }]);

type Limit = { readonly value: string; readonly included: boolean } | null;

/** Limits of band rows with their numbers read. */
export function bandRows(rows: readonly { readonly low: Limit; readonly high: Limit }[]): OpenBand[] {
  const limit = (l: Limit) => l && { value: parseRational(l.value)!, included: l.included };
  return rows.map((r) => ({ low: limit(r.low), high: limit(r.high) }));
}

function exactOrNull(value: OpenValue): Rational | null {
  return value instanceof Interval ? exactOf(value) : null;
}

export const helpers = {
  // exact numbers
  ZERO,
  add,
  compare,
  divide,
  greatest,
  least,
  multiply,
  negate,
  rational,
  down,
  up,
  halfUp,
  bigDown,
  bigUp,
  bigHalfUp,
  bigLeast: (a: bigint, b: bigint): bigint => (a < b ? a : b),
  bigGreatest: (a: bigint, b: bigint): bigint => (a > b ? a : b),
  roundToInteger,
  keyOf: (value: bigint | Rational): string =>
    typeof value === "bigint" ? value.toString() : `${value.num}/${value.den}`,
  // open numbers
  exactly,
  openAdd,
  openDivide,
  openGreatest,
  openLeast,
  openMultiply,
  openNegate,
  openRound,
  // open logic
  and,
  atLeast,
  bandMembers,
  bandRows,
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
  // grades
  ceilingAt,
  floorAt,
  grade,
  raise,
  reduce,
  NO_CEILING,
  // dates
  addPeriod,
  fullYears,
  openDaysBetween,
  openFullYears,
  openLater,
  openWorkingDay,
  workingDay,
  // direct
  Outcome,
  asker,
  dayOf,
  dayText,
  isObject,
  nameOf,
  onlyKnown,
  shown,
  // lists, links, the past
  addMatter,
  aggregate,
  longestRun,
  countMatters,
  keepHighest,
  eventDays,
  linkedSubjects,
  linkingSubjects,
  matterKey,
  overLinked,
  exactOrNull,
  isExact: (value: OpenValue): value is Exclude<OpenValue, Unknown> => isExact(value),
  openDate,
  openYear,
  past,
  recordBefore,
  runOfRecords,
  lengthOfRecordRun,
  run,
  runLength,
  overYears,
  memberOf,
  unbounded,
  unknown,
  via,
  periodDays,
  windowDays,
} as const;
