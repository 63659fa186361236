/**
 * The data of a query: subjects, their facts and records, as free values that all versions of a measure see alike. A
 * fact is free within what every version that knows it accepts.
 */
import type * as ir from "../../compiler/ir/ir.ts";
import { dayNumber, dayText } from "../../runtime/calendar.ts";
import {
  divide,
  greatest,
  isInteger,
  least,
  multiply,
  type Rational,
  rational,
} from "../../runtime/rational.ts";
import type { Bool, Linear } from "../formulas/formula.ts";
import { constant, part, plus, times, whole } from "../formulas/linear.ts";
import { linear } from "../formulas/numbers.ts";
import type { Evaluation } from "../formulas/terms.ts";
import type { Value, Values } from "../formulas/values.ts";

/** A subject or a record of one. `index`: among the subjects of its kind; null for one that only a link leads to. */
export interface Row {
  readonly path: string;
  readonly kind: string;
  readonly present: Bool;
  readonly index: number | null;
  /** Whose record it is, and where it stands in that list. */
  readonly record?: { readonly owner: Row; readonly list: string; readonly at: number };
}

/** A free value with the way it is written in data. */
export interface Fact {
  readonly value: Value;
  /** As a record has it; undefined: left out. */
  write(found: Evaluation): unknown;
}

/** A field with the measure it is declared in. */
export interface Declared {
  readonly field: ir.Field;
  readonly measure: ir.Measure;
}

export interface FactOptions {
  readonly year: number;
  /** What the rows of a kind are in a link's value; null: links lead to subjects of their own. */
  readonly rowsOf: ((kind: string) => readonly Row[]) | null;
}

/** Names that stand in data: texts of the measures first, then made-up ones. */
class NameTable {
  readonly #numbers = new Map<string, number>();
  readonly #texts: string[] = [];

  /** Numbers from 1 on; 0 is nobody. */
  of(text: string): number {
    let number = this.#numbers.get(text);
    if (number === undefined) {
      number = this.#texts.push(text);
      this.#numbers.set(text, number);
    }
    return number;
  }

  text(number: number): string {
    return this.#texts[number - 1] ?? `名${number - this.#texts.length}`;
  }
}

/** Most names beside those of the measures that a fact may have. */
const FREE_NAMES = 12;
/** How many years before the assessed one a date may lie. */
const YEARS_BACK = 8;

export class Facts {
  readonly values: Values;
  readonly options: FactOptions;
  readonly names = new NameTable();
  /** What was asked for, by row and by the name of the field. */
  readonly asked = new Map<string, { readonly row: Row; readonly facts: Map<string, Fact> }>();

  constructor(values: Values, options: FactOptions) {
    this.values = values;
    this.options = options;
  }

  /** A fact of a row; `all`: the field in every measure that has it, those of another type left out by the caller. */
  of(row: Row, all: readonly Declared[]): Fact {
    const { name } = all[0]!.field;
    let entry = this.asked.get(row.path);
    if (!entry) {
      entry = { row, facts: new Map() };
      this.asked.set(row.path, entry);
    }
    let fact = entry.facts.get(name);
    if (!fact) {
      fact = this.#withDefault(this.#applicable(this.free(`${row.path}|${name}`, all), row, all), row, all);
      entry.facts.set(name, fact);
    }
    return fact;
  }

  /** Whether a fact applies (可不适用). */
  applies(row: Row, name: string): Bool {
    return this.values.terms.bool(`${row.path}|${name}|适用`);
  }

  /** Whether a fact is left out, where the versions have different defaults for it. */
  leftOut(row: Row, name: string): Bool {
    return this.values.terms.bool(`${row.path}|${name}|缺省`);
  }

