import { worded } from "../../../diagnostics/phrases.ts";
import type * as ast from "../../../parser/ast.ts";
import { placedBefore } from "../../analyze/closings.ts";
import type { FieldSymbol, KindSymbol } from "../../analyze/model.ts";
import { childrenOf } from "../children.ts";
import type * as ir from "../ir.ts";
import { lowerDate } from "./dates.ts";
import { type DraftClause, type Lowering, subjectScope } from "./lowering.ts";

/** Who held a post (事发时, 期末, 任一时), where posts are dated. */

/** null after a report; "none": the field has no dates and nothing was said. */
export function lowerHolder(
  lowering: Lowering,
  target: ast.Target,
  field: FieldSymbol,
  clause: DraftClause | null,
  kind: KindSymbol,
): ir.Holder | "none" | null {
  const { holder } = target;
  const dated = field.type?.kind === "party" && field.type.dated === true;
  if (clause === null && dated) return lowering.report("BF2069", { name: field.name }, { span: target.span });
  if (!holder) {
    if (!dated) return "none";
    // 事发时 needs an event in the condition; whether there is one is known when it is said.
    const ways = ["期末", "任一时", ...(isAboutRecords(lowering, clause, kind) ? ["事发时"] : [])];
    const fixes = placedBefore(lowering.model, target.span.start, ways);
    return lowering.report("BF2066", { name: field.name }, { span: target.span, fixes });
  }
  if (!dated || clause === null)
    return lowering.report(
      "BF2068",
      { name: field.name, word: lowering.text(holder.span) },
      { span: holder.span },
    );
  if (holder.when !== "at-event") return { when: holder.when === "at-end" ? "end" : "any" };
  if (holder.at) {
    const day = lowerDate(lowering, holder.at, subjectScope(kind, clause.cite));
    return day && { when: "day", day };
  }
  return eventOf(lowering, field, clause, kind, holder.span);
}

/** The records whose days are those of the event: the only dated ones that the condition looks at. */
function eventOf(
  lowering: Lowering,
  field: FieldSymbol,
  clause: DraftClause,
  kind: KindSymbol,
  span: ast.Target["span"],
): ir.Holder | null {
  const found = findEvent(lowering, clause, kind);
  if ("when" in found) return found;
  return lowering.report("BF2067", { name: field.name, why: found.why, whyEn: found.whyEn }, { span });
}

const isAboutRecords = (lowering: Lowering, clause: DraftClause | null, kind: KindSymbol): boolean =>
  clause !== null && "when" in findEvent(lowering, clause, kind);

function findEvent(
  lowering: Lowering,
  clause: DraftClause,
  kind: KindSymbol,
): ir.Holder | { readonly why: string; readonly whyEn: string } {
  // A rule for each record is about that record.
  const own = kind.of ? kind.fields.filter((f) => f.type?.kind === "date") : [];
  if (own.length === 1)
    return {
      when: "day",
      day: { op: "field", type: { kind: "date" }, of: "subject", field: own[0]!.index },
    };
  const found = new Map<string, Extract<ir.Expr, { op: "aggregate" }>>();
  const seen = new Set<number>();
  const visit = (e: ir.Expr): void => {
    if (e.op === "aggregate") {
      const { list, where, window } = e;
      const key = JSON.stringify([list, where, window], (_, v) => (typeof v === "bigint" ? `${v}n` : v));
      found.set(key, e);
    } else if (e.op === "cell" && !seen.has(e.cell)) {
      seen.add(e.cell);
      const { body } = lowering.drafts[e.cell]!;
      if (body?.kind === "expression") visit(body.expr);
    } else if (e.op !== "via") for (const child of childrenOf(e)) visit(child);
  };
  visit({ op: "cell", type: clause.when.type, of: "subject", cell: clause.when.id });
  const [of, ...more] = [...found.values()];
  if (!of) return worded("why", "counts-no-dated-records");
  if (more.length > 0) return worded("why", "several-sets-of-records");
  const { type, name } = kind.fields[of.list]!;
  const record = type?.kind === "list" ? lowering.model.records[type.record]! : null;
  const dates = record?.fields.filter((f) => f.type?.kind === "date") ?? [];
  if (dates.length !== 1) return worded("why", "not-one-date", { name });
  return { when: "records", of, date: dates[0]!.index };
}
