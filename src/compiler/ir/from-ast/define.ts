import { defineBallot } from "./ballots.ts";
import { lowerCaseChoice, lowerDecisionTable } from "./cases.ts";
import { lowerBandChoice } from "./choices.ts";
import { guardOf } from "./clauses.ts";
import { lowerCondition } from "./conditions.ts";
import { lowerExpression } from "./expressions.ts";
import { defineGrade } from "./grades.ts";
import { defineGroup, defineIndicator } from "./indicators.ts";
import { type Definer, type Draft, type Lowering, recordScope, refer, subjectScope } from "./lowering.ts";
import { withScoreEffects } from "./scores.ts";

/** Lowers the definition behind a name: a formula, a computed column, points by bands, or a grade. */
export function define(lowering: Lowering, draft: Draft, definers: readonly Definer[]): void {
  const first = definers[0];
  if (!first) return;
  const name = draft.name ?? "";
  const { statement, cite } = first.provision;
  const outer = subjectScope(first.kind, cite);
  const scale = first.list ? undefined : lowering.model.scales.get(name);
  if (scale) {
    // The type is known before the value: last year's grade may be part of this year's.
    draft.type = { kind: "choice", enumeration: scale.enumeration };
    defineGrade(lowering, draft, scale, definers);
    return;
  }
  for (const other of definers.slice(1))
    lowering.report(
      "BF2003",
      { name },
      {
        span: other.provision.statement.span,
        related: [{ span: statement.span, zh: "第一次定义在这里", en: "first defined here" }],
      },
    );
  const guard = guardOf(lowering, first.provision, outer);
  if (guard === "failed") return;
  if (guard !== null) {
    lowering.unsupported(
      "一部分对象单独定义(…的对象:)",
      "defining a value for a part of the subjects",
      statement.span,
    );
    return;
  }
  let expr = null;
  if (statement.kind === "definition") {
    const record = first.list?.type?.kind === "list" ? lowering.model.records[first.list.type.record]! : null;
    const scope = first.list && record ? recordScope(outer, first.list, record) : outer;
    const items = statement.items ?? [];
    const listed =
      items.length > 0
        ? lowerCondition(
            lowering,
            statement.value,
            { path: first.provision.path, items, provision: first.provision },
            scope,
          )
        : null;
    expr =
      items.length > 0 ? listed && refer(listed.when) : lowerExpression(lowering, statement.value, scope);
    if (expr && !first.list) expr = withScoreEffects(lowering, draft, expr, first.kind);
  } else if (statement.kind === "indicator" && !first.list) {
    expr = defineIndicator(lowering, first.provision, first.kind);
  } else if (statement.kind === "ballot" && !first.list) {
    expr = defineBallot(lowering, first.provision, first.kind);
  } else if (statement.kind === "indicator-group" && !first.list) {
    expr = defineGroup(lowering, first.provision, first.kind);
  } else if (statement.kind === "band-choice" && !first.list) {
    const gradeRow = statement.rows.find((r) => r.result.kind === "grade");
    if (gradeRow)
      lowering.report(
        "BF2001",
        {
          name,
          what: "等次",
          whatEn: "grade scale",
          hint: `先写“等次 ${name} 由高到低 …”。`,
          hintEn: `Declare “grades ${name} descending …” first.`,
        },
        { span: statement.target?.span ?? statement.span },
      );
    else expr = lowerBandChoice(lowering, statement, { kind: "points" }, outer);
  } else if (statement.kind === "case-choice" && !first.list) {
    expr = lowerCaseChoice(lowering, statement, { kind: "points" }, outer);
  } else if (statement.kind === "decision-table" && !first.list) {
    expr = lowerDecisionTable(lowering, statement, { kind: "points" }, outer);
  } else if (statement.kind === "rank-choice")
    lowering.report(
      "BF2001",
      {
        name,
        what: "等次",
        whatEn: "grade scale",
        hint: `先写“等次 ${name} 由高到低 …”。`,
        hintEn: `Declare “grades ${name} descending …” first.`,
      },
      { span: statement.target.span },
    );
  else if (first.list)
    lowering.unsupported("在“每份”里评定或排名", "grades or ranks of records", statement.span);
  if (!expr) return;
  draft.type = expr.type;
  draft.body = { kind: "expression", expr };
}
