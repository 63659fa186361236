/**
 * The IR as formulas. One encoder serves all versions of a measure that are compared: a cell that means the same in
 * two of them (keys.ts) is one formula.
 *
 * Facts are complete: nothing that may be supplied is missing. What a measure leaves without a value (a mean over
 * nobody, a quotient by zero) is a free value, the same wherever it is the same. What the formulas do not go into is
 * free as well and noted in {@link Encoder.abstracted}: a proof over free values holds for whatever they are, and an
 * example is only believed when both evaluators confirm it.
 */
import type * as ir from "../../compiler/ir/ir.ts";
import { addPeriod, dayNumber } from "../../runtime/calendar.ts";
import { rational } from "../../runtime/rational.ts";
import type { Bool } from "../formulas/formula.ts";
import { minus, part, whole } from "../formulas/linear.ts";
import { atLeast, figure, linear, type Num, Numbers } from "../formulas/numbers.ts";
import { type Evaluation, Terms } from "../formulas/terms.ts";
import { type Choice, choiceOf, dayOf, numberOf, truthOf, type Value, Values } from "../formulas/values.ts";
import { assessmentDate, parameter } from "./call.ts";
import { placement, population } from "./cohort.ts";
import { type Declared, Facts, type Row } from "./facts.ts";
import { bands, grade } from "./grades.ts";
import { Interned, Keys } from "./keys.ts";
import { linked } from "./links.ts";
import { aggregate } from "./lists.ts";
import { cellIn, field, via } from "./references.ts";
import { lookBack } from "./years.ts";

/** How much of a world the formulas go into. null: that is left free, and what is found holds whatever it is. */
export interface Bounds {
  /** Subjects of a kind. */
  readonly cohort: number | null;
  /** Records of a list without periods. */
  readonly records: number | null;
  /** Earlier years. */
  readonly years: number | null;
}

/** The subject alone. */
export const ALONE: Bounds = { cohort: null, records: null, years: null };

export interface World {
  readonly year: number;
  /** Which period of the year, for measures of shorter ones. */
  readonly period: number;
  readonly bounds: Bounds;
  /** Open figures are given a plain value: for finding examples, which the solver does better without products. */
  readonly plainParameters?: boolean;
}

/** What the formulas leave free: why an example may not be one. */
export type Abstraction = "list" | "cohort" | "history" | "link" | "date";

export interface Side {
  readonly measure: ir.Measure;
  readonly keys: Keys;
}

/** Something that an earlier result says. */
export interface PastFact {
  readonly name: string;
  readonly of: "fact" | "value" | "grade";
  write(found: Evaluation): unknown;
}

/** What an expression speaks of. */
export interface Scope {
  readonly side: Side;
  /** Index in the side's measure. */
  readonly kind: number;
  readonly row: Row;
  readonly record: { readonly list: number; readonly path: string; readonly at: number } | null;
  /** How many periods ago; 0: now. */
  readonly ago: number;
}

const MAX_STEPS = 200_000;

export class Encoder {
  readonly terms = new Terms();
  readonly numbers = new Numbers(this.terms);
  readonly values = new Values(this.numbers);
  readonly facts: Facts;
  readonly sides: readonly Side[];
  readonly world: World;
  readonly abstracted = new Set<Abstraction>();
  /** Kinds whose subjects were put in an order, which is done once. */
  readonly ordered = new Set<string>();
  /** Where all of these hold, every figure that was asked for has a value. */
  readonly defined: Bool[] = [];
  /** What was asked of earlier results, by subject and year. */
  readonly pastFacts = new Map<string, Map<string, PastFact>>();
  readonly #cells = new Map<string, Value>();
  readonly #rows = new Map<string, readonly Row[]>();
  #steps = 0;

  constructor(measures: readonly ir.Measure[], world: World) {
    const interned = new Interned();
    this.sides = measures.map((measure) => ({ measure, keys: new Keys(measure, interned) }));
    this.world = world;
    this.facts = new Facts(this.values, {
      year: world.year,
      rowsOf: world.bounds.cohort === null ? null : (kind) => this.rowsOf(kind),
    });
  }

