import type { Phrase } from "../../diagnostics/message.ts";
import { inMessage, labelled, phrase, worded } from "../../diagnostics/phrases.ts";
import { type Problem, problem, type Related } from "../../diagnostics/problem.ts";
import type * as ast from "../../parser/ast.ts";
import { calendarDay } from "../../runtime/calendar.ts";
import type { Model } from "../analyze/model.ts";
import { HALF_A_YEAR, occurrences, windowOf } from "../calendar/window.ts";
import { lowerDeadline } from "../ir/from-ast/procedures.ts";
import type { DeadlineData } from "../ir/ir.ts";
import { type ActAt, actsOf, alsoAt, groupBy, nameOfAct, type Place, readings, rulesOf } from "./reading.ts";

/**
 * CAL: runs through one year of the measure's own dates. A step can come before the facts it needs, after
 * the year it belongs to, or in a period whose end nobody can meet.
 */
export function calendarConflicts(model: Model): Problem[] {
  return [
    ...tooEarly(model),
    ...nextYear(model),
    ...withoutDates(model),
    ...chained(model),
    ...backwards(model),
    ...beforeItsLastPart(model),
    ...fixedYears(model),
  ];
}

const LAST_DAY = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const DECIDES = /考核|考评|评定|评价|汇总|总结|形成|审核|审定|确定|统计|报送|上报|完成/;

/** The latest day of the year on which a yearly step may be done; null where it names no month. */
function latestDay(d: ast.Deadline): { month: number; day: number } | null {
  if (d.month === undefined || d.afterEnd) return null;
  const last = LAST_DAY[d.month - 1];
  if (last === undefined) return null;
  if (d.days) return { month: d.month, day: d.days.to };
  if (d.day !== undefined) return { month: d.month, day: d.day };
  if (d.edge === "early" || d.edge === "start") return { month: d.month, day: 10 };
  if (d.edge === "middle") return { month: d.month, day: 20 };
  return { month: d.month, day: last };
}

/** Facts of the whole year: monthly or quarterly forms, counts and sums with a minimum for the year. */
function factsOfTheYear(model: Model): { readonly lists: string[]; readonly places: Place[] } {
  const read = readings(model);
  const lists = model.kinds.flatMap((k) =>
    k.fields.filter((f) => f.type?.kind === "list" && f.type.frequency !== "many").map((f) => f.name),
  );
  const counts = model.kinds.flatMap((k) =>
    k.fields
      .filter((f) => f.type?.kind === "number" && ["次", "元"].includes(f.type.dimension))
      .map((f) => f.name),
  );
  const rules = rulesOf(model);
  const means = lists.flatMap((name) => read.get(name) ?? []);
  const minima = counts
    .flatMap((name) => read.get(name) ?? [])
    .filter((p) => rules.includes(p.provision) && p.provision.statement.kind !== "procedure");
  const named = model.kinds
    .flatMap((k) => k.fields.filter((f) => f.type?.kind === "truth" && /年度|全年/.test(f.name)))
    .flatMap((f) => read.get(f.name) ?? []);
  return { lists, places: [...means, ...minima, ...named] };
}

/** A yearly step in or before the last days of the year, over facts of the whole year. */
function tooEarly(model: Model): Problem[] {
  const facts = factsOfTheYear(model);
  if (facts.places.length === 0 && model.header.period !== "year") return [];
  const acts = actsOf(model).flatMap((a) => {
    const d = a.act.deadline;
    const day = d && latestDay(d);
    if (!d || !day || !DECIDES.test(a.act.verb.text) || previousYear(a.act)) return [];
    const before = d.recurrence === "year" || d.recurrence === undefined;
    return before && day.month >= 7 ? [{ a, d, day }] : [];
  });
  if (acts.length === 0) return [];
  const related = once(facts.places);
  return acts.map(({ a, d, day }, i) =>
    problem(
      "BF3174",
      {
        step: nameOfAct(a.act),
        deadline: d.text,
        ...worded("date", "day-of-year", { month: day.month, day: day.day }),
        ...(facts.lists.length > 0
          ? inMessage("facts", { zh: facts.lists.join("、"), en: facts.lists.join(", ") })
          : worded("facts", "facts-of-whole-year")),
      },
      {
        span: d.span,
        related: i === 0 ? alsoAt(related, "needs-whole-year") : [],
      },
    ),
  );
}

