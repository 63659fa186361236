import { labelled, titled } from "../../diagnostics/phrases.ts";
import { type Fix, type Problem, problem } from "../../diagnostics/problem.ts";
import type * as ast from "../../parser/ast.ts";
import type { Model } from "../analyze/model.ts";
import { quoted, type Rule, rulesOf, wordsOf } from "./rules.ts";

/** CHOICE: alternatives without a word on when to take which. */
export function openChoices(model: Model): Problem[] {
  const rules = rulesOf(model);
  return [...rules.flatMap((rule) => choices(model, rule)), ...reducedOrWaived(model, rules)];
}

function choices(model: Model, rule: Rule): Problem[] {
  return rule.effects.flatMap((effect) => {
    if (effect.kind === "grade-effect" && effect.grades.length > 1)
      return [
        choice(
          model,
          rule,
          effect.grades.map((g) => g.text),
          spanOf(effect.grades),
          [],
        ),
      ];
    if (effect.kind !== "consequence") return [];
    return effect.actions.flatMap((use) =>
      use.choice.length > 1
        ? [
            choice(
              model,
              rule,
              use.choice.map((c) => c.name.text),
              use.span,
              declarationsOf(model, use),
              oneOf(model, use),
            ),
          ]
        : [],
    );
  });
}

const spanOf = (names: readonly ast.Name[]) => ({ start: names[0]!.span.start, end: names.at(-1)!.span.end });

function choice(
  model: Model,
  rule: Rule,
  names: readonly string[],
  span: ast.Name["span"],
  declared: readonly ast.ActionDeclaration[],
  fixes: readonly Fix[] = [],
): Problem {
  return problem(
    "BF3211",
    {
      cite: rule.cite,
      first: names[0]!,
      last: names.at(-1)!,
      text: quoted(model, span),
    },
    {
      span,
      related: declared.map((d) => labelled("measures-listed-here", d.span)),
      fixes,
    },
  );
}

/** One of the alternatives, always; not where a modality stands with the choice. */
function oneOf(model: Model, use: ast.ActionUse): Fix[] {
  if (!/^(?:择一|one of)\s*[(（]/.test(model.source.slice(use.span))) return [];
  return use.choice.map((c) => {
    const end = c.argument ? model.source.text.indexOf(")", c.argument.span.end) + 1 : c.name.span.end;
    const written = model.source.slice({ start: c.name.span.start, end: Math.max(end, c.name.span.end) });
    return titled("always", [{ span: use.span, text: written }], { name: c.name.text });
  });
}

/** The vocabulary that most of the alternatives come from. */
function declarationsOf(model: Model, use: ast.ActionUse): ast.ActionDeclaration[] {
  const nodes = use.choice.flatMap((c) => model.actionByName.get(c.name.text)?.node ?? []);
  return nodes.filter(
    (n, i) => nodes.indexOf(n) === i && nodes.filter((o) => o === n).length * 2 > nodes.length,
  );
}

/** One situation both reduces and waives what another clause brings. */
function reducedOrWaived(model: Model, rules: readonly Rule[]): Problem[] {
  const all = rules.flatMap((rule) =>
    rule.effects.flatMap((effect) =>
      effect.kind === "exemption" && rule.condition ? [{ rule, effect }] : [],
    ),
  );
  return all.flatMap((second, i) => {
    const first = all
      .slice(0, i)
      .find(
        (f) =>
          f.effect.verb !== second.effect.verb &&
          wordsOf(model, f.rule.condition!) === wordsOf(model, second.rule.condition!) &&
          f.effect.citations.some((c) =>
            second.effect.citations.some((d) => d.path.join() === c.path.join()),
          ),
      );
    if (!first) return [];
    const { condition } = second.rule;
    return [
      problem(
        "BF3212",
        {
          condition: quoted(model, condition!.span),
          cite: second.effect.citations.map((c) => c.text),
        },
        {
          span: second.effect.span,
          related: [labelled("same-situation-here", first.effect.span)],
        },
      ),
    ];
  });
}
