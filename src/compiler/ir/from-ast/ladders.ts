import type * as ast from "../../../parser/ast.ts";
import { isInteger } from "../../../runtime/rational.ts";
import { checkCoverage, type Interval } from "../../analyze/coverage.ts";
import type { KindSymbol, PathStep, Provision } from "../../analyze/model.ts";
import type * as ir from "../ir.ts";
import { reportOverlap } from "./band-findings.ts";
import { bandInterval } from "./choices.ts";
import { type ClauseCondition, isLadder } from "./clauses.ts";
import { lowerPart, truthCell } from "./conditions.ts";
import { type Draft, type Lowering, refer, type Scope, subjectScope, TRUTH } from "./lowering.ts";
import { constant, lowerOperand, type NumberExpr } from "./numbers.ts";

/**
 * Ladders: `依 次数 处理` with bands, or `分级处理` with conditions. Each rung is a clause of its own.
 * 就高: only the highest rung reached applies. 逐级累加: it and every rung below it.
 */
export function rungCondition(
  lowering: Lowering,
  provision: Provision,
  row: number,
  kind: KindSymbol,
): ClauseCondition | null {
  const s = provision.statement;
  if (!isLadder(s)) return null;
  const rung = s.rows[row]!;
  const label = rung.label;
  const path: readonly PathStep[] = label ? [...provision.path, { label, title: null }] : provision.path;
  const cite = label ? lowering.citeItem(path, rung.span) : provision.cite;
  const scope = subjectScope(kind, cite);
  if (rung.result.kind !== "effects")
    return lowering.unsupported("阶梯里的评定或得分", "grades or points on a ladder", rung.result.span);
  const own =
    s.kind === "staged-ladder" ? stagedRung(lowering, s, row, scope) : bandRung(lowering, s, row, scope);
  return own && { ...own, cite, path, span: rung.span };
}

type Mode = "adding" | "replacing";

function saidMode(modes: readonly ast.ChoiceMode[]): Mode | null {
  for (const m of modes) if (m.kind === "adding" || m.kind === "replacing") return m.kind;
  return null;
}

function modeMissing(lowering: Lowering, s: ast.Statement, end: number): null {
  const span = { start: s.span.start, end };
  return lowering.report("BF3116", { text: lowering.text(span) }, { span });
}

type Rung = Pick<ClauseCondition, "when" | "reasons">;

/** A rung of a ladder over a count: its band, or its band and everything above. */
function bandRung(
  lowering: Lowering,
  s: ast.Ladder | ast.BandChoice,
  row: number,
  scope: Scope,
): Rung | null {
  const value = lowerOperand(lowering, s.value, scope);
  if (!value) return null;
  // A count climbs from rung to rung, so it must be said whether lower rungs stay; a score is in one band.
  const counts = value.type.step !== null && isInteger(value.type.step) && value.type.dimension !== "分";
  const mode = saidMode(s.modes) ?? (counts ? modeMissing(lowering, s, s.value.span.end) : "replacing");
  if (mode === null) return null;
  const intervals = s.rows.map((r) =>
    r.test.kind === "rest" ? null : bandInterval(lowering, r.test, value, s.value),
  );
  const rows = intervals.flatMap((interval, index) =>
    interval && interval !== "rest" ? [{ interval, index }] : [],
  );
  // A ladder need not cover everything (no notice, no measure), but no count may stand on two rungs.
  for (const f of checkCoverage(
    rows.map((r) => r.interval),
    value.type,
    true,
  ))
    if (f.kind === "overlap")
      reportOverlap(
        lowering,
        s.rows[rows[f.first]!.index]!,
        s.rows[rows[f.second]!.index]!,
        f.witness,
        value.type,
      );
  const own = intervals[row];
  if (!own || own === "rest")
    return s.rows[row]!.test.kind === "rest"
      ? lowering.unsupported("阶梯里的“其余”", "“the rest” on a ladder", s.rows[row]!.span)
      : null;
  const reach: Interval = mode === "adding" ? { low: own.low, high: null } : own;
  const shown =
    value.op === "cell" || value.op === "field"
      ? value
      : refer(lowering.hoist(scope, value, lowering.text(s.value.span), s.value.span));
  const when = truthCell(lowering, scope, inInterval(shown, value.type, reach), s.rows[row]!.test.span);
  const atom: ir.Atom = {
    holds: when.id,
    name: lowering.text(s.value.span),
    value: shown,
    test: lowering.text(s.rows[row]!.test.span),
  };
  return {
    when,
    reasons: [{ cite: scope.cite, holds: when.id, atoms: [atom], text: `${atom.name} ${atom.test}` }],
  };
}

/** The test that a value lies in an interval. */
export function inInterval(value: ir.Expr, type: ir.NumberType, { low, high }: Interval): ir.Expr {
  const parts: ir.Expr[] = [];
  const bound = (at: NonNullable<Interval["low"]>): NumberExpr =>
    constant(at.value, { ...type, low: at.value, high: at.value });
  if (low)
    parts.push({
      op: "compare",
      type: TRUTH,
      cmp: low.included ? ">=" : ">",
      left: value,
      right: bound(low),
    });
  if (high)
    parts.push({
      op: "compare",
      type: TRUTH,
      cmp: high.included ? "<=" : "<",
      left: value,
      right: bound(high),
    });
  if (parts.length === 0) return { op: "truth", type: TRUTH, value: true };
  return parts.length === 1 ? parts[0]! : { op: "and", type: TRUTH, args: parts };
}

/** A rung stated as a condition; later rows are higher. */
function stagedRung(lowering: Lowering, s: ast.StagedLadder, row: number, scope: Scope): Rung | null {
  const mode = saidMode(s.modes) ?? modeMissing(lowering, s, s.modes.at(-1)?.span.end ?? s.span.end);
  if (mode === null) return null;
  const parts: { cell: Draft; atoms: readonly ir.Atom[]; text: string }[] = [];
  for (const r of s.rows.slice(row)) {
    const part = lowerPart(lowering, r.test, scope);
    if (!part) return null;
    parts.push({
      cell: truthCell(lowering, scope, part.expr, r.test.span),
      atoms: part.atoms,
      text: lowering.text(r.test.span),
    });
  }
  const [own, ...higher] = parts;
  let expr: ir.Expr = refer(own!.cell);
  if (higher.length > 0) {
    const above = higher.map((p) => refer(p.cell));
    expr =
      mode === "adding"
        ? { op: "or", type: TRUTH, args: [expr, ...above] }
        : {
            op: "and",
            type: TRUTH,
            args: [expr, ...above.map((arg): ir.Expr => ({ op: "not", type: TRUTH, arg }))],
          };
  }
  const when = truthCell(lowering, scope, expr, s.rows[row]!.test.span);
  const atoms = mode === "adding" ? parts.flatMap((p) => p.atoms) : own!.atoms;
  return { when, reasons: [{ cite: scope.cite, holds: when.id, atoms, text: own!.text }] };
}
