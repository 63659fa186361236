import type * as ast from "../../../parser/ast.ts";
import type * as ir from "../ir.ts";
import { lowerResult, resultType } from "./choices.ts";
import { truthCell } from "./conditions.ts";
import type { Rung } from "./ladders.ts";
import { type Draft, type Lowering, refer, type Scope } from "./lowering.ts";
import { lowerOperand } from "./numbers.ts";
import { isOneOf } from "./options.ts";
import { lowerTail, withoutRestricted } from "./population.ts";
import { lastOfAll } from "./rank-last.ts";
import { EVERYONE, headEnd, inTail, lowerPlaces, TIES, tieIn } from "./ranks.ts";

/**
 * Points and consequences by rank: `依 得分 由高到低 排名 计 名次分:`, `… 排名 处理:`. The rows are placed as
 * grades are, on a scale of their own that has one member for each row.
 */

/** Points by rank; null after a mistake was reported. */
export function lowerRankPoints(lowering: Lowering, s: ast.RankChoice, scope: Scope): ir.Expr | null {
  const placed = placementOfRows(lowering, s, scope);
  const results = s.rows.map((row) => lowerResult(lowering, row.result, { kind: "points" }, scope));
  if (!placed || results.some((r) => r === null)) return null;
  const rest = s.rows.findIndex((r) => r.test.kind === "rest");
  const head = { start: s.span.start, end: headEnd(s) };
  if (rest < 0) return lowering.report("BF3113", { text: lowering.text(head) }, { span: head });
  const type = resultType(results as ir.Expr[], { kind: "points" });
  return s.rows.reduceRight<ir.Expr>(
    (otherwise, _, row) =>
      row === rest
        ? otherwise
        : ({
            op: "if",
            type,
            condition: isOneOf(refer(placed), [row]),
            then: results[row]!,
            otherwise,
          } as ir.Expr),
    results[rest]!,
  );
}

/** A row of a ranking as the condition of a clause. */
export function rankRung(lowering: Lowering, s: ast.RankChoice, row: number, scope: Scope): Rung | null {
  const { span } = s.rows[row]!.test;
  const scale = s.target && lowering.model.scales.get(s.target.text);
  const test = scale ? gradeTest(lowering, s, row, scope) : rowTest(lowering, s, row, scope);
  if (!test) return null;
  const when = truthCell(lowering, scope, test, span);
  const value = lowerOperand(lowering, s.value, scope);
  if (!value) return null;
  const shown = refer(lowering.hoist(scope, value, lowering.text(s.value.span), s.value.span));
  const name = lowering.text(s.value.span);
  const atom: ir.Atom = { holds: when.id, name, value: shown, test: lowering.text(span) };
  return {
    when,
    reasons: [{ cite: scope.cite, holds: when.id, atoms: [atom], text: `${name} ${atom.test}` }],
  };
}

function rowTest(lowering: Lowering, s: ast.RankChoice, row: number, scope: Scope): ir.Expr | null {
  const placed = placementOfRows(lowering, s, scope);
  return placed && isOneOf(refer(placed), [row]);
}

/** In a ranking for grades the place shows by the grade, so that it is the place that was really given. */
function gradeTest(lowering: Lowering, s: ast.RankChoice, row: number, scope: Scope): ir.Expr | null {
  const { result, span } = s.rows[row]!;
  const target = s.target!.text;
  const definers = lowering.definersOf(scope.kind.index, target);
  const at = definers.findIndex((d) => d.provision.statement === s);
  const graded = lowering.demand(scope.kind.index, target);
  const base = graded?.body?.kind === "grade" ? graded.body.bases[at] : undefined;
  const placed = base && lowering.drafts[base.value]!;
  if (placed?.body?.kind !== "placement") return null;
  const { rows, rest } = placed.body;
  const own = s.rows.slice(0, row).filter((r) => r.test.kind !== "rest").length;
  const grade = s.rows[row]!.test.kind === "rest" ? rest : rows[own]!.grade;
  const shared = rows.filter((r) => r.grade === grade).length + (rest === grade ? 1 : 0) > 1;
  if (grade === null) return null;
  if (shared) return lowering.report("BF2185", { row: lowering.text(result.span) }, { span });
  return isOneOf(refer(placed), [grade]);
}

/** The placement of the rows, each a member of its own. */
function placementOfRows(lowering: Lowering, s: ast.RankChoice, scope: Scope): Draft | null {
  const score = lowerOperand(lowering, s.value, scope);
  const said = lowerTail(lowering, s.options, scope, s.span);
  if (!score || !said) return null;
  const span = { start: s.span.start, end: headEnd(s) };
  const text = lowering.text(span);
  const tail = said.withoutRestricted ? withoutRestricted(lowering, said, scope, span) : said;
  if (!tail) return null;
  if (tail.ties === null && tail.tieBreak === null)
    lowering.report("BF3103", { text, ...tieIn(s) }, { span, fixes: inTail(lowering, s, TIES) });
  if (!tail.poolSaid) lowering.report("BF3104", { text }, { span, fixes: inTail(lowering, s, EVERYONE) });
  const rows: ir.PlacementRow[] = [];
  for (const [grade, { test }] of s.rows.entries()) {
    if (test.kind === "rest") continue;
    const row = lowerPlaces(lowering, test, grade, tail.rounding, tail.base, scope);
    if (!row) return null;
    rows.push(row);
  }
  const rest = s.rows.findIndex((r) => r.test.kind === "rest");
  const ranked = lowering.hoist(scope, score, lowering.text(s.value.span), s.value.span);
  const standing = lastOfAll(lowering, ranked, s, scope);
  if (!standing) return null;
  const enumeration = lowering.enumerate({
    name: `${lowering.cite(scope.cite)} ${text}`,
    kind: "options",
    members: s.rows.map((r, i) => `${i + 1} ${lowering.text(r.test.span)}`),
    former: [],
  });
  const body: ir.PlacementBody = {
    kind: "placement",
    enumeration,
    score: standing.id,
    order: s.order,
    tieBreak: tail.tieBreak,
    ties: tail.ties ?? "open",
    pool: tail.pool,
    groups: tail.groups,
    ceilings: [],
    rows,
    rest: rest < 0 ? null : rest,
  };
  return lowering.hoistBody(scope, { kind: "choice", enumeration }, body, text, s.span);
}
