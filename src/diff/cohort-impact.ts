import type { Measure } from "../compiler/ir/ir.ts";
import type { CohortResult } from "../runtime/result.ts";
import { type Impact, impactOf } from "./impact.ts";
import { renamingOf } from "./renames.ts";
import type { Change, MeasureDiff, Version } from "./types.ts";

/**
 * Both versions for one set of facts. Where names are others, data may be in the new names or in the old ones: in each
 * pair both versions read the same ones, the new ones first.
 */
export function readings(
  before: Version,
  after: Version,
  { renamed }: Pick<MeasureDiff, "renamed">,
): readonly (readonly [Measure, Measure])[] {
  if (!before.measure || !after.measure) return [];
  const renaming = renamed.length > 0 ? renamingOf(before, after) : null;
  if (!renaming?.before.measure) return [[before.measure, after.measure]];
  const back = renamingOf(after, before)?.before;
  return [
    [renaming.before.measure, after.measure],
    ...(back?.measure ? [[before.measure, back.measure] as const] : []),
  ];
}

/** The impact on a cohort that both versions were applied to. */
export function impactBetween(
  results: readonly [CohortResult, CohortResult],
  [before, after]: readonly [Measure, Measure],
  changes: readonly Change[],
): Impact {
  return impactOf(results[0], results[1], scalesOf([after, before]), changedIn(changes));
}

/** Grades best first, those of the new version before those that only the old one has. */
function scalesOf(measures: readonly Measure[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const m of measures)
    for (const e of m.enumerations) {
      if (e.kind !== "scale") continue;
      const known = found.get(e.name) ?? [];
      found.set(e.name, [...known, ...[...e.members].reverse().filter((g) => !known.includes(g))]);
    }
  return found;
}

function changedIn(changes: readonly Change[]): ReadonlySet<string> {
  const telling = changes.filter((c) => c.level === "outcome");
  return new Set(telling.flatMap((c) => [c.old?.citation, c.new?.citation]).filter((c) => c !== undefined));
}
