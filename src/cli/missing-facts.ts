import { type Problem, problem } from "../diagnostics/problem.ts";
import type { DataPositions } from "../facts/positions.ts";
import { partsOf } from "../runtime/open-causes.ts";
import type { Cause, CohortResult, SubjectResult } from "../runtime/result.ts";

/**
 * For `--strict`: every fact whose absence leaves something undetermined, once, at its place in the data.
 * Facts that were wrong are not here; they have problems of their own.
 */
export function missingFacts(result: CohortResult, positions: DataPositions): Problem[] {
  const rows = rowsOf(result);
  const seen = new Set<string>();
  const shared = new Set<Cause>();
  const problems: Problem[] = [];
  for (const subject of result.subjects) {
    for (const cause of causesOf(subject, shared)) {
      if (cause.kind !== "missing-fact" && cause.kind !== "missing-period") continue;
      const list = cause.kind === "missing-fact" ? cause.list : undefined;
      const record = cause.kind === "missing-fact" ? cause.record : undefined;
      const name = record === undefined ? cause.field : `${list}(${record}).${cause.field}`;
      const key = `${cause.subject}\n${name}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const at = rows.get(cause.subject);
      const field = list ?? cause.field;
      const data = at === undefined ? {} : { data: positions.place({ ...at, field, list: null }) };
      problems.push(problem("BF9025", { subject: cause.subject, field: name }, data));
    }
  }
  return problems;
}

/** What leaves something of a subject open. Causes that many subjects share are taken apart once. */
function causesOf(subject: SubjectResult, shared: Set<Cause>): Cause[] {
  const open = [subject, ...Object.values(subject.records ?? {}).flat()].flatMap((x) => x.undetermined);
  return open.flatMap((u) =>
    u.because.flatMap((cause) => {
      if (shared.has(cause)) return [];
      if (cause.kind === "many-subjects") shared.add(cause);
      return partsOf(cause);
    }),
  );
}

/** Kind and index of every subject; results stand in the order of the cohort, kind by kind. */
function rowsOf(result: CohortResult): Map<string, { kind: string; index: number }> {
  const next = new Map<string, number>();
  const rows = new Map<string, { kind: string; index: number }>();
  for (const { id, kind } of result.subjects) {
    const index = next.get(kind) ?? 0;
    next.set(kind, index + 1);
    if (!rows.has(id)) rows.set(id, { kind, index });
  }
  return rows;
}
