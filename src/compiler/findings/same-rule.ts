import { labelled } from "../../diagnostics/phrases.ts";
import { type Problem, problem } from "../../diagnostics/problem.ts";
import type { Span } from "../../source/span.ts";
import type { Model } from "../analyze/model.ts";
import { disjuncts, type Rule, rulesOf, wordsOf } from "./rules.ts";

/** DUP: the same situation brings the same thing in two places, perhaps with a difference nobody meant. */
export function sameRuleTwice(model: Model): Problem[] {
  const rules = rulesOf(model).filter((r) => r.rung === undefined && r.condition !== null);
  /** Where a subject in a situation first met an effect. */
  const seen = new Map<string, { readonly rule: Rule; readonly span: Span }>();
  return rules.flatMap((rule) => {
    const effects = effectWords(model, rule);
    const ways = disjuncts(rule.condition!, rule.items).filter((w) => w.kind !== "list-condition");
    const said = ways.map((w) => ({ span: w.span, words: wordsOf(model, w) }));
    const key = (effect: string, words: string) => JSON.stringify([subjectsOf(rule), effect, words]);
    const again = new Map<Rule, Problem>();
    for (const effect of effects)
      for (const { span, words } of said) {
        const first = seen.get(key(effect, words));
        if (!first || again.has(first.rule)) continue;
        again.set(
          first.rule,
          problem(
            "BF3248",
            { condition: model.source.slice(span).trim(), effect, first: first.rule.cite },
            { span, related: [labelled("said-here-already", first.span)] },
          ),
        );
      }
    for (const effect of effects)
      for (const { span, words } of said)
        if (!seen.has(key(effect, words))) seen.set(key(effect, words), { rule, span });
    return [...again.values()];
  });
}

/** To whom a rule is narrowed. */
export const subjectsOf = (r: Rule): string => (r.provision.scoping.subjects ?? []).map((n) => n.text).join();

/** The effects of a rule in words that do not depend on how they were led in. */
export function effectWords(model: Model, rule: Rule): string[] {
  return rule.effects.flatMap((e) => {
    if (e.kind === "grade-effect")
      return [
        `${{ set: "评为", ceiling: "最高评为", floor: "最低评为", forbid: "不得评为" }[e.verb]}${e.grades.map((g) => g.text).join("或")}`,
      ];
    if (e.kind !== "consequence") return [];
    const targets = e.targets.map((t) => wordsOf(model, t)).filter((t) => t !== "本人" && t !== "本单位");
    return e.actions.flatMap((a) =>
      a.choice.map(
        (c) => `${targets.join("、")}${c.name.text}${c.argument ? `(${wordsOf(model, c.argument)})` : ""}`,
      ),
    );
  });
}
