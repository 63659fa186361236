import type * as ast from "../../../parser/ast.ts";
import { add, equal, multiply, rational, toText, ZERO } from "../../../runtime/rational.ts";
import { BALLOT, ballotList, pointsName, weightName } from "../../analyze/implied.ts";
import type { FieldSymbol, KindSymbol, Provision, RecordSymbol } from "../../analyze/model.ts";
import { hullType, productType, quotientType, repeatedType, sumType } from "../../analyze/ranges.ts";
import type * as ir from "../ir.ts";
import { type Lowering, type Scope, subjectScope, TRUTH } from "./lowering.ts";
import { lowerName } from "./names.ts";
import { isNumber, lowerOperand, type NumberExpr } from "./numbers.ts";

/**
 * Votes: `测评 双述双评:` The score is the weighted sum over rater groups of the mean points of the group's
 * votes. Weights and points that the text leaves out are open values; a group without a single vote leaves
 * the score undetermined.
 */
export function defineBallot(lowering: Lowering, provision: Provision, kind: KindSymbol): ir.Expr | null {
  const s = provision.statement;
  if (s.kind !== "ballot") return null;
  const scope = subjectScope(kind, provision.cite);
  for (const row of s.rows)
    if (row.of === "trim" || row.of === "valid-share" || row.of === "quorum")
      return lowering.unsupported(lowering.text(row.span), "trimming, valid votes or a quorum", row.span);
  const list = kind.fieldByName.get(ballotList(s.name.text));
  if (list?.type?.kind !== "list") return null;
  const record = lowering.model.records[list.type.record]!;
  const at: At = { lowering, s, scope, list, record };

  const points = pointsOf(at);
  const raters = entriesOf(s, "raters");
  if (!points || raters.length === 0)
    return points && lowering.report("BF2037", { name: s.name.text }, { span: s.name.span });
  checkWeights(at, raters);
  const parts: NumberExpr[] = [];
  for (const [member, rater] of raters.entries()) {
    const weight = raters.length === 1 ? null : weightOf(at, rater);
    if (raters.length > 1 && !weight) return null;
    const mean = meanOfGroup(at, member, points);
    if (!mean) return null;
    parts.push(
      weight ? { op: "multiply", type: productType(mean.type, weight.type), args: [mean, weight] } : mean,
    );
  }
  return parts.length === 1
    ? parts[0]!
    : { op: "add", type: parts.map((p) => p.type).reduce(sumType), args: parts };
}

interface At {
  readonly lowering: Lowering;
  readonly s: ast.Ballot;
  readonly scope: Scope;
  readonly list: FieldSymbol;
  readonly record: RecordSymbol;
}

type Entry = ast.BallotRow["entries"][number] & { readonly name: ast.Name };

const entriesOf = (s: ast.Ballot, of: ast.BallotRow["of"]): Entry[] =>
  s.rows.filter((r) => r.of === of).flatMap((r) => r.entries.filter((e): e is Entry => e.name !== undefined));

/** The points of one vote: by its level. */
function pointsOf({ lowering, s, scope, record }: At): NumberExpr | null {
  const levels = entriesOf(s, "levels");
  if (levels.length === 0) return lowering.report("BF2037", { name: s.name.text }, { span: s.name.span });
  const values: NumberExpr[] = [];
  for (const level of levels) {
    const value = level.value
      ? lowerOperand(lowering, level.value, scope)
      : openValue(lowering, s, pointsName(s.name.text, level.name.text), scope);
    if (!value) return null;
    values.push(value);
  }
  const type = values.map((v) => v.type).reduce(hullType);
  const column = columnOf(record, BALLOT.level);
  return values.slice(0, -1).reduceRight<NumberExpr>(
    (otherwise, then, member) => ({
      op: "if",
      type,
      condition: { op: "one-of", type: TRUTH, arg: column, members: [member] },
      then,
      otherwise,
    }),
    values.at(-1)!,
  );
}

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
  const shown = raters.map((r) => `${r.name.text} 占${lowering.text(r.value!.span)}`).join("、");
  lowering.report(
    "BF2015",
    { total: `${toText(multiply(total, rational(100)))}%`, weights: shown },
    { span: s.rows[0]!.span },
  );
}

/** Points × votes of a group, divided by its votes. */
function meanOfGroup({ list, record }: At, member: number, points: NumberExpr): NumberExpr | null {
  const votes = columnOf(record, BALLOT.votes) as NumberExpr;
  const where: ir.Expr = {
    op: "one-of",
    type: TRUTH,
    arg: columnOf(record, BALLOT.group),
    members: [member],
  };
  const total = (value: NumberExpr): NumberExpr => ({
    op: "aggregate",
    type: repeatedType(value.type, null),
    fn: "sum",
    list: list.index,
    value,
    where,
    missing: "drop",
    window: null,
  });
  const cast = total({ op: "multiply", type: productType(points.type, votes.type), args: [points, votes] });
  const count = total(votes);
  const type = { ...quotientType(cast.type, count.type), low: points.type.low, high: points.type.high };
  return { op: "divide", type, left: cast, right: count };
}

function columnOf(record: RecordSymbol, name: string): ir.Expr {
  const field = record.fieldByName.get(name)!;
  return { op: "field", type: field.type as ir.Type, of: "record", field: field.index };
}
