/**
 * Reads a cohort: supplied records become rows of facts, every mistake becomes a {@link FactProblem}. A bad
 * fact is a missing fact with the cause "bad-fact"; its subject stays in the cohort, and nothing throws.
 * Start at {@link readCohort}.
 */
import type { FactValue, FieldTable, ListFact, OpenContext, OpenProgram, RecordFact, Tables } from "./abi.ts";
import { PERIOD_KEY, PERIODS, periodText, readPeriod } from "./fact-periods.ts";
import {
  BadValue,
  isMissing,
  memberNames,
  NumberReader,
  plain,
  rawText,
  readDay,
  readParty,
  readText,
  readTruth,
} from "./fact-values.ts";
import { lower } from "./lift.ts";
import { nearest } from "./nearest.ts";
import type { OpenValue } from "./open-values.ts";
import type { Cause } from "./result.ts";

export type FactIssue =
  | "unknown-field"
  | "missing-id"
  | "duplicate-id"
  | "wrong-type"
  | "out-of-range"
  | "too-precise"
  | "unknown-member"
  | "doubtful-percent"
  | "bad-date"
  | "no-such-subject"
  | "duplicate-period"
  | "bad-period"
  | "unknown-kind"
  | "unknown-parameter"
  | "bad-parameter";

export interface FactProblem {
  /** Name of the subject kind; empty for parameters. */
  readonly kind: string;
  /** Row in that kind's array; -1 where the problem is of no row. */
  readonly index: number;
  readonly id: string;
  readonly field: string;
  /** For a field of a record: its list and the index of the record. */
  readonly list?: { readonly field: string; readonly index: number };
  readonly issue: FactIssue;
  /** The value as supplied, shortened. */
  readonly value: string;
  /** The nearest name, the range, or the step; empty where there is nothing to add. */
  readonly detail: string;
}

/** Why a fact is not there, and defaults that are open themselves; both by field index. */
export interface Gaps {
  readonly causes: Map<number, Cause>;
  readonly open: Map<number, OpenValue>;
}

export interface ReadRecord extends RecordFact {
  readonly facts: FactValue[];
  gaps: Gaps | null;
}

export interface FactRow {
  readonly kind: number;
  readonly index: number;
  readonly id: string;
  readonly facts: FactValue[];
  gaps: Gaps | null;
}

export interface ReadCohort {
  /** By kind. */
  readonly rows: readonly (readonly FactRow[])[];
  readonly problems: FactProblem[];
  /** Every fact that a cell uses is there. */
  readonly complete: boolean;
}

export type RawCohort = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

const isObject = (raw: unknown): raw is Readonly<Record<string, unknown>> =>
  typeof raw === "object" && raw !== null && !Array.isArray(raw);

/** Where a value stands, for problems. */
interface Place {
  readonly kind: string;
  readonly index: number;
  readonly id: string;
  readonly list?: { readonly field: string; readonly index: number };
}

/** The columns of one subject kind or of one list of records. */
interface Columns {
  readonly fields: readonly FieldTable[];
  /** Field index by plain name or alias. */
  readonly names: ReadonlyMap<string, number>;
  readonly readers: readonly ((raw: unknown) => FactValue | BadValue)[];
  readonly numbers: readonly (NumberReader | null)[];
  readonly defaults: readonly (FactValue | OpenValue | undefined)[];
  readonly openDefaults: readonly (OpenValue | undefined)[];
  readonly lists: readonly (Columns | null)[];
  /** Keys seen so far and the field they mean; null: unknown, already reported. */
  readonly keys: Map<string, number | null>;
  /** Percent columns: what speaks for and against percentages written as fractions. */
  readonly doubts: Map<number, Doubt>;
}

interface Doubt {
  beyond: boolean;
  within: FactProblem | null;
  /** What to take back when the column is refused. */
  readonly facts: { readonly row: FactRow | ReadRecord; readonly id: string }[];
}

export function readCohort(
  tables: Tables,
  open: OpenProgram,
  cohort: RawCohort,
  context: OpenContext,
): ReadCohort {
  return new CohortReader(tables, open, context).read(cohort);
}

class CohortReader {
  private readonly problems: FactProblem[] = [];
  private complete = true;
  private readonly tables: Tables;
  private readonly open: OpenProgram;
  private readonly context: OpenContext;

  constructor(tables: Tables, open: OpenProgram, context: OpenContext) {
    this.tables = tables;
    this.open = open;
    this.context = context;
  }

