import { unsaid, worded } from "../../../diagnostics/phrases.ts";
import type { Fix } from "../../../diagnostics/problem.ts";
import type * as ast from "../../../parser/ast.ts";
import { addedTo, endOfHead, ROUNDINGS } from "../../analyze/closings.ts";
import type * as ir from "../ir.ts";
import { inRowBrackets, restRows } from "./band-fixes.ts";
import { lowerResult } from "./choices.ts";
import type { Draft, Lowering, Scope } from "./lowering.ts";
import { isNumber, lowerOperand } from "./numbers.ts";
import { lowerTail, type Tail } from "./population.ts";
import { lastOfAll } from "./rank-last.ts";
import { besideValue, valuePart } from "./row-effects.ts";

/** Choosing by rank: rows of places from the top or the bottom, and everything a tail must say. */

/**
 * `其余 不予评定`: whoever is not placed has no grade, which the ranking gives by itself. As a clause it would ask for
 * the place of the grade that it takes away.
 */
export const isUnassessedRest = ({ test, result }: ast.Row<ast.RankTest>): boolean =>
  test.kind === "rest" && valuePart(result)?.kind === "none" && besideValue(result).length === 1;

/**
 * @param ceilings the ceilings of the same scale: who is `受限` for 不含 受限者
 * @returns the cell of the placement, or null after a mistake was reported
 */
export function lowerRankChoice(
  lowering: Lowering,
  s: ast.RankChoice,
  enumeration: number,
  ceilings: readonly ir.Bound[],
  scope: Scope,
): Draft | null {
  const score = lowerOperand(lowering, s.value, scope);
  const tail = lowerTail(lowering, s.options, scope, { start: s.span.start, end: headEnd(s) });
  if (!score || !tail) return null;
  const text = lowering.text({ start: s.span.start, end: headEnd(s) });
  const span = { start: s.span.start, end: headEnd(s) };

  const rows: ir.PlacementRow[] = [];
  let rest: number | null = null;
  let unassessed = false;
  let failed = false;
  for (const row of s.rows) {
    if (isUnassessedRest(row)) {
      unassessed = true;
      continue;
    }
    const given = lowerResult(lowering, row.result, { kind: "grade", enumeration }, scope);
    if (given?.op !== "member") {
      failed = true;
      continue;
    }
    const grade = given.value;
    if (row.test.kind === "rest") {
      rest = grade;
      continue;
    }
    const lowered = lowerPlaces(lowering, row.test, grade, tail.rounding, tail.base, scope);
    if (lowered) rows.push(lowered);
    else failed = true;
  }
  if (failed) return null;
  if (tail.ties === null && tail.tieBreak === null)
    lowering.report("BF3103", { text, ...tieIn(s) }, { span, fixes: inTail(lowering, s, TIES) });
  if (!tail.poolSaid) lowering.report("BF3104", { text }, { span, fixes: inTail(lowering, s, EVERYONE) });
  if (rest === null && !unassessed)
    lowering.report("BF3113", { text }, { span, fixes: restRows(lowering, s.rows, enumeration) });
  if (ceilings.length > 0 && !tail.withoutRestricted && !poolLeavesOut(lowering, tail.pool, ceilings))
    lowering.report(
      "BF3106",
      { scale: lowering.model.enumerations[enumeration]!.name },
      { span, fixes: inTail(lowering, s, ["不含 受限者"]) },
    );

  const ranked = lowering.hoist(scope, score, lowering.text(s.value.span), s.value.span);
  const standing = lastOfAll(lowering, ranked, s, scope);
  if (!standing) return null;
  const body: ir.PlacementBody = {
    kind: "placement",
    enumeration,
    score: standing.id,
    order: s.order,
    tieBreak: tail.tieBreak,
    ties: tail.ties ?? "open",
    pool: tail.pool,
    groups: tail.groups,
    ceilings: tail.withoutRestricted ? ceilings : [],
    rows,
    rest,
  };
  return lowering.hoistBody(scope, { kind: "choice", enumeration }, body, text, s.span);
}

/** The pool is "not C" and C is the condition of every ceiling: nobody restricted can take a place. */
function poolLeavesOut(lowering: Lowering, pool: number | null, ceilings: readonly ir.Bound[]): boolean {
  const body = pool === null ? null : lowering.drafts[pool]!.body;
  const expr = body?.kind === "expression" ? body.expr : null;
  const left =
    expr?.op === "not"
      ? [expr.arg]
      : expr?.op === "and"
        ? expr.args.flatMap((a) => (a.op === "not" ? [a.arg] : []))
        : [];
  const text = (e: ir.Expr): string => JSON.stringify(e, (_, v) => (typeof v === "bigint" ? `${v}` : v));
  const out = new Set(left.map(text));
  return ceilings.every((c) => {
    const when = lowering.drafts[c.when]!.body;
    return when?.kind === "expression" && out.has(text(when.expr));
  });
}

