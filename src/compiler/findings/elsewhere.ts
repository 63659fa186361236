import { type Problem, problem } from "../../diagnostics/problem.ts";
import type * as ast from "../../parser/ast.ts";
import { walk } from "../../parser/children.ts";
import type { Model } from "../analyze/model.ts";
import { type ActAt, actsOf, alsoAt, groupBy, nameOfAct, rulesOf, unique } from "./reading.ts";

/** 纳入, 计入: what another assessment takes over. It happens when that assessment is made. */
export const TAKES_OVER = /^(?:纳入|计入|记入|折入|并入)/;
const ASSESSMENT = /考核|考评|评价|评议|述职|评定/;

/**
 * A result that goes on into another assessment: how much it weighs there (AMT) and into how many it goes
 * (DOUBLE). And somebody assessed elsewhere, by an office that nobody gave an indicator (AMT).
 */
export function passedOn(model: Model): Problem[] {
  const taken = actsOf(model).filter(
    ({ act }) => TAKES_OVER.test(act.verb.text) && act.toWhom.some((n) => ASSESSMENT.test(n.text)),
  );
  return [...unweighted(model, taken), ...takenTwice(taken), ...withoutIndicators(model)];
}

/** Taken over, and no ratio turns it into marks there. */
function unweighted(model: Model, taken: readonly ActAt[]): Problem[] {
  const converted = namesConverted(model);
  return taken.flatMap(({ act }) => {
    const what = act.what.filter((n) => !converted.has(n.text));
    return what.length === 0
      ? []
      : [
          problem(
            "BF3270",
            {
              what: unique(what.map((n) => n.text)),
              into: unique(act.toWhom.map((n) => n.text)),
            },
            { span: act.span },
          ),
        ];
  });
}

/** Names that some definition multiplies: `记分 = 得分 × 折算比例`. */
function namesConverted(model: Model): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { statement: s } of rulesOf(model))
    walk(s, (n) => {
      if (n.kind !== "binary" && n.kind !== "weighted-sum") return undefined;
      walk(n, (inner) => {
        if (inner.kind === "path") names.add(inner.segments.at(-1)!.text);
        return undefined;
      });
      return undefined;
    });
  return names;
}

/** One thing taken over by several assessments counts several times. */
function takenTwice(taken: readonly ActAt[]): Problem[] {
  const uses = taken.flatMap((a) =>
    a.act.what.flatMap((what) => a.act.toWhom.map((into) => ({ a, what: what.text, into: into.text }))),
  );
  return groupBy(uses, (u) => u.what).flatMap((group) => {
    const into = unique(group.map((u) => u.into));
    if (into.length < 2) return [];
    const [first, ...rest] = unique2(group.map((u) => u.a));
    return [
      problem(
        "BF3271",
        { what: group[0]!.what, first: into[0]!, second: into.slice(1) },
        {
          span: first!.act.span,
          related: alsoAt(
            rest.map((a) => ({ span: a.act.span, provision: a.provision })),
            "taken-over-here-too",
          ),
        },
      ),
    ];
  });
}

const unique2 = (acts: readonly ActAt[]): ActAt[] => [...new Set(acts)];

const PERSON = /(?:领导|干部|人员|队员|书记|单位|部门|乡镇|班子)$/;

/** An office assesses somebody for whom this measure has no indicator, no marks and no grade. */
function withoutIndicators(model: Model): Problem[] {
  const scored = new Set([
    ...model.provisions.flatMap(({ statement: s, scoping }) =>
      SCORES.has(s.kind) ? (scoping.subjects ?? []).map((n) => n.text) : [],
    ),
    // Marks may also be reported as a fact.
    ...model.kinds.flatMap((k) =>
      k.fields.some((f) => f.type?.kind === "number" && f.type.dimension === "分") ? [k.name] : [],
    ),
  ]);
  // Where only one kind of subject is assessed, an unscoped rule is about whoever the step names.
  const anybody = model.provisions.some(
    ({ statement: s, scoping }) => SCORES.has(s.kind) && scoping.subjects === null,
  );
  if (anybody) return [];
  return actsOf(model).flatMap(({ act, who }) => {
    if (!/^(?:考核|考评|考核管理)$/.test(act.verb.text)) return [];
    const whom = act.what.filter((n) => PERSON.test(n.text) && !scored.has(n.text));
    return whom.length === 0
      ? []
      : [
          problem(
            "BF3272",
            {
              who: who.map((n) => n.text),
              step: nameOfAct(act),
              whom: whom.map((n) => n.text),
            },
            { span: act.span },
          ),
        ];
  });
}

const SCORES: ReadonlySet<ast.Statement["kind"]> = new Set<ast.Statement["kind"]>([
  "indicator",
  "indicator-group",
  "ballot",
  "band-choice",
  "rank-choice",
  "case-choice",
]);
