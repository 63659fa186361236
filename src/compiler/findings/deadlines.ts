import { unsaid, worded } from "../../diagnostics/phrases.ts";
import { type Problem, problem } from "../../diagnostics/problem.ts";
import type * as ast from "../../parser/ast.ts";
import type { Model } from "../analyze/model.ts";
import { TAKES_OVER } from "./elsewhere.ts";
import {
  actsOf,
  alsoAt,
  brief,
  clauseOf,
  effectsOf,
  groupBy,
  nameOfAct,
  readings,
  rulesOf,
  unique,
} from "./reading.ts";

/** TIME: something has to be done, and no date or frequency says by when. */
export function missingDeadlines(model: Model): Problem[] {
  return [
    ...undatedSteps(model),
    ...undatedConsequences(model),
    ...undatedDuties(model),
    ...chainsInOnePeriod(model),
  ];
}

/** A post that is held, not an act: it has no day. */
const STANDING = /^(?:担任|兼任|任|负责|分管|主管)$/;

/** One finding per procedure that has steps without a date. */
function undatedSteps(model: Model): Problem[] {
  const undated = actsOf(model).filter(
    (a) => !a.dated && !STANDING.test(a.act.verb.text) && !TAKES_OVER.test(a.act.verb.text),
  );
  return groupBy(undated, (a) => a.procedure.span.start).map((acts) => {
    const [first, ...rest] = groupBy(acts, (a) => a.step.span.start).map((g) => g[0]!);
    return problem(
      "BF3163",
      { procedure: first!.procedure.name.text, ...brief(acts.map((a) => nameOfAct(a.act))) },
      {
        span: first!.act.span,
        related: alsoAt(
          rest.map((a) => ({ span: a.act.span, provision: a.provision })),
          "step-has-none-either",
        ),
      },
    );
  });
}

/** Acts that somebody has to hold or set going, as distinct from a status that a decision itself changes. */
const PERFORMED = /谈话|约谈|召回|调换|公开检查|检讨|整改|移送/;

/** A consequence that an office is named to carry out, or that is an act by its very word. */
function undatedConsequences(model: Model): Problem[] {
  const negative = (name: string) => model.actionByName.get(name)?.polarity === "negative";
  const found = effectsOf(model).flatMap(({ effect, provision }) => {
    if (effect.kind !== "consequence") return [];
    return effect.actions.flatMap((use) => {
      if ((use.modality === "must" ? effect.modality : use.modality) !== "must") return [];
      const [first, ...others] = use.choice;
      if (!first || others.length > 0 || first.argument !== undefined || !negative(first.name.text))
        return [];
      if (!effect.by?.length && !PERFORMED.test(first.name.text)) return [];
      return [{ name: first.name.text, by: effect.by ?? [], span: use.span, provision }];
    });
  });
  return groupBy(found, clauseOf).map((group) => {
    const office = unique(group.flatMap((f) => f.by.map((n) => n.text)));
    return problem(
      "BF3164",
      {
        ...(office.length === 0 ? unsaid("office") : worded("office", "by-office", { office })),
        action: unique(group.map((f) => f.name)),
      },
      { span: group[0]!.span },
    );
  });
}

/** Words that speak of a time without giving it. */
const HASTE = /及时|按时(?!序)|按期|定期|限期|适时|尽快|适当时候|经常/;
/** Acts that are done at some moment: handing something over, drawing something up. */
const ACT = /制定|报送|上报|提交|提供|送交|整改|公示|反馈|移送|签订|落实到位/;
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
    const relevant = hasty
      ? places
      : places.filter((p) => ACT.test(name) && duties.has(p.provision.statement));
    return relevant.map((place) => ({ name, word: hasty ?? ACT.exec(name)![0], place }));
  });
  return groupBy(found, (f) => clauseOf(f.place)).map(([first, ...rest]) =>
    problem(
      "BF3165",
      { name: unique([first!, ...rest].map((f) => f.name)), word: first!.word },
      { span: first!.place.span },
    ),
  );
}

/** What is handed on from one act to the next. */
const HANDS_ON = /汇总|汇报|通报|上报|报送|反馈|公布|公示/;

/** 逢双月汇总、汇报、通报: several acts after one another share a month, and no day parts them. */
function chainsInOnePeriod(model: Model): Problem[] {
  return groupBy(actsOf(model), (a) => a.step.span.start).flatMap((acts) => {
    const [first] = acts;
    const d = first!.act.deadline;
    const open = d?.recurrence !== undefined && !d.month && !d.day && !d.amount && !d.edge && !d.afterEnd;
    const handing = acts.filter((a) => HANDS_ON.test(a.act.verb.text));
    if (!open || handing.length < 2 || acts.slice(1).some((a) => a.act.deadline)) return [];
    return [
      problem(
        "BF3281",
        { deadline: d.text, acts: unique(acts.map((a) => a.act.verb.text)) },
        { span: first!.act.span },
      ),
    ];
  });
}
