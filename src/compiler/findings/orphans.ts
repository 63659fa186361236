import { alike, worded } from "../../diagnostics/phrases.ts";
import { type Problem, problem } from "../../diagnostics/problem.ts";
import type * as ast from "../../parser/ast.ts";
import { walk } from "../../parser/children.ts";
import type { Model, Provision } from "../analyze/model.ts";
import { labelText } from "../analyze/model.ts";
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
  rulesOf,
  unique,
} from "./reading.ts";
import { isPartOfAssessment } from "./subjects.ts";

/** ORPHAN: a duty, a paper, a grade or a finding from which nothing follows. */
export function withoutEffect(model: Model): Problem[] {
  return [
    ...idleDuties(model),
    ...unreadPapers(model),
    ...unreadReports(model),
    ...idleGrades(model),
    ...uncorrected(model),
    ...idleDraws(model),
    ...unreadConditions(model),
  ];
}

const articleOf = (p: Provision): string => (p.path[0] ? labelText(p.path[0].label) : "");

/** Duties whose breach nothing looks at: one finding per article, or one for a measure of nothing but duties. */
function idleDuties(model: Model): Problem[] {
  const rules = rulesOf(model);
  const read = readings(model);
  const sanctions = effectsOf(model).some(
    ({ effect }) => effect.kind !== "requirement-effect" && effect.kind !== "exemption",
  );
  const isDuty = (p: Provision) => p.statement.kind === "requirement";
  const sanctioned = (names: readonly string[]) =>
    names.some((n) => (read.get(n) ?? []).some((place) => !isDuty(place.provision)));
  const duties: Place[] = [];
  for (const provision of rules) {
    const s = provision.statement;
    if (s.kind !== "requirement") continue;
    if (!sanctions || !sanctioned(namesIn(s.condition))) duties.push({ span: s.condition.span, provision });
  }
  for (const { act, provision } of actsOf(model))
    if (act.modality === "must") duties.push({ span: act.span, provision });
  if (duties.length === 0) return [];
  if (!sanctions) {
    const header = model.provisions.find((p) => p.statement.kind === "measure")?.statement;
    if (header?.kind !== "measure") return [];
    const related = alsoAt(oncePerClause(duties), "required-here");
    return [problem("BF3185", { count: duties.length }, { span: header.name.span, related })];
  }
  return groupBy(duties, (d) => articleOf(d.provision)).map(([first, ...rest]) =>
    problem(
      "BF3185",
      { count: rest.length + 1 },
      {
        span: first!.span,
        related: [
          ...alsoAt(rest, "required-here"),
          ...alsoAt(reportsOn(model, [first!, ...rest]), "only-reported-here"),
        ],
      },
    ),
  );
}

/** Steps that report on the subjects of duties, from which nothing follows either. */
function reportsOn(model: Model, duties: readonly Place[]): Place[] {
  const subjects = new Set(duties.flatMap((d) => (d.provision.scoping.subjects ?? []).map((n) => n.text)));
  return actsOf(model).flatMap(({ act, provision }) =>
    /报告|上报|报送|通报/.test(act.verb.text) && act.what.some((n) => subjects.has(n.text))
      ? [{ span: act.span, provision }]
      : [],
  );
}

function namesIn(e: ast.Expression): string[] {
  const names: string[] = [];
  walk(e, (n) => {
    if (n.kind === "path") names.push(...n.segments.map((s) => s.text));
    return undefined;
  });
  return names;
}

const MAKES = /建立|登记|记录|建档|造册|点评|提出|征求|听取/;

/** A ledger that is kept, an opinion that is given: nobody goes by it. One finding per article. */
function unreadPapers(model: Model): Problem[] {
  const read = readings(model);
  const mentioned = mentions(model);
  const acts = actsOf(model);
  const found = acts.flatMap(({ act, provision, procedure }) => {
    // Whoever receives it acts next.
    const goesOn = acts.some(
      (next) =>
        next.procedure === procedure &&
        next.act.span.start > act.span.start &&
        next.who.some((n) => act.toWhom.some((t) => t.text === n.text)),
    );
    if (goesOn) return [];
    const makes =
      MAKES.test(act.verb.text) ||
      (/反馈/.test(act.verb.text) && act.what.some((n) => /意见|建议/.test(n.text)));
    if (!makes) return [];
    // A plan of what the same procedure does is what that step goes by: 下次督查方案, beside 督查.
    const carriedOut = (n: ast.Name) =>
      /(?:方案|计划|安排)$/.test(n.text) &&
      acts.some((a) => a.procedure === procedure && a.act !== act && n.text.includes(a.act.verb.text));
    const unread = act.what.filter(
      (n) =>
        !read.has(n.text) && !carriedOut(n) && (mentioned.get(n.text) ?? []).every((m) => inside(m, act)),
    );
    return unread.length > 0 ? [{ span: act.span, provision, what: unread.map((n) => n.text), act }] : [];
  });
  return groupBy(found, (f) => articleOf(f.provision)).map((group) => {
    const [first, ...rest] = group;
    return problem(
      "BF3186",
      { papers: unique(group.flatMap((f) => f.what)), step: nameOfAct(first!.act) },
      { span: first!.span, related: alsoAt(rest, "here-too") },
    );
  });
}

