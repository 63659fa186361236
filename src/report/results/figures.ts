import type { Measure } from "../../compiler/ir/ir.ts";
import type { GradeResult, RecordResult, SubjectResult } from "../../runtime/result.ts";
import { type Distribution, distributionOf, type Outcomes } from "./counts.ts";
import { withRecords } from "./view.ts";

/** What the results of a cohort add up to, subject by subject. */

/** What one subject adds; plain data. */
export interface SubjectFigures {
  readonly kind: string;
  /** Something of it is undetermined. */
  readonly open: boolean;
  /** Its grades and those of its records: the kind, the scale, and what came out. */
  readonly grades: readonly (readonly [kind: string, scale: string, outcome: Outcome])[];
}

/** A grade, 0 for one that is undetermined, 1 for none. */
export type Outcome = string | 0 | 1;

export function outcomeOf({ grade, possible }: GradeResult): Outcome {
  return grade ?? (possible.length > 0 ? 0 : 1);
}

export const isOpen = (s: SubjectResult): boolean => withRecords(s).some((x) => x.undetermined.length > 0);

/** @param m whose lists with rules of their own are kinds too */
export function figuresOf(s: SubjectResult, m: Measure): SubjectFigures {
  const of = (kind: string, x: SubjectResult | RecordResult) =>
    Object.entries(x.grades).map(([scale, g]) => [kind, scale, outcomeOf(g)] as const);
  const own = m.subjects.findIndex((k) => k.name === s.kind && !k.of);
  const records = m.subjects.flatMap((k) => {
    if (!k.of || k.of.subject !== own) return [];
    const list = m.subjects[own]?.fields[k.of.list]?.name ?? "";
    return (s.records?.[list] ?? []).flatMap((r) => of(k.name, r));
  });
  return { kind: s.kind, open: isOpen(s), grades: [...of(s.kind, s), ...records] };
}

export class Figures {
  subjects = 0;
  open = 0;
  readonly #kinds = new Map<string, number>();
  readonly #outcomes = new Map<string, Map<string, Map<Outcome, number>>>();

  add({ kind, open, grades }: SubjectFigures): void {
    this.subjects++;
    if (open) this.open++;
    this.#kinds.set(kind, this.countOf(kind) + 1);
    for (const [of, scale, outcome] of grades) {
      const scales = reach(this.#outcomes, of, () => new Map<string, Map<Outcome, number>>());
      const counts = reach(scales, scale, () => new Map<Outcome, number>());
      counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
    }
  }

  countOf(kind: string): number {
    return this.#kinds.get(kind) ?? 0;
  }

  /** The kinds that have subjects. */
  get kinds(): readonly string[] {
    return [...this.#kinds.keys()];
  }

  /** One a scale and kind of subject that has such grades. */
  distributions(m: Measure): Distribution[] {
    return m.subjects.flatMap(({ name }) =>
      m.enumerations.flatMap((scale) => {
        const counts: Outcomes | undefined = this.#outcomes.get(name)?.get(scale.name);
        return scale.kind === "scale" && counts !== undefined
          ? [distributionOf(name, scale.name, scale.members, counts)]
          : [];
      }),
    );
  }
}

export function reach<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