/** The yearly steps that decide something before the year is over. */
export const beforeYearEnd = (model: Model): ActAt[] =>
  actsOf(model).filter(({ act }) => {
    const d = act.deadline;
    const day = d && latestDay(d);
    if (!d || !day || !DECIDES.test(act.verb.text) || previousYear(act)) return false;
    return (d.recurrence === "year" || d.recurrence === undefined) && day.month >= 7 && day.month < 12;
  });

function once(places: readonly Place[]): Place[] {
  const seen = new Set<number>();
  return places.filter((p) => !seen.has(p.span.start) && seen.add(p.span.start));
}

/** 报送上年结果: the paper itself says that it is about the year before. */
const previousYear = (act: ast.ProcedureAct): boolean =>
  act.what.some((n) => /上年|上一年|去年/.test(n.text));

/** The last month's, quarter's or year's step falls into the next year. */
function nextYear(model: Model): Problem[] {
  return actsOf(model).flatMap((a) => {
    const d = a.act.deadline;
    if (!d) return [];
    const late = lateEnd(d.anchor ? (lastOf(model, d.anchor.text) ?? d) : d, a.act);
    if (!late) return [];
    return [
      problem(
        "BF3175",
        { step: nameOfAct(a.act), deadline: d.text, ...inMessage("example", late[1]) },
        { span: d.span },
      ),
    ];
  });
}

/** The deadline of the last step of a procedure: what runs from its end comes after that. */
function lastOf(model: Model, procedure: string): ast.Deadline | undefined {
  return actsOf(model)
    .filter((a) => a.procedure.name.text === procedure && a.act.deadline)
    .at(-1)?.act.deadline;
}

type Late = readonly [period: string, example: Phrase];

function lateEnd(d: ast.Deadline, act: ast.ProcedureAct): Late | null {
  const days = d.amount ? `${d.amount.text}${d.amount.unit ?? ""}` : "";
  if (d.afterEnd && d.recurrence === "quarter")
    return [
      "quarter",
      days === "" ? phrase("fourth-quarter-late") : phrase("fourth-quarter-late-within", { days }),
    ];
  if (d.afterEnd && d.recurrence === "month") return ["month", phrase("december-late")];
  if (d.afterEnd && d.recurrence === "half-year") return ["half-year", phrase("second-half-late")];
  if (d.recurrence === "month" && d.day !== undefined && /考核|考评|汇总|评/.test(act.verb.text))
    return ["month", phrase("month-before-late", { day: d.day })];
  if (d.recurrence === "year" && d.month !== undefined && d.month <= 6 && previousYear(act))
    return ["year", phrase("last-year-late", { month: d.month })];
  return null;
}

/** 每半年, 逢双月 without a day: the last one may be done after the year, or not at all in time. */
function withoutDates(model: Model): Problem[] {
  const vague = actsOf(model).filter(({ act: { deadline: d } }) => {
    const long = d?.recurrence === "half-year" || d?.recurrence === "even-months";
    return d && long && !d.month && !d.day && !d.afterEnd && !d.edge;
  });
  return groupBy(vague, (a) => `${a.procedure.span.start} ${a.act.deadline!.text}`).map((acts) => {
    const d = acts[0]!.act.deadline!;
    return problem("BF3176", { step: acts.map((a) => nameOfAct(a.act)), deadline: d.text }, { span: d.span });
  });
}

/** Two steps within the same days after the same end: the second builds on the first. */
function chained(model: Model): Problem[] {
  const first = new Map<string, ActAt>();
  return actsOf(model).flatMap((a) => {
    const d = a.act.deadline;
    if (!d?.afterEnd || d.edge !== "within") return [];
    const known = first.get(d.text);
    if (known === undefined) {
      first.set(d.text, a);
      return [];
    }
    if (!/汇总|统计|总结/.test(a.act.verb.text)) return [];
    const related: Related[] = [labelled("step-before-same-deadline", known.act.span)];
    return [
      problem(
        "BF3177",
        { step: nameOfAct(a.act), before: nameOfAct(known.act), deadline: d.text },
        { span: d.span, related },
      ),
    ];
  });
}

/** Any year that is not a leap year shows the order of two deadlines. */
const SOME_YEAR = 2001;

