import { labelled, titled } from "../../diagnostics/phrases.ts";
import { type Fix, type Problem, problem, type Related } from "../../diagnostics/problem.ts";
import type * as ast from "../../parser/ast.ts";
import { walk } from "../../parser/children.ts";
import type { Span } from "../../source/span.ts";
import { citationText, type Model } from "../analyze/model.ts";
import { isDecided } from "../analyze/scales.ts";
import { namesRead } from "./counts.ts";
import { actsOf, alsoAt, readings } from "./reading.ts";
import { conjuncts, gradesOf, listed, rulesOf } from "./rules.ts";

/** VOC: two names that may mean one thing, and scales that nothing maps onto each other. */
export function looseTerms(model: Model): Problem[] {
  return [
    ...nearNames(model),
    ...nearOptions(model),
    ...principlesAndIndicators(model),
    ...unmappedScales(model),
    ...votesWithoutGrades(model),
    ...doubleNames(model),
    ...differingLists(model),
  ];
}

interface Term {
  readonly name: string;
  readonly span: Span;
}

/** Words that regulations use for one another. */
const SYNONYMS: readonly (readonly [RegExp, string])[] = [
  [/责任人|联系人/g, "干部"],
  [/考评|测评|考察/g, "考核"],
  [/减扣|扣发|扣除|取消/g, "扣减"],
  [/派出|选派/g, "派驻"],
  [/重用|任用|使用/g, "任用"],
  [/通报批评|黑榜/g, "通报"],
  [/(?:村民|居民|公众)/g, "群众"],
  [/^(?:群众)?(?:民意|满意度|满意率|认可度)(?:考核|评议|调查|得分)?$/, "群众满意度"],
  [/^(?:推进|推动|实施|落实|加强|开展|抓好)/, ""],
  [/个人|年度|当年/g, ""],
];

/** Characters whose difference makes another thing: levels, numbers, times, directions. */
const TELLING =
  /[国省市县区州乡镇村社旗上下左右前后内外正副主辅一二三四五六七八九十百千0-9年月日季周初中末半全大小高低好坏优良差升降增减加扣应已未可拟]/;

const canonical = (name: string): string =>
  SYNONYMS.reduce((n, [from, to]) => n.replace(from, to), name.normalize("NFKC"));

/** Whether two names are so near that a reader must ask whether they mean one thing. */
function nearDuplicate(a: string, b: string): boolean {
  if (a === b || Math.min(a.length, b.length) < 4) return false;
  const [x, y] = [canonical(a), canonical(b)];
  if (x === y) return true;
  return oneCharacterApart(a, b) || leftOut(a, b) || leftOut(b, a);
}

function oneCharacterApart(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = [...a].flatMap((c, i) => (c === b[i] ? [] : [i]));
  return at.length === 1 && !TELLING.test(a[at[0]!]!) && !TELLING.test(b[at[0]!]!);
}

/** The longer name is the shorter with one word of two characters inside it. */
function leftOut(longer: string, shorter: string): boolean {
  if (longer.length !== shorter.length + 2) return false;
  for (let i = 1; i < shorter.length; i++)
    if (longer.slice(0, i) === shorter.slice(0, i) && longer.slice(i + 2) === shorter.slice(i))
      return !TELLING.test(longer.slice(i, i + 2));
  return false;
}

/** Names of one sort: facts, measures, people and offices. Names of different sorts do not compete. */
function nearNames(model: Model): Problem[] {
  const told = new Set<string>();
  const read = readings(model);
  return groups(model).flatMap((terms) => {
    const first = new Map<string, Term>();
    for (const t of terms) if (!first.has(t.name)) first.set(t.name, t);
    const names = [...first.keys()];
    return names.flatMap((name, i) => {
      const other = names.slice(0, i).find((n) => nearDuplicate(n, name));
      const pair = JSON.stringify([name, other].sort());
      if (other === undefined || told.has(pair)) return [];
      told.add(pair);
      const uses = [
        ...terms.filter((t) => t.name === name || t.name === other),
        ...[name, other].flatMap((n) => (read.get(n) ?? []).map((p) => ({ name: n, span: p.span }))),
      ];
      const span = uses.filter((t) => t.name === name).at(1)?.span ?? first.get(name)!.span;
      const related: Related[] = uses
        .filter((t, at) => t.span !== span && uses.findIndex((o) => o.span.start === t.span.start) === at)
        .map((t) => labelled("named-here", t.span, { name: t.name }));
      return [problem("BF3242", { first: other, second: name }, { span, related })];
    });
  });
}

