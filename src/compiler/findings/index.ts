import { hasErrors, type Problem } from "../../diagnostics/problem.ts";
import type { Model } from "../analyze/model.ts";
import type * as ir from "../ir/ir.ts";
import { uncertainAddressees } from "./addressees.ts";
import { openChoices } from "./alternatives.ts";
import { openAmounts } from "./amounts.ts";
import { calendarConflicts } from "./calendar.ts";
import { citedInTexts } from "./citations.ts";
import { countingFindings } from "./counting.ts";
import { missingDeadlines } from "./deadlines.ts";
import { effectiveInsidePeriod } from "./effective-date.ts";
import { passedOn } from "./elsewhere.ts";
import { unattributedFacts } from "./evidence.ts";
import { feedback } from "./feedback.ts";
import { gradesNobodyGets } from "./grades.ts";
import { samePeople } from "./headcounts.ts";
import { levelFindings } from "./levels.ts";
import { unsaidLimits } from "./limits.ts";
import { changingAssignments, figuresOfSeveral } from "./links.ts";
import { missingValues } from "./missing-values.ts";
import { numberingSlips } from "./numbering.ts";
import { withoutEffect } from "./orphans.ts";
import { overlaps } from "./overlaps.ts";
import { keptPlaces } from "./places.ts";
import { unsaidOrder } from "./precedence.ts";
import { jointActors, rolesUnsaid } from "./roles.ts";
import { unsaidRounding } from "./rounding.ts";
import { rungFindings } from "./rungs.ts";
import { sameRuleTwice } from "./same-rule.ts";
import { unknownPools } from "./samples.ts";
import { severalScorers } from "./scorers.ts";
import { figureSlips } from "./slips.ts";
import { missingStarts } from "./starts.ts";
import { leftOut, notDrawn } from "./subjects.ts";
import { subsumedClauses } from "./subsumed.ts";
import { looseTerms } from "./terms.ts";
import { unreachableClauses } from "./unreachable.ts";
import { unusedFacts } from "./unused.ts";
import { termsWithoutTest } from "./vague.ts";
import { equalVotes } from "./votes.ts";
import { missingWindows } from "./windows.ts";
import { openWording } from "./wording.ts";

/**
 * Looks for one class of ambiguity, or a family of classes. What a measure leaves open can be seen in its
 * syntax tree and declarations; the IR is there only where no error stands.
 */
export type Finder = (model: Model, measure: ir.Measure | null) => Problem[];

/** Every finder, a file each; the order does not matter. */
const FINDERS: readonly Finder[] = [
  openAmounts,
  unattributedFacts,
  gradesNobodyGets,
  rungFindings,
  overlaps,
  samePeople,
  countingFindings,
  levelFindings,
  feedback,
  looseTerms,
  unsaidRounding,
  sameRuleTwice,
  unsaidOrder,
  unsaidLimits,
  openChoices,
  calendarConflicts,
  missingDeadlines,
  effectiveInsidePeriod,
  changingAssignments,
  figuresOfSeveral,
  missingValues,
  withoutEffect,
  unknownPools,
  severalScorers,
  missingStarts,
  leftOut,
  notDrawn,
  equalVotes,
  missingWindows,
  openWording,
  numberingSlips,
  figureSlips,
  subsumedClauses,
  unreachableClauses,
  unusedFacts,
  termsWithoutTest,
  keptPlaces,
  passedOn,
  uncertainAddressees,
  rolesUnsaid,
  jointActors,
  citedInTexts,
];

/**
 * What a measure leaves open, clause by clause. A regulation taken down literally has gaps and missing tie
 * rules, so these findings stand beside errors of ambiguity; where a sentence was not understood at all they
 * would only mislead.
 */
export function findAmbiguities(
  model: Model,
  measure: ir.Measure,
  problems: readonly Problem[],
): readonly Problem[] {
  const misunderstood = problems.some((p) => p.severity === "error" && !p.code.startsWith("BF3"));
  if (misunderstood) return [];
  const checked = hasErrors(problems) ? null : measure;
  // Where a band is missing, that its grade is never given says the same again.
  const gap = problems.some((p) => p.code === "BF3101");
  return FINDERS.flatMap((find) => (gap && find === gradesNobodyGets ? [] : find(model, checked)));
}
