/** Links that lead nobody knows where. */
import type { Tables } from "./abi.ts";
import type { FactRow } from "./fact-rows.ts";

/** Where such a link stands in the data. */
export interface LooseLink {
  readonly kind: string;
  readonly index: number;
  readonly field: string;
  /** Of a record: in which list, and the how manyeth. */
  readonly list: { readonly field: string; readonly index: number } | null;
}

/** The first link that may lead to any subject; those are in other batches. */
export function looseLink(
  { subjects }: Pick<Tables, "subjects">,
  rows: readonly (readonly FactRow[])[],
): LooseLink | null {
  for (const [kind, list] of rows.entries()) {
    const { name, fields, of } = subjects[kind]!;
    for (const [i, { name: field, type, used, applies }] of fields.entries()) {
      if (!used || (type.kind !== "link" && type.kind !== "links")) continue;
      const row = list.find(
        ({ facts }) => facts[i] === undefined && (applies === undefined || facts[applies] !== false),
      );
      if (row === undefined) continue;
      if (!of) return { kind: name, index: row.index, field, list: null };
      // A record stands in the data of its subject.
      const owner = row.facts[of.owner] as number;
      const { name: ofOwner, fields: own } = subjects[of.subject]!;
      const first = list.findIndex((r) => r.facts[of.owner] === owner);
      const inList = { field: own[of.list]!.name, index: row.index - list[first]!.index };
      return { kind: ofOwner, index: owner, field, list: inList };
    }
  }
  return null;
}
