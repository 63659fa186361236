import { hinted, labelled, oneOf, unsaid, worded } from "../../../diagnostics/phrases.ts";
import type * as ast from "../../../parser/ast.ts";
import { multiply, rational, subtract } from "../../../runtime/rational.ts";
import type { Span } from "../../../source/span.ts";
import { shownAs } from "../../analyze/example-figures.ts";
import type { KindSymbol, ScaleSymbol } from "../../analyze/model.ts";
import type * as ir from "../ir.ts";
import { lowerCaseChoice, regionsOf } from "./cases.ts";
import { lowerBandChoice } from "./choices.ts";
import { type ClassRule, checkClasses } from "./classes.ts";
import { clauseOf, effectSources, guardOf, isExternal } from "./clauses.ts";
import { truthCell } from "./conditions.ts";
import { chosenBounds, takesPlace } from "./decided.ts";
import { lowerDecisionTable } from "./decision-tables.ts";
import { type Direct, directGrade, withDirect } from "./direct-grades.ts";
import { lowerBounds, lowerShift } from "./grade-bounds.ts";
import {
  type Definer,
  type Draft,
  type DraftClause,
  type Lowering,
  refer,
  type Scope,
  subjectScope,
  TRUTH,
} from "./lowering.ts";
import { constant } from "./numbers.ts";
import { poolConditions } from "./pool-conditions.ts";
import { lowerRankChoice } from "./ranks.ts";

/** A grade: the choices that are its base, and every effect that other clauses have on it. */

/** Fills the body of a grade cell. */
export function defineGrade(
  lowering: Lowering,
  draft: Draft,
  scale: ScaleSymbol,
  definers: readonly Definer[],
): void {
  const kind = lowering.model.kinds[draft.kind]!;
  const collected = collectEffects(lowering, kind, scale);
  const effects = collected ?? NO_EFFECTS;
  const bases: ir.GradeBase[] = [];
  const classes: ClassRule[] = [];
  for (const definer of definers) {
    const { statement, cite } = definer.provision;
    const whole = subjectScope(kind, cite);
    const guard = guardOf(lowering, definer.provision, whole);
    if (guard === "failed") return;
    if (guard !== null) classes.push({ definer, guard });
    const scope: Scope = guard === null ? whole : { ...whole, within: refer(guard) };
    let value: Draft | null = null;
    if (statement.kind === "band-choice") {
      const expr = lowerBandChoice(
        lowering,
        statement,
        { kind: "grade", enumeration: scale.enumeration },
        scope,
      );
      value = expr && lowering.hoist(scope, expr, lowering.text(statement.value.span), statement.span);
    } else if (statement.kind === "rank-choice") {
      // What a ranking passes over is in the effects.
      if (!collected) return;
      const ceilings = guard === null ? effects.ceilings : meeting(lowering, guard, effects.ceilings);
      value = lowerRankChoice(lowering, statement, scale.enumeration, ceilings, scope);
      if (value) warnQuota(lowering, statement, value, ceilings, scale);
    } else if (statement.kind === "case-choice" || statement.kind === "decision-table") {
      const goal = { kind: "grade", enumeration: scale.enumeration } as const;
      const expr =
        statement.kind === "case-choice"
          ? lowerCaseChoice(lowering, statement, goal, definer.provision, scope)
          : lowerDecisionTable(lowering, statement, goal, scope);
      value = expr && lowering.hoist(scope, expr, lowering.text(statement.target!.span), statement.span);
    }
    if (!value) return;
    bases.push({ guard: guard?.id ?? null, value: value.id, cite });
  }
  if (bases.length > 0 && classes.length === bases.length) {
    const excused = effects.notAssessed.map((n) => refer(lowering.drafts[n.when]!));
    checkClasses(lowering, scale.name, classes, excused, subjectScope(kind, draft.cite));
  } else if (bases.length > 1) {
    const [first, second] = definers;
    lowering.report(
      "BF2024",
      {
        subject: kind.name,
        scale: scale.name,
        first: lowering.cite(first!.provision.cite),
        second: lowering.cite(second!.provision.cite),
      },
      {
        span: second!.provision.statement.span,
        related: [labelled("first-one", first!.provision.statement.span)],
      },
    );
    return;
  }
  // Mistakes of the base were worth telling; without the effects there is still no grade.
  if (!collected) return;
  draft.type = { kind: "choice", enumeration: scale.enumeration };
  const { direct, ...shifts } = effects;
  const given = withDirect(lowering, scale, bases, direct, kind).map((base) =>
    poolConditions(
      lowering,
      base,
      Object.values(shifts).flatMap((of) => of.map((e) => e.when)),
    ),
  );
  draft.body = { kind: "grade", enumeration: scale.enumeration, bases: given, ...shifts };
}

