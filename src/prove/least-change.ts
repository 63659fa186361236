/**
 * A proof that no smaller change of one subject's facts leads to a grade, or that none at all does. The facts that may
 * change are free, on their steps; everything else of the real cohort is what it is, or is left free: so a proof holds
 * for the world as it is, and what a solver finds is evaluated before it is believed.
 */
import type * as ir from "../compiler/ir/ir.ts";
import type { SettledCohort } from "../runtime/context.ts";
import type { OpenRow } from "../runtime/open-rows.ts";
import { Interval, type OpenValue } from "../runtime/open-values.ts";
import { divide, multiply, type Rational, rational, subtract } from "../runtime/rational.ts";
import type { JsonValue } from "../runtime/result.ts";
import { CALL, PARAMETERS } from "./encode/call.ts";
import { ALONE, type Bounds, Encoder, type Side, TooLarge } from "./encode/encoder.ts";
import type { Row } from "./encode/facts.ts";
import type { Bool } from "./formulas/formula.ts";
import { constant, minus, part, times, whole } from "./formulas/linear.ts";
import { atLeast, figure, linear, type Num } from "./formulas/numbers.ts";
import { type Assignment, Evaluation } from "./formulas/terms.ts";
import { choiceOf, type Value } from "./formulas/values.ts";
import type { Asking } from "./solver.ts";
import { looksAround, Taint } from "./taint.ts";

/** A fact that may change; `from` null: it is missing. */
export interface Free {
  readonly field: number;
  readonly name: string;
  readonly type: ir.Type;
  readonly missing: boolean;
}

export interface LeastQuestion {
  readonly measure: ir.Measure;
  readonly settled: SettledCohort;
  readonly kind: number;
  readonly index: number;
  /** The cell of the grade, and the member to be reached. */
  readonly grade: number;
  readonly reach: number;
  readonly free: readonly Free[];
}

export interface Limit {
  readonly facts: number;
  /** null: whatever it costs. */
  readonly below: Rational | null;
}

export type Answered =
  | { readonly status: "none" }
  /** By fact, as data have it. */
  | { readonly status: "found"; readonly values: ReadonlyMap<string, JsonValue> }
  | { readonly status: "unknown" };

/** Larger cohorts are left free: rankings among them may be anything. */
const MOST_SUBJECTS = 24;

/** How far a figure is from another: 1 for the whole of its range, or for a hundred of its unit. */
export const rangeOf = ({ low, high, display }: ir.NumberType): Rational => {
  const range = low && high ? subtract(high, low) : multiply(rational(100), display.factor);
  return range.num === 0n ? rational(1) : range;
};

/** On which a figure is given: its own step, or a hundredth of its unit. */
export const stepOf = ({ step, display }: ir.NumberType): Rational =>
  step ?? multiply(rational(1, 100), display.factor);

/** Asks for a change within a limit. */
export class LeastChange {
  readonly #question: LeastQuestion;
  readonly #worlds: readonly Bounds[];
  readonly #made = new Map<Bounds, Posed | null>();

  constructor(question: LeastQuestion) {
    this.#question = question;
    this.#worlds = [ALONE, ...cohortOf(question)];
  }

  async ask(asking: Asking, limit: Limit): Promise<Answered> {
    let last: Answered = { status: "unknown" };
    for (const bounds of this.#worlds) {
      const posed = this.#posed(bounds);
      if (!posed) continue;
      const answer = await asking.ask([...posed.conditions(), ...posed.within(limit)]);
      if (answer.status === "unsat") return { status: "none" };
      if (answer.status === "sat") last = { status: "found", values: posed.written(answer.values) };
    }
    return last;
  }

  #posed(bounds: Bounds): Posed | null {
    let posed = this.#made.get(bounds);
    if (posed === undefined) {
      try {
        posed = new Posed(this.#question, bounds);
      } catch (problem) {
        if (!(problem instanceof TooLarge)) throw problem;
        posed = null;
      }
      this.#made.set(bounds, posed);
    }
    return posed;
  }
}

/** A world in which everybody is who he is, where subjects are compared with each other or lead to each other. */
function cohortOf({ measure, settled }: LeastQuestion): Bounds[] {
  const rows = measure.subjects.flatMap((s, i) => (s.of ? [] : [settled.rows[i]!.length]));
  const most = Math.max(...rows);
  if (most > MOST_SUBJECTS || Math.min(...rows) === 0) return [];
  // There the formulas have identifications of their own.
  if (!looksAround(measure) || readsKeys(measure)) return [];
  return [{ ...ALONE, cohort: most }];
}

