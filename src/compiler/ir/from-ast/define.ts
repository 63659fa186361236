import { hinted, labelled, worded } from "../../../diagnostics/phrases.ts";
import type * as ast from "../../../parser/ast.ts";
import { rational } from "../../../runtime/rational.ts";
import type { Span } from "../../../source/span.ts";
import type * as ir from "../ir.ts";
import { defineValidity, isValidity } from "./ballot-validity.ts";
import { defineBallot } from "./ballots.ts";
import { lowerCaseChoice } from "./cases.ts";
import { lowerBandChoice } from "./choices.ts";
import { byClass, type ClassRule, checkClasses } from "./classes.ts";
import { guardOf } from "./clauses.ts";
import { lowerCondition } from "./conditions.ts";
import { lowerDecisionTable } from "./decision-tables.ts";
import { lowerExpression } from "./expressions.ts";
import { defineGrade } from "./grades.ts";
import { defineGroup } from "./indicator-groups.ts";
import { defineIndicator } from "./indicators.ts";
import { type Definer, type Draft, type Lowering, refer, type Scope, subjectScope } from "./lowering.ts";
import { lowerRankPoints } from "./rank-rows.ts";
import { rescaledSum } from "./rescale.ts";
import { valuePart } from "./row-effects.ts";
import { withScoreEffects } from "./scores.ts";

/** Lowers the definition behind a name: a formula, points by bands, or a grade. */
export function define(lowering: Lowering, draft: Draft, definers: readonly Definer[]): void {
  const first = definers[0];
  if (!first) return;
  const name = draft.name ?? "";
  const { statement, cite } = first.provision;
  const outer = subjectScope(first.kind, cite);
  const scale = lowering.model.scales.get(name);
  if (scale) {
    // The type is known before the value: last year's grade may be part of this year's.
    draft.type = { kind: "choice", enumeration: scale.enumeration };
    defineGrade(lowering, draft, scale, definers);
    return;
  }
  const rules = classRules(lowering, definers, outer);
  if (rules === "failed") return;
  if (rules !== null) {
    checkClasses(lowering, name, rules, [], outer);
    const values: (ClassRule & { value: ir.Expr })[] = [];
    for (const rule of rules) {
      const value = ruleValue(lowering, rule.definer, name, { ...outer, within: refer(rule.guard) });
      if (!value) return;
      const { statement: s } = rule.definer.provision;
      // A cell of its own keeps the row of a band in view.
      const held = refer(lowering.hoist(outer, value, lowering.text(s.span), s.span));
      values.push({ ...rule, value: held });
    }
    settle(lowering, draft, byClass(lowering, name, values), first);
    return;
  }
  for (const other of definers.slice(1))
    lowering.report(
      "BF2003",
      { name },
      {
        span: other.provision.statement.span,
        related: [labelled("first-defined-here", statement.span)],
      },
    );
  settle(lowering, draft, ruleValue(lowering, first, name, outer), first);
}

/** The classes of the rules that define a name; null: they are not about classes. */
function classRules(
  lowering: Lowering,
  definers: readonly Definer[],
  outer: Scope,
): ClassRule[] | null | "failed" {
  const rules: ClassRule[] = [];
  for (const definer of definers) {
    const guard = guardOf(lowering, definer.provision, outer);
    if (guard === "failed") return guard;
    if (guard !== null) rules.push({ definer, guard });
  }
  // A rule for everybody beside one for a class defines the name twice.
  return rules.length === definers.length ? rules : null;
}

/** Completes a named cell by its value and what other clauses do to it. */
function settle(lowering: Lowering, draft: Draft, value: ir.Expr | null, first: Definer): void {
  let expr = value;
  const { kind } = first.provision.statement;
  if (expr && kind === "definition") expr = rescaledSum(lowering, expr, first.kind);
  if (expr && (kind === "definition" || kind === "indicator"))
    expr = withScoreEffects(lowering, draft, expr, first.kind);
  if (!expr) return;
  if (kind === "definition" && lowering.inPercent.has(draft.name ?? "")) expr = inPercent(expr);
  draft.type = expr.type;
  draft.body = { kind: "expression", expr };
}

/** A ratio that the measure speaks of in percent. */
function inPercent(expr: ir.Expr): ir.Expr {
  if (expr.type.kind !== "number" || expr.type.dimension !== "" || expr.type.display.unit !== "") return expr;
  const display = { unit: "%", factor: rational(1, 100) };
  return { ...expr, type: { ...expr.type, display } } as ir.Expr;
}

/** What one rule says a name is; null after a mistake was reported. */
function ruleValue(lowering: Lowering, first: Definer, name: string, outer: Scope): ir.Expr | null {
  const { statement } = first.provision;
  let expr: ir.Expr | null = null;
  if (statement.kind === "definition") {
    const items = statement.items ?? [];
    const listed =
      items.length > 0
        ? lowerCondition(
            lowering,
            statement.value,
            { path: first.provision.path, items, provision: first.provision },
            outer,
          )
        : null;
    expr =
      items.length > 0 ? listed && refer(listed.when) : lowerExpression(lowering, statement.value, outer);
  } else if (statement.kind === "indicator") {
    expr = defineIndicator(lowering, first.provision, first.kind);
  } else if (statement.kind === "ballot") {
    expr = isValidity(first.provision, name)
      ? defineValidity(lowering, first.provision, first.kind)
      : defineBallot(lowering, first.provision, first.kind);
  } else if (statement.kind === "indicator-group") {
    expr = defineGroup(lowering, first.provision, first.kind);
  } else if (statement.kind === "band-choice") {
    const gradeRow = statement.rows.find((r) => r.result.kind === "grade");
    if (gradeRow) lacksScale(lowering, name, statement);
    else expr = lowerBandChoice(lowering, statement, { kind: "points" }, outer);
  } else if (statement.kind === "case-choice") {
    expr = lowerCaseChoice(lowering, statement, { kind: "points" }, first.provision, outer);
  } else if (statement.kind === "decision-table") {
    expr = lowerDecisionTable(lowering, statement, { kind: "points" }, outer);
  } else if (statement.kind === "rank-choice") {
    const gradeRow = statement.rows.find((r) => valuePart(r.result)?.kind === "grade");
    if (gradeRow) lacksScale(lowering, name, statement);
    else expr = lowerRankPoints(lowering, statement, outer);
  }
  return expr;
}

/** Rows that grade on a scale which nothing declares. */
function lacksScale(
  lowering: Lowering,
  name: string,
  { target, span }: { readonly target?: ast.Name; readonly span: Span },
): void {
  lowering.report(
    "BF2001",
    {
      name,
      ...worded("what", "grade-scale"),
      ...hinted("declare-grades-first", { name }),
    },
    { span: target?.span ?? span },
  );
}
