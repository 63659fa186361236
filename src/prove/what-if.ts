/**
 * The least change of one subject's facts that would have led to a grade: fewest facts first, then the smallest change
 * of figures. Every change is tried on the real evaluators with the real cohort, everybody else's facts as they are; so
 * ranks, quotas and histories count as they do. What it finds is true. That nothing smaller does it, or nothing at all, is
 * proved where there is a solver (least-change.ts), and otherwise said of what was tried.
 */
import type * as ir from "../compiler/ir/ir.ts";
import type { CompiledMeasure } from "../runtime/compiled.ts";
import { compares, type EvaluationContext } from "../runtime/context.ts";
import { settleCohort } from "../runtime/evaluate.ts";
import type { RawCohort } from "../runtime/facts.ts";
import { CohortOutcomes } from "../runtime/measure.ts";
import { compare, divide, floor, multiply, rational } from "../runtime/rational.ts";
import type { JsonValue, SubjectResult } from "../runtime/result.ts";
import {
  type Candidate,
  costOf,
  inBase,
  numberOf,
  outOf,
  product,
  sameValue,
  subsets,
  valuesToTry,
  type Way,
} from "./fact-changes.ts";
import { LeastChange, stepOf } from "./least-change.ts";
import { fieldsOf } from "./properties/monotone.ts";
import type { Asking } from "./solver.ts";

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
  /**
   * `least`: proved that no change of fewer facts, nor a smaller one of as many, leads there; `impossible`: proved that
   * none does, whatever the facts that were tried; `open`: neither was proved.
   */
  readonly proof: "least" | "impossible" | "open";
}

const MOST_FACTS = 3;
const MOST_ALTERNATIVES = 3;
/** Evaluations of the cohort that a search may cost. */
const BUDGET = 3000;
/** Ways of one set of facts that are tried. */
const MOST_WAYS = 128;

/** @param asking null: there is no solver, and nothing is proved */
export async function whatIf(question: WhatIfQuestion, asking: Asking | null): Promise<WhatIf> {
  return new Search(question).run(asking);
}

/** So often a solver's answer may lead to a smaller change before that is given up. */
const ROUNDS = 12;

class Search {
  readonly #q: WhatIfQuestion;
  readonly #members: readonly string[];
  readonly #candidates: readonly Candidate[];
  readonly #before: CohortOutcomes;
  #left = BUDGET;
  readonly #found: Way[] = [];

  constructor(q: WhatIfQuestion) {
    this.#q = q;
    const { body } = q.grade;
    if (body.kind !== "grade") throw new Error("a grade is expected");
    this.#members = q.measure.enumerations[body.enumeration]!.members;
    this.#before = new CohortOutcomes(q.compiled, q.cohort, q.context);
    this.#candidates = this.#possible();
  }

