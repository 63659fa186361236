import type * as ast from "../../../parser/ast.ts";
import { negate, type Rational } from "../../../runtime/rational.ts";
import { checkCoverage, type Interval } from "../../analyze/coverage.ts";
import { hullType } from "../../analyze/ranges.ts";
import type * as ir from "../ir.ts";
import { reportFinding, rowText } from "./band-findings.ts";
import { operatorOf, unknownMember } from "./comparisons.ts";
import { lowerExpression } from "./expressions.ts";
import { type Lowering, type Scope, TRUTH } from "./lowering.ts";
import { marginalSum } from "./marginal.ts";
import { appliesOf, neverNotApplicable } from "./not-applicable.ts";
import { isNumber, lowerNumber, lowerOperand, type NumberExpr, reportUnits, sameUnit } from "./numbers.ts";
import { hasOpenLimits, lowerOpenBands } from "./open-bands.ts";
import { leavesOut } from "./unassessed.ts";

/** Choosing by bands: rows over a value's range (checked to cover it without overlap) or over its options. */

/** What a choice gives: a grade of a scale, or points. */
export type Goal = { readonly kind: "grade"; readonly enumeration: number } | { readonly kind: "points" };

export function lowerBandChoice(
  lowering: Lowering,
  s: ast.BandChoice,
  goal: Goal,
  scope: Scope,
): ir.Expr | null {
  const besides = s.rows.find((row) => row.test.kind === "not-applicable");
  if (besides) return whereItApplies(lowering, s, besides, goal, scope);
  const marginal = s.modes.some((m) => m.kind === "marginal") && goal.kind === "points";
  const mode = s.modes.find((m) => m.kind !== "marginal" || !marginal);
  if (mode) return lowering.unsupported(lowering.text(mode.span), "this way of choosing", mode.span);
  const value = lowerExpression(lowering, s.value, scope);
  if (!value) return null;
  if (s.rows.length === 0)
    return goal.kind === "grade"
      ? givenGrade(lowering, s, value, goal.enumeration)
      : missingRows(lowering, s);
  const results = s.rows.map((row) => lowerResult(lowering, row.result, goal, scope));
  if (value.type.kind === "choice") return overOptions(lowering, s, value, results);
  if (!isNumber(value))
    return lowering.report(
      "BF2007",
      {
        expected: "数值或者有选项的内容",
        expectedEn: "A number or an option",
        text: lowering.text(s.value.span),
        found: "别的内容",
        foundEn: "something else",
        hint: "分段要依据一个数值。",
        hintEn: "Bands need a number.",
      },
      { span: s.value.span },
    );

  if (hasOpenLimits(s.rows)) {
    if (results.some((r) => r === null)) return null;
    return lowerOpenBands(
      lowering,
      s,
      value,
      results as ir.Expr[],
      resultType(results as ir.Expr[], goal),
      scope,
    );
  }
  const intervals = s.rows.map((row) => bandInterval(lowering, row.test, value, s.value));
  if (intervals.some((i) => i === null) || results.some((r) => r === null)) return null;
  const rest = intervals.indexOf("rest");
  const rows = intervals.flatMap((interval, index) =>
    interval === "rest" || interval === null ? [] : [{ interval, index }],
  );
  const findings = checkCoverage(
    rows.map((r) => r.interval),
    value.type,
    rest >= 0,
  );
  for (const f of findings) reportFinding(lowering, f, s, rows, value.type, goal);
  if (marginal) {
    if (rest >= 0)
      return lowering.unsupported("分段累计里的“其余”", "“the rest” in marginal bands", s.rows[rest]!.span);
    return marginalSum(lowering, s, value, rows, results as ir.Expr[]);
  }
  const type = resultType(results as ir.Expr[], goal);
  return {
    op: "bands",
    type,
    arg: value,
    rows: rows.map(({ interval, index }) => ({
      ...interval,
      result: results[index]!,
      cite: scope.cite,
      text: rowText(lowering, s.rows[index]!),
    })),
    otherwise: rest >= 0 ? results[rest]! : null,
  };
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
            expected: "分数（得10分）",
            expectedEn: "Points",
            text: lowering.text(result.span),
            found: "等次",
            foundEn: "a grade",
            hint: "这里评定的不是等次。",
            hintEn: "The choice does not assign a grade scale.",
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
          expected: "等次（为 优秀）",
          expectedEn: "A grade",
          text: lowering.text(result.span),
          found: "分数",
          foundEn: "points",
          hint: "写“为 某等次”。",
          hintEn: "Write “is GRADE”.",
        },
        { span: result.span },
      );
    }
    case "effects": {
      const [only] = result.effects;
      // Any grade will do: the row is also a clause that leaves the subject out (unassessed.ts).
      if (goal.kind === "grade" && leavesOut(result))
        return { op: "member", type: { kind: "choice", enumeration: goal.enumeration }, value: 0 };
      if (only?.kind === "direct-grade" && result.effects.length === 1 && only.modality === "must")
        return lowerResult(lowering, { kind: "grade", span: only.span, grade: only.grade }, goal, scope);
      return lowering.unsupported("分段处理", "consequences by bands", result.span);
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
): ir.Expr | null {
  const enumeration =
    lowering.model.enumerations[(value.type as Extract<ir.Type, { kind: "choice" }>).enumeration]!;
  const takenBy = new Map<number, number>();
  let rest: number | null = null;
  const cases: { members: number[]; row: number }[] = [];
  for (const [index, row] of s.rows.entries()) {
    if (row.test.kind === "rest") {
      rest = index;
      continue;
    }
    if (row.test.kind !== "equals")
      return lowering.unsupported("选项的这种分段", "this band over options", row.test.span);
    const members: number[] = [];
    for (const v of row.test.values) {
      const name = v.kind === "path" && v.segments.length === 1 ? v.segments[0]!.text : lowering.text(v.span);
      const member = enumeration.members.indexOf(name);
      if (member < 0) return unknownMember(lowering, enumeration, name, lowering.text(s.value.span), v.span);
      const other = takenBy.get(member);
      if (other !== undefined)
        lowering.report(
          "BF3102",
          { witness: name, first: rowText(lowering, s.rows[other]!), second: rowText(lowering, row) },
          { span: row.span },
        );
      takenBy.set(member, index);
      members.push(member);
    }
    cases.push({ members, row: index });
  }
  const left = enumeration.members.filter((_, m) => !takenBy.has(m));
  if (left.length > 0 && rest === null)
    lowering.report(
      "BF3115",
      { of: lowering.text(s.value.span), members: left.join("、") },
      { span: { start: s.span.start, end: s.target?.span.end ?? s.value.span.end } },
    );
  if (results.some((r) => r === null)) return null;
  const last = rest !== null ? results[rest]! : results[cases.at(-1)!.row]!;
  const type = isNumber(last) ? resultType(results as ir.Expr[], { kind: "points" }) : last.type;
  const chain = rest !== null ? cases : cases.slice(0, -1);
  return chain.reduceRight<ir.Expr>(
    (otherwise, c) =>
      ({
        op: "if",
        type,
        condition: { op: "one-of", type: TRUTH, arg: value, members: c.members },
        then: results[c.row]!,
        otherwise,
      }) as ir.Expr,
    last,
  );
}