  // ──────────────────────────────── rows ────────────────────────────────

  /** The subject that a query is about. */
  subject(kind: string): Row {
    if (this.world.bounds.cohort !== null) return this.rowsOf(kind)[0]!;
    return { path: kind, kind, present: this.terms.true, index: 0 };
  }

  /** The subjects of a kind in a bounded world: the first is there, others may be. */
  rowsOf(kind: string): readonly Row[] {
    let rows = this.#rows.get(kind);
    if (!rows) {
      const { terms } = this;
      rows = Array.from({ length: this.world.bounds.cohort ?? 1 }, (_, index) => {
        const path = `${kind}${index + 1}`;
        return { path, kind, index, present: index === 0 ? terms.true : terms.bool(`${path}|在`) };
      });
      this.#rows.set(kind, rows);
      // Equal worlds are one: whoever is there stands before who is not.
      for (const [i, row] of rows.entries())
        if (i > 1) this.numbers.conditions.push(terms.or(terms.not(row.present), rows[i - 1]!.present));
    }
    return rows;
  }

  kindIn(side: Side, row: Row): number {
    return side.measure.subjects.findIndex((s) => s.name === row.kind);
  }

  scope(side: Side, row: Row): Scope {
    return { side, kind: this.kindIn(side, row), row, record: null, ago: 0 };
  }

  // ──────────────────────────────── facts ────────────────────────────────

  /** The same field in every version, where its type is of one sort. */
  declared(side: Side, kind: number, index: number, list: number | null): readonly Declared[] {
    const owner = side.measure.subjects[kind]!;
    const find = (s: Side): ir.Field | undefined => {
      const o = s.measure.subjects.find((k) => k.name === owner.name);
      if (list === null) return o?.fields.find((f) => f.name === owner.fields[index]!.name);
      const l = o?.fields.find((f) => f.name === owner.fields[list]!.name)?.type;
      const own = owner.fields[list]!.type;
      if (l?.kind !== "list" || own.kind !== "list") return undefined;
      const name = side.measure.records[own.record]!.fields[index]!.name;
      return s.measure.records[l.record]!.fields.find((f) => f.name === name);
    };
    const own = find(side)!;
    const others = this.sides.filter((s) => s !== side).map((s) => ({ field: find(s), measure: s.measure }));
    const same = others.filter((d): d is Declared => d.field?.type.kind === own.type.kind);
    return [{ field: own, measure: side.measure }, ...same];
  }

  /** The declarations in the order of the sides, so that all make the same fact. */
  inOrder(all: readonly Declared[]): readonly Declared[] {
    return this.sides.flatMap((s) => all.filter((d) => d.measure === s.measure));
  }

  /** A choice in the members of its own version. */
  own(value: Value, all: readonly Declared[], type: ir.Type): Value {
    if (value.kind !== "choice" || type.kind !== "choice") return value;
    const inOrder = this.inOrder(all);
    const [first] = inOrder as [Declared];
    const own = all[0]!;
    if (first.measure === own.measure) return value;
    const members = (d: Declared): readonly string[] =>
      d.field.type.kind === "choice" ? d.measure.enumerations[d.field.type.enumeration]!.members : [];
    return this.translated(value, members(first), members(own));
  }

  /** A choice of one list of members as one of another list, by name. */
  translated(value: Choice, from: readonly string[], to: readonly string[]): Choice {
    if (from.length === to.length && from.every((m, i) => m === to[i])) return value;
    const { terms, values } = this;
    const isOne = to.map((m) => (from.includes(m) ? values.isMember(value, from.indexOf(m)) : terms.false));
    return { kind: "choice", from: to.map((_, k) => terms.or(...isOne.slice(k))) };
  }

  // ──────────────────────────────── cells ────────────────────────────────

