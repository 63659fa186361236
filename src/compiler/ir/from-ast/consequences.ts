import { alike, hinted, titled, unsaid, worded } from "../../../diagnostics/phrases.ts";
import { nearest } from "../../../diagnostics/suggest.ts";
import type * as ast from "../../../parser/ast.ts";
import { segment } from "../../../parser/words.ts";
import { rewritten } from "../../analyze/closings.ts";
import type { KindSymbol } from "../../analyze/model.ts";
import { findUnit } from "../../vocabulary/units.ts";
import type * as ir from "../ir.ts";
import { reliefOf } from "./exemptions.ts";
import { lowerExpression } from "./expressions.ts";
import { type DraftClause, type Lowering, type Scope, subjectScope } from "./lowering.ts";
import { isSeveral } from "./names.ts";
import { isNumber } from "./numbers.ts";
import { lowerHolder } from "./posts.ts";
import { times } from "./scores.ts";

/** Consequences: who is the target, which action of the vocabulary, with which argument. */

export function lowerConsequence(
  lowering: Lowering,
  effect: ast.ConsequenceEffect,
  clause: DraftClause,
  kind: KindSymbol,
): void {
  const scope = subjectScope(kind, clause.cite);
  const targets: readonly ast.Target[] =
    effect.targets.length > 0 ? effect.targets : [{ span: effect.span, path: [] }];
  const relief = reliefOf(lowering, clause, kind);
  const uses = effect.actions.map((use) => repeatedUse(lowerUse(lowering, use, effect, scope), clause));
  for (const target of targets) {
    const at = lowerTarget(lowering, target, kind, clause);
    if (!at) continue;
    const repeat = repeatOf(lowering, effect, at, kind);
    if (repeat === "failed") continue;
    for (const use of uses) {
      if (!use) continue;
      if (repeat === null && kind.of) checkAmount(lowering, use, effect);
      lowering.consequences.push({
        clause: clause.id,
        cite: clause.cite,
        target: at,
        ...(repeat && { repeat }),
        actions: use.actions,
        modality: use.modality,
        by: effect.by?.map((n) => n.text) ?? [],
        combine: effect.combine ?? onceOnly(repeat, use.actions),
        ...relief,
        span: effect.span,
      });
    }
  }
}

type Use = { actions: ir.Consequence["actions"]; modality: ir.Modality };

/** 每…次: an amount counts once for every occurrence; a measure without one is taken once. */
function repeatedUse(use: Use | null, { times: count }: DraftClause): Use | null {
  if (!use || !count) return use;
  const actions = use.actions.map(({ action, argument }) =>
    argument?.kind === "value" && isNumber(argument.expr)
      ? { action, argument: { ...argument, expr: times(count, argument.expr) } }
      : { action, argument },
  );
  return { ...use, actions };
}

/** 逐一 and 只计一次 need several that bring it about: records, or subjects that share the one it is aimed at. */
function repeatOf(
  lowering: Lowering,
  effect: ast.ConsequenceEffect,
  target: ir.Target,
  kind: KindSymbol,
): "each" | "once" | null | "failed" {
  if (!effect.repeat) return null;
  const linked = (target.kind === "subject" || target.kind === "party") && target.links.length > 0;
  if (kind.of || linked) return effect.repeat;
  lowering.report("BF2164", { text: lowering.text(effect.span) }, { span: effect.span });
  return "failed";
}

/** What counts once, counts with the largest of the amounts that bring it about. */
const onceOnly = (repeat: "each" | "once" | null, actions: ir.Consequence["actions"]): "heaviest" | null =>
  repeat === "once" && actions.some((a) => a.argument?.kind === "value") ? "heaviest" : null;

/** Every record may bring an amount about: whether it counts each time has to be said. */
function checkAmount(
  lowering: Lowering,
  use: { readonly actions: ir.Consequence["actions"] },
  effect: ast.ConsequenceEffect,
): void {
  if (effect.combine || use.actions.every((a) => a.argument?.kind !== "value")) return;
  lowering.report("BF2165", { text: lowering.text(effect.span) }, { span: effect.span });
}

