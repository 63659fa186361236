import type * as ast from "../../../parser/ast.ts";
import type * as ir from "../ir.ts";
import { inPieces, piecesOf } from "./bands.ts";
import { type CaseRow, checkRows, choose } from "./cases.ts";
import { type Goal, modesFit } from "./choices.ts";
import { lowerBetween, lowerCompare, lowerIs, unknownMember } from "./comparisons.ts";
import { truthCell } from "./conditions.ts";
import { lowerExpression } from "./expressions.ts";
import type { Rung } from "./ladders.ts";
import { type Lowering, refer, type Scope, TRUTH } from "./lowering.ts";
import { appliesOf, neverNotApplicable, whereApplies } from "./not-applicable.ts";
import { isNumber, lowerOperand } from "./numbers.ts";
import { isOneOf, membersOf } from "./options.ts";
import { conjunction, saysTopDown } from "./row-tests.ts";

/**
 * Decision tables. A row holds where all its cells do. `评定` gives a grade or points and is a choice by conditions;
 * `处理` makes each row a clause: a case in no row has no consequence, one in two rows is an error unless `依次` is said.
 */

export function lowerDecisionTable(
  lowering: Lowering,
  s: ast.DecisionTable,
  goal: Goal,
  scope: Scope,
): ir.Expr | null {
  const inputs = inputsOf(lowering, s, scope);
  if (!inputs) return null;
  const rows: CaseRow[] = [];
  let rest: Pick<CaseRow, "result" | "span"> | null = null;
  let wrong = false;
  for (const row of s.rows) {
    const { span } = row;
    const result = tableResult(lowering, row.result as ast.Expression, goal, scope);
    const isRest = row.tests.every((t) => t.kind === "rest");
    const parts = isRest ? [] : cellsOf(lowering, s, row, inputs, scope);
    // A mistake in one row leaves those of the others to be told.
    if (!result || !parts) wrong = true;
    else if (isRest) rest = { result, span };
    else rows.push({ when: conjunction(parts), result, span });
  }
  if (wrong) return null;
  return choose(lowering, rows, rest, s, goal, scope);
}

function inputsOf(lowering: Lowering, s: ast.DecisionTable, scope: Scope): ir.Expr[] | null {
  const inputs: ir.Expr[] = [];
  for (const node of s.inputs) {
    const input = lowerExpression(lowering, node, scope, "bare");
    if (!input) return null;
    inputs.push(input);
  }
  return inputs;
}

/** What each cell of a row says. */
function cellsOf(
  lowering: Lowering,
  s: ast.DecisionTable,
  row: ast.TableRow,
  inputs: readonly ir.Expr[],
  scope: Scope,
): ir.Expr[] | null {
  if (row.tests.length !== inputs.length)
    return lowering.report("BF2038", { cells: row.tests.length, columns: inputs.length }, { span: row.span });
  const parts: ir.Expr[] = [];
  for (const [column, test] of row.tests.entries()) {
    const named = s.rows.flatMap((r) => (r.tests[column] ? [r.tests[column]!] : []));
    const part = cellTest(lowering, test, inputs[column]!, s.inputs[column]!, named, scope);
    if (part) parts.push(part);
  }
  return parts.length === inputs.length ? parts : null;
}

/** A row of a table 处理 as the condition of a clause, with the figures that its cells look at. */
export function tableRung(lowering: Lowering, s: ast.DecisionTable, row: number, scope: Scope): Rung | null {
  const modes = s.modes.filter((m) => m.kind !== "handle");
  if (!modesFit(lowering, modes, ["top-down"])) return null;
  const inputs = inputsOf(lowering, s, scope);
  if (!inputs) return null;
  const isRest = (r: ast.TableRow): boolean => r.tests.every((t) => t.kind === "rest");
  const made: { when: ir.Expr; parts: readonly ir.Expr[]; row: ast.TableRow }[] = [];
  for (const r of s.rows) {
    const parts = isRest(r) ? [] : cellsOf(lowering, s, r, inputs, scope);
    if (!parts) return null;
    made.push({ when: conjunction(parts), parts, row: r });
  }
  const named = made.filter((m) => !isRest(m.row));
  const head = modes.at(-1)?.span ?? s.inputs.at(-1)!.span;
  checkRows(
    lowering,
    named.map((m) => ({ when: m.when, span: m.row.span })),
    { hasRest: true, modes, span: head, scope, gapFixes: [] },
  );
  const own = made[row]!;
  const before = isRest(own.row) ? named : saysTopDown(modes) ? named.slice(0, named.indexOf(own)) : [];
  const nots = before.map((m): ir.Expr => ({ op: "not", type: TRUTH, arg: m.when }));
  const { tests } = own.row;
  const span = { start: tests[0]!.span.start, end: tests.at(-1)!.span.end };
  const said = tests.map((t) => saidBy(lowering, t));
  const when = truthCell(lowering, scope, conjunction([...own.parts, ...nots]), span);
  const atoms = own.parts.map((part, column): ir.Atom => {
    const input = inputs[column]!;
    const node = s.inputs[column]!.span;
    const name = lowering.text(node);
    const shown =
      input.op === "cell" || input.op === "field" || input.op === "via"
        ? input
        : refer(lowering.hoist(scope, input, name, node));
    const holds = truthCell(lowering, scope, part, tests[column]!.span).id;
    return { holds, name, value: shown, test: said[column]! };
  });
  const text = said.map((words, column) => `${lowering.text(s.inputs[column]!.span)} ${words}`);
  return { when, reasons: [{ cite: scope.cite, holds: when.id, atoms, text: text.join("，") }] };
}

/** A cell in words: `好` says that it is 好. */
function saidBy(lowering: Lowering, test: ast.BandTest): string {
  const words = lowering.text(test.span);
  const bare = test.kind === "equals" && test.values[0]?.span.start === test.span.start;
  if (!bare) return words;
  return lowering.model.file.language === "zh" ? `为 ${words}` : `is ${words}`;
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
