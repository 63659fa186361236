/** A grade and its effects on open values. */
import {
  CauseSet,
  type Choice,
  Choices,
  choiceOf,
  membersOf,
  type Ranked,
  type Truth,
  Unknown,
  whyOf,
} from "./open-values.ts";

/** What an effect does to one grade; "none" is left alone by the caller. */
export interface Effect {
  readonly when: Truth;
  readonly move: (grade: number) => number;
}

export const raise = (when: Truth, steps: number, limit: number): Effect => ({
  when,
  move: (g) => Math.max(g, Math.min(g + steps, limit)),
});
export const reduce = (when: Truth, steps: number, limit: number): Effect => ({
  when,
  move: (g) => Math.min(g, Math.max(g - steps, limit)),
});
export const floorAt = (when: Truth, grade: number): Effect => ({ when, move: (g) => Math.max(g, grade) });
export const ceilingAt = (when: Truth, grade: number): Effect => ({ when, move: (g) => Math.min(g, grade) });

/**
 * The base whose guard holds. Guards exclude one another, so one that surely holds settles it; otherwise it
 * is any of those that may hold, or none of them.
 */
export function baseGrade(bases: readonly (readonly [guard: Truth, value: Choice])[]): Choice {
  const sure = bases.find(([guard]) => guard === true);
  if (sure) return sure[1];
  const causes = new CauseSet();
  const members = [-1];
  for (const [guard, value] of bases) {
    if (!(guard instanceof Unknown)) continue;
    members.push(...membersOf(value));
    causes.add(guard.why);
    causes.add(whyOf(value));
  }
  return choiceOf(members, causes.list());
}

/**
 * A base that is a ranking, and the conditions that ask the same as it does; conditions are told by their places among
 * those that take out and the effects, in this order.
 */
export interface Apart {
  readonly base: number;
  /** Hold for everyone out of the pool; for nobody in it; are ceilings of the ranking, at a grade. */
  readonly outside: readonly number[];
  readonly inside: readonly number[];
  readonly ceilings: readonly (readonly [at: number, grade: number])[];
  /** What the ranking gives to whom no row takes; -1: nothing. */
  readonly rest: number;
}

/** Base, then who is taken out, then the effects in their order. */
export function grade(
  bases: readonly (readonly [guard: Truth, value: Choice])[],
  notAssessed: readonly Truth[],
  effects: readonly Effect[],
  rankings: readonly Apart[] = [],
): Choice {
  if (notAssessed.includes(true)) return -1;
  const base = baseGrade(bases);
  const causes = new CauseSet();
  causes.add(whyOf(base));
  let grades = new Set(membersOf(base));
  for (const { when, move } of effects) {
    if (when === false) continue;
    // It also matters where it leads to another grade that is possible: for that one may go.
    if (when !== true && [...grades].some((g) => g >= 0 && move(g) !== g)) causes.add(when.why);
    grades = movedBy(grades, when, move);
  }
  for (const out of notAssessed)
    if (out instanceof Unknown) {
      grades.add(-1);
      causes.add(out.why);
    }
  const apart = rankings.find((of) => base === bases[of.base]![1]);
  if (apart && base instanceof Choices && base.ranked)
    grades = byCases(base, base.ranked, apart, [
      ...notAssessed.map((when): Effect => ({ when, move: () => -1 })),
      ...effects,
    ]);
  return choiceOf(grades, causes.list());
}

function movedBy(grades: Iterable<number>, when: Truth, move: Effect["move"]): Set<number> {
  const moved = new Set<number>();
  for (const g of grades) {
    moved.add(g < 0 ? g : move(g));
    if (when !== true) moved.add(g);
  }
  return moved;
}

/**
 * A fact that keeps somebody from his place in the ranking may also lower what he gets there; taken together they leave
 * less possible than one by one. Either he is out of the pool, or a ceiling that is unknown holds, or neither.
 */
function byCases(base: Choices, ranked: Ranked, apart: Apart, effects: readonly Effect[]): Set<number> {
  const unknown = apart.ceilings.filter(([at]) => effects[at]!.when instanceof Unknown);
  const all = new Set<number>();
  const add = (grades: Iterable<number>, settled: readonly number[], holds: boolean): void => {
    for (const [at, { when, move }] of effects.entries()) {
      const now = settled.includes(at) ? holds : when;
      if (now !== false) grades = movedBy(grades, now, move);
    }
    for (const g of grades) all.add(g);
  };
  const inside = ranked.outside === null ? [] : apart.inside;
  add(ranked.free, [...unknown.map(([at]) => at), ...inside], false);
  if (ranked.outside !== null) add([ranked.outside], apart.outside, true);
  for (const [at, grade] of unknown) {
    const left = base.members.filter((g) => g <= grade || g === apart.rest);
    add(left, [at], true);
  }
  return all;
}
