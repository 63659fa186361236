/**
 * The IR as formulas. One encoder serves all versions of a measure that are compared: a cell that means the same in
 * two of them (keys.ts) is one formula.
 *
 * Facts are complete: nothing that may be supplied is missing. What a measure leaves without a value (a mean over
 * nobody, a quotient by zero) is a free value, the same wherever it is the same. What the formulas do not go into is
 * free as well and noted in {@link Encoder.abstracted}: a proof over free values holds for whatever they are, and an
 * example is only believed when both evaluators confirm it.
 */
import type * as ir from "../compiler/ir/ir.ts";
import { addPeriod, dayNumber } from "../runtime/calendar.ts";
import { rational } from "../runtime/rational.ts";
import { placement, population } from "./encode-cohort.ts";
import { linked } from "./encode-links.ts";
import { aggregate, periodsBefore } from "./encode-lists.ts";
import { lookBack } from "./encode-years.ts";
import { type Declared, Facts, hasDifferentDefaults, type Row } from "./facts.ts";
import { Interned, Keys } from "./keys.ts";
import { minus, part, whole } from "./linear.ts";
import { figure, linear, type Num, Numbers } from "./numbers.ts";
import { type Bool, type Evaluation, Terms } from "./terms.ts";
import { type Choice, choiceOf, dayOf, numberOf, truthOf, type Value, Values } from "./values.ts";

/** How much of a world the formulas go into; null: one subject, and everything round it is free. */
export interface Bounds {
  /** Subjects of a kind. */
  readonly cohort: number;
  /** Records of a list without periods. */
  readonly records: number;
  /** Earlier years. */
  readonly years: number;
}

