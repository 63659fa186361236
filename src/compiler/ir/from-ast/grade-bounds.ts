import { type PlainWord, unsaid, worded } from "../../../diagnostics/phrases.ts";
import type * as ast from "../../../parser/ast.ts";
import type { ScaleSymbol } from "../../analyze/model.ts";
import { verdictFixes } from "../../analyze/verdicts.ts";
import type * as ir from "../ir.ts";
import type { Lowering } from "./lowering.ts";

/** The bounds and shifts that effects put on a grade: 最高评为, 最低评为, 不得评为, 提高, 降低. */

type GradeBound = Pick<ir.Bound, "grade" | "veto">;

/** The bound of each grade named; null after a mistake was reported. */
export function lowerBounds(
  lowering: Lowering,
  effect: ast.GradeEffect,
  scale: ScaleSymbol,
): GradeBound[] | null {
  if (effect.targets.some((t) => t.path.length > 0)) return someoneElse(lowering, effect);
  const bounds: GradeBound[] = [];
  for (const name of effect.grades) {
    const bound = lowerBound(lowering, effect, name, scale);
    if (!bound) return null;
    bounds.push(bound);
  }
  return bounds;
}

function lowerBound(
  lowering: Lowering,
  effect: ast.GradeEffect,
  name: ast.Name,
  scale: ScaleSymbol,
): GradeBound | null {
  const members = lowering.model.enumerations[scale.enumeration]!.members;
  const chosen = effect.grades.length > 1;
  const grade = members.indexOf(name.text);
  if (grade < 0)
    return lowering.report(
      "BF2008",
      { name: name.text, of: scale.name, members: [...members].reverse(), ...unsaid("hint") },
      { span: name.span },
    );
  const top = members.length - 1;
  const nothing = (end: PlainWord) =>
    lowering.report(
      "BF3111",
      { text: lowering.text(effect.span), grade: name.text, ...worded("end", end) },
      { span: effect.span },
    );
  switch (effect.verb) {
    case "set":
      if (grade === 0) return { grade, veto: true };
      // A choice of grades leaves nothing to ask: the subject is to have one of them at best.
      if (chosen) return grade === top ? nothing("highest-grade") : { grade, veto: effect.veto };
      lowering.report(
        "BF3110",
        { grade: name.text },
        { span: effect.span, fixes: verdictFixes(lowering.model, effect) },
      );
      // Read on as a ceiling, so that what else is open about the grade is said too.
      return { grade, veto: effect.veto };
    case "ceiling":
      return grade === top ? nothing("highest-grade") : { grade, veto: effect.veto };
    case "floor":
      return grade === 0 ? nothing("lowest-grade") : { grade, veto: false };
    case "forbid":
      if (grade === 0)
        return lowering.report(
          "BF2026",
          {
            value: name.text,
            ...worded("name", "name-of-bar"),
            ...worded("allowed", "any-grade-but-lowest"),
          },
          { span: name.span },
        );
      return { grade: grade - 1, veto: effect.veto };
  }
}

export function lowerShift(
  lowering: Lowering,
  effect: ast.ShiftEffect,
  scale: ScaleSymbol,
): { steps: number; limit: number | null } | null {
  if (effect.targets.some((t) => t.path.length > 0)) return someoneElse(lowering, effect);
  const members = lowering.model.enumerations[scale.enumeration]!.members;
  const steps = effect.steps.kind === "number" ? Number(effect.steps.text) : Number.NaN;
  if (!Number.isInteger(steps) || steps < 1 || steps >= members.length)
    return lowering.report(
      "BF2026",
      {
        value: lowering.text(effect.steps.span),
        ...worded("name", "name-of-steps"),
        ...worded("allowed", "from-1-to", { most: members.length - 1 }),
      },
      { span: effect.steps.span },
    );
  if (!effect.limit) return { steps, limit: null };
  const limit = members.indexOf(effect.limit.text);
  if (limit < 0)
    return lowering.report(
      "BF2008",
      {
        name: effect.limit.text,
        of: scale.name,
        members: [...members].reverse(),
        ...unsaid("hint"),
      },
      { span: effect.limit.span },
    );
  return { steps, limit };
}

/** Somebody else's grade is decided by another assessment, which has to be named. */
export function someoneElse(lowering: Lowering, effect: ast.Effect): null {
  return lowering.report("BF2036", { text: lowering.text(effect.span) }, { span: effect.span });
}
