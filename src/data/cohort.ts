import type { DataPlace, Problem } from "../diagnostics/problem.ts";
import { problem } from "../diagnostics/problem.ts";
import { type DataSchema, type KindSchema, kindNamed } from "../facts/data-schema.ts";
import type { DataPositions, FactPlace } from "../facts/positions.ts";
import { type JoinedSource, joinProblems, sameFact } from "./joining.ts";
import { placeText, type TablePlaces, type TableWhere } from "./places.ts";
import { type MutableRecord, newRecord, type RawCohort, type RawRecord, type RawValue } from "./raw.ts";
import { RecordTables } from "./record-twins.ts";

/**
 * The cohort as it is put together from several files, and the way back from a fact to its file and row.
 * Rows are kept as one number per subject; everything else about a place is worked out when asked.
 *
 * A subject that several files speak of is one subject with the facts of all of them. A fact that two of them give
 * differently is nobody's to choose: it counts as missing, and both places are named.
 */

/** Where a run of subjects of one kind came from; `local` counts from the first of them. */
export interface Source {
  readonly name: TableWhere;
  /** Declared fields that the source has a column for; null: those that its records have. */
  readonly fields: readonly string[] | null;
  /** Required fields that the source has nothing about; another may. */
  readonly missing: MissingColumns | null;
  place(local: number, field: string | null, list: FactPlace["list"]): DataPlace;
}

export interface MissingColumns {
  readonly columns: readonly string[];
  readonly data: DataPlace;
}

/** The message about them, where there are any. */
export function missingProblem(
  { columns, data }: MissingColumns,
  elsewhere: ReadonlySet<string> = new Set(),
): Problem[] {
  const missing = columns.filter((c) => !elsewhere.has(c));
  return missing.length === 0 ? [] : [problem("BF4024", { columns: missing }, { data })];
}

/** What another source says of a subject that was there already. */
interface Addition {
  readonly source: Source;
  readonly local: number;
  readonly fields: ReadonlySet<string>;
}

interface KindData {
  readonly schema: KindSchema;
  readonly records: MutableRecord[];
  /** `locals`: numbers in the source, where some of its subjects were there before; null: they follow each other. */
  readonly sources: { readonly start: number; readonly source: Source; readonly locals: number[] | null }[];
  readonly additions: Map<number, Addition[]>;
  /** Facts given differently: index and field. */
  readonly conflicts: Set<string>;
  /** What each source has, for those that are missing in one of them. */
  readonly joined: (JoinedSource & { readonly missing: MissingColumns | null })[];
  /** List fields that several tables have, and the subjects whose record stands in two of them. */
  readonly lists: Map<string, RecordTables>;
  /** Rows of records that came from a table of their own: list field → subject → places in order. */
  readonly listRows: Map<string, Map<number, { readonly places: TablePlaces; readonly row: number }[]>>;
}

/** Collects subjects kind by kind; see {@link RawCohort} for what comes out. */
export class CohortBuilder implements DataPositions {
  readonly schema: DataSchema;
  readonly #kinds = new Map<string, KindData>();
  readonly #firsts = new Map<string, Map<string, number>>();
  readonly #problems: Problem[] = [];

  constructor(schema: DataSchema) {
    this.schema = schema;
  }

  /** Adds subjects of a kind of the measure; those that an earlier source has get its facts besides. */
  append(kind: KindSchema, records: readonly MutableRecord[], source: Source): void {
    const data = this.#kind(kind);
    const known = data.records.length === 0 ? null : this.ids(kind);
    const start = data.records.length;
    let locals: number[] | null = null;
    records.forEach((record, local) => {
      const id = record[kind.key];
      const index = typeof id === "string" ? known?.get(id) : undefined;
      if (index !== undefined) {
        locals ??= Array.from({ length: data.records.length - start }, (_, i) => i);
        this.#join(data, index, record, source, local);
        return;
      }
      locals?.push(local);
      data.records.push(record);
    });
    data.sources.push({ start, source, locals });
    const fields = source.fields ?? [...new Set(records.flatMap((r) => Object.keys(r)))];
    data.joined.push({ name: source.name, missing: source.missing, fields, records });
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
    places: TablePlaces,
    row: number,
  ) {
    const data = this.#kind(kind);
    const list = data.records[subject]?.[field] as RawValue[];
    const bySubject = data.listRows.get(field) ?? new Map();
    data.listRows.set(field, bySubject);
    const rows = bySubject.get(subject) ?? [];
    bySubject.set(subject, rows);
    const tables = data.lists.get(field) ?? new RecordTables(kind, field);
    data.lists.set(field, tables);
    const twin = tables.twin(places, subject, list, record, (i) => rows[i]?.places);
    if (twin !== null) {
      const at = (index: number) => ({
        kind: kind.name,
        index: subject,
        field: null,
        list: { field, index },
      });
      const id = String(data.records[subject]?.[kind.key] ?? "");
      const parameters = { subject: id, list: field, place: placeText(this.place(at(twin))) };
      const there = { ...places.place(row, null), subject: id };
      this.#problems.push(problem("BF4114", parameters, { data: there }));
    }
    rows[list.length] = { places, row };
    list.push(record);
  }

