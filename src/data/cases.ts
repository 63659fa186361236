import { type Problem, problem } from "../diagnostics/problem.ts";
import { readAssessed, wrongPeriod } from "../facts/assessed-period.ts";
import type { DataSchema } from "../facts/data-schema.ts";
import type { DataPositions } from "../facts/positions.ts";
import type { CohortResult } from "../runtime/result.ts";
import { checkDefaults, mergeSubjects } from "./case-data.ts";
import { type Expectation, readExpectations } from "./case-expectations.ts";
import { CohortBuilder } from "./cohort.ts";
import { isoDate } from "./dates.ts";
import { type DataDocument, entry, isList, isRecord } from "./document.ts";
import { UnknownNames } from "./document-cohort.ts";
import { historyOf } from "./history.ts";
import { type Parameters, parametersOf } from "./params.ts";
import { newRecord, type RawCohort, type RawValue } from "./raw.ts";
import { readDocument } from "./read-document.ts";
import { checkAgainst } from "./schema-check.ts";

/**
 * The cases of a measure (`cases.yaml`): for given facts, what must come out. `defaults` holds what all
 * cases share; a case states only what differs. A case's own entry replaces the default; parameters and
 * facts are merged name by name, and `null` takes a value away.
 *
 * Order of reading: `readCases` (the file by itself), `resolveCases` (with the columns of its measure).
 */

export interface CasesFile {
  /** Path of the measure as written, relative to this file; null: not said. */
  readonly measure: string | null;
  readonly document: DataDocument;
}

export interface TestCase {
  readonly name: string;
  readonly note: string | null;
  readonly file: string;
  /** Line on which the case starts. */
  readonly line: number;
  readonly year: number;
  /** Which period of the year, from 1 on; 1 for a measure that assesses years. */
  readonly period: number;
  readonly date: string | null;
  readonly parameters: Parameters;
  /** Null: no history was given, so the past is unknown; empty: a first year. */
  readonly history: readonly CohortResult[] | null;
  readonly cohort: RawCohort;
  readonly positions: DataPositions;
  readonly expectations: readonly Expectation[];
}

export function readCases(path: string): {
  readonly file: CasesFile | null;
  readonly problems: readonly Problem[];
} {
  const { document, problems } = readDocument(path);
  if (document === null) return { file: null, problems };
  const wrong = checkAgainst(document, "cases");
  if (wrong.length > 0) return { file: null, problems: [...problems, ...wrong] };
  const measure = entry(document.value, "measure");
  return { file: { measure: typeof measure === "string" ? measure : null, document }, problems };
}

/** The cases with their facts put together. A case with a mistake of its own is left out and reported. */
export function resolveCases(
  file: CasesFile,
  schema: DataSchema,
): { readonly cases: readonly TestCase[]; readonly problems: readonly Problem[] } {
  const { document } = file;
  const defaults = entry(document.value, "defaults");
  const given = entry(document.value, "cases");
  const unknown = new UnknownNames(document);
  const names = new Map<string, number>();
  const problems = checkDefaults(document, defaults, schema, unknown);
  const cases: TestCase[] = [];
  (isList(given) ? given : []).forEach((value, index) => {
    const path = ["cases", index];
    const line = document.lineOf(path);
    const name = String(entry(value, "name"));
    const at = { data: { file: document.file, row: line } };
    const other = names.get(name);
    if (other !== undefined) problems.push(problem("BF4083", { name, other }, at));
    names.set(name, line);

    const own = new CaseReader(document, value, defaults, index);
    const year = own.setting("year").value;
    if (typeof year !== "number") {
      problems.push(problem("BF4084", { name }, at));
      return;
    }
    const given = own.setting("period");
    const assessed = readAssessed(given.value, schema.period, year);
    if (assessed === null) {
      const row = given.value === undefined ? line : document.lineOf(given.path);
      problems.push(wrongPeriod(given.value, schema.period, { data: { file: document.file, row } }));
      return;
    }
    const builder = new CohortBuilder(schema);
    const found: Problem[] = [];
    const date = own.date(found);
    const history = own.history(schema, found);
    mergeSubjects({ document, defaults, data: entry(value, "data"), index }, schema, builder, unknown, found);
    const cohort = builder.cohort();
    const expectations = readExpectations(document, name, entry(value, "expect"), [...path, "expect"], {
      cohort,
      schema,
    });
    found.push(...expectations.problems);
    problems.push(...found);
    if (found.some((p) => p.severity === "error")) return;
    const note = entry(value, "note");
    cases.push({
      name,
      note: typeof note === "string" ? note : null,
      file: document.file,
      line,
      year,
      period: assessed.period,
      date,
      parameters: own.parameters(schema),
      history,
      cohort,
      positions: builder,
      expectations: expectations.expectations,
    });
  });
  return { cases, problems: [...unknown.problems(), ...problems] };
}

/** The settings of one case over the defaults. */
class CaseReader {
  readonly #document: DataDocument;
  readonly #own: RawValue;
  readonly #defaults: RawValue | undefined;
  readonly #index: number;

  constructor(document: DataDocument, own: RawValue, defaults: RawValue | undefined, index: number) {
    this.#document = document;
    this.#own = own;
    this.#defaults = defaults;
    this.#index = index;
  }

  setting(name: string): { readonly value: RawValue | undefined; readonly path: (string | number)[] } {
    const own = entry(this.#own, name);
    if (own !== undefined) return { value: own, path: ["cases", this.#index, name] };
    return { value: entry(this.#defaults, name), path: ["defaults", name] };
  }

  date(problems: Problem[]): string | null {
    const { value, path } = this.setting("date");
    if (typeof value !== "string") return null;
    const date = isoDate(value);
    if (date === null) {
      const data = { file: this.#document.file, row: this.#document.lineOf(path) };
      problems.push(problem("BF4082", { value }, { data }));
    }
    return date;
  }

  history(schema: DataSchema, problems: Problem[]): readonly CohortResult[] | null {
    const { value, path } = this.setting("history");
    if (value === undefined || value === null) return null;
    const read = historyOf(this.#document, value, path, schema);
    problems.push(...read.problems);
    return read.history;
  }

  parameters(schema: DataSchema): Parameters {
    const merged = newRecord();
    for (const source of [entry(this.#defaults, "parameters"), entry(this.#own, "parameters")]) {
      for (const [name, value] of Object.entries(isRecord(source) ? source : {})) merged[name] = value;
    }
    // A parameter that is taken away is unbound, as if nobody had set it.
    for (const name of Object.keys(merged)) if (merged[name] === null) delete merged[name];
    const { path } = this.setting("parameters");
    return parametersOf(this.#document, merged, path, schema);
  }
}
