/** Reading a list of records. */
import type { FieldTable, ListFact, OpenContext } from "./abi.ts";
import type { Columns } from "./fact-columns.ts";
import { arrange, PERIOD_KEY, periodOf, periodText, readPeriod } from "./fact-periods.ts";
import type { FactIssue, FactProblem, FactRow, Place, ReadRecord } from "./fact-rows.ts";
import { BadValue, isMissing, isObject } from "./fact-values.ts";

/** What reading a list asks of the reader of its cohort. */
export interface RecordReader {
  readonly context: OpenContext;
  keysOf(
    source: Readonly<Record<string, unknown>>,
    columns: Columns,
    place: Place,
    periodic: boolean,
  ): Map<number, unknown>;
  fill(
    row: FactRow | ReadRecord,
    values: ReadonlyMap<number, unknown>,
    columns: Columns,
    place: Place,
    owner: string,
  ): void;
  refuse(row: FactRow | ReadRecord, i: number, field: FieldTable, owner: string): void;
  report(place: Place, field: string, issue: FactIssue, raw: unknown, detail?: string): FactProblem;
}

export function readList(
  reader: RecordReader,
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
  const unsaid: Place[] = [];
  let bad = false;
  for (const [index, source] of raw.entries()) {
    const here: Place = { ...place, list: { field: field.name, index } };
    if (!isObject(source)) {
      reader.report(here, "", "wrong-type", source);
      bad = true;
      continue;
    }
    const values = reader.keysOf(source, columns, here, periodic);
    let period: number | null = null;
    if (periodic && !columns.names.has(PERIOD_KEY)) {
      const given = periodOf(source);
      if (isMissing(given)) unsaid.push(here);
      else {
        period = readPeriod(given, frequency, reader.context);
        if (period === null) {
          reader.report(here, PERIOD_KEY, "bad-period", given);
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
      reader.report(here, PERIOD_KEY, "duplicate-period", periodOf(source), periodText(frequency, period!));
      for (const [i, f] of columns.fields.entries()) reader.refuse(twin, i, f, owner);
      continue;
    }
    reader.fill(record, values, columns, here, owner);
    if (period !== null) periods.set(period, record);
    records.push(record);
  }
  if (bad) return undefined;
  const arranged = arrange(records, frequency, reader.context);
  if (arranged === null) {
    if (unsaid.length === 0 || unsaid.length === records.length)
      reader.report(place, field.name, "bad-period", records.length);
    // Where others say their period, these are the ones that lack it.
    else for (const here of unsaid) reader.report(here, PERIOD_KEY, "bad-period", "");
  }
  for (const [i, record] of arranged?.records.entries() ?? [])
    if (record.gaps)
      placed(
        record.gaps,
        field.name,
        record.period === null ? `${i + 1}` : periodText(frequency, record.period),
      );
  return arranged ?? undefined;
}

/** Says of the facts that a record lacks which record that is. */
function placed({ causes }: NonNullable<ReadRecord["gaps"]>, list: string, record: string): void {
  for (const [i, cause] of causes)
    if (cause.kind === "missing-fact" || cause.kind === "bad-fact") causes.set(i, { ...cause, list, record });
}
