import type * as ast from "../../../parser/ast.ts";
import { compare, divide, isInteger, negate, type Rational, ZERO } from "../../../runtime/rational.ts";
import type { KindSymbol, PathStep, Provision } from "../../analyze/model.ts";
import { step as pathStep } from "../../analyze/provisions.ts";
import { hullType, negateType, sumType } from "../../analyze/ranges.ts";
import { childrenOf } from "../children.ts";
import type * as ir from "../ir.ts";
import { addClause } from "./clauses.ts";
import { lowerCondition, truthCell } from "./conditions.ts";
import { takesPlace } from "./decided.ts";
import { scaleOf } from "./grades.ts";
import { type Draft, type Lowering, refer, type Scope, subjectScope, TRUTH } from "./lowering.ts";
import { whereApplies } from "./not-applicable.ts";
import { constant, lowerNumber, lowerOperand, type NumberExpr, reportUnits, sameUnit } from "./numbers.ts";
import { any, noteMarks, unless } from "./rescale.ts";
import { lowerAmount, lowerPoints, pointsIf, stepsOf, times } from "./scores.ts";
import { leavesOf } from "./treatments.ts";

/**
 * Indicators: a start, points added and deducted by items, and bounds. Value:
 * start + additions − deductions → lower bound → upper bound; `该指标计` overrides. Each item is a clause of
 * its own, so that a result shows which points were lost where.
 */

interface Bounds {
  readonly full: NumberExpr | null;
  readonly start: NumberExpr | null;
  readonly highest: NumberExpr | null;
  readonly lowest: NumberExpr | null;
  readonly noFloor: boolean;
  readonly mayExceed: boolean;
  readonly atMostAdded: NumberExpr | null;
}

export function defineIndicator(lowering: Lowering, provision: Provision, kind: KindSymbol): ir.Expr | null {
  const s = provision.statement;
  if (s.kind !== "indicator") return null;
  const scope = subjectScope(kind, provision.cite);
  const bounds = readBounds(lowering, s.bounds, scope);
  if (!bounds) return null;
  if (s.value) {
    const value = lowerOperand(lowering, s.value, scope);
    if (!value) return null;
    const gone = leavingIn(lowering, value, kind);
    const left = any(gone);
    noteMarks(lowering, lowering.mention(kind.index, s.name.text), bounds.full ?? bounds.highest, gone);
    const bounded = bound(lowering, value, bounds, s);
    return left ? unless(left, bounded) : bounded;
  }
  const items = lowerItems(lowering, s, provision, kind);
  if (!items) return null;
  const start = bounds.start ?? bounds.full;
  if (!start) return lowering.report("BF3118", { name: s.name.text }, { span: s.name.span });
  const added =
    bounds.atMostAdded && items.added.length > 0
      ? [least(sum(items.added), bounds.atMostAdded)]
      : items.added;
  let value = bound(lowering, sum([start, ...added, ...items.deducted.map(minus)]), bounds, s);
  for (const o of items.overrides) {
    const fixed = o.value === "full" ? (bounds.full ?? bounds.highest) : o.value;
    if (!fixed) return lowering.report("BF3118", { name: s.name.text }, { span: s.name.span });
    value = {
      op: "if",
      type: hullType(fixed.type, value.type),
      condition: refer(o.when),
      then: fixed,
      otherwise: value,
    };
  }
  const full = bounds.full ?? bounds.highest;
  if (items.leaves.length > 0 && !full)
    return lowering.report("BF3118", { name: s.name.text }, { span: s.name.span });
  noteMarks(lowering, lowering.mention(kind.index, s.name.text), full, items.leaves.map(refer));
  return items.leaves.reduce((rest: NumberExpr, when) => unless(refer(when), rest), value);
}

/** When the figures that a formula looks at leave; the indicator then leaves with them. */
function leavingIn(lowering: Lowering, e: ir.Expr, kind: KindSymbol): ir.Expr[] {
  const own = leavesOf(lowering, e, kind);
  if (own) return [own];
  return e.op === "field" ? [] : childrenOf(e).flatMap((child) => leavingIn(lowering, child, kind));
}

function readBounds(lowering: Lowering, list: readonly ast.IndicatorBound[], scope: Scope): Bounds | null {
  let bounds: Bounds = {
    full: null,
    start: null,
    highest: null,
    lowest: null,
    noFloor: false,
    mayExceed: false,
    atMostAdded: null,
  };
  const { floorAtZero } = lowering.model.general;
  for (const b of list) {
    switch (b.kind) {
      case "floor-at-zero":
        break;
      case "no-floor":
        bounds = { ...bounds, noFloor: true };
        break;
      case "may-exceed":
        bounds = { ...bounds, mayExceed: true };
        break;
      case "best-one":
        break;
      case "full-marks":
      case "starts-at":
      case "highest":
      case "lowest":
      case "at-most-added":
      case "together-highest": {
        const value = lowerOperand(lowering, b.value, scope);
        if (!value) return null;
        if (b.kind === "full-marks") bounds = { ...bounds, full: value };
        else if (b.kind === "starts-at") bounds = { ...bounds, start: value };
        else if (b.kind === "lowest") bounds = { ...bounds, lowest: value };
        else if (b.kind === "at-most-added") bounds = { ...bounds, atMostAdded: value };
        else bounds = { ...bounds, highest: value };
      }
    }
  }
  const like = bounds.full ?? bounds.start ?? bounds.highest;
  const zero =
    list.some((b) => b.kind === "floor-at-zero") || (floorAtZero && !bounds.noFloor && !bounds.lowest);
  if (zero && like) bounds = { ...bounds, lowest: zeroLike(like.type) };
  return bounds;
}

