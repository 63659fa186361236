import { type Problem, problem } from "../../diagnostics/problem.ts";
import type * as ast from "../../parser/ast.ts";
import type { Model } from "../analyze/model.ts";
import { actsOf, alsoAt, effectsOf, groupBy, nameOfAct, readings, rulesOf, unique } from "./reading.ts";

/** TIME: something has to be done, and no date or frequency says by when. */
export function missingDeadlines(model: Model): Problem[] {
  return [...undatedSteps(model), ...undatedConsequences(model), ...undatedDuties(model)];
}

/** One finding per procedure that has steps without a date. */
function undatedSteps(model: Model): Problem[] {
  const undated = actsOf(model).filter((a) => !a.dated);
  return groupBy(undated, (a) => a.procedure.span.start).map((acts) => {
    const [first, ...rest] = groupBy(acts, (a) => a.step.span.start).map((g) => g[0]!);
    return problem(
      "BF3163",
      { procedure: first!.procedure.name.text, steps: unique(acts.map((a) => nameOfAct(a.act))).join("、") },
      {
        span: first!.act.span,
        related: alsoAt(
          rest.map((a) => ({ span: a.act.span, provision: a.provision })),
          "这一步也没有期限",
          "this step has none either",
        ),
      },
    );
  });
}

/** A consequence that a named office has to carry out. */
function undatedConsequences(model: Model): Problem[] {
  return effectsOf(model).flatMap(({ effect }) => {
    if (effect.kind !== "consequence" || !effect.by?.length) return [];
    const uses = effect.actions.filter((a) => a.choice.every((c) => c.argument === undefined));
    if (uses.length === 0) return [];
    const actions = uses.flatMap((a) => a.choice.map((c) => c.name.text)).join("、");
    return [
      problem(
        "BF3164",
        { office: effect.by.map((n) => n.text).join("、"), action: actions },
        { span: uses[0]!.span },
      ),
    ];
  });
}

/** Words that speak of a time without giving it. */
const HASTE = /及时|按时|按期|如期|定期|限期|适时|尽快|适当时候|经常/;
/** Acts that are done at some moment: handing something over, drawing something up. */
const ACT = /制定|报送|上报|提交|提供|送交|报告|整改|公示|反馈|移送|签订|落实到位/;
const DATED = /[0-9一二三四五六七八九十]+\s*(?:个工作日|日|天|个月|月|季度|周|年)|每[年月周日季半]|月底|年底/;

/** A duty, or a fact that is tested, about an act whose time is named by such a word or not at all. */
function undatedDuties(model: Model): Problem[] {
  const read = readings(model);
  const described = new Map<string, string>();
  for (const kind of model.kinds)
    for (const f of kind.fields) {
      if (f.type?.kind !== "truth" || f.derived) continue;
      const said = f.node.attributes.flatMap((a) => (a.kind === "description" ? [a.text.text] : []));
      described.set(f.name, said.join(""));
    }
  const duties = new Set<ast.Statement>(
    rulesOf(model).flatMap((p) => (p.statement.kind === "requirement" ? [p.statement] : [])),
  );
  const found = [...described].flatMap(([name, said]) => {
    if (DATED.test(`${name}${said}`)) return [];
    const places = read.get(name) ?? [];
    const hasty = HASTE.exec(`${name}${said}`)?.[0];
    const relevant = hasty ? places : places.filter((p) => ACT.test(name) && duties.has(p.provision.statement));
    return relevant.map((place) => ({ name, word: hasty ?? ACT.exec(name)![0], place }));
  });
  return groupBy(found, (f) => f.place.provision.cite).map(([first, ...rest]) =>
    problem(
      "BF3165",
      { name: unique([first!, ...rest].map((f) => f.name)).join("、"), word: first!.word },
      { span: first!.place.span },
    ),
  );
}
