import { labelled } from "../../../diagnostics/phrases.ts";
import type * as ast from "../../../parser/ast.ts";
import { isInteger } from "../../../runtime/rational.ts";
import { type AnyLadder, modeFixes } from "../../analyze/ladder-modes.ts";
import type { Provision } from "../../analyze/model.ts";
import type * as ir from "../ir.ts";
import { modesFit } from "./choices.ts";
import type { ClauseCondition } from "./clauses.ts";
import { lowerRowTest, truthCell } from "./conditions.ts";
import { lowerExpression } from "./expressions.ts";
import { type Draft, type Lowering, refer, type Scope, TRUTH } from "./lowering.ts";
import { type BandRows, bandTests, saysTopDown } from "./row-tests.ts";

/**
 * Ladders: `依 次数 处理` with bands, or `分级处理` with conditions. Each rung is a clause of its own.
 * 就高: only the highest rung reached applies. 逐级累加: it and every rung below it.
 */
export function ladderRung(
  lowering: Lowering,
  s: ast.Ladder | ast.StagedLadder | ast.BandChoice,
  row: number,
  provision: Provision,
  scope: Scope,
): Rung | null {
  return s.kind === "staged-ladder"
    ? stagedRung(lowering, s, row, provision, scope)
    : bandRung(lowering, s, row, scope);
}

type Mode = "adding" | "replacing";

function saidMode(modes: readonly ast.ChoiceMode[]): Mode | null {
  for (const m of modes) if (m.kind === "adding" || m.kind === "replacing") return m.kind;
  return null;
}

/** Which rungs it concerns, and the two ways to say it. */
function modeMissing(lowering: Lowering, s: AnyLadder, end: number): null {
  const span = { start: s.span.start, end };
  return lowering.report(
    "BF3116",
    {
      text: lowering.text(span),
      lower: `“${lowering.text(s.rows[0]!.test.span)}”`,
      higher: `“${lowering.text(s.rows.at(1)?.test.span ?? s.rows[0]!.test.span)}”`,
    },
    {
      span,
      related: s.rows.slice(1).map((row) => labelled("lower-rungs-still", row.test.span)),
      fixes: modeFixes(lowering.model, s, ["replacing", "adding"]),
    },
  );
}

export type Rung = Pick<ClauseCondition, "when" | "reasons">;

/** A rung of a ladder over a count: its band, or its band and everything above. */
function bandRung(
  lowering: Lowering,
  s: ast.Ladder | ast.BandChoice,
  row: number,
  scope: Scope,
): Rung | null {
  const said = s.modes.filter((m) => m.kind !== "handle");
  if (!modesFit(lowering, said, RUNGS)) return null;
  const value = lowerExpression(lowering, s.value, scope, "bare");
  if (!value) return null;
  // A count climbs from rung to rung, so it must be said whether lower rungs stay; a score is in one band.
  const { type } = value;
  const counts =
    type.kind === "number" && type.step !== null && isInteger(type.step) && type.dimension !== "分";
  const mode =
    saidMode(s.modes) ??
    (counts && !saysTopDown(s.modes) ? modeMissing(lowering, s, s.value.span.end) : "replacing");
  if (mode === null) return null;
  const rows = bandTests(lowering, s, scope, { reach: mode === "adding" ? "upwards" : "own", ladder: true });
  return rows && rungOf(lowering, s, row, rows, scope);
}

const RUNGS: readonly ast.ChoiceMode["kind"][] = ["adding", "replacing", "top-down"];

/** A row as the condition of a clause, with the figure that it looks at. */
export function rungOf(
  lowering: Lowering,
  s: Pick<ast.BandChoice, "value" | "rows">,
  row: number,
  { tests, value }: BandRows,
  scope: Scope,
): Rung {
  const { span } = s.rows[row]!.test;
  const when = truthCell(lowering, scope, tests[row]!, span);
  const atom: ir.Atom = {
    holds: when.id,
    name: lowering.text(s.value.span),
    value,
    test: lowering.text(span),
  };
  return {
    when,
    reasons: [{ cite: scope.cite, holds: when.id, atoms: [atom], text: `${atom.name} ${atom.test}` }],
  };
}

/** A rung stated as a condition; later rows are higher. */
function stagedRung(
  lowering: Lowering,
  s: ast.StagedLadder,
  row: number,
  provision: Provision,
  scope: Scope,
): Rung | null {
  const mode = saidMode(s.modes) ?? modeMissing(lowering, s, s.modes.at(-1)?.span.end ?? s.span.end);
  if (mode === null) return null;
  const parts: {
    cell: Draft;
    atoms: readonly ir.Atom[];
    items: readonly ir.Reason[];
    text: string;
  }[] = [];
  for (const r of s.rows.slice(row)) {
    const part = lowerRowTest(lowering, r, provision, scope);
    if (!part) return null;
    const cell = truthCell(lowering, scope, part.expr, r.test.span);
    parts.push({ cell, atoms: part.atoms, items: part.items, text: lowering.text(r.test.span) });
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
  const items = mode === "adding" ? parts.flatMap((p) => p.items) : own!.items;
  return { when, reasons: [{ cite: scope.cite, holds: when.id, atoms, text: own!.text }, ...items] };
}