/** An effect on a scale that another assessment decides is recorded as a consequence, never computed. */
export function lowerExternal(
  lowering: Lowering,
  effect: ast.GradeEffect | ast.ShiftEffect,
  clause: DraftClause,
  kind: KindSymbol,
): void {
  const scale = effect.scale!;
  const members = lowering.model.externalScales.get(scale.text)!;
  const names = effect.kind === "grade-effect" ? effect.grades : effect.limit ? [effect.limit] : [];
  for (const name of names)
    if (!members.includes(name.text)) {
      const near = nearest(name.text, members);
      lowering.report(
        "BF2008",
        {
          name: name.text,
          of: scale.text,
          members: [...members].reverse(),
          ...(near ? hinted("did-you-mean", { near }) : unsaid("hint")),
        },
        { span: name.span },
      );
      return;
    }
  const word = lowering.text({ start: scale.span.end, end: effect.span.end });
  const choices =
    effect.kind === "grade-effect" && effect.grades.length > 1
      ? effect.grades.map((g) => `评为 ${g.text}`)
      : [word];
  const better = effect.kind === "grade-effect" ? effect.verb === "floor" : effect.verb === "raise";
  const actions = choices.map((choice) => ({
    action: lowering.action({
      name: `${scale.text} ${choice}`,
      category: scale.text,
      polarity: better ? "positive" : "negative",
      argument: null,
      absorbedBy: [],
    }),
    argument: null,
  }));
  const targets: readonly ast.Target[] =
    effect.targets.length > 0 ? effect.targets : [{ span: effect.span, path: [] }];
  for (const target of targets) {
    const at = lowerTarget(lowering, target, kind, clause);
    if (!at) continue;
    lowering.consequences.push({
      clause: clause.id,
      cite: clause.cite,
      target: at,
      actions,
      modality: effect.modality,
      by: [],
      combine: null,
      ...reliefOf(lowering, clause, kind),
      span: effect.span,
    });
  }
}

function lowerUse(
  lowering: Lowering,
  use: ast.ActionUse,
  effect: ast.ConsequenceEffect,
  scope: Scope,
): { actions: ir.Consequence["actions"]; modality: ir.Modality } | null {
  const actions: { action: number; argument: ir.Argument | null }[] = [];
  for (const choice of use.choice) {
    const symbol = lowering.model.actionByName.get(choice.name.text);
    if (!symbol) {
      if (ranTogether(lowering, choice.name)) return null;
      const near = nearest(choice.name.text, lowering.model.actionByName.keys());
      lowering.report(
        "BF2013",
        {
          name: choice.name.text,
          ...(near ? hinted("did-you-mean", { near }) : unsaid("hint")),
        },
        {
          span: choice.name.span,
          ...(near
            ? {
                fixes: [titled("change-to", [{ span: choice.name.span, text: near }], { text: near })],
              }
            : {}),
        },
      );
      return null;
    }
    if (symbol.argument !== null && choice.argument === undefined) {
      lowering.report(
        "BF3161",
        { name: choice.name.text, argument: symbol.argument },
        { span: choice.name.span },
      );
      return null;
    }
    if (symbol.argument === null && choice.argument !== undefined) {
      lowering.report("BF2027", { name: choice.name.text }, { span: use.span });
      return null;
    }
    const argument = choice.argument
      ? lowerArgument(lowering, choice.argument, choice.name.text, scope)
      : null;
    if (choice.argument && !argument) return null;
    actions.push({ action: symbol.index, argument });
  }
  return { actions, modality: use.modality === "must" ? effect.modality : use.modality };
}

/** `最高评为合格` is a verb and a grade without the space between them. */
function ranTogether(lowering: Lowering, name: ast.Name): boolean {
  const known = [
    ...lowering.model.enumerations.flatMap((e) => e.members),
    ...lowering.model.actionByName.keys(),
  ];
  const words = segment(name.text, known);
  if (!words || words.length < 2) return false;
  const split = words.join(" ");
  lowering.report(
    "BF2002",
    { name: name.text, split },
    {
      span: name.span,
      fixes: [titled("add-spaces", [{ span: name.span, text: split }])],
    },
  );
  return true;
}

