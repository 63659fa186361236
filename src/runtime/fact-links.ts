/** Links are read as the ids they name; when all rows are there, the ids become indexes of rows. */
import type { FieldTable, Tables } from "./abi.ts";
import { type FactRow, gapsOf } from "./fact-rows.ts";
import { nearest } from "./nearest.ts";

/** `lost` hears of every id that nobody has; the field is then not known, as a whole. */
export function resolveLinks(
  subjects: Tables["subjects"],
  rows: readonly (readonly FactRow[])[],
  lost: (row: FactRow, field: FieldTable, id: string, near: string) => void,
): void {
  const known = new Map<number, ReadonlyMap<string, number>>();
  const idsOf = (kind: number): ReadonlyMap<string, number> => {
    const ids = known.get(kind) ?? new Map(rows[kind]!.map((row, index) => [row.id, index]));
    known.set(kind, ids);
    return ids;
  };
  for (const [kind, list] of rows.entries())
    for (const [i, field] of subjects[kind]!.fields.entries()) {
      if (field.type.kind !== "link" && field.type.kind !== "links") continue;
      const ids = idsOf(field.type.subject);
      for (const row of list) {
        const given = row.facts[i] as string | readonly string[] | undefined;
        if (given === undefined) continue;
        const named = typeof given === "string" ? [given] : given;
        const found = [...new Set(named.flatMap((id) => ids.get(id) ?? []))];
        const missing = named.filter((id) => !ids.has(id));
        if (missing.length === 0) row.facts[i] = field.type.kind === "link" ? found[0] : found;
        else row.facts[i] = undefined;
        for (const id of missing) {
          gapsOf(row).causes.set(i, { kind: "no-such-subject", subject: row.id, field: field.name, id });
          lost(row, field, id, nearest(id, ids.keys()) ?? "");
        }
      }
    }
}