export const TIES = ["并列者一并列入", "并列者一并不列入"] as const;
export const EVERYONE = ["全体"] as const;

/** What a ranking may say about its population, as edits of its first line. */
export function inTail(lowering: Lowering, s: ast.RankChoice, ways: readonly string[]): Fix[] {
  const at = endOfHead(lowering.model, [s.value.span, s.target?.span, s.options.at(-1)?.span]);
  return at === null ? [] : addedTo(lowering.model, at, ways);
}

/** The sentence before its rows. */
export function headEnd(s: ast.RankChoice): number {
  return s.options.at(-1)?.span.end ?? s.target?.span.end ?? s.span.end;
}

export function lowerPlaces(
  lowering: Lowering,
  test: Extract<ast.RankTest, { kind: "places" }>,
  grade: number,
  rounding: ir.PlacementRow["share"] extends infer T
    ? T extends { rounding: infer R }
      ? R | null
      : null
    : null,
  base: Tail["base"],
  scope: Scope,
): ir.PlacementRow | null {
  const text = lowering.text(test.span);
  const own = lowerTail(lowering, test.options, scope, test.span);
  const amount = lowerOperand(lowering, test.amount, scope);
  if (!own || !amount) return null;
  if (!isConstantForAll(amount))
    return lowering.report(
      "BF2026",
      {
        value: text,
        ...worded("name", "name-of-places"),
        ...worded("allowed", "same-for-everyone"),
      },
      { span: test.span },
    );
  const row = { end: test.end, grade, cite: scope.cite, amount, text, span: test.span } as const;
  const isShare = test.share || (amount.type.dimension === "" && amount.type.display.unit === "%");
  if (!isShare) {
    if (isNumber(amount) && amount.type.dimension !== "" && amount.type.dimension !== "人")
      return lowering.report(
        "BF2026",
        {
          value: text,
          ...worded("name", "name-of-places"),
          ...worded("allowed", "places-or-share"),
        },
        { span: test.span },
      );
    return { ...row, share: null };
  }
  const of = own.base ?? base;
  if (of && of !== "everyone" && !isConstantForAll(of))
    return lowering.report(
      "BF2026",
      {
        value: text,
        ...worded("name", "name-of-base"),
        ...worded("allowed", scope.within ? "base-of-class" : "base-of-all"),
      },
      { span: test.span },
    );
  const mode = own.rounding ?? rounding;
  if (mode === null) {
    lowering.report(
      "BF3105",
      { text, ...brokenShare(test.amount) },
      { span: test.span, fixes: inRowBrackets(lowering, test, ROUNDINGS) },
    );
    return { ...row, share: { base: of, rounding: "down" } };
  }
  return { ...row, share: { base: of, rounding: mode } };
}

/** Quotas are the same for everyone: constants and parameters only. */
function isConstantForAll(e: ir.Expr): boolean {
  switch (e.op) {
    case "number":
    case "parameter":
      return true;
    case "negate":
    case "round":
      return isConstantForAll(e.arg);
    case "add":
    case "multiply":
    case "min":
    case "max":
      return e.args.every(isConstantForAll);
    case "divide":
      return isConstantForAll(e.left) && isConstantForAll(e.right);
    case "truth":
    case "member":
    case "text":
    case "date":
    case "field":
    case "cell":
    case "context":
    case "via":
    case "compare":
    case "one-of":
    case "and":
    case "or":
    case "not":
    case "at-least":
    case "if":
    case "bands":
    case "aggregate":
    case "linked":
    case "past":
    case "run":
    case "run-length":
    case "over-years":
    case "days-between":
    case "full-years":
    case "later":
      return false;
  }
}

/** Whose tie it would be: of the last one who gets a place and the next. */
export function tieIn(s: ast.RankChoice): { readonly example: string; readonly exampleEn: string } {
  for (const { test } of s.rows) {
    if (test.kind !== "places" || test.share || test.amount.kind !== "number") continue;
    const last = Number(test.amount.text);
    return worded("example", test.end === "top" ? "places-from-top" : "places-from-end", {
      last,
      next: last + 1,
    });
  }
  return worded("example", "equal-at-last-place");
}

/** 13人的20%是2.6人, where the share is a figure. */
export function brokenShare(amount: ast.Expression): {
  readonly example: string;
  readonly exampleEn: string;
} {
  const percent = amount.kind === "number" && amount.unit === "%" ? Number(amount.text) : Number.NaN;
  const of = [13, 7, 11, 17, 9].find((n) => !Number.isInteger((n * percent) / 100));
  if (Number.isNaN(percent) || of === undefined) return unsaid("example");
  const part = String(Math.round(of * percent) / 100);
  const text = `${percent}%`;
  return worded("example", "example-of-share", { of, text, part });
}
