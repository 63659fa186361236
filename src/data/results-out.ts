import type { Language } from "../diagnostics/message.ts";
import {
  type CohortResult,
  type ConsequenceResult,
  type GradeResult,
  type JsonValue,
  RESULT_FORMAT,
  type RecordResult,
  type SubjectResult,
} from "../runtime/result.ts";

/**
 * Results as files: JSON for programs (`schemas/result.schema.json`) and a flat table for a spreadsheet.
 * Both come in pieces, one subject after the other. The same result always gives the same bytes: entries
 * stand in the order of the format's description, names of a measure in the order of its evaluation.
 */

export function* resultJson(result: CohortResult): Generator<string> {
  const { measure, year, period, date, subjects } = result;
  const head = {
    format: RESULT_FORMAT,
    measure: { name: measure.name, title: measure.title, documentNumber: measure.documentNumber },
    year,
    ...(period !== undefined && { period }),
    date,
  };
  yield `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "subjects": [`;
  let first = true;
  for (const subject of subjects) {
    yield `${first ? "" : ","}${subjectJson(subject)}`;
    first = false;
  }
  yield first ? "]\n}\n" : RESULT_JSON_END;
}

/** What stands after the last subject. */
export const RESULT_JSON_END = "\n  ]\n}\n";

/** A subject as it stands in the list, from its line break on; commas stand between subjects. */
export const subjectJson = (subject: SubjectResult): string =>
  `\n    ${JSON.stringify(ordered(subject), null, 2).replace(/\n/g, "\n    ")}`;

function ordered(s: SubjectResult): SubjectResult {
  return {
    id: s.id,
    kind: s.kind,
    ...orderedParts(s),
    consequences: s.consequences.map(orderedConsequence),
    findings: s.findings,
    undetermined: s.undetermined,
    ...(s.records && {
      records: Object.fromEntries(
        Object.entries(s.records).map(([list, records]) => [list, records.map(orderedRecord)]),
      ),
    }),
  };
}

function orderedRecord(r: RecordResult): RecordResult {
  return {
    record: r.record,
    ...orderedParts(r),
    findings: r.findings,
    undetermined: r.undetermined,
  };
}

function orderedParts(
  s: RecordResult | SubjectResult,
): Pick<RecordResult, "facts" | "values" | "grades" | "clauses"> {
  return {
    facts: s.facts,
    values: s.values,
    grades: Object.fromEntries(Object.entries(s.grades).map(([name, g]) => [name, orderedGrade(g)])),
    clauses: s.clauses.map((c) => ({
      cite: c.cite,
      path: c.path,
      title: c.title,
      figures: c.figures,
      condition: c.condition,
      effect: c.effect,
    })),
  };
}

function orderedGrade(g: GradeResult): GradeResult {
  const { grade, possible, base, raises, reductions, floors, ceilings, after, notAssessed } = g;
  return { grade, possible, base, raises, reductions, floors, ceilings, after, notAssessed };
}

function orderedConsequence(c: ConsequenceResult): ConsequenceResult {
  const {
    target,
    targetIds,
    called,
    action,
    category,
    polarity,
    argument,
    from,
    until,
    modality,
    by,
    choice,
    cites,
    mitigation,
    objects,
  } = c;
  return {
    target,
    targetIds,
    ...(called && { called }),
    action,
    category,
    polarity,
    argument,
    from,
    until,
    modality,
    by,
    choice,
    cites,
    mitigation,
    ...(objects && { objects }),
  };
}

interface Headings {
  readonly id: string;
  readonly kind: string;
  readonly clauses: string;
  readonly consequences: string;
  readonly undetermined: string;
  readonly separator: string;
  readonly open: string;
  readonly notGraded: string;
  readonly colon: string;
  bracketed(before: string, inner: string): string;
  readonly yes: string;
  readonly no: string;
  readonly may: Readonly<Record<ConsequenceResult["modality"], string>>;
}

