/**
 * Reads a cohort: supplied records become rows of facts, every mistake becomes a {@link FactProblem}. A bad
 * fact is a missing fact with the cause "bad-fact"; its subject stays in the cohort, and nothing throws.
 * Start at {@link readCohort}.
 */
import type { FactValue, FieldTable, OpenContext } from "./abi.ts";
import type { CompiledMeasure } from "./compiled.ts";
import { behind, type Columns, columnsOf, type Doubt, doubtsOf } from "./fact-columns.ts";
import type { RecordReader } from "./fact-lists.ts";
import { isPeriodKey } from "./fact-periods.ts";
import {
  type FactIssue,
  type FactProblem,
  type FactRow,
  gapsOf,
  type OfAll,
  type Place,
  type RawCohort,
  type ReadCohort,
  type ReadRecord,
} from "./fact-rows.ts";
import {
  BadValue,
  idleValue,
  isMissing,
  isNotApplicable,
  isObject,
  type NumberReader,
  plain,
  rawText,
  readText,
} from "./fact-values.ts";
import type { YearReader } from "./fact-years.ts";
import { nearest } from "./nearest.ts";
import type { Cause } from "./result.ts";

export type { FactIssue, FactProblem, FactRow, RawCohort } from "./fact-rows.ts";

/** @param ofAll where the cohort is a part of all there are */
export function readCohort(
  compiled: CompiledMeasure,
  cohort: RawCohort,
  context: OpenContext,
  ofAll: OfAll | null = null,
): ReadCohort {
  return new CohortReader(compiled, context, ofAll).read(cohort);
}

class CohortReader implements RecordReader, YearReader {
  private problems: FactProblem[] = [];
  private complete = true;
  readonly context: OpenContext;
  private readonly compiled: CompiledMeasure;
  private readonly ofAll: OfAll | null;

  constructor(compiled: CompiledMeasure, context: OpenContext, ofAll: OfAll | null) {
    this.compiled = compiled;
    this.context = context;
    this.ofAll = ofAll;
  }

  read(cohort: RawCohort): ReadCohort {
    const { tables, parts } = this.compiled;
    const { subjects } = tables;
    const given = new Map(Object.keys(cohort).map((name) => [plain(name), name] as const));
    const rows = subjects.map(({ of }, kind) => (of ? [] : this.supplied(kind, given, cohort)));
    for (const [name, key] of given) {
      const near =
        nearest(
          name,
          subjects.flatMap((s) => (s.of ? [] : [s.name])),
        ) ?? "";
      this.report({ kind: key, index: -1, id: "" }, "", "unknown-kind", key, near);
    }
    parts.links?.resolve(tables, rows, (row, field, id, near, list) => {
      const place = { kind: subjects[row.kind]!.name, index: row.index, id: row.id, ...(list && { list }) };
      this.report(place, field.name, "no-such-subject", id, near);
      if (field.used) this.complete = false;
    });
    // Their lists are read to the end now.
    for (const [kind, { of }] of subjects.entries()) {
      if (!of) continue;
      const records = parts.records!(tables, kind, rows, this.ofAll);
      this.complete &&= records.complete;
      rows[kind] = records.rows;
    }
    return { rows, problems: this.problems, complete: this.complete };
  }

  /** The rows of a kind whose subjects are supplied. */
  private supplied(kind: number, given: Map<string, string>, cohort: RawCohort): FactRow[] {
    const { name } = this.compiled.tables.subjects[kind]!;
    const key = given.get(plain(name));
    given.delete(plain(name));
    const raw = key === undefined ? [] : cohort[key];
    if (Array.isArray(raw)) return this.readKind(kind, raw);
    this.report({ kind: name, index: -1, id: "" }, "", "wrong-type", raw);
    return [];
  }

  report(place: Place, field: string, issue: FactIssue, raw: unknown, detail = ""): FactProblem {
    const { kind, index, id, list } = place;
    const value = raw === undefined ? "" : rawText(raw);
    const problem: FactProblem = { kind, index, id, field, ...(list && { list }), issue, value, detail };
    this.problems.push(problem);
    return problem;
  }

  // ───────────────────────────────── rows ─────────────────────────────────