const zeroLike = (type: ir.NumberType): NumberExpr =>
  constant(ZERO, { ...type, low: ZERO, high: ZERO, step: null });

/** Applies the bounds; one that can be reached and is not written is a finding (FLOOR). */
function bound(lowering: Lowering, value: NumberExpr, bounds: Bounds, s: ast.Indicator): NumberExpr {
  const reaches = (limit: Rational | null, side: "low" | "high"): boolean => {
    const end = value.type[side];
    if (end === null) return true;
    return limit !== null && (side === "low" ? compare(end, limit) < 0 : compare(end, limit) > 0);
  };
  const warn = (side: string, sideEn: string, ways: string) =>
    lowering.report("BF3117", { name: s.name.text, side, sideEn, ways }, { span: s.name.span });
  let result = value;
  if (bounds.lowest)
    result = { op: "max", type: raised(result.type, bounds.lowest.type.low), args: [result, bounds.lowest] };
  else if (!bounds.noFloor && reaches(ZERO, "low"))
    warn("扣到0分以下", "go below 0", "扣完为止、最低 某分、不设下限");
  const cap = bounds.highest ?? (bounds.mayExceed ? null : bounds.full);
  if (cap) result = least(result, cap);
  else if (!bounds.mayExceed && reaches(null, "high"))
    warn("加到没有上限", "rise without limit", "最高 某分、满分 某分、可超满分");
  return result;
}

const raised = (type: ir.NumberType, low: Rational | null): ir.NumberType => ({
  ...type,
  low: low && (type.low === null || compare(type.low, low) < 0) ? low : type.low,
  high: type.high && low && compare(type.high, low) < 0 ? low : type.high,
});

export function least(value: NumberExpr, cap: NumberExpr): NumberExpr {
  const high = cap.type.high;
  const type: ir.NumberType = {
    ...hullType(value.type, cap.type),
    low:
      value.type.low && cap.type.low
        ? compare(value.type.low, cap.type.low) < 0
          ? value.type.low
          : cap.type.low
        : null,
    high: high && (value.type.high === null || compare(high, value.type.high) < 0) ? high : value.type.high,
  };
  return { op: "min", type, args: [value, cap] };
}

export function sum(parts: readonly NumberExpr[]): NumberExpr {
  if (parts.length === 1) return parts[0]!;
  return { op: "add", type: parts.map((p) => p.type).reduce(sumType), args: parts };
}

const minus = (e: NumberExpr): NumberExpr =>
  e.op === "number"
    ? constant(negate(e.value), negateType(e.type))
    : { op: "negate", type: negateType(e.type), arg: e };

// ─────────────────────────────── items ───────────────────────────────

interface Items {
  readonly added: NumberExpr[];
  readonly deducted: NumberExpr[];
  /** Conditions under which the indicator leaves its total. */
  readonly leaves: Draft[];
  readonly overrides: { readonly when: Draft; readonly value: NumberExpr | "full" }[];
}

function lowerItems(
  lowering: Lowering,
  s: ast.Indicator,
  provision: Provision,
  kind: KindSymbol,
): Items | null {
  const items: Items = { added: [], deducted: [], leaves: [], overrides: [] };
  let failed = false;
  for (const section of s.items) {
    const path: readonly PathStep[] = [...provision.path, pathStep(section)];
    const cite = lowering.citeItem(path, section.span);
    for (const item of section.body) {
      if (
        item.kind === "note" ||
        item.kind === "acceptance" ||
        item.kind === "chapter" ||
        item.kind === "declaratory"
      )
        continue;
      const done =
        item.kind === "per-occurrence"
          ? perOccurrence(lowering, item, items, { provision, path, cite, kind })
          : item.kind === "conditional"
            ? conditional(lowering, item, items, { provision, path, cite, kind })
            : lowering.report(
                "BF2034",
                { label: lowering.cite(cite), name: s.name.text },
                { span: item.span },
              );
      if (!done) failed = true;
    }
  }
  return failed ? null : items;
}

interface At {
  readonly provision: Provision;
  readonly path: readonly PathStep[];
  readonly cite: number;
  readonly kind: KindSymbol;
}

