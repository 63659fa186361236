import { type Problem, problem } from "../diagnostics/problem.ts";
import { readAssessed, wrongPeriod } from "../facts/assessed-period.ts";
import type { DataSchema } from "../facts/data-schema.ts";
import { rawText } from "../runtime/fact-values.ts";
import { type Assessed, periodName } from "../runtime/periods.ts";
import {
  type CohortResult,
  type GradeResult,
  type JsonValue,
  RESULT_FORMAT,
  type RecordResult,
  type SubjectResult,
} from "../runtime/result.ts";
import { identifier } from "./cells.ts";
import { type DataDocument, type DocumentPath, entry, isList, isRecord } from "./document.ts";
import { newRecord, type RawValue } from "./raw.ts";
import { readDocument } from "./read-document.ts";
import { checkAgainst } from "./schema-check.ts";

/**
 * Results of earlier periods: what `banfa run --format json` wrote, one period or a list of them. Parts that an
 * evaluation does not look back at may be missing, so that a year without a program can be written by hand.
 */

export interface ReadHistory {
  /** Null when the file could not be used: the past is then unknown, which is not the same as empty. */
  readonly history: readonly CohortResult[] | null;
  readonly problems: readonly Problem[];
}

/** @param schema of the measure, to notice a history of another one or of other periods */
export function readHistory(path: string, schema: DataSchema): ReadHistory {
  const { document, problems } = readDocument(path);
  if (document === null) return { history: null, problems };
  const read = historyOf(document, document.value, [], schema);
  return { history: read.history, problems: [...problems, ...read.problems] };
}

/**
 * The history in a part of a document; not yet checked against the schema.
 * @param besides what is wrong with it that has been found already
 */
export function historyOf(
  document: DataDocument,
  value: RawValue,
  path: DocumentPath,
  schema: DataSchema,
  besides: readonly Problem[] = [],
): ReadHistory {
  const runs = isList(value) ? value : [value];
  const pathOf = (i: number) => (isList(value) ? [...path, i] : path);
  // First, because nothing else about such a file means anything.
  const foreign = runs.flatMap((run, i) => {
    const format = entry(run, "format");
    if (format === undefined || Number(format) === RESULT_FORMAT) return [];
    const place = { data: { file: document.file, row: document.lineOf([...pathOf(i), "format"]) } };
    return [problem("BF4088", { format: rawText(format), known: RESULT_FORMAT }, place)];
  });
  if (foreign.length > 0) return { history: null, problems: foreign };
  const own = runs.flatMap((run, i) => checkAgainst(document, "history#/definitions/run", run, pathOf(i)));
  const wrong = [...own, ...besides];
  if (wrong.length > 0) return { history: null, problems: wrong };
  const problems: Problem[] = [];
  const seen = new Set<string>();
  const history: CohortResult[] = [];
  runs.forEach((run, i) => {
    const place = { data: { file: document.file, row: document.lineOf(pathOf(i)) } };
    const given = entry(run, "period");
    const assessed = readAssessed(given, schema.period, Number(entry(run, "year")));
    if (assessed === null) {
      problems.push(wrongPeriod(given, schema.period, place));
      return;
    }
    const result = resultOf(run, assessed);
    const period = periodName(assessed);
    const other = result.measure.name;
    if (seen.has(period)) problems.push(problem("BF4080", { period }, place));
    if (other !== "" && other !== schema.measure)
      problems.push(problem("BF4081", { period, other, measure: schema.measure }, place));
    seen.add(period);
    history.push(result);
  });
  return { history: problems.some((p) => p.severity === "error") ? null : history, problems };
}

function resultOf(run: RawValue, assessed: Assessed): CohortResult {
  const measure = entry(run, "measure");
  const date = entry(run, "date");
  const subjects = entry(run, "subjects");
  return {
    format: RESULT_FORMAT,
    measure: {
      name: text(typeof measure === "string" ? measure : entry(measure, "name")),
      title: null,
      documentNumber: null,
    },
    year: assessed.year,
    ...(assessed.per !== "year" && { period: periodName(assessed) }),
    date: typeof date === "string" ? date : null,
    subjects: (isList(subjects) ? subjects : []).map(pastSubject),
  };
}

/** What was said of a subject in an earlier period. */
export function pastSubject(subject: RawValue): SubjectResult {
  const records = entry(subject, "records");
  return {
    id: identifier(String(entry(subject, "id") ?? "")),
    kind: text(entry(subject, "kind")),
    ...partsOf(subject),
    consequences: [],
    ...(isRecord(records) && { records: table(records, recordsOf) }),
  };
}

/** The records of a list; without this key nobody wrote down which there were. */
const recordsOf = (records: RawValue): readonly RecordResult[] =>
  isList(records) ? records.map((r) => ({ record: text(entry(r, "record")), ...partsOf(r) })) : [];

const partsOf = (of: RawValue): Omit<RecordResult, "record"> => ({
  facts: table(entry(of, "facts"), (v) => v as JsonValue),
  values: table(entry(of, "values"), (v) => v as JsonValue),
  grades: table(entry(of, "grades"), gradeOf),
  clauses: [],
  findings: [],
  undetermined: [],
});

/** A grade of an earlier year; a null grade without `possible` was not given. */
function gradeOf(value: RawValue): GradeResult {
  const grade = entry(value, "grade");
  const given = entry(value, "possible");
  const possible = isList(given) ? given.map(text) : typeof grade === "string" ? [grade] : [];
  return {
    grade: typeof grade === "string" ? grade : null,
    possible,
    base: null,
    raises: [],
    reductions: [],
    floors: [],
    ceilings: [],
    after: [],
    notAssessed: [],
  };
}

function table<T>(value: RawValue | undefined, convert: (v: RawValue) => T): Readonly<Record<string, T>> {
  const result = newRecord() as unknown as Record<string, T>;
  for (const [name, v] of Object.entries(isRecord(value) ? value : {})) result[name] = convert(v);
  return result;
}

function text(value: RawValue | undefined): string {
  return typeof value === "string" ? value : "";
}
