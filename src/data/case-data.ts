import { type Problem, problem } from "../diagnostics/problem.ts";
import { type DataSchema, type KindSchema, kindNamed, spellings } from "../facts/data-schema.ts";
import { identifier } from "./cells.ts";
import type { CohortBuilder } from "./cohort.ts";
import { type DataDocument, type DocumentPath, entry, isList, isRecord } from "./document.ts";
import { readSubject, UnknownNames } from "./document-cohort.ts";
import { type MutableRecord, newRecord, type RawRecord, type RawValue } from "./raw.ts";

/**
 * The cohort of a case: the subjects of `defaults.data`, then its own; a subject with the kind and id of a
 * default one is merged into it. Under every subject lie the facts of `defaults.subject` for its kind.
 */

export interface CaseData {
  readonly document: DataDocument;
  readonly defaults: RawValue | undefined;
  readonly data: RawValue | undefined;
  /** Index of the case. */
  readonly index: number;
}

/** One subject with the places its facts may come from, the nearest first. */
interface Merged {
  facts: MutableRecord;
  readonly layers: { readonly facts: RawRecord; readonly path: DocumentPath }[];
}

/** Mistakes of what the cases share, told once at their own lines and not for every case that uses them. */
export function checkDefaults(
  document: DataDocument,
  defaults: RawValue | undefined,
  schema: DataSchema,
  unknown: UnknownNames,
): Problem[] {
  const shared = entry(defaults, "subject");
  const data = entry(defaults, "data");
  for (const kind of schema.kinds) {
    const base = entry(shared, kind.name);
    if (isRecord(base)) readSubject(base, kind, ["defaults", "subject", kind.name], unknown);
    const subjects = entry(data, kind.name);
    (isList(subjects) ? subjects : []).forEach((subject, i) => {
      if (isRecord(subject)) readSubject(subject, kind, ["defaults", "data", kind.name, i], unknown);
    });
  }
  return [
    ...unknownKinds(document, shared, ["defaults", "subject"], schema),
    ...unknownKinds(document, data, ["defaults", "data"], schema),
  ];
}

export function mergeSubjects(
  source: CaseData,
  schema: DataSchema,
  builder: CohortBuilder,
  unknown: UnknownNames,
  problems: Problem[],
): void {
  const { document, defaults, index } = source;
  const shared = entry(defaults, "subject");
  const groups: readonly { readonly data: RawValue | undefined; readonly path: DocumentPath }[] = [
    { data: entry(defaults, "data"), path: ["defaults", "data"] },
    { data: source.data, path: ["cases", index, "data"] },
  ];
  problems.push(...unknownKinds(document, source.data, ["cases", index, "data"], schema));
  for (const kind of schema.kinds) {
    const given = entry(shared, kind.name);
    const basePath = ["defaults", "subject", kind.name];
    const base = isRecord(given) ? declaredOnly(given, kind) : null;
    const merged: Merged[] = [];
    for (const { data, path } of groups) {
      const subjects = entry(data, kind.name);
      if (!isList(subjects)) continue;
      const earlier = [...merged];
      subjects.forEach((subject, i) => {
        const own = isRecord(subject) ? subject : newRecord();
        add(merged, earlier, own, [...path, kind.name, i], kind, base, basePath);
      });
    }
    if (merged.length === 0) continue;
    const toldBefore = new UnknownNames(document);
    const records = merged.map(({ facts, layers }) => {
      const path = layers[0]!.path;
      return readSubject(facts, kind, path, path[0] === "defaults" ? toldBefore : unknown);
    });
    builder.append(kind, records, {
      name: { file: document.file },
      fields: null,
      missing: null,
      place: (local, field, list) => {
        const row = rowOf(document, merged[local], field, list);
        return row === null ? { file: document.file } : { file: document.file, row };
      },
    });
  }
}

function add(
  merged: Merged[],
  earlier: readonly Merged[],
  own: RawRecord,
  path: DocumentPath,
  kind: KindSchema,
  base: RawRecord | null,
  basePath: DocumentPath,
): void {
  const id = own[kind.key];
  const key = (value: RawValue | undefined) => identifier(String(value ?? ""));
  const same = id === undefined ? undefined : earlier.find((m) => key(m.facts[kind.key]) === key(id));
  if (same !== undefined) {
    same.facts = over(same.facts, own);
    same.layers.unshift({ facts: own, path });
    return;
  }
  const layers = [{ facts: own, path }];
  if (base !== null) layers.push({ facts: base, path: basePath });
  merged.push({ facts: base === null ? over(newRecord(), own) : over(base, own), layers });
}

function declaredOnly(record: RawRecord, kind: KindSchema): MutableRecord {
  const declared = newRecord();
  for (const [name, value] of Object.entries(record)) {
    if (kind.columns.some((c) => spellings(c).includes(name))) declared[name] = value;
  }
  return declared;
}

/** `own` laid over `base`; null in it takes the fact away. */
function over(base: RawRecord, own: RawRecord): MutableRecord {
  const record = newRecord();
  for (const [name, value] of Object.entries(base)) record[name] = value;
  for (const [name, value] of Object.entries(own)) record[name] = value;
  return record;
}

function rowOf(
  document: DataDocument,
  merged: Merged | undefined,
  field: string | null,
  list: { readonly field: string; readonly index: number } | null,
): number | null {
  const first = merged?.layers[0];
  if (merged === undefined || first === undefined) return null;
  const name = list?.field ?? field;
  const layer = merged.layers.find((l) => name !== null && Object.hasOwn(l.facts, name));
  if (layer === undefined) return document.lineOf(first.path);
  const inner = list === null ? [] : [list.field, list.index];
  return document.lineOf([...layer.path, ...inner, ...(field === null ? [] : [field])]);
}

function unknownKinds(
  document: DataDocument,
  data: RawValue | undefined,
  path: DocumentPath,
  schema: DataSchema,
): Problem[] {
  const known = schema.kinds.map((k) => k.name);
  return Object.keys(isRecord(data) ? data : {})
    .filter((name) => kindNamed(schema, name) === undefined)
    .map((name) => {
      const place = { data: { file: document.file, row: document.lineOf([...path, name]) } };
      return problem("BF4013", { name, known }, place);
    });
}
