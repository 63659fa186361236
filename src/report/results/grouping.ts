import type { CohortResult, SubjectResult } from "../../runtime/result.ts";
import { figureOf, plainText, type ResultInput, rankedBy } from "./view.ts";

/** Groups of a kind of subject: by what they are told apart, and who is in each. */
export interface Grouping {
  /** Name of the fact; empty: everyone together. */
  readonly by: string;
  readonly groups: readonly { readonly label: string; readonly subjects: readonly SubjectResult[] }[];
}

/** A fact that tells this many groups apart is one to show figures by. */
const FEWEST = 2;
const MOST = 24;

/**
 * By the name asked for; else as the measure ranks; else by the first fact of text, choice or link that tells a handful of
 * groups apart; else all together.
 */
export function groupingOf(
  input: ResultInput,
  kind: string,
  wanted: string | null,
  everyone: string,
): Grouping {
  const subjects = input.result.subjects.filter((s) => s.kind === kind);
  const ranked = rankedBy(input.measure).find((r) => r.kind === kind)?.groups ?? [];
  for (const by of [...(wanted === null ? [] : [wanted]), ...ranked, ...candidates(input, kind)]) {
    const groups = split(subjects, by);
    if (groups.length >= FEWEST && (by === wanted || ranked.includes(by) || groups.length <= MOST))
      return { by, groups };
  }
  return { by: "", groups: subjects.length === 0 ? [] : [{ label: everyone, subjects }] };
}

/** Whether any subject has a fact or value of that name. */
export function canGroupBy(result: CohortResult, name: string): boolean {
  return result.subjects.some((s) => figureOf(s, name) !== undefined);
}

/** The names by which one might ask to group. */
export function candidates({ measure }: ResultInput, kind: string): string[] {
  const k = measure.subjects.find((x) => x.name === kind && !x.of);
  return (k?.fields ?? [])
    .filter((f, i) => i !== k?.key && !f.derived)
    .filter(
      ({ type }) =>
        type.kind === "text" ||
        type.kind === "link" ||
        (type.kind === "choice" && measure.enumerations[type.enumeration]?.kind === "options"),
    )
    .map((f) => f.name);
}

function split(subjects: readonly SubjectResult[], by: string) {
  const groups = new Map<string, SubjectResult[]>();
  for (const s of subjects) {
    const label = plainText(figureOf(s, by));
    const known = groups.get(label);
    if (known) known.push(s);
    else groups.set(label, [s]);
  }
  // Nobody said where these belong: not a group to compare with others, unless others are.
  return [...groups].map(([label, list]) => ({ label: label === "" ? "—" : label, subjects: list }));
}