export interface World {
  readonly year: number;
  /** Which period of the year, for measures of shorter ones. */
  readonly period: number;
  readonly bounds: Bounds | null;
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
      rowsOf: world.bounds ? (kind) => this.rowsOf(kind) : null,
    });
  }

  // ──────────────────────────────── rows ────────────────────────────────

  /** The subject that a query is about. */
  subject(kind: string): Row {
    if (this.world.bounds) return this.rowsOf(kind)[0]!;
    return { path: kind, kind, present: this.terms.true, index: 0 };
  }

  /** The subjects of a kind in a bounded world: the first is there, others may be. */
  rowsOf(kind: string): readonly Row[] {
    let rows = this.#rows.get(kind);
    if (!rows) {
      const { terms } = this;
      rows = Array.from({ length: this.world.bounds?.cohort ?? 1 }, (_, index) => {
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

  #field(e: ir.Expr & { op: "field" }, scope: Scope): Value {
    const { side, kind, row, record, ago } = scope;
    const list = e.of === "record" ? record!.list : null;
    if (ago > 0) return this.#past(scope, "fact", side.measure.subjects[kind]!.fields[e.field]!.name, e.type);
    // The records of a list that has rules are subjects of a kind of their own, whose fields are the record's.
    if (row.record && list === null) return this.#recordAsSubject(e, scope);
    const all = this.declared(side, kind, e.field, list);
    const { field } = all[0]!;
    const at: Row = record && list !== null ? { ...row, path: record.path, index: null } : row;
    if (field.derived)
      return { kind: "truth", is: this.facts.applies(at, this.#appliesTo(scope, e.field, list)) };
    if (field.type.kind === "list" || field.type.kind === "links") {
      this.abstracted.add("link");
      return this.free(e.type, `f${field.name}`, scope);
    }
    // In a world of several subjects everybody has an identification of their own.
    if (this.world.bounds && list === null && e.field === side.measure.subjects[kind]!.key)
      return this.facts.constantName(row.path);
    const fact = this.facts.of(at, this.#inOrder(all));
    if (!hasDifferentDefaults(all)) return this.#own(fact.value, all, e.type);
    const given = this.#own(fact.value, all, e.type);
    return this.values.pick(this.facts.leftOut(at, field.name), this.expr(field.default!, scope), given);
  }

  /** The declarations in the order of the sides, so that all make the same fact. */
  #inOrder(all: readonly Declared[]): readonly Declared[] {
    return this.sides.flatMap((s) => all.filter((d) => d.measure === s.measure));
  }

  /** A choice in the members of its own version. */
  #own(value: Value, all: readonly Declared[], type: ir.Type): Value {
    if (value.kind !== "choice" || type.kind !== "choice") return value;
    const inOrder = this.#inOrder(all);
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

  #appliesTo({ side, kind }: Scope, index: number, list: number | null): string {
    const own = side.measure.subjects[kind]!.fields;
    const type = list === null ? null : own[list]!.type;
    const fields = type?.kind === "list" ? side.measure.records[type.record]!.fields : own;
    return fields.find((f) => f.applies === index)!.name;
  }

  #recordAsSubject(e: ir.Expr & { op: "field" }, scope: Scope): Value {
    const { side, kind, row } = scope;
    const of = side.measure.subjects[kind]!.of!;
    const { owner, at } = row.record!;
    if (e.field === of.owner) return { kind: "name", number: whole(owner.index ?? 0), nobody: false };
    if (e.field === of.period) {
      const { type } = side.measure.subjects[of.subject]!.fields[of.list]!;
      if (type.kind !== "list" || type.frequency === "many") throw new Error("a list of periods is expected");
      const before = periodsBefore(type.frequency, side.measure.period, this.world.period);
      return { kind: "number", num: figure(rational(before + at + 1)) };
    }
    const record = { list: of.list, path: row.path, at };
    return this.expr({ ...e, of: "record" }, { side, kind: of.subject, row: owner, record, ago: 0 });
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
        return this.#grade(body, scope);
      case "placement":
        return placement(this, cell, body, scope);
      case "population":
        return population(this, cell, body, scope);
    }
  }

  #grade(body: ir.GradeBody, { side, row }: Scope): Value {
    const { terms, values } = this;
    const size = side.measure.enumerations[body.enumeration]!.members.length;
    const top = size - 1;
    const holds = (e: { readonly when: number }): Bool => truthOf(this.cell(side, e.when, row));
    let from: readonly Bool[] = values.member(null, size).from;
    for (const base of [...body.bases].reverse()) {
      const guard = base.guard === null ? terms.true : truthOf(this.cell(side, base.guard, row));
      const value = choiceOf(this.cell(side, base.value, row));
      from = value.from.map((f, k) => terms.either(guard, f, from[k]!));
    }
    const when = (e: { readonly when: number }, f: (from: readonly Bool[]) => Bool[]) => {
      const changed = f(from);
      from = from.map((x, k) => terms.either(holds(e), changed[k]!, x));
    };
    for (const n of body.notAssessed) when(n, (q) => q.map(() => terms.false));
    const raises = [...body.raises].sort((a, b) => (a.limit ?? top) - (b.limit ?? top));
    for (const r of raises)
      when(r, (q) =>
        q.map((x, k) => (k <= (r.limit ?? top) ? terms.or(x, q[Math.max(0, k - r.steps)]!) : x)),
      );
    const lower = (shifts: readonly ir.Shift[]) => {
      for (const r of [...shifts].sort((a, b) => (b.limit ?? 0) - (a.limit ?? 0)))
        when(r, (q) =>
          q.map((x, k) => (k === 0 || k <= (r.limit ?? 0) ? x : terms.and(x, q[k + r.steps] ?? terms.false))),
        );
    };
    lower(body.reductions);
    for (const f of body.floors) when(f, (q) => q.map((x, k) => (k <= f.grade ? terms.or(x, q[0]!) : x)));
    for (const c of body.ceilings) when(c, (q) => q.map((x, k) => (k <= c.grade ? x : terms.false)));
    lower(body.after);
    return { kind: "choice", from };
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
  #past(scope: Scope, of: PastFact["of"], name: string, type: ir.Type): Value {
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
        return this.#field(e, scope);
      case "cell":
        return this.#cellIn(e, scope);
      case "parameter": {
        const { name, type, value } = scope.side.measure.parameters[e.parameter]!;
        return value ? this.expr(value, scope) : this.parameter(name, type, scope.side);
      }
      case "context":
        return e.what === "year" ? num(figure(rational(this.world.year))) : this.assessmentDate().value;
      case "via":
        return this.#via(e, scope);
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
            e.args.map((a) => this.number(a, scope)),
          ),
        );
      case "divide": {
        const zero = numbers.flat(this.undefinedNumber(this.keyOf(e, scope), scope));
        return num(numbers.divide(this.number(e.left, scope), this.number(e.right, scope), zero));
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
        return this.#bands(e, scope);
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

  #cellIn(e: ir.Expr & { op: "cell" }, scope: Scope): Value {
    const { side, row, record, ago } = scope;
    const cell = side.measure.cells[e.cell]!;
    if (ago > 0) {
      if (cell.name !== null)
        return this.#past(scope, cell.body.kind === "grade" ? "grade" : "value", cell.name, e.type);
      if (cell.body.kind === "expression") return this.expr(cell.body.expr, scope);
      return this.abstract("history", e, scope);
    }
    if (e.of === "subject") return this.cell(side, e.cell, row);
    return this.cell(side, e.cell, this.recordRow(side, row, record!, cell.subject));
  }

  /** A record as a subject of its own kind. */
  recordRow(
    side: Side,
    owner: Row,
    record: { readonly path: string; readonly at: number; readonly list: number },
    kind: number,
  ): Row {
    const { fields } = side.measure.subjects[this.kindIn(side, owner)]!;
    return {
      path: record.path,
      kind: side.measure.subjects[kind]!.name,
      present: owner.present,
      index: null,
      record: { owner, list: fields[record.list]!.name, at: record.at },
    };
  }

  #via(e: ir.Expr & { op: "via" }, scope: Scope): Value {
    const { side, kind, row } = scope;
    const field = side.measure.subjects[kind]!.fields[e.link]!;
    if (field.type.kind !== "link") throw new Error("not a link");
    const target = field.type.subject;
    const { name } = side.measure.subjects[target]!;
    // A record's owner is known; he is where the record stands.
    if (row.record && side.measure.subjects[kind]!.of?.owner === e.link)
      return this.expr(e.target, { side, kind: target, row: row.record.owner, record: null, ago: 0 });
    const at = (r: Row): Value => this.expr(e.target, { side, kind: target, row: r, record: null, ago: 0 });
    if (!this.world.bounds) {
      const linkedRow = {
        path: `${row.path}.${field.name}`,
        kind: name,
        present: this.terms.true,
        index: null,
      };
      this.facts.of(row, this.#inOrder(this.declared(side, kind, e.link, null)));
      return at(linkedRow);
    }
    const rows = this.rowsOf(name);
    const link = this.expr({ op: "field", type: field.type, of: "subject", field: e.link }, scope);
    if (link.kind !== "name") throw new Error("a link is a name");
    return rows
      .map((r) => ({ r, is: this.terms.isZero(minus(link.number, whole(r.index!))) }))
      .reduceRight<Value | null>((rest, { r, is }) => {
        this.numbers.conditions.push(
          this.terms.or(this.terms.not(row.present), this.terms.not(is), r.present),
        );
        return rest ? this.values.pick(is, at(r), rest) : at(r);
      }, null)!;
  }

  #bands(e: ir.Expr & { op: "bands" }, scope: Scope): Value {
    const { terms, numbers, values } = this;
    const arg = this.number(e.arg, scope);
    const rest = e.otherwise
      ? this.expr(e.otherwise, scope)
      : this.free(e.type, `u${this.keyOf(e, scope)}`, scope);
    return e.rows.reduceRight<Value>((below, row) => {
      const end = (bound: ir.Band["low"], cmp: ">" | "<") =>
        bound ? numbers.compare(bound.included ? `${cmp}=` : cmp, arg, figure(bound.value)) : terms.true;
      const inside = terms.and(end(row.low, ">"), end(row.high, "<"));
      return values.pick(inside, this.expr(row.result, scope), below);
    }, rest);
  }

  // ─────────────────────────────── the call ───────────────────────────────

  assessmentDate() {
    return this.facts.of(CALL, [{ field: dateField, measure: this.sides[0]!.measure }]);
  }

  parameter(name: string, type: ir.Type, side: Side): Value {
    const declared = (s: Side): Declared[] =>
      s.measure.parameters
        .filter((p) => p.name === name && p.type.kind === type.kind && p.value === null)
        .map((p) => ({ field: { ...dateField, name, type: p.type }, measure: s.measure }));
    const all = [...declared(side), ...this.sides.filter((s) => s !== side).flatMap(declared)];
    return this.#own(this.facts.of(PARAMETERS, this.#inOrder(all)).value, all, type);
  }
}

