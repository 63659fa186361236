import { hinted, worded } from "../../../diagnostics/phrases.ts";
import type * as ast from "../../../parser/ast.ts";
import { checkCoverage } from "../../analyze/coverage.ts";
import { hullType, sumType } from "../../analyze/ranges.ts";
import type * as ir from "../ir.ts";
import { reportFinding, reportOverlaps, rowText } from "./band-findings.ts";
import { checkOpenBands } from "./band-order.ts";
import { inPieces, intervalsOf, type Piece, piecesOf, type RowPieces } from "./bands.ts";
import { unknownMember } from "./comparisons.ts";
import { lowerExpression } from "./expressions.ts";
import { type Lowering, type Scope, TRUTH } from "./lowering.ts";
import { marginalSum } from "./marginal.ts";
import { appliesOf, neverNotApplicable } from "./not-applicable.ts";
import { isNumber, lowerOperand, type NumberExpr } from "./numbers.ts";
import { isOneOf, optionRows } from "./options.ts";
import { valuePart } from "./row-effects.ts";
import { bandTests, saysTopDown } from "./row-tests.ts";
import { pointsIf } from "./scores.ts";

/** Choosing by bands: rows over a value's range (checked to cover it without overlap) or over its options. */

/** What a choice gives: a grade of a scale, or points. */
export type Goal = GradeGoal | { readonly kind: "points" };
interface GradeGoal {
  readonly kind: "grade";
  readonly enumeration: number;
}

export function lowerBandChoice(
  lowering: Lowering,
  s: ast.BandChoice,
  goal: Goal,
  scope: Scope,
): ir.Expr | null {
  const besides = s.rows.find((row) => row.test.kind === "not-applicable");
  if (besides) return whereItApplies(lowering, s, besides, goal, scope);
  if (!modesFit(lowering, s.modes, goal.kind === "points" ? POINTS : GRADES)) return null;
  const value = lowerExpression(lowering, s.value, scope);
  if (!value) return null;
  if (s.rows.length === 0)
    return goal.kind === "grade"
      ? givenGrade(lowering, s, value, goal.enumeration)
      : missingRows(lowering, s);
  const results = s.rows.map((row) => lowerResult(lowering, row.result, goal, scope));
  if (value.type.kind === "choice") return overOptions(lowering, s, value, results, goal);
  if (!isNumber(value))
    return lowering.report("BF2183", { text: lowering.text(s.value.span) }, { span: s.value.span });
  const pieces = s.rows.map((row) => piecesOf(lowering, row.test, value, s.value, scope));
  if (pieces.some((i) => i === null) || results.some((r) => r === null)) return null;
  const choice: NumberChoice = {
    s,
    value,
    rows: pieces as RowPieces[],
    results: results as ir.Expr[],
    goal,
  };
  return overNumber(lowering, choice, scope);
}

const GRADES: readonly ast.ChoiceMode["kind"][] = ["top-down", "replacing"];
const POINTS: readonly ast.ChoiceMode["kind"][] = ["top-down", "replacing", "adding", "marginal"];

/** Reports a way of choosing that says nothing here. */
export function modesFit(
  lowering: Lowering,
  modes: readonly ast.ChoiceMode[],
  fitting: readonly ast.ChoiceMode["kind"][],
): boolean {
  const other = modes.find((m) => !fitting.includes(m.kind));
  if (other) lowering.report("BF2181", { mode: lowering.text(other.span) }, { span: other.span });
  const [first, second] = modes;
  if (!other && first && second)
    lowering.report(
      "BF2184",
      { first: lowering.text(first.span), second: lowering.text(second.span) },
      { span: second.span },
    );
  return !other && !second;
}

interface NumberChoice {
  readonly s: ast.BandChoice;
  readonly value: NumberExpr;
  readonly rows: readonly RowPieces[];
  readonly results: readonly ir.Expr[];
  readonly goal: Goal;
}