  async run(asking: Asking | null): Promise<WhatIf> {
    const result = this.#before.outcomes[this.#q.kind]![this.#q.index]!.report;
    const facts = this.#candidates.map((c) => c.field.name);
    if (this.#reaches([], []))
      return { result, reached: true, alternatives: [], facts, upTo: 0, proof: "least" };
    const upTo = this.#tryAll();
    const proof = asking ? await this.#proved(asking) : "open";
    const fewest = Math.min(...this.#found.map((f) => f.set.length));
    const best = this.#found
      .filter((f) => f.set.length === fewest)
      .toSorted((a, b) => compare(a.cost, b.cost))
      .slice(0, MOST_ALTERNATIVES);
    return {
      result,
      reached: false,
      alternatives: best.map((f) => this.#alternative(f.set, f.values)),
      facts,
      upTo: Math.min(upTo, this.#candidates.length),
      proof,
    };
  }

  /** Sets of facts by their size, until some will do. */
  #tryAll(): number {
    let upTo = 0;
    for (let size = 1; size <= MOST_FACTS; size++) {
      for (const set of subsets(this.#candidates, size)) this.#try(set);
      if (this.#left <= 0) break;
      upTo = size;
      // Fewest facts first: what needs more is no least change.
      if (this.#found.length > 0) break;
    }
    return upTo;
  }

  // ──────────────────────────────── proofs ────────────────────────────────

  async #proved(asking: Asking): Promise<WhatIf["proof"]> {
    if (this.#candidates.length === 0) return "impossible";
    const { measure, compiled, cohort, context, grade, index, reach } = this.#q;
    const least = new LeastChange({
      measure,
      ...{ index, reach, grade: grade.id, kind: grade.subject },
      settled: settleCohort(compiled, cohort, context),
      free: this.#candidates.map(({ field, at, from }) => ({
        ...{ field: at, name: field.name, type: field.type as ir.Type },
        missing: from === null,
      })),
    });
    this.#left = Math.max(this.#left, BUDGET / 2);
    const none = { facts: this.#candidates.length, below: null };
    for (let round = 0; round < ROUNDS; round++) {
      const best = this.#best();
      if (!best) {
        const any = await least.ask(asking, none);
        if (any.status === "none") return "impossible";
        if (any.status === "unknown" || !this.#take(any.values)) return "open";
        continue;
      }
      const size = best.set.length;
      const fewer = size > 1 ? await least.ask(asking, { facts: size - 1, below: null }) : null;
      const smaller =
        fewer === null || fewer.status === "none"
          ? await least.ask(asking, { facts: size, below: best.cost })
          : fewer;
      if (smaller.status === "none") return "least";
      if (smaller.status === "unknown" || !this.#take(smaller.values)) return "open";
      const now = this.#best()!;
      // No nearer than before: the evaluators do not follow the formulas here.
      if (now.set.length >= size && compare(now.cost, best.cost) >= 0) return "open";
    }
    return "open";
  }

  #best(): Way | null {
    return this.#found.toSorted((a, b) => a.set.length - b.set.length || compare(a.cost, b.cost))[0] ?? null;
  }

  /** What a solver found, when the evaluators agree; without the changes that it does not need. */
  #take(found: ReadonlyMap<string, JsonValue>): boolean {
    let set = this.#candidates.filter((c) => {
      const value = found.get(c.field.name);
      return value !== undefined && c.from !== null && !sameValue(value, c.from);
    });
    const valuesOf = (of: readonly Candidate[]) => of.map((c) => found.get(c.field.name)!);
    if (!this.#reaches(set, valuesOf(set))) {
      // With what is missing filled in.
      set = this.#candidates.filter((c) => set.includes(c) || (c.from === null && found.has(c.field.name)));
      if (!this.#reaches(set, valuesOf(set))) return false;
    }
    for (const c of set) {
      const without = set.filter((x) => x !== c);
      if (without.length > 0 && this.#reaches(without, valuesOf(without))) set = without;
    }
    const values = this.#nearest(set, valuesOf(set));
    const way: Way = { set, values, cost: costOf(set, values, this.#q.measure) };
    const same = this.#found.findIndex(
      (f) => f.set.length === set.length && f.set.every((c) => set.includes(c)),
    );
    if (same < 0) this.#found.push(way);
    else if (compare(way.cost, this.#found[same]!.cost) < 0) this.#found[same] = way;
    return true;
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
      const steps = valuesToTry(measure, grade.subject, i, from);
      return steps.length > 0 ? [{ field, at: i, from, steps }] : [];
    });
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
    let best: Omit<Way, "set"> | null = null;
    let ways = 0;
    for (const steps of product(set.map((c) => c.steps))) {
      if (this.#left <= 0 || ++ways > MOST_WAYS) break;
      if (!this.#reaches(set, steps)) continue;
      const nearer = this.#nearest(set, steps);
      // One of them need not have changed: a smaller set does it.
      if (nearer.some((v, i) => v === set[i]!.from)) continue;
      const cost = costOf(set, nearer, this.#q.measure);
      if (best === null || compare(cost, best.cost) < 0) best = { values: nearer, cost };
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
      const step = stepOf(type);
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
