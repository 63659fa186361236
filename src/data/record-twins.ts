import type { KindSchema } from "../facts/data-schema.ts";
import type { TablePlaces } from "./places.ts";
import type { RawRecord, RawValue } from "./raw.ts";

/**
 * Records of a list that several tables have. Records have no ids: one that stands in two tables, word for word, may be one
 * event told twice (a copied sheet, two departments) or two events, and counting it either way would be a guess. Two alike
 * in one table are two events: whoever fills in a table sees its rows.
 */
export class RecordTables {
  /** Indexes of subjects with such a record. */
  readonly doubted = new Set<number>();
  readonly #many: boolean;
  #first: TablePlaces | null = null;
  #several = false;
  /** By subject, the texts of its records in tables before the present one. */
  #before = new Map<number, Map<string, number>>();
  #present: TablePlaces | null = null;

  constructor(kind: KindSchema, field: string) {
    const type = kind.columns.find((c) => c.name === field)?.type;
    // Of those with a period there may be one only, which is looked at elsewhere.
    this.#many = type?.kind === "list" && type.frequency === "many";
  }

  /** The index of an equal record of another table; null: none. @param list the records before it */
  twin(
    table: TablePlaces,
    subject: number,
    list: readonly RawValue[],
    record: RawRecord,
    tableOf: (index: number) => TablePlaces | undefined,
  ): number | null {
    if (!this.#many) return null;
    this.#first ??= table;
    this.#several ||= table !== this.#first || (list.length > 0 && tableOf(0) === undefined);
    if (!this.#several) return null;
    if (this.#present !== table) {
      this.#present = table;
      this.#before = new Map();
    }
    const known = this.#before.get(subject) ?? this.#others(table, list, tableOf);
    this.#before.set(subject, known);
    if (Object.keys(record).length === 0) return null;
    const found = known.get(textOf(record)) ?? null;
    if (found !== null) this.doubted.add(subject);
    return found;
  }

  #others(
    table: TablePlaces,
    list: readonly RawValue[],
    tableOf: (index: number) => TablePlaces | undefined,
  ): Map<string, number> {
    const texts = new Map<string, number>();
    for (const [index, record] of list.entries()) {
      if (tableOf(index) === table || typeof record !== "object" || record === null) continue;
      const text = textOf(record as RawRecord);
      if (!texts.has(text)) texts.set(text, index);
    }
    return texts;
  }
}

const textOf = (record: RawRecord): string =>
  JSON.stringify(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
