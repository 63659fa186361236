import type { Phrase } from "../diagnostics/message.ts";
import { hinted, inMessage, orNone, type PlainHint, type PlainWord, phrase } from "../diagnostics/phrases.ts";
import { type Problem, type ProblemExtras, problem } from "../diagnostics/problem.ts";
import { clearlyNearest, nearest } from "../diagnostics/suggest.ts";
import type { FactProblem } from "../runtime/facts.ts";
import { wrongPeriod } from "./assessed-period.ts";
import { type Column, type ColumnType, type DataSchema, datedColumn, kindNamed } from "./data-schema.ts";
import type { DataPositions, ParameterPositions } from "./positions.ts";

/**
 * What is wrong with a fact, said to the person who can correct the file: the check itself belongs to the
 * runtime, which knows indexes; here they become file, row and field.
 */
export function describeFactProblem(
  found: FactProblem,
  positions: DataPositions,
  parameters: ParameterPositions | null = null,
): Problem {
  const { kind, field, value, detail } = found;
  const { schema } = positions;
  const extras = placeOf(found, positions, parameters);
  const column = columnOf(found, schema);
  const type = column?.type ?? null;
  const name = column && !column.yearly ? column.name : field;
  switch (found.issue) {
    case "unknown-kind": {
      const known = schema.kinds.map((k) => k.name);
      return problem("BF4073", { kind: found.kind, known }, extras);
    }
    case "unknown-field":
      return detail === ""
        ? problem("BF4060", { kind, field, known: fieldNames(found, schema) }, extras)
        : problem("BF4056", { kind, field, suggestion: detail, count: 1 }, extras);
    case "missing-id":
      return problem("BF4061", { kind, field: name, number: found.index + 1 }, extras);
    case "duplicate-id":
      return problem(
        "BF4062",
        { kind, field: name, value, first: positions.firstRow(kind, value) ?? found.index },
        extras,
      );
    case "wrong-type": {
      const single = type === null ? phrase(FORM_OF_SUBJECT) : expectedOf(type);
      const expected = column?.yearly && field === column.name ? byYears(single) : single;
      return problem(
        "BF4063",
        { field: name === "" ? kind : name, value, ...inMessage("expected", expected) },
        extras,
      );
    }
    case "out-of-range": {
      const range = type?.kind === "number" ? rangeOf(type) : detail;
      return problem("BF4064", { field: name, value: withUnit(value, type), range }, extras);
    }
    case "too-precise":
      return problem("BF4065", { field: name, value: withUnit(value, type), step: detail }, extras);
    case "unknown-member": {
      const members = type?.kind === "choice" ? type.members : [];
      const known = members;
      const suggestion = detail === "" ? clearlyNearest(value, members) : detail;
      return suggestion === null
        ? problem("BF4066", { field: name, value, known }, extras)
        : problem("BF4067", { field: name, value, suggestion, known }, extras);
    }
    case "doubtful-percent":
      return problem("BF4068", { field: name, value }, extras);
    case "bad-date":
      return problem("BF4069", { field: name, value }, extras);
    case "bad-term":
      return problem("BF4087", { field: name, value: found.detail === "" ? value : found.detail }, extras);
    case "no-such-subject":
      return problem(
        "BF4070",
        { field: name, value, target: type?.kind === "link" || type?.kind === "links" ? type.subject : "" },
        extras,
      );
    case "duplicate-period":
      return problem("BF4071", { field: found.list?.field ?? name, value: detail || value }, extras);
    case "bad-period": {
      if (found.index < 0) return wrongPeriod(value, schema.period, extras);
      const how = PERIODS[frequencyOf(found, schema)];
      const list = found.list?.field ?? name;
      return problem("BF4072", { field: list, value: value || "—", ...hinted(how) }, extras);
    }
    case "unknown-parameter": {
      const names = schema.parameters.map((p) => p.name);
      const suggestion = detail === "" ? nearest(field, names) : detail;
      return suggestion === null
        ? problem("BF4074", { name: field, known: orNone(names) }, extras)
        : problem("BF4075", { name: field, suggestion }, extras);
    }
    case "parameter-order":
      return problem("BF4077", { name: field, value, under: detail }, extras);
    case "bad-parameter": {
      const declared = schema.parameters.find((p) => p.name === field)?.type;
      const expected = declared === undefined ? phrase(FORM_OF_SUBJECT) : expectedOf(declared);
      return problem("BF4076", { name: field, value, ...inMessage("expected", expected) }, extras);
    }
  }
}