/** A declaratory article lists what is assessed in other words than the indicators have. One finding per article. */
function principlesAndIndicators(model: Model): Problem[] {
  const indicators = model.provisions.flatMap(({ statement: s }) =>
    s.kind === "indicator" || s.kind === "indicator-group" ? [s.name] : [],
  );
  return model.provisions.flatMap(({ statement: s }) => {
    if (s.kind !== "declaratory" || !s.text) return [];
    const words = s.text.text.split(/[、,，。;；:：()（）\s]|以及|和|与|及/);
    const near = words.flatMap((word) => {
      if (indicators.some((i) => i.text === word)) return [];
      const indicator = indicators.find((i) => sameMatter(word, i.text));
      return indicator ? [{ word, indicator }] : [];
    });
    const [first] = near;
    if (!first) return [];
    return [
      problem(
        "BF3242",
        { first: first.indicator.text, second: first.word },
        {
          span: s.text.span,
          related: near.map((n) =>
            labelled("near", n.indicator.span, { word: n.word, indicator: n.indicator.text }),
          ),
        },
      ),
    ];
  });
}

/** Near names, or the one with words before or behind the other. */
const sameMatter = (word: string, indicator: string): boolean =>
  nearDuplicate(indicator, word) ||
  (indicator.length >= 4 && word.length <= indicator.length + 4 && word.includes(indicator));

/** A description says what the name means. */
const described = (f: ast.Field): boolean => f.attributes.some((a) => a.kind === "description");

/** What a step is about can be people: 访谈 群众代表. */
const ARE_PEOPLE = /(?:代表|人员|干部|成员|负责人)$/;

function groups(model: Model): Term[][] {
  const facts = [...model.kinds, ...model.records].flatMap((k) =>
    k.fields
      .filter((f) => k.node.fields.includes(f.node) && !described(f.node))
      .map((f) => ({ name: f.name, span: f.node.name.span })),
  );
  const indicators = model.provisions.flatMap(({ statement: s }) =>
    s.kind === "indicator" ? [{ name: s.name.text, span: s.name.span }] : [],
  );
  const measures: Term[] = [...model.actionByName.values()]
    .flatMap((a) => a.node.actions.filter((x) => x.name.text === a.name).map((x) => x.name))
    .map((n) => ({ name: n.text, span: n.span }));
  const people: Term[] = [];
  for (const { statement: s } of model.provisions) {
    if (s.kind === "procedure")
      for (const step of s.steps)
        for (const act of step.acts)
          for (const n of [...act.who, ...act.toWhom, ...act.what.filter((w) => ARE_PEOPLE.test(w.text))])
            people.push({ name: n.text, span: n.span });
    walk(s, (node) => {
      if (node.kind !== "consequence") return undefined;
      for (const n of node.by ?? []) people.push({ name: n.text, span: n.span });
      for (const t of node.targets) for (const n of t.path) people.push({ name: n.text, span: n.span });
      for (const use of node.actions)
        for (const c of use.choice) measures.push({ name: c.name.text, span: c.name.span });
      return undefined;
    });
  }
  const explained = new Set(
    model.kinds.flatMap((k) => k.fields.filter((f) => described(f.node)).map((f) => f.name)),
  );
  return [facts, indicators, measures, people.filter((p) => !explained.has(p.name))];
}

/** Two options of one field for which regulations use one word: does what is said of the one hold of the other? */
function nearOptions(model: Model): Problem[] {
  const owners = [...model.kinds, ...model.records].map((o) => o.node);
  return owners.flatMap((owner) =>
    owner.fields.flatMap((field) => {
      const options = field.type.kind === "options-type" && !described(field) ? field.type.options : [];
      return options.flatMap((second, i) => {
        const first = options.slice(0, i).find((o) => canonical(o.text) === canonical(second.text));
        if (first === undefined) return [];
        const related: Related[] = [first, second]
          .flatMap((o) => usesOf(model, field.name.text, o.text))
          .map((span) => labelled("used-here", span));
        return [
          problem("BF3242", { first: first.text, second: second.text }, { span: second.span, related }),
        ];
      });
    }),
  );
}

/** Where a rule tests the field for the option. */
function usesOf(model: Model, field: string, option: string): Span[] {
  const found: Span[] = [];
  for (const { statement } of model.provisions)
    walk(statement, (n) => {
      if (n.kind === "is" && n.value.kind === "path" && n.value.segments.at(-1)!.text === field)
        for (const v of n.values) if (v.kind === "path" && v.segments[0]!.text === option) found.push(v.span);
      return undefined;
    });
  return found;
}

