/** Figures over the subjects that one is linked with, open or not. */

import type { Linking, OpenContext } from "./abi.ts";
import { type Figure, Gathering } from "./open-figures.ts";
import { and } from "./open-logic.ts";
import type { OpenRow } from "./open-rows.ts";
import { type Causes, type Interval, interval, type Truth, Unknown } from "./open-values.ts";
import type { Rational } from "./rational.ts";

/** Subjects that are linked, and those that may be, since nobody knows where their link `field` leads. */
interface Linked extends Linking {
  readonly field: number;
}

/** Those that a links field names. */
export function linkedSubjects(
  context: OpenContext,
  links: readonly number[] | Unknown,
  subject: number,
): Linked | Unknown {
  if (links instanceof Unknown) return links;
  return { rows: links.map((index) => context.row(subject, index)), anywhere: [], field: -1 };
}

/** Those of a kind whose link leads to the subject at `index`; a link nobody knows may lead there. */
export function linkingSubjects(
  context: OpenContext,
  subject: number,
  field: number,
  index: number,
): Linked | Unknown {
  const linking = context.linking(subject, field, index);
  return linking instanceof Unknown ? linking : { ...linking, field };
}

/** What is gathered of those whose link is unknown; it is the same for all to whom they may be linked. */
const gathered = new WeakMap<readonly OpenRow[], Map<string, Gathering>>();

/** A figure over linked subjects; with unknown links it may be anything from `low` to `high`. */
export function overLinked(
  linked: Linked | Unknown,
  figure: Figure,
  where: number | null,
  value: number | null,
  name: string,
  low: Rational | null,
  high: Rational | null,
): Interval {
  if (linked instanceof Unknown) return interval(low, high, linked.why);
  const { rows, anywhere, field } = linked;
  const gather = (into: Gathering, row: OpenRow, certain: Truth): void => {
    const belongs = where === null ? certain : and(certain, row.c[where] as Truth);
    if (belongs === false) return;
    const doubt: Causes | null = belongs instanceof Unknown ? belongs.why : null;
    into.take(value === null ? null : (row.c[value] as Interval), doubt);
  };
  let gathering = new Gathering(figure, name);
  if (anywhere.length > 0) {
    const known = gathered.get(anywhere) ?? new Map<string, Gathering>();
    gathered.set(anywhere, known);
    const key = `${figure}/${where}/${value}/${name}`;
    const before = known.get(key);
    if (!before)
      for (const row of anywhere) {
        const link = row.f[field];
        gather(gathering, row, link instanceof Unknown ? link : true);
      }
    known.set(key, before ?? gathering);
    gathering = (before ?? gathering).copy();
  }
  for (const row of rows) gather(gathering, row, true);
  return gathering.result();
}

/** The subjects of one kind by where their link leads, as far as it is known. */
export class Inverse {
  private readonly byTarget = new Map<number, number[]>();
  /** Those that lead nobody knows where, and their rows once they are asked for. */
  readonly anywhere: number[] = [];
  rowsAnywhere: readonly OpenRow[] | null = null;

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
    return this.byTarget.get(target) ?? [];
  }
}
