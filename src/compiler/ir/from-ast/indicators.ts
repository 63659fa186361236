import { type PlainWord, unsaid, worded } from "../../../diagnostics/phrases.ts";
import type * as ast from "../../../parser/ast.ts";
import { walk } from "../../../parser/children.ts";
import {
  compare,
  divide,
  floor,
  multiply,
  negate,
  parseRational,
  type Rational,
  rational,
  subtract,
  toText,
  ZERO,
} from "../../../runtime/rational.ts";
import { addedTo } from "../../analyze/closings.ts";
import { shownAs } from "../../analyze/example-figures.ts";
import type { KindSymbol, Provision } from "../../analyze/model.ts";
import { hullType, negateType, sumType } from "../../analyze/ranges.ts";
import { childrenOf } from "../children.ts";
import type * as ir from "../ir.ts";
import { openMarks } from "./band-fixes.ts";
import { clauseOf } from "./clauses.ts";
import { takesPlace } from "./decided.ts";
import { scaleOf } from "./grades.ts";
import { type Draft, type DraftClause, type Lowering, refer, type Scope, subjectScope } from "./lowering.ts";
import { constant, lowerOperand, type NumberExpr } from "./numbers.ts";
import { isOwnPoints, isRepeated, itemsOf, repeated } from "./occurrences.ts";
import { any, noteMarks, outOnce } from "./rescale.ts";
import { bounded, lowerAmount, pointsIf } from "./scores.ts";
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
    return left ? outOnce(left, bounded) : bounded;
  }
  const items = lowerItems(lowering, s, provision, kind);
  if (!items) return null;
  const start = bounds.start ?? bounds.full;
  if (!start)
    return lowering.report(
      "BF3118",
      { name: s.name.text },
      { span: s.name.span, fixes: openMarks(lowering, s.name) },
    );
  const added =
    bounds.atMostAdded && items.added.length > 0
      ? [least(sum(items.added), bounds.atMostAdded)]
      : items.added;
  let value = bound(lowering, sum([start, ...added, ...items.deducted.map(minus)]), bounds, s);
  for (const op of ["max", "min"] as const)
    for (const l of items.limits) if (l.op === op) value = bounded(value, refer(l.when), l.limit, op);
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
  return items.leaves.reduce((rest: NumberExpr, when) => outOnce(refer(when), rest), value);
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

export const zeroLike = (type: ir.NumberType): NumberExpr =>
  constant(ZERO, { ...type, low: ZERO, high: ZERO, step: null });

/** The least that is left, or after how many occurrences of an item nothing is. */
function howFarBelow(value: NumberExpr, bounds: Bounds, s: ast.Indicator) {
  if (value.type.low)
    return worded("case", "at-least-figure", { figure: shownAs(value.type.low, value.type) });
  const full = bounds.start ?? bounds.full;
  const items: ast.PerOccurrence[] = [];
  for (const item of s.items)
    walk(item, (n) => {
      if (n.kind === "per-occurrence") items.push(n);
      return true;
    });
  for (const { effects, against, step } of items) {
    const [effect] = effects;
    if (against || full?.op !== "number" || effect?.kind !== "score-effect" || effect.verb !== "deduct")
      continue;
    const [amount, width] = [effect.amount, parseRational(step.text)];
    if (amount?.kind !== "number" || amount.unit !== full.type.display.unit || effect.atMost || !width)
      continue;
    const each = multiply(parseRational(amount.text) ?? ZERO, full.type.display.factor);
    if (compare(each, ZERO) <= 0) continue;
    const times = rational(floor(divide(full.value, each)) + 1n);
    return worded("case", "after-so-many", {
      count: `${toText(multiply(times, width))}${step.unit ?? ""}`,
      figure: shownAs(subtract(full.value, multiply(times, each)), full.type),
    });
  }
  return unsaid("case");
}

