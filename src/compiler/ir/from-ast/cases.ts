import type { Fix } from "../../../diagnostics/problem.ts";
import type * as ast from "../../../parser/ast.ts";
import { divide, type Rational, toText } from "../../../runtime/rational.ts";
import type { Span } from "../../../source/span.ts";
import { addedTo, endOfHead } from "../../analyze/closings.ts";
import type { Provision } from "../../analyze/model.ts";
import { type Assignment, checkRegions, type RegionFinding } from "../../analyze/regions.ts";
import type * as ir from "../ir.ts";
import { restAsRows } from "./band-fixes.ts";
import { inPieces, piecesOf } from "./bands.ts";
import { type Goal, lowerResult, modesFit, resultType } from "./choices.ts";
import { lowerBetween, lowerCompare, lowerIs, unknownMember } from "./comparisons.ts";
import { lowerRowTest, truthCell } from "./conditions.ts";
import { lowerExpression } from "./expressions.ts";
import type { Rung } from "./ladders.ts";
import { type Lowering, type Scope, TRUTH } from "./lowering.ts";
import { appliesOf, neverNotApplicable, whereApplies } from "./not-applicable.ts";
import { isNumber, lowerOperand } from "./numbers.ts";
import { isOneOf, membersOf } from "./options.ts";
import { conjunction, saysTopDown } from "./row-tests.ts";

/**
 * Choosing by conditions: `按情形` rows and decision tables. Rows must exclude each other and cover
 * everything; with `依次` the first that holds counts, and only coverage is asked for.
 */

interface CaseRow {
  readonly when: ir.Expr;
  readonly result: ir.Expr;
  readonly span: Span;
}

export function lowerCaseChoice(
  lowering: Lowering,
  s: ast.CaseChoice,
  goal: Goal,
  provision: Provision,
  scope: Scope,
): ir.Expr | null {
  const rows: CaseRow[] = [];
  let rest: Pick<CaseRow, "result" | "span"> | null = null;
  for (const row of s.rows) {
    const result = lowerResult(lowering, row.result, goal, scope);
    if (!result) return null;
    if (row.test.kind === "rest") {
      rest = { result, span: row.span };
      continue;
    }
    const test = lowerRowTest(lowering, { ...row, test: row.test }, provision, scope);
    if (!test) return null;
    rows.push({ when: test.expr, result, span: row.test.span });
  }
  return choose(lowering, rows, rest, s, goal, scope);
}

/** A row of a choice by cases as a condition: it holds, and no row does that comes before it. */
export function caseRung(
  lowering: Lowering,
  s: ast.CaseChoice,
  row: number,
  provision: Provision,
  scope: Scope,
): Rung | null {
  const topDown = saysTopDown(s.modes);
  const own = s.rows[row]!;
  const args: ir.Expr[] = [];
  let atoms: readonly ir.Atom[] = [];
  let items: readonly ir.Reason[] = [];
  for (const [i, r] of s.rows.entries()) {
    const { test } = r;
    if (test.kind === "rest" || (i !== row && own.test.kind !== "rest" && !(topDown && i < row))) continue;
    const lowered = lowerRowTest(lowering, { ...r, test }, provision, scope);
    if (!lowered) return null;
    if (i !== row) args.push({ op: "not", type: TRUTH, arg: lowered.expr });
    else {
      args.unshift(lowered.expr);
      ({ atoms, items } = lowered);
    }
  }
  const when = truthCell(lowering, scope, conjunction(args), own.test.span);
  const text = lowering.text(own.test.span);
  return { when, reasons: [{ cite: scope.cite, holds: when.id, atoms, text }, ...items] };
}