function overNumber(lowering: Lowering, choice: NumberChoice, scope: Scope): ir.Expr | null {
  const { s, value, rows, results, goal } = choice;
  const topDown = saysTopDown(s.modes);
  const closed = rows.flatMap((row, index) =>
    row === "rest" ? [] : row.map((piece) => ({ index, piece, interval: intervalsOf([piece])?.[0] })),
  );
  const figures = closed.every((c) => c.interval !== undefined);
  const rest = rows.indexOf("rest");
  if (figures) {
    const intervals = closed.map(({ interval, index }) => ({ interval: interval!, index }));
    const findings = checkCoverage(
      intervals.map((r) => r.interval),
      value.type,
      rest >= 0,
    );
    for (const f of findings)
      if (f.kind !== "overlap") reportFinding(lowering, f, s, intervals, value.type, goal);
    if (!topDown) reportOverlaps(lowering, findings, (i) => s.rows[intervals[i]!.index]!, value.type);
  } else {
    const tests = s.rows.map((r) => r.test);
    if (!checkOpenBands(lowering, s, tests, rows, value.type.step, topDown)) return null;
  }
  const type = resultType(results, goal);
  if (s.modes.some((m) => m.kind === "marginal")) return marginalSum(lowering, s, value, rows, results);
  if (s.modes.some((m) => m.kind === "adding")) return laddered(lowering, choice, scope);
  if (figures && !topDown)
    return {
      op: "bands",
      type,
      arg: value,
      rows: closed.map(({ interval, index }) => ({
        ...interval!,
        result: results[index]!,
        cite: scope.cite,
        text: rowText(lowering, s.rows[index]!),
        span: s.rows[index]!.span,
      })),
      otherwise: rest >= 0 ? results[rest]! : null,
      ...(rest >= 0 && { restSpan: s.rows[rest]!.span }),
    };
  // Rows that are tried in turn: as exclusive as the bands are, or read top-down.
  const chain = rows.flatMap((row, index) => (row === "rest" ? [] : [{ row, index }]));
  const sides = topDown ? new Map<readonly Piece[], readonly Piece[]>() : passed(chain.map((c) => c.row));
  const asked = (row: readonly Piece[]): readonly Piece[] => sides.get(row) ?? row;
  const last = rest >= 0 ? results[rest]! : results[chain.at(-1)!.index]!;
  const lastRow = s.rows[rest >= 0 ? rest : chain.at(-1)!.index]!;
  return (rest >= 0 ? chain : chain.slice(0, -1)).reduceRight<ir.Expr>(
    (otherwise, { row, index }) =>
      ({
        op: "if",
        type,
        condition: inPieces(value, asked(row)),
        then: results[index]!,
        otherwise,
        span: s.rows[index]!.span,
        ...(otherwise === last && { restSpan: lastRow.span }),
      }) as ir.Expr,
    last,
  );
}

/**
 * Rows from the top down or from the bottom up: what is in none of the rows before lies beyond the limit they share,
 * so that only the other one is asked. Asked twice, an open limit would let a value slip through both rows.
 */
function passed(rows: readonly (readonly Piece[])[]): Map<readonly Piece[], readonly Piece[]> {
  const left = new Map<readonly Piece[], readonly Piece[]>();
  const first = rows[0]?.[0];
  const [near, far] = first?.high === null ? (["high", "low"] as const) : (["low", "high"] as const);
  if (!first || first[near] !== null) return left;
  for (const [i, row] of rows.entries()) {
    const before = rows[i - 1]?.[0]?.[far];
    if (row.length !== 1) break;
    if (i === 0) continue;
    if (!before || row[0]![near]?.limit.key !== before.limit.key) break;
    if (row[0]![far]) left.set(row, [{ ...row[0]!, [near]: null }]);
  }
  return left;
}

/** 逐级累加: the points of every row reached, and of 其余 where no row is. */
function laddered(lowering: Lowering, { s, results }: NumberChoice, scope: Scope): ir.Expr | null {
  const tests = bandTests(lowering, s, scope, { reach: "upwards", ladder: false });
  if (!tests) return null;
  const args = results.map((r, i) => pointsIf(tests.tests[i]!, r as NumberExpr));
  return args.length === 1 ? args[0]! : { op: "add", type: args.map((a) => a.type).reduce(sumType), args };
}

/** A row `不适用 …` beside the bands: it holds where the value does not apply. */
function whereItApplies(
  lowering: Lowering,
  s: ast.BandChoice,
  besides: ast.BandChoice["rows"][number],
  goal: Goal,
  scope: Scope,
): ir.Expr | null {
  const value = lowerExpression(lowering, s.value, scope, "bare");
  if (!value) return null;
  const applies = appliesOf(lowering, value, scope);
  if (applies.length === 0) return neverNotApplicable(lowering, s.value);
  const otherwise = lowerResult(lowering, besides.result, goal, scope);
  const rows = s.rows.filter((row) => row.test.kind !== "not-applicable");
  const then = lowerBandChoice(lowering, { ...s, rows }, goal, scope);
  if (!otherwise || !then) return null;
  const condition: ir.Expr = applies.length === 1 ? applies[0]! : { op: "and", type: TRUTH, args: applies };
  return { op: "if", type: resultType([then, otherwise], goal), condition, then, otherwise };
}

function missingRows(lowering: Lowering, s: ast.BandChoice): null {
  return lowering.report("BF2023", { text: lowering.text(s.span) }, { span: s.span });
}

