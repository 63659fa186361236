import type { Measure } from "../../compiler/ir/ir.ts";
import type { CohortResult } from "../../runtime/result.ts";
import { figureOf, rankedBy } from "./view.ts";

/** The facts by which subjects of a kind may be grouped. */

/** Whether any subject has a fact or value of that name. */
export function canGroupBy(result: CohortResult, name: string): boolean {
  return result.subjects.some((s) => figureOf(s, name) !== undefined);
}

/** The names by which one might ask to group. */
export function candidates(measure: Measure, kind: string): string[] {
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

/** By the name asked for; else as the measure ranks; else by facts of text, choice or link. */
export function groupNames(measure: Measure, kind: string, wanted: string | null): readonly string[] {
  return [...new Set([...alwaysKept(measure, kind, wanted), ...candidates(measure, kind)])];
}

/** Names by which figures are grouped however many groups there are. */
export const alwaysKept = (measure: Measure, kind: string, wanted: string | null): readonly string[] => [
  ...(wanted === null ? [] : [wanted]),
  ...new Set(rankedBy(measure).flatMap((r) => (r.kind === kind ? r.groups : []))),
];
