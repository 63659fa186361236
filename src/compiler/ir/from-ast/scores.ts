import { hinted, worded } from "../../../diagnostics/phrases.ts";
import type * as ast from "../../../parser/ast.ts";
import { rational, ZERO } from "../../../runtime/rational.ts";
import type { KindSymbol } from "../../analyze/model.ts";
import { hullType, productType, quotientType, roundType, sumType } from "../../analyze/ranges.ts";
import type * as ir from "../ir.ts";
import { clauseOf, effectSources } from "./clauses.ts";
import { decidedPoints, takesPlace } from "./decided.ts";
import { type Draft, type Lowering, refer, type Scope, subjectScope, TRUTH } from "./lowering.ts";
import { constant, lowerNumber, lowerOperand, type NumberExpr, reportUnits, sameUnit } from "./numbers.ts";
import { isRepeated, repeated } from "./occurrences.ts";
import { isRecorded } from "./recorded.ts";
import { any, noteMarks, outOnce } from "./rescale.ts";
import { treatedField } from "./treatments.ts";

/**
 * Effects on a score: 加, 扣, 最高计, 最低计. As with grades the order of clauses does not matter:
 * value → all additions and deductions → floors → ceilings → points set outright.
 */

/** The score an effect is about: named, or the only one in points that is defined. Null after a report. */
export function scoreOf(lowering: Lowering, effect: ast.ScoreEffect, kind: KindSymbol): string | null {
  const figure = treatedField(lowering, effect, kind);
  if (figure) return figure.name;
  const named = (...kinds: readonly ast.Statement["kind"][]) =>
    lowering
      .definedNames(kind.index)
      .filter((name) =>
        lowering.definersOf(kind.index, name).every((d) => kinds.includes(d.provision.statement.kind)),
      );
  // An indicator has its own items, so a clause outside it must name it.
  const mustName = effect.verb === "indicator-counts" || effect.verb === "drop-and-rescale";
  const defined = mustName ? [] : named("definition");
  if (effect.score) {
    if (named("definition", "indicator").includes(effect.score.text)) return effect.score.text;
    return lowering.report(
      "BF2001",
      {
        name: effect.score.text,
        ...worded("what", "score"),
        ...hinted("define-first", { name: effect.score.text }),
      },
      { span: effect.score.span },
    );
  }
  if (defined.length === 1) return defined[0]!;
  return lowering.report(
    "BF2033",
    {
      text: lowering.text(effect.span),
      ...(defined.length > 0
        ? worded("scores", "there-are", { defined })
        : worded("scores", "defines-no-score")),
    },
    { span: effect.span },
  );
}

/** The defined value with every effect of other clauses on it; null after a mistake was reported. */
export function withScoreEffects(
  lowering: Lowering,
  draft: Draft,
  base: ir.Expr,
  kind: KindSymbol,
): ir.Expr | null {
  const sources = lowering.model.provisions
    .filter((p) => lowering.appliesTo.get(p)?.includes(kind))
    .flatMap(effectSources);
  const sums: NumberExpr[] = [];
  const ceilings: { when: ir.Expr; limit: NumberExpr }[] = [];
  const lows: { when: ir.Expr; limit: NumberExpr }[] = [];
  const leaves: ir.Expr[] = [];
  const outright: { when: ir.Expr; limit: NumberExpr }[] = [];
  for (const source of sources)
    for (const effect of source.effects) {
      if (effect.kind !== "score-effect" || isRecorded(effect)) continue;
      if (scoreOf(lowering, effect, kind) !== draft.name) continue;
      if (base.type.kind !== "number")
        return lowering.report(
          "BF2190",
          { text: lowering.text(effect.span), name: draft.name ?? "" },
          { span: effect.span },
        );
      const clause = clauseOf(lowering, source, kind);
      if (clause === null) return null;
      if (clause === "elsewhere") continue;
      const scope: Scope = subjectScope(kind, clause.cite);
      const when = refer(takesPlace(lowering, effect, clause, kind));
      if (effect.verb === "drop-and-rescale") {
        leaves.push(when);
        continue;
      }
      if (clause.times && !isRepeated(lowering, effect)) return null;
      const each =
        effect.verb === "full-marks"
          ? fullMarks(lowering, draft, base.type, effect)
          : lowerAmount(lowering, effect, scope, base.type);
      const amount = each && repeated(lowering, effect, each, clause, scope);
      if (!amount) return null;
      if (effect.verb === "add" || effect.verb === "deduct")
        sums.push(pointsIf(when, effect.verb === "add" ? amount : negated(amount)));
      else if (effect.verb !== "ceiling" && effect.verb !== "floor") outright.push({ when, limit: amount });
      else (effect.verb === "ceiling" ? ceilings : lows).push({ when, limit: amount });
    }
  if (base.type.kind !== "number") return base;
  let value = base as NumberExpr;
  if (sums.length > 0) {
    const type = sums.map((e) => e.type).reduce(sumType, value.type);
    value = { op: "add", type, args: value.op === "add" ? [...value.args, ...sums] : [value, ...sums] };
  }
  for (const { when, limit } of lows) value = bounded(value, when, limit, "max");
  for (const { when, limit } of ceilings) value = bounded(value, when, limit, "min");
  value = setOutright(value, outright);
  if (leaves.length === 0) return value;
  const known = lowering.rescaled.get(draft.id);
  const own = known?.leaves ? [known.leaves] : [];
  noteMarks(lowering, draft, known?.full ?? null, [...own, ...leaves]);
  return outOnce(any(leaves)!, value);
}

