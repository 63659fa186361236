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
import {
  type Cause,
  type CohortResult,
  type JsonValue,
  RESULT_FORMAT,
  type SubjectResult,
} from "./result.ts";

/** What a result says of a subject, or of one of his records. */
export type PastResult = Pick<SubjectResult, "facts" | "values" | "grades">;

/** Nobody wrote down what the records of that period were. */
const UNKNOWN_RECORD: PastResult = { facts: {}, values: {}, grades: {} };

/** Options by name. */
export interface Names {
  member(enumeration: number, name: string): number | undefined;
  size(enumeration: number): number;
}

/** What came of earlier years with the facts, by name of the field; a value that is wrong has only its causes. */
export type GivenThen = ReadonlyMap<string, { readonly value: OpenValue | null; readonly why: Causes }>;

/** Asked for such values; see fact-years.ts. */
export interface GivenYears {
  readonly empty: boolean;
  readonly names: Names;
  /** The earliest year of which one of these fields is supplied; null: none. */
  earliest(kind: number, id: string, fields: readonly string[], before: number): number | null;
  /** Those of these fields that are supplied for that year; null: none. */
  at(kind: number, id: string, fields: readonly string[], year: number): GivenThen | null;
}

/** What the past is asked. */
export interface Records extends Names {
  /** No period at all: the first one. */
  readonly empty: boolean;
  has(serial: number): boolean;
  /** The earliest supplied period before that one; null: none. */
  earliestBefore(serial: number): number | null;
  /** What is known of a subject in that period; undefined: no result. */
  row(serial: number, kind: number, id: string): PastResult | undefined;
}

/** Prepared once a call. null: no history was given, so the past is unknown. */
export class History implements Records {
  readonly empty: boolean;
  private readonly periods = new Map<number, Map<string, SubjectResult>>();
  private readonly members: readonly Map<string, number>[];
  private readonly tables: Tables;

