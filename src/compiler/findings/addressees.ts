import { labelled, titled } from "../../diagnostics/phrases.ts";
import { type Fix, type Problem, problem } from "../../diagnostics/problem.ts";
import type * as ast from "../../parser/ast.ts";
import { walk } from "../../parser/children.ts";
import { placeAt } from "../analyze/closings.ts";
import type { KindSymbol, Model, Provision } from "../analyze/model.ts";
import { labelText } from "../analyze/model.ts";
import { actsOf, effectsOf, groupBy, nameOfAct, rulesOf, textAt, unique } from "./reading.ts";

/** SUBJ: whom a rule is about cannot be told from its words. */
export function uncertainAddressees(model: Model): Problem[] {
  return [...sanctionsOfNobody(model), ...almostSubjects(model), ...restrictionDropped(model)];
}

/**
 * A sanction without a subject in a measure that obliges several: the facts it reads are declared for one of
 * them, and the others may do the same.
 */
function sanctionsOfNobody(model: Model): Problem[] {
  const addressed = unique(
    rulesOf(model).flatMap(({ scoping }) => (scoping.subjects ?? []).map((n) => n.text)),
  ).filter((name) => model.kindByName.has(name));
  if (addressed.length < 2) return [];
  const found = effectsOf(model).filter(
    ({ effect, provision }) =>
      effect.kind === "consequence" &&
      provision.scoping.subjects === null &&
      provision.statement.kind === "conditional" &&
      effect.targets.every((t) => t.path.every((n) => /^本/.test(n.text))) &&
      effect.actions.some((u) =>
        u.choice.some((c) => model.actionByName.get(c.name.text)?.polarity === "negative"),
      ),
  );
  return groupBy(found, ({ provision }) => provision.statement.span.start).flatMap((group) => {
    const { effect, provision } = group[0]!;
    const own = ownerOf(model, provision);
    // Facts that several have: the rule reaches all of them.
    if (own === null) return [];
    const { start } = provision.statement.span;
    return [
      problem(
        "BF3273",
        {
          action: effect.kind === "consequence" ? effect.actions[0]!.choice[0]!.name.text : "",
          own: own.name,
          others: addressed.filter((n) => n !== own.name),
        },
        {
          span: effect.span,
          fixes: [
            titled("only-for", [{ span: { start, end: start }, text: `${own.name}: ` }], { name: own.name }),
          ],
        },
      ),
    ];
  });
}

/**
 * The only declared kind that has facts a rule reads, where one of them is conduct that others may show too: a
 * truth, not a figure that only this kind has.
 */
function ownerOf(model: Model, provision: Provision): KindSymbol | null {
  const names = new Set<string>();
  walk(provision.statement, (n) => {
    if (n.kind === "path") names.add(n.segments[0]!.text);
    return undefined;
  });
  const kinds = model.kinds.filter((k) => !k.of && [...names].some((n) => k.fieldByName.has(n)));
  const [own] = kinds;
  if (own === undefined || kinds.length > 1) return null;
  return [...names].some((n) => own.fieldByName.get(n)?.type?.kind === "truth") ? own : null;
}

/** 牵头单位 must do something, and 帮扶单位 is the subject: which of the subjects is it? */
function almostSubjects(model: Model): Problem[] {
  const kinds = [...model.kindByName.keys()];
  return actsOf(model).flatMap(({ act, who }) => {
    if (act.modality !== "must") return [];
    const near = who.flatMap((n) => {
      const subject = kinds.find((k) => k !== n.text && !kinds.includes(n.text) && sameHead(k, n.text));
      return subject ? [{ who: n.text, subject }] : [];
    });
    if (near.length === 0) return [];
    return [
      problem(
        "BF3274",
        { who: unique(near.map((n) => n.who)), subject: near[0]!.subject, step: nameOfAct(act) },
        { span: act.span },
      ),
    ];
  });
}

/** Both end in one word: 牵头单位 and 帮扶单位. */
const sameHead = (a: string, b: string): boolean =>
  a.length > 2 && b.length > 2 && a.slice(-2) === b.slice(-2);

interface Minimum {
  readonly span: ast.Condition["span"];
  readonly terms: readonly string[];
  readonly provision: Provision;
  /** For whom only; null: for all. */
  readonly of: ast.Condition | null;
}

/**
 * 每个贫困村甲不少于5,加上乙各村不少于10: the second duty adds to the figure of the first and has not its
 * restriction.
 */
function restrictionDropped(model: Model): Problem[] {
  const articleOf = (p: Provision) => (p.path[0] ? labelText(p.path[0].label) : "");
  const duties = rulesOf(model).flatMap((provision): Minimum[] => {
    const s = provision.statement;
    if (s.kind === "requirement") return minima(s.condition).map((m) => ({ ...m, provision, of: null }));
    if (s.kind !== "conditional") return [];
    return s.effects.flatMap((e) =>
      e.kind === "requirement-effect"
        ? minima(e.condition).map((m) => ({ ...m, provision, of: s.condition }))
        : [],
    );
  });
  return duties.flatMap((wider) => {
    if (wider.of !== null || wider.terms.length < 2) return [];
    const first = duties.find(
      (d) =>
        d.of !== null &&
        d.terms.length === 1 &&
        wider.terms.includes(d.terms[0]!) &&
        articleOf(d.provision) === articleOf(wider.provision) &&
        subjectsOf(d.provision) === subjectsOf(wider.provision),
    );
    if (!first) return [];
    return [
      problem(
        "BF3275",
        { wider: textAt(model, wider.span), of: textAt(model, first.of!.span), term: first.terms[0]! },
        {
          span: wider.span,
          related: [labelled("first-is-only-for-some", first.span)],
          fixes: onlyFor(model, wider.provision, first.of!),
        },
      ),
    ];
  });
}

const subjectsOf = (p: Provision): string => (p.scoping.subjects ?? []).map((n) => n.text).join();

/** A minimum of a fact or of a sum of facts, with the facts. */
function minima(e: ast.Condition): { span: ast.Condition["span"]; terms: string[] }[] {
  if (e.kind === "logical" && e.op === "and") return e.operands.flatMap(minima);
  if (e.kind !== "compare" || (e.test.op !== ">=" && e.test.op !== ">")) return [];
  const terms = addends(e.left);
  return terms.length > 0 ? [{ span: e.span, terms }] : [];
}

function addends(e: ast.Expression): string[] {
  if (e.kind === "path" && e.segments.length === 1) return [e.segments[0]!.text];
  return e.kind === "binary" && e.op === "+" ? [...addends(e.left), ...addends(e.right)] : [];
}

/** `贫困村 的,` before the wider duty too. */
function onlyFor(model: Model, { statement }: Provision, of: ast.Condition): Fix[] {
  if (statement.kind !== "requirement" || model.file.language === "en") return [];
  const words = textAt(model, of.span);
  return [titled("only-for-too", [{ span: placeAt(statement.span.start), text: `${words} 的,` }], { words })];
}