/** The interval of a band row in base units; "rest" for 其余. */
export function bandInterval(
  lowering: Lowering,
  test: ast.BandTest,
  value: NumberExpr,
  node: ast.Expression,
): Interval | "rest" | null {
  switch (test.kind) {
    case "rest":
      return "rest";
    case "not-applicable":
      return lowering.unsupported("不适用", "not applicable", test.span);
    case "compare":
      return tailInterval(lowering, test.test, value, node);
    case "between": {
      const low = test.range.low
        ? tailInterval(lowering, test.range.low, value, node)
        : { low: null, high: null };
      const high = test.range.high
        ? tailInterval(lowering, test.range.high, value, node)
        : { low: null, high: null };
      return low && high && { low: low.low, high: high.high };
    }
    case "equals": {
      if (test.values.length !== 1)
        return lowering.unsupported("一行写几个数值", "several numbers in one row", test.span);
      const bound = constantBound(lowering, test.values[0]!, value, node);
      return bound && { low: { value: bound, included: true }, high: { value: bound, included: true } };
    }
  }
}

function tailInterval(
  lowering: Lowering,
  tail: ast.ComparisonTail,
  value: NumberExpr,
  node: ast.Expression,
): Interval | null {
  const bound = constantBound(lowering, tail.value, value, node);
  if (!bound) return null;
  switch (operatorOf(lowering, tail)) {
    case "<":
      return { low: null, high: { value: bound, included: false } };
    case "<=":
      return { low: null, high: { value: bound, included: true } };
    case ">":
      return { low: { value: bound, included: false }, high: null };
    case ">=":
      return { low: { value: bound, included: true }, high: null };
    case "==":
      return { low: { value: bound, included: true }, high: { value: bound, included: true } };
    case "!=":
      return lowering.unsupported("用“不为”分段", "a band of everything but one value", tail.span);
  }
}

function constantBound(
  lowering: Lowering,
  e: ast.Expression,
  value: NumberExpr,
  node: ast.Expression,
): Rational | null {
  if (e.kind === "unary" && e.op === "-") {
    const inner = constantBound(lowering, e.operand, value, node);
    return inner && negate(inner);
  }
  if (e.kind !== "number")
    return lowering.unsupported("用参数作分段的界限", "bands bounded by open values", e.span);
  const lowered = lowerNumber(e, value.type);
  if (lowered?.op !== "number") return null;
  if (!sameUnit(value.type, lowered.type))
    return reportUnits(lowering, node, value.type, e, lowered.type, "分段", "used as a band");
  return lowered.value;
}
