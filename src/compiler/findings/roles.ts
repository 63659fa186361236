import { labelled, titled } from "../../diagnostics/phrases.ts";
import { type Fix, type Problem, problem } from "../../diagnostics/problem.ts";
import type * as ast from "../../parser/ast.ts";
import type { Span } from "../../source/span.ts";
import { describedAs, placeAt } from "../analyze/closings.ts";
import type { FieldSymbol, KindSymbol, Model, Provision } from "../analyze/model.ts";
import {
  actsOf,
  alsoAt,
  effectsOf,
  groupBy,
  mentions,
  nameOfAct,
  oncePerClause,
  type Place,
  readings,
  unique,
} from "./reading.ts";

/** ROLE: who takes a measure, who it is that has a role, whose conduct counts, and who gets a paper. */
export function rolesUnsaid(model: Model): Problem[] {
  return [
    ...measuresOfNobody(model),
    ...unnamedRoles(model),
    ...postsOfSeveral(model),
    ...conductOfWhom(model),
    ...papersToNobody(model),
  ];
}

/** Measures that somebody has to take in person; a ban or the loss of a right takes effect by the rule itself. */
const TAKEN =
  /谈话|约谈|通报|表扬|表彰|批评|警告|处分|问责|追究|责令|整改|检查|调整|免职|降职|停职|辞职|召回|移送|移交/;

interface Measure extends Place {
  readonly name: string;
  readonly effect: ast.ConsequenceEffect;
}

/** A measure is taken by a named office in one clause and by nobody in another. */
function measuresOfNobody(model: Model): Problem[] {
  const all = effectsOf(model).flatMap(({ effect, provision }): Measure[] =>
    effect.kind === "consequence"
      ? effect.actions.flatMap((use) =>
          use.choice.map((c) => ({ name: c.name.text, effect, span: use.span, provision })),
        )
      : [],
  );
  const named = all.filter((m) => officesOf(m).length > 0);
  const [example] = named;
  if (!example) return [];
  const open = all.filter((m) => officesOf(m).length === 0 && TAKEN.test(m.name));
  const takenBy = new Map(named.map((m) => [m.name, m] as const));
  const known = groupBy(
    open.filter((m) => takenBy.has(m.name)),
    (m) => m.name,
  );
  const unknown = open.filter((m) => !takenBy.has(m.name) && !isDecided(model, m.name));
  return [
    ...known.map((group) => takenElsewhere(model, group, takenBy.get(group[0]!.name)!)),
    ...takenByNobody(unknown, example),
  ];
}

const officesOf = (m: Measure): string[] => (m.effect.by ?? []).map((n) => n.text);

function takenElsewhere(model: Model, group: readonly Measure[], other: Measure): Problem {
  const [first, ...rest] = oncePerClause(group);
  const who = officesOf(other);
  const written = (other.effect.by ?? []).map((n) => model.source.slice(n.span)).join("、");
  const places = unique(group.map((m) => String(m.effect.span.start))).map(Number);
  const zh = model.file.language === "zh";
  return problem(
    "BF3283",
    { name: group[0]!.name, who },
    {
      span: first!.span,
      related: [labelled("here-it-is-said", other.span), ...alsoAt(rest, "not-said-here-either")],
      fixes: [
        titled(
          "by-too",
          places.map((at) => ({
            span: placeAt(at),
            text: zh ? `由 ${written} ` : `through ${written} `,
          })),
          { who },
        ),
      ],
    },
  );
}

/** Other offices take other measures, and of these nothing is said: one finding for the whole text. */
function takenByNobody(open: readonly Measure[], example: Measure): Problem[] {
  const [first, ...rest] = oncePerClause(open);
  if (!first) return [];
  return [
    problem(
      "BF3284",
      {
        names: unique(open.map((m) => m.name)),
        example: example.name,
        who: officesOf(example),
      },
      {
        span: first.span,
        related: [labelled("here-it-is-said", example.span), ...alsoAt(rest, "not-said-here-either")],
      },
    ),
  ];
}

/** A step decides on penalties or rewards as a whole, or on this measure. */
const isDecided = (model: Model, name: string): boolean =>
  actsOf(model).some(
    ({ act, who }) =>
      who.length > 0 &&
      /决定|作出|实施|执行|审批|批准/.test(act.verb.text) &&
      act.what.some((n) => n.text.includes(name) || /奖惩|惩处|处理|处分|问责|奖励/.test(n.text)),
  );

/** 相关责任人, 有关部门: words that point at somebody and do not say at whom. */
const POINTING =
  /^(?:相关|有关|其他)(?:责任人员?|责任领导|人员|人|领导|干部|单位|部门|机关|方面)$|^责任(?:人|人员|领导|单位)$/;