function lowerArgument(
  lowering: Lowering,
  e: ast.Expression,
  action: string,
  scope: Scope,
): ir.Argument | null {
  const length = e.kind === "period-of" ? e.length : e.kind === "number" ? e : null;
  const unit = length?.unit ? findUnit(length.unit) : undefined;
  const isPeriod = unit && (unit.dimension === "年" || unit.dimension === "月" || unit.dimension === "天");
  if (!length || !isPeriod) {
    const expr = lowerExpression(lowering, e, scope);
    return expr && { kind: "value", expr };
  }
  const amount = Number(length.text) * Number(unit.factor.num);
  if (!Number.isInteger(amount) || amount < 1 || amount > 36_500) {
    lowering.report(
      "BF2026",
      {
        value: lowering.text(length.span),
        ...alike("name", action),
        ...worded("allowed", "whole-years-months-or-days"),
      },
      { span: length.span },
    );
    return null;
  }
  const text = lowering.text(length.span);
  let from: ir.Expr | null = null;
  if (e.kind === "period-of") {
    from = lowerExpression(lowering, e.from, scope);
    if (!from) return null;
    if (from.type.kind !== "date")
      return lowering.report(
        "BF2007",
        {
          ...worded("expected", "expected-date"),
          text: lowering.text(e.from.span),
          ...worded("found", "something-else"),
          ...hinted("example-of-period"),
        },
        { span: e.from.span },
      );
  } else
    lowering.report(
      "BF3114",
      { action, period: text },
      { span: e.span, fixes: rewritten(lowering.model, e.span, [`自 评定日 起 {${text}}`]) },
    );
  return {
    kind: "period",
    years: unit.dimension === "年" ? amount : 0,
    months: unit.dimension === "月" ? amount : 0,
    days: unit.dimension === "天" ? amount : 0,
    from,
    text,
  };
}

/** 本人, a party field, a link, a path through links, or a role that is only named. */
export function lowerTarget(
  lowering: Lowering,
  target: ast.Target,
  kind: KindSymbol,
  clause: DraftClause | null,
): ir.Target | null {
  const names = target.path;
  const { holder } = target;
  const undated = (name: string): null =>
    lowering.report("BF2068", { name, word: lowering.text(holder!.span) }, { span: holder!.span });
  if (names.length === 0 && holder) return undated("本人");
  // What a record brings about falls on its subject.
  const text = lowering.text(target.span);
  if (names.length === 0) {
    const called = /本单位|own_organisation/.test(text) ? ({ called: "本单位" } as const) : {};
    return kind.of
      ? { kind: "subject", links: [kind.of.owner], text: "本人", ...called }
      : { kind: "self", ...called };
  }
  const owner = kind.of && lowering.model.kinds[kind.of.subject]!;
  const ofOwner = kind.of && owner && !kind.fieldByName.has(names[0]!.text);
  const links: number[] = ofOwner ? [kind.of!.owner] : [];
  let at = ofOwner ? owner : kind;
  for (const [i, name] of names.entries()) {
    const field = at.fieldByName.get(name.text);
    if (isSeveral(name.text, { kind: at, record: null })) return severalTargets(lowering, name, at);
    if (!field) return holder ? undated(name.text) : warnRole(lowering, name, text, at);
    if (field.type === null) return null;
    if (field.type.kind === "link") {
      links.push(field.index);
      at = lowering.model.kinds[field.type.subject]!;
      continue;
    }
    if (field.type.kind === "party" && i === names.length - 1) {
      const who = lowerHolder(lowering, target, field, clause, kind);
      if (who === null) return null;
      return { kind: "party", links, field: field.index, text, ...(who !== "none" && { holder: who }) };
    }
    return lowering.report(
      "BF2007",
      {
        ...worded("expected", "expected-party"),
        text: name.text,
        ...worded("found", "something-else"),
        ...hinted("consequence-aimed-at"),
      },
      { span: name.span },
    );
  }
  return holder ? undated(text) : { kind: "subject", links, text };
}

/** What falls on each of several is a rule for those: they see this one through their link. */
function severalTargets(lowering: Lowering, name: ast.Name, at: KindSymbol): null {
  const { kinds } = lowering.model;
  const inverse = at.inverses.get(name.text);
  const links = at.fieldByName.get(name.text)?.type;
  const each = inverse ? kinds[inverse.kind]! : links?.kind === "links" ? kinds[links.subject]! : at;
  const through = inverse && each.fields[inverse.field];
  const single = through?.type?.kind === "link";
  const back = through?.name ?? [...each.inverses].find(([, i]) => i.kind === at.index)?.[0] ?? "…";
  const example = single
    ? `${each.name}: ${back}.… 的,对 本人 …`
    : `${each.name}: 计数(${back}, …) 达到 1个 的,对 本人 …`;
  return lowering.report("BF2063", { name: name.text, each: each.name, example }, { span: name.span });
}

function warnRole(lowering: Lowering, name: ast.Name, text: string, at: KindSymbol): ir.Target {
  const near = nearest(
    name.text,
    at.fields.filter((f) => f.type?.kind === "party" || f.type?.kind === "link").map((f) => f.name),
  );
  lowering.report(
    "BF5105",
    {
      name: name.text,
      subject: at.name,
      ...(near ? hinted("did-you-mean", { near }) : unsaid("hint")),
    },
    { span: name.span },
  );
  return { kind: "role", text };
}