  cohort(): RawCohort {
    const cohort: { [kind: string]: readonly RawRecord[] } = newRecord() as never;
    for (const [name, data] of this.#kinds) {
      for (const [field, { doubted }] of data.lists)
        for (const subject of doubted) delete data.records[subject]?.[field];
      cohort[name] = data.records;
    }
    return cohort;
  }

  /** What several files say of the same subjects and does not fit together. */
  problems(): readonly Problem[] {
    const kinds = [...this.#kinds.values()];
    const columns = kinds.flatMap(({ joined }) =>
      joined.flatMap((one) => {
        const others = new Set(joined.filter((j) => j !== one).flatMap((j) => j.fields));
        return one.missing === null ? [] : missingProblem(one.missing, others);
      }),
    );
    const subjects = kinds.flatMap((data) => joinProblems(data.schema, data.joined));
    return [...columns, ...this.#problems, ...subjects];
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
    if (row !== undefined) return { ...row.places.place(row.row, at.field), ...named };
    const found = data === undefined ? null : this.#origin(data, at);
    return found === null ? { file: "", ...named } : { ...found, ...named };
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

  #join(data: KindData, index: number, record: MutableRecord, source: Source, local: number): void {
    const before = data.records[index]!;
    const fields = new Set<string>();
    for (const [field, value] of Object.entries(record)) {
      const key = `${index}\u0000${field}`;
      if (field === data.schema.key || data.conflicts.has(key)) continue;
      if (!Object.hasOwn(before, field)) {
        before[field] = value;
        fields.add(field);
      } else if (!sameFact(before[field]!, value)) {
        const list = null;
        const id = String(before[data.schema.key]);
        const first = this.place({ kind: data.schema.name, index, field, list });
        const second = source.place(local, field, null);
        this.#problems.push(conflict(field, id, { first, value: before[field]! }, { second, value }));
        data.conflicts.add(key);
        delete before[field];
      }
    }
    const additions = data.additions.get(index) ?? [];
    data.additions.set(index, additions);
    additions.push({ source, local, fields });
  }

  #origin(data: KindData, { index, field, list }: FactPlace): DataPlace | null {
    const of = list?.field ?? field;
    const added = of === null ? undefined : data.additions.get(index)?.find((a) => a.fields.has(of));
    if (added !== undefined) return added.source.place(added.local, field, list);
    const found = data.sources.findLast((s) => s.start <= index);
    if (found === undefined) return null;
    const local = index - found.start;
    return found.source.place(found.locals?.[local] ?? local, field, list);
  }

  #kind(schema: KindSchema): KindData {
    const known = this.#kinds.get(schema.name);
    if (known !== undefined) return known;
    const data: KindData = {
      schema,
      records: [],
      sources: [],
      additions: new Map(),
      conflicts: new Set(),
      joined: [],
      lists: new Map(),
      listRows: new Map(),
    };
    this.#kinds.set(schema.name, data);
    return data;
  }
}

function conflict(
  field: string,
  subject: string,
  one: { readonly first: DataPlace; readonly value: RawValue },
  other: { readonly second: DataPlace; readonly value: RawValue },
): Problem {
  const text = (value: RawValue) => (typeof value === "object" ? JSON.stringify(value) : String(value));
  return problem(
    "BF4110",
    {
      field,
      value: text(one.value),
      other: text(other.value),
      place: placeText(one.first),
    },
    { data: { ...other.second, field, subject } },
  );
}
