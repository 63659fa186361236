import { unsaid, worded } from "../../diagnostics/phrases.ts";
import { type Problem, problem } from "../../diagnostics/problem.ts";
import type * as ast from "../../parser/ast.ts";
import { oneSource } from "../analyze/closings.ts";
import { shownAs } from "../analyze/example-figures.ts";
import type { FieldSymbol, Model } from "../analyze/model.ts";
import {
  type ActAt,
  actsOf,
  alsoAt,
  groupBy,
  nameOfAct,
  oncePerClause,
  readings,
  unique,
} from "./reading.ts";
import { isOpenClass } from "./samples.ts";

/** Steps that give a judgement of somebody, as distinct from passing papers on. */
const ASSESSING = /考核|考评|评分|打分|自评|初评|复评|核验|评议|测评|初验|综合评价|评价/;

/** SCORER: one score has several authors, and nothing says how they come together. */
export function severalScorers(model: Model): Problem[] {
  return [
    ...sharedScores(model),
    ...repeatedAssessments(model),
    ...jointAssessments(model),
    ...panels(model),
  ];
}

/** 镇党委、镇政府: the party committee and the government of one place give one result in both their names. */
export function isOneBody(offices: readonly ast.Name[]): boolean {
  const places = offices.map(
    (n) => /^(.*?)(?:党委|党工委|委|人民政府|政府|管委会|办事处)$/.exec(n.text)?.[1],
  );
  return offices.length === 2 && places[0] !== undefined && places[0] === places[1];
}

/** Marks, or a share of marks; a rate (完成率) is measured, not given. */
export const isScore = (name: string, dimension: string): boolean =>
  dimension === "分" || (dimension === "" && (!/率$/.test(name) || /得分率$/.test(name)));

/** Scores that two offices report: one finding per set of offices. */
function sharedScores(model: Model): Problem[] {
  const read = readings(model);
  // A list with rules is a kind of its own, of the same record.
  const shared = [...model.kinds.filter((k) => !k.of), ...model.records].flatMap((owner) =>
    owner.fields.flatMap((f) => {
      const type = f.type;
      if (type?.kind !== "list" && !(type?.kind === "number" && isScore(f.name, type.dimension))) return [];
      const sources = f.node.attributes.flatMap((a) => (a.kind === "source" ? a.names : []));
      if (sources.length < 2 || sources.some((n) => isOpenClass(n.text)) || isOneBody(sources)) return [];
      return [{ owner: owner.name, f, sources, who: sources.map((n) => n.text) }];
    }),
  );
  return groupBy(shared, (x) => `${x.owner}\u0000${x.who}`).map((group) => {
    const uses = oncePerClause(group.flatMap((x) => read.get(x.f.name) ?? []));
    return problem(
      "BF3166",
      {
        what: group.map((x) => x.f.name),
        who: group[0]!.who,
        ...apart(group[0]!.sources, group[0]!.f),
      },
      {
        span: group[0]!.f.node.name.span,
        related: alsoAt(uses, "needed-here"),
        fixes: group.length > 1 ? [] : sourceOf(group[0]!.f.node).flatMap((a) => oneSource(model, a)),
      },
    );
  });
}

/** Two scorers far apart: at the ends of the field's range, where it has one. */
function apart([first, second]: readonly ast.Name[], field?: FieldSymbol) {
  const type = field?.type?.kind === "number" ? field.type : null;
  const range =
    type?.low && type.high ? [shownAs(type.high, type), shownAs(type.low, type)] : ["80分", "60分"];
  return worded("case", "scored-apart", {
    first: first!.text,
    second: second!.text,
    high: range[0]!,
    low: range[1]!,
  });
}

/** Two groups of voters, one for the first level and the other for the last. */
const opposed = (raters: readonly ast.Name[], levels: readonly ast.Name[]) =>
  raters.length > 1 && levels.length > 1
    ? worded("case", "voted-apart", {
        first: raters[0]!.text,
        second: raters[1]!.text,
        high: levels[0]!.text,
        low: levels.at(-1)!.text,
      })
    : unsaid("case");

const sourceOf = (f: ast.Field): ast.Attribute[] => f.attributes.filter((a) => a.kind === "source");

/** Steps that assess the same thing one after the other. */
function repeatedAssessments(model: Model): Problem[] {
  const acts = actsOf(model).filter((a) => ASSESSING.test(a.act.verb.text));
  const byObject = groupBy(
    acts.flatMap((a) => a.act.what.map((object) => ({ a, object: object.text }))),
    (x) => x.object,
  );
  return byObject.flatMap((group) => {
    const steps = groupBy(group, (g) => g.a.step.span.start).map((g) => g[0]!.a);
    if (steps.length < 2) return [];
    const [first, ...rest] = steps;
    return [
      problem(
        "BF3167",
        {
          what: group[0]!.object,
          steps: unique(steps.map((s) => `${s.who.map((n) => n.text).join("、")}${nameOfAct(s.act)}`)),
        },
        { span: first!.act.span, related: alsoAt(rest.map(placeOf), "this-step-scores-too") },
      ),
    ];
  });
}

const placeOf = (a: ActAt) => ({ span: a.act.span, provision: a.provision });

/** One assessing step by several offices. */
function jointAssessments(model: Model): Problem[] {
  return actsOf(model).flatMap((a) =>
    a.who.length > 1 && !isOneBody(a.who) && /考核|考评|评分|打分|评议|检查|核验|评价/.test(a.act.verb.text)
      ? [
          problem(
            "BF3166",
            { what: nameOfAct(a.act), who: a.who.map((n) => n.text), ...apart(a.who) },
            { span: a.act.span },
          ),
        ]
      : [],
  );
}

/** A vote of several groups without weights or without a least number of voters. */
function panels(model: Model): Problem[] {
  return model.provisions.flatMap(({ statement: s }) => {
    if (s.kind !== "ballot") return [];
    const raters = s.rows.filter((r) => r.of === "raters").flatMap((r) => r.entries);
    const unweighted = raters.length > 1 && raters.some((r) => r.value === undefined);
    if (!unweighted) return [];
    const names = raters.flatMap((r) => r.name ?? []);
    const levels = s.rows
      .filter((r) => r.of === "levels")
      .flatMap((r) => r.entries.flatMap((e) => e.name ?? []));
    const who = names.map((n) => n.text);
    return [problem("BF3166", { what: s.name.text, who, ...opposed(names, levels) }, { span: s.name.span })];
  });
}
