/**
 * Numbers of a measure as formulas. Quotients, roundings and choices between numbers are kept as such until they are
 * compared: against a figure each of them becomes plain comparisons of linear forms, which a solver settles at once,
 * where as numbers of their own they would be the hard part.
 */
import {
  add,
  divide,
  isInteger,
  multiply,
  type Rational,
  type RoundingMode,
  rational,
  round,
  subtract,
  ZERO,
} from "../../runtime/rational.ts";
import type { Bool, Linear } from "./formula.ts";
import { boundsOf, constant, keyOf, known, minus, opposite, part, plus, times } from "./linear.ts";
import type { Terms } from "./terms.ts";

export type Num =
  | { readonly kind: "linear"; readonly form: Linear }
  /** `zero` is what it is where the divisor is zero. */
  | { readonly kind: "quotient"; readonly num: Linear; readonly den: Linear; readonly zero: Linear }
  | { readonly kind: "rounded"; readonly arg: Num; readonly step: Rational; readonly mode: RoundingMode }
  | { readonly kind: "pick"; readonly when: Bool; readonly then: Num; readonly otherwise: Num }
  /** Of those that belong; there is one. */
  | { readonly kind: "extreme"; readonly fn: "min" | "max"; readonly of: readonly Among[] }
  /** How many of these hold, and `more`. */
  | { readonly kind: "count"; readonly of: readonly Bool[]; readonly more: Rational };

/** A number among several, or not among them. */
export interface Among {
  readonly belongs: Bool;
  readonly value: Num;
}

export type Comparison = "<" | "<=" | ">" | ">=" | "==" | "!=";

const TURNED = { "<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!=" } as const;
const HALF = rational(1, 2);

export const linear = (form: Linear): Num => ({ kind: "linear", form });
export const figure = (value: Rational): Num => linear(constant(value));

export class Numbers {
  readonly terms: Terms;
  /** What must hold of the numbers that were made up on the way. */
  readonly conditions: Bool[] = [];

  constructor(terms: Terms) {
    this.terms = terms;
  }

  // ─────────────────────────────── arithmetic ───────────────────────────────

  /** How many conditions hold. */
  count(of: readonly Bool[]): Num {
    const open = of.filter((c) => c.op !== "true" && c.op !== "false");
    const more = rational(of.filter((c) => c.op === "true").length);
    return open.length === 0 ? figure(more) : { kind: "count", of: open, more };
  }

  add(args: readonly Num[]): Num {
    const counts = args.filter((a) => a.kind === "count");
    const constants = args.filter((a) => a.kind !== "count").map((a) => this.constantOf(a));
    if (counts.length > 0 && constants.every((c) => c !== null))
      return {
        kind: "count",
        of: counts.flatMap((c) => c.of),
        more: [...constants, ...counts.map((c) => c.more)].reduce(add, ZERO),
      };
    const quotients = args.filter((a) => a.kind === "quotient");
    const rest = args.filter((a) => a.kind !== "quotient").map((a) => this.flat(a));
    const sum = rest.reduce(plus, constant(ZERO));
    const [only] = quotients;
    const value = known(sum);
    if (quotients.length === 1 && only && value)
      return {
        kind: "quotient",
        num: plus(only.num, times(only.den, value)),
        den: only.den,
        zero: plus(only.zero, sum),
      };
    return linear(quotients.map((q) => this.flat(q)).reduce(plus, sum));
  }

  scale(a: Num, by: Rational): Num {
    switch (a.kind) {
      case "linear":
        return linear(times(a.form, by));
      case "quotient":
        return { ...a, num: times(a.num, by), zero: times(a.zero, by) };
      case "pick":
        return { ...a, then: this.scale(a.then, by), otherwise: this.scale(a.otherwise, by) };
      case "extreme": {
        const fn = by.num < 0n ? (a.fn === "min" ? "max" : "min") : a.fn;
        return { ...a, fn, of: a.of.map((m) => ({ ...m, value: this.scale(m.value, by) })) };
      }
      case "rounded":
      case "count":
        return linear(times(this.flat(a), by));
    }
  }

  multiply(a: Num, b: Num): Num {
    const [x, y] = [this.constantOf(a), this.constantOf(b)];
    if (x) return this.scale(b, x);
    if (y) return this.scale(a, y);
    if (a.kind === "pick") return this.pick(a.when, this.multiply(a.then, b), this.multiply(a.otherwise, b));
    if (b.kind === "pick") return this.pick(b.when, this.multiply(a, b.then), this.multiply(a, b.otherwise));
    return linear(this.terms.product(this.flat(a), this.flat(b)));
  }

