import { hasErrors, type Problem } from "../../diagnostics/problem.ts";
import type { Model } from "../analyze/model.ts";
import type * as ir from "../ir/ir.ts";
import { openChoices } from "./alternatives.ts";
import { openAmounts } from "./amounts.ts";
import { unattributedFacts } from "./evidence.ts";
import { unsaidLimits } from "./limits.ts";
import { overlaps } from "./overlaps.ts";
import { unsaidOrder } from "./precedence.ts";
import { rungFindings } from "./rungs.ts";

/**
 * Looks for one class of ambiguity, or a family of classes. What a measure leaves open can be seen in its
 * syntax tree and declarations; the IR is there only where no error stands.
 */
export type Finder = (model: Model, measure: ir.Measure | null) => Problem[];

/** Every finder, a file each; the order does not matter. */
const FINDERS: readonly Finder[] = [
  openAmounts,
  unattributedFacts,
  rungFindings,
  overlaps,
  unsaidOrder,
  unsaidLimits,
  openChoices,
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
  return FINDERS.flatMap((find) => find(model, checked));
}
