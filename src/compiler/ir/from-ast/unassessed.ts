import type * as ast from "../../../parser/ast.ts";
import type { KindSymbol, PathStep, Provision } from "../../analyze/model.ts";
import type * as ir from "../ir.ts";
import { bandInterval } from "./choices.ts";
import { addClause } from "./clauses.ts";
import { lowerPart, truthCell } from "./conditions.ts";
import { lowerExpression } from "./expressions.ts";
import { inInterval } from "./ladders.ts";
import { type Lowering, type Scope, TRUTH } from "./lowering.ts";
import { appliesOf, whereApplies } from "./not-applicable.ts";
import { isNumber } from "./numbers.ts";

/**
 * Rows of a choice that leave the subject out: `不适用 不予评定`, `新设 的 不予评定`. Each is a clause of its
 * own, like the same words after a condition; the grade that stands in the row is never reached.
 */

export const leavesOut = (result: ast.RowResult): boolean =>
  result.kind === "effects" &&
  result.effects.length === 1 &&
  result.effects[0]!.kind === "not-assessed" &&
  result.effects[0]!.modality === "must";

/** What the rows add to the conditions under which nothing is assessed; null after a report. */
export function unassessedRows(
  lowering: Lowering,
  provision: Provision,
  kind: KindSymbol,
  scope: Scope,
): { clause: number; when: number }[] | null {
  const s = provision.statement;
  if (s.kind !== "band-choice" && s.kind !== "case-choice") return [];
  const out: { clause: number; when: number }[] = [];
  for (const row of s.rows) {
    if (!leavesOut(row.result)) continue;
    const expr = conditionOf(lowering, s, row, scope);
    if (!expr) return null;
    const when = truthCell(lowering, scope, expr, row.test.span);
    const path: readonly PathStep[] = row.label
      ? [...provision.path, { label: row.label, title: null }]
      : provision.path;
    const cite = row.label ? lowering.citeItem(path, row.span) : provision.cite;
    const text = lowering.text(row.test.span);
    const clause = addClause(
      lowering,
      provision,
      lowering.text(row.result.span),
      { when, reasons: [{ cite, holds: when.id, atoms: [], text }], cite, path, span: row.span },
      kind,
    );
    if (!clause) return null;
    out.push({ clause: clause.id, when: clause.when.id });
  }
  return out;
}

function conditionOf(
  lowering: Lowering,
  s: ast.BandChoice | ast.CaseChoice,
  row: (ast.BandChoice | ast.CaseChoice)["rows"][number],
  scope: Scope,
): ir.Expr | null {
  if (s.kind === "case-choice") {
    const test = row.test as ast.CaseChoice["rows"][number]["test"];
    if (test.kind === "rest" || s.modes.some((m) => m.kind === "top-down"))
      return lowering.unsupported(
        "依次或者其余的行里不予评定",
        "leaving out by a row read top-down",
        row.span,
      );
    return lowerPart(lowering, test, scope)?.expr ?? null;
  }
  const value = lowerExpression(lowering, s.value, scope, "bare");
  if (!value) return null;
  const test = row.test as ast.BandTest;
  if (test.kind === "not-applicable") {
    const args = appliesOf(lowering, value, scope);
    const applies: ir.Expr = args.length === 1 ? args[0]! : { op: "and", type: TRUTH, args };
    return { op: "not", type: TRUTH, arg: applies };
  }
  const interval = isNumber(value) ? bandInterval(lowering, test, value, s.value) : "rest";
  if (interval === null) return null;
  if (interval === "rest" || !isNumber(value))
    return lowering.unsupported("其余的行里不予评定", "leaving out the rest", row.span);
  return whereApplies(lowering, inInterval(value, value.type, interval), scope);
}
