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
  for (const of of result.subjects) {
    for (const fact of missingOf(of, shared)) {
      const key = keyOf(fact);
      if (seen.has(key)) continue;
      seen.add(key);
      const at = rows.get(fact.subject);
      const data = at && { data: positions.place({ ...at, field: fact.field, list: null }) };
      problems.push(missingFact(fact, data));
    }
  }
  return problems;
}

/** A fact that somebody waits for. */
export interface MissingFact {
  readonly subject: string;
  /** As it is called: `季报(第4季度).事故` in a record. */
  readonly name: string;
  /** The field of the subject that it stands in. */
  readonly field: string;
}

export const keyOf = ({ subject, name }: MissingFact): string => `${subject}\n${name}`;

export const missingFact = ({ subject, name }: MissingFact, at?: ProblemExtras): Problem =>
  problem("BF9025", { subject, field: name }, at);

/** Facts that something of a subject waits for. @param shared causes that were met before: of many subjects, they are taken apart once */
export function missingOf(subject: SubjectResult, shared: Set<Cause>): MissingFact[] {
  return causesOf(subject, shared).flatMap((cause) => {
    if (cause.kind !== "missing-fact" && cause.kind !== "missing-period") return [];
    const list = cause.kind === "missing-fact" ? cause.list : undefined;
    const record = cause.kind === "missing-fact" ? cause.record : undefined;
    const name = record === undefined ? cause.field : `${list}(${record}).${cause.field}`;
    return [{ subject: cause.subject, name, field: list ?? cause.field }];
  });
}

/** What leaves something of a subject open. */
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
