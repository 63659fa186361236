import type * as ast from "../../../parser/ast.ts";
import { divide, parseRational, rational } from "../../../runtime/rational.ts";
import type * as ir from "../ir.ts";
import type { Lowering } from "./lowering.ts";

/** 程序 and 抽查 are kept as data: who does what by when, and how many are drawn from whom. */

export function lowerProcedure(lowering: Lowering, s: ast.Procedure, cite: number): ir.ProcedureData {
  return {
    name: s.name.text,
    cite,
    steps: s.steps.flatMap((step) =>
      step.acts.map((act, i) => ({
        label: i === 0 ? (step.label?.text ?? null) : null,
        who: act.who.map((n) => n.text),
        deadline: act.deadline?.text ?? null,
        verb: act.draw ? lowering.text(act.draw.span) : act.verb.text,
        what: act.what.map((n) => n.text),
        duration: act.duration ? lowering.text(act.duration.span) : null,
        toWhom: act.toWhom.map((n) => n.text),
      })),
    ),
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
