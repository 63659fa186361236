import type { Expr, Field, Measure } from "../../compiler/ir/ir.ts";
import type { Language } from "../../diagnostics/message.ts";
import {
  type Column,
  type ColumnType,
  type DataSchema,
  isPeriodName,
  type KindSchema,
  PERIOD_COLUMN,
} from "../../facts/data-schema.ts";
import { divide, toText } from "../../runtime/rational.ts";

/**
 * What a form asks for, before it becomes a workbook: a table for each kind of subject and each list of records, its
 * columns with what is to be written in them. Headings are the names of the fields, which is how they are found again
 * wherever somebody moves them.
 */

export interface FormColumn {
  readonly column: Column;
  /** The id of the subject: in the table of records, whose record it is. */
  readonly role: "id" | "owner" | "period" | "fact";
  /** The kind of subject whose table it stands in. */
  readonly kind: string;
  readonly description: string | null;
  /** Who reports it; empty: not said. */
  readonly sources: readonly string[];
  /** May say that it does not apply. */
  readonly inapplicable: boolean;
  /** What holds where nothing is written, in words; null: nothing does. */
  readonly fallback: string | null;
}

export interface FormTable {
  readonly kind: KindSchema;
  /** Name of the list field; null: the subjects themselves. */
  readonly list: string | null;
  readonly frequency: (ColumnType & { readonly kind: "list" })["frequency"] | null;
  readonly columns: readonly FormColumn[];
}

/** A text that tells a table from all others. */
export const keyOf = ({ kind, list }: FormTable): string => JSON.stringify([kind.name, list]);

/** The tables of a measure: first the subjects of each kind, then their lists. */
export function formTables(measure: Measure, schema: DataSchema, language: Language): FormTable[] {
  const subjects: FormTable[] = [];
  const records: FormTable[] = [];
  for (const kind of schema.kinds) {
    const fields = measure.subjects.find((s) => s.name === kind.name && !s.of)?.fields ?? [];
    const columns = describe(kind, kind.columns, fields, measure, language);
    const key = columns.find((c) => c.column.name === kind.key);
    if (key === undefined) continue;
    const id: FormColumn = { ...key, role: "id" };
    const facts = columns.filter((c) => c !== key && c.column.type.kind !== "list");
    subjects.push({ kind, list: null, frequency: null, columns: [id, ...facts] });
    for (const list of columns) {
      const { type, name } = list.column;
      if (type.kind !== "list") continue;
      const record = measure.records.find((r) => r.name === type.record);
      const inner = describe(kind, type.columns, record?.fields ?? [], measure, language).map((c) =>
        c.sources.length > 0 ? c : { ...c, sources: list.sources },
      );
      const own = type.columns.some((c) => c.name === kind.key);
      const ownerName = own ? `${kind.name}.${kind.key}` : kind.key;
      const owner: FormColumn = { ...id, role: "owner", column: { ...id.column, name: ownerName } };
      const periodic =
        type.frequency === "month" || type.frequency === "quarter" || type.frequency === "half-year";
      const period = periodic && !type.columns.some((c) => isPeriodName(c.name));
      records.push({
        kind,
        list: name,
        frequency: type.frequency,
        columns: [owner, ...(period ? [periodOf(kind.name)] : []), ...inner],
      });
    }
  }
  return [...subjects, ...records];
}

const periodOf = (kind: string): FormColumn => ({
  column: { ...PERIOD_COLUMN, required: true },
  role: "period",
  kind,
  description: null,
  sources: [],
  inapplicable: false,
  fallback: null,
});

function describe(
  kind: KindSchema,
  columns: readonly Column[],
  fields: readonly Field[],
  measure: Measure,
  language: Language,
): FormColumn[] {
  return columns.map((column) => {
    const field = fields.find((f) => f.name === column.name);
    return {
      column,
      role: "fact",
      kind: kind.name,
      description: field?.description ?? null,
      sources: field?.sources ?? [],
      inapplicable: field?.applies !== undefined,
      fallback: field?.default ? valueText(field.default, measure, language) : null,
    };
  });
}

/** A default as it is written in a cell; null: one that only a computation gives. */
function valueText(value: Expr, measure: Measure, language: Language): string | null {
  if (value.op === "number") {
    const { unit, factor } = value.type.display;
    return `${toText(divide(value.value, factor))}${unit}`;
  }
  if (value.op === "truth") {
    const [yes, no] = language === "zh" ? ["是", "否"] : ["yes", "no"];
    return value.value ? yes! : no!;
  }
  if (value.op === "member") {
    const of = value.type.kind === "choice" ? measure.enumerations[value.type.enumeration] : undefined;
    return of?.members[value.value] ?? null;
  }
  return value.op === "text" ? value.value : null;
}

/** The departments that report something, in the order of the measure; null: what nobody is named for. */
export function departments(tables: readonly FormTable[]): (string | null)[] {
  const found = new Set<string | null>();
  for (const { list, columns } of tables) {
    // A roster is nobody's to leave out, though there is nothing to report of its subjects.
    if (list === null && !columns.some((c) => c.role === "fact")) found.add(null);
    for (const c of columns) {
      if (c.role !== "fact") continue;
      if (c.sources.length === 0) found.add(null);
      for (const source of c.sources) found.add(source);
    }
  }
  const named = [...found].filter((s) => s !== null);
  return found.has(null) ? [...named, null] : named;
}

/**
 * The tables that one department fills in. A list of records goes whole to whoever reports anything in it: records
 * have no ids by which two halves of a row could be joined.
 */
export function tablesOf(tables: readonly FormTable[], department: string | null): FormTable[] {
  return tables.flatMap((table) => {
    const facts = table.columns.filter((c) => c.role === "fact");
    const own = facts.filter((c) =>
      department === null ? c.sources.length === 0 : c.sources.includes(department),
    );
    if (table.list !== null) {
      const reporter = facts.find((c) => c.sources.length > 0)?.sources[0] ?? null;
      return reporter === department ? [table] : [];
    }
    if (own.length === 0) return facts.length === 0 && department === null ? [table] : [];
    return [{ ...table, columns: table.columns.filter((c) => c.role !== "fact" || own.includes(c)) }];
  });
}
