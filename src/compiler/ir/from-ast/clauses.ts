import type * as ast from "../../../parser/ast.ts";
import type { KindSymbol, PathStep, Provision } from "../../analyze/model.ts";
import type * as ir from "../ir.ts";
import { lowerCondition, lowerPart, truthCell } from "./conditions.ts";
import { lowerConsequence, lowerExternal } from "./consequences.ts";
import { checkExemption, exemptionFrom } from "./exemptions.ts";
import { lowerTruth } from "./expressions.ts";
import { scaleOf } from "./grades.ts";
import {
  type Draft,
  type DraftClause,
  type Lowering,
  refer,
  type Scope,
  subjectScope,
  TRUTH,
} from "./lowering.ts";
import type { NumberExpr } from "./numbers.ts";
import { effectsBeside, itemCondition, occurrence } from "./occurrences.ts";
import { checkRankLast } from "./rank-last.ts";
import { isUnassessedRest } from "./ranks.ts";
import { isRecorded, lowerRecorded } from "./recorded.ts";
import { rowCondition } from "./row-clauses.ts";
import { besideValue, rungEffects } from "./row-effects.ts";
import { scoreOf } from "./scores.ts";

/** Conditional clauses and duties: made once for each kind of subject they are about. */

/** The truth cell of the classes (`<条件> 的对象：`) around a provision; null when there are none. */
export function guardOf(lowering: Lowering, provision: Provision, scope: Scope): Draft | null | "failed" {
  const { conditions } = provision.scoping;
  if (conditions.length === 0) return null;
  const key = `${lowering.placeOf(provision)}/${scope.kind.index}`;
  const known = lowering.guards.get(key);
  if (known !== undefined) return known;
  const args: ir.Expr[] = [];
  let failed = false;
  for (const condition of conditions) {
    const arg = lowerTruth(lowering, condition, scope);
    if (arg) args.push(arg);
    else failed = true;
  }
  const expr: ir.Expr = args.length === 1 ? args[0]! : { op: "and", type: TRUTH, args };
  const guard = failed ? "failed" : truthCell(lowering, scope, expr, conditions[0]!.span);
  lowering.guards.set(key, guard);
  return guard;
}

/** Effects with the condition that brings them about: a conditional clause, or a row. */
export interface EffectSource {
  readonly provision: Provision;
  /** Row of a ladder or of a choice; -1 for a conditional clause. */
  readonly row: number;
  readonly effects: readonly ast.Effect[];
  /** What the rows choose: the scale that an effect in a row means when it names none. */
  readonly about?: ast.Name;
}

/** `依 X 处理` with bands is a ladder of one kind or another. */
export function isLadder(
  s: ast.Statement,
): s is ast.Ladder | ast.StagedLadder | (ast.BandChoice & { readonly target?: undefined }) {
  return (
    s.kind === "ladder" || s.kind === "staged-ladder" || (s.kind === "band-choice" && s.target === undefined)
  );
}

export function effectSources(provision: Provision): EffectSource[] {
  const s = provision.statement;
  if (s.kind === "conditional" || s.kind === "per-occurrence")
    return [{ provision, row: -1, effects: s.effects }];
  if (s.kind === "indicator") return effectsBeside(s).map((item) => ({ provision, ...item }));
  if (isLadder(s)) return s.rows.map((r, row) => ({ provision, row, effects: rungEffects(r.result) }));
  if (s.kind === "decision-table" && !s.target)
    return s.rows.map((r, row) => ({ provision, row, effects: rungEffects(r.result as ast.RowResult) }));
  if (s.kind !== "band-choice" && s.kind !== "case-choice" && s.kind !== "rank-choice") return [];
  const about = s.target;
  return s.rows.flatMap((r, row) => {
    if (about && s.kind === "rank-choice" && isUnassessedRest(s.rows[row]!)) return [];
    const effects = about ? besideValue(r.result) : rungEffects(r.result);
    return effects.length === 0 ? [] : [{ provision, row, effects, ...(about && { about }) }];
  });
}

/**
 * The clause of an effect source for one kind of subject. "elsewhere": its items are all about other kinds.
 * null after a mistake was reported.
 */
