/**
 * Earlier results, read back as open values. A subject's row in an earlier period is found by kind name and id;
 * a name in it is looked up among the grades, then the values, then the facts. Periods are the assessed ones
 * (a year, unless the measure says otherwise) and known by their serial number.
 */
import type { OpenContext, Tables, TypeTable } from "./abi.ts";
import { parseDay } from "./calendar.ts";
import { jsonRational } from "./json-numbers.ts";
import { type Anything, type Look, runOf, valueThen } from "./looking-back.ts";
import { and } from "./open-logic.ts";
import type { OpenRow } from "./open-rows.ts";
import {
  anyMember,
  type Causes,
  type Choice,
  choiceOf,
  exactly,
  membersOf,
  type OpenValue,
  type Truth,
  Unknown,
  unbounded,
  whyOf,
} from "./open-values.ts";
import {
  type Assessed,
  type PeriodLength,
  periodBefore,
  periodName,
  readPeriodName,
  serialOf,
} from "./periods.ts";
import { multiply, type Rational } from "./rational.ts";
import type { CohortResult, JsonValue, SubjectResult } from "./result.ts";

/** What a result says of a subject, or of one of his records. */
export type PastResult = Pick<SubjectResult, "facts" | "values" | "grades">;

/** Nobody wrote down what the records of that period were. */
const UNKNOWN_RECORD: PastResult = { facts: {}, values: {}, grades: {} };

/** What the past is asked; results of the measure, or the years of one field. */
export interface Records {
  /** No period at all: the first one. */
  readonly empty: boolean;
  has(serial: number): boolean;
  /** The earliest supplied period before that one; null: none. */
  earliestBefore(serial: number): number | null;
  /** What is known of a subject in that period; undefined: no result. */
  row(serial: number, kind: number, id: string): PastResult | undefined;
  member(enumeration: number, name: string): number | undefined;
  size(enumeration: number): number;
}

/** Prepared once a call. null: no history was given, so the past is unknown. */
export class History implements Records {
  private readonly periods = new Map<number, Map<string, SubjectResult>>();
  private readonly members: readonly Map<string, number>[];
  private readonly tables: Tables;

  constructor(results: readonly CohortResult[], tables: Tables) {
    this.tables = tables;
    for (const result of results) {
      const serial = serialOfResult(result, tables.period);
      if (serial === null) continue;
      const rows = this.periods.get(serial) ?? new Map<string, SubjectResult>();
      this.periods.set(serial, rows);
      for (const subject of result.subjects) {
        const key = keyOf(subject.kind, subject.id);
        if (!rows.has(key)) rows.set(key, subject);
      }
    }
    this.members = tables.enumerations.map((e) => {
      const names = new Map(e.former.map((f) => [f.name, f.member] as const));
      for (const [index, name] of e.members.entries()) names.set(name, index);
      return names;
    });
  }

  get empty(): boolean {
    return this.periods.size === 0;
  }
  has(serial: number): boolean {
    return this.periods.has(serial);
  }
  earliestBefore(serial: number): number | null {
    let earliest: number | null = null;
    for (const s of this.periods.keys()) if (s < serial && (earliest === null || s < earliest)) earliest = s;
    return earliest;
  }
  row(serial: number, kind: number, id: string): PastResult | undefined {
    const rows = this.periods.get(serial);
    const { name, of } = this.tables.subjects[kind]!;
    if (!of) return rows?.get(keyOf(name, id));
    const owner = this.tables.subjects[of.subject]!;
    const cut = id.lastIndexOf("/");
    const result = rows?.get(keyOf(owner.name, id.slice(0, cut)));
    if (result === undefined) return undefined;
    const list = owner.fields[of.list]!.name;
    const records = result.records && Object.hasOwn(result.records, list) ? result.records[list] : undefined;
    return records ? records.find((r) => r.record === id.slice(cut + 1)) : UNKNOWN_RECORD;
  }
  member(enumeration: number, name: string): number | undefined {
    return this.members[enumeration]?.get(name);
  }
  size(enumeration: number): number {
    return this.tables.enumerations[enumeration]!.members.length;
  }
}

/** The period of a result; null: it is none of the measure's periods. */
function serialOfResult(result: CohortResult, per: PeriodLength): number | null {
  if (per === "year") return result.year;
  const named = result.period === undefined ? null : readPeriodName(result.period);
  return named?.per === per && named.year === result.year ? serialOf(named) : null;
}

const keyOf = (kind: string, id: string): string => `${kind.length}:${kind}${id}`;

