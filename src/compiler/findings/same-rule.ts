import { type Problem, problem } from "../../diagnostics/problem.ts";
import type { Model } from "../analyze/model.ts";
import { disjuncts, type Rule, rulesOf, wordsOf } from "./rules.ts";

/** DUP: the same situation brings the same thing in two places, perhaps with a difference nobody meant. */
export function sameRuleTwice(model: Model): Problem[] {
  const rules = rulesOf(model).filter((r) => r.rung === undefined && r.condition !== null);
  return rules.flatMap((second, i) =>
    rules.slice(0, i).flatMap((first) => {
      if (subjectsOf(first) !== subjectsOf(second)) return [];
      const effects = effectWords(model, first).filter((e) => effectWords(model, second).includes(e));
      const [effect] = effects;
      if (effect === undefined) return [];
      const ways = disjuncts(first.condition!, first.items);
      const again = disjuncts(second.condition!, second.items).find((c) =>
        ways.some((w) => w.kind !== "list-condition" && wordsOf(model, w) === wordsOf(model, c)),
      );
      const same = again && ways.find((w) => wordsOf(model, w) === wordsOf(model, again));
      if (!again || !same) return [];
      return [
        problem(
          "BF3248",
          { condition: model.source.slice(again.span).trim(), effect, first: first.cite },
          { span: again.span, related: [{ span: same.span, zh: "前面已经写过", en: "said here already" }] },
        ),
      ];
    }),
  );
}

const subjectsOf = (r: Rule): string => (r.provision.scoping.subjects ?? []).map((n) => n.text).join();

/** The effects of a rule in words that do not depend on how they were led in. */
function effectWords(model: Model, rule: Rule): string[] {
  return rule.effects.flatMap((e) => {
    if (e.kind === "grade-effect")
      return [
        `${{ set: "评为", ceiling: "最高评为", floor: "最低评为", forbid: "不得评为" }[e.verb]}${e.grades.map((g) => g.text).join("或")}`,
      ];
    if (e.kind !== "consequence") return [];
    const targets = e.targets.map((t) => wordsOf(model, t)).filter((t) => t !== "本人" && t !== "本单位");
    return e.actions.flatMap((a) =>
      a.choice.map(
        (c) => `${targets.join("、")}${c.name.text}${c.argument ? wordsOf(model, c.argument) : ""}`,
      ),
    );
  });
}
