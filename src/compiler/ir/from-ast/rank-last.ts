import type * as ast from "../../../parser/ast.ts";
import { add, rational, subtract } from "../../../runtime/rational.ts";
import type { KindSymbol } from "../../analyze/model.ts";
import { negateType, sumType } from "../../analyze/ranges.ts";
import type * as ir from "../ir.ts";
import { clauseOf, effectSources } from "./clauses.ts";
import { takesPlace } from "./decided.ts";
import { type Draft, type Lowering, refer, type Scope, TRUTH } from "./lowering.ts";
import { constant, isNumber, type NumberExpr } from "./numbers.ts";

/**
 * `C 的,列为最后一名`: in a ranking the subject stands behind everybody for whom no such clause holds. Those
 * put last keep their order among themselves: their score is moved by more than the whole range of scores,
 * so that all of them come after all others. A place number (名次) of the same value follows the ranking.
 */

/** A ranking (rows by rank) or a place number; `target` is what the ranking gives. */
type Ranking = Pick<ast.RankChoice, "value" | "order"> & { readonly target?: ast.Name };

/** What is ranked once some are put last; the score itself where nobody is. Null after a report. */
export function lastOfAll(lowering: Lowering, score: Draft, s: Ranking, scope: Scope): Draft | null {
  const conditions: ir.Expr[] = [];
  for (const provision of lowering.model.provisions) {
    if (!lowering.appliesTo.get(provision)?.includes(scope.kind)) continue;
    for (const source of effectSources(provision))
      for (const effect of source.effects) {
        if (effect.kind !== "rank-last" || !actsOn(lowering, effect, source.about, s, scope.kind)) continue;
        const clause = clauseOf(lowering, source, scope.kind);
        if (clause === null) return null;
        if (clause !== "elsewhere") conditions.push(refer(takesPlace(lowering, effect, clause, scope.kind)));
      }
  }
  if (conditions.length === 0) return score;
  const value = refer(score);
  if (!isNumber(value)) return score;
  const { low, high } = value.type;
  const down = s.order === "descending";
  const width = low && high ? fixedWidth(value, low, high) : spread(lowering, score, scope);
  const away: NumberExpr = down ? { op: "negate", type: negateType(width.type), arg: width } : width;
  const by =
    width.op === "number" && down ? constant(rational(-width.value.num, width.value.den), away.type) : away;
  const moved: NumberExpr = { op: "add", type: sumType(value.type, by.type), args: [value, by] };
  const type: ir.NumberType = {
    ...moved.type,
    low: down ? moved.type.low : low,
    high: down ? high : moved.type.high,
  };
  const condition: ir.Expr =
    conditions.length === 1 ? conditions[0]! : { op: "or", type: TRUTH, args: conditions };
  const expr: ir.Expr = { op: "if", type, condition, then: moved, otherwise: value };
  return lowering.hoist(scope, expr, lowering.text(s.value.span), s.value.span);
}

type Ends = NonNullable<ir.NumberType["low"]>;

function fixedWidth(value: NumberExpr, low: Ends, high: Ends): NumberExpr {
  const width = add(subtract(high, low), rational(1));
  return constant(width, { ...value.type, low: width, high: width, step: null });
}

/** Where the score has no bounds: how far apart the best and the worst of all subjects are, and one more. */
function spread(lowering: Lowering, score: Draft, scope: Scope): NumberExpr {
  const type = score.type as ir.NumberType;
  const all = (fn: "max" | "min"): NumberExpr => {
    const body: ir.PopulationBody = {
      ...{ kind: "population", fn, operand: score.id, order: "descending", tieBreak: null },
      ...{ ties: "share", pool: null, groups: [] },
    };
    return refer(lowering.hoistBody(scope, type, body, `${fn}(${score.text})`, score.span)) as NumberExpr;
  };
  const lowest = all("min");
  const one = constant(rational(1), { ...type, low: rational(1), high: rational(1), step: null });
  const minus: NumberExpr = { op: "negate", type: negateType(lowest.type), arg: lowest };
  return {
    op: "add",
    type: { ...type, low: rational(1), high: null, step: null },
    args: [all("max"), minus, one],
  };
}

interface Named {
  readonly target: string | undefined;
  readonly value: string;
}

function rankingsOf(lowering: Lowering, kind: KindSymbol): Named[] {
  return lowering.model.provisions.flatMap((p) =>
    p.statement.kind === "rank-choice" && lowering.appliesTo.get(p)?.includes(kind)
      ? [{ target: p.statement.target?.text, value: lowering.text(p.statement.value.span) }]
      : [],
  );
}

/** The ranking an effect means: by what it gives, or by the value that is ranked. */
function actsOn(
  lowering: Lowering,
  effect: ast.RankLastEffect,
  about: ast.Name | undefined,
  s: Ranking,
  kind: KindSymbol,
): boolean {
  if (!computed(effect)) return false;
  const value = lowering.text(s.value.span);
  const rankings = rankingsOf(lowering, kind);
  const name =
    effect.scale?.text ?? (rankings.some((r) => r.target === about?.text) ? about?.text : undefined);
  if (name === undefined) return rankings.every((r) => r.value === value);
  if (value === name || s.target?.text === name) return true;
  return s.target === undefined && rankings.some((r) => r.target === name && r.value === value);
}

const computed = (effect: ast.RankLastEffect): boolean =>
  effect.modality !== "advisory" && effect.targets.every((t) => t.path.length === 0);

/** A clause that puts somebody last needs one ranking that it is about. */
export function checkRankLast(lowering: Lowering, effect: ast.RankLastEffect, kind: KindSymbol): void {
  const rankings = rankingsOf(lowering, kind);
  const name = effect.scale?.text;
  const { span } = effect;
  if (!computed(effect)) lowering.report("BF2187", { text: lowering.text(span) }, { span });
  else if (name !== undefined) {
    const known = rankings.some((r) => r.target === name || r.value === name);
    const value = kind.fieldByName.has(name) || lowering.definersOf(kind.index, name).length > 0;
    if (!known && !value) lowering.report("BF2045", { subject: kind.name }, { span });
  } else if (rankings.length === 0) lowering.report("BF2045", { subject: kind.name }, { span });
  else if (new Set(rankings.map((r) => r.value)).size > 1)
    lowering.report("BF2188", { rankings: [...new Set(rankings.map((r) => r.target ?? r.value))] }, { span });
}
