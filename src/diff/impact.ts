import type { CohortResult, ConsequenceResult, GradeResult, SubjectResult } from "../runtime/result.ts";

/** What a change does to a cohort: both versions applied to the same facts, and their results side by side. */
export interface Impact {
  /** Subjects in both results. */
  readonly subjects: number;
  readonly scales: readonly Transition[];
  readonly moved: readonly Moved[];
  readonly gained: readonly Consequence[];
  readonly lost: readonly Consequence[];
}

/** How many went from which grade to which, on one scale of one kind of subject. */
export interface Transition {
  readonly kind: string;
  readonly scale: string;
  /** Best first; behind the grades {@link UNDETERMINED} and {@link NOT_ASSESSED} where they occur. */
  readonly grades: readonly string[];
  /** A row for each old grade, a column for each new one. */
  readonly counts: readonly (readonly number[])[];
}

/** A subject with another grade. */
export interface Moved {
  readonly kind: string;
  readonly id: string;
  readonly scale: string;
  readonly old: string;
  readonly new: string;
  readonly direction: "up" | "down" | "open";
  /** Clauses that decided in one version and not in the other, or else what both are based on. */
  readonly because: readonly string[];
  /** Nothing of their own changed: the same figures and clauses, another place among the others. */
  readonly displaced: boolean;
}

/** A consequence that only one version has for a subject. */
export interface Consequence {
  readonly kind: string;
  readonly id: string;
  readonly target: string;
  readonly action: string;
  readonly because: readonly string[];
}

/** Stands for a grade that is open: grades are never empty, and never begin so. */
export const UNDETERMINED = "?";
/** Stands for a grade that there is none. */
export const NOT_ASSESSED = "-";

/**
 * @param scales the grades of each scale, best first, of both versions
 * @param changed the citations of the clauses that differ in meaning
 */
export function impactOf(
  before: CohortResult,
  after: CohortResult,
  scales: ReadonlyMap<string, readonly string[]>,
  changed: ReadonlySet<string>,
): Impact {
  const key = (s: SubjectResult) => `${s.kind}\u0000${s.id}`;
  const now = new Map(after.subjects.map((s) => [key(s), s]));
  const pairs = before.subjects.flatMap((a) => {
    const b = now.get(key(a));
    return b ? [[a, b] as const] : [];
  });
  const moved = pairs.flatMap(([a, b]) => movesOf(a, b, scales, changed));
  return {
    subjects: pairs.length,
    scales: transitions(pairs, scales),
    moved,
    gained: pairs.flatMap(([a, b]) => without(b, a)),
    lost: pairs.flatMap(([a, b]) => without(a, b)),
  };
}

type Pairs = readonly (readonly [SubjectResult, SubjectResult])[];

function transitions(pairs: Pairs, scales: ReadonlyMap<string, readonly string[]>): Transition[] {
  const found = new Map<string, { kind: string; scale: string; moves: [string, string][] }>();
  for (const [a, b] of pairs)
    for (const scale of Object.keys(a.grades)) {
      const now = b.grades[scale];
      if (!now) continue;
      const id = `${a.kind}\u0000${scale}`;
      const entry = found.get(id) ?? { kind: a.kind, scale, moves: [] };
      entry.moves.push([gradeOf(a.grades[scale]!), gradeOf(now)]);
      found.set(id, entry);
    }
  return [...found.values()].map(({ kind, scale, moves }) => {
    const met = new Set(moves.flat());
    const open = [UNDETERMINED, NOT_ASSESSED].filter((g) => met.has(g));
    const grades = [...(scales.get(scale) ?? []), ...open];
    const counts = grades.map((from) =>
      grades.map((to) => moves.filter(([x, y]) => x === from && y === to).length),
    );
    return { kind, scale, grades, counts };
  });
}

function gradeOf(g: GradeResult): string {
  return g.grade ?? (g.possible.length > 0 ? UNDETERMINED : NOT_ASSESSED);
}

function movesOf(
  a: SubjectResult,
  b: SubjectResult,
  scales: ReadonlyMap<string, readonly string[]>,
  changed: ReadonlySet<string>,
): Moved[] {
  return Object.entries(a.grades).flatMap(([scale, was]) => {
    const is = b.grades[scale];
    if (!is || gradeOf(was) === gradeOf(is)) return [];
    const [old, now] = [gradeOf(was), gradeOf(is)];
    const order = scales.get(scale) ?? [];
    const [from, to] = [order.indexOf(old), order.indexOf(now)];
    const direction = from < 0 || to < 0 ? "open" : to < from ? "up" : "down";
    const [x, y] = [decisive(was), decisive(is)];
    const differing = [...x.filter((c) => !y.includes(c)), ...y.filter((c) => !x.includes(c))];
    const base = [...new Set([...(was.base?.cites ?? []), ...(is.base?.cites ?? [])])];
    const own = JSON.stringify([a.values, steps(was)]) === JSON.stringify([b.values, steps(is)]);
    const displaced = own && was.base?.grade !== is.base?.grade && !base.some((c) => changed.has(c));
    const because = differing.length > 0 ? differing : base;
    return [
      {
        kind: a.kind,
        id: a.id,
        scale,
        old,
        new: now,
        direction,
        because: [...new Set(because)],
        displaced,
      } as const,
    ];
  });
}

const steps = (g: GradeResult) => [g.raises, g.reductions, g.floors, g.ceilings, g.after, g.notAssessed];
const decisive = (g: GradeResult): string[] => steps(g).flatMap((list) => list.flatMap((s) => s.cites));

/** What the one has and the other has not: the same measure on the same target. */
function without(a: SubjectResult, b: SubjectResult): Consequence[] {
  const name = (c: ConsequenceResult) => `${c.target}\u0000${actionOf(c)}`;
  const there = new Set(b.consequences.map(name));
  return a.consequences
    .filter((c) => !there.has(name(c)))
    .map((c) => ({
      kind: a.kind,
      id: a.id,
      target: c.target,
      action: actionOf(c),
      because: [...new Set(c.cites)],
    }));
}

const actionOf = (c: ConsequenceResult): string => {
  const name = c.choice.length > 0 ? c.choice.join(" / ") : c.action;
  return c.argument === null ? name : `${name}(${c.argument})`;
};