export function clauseOf(
  lowering: Lowering,
  { provision, row, effects }: EffectSource,
  kind: KindSymbol,
): DraftClause | "elsewhere" | null {
  const key = `${lowering.placeOf(provision)}/${row}/${kind.index}`;
  const known = lowering.clauseOf.get(key);
  if (known === "making")
    return lowering.report(
      "BF2009",
      { path: [lowering.cite(provision.cite), lowering.cite(provision.cite)].join(" → ") },
      { span: provision.statement.span },
    );
  if (known !== undefined) return known;
  lowering.clauseOf.set(key, "making");
  const condition =
    provision.statement.kind === "indicator"
      ? itemCondition(lowering, provision, row, kind)
      : row < 0
        ? conditionOf(lowering, provision, kind)
        : rowCondition(lowering, provision, row, kind);
  const made =
    condition === null || condition === "elsewhere"
      ? condition
      : addClause(lowering, provision, condition.effect ?? effectText(lowering, effects), condition, kind);
  lowering.clauseOf.set(key, made);
  return made;
}

function effectText(lowering: Lowering, effects: readonly ast.Effect[]): string {
  const first = effects[0];
  const last = effects.at(-1);
  return first && last ? lowering.text({ start: first.span.start, end: last.span.end }) : "";
}

/** A condition on its way to a clause, with the place that is cited for it. */
export interface ClauseCondition {
  readonly when: Draft;
  readonly reasons: readonly ir.Reason[];
  readonly cite: number;
  readonly path: readonly PathStep[];
  readonly span: ast.Statement["span"];
  /** What the clause does, where that is more than the effects looked at. */
  readonly effect?: string;
  /** 每…次: how many times its points and amounts count. */
  readonly times?: NumberExpr;
  /** The classes around it, where the provision does not know them (an item of an indicator). */
  readonly within?: ir.Expr;
  /** 但 C 的除外: it does not hold where this does. */
  readonly except?: ast.Condition;
}

function conditionOf(
  lowering: Lowering,
  provision: Provision,
  kind: KindSymbol,
): ClauseCondition | "elsewhere" | null {
  const s = provision.statement;
  if (s.kind === "per-occurrence")
    return occurrence(lowering, s, { path: provision.path, cite: provision.cite, kind });
  if (s.kind !== "conditional") return null;
  const scope = subjectScope(kind, provision.cite);
  const lowered = lowerCondition(
    lowering,
    s.condition,
    { path: provision.path, items: s.items, provision },
    scope,
  );
  if (!lowered) return null;
  const body = lowered.when.body;
  if (lowered.reasons.length === 0 && body?.kind === "expression" && body.expr.op === "truth")
    return "elsewhere";
  return {
    ...lowered,
    cite: provision.cite,
    path: provision.path,
    span: s.condition.span,
    ...(s.except && { except: s.except }),
  };
}

/** Narrows a condition by the classes around it and by the exemptions from it, and makes the clause. */
export function addClause(
  lowering: Lowering,
  provision: Provision,
  effect: string,
  condition: ClauseCondition,
  kind: KindSymbol,
): DraftClause | null {
  const scope = subjectScope(kind, condition.cite);
  let { when } = condition;
  if (condition.except) {
    const except = lowerPart(lowering, condition.except, scope);
    if (!except) return null;
    when = both(lowering, scope, when, { op: "not", type: TRUTH, arg: except.expr }, condition.span);
  }
  const guard = guardOf(lowering, provision, scope);
  if (guard === "failed") return null;
  if (condition.within) when = both(lowering, scope, when, condition.within, condition.span);
  if (guard) when = both(lowering, scope, guard, refer(when), condition.span);
  const exempt = exemptionFrom(lowering, condition.path, provision, kind);
  if (exempt === "failed") return null;
  if (exempt) when = both(lowering, scope, when, { op: "not", type: TRUTH, arg: exempt }, condition.span);
  const clause: DraftClause = {
    id: lowering.clauses.length,
    provision,
    cite: condition.cite,
    path: condition.path,
    order: condition.span.start,
    subject: kind.index,
    when,
    reasons: condition.reasons,
    effect,
    ...(condition.times && { times: condition.times, counted: condition.when }),
  };
  lowering.clauses.push(clause);
  return clause;
}

function both(lowering: Lowering, scope: Scope, a: Draft, b: ir.Expr, span: ast.Statement["span"]): Draft {
  return truthCell(lowering, scope, { op: "and", type: TRUTH, args: [refer(a), b] }, span);
}