/** 计满分: the marks of an indicator, or the most that a score can be. */
function fullMarks(
  lowering: Lowering,
  draft: Draft,
  type: ir.NumberType,
  effect: ast.ScoreEffect,
): NumberExpr | null {
  const known = lowering.rescaled.get(draft.id)?.full;
  if (known) return known;
  if (type.high) return constant(type.high, { ...type, low: type.high, step: null });
  return lowering.report("BF3118", { name: draft.name ?? "" }, { span: effect.span });
}

/** 得, 计: the points instead of the value; of several that hold the least, so that clauses commute. */
function setOutright(
  value: NumberExpr,
  outright: readonly { readonly when: ir.Expr; readonly limit: NumberExpr }[],
): NumberExpr {
  const [first, ...others] = outright;
  if (!first) return value;
  let points = first.limit;
  let holds = first.when;
  for (const { when, limit } of others) {
    const both: NumberExpr = { op: "min", type: hullType(points.type, limit.type), args: [points, limit] };
    const { type } = both;
    points = {
      op: "if",
      type,
      condition: when,
      then: { op: "if", type, condition: holds, then: both, otherwise: limit },
      otherwise: points,
    };
    holds = { op: "or", type: TRUTH, args: [holds, when] };
  }
  const type = hullType(points.type, value.type);
  return { op: "if", type, condition: holds, then: points, otherwise: value };
}

/** The points that an effect gives or takes: as written, or as decided within the range written. */
export function lowerAmount(
  lowering: Lowering,
  effect: ast.ScoreEffect,
  scope: Scope,
  like: ir.NumberType | null,
): NumberExpr | null {
  const { amount, to } = effect;
  if (!amount) return null;
  if (!to) return lowerPoints(lowering, amount, scope, like);
  const decided = decidedPoints(lowering, effect, scope.kind);
  if (!decided) return null; // its range has a mistake that is already reported
  if (like === null || sameUnit(decided.type, like)) return withinRange(lowering, effect, decided, scope);
  return reportUnits(lowering, to, decided.type, to, like, "added");
}

/**
 * Between open values the decision cannot be checked when it is given, so the points never leave the range
 * that the values set.
 */
function withinRange(
  lowering: Lowering,
  effect: ast.ScoreEffect,
  decided: NumberExpr,
  scope: Scope,
): NumberExpr | null {
  let points = decided;
  for (const [bound, op] of [
    [effect.amount!, "max"],
    [effect.to!, "min"],
  ] as const) {
    if (bound.kind === "number") continue;
    const limit = lowerPoints(lowering, bound, scope, decided.type);
    if (!limit) return null;
    points = { op, type: hullType(points.type, limit.type), args: [points, limit] };
  }
  return points;
}

/** Points of an effect; with `like` they must have its unit. */
export function lowerPoints(
  lowering: Lowering,
  e: ast.Expression,
  scope: Scope,
  like: ir.NumberType | null,
): NumberExpr | null {
  const amount = e.kind === "number" ? lowerNumber(e, like) : lowerOperand(lowering, e, scope, like);
  if (!amount || like === null) return amount;
  return sameUnit(amount.type, like) ? amount : reportUnits(lowering, e, amount.type, e, like, "added");
}

const negated = (e: NumberExpr): NumberExpr => ({
  op: "negate",
  type: { ...e.type, low: e.type.high && minus(e.type.high), high: e.type.low && minus(e.type.low) },
  arg: e,
});
const minus = (r: { num: bigint; den: bigint }) => rational(-r.num, r.den);

/** The points when the condition holds, else none. */
export function pointsIf(when: ir.Expr, points: NumberExpr): NumberExpr {
  const none = constant(ZERO, { ...points.type, low: ZERO, high: ZERO, step: null });
  return { op: "if", type: hullType(points.type, none.type), condition: when, then: points, otherwise: none };
}

export function bounded(value: NumberExpr, when: ir.Expr, limit: NumberExpr, op: "min" | "max"): NumberExpr {
  const type = hullType(value.type, limit.type);
  const clamped: NumberExpr = { op, type, args: [value, limit] };
  return { op: "if", type, condition: when, then: clamped, otherwise: value };
}

/** How many whole steps an amount makes (or, pro rata, how many with fractions). */
export function stepsOf(amount: NumberExpr, step: NumberExpr, proRata: boolean): NumberExpr {
  const quotient: NumberExpr = {
    op: "divide",
    type: quotientType(amount.type, step.type),
    left: amount,
    right: step,
  };
  if (proRata) return quotient;
  return {
    op: "round",
    type: roundType(quotient.type, rational(1), "down"),
    mode: "down",
    step: rational(1),
    arg: quotient,
  };
}

export function times(steps: NumberExpr, points: NumberExpr): NumberExpr {
  return { op: "multiply", type: productType(steps.type, points.type), args: [steps, points] };
}
