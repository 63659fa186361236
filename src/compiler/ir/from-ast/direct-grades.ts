import type * as ast from "../../../parser/ast.ts";
import type { KindSymbol, ScaleSymbol } from "../../analyze/model.ts";
import type * as ir from "../ir.ts";
import { unknownMember } from "./comparisons.ts";
import { truthCell } from "./conditions.ts";
import { someoneElse } from "./grade-bounds.ts";
import { type Draft, type Lowering, refer, subjectScope, TRUTH } from "./lowering.ts";

/**
 * 直接评为: a clause gives the base instead of the choice; of several that hold the lowest, so that clauses
 * commute. Raises, reductions, floors and ceilings act on it as on any other base.
 */
export interface Direct {
  readonly when: Draft;
  readonly grade: number;
  readonly cite: number;
}

export function withDirect(
  lowering: Lowering,
  scale: ScaleSymbol,
  bases: readonly ir.GradeBase[],
  direct: readonly Direct[],
  kind: KindSymbol,
): ir.GradeBody["bases"] {
  if (direct.length === 0) return bases;
  const enumeration = scale.enumeration;
  const { members } = lowering.model.enumerations[enumeration]!;
  const not = (d: Draft): ir.Expr => ({ op: "not", type: TRUTH, arg: refer(d) });
  const holds = (list: readonly Direct[]): Draft => {
    const { when, cite } = list[0]!;
    const args = list.map((d) => refer(d.when));
    const any: ir.Expr = args.length === 1 ? args[0]! : { op: "or", type: TRUTH, args };
    return truthCell(lowering, subjectScope(kind, cite), any, when.span);
  };
  const all: ir.GradeBase[] = [];
  for (const [grade, name] of members.entries()) {
    const own = direct.filter((d) => d.grade === grade);
    const first = own[0];
    if (!first) continue;
    const lower = direct.filter((d) => d.grade < grade);
    const scope = subjectScope(kind, first.cite);
    const member: ir.Expr = { op: "member", type: { kind: "choice", enumeration }, value: grade };
    const guard: ir.Expr =
      lower.length === 0
        ? refer(holds(own))
        : { op: "and", type: TRUTH, args: [refer(holds(own)), not(holds(lower))] };
    all.push({
      guard: truthCell(lowering, scope, guard, first.when.span).id,
      value: lowering.hoist(scope, member, name, first.when.span).id,
      cite: first.cite,
    });
  }
  const chosen = bases.map((base) => {
    const own = base.guard === null ? [] : [refer(lowering.drafts[base.guard]!)];
    const guard: ir.Expr =
      own.length === 0 ? not(holds(direct)) : { op: "and", type: TRUTH, args: [...own, not(holds(direct))] };
    const { span } = lowering.drafts[base.value]!;
    return { ...base, guard: truthCell(lowering, subjectScope(kind, base.cite), guard, span).id };
  });
  return [...chosen, ...all];
}

export function directGrade(
  lowering: Lowering,
  effect: ast.DirectGradeEffect,
  scale: ScaleSymbol,
): number | null {
  if (effect.targets.some((t) => t.path.length > 0)) return someoneElse(lowering, effect);
  const enumeration = lowering.model.enumerations[scale.enumeration]!;
  const { text, span } = effect.grade;
  const grade = enumeration.members.indexOf(text);
  return grade < 0 ? unknownMember(lowering, enumeration, text, scale.name, span) : grade;
}
