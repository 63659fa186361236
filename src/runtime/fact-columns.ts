/** How each column of a kind, or of a list of records, is read. */
import type { FactValue, FieldTable, OpenContext, OpenProgram, Tables } from "./abi.ts";
import type { FactProblem, FactRow, ReadRecord } from "./fact-rows.ts";
import {
  BadValue,
  memberNames,
  NumberReader,
  plain,
  readDay,
  readParty,
  readText,
  readTruth,
} from "./fact-values.ts";
import { lower } from "./lift.ts";
import { nearest } from "./nearest.ts";
import type { OpenValue } from "./open-values.ts";

/** Reads the fact of a record. */
export type ReadFact = (raw: unknown) => FactValue | BadValue;

/** What reading needs to know of the measure; a compiled measure has it. */
export interface Read {
  readonly tables: Tables;
  readonly open: OpenProgram;
  readonly parts: { readonly posts?: ReadFact };
}

/** The columns of one subject kind or of one list of records. */
export interface Columns {
  readonly fields: readonly FieldTable[];
  /** Field index by plain name or alias. */
  readonly names: ReadonlyMap<string, number>;
  readonly readers: readonly ReadFact[];
  readonly numbers: readonly (NumberReader | null)[];
  readonly defaults: readonly (FactValue | OpenValue | undefined)[];
  readonly openDefaults: readonly (OpenValue | undefined)[];
  readonly lists: readonly (Columns | null)[];
  /** Keys seen so far and the field they mean; null: unknown, already reported. */
  readonly keys: Map<string, number | null>;
  /** Percent columns: what speaks for and against percentages written as fractions. */
  readonly doubts: Map<number, Doubt>;
  /** The same for the columns of earlier years, by the name of the column. */
  readonly yearDoubts: Map<string, { readonly field: number; readonly doubt: Doubt }>;
}

export interface Doubt {
  beyond: boolean;
  within: FactProblem | null;
  /** Problems that the refusal of the column makes idle. */
  readonly imprecise: FactProblem[];
  /** What to take back when the column is refused. */
  readonly facts: { readonly row: FactRow | ReadRecord; readonly id: string }[];
}

export const newDoubt = (): Doubt => ({ beyond: false, within: null, imprecise: [], facts: [] });

/** The columns of some fields, with those of the records of list fields inside. */
export function columnsOf(
  read: Read,
  context: OpenContext,
  fields: readonly FieldTable[],
  defaults: readonly (((context: OpenContext) => OpenValue) | null)[],
): Columns {
  const { tables, open } = read;
  const names = new Map<string, number>();
  for (const [i, f] of fields.entries()) if (f.alias !== null) names.set(plain(f.alias), i);
  for (const [i, f] of fields.entries()) if (!f.derived) names.set(plain(f.name), i);
  const numbers = fields.map((f) =>
    f.type.kind === "number" ? new NumberReader(f.type, f.asFraction) : null,
  );
  const openDefaults = defaults.map((d) => d?.(context));
  return {
    fields,
    names,
    numbers,
    readers: fields.map((f, i) => readerOf(read, f, numbers[i]!)),
    defaults: openDefaults.map((value, i) =>
      value === undefined ? undefined : lower(value, fields[i]!.type),
    ),
    openDefaults,
    lists: fields.map((f) =>
      f.type.kind === "list"
        ? columnsOf(read, context, tables.records[f.type.record]!.fields, open.recordDefaults[f.type.record]!)
        : null,
    ),
    keys: new Map(),
    doubts: new Map(numbers.flatMap((n, i) => (n?.percent ? [[i, newDoubt()] as const] : []))),
    yearDoubts: new Map(),
  };
}

function readerOf({ tables, parts }: Read, field: FieldTable, number: NumberReader | null): ReadFact {
  const { type } = field;
  switch (type.kind) {
    case "number":
      return (raw) => number!.read(raw);
    case "truth":
      return readTruth;
    case "choice": {
      const enumeration = tables.enumerations[type.enumeration]!;
      const members = memberNames(enumeration);
      return (raw) => {
        if (typeof raw !== "string") return new BadValue("wrong-type");
        const name = plain(raw);
        return members.get(name) ?? new BadValue("unknown-member", nearest(name, enumeration.members) ?? "");
      };
    }
    case "date":
      return readDay;
    case "party":
      return type.dated ? parts.posts! : readParty;
    case "links":
      return readParty;
    // A link is read as the id it names; link() replaces it by the row.
    case "text":
    case "link":
      return readText;
    case "list":
      return () => new BadValue("wrong-type");
  }
}

/** Where values of other years stand among those of a row: behind the index of their field. */
export const behind = (field: number): number => -1 - field;

/** All doubts, with the field they are about, called as it is in that year. */
export function doubtsOf(
  columns: Columns,
): readonly { readonly i: number; readonly field: FieldTable; readonly doubt: Doubt }[] {
  const { fields, doubts, yearDoubts } = columns;
  return [
    ...[...doubts].map(([i, doubt]) => ({ i, field: fields[i]!, doubt })),
    ...[...yearDoubts].map(([name, { field: i, doubt }]) => ({ i, field: { ...fields[i]!, name }, doubt })),
  ];
}