const OF_PARAMETERS: ReadonlySet<FactProblem["issue"]> = new Set([
  "unknown-parameter",
  "bad-parameter",
  "parameter-order",
]);

function placeOf(
  found: FactProblem,
  positions: DataPositions,
  parameters: ParameterPositions | null,
): ProblemExtras {
  if (OF_PARAMETERS.has(found.issue)) {
    return parameters === null ? {} : { data: parameters.place(found.field) };
  }
  const { kind, index, field, list } = found;
  if (index < 0) return {};
  return {
    data: positions.place({ kind, index, field: field === "" ? null : field, list: list ?? null }),
  };
}

/** The column of the fact; null for the subject or record as a whole, and for names that are not declared. */
function columnOf(found: FactProblem, schema: DataSchema): Column | null {
  const columns = columnsOf(found, schema);
  return (
    columns.find((c) => c.name === found.field || c.alias === found.field) ??
    datedColumn(found.field, columns)?.column ??
    null
  );
}

function columnsOf(found: FactProblem, schema: DataSchema): readonly Column[] {
  const own = kindNamed(schema, found.kind)?.columns ?? [];
  if (found.list === undefined) return own;
  const list = own.find((c) => c.name === found.list?.field);
  return list?.type.kind === "list" ? list.type.columns : [];
}

function fieldNames(found: FactProblem, schema: DataSchema): string[] {
  return columnsOf(found, schema).map((c) => c.name);
}

const FORM_OF_SUBJECT: PlainWord = "group-of-fields";

const byYears = ({ zh, en }: Phrase): Phrase => phrase("or-one-a-year", { what: zh, whatEn: en });

/** What a column holds, in words. */
export function expectedOf(type: ColumnType): Phrase {
  switch (type.kind) {
    case "number": {
      const range = rangeOf(type);
      const what = type.unit === "" ? phrase("plain-number") : phrase("number-of-unit", { unit: type.unit });
      return range === "" ? what : phrase("within-range", { what: what.zh, whatEn: what.en, range });
    }
    case "truth":
      return phrase("yes-or-no");
    case "choice":
      return phrase("one-of", { members: type.members });
    case "text":
      return phrase("text");
    case "date":
      return phrase("date-such-as");
    case "party":
      return phrase("name-of-person-or-body");
    case "link":
      return phrase("id-of", { subject: type.subject });
    case "links":
      return phrase("ids-of", { subject: type.subject });
    case "list":
      return phrase("list-of-records");
  }
}

/** `0至30分`, `0分以上`; empty without bounds. */
function rangeOf(type: ColumnType & { readonly kind: "number" }): string {
  const { low, high, unit } = type;
  if (low !== null && high !== null) return `${low}~${high}${unit}`;
  if (low !== null) return `≥ ${low}${unit}`;
  return high === null ? "" : `≤ ${high}${unit}`;
}

/** A bare number with its unit; a text keeps the unit it was written with. */
function withUnit(value: string, type: ColumnType | null): string {
  return type?.kind === "number" && /^[-+]?[\d.]+$/.test(value) ? `${value}${type.unit}` : value;
}

type Frequency = (ColumnType & { readonly kind: "list" })["frequency"];

function frequencyOf(found: FactProblem, schema: DataSchema): Frequency {
  const name = found.list?.field ?? found.field;
  const column = kindNamed(schema, found.kind)?.columns.find((c) => c.name === name);
  return column?.type.kind === "list" ? column.type.frequency : "many";
}

/** How periods are written, for each frequency. */
const PERIODS = {
  month: "write-month",
  quarter: "write-quarter",
  "half-year": "write-half-year",
  year: "write-year",
  many: "check-records",
} as const satisfies Record<Frequency, PlainHint>;
