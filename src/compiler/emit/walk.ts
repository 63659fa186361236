/** Which facts and parameters a measure uses. */
import { childrenOf } from "../ir/children.ts";
import type { Expr, Measure } from "../ir/ir.ts";

/** What the strict program reads: a missing one of these rules it out. */
export interface Usage {
  /** Fields by subject kind, and by record kind. */
  readonly subject: readonly ReadonlySet<number>[];
  readonly record: readonly ReadonlySet<number>[];
  readonly parameters: ReadonlySet<number>;
  /** Link fields that are followed against their direction, with the kind that has them. */
  readonly inverses: readonly { readonly subject: number; readonly field: number }[];
  readonly date: boolean;
}

/** Collects what the cells use. Values in earlier years come from the history and are no facts of this one. */
export function usageOf(measure: Measure): Usage {
  const subject = measure.subjects.map(() => new Set<number>());
  const record = measure.records.map(() => new Set<number>());
  const parameters = new Set<number>();
  const inverses: { subject: number; field: number }[] = [];
  let date = false;
  const recordOf = (kind: number, list: number): number => {
    const type = measure.subjects[kind]!.fields[list]!.type;
    if (type.kind !== "list") throw new Error("not a list field");
    return type.record;
  };
  const visit = (expr: Expr, kind: number, list: number | null): void => {
    if ((expr.op === "past" && !expr.each) || (expr.op === "over-years" && expr.first > 0)) return;
    if (expr.op === "parameter") parameters.add(expr.parameter);
    else if (expr.op === "context") date ||= expr.what === "date";
    else if (expr.op === "field") {
      if (expr.of === "subject") subject[kind]!.add(expr.field);
      else record[recordOf(kind, list!)]!.add(expr.field);
    } else if (expr.op === "via") {
      const link = measure.subjects[kind]!.fields[expr.link]!.type;
      if (link.kind !== "link") throw new Error("not a link field");
      subject[kind]!.add(expr.link);
      visit(expr.target, link.subject, null);
      return;
    } else if (expr.op === "linked") {
      const { over } = expr;
      subject[over.how === "field" ? kind : over.subject]!.add(over.field);
      if (
        over.how === "inverse" &&
        !inverses.some((i) => i.subject === over.subject && i.field === over.field)
      )
        inverses.push({ subject: over.subject, field: over.field });
    } else if (expr.op === "aggregate") {
      subject[kind]!.add(expr.list);
      if (expr.window !== null) {
        record[recordOf(kind, expr.list)]!.add(expr.window.date);
        date ||= expr.window.kind === "months";
      }
      for (const f of expr.once?.same ?? []) record[recordOf(kind, expr.list)]!.add(f);
      if (expr.once?.atMost) record[recordOf(kind, expr.list)]!.add(expr.once.atMost.date);
    }
    const inner = expr.op === "aggregate" ? expr.list : list;
    for (const part of childrenOf(expr)) visit(part, kind, inner);
  };
  for (const cell of measure.cells) {
    if (cell.body.kind === "expression") visit(cell.body.expr, cell.subject, null);
    else if (cell.body.kind === "placement")
      for (const row of cell.body.rows) {
        visit(row.amount, cell.subject, null);
        if (row.share?.base && row.share.base !== "everyone") visit(row.share.base, cell.subject, null);
      }
  }
  // A record and its row of the kind that rules are about are read as one.
  for (const [kind, { of }] of measure.subjects.entries()) {
    if (of === undefined) continue;
    subject[of.subject]!.add(of.list);
    const own = record[recordOf(of.subject, of.list)]!;
    const count = measure.records[recordOf(of.subject, of.list)]!.fields.length;
    for (const f of subject[kind]!) if (f < count) own.add(f);
  }
  for (const [kind, { of }] of measure.subjects.entries())
    if (of !== undefined) for (const f of record[recordOf(of.subject, of.list)]!) subject[kind]!.add(f);
  return { subject, record, parameters, inverses, date };
}