type Effects = { readonly direct: readonly Direct[] } & Pick<
  ir.GradeBody,
  "notAssessed" | "raises" | "reductions" | "floors" | "ceilings" | "after"
>;

const NO_EFFECTS: Effects = {
  direct: [],
  notAssessed: [],
  raises: [],
  reductions: [],
  floors: [],
  ceilings: [],
  after: [],
};

/** Every effect on this scale of the clauses that apply to the kind; null when one has a mistake. */
export function collectEffects(lowering: Lowering, kind: KindSymbol, scale: ScaleSymbol): Effects | null {
  const raises: ir.Shift[] = [];
  const reductions: ir.Shift[] = [];
  const after: ir.Shift[] = [];
  const floors: ir.Bound[] = [];
  const ceilings: ir.Bound[] = [];
  const notAssessed: { clause: number; when: number }[] = [];
  const direct: Direct[] = [];
  let failed = false;
  const sources = lowering.model.provisions
    .filter((p) => lowering.appliesTo.get(p)?.includes(kind))
    .flatMap(effectSources);
  for (const source of sources) {
    for (const effect of source.effects) {
      if (!isOnScale(effect) || isExternal(lowering, effect) || effect.modality === "advisory") continue;
      const target = scaleOf(lowering, effect, kind, source.about);
      if (target === null) failed = true;
      if (target !== scale) continue;
      const clause = clauseOf(lowering, source, kind);
      if (clause === null) {
        failed = true;
        continue;
      }
      if (clause === "elsewhere") continue;
      const when = takesPlace(lowering, effect, clause, kind);
      const at = { clause: clause.id, when: when.id };
      if (effect.kind === "not-assessed") notAssessed.push(at);
      else if (effect.kind === "direct-grade") {
        const grade = directGrade(lowering, effect, scale);
        if (grade === null) failed = true;
        else direct.push({ when, grade, cite: clause.cite });
      } else if (effect.kind === "grade-effect") {
        const bounds = lowerBounds(lowering, effect, scale);
        if (bounds === null) {
          failed = true;
          continue;
        }
        const into = effect.verb === "floor" ? floors : ceilings;
        const [only] = bounds;
        if (bounds.length === 1) into.push({ ...at, ...only! });
        else
          for (const { when, ...chosen } of chosenBounds(lowering, effect, bounds, clause, kind))
            into.push({ clause: clause.id, when: when.id, ...chosen });
      } else {
        const shift = lowerShift(lowering, effect, scale);
        if (!shift) failed = true;
        else {
          const into = effect.verb === "raise" ? raises : effect.verb === "lower" ? reductions : after;
          for (const each of everyTime(lowering, clause, when, scale, kind))
            into.push({ clause: clause.id, when: each.id, ...shift });
        }
      }
    }
  }
  if (!lowerUnassessingIndicators(lowering, kind)) failed = true;
  for (const item of lowering.unassessed)
    if (item.kind === kind.index && item.scale === scale.name)
      notAssessed.push({ clause: item.clause, when: item.when });
  return failed ? null : { direct, notAssessed, raises, reductions, floors, ceilings, after };
}

