import type * as ast from "../../../parser/ast.ts";
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
    return lowering.report("BF2066", { name: field.name }, { span: target.span });
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
  const unclear = (why: string, whyEn: string): null =>
    lowering.report("BF2067", { name: field.name, why, whyEn }, { span });
  if (!of) return unclear("这一条没有对带日期的记录计数", "This clause counts no dated records");
  if (more.length > 0)
    return unclear("这一条看了几种记录", "This clause looks at more than one set of records");
  const { type, name } = kind.fields[of.list]!;
  const record = type?.kind === "list" ? lowering.model.records[type.record]! : null;
  const dates = record?.fields.filter((f) => f.type?.kind === "date") ?? [];
  if (dates.length !== 1)
    return unclear(`“${name}”的日期不是一个`, `The records of “${name}” do not have exactly one date`);
  return { when: "records", of, date: dates[0]!.index };
}
