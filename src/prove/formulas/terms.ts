/**
 * Formulas over truths and exact numbers, as a solver takes them. Equal formulas are one object, and what their parts
 * settle already is settled when they are made, so that two versions of a measure that agree give the same object.
 */
import { divide, type Rational, rational, ZERO } from "../../runtime/rational.ts";
import type { Bool, Bounds, Linear, NumberTerm } from "./formula.ts";
import { boundsOf, constant, hull, keyOf, known, part, times } from "./linear.ts";

type Made<T> = T extends unknown ? Omit<T, "id"> : never;

export class Terms {
  readonly true: Bool = { id: 0, op: "true" };
  readonly false: Bool = { id: 1, op: "false" };
  readonly #known = new Map<string, Bool | NumberTerm>();
  #next = 2;

  #bool(key: string, make: () => Made<Bool>): Bool {
    const known = this.#known.get(key) as Bool | undefined;
    if (known) return known;
    const term = { id: this.#next++, ...make() } as Bool;
    this.#known.set(key, term);
    return term;
  }

  #number(key: string, make: () => Made<NumberTerm>): NumberTerm {
    const known = this.#known.get(key) as NumberTerm | undefined;
    if (known) return known;
    const term = { id: this.#next++, ...make() } as NumberTerm;
    this.#known.set(key, term);
    return term;
  }

  // ─────────────────────────────── truths ───────────────────────────────

  truth(value: boolean): Bool {
    return value ? this.true : this.false;
  }

  /** A truth that is free; equal names are one. */
  bool(name: string): Bool {
    return this.#bool(`b${name}`, () => ({ op: "bool", name }));
  }

  not(arg: Bool): Bool {
    if (arg.op === "true") return this.false;
    if (arg.op === "false") return this.true;
    if (arg.op === "not") return arg.arg;
    return this.#bool(`!${arg.id}`, () => ({ op: "not", arg }));
  }

  and(...args: readonly Bool[]): Bool {
    return this.#joined("and", args);
  }

  or(...args: readonly Bool[]): Bool {
    return this.#joined("or", args);
  }

  #joined(op: "and" | "or", given: readonly Bool[]): Bool {
    const [neutral, absorbing] = op === "and" ? [this.true, this.false] : [this.false, this.true];
    const args = new Set<Bool>();
    for (const arg of given) {
      if (arg.op === op) for (const inner of arg.args) args.add(inner);
      else if (arg !== neutral) args.add(arg);
    }
    for (const arg of args) if (arg === absorbing || args.has(this.not(arg))) return absorbing;
    if (args.size === 0) return neutral;
    if (args.size === 1) return [...args][0]!;
    const sorted = [...args].sort((a, b) => a.id - b.id);
    return this.#bool(`${op}${sorted.map((a) => a.id).join(",")}`, () => ({ op, args: sorted }));
  }

  iff(a: Bool, b: Bool): Bool {
    if (a === b) return this.true;
    if (a === this.true) return b;
    if (b === this.true) return a;
    if (a === this.false) return this.not(b);
    if (b === this.false) return this.not(a);
    if (a === this.not(b)) return this.false;
    const [left, right] = a.id < b.id ? [a, b] : [b, a];
    return this.#bool(`=${left.id},${right.id}`, () => ({ op: "iff", left, right }));
  }

  /** Truths by a condition. */
  either(when: Bool, then: Bool, otherwise: Bool): Bool {
    if (then === otherwise || when === this.true) return then;
    if (when === this.false) return otherwise;
    return this.or(this.and(when, then), this.and(this.not(when), otherwise));
  }

  /** Everything that is free so far, in the order in which it was made. */
  get free(): readonly (Bool | NumberTerm)[] {
    return [...this.#known.values()].filter((t) => t.op === "bool" || t.op === "int" || t.op === "real");
  }

  // ─────────────────────────────── numbers ───────────────────────────────

  /** A whole number, or any number, that is free within bounds; equal names are one. */
  variable(op: "int" | "real", name: string, bounds: Bounds): NumberTerm {
    return this.#number(`v${name}`, () => ({ op, name, low: bounds.low, high: bounds.high }));
  }

  pick(when: Bool, then: Linear, otherwise: Linear): Linear {
    if (when === this.true || keyOf(then) === keyOf(otherwise)) return then;
    if (when === this.false) return otherwise;
    return part(
      this.#number(`?${when.id};${keyOf(then)};${keyOf(otherwise)}`, () => ({
        op: "pick",
        when,
        then,
        otherwise,
        ...hull(boundsOf(then), boundsOf(otherwise)),
      })),
    );
  }

  floor(linear: Linear): Linear {
    const value = known(linear);
    if (value) return constant(floorOf(value));
    const { low, high } = boundsOf(linear);
    return part(
      this.#number(`f${keyOf(linear)}`, () => ({
        op: "floor",
        linear,
        low: low && floorOf(low),
        high: high && floorOf(high),
      })),
    );
  }

  /** Some number is the product of two that are free: the hard questions. */
  nonlinear = false;

  product(a: Linear, b: Linear): Linear {
    const left = known(a);
    if (left) return times(b, left);
    const right = known(b);
    if (right) return times(a, right);
    this.nonlinear = true;
    const [x, y] = keyOf(a) <= keyOf(b) ? [a, b] : [b, a];
    return part(
      this.#number(`*${keyOf(x)};${keyOf(y)}`, () => ({
        op: "product",
        left: x,
        right: y,
        low: null,
        high: null,
      })),
    );
  }

  // ───────────────────────────── comparisons ─────────────────────────────

  /** `a ≥ 0`. */
  atLeastZero(a: Linear): Bool {
    return this.#compared(">=", a);
  }

  /** `a > 0`. */
  aboveZero(a: Linear): Bool {
    return this.#compared(">", a);
  }

  isZero(a: Linear): Bool {
    const { low, high } = boundsOf(a);
    if ((low && low.num > 0n) || (high && high.num < 0n)) return this.false;
    if (low?.num === 0n && high?.num === 0n) return this.true;
    const first = a.parts[0]![1];
    const linear = times(a, divide(rational(1), first));
    return this.#bool(`=0${keyOf(linear)}`, () => ({ op: "=", linear }));
  }

  #compared(op: ">=" | ">", a: Linear): Bool {
    const { low, high } = boundsOf(a);
    const holds = (x: Rational) => (op === ">=" ? x.num >= 0n : x.num > 0n);
    if (low && holds(low)) return this.true;
    if (high && !holds(high)) return this.false;
    // The first part has coefficient 1, so that x ≥ 5 and 2x ≥ 10 are one; −x ≥ 5 is not (x > −5).
    const first = a.parts[0]![1];
    if (first.num > 0n) return this.#normal(op, times(a, divide(rational(1), first)));
    return this.not(this.#normal(op === ">=" ? ">" : ">=", times(a, divide(rational(1), first))));
  }

  #normal(op: ">=" | ">", linear: Linear): Bool {
    return this.#bool(`${op}${keyOf(linear)}`, () => ({ op, linear }));
  }
}