export function lowerDecisionTable(
  lowering: Lowering,
  s: ast.DecisionTable,
  goal: Goal,
  scope: Scope,
): ir.Expr | null {
  const inputs: ir.Expr[] = [];
  for (const node of s.inputs) {
    const input = lowerExpression(lowering, node, scope, "bare");
    if (!input) return null;
    inputs.push(input);
  }
  const rows: CaseRow[] = [];
  let rest: Pick<CaseRow, "result" | "span"> | null = null;
  const named = s.inputs.map((_, column) =>
    s.rows.flatMap((r) => (r.tests[column] ? [r.tests[column]!] : [])),
  );
  for (const row of s.rows) {
    if (row.tests.length !== inputs.length)
      return lowering.report(
        "BF2038",
        { cells: row.tests.length, columns: inputs.length },
        { span: row.span },
      );
    const result = tableResult(lowering, row.result, goal, scope);
    if (!result) return null;
    if (row.tests.every((t) => t.kind === "rest")) {
      rest = { result, span: row.span };
      continue;
    }
    const parts: ir.Expr[] = [];
    for (const [column, test] of row.tests.entries()) {
      const part = cellTest(lowering, test, inputs[column]!, s.inputs[column]!, named[column]!, scope);
      if (!part) return null;
      parts.push(part);
    }
    rows.push({
      when: parts.length === 1 ? parts[0]! : { op: "and", type: TRUTH, args: parts },
      result,
      span: row.span,
    });
  }
  return choose(lowering, rows, rest, s, goal, scope);
}

function tableResult(lowering: Lowering, e: ast.Expression, goal: Goal, scope: Scope): ir.Expr | null {
  if (goal.kind === "points") return lowerOperand(lowering, e, scope);
  const scale = lowering.model.enumerations[goal.enumeration]!;
  const name = e.kind === "path" && e.segments.length === 1 ? e.segments[0]!.text : lowering.text(e.span);
  const member = scale.members.indexOf(name);
  if (member < 0) return unknownMember(lowering, scale, name, scale.name, e.span);
  return { op: "member", type: { kind: "choice", enumeration: goal.enumeration }, value: member };
}

/** One cell of a table. 其余 beside other tests means what no other row of its column names. */
function cellTest(
  lowering: Lowering,
  test: ast.BandTest,
  input: ir.Expr,
  node: ast.Expression,
  column: readonly ast.BandTest[],
  scope: Scope,
): ir.Expr | null {
  if (test.kind === "rest") {
    const others: ir.Expr[] = [];
    for (const other of column) {
      if (other.kind === "rest") continue;
      const part = cellTest(lowering, other, input, node, [], scope);
      if (!part) return null;
      others.push(part);
    }
    return { op: "not", type: TRUTH, arg: { op: "or", type: TRUTH, args: others } };
  }
  if (test.kind === "not-applicable") {
    const applies = appliesOf(lowering, input, scope);
    if (applies.length === 0) return neverNotApplicable(lowering, node);
    return { op: "not", type: TRUTH, arg: conjunction(applies) };
  }
  return whereApplies(lowering, appliedTest(lowering, test, input, node, scope), scope);
}

/** What a cell says of an input that applies. */
function appliedTest(
  lowering: Lowering,
  test: Exclude<ast.BandTest, { kind: "rest" | "not-applicable" }>,
  input: ir.Expr,
  node: ast.Expression,
  scope: Scope,
): ir.Expr | null {
  if (input.type.kind === "choice") {
    const enumeration = lowering.model.enumerations[input.type.enumeration]!;
    const members = membersOf(lowering, test, enumeration, node);
    return members === null || members === "rest" ? null : isOneOf(input, members);
  }
  if (isNumber(input)) {
    const pieces = piecesOf(lowering, test, input, node, scope);
    return pieces === null || pieces === "rest" ? null : inPieces(input, pieces);
  }
  return asCondition(lowering, test, node, scope);
}

/** A cell of a table over texts, dates and truths says what a condition would say. */
function asCondition(
  lowering: Lowering,
  test: Exclude<ast.BandTest, { kind: "rest" | "not-applicable" }>,
  value: ast.Expression,
  scope: Scope,
): ir.Expr | null {
  const { span } = test;
  switch (test.kind) {
    case "equals": {
      const { values, negated = false } = test;
      return lowerIs(lowering, { kind: "is", span, value, values, negated, notApplicable: false }, scope);
    }
    case "compare":
      return lowerCompare(lowering, { kind: "compare", span, left: value, test: test.test }, scope);
    case "between":
      return lowerBetween(lowering, { kind: "between", span, value, range: test.range }, scope);
  }
}

