import { labelled } from "../../diagnostics/phrases.ts";
import { type Problem, problem } from "../../diagnostics/problem.ts";
import { walk } from "../../parser/children.ts";
import { addedTo } from "../analyze/closings.ts";
import type { Model } from "../analyze/model.ts";
import { actsOf, alsoAt, groupBy, nameOfAct, oncePerClause, readings, rulesOf } from "./reading.ts";

/** POOL: from whom a sample is drawn, or who was asked. Ranks are checked where they are lowered. */
export function unknownPools(model: Model): Problem[] {
  return [
    ...draws(model),
    ...spotChecks(model),
    ...opinions(model),
    ...openSources(model),
    ...rankings(model),
    ...bases(model),
  ];
}

/** A draw that does not say whether kinds, counties … are drawn together or each for itself. */
function draws(model: Model): Problem[] {
  const all = [
    ...model.provisions.flatMap(({ statement: s }) => (s.kind === "draw" ? [s.terms] : [])),
    ...actsOf(model).flatMap(({ act }) => (act.draw ? [act.draw] : [])),
  ];
  return all
    .filter((d) => !d.options.some((o) => o.kind === "grouped" || o.kind === "everyone"))
    .map((d) =>
      problem(
        "BF3188",
        { from: d.from.map((n) => n.text), amount: `${d.amount.text}${d.amount.unit ?? ""}` },
        { span: d.span, fixes: addedTo(model, d.options.at(-1)?.span.end ?? d.span.end, ["全体"]) },
      ),
    );
}

/** Spot checks in a step, of nobody knows how many. */
function spotChecks(model: Model): Problem[] {
  return actsOf(model).flatMap(({ act }) =>
    act.draw === undefined && /抽查|抽取|抽样|抽检|抽选|随机|全覆盖/.test(act.verb.text)
      ? [problem("BF3220", { what: nameOfAct(act) }, { span: act.span })]
      : [],
  );
}

/** A score by “the departments concerned”: of which of them it is taken. */
function openSources(model: Model): Problem[] {
  const read = readings(model);
  return [...model.kinds, ...model.records].flatMap((owner) =>
    owner.fields.flatMap((f) => {
      if (f.type?.kind !== "number" && f.type?.kind !== "list") return [];
      const who = f.node.attributes.flatMap((a) => (a.kind === "source" ? a.names : []));
      if (!who.some((n) => isOpenClass(n.text))) return [];
      const uses = oncePerClause(read.get(f.name) ?? []);
      return [
        problem(
          "BF3234",
          { name: f.name, who: who.map((n) => n.text) },
          { span: f.node.name.span, related: alsoAt(uses, "needed-here") },
        ),
      ];
    }),
  );
}

/** 有关部门, 各类稽查: named as a class that nobody has listed. */
export const isOpenClass = (name: string): boolean => /有关|相关|各类|各级|其他/.test(name);

/** The outcome of a survey as a bare figure: who was asked, and how many. */
function opinions(model: Model): Problem[] {
  const read = readings(model);
  const ballots = model.provisions.flatMap(({ statement: s }) => (s.kind === "ballot" ? [s.name.text] : []));
  const found = [...model.kinds, ...model.records].flatMap((owner) =>
    owner.fields.filter(
      (f) =>
        f.type?.kind === "number" &&
        // What a vote asks for beside the votes: it says itself who votes.
        !ballots.some((name) => f.name.startsWith(`${name}·`)) &&
        /满意|测评|评议|民意|认可度|问卷/.test(f.name) &&
        !f.node.attributes.some((a) => a.kind === "description" && /抽|户|人|全体|样本/.test(a.text.text)),
    ),
  );
  return groupBy(found, (f) => f.name).map((fields) => {
    const uses = oncePerClause(read.get(fields[0]!.name) ?? []);
    return problem(
      "BF3221",
      { name: fields[0]!.name },
      { span: fields[0]!.node.name.span, related: alsoAt(uses, "needed-here") },
    );
  });
}

/** A step that ranks: who is ranked with whom. Ranks that grade are checked where they are lowered. */
function rankings(model: Model): Problem[] {
  return actsOf(model).flatMap(({ act }) =>
    /排名|排序|排队/.test(act.verb.text)
      ? [problem("BF3278", { what: nameOfAct(act) }, { span: act.span })]
      : [],
  );
}

/** `不低于 项目资金 × 50%`: what belongs to the base. */
function bases(model: Model): Problem[] {
  const read = new Map(model.kinds.flatMap((k) => k.fields.map((f) => [f.name, f] as const)));
  return rulesOf(model).flatMap(({ statement: s }) => {
    const found: Problem[] = [];
    walk(s, (n) => {
      if (n.kind !== "compare" || !("left" in n)) return undefined;
      const share = n.test.value;
      if (share.kind !== "binary" || share.op !== "×") return undefined;
      const parts = [share.left, share.right];
      const percent = parts.find((p) => p.kind === "number" && p.unit === "%");
      const base = parts.find((p) => p.kind === "path");
      if (percent?.kind !== "number" || base?.kind !== "path") return undefined;
      const field = read.get(base.segments.at(-1)!.text);
      if (!field || field.node.attributes.some((a) => a.kind === "description")) return undefined;
      found.push(
        problem(
          "BF3277",
          { share: `${percent.text}%`, base: field.name },
          {
            span: n.span,
            related: [labelled("base-is-declared-here", field.node.name.span)],
          },
        ),
      );
      return undefined;
    });
    return found;
  });
}
