/** Kleene logic, comparisons and choices between open values. */
import { causesOf } from "./open-numbers.ts";
import {
  type Causes,
  type Choice,
  Choices,
  choiceOf,
  compareLow,
  exactOf,
  hull,
  Interval,
  membersOf,
  NO_CAUSES,
  type OpenValue,
  sameValue,
  type Truth,
  Unknown,
  unbounded,
  unite,
  whyOf,
} from "./open-values.ts";
import { compare as compareRational, equal, type Rational } from "./rational.ts";

export type Comparison = "<" | "<=" | ">" | ">=" | "==" | "!=";

const unknowns = (args: readonly Truth[]): Unknown => new Unknown(causesOf(args));

export function and(...args: readonly Truth[]): Truth {
  if (args.includes(false)) return false;
  return args.every((a) => a === true) ? true : unknowns(args);
}

export function or(...args: readonly Truth[]): Truth {
  if (args.includes(true)) return true;
  return args.every((a) => a === false) ? false : unknowns(args);
}

export const not = (a: Truth): Truth => (a instanceof Unknown ? a : !a);

export function atLeast(count: number, ...args: readonly Truth[]): Truth {
  const sure = args.filter((a) => a === true).length;
  if (sure >= count) return true;
  return args.filter((a) => a !== false).length < count ? false : unknowns(args);
}

// ───────────────────────────── comparisons ─────────────────────────────

export function compareNumbers(cmp: Comparison, a: Interval, b: Interval): Truth {
  const why = () => new Unknown(unite(a.why, b.why));
  // Certainly less: the high end of a lies below the low end of b.
  const below = (x: Interval, y: Interval) =>
    x.high !== null && y.low !== null ? compareRational(x.high, y.low) : null;
  const ab = below(a, b);
  const ba = below(b, a);
  switch (cmp) {
    case "<":
      return ab !== null && ab < 0 ? true : ba !== null && ba <= 0 ? false : why();
    case "<=":
      return ab !== null && ab <= 0 ? true : ba !== null && ba < 0 ? false : why();
    case ">":
      return ba !== null && ba < 0 ? true : ab !== null && ab <= 0 ? false : why();
    case ">=":
      return ba !== null && ba <= 0 ? true : ab !== null && ab < 0 ? false : why();
    case "==":
    case "!=": {
      if ((ab !== null && ab < 0) || (ba !== null && ba < 0)) return cmp === "!=";
      const x = exactOf(a);
      const y = exactOf(b);
      return x && y ? equal(x, y) === (cmp === "==") : why();
    }
  }
}

/** Integers and texts in their order; -1 as a choice means "none" and is left to the caller. */
function holds(cmp: Comparison, a: number | string | boolean, b: number | string | boolean): boolean {
  switch (cmp) {
    case "<":
      return a < b;
    case "<=":
      return a <= b;
    case ">":
      return a > b;
    case ">=":
      return a >= b;
    case "==":
      return a === b;
    case "!=":
      return a !== b;
  }
}

/** "none" makes every comparison but `!=` false. */
export function compareChoices(cmp: Comparison, a: Choice, b: Choice): Truth {
  let yes = false;
  let no = false;
  for (const x of membersOf(a))
    for (const y of membersOf(b)) {
      if (x < 0 || y < 0 ? cmp === "!=" : holds(cmp, x, y)) yes = true;
      else no = true;
    }
  return yes && no ? new Unknown(unite(whyOf(a), whyOf(b))) : yes;
}

/** Dates, texts and truth values. */
export function comparePlain(cmp: Comparison, a: OpenValue, b: OpenValue): Truth {
  if (a instanceof Unknown || b instanceof Unknown) return new Unknown(unite(whyOf(a), whyOf(b)));
  return holds(cmp, a as string, b as string);
}

type Party = string | readonly string[];

/** The same names, in any order; nobody is not the same as nobody. */
export function sameParty(a: Party, b: Party): boolean {
  const names = (party: Party) => new Set(typeof party === "string" ? [party] : party);
  const [p, q] = [names(a), names(b)];
  return p.size > 0 && p.size === q.size && [...p].every((name) => q.has(name));
}

export function compareParties(cmp: Comparison, a: Party | Unknown, b: Party | Unknown): Truth {
  if (a instanceof Unknown || b instanceof Unknown) return new Unknown(unite(whyOf(a), whyOf(b)));
  return sameParty(a, b) === (cmp === "==");
}

export function oneOf(a: Choice, ...members: readonly number[]): Truth {
  const inside = membersOf(a).filter((m) => members.includes(m)).length;
  if (inside === 0) return false;
  return inside === membersOf(a).length ? true : new Unknown(whyOf(a));
}

