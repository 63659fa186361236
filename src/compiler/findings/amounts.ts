import { type Problem, problem } from "../../diagnostics/problem.ts";
import type { Model } from "../analyze/model.ts";
import type * as ir from "../ir/ir.ts";

/** AMT: figures that the measure leaves open. */
export function openAmounts(_model: Model, measure: ir.Measure | null): Problem[] {
  return measure === null ? [] : meetingAmounts(measure);
}

/** Amounts of one action on one target from several clauses: nothing says whether they add up. */
function meetingAmounts(measure: ir.Measure): Problem[] {
  const groups = new Map<string, ir.Consequence[]>();
  for (const c of measure.consequences) {
    const [use] = c.actions;
    if (c.actions.length > 1 || use?.argument?.kind !== "value" || use.argument.expr.type.kind !== "number")
      continue;
    const target = c.target.kind === "self" ? "" : c.target.text;
    const key = JSON.stringify([measure.clauses[c.clause]!.subject, use.action, target]);
    groups.set(key, [...(groups.get(key) ?? []), c]);
  }
  return [...groups.values()].flatMap((group) => {
    const clauses = new Set(group.map((c) => c.clause));
    if (clauses.size < 2 || group.every((c) => c.combine !== null)) return [];
    const unsaid = group.find((c) => c.combine === null)!;
    const cites = [...new Set(group.map((c) => measure.citations[c.cite]!.text))].join("、");
    const action = measure.actions[unsaid.actions[0]!.action]!.name;
    return [problem("BF3124", { action, cites }, { span: unsaid.span })];
  });
}