  /** @param zero what it is where the divisor is zero */
  divide(a: Num, b: Num, zero: Linear): Num {
    const by = this.constantOf(b);
    if (by) return by.num === 0n ? linear(zero) : this.scale(a, divide(rational(1), by));
    if (b.kind === "pick")
      return this.pick(b.when, this.divide(a, b.then, zero), this.divide(a, b.otherwise, zero));
    return { kind: "quotient", num: this.flat(a), den: this.flat(b), zero };
  }

  round(arg: Num, step: Rational, mode: RoundingMode): Num {
    const value = this.constantOf(arg);
    if (value) return figure(round(value, step, mode));
    if (arg.kind === "pick")
      return this.pick(arg.when, this.round(arg.then, step, mode), this.round(arg.otherwise, step, mode));
    return { kind: "rounded", arg, step, mode };
  }

  pick(when: Bool, then: Num, otherwise: Num): Num {
    if (when.op === "true" || then === otherwise) return then;
    if (when.op === "false") return otherwise;
    if (then.kind === "linear" && otherwise.kind === "linear" && keyOf(then.form) === keyOf(otherwise.form))
      return then;
    return { kind: "pick", when, then, otherwise };
  }

  /** The least or the greatest of those that belong; `nobody` where none does. */
  extreme(fn: "min" | "max", all: readonly Among[], nobody: Num): Num {
    const of = all.filter((m) => m.belongs.op !== "false");
    if (of.length === 0) return nobody;
    const sure = of.every((m) => m.belongs.op === "true");
    if (sure && of.length === 1) return of[0]!.value;
    const values = of.map((m) => this.constantOf(m.value));
    if (sure && values.every((v) => v !== null))
      return figure(
        values.reduce((a, b) => (subtract(a!, b!).num < 0n === (fn === "min") ? a : b)) as Rational,
      );
    const some = this.terms.or(...of.map((m) => m.belongs));
    return this.pick(some, { kind: "extreme", fn, of }, nobody);
  }

  constantOf(a: Num): Rational | null {
    return a.kind === "linear" ? known(a.form) : null;
  }

  /** As one linear form; what is none gets a number of its own. */
  flat(a: Num): Linear {
    const { terms } = this;
    switch (a.kind) {
      case "linear":
        return a.form;
      case "pick":
        return terms.pick(a.when, this.flat(a.then), this.flat(a.otherwise));
      case "extreme": {
        let [some, found]: [Bool, Linear] = [terms.false, constant(ZERO)];
        for (const { belongs, value } of a.of) {
          const x = this.flat(value);
          const better = terms.atLeastZero(a.fn === "min" ? minus(found, x) : minus(x, found));
          found = terms.pick(terms.and(belongs, terms.or(terms.not(some), better)), x, found);
          some = terms.or(some, belongs);
        }
        return found;
      }
      case "rounded":
        return this.#rounded(this.flat(a.arg), a.step, a.mode);
      case "count":
        return a.of
          .map((c) => terms.pick(c, constant(rational(1)), constant(ZERO)))
          .reduce(plus, constant(a.more));
      case "quotient": {
        const key = `${keyOf(a.num)}/${keyOf(a.den)}/${keyOf(a.zero)}`;
        const value = part(terms.variable("real", `q:${key}`, { low: null, high: null }));
        const isZero = terms.isZero(a.den);
        this.conditions.push(
          terms.or(isZero, terms.isZero(minus(terms.product(value, a.den), a.num))),
          terms.or(terms.not(isZero), terms.isZero(minus(value, a.zero))),
        );
        return value;
      }
    }
  }