/** Nobody can tell what was in the period so many before the assessed one. */
export function missingPeriod(context: Assessed, back: number): Causes {
  const then = periodBefore(context, back);
  const { year } = then;
  return [{ kind: "missing-history", year, ...(then.per !== "year" && { period: periodName(then) }) }];
}

/** One subject in one earlier period. Emitted functions ask it for values by name. */
export class PastRow {
  /** Whether the grades that were looked at were given; else it is a period without a result. */
  graded: Truth = true;
  private readonly row: PastResult;
  private readonly history: Records;
  private readonly why: Causes;

  constructor(row: PastResult, history: Records, why: Causes) {
    this.row = row;
    this.history = history;
    this.why = why;
  }

  number(name: string, factor: Rational): OpenValue {
    const written = jsonRational(this.value(name));
    return written ? exactly(multiply(written, factor)) : unbounded(this.why);
  }

  truth(name: string): Truth {
    const value = this.value(name);
    return typeof value === "boolean" ? value : new Unknown(this.why);
  }

  plain(name: string, kind: "text" | "date" | "party"): OpenValue {
    const value = this.value(name);
    if (kind === "text" && typeof value === "string") return value;
    if (kind === "date" && typeof value === "string") return parseDay(value) ?? new Unknown(this.why);
    if (kind === "party" && Array.isArray(value)) return value.filter((v) => typeof v === "string");
    return new Unknown(this.why);
  }

  /** A grade, remembering whether it was given. */
  grade(name: string, enumeration: number): OpenValue {
    const grade = this.choice(name, enumeration);
    const none = membersOf(grade).includes(-1);
    if (none) this.graded = and(this.graded, grade === -1 ? false : new Unknown(whyOf(grade)));
    return grade;
  }

  choice(name: string, enumeration: number): Choice {
    const size = this.history.size(enumeration);
    const grades = this.row.grades;
    const grade = grades && Object.hasOwn(grades, name) ? grades[name] : undefined;
    if (grade === undefined) {
      const value = this.value(name);
      const member = typeof value === "string" ? this.history.member(enumeration, value) : undefined;
      return member ?? anyMember(size, true, this.why);
    }
    if (grade.grade !== null)
      return this.history.member(enumeration, grade.grade) ?? anyMember(size, true, this.why);
    if (grade.possible.length === 0) return -1;
    const members = grade.possible.map((p) => this.history.member(enumeration, p));
    if (members.includes(undefined)) return anyMember(size, true, this.why);
    // A result lists the grades that are possible, and not whether there may be none.
    return choiceOf([-1, ...(members as number[])], this.why);
  }

  private value(name: string): JsonValue | undefined {
    for (const part of [this.row.values, this.row.facts])
      if (part && Object.hasOwn(part, name) && part[name] !== null) return part[name];
    return undefined;
  }
}

// ───────────────────────── what emitted code calls ─────────────────────────

export type PastFunction = (past: PastRow, context: OpenContext) => OpenValue;

/** Where "now" is, and what is known of before. */
export type PastContext = Pick<OpenContext, "year" | "period" | "per" | "history">;

/** Who is asked about: rows of both programs have these. */
export type Asker = Pick<OpenRow, "kind" | "id">;

/** The same subject in earlier assessed periods; of a record the one of the same name. */
export function lookAt(row: Asker, context: PastContext, evaluate: PastFunction): Look {
  const history = context.history as Records | null;
  const assessed = serialOf(context);
  const earliest = history?.earliestBefore(assessed) ?? null;
  return (back) => {
    const serial = assessed - back;
    const why = missingPeriod(context, back);
    if (history?.empty) return { value: null, without: "any-period", why };
    if (!history?.has(serial))
      return { value: null, without: "knowledge", beyond: earliest === null || serial < earliest, why };
    const found = history.row(serial, row.kind, row.id);
    if (found === undefined) return { value: null, without: "result", why };
    const view = new PastRow(found, history, why);
    const value = evaluate(view, context as OpenContext);
    return { value, graded: view.graded, why };
  };
}

/** The value of an expression `back` periods ago; `anything` is what its type allows. */
export const past = (
  row: Asker,
  context: PastContext,
  back: number,
  kind: TypeTable["kind"],
  anything: Anything,
  evaluate: PastFunction,
): OpenValue => valueThen(lookAt(row, context, evaluate)(back), kind, anything);

/** Whether `now` and the `length − 1` assessed periods before hold. */
export const run = (
  row: Asker,
  context: PastContext,
  length: number,
  gap: "breaks" | "skips",
  evaluate: PastFunction,
  now: Truth,
): Truth => runOf(lookAt(row, context, evaluate), length, gap, now);
