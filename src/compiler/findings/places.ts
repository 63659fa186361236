import { labelled } from "../../diagnostics/phrases.ts";
import { type Fix, type Problem, problem } from "../../diagnostics/problem.ts";
import type * as ast from "../../parser/ast.ts";
import { addedTo, asWritten, endOfHead } from "../analyze/closings.ts";
import type { Model } from "../analyze/model.ts";
import { givenBy, type Rule, rulesOf } from "./rules.ts";

const LOSES = /^(?:取消|剥夺).*(?:资格|评先|评优)|^不(?:得|予)(?:参加)?.*(?:评先|评优|评选)|^一票否决$/;

/**
 * VRANK: a subject loses the right to be chosen among the best, and keeps its place in a ranking whose first
 * places are the best. Who moves up? A ranking that says who is left out answers it.
 */
export function keptPlaces(model: Model): Problem[] {
  const rankings = model.provisions.flatMap(({ statement: s, scoping }) =>
    s.kind === "rank-choice" &&
    s.target !== undefined &&
    s.rows.some((r) => r.test.kind === "places" && r.test.end === "top") &&
    !s.options.some((o) => o.kind === "only" || o.kind === "without")
      ? [{ s, target: s.target.text, subjects: (scoping.subjects ?? []).map((n) => n.text) }]
      : [],
  );
  if (rankings.length === 0) return [];
  return rulesOf(model).flatMap((rule) => {
    const own = (rule.provision.scoping.subjects ?? []).map((n) => n.text);
    const lost = givenBy(rule).find((g) => LOSES.test(g.name) && (g.target === "" || /^本/.test(g.target)));
    if (!lost || rule.effects.some((e) => e.kind === "grade-effect")) return [];
    const ranking = rankings.find(
      (r) => own.length === 0 || r.subjects.length === 0 || r.subjects.some((n) => own.includes(n)),
    );
    if (!ranking) return [];
    return [
      problem(
        "BF3276",
        { action: lost.name, scale: ranking.target },
        {
          span: lost.span,
          related: [labelled("places-given-here", ranking.s.span)],
          fixes: notRanked(model, ranking.s, rule),
        },
      ),
    ];
  });
}

/** `不含 造假 者` in the ranking, where the condition is one that can stand there. */
function notRanked(model: Model, ranking: ast.RankChoice, rule: Rule): Fix[] {
  if (rule.condition === null || rule.items.length > 0 || !PLAIN.has(rule.condition.kind)) return [];
  const at = endOfHead(model, [ranking.target?.span, ...ranking.options.map((o) => o.span)]);
  if (at === null) return [];
  return addedTo(model, at, [`不含 ${asWritten(model, rule.condition.span)} 者`]);
}

const PLAIN: ReadonlySet<ast.Condition["kind"]> = new Set(["path", "is", "compare", "between"]);