export function resultType(results: readonly ir.Expr[], goal: Goal): ir.Type {
  if (goal.kind === "grade") return { kind: "choice", enumeration: goal.enumeration };
  return results.map((r) => (r as NumberExpr).type).reduce(hullType);
}

/** What a row gives: a grade of the scale, or points. */
export function lowerResult(
  lowering: Lowering,
  result: ast.RowResult,
  goal: Goal,
  scope: Scope,
): ir.Expr | null {
  switch (result.kind) {
    case "grade": {
      if (goal.kind !== "grade")
        return lowering.report(
          "BF2007",
          {
            ...worded("expected", "expected-points"),
            text: lowering.text(result.span),
            ...worded("found", "found-grade"),
            ...hinted("assigns-no-grade"),
          },
          { span: result.span },
        );
      const enumeration = lowering.model.enumerations[goal.enumeration]!;
      const member = enumeration.members.indexOf(result.grade.text);
      if (member < 0)
        return unknownMember(lowering, enumeration, result.grade.text, enumeration.name, result.grade.span);
      return { op: "member", type: { kind: "choice", enumeration: goal.enumeration }, value: member };
    }
    case "points": {
      if (goal.kind === "points") return lowerOperand(lowering, result.value, scope);
      return lowering.report(
        "BF2007",
        {
          ...worded("expected", "expected-grade"),
          text: lowering.text(result.span),
          ...worded("found", "found-points"),
          ...hinted("write-is-grade"),
        },
        { span: result.span },
      );
    }
    case "effects": {
      const part = valuePart(result);
      if (part === null || (goal.kind === "points" && part.kind !== "points"))
        return lowering.report(
          "BF2182",
          {
            row: lowering.text(result.span),
            ...worded("what", goal.kind === "grade" ? "which-grade-it-gives" : "how-many-points-it-gives"),
            ...worded("example", goal.kind === "grade" ? "graded-grade" : "scores-0"),
          },
          { span: result.span },
        );
      // Any grade will do: the row is also a clause that leaves the subject out.
      if (part.kind === "none")
        return {
          op: "member",
          type: { kind: "choice", enumeration: (goal as GradeGoal).enumeration },
          value: 0,
        };
      return lowerResult(lowering, part, goal, scope);
    }
  }
}

/** `依 原等次 评定 绩效等次` without rows: the grade starts from one given as a fact. */
function givenGrade(lowering: Lowering, s: ast.BandChoice, value: ir.Expr, target: number): ir.Expr | null {
  const type: ir.Type = { kind: "choice", enumeration: target };
  const scale = lowering.model.enumerations[target]!;
  if (value.type.kind !== "choice") return missingRows(lowering, s);
  const given = lowering.model.enumerations[value.type.enumeration]!;
  const missing = given.members.find((m) => !scale.members.includes(m));
  if (missing !== undefined) return unknownMember(lowering, scale, missing, scale.name, s.value.span);
  // One row per option; the last option needs no test.
  const members = given.members.map((m) => scale.members.indexOf(m));
  let expr: ir.Expr = { op: "member", type, value: members.at(-1)! };
  for (let i = members.length - 2; i >= 0; i--)
    expr = {
      op: "if",
      type,
      condition: { op: "one-of", type: TRUTH, arg: value, members: [i] },
      then: { op: "member", type, value: members[i]! },
      otherwise: expr,
    };
  return expr;
}

function overOptions(
  lowering: Lowering,
  s: ast.BandChoice,
  value: ir.Expr,
  results: readonly (ir.Expr | null)[],
  goal: Goal,
): ir.Expr | null {
  if (!modesFit(lowering, s.modes, GRADES)) return null;
  const enumeration =
    lowering.model.enumerations[(value.type as Extract<ir.Type, { kind: "choice" }>).enumeration]!;
  const topDown = saysTopDown(s.modes);
  const rows = optionRows(lowering, s, enumeration, { topDown, covers: true });
  if (!rows || results.some((r) => r === null)) return null;
  const rest = rows.indexOf("rest");
  const cases = rows.flatMap((members, row) => (members === "rest" ? [] : [{ members, row }]));
  const last = rest >= 0 ? results[rest]! : results[cases.at(-1)!.row]!;
  const type = resultType(results as ir.Expr[], goal);
  return (rest >= 0 ? cases : cases.slice(0, -1)).reduceRight<ir.Expr>(
    (otherwise, c) =>
      ({
        op: "if",
        type,
        condition: isOneOf(value, c.members),
        then: results[c.row]!,
        otherwise,
      }) as ir.Expr,
    last,
  );
}
