/** A grade and its effects on open values. */
import { CauseSet, type Choice, choiceOf, membersOf, type Truth, Unknown, whyOf } from "./open-values.ts";

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

/** Base, then who is taken out, then the effects in their order. */
export function grade(
  bases: readonly (readonly [guard: Truth, value: Choice])[],
  notAssessed: readonly Truth[],
  effects: readonly Effect[],
): Choice {
  if (notAssessed.includes(true)) return -1;
  const base = baseGrade(bases);
  const causes = new CauseSet();
  causes.add(whyOf(base));
  let grades = new Set(membersOf(base));
  for (const { when, move } of effects) {
    if (when === false) continue;
    const moved = new Set<number>();
    for (const g of grades) {
      moved.add(g < 0 ? g : move(g));
      if (when !== true) moved.add(g);
    }
    if (when !== true && (moved.size !== grades.size || [...moved].some((g) => !grades.has(g))))
      causes.add(when.why);
    grades = moved;
  }
  for (const out of notAssessed)
    if (out instanceof Unknown) {
      grades.add(-1);
      causes.add(out.why);
    }
  return choiceOf(grades, causes.list());
}