/** A grade of this measure limits the grade of another assessment, whose grades have other names. */
function unmappedScales(model: Model): Problem[] {
  return rulesOf(model).flatMap((rule) => {
    const own = (rule.condition ? conjuncts(rule.condition) : [])
      .flatMap((c) => [...namesRead(c)])
      .find((n) => model.scales.has(n));
    if (own === undefined) return [];
    return rule.effects.flatMap((effect) => {
      if (effect.kind !== "grade-effect" || !effect.scale || !model.externalScales.has(effect.scale.text))
        return [];
      const [mine, theirs] = [gradesOf(model, own)!, gradesOf(model, effect.scale.text)!];
      if (theirs.every((g) => mine.includes(g))) return [];
      return [
        problem(
          "BF3243",
          {
            own,
            other: effect.scale.text,
            grades: listed([...mine].reverse()),
            others: listed([...theirs].reverse()),
          },
          { span: effect.span },
        ),
      ];
    });
  });
}

/** A vote yields marks, a scale is declared, and nothing turns the one into the other. */
function votesWithoutGrades(model: Model): Problem[] {
  const votes = model.provisions.flatMap(({ statement: s }) => (s.kind === "ballot" ? [s] : []));
  const used = new Set(
    model.provisions.flatMap(({ statement: s }) => (s.kind === "ballot" ? [] : [...namesRead(s)])),
  );
  const idle = [...model.scales.values()].filter(
    (s) => !isDecided(model, s.name) && !readings(model).has(s.name),
  );
  return votes.flatMap((vote) =>
    used.has(vote.name.text)
      ? []
      : idle.map((scale) =>
          problem(
            "BF3244",
            { vote: vote.name.text, scale: scale.name },
            {
              span: vote.name.span,
              related: [labelled("grades", scale.node.span)],
            },
          ),
        ),
  );
}

/** 称职(合格): one grade, and a second name for it in brackets. */
function doubleNames(model: Model): Problem[] {
  const read = readings(model);
  return [...model.scales.values()].flatMap((scale) => {
    const double = scale.node.grades
      .map((g) => g.name)
      .filter((n) => /^[^(（]+[(（][^)）]+[)）]$/.test(n.text));
    if (double.length === 0) return [];
    const uses = double.flatMap((n) => read.get(n.text) ?? []);
    return [
      problem(
        "BF3251",
        { scale: scale.name, grades: listed(double.map((n) => n.text)) },
        {
          span: double[0]!.span,
          related: alsoAt(uses, "used-here"),
          fixes: [keptName(model, double, "outer"), keptName(model, double, "inner")],
        },
      ),
    ];
  });
}

/** The name before the brackets, or the one in them, wherever the grades are written. */
function keptName(model: Model, grades: readonly ast.Name[], which: "outer" | "inner"): Fix {
  const { text } = model.source;
  const edits = grades.flatMap((n) => {
    const written = model.source.slice(n.span);
    const [, outer, inner] = /^([^(（]+)[(（]([^)）]+)[)）]$/.exec(n.text)!;
    const found: { span: { start: number; end: number }; text: string }[] = [];
    for (let at = text.indexOf(written); at >= 0; at = text.indexOf(written, at + written.length))
      found.push({
        span: { start: at, end: at + written.length },
        text: which === "outer" ? outer! : inner!,
      });
    return found;
  });
  const name = (edits[0]?.text ?? "") + (grades.length > 1 ? "…" : "");
  return titled(which === "outer" ? "keep-outer-name" : "keep-inner-name", edits, { name });
}

/** What somebody has to report, said in two clauses with other contents. */
function differingLists(model: Model): Problem[] {
  const acts = actsOf(model).filter(({ act }) => act.what.length >= 3);
  return acts.flatMap((second, i) => {
    const names = (a: typeof second) => a.act.what.map((n) => n.text);
    const first = acts
      .slice(0, i)
      .find(
        (f) =>
          f.provision !== second.provision &&
          f.act.verb.text === second.act.verb.text &&
          listed(f.who.map((n) => n.text)).join() === listed(second.who.map((n) => n.text)).join() &&
          [...names(f)].sort().join() !== [...names(second)].sort().join(),
      );
    if (!first) return [];
    return [
      problem(
        "BF3258",
        {
          who: listed(second.who.map((n) => n.text)),
          verb: second.act.verb.text,
          first: listed(names(first)),
          second: listed(names(second)),
          cite: citationText(first.provision.path),
        },
        {
          span: second.act.span,
          related: [labelled("other-list", first.act.span)],
        },
      ),
    ];
  });
}