/** A report that the assessed themselves hand in again and again: no rule tests whether they do, or uses it. */
function unreadReports(model: Model): Problem[] {
  const read = readings(model);
  const assessed = new Set(model.kinds.map((k) => k.name));
  return actsOf(model).flatMap(({ act, who }) => {
    if (act.deadline?.recurrence === undefined || !who.some((n) => assessed.has(n.text))) return [];
    if (!/提交|报送|上报|报告|填报|送交/.test(act.verb.text)) return [];
    const unread = act.what.filter((n) => ![...read.keys()].some((name) => name.includes(n.text)));
    if (unread.length === 0) return [];
    return [
      problem(
        "BF3252",
        { paper: unread.map((n) => n.text), who: who.map((n) => n.text) },
        { span: act.span },
      ),
    ];
  });
}

const inside = (place: Place, act: ast.ProcedureAct): boolean =>
  act.span.start <= place.span.start && place.span.end <= act.span.end;

/**
 * Several grades between the best and the worst of which no consequence, effect or condition speaks; one of them,
 * the ordinary grade, is usual.
 */
function idleGrades(model: Model): Problem[] {
  const effects = effectsOf(model);
  return [...model.scales.values()].flatMap((scale) => {
    const named = new Map<string, Place[]>();
    const note = (grade: string, place: Place) => named.set(grade, [...(named.get(grade) ?? []), place]);
    for (const provision of rulesOf(model))
      walk(provision.statement, (n) => {
        if (n.kind !== "is" || !endsIn(n.value, scale.name)) return undefined;
        for (const v of n.values)
          if (v.kind === "path") note(v.segments[0]!.text, { span: n.span, provision });
        return undefined;
      });
    const reads = readings(model).get(scale.name) ?? [];
    const ordered = reads.some((r) => ![...named.values()].flat().some((p) => covers(p, r)));
    const members = scale.node.grades.map((g) => g.name.text);
    const idle = members.slice(1, -1).filter((m) => !named.has(m));
    const acts = effects.some((e) => e.effect.kind === "consequence");
    if (ordered || named.size === 0 || idle.length < 2 || !acts) return [];
    return [
      problem(
        "BF3187",
        { scale: scale.name, grades: idle },
        {
          span: scale.node.name.span,
          related: alsoAt(oncePerClause([...named.values()].flat()), "other-grades-have-one"),
        },
      ),
    ];
  });
}

const covers = (outer: Place, inner: Place): boolean =>
  outer.span.start <= inner.span.start && inner.span.end <= outer.span.end;

const endsIn = (e: ast.Expression, name: string): boolean =>
  e.kind === "path"
    ? e.segments.at(-1)!.text === name
    : (e.kind === "past" || e.kind === "window") && e.operand !== undefined && endsIn(e.operand, name);

/** Whoever distorted a result is held to account, and the result stays as it is. */
function uncorrected(model: Model): Problem[] {
  return rulesOf(model).flatMap(({ statement: s }) => {
    if (s.kind !== "conditional" || s.effects.some((e) => e.kind !== "consequence")) return [];
    const name = namesIn(s.condition).find((n) => /失真|失实|结果有误|结果错误/.test(n));
    return name === undefined ? [] : [problem("BF3222", { name }, { span: s.condition.span })];
  });
}

/** A sample is drawn for a check; what a difference found does to the result is not said. */
function idleDraws(model: Model): Problem[] {
  return model.provisions.flatMap(({ statement: s }) =>
    s.kind === "draw" && !isPartOfAssessment(model, s)
      ? [
          problem("BF3223", s.name ? alike("name", s.name.text) : worded("name", "sample"), {
            span: s.name?.span ?? s.span,
          }),
        ]
      : [],
  );
}

/** A condition that is worked out and then read by no rule. */
function unreadConditions(model: Model): Problem[] {
  const read = readings(model);
  return rulesOf(model).flatMap(({ statement: s }) => {
    if (s.kind !== "definition" || read.has(s.name.text)) return [];
    const kinds: readonly string[] = ["logical", "list-condition"];
    return kinds.includes(s.value.kind) || s.items?.length
      ? [problem("BF3224", { name: s.name.text }, { span: s.name.span })]
      : [];
  });
}
