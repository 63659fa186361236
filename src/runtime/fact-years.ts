/**
 * 历年: the values of earlier years that are supplied beside this year's, as a group by year (`产值: {2025: 90}`)
 * or in columns of their own (`产值(2025)`), and how the past is asked for them.
 */
import type { FactValue, FieldTable, Tables } from "./abi.ts";
import { behind, type Columns, type Doubt, newDoubt } from "./fact-columns.ts";
import type { RecordReader } from "./fact-lists.ts";
import type { FactRow, Place, ReadRecord } from "./fact-rows.ts";
import { BadValue, isMissing, isNotApplicable, isObject, type NumberReader, plain } from "./fact-values.ts";
import { type GivenThen, type GivenYears, History, type Names } from "./history.ts";
import { lift } from "./lift.ts";
import type { Causes, OpenValue } from "./open-values.ts";

const YEAR = /^(\d{4})年?$/;
const DATED = /^(.*\S)\s*\((\d{4})年?\)$/;

/** A field of a year: which one, and of when. */
export interface DatedKey {
  readonly field: number;
  readonly year: number;
}

/** What `产值(2025)` means; null: no year of a field that has several. */
export function datedKey(key: string, columns: Columns): DatedKey | null {
  const match = DATED.exec(plain(key));
  const field = match ? columns.names.get(match[1]!) : undefined;
  return field !== undefined && columns.fields[field]!.yearly ? { field, year: Number(match![2]) } : null;
}

/** What a row says of a field: its values by year, and what stands there for the assessed one. */
export interface ByYear {
  readonly now: unknown;
  /** Of other years, without those left blank. */
  readonly others: ReadonlyMap<number, unknown>;
}

/** `raw` under the name itself, `dated` under names with a year; the first that is not blank counts. */
export function byYear(raw: unknown, dated: ReadonlyMap<number, unknown> | undefined, year: number): ByYear {
  const values = new Map<number, unknown>();
  const take = (of: number, value: unknown): void => {
    if (!isMissing(value) && !values.has(of)) values.set(of, value);
  };
  const grouped = isObject(raw) && Object.keys(raw).every((key) => YEAR.test(plain(key)));
  if (!grouped) take(year, raw);
  else for (const key of Object.keys(raw)) take(Number(YEAR.exec(plain(key))![1]), raw[key]);
  for (const [of, value] of dated ?? []) take(of, value);
  const now = values.get(year);
  values.delete(year);
  return { now, others: values };
}

/** Facts of an earlier year of a row; most are not there. */
export function rowOfYear(row: FactRow, year: number, fields: number): ReadRecord {
  row.years ??= new Map();
  const known = row.years.get(year);
  if (known) return known;
  const facts: FactValue[] = new Array(fields).fill(undefined);
  const added: ReadRecord = { period: null, facts, gaps: null };
  row.years.set(year, added);
  return added;
}

/** What reading the years of a field asks of the reader of its cohort. */
export interface YearReader extends Pick<RecordReader, "context" | "refuse" | "report"> {
  consider(
    doubt: Doubt,
    reader: NumberReader,
    raw: unknown,
    row: FactRow | ReadRecord,
    place: Place,
    field: FieldTable,
    id: string,
  ): void;
}

/** What is supplied for the assessed year; earlier years go to rows of their own, later ones are none of ours. */
export function readYears(
  reader: YearReader,
  row: FactRow,
  values: ReadonlyMap<number, unknown>,
  i: number,
  columns: Columns,
  place: Place,
): unknown {
  const dated = values.get(behind(i)) as ReadonlyMap<number, unknown> | undefined;
  const assessed = reader.context.year;
  const { now, others } = byYear(values.get(i), dated, assessed);
  for (const [year, raw] of others) {
    if (year >= assessed || isNotApplicable(raw)) continue;
    const then = rowOfYear(row, year, columns.fields.length);
    const field = { ...columns.fields[i]!, name: `${columns.fields[i]!.name}(${year})` };
    const value = columns.readers[i]!(raw);
    const doubt = doubtOfYear(columns, i, field.name);
    if (doubt && !(value instanceof BadValue))
      reader.consider(doubt, columns.numbers[i]!, raw, then, place, field, row.id);
    if (value instanceof BadValue) {
      reader.report(place, field.name, value.issue, raw, value.detail);
      reader.refuse(then, i, field, row.id);
    } else then.facts[i] = value;
  }
  return now;
}

/** The rows of a cohort that say something of earlier years. */
export class Years implements GivenYears {
  /** Reads options by name where no history does. */
  readonly names: Names;
  private readonly tables: Tables;
  private readonly rows = new Map<string, FactRow>();

  constructor(tables: Tables) {
    this.tables = tables;
    this.names = new History([], tables);
  }

  get empty(): boolean {
    return this.rows.size === 0;
  }

  take(rows: readonly (readonly FactRow[])[]): void {
    for (const list of rows)
      for (const row of list) if (row.years) this.rows.set(`${row.kind}/${row.id}`, row);
  }

  earliest(kind: number, id: string, fields: readonly string[], before: number): number | null {
    let earliest: number | null = null;
    for (const year of this.rows.get(`${kind}/${id}`)?.years?.keys() ?? [])
      if (year < before && (earliest === null || year < earliest) && this.at(kind, id, fields, year))
        earliest = year;
    return earliest;
  }

  at(kind: number, id: string, fields: readonly string[], year: number): GivenThen | null {
    const then = this.rows.get(`${kind}/${id}`)?.years?.get(year);
    if (!then) return null;
    const given = new Map<string, { value: OpenValue | null; why: Causes }>();
    for (const [i, field] of this.tables.subjects[kind]!.fields.entries()) {
      if (!fields.includes(field.name) || field.type.kind === "list") continue;
      const cause = then.gaps?.causes.get(i);
      if (then.facts[i] !== undefined)
        given.set(field.name, { value: lift(then.facts[i], field.type), why: [] });
      else if (cause) given.set(field.name, { value: null, why: [cause] });
    }
    return given.size > 0 ? given : null;
  }
}

/** The doubt about the column of one year; null: there can be none. */
function doubtOfYear({ doubts, yearDoubts }: Columns, field: number, name: string): Doubt | null {
  if (!doubts.has(field)) return null;
  const known = yearDoubts.get(name) ?? { field, doubt: newDoubt() };
  yearDoubts.set(name, known);
  return known.doubt;
}
