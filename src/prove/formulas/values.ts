/** Values of a measure as formulas. */

import type { Bool, Linear } from "./formula.ts";
import { minus } from "./linear.ts";
import { type Comparison, linear, type Num, type Numbers } from "./numbers.ts";

export type Value =
  | { readonly kind: "number"; readonly num: Num }
  | { readonly kind: "truth"; readonly is: Bool }
  | Choice
  /** Day number. */
  | { readonly kind: "date"; readonly day: Linear }
  /** A text, a party or a link by number: equal numbers are equal texts. `nobody`: the number of no one. */
  | { readonly kind: "name"; readonly number: Linear; readonly nobody: boolean };

/**
 * A member of a list of n, or none: `from[k]` says that it is member k or a later one, so `from[0]` that it is one at
 * all. Each implies the one before.
 */
export interface Choice {
  readonly kind: "choice";
  readonly from: readonly Bool[];
}

export function numberOf(v: Value): Num {
  if (v.kind !== "number") throw new Error(`a number is expected, not a ${v.kind}`);
  return v.num;
}

export function truthOf(v: Value): Bool {
  if (v.kind !== "truth") throw new Error(`a truth is expected, not a ${v.kind}`);
  return v.is;
}

export function choiceOf(v: Value): Choice {
  if (v.kind !== "choice") throw new Error(`a choice is expected, not a ${v.kind}`);
  return v;
}

export function dayOf(v: Value): Linear {
  if (v.kind !== "date") throw new Error(`a date is expected, not a ${v.kind}`);
  return v.day;
}

/** Operations on values other than arithmetic. */
export class Values {
  readonly numbers: Numbers;
  constructor(numbers: Numbers) {
    this.numbers = numbers;
  }

  get terms() {
    return this.numbers.terms;
  }

  member(index: number | null, size: number): Choice {
    const from = Array.from({ length: size }, (_, k) => this.terms.truth(index !== null && k <= index));
    return { kind: "choice", from };
  }

  /** That a choice is this member. */
  isMember(c: Choice, index: number): Bool {
    const next = c.from[index + 1];
    return next ? this.terms.and(c.from[index]!, this.terms.not(next)) : c.from[index]!;
  }

  pick(when: Bool, then: Value, otherwise: Value): Value {
    const { terms } = this;
    if (when === terms.true) return then;
    if (when === terms.false) return otherwise;
    if (then.kind === "number" && otherwise.kind === "number")
      return { kind: "number", num: this.numbers.pick(when, then.num, otherwise.num) };
    if (then.kind === "truth" && otherwise.kind === "truth")
      return { kind: "truth", is: terms.either(when, then.is, otherwise.is) };
    if (then.kind === "choice" && otherwise.kind === "choice")
      return { kind: "choice", from: then.from.map((t, k) => terms.either(when, t, otherwise.from[k]!)) };
    if (then.kind === "date" && otherwise.kind === "date")
      return { kind: "date", day: terms.pick(when, then.day, otherwise.day) };
    if (then.kind === "name" && otherwise.kind === "name")
      return {
        kind: "name",
        number: terms.pick(when, then.number, otherwise.number),
        nobody: then.nobody || otherwise.nobody,
      };
    throw new Error(`a ${then.kind} and a ${otherwise.kind} are no two ways of one value`);
  }

  compare(cmp: Comparison, a: Value, b: Value): Bool {
    const { terms, numbers } = this;
    if (a.kind === "number" && b.kind === "number") return numbers.compare(cmp, a.num, b.num);
    if (a.kind === "date" && b.kind === "date") return numbers.compare(cmp, linear(a.day), linear(b.day));
    if (a.kind === "truth" && b.kind === "truth") {
      const same = terms.iff(a.is, b.is);
      return cmp === "!=" ? terms.not(same) : same;
    }
    if (a.kind === "choice" && b.kind === "choice") return this.#choices(cmp, a, b);
    if (a.kind === "name" && b.kind === "name") {
      const equal = terms.and(
        terms.isZero(minus(a.number, b.number)),
        a.nobody ? terms.not(terms.isZero(a.number)) : terms.true,
      );
      return cmp === "!=" ? terms.not(equal) : equal;
    }
    throw new Error(`a ${a.kind} and a ${b.kind} do not compare`);
  }

  #choices(cmp: Comparison, a: Choice, b: Choice): Bool {
    const { terms } = this;
    const given = terms.and(a.from[0]!, b.from[0]!);
    const same = terms.and(...a.from.map((f, k) => terms.iff(f, b.from[k]!)));
    const below = (x: Choice, y: Choice) =>
      terms.or(...x.from.map((f, k) => terms.and(terms.not(f), y.from[k]!)));
    switch (cmp) {
      case "==":
        return terms.and(given, same);
      case "!=":
        return terms.not(terms.and(given, same));
      case "<":
        return terms.and(given, below(a, b));
      case ">":
        return terms.and(given, below(b, a));
      case "<=":
        return terms.and(given, terms.not(below(b, a)));
      case ">=":
        return terms.and(given, terms.not(below(a, b)));
    }
  }

  /** That two values are the same, none included: what a reader of a result would see no difference in. */
  same(a: Value, b: Value): Bool {
    if (a.kind === "choice" && b.kind === "choice")
      return this.terms.and(...a.from.map((f, k) => this.terms.iff(f, b.from[k]!)));
    return this.compare("==", a, b);
  }
}