const readsKeys = (measure: ir.Measure): boolean =>
  measure.subjects.some((s, kind) => new Taint(measure, kind, new Set([s.key])).anyReads);

/** The formulas of one world. */
class Posed {
  readonly #question: LeastQuestion;
  readonly #encoder: Encoder;
  readonly #side: Side;
  readonly #wanted: Bool;
  readonly #given: Bool[] = [];
  readonly #present = new Set<Bool>();
  readonly #changed: Bool[] = [];
  readonly #costs: Num[] = [];

  constructor(question: LeastQuestion, bounds: Bounds) {
    this.#question = question;
    const { measure, settled, kind, grade, reach, free } = question;
    const { year, period } = settled.context;
    this.#encoder = new Encoder([measure], { year, period: Math.max(1, period), bounds });
    this.#side = this.#encoder.sides[0]!;
    for (const s of measure.subjects) this.#encoder.ordered.add(s.name);
    const row = this.#encoder.subject(measure.subjects[kind]!.name);
    this.#wanted = choiceOf(this.#encoder.cell(this.#side, grade, row)).from[reach]!;
    const taint = new Taint(measure, kind, new Set(free.map((f) => f.field)));
    for (const [at, actual] of this.#everybody()) {
      const own = at.path === row.path;
      this.#knownCells(at, actual, taint, own);
    }
    this.#call();
    // Cells ask for facts, so these come last.
    const known = new Set([CALL.path, PARAMETERS.path]);
    for (const [at, actual] of this.#everybody()) {
      this.#facts(at, actual, at.path === row.path);
      known.add(at.path);
    }
    // A day that is not known to be one of those that the formulas know.
    for (const [path, { facts }] of this.#encoder.facts.asked)
      if (!known.has(path) && [...facts.values()].some((f) => f.value.kind === "date")) throw new TooLarge();
  }

  conditions(): Bool[] {
    const { numbers } = this.#encoder;
    return [this.#wanted, ...numbers.conditions, ...this.#present, ...this.#given];
  }

  within({ facts, below }: Limit): Bool[] {
    const { terms, numbers } = this.#encoder;
    const few = terms.not(atLeast(terms, facts + 1, this.#changed));
    return below === null ? [few] : [few, numbers.compare("<", numbers.add(this.#costs), figure(below))];
  }

  written(values: Assignment): ReadonlyMap<string, JsonValue> {
    const found = new Evaluation(values);
    const name = this.#encoder.subject(this.#side.measure.subjects[this.#question.kind]!.name).path;
    const facts = this.#encoder.facts.asked.get(name)?.facts;
    return new Map(
      this.#question.free.flatMap((f) => {
        const fact = facts?.get(f.name);
        return fact ? [[f.name, fact.write(found) as JsonValue] as const] : [];
      }),
    );
  }

  /** The rows of the world with who they are; of a kind with fewer, the others are not there. */
  *#everybody(): Generator<readonly [Row, OpenRow]> {
    const { measure, settled, kind, index } = this.#question;
    if (this.#encoder.world.bounds.cohort === null) {
      const { name } = measure.subjects[kind]!;
      yield [this.#encoder.subject(name), settled.row(kind, index)];
      return;
    }
    for (const [k, s] of measure.subjects.entries()) {
      if (s.of) continue;
      const all = settled.rows[k]!.map((_, i) => i);
      const order = k === kind ? [index, ...all.filter((i) => i !== index)] : all;
      for (const [i, row] of this.#encoder.rowsOf(s.name).entries()) {
        const there = i < order.length;
        const { terms } = this.#encoder;
        this.#present.add(there ? row.present : terms.not(row.present));
        if (there) yield [row, settled.row(k, order[i]!)];
      }
    }
  }

  /** What looks at lists, links, earlier years or others is known as computed, where no change can touch it. */
  #knownCells(row: Row, actual: OpenRow, taint: Taint, own: boolean): void {
    const { measure } = this.#question;
    for (const cell of measure.cells) {
      if (cell.subject !== actual.kind || !taint.isFar(cell.id)) continue;
      if (own ? taint.ofOwn(cell.id) : taint.ofOthers(cell.id)) continue;
      const value = actual.c[cell.id];
      if (value !== undefined) this.#is(this.#encoder.cell(this.#side, cell.id, row), value, cell.type);
    }
  }

  #facts(row: Row, actual: OpenRow, own: boolean): void {
    const { measure, free } = this.#question;
    const { fields } = measure.subjects[actual.kind]!;
    const { terms, facts } = this.#encoder;
    for (const [name, { value }] of [...(facts.asked.get(row.path)?.facts ?? [])]) {
      const at = fields.findIndex((f) => f.name === name);
      const field = fields[at];
      if (!field || field.type.kind === "list") continue;
      const may = own ? free.find((f) => f.field === at) : undefined;
      if (field.applies !== undefined) {
        const applies = actual.f[field.applies];
        if (typeof applies === "boolean")
          this.#given.push(terms.iff(facts.applies(row, name), terms.truth(applies)));
      }
      const now = actual.f[at];
      if (now === undefined) continue;
      if (may) this.#free(may, value, now);
      else this.#is(value, now, field.type);
    }
  }

  /** A fact that may change: that it did, and what that costs. What is missing may be anything for nothing. */
  #free({ type, missing }: Free, value: Value, now: OpenValue): void {
    const { terms, numbers, values } = this.#encoder;
    if (type.kind === "number" && value.kind === "number") {
      if (type.step === null) {
        const steps = terms.variable("int", `${this.#changed.length}|step`, { low: null, high: null });
        const on = times(part(steps), stepOf(type));
        this.#given.push(numbers.compare("==", value.num, linear(on)));
      }
      if (missing || !(now instanceof Interval) || now.low === null) return;
      const by = minus(numbers.flat(value.num), constant(now.low));
      const share = times(by, divide(rational(1), rangeOf(type)));
      this.#changed.push(terms.not(terms.isZero(by)));
      this.#costs.push(
        numbers.pick(terms.atLeastZero(by), linear(share), linear(times(share, rational(-1)))),
      );
    } else if (!missing && value.kind === "truth" && typeof now === "boolean") {
      const changed = terms.not(terms.iff(value.is, terms.truth(now)));
      this.#changed.push(changed);
      this.#costs.push(numbers.count([changed]));
    } else if (!missing && value.kind === "choice" && typeof now === "number" && type.kind === "choice") {
      const changed = terms.not(values.isMember(value, now));
      this.#changed.push(changed);
      const ordered = this.#question.measure.enumerations[type.enumeration]!.kind !== "options";
      const passed = value.from.slice(1).map((f, k) => (k + 1 <= now ? terms.not(f) : f));
      this.#costs.push(numbers.count(ordered ? passed : [changed]));
    }
  }

  #call(): void {
    const { measure, settled } = this.#question;
    const { context } = settled;
    const date = this.#encoder.facts.asked.get(CALL.path)?.facts.get("评定日");
    if (date && context.date !== null) this.#is(date.value, context.date, { kind: "date" });
    for (const [name, { value }] of this.#encoder.facts.asked.get(PARAMETERS.path)?.facts ?? []) {
      const at = measure.parameters.findIndex((p) => p.name === name);
      const given = context.parameters[at];
      if (given !== undefined) this.#is(value, given, measure.parameters[at]!.type);
    }
  }

