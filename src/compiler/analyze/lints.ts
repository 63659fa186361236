import { worded } from "../../diagnostics/phrases.ts";
import { type Problem, problem } from "../../diagnostics/problem.ts";
import type * as ir from "../ir/ir.ts";
import type { Model } from "./model.ts";

/** Style findings over a whole measure that no single sentence shows. */
export function lint(model: Model, measure: ir.Measure): Problem[] {
  return [...unusedActions(model, measure), ...emptyProvisions(model)];
}

/** ORPHAN: a word of the vocabulary of consequences that no clause uses. One finding per declaration. */
function unusedActions(model: Model, measure: ir.Measure): Problem[] {
  const used = new Set(measure.consequences.flatMap((c) => c.actions.map((a) => a.action)));
  const byDeclaration = new Map<(typeof model.actions)[number]["node"], string[]>();
  for (const a of model.actions)
    if (!used.has(a.index)) byDeclaration.set(a.node, [...(byDeclaration.get(a.node) ?? []), a.name]);
  return [...byDeclaration].map(([node, names]) =>
    problem("BF5101", { ...worded("what", "actions"), names: names }, { span: node.span }),
  );
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