/** 每2次 降低1个等次: a shift for the first time, the second …, as many as the scale has room for. */
function everyTime(
  lowering: Lowering,
  clause: DraftClause,
  when: Draft,
  scale: ScaleSymbol,
  kind: KindSymbol,
): Draft[] {
  const { times } = clause;
  if (!times) return [when];
  const { members } = lowering.model.enumerations[scale.enumeration]!;
  return members.slice(1).map((_, i) => {
    const n = rational(i + 1);
    const right = constant(n, { ...times.type, low: n, high: n });
    const often: ir.Expr = { op: "compare", type: TRUTH, cmp: ">=", left: times, right };
    const expr: ir.Expr = { op: "and", type: TRUTH, args: [refer(when), often] };
    return truthCell(lowering, subjectScope(kind, clause.cite), expr, when.span);
  });
}

/** Indicators with an item that leaves the subject without a grade come first; false when one has a mistake. */
function lowerUnassessingIndicators(lowering: Lowering, kind: KindSymbol): boolean {
  const names = lowering.model.provisions.flatMap((p) => {
    const s = p.statement;
    if (s.kind !== "indicator" || !lowering.appliesTo.get(p)?.includes(kind)) return [];
    const takesOut = s.items.some((section) =>
      section.body.some(
        (item) => item.kind === "conditional" && item.effects.some((e) => e.kind === "not-assessed"),
      ),
    );
    return takesOut ? [s.name.text] : [];
  });
  return names.every((name) => lowering.demand(kind.index, name) !== null);
}

export type OnScale = ast.GradeEffect | ast.ShiftEffect | ast.NotAssessedEffect | ast.DirectGradeEffect;

export const isOnScale = (e: ast.Effect): e is OnScale =>
  e.kind === "grade-effect" ||
  e.kind === "shift-effect" ||
  e.kind === "not-assessed" ||
  e.kind === "direct-grade";

/**
 * The scale an effect is about, for this kind of subject; null after a mistake was reported.
 * @param about what the row chooses in which the effect stands: its scale, unless the effect says another
 */
export function scaleOf(
  lowering: Lowering,
  effect: OnScale,
  kind: KindSymbol,
  about?: ast.Name,
): ScaleSymbol | null {
  const scales = [...lowering.model.scales.values()];
  const graded = scales.filter((s) => lowering.definersOf(kind.index, s.name).length > 0);
  const owner = kind.of && lowering.model.kinds[kind.of.subject]!;
  /** A grade of the subject, which one of his records cannot move by itself. */
  const ofOwner = (scale: ScaleSymbol): boolean =>
    owner !== undefined && lowering.definersOf(owner.index, scale.name).length > 0;
  const onOwner = (scale: ScaleSymbol): null =>
    lowering.report(
      "BF2169",
      {
        scale: scale.name,
        owner: owner!.name,
        list: owner!.fields[kind.of!.list]!.name,
        effect: lowering.text(effect.span),
      },
      { span: effect.span },
    );
  const named =
    effect.kind === "grade-effect"
      ? effect.grades[0]
      : effect.kind === "direct-grade"
        ? effect.grade
        : undefined;
  const grade = named?.text;
  const chosen = about && lowering.model.scales.get(about.text);
  if (chosen && !effect.scale && graded.includes(chosen)) return chosen;
  if (effect.scale) {
    const said = lowering.model.scales.get(effect.scale.text);
    if (!said)
      return lowering.report(
        "BF2001",
        {
          name: effect.scale.text,
          ...worded("what", "grade-scale"),
          ...hinted("declared-scales", { scales: scales.map((s) => s.name) }),
        },
        { span: effect.scale.span },
      );
    if (graded.includes(said)) return said;
    if (ofOwner(said)) return onOwner(said);
    return lowering.report("BF2025", { subject: kind.name, scale: said.name }, { span: effect.span });
  }
  const fits = (s: ScaleSymbol) =>
    grade === undefined || lowering.model.enumerations[s.enumeration]!.members.includes(grade);
  const found = graded.filter(fits);
  if (found.length === 1) return found[0]!;
  const label = grade ?? lowering.text(effect.span);
  if (found.length > 1)
    return lowering.report(
      "BF2012",
      {
        grade: label,
        ...worded("why", "may-belong-to", {
          scales: found.map((s) => `“${s.name}”`).join("或者"),
          scalesEn: oneOf(found.map((s) => `“${s.name}”`)).en,
        }),
        ...unsaid("hint"),
      },
      { span: effect.span },
    );
  const ungraded = scales.filter(fits);
  const owned = ungraded.find(ofOwner);
  if (owned) return onOwner(owned);
  if (ungraded.length > 0)
    return lowering.report("BF2025", { subject: kind.name, scale: ungraded[0]!.name }, { span: effect.span });
  const members = scales.flatMap((s) => lowering.model.enumerations[s.enumeration]!.members);
  return lowering.report(
    "BF2012",
    {
      grade: label,
      ...worded("why", "is-not-grade-of-any-scale"),
      ...(members.length > 0
        ? hinted("known-grades", { members: [...members].reverse() })
        : hinted("declare-scale-first")),
    },
    { span: named?.span ?? effect.span },
  );
}