// ──────────────────────── choosing between values ────────────────────────

/** What is known when it may be either: hull of numbers, union of choices, the value both agree on. */
export function either(a: OpenValue, b: OpenValue, why: Causes): OpenValue {
  const causes = unite(unite(why, whyOf(a)), whyOf(b));
  if (a instanceof Interval && b instanceof Interval) return hull(a, b, causes);
  if (a instanceof Choices || b instanceof Choices)
    return choiceOf([...membersOf(a as Choice), ...membersOf(b as Choice)], causes);
  return sameValue(a, b) && !(a instanceof Unknown) ? a : new Unknown(causes);
}

/** `if` on numbers, truth values, texts, dates, parties and links. */
export function choose(condition: Truth, a: OpenValue, b: OpenValue): OpenValue {
  return condition instanceof Unknown ? either(a, b, condition.why) : condition ? a : b;
}

/** `if` on choices, whose exact values are numbers and unite to a set. */
export function chooseMember(condition: Truth, a: Choice, b: Choice): Choice {
  if (!(condition instanceof Unknown)) return condition ? a : b;
  return choiceOf([...membersOf(a), ...membersOf(b)], unite(unite(condition.why, whyOf(a)), whyOf(b)));
}

// ──────────────────────────────── bands ────────────────────────────────

export interface OpenBand {
  readonly low: { readonly value: Rational; readonly included: boolean } | null;
  readonly high: { readonly value: Rational; readonly included: boolean } | null;
}

/** Whether some value of the interval lies in the row. */
export function meets(band: OpenBand, a: Interval): boolean {
  if (band.low && a.high) {
    const c = compareRational(a.high, band.low.value);
    if (c < 0 || (c === 0 && !band.low.included)) return false;
  }
  if (band.high && a.low) {
    const c = compareRational(a.low, band.high.value);
    if (c > 0 || (c === 0 && !band.high.included)) return false;
  }
  return true;
}

/** Whether the rows leave out some real number of the interval. */
function leavesOut(rows: readonly OpenBand[], a: Interval): boolean {
  const sorted = rows
    .filter((r) => meets(r, a))
    .sort(
      (x, y) =>
        compareLow(x.low?.value ?? null, y.low?.value ?? null) ||
        Number(y.low?.included ?? true) - Number(x.low?.included ?? true),
    );
  // `reached`: everything up to here is covered, itself only where `closed`.
  let reached: Rational | null = a.low;
  let closed = false;
  let started = false;
  for (const row of sorted) {
    if (started || a.low) {
      if (row.low) {
        const c = compareRational(row.low.value, reached!);
        if (c > 0 || (c === 0 && !row.low.included && !closed)) return true;
      }
    } else if (row.low) return true;
    if (!row.high) return false;
    if (!started || compareRational(row.high.value, reached!) > 0) {
      reached = row.high.value;
      closed = row.high.included;
    } else if (equal(row.high.value, reached!)) closed ||= row.high.included;
    started = true;
  }
  if (!started) return true;
  if (!a.high) return true;
  const c = compareRational(reached!, a.high);
  return c < 0 || (c === 0 && !closed);
}

/**
 * The results of the rows that the value may lie in. `otherwise` counts where the interval has numbers in
 * no row; without it such numbers are taken not to occur, and a value in no row at all has no result.
 */
function rowsMet(
  bands: readonly OpenBand[],
  a: Interval,
  results: readonly OpenValue[],
  otherwise: OpenValue | null,
): OpenValue[] {
  const met = results.filter((_, i) => meets(bands[i]!, a));
  if (otherwise !== null && leavesOut(bands, a)) met.push(otherwise);
  return met;
}

export function bands(
  rows: readonly OpenBand[],
  a: Interval,
  otherwise: OpenValue | null,
  ...results: readonly OpenValue[]
): OpenValue {
  const met = rowsMet(rows, a, results, otherwise);
  if (met.length === 0) return results[0] instanceof Interval ? unbounded(a.why) : new Unknown(a.why);
  return met.reduce((x, y) => either(x, y, a.why));
}

export function bandMembers(
  rows: readonly OpenBand[],
  a: Interval,
  otherwise: Choice | null,
  ...results: readonly Choice[]
): Choice {
  const met = rowsMet(rows, a, results, otherwise) as Choice[];
  if (met.length === 0) return -1;
  let why = met.length > 1 ? a.why : NO_CAUSES;
  for (const m of met) why = unite(why, whyOf(m));
  return choiceOf(met.flatMap(membersOf), why);
}
