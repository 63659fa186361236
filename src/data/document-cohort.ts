import { type Problem, problem } from "../diagnostics/problem.ts";
import { nearest } from "../diagnostics/suggest.ts";
import {
  type Column,
  columnOfYear,
  type DataSchema,
  datedColumn,
  isPeriodName,
  type KindSchema,
  kindNamed,
  PERIOD_COLUMN,
  spellings,
} from "../facts/data-schema.ts";
import { identifier, readValue } from "./cells.ts";
import type { CohortBuilder, MissingColumns } from "./cohort.ts";
import { type DataDocument, type DocumentPath, isList, isRecord } from "./document.ts";
import { isExactNumber, type MutableRecord, newRecord, type RawRecord, type RawValue } from "./raw.ts";
import { checkAgainst } from "./schema-check.ts";

/**
 * `{ 对象名: [ { field: …, 记录field: [ … ] } ] }` into the cohort. A list alone is read when there
 * is one kind only, or it is said which kind it holds. A name that the measure does not declare is told once, however many subjects have it.
 */
export function readCohort(
  document: DataDocument,
  schema: DataSchema,
  only: KindSchema | null,
  builder: CohortBuilder,
): Problem[] {
  const { lists, problems } = listsIn(document, schema, only);
  return [
    ...problems,
    ...lists.flatMap(({ kind, subjects, path }) => addSubjects(document, kind, subjects, path, builder)),
  ];
}

/** The subjects of one kind in a document. */
export interface SubjectList {
  readonly kind: KindSchema;
  readonly subjects: readonly RawValue[];
  readonly path: DocumentPath;
}

/** The lists of a document, and what is wrong with its form. @param besides what has been found wrong with it already */
export function listsIn(
  document: DataDocument,
  schema: DataSchema,
  only: KindSchema | null,
  besides: readonly Problem[] = [],
): { readonly lists: readonly SubjectList[]; readonly problems: readonly Problem[] } {
  const none = (problems: readonly Problem[]) => ({ lists: [], problems });
  if (isList(document.value)) {
    const kind = only ?? (schema.kinds.length === 1 ? schema.kinds[0] : undefined);
    if (kind === undefined) return none([wholeForm(document, schema)]);
    return { lists: [{ kind, subjects: document.value, path: [] }], problems: [] };
  }
  if (!isRecord(document.value)) return none([wholeForm(document, schema)]);
  const wrong = [...checkAgainst(document, "data"), ...besides];
  if (wrong.length > 0) return none(wrong);
  const problems: Problem[] = [];
  const lists: SubjectList[] = [];
  for (const [name, subjects] of Object.entries(document.value)) {
    const kind = kindNamed(schema, name);
    const place = { data: { file: document.file, row: document.lineOf([name]) } };
    if (kind === undefined || (only !== null && kind !== only)) {
      const known = only === null ? schema.kinds.map((k) => k.name) : [only.name];
      problems.push(problem("BF4013", { name, known: known }, place));
    } else if (isList(subjects)) lists.push({ kind, subjects, path: [name] });
  }
  return { lists, problems };
}

function wholeForm(document: DataDocument, schema: DataSchema): Problem {
  const kind = schema.kinds[0];
  const example = `{ "${kind?.name ?? ""}": [ { "${kind?.key ?? ""}": "A01", … } ] }`;
  return problem("BF4055", { example }, { data: { file: document.file, row: 1 } });
}

function addSubjects(
  document: DataDocument,
  kind: KindSchema,
  subjects: readonly RawValue[],
  path: DocumentPath,
  builder: CohortBuilder,
): Problem[] {
  const unknown = new UnknownNames(document);
  const records: MutableRecord[] = [];
  subjects.forEach((subject, i) => {
    // A list alone has not been through the schema; an item that is no subject is one without facts.
    records.push(isRecord(subject) ? readSubject(subject, kind, [...path, i], unknown) : newRecord());
  });
  const given = new GivenColumns(kind);
  for (const record of records) given.see(record);
  builder.append(kind, records, {
    name: { file: document.file },
    fields: null,
    missing: given.missing(document, path, unknown),
    place: (local, field, list) => {
      const inner = list === null ? [] : [list.field, list.index];
      const steps = [...path, local, ...inner, ...(field === null ? [] : [field])];
      return { file: document.file, row: document.lineOf(steps) };
    },
  });
  return unknown.problems();
}

/** Which columns some subject has something for. */
export class GivenColumns {
  readonly #kind: KindSchema;
  readonly #fields = new Set<string>();
  #any = false;

  constructor(kind: KindSchema) {
    this.#kind = kind;
  }

  see(record: RawRecord): void {
    this.#any = true;
    for (const field of Object.keys(record)) this.#fields.add(field);
  }