  private readKind(kind: number, raw: readonly unknown[]): FactRow[] {
    const { tables, open } = this.compiled;
    const subject = tables.subjects[kind]!;
    const columns = columnsOf(this.compiled, this.context, subject.fields, open.subjectDefaults[kind]!);
    const taken = new Map<string, number>();
    const firsts = new Map<string, number>();
    const rows = raw.map((record, index) => {
      const source = isObject(record) ? record : {};
      const keys = this.keysOf(source, columns, { kind: subject.name, index, id: "" }, false);
      const rawId = keys.get(subject.key);
      const read = isMissing(rawId) ? undefined : readText(rawId);
      const named = typeof read === "string";
      if (!named) keys.delete(subject.key);
      let id = named ? read : `#${index + 1}`;
      const place: Place = { kind: subject.name, index, id };
      const keyName = subject.fields[subject.key]?.name ?? "";
      if (!isObject(record)) this.report(place, "", "wrong-type", record);
      else if (!named) this.report(place, keyName, read === undefined ? "missing-id" : "wrong-type", rawId);
      const before = taken.get(id);
      if (before !== undefined) {
        this.report(place, keyName, "duplicate-id", rawId, String(firsts.get(place.id)! + 1));
        let suffix = before + 1;
        while (taken.has(`${place.id}#${suffix}`)) suffix++;
        taken.set(place.id, suffix);
        id = `${place.id}#${suffix}`;
      }
      taken.set(id, 1);
      firsts.set(id, index);
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
    this.settleDoubts(columns, [subject.name]);
    return rows;
  }

  /** Raw values by field index; the name wins over the alias, unknown keys are reported once a column. */
  keysOf(
    source: Readonly<Record<string, unknown>>,
    columns: Columns,
    place: Place,
    periodic: boolean,
  ): Map<number, unknown> {
    const values = new Map<number, unknown>();
    for (const key of Object.keys(source)) {
      const { years: parts } = this.compiled.parts;
      const dated = parts && !columns.names.has(plain(key)) ? parts.key(key, columns) : null;
      if (dated) {
        const years = (values.get(behind(dated.field)) ?? new Map()) as Map<number, unknown>;
        if (isMissing(years.get(dated.year))) years.set(dated.year, source[key]);
        values.set(behind(dated.field), years);
        continue;
      }
      let field = columns.keys.get(key);
      if (field === undefined) {
        const name = plain(key);
        field = columns.names.get(name) ?? null;
        if (field === null && !(periodic && isPeriodKey(name))) {
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

  fill(
    row: FactRow | ReadRecord,
    values: ReadonlyMap<number, unknown>,
    columns: Columns,
    place: Place,
    owner: string,
  ): void {
    for (let i = 0; i < columns.fields.length; i++) {
      const field = columns.fields[i]!;
      if (field.derived) continue;
      const raw = field.yearly
        ? this.compiled.parts.years!.read(this, row as FactRow, values, i, columns, place)
        : values.get(i);
      const { applies } = field;
      if (applies !== undefined) {
        if (isNotApplicable(raw)) {
          // Never looked at, but of its kind, so that rows keep one shape.
          row.facts[i] = idleValue(field, columns.numbers[i]!);
          row.facts[applies] = false;
          // Strict code follows links wherever they are written, so one that leads nowhere is for the open program.
          if (field.type.kind === "link" && field.used) this.complete = false;
          continue;
        }
        row.facts[applies] = true;
      }
      if (isMissing(raw)) {
        this.fillMissing(row, i, columns, owner);
        continue;
      }
      const value =
        field.type.kind === "list"
          ? this.compiled.parts.lists!(this, raw, field, columns.lists[i]!, place, owner)
          : columns.readers[i]!(raw);
      const doubt = columns.doubts.get(i);
      const imprecise = value instanceof BadValue && value.issue === "too-precise";
      if (doubt && (imprecise || !(value instanceof BadValue)))
        this.consider(doubt, columns.numbers[i]!, raw, row, place, field, owner);
      if (value instanceof BadValue) {
        this.report(place, field.name, value.issue, raw, value.detail);
        // A fraction written as a percentage is mostly too precise as well; one message says enough.
        if (doubt && imprecise) doubt.imprecise.push(this.problems.at(-1)!);
      }
      if (value === undefined || value instanceof BadValue) {
        this.refuse(row, i, field, owner);
        this.doubtApplies(row, field, columns, { kind: "bad-fact", subject: owner, field: field.name });
      } else {
        row.facts[i] = value;
        if (field.used && columns.numbers[i]?.beyond(value)) this.complete = false;
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
    } else {
      gapsOf(row).causes.set(i, { kind: "missing-fact", subject: owner, field: field.name });
      this.doubtApplies(row, field, columns, { kind: "missing-fact", subject: owner, field: field.name });
    }
    if (field.used) this.complete = false;
  }

  /** Without a value it is not known either whether one applies. */
  private doubtApplies(
    row: FactRow | ReadRecord,
    { applies }: FieldTable,
    columns: Columns,
    cause: Cause,
  ): void {
    if (applies === undefined) return;
    row.facts[applies] = undefined;
    gapsOf(row).causes.set(applies, cause);
    if (columns.fields[applies]!.used) this.complete = false;
  }

  refuse(row: FactRow | ReadRecord, i: number, field: FieldTable, owner: string): void {
    row.facts[i] = undefined;
    gapsOf(row).causes.set(i, { kind: "bad-fact", subject: owner, field: field.name });
    if (field.used) this.complete = false;
  }

  // ───────────────────────────── percentages ─────────────────────────────

  consider(
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

  private settleDoubts(columns: Columns, path: readonly string[]): void {
    for (const { i, field, doubt } of doubtsOf(columns)) {
      const refused = this.ofAll
        ? this.ofAll.refuses(JSON.stringify([...path, field.name]), doubt)
        : !doubt.beyond && doubt.within !== null;
      if (!refused) continue;
      const said = new Set(doubt.imprecise);
      this.problems = this.problems.filter((p) => !said.has(p));
      // Who judges for others tells it once for all.
      if (!this.ofAll) this.problems.push({ ...doubt.within!, detail: String(doubt.facts.length) });
      for (const { row, id } of doubt.facts) this.refuse(row, i, field, id);
    }
    for (const [i, list] of columns.lists.entries())
      if (list) this.settleDoubts(list, [...path, columns.fields[i]!.name]);
  }
}