/** A role that its own name does not tell, and that nothing describes. */
function unnamedRoles(model: Model): Problem[] {
  const mentioned = mentions(model);
  const described = new Set(
    model.kinds.flatMap((k) => k.fields.flatMap((f) => (isDescribed(f) ? [f.name] : []))),
  );
  const offices = new Map<string, Place[]>();
  const point = (names: readonly ast.Name[], provision: Provision) => {
    for (const n of names)
      if (POINTING.test(n.text))
        offices.set(n.text, [...(offices.get(n.text) ?? []), { span: n.span, provision }]);
  };
  for (const { act, provision } of actsOf(model)) point(act.who, provision);
  for (const { effect, provision } of effectsOf(model))
    if (effect.kind === "consequence") point(effect.by ?? [], provision);
  const roles = partiesOf(model)
    .filter(({ field }) => POINTING.test(field.name))
    .map(({ field }) => field.name);
  const names = unique([...roles, ...offices.keys()]).filter((n) => !described.has(n));
  return names.flatMap((name) => {
    const places = oncePerClause(mentioned.get(name) ?? offices.get(name) ?? []);
    const [first, ...rest] = places;
    if (!first) return [];
    return [problem("BF3285", { name }, { span: first.span, related: alsoAt(rest, "here-too") })];
  });
}

/** 主要领导: a post that an office may have two of, the secretary and the head. */
const SHARED_POST = /(?:主要领导|主要负责人|主要负责同志|党政正职|分管领导|分管负责人|班子成员)$/;

function postsOfSeveral(model: Model): Problem[] {
  const mentioned = mentions(model);
  return groupBy(
    partiesOf(model).filter(
      ({ field }) =>
        SHARED_POST.test(field.name) &&
        !isDescribed(field) &&
        !field.node.attributes.some((a) => a.kind === "dated"),
    ),
    ({ kind }) => kind.index,
  ).flatMap((group) => {
    const aimed = group.filter(({ field }) => mentioned.has(field.name));
    const [first, ...rest] = oncePerClause(aimed.flatMap(({ field }) => mentioned.get(field.name) ?? []));
    if (!first) return [];
    return [
      problem(
        "BF3286",
        { names: aimed.map(({ field }) => field.name), subject: group[0]!.kind.name },
        {
          span: first.span,
          related: alsoAt(rest, "aimed-at-here-too"),
          fixes: describedAs(
            model,
            aimed.map(({ field }) => field.node),
            ["everyone-who-holds-post", "one-only"],
          ),
        },
      ),
    ];
  });
}

const CONDUCT = /弄虚作假|造假|作假|虚报|瞒报|隐瞒|违纪|违法|违规|违反|贪污|侵占|挪用|截留|徇私|失职|渎职/;
/** Words of a description that say whose conduct it is. */
const WHOSE =
  /人员|成员|队员|职工|干部|本人|单位|集体|组织|班子|任何|任一|谁|member|person|staff|anyone|collective|body|decided/i;

const PEOPLE = /[员人师生]$|干部|领导|书记|职工|主任|队长|队员|person|member|staff|officer/i;

/** A body and its members are both assessed, and the body's misconduct is a fact: whose act is it? */
function conductOfWhom(model: Model): Problem[] {
  const read = readings(model);
  return model.kinds.flatMap((kind) => {
    const members = model.kinds.find(
      (k) =>
        !k.of &&
        PEOPLE.test(k.name) &&
        k.fields.some((f) => f.type?.kind === "link" && f.type.subject === kind.index),
    );
    if (!members) return [];
    const open = kind.fields.filter(
      (f) =>
        f.type?.kind === "truth" &&
        kind.node.fields.includes(f.node) &&
        CONDUCT.test(f.name) &&
        read.has(f.name) &&
        !f.node.attributes.some((a) => a.kind === "description" && WHOSE.test(a.text.text)),
    );
    if (open.length === 0) return [];
    return [
      problem(
        "BF3289",
        { subject: kind.name, members: members.name, facts: open.map((f) => f.name) },
        {
          span: open[0]!.node.name.span,
          related: alsoAt(oncePerClause(open.flatMap((f) => readOf(read, f, kind))), "needed-here"),
          fixes: describedAs(
            model,
            open.map((f) => f.node),
            ["that-of-its-members-counts-too", "only-what-body-itself-decided"],
          ),
        },
      ),
    ];
  });
}

/** Clauses about the kind that read the field; another kind may have a field of that name. */
const readOf = (read: ReadonlyMap<string, readonly Place[]>, f: FieldSymbol, kind: KindSymbol): Place[] =>
  (read.get(f.name) ?? []).filter(
    ({ provision: { scoping } }) => scoping.subjects?.some((n) => n.text === kind.name) ?? true,
  );

/** Handing something over: it has a receiver. */
const HANDS_OVER = /^(?:上报|报送|呈报|汇报|报备|提交|反馈|移交|移送|抄送|抄报|送交|告知|通知)$/;

