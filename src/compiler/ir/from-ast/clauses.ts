import type * as ast from "../../../parser/ast.ts";
import type { KindSymbol, Provision } from "../../analyze/model.ts";
import type * as ir from "../ir.ts";
import { lowerCondition, lowerPart, truthCell } from "./conditions.ts";
import { lowerConsequence } from "./consequences.ts";
import { lowerTruth } from "./expressions.ts";
import { scaleOf } from "./grades.ts";
import {
  type Draft,
  type DraftClause,
  type Lowering,
  refer,
  type Scope,
  subjectScope,
  TRUTH,
} from "./lowering.ts";

/** Conditional clauses and duties: made once for each kind of subject they are about. */

/** The truth cell of the classes (`<条件> 的对象：`) around a provision; null when there are none. */
export function guardOf(lowering: Lowering, provision: Provision, scope: Scope): Draft | null | "failed" {
  const { conditions } = provision.scoping;
  if (conditions.length === 0) return null;
  const key = `${lowering.model.provisions.indexOf(provision)}/${scope.kind.index}`;
  const known = lowering.guards.get(key);
  if (known !== undefined) return known;
  const args: ir.Expr[] = [];
  let failed = false;
  for (const condition of conditions) {
    const arg = lowerTruth(lowering, condition, scope);
    if (arg) args.push(arg);
    else failed = true;
  }
  const expr: ir.Expr = args.length === 1 ? args[0]! : { op: "and", type: TRUTH, args };
  const guard = failed ? "failed" : truthCell(lowering, scope, expr, conditions[0]!.span);
  lowering.guards.set(key, guard);
  return guard;
}

/**
 * The clause of a conditional provision for one kind of subject. "elsewhere": its items are all about
 * other kinds. null after a mistake was reported.
 */
export function clauseOf(
  lowering: Lowering,
  provision: Provision,
  kind: KindSymbol,
): DraftClause | "elsewhere" | null {
  const key = `${lowering.model.provisions.indexOf(provision)}/${kind.index}`;
  const known = lowering.clauseOf.get(key);
  if (known !== undefined) return known;
  const made = makeClause(lowering, provision, kind);
  lowering.clauseOf.set(key, made);
  return made;
}

function makeClause(
  lowering: Lowering,
  provision: Provision,
  kind: KindSymbol,
): DraftClause | "elsewhere" | null {
  const s = provision.statement;
  if (s.kind !== "conditional") return null;
  const scope = subjectScope(kind, provision.cite);
  const lowered = lowerCondition(lowering, s.condition, { path: provision.path, items: s.items }, scope);
  const guard = guardOf(lowering, provision, scope);
  const except = s.except ? lowerPart(lowering, s.except, scope) : null;
  if (!lowered || guard === "failed" || (s.except && !except)) return null;
  const body = lowered.when.body;
  if (lowered.reasons.length === 0 && body?.kind === "expression" && body.expr.op === "truth")
    return "elsewhere";

  const parts: ir.Expr[] = [refer(lowered.when)];
  if (guard) parts.unshift(refer(guard));
  if (except) parts.push({ op: "not", type: TRUTH, arg: except.expr });
  const when =
    parts.length === 1
      ? lowered.when
      : truthCell(lowering, scope, { op: "and", type: TRUTH, args: parts }, s.condition.span);
  const first = s.effects[0];
  const last = s.effects.at(-1);
  const clause: DraftClause = {
    id: lowering.clauses.length,
    provision,
    subject: kind.index,
    when,
    reasons: lowered.reasons,
    effect: first && last ? lowering.text({ start: first.span.start, end: last.span.end }) : "",
  };
  lowering.clauses.push(clause);
  return clause;
}

/** Everything a conditional provision does that is not part of a grade. */
export function lowerConditional(lowering: Lowering, provision: Provision, kind: KindSymbol): void {
  const s = provision.statement;
  if (s.kind !== "conditional") return;
  const clause = clauseOf(lowering, provision, kind);
  for (const effect of s.effects) {
    switch (effect.kind) {
      case "grade-effect":
      case "shift-effect":
      case "not-assessed":
        // Lowered with the grade; here only so that a scale nobody assigns is reported too.
        scaleOf(lowering, effect, kind);
        break;
      case "consequence":
        if (clause && clause !== "elsewhere") lowerConsequence(lowering, effect, clause, kind);
        break;
      case "requirement-effect":
        if (clause && clause !== "elsewhere")
          addRequirement(
            lowering,
            effect.condition,
            effect.polarity,
            clause.when,
            provision,
            kind,
            effect.span,
          );
        break;
      case "score-effect":
        lowering.unsupported("对得分的影响(加分、扣分、最高计…)", "effects on a score", effect.span);
        break;
      case "direct-grade":
        lowering.unsupported("直接评为", "grading directly", effect.span);
        break;
      case "exemption":
        lowering.unsupported(
          effect.verb === "exempt" ? "免除" : "减轻",
          effect.verb === "exempt" ? "exemption" : "mitigation",
          effect.span,
        );
        break;
      case "rank-last":
        lowering.unsupported("列为最后一名", "ranked last", effect.span);
        break;
    }
  }
}

/** `应当 C`, `不得 C` outside any condition. */
export function lowerRequirement(lowering: Lowering, provision: Provision, kind: KindSymbol): void {
  const s = provision.statement;
  if (s.kind !== "requirement") return;
  const guard = guardOf(lowering, provision, subjectScope(kind, provision.cite));
  if (guard === "failed") return;
  addRequirement(lowering, s.condition, s.polarity, guard, provision, kind, s.span);
}

function addRequirement(
  lowering: Lowering,
  condition: ast.Condition,
  polarity: "duty" | "prohibition",
  when: Draft | null,
  provision: Provision,
  kind: KindSymbol,
  span: ast.Statement["span"],
): void {
  const scope = subjectScope(kind, provision.cite);
  const part = lowerPart(lowering, condition, scope);
  if (!part) return;
  lowering.requirements.push({
    cite: provision.cite,
    subject: kind.index,
    polarity,
    when: when?.id ?? null,
    holds: truthCell(lowering, scope, part.expr, condition.span).id,
    atoms: part.atoms,
    text: lowering.text(span),
    span,
  });
}