function choose(
  lowering: Lowering,
  rows: readonly CaseRow[],
  rest: Pick<CaseRow, "result" | "span"> | null,
  node: ast.CaseChoice | ast.DecisionTable,
  goal: Goal,
  scope: Scope,
): ir.Expr | null {
  const { modes, target } = node;
  if (!modesFit(lowering, modes, ["top-down"])) return null;
  const topDown = saysTopDown(modes);
  if (rows.length === 0) return rest?.result ?? null;
  const { span } = target;
  const at = endOfHead(lowering.model, [span, modes.at(-1)?.span]);
  const overlapFixes = at === null ? [] : addedTo(lowering.model, at, ["依次"]);
  const gapFixes =
    node.kind === "case-choice" ? restAsRows(lowering, node.rows, { zh: "其他情形", en: "the rest" }) : [];
  for (const f of regionsOf(
    lowering,
    rows.map((r) => r.when),
  ))
    reportRegion(lowering, f, rows, { hasRest: rest !== null, topDown, span, scope, overlapFixes, gapFixes });
  const type = resultType([...rows.map((r) => r.result), ...(rest ? [rest.result] : [])], goal);
  const chain = rest ? rows : rows.slice(0, -1);
  const last = rest ?? rows.at(-1)!;
  return chain.reduceRight<ir.Expr>(
    (otherwise, { when, result, span }) =>
      ({
        op: "if",
        type,
        condition: when,
        then: result,
        otherwise,
        span,
        ...(otherwise === last.result && { restSpan: last.span }),
      }) as ir.Expr,
    last.result,
  );
}

/** {@link checkRegions}, seeing through the unnamed cells of conditions. */
export function regionsOf(lowering: Lowering, conditions: readonly ir.Expr[]): RegionFinding[] {
  return checkRegions(conditions, lowering.model.enumerations, (cell) => {
    const draft = lowering.drafts[cell]!;
    return draft.name === null && draft.body?.kind === "expression" ? draft.body.expr : null;
  });
}

/** 综合得分 60分，安全事故 无: a case in words. */
export function describeRegion(lowering: Lowering, scope: Scope, at: Assignment): string {
  return [...at.values()].map(({ expr, value }) => describeValue(lowering, scope, expr, value)).join("，");
}

function reportRegion(
  lowering: Lowering,
  f: RegionFinding,
  rows: readonly CaseRow[],
  {
    hasRest,
    topDown,
    span,
    scope,
    overlapFixes,
    gapFixes,
  }: {
    hasRest: boolean;
    topDown: boolean;
    span: Span;
    scope: Scope;
    overlapFixes: readonly Fix[];
    gapFixes: readonly Fix[];
  },
): void {
  if (f.kind === "too-many") {
    if (!topDown) lowering.report("BF3123", {}, { span, fixes: overlapFixes });
    return;
  }
  const shown = describeRegion(lowering, scope, f.at);
  if (f.kind === "gap") {
    if (!hasRest) lowering.report("BF3121", { witness: shown }, { span, fixes: gapFixes });
    return;
  }
  if (topDown) return;
  const [first, second] = [rows[f.first]!, rows[f.second]!];
  lowering.report(
    "BF3122",
    { witness: shown, first: lowering.text(first.span), second: lowering.text(second.span) },
    {
      span: second.span,
      related: [{ span: first.span, zh: "另一行在这里", en: "the other row" }],
      fixes: overlapFixes,
    },
  );
}

/** 综合得分 60分, 安全事故 无, 造假 是. */
function describeValue(
  lowering: Lowering,
  scope: Scope,
  expr: ir.Expr,
  value: Rational | boolean | number,
): string {
  const name = nameOf(lowering, scope, expr);
  if (typeof value === "boolean") return `${name} ${value ? "是" : "否"}`;
  if (typeof value === "number")
    return `${name} ${expr.type.kind === "choice" ? lowering.model.enumerations[expr.type.enumeration]!.members[value] : value}`;
  const display = expr.type.kind === "number" ? expr.type.display : null;
  return `${name} ${display ? toText(divide(value, display.factor)) + display.unit : toText(value)}`;
}

function nameOf(lowering: Lowering, scope: Scope, e: ir.Expr): string {
  if (e.op === "cell") return lowering.drafts[e.cell]!.name ?? lowering.drafts[e.cell]!.text;
  if (e.op === "field" && e.of === "subject") return scope.kind.fields[e.field]?.name ?? "";
  if (e.op === "parameter") return lowering.model.parameters[e.parameter]!.name;
  return "条件";
}
