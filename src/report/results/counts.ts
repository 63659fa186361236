import type { Measure } from "../../compiler/ir/ir.ts";
import type { CohortResult, GradeResult } from "../../runtime/result.ts";
import { resultsOf, withRecords } from "./view.ts";

/** What the results of a cohort add up to. */

/** How many of a kind got which grade of a scale. */
export interface Distribution {
  readonly kind: string;
  readonly scale: string;
  /** Best first. */
  readonly grades: readonly { readonly grade: string; readonly count: number }[];
  readonly undetermined: number;
  readonly notAssessed: number;
  readonly total: number;
}

/** One a scale and kind of subject that has such grades. */
export function distributions(result: CohortResult, m: Measure): Distribution[] {
  const out: Distribution[] = [];
  for (const kind of m.subjects) {
    const subjects = resultsOf(result, m, kind);
    for (const scale of m.enumerations.filter((e) => e.kind === "scale")) {
      const given = subjects.flatMap((x) =>
        Object.hasOwn(x.grades, scale.name) ? [x.grades[scale.name]!] : [],
      );
      if (given.length > 0) out.push(distribution(kind.name, scale.name, scale.members, given));
    }
  }
  return out;
}

/** Grades, and 0 for what is undetermined, 1 for none, with how often. */
export type Outcomes = ReadonlyMap<string | 0 | 1, number>;

export function distributionOf(
  kind: string,
  scale: string,
  members: readonly string[],
  counts: Outcomes,
): Distribution {
  return {
    kind,
    scale,
    grades: [...members].reverse().map((grade) => ({ grade, count: counts.get(grade) ?? 0 })),
    undetermined: counts.get(0) ?? 0,
    notAssessed: counts.get(1) ?? 0,
    total: [...counts.values()].reduce((sum, n) => sum + n, 0),
  };
}

export function distribution(
  kind: string,
  scale: string,
  members: readonly string[],
  given: readonly GradeResult[],
): Distribution {
  const counts = new Map<string | 0 | 1, number>();
  for (const { grade, possible } of given) {
    const outcome = grade ?? (possible.length > 0 ? 0 : 1);
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  }
  return distributionOf(kind, scale, members, counts);
}

/** How often something occurred, and what stands beside it. */
export interface Count {
  readonly label: string;
  readonly count: number;
  readonly notes: readonly string[];
}

/** Clauses that fired, in the order of the regulation. */
export function clauseCounts(result: CohortResult, m: Measure): Count[] {
  const counter = new Counter();
  for (const subject of result.subjects)
    for (const c of withRecords(subject).flatMap((x) => x.clauses)) counter.add(c.cite, c.effect);
  const order = citationOrder(m);
  return counter.all().sort((a, b) => (order.get(a.label) ?? 0) - (order.get(b.label) ?? 0));
}

/** The place of each citation in the regulation. */
export function citationOrder(m: Measure): ReadonlyMap<string, number> {
  return new Map([...m.citations].sort((a, b) => a.span.start - b.span.start).map((c, i) => [c.text, i]));
}

/** Requirements that are not met. */
export function findingCounts(result: CohortResult): Count[] {
  const counter = new Counter();
  for (const subject of result.subjects)
    for (const f of withRecords(subject).flatMap((x) => x.findings))
      if (f.status === "not-met") counter.add(f.cite, f.requirement);
  return counter.all();
}

/** Adds up under a label, keeping the order of first appearance. */
export class Counter {
  readonly #counts = new Map<string, { count: number; notes: Set<string> }>();

  add(label: string, ...notes: readonly string[]): void {
    const entry = this.#counts.get(label) ?? { count: 0, notes: new Set<string>() };
    entry.count++;
    for (const note of notes) if (note !== "") entry.notes.add(note);
    this.#counts.set(label, entry);
  }

  all(): Count[] {
    return [...this.#counts].map(([label, { count, notes }]) => ({ label, count, notes: [...notes] }));
  }
}