/** Applies the bounds; one that can be reached and is not written is a finding (FLOOR). */
function bound(lowering: Lowering, value: NumberExpr, bounds: Bounds, s: ast.Indicator): NumberExpr {
  const reaches = (limit: Rational | null, side: "low" | "high"): boolean => {
    const end = value.type[side];
    if (end === null) return true;
    return limit !== null && (side === "low" ? compare(end, limit) < 0 : compare(end, limit) > 0);
  };
  const end = [s.name.span, ...s.bounds.map((b) => b.span), s.value?.span];
  const at = Math.max(...end.map((span) => span?.end ?? 0));
  const warn = (side: PlainWord, ways: PlainWord, words: readonly string[]) =>
    lowering.report(
      "BF3117",
      {
        name: s.name.text,
        ...worded("side", side),
        ...worded("ways", ways),
        ...(side === "go-below-0" ? howFarBelow(value, bounds, s) : unsaid("case")),
      },
      { span: s.name.span, fixes: s.value ? [] : addedTo(lowering.model, at, words) },
    );
  let result = value;
  if (bounds.lowest)
    result = { op: "max", type: raised(result.type, bounds.lowest.type.low), args: [result, bounds.lowest] };
  else if (!bounds.noFloor && reaches(ZERO, "low"))
    warn("go-below-0", "ways-to-bound-below", ["扣完为止", "不设下限"]);
  const cap = bounds.highest ?? (bounds.mayExceed ? null : bounds.full);
  if (cap) result = least(result, cap);
  else if (!bounds.mayExceed && reaches(null, "high"))
    warn("rise-without-limit", "ways-to-bound-above", ["可超满分"]);
  return result;
}

export const raised = (type: ir.NumberType, low: Rational | null): ir.NumberType => ({
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

export const minus = (e: NumberExpr): NumberExpr =>
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
  /** 最高计, 最低计 of an item: floors come before ceilings. */
  readonly limits: { readonly when: Draft; readonly limit: NumberExpr; readonly op: "min" | "max" }[];
}

function lowerItems(
  lowering: Lowering,
  s: ast.Indicator,
  provision: Provision,
  kind: KindSymbol,
): Items | null {
  const items: Items = { added: [], deducted: [], leaves: [], overrides: [], limits: [] };
  let failed = false;
  for (const [row, { statement: item, cite }] of itemsOf(lowering, provision, s).entries()) {
    if (item.kind !== "per-occurrence" && item.kind !== "conditional") {
      lowering.report("BF2034", { label: lowering.cite(cite), name: s.name.text }, { span: item.span });
      failed = true;
      continue;
    }
    const clause = clauseOf(lowering, { provision, row, effects: item.effects }, kind);
    if (clause === null) failed = true;
    else if (clause !== "elsewhere" && !points(lowering, item, items, clause, s, kind)) failed = true;
  }
  return failed ? null : items;
}

/** The points of an item; what else it does is like what any other clause does. */
function points(
  lowering: Lowering,
  item: ast.ConditionalClause | ast.PerOccurrence,
  items: Items,
  clause: DraftClause,
  s: ast.Indicator,
  kind: KindSymbol,
): boolean {
  const scope = subjectScope(kind, clause.cite);
  for (const effect of item.effects) {
    if (effect.kind === "not-assessed") {
      const scale = scaleOf(lowering, effect, kind);
      if (!scale) return false;
      const when = takesPlace(lowering, effect, clause, kind);
      lowering.unassessed.push({ kind: kind.index, scale: scale.name, clause: clause.id, when: when.id });
      continue;
    }
    if (!isOwnPoints(effect, s)) continue;
    const when = takesPlace(lowering, effect, clause, kind);
    if (clause.times && !isRepeated(lowering, effect)) return false;
    if (effect.verb === "full-marks") {
      items.overrides.push({ when, value: "full" });
      continue;
    }
    if (effect.verb === "drop-and-rescale") {
      items.leaves.push(when);
      continue;
    }
    const amount = lowerAmount(lowering, effect, scope, null);
    const total = amount && repeated(lowering, effect, amount, clause, scope);
    if (!total) return false;
    // A count of none gives no points by itself; an exemption or a class may take the clause out.
    const given = clause.times && when === clause.counted ? total : pointsIf(refer(when), total);
    if (effect.verb === "add" || effect.verb === "earn") items.added.push(given);
    else if (effect.verb === "deduct") items.deducted.push(given);
    else if (effect.verb === "ceiling" || effect.verb === "floor")
      items.limits.push({ when, limit: amount, op: effect.verb === "ceiling" ? "min" : "max" });
    else items.overrides.push({ when, value: amount });
  }
  return true;
}
