import type { Phrase } from "../../diagnostics/message.ts";
import { enumerated, inMessage, labelled, phrase, titled } from "../../diagnostics/phrases.ts";
import { type Fix, type Problem, problem } from "../../diagnostics/problem.ts";
import type * as ast from "../../parser/ast.ts";
import { walk } from "../../parser/children.ts";
import { asWritten, generalRule, rewritten } from "../analyze/closings.ts";
import { ladderMode, modeFixes } from "../analyze/ladder-modes.ts";
import type { Model } from "../analyze/model.ts";
import { verdictFixes } from "../analyze/verdicts.ts";
import {
  conjuncts,
  disjuncts,
  type Given,
  givenBy,
  gradeEffects,
  gradeEffectsOf,
  gradesOf,
  ladderIn,
  listed,
  type OnGrade,
  quoted,
  type Rule,
  rulesOf,
  rungsOf,
} from "./rules.ts";
import { objectOf } from "./severity.ts";
import { caseMeeting } from "./together.ts";

/** OVL: one subject meets two rules whose results differ, and nothing says which holds. */
export function overlaps(model: Model): Problem[] {
  const rules = rulesOf(model);
  return [
    ...overlappingRungs(model),
    ...gradesSetTwice(model),
    ...twoLimitsAtOnce(model, rules),
    ...twoThingsWithOne(model, rules),
    ...bansSideBySide(model, rules),
    ...worseYears(model, rules),
  ];
}

/** What a subject would have to be to meet both of two rules, by one alternative of each. */
function meetingBoth(
  model: Model,
  a: Rule,
  b: Rule,
): { witness: Phrase; at: readonly ast.Condition[] } | null {
  if (a.condition === null || b.condition === null) return null;
  const other = disjuncts(b.condition, b.items);
  const ways = disjuncts(a.condition, a.items).flatMap((x) => other.map((y) => [x, y] as const));
  for (const pair of ways) {
    if (pair.some((c) => c.kind === "list-condition")) continue;
    const witness = caseMeeting(model, pair);
    if (witness !== null && witness.zh !== "") return { witness, at: pair };
  }
  return null;
}

/** Rungs that are conditions, with nothing said on how they combine. */
function overlappingRungs(model: Model): Problem[] {
  return model.provisions.flatMap((provision) => {
    const ladder = ladderIn(provision.statement);
    if (ladder?.kind !== "staged-ladder" || ladderMode(ladder) !== null) return [];
    const rungs = rungsOf(provision, ladder);
    return rungs.slice(1).flatMap((higher, i) => {
      const lower = rungs[i]!;
      // The lowest way onto one rung, and another way onto the next: two counters, one ahead of the other.
      const met = meetingBoth(model, lower, higher);
      if (!met) return [];
      return [
        problem(
          "BF3199",
          { ...inMessage("witness", met.witness), first: lower.cite, second: higher.cite },
          {
            span: higher.condition!.span,
            related: [labelled("rung-met-too", lower.condition!.span)],
            fixes: modeFixes(model, ladder, ["replacing", "adding"]),
          },
        ),
      ];
    });
  });
}

/** Two clauses grade the same subject differently with a plain 评为. */
function gradesSetTwice(model: Model): Problem[] {
  const settings = gradeEffects(model).filter(
    ({ effect, scale }) =>
      effect.kind === "grade-effect" &&
      effect.verb === "set" &&
      effect.grades.length === 1 &&
      effect.modality === "must" &&
      scale,
  );
  if (model.general.strictest) return [];
  /** Those that came before, by scale and grade: mostly many clauses give the same grade. */
  const before = new Map<string, Map<string, OnGrade[]>>();
  return settings.flatMap((second) => {
    const grade = nameOf(second);
    const grades = before.get(second.scale!) ?? new Map<string, OnGrade[]>();
    before.set(second.scale!, grades);
    const earlier = [...grades]
      .flatMap(([g, settings]) => (g === grade ? [] : settings))
      .filter((f) => shareTarget(f, second) && !sameLadder(f, second))
      .sort((a, b) => a.effect.span.start - b.effect.span.start);
    const same = grades.get(grade);
    if (same) same.push(second);
    else grades.set(grade, [second]);
    const met = earlier.flatMap((f) => {
      const both = meetingBoth(model, f.rule, second.rule);
      return both && !inOrder(model, f, second) ? [{ first: f, ...both }] : [];
    });
    const [found] = met;
    if (!found) return [];
    return [
      problem(
        "BF3195",
        {
          ...inMessage("witness", found.witness),
          first: `${found.first.rule.cite}(${nameOf(found.first)})`,
          second: `${second.rule.cite}(${grade})`,
        },
        {
          span: second.effect.span,
          related: met.flatMap((m) => [
            labelled("graded-here", m.first.effect.span, { grade: nameOf(m.first) }),
            ...itemsMeeting(model, m.first.rule, second.rule).map((span) =>
              labelled("both-can-be-met", span),
            ),
          ]),
          fixes: [
            ...asCeilings(model, [...met.map((m) => m.first.effect), second.effect]),
            ...generalRule(model, "从严"),
          ],
        },
      ),
    ];
  });
}

