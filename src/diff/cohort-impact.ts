import type { Measure } from "../compiler/ir/ir.ts";
import type { CohortResult } from "../runtime/result.ts";
import { type Impact, impactOf } from "./impact.ts";
import type { Change } from "./types.ts";

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
