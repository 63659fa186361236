import type { Expectation, ExpectedConsequence } from "../data/case-expectations.ts";
import { isExactNumber, type RawValue, toRational } from "../data/raw.ts";
import { equal } from "../runtime/rational.ts";
import type { ConsequenceResult, GradeResult, JsonValue, SubjectResult } from "../runtime/result.ts";

/** What a case expects of a subject against what came out. Only what the case says is compared. */

export interface Difference {
  readonly what: "grade" | "value" | "clauses" | "consequences" | "undetermined" | "finding" | "assertion";
  /** Scale, value or citation; empty for lists. */
  readonly name: string;
  readonly expected: string;
  readonly actual: string;
  /** Clauses that made the actual result. */
  readonly cites: readonly string[];
  /** Line of the expectation in the file of cases. */
  readonly line: number;
}

export function compare(expected: Expectation, subject: SubjectResult): Difference[] {
  const actual = meant(expected, subject);
  return [
    ...grades(expected, actual),
    ...values(expected, actual),
    ...clauses(expected, actual),
    ...consequences(expected, actual),
    ...undetermined(expected, actual),
    ...findings(expected, actual),
  ];
}

/** The subject, or the record of it that is meant; one that is not there has nothing of what is expected. */
function meant({ record }: Expectation, subject: SubjectResult): SubjectResult {
  if (record === null) return subject;
  const found = own(subject.records ?? {}, record.list)?.find((r) => r.record === record.name);
  const none = { facts: {}, values: {}, grades: {}, clauses: [], findings: [], undetermined: [] };
  return { ...(found ?? none), id: subject.id, kind: subject.kind, consequences: [] };
}

const NOTHING = "—";
const list = (items: Iterable<string>): string => [...items].join("、") || NOTHING;

function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

function sameMembers(a: Iterable<string>, b: Iterable<string>): boolean {
  return [...new Set(a)].sort().join("\n") === [...new Set(b)].sort().join("\n");
}

function grades(expected: Expectation, actual: SubjectResult): Difference[] {
  const found: Difference[] = [];
  for (const [name, possible] of expected.grades ?? []) {
    const grade = own(actual.grades, name);
    if (grade !== undefined && sameMembers(possible, grade.possible)) continue;
    found.push({
      what: "grade",
      name,
      expected: list(possible),
      actual: grade === undefined ? NOTHING : list(grade.possible),
      cites: grade === undefined ? [] : citesOf(grade),
      line: expected.lineOf("grades", name),
    });
  }
  return found;
}

/** Clauses that had a part in a grade, the base first. */
function citesOf(grade: GradeResult): string[] {
  const steps = [
    ...grade.raises,
    ...grade.reductions,
    ...grade.floors,
    ...grade.ceilings,
    ...grade.after,
    ...grade.notAssessed,
  ];
  return [...new Set([...(grade.base?.cites ?? []), ...steps.flatMap((step) => step.cites)])];
}

function values(expected: Expectation, actual: SubjectResult): Difference[] {
  const found: Difference[] = [];
  for (const [name, wanted] of expected.values ?? []) {
    const value = own(actual.values, name);
    if (value !== undefined && sameValue(wanted, value)) continue;
    found.push({
      what: "value",
      name,
      expected: plain(wanted),
      actual: value === undefined ? NOTHING : plain(value),
      cites: [],
      line: expected.lineOf("values", name),
    });
  }
  return found;
}

function sameValue(wanted: RawValue, value: JsonValue): boolean {
  if (isExactNumber(wanted) && isExactNumber(value)) {
    const [a, b] = [toRational(wanted), toRational(value)];
    return a !== null && b !== null && equal(a, b);
  }
  return JSON.stringify(wanted) === JSON.stringify(value);
}

