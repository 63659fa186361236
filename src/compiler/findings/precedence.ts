import { labelled, type PlainWord, worded } from "../../diagnostics/phrases.ts";
import { type Problem, problem } from "../../diagnostics/problem.ts";
import type * as ast from "../../parser/ast.ts";
import { walk } from "../../parser/children.ts";
import { generalRule } from "../analyze/closings.ts";
import type { Model } from "../analyze/model.ts";
import { groupBy, notesIn } from "./reading.ts";
import {
  givenBy,
  gradeEffects,
  gradesOf,
  listed,
  type OnGrade,
  quoted,
  type Rule,
  rulesOf,
  targetNames,
  wordsOf,
} from "./rules.ts";

/** ORDER: effects, signatures and norms whose order would change the outcome, and no order is said. */
export function unsaidOrder(model: Model): Problem[] {
  const rules = rulesOf(model);
  return [
    ...shiftsAndLimits(model),
    ...pointsBeforeGrade(model, rules),
    ...forAndAgainst(model, rules),
    ...vetoesOfPeriods(model),
    ...jointSignatures(model),
    ...norms(model),
  ];
}

/** Which way an effect pushes a grade. */
function direction(model: Model, g: OnGrade): "up" | "down" {
  const { effect } = g;
  if (effect.kind === "shift-effect") return effect.verb === "raise" ? "up" : "down";
  if (effect.verb === "floor") return "up";
  if (effect.verb !== "set") return "down";
  const grades = (g.scale && gradesOf(model, g.scale)) || [];
  const at = grades.indexOf(effect.grades[0]!.text);
  return effect.modality === "advisory" || (at === grades.length - 1 && at > 0) ? "up" : "down";
}

/** Raises, reductions and limits of one grade that one target can meet. 通则: 从严 says how they combine. */
function shiftsAndLimits(model: Model): Problem[] {
  if (model.general.strictest) return [];
  const scaled = gradeEffects(model).filter((g) => g.scale !== null);
  return groupBy(scaled, (g) => g.scale!).flatMap((all) => {
    const scale = all[0]!.scale!;
    const ups = all.filter((g) => direction(model, g) === "up");
    const downs = all.filter((g) => direction(model, g) === "down");
    const shifts = all.filter((g) => g.effect.kind === "shift-effect");
    const leading = [...shifts, ...ups].find((g) => rivals(g, ups, downs).length > 0);
    if (!leading) return [];
    const against = rivals(leading, ups, downs);
    const [first] = against;
    return [
      problem(
        "BF3202",
        {
          scale,
          first: quoted(model, verbSpan(leading), 30),
          firstCite: leading.rule.cite,
          second: quoted(model, verbSpan(first!), 30),
          secondCite: first!.rule.cite,
        },
        {
          fixes: generalRule(model, "从严"),
          span: leading.effect.span,
          related: against.map((g) => labelled("order-matters", g.effect.span)),
        },
      ),
    ];
  });
}

/** The effect without the targets it is aimed at. */
function verbSpan(g: OnGrade): { start: number; end: number } {
  const { effect } = g;
  const from = effect.scale?.span.end ?? effect.targets.at(-1)?.span.end ?? effect.span.start;
  return { start: Math.max(effect.span.start, from), end: effect.span.end };
}

/** The effects of other clauses that do not commute with one: the other direction, or a limit beside a shift. */
function rivals(g: OnGrade, ups: readonly OnGrade[], downs: readonly OnGrade[]): OnGrade[] {
  const up = ups.includes(g);
  const others = up ? downs : [...ups, ...downs.filter((o) => o.effect.kind !== g.effect.kind)];
  return others.filter(
    (o) =>
      o.rule !== g.rule &&
      o.targets.some((t) => g.targets.includes(t)) &&
      !(o.rule.rung && o.rule.rung.ladder === g.rule.rung?.ladder),
  );
}

/** An article gives points and shifts a grade: do the points come first? */
function pointsBeforeGrade(model: Model, rules: readonly Rule[]): Problem[] {
  if (model.general.strictest) return [];
  const articleOf = (r: Rule) => r.provision.path[0];
  return rules.flatMap((rule) => {
    const shift = rule.effects.find((e) => e.kind === "shift-effect");
    if (!shift) return [];
    const points = rules.flatMap((o) =>
      articleOf(o) !== undefined && articleOf(o) === articleOf(rule)
        ? givenBy(o).filter(
            (g) => isPoints(model, g.name) && targetNames(shift).some((t) => isSelf(t) && isSelf(g.target)),
          )
        : [],
    );
    const [first] = points;
    if (!first) return [];
    return [
      problem(
        "BF3203",
        {
          points: listed(points.map((g) => g.name)),
          shift: quoted(model, shift.steps.span, 20),
          cite: rule.cite,
        },
        {
          span: shift.span,
          related: points.map((g) => labelled("points-given-here", g.span)),
          fixes: generalRule(model, "从严"),
        },
      ),
    ];
  });
}

