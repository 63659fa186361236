import type * as ast from "../../../parser/ast.ts";
import { add, rational, subtract } from "../../../runtime/rational.ts";
import type { KindSymbol } from "../../analyze/model.ts";
import { sumType } from "../../analyze/ranges.ts";
import type * as ir from "../ir.ts";
import { clauseOf, effectSources } from "./clauses.ts";
import { takesPlace } from "./decided.ts";
import { type Draft, type Lowering, refer, type Scope, TRUTH } from "./lowering.ts";
import { constant, isNumber, type NumberExpr } from "./numbers.ts";

/**
 * `C 的,列为最后一名`: in a ranking that gives grades the subject stands behind everybody for whom no such
 * clause holds. Those put last keep their order among themselves: their score is moved by more than the
 * whole range of scores, so that all of them come after all others.
 */

/** What is ranked once some are put last; the score itself where nobody is. Null after a report. */
export function lastOfAll(lowering: Lowering, score: Draft, s: ast.RankChoice, scope: Scope): Draft | null {
  const conditions: ir.Expr[] = [];
  for (const provision of lowering.model.provisions) {
    if (!lowering.appliesTo.get(provision)?.includes(scope.kind)) continue;
    for (const source of effectSources(provision))
      for (const effect of source.effects) {
        if (effect.kind !== "rank-last") continue;
        const clause = clauseOf(lowering, source, scope.kind);
        if (clause === null) return null;
        if (clause !== "elsewhere") conditions.push(refer(takesPlace(lowering, effect, clause, scope.kind)));
      }
  }
  if (conditions.length === 0) return score;
  const value = refer(score);
  if (!isNumber(value)) return score;
  const { low, high } = value.type;
  if (low === null || high === null)
    return lowering.unsupported(
      "得分没有上下限时列为最后一名",
      "putting someone last where the score has no bounds",
      s.value.span,
    );
  const width = add(subtract(high, low), rational(1));
  const by = s.order === "descending" ? rational(-width.num, width.den) : width;
  const away = constant(by, { ...value.type, low: by, high: by, step: null });
  const moved: NumberExpr = { op: "add", type: sumType(value.type, away.type), args: [value, away] };
  const type: ir.NumberType = {
    ...moved.type,
    low: s.order === "descending" ? moved.type.low : low,
    high: s.order === "descending" ? high : moved.type.high,
  };
  const condition: ir.Expr =
    conditions.length === 1 ? conditions[0]! : { op: "or", type: TRUTH, args: conditions };
  const expr: ir.Expr = { op: "if", type, condition, then: moved, otherwise: value };
  return lowering.hoist(scope, expr, lowering.text(s.value.span), s.value.span);
}

/** A clause that puts somebody last needs one ranking that it is about. */
export function checkRankLast(lowering: Lowering, effect: ast.RankLastEffect, kind: KindSymbol): void {
  const rankings = lowering.model.provisions.filter(
    (p) => p.statement.kind === "rank-choice" && lowering.appliesTo.get(p)?.includes(kind),
  );
  const targets = new Set(
    rankings.map((p) => (p.statement.kind === "rank-choice" ? p.statement.target.text : "")),
  );
  if (effect.targets.some((t) => t.path.length > 0))
    lowering.unsupported("把其他人列为最后一名", "putting somebody else last", effect.span);
  else if (effect.modality === "advisory")
    lowering.unsupported("“优先”列为最后一名", "an advisory last place", effect.span);
  else if (targets.size === 0) lowering.report("BF2045", { subject: kind.name }, { span: effect.span });
  else if (targets.size > 1)
    lowering.unsupported("几个排名并存时列为最后一名", "a last place among several rankings", effect.span);
}
