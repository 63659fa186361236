import { extname } from "node:path";
import { type Problem, problem } from "../../../diagnostics/problem.ts";
import type { DataSchema } from "../../../facts/data-schema.ts";
import type { CohortResult, SubjectResult } from "../../../runtime/result.ts";
import type { DocumentPath } from "../../document.ts";
import { historyOf, pastSubject, type ReadHistory } from "../../history.ts";
import { firstSlip, readJson } from "../../json.ts";
import { JsonCutter, type JsonItem } from "../../json-cutter.ts";
import { parseJson } from "../../json-parser.ts";
import { MOST_WRONG, readItem, wrongIn } from "../items.ts";
import { inspectText, textPieces } from "../text-pieces.ts";

/**
 * Results of earlier periods that need not fit into memory: the periods, and their subjects one after the other, so that each
 * goes where the subject's facts of this period are.
 */

/** The result of a subject in an earlier period; plain data. */
export interface PastSubject {
  /** Which of the periods. */
  readonly period: number;
  readonly kind: string;
  readonly id: string;
  /** What the file says of it. */
  readonly text: string;
}

export interface PastSubjects {
  readonly subjects: readonly PastSubject[];
  /** How much has been read, 0 to 1. */
  readonly share: number;
}

export interface HistoryStream {
  /** The periods without their subjects, and what is said of the file. */
  readonly read: ReadHistory;
  /** Those of a file that is right. */
  subjects(): Generator<PastSubjects>;
}

/** One of several files. */
export interface PastStream {
  readonly stream: HistoryStream;
  /** Its first period, among those of all. */
  readonly first: number;
}

/** Those of `subjects` in the run, or in one of several. */
const isSubjects = (path: DocumentPath): boolean =>
  path.at(-1) === "subjects" && (path.length === 1 || (path.length === 2 && typeof path[0] === "number"));

/** null: a file that is read as a whole, or that cannot be read. @param chunk bytes read at once */
export function historyStream(path: string, schema: DataSchema, chunk?: number): HistoryStream | null {
  if (extname(path).toLowerCase() !== ".json") return null;
  const file = inspectText(path);
  if (file === null) return null;
  const notes =
    file.encoding === "UTF-8"
      ? []
      : [problem("BF4008", { path, encoding: file.encoding }, { data: { file: path } })];
  const cutter = new JsonCutter(isSubjects);
  const syntax: Problem[] = [];
  const wrong: Problem[] = [];
  const look = (item: JsonItem): void => {
    // After a slip in the syntax nothing is known for certain.
    if (syntax.length > 0) return;
    const { document, problems } = readItem(path, item);
    syntax.push(...problems);
    if (document !== null && wrong.length < MOST_WRONG)
      wrong.push(...wrongIn(document, item, "history#/definitions/subject"));
  };
  for (const { text } of textPieces(path, file, chunk)) for (const item of cutter.feed(text)) look(item);
  const { items, skeleton } = cutter.end();
  for (const item of items) look(item);
  const { document, problems } = readJson(path, skeleton.text, skeleton);
  const unread = firstSlip(syntax, document === null ? problems : []);
  const read: ReadHistory =
    document === null || syntax.length > 0
      ? { history: null, problems: unread }
      : historyOf(document, document.value, [], schema, wrong);
  return {
    read: { history: read.history, problems: [...notes, ...read.problems] },
    *subjects() {
      const again = new JsonCutter(isSubjects);
      for (const { text, read: bytes } of textPieces(path, file, chunk))
        yield { subjects: again.feed(text).map(pastOf), share: bytes / file.size };
    },
  };
}

/** The periods with the results of some subjects besides those that they have. */
export function withSubjects(
  periods: readonly CohortResult[],
  subjects: readonly PastSubject[],
): CohortResult[] {
  const of: SubjectResult[][] = periods.map((p) => [...p.subjects]);
  for (const { period, text } of subjects) of[period]!.push(pastSubject(parseJson(text).value));
  return periods.map((p, i) => ({ ...p, subjects: of[i]! }));
}

function pastOf(item: JsonItem): PastSubject {
  const { kind, id } = pastSubject(parseJson(item.text).value);
  return { period: item.list.length === 1 ? 0 : Number(item.list[0]), kind, id, text: item.text };
}