/** Everything an effect source does that is not part of a grade or a score. */
export function lowerEffects(lowering: Lowering, source: EffectSource, kind: KindSymbol): void {
  const clause = clauseOf(lowering, source, kind);
  const { provision } = source;
  for (const effect of source.effects) {
    if (isRecorded(effect) && !("scale" in effect && isExternal(lowering, effect))) {
      if (clause && clause !== "elsewhere") lowerRecorded(lowering, effect, clause, kind, source.about);
      continue;
    }
    switch (effect.kind) {
      case "grade-effect":
      case "shift-effect":
        if (isExternal(lowering, effect)) {
          if (clause && clause !== "elsewhere") lowerExternal(lowering, effect, clause, kind);
          break;
        }
        scaleOf(lowering, effect, kind, source.about);
        break;
      case "not-assessed":
      case "direct-grade":
        // Lowered with the grade; here only so that a scale nobody assigns is reported too.
        scaleOf(lowering, effect, kind, source.about);
        break;
      case "consequence":
        if (clause && clause !== "elsewhere") lowerConsequence(lowering, effect, clause, kind);
        break;
      case "requirement-effect":
        if (clause && clause !== "elsewhere" && isDutyToAct(lowering, effect)) {
          lowerConsequence(lowering, actionOf(effect), clause, kind);
          break;
        }
        if (clause && clause !== "elsewhere")
          addRequirement(lowering, effect, [], clause.when, provision, kind);
        break;
      case "score-effect":
        // Lowered with the score; here so that one without a score is reported.
        scoreOf(lowering, effect, kind);
        break;
      case "exemption":
        checkExemption(lowering, effect, kind, provision);
        break;
      case "rank-last":
        // Lowered with the ranking; here so that one without a ranking is reported.
        checkRankLast(lowering, effect, kind);
        break;
    }
  }
}

/** Is the effect about a scale that another assessment decides? */
export const isExternal = (lowering: Lowering, effect: { readonly scale?: ast.Name }): boolean =>
  effect.scale !== undefined && lowering.model.externalScales.has(effect.scale.text);

/** `应当 约谈`: a duty to take a declared measure is a consequence; `应当 C` states a requirement. */
function isDutyToAct(lowering: Lowering, effect: ast.RequirementEffect): boolean {
  const c = effect.condition;
  return (
    effect.polarity === "duty" &&
    c.kind === "path" &&
    c.segments.length === 1 &&
    lowering.model.actionByName.has(c.segments[0]!.text)
  );
}

function actionOf(effect: ast.RequirementEffect): ast.ConsequenceEffect {
  const name = (effect.condition as ast.PathExpression).segments[0]!;
  const { span, targets, modality } = effect;
  return {
    kind: "consequence",
    span,
    targets,
    modality,
    actions: [{ span, modality: "must", choice: [{ name }] }],
  };
}

/** `应当 C`, `不得 C` outside any condition. */
export function lowerRequirement(lowering: Lowering, provision: Provision, kind: KindSymbol): void {
  const s = provision.statement;
  if (s.kind !== "requirement") return;
  const scope = subjectScope(kind, provision.cite);
  const guard = guardOf(lowering, provision, scope);
  const except = s.except ? lowerPart(lowering, s.except, scope) : null;
  if (guard === "failed" || (s.except && !except)) return;
  const but: ir.Expr | null = except && { op: "not", type: TRUTH, arg: except.expr };
  const when = !but
    ? guard
    : guard
      ? both(lowering, scope, guard, but, s.span)
      : truthCell(lowering, scope, but, s.span);
  addRequirement(lowering, s, s.items ?? [], when, provision, kind);
}

function addRequirement(
  lowering: Lowering,
  { condition, polarity, span }: Pick<ast.Requirement, "condition" | "polarity" | "span">,
  items: readonly ast.Section[],
  when: Draft | null,
  provision: Provision,
  kind: KindSymbol,
): void {
  const scope = subjectScope(kind, provision.cite);
  const part = lowerCondition(lowering, condition, { path: provision.path, items, provision }, scope);
  const exempt = exemptionFrom(lowering, provision.path, provision, kind);
  if (!part || exempt === "failed") return;
  const applies: ir.Expr[] = [
    ...(when ? [refer(when)] : []),
    ...(exempt ? [{ op: "not", type: TRUTH, arg: exempt } as const] : []),
  ];
  const only = applies[0];
  const applicable =
    only &&
    truthCell(
      lowering,
      scope,
      applies.length === 1 ? only : { op: "and", type: TRUTH, args: applies },
      condition.span,
    );
  lowering.requirements.push({
    cite: provision.cite,
    subject: kind.index,
    polarity,
    when: applicable?.id ?? null,
    holds: part.when.id,
    atoms: part.reasons.flatMap((r) => r.atoms),
    text: lowering.text(span),
    span,
  });
}
