import { worded } from "../../../diagnostics/phrases.ts";
import { type Problem, problem } from "../../../diagnostics/problem.ts";
import type { Column, KindSchema } from "../../../facts/data-schema.ts";
import type { MissingColumns } from "../../cohort.ts";
import { tableTarget } from "../../csv-header.ts";
import { type DataDocument, type DocumentPath, isList, isRecord } from "../../document.ts";
import { GivenColumns, listsIn, readSubject, UnknownNames } from "../../document-cohort.ts";
import { namedKind } from "../../input-target.ts";
import { firstSlip, readJson } from "../../json.ts";
import { JsonCutter, type JsonItem } from "../../json-cutter.ts";
import type { MutableRecord, RawRecord } from "../../raw.ts";
import { Unsplittable } from "../../unsplittable.ts";
import { inWhole, MOST_WRONG, readItem, wrongIn } from "../items.ts";
import { inspectText, type LargeText, textPieces } from "../text-pieces.ts";
import type {
  DocumentSubject,
  StreamedRow,
  StreamInput,
  StreamOptions,
  TableStream,
  TableStreams,
} from "./stream.ts";
import { unreadable } from "./unreadable.ts";

/** The lists of a JSON document, each with its subjects one after the other. What all of them tell together is found out first. */
export async function documentStreams(of: StreamInput): Promise<TableStreams> {
  const { input, schema, options } = of;
  const { path } = input;
  const kind = namedKind(input, schema);
  if (kind !== null && "code" in kind) return { problem: kind };
  if (input.list !== null) return cannot(path);
  const file = inspectText(path);
  if (file === null) return unreadable(path);
  const lists = new Map<string, ListSurvey>();
  const syntax: Problem[] = [];
  const wrong: Problem[] = [];
  const look = (item: JsonItem): void => {
    // After a slip in the syntax nothing is known for certain.
    if (syntax.length > 0) return;
    const { document, problems } = readItem(path, item);
    syntax.push(...problems);
    if (document === null) return;
    // A list alone does not go through the schema.
    if (item.list.length > 0 && wrong.length < MOST_WRONG)
      wrong.push(...wrongIn(document, item, "data#/definitions/subject"));
    const name = String(item.list[0] ?? "");
    const only = kind ?? (schema.kinds.length === 1 ? schema.kinds[0]! : null);
    const own = item.list.length === 0 ? only : schema.kinds.find((k) => k.name === name);
    if (own === undefined || own === null || wrong.length > 0) return;
    const list = lists.get(name) ?? new ListSurvey(own, document);
    lists.set(name, list);
    list.see(inWhole(document, item), document, item);
  };
  try {
    const cutter = new JsonCutter(isSubjects);
    for (const { text, read } of textPieces(path, file, options.chunk)) {
      for (const item of cutter.feed(text)) look(item);
      await options.pace.looked(path, read / file.size);
    }
    const { items, skeleton } = cutter.end();
    for (const item of items) look(item);
    const { document, problems } = readJson(path, skeleton.text, skeleton);
    const slips = firstSlip(syntax, problems);
    if (document === null || slips.length > 0) return { problem: slips[0]! };
    const found = listsIn(document, schema, kind, wrong);
    if (found.problems.length > 0) return { problem: found.problems[0]! };
    const notes =
      file.encoding === "UTF-8"
        ? []
        : [problem("BF4008", { path, encoding: file.encoding }, { data: { file: path } })];
    const tables = found.lists.map(({ kind: own, path: at }, i): TableStream => {
      const list = lists.get(String(at[0] ?? "")) ?? new ListSurvey(own, document);
      return {
        where: { file: path },
        target: tableTarget(own, null)!,
        header: [own.key],
        headerRow: 1,
        notes: [...(i === 0 ? notes : []), ...list.unknown.problems()],
        rows: list.count,
        document: { path: at, fields: list.given.fields, missing: list.missing(document, at) },
        stream: () => subjectsOf(path, file, at, own, options),
        close() {},
      };
    });
    return { tables };
  } catch (error) {
    if (error instanceof Unsplittable) return cannot(path);
    throw error;
  }
}

const cannot = (path: string): TableStreams => ({
  whole: worded("reason", "document-needs-whole", { path }),
});

/** A list alone, or the list of a kind. */
const isSubjects = (path: DocumentPath): boolean =>
  path.length === 0 || (path.length === 1 && typeof path[0] === "string");

/** What the subjects of a list tell together. */
class ListSurvey {
  readonly unknown: UnknownNames;
  readonly given: GivenColumns;
  readonly #kind: KindSchema;
  count = 0;

  constructor(kind: KindSchema, document: DataDocument) {
    this.#kind = kind;
    this.unknown = new UnknownNames(document);
    this.given = new GivenColumns(kind);
  }

  see(whole: DataDocument, { value }: DataDocument, { list, index }: JsonItem): void {
    this.count++;
    this.unknown.within(whole);
    const subject = isRecord(value) ? value : {};
    this.given.see(readSubject(subject, this.#kind, [...list, index], this.unknown));
  }

  missing(document: DataDocument, path: DocumentPath): MissingColumns | null {
    return this.given.missing(document, path, this.unknown);
  }
}

function* rowsOf(path: string, items: readonly JsonItem[], kind: KindSchema): Generator<StreamedRow> {
  for (const item of items) {
    const { document } = readItem(path, item);
    if (document === null) throw new Unsplittable();
    const record = subjectRecord(document, kind);
    const id = record[kind.key];
    const { text, line, column } = item;
    const subject: DocumentSubject = { text, line, column, links: linksOf(record, kind.columns) };
    yield { number: item.index, cells: [typeof id === "string" ? id : ""], subject };
  }
}

async function* subjectsOf(
  path: string,
  file: LargeText,
  list: DocumentPath,
  kind: KindSchema,
  { chunk, pace }: StreamOptions,
) {
  const cutter = new JsonCutter(isSubjects);
  for (const { text, read } of textPieces(path, file, chunk)) {
    const items = cutter.feed(text).filter((item) => item.list[0] === list[0]);
    await pace.turn();
    yield { rows: [...rowsOf(path, items, kind)], share: read / file.size };
  }
}

/** A subject as it was read; what is none is one without facts. */
export function subjectRecord(document: DataDocument, kind: KindSchema): MutableRecord {
  const { value } = document;
  // Names that nobody declared have been told of all subjects together.
  return readSubject(isRecord(value) ? value : {}, kind, [], new UnknownNames(document));
}

function linksOf(record: RawRecord, columns: readonly Column[]): DocumentSubject["links"] {
  return columns.flatMap(({ name, type }) => {
    const value = Object.hasOwn(record, name) ? record[name] : undefined;
    if (value === undefined) return [];
    const values = isList(value) ? value : [value];
    if (type.kind === "list") return values.flatMap((v) => (isRecord(v) ? linksOf(v, type.columns) : []));
    if (type.kind !== "link" && type.kind !== "links") return [];
    return values.flatMap((id) => (typeof id === "string" ? [{ kind: type.subject, id }] : []));
  });
}
