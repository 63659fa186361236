import { labelled } from "../../diagnostics/phrases.ts";
import { type Problem, problem } from "../../diagnostics/problem.ts";
import type { Model } from "../analyze/model.ts";
import { namesRead } from "./counts.ts";
import { disjuncts, quoted, type Rule, rulesOf, wordsOf } from "./rules.ts";
import { effectWords, subjectsOf } from "./same-rule.ts";
import { implies } from "./together.ts";

interface Way {
  readonly rule: Rule;
  readonly effects: readonly string[];
  readonly condition: ReturnType<typeof waysOf>[number];
  readonly words: string;
  readonly names: ReadonlySet<string>;
}

/** A clause that adds nothing: whoever meets it meets a wider one that brings the same. */
export function subsumedClauses(model: Model): Problem[] {
  /** By place, effect and one name that the condition reads: only these can include one another. */
  const ways = new Map<string, Way[]>();
  const all: { readonly at: string; readonly way: Way }[] = [];
  for (const rule of rulesOf(model)) {
    if (rule.rung !== undefined || rule.condition === null || addsUp(rule)) continue;
    const effects = effectWords(model, rule);
    const at = place(model, rule);
    for (const condition of waysOf(rule)) {
      const way = { rule, effects, condition, words: wordsOf(model, condition), names: namesRead(condition) };
      all.push({ at, way });
      const [name] = way.names;
      for (const effect of effects) {
        const key = JSON.stringify([at, effect, name]);
        const known = ways.get(key);
        if (known) known.push(way);
        else ways.set(key, [way]);
      }
    }
  }
  for (const list of ways.values()) list.sort((a, b) => a.condition.span.start - b.condition.span.start);
  return all.flatMap(({ at, way: narrow }) => {
    const [effect] = narrow.effects;
    if (effect === undefined) return [];
    const candidates = [...narrow.names].flatMap((n) => ways.get(JSON.stringify([at, effect, n])) ?? []);
    // The first in the text is named.
    if (narrow.names.size > 1) candidates.sort((a, b) => a.condition.span.start - b.condition.span.start);
    const found = candidates.find(
      (w) =>
        w.rule !== narrow.rule &&
        w.words !== narrow.words &&
        narrow.effects.every((e) => w.effects.includes(e)) &&
        implies(model, narrow.condition, w.condition) &&
        !implies(model, w.condition, narrow.condition),
    );
    if (!found) return [];
    return [
      problem(
        "BF5109",
        {
          condition: quoted(model, narrow.condition.span),
          wide: found.rule.cite,
          effect: narrow.effects,
        },
        {
          span: narrow.condition.span,
          related: [labelled("this-clause-includes-it", found.rule.condition!.span)],
        },
      ),
    ];
  });
}

const waysOf = (r: Rule) => disjuncts(r.condition!, r.items).filter((w) => w.kind !== "list-condition");

/** Amounts of several clauses that are added: then the narrow clause does bring more. Periods are not added. */
const addsUp = (r: Rule): boolean =>
  r.effects.some(
    (e) =>
      e.kind === "consequence" &&
      (e.combine !== undefined ||
        e.actions.some((a) => a.choice.some((c) => c.argument && c.argument.kind !== "period-of"))),
  );

/** Whom a rule is about: its subjects, the conditions around it, the records it runs over. */
const place = (model: Model, r: Rule): string =>
  JSON.stringify([
    subjectsOf(r),
    r.provision.scoping.conditions.map((c) => wordsOf(model, c)),
    r.provision.scoping.record?.text ?? "",
  ]);
