import type { Phrase } from "../../../diagnostics/message.ts";
import { inMessage, labelled, phrase } from "../../../diagnostics/phrases.ts";
import type { Fix } from "../../../diagnostics/problem.ts";
import type * as ast from "../../../parser/ast.ts";
import { divide, type Rational, toText } from "../../../runtime/rational.ts";
import type { Span } from "../../../source/span.ts";
import { addedTo, endOfHead } from "../../analyze/closings.ts";
import type { Provision } from "../../analyze/model.ts";
import { type Assignment, checkRegions, type RegionFinding } from "../../analyze/regions.ts";
import type * as ir from "../ir.ts";
import { restAsRows } from "./band-fixes.ts";
import { type Goal, lowerResult, modesFit, resultType } from "./choices.ts";
import { lowerRowTest, truthCell } from "./conditions.ts";
import type { Rung } from "./ladders.ts";
import { type Lowering, type Scope, TRUTH } from "./lowering.ts";
import { conjunction, saysTopDown } from "./row-tests.ts";

/**
 * Choosing by conditions: `按情形` rows, and what decision tables share with them. Rows must exclude each other and
 * cover everything; with `依次` the first that holds counts, and only coverage is asked for.
 */

export interface CaseRow {
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

/** The first row that holds gives the value. Gaps and overlaps are reported. */
export function choose(
  lowering: Lowering,
  rows: readonly CaseRow[],
  rest: Pick<CaseRow, "result" | "span"> | null,
  node: ast.CaseChoice | ast.DecisionTable,
  goal: Goal,
  scope: Scope,
): ir.Expr | null {
  const { modes, target } = node;
  if (!modesFit(lowering, modes, ["top-down"])) return null;
  if (rows.length === 0) return rest?.result ?? null;
  const gapFixes = node.kind === "case-choice" ? restAsRows(lowering, node.rows, phrase("other-cases")) : [];
  checkRows(lowering, rows, {
    hasRest: rest !== null,
    modes,
    span: target?.span ?? node.span,
    scope,
    gapFixes,
  });
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

/** Reports the cases that no row or several rows hold for. `hasRest`: what is in no row is provided for. */
export function checkRows(
  lowering: Lowering,
  rows: readonly Pick<CaseRow, "when" | "span">[],
  {
    modes,
    ...how
  }: {
    readonly hasRest: boolean;
    readonly modes: readonly ast.ChoiceMode[];
    readonly span: Span;
    readonly scope: Scope;
    readonly gapFixes: readonly Fix[];
  },
): void {
  const at = endOfHead(lowering.model, [how.span, modes.at(-1)?.span]);
  const overlapFixes = at === null ? [] : addedTo(lowering.model, at, ["依次"]);
  const topDown = saysTopDown(modes);
  for (const f of regionsOf(
    lowering,
    rows.map((r) => r.when),
  ))
    reportRegion(lowering, f, rows, { ...how, topDown, overlapFixes });
}

/** {@link checkRegions}, seeing through the unnamed cells of conditions. */
export function regionsOf(lowering: Lowering, conditions: readonly ir.Expr[]): RegionFinding[] {
  const { enumerations, orders, parameters } = lowering.model;
  const place = (parameter: number, order: readonly string[]) => order.indexOf(parameters[parameter]!.name);
  return checkRegions(
    conditions,
    enumerations,
    (cell) => {
      const draft = lowering.drafts[cell]!;
      return draft.name === null && draft.body?.kind === "expression" ? draft.body.expr : null;
    },
    (lower, higher) => orders.some((o) => place(lower, o) >= 0 && place(lower, o) < place(higher, o)),
  );
}

/** 综合得分 60分，安全事故 无: a case in words. */
export function describeRegion(lowering: Lowering, scope: Scope, at: Assignment): Phrase {
  const shown = [...at.values()].map(({ expr, value }) => describeValue(lowering, scope, expr, value));
  return { zh: shown.map((s) => s.zh).join("，"), en: shown.map((s) => s.en).join(", ") };
}

function reportRegion(
  lowering: Lowering,
  f: RegionFinding,
  rows: readonly Pick<CaseRow, "when" | "span">[],
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
  const witness = inMessage("witness", describeRegion(lowering, scope, f.at));
  if (f.kind === "gap") {
    if (!hasRest) lowering.report("BF3121", witness, { span, fixes: gapFixes });
    return;
  }
  if (topDown) return;
  const [first, second] = [rows[f.first]!, rows[f.second]!];
  lowering.report(
    "BF3122",
    { ...witness, first: lowering.text(first.span), second: lowering.text(second.span) },
    {
      span: second.span,
      related: [labelled("other-row", first.span)],
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
): Phrase {
  if (expr.op === "compare" && typeof value === "number") {
    const [left, right] = [expr.left, expr.right].map((e) => nameOf(lowering, scope, e)) as [Phrase, Phrase];
    return phrase(value < 0 ? "case-below" : value > 0 ? "case-above" : "case-equal", {
      ...inMessage("left", left),
      ...inMessage("right", right),
    });
  }
  const name = nameOf(lowering, scope, expr);
  const is = (shown: string): Phrase => ({ zh: `${name.zh} ${shown}`, en: `${name.en} ${shown}` });
  if (typeof value === "boolean") return phrase(value ? "case-yes" : "case-no", inMessage("name", name));
  if (typeof value === "number")
    return is(
      expr.type.kind === "choice"
        ? lowering.model.enumerations[expr.type.enumeration]!.members[value]!
        : String(value),
    );
  const display = expr.type.kind === "number" ? expr.type.display : null;
  return is(display ? toText(divide(value, display.factor)) + display.unit : toText(value));
}

function nameOf(lowering: Lowering, scope: Scope, e: ir.Expr): Phrase {
  const name = declaredName(lowering, scope, e);
  return name === null ? phrase("some-condition") : { zh: name, en: name };
}

function declaredName(lowering: Lowering, scope: Scope, e: ir.Expr): string | null {
  if (e.op === "cell") return lowering.drafts[e.cell]!.name ?? lowering.drafts[e.cell]!.text;
  if (e.op === "field" && e.of === "subject") return scope.kind.fields[e.field]?.name ?? "";
  return e.op === "parameter" ? lowering.model.parameters[e.parameter]!.name : null;
}