/** The lowest grade caps, and a ceiling above it is stricter for nobody: 评为 of the lowest beside 最高评为. */
function inOrder(model: Model, a: OnGrade, b: OnGrade): boolean {
  const lowest = gradesOf(model, a.scale!)?.[0];
  return [a, b].every((g) => nameOf(g) === lowest);
}

/** Pairs of alternatives that look at the same thing and can both hold. */
function itemsMeeting(model: Model, a: Rule, b: Rule): ast.Expression["span"][] {
  const spans: ast.Expression["span"][] = [];
  for (const x of disjuncts(a.condition!, a.items))
    for (const y of disjuncts(b.condition!, b.items)) {
      if (x.kind === "list-condition" || y.kind === "list-condition") continue;
      const shared = namesIn(x).some((n) => namesIn(y).includes(n));
      if (shared && caseMeeting(model, [x, y])) spans.push(x.span, y.span);
    }
  return spans.filter((s, i) => spans.findIndex((o) => o.start === s.start) === i);
}

/** `最高评为` at all of them: ceilings do not compete. */
function asCeilings(model: Model, effects: readonly ast.Effect[]): Fix[] {
  const each = effects.map((e) =>
    e.kind === "grade-effect" ? verdictFixes(model, e, ["最高评为"])[0] : undefined,
  );
  const [first] = each;
  if (!first || each.some((f) => !f)) return [];
  return [{ ...first, edits: each.flatMap((f) => f!.edits) }];
}

function namesIn(e: ast.Expression): string[] {
  const names: string[] = [];
  walk(e, (node) => {
    if (node.kind === "path") names.push(node.segments.map((s) => s.text).join("."));
    return undefined;
  });
  return names;
}

const nameOf = (g: OnGrade): string => (g.effect.kind === "grade-effect" ? g.effect.grades[0]!.text : "");
const shareTarget = (a: OnGrade, b: OnGrade): boolean => a.targets.some((t) => b.targets.includes(t));
const sameLadder = (a: OnGrade, b: OnGrade): boolean =>
  a.rule.rung !== undefined && a.rule.rung.ladder === b.rule.rung?.ladder;

/** One clause limits the grade of one target twice. */
function twoLimitsAtOnce(model: Model, rules: readonly Rule[]): Problem[] {
  return rules.flatMap((rule) => {
    const limits = gradeEffectsOf(model, rule).filter((g) => g.effect.kind === "grade-effect");
    return limits.flatMap((second, i) => {
      const first = limits.slice(0, i).find((f) => f.scale === second.scale && shareTarget(f, second));
      if (!first) return [];
      const both = second.targets.filter((t) => first.targets.includes(t));
      return [
        problem(
          "BF3197",
          {
            ...inMessage("who", whoOf(both)),
            first: quoted(model, first.effect.span, 60),
            second: quoted(model, second.effect.span, 60),
          },
          {
            span: second.effect.span,
            related: [labelled("other-limit", first.effect.span)],
          },
        ),
      ];
    });
  });
}

/** 取消 and 降低 of the same thing, from rules that one target can meet, and no `<` says which absorbs which. */
function twoThingsWithOne(model: Model, rules: readonly Rule[]): Problem[] {
  const byPair = new Map<string, { first: Given; second: Given }[]>();
  /** Those that came before, by what they take away or lower. */
  const before = new Map<string, Given[]>();
  for (const second of rules.flatMap(givenBy)) {
    const { object } = objectOf(second.name);
    if (object.length < 2) continue;
    const earlier = before.get(object) ?? [];
    before.set(object, earlier);
    for (const first of earlier) {
      if (!competing(model, first, second)) continue;
      const key = JSON.stringify([first.name, second.name].sort());
      byPair.set(key, [...(byPair.get(key) ?? []), { first, second }]);
    }
    earlier.push(second);
  }
  // One message for two measures, wherever they meet.
  return [...byPair.values()].map((pairs) => {
    const { first, second } = pairs[0]!;
    const others = pairs.flatMap((p) => [p.first, p.second]).filter((g) => g.span !== second.span);
    return problem(
      "BF3196",
      {
        first: first.name,
        second: second.name,
        object: objectOf(second.name).object,
        cites: listed([first.rule.cite, second.rule.cite]),
      },
      {
        span: second.span,
        related: others
          .filter((g, i) => others.findIndex((o) => o.span.start === g.span.start) === i)
          .map((g) => labelled("stands-here", g.span, { name: g.name })),
        fixes: absorbing(model, first.name, second.name),
      },
    );
  });
}

