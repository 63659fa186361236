import type * as ast from "../../../parser/ast.ts";
import type { Span } from "../../../source/span.ts";
import type { KindSymbol, PathStep, Provision } from "../../analyze/model.ts";
import { caseRung } from "./cases.ts";
import { type ClauseCondition, guardOf, isLadder } from "./clauses.ts";
import { tableRung } from "./decision-tables.ts";
import { ladderRung, type Rung, rungOf } from "./ladders.ts";
import { type Lowering, refer, type Scope, subjectScope } from "./lowering.ts";
import { rankRung } from "./rank-rows.ts";
import { bandTests } from "./row-tests.ts";

/**
 * A row as a clause of its own: each rung of a ladder, and each row of a choice that does more than give a
 * grade or points (`不满60分 评为 不合格,约谈`). It is cited by its label, if it has one.
 */
export function rowCondition(
  lowering: Lowering,
  provision: Provision,
  row: number,
  kind: KindSymbol,
): ClauseCondition | null {
  const s = provision.statement;
  const own = rowOf(s, row);
  if (own === null) return null;
  const { label, span } = own;
  const path: readonly PathStep[] = label ? [...provision.path, { label, title: null }] : provision.path;
  const cite = label ? lowering.citeItem(path, span) : provision.cite;
  const whole = subjectScope(kind, cite);
  const guard = guardOf(lowering, provision, whole);
  if (guard === "failed") return null;
  const scope: Scope = guard === null ? whole : { ...whole, within: refer(guard) };
  const rung = rungIn(lowering, provision, row, scope);
  return rung && { ...rung, cite, path, span };
}

function rowOf(s: ast.Statement, row: number): { readonly label?: ast.Label; readonly span: Span } | null {
  if (s.kind === "decision-table") return s.rows[row]!;
  if (isLadder(s) || s.kind === "band-choice" || s.kind === "case-choice" || s.kind === "rank-choice")
    return s.rows[row]!;
  return null;
}

function rungIn(lowering: Lowering, provision: Provision, row: number, scope: Scope): Rung | null {
  const s = provision.statement;
  if (isLadder(s)) return ladderRung(lowering, s, row, provision, scope);
  if (s.kind === "decision-table") return tableRung(lowering, s, row, scope);
  if (s.kind === "case-choice") return caseRung(lowering, s, row, provision, scope);
  if (s.kind === "rank-choice") return rankRung(lowering, s, row, scope);
  if (s.kind !== "band-choice") return null;
  const rows = bandTests(lowering, s, scope, { reach: "own", ladder: false });
  return rows && rungOf(lowering, s, row, rows, scope);
}
