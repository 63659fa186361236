/** Between facts and slots on one side and open values on the other. */
import type {
  FactValue,
  FieldTable,
  ListFact,
  ListTable,
  StrictProgram,
  StrictRow,
  Tables,
  TypeTable,
} from "./abi.ts";
import type { FactRow, Gaps, ReadRecord } from "./fact-rows.ts";
import { fromRep, toRep } from "./fact-values.ts";
import type { OpenRecord, OpenRow } from "./open-rows.ts";
import {
  anyMember,
  type Causes,
  exactly,
  exactOf,
  Interval,
  isExact,
  type OpenValue,
  Unknown,
} from "./open-values.ts";
import { compare, divide, parseRational, type Rational } from "./rational.ts";

/** An exact open value in the representation of its type; undefined when it is open or does not fit. */
export function lower(value: OpenValue, type: TypeTable | ListTable): FactValue {
  if (!isExact(value) || type.kind === "list") return undefined;
  if (!(value instanceof Interval)) return value as FactValue;
  if (type.kind !== "number") return undefined;
  const exact = exactOf(value)!;
  const end = (text: string | null) => (text === null ? null : parseRational(text)!);
  const [low, high, step] = [end(type.low), end(type.high), end(type.step)];
  if ((low && compare(exact, low) < 0) || (high && compare(exact, high) > 0)) return undefined;
  if (step && step.num !== 0n && divide(exact, step).den !== 1n) return undefined;
  return toRep(exact, type.rep) ?? undefined;
}

/** A slot or fact as an open value. */
export function lift(value: FactValue | unknown, type: TypeTable): OpenValue {
  return type.kind === "number"
    ? exactly(fromRep(value as number | bigint | Rational, type.rep))
    : (value as OpenValue);
}

/** What a fact that is not there starts as: its whole range. */
export function missing(type: TypeTable, tables: Tables, why: Causes): OpenValue {
  switch (type.kind) {
    case "number":
      return new Interval(
        type.low === null ? null : parseRational(type.low)!,
        type.high === null ? null : parseRational(type.high)!,
        why,
      );
    case "choice":
      return anyMember(tables.enumerations[type.enumeration]!.members.length, false, why);
    case "truth":
    case "text":
    case "date":
    case "party":
    case "link":
    case "links":
      return new Unknown(why);
  }
}

function liftFacts(
  facts: readonly FactValue[],
  gaps: Gaps | null,
  fields: readonly FieldTable[],
  tables: Tables,
): OpenValue[] {
  return fields.map((field, i) => {
    if (field.type.kind === "list") return false;
    const value = facts[i];
    if (value !== undefined) return lift(value, field.type);
    const open = gaps?.open.get(i);
    if (open !== undefined) return open;
    const cause = gaps?.causes.get(i);
    return missing(field.type, tables, cause ? [cause] : []);
  });
}

/** The facts of a row as open values; its cells are still empty. `rowAt` has the rows of kinds of records. */
export function liftRow(
  row: FactRow,
  tables: Tables,
  rowAt: (kind: number, index: number) => OpenRow,
): OpenRow {
  const { fields } = tables.subjects[row.kind]!;
  const lifted: OpenRow = {
    kind: row.kind,
    index: row.index,
    id: row.id,
    f: liftFacts(row.facts, row.gaps, fields, tables),
    c: [],
    l: [],
  };
  for (const [i, field] of fields.entries()) {
    if (field.type.kind !== "list") continue;
    const list = row.facts[i] as (Omit<ListFact, "records"> & { records: readonly ReadRecord[] }) | undefined;
    const own = tables.subjects.findIndex(({ of }) => of?.subject === row.kind && of.list === i);
    const cause = row.gaps?.causes.get(i);
    const recordFields = tables.records[field.type.record]!.fields;
    lifted.l[i] = {
      records:
        list?.rows?.map((index) => rowAt(own, index)) ??
        list?.records.map(
          (r): OpenRecord => ({ f: liftFacts(r.facts, r.gaps, recordFields, tables), c: [] }),
        ) ??
        null,
      periods: list?.records.map((r) => r.period) ?? [],
      absent: list?.absent ?? [],
      field: field.name,
      why: cause ? [cause] : [],
    };
  }
  return lifted;
}

/** Fills the cells of an open row from a computed strict row. */
export function liftCells(open: OpenRow, row: StrictRow, program: StrictProgram, tables: Tables): void {
  for (const [id, cell] of tables.cells.entries()) {
    if (cell.subject !== open.kind) continue;
    open.c[id] = lift(program.read[id]!(row), cell.type);
  }
}
