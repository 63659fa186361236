import { labelled } from "../../diagnostics/phrases.ts";
import { type Problem, problem } from "../../diagnostics/problem.ts";
import type * as ast from "../../parser/ast.ts";
import type { Model } from "../analyze/model.ts";
import { conjuncts, disjuncts, quoted, rulesOf } from "./rules.ts";
import { impossible } from "./together.ts";

/**
 * A clause that nobody can meet: what it asks for at once excludes one another, or the class it stands in. A single
 * comparison beyond the declared range is told where it is read (BF5104).
 */
export function unreachableClauses(model: Model): Problem[] {
  return rulesOf(model).flatMap((rule) => {
    if (rule.condition === null) return [];
    const around = rule.provision.scoping.conditions;
    const ways = disjuncts(rule.condition, rule.items).filter((w) => w.kind !== "list-condition");
    return ways.flatMap((way) => {
      const asked = conjuncts(way);
      const within = around.flatMap((c) => conjuncts(c));
      if (!impossible(model, [...within, ...asked])) return [];
      const [first, second] = clashing(model, within, asked) ?? [asked[0]!, asked.at(-1)!];
      return [
        problem(
          "BF5112",
          {
            text: quoted(model, way.span),
            first: quoted(model, first.span),
            second: quoted(model, second.span),
          },
          {
            span: way.span,
            ...(within.includes(first) && {
              related: [labelled("scope-stands-here", first.span)],
            }),
          },
        ),
      ];
    });
  });
}

/** Two of the conditions that cannot hold together. */
function clashing(
  model: Model,
  around: readonly ast.Condition[],
  asked: readonly ast.Condition[],
): [ast.Condition, ast.Condition] | null {
  const all = [...around, ...asked];
  for (const [i, first] of all.entries())
    for (const second of all.slice(i + 1)) if (impossible(model, [first, second])) return [first, second];
  return null;
}
