/** Links are read as the ids they name; when all rows are there, the ids become indexes of rows. */
import type { FieldTable, Tables } from "./abi.ts";
import { type FactRow, gapsOf, type ReadRecord } from "./fact-rows.ts";
import { nearest } from "./nearest.ts";

/** One of the records of a list of a subject. */
type InList = { readonly field: string; readonly index: number };
export type Lost = (row: FactRow, field: FieldTable, id: string, near: string, list?: InList) => void;

/** `lost` hears of every id that nobody has; the field is then not known, as a whole. */
export function resolveLinks(
  { subjects, records }: Pick<Tables, "subjects" | "records">,
  rows: readonly (readonly FactRow[])[],
  lost: Lost,
): void {
  const known = new Map<number, ReadonlyMap<string, number>>();
  const idsOf = (kind: number): ReadonlyMap<string, number> => {
    const ids = known.get(kind) ?? new Map(rows[kind]!.map((row, index) => [row.id, index]));
    known.set(kind, ids);
    return ids;
  };
  const resolve = (
    holder: FactRow | ReadRecord,
    fields: readonly FieldTable[],
    row: FactRow,
    list?: InList,
  ) => {
    for (const [i, field] of fields.entries()) {
      if (field.type.kind !== "link" && field.type.kind !== "links") continue;
      const ids = idsOf(field.type.subject);
      const given = holder.facts[i] as string | readonly string[] | undefined;
      if (given === undefined) continue;
      const named = typeof given === "string" ? [given] : given;
      const found = [...new Set(named.flatMap((id) => ids.get(id) ?? []))];
      const missing = named.filter((id) => !ids.has(id));
      if (missing.length > 0) holder.facts[i] = undefined;
      else holder.facts[i] = field.type.kind === "link" ? found[0] : found;
      for (const id of missing) {
        gapsOf(holder).causes.set(i, { kind: "no-such-subject", subject: row.id, field: field.name, id });
        lost(row, field, id, nearest(id, ids.keys()) ?? "", list);
      }
    }
  };
  for (const [kind, ofKind] of rows.entries()) {
    const { fields } = subjects[kind]!;
    for (const row of ofKind) resolve(row, fields, row);
    for (const [i, { name, type }] of fields.entries()) {
      if (type.kind !== "list" || !records[type.record]!.fields.some((f) => f.type.kind === "link")) continue;
      for (const row of ofKind) {
        const list = row.facts[i] as { readonly records: readonly ReadRecord[] } | undefined;
        for (const [index, record] of list?.records.entries() ?? [])
          resolve(record, records[type.record]!.fields, row, { field: name, index });
      }
    }
  }
}
