/** Figures over the subjects that one is linked with, open or not. */

import type { OpenContext } from "./abi.ts";
import { type Figure, Gathering } from "./open-figures.ts";
import { and } from "./open-logic.ts";
import type { OpenRow } from "./open-rows.ts";
import { type Causes, type Interval, interval, type Truth, Unknown } from "./open-values.ts";
import type { Rational } from "./rational.ts";

/** A subject that is linked, or may be: `certain` is then unknown and says why. */
interface LinkedSubject {
  readonly row: OpenRow;
  readonly certain: Truth;
}

/** Those that a links field names. */
export function linkedSubjects(
  context: OpenContext,
  links: readonly number[] | Unknown,
  subject: number,
): readonly LinkedSubject[] | Unknown {
  if (links instanceof Unknown) return links;
  return links.map((index) => ({ row: context.row(subject, index), certain: true }));
}

/** Those of a kind whose link leads to the subject at `index`; a link nobody knows may lead there. */
export function linkingSubjects(
  context: OpenContext,
  subject: number,
  field: number,
  index: number,
): readonly LinkedSubject[] | Unknown {
  const rows = context.linking(subject, field, index);
  if (rows instanceof Unknown) return rows;
  return rows.map((row) => {
    const link = row.f[field];
    return { row, certain: link instanceof Unknown ? link : true };
  });
}

/** A figure over linked subjects; with unknown links it may be anything from `low` to `high`. */
export function overLinked(
  linked: readonly LinkedSubject[] | Unknown,
  figure: Figure,
  where: number | null,
  value: number | null,
  name: string,
  low: Rational | null,
  high: Rational | null,
): Interval {
  if (linked instanceof Unknown) return interval(low, high, linked.why);
  const gathering = new Gathering(figure, name);
  for (const { row, certain } of linked) {
    const belongs = where === null ? certain : and(certain, row.c[where] as Truth);
    if (belongs === false) continue;
    const doubt: Causes | null = belongs instanceof Unknown ? belongs.why : null;
    gathering.take(value === null ? null : (row.c[value] as Interval), doubt);
  }
  return gathering.result();
}

/** The subjects of one kind by where their link leads, as far as it is known. */
export class Inverse {
  private readonly byTarget = new Map<number, number[]>();
  private readonly anywhere: number[] = [];

  /** `links`: undefined where they are not known. */
  add(index: number, links: number | readonly number[] | undefined): void {
    if (links === undefined) this.anywhere.push(index);
    for (const target of links === undefined ? [] : typeof links === "number" ? [links] : links) {
      const before = this.byTarget.get(target);
      if (before) before.push(index);
      else this.byTarget.set(target, [index]);
    }
  }

  of(target: number): readonly number[] {
    return [...(this.byTarget.get(target) ?? []), ...this.anywhere].sort((a, b) => a - b);
  }
}
