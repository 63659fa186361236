import { worded } from "../../../diagnostics/phrases.ts";
import type * as ast from "../../../parser/ast.ts";
import { rational, ZERO } from "../../../runtime/rational.ts";
import { addedTo, ROUNDINGS } from "../../analyze/closings.ts";
import { isShare } from "../../analyze/implied.ts";
import { hullType, negateType, productType, roundType, sumType } from "../../analyze/ranges.ts";
import { unitOf } from "../../vocabulary/units.ts";
import type * as ir from "../ir.ts";
import { type Lowering, type Scope, TRUTH } from "./lowering.ts";
import { constant, lowerNumber, lowerOperand, type NumberExpr, reportUnits } from "./numbers.ts";
import { brokenShare } from "./ranks.ts";

/**
 * Trimmed means: `去掉 最高 1票、最低 1票`, `去掉 最高 5%、最低 5%,向下取整`. In each rater group the votes with the
 * most points leave from the top and those with the fewest from the bottom. The order of the levels follows
 * their points, which may be open values, so it is part of the formula.
 */
export interface Trim {
  readonly amount: NumberExpr;
  /** Of a share of the votes; null: a number of votes. */
  readonly rounding: ast.RoundingMode | null;
}

export interface Trimming {
  readonly top: Trim | null;
  readonly bottom: Trim | null;
}

const TOP = new Set(["最高", "最高分", "highest"]);
const BOTTOM = new Set(["最低", "最低分", "lowest"]);
/** What votes may be counted in. */
const VOTES = new Set(["票", "次", "人", "个", "份"]);

/** What a vote trims; null after a report. */
export function trimmingOf(lowering: Lowering, s: ast.Ballot, scope: Scope): Trimming | null {
  let trims: Trimming = { top: null, bottom: null };
  for (const row of s.rows) {
    if (row.of !== "trim") continue;
    for (const { name, value } of row.entries) {
      const end = name && (TOP.has(name.text) ? "top" : BOTTOM.has(name.text) ? "bottom" : null);
      if (!end)
        return lowering.report(
          "BF2070",
          { name: name?.text ?? lowering.text(row.span), ...worded("known", "highest-and-lowest") },
          { span: name?.span ?? row.span },
        );
      if (trims[end]) return lowering.report("BF2003", { name: name.text }, { span: name.span });
      if (!value) return lowering.report("BF2071", { row: lowering.text(row.span) }, { span: row.span });
      const trim = trimOf(lowering, row, value, scope);
      if (!trim) return null;
      trims = { ...trims, [end]: trim };
    }
  }
  return trims;
}

function trimOf(lowering: Lowering, row: ast.BallotRow, value: ast.Expression, scope: Scope): Trim | null {
  if (isShare(value, lowering.model.provisions)) {
    const amount = lowerOperand(lowering, value, scope);
    if (!amount) return null;
    if (row.rounding) return { amount, rounding: row.rounding };
    return lowering.report(
      "BF3105",
      { text: lowering.text(row.span), ...brokenShare(value) },
      { span: value.span, fixes: addedTo(lowering.model, row.span.end, ROUNDINGS) },
    );
  }
  const votes: ir.NumberType = { ...constantOf(1).type, low: ZERO, high: null };
  const amount = value.kind === "number" ? lowerNumber(value, votes) : lowerOperand(lowering, value, scope);
  if (!amount) return null;
  if (VOTES.has(amount.type.dimension)) return { amount: inVotes(amount), rounding: null };
  return reportUnits(lowering, value, amount.type, value, votes, "trimmed");
}

const constantOf = (n: number): NumberExpr =>
  lowerNumber({ kind: "number", span: { start: 0, end: 0 }, text: `${n}`, unit: "次" }, null);

/** A number of people or ballot papers is one of votes. */
function inVotes(amount: NumberExpr): NumberExpr {
  const type: ir.NumberType = {
    ...amount.type,
    dimension: "次",
    display: { unit: "次", factor: unitOf("次").factor },
  };
  if (amount.op === "number") return { ...amount, type };
  return amount.type.dimension === "次" ? amount : { op: "multiply", type, args: [amount, constantOf(1)] };
}

/** The votes of each level that stay. `all`: the votes of the group. */
export function keptVotes(
  cast: readonly { readonly worth: NumberExpr; readonly votes: NumberExpr }[],
  all: NumberExpr,
  { top, bottom }: Trimming,
): NumberExpr[] {
  const none = constant(ZERO, { ...all.type, low: ZERO, high: ZERO, step: null });
  /** Votes of the levels that go before level `i` on that side. */
  const before = (i: number, cmp: ">" | "<"): NumberExpr[] =>
    cast.flatMap(({ worth, votes }, j) => {
      if (j === i) return [];
      const own = cast[i]!.worth;
      const better: ir.Expr = { op: "compare", type: TRUTH, cmp, left: worth, right: own };
      const equal: ir.Expr = { op: "compare", type: TRUTH, cmp: "==", left: worth, right: own };
      // Of levels with equal points it does not matter which goes first, as long as one does.
      const first = cmp === ">" ? j < i : j > i;
      const condition: ir.Expr = first ? { op: "or", type: TRUTH, args: [better, equal] } : better;
      return [{ op: "if", type: hullType(votes.type, none.type), condition, then: votes, otherwise: none }];
    });
  const leaving = (i: number, trim: Trim, cmp: ">" | "<"): NumberExpr => {
    const { votes } = cast[i]!;
    const rest = sum([amountOf(trim, all), ...before(i, cmp).map(minus)]);
    const least: NumberExpr = { op: "max", type: atLeastZero(rest.type), args: [rest, none] };
    return { op: "min", type: { ...votes.type, low: ZERO }, args: [least, votes] };
  };
  return cast.map(({ votes }, i) => {
    const gone = [...(top ? [leaving(i, top, ">")] : []), ...(bottom ? [leaving(i, bottom, "<")] : [])];
    const left = sum([votes, ...gone.map(minus)]);
    return { op: "max", type: atLeastZero(left.type), args: [left, none] };
  });
}

/** The number of votes to trim. */
function amountOf({ amount, rounding }: Trim, all: NumberExpr): NumberExpr {
  if (rounding === null) return amount;
  const type = productType(amount.type, all.type);
  const share: NumberExpr = { op: "multiply", type, args: [amount, all] };
  const step = rational(1);
  return { op: "round", type: roundType(type, step, rounding), mode: rounding, step, arg: share };
}

const atLeastZero = (type: ir.NumberType): ir.NumberType => ({ ...type, low: ZERO });

const minus = (arg: NumberExpr): NumberExpr => ({ op: "negate", type: negateType(arg.type), arg });

const sum = (args: readonly NumberExpr[]): NumberExpr =>
  args.length === 1 ? args[0]! : { op: "add", type: args.map((a) => a.type).reduce(sumType), args };
