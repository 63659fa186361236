import { type Problem, problem } from "../../diagnostics/problem.ts";
import type { Model } from "../analyze/model.ts";
import { disjuncts, quoted, type Rule, rulesOf, wordsOf } from "./rules.ts";
import { effectWords, subjectsOf } from "./same-rule.ts";
import { implies } from "./together.ts";

/** A clause that adds nothing: whoever meets it meets a wider one that brings the same. */
export function subsumedClauses(model: Model): Problem[] {
  const rules = rulesOf(model).filter((r) => r.rung === undefined && r.condition !== null);
  return rules.flatMap((narrow) => {
    const effects = effectWords(model, narrow);
    if (effects.length === 0) return [];
    const wider = rules.filter(
      (r) =>
        r !== narrow &&
        place(model, r) === place(model, narrow) &&
        effects.every((e) => effectWords(model, r).includes(e)) &&
        !addsUp(r) &&
        !addsUp(narrow),
    );
    return waysOf(narrow).flatMap((way) => {
      const words = wordsOf(model, way);
      const found = wider.find((r) =>
        waysOf(r).some(
          (w) => wordsOf(model, w) !== words && implies(model, way, w) && !implies(model, w, way),
        ),
      );
      if (!found) return [];
      return [
        problem(
          "BF5109",
          { condition: quoted(model, way.span), wide: found.cite, effect: effects.join("、") },
          {
            span: way.span,
            related: [{ span: found.condition!.span, zh: "这一条已经包括", en: "this clause includes it" }],
          },
        ),
      ];
    });
  });
}

const waysOf = (r: Rule) => disjuncts(r.condition!, r.items).filter((w) => w.kind !== "list-condition");

/** Amounts of several clauses that are added: then the narrow clause does bring more. */
const addsUp = (r: Rule): boolean =>
  r.effects.some(
    (e) =>
      e.kind === "consequence" &&
      (e.combine !== undefined || e.actions.some((a) => a.choice.some((c) => c.argument))),
  );

/** Whom a rule is about: its subjects, the conditions around it, the records it runs over. */
const place = (model: Model, r: Rule): string =>
  JSON.stringify([
    subjectsOf(r),
    r.provision.scoping.conditions.map((c) => wordsOf(model, c)),
    r.provision.scoping.record?.text ?? "",
  ]);
