import type { KindSymbol, Provision } from "../../analyze/model.ts";
import type * as ir from "../ir.ts";
import { guardOf } from "./clauses.ts";
import { lowerTruth } from "./expressions.ts";
import { type Lowering, refer, subjectScope, TRUTH } from "./lowering.ts";

/**
 * `断言 C 的,D`: kept beside the requirements. What it says are expressions and no cells of their own, so that an
 * evaluation has nothing to do with it.
 */
export function lowerAssertion(lowering: Lowering, provision: Provision, kind: KindSymbol): void {
  const s = provision.statement;
  if (s.kind !== "assertion" || kind.of) return;
  const scope = subjectScope(kind, provision.cite);
  const guard = guardOf(lowering, provision, scope);
  const own = s.when ? lowerTruth(lowering, s.when, scope) : null;
  const claim = lowerTruth(lowering, s.holds, scope);
  if (guard === "failed" || !claim || (s.when && !own)) return;
  const conditions: ir.Expr[] = [...(guard ? [refer(guard)] : []), ...(own ? [own] : [])];
  const [first] = conditions;
  const both: ir.Expr = { op: "and", type: TRUTH, args: conditions };
  lowering.assertions.push({
    cite: provision.cite,
    subject: kind.index,
    when: first === undefined ? null : conditions.length === 1 ? first : both,
    holds: claim,
    text: lowering.text(s.span),
    span: s.span,
  });
}
