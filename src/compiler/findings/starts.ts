import { type Fix, type Problem, problem } from "../../diagnostics/problem.ts";
import type * as ast from "../../parser/ast.ts";
import { asWritten, rewritten } from "../analyze/closings.ts";
import type { Model } from "../analyze/model.ts";
import { actsOf, clauseOf, effectsOf, groupBy, unique } from "./reading.ts";

/** START: an effect or a period, and nothing says when it begins. A ban with a length is found where it is lowered. */
export function missingStarts(model: Model): Problem[] {
  return [...yearlyEffects(model), ...advantages(model), ...unanchoredDeadlines(model)];
}

/** 当年, 年度: of the year assessed, or of the year in which the result becomes known? */
const OF_A_YEAR = /当年|本年|年度|该年|今年/;

function yearlyEffects(model: Model): Problem[] {
  const found = effectsOf(model).flatMap(({ effect, provision }) =>
    effect.kind !== "consequence"
      ? []
      : effect.actions.flatMap((use) =>
          use.choice
            .filter((c) => c.argument === undefined && /不得|取消|停|暂缓|限制/.test(c.name.text))
            .filter((c) => OF_A_YEAR.test(c.name.text))
            .map((c) => ({ name: c.name.text, span: use.span, provision })),
        ),
  );
  return groupBy(found, clauseOf).map((group) =>
    problem("BF3171", { actions: unique(group.map((f) => f.name)) }, { span: group[0]!.span }),
  );
}

/** An advantage in contests to come (优先): from when and for how long it holds. */
function advantages(model: Model): Problem[] {
  const found = effectsOf(model).flatMap(({ effect, provision }) =>
    effect.kind !== "consequence"
      ? []
      : effect.actions
          .filter((u) => u.modality === "advisory" || effect.modality === "advisory")
          .flatMap((u) => u.choice.filter((c) => c.argument === undefined).map((c) => ({ c, u })))
          .map(({ c, u }) => ({ name: c.name.text, span: u.span, provision })),
  );
  return groupBy(found, clauseOf).map((group) =>
    problem("BF3172", { actions: unique(group.map((f) => f.name)) }, { span: group[0]!.span }),
  );
}

const ENDS = {
  year: "每年结束后",
  "half-year": "每半年结束后",
  quarter: "每季度结束后",
  month: "每月结束后",
} as const;

/** Days after the end of the periods that the measure has. */
function fromEnd(model: Model, d: ast.Deadline): Fix[] {
  const lists = model.kinds.flatMap((k) =>
    k.fields.flatMap((f) =>
      f.type?.kind === "list" && f.type.frequency !== "many" ? [f.type.frequency] : [],
    ),
  );
  const periods = unique([...lists, model.header.period]) as (keyof typeof ENDS)[];
  return rewritten(
    model,
    d.span,
    periods.map((p) => `${ENDS[p]} ${asWritten(model, d.span)}`),
  );
}

/** `10日内` after what? */
function unanchoredDeadlines(model: Model): Problem[] {
  return actsOf(model).flatMap(({ act }) => {
    const d = act.deadline;
    return d?.edge === "within" && d.amount && !d.recurrence && !d.anchor && !d.month
      ? [
          problem(
            "BF3173",
            { deadline: d.text, what: act.verb.text },
            { span: d.span, fixes: fromEnd(model, d) },
          ),
        ]
      : [];
  });
}