function papersToNobody(model: Model): Problem[] {
  const found = actsOf(model).filter(({ act }) => HANDS_OVER.test(act.verb.text) && act.toWhom.length === 0);
  return groupBy(found, ({ act }) => `${act.verb.text}${act.what.map((n) => n.text).join()}`).map((group) => {
    const [first, ...rest] = group;
    const what = first!.act.what.map((n) => n.text);
    return problem(
      "BF3238",
      { verb: first!.act.verb.text, what },
      {
        span: first!.act.span,
        related: alsoAt(
          rest.map(({ act, provision }) => ({ span: act.span, provision })),
          "not-said-here-either",
        ),
      },
    );
  });
}

/** ROLE, CONJ: several offices act; together, each for itself, or whichever of them? */
export function jointActors(model: Model): Problem[] {
  return [...jointSteps(model), ...jointMeasures(model)];
}

/** How they act is said in the verb; signing and scoring by several have questions of their own (ORDER, SCORER). */
const SAID = /共同|联合|会同|会商|会签|合署|分别|各自|逐级|分级|协同|一并/;
const OF_OTHER_CLASSES = /签|考核|考评|评分|打分|评议|测评|检查|核验|评价|^(?:担任|兼任|任)$/;

function jointSteps(model: Model): Problem[] {
  const found = actsOf(model).filter(
    ({ act, step }) =>
      act.who.length > 1 &&
      !SAID.test(act.verb.text) &&
      !OF_OTHER_CLASSES.test(act.verb.text) &&
      !step.acts.some((a) => a.who === act.who && OF_OTHER_CLASSES.test(a.verb.text)) &&
      // Everybody who is obliged is obliged for himself.
      !act.who.some((n) => model.kindByName.has(n.text)),
  );
  return groupBy(found, ({ act }) => act.who.map((n) => n.text).join()).map((group) => {
    const [first, ...rest] = group;
    const { act } = first!;
    return problem(
      "BF3287",
      {
        who: act.who.map((n) => n.text),
        what: nameOfAct(act),
        verb: act.verb.text,
        first: act.who[0]!.text,
        other: act.who[1]!.text,
      },
      {
        span: act.span,
        related: alsoAt(
          rest.map((a) => ({ span: a.act.span, provision: a.provision })),
          "step-by-them-too",
        ),
        fixes: ["共同", "分别"].flatMap((way) => {
          const at = group.map((a) => a.act.verb.span.start);
          if (model.file.language === "en" || at.some((i) => model.source.text[i] === "「")) return [];
          return [
            titled(
              way === "共同" ? "act-jointly" : "act-separately",
              at.map((i) => ({ span: placeAt(i), text: way })),
              { words: `${way}${act.verb.text}` },
            ),
          ];
        }),
      },
    );
  });
}

function jointMeasures(model: Model): Problem[] {
  const found = effectsOf(model).flatMap(({ effect, provision }) =>
    effect.kind === "consequence" && (effect.by?.length ?? 0) > 1
      ? [{ by: effect.by!, what: effect.actions[0]!.span, provision, span: effect.span }]
      : [],
  );
  return groupBy(found, ({ by }) => by.map((n) => n.text).join()).map((group) => {
    const [first, ...rest] = oncePerClause(group) as typeof group;
    const spans = group.map(({ by }): Span => ({ start: by[0]!.span.start, end: by.at(-1)!.span.end }));
    const names = first!.by.map((n) => n.text);
    return problem(
      "BF3288",
      { who: names, what: model.source.slice(first!.what).trim(), number: names.length },
      {
        span: first!.span,
        related: alsoAt(rest, "taken-by-them-too"),
        fixes: model.file.language === "en" ? [] : together(names, spans),
      },
    );
  });
}

/** `「甲会同乙」`, `「甲或者乙」`: one actor in the words of the measure. */
function together(names: readonly string[], spans: readonly Span[]): Fix[] {
  const [first, ...others] = names;
  const ways = [
    { written: `${first}会同${others.join("、")}`, title: "taken-jointly" },
    { written: `${names.slice(0, -1).join("、")}或者${names.at(-1)}`, title: "taken-by-any" },
  ] as const;
  return ways.map(({ written, title }) =>
    titled(
      title,
      spans.map((span) => ({ span, text: `「${written}」` })),
      { words: written },
    ),
  );
}

/** Fields that hold a person or an organisation, with their kind. */
const partiesOf = (model: Model): { kind: KindSymbol; field: FieldSymbol }[] =>
  model.kinds
    .filter((k) => !k.of)
    .flatMap((kind) =>
      kind.fields.flatMap((field) =>
        field.type?.kind === "party" && kind.node.fields.includes(field.node) ? [{ kind, field }] : [],
      ),
    );

const isDescribed = (f: FieldSymbol): boolean => f.node.attributes.some((a) => a.kind === "description");