/** `甲 < 乙` where the two stand side by side in one declaration; either may be the one that includes the other. */
function absorbing(model: Model, a: string, b: string): Fix[] {
  return model.provisions.flatMap(({ statement: s }) => {
    if (s.kind !== "action-declaration") return [];
    const at = s.actions.findIndex(({ name }) => name.text === a || name.text === b);
    const [first, second] = [s.actions[at], s.actions[at + 1]];
    if (!first || !second || (second.name.text !== a && second.name.text !== b)) return [];
    const [x, y] = [asWritten(model, first.span), asWritten(model, second.span)];
    const span = { start: first.span.start, end: second.span.end };
    return rewritten(model, span, [`${x} < ${y}`, `${y} < ${x}`]);
  });
}

function competing(model: Model, a: Given, b: Given): boolean {
  const [x, y] = [objectOf(a.name), objectOf(b.name)];
  if (a.name === b.name || a.target !== b.target || x.object !== y.object || x.verb === y.verb) return false;
  if (/^不得/.test(x.verb) && /^不得/.test(y.verb)) return false;
  const absorbs = (p: Given, q: Given) => {
    const index = model.actionByName.get(q.name)?.index;
    return index !== undefined && (model.actionByName.get(p.name)?.absorbedBy.includes(index) ?? false);
  };
  if (absorbs(a, b) || absorbs(b, a)) return false;
  const ladder = a.rule.rung?.ladder;
  if (ladder && ladder === b.rule.rung?.ladder) return ladderMode(ladder) !== "replacing";
  return !a.rule.condition || !b.rule.condition || meetingBoth(model, a.rule, b.rule) !== null;
}

/** `自 评定日 起` for all of the periods. */
function fromAssessment(model: Model, bans: readonly Given[]): Fix[] {
  const once = bans.filter((b, i) => bans.findIndex((o) => o.argument === b.argument) === i);
  const open = once.flatMap(({ argument: a }) => {
    if (a?.kind === "period-of" ? a.from === undefined && a.length : a?.kind === "number")
      return rewritten(model, a!.span, [`自 评定日 起 ${asWritten(model, a!.span)}`]).flatMap((f) => f.edits);
    return [];
  });
  if (open.length === 0) return [];
  return [titled("run-from-assessment-day", open)];
}

/** A ban that follows from a measure, beside the bans that were given together with that measure. */
function bansSideBySide(model: Model, rules: readonly Rule[]): Problem[] {
  return rules.flatMap((rule) => {
    const own = givenBy(rule).filter(isBan);
    if (own.length === 0 || rule.condition === null) return [];
    const facts = conjuncts(rule.condition).flatMap(namesIn);
    const source = rules.filter(
      (o) =>
        o !== rule &&
        givenBy(o).some((g) => facts.some((f) => f.length > g.name.length && f.includes(g.name))),
    );
    const beside = source.flatMap(givenBy).filter((g) => isBan(g) && own.every((b) => b.name !== g.name));
    if (beside.length === 0) return [];
    return [
      problem(
        "BF3198",
        {
          own: quoted(model, own[0]!.span),
          others: listed(beside.map((g) => quoted(model, g.span))),
          fact: facts[0]!,
        },
        {
          span: rule.span,
          related: beside.map((g) => labelled("another-period", g.span)),
          fixes: fromAssessment(model, [...own, ...beside]),
        },
      ),
    ];
  });
}

const isBan = (g: Given): boolean =>
  /^不得|^不予|^禁止/.test(g.name) &&
  ((g.argument?.kind === "period-of" && g.argument.from === undefined) ||
    (g.argument?.kind === "number" && /[年月天日]/.test(g.argument.unit ?? "")));

/** 连续2年 为 G: a year that was even worse breaks the run. */
function worseYears(model: Model, rules: readonly Rule[]): Problem[] {
  return rules.flatMap((rule) => {
    const run = rule.condition;
    if (run?.kind !== "run" || run.condition.kind !== "is" || run.condition.negated) return [];
    const [value] = run.condition.values;
    const { value: of } = run.condition;
    if (of.kind !== "path" || value?.kind !== "path" || run.condition.values.length > 1) return [];
    const scale = of.segments.at(-1)!.text;
    const grades = gradesOf(model, scale) ?? [];
    const at = grades.indexOf(value.segments[0]!.text);
    const adverse = givenBy(rule).some((g) => model.actionByName.get(g.name)?.polarity === "negative");
    if (at <= 0 || !adverse) return [];
    const worse = grades.slice(0, at).reverse();
    return [
      problem(
        "BF3200",
        { scale, grade: grades[at]!, worse: worse[0]!, years: run.length.text },
        {
          span: run.span,
          fixes: [
            titled("count-worse-years-too", [
              {
                span: run.condition.span,
                text: `${scale} 属于 ${[grades[at]!, ...worse].map(bracketed).join("、")}`,
              },
            ]),
          ],
        },
      ),
    ];
  });
}

const bracketed = (name: string): string => (/^[\p{L}_]+$/u.test(name) ? name : `「${name}」`);

/** Targets by name; who is not named is the subject itself. */
function whoOf(targets: readonly string[]): Phrase {
  const self = phrase("self");
  return {
    zh: enumerated(listed(targets.map((t) => t || self.zh))).zh,
    en: enumerated(listed(targets.map((t) => t || self.en))).en,
  };
}