  read(cohort: RawCohort): ReadCohort {
    const { subjects } = this.tables;
    const given = new Map(Object.keys(cohort).map((name) => [plain(name), name] as const));
    const rows = subjects.map((subject, kind) => {
      const key = given.get(plain(subject.name));
      given.delete(plain(subject.name));
      const raw = key === undefined ? [] : cohort[key];
      if (!Array.isArray(raw)) {
        this.report({ kind: subject.name, index: -1, id: "" }, "", "wrong-type", raw);
        return [];
      }
      return this.readKind(kind, raw);
    });
    for (const [name, key] of given) {
      const near =
        nearest(
          name,
          subjects.map((s) => s.name),
        ) ?? "";
      this.report({ kind: key, index: -1, id: "" }, "", "unknown-kind", key, near);
    }
    for (const [kind, list] of rows.entries()) this.link(kind, list, rows);
    return { rows, problems: this.problems, complete: this.complete };
  }

  private report(place: Place, field: string, issue: FactIssue, raw: unknown, detail = ""): FactProblem {
    const { kind, index, id, list } = place;
    const value = raw === undefined ? "" : rawText(raw);
    const problem: FactProblem = { kind, index, id, field, ...(list && { list }), issue, value, detail };
    this.problems.push(problem);
    return problem;
  }

  // ─────────────────────────────── columns ───────────────────────────────

  private columns(
    fields: readonly FieldTable[],
    defaults: readonly (((context: OpenContext) => OpenValue) | null)[],
  ): Columns {
    const names = new Map<string, number>();
    for (const [i, f] of fields.entries()) if (f.alias !== null) names.set(plain(f.alias), i);
    for (const [i, f] of fields.entries()) names.set(plain(f.name), i);
    const numbers = fields.map((f) =>
      f.type.kind === "number" ? new NumberReader(f.type, f.asFraction) : null,
    );
    const openDefaults = defaults.map((d) => d?.(this.context));
    return {
      fields,
      names,
      numbers,
      readers: fields.map((f, i) => this.reader(f, numbers[i]!)),
      defaults: openDefaults.map((value, i) =>
        value === undefined ? undefined : lower(value, fields[i]!.type),
      ),
      openDefaults,
      lists: fields.map((f) =>
        f.type.kind === "list"
          ? this.columns(this.tables.records[f.type.record]!.fields, this.open.recordDefaults[f.type.record]!)
          : null,
      ),
      keys: new Map(),
      doubts: new Map(
        numbers.flatMap((n, i) =>
          n?.percent ? [[i, { beyond: false, within: null, facts: [] } satisfies Doubt as Doubt]] : [],
        ),
      ),
    };
  }

  private reader(field: FieldTable, number: NumberReader | null): (raw: unknown) => FactValue | BadValue {
    const { type } = field;
    switch (type.kind) {
      case "number":
        return (raw) => number!.read(raw);
      case "truth":
        return readTruth;
      case "choice": {
        const enumeration = this.tables.enumerations[type.enumeration]!;
        const members = memberNames(enumeration);
        return (raw) => {
          if (typeof raw !== "string") return new BadValue("wrong-type");
          const name = plain(raw);
          return (
            members.get(name) ?? new BadValue("unknown-member", nearest(name, enumeration.members) ?? "")
          );
        };
      }
      case "date":
        return readDay;
      case "party":
        return readParty;
      // A link is read as the id it names; link() replaces it by the row.
      case "text":
      case "link":
        return readText;
      case "list":
        return () => new BadValue("wrong-type");
    }
  }

  // ───────────────────────────────── rows ─────────────────────────────────