/** A step whose last day lies before the first day of the step it follows, in the same period. */
function backwards(model: Model): Problem[] {
  return groupBy(actsOf(model), (a) => a.procedure.span.start).flatMap((acts) => {
    const dated = acts.flatMap((a) =>
      a.act.deadline ? [{ ...a, deadline: lowerDeadline(a.act.deadline) }] : [],
    );
    return dated.slice(1).flatMap((later, i) => {
      const before = dated[i]!;
      const often = later.deadline.recurrence ?? "year";
      if ((before.deadline.recurrence ?? "year") !== often) return [];
      for (const at of occurrences(often, SOME_YEAR)) {
        const { to } = windowOf(later.deadline, at, null, null);
        const { from } = windowOf(before.deadline, at, null, null);
        // 每年10月考核, 每年3月底前反馈: half a year earlier is meant to be the next year.
        if (to === null || from === null || to >= from || from - to > HALF_A_YEAR) continue;
        return [outOfOrder(later, to, before, from)];
      }
      return [];
    });
  });
}

const ANNOUNCES = /^(?:公布|公示|公开|发布|通报|反馈|印发)/;
const WHATEVER_CAME_OUT = /^(?:年度|年终)?(?:考核|考评|评定|评议|检查|督查)?(?:结果|情况|等次|得分|名次)$/;

/** `每年11月底前 公布 季度得分`, where the fourth quarter's are made in January: what it hands over is not there yet. */
function beforeItsLastPart(model: Model): Problem[] {
  const dated = actsOf(model).flatMap((a) =>
    a.act.deadline ? [{ ...a, deadline: lowerDeadline(a.act.deadline) }] : [],
  );
  const yearly = dated.filter(
    ({ act, deadline: d }) =>
      (d.recurrence ?? "year") === "year" && d.month !== null && !d.afterEnd && !previousYear(act),
  );
  // Those assessed are no paper that one step hands to another.
  const assessed = new Set(model.kinds.map((k) => k.name));
  return yearly.flatMap((later) => {
    const papers = later.act.what.filter((n) => !assessed.has(n.text));
    const unnamed =
      ANNOUNCES.test(later.act.verb.text) && papers.every((n) => WHATEVER_CAME_OUT.test(n.text));
    const { to } = windowOf(later.deadline, occurrences("year", SOME_YEAR)[0]!, null, null);
    if (to === null) return [];
    const parts = dated.flatMap((made) => {
      const often = made.deadline.recurrence;
      const same = made.act.what.some((w) => papers.some((n) => n.text === w.text));
      // Announced without a name is what the steps before it in the same procedure have made.
      const leadsUp =
        unnamed && made.procedure === later.procedure && made.act.span.start < later.act.span.start;
      if (often === null || often === "year" || made === later || !(same || leadsUp)) return [];
      const { from } = windowOf(made.deadline, occurrences(often, SOME_YEAR).at(-1)!, null, null);
      // In the first half of a year one hands over what the year before has made.
      return from !== null && from > to && from - to <= HALF_A_YEAR ? [{ made, from }] : [];
    });
    return parts.slice(0, 1).map(({ made, from }) => outOfOrder(later, to, made, from));
  });
}

type Dated = ActAt & { readonly deadline: DeadlineData };

function outOfOrder(later: Dated, to: number, before: Dated, from: number): Problem {
  const [due, first] = [calendarDay(to), calendarDay(from)];
  const next = first.year > due.year;
  return problem(
    "BF3299",
    {
      step: nameOfAct(later.act),
      ...worded("due", "day-of-year", { month: due.month, day: due.day }),
      before: nameOfAct(before.act),
      ...worded("from", next ? "day-of-next-year" : "day-of-year", { month: first.month, day: first.day }),
    },
    {
      span: later.act.deadline!.span,
      related: [labelled("step-before", before.act.deadline!.span)],
    },
  );
}

/** A year that a fact or an indicator names, in a measure that is assessed again and again. */
function fixedYears(model: Model): Problem[] {
  const named = [
    ...model.kinds.flatMap((k) => k.fields.map((f) => f.node.name)),
    ...model.provisions.flatMap(({ statement: s }) =>
      s.kind === "definition" || s.kind === "indicator" ? [s.name] : [],
    ),
  ];
  const read = readings(model);
  return named.flatMap((name) => {
    const year = /(?:19|20)\d\d/.exec(name.text)?.[0];
    if (year === undefined) return [];
    return [
      problem(
        "BF3178",
        { name: name.text, year, next: String(Number(year) + 1) },
        { span: name.span, related: alsoAt(read.get(name.text) ?? [], "needed-here") },
      ),
    ];
  });
}
