import type * as ast from "../../../parser/ast.ts";
import { add, compare, equal, multiply, rational, toText, ZERO } from "../../../runtime/rational.ts";
import { BALLOT, ballotList, pointsName, weightName } from "../../analyze/implied.ts";
import type { FieldSymbol, KindSymbol, Provision, RecordSymbol } from "../../analyze/model.ts";
import { hullType, productType, quotientType, repeatedType, sumType } from "../../analyze/ranges.ts";
import type * as ir from "../ir.ts";
import { keptVotes, type Trimming, trimmingOf } from "./ballot-trimming.ts";
import { onlyIfValid, requirementsOf } from "./ballot-validity.ts";
import { type Draft, type Lowering, refer, type Scope, subjectScope, TRUTH } from "./lowering.ts";
import { lowerName } from "./names.ts";
import {
  constant,
  isNumber,
  lowerOperand,
  type NumberExpr,
  onlyWhere,
  reportUnits,
  sameUnit,
} from "./numbers.ts";

/**
 * Votes: `测评 双述双评:` The score is the weighted sum over rater groups of the mean points of the group's
 * votes, without those that are trimmed. Weights and points that the text leaves out are open values; a group
 * without a single vote leaves the score undetermined, and so does a vote that misses its quorum or its share
 * of valid votes.
 */
export function defineBallot(lowering: Lowering, provision: Provision, kind: KindSymbol): ir.Expr | null {
  const s = provision.statement;
  if (s.kind !== "ballot") return null;
  const scope = subjectScope(kind, provision.cite);
  const list = kind.fieldByName.get(ballotList(s.name.text));
  if (list?.type?.kind !== "list") return null;
  const record = lowering.model.records[list.type.record]!;
  const trims = trimmingOf(lowering, s, scope);
  const required = requirementsOf(lowering, provision, scope);
  if (!trims || !required) return null;
  const at: At = { lowering, s, scope, list, record, trims };

  const points = pointsOf(at);
  const raters = entriesOf(s, "raters");
  if (!points || raters.length === 0)
    return points && lowering.report("BF2037", { name: s.name.text }, { span: s.name.span });
  checkWeights(at, raters);
  const means = raters.map((rater, member) => meanOfGroup(at, rater, member, points));
  if (raters.length === 1) return required.reduce(onlyIfValid, means[0]!);
  const weights = raters.map((rater) => weightOf(at, rater));
  if (!weights.every((w) => w !== null)) return null;
  return required.reduce(onlyIfValid, weighted(at, raters, means, weights));
}

/**
 * The sum of the means by their weights. Weights that are set later may not total 100%: then there is no score. While they
 * are open it still lies between the lowest and the highest mean.
 */
function weighted(
  { lowering, s, scope }: At,
  raters: readonly Entry[],
  means: readonly NumberExpr[],
  weights: readonly NumberExpr[],
): NumberExpr {
  const sumOf = (parts: readonly NumberExpr[]): NumberExpr =>
    added(
      parts.map((mean, i) => {
        const weight = weights[i]!;
        return { op: "multiply", type: productType(mean.type, weight.type), args: [mean, weight] };
      }),
    );
  if (weights.every((w) => w.op === "number")) return sumOf(means);
  const kept = means.map((mean, i): NumberExpr => {
    const { name } = raters[i]!;
    return numberCell(lowering.hoist(scope, mean, `${s.name.text}·${name.text}`, name.span));
  });
  const total = added(weights);
  const whole: ir.Expr = {
    op: "compare",
    type: TRUTH,
    cmp: "==",
    left: total,
    right: constant(rational(1), { ...total.type, low: rational(1), high: rational(1), step: null }),
  };
  const sum = sumOf(kept);
  const score: NumberExpr = {
    op: "divide",
    type: { ...sum.type, step: null },
    left: sum,
    right: onlyWhere(whole),
    zero: { kind: "weights", name: s.name.text, cite: scope.cite },
  };
  const convex = weights.every(({ type: { low } }) => low !== null && low.num >= 0n);
  return convex ? between(score, kept) : score;
}

/** A figure that is known to lie between the lowest and the highest of others. */
function between(figure: NumberExpr, others: readonly NumberExpr[]): NumberExpr {
  const { low, high } = others.map((o) => o.type).reduce(hullType);
  const type = { ...figure.type, low, high };
  const [least, most] = (["min", "max"] as const).map((op): NumberExpr => {
    const written = others.flatMap((o) => (o.op === "number" ? [o] : []));
    if (written.length < others.length) return { op, type, args: others };
    return written.reduce((a, b) => (compare(a.value, b.value) < 0 === (op === "min") ? a : b));
  }) as [NumberExpr, NumberExpr];
  return { op: "min", type, args: [{ op: "max", type, args: [figure, least] }, most] };
}

function numberCell(draft: Draft): NumberExpr {
  const cell = refer(draft);
  if (!isNumber(cell)) throw new Error("not a number");
  return cell;
}

interface At {
  readonly lowering: Lowering;
  readonly s: ast.Ballot;
  readonly scope: Scope;
  readonly list: FieldSymbol;
  readonly record: RecordSymbol;
  readonly trims: Trimming;
}

type Entry = ast.BallotRow["entries"][number] & { readonly name: ast.Name };

