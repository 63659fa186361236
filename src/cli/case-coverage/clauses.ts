import type { Measure } from "../../compiler/ir/ir.ts";
import { Condition } from "./one-short.ts";
import type { Entry, Probes } from "./points.ts";
import type { Table } from "./tables.ts";

/** Clauses, requirements, the items of their lists, and the rungs of ladders. */
export function clauseEntries(measure: Measure, probes: Probes, tables: readonly Table[]): Entry[] {
  const entries: Entry[] = [];
  const startOf = (cite: number): number => measure.citations[cite]!.span.start;

  for (const clause of measure.clauses) {
    const { cite, subject: kind, when, span } = clause;
    const text = clause.reasons.map((r) => r.text).join(measure.language === "zh" ? "；" : "; ");
    const base = { cite, kind, list: null, text };
    const ladder = tables.find((t) => t.ladder && t.span.start === span.start);
    if (ladder) {
      const row = ladder.rows.find((r) => text.endsWith(r.text));
      entries.push({
        ...base,
        category: "rows",
        what: "rung",
        at: row?.at ?? span.start,
        points: [{ state: "chosen", fact: same(text), seen: (s) => s.is(when, true) }],
      });
      continue;
    }
    const condition = new Condition(measure, when, probes);
    entries.push({
      ...base,
      category: "clauses",
      what: "clause",
      // An item of an indicator is a clause with a label of its own inside its statement.
      at: Math.max(span.start, startOf(cite)),
      points: [
        { state: "fired", fact: same(text), seen: (s) => s.is(when, true) },
        {
          state: "just-not",
          fact: { zh: `只差一项：${text}`, en: `all but one test of: ${text}` },
          seen: (s) => s.is(when, false) && condition.isOneShort(s),
        },
      ],
    });
    if (clause.reasons.length === 1 && clause.reasons[0]!.cite === cite) continue;
    for (const reason of clause.reasons)
      entries.push({
        category: "items",
        what: "item",
        cite: reason.cite,
        kind,
        list: null,
        at: Math.max(span.start, startOf(reason.cite)),
        text: reason.text,
        points: [
          {
            state: "held",
            fact: same(reason.text),
            seen: (s) => s.is(when, true) && s.is(reason.holds, true),
          },
          { state: "not-held", fact: not(reason.text), seen: (s) => s.is(reason.holds, false) },
        ],
      });
  }

  for (const { cite, subject: kind, when, holds, polarity, text, span } of measure.requirements) {
    const is = (met: boolean): Entry["points"][number]["seen"] => {
      const wanted = met === (polarity === "duty");
      return (s) => (when === null || s.is(when, true)) && s.is(holds, wanted);
    };
    entries.push({
      category: "clauses",
      what: "requirement",
      cite,
      kind,
      list: null,
      at: span.start,
      text,
      points: [
        { state: "met", fact: same(text), seen: is(true) },
        { state: "not-met", fact: same(text), seen: is(false) },
      ],
    });
  }
  return entries;
}

const same = (text: string) => ({ zh: text, en: text });
const not = (text: string) => ({ zh: `非“${text}”`, en: `not “${text}”` });
