import type * as ast from "../../../parser/ast.ts";
import { NONE_CHOSEN } from "../../analyze/decisions.ts";
import type { KindSymbol } from "../../analyze/model.ts";
import type * as ir from "../ir.ts";
import { truthCell } from "./conditions.ts";
import { type Draft, type DraftClause, type Lowering, refer, subjectScope, TRUTH } from "./lowering.ts";
import type { NumberExpr } from "./numbers.ts";

/**
 * Effects that somebody decides. The decision is a field of the subject: `可以 X` is X where the clause holds
 * and the decision is 是, so without one both outcomes stay possible and the field is the cause.
 */

function decisionOf(lowering: Lowering, effect: ast.Effect, kind: KindSymbol): ir.Expr | null {
  const name = lowering.model.decisions.get(effect);
  const field = name === undefined ? undefined : kind.fieldByName.get(name);
  if (!field?.type || field.type.kind === "list") return null;
  return { op: "field", type: field.type, of: "subject", field: field.index };
}

/** When an effect of a clause takes place: its clause holds and, where somebody decides, he says so. */
export function takesPlace(
  lowering: Lowering,
  effect: ast.Effect,
  clause: Pick<DraftClause, "when" | "cite">,
  kind: KindSymbol,
): Draft {
  const decision = decisionOf(lowering, effect, kind);
  if (decision?.type.kind !== "truth") return clause.when;
  const both: ir.Expr = { op: "and", type: TRUTH, args: [refer(clause.when), decision] };
  return truthCell(lowering, subjectScope(kind, clause.cite), both, effect.span);
}

/** A bound that a choice of grades gives, and when. */
export interface ChosenBound extends Pick<ir.Bound, "grade" | "veto"> {
  readonly when: Draft;
}

/**
 * 择一 grades as bounds: the mildest of them holds at once, a stricter one when it is chosen. So an undecided
 * choice already rules out everything milder, and leaves open which of them it will be.
 * @param bounds one for each grade, in the order written
 */
export function chosenBounds(
  lowering: Lowering,
  effect: ast.GradeEffect,
  bounds: readonly Pick<ir.Bound, "grade" | "veto">[],
  clause: Pick<DraftClause, "when" | "cite">,
  kind: KindSymbol,
): ChosenBound[] {
  const decision = decisionOf(lowering, effect, kind);
  if (decision?.type.kind !== "choice") return [];
  const scope = subjectScope(kind, clause.cite);
  const { members } = lowering.model.enumerations[decision.type.enumeration]!;
  const when = (chosen: readonly number[]): Draft =>
    truthCell(
      lowering,
      scope,
      {
        op: "and",
        type: TRUTH,
        args: [refer(clause.when), { op: "one-of", type: TRUTH, arg: decision, members: chosen }],
      },
      effect.span,
    );
  const grades = bounds.map((b) => b.grade);
  const mildest = effect.verb === "floor" ? Math.min(...grades) : Math.max(...grades);
  const none = members.indexOf(NONE_CHOSEN);
  const all = grades.map((_, i) => i);
  return bounds.map((bound, i) => {
    if (bound.grade !== mildest) return { ...bound, when: when([i]) };
    return { ...bound, when: none < 0 ? clause.when : when(all) };
  });
}

/** Points that are decided within a range, or null. */
export function decidedPoints(
  lowering: Lowering,
  effect: ast.ScoreEffect,
  kind: KindSymbol,
): NumberExpr | null {
  const decision = effect.to && decisionOf(lowering, effect, kind);
  return decision?.type.kind === "number" ? (decision as NumberExpr) : null;
}
