import type * as ast from "../../../parser/ast.ts";
import { checkCoverage } from "../../analyze/coverage.ts";
import type * as ir from "../ir.ts";
import { reportOverlaps } from "./band-findings.ts";
import { checkOpenBands } from "./band-order.ts";
import { inPieces, intervalsOf, type Piece, piecesOf, type RowPieces } from "./bands.ts";
import { lowerExpression } from "./expressions.ts";
import { type Lowering, refer, type Scope, TRUTH } from "./lowering.ts";
import { appliesOf, neverNotApplicable } from "./not-applicable.ts";
import { isNumber, type NumberExpr } from "./numbers.ts";
import { isOneOf, optionRows } from "./options.ts";

/**
 * The condition of each row of a choice by bands, as a clause needs it: rows of a ladder, and what a row does
 * besides giving a grade or points. The rows themselves are checked where they are chosen from.
 */

export interface BandRows {
  /** The condition of every row, in the order written. */
  readonly tests: readonly ir.Expr[];
  /** What the rows look at. */
  readonly value: ir.Expr;
}

export const saysTopDown = (modes: readonly ast.ChoiceMode[]): boolean =>
  modes.some((m) => m.kind === "top-down");

/**
 * @param reach how far a row extends: only itself, or everything from its lower end up (逐级累加)
 * @param ladder rows need not cover everything, and are checked here
 */
export function bandTests(
  lowering: Lowering,
  s: ast.BandChoice | ast.Ladder,
  scope: Scope,
  { reach, ladder }: { readonly reach: "own" | "upwards"; readonly ladder: boolean },
): BandRows | null {
  const lowered = lowerExpression(lowering, s.value, scope, "bare");
  if (!lowered) return null;
  const applies = appliesOf(lowering, lowered, scope);
  const written = s.rows.filter((r) => r.test.kind !== "not-applicable");
  if (written.length < s.rows.length && applies.length === 0) return neverNotApplicable(lowering, s.value);
  const value = shownValue(lowering, lowered, s.value, scope);
  const topDown = saysTopDown(s.modes);
  const made = isNumber(value)
    ? numberTests(lowering, { ...s, rows: written }, value, scope, { ladder, topDown })
    : value.type.kind === "choice"
      ? choiceTests(lowering, { ...s, rows: written }, value, { ladder, topDown })
      : lowering.report("BF2183", { text: lowering.text(s.value.span) }, { span: s.value.span });
  if (!made) return null;
  const others = (i: number): readonly RowTest[] =>
    made[i] === "rest" ? made : topDown && reach === "own" ? made.slice(0, i) : [];
  const exclusive = made.map((test, i) =>
    conjunction([
      ...(test === "rest" ? [] : [reach === "own" ? test.own : test.upwards]),
      ...others(i).flatMap((o) => (o === "rest" ? [] : [not(o.own)])),
    ]),
  );
  const whereApplies = (test: ir.Expr): ir.Expr =>
    applies.length === 0 ? test : conjunction([...applies, test]);
  const tests = s.rows.map((row) => {
    const i = written.indexOf(row);
    return i < 0 ? not(conjunction(applies)) : whereApplies(exclusive[i]!);
  });
  return { tests, value };
}

const TRUE: ir.Expr = { op: "truth", type: TRUTH, value: true };
const not = (arg: ir.Expr): ir.Expr => ({ op: "not", type: TRUTH, arg });
export const conjunction = (args: readonly ir.Expr[]): ir.Expr =>
  args.length === 1 ? args[0]! : args.length === 0 ? TRUE : { op: "and", type: TRUTH, args };

/** A value as a field or a cell of its own, so that a clause can show it. */
function shownValue(lowering: Lowering, value: ir.Expr, node: ast.Expression, scope: Scope): ir.Expr {
  if (value.op === "cell" || value.op === "field" || value.op === "via") return value;
  return refer(lowering.hoist(scope, value, lowering.text(node.span), node.span));
}

type How = { readonly ladder: boolean; readonly topDown: boolean };
/** That the value lies in the row, and that it lies there or above. */
type RowTest = { readonly own: ir.Expr; readonly upwards: ir.Expr } | "rest";

function numberTests(
  lowering: Lowering,
  s: ast.BandChoice | ast.Ladder,
  value: NumberExpr,
  scope: Scope,
  how: How,
): RowTest[] | null {
  const rows: RowPieces[] = [];
  for (const row of s.rows) {
    const pieces = piecesOf(lowering, row.test, value, s.value, scope);
    if (!pieces) return null;
    rows.push(pieces);
  }
  if (how.ladder && !how.topDown && !checkRungs(lowering, s, rows, value.type)) return null;
  return rows.map((row) =>
    row === "rest" ? row : { own: inPieces(value, row), upwards: inPieces(value, [upwards(row)]) },
  );
}

/** From the lower end of a row upwards. */
const upwards = (row: readonly Piece[]): Piece => ({ low: row[0]!.low, high: null });

/** A ladder need not cover everything (no notice, no measure), but no value may stand on two rungs. */
function checkRungs(
  lowering: Lowering,
  s: ast.BandChoice | ast.Ladder,
  rows: readonly RowPieces[],
  type: ir.NumberType,
): boolean {
  const closed = rows.flatMap((row, index) =>
    row === "rest" ? [] : row.map((piece) => ({ index, piece, interval: intervalsOf([piece])?.[0] })),
  );
  if (closed.some((c) => c.interval === undefined))
    return checkOpenBands(
      lowering,
      s,
      s.rows.map((r) => r.test),
      [...rows, "rest"],
      type.step,
      false,
    );
  const intervals = closed.map((c) => c.interval!);
  const findings = checkCoverage(intervals, type, true);
  reportOverlaps(lowering, findings, (i) => s.rows[closed[i]!.index]!, type);
  return true;
}

function choiceTests(
  lowering: Lowering,
  s: Pick<ast.BandChoice, "value" | "rows" | "span" | "target">,
  value: ir.Expr,
  how: How,
): RowTest[] | null {
  const enumeration =
    lowering.model.enumerations[(value.type as Extract<ir.Type, { kind: "choice" }>).enumeration]!;
  const rows = optionRows(lowering, s, enumeration, { topDown: how.topDown, covers: false });
  const up = (members: readonly number[]): readonly number[] =>
    enumeration.members.map((_, i) => i).filter((i) => i >= Math.min(...members));
  if (!rows) return null;
  return rows.map((r) => (r === "rest" ? r : { own: isOneOf(value, r), upwards: isOneOf(value, up(r)) }));
}