  #rounded(x: Linear, step: Rational, mode: RoundingMode): Linear {
    const { terms } = this;
    const inSteps = times(x, divide(rational(1), step));
    const half = constant(HALF);
    const up = (l: Linear) => terms.floor(plus(l, half));
    switch (mode) {
      case "down":
        return times(terms.floor(inSteps), step);
      case "up":
        return times(opposite(terms.floor(opposite(inSteps))), step);
      case "half-up": {
        const { low } = boundsOf(x);
        if (low && low.num >= 0n) return times(up(inSteps), step);
        const below = opposite(up(opposite(inSteps)));
        return times(terms.pick(terms.atLeastZero(x), up(inSteps), below), step);
      }
    }
  }

  // ─────────────────────────────── comparison ───────────────────────────────

  compare(cmp: Comparison, a: Num, b: Num): Bool {
    if (a.kind === "linear" && b.kind !== "linear") return this.#against(TURNED[cmp], b, a.form);
    return this.#against(cmp, a, b.kind === "linear" ? b.form : this.flat(b));
  }

  #against(cmp: Comparison, a: Num, b: Linear): Bool {
    const { terms } = this;
    if (cmp === "!=") return terms.not(this.#against("==", a, b));
    if (cmp === "<") return terms.not(this.#against(">=", a, b));
    if (cmp === "<=") return terms.not(this.#against(">", a, b));
    switch (a.kind) {
      case "linear":
        return this.#linear(cmp, minus(a.form, b));
      case "pick":
        return terms.either(a.when, this.#against(cmp, a.then, b), this.#against(cmp, a.otherwise, b));
      case "extreme": {
        if (cmp === "==") return terms.and(this.#against(">=", a, b), terms.not(this.#against(">", a, b)));
        const each = a.of.map((m) => ({ ...m, is: this.#against(cmp, m.value, b) }));
        return a.fn === "min"
          ? terms.and(...each.map((m) => terms.or(terms.not(m.belongs), m.is)))
          : terms.or(...each.map((m) => terms.and(m.belongs, m.is)));
      }
      case "count": {
        const value = known(b);
        return value
          ? this.#counted(cmp, a, subtract(value, a.more))
          : this.#linear(cmp, minus(this.flat(a), b));
      }
      case "rounded": {
        const value = known(b);
        return value ? this.#roundedAgainst(cmp, a, value) : this.#linear(cmp, minus(this.flat(a), b));
      }
      case "quotient": {
        const { den } = a;
        const bounds = boundsOf(den);
        const difference = minus(a.num, terms.product(b, den));
        const positive = this.#linear(cmp, difference);
        if (bounds.low && bounds.low.num > 0n) return positive;
        const negative = cmp === "==" ? positive : this.#linear(cmp, opposite(difference));
        const zero = this.#linear(cmp, minus(a.zero, b));
        return terms.either(terms.aboveZero(den), positive, terms.either(terms.isZero(den), zero, negative));
      }
    }
  }

  /** Counted in truths: a solver finds its way through these, and hardly through sums of ones. */
  #counted(cmp: ">=" | ">" | "==", { of }: Num & { kind: "count" }, value: Rational): Bool {
    const { terms } = this;
    const whole = isInteger(value);
    const below = Number(value.num >= 0n || whole ? value.num / value.den : value.num / value.den - 1n);
    if (cmp === ">=") return atLeast(terms, whole ? below : below + 1, of);
    if (cmp === ">") return atLeast(terms, below + 1, of);
    if (!whole) return terms.false;
    return terms.and(atLeast(terms, below, of), terms.not(atLeast(terms, below + 1, of)));
  }

  #linear(cmp: ">=" | ">" | "==", difference: Linear): Bool {
    const { terms } = this;
    if (cmp === "==") return terms.isZero(difference);
    return cmp === ">=" ? terms.atLeastZero(difference) : terms.aboveZero(difference);
  }

  /** Rounding never turns an order round: the figure is passed where the number before rounding passes a bound. */
  #roundedAgainst(cmp: ">=" | ">" | "==", a: Num & { kind: "rounded" }, value: Rational): Bool {
    const { terms } = this;
    const inSteps = divide(value, a.step);
    const exact = isInteger(inSteps);
    if (cmp === "==")
      return exact
        ? terms.and(this.#roundedAgainst(">=", a, value), terms.not(this.#roundedAgainst(">", a, value)))
        : terms.false;
    // The least multiple of the step that the rounded number must reach.
    const below = rational(
      inSteps.num >= 0n || exact ? inSteps.num / inSteps.den : inSteps.num / inSteps.den - 1n,
    );
    const steps = exact && cmp === ">=" ? inSteps : add(below, rational(1));
    const target = multiply(steps, a.step);
    switch (a.mode) {
      case "down":
        return this.#against(">=", a.arg, constant(target));
      case "up":
        return this.#against(">", a.arg, constant(subtract(target, a.step)));
      case "half-up": {
        const bound = constant(subtract(target, multiply(a.step, HALF)));
        return this.#against(steps.num > 0n ? ">=" : ">", a.arg, bound);
      }
    }
  }
}

/** At least so many of the conditions hold. */
export function atLeast(terms: Terms, count: number, all: readonly Bool[]): Bool {
  if (count <= 0) return terms.true;
  if (count > all.length) return terms.false;
  // reached[k]: at least k of those seen so far hold.
  let reached: Bool[] = Array.from({ length: count + 1 }, (_, k) => terms.truth(k === 0));
  for (const c of all)
    reached = reached.map((r, k) => (k === 0 ? r : terms.or(r, terms.and(c, reached[k - 1]!))));
  return reached[count]!;
}