function plain(value: RawValue | JsonValue): string {
  if (value === null) return "未定";
  if (typeof value === "object" && "text" in value) return String(value.text);
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** Citations are compared with brackets of either width. */
const folded = (cite: string): string => cite.normalize("NFKC").replace(/\s/g, "");

function clauses(expected: Expectation, actual: SubjectResult): Difference[] {
  const fired = [...new Set(actual.clauses.map((c) => folded(c.cite)))];
  const difference = (part: string, wanted: readonly string[]): Difference => ({
    what: "clauses",
    name: "",
    expected: list(wanted),
    actual: list(fired),
    cites: [],
    line: expected.lineOf(part),
  });
  const found: Difference[] = [];
  if (expected.clauses !== null && !sameMembers(expected.clauses.map(folded), fired)) {
    found.push(difference("clauses", expected.clauses.map(folded)));
  }
  const missing = expected.clausesInclude.map(folded).filter((c) => !fired.includes(c));
  if (missing.length > 0)
    found.push(
      difference(
        "clausesInclude",
        missing.map((c) => `+${c}`),
      ),
    );
  const extra = expected.clausesExclude.map(folded).filter((c) => fired.includes(c));
  if (extra.length > 0)
    found.push(
      difference(
        "clausesExclude",
        extra.map((c) => `−${c}`),
      ),
    );
  return found;
}

function consequences(expected: Expectation, actual: SubjectResult): Difference[] {
  const found: Difference[] = [];
  const check = (part: string, wanted: readonly ExpectedConsequence[], exactly: boolean) => {
    const left = [...actual.consequences];
    const missing = wanted.filter((w) => {
      const at = left.findIndex((c) => meets(w, c));
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
    if (missing.length === 0 && (!exactly || left.length === 0)) return;
    found.push({
      what: "consequences",
      name: "",
      expected: list(wanted.map(wantedText)),
      actual: list(actual.consequences.map(consequenceText)),
      cites: [...new Set(left.flatMap((c) => c.cites))],
      line: expected.lineOf(part),
    });
  };
  if (expected.consequences !== null) check("consequences", expected.consequences, true);
  if (expected.consequencesInclude.length > 0) {
    check("consequencesInclude", expected.consequencesInclude, false);
  }
  return found;
}

function meets(w: ExpectedConsequence, c: ConsequenceResult): boolean {
  return (
    w.action === c.action &&
    (w.target === undefined || w.target === c.target) &&
    (w.argument === undefined || w.argument === c.argument) &&
    (w.until === undefined || w.until === c.until) &&
    (w.modality === undefined || w.modality === c.modality)
  );
}

function wantedText(w: ExpectedConsequence): string {
  const argument = w.argument === undefined || w.argument === null ? "" : `(${w.argument})`;
  const until = w.until === undefined ? "" : ` →${w.until ?? NOTHING}`;
  return `${w.target === undefined ? "" : `${w.target}:`}${w.action}${argument}${until}`;
}

function consequenceText(c: ConsequenceResult): string {
  return wantedText({
    action: c.action,
    target: c.target,
    argument: c.argument,
    ...(c.until === null ? {} : { until: c.until }),
  });
}

/**
 * The values and grades that are undetermined, exactly. Clauses and consequences that hang on them may be
 * listed too; they then have to be undetermined. An empty list says that everything is settled.
 */
function undetermined(expected: Expectation, actual: SubjectResult): Difference[] {
  if (expected.undetermined === null) return [];
  const wanted = new Set(expected.undetermined);
  const all = new Set(actual.undetermined.map((u) => u.name));
  const primary = actual.undetermined.filter((u) => u.what === "value" || u.what === "grade");
  const names = new Set(primary.length > 0 && wanted.size > 0 ? primary.map((u) => u.name) : all);
  const missing = [...wanted].some((name) => !all.has(name));
  const extra = wanted.size === 0 ? all.size > 0 : primary.some((u) => !wanted.has(u.name));
  if (!missing && !extra) return [];
  return [
    {
      what: "undetermined",
      name: "",
      expected: list(wanted),
      actual: list(names),
      cites: [...new Set(actual.undetermined.map((u) => u.cite))],
      line: expected.lineOf("undetermined"),
    },
  ];
}

function findings(expected: Expectation, actual: SubjectResult): Difference[] {
  const found: Difference[] = [];
  for (const wanted of expected.findings ?? []) {
    const candidates = actual.findings.filter(
      (f) =>
        folded(f.cite) === folded(wanted.cite) &&
        (wanted.requirement === undefined || f.requirement === wanted.requirement),
    );
    if (candidates.some((f) => f.status === wanted.status)) continue;
    found.push({
      what: "finding",
      name: wanted.cite,
      expected: wanted.status,
      actual: list(candidates.map((f) => f.status)),
      cites: [],
      line: expected.lineOf("findings"),
    });
  }
  return found;
}