/** `未开展演练 的,扣3分`, `发生重大事故 的,该指标计0分`. */
function conditional(lowering: Lowering, s: ast.ConditionalClause, items: Items, at: At): true | null {
  const scope = subjectScope(at.kind, at.cite);
  const lowered = lowerCondition(
    lowering,
    s.condition,
    { path: at.path, items: s.items, provision: at.provision },
    scope,
  );
  if (!lowered) return null;
  const clause = addClause(
    lowering,
    at.provision,
    lowering.text({ start: s.effects[0]?.span.start ?? s.span.end, end: s.span.end }),
    { ...lowered, cite: at.cite, path: at.path, span: s.condition.span },
    at.kind,
  );
  if (!clause) return null;
  for (const effect of s.effects) {
    if (effect.kind === "not-assessed") {
      const scale = scaleOf(lowering, effect, at.kind);
      if (!scale) return null;
      const when = takesPlace(lowering, effect, clause, at.kind);
      lowering.unassessed.push({ kind: at.kind.index, scale: scale.name, clause: clause.id, when: when.id });
      continue;
    }
    if (effect.kind !== "score-effect" || effect.modality === "advisory")
      return lowering.unsupported("指标里的其他处理", "other effects in an indicator", effect.span);
    const when = takesPlace(lowering, effect, clause, at.kind);
    if (effect.verb === "full-marks") {
      items.overrides.push({ when, value: "full" });
      continue;
    }
    if (effect.verb === "drop-and-rescale") {
      items.leaves.push(when);
      continue;
    }
    const amount = lowerAmount(lowering, effect, scope, null);
    if (!amount) return null;
    if (effect.verb === "add" || effect.verb === "earn") items.added.push(pointsIf(refer(when), amount));
    else if (effect.verb === "deduct") items.deducted.push(pointsIf(refer(when), amount));
    else if (effect.verb === "indicator-counts" || effect.verb === "count")
      items.overrides.push({ when, value: amount });
    else return lowering.unsupported("指标里的这种处理", "this effect in an indicator", effect.span);
  }
  return true;
}

/** `每 一般事故 1次 扣2分,最多扣6分`; `完成率 每 低于 目标值 1个百分点 扣0.5分,不足一档不计`. */
function perOccurrence(lowering: Lowering, s: ast.PerOccurrence, items: Items, at: At): true | null {
  const scope = subjectScope(at.kind, at.cite);
  const of = lowerOperand(lowering, s.of, scope);
  const step = lowerNumber(s.step, of?.type ?? null);
  if (!of) return null;
  if (!sameUnit(of.type, step.type))
    return reportUnits(lowering, s.of, of.type, s.step, step.type, "计次", "counted");
  const measured = s.against ? shortfall(lowering, s, of, scope) : of;
  if (!measured) return null;
  const width = (step as Extract<ir.Expr, { op: "number" }>).value;
  const whole = measured.type.step !== null && isInteger(divide(measured.type.step, width));
  const partial = s.partial ?? lowering.model.general.partial ?? (whole ? "ignored" : null);
  if (partial === null)
    return lowering.report(
      "BF3119",
      { text: lowering.text(s.span), step: lowering.text(s.step.span) },
      { span: s.step.span },
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
  const clause = addClause(
    lowering,
    at.provision,
    lowering.text({ start: s.effects[0]?.span.start ?? s.span.end, end: s.span.end }),
    {
      when,
      reasons: [{ cite: at.cite, holds: when.id, atoms: [atom], text: lowering.text(s.span) }],
      cite: at.cite,
      path: at.path,
      span: s.span,
    },
    at.kind,
  );
  if (!clause) return null;
  for (const effect of s.effects) {
    if (
      effect.kind !== "score-effect" ||
      (effect.verb !== "add" && effect.verb !== "deduct") ||
      effect.modality === "advisory" ||
      !effect.amount
    )
      return lowering.unsupported("每…次的这种处理", "this effect per occurrence", effect.span);
    const each = lowerAmount(lowering, effect, scope, null);
    if (!each) return null;
    let points = times(stepsOf(amount, step, proRata), each);
    if (effect.atMost) {
      const most = lowerPoints(lowering, effect.atMost, scope, points.type);
      if (!most) return null;
      points = least(points, most);
    }
    // An exemption or a class may take the clause out although the count is there.
    const applies = takesPlace(lowering, effect, clause, at.kind);
    const counts = applies === when ? points : pointsIf(refer(applies), points);
    (effect.verb === "add" ? items.added : items.deducted).push(counts);
  }
  return true;
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
    return reportUnits(lowering, s.of, of.type, s.against!.value, against.type, "比较", "compared");
  const below = s.against!.op === "<" || s.against!.op === "<=";
  const difference = below ? sum([against, minus(of)]) : sum([of, minus(against)]);
  return { op: "max", type: raised(difference.type, ZERO), args: [difference, zeroLike(difference.type)] };
}
