import type * as ast from "../../../parser/ast.ts";
import { divide, isInteger, ZERO } from "../../../runtime/rational.ts";
import { addedTo } from "../../analyze/closings.ts";
import { pathOf, type ScoredItem, scoredItems } from "../../analyze/indicator-items.ts";
import type { KindSymbol, PathStep, Provision } from "../../analyze/model.ts";
import type * as ir from "../ir.ts";
import type { ClauseCondition } from "./clauses.ts";
import { lowerCondition, lowerPart, type Part, truthCell } from "./conditions.ts";
import { least, minus, raised, sum, zeroLike } from "./indicators.ts";
import { type DraftClause, type Lowering, refer, type Scope, subjectScope, TRUTH } from "./lowering.ts";
import { whereApplies } from "./not-applicable.ts";
import { lowerNumber, lowerOperand, type NumberExpr, reportUnits, sameUnit } from "./numbers.ts";
import { conjunction } from "./row-tests.ts";
import { lowerPoints, stepsOf, times } from "./scores.ts";

/**
 * `每 一般事故 1次 扣2分`: a clause that holds when there is at least one, and the number of times that its points
 * and amounts count. The items of an indicator are such clauses or plain ones.
 */

interface PlacedItem extends ScoredItem {
  readonly path: readonly PathStep[];
  readonly cite: number;
}

/** The items of an indicator that have to give points, with where they stand. */
export function itemsOf(lowering: Lowering, provision: Provision, s: ast.Indicator): PlacedItem[] {
  return scoredItems(s).map((item) => {
    const path = pathOf(provision.path, item);
    return { ...item, path, cite: lowering.citeItem(path, item.sections.at(-1)!.span) };
  });
}

/** Points that an item gives to its own indicator; named after another score, they are that one's. */
export const isOwnPoints = (e: ast.Effect, s: ast.Indicator): e is ast.ScoreEffect =>
  e.kind === "score-effect" &&
  e.modality !== "advisory" &&
  e.targets.every((t) => t.path.length === 0) &&
  (e.score === undefined || e.score.text === s.name.text);

/** What the items of an indicator do beside giving it points. */
export function effectsBeside(s: ast.Indicator): { readonly row: number; readonly effects: ast.Effect[] }[] {
  return scoredItems(s).flatMap(({ statement: item }, row) => {
    if (item.kind !== "conditional" && item.kind !== "per-occurrence") return [];
    const effects = item.effects.filter((e) => !isOwnPoints(e, s) && e.kind !== "not-assessed");
    return effects.length > 0 ? [{ row, effects }] : [];
  });
}

/** The condition of an item of an indicator. "elsewhere": it is about another kind of subject. */
export function itemCondition(
  lowering: Lowering,
  provision: Provision,
  row: number,
  kind: KindSymbol,
): ClauseCondition | "elsewhere" | null {
  const { statement: s } = provision;
  const placed = s.kind === "indicator" ? itemsOf(lowering, provision, s)[row] : undefined;
  if (!placed) return null;
  const { statement: item, path, cite, subjects } = placed;
  if (subjects.some((names) => names.every((n) => n.text !== kind.name))) return "elsewhere";
  const scope = subjectScope(kind, cite);
  const classes: Part[] = [];
  for (const condition of placed.conditions) {
    const part = lowerPart(lowering, condition, scope);
    if (!part) return null;
    classes.push(part);
  }
  if (item.kind === "per-occurrence") {
    const times = occurrence(lowering, item, { path, cite, kind });
    return times && inClasses(times, classes);
  }
  if (item.kind !== "conditional") return null;
  const lowered = lowerCondition(lowering, item.condition, { path, items: item.items, provision }, scope);
  if (!lowered) return null;
  const effect = effectOf(lowering, item);
  const condition = { ...lowered, cite, path, span: item.condition.span, effect };
  return inClasses({ ...condition, ...(item.except && { except: item.except }) }, classes);
}

/** Narrowed to classes; why it holds begins with the figures that put somebody there. */
function inClasses(condition: ClauseCondition, classes: readonly Part[]): ClauseCondition {
  if (classes.length === 0) return condition;
  const atoms = classes.flatMap((c) => c.atoms);
  return {
    ...condition,
    within: conjunction(classes.map((c) => c.expr)),
    reasons: condition.reasons.map((r, i) => (i === 0 ? { ...r, atoms: [...atoms, ...r.atoms] } : r)),
  };
}

const effectOf = (lowering: Lowering, s: ast.ConditionalClause | ast.PerOccurrence): string =>
  lowering.text({ start: s.effects[0]?.span.start ?? s.span.end, end: s.span.end });

