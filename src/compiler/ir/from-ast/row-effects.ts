import type * as ast from "../../../parser/ast.ts";

/**
 * What the rows of a choice do. One part of a row is the value chosen (`评为 优秀`, `得5分`); everything else
 * (`90分以上 评为 优秀,给予 通报表扬`) takes place for whoever is in the row, like the effects of a clause.
 */

/** The value chosen; `none`: nothing is assessed (不予评定). */
export type ValuePart =
  | Extract<ast.RowResult, { kind: "grade" | "points" }>
  | { readonly kind: "none"; readonly effect: ast.Effect };

/** The part of a row that is the value chosen; points come before a grade. Null when there is none. */
export function valuePart(result: ast.RowResult): ValuePart | null {
  if (result.kind !== "effects") return result;
  const effect = valueEffect(result.effects);
  if (!effect) return null;
  const { span } = effect;
  if (effect.kind === "score-effect") return { kind: "points", span, value: effect.amount! };
  if (effect.kind === "direct-grade") return { kind: "grade", span, grade: effect.grade };
  if (effect.kind === "grade-effect") return { kind: "grade", span, grade: effect.grades[0]! };
  return { kind: "none", effect };
}

type Valued = ast.ScoreEffect | ast.DirectGradeEffect | ast.GradeEffect | ast.NotAssessedEffect;

function valueEffect(effects: readonly ast.Effect[]): Valued | null {
  return effects.find(givesPoints) ?? effects.find(givesGrade) ?? null;
}

const plain = (e: ast.Effect): boolean =>
  e.modality === "must" && e.targets.every((t) => t.path.length === 0);

const givesPoints = (e: ast.Effect): e is ast.ScoreEffect =>
  e.kind === "score-effect" &&
  (e.verb === "earn" || e.verb === "count") &&
  e.score === undefined &&
  e.to === undefined &&
  e.amount !== undefined &&
  plain(e);

const givesGrade = (e: ast.Effect): e is ast.DirectGradeEffect | ast.GradeEffect | ast.NotAssessedEffect =>
  plain(e) &&
  (e.kind === "direct-grade" ||
    e.kind === "not-assessed" ||
    (e.kind === "grade-effect" && e.verb === "set" && e.grades.length === 1 && e.scale === undefined));

/** What a row does beside giving its value. 不予评定 is both. */
export function besideValue(result: ast.RowResult): readonly ast.Effect[] {
  if (result.kind !== "effects") return [];
  const value = valueEffect(result.effects);
  return result.effects.filter((e) => e !== value || e.kind === "not-assessed");
}

/** What a row of a ladder does: there a grade or points are effects too. */
export function rungEffects(result: ast.RowResult): readonly ast.Effect[] {
  const plain = { span: result.span, targets: [], modality: "must" } as const;
  switch (result.kind) {
    case "effects":
      return result.effects;
    case "grade":
      return [{ kind: "grade-effect", ...plain, verb: "set", veto: false, grades: [result.grade] }];
    case "points":
      return [{ kind: "score-effect", ...plain, verb: "count", amount: result.value }];
  }
}
