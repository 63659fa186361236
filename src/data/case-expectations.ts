import { orNone } from "../diagnostics/phrases.ts";
import { type Problem, problem } from "../diagnostics/problem.ts";
import { type DataSchema, kindNamed } from "../facts/data-schema.ts";
import { identifier } from "./cells.ts";
import { type DataDocument, type DocumentPath, entry, isList, isRecord } from "./document.ts";
import type { RawCohort, RawValue } from "./raw.ts";

/** What a case expects of one subject. A null part is not checked. */
export interface Expectation {
  readonly kind: string;
  readonly id: string;
  /** Only one of its records is meant: `编号/月报/3月`. */
  readonly record: { readonly list: string; readonly name: string } | null;
  /** Line of the subject in the expectations, and of a part of them (`grades`, `考核等次`). */
  readonly line: number;
  lineOf(...part: readonly string[]): number;
  /** Possible grades by name: one when settled, several while undetermined, none when not graded. */
  readonly grades: ReadonlyMap<string, readonly string[]> | null;
  /** A null value is one that must be undetermined. */
  readonly values: ReadonlyMap<string, RawValue> | null;
  /** Exactly the citations of the clauses that fire. */
  readonly clauses: readonly string[] | null;
  readonly clausesInclude: readonly string[];
  readonly clausesExclude: readonly string[];
  /** Exactly the consequences. */
  readonly consequences: readonly ExpectedConsequence[] | null;
  readonly consequencesInclude: readonly ExpectedConsequence[];
  readonly undetermined: readonly string[] | null;
  readonly findings: readonly ExpectedFinding[] | null;
}

/** A consequence; parts that are undefined are not compared. */
export interface ExpectedConsequence {
  readonly action: string;
  readonly target?: string;
  readonly argument?: string | null;
  readonly until?: string | null;
  readonly modality?: string;
}

export interface ExpectedFinding {
  readonly cite: string;
  readonly status: string;
  readonly requirement?: string;
}

export function readExpectations(
  document: DataDocument,
  name: string,
  expect: RawValue | undefined,
  path: DocumentPath,
  { cohort, schema }: { readonly cohort: RawCohort; readonly schema: DataSchema },
): { readonly expectations: readonly Expectation[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const expectations: Expectation[] = [];
  for (const [subject, value] of Object.entries(isRecord(expect) ? expect : {})) {
    const line = document.lineOf([...path, subject]);
    const data = { file: document.file, row: line };
    const found = subjectsNamed(subject, cohort, schema);
    const first = found[0];
    if (first === undefined) {
      const known = orNone(idsOf(cohort, schema).slice(0, 12));
      problems.push(problem("BF4085", { name, subject, known }, { data }));
    } else if (found.length > 1) {
      const kinds = found.map((f) => f.kind);
      problems.push(problem("BF4086", { name, subject, kinds }, { data }));
    } else {
      const lineOf = (...part: readonly string[]) => document.lineOf([...path, subject, ...part]);
      expectations.push(expectationOf(value, first, line, lineOf));
    }
  }
  return { expectations, problems };
}

type Named = Pick<Expectation, "kind" | "id" | "record">;

/** Subjects of that id, or a record of one: `编号/月报/3月`. */
function subjectsNamed(name: string, cohort: RawCohort, schema: DataSchema): Named[] {
  const found = subjectsById(name, cohort, schema);
  const parts = name.split("/");
  if (found.length > 0 || parts.length < 3) return found;
  const [list = "", record = ""] = parts.slice(-2);
  return subjectsById(parts.slice(0, -2).join("/"), cohort, schema).flatMap((s) =>
    kindNamed(schema, s.kind)?.columns.some((c) => c.type.kind === "list" && c.name === list)
      ? [{ ...s, record: { list, name: record } }]
      : [],
  );
}

/** An id that is written `对象名/编号` names its kind. */
function subjectsById(name: string, cohort: RawCohort, schema: DataSchema): Named[] {
  const id = identifier(name);
  const found = schema.kinds
    .filter((k) => (cohort[k.name] ?? []).some((s) => s[k.key] === id))
    .map((k) => ({ kind: k.name, id, record: null }));
  const slash = name.indexOf("/");
  if (found.length > 0 || slash < 0) return found;
  const kind = kindNamed(schema, name.slice(0, slash));
  const rest = identifier(name.slice(slash + 1));
  const known = kind !== undefined && (cohort[kind.name] ?? []).some((s) => s[kind.key] === rest);
  return known ? [{ kind: kind.name, id: rest, record: null }] : [];
}

function idsOf(cohort: RawCohort, schema: DataSchema): string[] {
  return schema.kinds.flatMap((k) => (cohort[k.name] ?? []).map((s) => String(s[k.key] ?? "")));
}

function expectationOf(
  value: RawValue,
  subject: Named,
  line: number,
  lineOf: Expectation["lineOf"],
): Expectation {
  const grades = entry(value, "grades");
  const values = entry(value, "values");
  const consequences = entry(value, "consequences");
  const findings = entry(value, "findings");
  return {
    ...subject,
    line,
    lineOf,
    grades: isRecord(grades)
      ? new Map(Object.entries(grades).map(([name, g]) => [name, g === null ? [] : texts(g)]))
      : null,
    values: isRecord(values) ? new Map(Object.entries(values)) : null,
    clauses: optional(entry(value, "clauses")),
    clausesInclude: texts(entry(value, "clausesInclude")),
    clausesExclude: texts(entry(value, "clausesExclude")),
    consequences: isList(consequences) ? consequences.map(consequenceOf) : null,
    consequencesInclude: listOf(entry(value, "consequencesInclude")).map(consequenceOf),
    undetermined: optional(entry(value, "undetermined")),
    findings: isList(findings) ? findings.map((f) => f as unknown as ExpectedFinding) : null,
  };
}

const listOf = (value: RawValue | undefined): readonly RawValue[] => (isList(value) ? value : []);

function texts(value: RawValue | undefined): string[] {
  return (isList(value) ? value : value === undefined ? [] : [value]).map(String);
}

function optional(value: RawValue | undefined): string[] | null {
  return value === undefined ? null : texts(value);
}

// 对象:措施(内容); colon and brackets of either width.
const CONSEQUENCE =
  /^(?:([^:\uff1a]+)[:\uff1a]\s*)?([^(\uff08]+?)\s*(?:[(\uff08]([^()\uff08\uff09]*)[)\uff09])?$/;

function consequenceOf(value: RawValue): ExpectedConsequence {
  if (typeof value !== "string") return value as unknown as ExpectedConsequence;
  const m = CONSEQUENCE.exec(value.trim());
  if (m === null) return { action: value };
  return {
    action: m[2]!,
    ...(m[1] === undefined ? {} : { target: m[1].trim() }),
    ...(m[3] === undefined ? {} : { argument: m[3].trim() }),
  };
}