/** What stands beside the data: the date of the assessment, and open parameters. */
const NEVER: Bool = { id: 0, op: "true" };
export const CALL: Row = { path: "|评定日", kind: "", present: NEVER, index: null };
export const PARAMETERS: Row = { path: "|参数", kind: "", present: NEVER, index: null };

const dateField: ir.Field = {
  name: "评定日",
  alias: null,
  description: null,
  type: { kind: "date" },
  optional: false,
  default: null,
  sources: [],
  asFraction: false,
  span: { start: 0, end: 0 },
};

/** The formulas of a query became more than a solver should be given. */
export class TooLarge extends Error {
  constructor() {
    super("the formulas of this query are too large");
  }
}

function sizeOf(type: ir.Type, { side }: Scope): number {
  return type.kind === "choice" ? side.measure.enumerations[type.enumeration]!.members.length : 0;
}

/** At least so many of the conditions hold, without counting in numbers. */
export function atLeast(terms: Terms, count: number, all: readonly Bool[]): Bool {
  // reached[k]: at least k of those seen so far hold.
  let reached: Bool[] = Array.from({ length: count + 1 }, (_, k) => terms.truth(k === 0));
  for (const c of all)
    reached = reached.map((r, k) => (k === 0 ? r : terms.or(r, terms.and(c, reached[k - 1]!))));
  return reached[count]!;
}