  private readKind(kind: number, raw: readonly unknown[]): FactRow[] {
    const subject = this.tables.subjects[kind]!;
    const columns = this.columns(subject.fields, this.open.subjectDefaults[kind]!);
    const taken = new Map<string, number>();
    const rows = raw.map((record, index) => {
      const source = isObject(record) ? record : {};
      const keys = this.keysOf(source, columns, { kind: subject.name, index, id: "" }, false);
      const rawId = keys.get(subject.key);
      const read = isMissing(rawId) ? undefined : readText(rawId);
      const named = typeof read === "string";
      let id = named ? read : `#${index + 1}`;
      const place: Place = { kind: subject.name, index, id };
      const keyName = subject.fields[subject.key]?.name ?? "";
      if (!isObject(record)) this.report(place, "", "wrong-type", record);
      else if (!named) this.report(place, keyName, read === undefined ? "missing-id" : "wrong-type", rawId);
      const before = taken.get(id);
      if (before !== undefined) {
        this.report(place, keyName, "duplicate-id", rawId);
        let suffix = before + 1;
        while (taken.has(`${place.id}#${suffix}`)) suffix++;
        taken.set(place.id, suffix);
        id = `${place.id}#${suffix}`;
      }
      taken.set(id, 1);
      const row: FactRow = {
        kind,
        index,
        id,
        facts: new Array(columns.fields.length).fill(undefined),
        gaps: null,
      };
      this.fill(row, keys, columns, { kind: subject.name, index, id }, id);
      // The id stands whatever was wrong with the cell, so that the row can be named.
      if (subject.fields[subject.key]?.type.kind === "text" && named) row.facts[subject.key] = read;
      return row;
    });
    this.settleDoubts(columns);
    return rows;
  }

  /** Raw values by field index; the name wins over the alias, unknown keys are reported once a column. */
  private keysOf(
    source: Readonly<Record<string, unknown>>,
    columns: Columns,
    place: Place,
    periodic: boolean,
  ): Map<number, unknown> {
    const values = new Map<number, unknown>();
    for (const key of Object.keys(source)) {
      let field = columns.keys.get(key);
      if (field === undefined) {
        const name = plain(key);
        field = columns.names.get(name) ?? null;
        if (field === null && !(periodic && (name === PERIOD_KEY || name === "period"))) {
          const names = columns.fields.map((f) => f.name);
          this.report(place, key, "unknown-field", source[key], nearest(name, names) ?? "");
        }
        columns.keys.set(key, field);
      }
      if (field !== null && (!values.has(field) || isMissing(values.get(field))))
        values.set(field, source[key]);
    }
    return values;
  }

  private fill(
    row: FactRow | ReadRecord,
    values: ReadonlyMap<number, unknown>,
    columns: Columns,
    place: Place,
    owner: string,
  ): void {
    for (let i = 0; i < columns.fields.length; i++) {
      const field = columns.fields[i]!;
      const raw = values.get(i);
      if (isMissing(raw)) {
        this.fillMissing(row, i, columns, owner);
        continue;
      }
      const value =
        field.type.kind === "list"
          ? this.readList(raw, field, columns.lists[i]!, place, owner)
          : columns.readers[i]!(raw);
      if (value instanceof BadValue) {
        this.report(place, field.name, value.issue, raw, value.detail);
        this.refuse(row, i, field, owner);
      } else if (value === undefined) this.refuse(row, i, field, owner);
      else {
        row.facts[i] = value;
        const doubt = columns.doubts.get(i);
        if (doubt) this.consider(doubt, columns.numbers[i]!, raw, row, place, field, owner);
      }
    }
  }

  private fillMissing(row: FactRow | ReadRecord, i: number, columns: Columns, owner: string): void {
    const field = columns.fields[i]!;
    if (field.hasDefault) {
      const value = columns.defaults[i];
      if (value !== undefined) {
        row.facts[i] = value as FactValue;
        return;
      }
      gapsOf(row).open.set(i, columns.openDefaults[i]!);
    } else gapsOf(row).causes.set(i, { kind: "missing-fact", subject: owner, field: field.name });
    if (field.used) this.complete = false;
  }

  private refuse(row: FactRow | ReadRecord, i: number, field: FieldTable, owner: string): void {
    row.facts[i] = undefined;
    gapsOf(row).causes.set(i, { kind: "bad-fact", subject: owner, field: field.name });
    if (field.used) this.complete = false;
  }

  // ───────────────────────────── percentages ─────────────────────────────

  private consider(
    doubt: Doubt,
    reader: NumberReader,
    raw: unknown,
    row: FactRow | ReadRecord,
    place: Place,
    field: FieldTable,
    id: string,
  ): void {
    const written = reader.written(raw)!;
    const { num, den } = written.value;
    // A percent sign says what is meant.
    if (written.sign || num < 0n || num > den) doubt.beyond = true;
    if (doubt.beyond) {
      doubt.facts.length = 0;
      return;
    }
    if (num > 0n && num < den && doubt.within === null) {
      const { kind, index, list } = place;
      doubt.within = {
        kind,
        index,
        id: place.id,
        field: field.name,
        ...(list && { list }),
        issue: "doubtful-percent",
        value: rawText(raw),
        detail: "",
      };
    }
    doubt.facts.push({ row, id });
  }

