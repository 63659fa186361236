import type { Enumeration, Field, ListType, Measure, Type } from "../compiler/ir/ir.ts";
import { PERIOD_KEY } from "../runtime/fact-periods.ts";
import type { PeriodLength } from "../runtime/periods.ts";
import { divide, ONE, type Rational, toText } from "../runtime/rational.ts";

/**
 * What readers know of a measure: kinds of subject and their columns, in the terms of a table. Derived from
 * the IR in one place ({@link dataSchemaOf}), so a reader never looks into expressions.
 */

export type ColumnType =
  | {
      readonly kind: "number";
      /** Unit in which the field is filled in: 分, %, 元; empty for a pure number. */
      readonly unit: string;
      /** Declared bounds and step in that unit, as text for messages; null: none. */
      readonly low: string | null;
      readonly high: string | null;
      readonly step: string | null;
      readonly asFraction: boolean;
    }
  | { readonly kind: "truth" }
  | { readonly kind: "choice"; readonly members: readonly string[] }
  | { readonly kind: "text" }
  | { readonly kind: "date" }
  | { readonly kind: "party" }
  | { readonly kind: "link"; readonly subject: string }
  | { readonly kind: "links"; readonly subject: string }
  | {
      readonly kind: "list";
      readonly record: string;
      readonly frequency: ListType["frequency"];
      readonly columns: readonly Column[];
    };

export interface Column {
  readonly name: string;
  readonly alias: string | null;
  readonly type: ColumnType;
  /** Neither optional nor with a default: what depends on it is undetermined without it. */
  readonly required: boolean;
  /** 历年: earlier years have columns of their own, `产值(2025)`, or stand in a group by year. */
  readonly yearly?: true;
}

export interface KindSchema {
  readonly name: string;
  /** Name of the identifying column. */
  readonly key: string;
  readonly columns: readonly Column[];
}

export interface ParameterSchema {
  readonly name: string;
  readonly type: ColumnType;
}

export interface DataSchema {
  readonly measure: string;
  /** 考核周期. */
  readonly period: PeriodLength;
  readonly kinds: readonly KindSchema[];
  readonly parameters: readonly ParameterSchema[];
}

/** The columns a measure asks for. */
export function dataSchemaOf(measure: Measure): DataSchema {
  return {
    measure: measure.name,
    period: measure.period,
    kinds: measure.subjects
      .filter((subject) => !subject.of)
      .map((subject) => ({
        name: subject.name,
        key: subject.fields[subject.key]?.name ?? "",
        columns: subject.fields.filter(isSupplied).map((field) => columnOf(field, measure)),
      })),
    parameters: measure.parameters.map((p) => ({ name: p.name, type: scalarType(p.type, measure, false) })),
  };
}

const isSupplied = (field: Field): boolean => !field.derived;

function columnOf(field: Field, measure: Measure): Column {
  return {
    name: field.name,
    alias: field.alias,
    type: columnType(field, measure),
    required: !field.optional && field.default === null,
    ...(field.yearly && { yearly: true as const }),
  };
}

function columnType(field: Field, measure: Measure): ColumnType {
  if (field.type.kind !== "list") return scalarType(field.type, measure, field.asFraction);
  const record = measure.records[field.type.record];
  return {
    kind: "list",
    record: record?.name ?? "",
    frequency: field.type.frequency,
    columns: (record?.fields ?? []).filter(isSupplied).map((f) => columnOf(f, measure)),
  };
}

function scalarType(type: Type, measure: Measure, asFraction: boolean): ColumnType {
  switch (type.kind) {
    case "number": {
      const factor = asFraction ? ONE : type.display.factor;
      const shown = (value: Rational | null) => (value === null ? null : toText(divide(value, factor)));
      return {
        kind: "number",
        unit: asFraction ? "" : type.display.unit,
        low: shown(type.low),
        high: shown(type.high),
        step: shown(type.step),
        asFraction,
      };
    }
    case "choice":
      return { kind: "choice", members: membersOf(measure.enumerations[type.enumeration]) };
    case "link":
    case "links":
      return { kind: type.kind, subject: measure.subjects[type.subject]?.name ?? "" };
    case "truth":
    case "text":
    case "date":
    case "party":
      return type;
  }
}

function membersOf(enumeration: Enumeration | undefined): readonly string[] {
  return enumeration?.members ?? [];
}

export function kindNamed(schema: DataSchema, name: string): KindSchema | undefined {
  return schema.kinds.find((k) => k.name === name);
}

/** Headings under which a record of a periodic list says its period (3, 3月, 第一季度, 2018-03). */
const PERIOD_NAMES = [PERIOD_KEY, "期次", "月份", "月", "季度", "半年", "period"] as const;

/** The column of the period, which records of a periodic list have besides their declared fields. */
export const PERIOD_COLUMN: Column = {
  name: PERIOD_KEY,
  alias: null,
  type: { kind: "text" },
  required: false,
};

export function isPeriodName(name: string): boolean {
  return (PERIOD_NAMES as readonly string[]).includes(name);
}

/** The names by which a column may be headed. */
export function spellings(column: Column): readonly string[] {
  if (column === PERIOD_COLUMN) return PERIOD_NAMES;
  return column.alias === null ? [column.name] : [column.name, column.alias];
}

/** The column of one earlier year of a field that has them: `产值(2025)`. */
export const columnOfYear = (column: Column, year: string): Column => ({
  ...column,
  name: `${column.name}(${year})`,
  alias: null,
  required: false,
});

/** The declared column that `产值(2025)` is about, with the year; null: none. */
export function datedColumn(
  name: string,
  columns: readonly Column[],
): { readonly column: Column; readonly year: string } | null {
  const m = /^([^()]+)\((\d{4})年?\)$/.exec(name.normalize("NFKC").trim());
  const column = m && columns.find((c) => c.yearly && (c.name === m[1]!.trim() || c.alias === m[1]!.trim()));
  return column ? { column, year: m[2]! } : null;
}