const HEADINGS: Readonly<Record<Language, Headings>> = {
  zh: {
    id: "编号",
    kind: "对象",
    clauses: "触发条款",
    consequences: "后果",
    undetermined: "待定事项",
    separator: "、",
    open: "待定",
    notGraded: "不予评定",
    colon: "：",
    bracketed: (before, inner) => `${before}（${inner}）`,
    yes: "是",
    no: "否",
    may: { must: "", may: "可以", advisory: "优先", discretionary: "酌情" },
  },
  en: {
    id: "id",
    kind: "kind",
    clauses: "clauses",
    consequences: "consequences",
    undetermined: "undetermined",
    separator: "; ",
    open: "open",
    notGraded: "not assessed",
    colon: ": ",
    bracketed: (before, inner) => `${before} (${inner})`,
    yes: "yes",
    no: "no",
    may: { must: "", may: "may ", advisory: "preferably ", discretionary: "at discretion " },
  },
};

/**
 * One row per subject: id, kind, values, grades, clauses, consequences, what is undetermined. Starts with a
 * byte-order mark, without which Excel takes the file for GBK.
 */
export function* resultCsv(result: CohortResult, language: Language): Generator<string> {
  const columns = {
    values: namesOf(result.subjects, (s) => s.values),
    grades: namesOf(result.subjects, (s) => s.grades),
  };
  yield csvHeader(columns, language);
  for (const s of result.subjects) yield csvLine(s, columns, language);
}

/** Names of the values and grades that the flat table has columns for. */
export interface FlatColumns {
  readonly values: readonly string[];
  readonly grades: readonly string[];
}

export function csvHeader({ values, grades }: FlatColumns, language: Language): string {
  const words = HEADINGS[language];
  const tail = [words.clauses, words.consequences, words.undetermined];
  return `\uFEFF${line([words.id, words.kind, ...values, ...grades, ...tail])}`;
}

export function csvLine(s: SubjectResult, { values, grades }: FlatColumns, language: Language): string {
  const words = HEADINGS[language];
  return line([
    s.id,
    s.kind,
    ...values.map((name) => valueCell(own(s.values, name), words)),
    ...grades.map((name) => gradeCell(own(s.grades, name), words)),
    [...new Set(s.clauses.map((c) => c.cite))].join(words.separator),
    s.consequences.map((c) => consequenceCell(c, words)).join(words.separator),
    [...new Set(s.undetermined.map((u) => u.name))].join(words.separator),
  ]);
}

function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** Names that any subject has, in the order of their first appearance. */
function namesOf(
  subjects: readonly SubjectResult[],
  table: (s: SubjectResult) => Readonly<Record<string, unknown>>,
): string[] {
  const names = new Set<string>();
  for (const s of subjects) for (const name of Object.keys(table(s))) names.add(name);
  return [...names];
}

function valueCell(value: JsonValue | undefined, words: Headings): string {
  if (value === undefined) return "";
  if (value === null) return words.open;
  if (typeof value === "boolean") return value ? words.yes : words.no;
  if (typeof value === "number" || typeof value === "string") return String(value);
  return "text" in value ? value.text : value.join(words.separator);
}

function gradeCell(grade: GradeResult | undefined, words: Headings): string {
  if (grade === undefined) return "";
  if (grade.grade !== null) return grade.grade;
  if (grade.possible.length === 0) return words.notGraded;
  return words.bracketed(words.open, grade.possible.join(words.separator));
}

function consequenceCell(c: ConsequenceResult, words: Headings): string {
  const action = c.choice.length > 0 ? c.choice.join("/") : c.action;
  const argument = c.argument === null ? "" : words.bracketed("", c.argument);
  return `${c.called ?? c.target}${words.colon}${words.may[c.modality]}${action}${argument}`;
}

function line(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

/**
 * A cell that a spreadsheet shows and does not run: what starts like a formula gets an apostrophe, unless it
 * is a plain number (-5).
 */
export function csvCell(text: string): string {
  const risky =
    /^[\s]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/.test(text) && !/^[+-]?\d+(?:\.\d+)?$/.test(text);
  const safe = risky ? `'${text}` : text;
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