const floorOf = (a: Rational): Rational => {
  const q = a.num / a.den;
  return rational(a.num < 0n && q * a.den !== a.num ? q - 1n : q);
};

/** Zero, or the bound nearest to it. */
const atRest = ({ low, high }: Bounds): Rational =>
  low && low.num > 0n ? low : high && high.num < 0n ? high : ZERO;

// ─────────────────────────────── evaluation ───────────────────────────────

/** Values of the free truths and numbers, by name; what is not there is false, or as near to zero as its bounds let it. */
export type Assignment = ReadonlyMap<string, boolean | Rational>;

/** The meaning of formulas: what they are under an assignment. */
export class Evaluation {
  readonly #values: Assignment;
  readonly #bools = new Map<Bool, boolean>();
  readonly #numbers = new Map<NumberTerm, Rational>();

  constructor(values: Assignment) {
    this.#values = values;
  }

  truth(term: Bool): boolean {
    const known = this.#bools.get(term);
    if (known !== undefined) return known;
    const value = this.#truth(term);
    this.#bools.set(term, value);
    return value;
  }

  #truth(term: Bool): boolean {
    switch (term.op) {
      case "true":
        return true;
      case "false":
        return false;
      case "bool":
        return this.#values.get(term.name) === true;
      case "not":
        return !this.truth(term.arg);
      case "and":
        return term.args.every((a) => this.truth(a));
      case "or":
        return term.args.some((a) => this.truth(a));
      case "iff":
        return this.truth(term.left) === this.truth(term.right);
      case ">=":
        return this.number(term.linear).num >= 0n;
      case ">":
        return this.number(term.linear).num > 0n;
      case "=":
        return this.number(term.linear).num === 0n;
    }
  }

  number(linear: Linear): Rational {
    let { num, den } = linear.constant;
    for (const [term, by] of linear.parts) {
      const value = this.#number(term);
      const [n, d] = [value.num * by.num, value.den * by.den];
      num = num * d + n * den;
      den *= d;
    }
    return rational(num, den);
  }

  #number(term: NumberTerm): Rational {
    const known = this.#numbers.get(term);
    if (known) return known;
    const value = this.#numberOf(term);
    this.#numbers.set(term, value);
    return value;
  }

  #numberOf(term: NumberTerm): Rational {
    switch (term.op) {
      case "int":
      case "real": {
        const value = this.#values.get(term.name);
        return typeof value === "object" ? value : atRest(term);
      }
      case "pick":
        return this.number(this.truth(term.when) ? term.then : term.otherwise);
      case "floor":
        return floorOf(this.number(term.linear));
      case "product": {
        const [a, b] = [this.number(term.left), this.number(term.right)];
        return rational(a.num * b.num, a.den * b.den);
      }
    }
  }
}
