/** An example that both evaluators confirm, made as plain as it can be. */
import type * as ir from "../compiler/ir/ir.ts";
import type { Data } from "./decode.ts";
import { minimised } from "./minimise.ts";
import { plainNames } from "./plain-names.ts";
import { type Changed, changesBetween, resultOf, sameSaid, type Version } from "./replay.ts";

/** A subject whom the versions treat differently. */
export interface Witness {
  readonly kind: string;
  readonly id: string;
  readonly data: Data;
  /** What both evaluators said; first what matters most of what was asked about. */
  readonly changes: readonly Changed[];
}

/**
 * The first subject of a kind as an example, if the evaluators of both versions say different things of it that are
 * wanted.
 * @param renamed requirements of the second version by their words, with those of the first
 */
export function confirmed(
  versions: readonly [Version, Version],
  data: Data,
  kind: string,
  renamed: ReadonlyMap<string, string>,
  wanted: (c: Changed) => boolean,
): Witness | null {
  const [before] = versions;
  const idOf = (d: Data): string | null => {
    const subject = Object.hasOwn(d.cohort, kind) ? d.cohort[kind]![0] : undefined;
    return subject ? String(subject[keyField(before.ir, kind)]) : null;
  };
  const look = (d: Data): Changed[] | null => {
    const id = idOf(d);
    if (id === null) return null;
    const [a, b] = versions.map((v) => resultOf(v, d, kind, id));
    return a && b ? changesBetween(a, b, renamed) : null;
  };
  const about = look(data)?.find(wanted);
  if (!about) return null;
  const isIt = (c: Changed): boolean =>
    c.aspect === about.aspect &&
    c.name === about.name &&
    sameSaid(c.before, about.before) &&
    sameSaid(c.after, about.after);
  const smaller = minimised(before.ir, data, kind, (d) => look(d)?.some(isIt) ?? false);
  // Names may stand in what is said, so nothing but the difference itself has to be there.
  const named = plainNames(before.ir, smaller, kind);
  const alike = (c: Changed) => c.aspect === about.aspect && c.name === about.name;
  const shown = look(named)?.some(alike) ? named : smaller;
  const changes = look(shown)!;
  const first = changes.find(alike)!;
  return {
    kind,
    id: idOf(shown)!,
    data: shown,
    changes: [first, ...changes.filter((c) => c !== first)],
  };
}

const keyField = (measure: ir.Measure, kind: string): string => {
  const subject = measure.subjects.find((s) => s.name === kind)!;
  return subject.fields[subject.key]!.name;
};