  get fields(): readonly string[] {
    return [...this.#fields];
  }

  /** Required fields that no subject has: one slip of the whole file, told once. */
  missing(document: DataDocument, path: DocumentPath, unknown: UnknownNames): MissingColumns | null {
    if (!this.#any) return null;
    const suggested = unknown.suggestions();
    const missing = this.#kind.columns
      .filter(
        (c) => c.required && c.name !== this.#kind.key && c.type.kind !== "list" && !suggested.has(c.name),
      )
      .filter((c) => !this.#has(c));
    if (missing.length === 0) return null;
    return {
      columns: missing.map((c) => c.name),
      data: { file: document.file, row: document.lineOf(path) },
    };
  }

  /** Of some year, where a field has several. */
  #has(column: Column): boolean {
    if (this.#fields.has(column.name)) return true;
    return column.yearly === true && this.fields.some((name) => datedColumn(name, [column]) !== null);
  }
}

/** One subject with its declared fields in the types of their columns; the rest goes to `unknown`. */
export function readSubject(
  subject: RawRecord,
  kind: KindSchema,
  path: DocumentPath,
  unknown: UnknownNames,
): MutableRecord {
  const record = readRecord(subject, kind.columns, kind.name, false, path, unknown);
  const id = record[kind.key];
  if (typeof id === "string" || typeof id === "number") record[kind.key] = identifier(String(id));
  return record;
}

function readRecord(
  raw: RawRecord,
  columns: readonly Column[],
  owner: string,
  periodic: boolean,
  path: DocumentPath,
  unknown: UnknownNames,
): MutableRecord {
  const record = newRecord();
  for (const [name, value] of Object.entries(raw)) {
    const column = columns.find((c) => c.name === name || c.alias === name);
    const dated = column === undefined ? datedColumn(name, columns) : null;
    if (dated !== null) {
      const read = value === null ? null : readField(value, dated.column, owner, [...path, name], unknown);
      if (read !== null) record[columnOfYear(dated.column, dated.year).name] = read;
    } else if (column === undefined) {
      if (periodic && isPeriodName(name)) record[PERIOD_COLUMN.name] = value;
      else unknown.add(owner, name, columns, raw, [...path, name]);
    } else if (value !== null) {
      const read = readField(value, column, `${owner}.${column.name}`, [...path, name], unknown);
      if (read !== null) record[column.name] = read;
    }
  }
  return record;
}

function readField(
  value: RawValue,
  column: Column,
  owner: string,
  path: DocumentPath,
  unknown: UnknownNames,
): RawValue {
  const { type } = column;
  if (column.yearly && isRecord(value) && !isExactNumber(value)) {
    const years = newRecord();
    for (const [year, of] of Object.entries(value)) years[year] = readValue(of, type);
    return years;
  }
  if (type.kind !== "list") return readValue(value, type);
  if (!isList(value)) return value;
  return value.map((item, i) =>
    isRecord(item)
      ? readRecord(item, type.columns, owner, type.frequency !== "many", [...path, i], unknown)
      : item,
  );
}

/** Names that the measure does not declare, each with its first place and how often it occurs. */
export class UnknownNames {
  #document: DataDocument;
  readonly #found = new Map<
    string,
    { owner: string; name: string; suggestion: string | null; count: number; row: number }
  >();

  constructor(document: DataDocument) {
    this.#document = document;
  }

  /** The names that come now stand in another part of the file. */
  within(document: DataDocument): void {
    this.#document = document;
  }

  add(owner: string, name: string, columns: readonly Column[], raw: RawRecord, path: DocumentPath): void {
    const key = `${owner}\u0000${name}`;
    const known = this.#found.get(key);
    if (known !== undefined) {
      known.count++;
      return;
    }
    // A field that the subject also has is not what was meant.
    const free = columns.filter((c) => !spellings(c).some((s) => Object.hasOwn(raw, s))).map((c) => c.name);
    const row = this.#document.lineOf(path);
    this.#found.set(key, { owner, name, suggestion: nearest(name, free), count: 1, row });
  }

  /** Declared names that an unknown one was probably meant to be. */
  suggestions(): Set<string> {
    return new Set([...this.#found.values()].flatMap((f) => (f.suggestion === null ? [] : [f.suggestion])));
  }

  problems(): Problem[] {
    const problems: Problem[] = [];
    const unused = new Map<string, { names: string[]; row: number }>();
    for (const { owner, name, suggestion, count, row } of this.#found.values()) {
      if (suggestion === null) {
        const group = unused.get(owner) ?? { names: [], row };
        unused.set(owner, group);
        group.names.push(name);
      } else {
        const data = { file: this.#document.file, row, field: name };
        problems.push(problem("BF4056", { kind: owner, field: name, suggestion, count }, { data }));
      }
    }
    for (const [kind, { names, row }] of unused) {
      const data = { file: this.#document.file, row };
      problems.push(problem("BF4057", { kind, fields: names }, { data }));
    }
    return problems;
  }
}
