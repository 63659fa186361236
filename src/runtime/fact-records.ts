/** Records that rules are about, as rows of a kind of their own: one a record, and one for each that is lacking. */
import type { FactValue, ListFact, RecordRowsTable, Tables } from "./abi.ts";
import { periodText } from "./fact-periods.ts";
import type { FactRow, OfAll, ReadRecord } from "./fact-rows.ts";
import type { Cause } from "./result.ts";

/**
 * The rows of a kind of records. Those of records that are lacking stand behind the others, where rows are
 * compared: there is one for each subject and period for which others have a record.
 */
export function rowsOfRecords(
  tables: Tables,
  kind: number,
  rows: readonly (readonly FactRow[])[],
  ofAll: OfAll | null = null,
): { readonly rows: FactRow[]; readonly complete: boolean } {
  const of = tables.subjects[kind]!.of!;
  const owners = rows[of.subject]!;
  const found: FactRow[] = [];
  for (const owner of owners) {
    const list = listOf(owner, of);
    if (list === undefined) continue;
    const first = found.length;
    for (const [i, record] of list.records.entries())
      found.push(rowOf(tables, kind, owner, record as ReadRecord, i, found.length));
    list.rows = list.records.map((_, i) => first + i);
  }
  const supplied = found.length;
  if (of.compared && of.period !== null) {
    const given = [...new Set(found.map((r) => r.facts[of.period!] as number))].sort((a, b) => a - b);
    const periods = owners.length === 0 ? [] : (ofAll?.periods(kind, given) ?? given);
    for (const owner of owners) {
      const own = new Set(listOf(owner, of)?.records.map((r) => r.period));
      for (const period of periods)
        if (!own.has(period)) found.push(lacking(tables, kind, owner, period, found.length));
    }
  }
  return { rows: found, complete: found.length === supplied };
}

const listOf = (owner: FactRow, of: RecordRowsTable): ListFact | undefined =>
  owner.facts[of.list] as ListFact | undefined;

function rowOf(
  tables: Tables,
  kind: number,
  owner: FactRow,
  record: ReadRecord,
  position: number,
  index: number,
): FactRow {
  const name = record.period === null ? `${position + 1}` : periodName(tables, kind, record.period);
  const facts = [...record.facts];
  return { ...identified(tables, kind, owner, facts, record.period, name), index, gaps: record.gaps };
}

function lacking(tables: Tables, kind: number, owner: FactRow, period: number, index: number): FactRow {
  const { fields, of } = tables.subjects[kind]!;
  const name = periodName(tables, kind, period);
  const list = tables.subjects[of!.subject]!.fields[of!.list]!.name;
  const cause: Cause = owner.gaps?.causes.get(of!.list) ?? {
    kind: "missing-period",
    subject: owner.id,
    field: list,
    periods: [name],
  };
  const row = identified(tables, kind, owner, [], period, name);
  const causes = new Map<number, Cause>();
  for (const i of fields.keys()) if (row.facts[i] === undefined) causes.set(i, cause);
  return { ...row, index, gaps: { causes, open: new Map() }, lacking: true };
}

/** The row with what is derived: its key, its subject, its period. */
function identified(
  tables: Tables,
  kind: number,
  owner: FactRow,
  facts: FactValue[],
  period: number | null,
  name: string,
): Omit<FactRow, "index" | "gaps"> {
  const { key, of } = tables.subjects[kind]!;
  const id = `${owner.id}/${name}`;
  facts[key] = id;
  facts[of!.owner] = owner.index;
  if (of!.period !== null && period !== null) facts[of!.period] = period;
  return { kind, id, facts };
}

function periodName(tables: Tables, kind: number, period: number): string {
  const { of } = tables.subjects[kind]!;
  const { type } = tables.subjects[of!.subject]!.fields[of!.list]!;
  return type.kind === "list" ? periodText(type.frequency, period) : String(period);
}