const entriesOf = (s: ast.Ballot, of: ast.BallotRow["of"]): Entry[] =>
  s.rows.filter((r) => r.of === of).flatMap((r) => r.entries.filter((e): e is Entry => e.name !== undefined));

/** The points of each level, in the order written. */
function pointsOf({ lowering, s, scope }: At): NumberExpr[] | null {
  const levels = entriesOf(s, "levels");
  if (levels.length === 0) return lowering.report("BF2037", { name: s.name.text }, { span: s.name.span });
  const values: NumberExpr[] = [];
  for (const level of levels) {
    const value = level.value
      ? lowerOperand(lowering, level.value, scope)
      : openValue(lowering, s, pointsName(s.name.text, level.name.text), scope);
    if (!value) return null;
    const [first] = values;
    if (first && !sameUnit(first.type, value.type)) {
      const [one, other] = [levels[0]!, level].map((l) => l.value ?? namePath(l.name));
      return reportUnits(lowering, one!, first.type, other!, value.type, "used-as-points-of-one-vote");
    }
    values.push(value);
  }
  return values;
}

const namePath = (name: ast.Name): ast.Expression => ({ kind: "path", span: name.span, segments: [name] });

function openValue(lowering: Lowering, s: ast.Ballot, name: string, scope: Scope): NumberExpr | null {
  const expr = lowerName(lowering, { kind: "name", span: s.name.span, text: name }, scope);
  return expr && isNumber(expr) ? expr : null;
}

function weightOf({ lowering, s, scope }: At, rater: Entry): NumberExpr | null {
  return rater.value
    ? lowerOperand(lowering, rater.value, scope)
    : openValue(lowering, s, weightName(s.name.text, rater.name.text), scope);
}

/** Weights that are all written must total 100%. */
function checkWeights({ lowering, s, scope }: At, raters: readonly Entry[]): void {
  if (raters.length < 2 || raters.some((r) => !r.value)) return;
  const weights = raters.map((r) => lowerOperand(lowering, r.value!, scope));
  if (!weights.every((w) => w?.op === "number")) return;
  const total = weights.reduce((t, w) => add(t, (w as Extract<ir.Expr, { op: "number" }>).value), ZERO);
  if (equal(total, rational(1))) return;
  const shown = raters.map((r) => `“${r.name.text} 占${lowering.text(r.value!.span)}”`);
  lowering.report(
    "BF2015",
    { total: `${toText(multiply(total, rational(100)))}%`, weights: shown },
    { span: s.rows[0]!.span },
  );
}

/** Points × votes of a group, divided by its votes; of those that trimming leaves. */
function meanOfGroup(at: At, group: Entry, member: number, points: readonly NumberExpr[]): NumberExpr {
  const { s, scope, record, trims } = at;
  const column = columnOf(record, BALLOT.group);
  const inGroup: ir.Expr = { op: "one-of", type: TRUTH, arg: column, members: [member] };
  const level = columnOf(record, BALLOT.level);
  const votes = columnOf(record, BALLOT.votes) as NumberExpr;
  const range = points.map((p) => p.type).reduce(hullType);
  const all = total(at, votes, inGroup);
  let [sum, left] = [total(at, worth(points, level, votes, range), inGroup), all];
  if (trims.top || trims.bottom) {
    const cast = points.map((worth, i) => {
      const here: ir.Expr = { op: "one-of", type: TRUTH, arg: level, members: [i] };
      return { worth, votes: total(at, votes, { op: "and", type: TRUTH, args: [inGroup, here] }) };
    });
    const kept = keptVotes(cast, all, trims);
    sum = added(
      points.map((p, i) => ({
        op: "multiply",
        type: productType(p.type, kept[i]!.type),
        args: [p, kept[i]!],
      })),
    );
    left = added(kept);
  }
  const type = { ...quotientType(sum.type, left.type), low: range.low, high: range.high };
  const name = `${s.name.text}·${group.name.text}`;
  const zero = { kind: "empty", name, cite: scope.cite } as const;
  return between({ op: "divide", type, left: sum, right: left, zero }, points);
}

/** Points × votes of one record. */
function worth(
  points: readonly NumberExpr[],
  level: ir.Expr,
  votes: NumberExpr,
  type: ir.NumberType,
): NumberExpr {
  const each = points.slice(0, -1).reduceRight<NumberExpr>(
    (otherwise, then, member) => ({
      op: "if",
      type,
      condition: { op: "one-of", type: TRUTH, arg: level, members: [member] },
      then,
      otherwise,
    }),
    points.at(-1)!,
  );
  return { op: "multiply", type: productType(each.type, votes.type), args: [each, votes] };
}

const total = ({ list }: At, value: NumberExpr, where: ir.Expr): NumberExpr => ({
  op: "aggregate",
  type: repeatedType(value.type, null),
  fn: "sum",
  list: list.index,
  value,
  where,
  missing: "drop",
  window: null,
});

const added = (args: readonly NumberExpr[]): NumberExpr =>
  args.length === 1 ? args[0]! : { op: "add", type: args.map((a) => a.type).reduce(sumType), args };

function columnOf(record: RecordSymbol, name: string): ir.Expr {
  const field = record.fieldByName.get(name)!;
  return { op: "field", type: field.type as ir.Type, of: "record", field: field.index };
}