  constructor(results: readonly CohortResult[], tables: Tables) {
    this.tables = tables;
    // Results that cannot be used are no sign of a first period: what they would say is unknown.
    this.empty = results.length === 0;
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

/** The period of a result; null: it is none of the measure's periods, or of a format that is not known. */
function serialOfResult(result: CohortResult, per: PeriodLength): number | null {
  // What another version means is not guessed: to this one that period is unknown.
  if (result.format !== undefined && result.format !== RESULT_FORMAT) return null;
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
  private readonly row: PastResult | "absent" | "unknown";
  private readonly names: Names;
  private readonly why: Causes;
  private readonly given: GivenThen | null;

  /** `row`: "absent" where it is known that there was no result, "unknown" where nobody can tell. */
  constructor(
    row: PastResult | "absent" | "unknown",
    names: Names,
    why: Causes,
    given: GivenThen | null = null,
  ) {
    this.row = row;
    this.names = names;
    this.why = why;
    this.given = given;
  }

  number(name: string, factor: Rational): OpenValue {
    const given = this.given?.get(name);
    if (given) return given.value ?? unbounded(given.why);
    const written = jsonRational(this.value(name));
    return written ? exactly(multiply(written, factor)) : unbounded(this.why);
  }

  truth(name: string): Truth {
    const given = this.given?.get(name);
    if (given) return (given.value as Truth | null) ?? new Unknown(given.why);
    const value = this.value(name);
    return typeof value === "boolean" ? value : new Unknown(this.why);
  }

  plain(name: string, kind: "text" | "date" | "party"): OpenValue {
    const given = this.given?.get(name);
    if (given) return given.value ?? new Unknown(given.why);
    const value = this.value(name);
    if (kind === "text" && typeof value === "string") return value;
    if (kind === "date" && typeof value === "string") return parseDay(value) ?? new Unknown(this.why);
    if (kind === "party" && Array.isArray(value)) return value.filter((v) => typeof v === "string");
    return new Unknown(this.why);
  }

  /** A grade, remembering whether it was given. */
  grade(name: string, enumeration: number): OpenValue {
    const grade = this.row === "absent" ? -1 : this.choice(name, enumeration);
    const none = membersOf(grade).includes(-1);
    if (none) this.graded = and(this.graded, grade === -1 ? false : new Unknown(whyOf(grade)));
    return grade;
  }

  choice(name: string, enumeration: number): Choice {
    const size = this.names.size(enumeration);
    const given = this.given?.get(name);
    if (given) return (given.value as Choice | null) ?? anyMember(size, true, given.why);
    const grades = typeof this.row === "string" ? undefined : this.row.grades;
    const grade = grades && Object.hasOwn(grades, name) ? grades[name] : undefined;
    if (grade === undefined) {
      const value = this.value(name);
      const member = typeof value === "string" ? this.names.member(enumeration, value) : undefined;
      return member ?? anyMember(size, true, this.why);
    }
    if (grade.grade !== null)
      return this.names.member(enumeration, grade.grade) ?? anyMember(size, true, this.why);
    if (grade.possible.length === 0) return -1;
    const members = grade.possible.map((p) => this.names.member(enumeration, p));
    if (members.includes(undefined)) return anyMember(size, true, this.why);
    // A result lists the grades that are possible, and not whether there may be none.
    return choiceOf([-1, ...(members as number[])], this.why);
  }

  private value(name: string): JsonValue | undefined {
    if (typeof this.row === "string") return undefined;
    for (const part of [this.row.values, this.row.facts])
      if (part && Object.hasOwn(part, name) && part[name] !== null) return part[name];
    return undefined;
  }
}

// ───────────────────────── what emitted code calls ─────────────────────────

export interface PastFunction {
  (past: PastRow, context: OpenContext): OpenValue;
  /** Fields that it looks at whose earlier values may be supplied beside this year's; `only`: and at nothing else. */
  readonly yearly?: { readonly fields: readonly string[]; readonly only: boolean };
}

/** A function with the fields of earlier years that it looks at. */
export const ofYears = (fields: readonly string[], only: boolean, evaluate: PastFunction): PastFunction =>
  Object.assign((past: PastRow, x: OpenContext) => evaluate(past, x), { yearly: { fields, only } });

/** Where "now" is, and what is known of before. */
export type PastContext = Pick<OpenContext, "year" | "period" | "per" | "history" | "years">;

/** Who is asked about: rows of both programs have these. */
export type Asker = Pick<OpenRow, "kind" | "id">;

/** What there is of a subject in one period: something to look at, or why not. */
export type Found =
  | { readonly view: PastRow; readonly why: Causes }
  | { readonly view: null; readonly without: "result" | "any-period" | "knowledge"; readonly why: Causes };

/** A subject in earlier periods. */
export interface Recollection {
  /** The earliest period of which anything is supplied, before the assessed one; null: none. */
  readonly earliest: number | null;
  at(back: number): Found;
}

/** Recalls results of earlier periods and values of earlier years, whatever the function looks at. */
export function recall(row: Asker, context: PastContext, evaluate: PastFunction): Recollection {
  const history = context.history as Records | null;
  const years = context.years as GivenYears | null | undefined;
  const { fields, only } = evaluate.yearly ?? { fields: [], only: false };
  const assessed = serialOf(context);
  const known = history?.earliestBefore(assessed) ?? null;
  const given = fields.length > 0 ? (years?.earliest(row.kind, row.id, fields, assessed) ?? null) : null;
  const earliest = known === null || given === null ? (known ?? given) : Math.min(known, given);
  return {
    earliest,
    at(back) {
      const serial = assessed - back;
      // Only years have values of their own, and the serial number of a year is the year.
      const then = given === null ? null : years!.at(row.kind, row.id, fields, serial);
      const unsupplied = history === null || (!history.empty && !history.has(serial));
      const result = unsupplied ? "unknown" : (history.row(serial, row.kind, row.id) ?? "absent");
      const missing = fields.flatMap((name): Cause[] =>
        then?.has(name) ? [] : [{ kind: "missing-fact", subject: row.id, field: `${name}(${serial})` }],
      );
      const why = only && unsupplied ? missing : missingPeriod(context, back);
      if (then || typeof result === "object")
        return { view: new PastRow(result, history ?? years!.names, why, then), why };
      if (result === "unknown") return { view: null, without: "knowledge", why };
      const never = history!.empty && (earliest === null || serial < earliest);
      return { view: null, without: never ? "any-period" : "result", why };
    },
  };
}

/** The same subject in earlier assessed periods; of a record the one of the same name. */
export function lookAt(row: Asker, context: PastContext, evaluate: PastFunction): Look {
  const past = recall(row, context, evaluate);
  const assessed = serialOf(context);
  return (back) => {
    const then = past.at(back);
    const { why } = then;
    if (then.view) {
      const value = evaluate(then.view, context as OpenContext);
      return { value, graded: then.view.graded, why };
    }
    if (then.without !== "knowledge") return { value: null, without: then.without, why };
    const beyond = past.earliest === null || assessed - back < past.earliest;
    return { value: null, without: "knowledge", beyond, why };
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