  #applicable(fact: Fact, row: Row, all: readonly Declared[]): Fact {
    if (!all.some((d) => d.field.applies !== undefined)) return fact;
    const applies = this.applies(row, all[0]!.field.name);
    return { value: fact.value, write: (found) => (found.truth(applies) ? fact.write(found) : "不适用") };
  }

  #withDefault(fact: Fact, row: Row, all: readonly Declared[]): Fact {
    if (!hasDifferentDefaults(all)) return fact;
    const out = this.leftOut(row, all[0]!.field.name);
    return { value: fact.value, write: (found) => (found.truth(out) ? undefined : fact.write(found)) };
  }

  /** A free value of a type. */
  free(name: string, all: readonly Declared[]): Fact {
    const { terms } = this.values;
    const [{ field, measure }] = all as [Declared];
    const { type } = field;
    switch (type.kind) {
      case "number":
        return this.#number(name, all);
      case "truth": {
        const is = terms.bool(name);
        return { value: { kind: "truth", is }, write: (found) => found.truth(is) };
      }
      case "choice": {
        const members = measure.enumerations[type.enumeration]!.members;
        const common = members.filter((m) =>
          all.every(
            (d) =>
              d.field.type.kind === "choice" &&
              d.measure.enumerations[d.field.type.enumeration]!.members.includes(m),
          ),
        );
        const number = part(
          terms.variable("int", name, { low: rational(0), high: rational(Math.max(0, common.length - 1)) }),
        );
        return {
          value: this.choice(number, common, members),
          write: (found) => common[Number(found.number(number).num)],
        };
      }
      case "date":
        return this.date(name);
      case "text":
      case "party":
        return this.#name(name, type.kind === "party");
      case "link":
        return this.#link(name, measure.subjects[type.subject]!.name);
      case "links":
      case "list":
        throw new Error(`a ${type.kind} is no single value`);
    }
  }

  /** A choice among `common` by its number there, as one among `members`. */
  choice(number: Linear, common: readonly string[], members: readonly string[]): Value {
    const { terms } = this.values;
    const at = (member: string) => common.indexOf(member);
    const isOne = members.map((m) => (at(m) < 0 ? terms.false : terms.isZero(plus(number, whole(-at(m))))));
    const inOrder = members.every((m, i) => at(m) === i);
    const from = members.map((_, k) =>
      inOrder ? terms.atLeastZero(plus(number, whole(-k))) : terms.or(...isOne.slice(k)),
    );
    return { kind: "choice", from };
  }

  date(name: string): Fact {
    const { year } = this.options;
    const day = part(
      this.values.terms.variable("int", name, {
        low: rational(dayNumber(year - YEARS_BACK, 1, 1)),
        high: rational(dayNumber(year + 1, 12, 31)),
      }),
    );
    return {
      value: { kind: "date", day },
      write: (found) => dateText(found.number(day)),
    };
  }

  #name(name: string, nobody: boolean): Fact {
    const { terms } = this.values;
    const number = part(terms.variable("int", name, { low: rational(nobody ? 0 : 1), high: rational(1000) }));
    return {
      value: { kind: "name", number, nobody },
      write: (found) => {
        const n = Number(found.number(number).num);
        return n === 0 ? [] : nobody ? [this.names.text(n)] : this.names.text(n);
      },
    };
  }

  #link(name: string, kind: string): Fact {
    const rows = this.options.rowsOf?.(kind);
    const high = rows ? rows.length - 1 : FREE_NAMES;
    const number = part(this.values.terms.variable("int", name, { low: rational(0), high: rational(high) }));
    return {
      value: { kind: "name", number, nobody: false },
      write: (found) => rows?.[Number(found.number(number).num)]?.path,
    };
  }

  #number(name: string, all: readonly Declared[]): Fact {
    const { terms } = this.values;
    const types = all.map((d) => d.field.type as ir.NumberType);
    const ends = (end: "low" | "high") => types.map((t) => t[end]).filter((r) => r !== null);
    const low = ends("low").reduce<Rational | null>((a, b) => (a ? greatest(a, b) : b), null);
    const high = ends("high").reduce<Rational | null>((a, b) => (a ? least(a, b) : b), null);
    const step = types.map((t) => t.step).reduce((a, b) => (a && b ? commonMultiple(a, b) : (a ?? b)));
    let form: Linear;
    if (step) {
      const inSteps = (r: Rational | null, up: boolean) => {
        if (!r) return null;
        const q = divide(r, step);
        const down = q.num < 0n && !isInteger(q) ? q.num / q.den - 1n : q.num / q.den;
        return rational(up && !isInteger(q) ? down + 1n : down);
      };
      const n = terms.variable("int", name, { low: inSteps(low, true), high: inSteps(high, false) });
      form = times(part(n), step);
    } else form = part(terms.variable("real", name, { low, high }));
    const { field } = all[0]!;
    const factor = field.asFraction ? rational(1) : types[0]!.display.factor;
    return {
      value: { kind: "number", num: linear(form) },
      write: (found) => written(divide(found.number(form), factor)),
    };
  }

  /** A value of a type as a result has it. */
  show(value: Value, type: ir.Type, members: readonly string[], found: Evaluation): unknown {
    switch (value.kind) {
      case "number": {
        const factor = type.kind === "number" ? type.display.factor : rational(1);
        return written(divide(found.number(this.values.numbers.flat(value.num)), factor));
      }
      case "truth":
        return found.truth(value.is);
      case "choice":
        return members[value.from.filter((f) => found.truth(f)).length - 1] ?? null;
      case "date":
        return dateText(found.number(value.day));
      case "name":
        return this.names.text(Number(found.number(value.number).num));
    }
  }

  constantName(text: string): Value {
    return { kind: "name", number: constant(rational(this.names.of(text))), nobody: false };
  }
}

const dateText = (day: Rational): string => dayText(Number(day.num));

/** A figure as data have it: a number where its decimal ends soon, else its exact decimal or fraction. */
export function written(value: Rational): number | string {
  let { den } = value;
  let places = 0;
  while (den % 10n === 0n) [den, places] = [den / 10n, places + 1];
  while (den % 2n === 0n) [den, places] = [den / 2n, places + 1];
  while (den % 5n === 0n) [den, places] = [den / 5n, places + 1];
  if (den !== 1n) return `${value.num}/${value.den}`;
  const scaled = multiply(value, rational(10n ** BigInt(places))).num;
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, "0");
  const text = `${scaled < 0n ? "-" : ""}${digits.slice(0, digits.length - places)}${places > 0 ? `.${digits.slice(-places)}` : ""}`;
  return digits.length <= 15 ? Number(text) : text;
}

function commonMultiple(a: Rational, b: Rational): Rational {
  const gcd = (x: bigint, y: bigint): bigint => (y === 0n ? x : gcd(y, x % y));
  const [x, y] = [a.num * b.den, b.num * a.den];
  return rational((x * y) / gcd(x, y), a.den * b.den);
}

export function hasDifferentDefaults(all: readonly Declared[]): boolean {
  const shown = all.map(({ field }) => (field.default ? showConstant(field.default) : null));
  return shown.every((s) => s !== null) && new Set(shown).size > 1;
}

const showConstant = (e: ir.Expr): string =>
  JSON.stringify(e, (_, v) => (typeof v === "bigint" ? `${v}` : v));
