import type * as ast from "../../../parser/ast.ts";
import { divide, parseRational, rational } from "../../../runtime/rational.ts";
import type * as ir from "../ir.ts";
import type { Lowering } from "./lowering.ts";

const UNITS: Readonly<Record<string, ir.TimeUnit>> = {
  日: "days",
  天: "days",
  工作日: "working-days",
  个工作日: "working-days",
  周: "weeks",
  个月: "months",
  月: "months",
  年: "years",
};

/** What a number of days, weeks or months is counted in; null where its unit is no time. */
const timeUnit = (unit: string | undefined): ir.TimeUnit | null =>
  unit !== undefined && Object.hasOwn(UNITS, unit) ? UNITS[unit]! : null;

/** 程序 and 抽查 are kept as data: who does what by when, and how many are drawn from whom. */

export function lowerProcedure(lowering: Lowering, s: ast.Procedure, cite: number): ir.ProcedureData {
  return {
    name: s.name.text,
    cite,
    steps: s.steps.flatMap((step) =>
      step.acts.flatMap(oneByOne).map((act, i) => ({
        label: i === 0 ? (step.label?.text ?? null) : null,
        first: i === 0,
        who: act.who.map((n) => n.text),
        deadline: act.deadline ? lowerDeadline(act.deadline) : null,
        verb: act.draw ? lowering.text(act.draw.span) : act.verb.text,
        what: act.what.map((n) => n.text),
        duration: act.duration ? lowerDuration(lowering, act.duration) : null,
        toWhom: act.toWhom.map((n) => n.text),
      })),
    ),
  };
}

/** `主任、书记 依次 签字` is an act of each, the second after the first. */
const oneByOne = (act: ast.ProcedureAct): ast.ProcedureAct[] =>
  act.inTurn ? act.who.map((who) => ({ ...act, who: [who] })) : [act];

/** The parts of a deadline as the calendar takes them. */
export function lowerDeadline(d: ast.Deadline): ir.DeadlineData {
  const unit = d.amount ? timeUnit(d.amount.unit) : null;
  return {
    text: d.text,
    recurrence: d.recurrence ?? null,
    anchor: d.anchor?.text ?? null,
    afterEnd: d.afterEnd,
    month: d.month ?? null,
    day: d.day ?? null,
    amount: d.amount && unit ? { count: Number(d.amount.text), unit } : null,
    edge: d.edge ?? null,
    days: d.days ?? null,
  };
}

function lowerDuration(lowering: Lowering, written: ast.NumberLiteral) {
  return {
    text: lowering.text(written.span),
    count: Number(written.text),
    unit: timeUnit(written.unit),
  };
}

export function lowerDraw(lowering: Lowering, s: ast.Draw, cite: number): ir.DrawData {
  const { amount, from, options } = s.terms;
  const written = parseRational(amount.text)!;
  const share = amount.unit === "%";
  const groupedBy: string[] = [];
  let rounding: ir.DrawData["rounding"] = null;
  for (const o of options) {
    if (o.kind === "grouped") groupedBy.push(...o.by.map((e) => lowering.text(e.span)));
    else if (o.kind === "rounding") rounding = o.mode;
  }
  return {
    name: s.name?.text ?? null,
    cite,
    amount: share ? divide(written, rational(100)) : written,
    share,
    from: from.map((n) => n.text),
    groupedBy,
    rounding,
  };
}
