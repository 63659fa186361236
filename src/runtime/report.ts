/** From a computed row to what people get: values, grades, clauses, consequences, findings, open points. */
import type { OpenContext } from "./abi.ts";
import type { CompiledMeasure } from "./compiled.ts";
import type { SettledCohort } from "./context.ts";
import type { OpenRow } from "./open-rows.ts";
import { isExact, type Truth, Unknown, whyOf } from "./open-values.ts";
import { figuresOf } from "./report-figures.ts";
import { gradeResult } from "./report-grades.ts";
import {
  type ClauseResult,
  type Figure,
  type FindingResult,
  type GradeResult,
  type JsonValue,
  NOT_APPLICABLE,
  type RecordResult,
  type SubjectResult,
  type Undetermined,
} from "./result.ts";
import { possibleWords, sortedCauses, toJson } from "./show.ts";

/** A map for names of a measure, which may be `__proto__`. */
const record = <T>(): Record<string, T> => Object.create(null) as Record<string, T>;

/** Makes the results of single subjects. */
export function reporterOf(
  compiled: CompiledMeasure,
  settled: SettledCohort,
): (row: OpenRow) => SubjectResult {
  const consequences = compiled.parts.consequences?.(compiled, settled) ?? (() => []);
  return (row) => reportSubject(compiled, row, settled.context, consequences);
}

function reportSubject(
  compiled: CompiledMeasure,
  row: OpenRow,
  context: OpenContext,
  consequences: ReturnType<NonNullable<CompiledMeasure["parts"]["consequences"]>>,
): SubjectResult {
  const { tables } = compiled;
  const undetermined: Undetermined[] = [];
  const lists = tables.subjects.flatMap(({ of }, kind) =>
    of?.subject === row.kind ? [{ kind, name: tables.subjects[row.kind]!.fields[of.list]!.name, of }] : [],
  );
  const records = record<RecordResult[]>();
  const own: OpenRow[] = [];
  for (const { kind, name, of } of lists) {
    const rows = (row.l[of.list]?.records ?? []) as readonly OpenRow[];
    own.push(...rows);
    records[name] = rows.map((r) => ({
      record: r.id.slice(row.id.length + 1),
      ...resultOf(compiled, r, context, [], tables.subjects[kind]!),
    }));
  }
  const result = resultOf(compiled, row, context, undetermined, tables.subjects[row.kind]!);
  return {
    id: row.id,
    kind: tables.subjects[row.kind]!.name,
    facts: result.facts,
    values: result.values,
    grades: result.grades,
    clauses: result.clauses,
    consequences: consequences(row, own, undetermined),
    findings: result.findings,
    undetermined,
    ...(lists.length > 0 && { records }),
  };
}

/** What a row says of itself; what it leaves open is added to `undetermined`. */
function resultOf(
  compiled: CompiledMeasure,
  row: OpenRow,
  context: OpenContext,
  undetermined: Undetermined[],
  subject: CompiledMeasure["tables"]["subjects"][number],
): Omit<RecordResult, "record"> {
  const { tables } = compiled;
  const facts = record<JsonValue>();
  for (const [i, field] of subject.fields.entries()) {
    if (field.type.kind === "list" || field.derived) continue;
    const without = field.applies !== undefined && row.f[field.applies] === false;
    facts[field.name] = without ? NOT_APPLICABLE : toJson(row.f[i]!, field.type, tables, context);
  }

  const values = record<JsonValue>();
  const grades = record<GradeResult>();
  for (const [id, cell] of tables.cells.entries()) {
    if (cell.subject !== row.kind || cell.name === null) continue;
    const value = row.c[id]!;
    if (cell.grade !== null) grades[cell.name] = gradeResult(compiled, id, row, context);
    else if (cell.out?.some((i) => row.c[i] === true)) values[cell.name] = NOT_APPLICABLE;
    else values[cell.name] = toJson(value, cell.type, tables, context);
    if (!isExact(value))
      undetermined.push({
        what: cell.grade !== null ? "grade" : "value",
        name: cell.name,
        cite: tables.citations[cell.cite]!.text,
        possible: possibleWords(value, cell.type, tables),
        because: sortedCauses(whyOf(value), row.id),
      });
  }
  return {
    facts,
    values,
    grades,
    clauses: clausesOf(compiled, row, context, undetermined),
    findings: findingsOf(compiled, row, context, undetermined),
    undetermined,
  };
}

/** One entry for each reason that holds; the clause itself where it holds whichever of them does. */
function clausesOf(
  compiled: CompiledMeasure,
  row: OpenRow,
  context: OpenContext,
  open: Undetermined[],
): ClauseResult[] {
  const { tables } = compiled;
  const results: ClauseResult[] = [];
  for (const clause of tables.clauses) {
    if (clause.subject !== row.kind) continue;
    const fires = row.c[clause.when] as Truth;
    if (fires instanceof Unknown)
      open.push({
        what: "clause",
        name: clause.effect,
        cite: tables.citations[clause.cite]!.text,
        possible: [],
        because: sortedCauses(fires.why, row.id),
      });
    if (fires !== true) continue;
    const holding = clause.reasons.filter((r) => row.c[r.holds] === true);
    const entry = (cite: number, figures: Figure[], condition: string) => {
      const { text, path, title, layer } = tables.citations[cite]!;
      results.push({
        cite: text,
        path,
        title,
        ...(layer && { layer }),
        figures,
        condition,
        effect: clause.effect,
      });
    };
    for (const reason of holding) {
      const atoms = reason.atoms.filter((a) => row.c[a.holds] === true);
      entry(reason.cite, figuresOf(compiled, atoms, row, context), reason.text);
    }
    if (holding.length === 0) entry(clause.cite, [], clause.reasons.map((r) => r.text).join("、"));
  }
  return results;
}

function findingsOf(
  compiled: CompiledMeasure,
  row: OpenRow,
  context: OpenContext,
  open: Undetermined[],
): FindingResult[] {
  const { tables } = compiled;
  const results: FindingResult[] = [];
  for (const requirement of tables.requirements) {
    if (requirement.subject !== row.kind) continue;
    const applies = requirement.when === null ? true : (row.c[requirement.when] as Truth);
    if (applies === false) continue;
    const holds = row.c[requirement.holds] as Truth;
    const cite = tables.citations[requirement.cite]!.text;
    const unknown = applies instanceof Unknown ? applies : holds instanceof Unknown ? holds : null;
    if (unknown)
      open.push({
        what: "finding",
        name: requirement.text,
        cite,
        possible: [],
        because: sortedCauses(unknown.why, row.id),
      });
    const met = holds === (requirement.polarity === "duty");
    results.push({
      cite,
      polarity: requirement.polarity,
      status: unknown ? "undetermined" : met ? "met" : "not-met",
      requirement: requirement.text,
      figures: figuresOf(compiled, requirement.atoms, row, context),
    });
  }
  return results;
}