  /** A formula is what was computed; what is not exact is left free. */
  #is(formula: Value, value: OpenValue, type: ir.Type | ir.ListType): void {
    const { terms, values, facts } = this.#encoder;
    const say = (b: Bool) => void this.#given.push(b);
    switch (formula.kind) {
      case "number":
        if (value instanceof Interval && value.low && value.high && isSame(value.low, value.high))
          say(this.#encoder.numbers.compare("==", formula.num, figure(value.low)));
        return;
      case "truth":
        if (typeof value === "boolean") say(terms.iff(formula.is, terms.truth(value)));
        return;
      case "choice":
        if (typeof value !== "number") return;
        say(value < 0 ? terms.not(formula.from[0]!) : values.isMember(formula, value));
        return;
      case "date": {
        if (typeof value !== "number") return;
        const there = terms.isZero(minus(formula.day, whole(value)));
        // Formulas know the dates of some years only.
        if (there === terms.false) throw new TooLarge();
        say(there);
        return;
      }
      case "name": {
        if (type.kind === "text" && typeof value === "string")
          say(terms.isZero(minus(formula.number, whole(facts.names.of(value)))));
        return;
      }
    }
  }
}

const isSame = (a: Rational, b: Rational): boolean => a.num === b.num && a.den === b.den;
