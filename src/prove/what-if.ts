/**
 * The least change of one subject's facts that would have led to a grade: fewest facts first, then the smallest change
 * of figures. Every change is tried on the real evaluators with the real cohort, everybody else's facts as they are; so
 * ranks, quotas and histories count as they do. What it finds is true; that it finds nothing is said of what was tried.
 */
import { childrenOf } from "../compiler/ir/children.ts";
import type * as ir from "../compiler/ir/ir.ts";
import type { CompiledMeasure } from "../runtime/compiled.ts";
import { compares, type EvaluationContext } from "../runtime/context.ts";
import type { RawCohort } from "../runtime/facts.ts";
import { CohortOutcomes } from "../runtime/measure.ts";
import {
  add,
  compare,
  divide,
  floor,
  multiply,
  type Rational,
  rational,
  subtract,
} from "../runtime/rational.ts";
import type { JsonValue, SubjectResult } from "../runtime/result.ts";
import { written } from "./encode/facts.ts";
import { fieldsOf } from "./properties/monotone.ts";

export interface WhatIfQuestion {
  readonly measure: ir.Measure;
  readonly compiled: CompiledMeasure;
  readonly cohort: RawCohort;
  readonly context: EvaluationContext;
  /** Name of the kind, and which of its records. */
  readonly kind: string;
  readonly index: number;
  /** The cell of the grade, and the member that is to be reached, or a better one. */
  readonly grade: ir.Cell;
  readonly reach: number;
  /** Facts that may change; null: all that a person can change and the grade looks at. */
  readonly only: ReadonlySet<string> | null;
  /** Facts that stay. */
  readonly keep: ReadonlySet<string>;
}

export interface ChangedFact {
  readonly fact: string;
  readonly from: JsonValue;
  readonly to: JsonValue;
  /** Of figures, the unit they are written in. */
  readonly unit: string;
}

export interface Alternative {
  readonly changes: readonly ChangedFact[];
  /** The subject's result with the changes. */
  readonly result: SubjectResult;
  /** Others whose grade is another one then. */
  readonly displaced: readonly {
    readonly id: string;
    readonly from: string | null;
    readonly to: string | null;
  }[];
}

export interface WhatIf {
  /** As it is. */
  readonly result: SubjectResult;
  /** It has that grade, or a better one, as it is. */
  readonly reached: boolean;
  /** Best first; of sets of facts none of which holds another. */
  readonly alternatives: readonly Alternative[];
  /** Facts that were tried. */
  readonly facts: readonly string[];
  /** All sets of up to so many facts were gone through. */
  readonly upTo: number;
}

const MOST_FACTS = 3;
const MOST_ALTERNATIVES = 3;
/** Evaluations of the cohort that a search may cost. */
const BUDGET = 3000;
/** Ways of one set of facts that are tried. */
const MOST_WAYS = 128;

/** A value of a fact, as data have it, with how far it is from what it was (0 to 1, more for what is not ordered). */
interface Step {
  readonly value: JsonValue;
  readonly distance: number;
}

interface Candidate {
  readonly field: ir.Field;
  readonly from: JsonValue;
  readonly steps: readonly Step[];
}

export function whatIf(question: WhatIfQuestion): WhatIf {
  return new Search(question).run();
}

