import type { DataPlace } from "../diagnostics/problem.ts";
import { type DataSchema, type KindSchema, kindNamed } from "../facts/data-schema.ts";
import type { DataPositions, FactPlace } from "../facts/positions.ts";
import { type MutableRecord, newRecord, type RawCohort, type RawRecord, type RawValue } from "./raw.ts";

/**
 * The cohort as it is put together from several files, and the way back from a fact to its file and row.
 * Rows are kept as one number per subject; everything else about a place is worked out when asked.
 */

/** Where a run of subjects of one kind came from; `local` counts from the first of them. */
export interface Source {
  place(
    local: number,
    field: string | null,
    list: FactPlace["list"],
  ): { readonly file: string; readonly row?: number };
}

interface KindData {
  readonly schema: KindSchema;
  readonly records: MutableRecord[];
  readonly sources: { readonly start: number; readonly source: Source }[];
  /** Rows of records that came from a file of their own: list field → subject → places in order. */
  readonly listRows: Map<string, Map<number, { readonly file: string; readonly row: number }[]>>;
}

/** Collects subjects kind by kind; see {@link RawCohort} for what comes out. */
export class CohortBuilder implements DataPositions {
  readonly schema: DataSchema;
  readonly #kinds = new Map<string, KindData>();
  readonly #firsts = new Map<string, Map<string, number>>();

  constructor(schema: DataSchema) {
    this.schema = schema;
  }

  /** Appends subjects of a kind of the measure. */
  append(kind: KindSchema, records: readonly MutableRecord[], source: Source): void {
    const data = this.#kind(kind);
    data.sources.push({ start: data.records.length, source });
    for (const record of records) data.records.push(record);
  }

  /** Subject indexes by id; the first one of equal ids. */
  ids(kind: KindSchema): Map<string, number> {
    const ids = new Map<string, number>();
    this.#kind(kind).records.forEach((record, i) => {
      const id = record[kind.key];
      if (typeof id === "string" && !ids.has(id)) ids.set(id, i);
    });
    return ids;
  }

  /** Says that the list field was supplied: a subject without records in it has none, not an unknown number. */
  supplyList(kind: KindSchema, field: string): void {
    for (const record of this.#kind(kind).records) {
      if (!Array.isArray(record[field])) record[field] = [];
    }
  }

  appendRecord(
    kind: KindSchema,
    subject: number,
    field: string,
    record: RawRecord,
    file: string,
    row: number,
  ) {
    const data = this.#kind(kind);
    const list = data.records[subject]?.[field] as RawValue[];
    const bySubject = data.listRows.get(field) ?? new Map();
    data.listRows.set(field, bySubject);
    const places = bySubject.get(subject) ?? [];
    bySubject.set(subject, places);
    places[list.length] = { file, row };
    list.push(record);
  }

  cohort(): RawCohort {
    const cohort: { [kind: string]: readonly RawRecord[] } = newRecord() as never;
    for (const [name, data] of this.#kinds) cohort[name] = data.records;
    return cohort;
  }

  place(at: FactPlace): DataPlace {
    const data = this.#kinds.get(at.kind);
    const schema = kindNamed(this.schema, at.kind);
    const id = schema === undefined ? undefined : data?.records[at.index]?.[schema.key];
    const named = {
      ...(at.field === null ? {} : { field: at.field }),
      ...(typeof id === "string" && id !== "" ? { subject: id } : {}),
    };
    const row =
      at.list === null ? undefined : data?.listRows.get(at.list.field)?.get(at.index)?.[at.list.index];
    if (row !== undefined) return { ...row, ...named };
    const found = data?.sources.findLast((s) => s.start <= at.index);
    if (found === undefined) return { file: "", ...named };
    return { ...found.source.place(at.index - found.start, at.field, at.list), ...named };
  }

  firstRow(kind: string, id: string): number | null {
    const schema = kindNamed(this.schema, kind);
    if (schema === undefined) return null;
    const firsts = this.#firsts.get(kind) ?? this.ids(schema);
    this.#firsts.set(kind, firsts);
    const index = firsts.get(id);
    if (index === undefined) return null;
    return this.place({ kind, index, field: null, list: null }).row ?? null;
  }

  #kind(schema: KindSchema): KindData {
    const known = this.#kinds.get(schema.name);
    if (known !== undefined) return known;
    const data: KindData = { schema, records: [], sources: [], listRows: new Map() };
    this.#kinds.set(schema.name, data);
    return data;
  }
}
