import { type Problem, type ProblemExtras, problem } from "../diagnostics/problem.ts";
import type { DataPositions } from "../facts/positions.ts";
import { partsOf } from "../runtime/open-causes.ts";
import type { Cause, CohortResult, SubjectResult } from "../runtime/result.ts";

/**
 * For `--strict`: every fact whose absence leaves something undetermined, once, at its place in the data.
 * Facts that were wrong are not here; they have problems of their own.
 */
export function missingFacts(result: CohortResult, positions: DataPositions): Problem[] {
  const rows = rowsOf(result.subjects);
  const seen = new Set<string>();
  const shared = new Set<Cause>();
  const problems: Problem[] = [];
  for (const { undetermined } of result.subjects) {
    for (const { subject, field } of missingCauses(undetermined, shared)) {
      const key = `${subject}\n${field}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const at = rows.get(subject);
      const data = at === undefined ? {} : { data: positions.place({ ...at, field, list: null }) };
      problems.push(missingFact(subject, field, data));
    }
  }
  return problems;
}

export const missingFact = (subject: string, field: string, at: ProblemExtras): Problem =>
  problem("BF9025", { subject, field }, at);

/** Facts that something of a subject waits for. Causes that many subjects share are taken apart once. */
export function missingCauses(
  undetermined: SubjectResult["undetermined"],
  shared: Set<Cause>,
): readonly (Cause & { readonly subject: string; readonly field: string })[] {
  return undetermined.flatMap((u) =>
    u.because.flatMap((cause) => {
      if (shared.has(cause)) return [];
      if (cause.kind === "many-subjects") shared.add(cause);
      return partsOf(cause).flatMap((c) =>
        c.kind === "missing-fact" || c.kind === "missing-period" ? [c] : [],
      );
    }),
  );
}

/** Kind and index of every subject; results stand in the order of the cohort, kind by kind. */
export function rowsOf(subjects: readonly SubjectResult[]): Map<string, { kind: string; index: number }> {
  const next = new Map<string, number>();
  const rows = new Map<string, { kind: string; index: number }>();
  for (const { id, kind } of subjects) {
    const index = next.get(kind) ?? 0;
    next.set(kind, index + 1);
    if (!rows.has(id)) rows.set(id, { kind, index });
  }
  return rows;
}