  /** A cell of a subject, of the version's measure. */
  cell(side: Side, id: number, row: Row): Value {
    const key = `${side.keys.cell(id)}@${row.path}`;
    const known = this.#cells.get(key);
    if (known) return known;
    const cell = side.measure.cells[id]!;
    const value = this.#body(cell, this.scope(side, row));
    this.#cells.set(key, value);
    return value;
  }

  #body(cell: ir.Cell, scope: Scope): Value {
    const { body } = cell;
    switch (body.kind) {
      case "expression":
        return this.expr(body.expr, scope);
      case "grade":
        return grade(this, body, scope);
      case "placement":
        return placement(this, cell, body, scope);
      case "population":
        return population(this, cell, body, scope);
    }
  }

  // ───────────────────────────── expressions ─────────────────────────────

  /** A value about which nothing is said but its type; the same for equal keys of one subject. */
  free(type: ir.Type, key: string, scope: Scope): Value {
    const place = scope.record?.path ?? scope.row.path;
    const name = `${place}|-${scope.ago}|${key}|${scope.side.keys.type(type)}`;
    const { terms } = this;
    switch (type.kind) {
      case "number": {
        const bounds = { low: type.low, high: type.high };
        return { kind: "number", num: linear(part(terms.variable("real", name, bounds))) };
      }
      case "truth":
        return { kind: "truth", is: terms.bool(name) };
      case "choice": {
        const { length } = scope.side.measure.enumerations[type.enumeration]!.members;
        const bounds = { low: rational(-1), high: rational(length - 1) };
        const number = part(terms.variable("int", name, bounds));
        const from = Array.from({ length }, (_, k) => terms.atLeastZero(minus(number, whole(k))));
        return { kind: "choice", from };
      }
      case "date":
        return this.facts.date(name).value;
      case "text":
      case "party":
      case "link":
      case "links":
        return {
          kind: "name",
          number: part(terms.variable("int", name, { low: rational(0), high: rational(1000) })),
          nobody: type.kind === "party",
        };
    }
  }

  /** A value that is not gone into. */
  abstract(what: Abstraction, e: ir.Expr, scope: Scope): Value {
    this.abstracted.add(what);
    return this.free(e.type, `a${this.keyOf(e, scope)}`, scope);
  }

  /** What is there where the measure gives no value: free, and no reason to doubt an example. */
  undefinedNumber(key: string, scope: Scope): Num {
    const name = `${scope.record?.path ?? scope.row.path}|-${scope.ago}|u${key}`;
    return linear(part(this.terms.variable("real", name, { low: null, high: null })));
  }

  keyOf(e: ir.Expr, { side, kind, record }: Scope): string {
    return side.keys.expr(e, kind, record?.list ?? null);
  }

  number = (e: ir.Expr, scope: Scope): Num => numberOf(this.expr(e, scope));
  truth = (e: ir.Expr, scope: Scope): Bool => truthOf(this.expr(e, scope));

  /** A value that a past result has under a name. */
  pastValue(scope: Scope, of: PastFact["of"], name: string, type: ir.Type): Value {
    const value = this.free(type, `=${name}`, scope);
    const place = `${scope.row.path}|-${scope.ago}`;
    let known = this.pastFacts.get(place);
    if (!known) {
      known = new Map();
      this.pastFacts.set(place, known);
    }
    const members = type.kind === "choice" ? scope.side.measure.enumerations[type.enumeration]!.members : [];
    known.set(`${of} ${name}`, { name, of, write: (found) => this.facts.show(value, type, members, found) });
    return value;
  }

  expr(e: ir.Expr, scope: Scope): Value {
    this.#steps += 1;
    if (this.#steps > MAX_STEPS) throw new TooLarge();
    const { terms, numbers, values } = this;
    const num = (n: Num): Value => ({ kind: "number", num: n });
    const is = (b: Bool): Value => ({ kind: "truth", is: b });
    switch (e.op) {
      case "number":
        return num(figure(e.value));
      case "truth":
        return is(terms.truth(e.value));
      case "member":
        return values.member(e.value, sizeOf(e.type, scope));
      case "text":
        return this.facts.constantName(e.value);
      case "date":
        return { kind: "date", day: whole(dayNumber(e.value.year, e.value.month, e.value.day)) };
      case "field":
        return field(this, e, scope);
      case "cell":
        return cellIn(this, e, scope);
      case "parameter": {
        const { name, type, value } = scope.side.measure.parameters[e.parameter]!;
        return value ? this.expr(value, scope) : parameter(this, name, type, scope.side);
      }
      case "context":
        return e.what === "year" ? num(figure(rational(this.world.year))) : assessmentDate(this).value;
      case "via":
        return via(this, e, scope);
      case "negate":
        return num(numbers.scale(this.number(e.arg, scope), rational(-1)));
      case "add":
        return num(numbers.add(e.args.map((a) => this.number(a, scope))));
      case "multiply":
        return num(e.args.map((a) => this.number(a, scope)).reduce((a, b) => numbers.multiply(a, b)));
      case "min":
      case "max":
        return num(
          numbers.extreme(
            e.op,
            e.args.map((a) => ({ belongs: terms.true, value: this.number(a, scope) })),
            figure(rational(0)),
          ),
        );
      case "divide": {
        const zero = numbers.flat(this.undefinedNumber(this.keyOf(e, scope), scope));
        const by = this.number(e.right, scope);
        this.defined.push(numbers.compare("!=", by, figure(rational(0))));
        return num(numbers.divide(this.number(e.left, scope), by, zero));
      }
      case "round":
        return num(numbers.round(this.number(e.arg, scope), e.step, e.mode));
      case "compare":
        return is(values.compare(e.cmp, this.expr(e.left, scope), this.expr(e.right, scope)));
      case "one-of": {
        const choice = choiceOf(this.expr(e.arg, scope));
        return is(terms.or(...e.members.map((m) => values.isMember(choice, m))));
      }
      case "and":
        return is(terms.and(...e.args.map((a) => this.truth(a, scope))));
      case "or":
        return is(terms.or(...e.args.map((a) => this.truth(a, scope))));
      case "not":
        return is(terms.not(this.truth(e.arg, scope)));
      case "at-least":
        return is(
          atLeast(
            terms,
            e.count,
            e.args.map((a) => this.truth(a, scope)),
          ),
        );
      case "if":
        return values.pick(
          this.truth(e.condition, scope),
          this.expr(e.then, scope),
          this.expr(e.otherwise, scope),
        );
      case "bands":
        return bands(this, e, scope);
      case "aggregate":
        return aggregate(this, e, scope);
      case "linked":
        return linked(this, e, scope);
      case "past":
      case "run":
      case "run-length":
      case "over-years":
        return lookBack(this, e, scope);
      case "days-between": {
        const days = minus(dayOf(this.expr(e.to, scope)), dayOf(this.expr(e.from, scope)));
        return num(linear(days));
      }
      case "full-years":
        return this.abstract("date", e, scope);
      case "later": {
        const from = dayOf(this.expr(e.from, scope));
        if (from.parts.length > 0 ? e.years || e.months : e.workdays) return this.abstract("date", e, scope);
        if (e.workdays) return this.abstract("date", e, scope);
        if (from.parts.length > 0) return { kind: "date", day: minus(from, whole(-e.days)) };
        return { kind: "date", day: whole(addPeriod(Number(from.constant.num), e.years, e.months, e.days)) };
      }
    }
  }
}

/** The formulas of a query became more than a solver should be given. */
export class TooLarge extends Error {
  constructor() {
    super("the formulas of this query are too large");
  }
}

function sizeOf(type: ir.Type, { side }: Scope): number {
  return type.kind === "choice" ? side.measure.enumerations[type.enumeration]!.members.length : 0;
}