/** `每1起`: without it a reader takes the points of one step for those of all. */
const eachOf = (lowering: Lowering, s: ast.PerOccurrence): string => {
  const word = lowering
    .text(
      s.against
        ? { start: s.of.span.end, end: s.against.span.start }
        : { start: s.span.start, end: s.of.span.start },
    )
    .trim();
  return `${word}${/\p{ASCII}$/u.test(word) ? " " : ""}${lowering.text(s.step.span)}`;
};

interface At {
  readonly path: readonly PathStep[];
  readonly cite: number;
  readonly kind: KindSymbol;
}

/** `每 一般事故 1次 扣2分,最多扣6分`; `完成率 每 低于 目标值 1个百分点 扣0.5分,不足一档不计`. */
export function occurrence(lowering: Lowering, s: ast.PerOccurrence, at: At): ClauseCondition | null {
  const scope = subjectScope(at.kind, at.cite);
  const of = lowerOperand(lowering, s.of, scope);
  const step = lowerNumber(s.step, of?.type ?? null);
  if (!of) return null;
  if (!sameUnit(of.type, step.type))
    return reportUnits(lowering, s.of, of.type, s.step, step.type, "counted");
  const measured = s.against ? shortfall(lowering, s, of, scope) : of;
  if (!measured) return null;
  const width = (step as Extract<ir.Expr, { op: "number" }>).value;
  const whole = measured.type.step !== null && isInteger(divide(measured.type.step, width));
  const partial = s.partial ?? lowering.model.general.partial ?? (whole ? "ignored" : null);
  if (partial === null)
    return lowering.report(
      "BF3119",
      { text: lowering.text(s.span), step: lowering.text(s.step.span) },
      {
        span: s.step.span,
        fixes: [...addedTo(lowering.model, s.span.end, ["不足一档不计", "按比例"])],
      },
    );
  const proRata = partial === "pro-rata";

  const counted = lowering.hoist(scope, measured, lowering.text(s.of.span), s.of.span);
  const amount: NumberExpr = { ...(refer(counted) as NumberExpr), type: measured.type };
  const limit = proRata ? zeroLike(measured.type) : step;
  const reached: ir.Expr = {
    op: "compare",
    type: TRUTH,
    cmp: proRata ? ">" : ">=",
    left: amount,
    right: limit,
  };
  const when = truthCell(lowering, scope, whereApplies(lowering, reached, scope)!, s.span);
  const shown: ir.Expr = of.op === "field" || of.op === "cell" || of.op === "via" ? of : amount;
  const atom: ir.Atom = {
    holds: when.id,
    name: lowering.text(s.of.span),
    value: shown,
    test: s.against ? lowering.text({ start: s.against.span.start, end: s.against.value.span.end }) : "",
  };
  return {
    when,
    reasons: [{ cite: at.cite, holds: when.id, atoms: [atom], text: lowering.text(s.span) }],
    cite: at.cite,
    path: at.path,
    span: s.span,
    effect: `${eachOf(lowering, s)} ${effectOf(lowering, s)}`,
    times: stepsOf(amount, step, proRata),
    ...(s.except && { except: s.except }),
  };
}

/** Of the effects on a score only points that add up count once for every occurrence. */
export function isRepeated(lowering: Lowering, effect: ast.ScoreEffect): boolean {
  if ((effect.verb === "add" || effect.verb === "deduct") && effect.amount) return true;
  lowering.report("BF2192", { text: lowering.text(effect.span) }, { span: effect.span });
  return false;
}

/** The points of a clause, as many times as it counts; at most what 最多扣 says. */
export function repeated(
  lowering: Lowering,
  effect: ast.ScoreEffect,
  each: NumberExpr,
  clause: DraftClause,
  scope: Scope,
): NumberExpr | null {
  if (!clause.times) return each;
  const all = times(clause.times, each);
  if (!effect.atMost) return all;
  const most = lowerPoints(lowering, effect.atMost, scope, all.type);
  return most && least(all, most);
}

/** How far the value falls short of (or goes beyond) what it is held against; never negative. */
function shortfall(
  lowering: Lowering,
  s: ast.PerOccurrence,
  of: NumberExpr,
  scope: Scope,
): NumberExpr | null {
  const against = lowerOperand(lowering, s.against!.value, scope, of.type);
  if (!against) return null;
  if (!sameUnit(of.type, against.type))
    return reportUnits(lowering, s.of, of.type, s.against!.value, against.type, "compared");
  const below = s.against!.op === "<" || s.against!.op === "<=";
  const difference = below ? sum([against, minus(of)]) : sum([of, minus(against)]);
  return { op: "max", type: raised(difference.type, ZERO), args: [difference, zeroLike(difference.type)] };
}
