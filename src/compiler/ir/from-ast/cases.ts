import type { Phrase } from "../../../diagnostics/message.ts";
import { inMessage, labelled, oneOf, phrase } from "../../../diagnostics/phrases.ts";
import type { Fix } from "../../../diagnostics/problem.ts";
import type * as ast from "../../../parser/ast.ts";
import { divide, toText } from "../../../runtime/rational.ts";
import type { Span } from "../../../source/span.ts";
import { addedTo, endOfHead } from "../../analyze/closings.ts";
import type { Provision } from "../../analyze/model.ts";
import { type Assignment, checkRegions, type RegionFinding, type Value } from "../../analyze/regions.ts";
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
  let wrong = false;
  for (const row of s.rows) {
    const { test, span } = row;
    const result = lowerResult(lowering, row.result, goal, scope);
    const when = test.kind === "rest" ? "rest" : lowerRowTest(lowering, { ...row, test }, provision, scope);
    // A mistake in one row leaves those of the others to be told.
    if (!result || !when) wrong = true;
    else if (when === "rest") rest = { result, span };
    else rows.push({ when: when.expr, result, span: test.span });
  }
  if (wrong) return null;
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
  const conditions = rows.map((r) => r.when);
  const findings = regionsOf(lowering, conditions);
  for (const f of findings)
    if (f.kind === "gap" && !how.hasRest)
      lowering.report("BF3121", inMessage("witness", describeCases(lowering, how.scope, f.cases, f.whole)), {
        span: how.span,
        fixes: how.gapFixes,
      });
    else if (f.kind === "too-many" && !topDown)
      lowering.report("BF3123", {}, { span: how.span, fixes: overlapFixes });
  const pairs = findings.filter((f) => f.kind === "overlap");
  if (pairs.length > 0 && !topDown) reportOverlaps(lowering, pairs, rows, { ...how, overlapFixes });
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
function describeCase(lowering: Lowering, scope: Scope, at: Assignment): Phrase {
  const shown = [...at.values()].map(({ expr, value, also = [] }) => {
    const one = describeValue(lowering, scope, expr, value);
    if (also.length === 0) return one;
    const all = [value, ...also].map((v) => valueText(lowering, expr, v));
    return named(nameOf(lowering, scope, expr), oneOf(all));
  });
  return { zh: shown.map((s) => s.zh).join("，"), en: shown.map((s) => s.en).join(", ") };
}

/** Cases one after the other, numbered where there are several. @param whole whether there are no others */
export function describeCases(
  lowering: Lowering,
  scope: Scope,
  cases: readonly Assignment[],
  whole: boolean,
): Phrase {
  const shown = cases.map((at) => describeCase(lowering, scope, at));
  if (shown.length === 1 && whole) return shown[0]!;
  const list = {
    zh: shown.map((s, i) => `(${i + 1}) ${s.zh}`).join("；"),
    en: shown.map((s, i) => `(${i + 1}) ${s.en}`).join("; "),
  };
  return whole ? list : phrase("and-other-cases", { shown: list.zh, shownEn: list.en });
}

type Overlap = Extract<RegionFinding, { kind: "overlap" }>;

/** Of more pairs than these the others are there, but not told. */
const MOST_PAIRS = 5;

/**
 * The parameters `first`, `second`, `witness` and `more` of a message about several pairs of rows: one way of reading
 * them (依次) closes all, so they are told together.
 */
export function describePairs(
  lowering: Lowering,
  scope: Scope,
  pairs: readonly Overlap[],
  text: (row: number) => string,
): Readonly<Record<"first" | "second" | "witness" | "witnessEn" | "more" | "moreEn", string>> {
  const inOrder = [...pairs].sort((a, b) => a.first - b.first || a.second - b.second);
  const [one, ...others] = inOrder.slice(0, MOST_PAIRS).map(({ first, second, at }) => ({
    first: text(first),
    second: text(second),
    ...inMessage("witness", describeCase(lowering, scope, at)),
  }));
  const told = others.map((o) => phrase("also-meets-both", o));
  const more = { zh: told.map((t) => t.zh).join(""), en: told.map((t) => t.en).join("") };
  return {
    ...one!,
    ...inMessage(
      "more",
      pairs.length > MOST_PAIRS ? phrase("and-other-cases", { shown: more.zh, shownEn: more.en }) : more,
    ),
  };
}

function reportOverlaps(
  lowering: Lowering,
  pairs: readonly Overlap[],
  rows: readonly Pick<CaseRow, "span">[],
  { scope, overlapFixes }: { readonly scope: Scope; readonly overlapFixes: readonly Fix[] },
): void {
  const involved = [...new Set(pairs.flatMap((p) => [p.first, p.second]))].sort((a, b) => a - b);
  const second = Math.min(...pairs.map((p) => p.second));
  lowering.report(
    "BF3122",
    describePairs(lowering, scope, pairs, (row) => lowering.text(rows[row]!.span)),
    {
      span: rows[second]!.span,
      related: involved.filter((row) => row !== second).map((row) => labelled("other-row", rows[row]!.span)),
      fixes: overlapFixes,
    },
  );
}

/** 综合得分 60分, 安全事故 无, 造假 是. */
function describeValue(lowering: Lowering, scope: Scope, expr: ir.Expr, value: Value): Phrase {
  if (expr.op === "compare" && typeof value === "number") {
    const [left, right] = [expr.left, expr.right].map((e) => nameOf(lowering, scope, e)) as [Phrase, Phrase];
    return phrase(value < 0 ? "case-below" : value > 0 ? "case-above" : "case-equal", {
      ...inMessage("left", left),
      ...inMessage("right", right),
    });
  }
  const name = nameOf(lowering, scope, expr);
  if (typeof value === "boolean") return phrase(value ? "case-yes" : "case-no", inMessage("name", name));
  return named(name, alikeIn(valueText(lowering, expr, value)));
}

const alikeIn = (text: string): Phrase => ({ zh: text, en: text });

const named = (name: Phrase, value: Phrase): Phrase =>
  phrase("value-is", { name: name.zh, nameEn: name.en, value: value.zh, valueEn: value.en });

/** An option by its name, a figure with its unit. */
function valueText(lowering: Lowering, { type }: ir.Expr, value: Value): string {
  if (typeof value === "boolean") return String(value);
  if (typeof value === "number")
    return type.kind === "choice"
      ? lowering.model.enumerations[type.enumeration]!.members[value]!
      : String(value);
  const display = type.kind === "number" ? type.display : null;
  return display ? toText(divide(value, display.factor)) + display.unit : toText(value);
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