  private settleDoubts(columns: Columns): void {
    for (const [i, doubt] of columns.doubts) {
      if (doubt.beyond || doubt.within === null) continue;
      this.problems.push({ ...doubt.within, detail: String(doubt.facts.length) });
      for (const { row, id } of doubt.facts) this.refuse(row, i, columns.fields[i]!, id);
    }
    for (const list of columns.lists) if (list) this.settleDoubts(list);
  }

  // ──────────────────────────────── lists ────────────────────────────────

  private readList(
    raw: unknown,
    field: FieldTable,
    columns: Columns,
    place: Place,
    owner: string,
  ): ListFact | BadValue | undefined {
    if (!Array.isArray(raw) || field.type.kind !== "list") return new BadValue("wrong-type");
    const { frequency } = field.type;
    const periodic = frequency !== "many";
    const records: ReadRecord[] = [];
    const periods = new Map<number, ReadRecord>();
    let unnamed = 0;
    let bad = false;
    for (const [index, source] of raw.entries()) {
      const here: Place = { ...place, list: { field: field.name, index } };
      if (!isObject(source)) {
        this.report(here, "", "wrong-type", source);
        bad = true;
        continue;
      }
      const values = this.keysOf(source, columns, here, periodic);
      let period: number | null = null;
      if (periodic && !columns.names.has(PERIOD_KEY)) {
        const given = periodOf(source);
        if (isMissing(given)) unnamed++;
        else {
          period = readPeriod(given, frequency, this.context.year);
          if (period === null) {
            this.report(here, PERIOD_KEY, "bad-period", given);
            bad = true;
          }
        }
      }
      const record: ReadRecord = {
        period,
        facts: new Array(columns.fields.length).fill(undefined),
        gaps: null,
      };
      const twin = period === null ? undefined : periods.get(period);
      if (twin) {
        // Which of the two is right cannot be told, so neither counts as known.
        this.report(here, PERIOD_KEY, "duplicate-period", periodOf(source), periodText(frequency, period!));
        for (const [i, f] of columns.fields.entries()) this.refuse(twin, i, f, owner);
        continue;
      }
      this.fill(record, values, columns, here, owner);
      if (period !== null) periods.set(period, record);
      records.push(record);
    }
    const count = PERIODS[frequency];
    if (periodic && !bad) {
      if ((unnamed > 0 && periods.size > 0) || records.length > count) {
        this.report(place, field.name, "bad-period", records.length, String(count));
        bad = true;
      } else if (unnamed > 0) for (const [i, r] of records.entries()) periods.set(i + 1, r);
    }
    if (bad) return undefined;
    const absent: string[] = [];
    for (let p = 1; p <= count; p++) if (!periods.has(p)) absent.push(periodText(frequency, p));
    return { records, absent };
  }

  // ──────────────────────────────── links ────────────────────────────────

  private readonly ids = new Map<number, Map<string, number>>();

  private link(kind: number, rows: readonly FactRow[], all: readonly (readonly FactRow[])[]): void {
    for (const [i, field] of this.tables.subjects[kind]!.fields.entries()) {
      if (field.type.kind !== "link") continue;
      const target = field.type.subject;
      let ids = this.ids.get(target);
      if (!ids) {
        ids = new Map(all[target]!.map((row, index) => [row.id, index]));
        this.ids.set(target, ids);
      }
      for (const row of rows) {
        const id = row.facts[i];
        if (typeof id !== "string") continue;
        const found = ids.get(id);
        if (found !== undefined) row.facts[i] = found;
        else {
          const place = { kind: this.tables.subjects[kind]!.name, index: row.index, id: row.id };
          this.report(place, field.name, "no-such-subject", id, nearest(id, ids.keys()) ?? "");
          row.facts[i] = undefined;
          gapsOf(row).causes.set(i, { kind: "no-such-subject", subject: row.id, field: field.name, id });
          if (field.used) this.complete = false;
        }
      }
    }
  }
}

function periodOf(source: Readonly<Record<string, unknown>>): unknown {
  for (const key of Object.keys(source)) {
    const name = plain(key);
    if (name === PERIOD_KEY || name === "period") return source[key];
  }
  return undefined;
}

function gapsOf(row: FactRow | ReadRecord): Gaps {
  row.gaps ??= { causes: new Map(), open: new Map() };
  return row.gaps;
}
