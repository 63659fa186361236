import { type Problem, problem } from "../../diagnostics/problem.ts";
import type * as ir from "../ir/ir.ts";
import { isDecision } from "./decisions.ts";
import type { Model } from "./model.ts";

/** Findings over a whole measure that no single sentence shows. */
export function lint(model: Model, measure: ir.Measure): Problem[] {
  return [
    ...unusedActions(model, measure),
    ...emptyProvisions(model),
    ...unattributedFacts(model),
    ...meetingAmounts(measure),
  ];
}

/** ORPHAN: a word of the vocabulary of consequences that no clause uses. One finding per declaration. */
function unusedActions(model: Model, measure: ir.Measure): Problem[] {
  const used = new Set(measure.consequences.flatMap((c) => c.actions.map((a) => a.action)));
  const byDeclaration = new Map<(typeof model.actions)[number]["node"], string[]>();
  for (const a of model.actions)
    if (!used.has(a.index)) byDeclaration.set(a.node, [...(byDeclaration.get(a.node) ?? []), a.name]);
  return [...byDeclaration].map(([node, names]) =>
    problem("BF5101", { what: "措施", whatEn: "actions", names: names.join("、") }, { span: node.span }),
  );
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

function emptyProvisions(model: Model): Problem[] {
  const entries = model.outline;
  return entries.flatMap((entry, i) => {
    const next = entries[i + 1];
    const hasBelow = next !== undefined && next.depth > entry.depth;
    if (entry.handling !== "heading" || hasBelow || hasStatements(model, entry.cite)) return [];
    const citation = model.citations.entries[entry.cite]!;
    return [problem("BF5102", { cite: citation.text }, { span: citation.span })];
  });
}

function hasStatements(model: Model, cite: number): boolean {
  return model.provisions.some((p) => p.cite === cite && p.statement.kind !== "note");
}

/** EVID: a fact that rests on a judgement, and nobody is named who makes it. */
function unattributedFacts(model: Model): Problem[] {
  return model.kinds.flatMap((kind) => {
    const fields = kind.fields.filter((f) => {
      const judged =
        f.type?.kind === "truth" ||
        (f.type?.kind === "choice" && model.enumerations[f.type.enumeration]!.kind === "levels");
      return (
        judged && !isDecision(f.node) && !f.derived && !f.node.attributes.some((a) => a.kind === "source")
      );
    });
    if (fields.length === 0) return [];
    return [
      problem(
        "BF3112",
        { subject: kind.name, fields: fields.map((f) => f.name).join("、") },
        { span: kind.node.name.span },
      ),
    ];
  });
}