/** Of the ceilings those that can hold for a subject of the class; the others never meet its ranking. */
function meeting(lowering: Lowering, guard: Draft, ceilings: readonly ir.Bound[]): readonly ir.Bound[] {
  return ceilings.filter((c) =>
    regionsOf(lowering, [refer(guard), refer(lowering.drafts[c.when]!)]).some((f) => f.kind !== "gap"),
  );
}

/** QUOTA: the rank fixes the grade, and a threshold on the very score that is ranked limits it too. */
function warnQuota(
  lowering: Lowering,
  s: ast.RankChoice,
  placement: Draft,
  ceilings: readonly ir.Bound[],
  scale: ScaleSymbol,
): void {
  const body = placement.body;
  if (body?.kind !== "placement") return;
  const score = lowering.drafts[body.score]!;
  const field =
    score.body?.kind === "expression" && score.body.expr.op === "field" ? score.body.expr.field : null;
  const sameScore = (e: ir.Expr): boolean =>
    (e.op === "cell" && e.cell === score.id) || (e.op === "field" && e.of === "subject" && e.field === field);
  const clauses = ceilings
    .map((c) => lowering.clauses[c.clause]!)
    .filter((c) => c.reasons.some((r) => r.atoms.some((a) => sameScore(a.value))));
  if (clauses.length === 0) return;
  const cites = [...new Set(clauses.map((c) => lowering.cite(c.cite)))];
  lowering.report(
    "BF3107",
    { scale: scale.name, clauses: cites, ...belowThreshold(lowering, clauses, sameScore) },
    {
      span: { start: s.span.start, end: s.target?.span.end ?? s.value.span.end },
      related: clauses.map((c) => labelled("threshold-is-here", thresholdOf(c))),
    },
  );
}

/** A score of the first place that meets the condition: just below the figure. */
function belowThreshold(
  lowering: Lowering,
  clauses: readonly DraftClause[],
  sameScore: (e: ir.Expr) => boolean,
) {
  for (const { holds } of clauses
    .flatMap((c) => c.reasons.flatMap((r) => r.atoms))
    .filter((a) => sameScore(a.value))) {
    const body = lowering.drafts[holds]?.body;
    const test = body?.kind === "expression" && body.expr.op === "compare" ? body.expr : null;
    if (test?.right.op !== "number" || (test.cmp !== "<" && test.cmp !== "<=")) continue;
    const { value, type } = test.right;
    const step = multiply(rational(1, 100), type.display.factor);
    const score = test.cmp === "<" ? subtract(value, step) : value;
    return worded("case", "first-with-only", { score: shownAs(score, type) });
  }
  return unsaid("case");
}

/** The condition of a clause, without its list. */
function thresholdOf({ provision: { statement } }: DraftClause): Span {
  return statement.kind === "conditional" ? statement.condition.span : statement.span;
}