class Search {
  readonly #q: WhatIfQuestion;
  readonly #members: readonly string[];
  readonly #candidates: readonly Candidate[];
  readonly #before: CohortOutcomes;
  #left = BUDGET;
  #found: {
    readonly set: readonly Candidate[];
    readonly values: readonly JsonValue[];
    readonly cost: number;
  }[] = [];

  constructor(q: WhatIfQuestion) {
    this.#q = q;
    const { body } = q.grade;
    if (body.kind !== "grade") throw new Error("a grade is expected");
    this.#members = q.measure.enumerations[body.enumeration]!.members;
    this.#before = new CohortOutcomes(q.compiled, q.cohort, q.context);
    this.#candidates = this.#possible();
  }

  run(): WhatIf {
    const result = this.#before.outcomes[this.#q.kind]![this.#q.index]!.report;
    const facts = this.#candidates.map((c) => c.field.name);
    if (this.#reaches([], [])) return { result, reached: true, alternatives: [], facts, upTo: 0 };
    let upTo = 0;
    for (let size = 1; size <= MOST_FACTS; size++) {
      for (const set of subsets(this.#candidates, size))
        if (!this.#found.some((f) => f.set.every((c) => set.includes(c)))) this.#try(set);
      if (this.#left <= 0) break;
      upTo = size;
      // Fewest facts first: what needs more is no least change.
      if (this.#found.length > 0) break;
    }
    const best = this.#found
      .toSorted((a, b) => a.set.length - b.set.length || a.cost - b.cost)
      .slice(0, MOST_ALTERNATIVES);
    return {
      result,
      reached: false,
      alternatives: best.map((f) => this.#alternative(f.set, f.values)),
      facts,
      upTo: Math.min(upTo, this.#candidates.length),
    };
  }

  // ──────────────────────────────── facts ────────────────────────────────

  /** The facts that the grade looks at and somebody could have had otherwise. */
  #possible(): Candidate[] {
    const { measure, grade, only, keep, kind, index } = this.#q;
    const { fields, key } = measure.subjects[grade.subject]!;
    const used = fieldsOf(measure, grade.id);
    const facts = this.#before.outcomes[kind]![index]!.report.facts;
    return fields.flatMap((field, i): Candidate[] => {
      const { name } = field;
      if (i === key || field.derived || !used.has(i) || keep.has(name) || (only && !only.has(name)))
        return [];
      const from = facts[name] ?? null;
      // What does not apply to somebody is no figure that he could change.
      if (from === "不适用") return [];
      const steps = this.#steps(field, i, from);
      return steps.length > 0 ? [{ field, from, steps }] : [];
    });
  }

  #steps({ type, asFraction }: ir.Field, index: number, from: JsonValue): Step[] {
    switch (type.kind) {
      case "truth":
        return [true, false].filter((v) => v !== from).map((value) => ({ value, distance: 1 }));
      case "choice": {
        const { members } = this.#q.measure.enumerations[type.enumeration]!;
        const at = members.indexOf(String(from));
        return members
          .map((value, i) => ({ value, distance: at < 0 ? 1 : Math.abs(i - at) }))
          .filter((s) => s.value !== from)
          .sort((a, b) => a.distance - b.distance);
      }
      case "number": {
        const now = numberOf(from);
        const ends = [type.low, type.high].filter((e) => e !== null);
        const far =
          now && ends.length < 2
            ? [-1000, 1000].map((n) => add(inBase(now, type, asFraction), rational(n)))
            : [];
        const values = [...ends, ...far, ...limitsOf(this.#q.measure, this.#q.grade.subject, index, type)];
        return values
          .filter(
            (v) => (!type.low || compare(v, type.low) >= 0) && (!type.high || compare(v, type.high) <= 0),
          )
          .map((v) => ({ value: outOf(v, type, asFraction), distance: 1 }));
      }
      case "text":
      case "date":
      case "party":
      case "link":
      case "links":
      case "list":
        return [];
    }
  }

  // ─────────────────────────────── evaluation ───────────────────────────────

  #changed(set: readonly Candidate[], values: readonly JsonValue[]): CohortOutcomes {
    const { cohort, compiled, context, kind, index } = this.#q;
    if (set.length === 0) return this.#before;
    const rows = cohort[kind]!;
    const record: Record<string, unknown> = { ...(rows[index] as object) };
    for (const [i, { field }] of set.entries()) {
      if (field.alias !== null) delete record[field.alias];
      record[field.name] = values[i];
    }
    return new CohortOutcomes(compiled, this.#around(record, rows), context);
  }

  /** The whole cohort where subjects look at each other. */
  #around(record: Record<string, unknown>, rows: readonly unknown[]): RawCohort {
    const { cohort, compiled, kind, index } = this.#q;
    const linked = compiled.tables.subjects.some((s) =>
      s.fields.some((f) => f.type.kind === "link" || f.type.kind === "links"),
    );
    if (!compares(compiled.tables) && !linked) return { [kind]: [record] };
    return { ...cohort, [kind]: rows.with(index, record) } as RawCohort;
  }

  #outcome(outcomes: CohortOutcomes) {
    const all = outcomes.outcomes[this.#q.kind]!;
    return all.length === 1 ? all[0]! : all[this.#q.index]!;
  }

  #reaches(set: readonly Candidate[], values: readonly JsonValue[]): boolean {
    this.#left -= 1;
    const outcomes = this.#changed(set, values);
    const grade = this.#outcome(outcomes).grades[this.#q.grade.name!];
    return typeof grade === "string" && this.#members.indexOf(grade) >= this.#q.reach;
  }

  // ──────────────────────────────── one set ────────────────────────────────

  #try(set: readonly Candidate[]): void {
    let best: { values: readonly JsonValue[]; cost: number } | null = null;
    let ways = 0;
    for (const steps of product(set.map((c) => c.steps))) {
      if (this.#left <= 0 || ++ways > MOST_WAYS) break;
      const values = steps.map((s) => s.value);
      if (!this.#reaches(set, values)) continue;
      const nearer = this.#nearest(set, values);
      // One of them need not have changed: a smaller set does it.
      if (nearer.some((v, i) => v === set[i]!.from)) continue;
      const cost = nearer.reduce<number>((sum, v, i) => sum + distanceOf(set[i]!, v, steps[i]!.distance), 0);
      if (best === null || cost < best.cost) best = { values: nearer, cost };
    }
    if (best) this.#found.push({ set, ...best });
  }

  /** Each figure as near to what it was as will do, by halving on its step. */
  #nearest(set: readonly Candidate[], start: readonly JsonValue[]): readonly JsonValue[] {
    let values = start;
    for (const [i, { field, from }] of set.entries()) {
      const { type, asFraction } = field;
      const [now, then] = [numberOf(from), numberOf(values[i]!)];
      if (type.kind !== "number" || !now || !then) continue;
      const step = type.step ?? multiply(rational(1, 100), type.display.factor);
      const [a, b] = [inBase(now, type, asFraction), inBase(then, type, asFraction)].map((v) =>
        floor(divide(v, step)),
      );
      const at = (n: bigint): JsonValue => outOf(multiply(rational(n), step), type, asFraction);
      // `out` does not do it (or is where it was), `enough` does.
      let [out, enough] = [a!, b!];
      while (enough - out > 1n || out - enough > 1n) {
        if (this.#left <= 0) break;
        const middle = (out + enough) / 2n;
        if (this.#reaches(set, values.with(i, at(middle)))) enough = middle;
        else out = middle;
      }
      const nearer = values.with(i, at(enough));
      if (this.#reaches(set, nearer)) values = nearer;
    }
    return values;
  }

  #alternative(set: readonly Candidate[], values: readonly JsonValue[]): Alternative {
    const outcomes = this.#changed(set, values);
    const { kind, grade } = this.#q;
    const after = outcomes.outcomes[kind]!;
    const before = this.#before.outcomes[kind]!;
    const name = grade.name!;
    const others =
      after.length === before.length
        ? before.flatMap((o, i) => {
            const to = after[i]!.grades[name] ?? null;
            const from = o.grades[name] ?? null;
            return i === this.#q.index || from === to ? [] : [{ id: o.id, from: text(from), to: text(to) }];
          })
        : [];
    return {
      changes: set.map(({ field, from }, i) => ({
        fact: field.name,
        from,
        to: values[i]!,
        unit: field.type.kind === "number" ? field.type.display.unit : "",
      })),
      result: this.#outcome(outcomes).report,
      displaced: others,
    };
  }
}

const text = (grade: unknown): string | null => (typeof grade === "string" ? grade : null);

// ──────────────────────────────── figures ────────────────────────────────

function numberOf(v: JsonValue): Rational | null {
  if (typeof v === "number") {
    const [whole, places = ""] = String(v).split(".");
    if (/e/i.test(String(v))) return null;
    return rational(BigInt(`${whole}${places}`), 10n ** BigInt(places.length));
  }
  if (typeof v === "object" && v !== null && "num" in v) return rational(BigInt(v.num), BigInt(v.den));
  return null;
}

/** What a report shows of a fact is in its unit. */
const inBase = (v: Rational, type: ir.NumberType, asFraction: boolean): Rational =>
  asFraction ? v : multiply(v, type.display.factor);
const outOf = (v: Rational, type: ir.NumberType, asFraction: boolean): JsonValue =>
  written(asFraction ? v : divide(v, type.display.factor));

function distanceOf({ field, from }: Candidate, to: JsonValue, otherwise: number): number {
  const [a, b] = [numberOf(from), numberOf(to)];
  if (field.type.kind !== "number" || !a || !b) return otherwise;
  const { low, high, display } = field.type;
  const by = subtract(b, a);
  const range = low && high ? divide(subtract(high, low), display.factor) : rational(100);
  const size = divide(by, range.num === 0n ? rational(1) : range);
  return Math.abs(Number(size.num) / Number(size.den));
}

/** Figures with which the measure compares a field itself, and those next to them. */
function limitsOf(measure: ir.Measure, kind: number, field: number, type: ir.NumberType): Rational[] {
  const found: Rational[] = [];
  const step = type.step ?? multiply(rational(1, 100), type.display.factor);
  const see = (v: Rational): void => void found.push(v, add(v, step), subtract(v, step));
  const isIt = (e: ir.Expr): boolean => e.op === "field" && e.of === "subject" && e.field === field;
  const visit = (e: ir.Expr): void => {
    if (e.op === "compare") {
      if (isIt(e.left) && e.right.op === "number") see(e.right.value);
      if (isIt(e.right) && e.left.op === "number") see(e.left.value);
    } else if (e.op === "bands" && isIt(e.arg)) {
      for (const row of e.rows) for (const end of [row.low, row.high]) if (end) see(end.value);
    }
    if (e.op !== "via") for (const inner of childrenOf(e)) visit(inner);
  };
  for (const c of measure.cells) if (c.subject === kind && c.body.kind === "expression") visit(c.body.expr);
  return found;
}

// ──────────────────────────────── ways ────────────────────────────────

function* subsets<T>(all: readonly T[], size: number, start = 0): Generator<readonly T[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let i = start; i <= all.length - size; i++)
    for (const rest of subsets(all, size - 1, i + 1)) yield [all[i]!, ...rest];
}

function* product<T>(lists: readonly (readonly T[])[]): Generator<readonly T[]> {
  const [first, ...rest] = lists;
  if (!first) {
    yield [];
    return;
  }
  for (const value of first) for (const more of product(rest)) yield [value, ...more];
}
