import { worded } from "../../diagnostics/phrases.ts";
import { type Problem, problem } from "../../diagnostics/problem.ts";
import { nearest } from "../../diagnostics/suggest.ts";
import type * as ast from "../../parser/ast.ts";
import { monthLength } from "../../runtime/calendar.ts";
import type { Model } from "./model.ts";

/** What is wrong with the deadlines of a measure's procedures: days that no calendar has, events that nothing makes. */
export function deadlineProblems(model: Model): Problem[] {
  const procedures = model.provisions.flatMap(({ statement: s }) => (s.kind === "procedure" ? [s] : []));
  const events = new Set<string>();
  for (const p of procedures) {
    events.add(p.name.text);
    for (const step of p.steps) for (const act of step.acts) for (const n of act.what) events.add(n.text);
  }
  return procedures.flatMap((p) =>
    p.steps.flatMap((step) =>
      step.acts.flatMap(({ deadline: d }) => {
        if (!d) return [];
        const wrong = noSuchDay(d);
        if (wrong) return [problem("BF2241", { deadline: d.text, ...wrong }, { span: d.span })];
        if (!d.anchor || events.has(d.anchor.text)) return [];
        const near = nearest(d.anchor.text, events);
        return [
          problem(
            "BF2240",
            {
              anchor: d.anchor.text,
              known: near ?? [...events],
            },
            { span: d.anchor.span },
          ),
        ];
      }),
    ),
  );
}

interface Why {
  readonly why: string;
  readonly whyEn: string;
}

/** Why a deadline names no day; null where it does. 29 February is a day, in some years. */
function noSuchDay(d: ast.Deadline): Why | null {
  const { month, day, days } = d;
  if (month !== undefined && !(Number.isInteger(month) && month >= 1 && month <= 12))
    return { ...worded("why", "there-is-no-month", { month }) };
  const length = month === undefined ? 31 : monthLength(2000, month);
  const last = Math.max(day ?? 1, days?.to ?? 1);
  if (last > length || (day !== undefined && day < 1) || (days && days.from < 1))
    return month === undefined
      ? { ...worded("why", "days-of-any-month") }
      : { ...worded("why", "days-of-month", { month, last: length }) };
  if (days && days.from > days.to)
    return {
      ...worded("why", "days-reversed", { from: days.from, to: days.to }),
    };
  if (days && month === undefined && d.recurrence !== "month")
    return { ...worded("why", "days-without-month") };
  const count = d.amount === undefined ? 1 : Number(d.amount.text);
  if (!Number.isInteger(count) || count < 1 || count > 3660) return { ...worded("why", "number-of-days") };
  return null;
}