const isSelf = (target: string): boolean => target === "" || target === "本人" || target === "本单位";

/** A measure that gives or takes points: its argument is called so, or its own name says it. */
function isPoints(model: Model, name: string): boolean {
  const action = model.actionByName.get(name);
  return action?.argument != null && /分$|分[数值]/.test(`${action.argument}`);
}

/** One situation brings a measure for and a measure against the same target. */
function forAndAgainst(model: Model, rules: readonly Rule[]): Problem[] {
  const all = rules.flatMap((rule) =>
    givenBy(rule).map((g) => ({ g, words: rule.condition && wordsOf(model, rule.condition) })),
  );
  const bySituation = new Map(groupBy(all, (a) => a.words ?? "").map((same) => [same[0]!.words, same]));
  return all.flatMap(({ g, words }) => {
    if (words === null || model.actionByName.get(g.name)?.polarity !== "positive") return [];
    const against = bySituation
      .get(words)!
      .find(
        (o) =>
          o.g.target === g.target &&
          o.g.rule !== g.rule &&
          sameSubject(o.g.rule, g.rule) &&
          model.actionByName.get(o.g.name)?.polarity === "negative",
      );
    if (!against) return [];
    return [
      problem(
        "BF3204",
        { condition: quoted(model, g.rule.condition!.span), favourable: g.name, adverse: against.g.name },
        {
          span: g.rule.span,
          related: [labelled("same-situation-here", against.g.span)],
        },
      ),
    ];
  });
}

function sameSubject(a: Rule, b: Rule): boolean {
  const names = (r: Rule) => (r.provision.scoping.subjects ?? []).map((n) => n.text).join();
  return names(a) === names(b);
}

/** A veto on a grade that rests on a mean over periods: the grade of the year, or of each period? */
function vetoesOfPeriods(model: Model): Problem[] {
  const means = model.provisions.flatMap(({ statement: s }) =>
    s.kind === "definition" ? meansIn(model, s.value).map((span) => ({ name: s.name.text, span })) : [],
  );
  return gradeEffects(model).flatMap(({ effect, scale }) => {
    if (effect.kind !== "grade-effect" || !effect.veto) return [];
    const bases = model.provisions.flatMap(({ statement: s }) =>
      s.kind === "band-choice" && s.target?.text === scale ? [s] : [],
    );
    const on = means.filter((m) => bases.some((b) => wordsOf(model, b.value).includes(m.name)));
    if (on.length === 0) return [];
    return [
      problem(
        "BF3205",
        { scale: scale!, mean: on[0]!.name },
        {
          span: effect.span,
          related: on.map((m) => labelled("mean-over-periods", m.span)),
        },
      ),
    ];
  });
}

function meansIn(model: Model, e: ast.Expression): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  walk(e, (node) => {
    if (node.kind === "call" && /^(?:平均|mean)$/.test(node.callee.text)) found.push(node.span);
    return undefined;
  });
  return found.filter((s) => model.source.slice(s).includes("."));
}

/** Several sign in one step: in which order, and is one signature enough? */
function jointSignatures(model: Model): Problem[] {
  return model.provisions.flatMap(({ statement: s }) => {
    if (s.kind !== "procedure") return [];
    return s.steps.flatMap((step) =>
      step.acts.flatMap((act) => {
        if (act.inTurn || act.who.length < 2 || !/签|会签|审签|签署/.test(act.verb.text)) return [];
        return [
          problem(
            "BF3206",
            {
              who: listed(act.who.map((w) => w.text)),
              verb: act.verb.text,
              first: act.who[0]!.text,
              last: act.who.at(-1)!.text,
            },
            { span: act.span },
          ),
        ];
      }),
    );
  });
}

interface NormPattern {
  readonly when: RegExp;
  readonly unless: RegExp;
  readonly case: PlainWord;
}

const NORMS: readonly NormPattern[] = [
  {
    when: /制定[^。;]*(?:细则|实施办法|实施意见)/,
    unless: /抵触|一致|批准|以本办法为准|备案/,
    case: "detailed-rule-differs",
  },
  {
    when: /以前的?|此前|过去|原有/,
    unless: /上级|法律|法规|另有规定/,
    case: "higher-rule-differs",
  },
  {
    when: /不一致时?[^。;]*(?:没有写|未写|没有说)/,
    unless: /^$/,
    case: "bases-differ",
  },
];

/** Notes on other norms that leave open which prevails. */
function norms(model: Model): Problem[] {
  return notesIn(model).flatMap((note) => {
    const pattern = NORMS.find(
      (n) => n.when.test(note.text) && !n.unless.test(note.text) && /规定|细则|实施|依据/.test(note.text),
    );
    if (!pattern) return [];
    return [problem("BF3207", worded("case", pattern.case), { span: note.span })];
  });
}
