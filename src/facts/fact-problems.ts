import { type Problem, type ProblemExtras, problem } from "../diagnostics/problem.ts";
import { nearest } from "../diagnostics/suggest.ts";
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
      const known = schema.kinds.map((k) => k.name).join("、");
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
      const single = type === null ? FORM_OF_SUBJECT : expectedOf(type);
      const expected = column?.yearly && field === column.name ? byYears(single) : single;
      return problem(
        "BF4063",
        { field: name === "" ? kind : name, value, expectedZh: expected.zh, expectedEn: expected.en },
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
      const known = members.join("、");
      const suggestion = detail === "" ? nearest(value, members) : detail;
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
      const expected = PERIODS[frequencyOf(found, schema)];
      return problem(
        "BF4072",
        { field: found.list?.field ?? name, value, expectedZh: expected.zh, expectedEn: expected.en },
        extras,
      );
    }
    case "unknown-parameter": {
      const names = schema.parameters.map((p) => p.name);
      const suggestion = detail === "" ? nearest(field, names) : detail;
      return suggestion === null
        ? problem("BF4074", { name: field, known: names.join("、") || "—" }, extras)
        : problem("BF4075", { name: field, suggestion }, extras);
    }
    case "parameter-order":
      return problem("BF4077", { name: field, value, under: detail }, extras);
    case "bad-parameter": {
      const declared = schema.parameters.find((p) => p.name === field)?.type;
      const expected = declared === undefined ? FORM_OF_SUBJECT : expectedOf(declared);
      return problem(
        "BF4076",
        { name: field, value, expectedZh: expected.zh, expectedEn: expected.en },
        extras,
      );
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

function fieldNames(found: FactProblem, schema: DataSchema): string {
  return columnsOf(found, schema)
    .map((c) => c.name)
    .join("、");
}

interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

const FORM_OF_SUBJECT: Bilingual = { zh: "一组“字段：内容”", en: "a group of fields" };

const byYears = ({ zh, en }: Bilingual): Bilingual => ({
  zh: `${zh}，或者一年一个（如 2025: …）`,
  en: `${en}, or one a year (such as 2025: …)`,
});

/** What a column holds, in words. */
export function expectedOf(type: ColumnType): Bilingual {
  switch (type.kind) {
    case "number": {
      const range = rangeOf(type);
      const zh = type.unit === "" ? "数" : `以“${type.unit}”为单位的数`;
      const en = type.unit === "" ? "a number" : `a number of ${type.unit}`;
      return range === "" ? { zh, en } : { zh: `${zh}（${range}）`, en: `${en} (${range})` };
    }
    case "truth":
      return { zh: "“是”或“否”", en: "是 or 否 (true or false)" };
    case "choice":
      return { zh: `${type.members.join("、")}之一`, en: `one of ${type.members.join(", ")}` };
    case "text":
      return { zh: "文字", en: "text" };
    case "date":
      return { zh: "日期（如 2018-04-23）", en: "a date (such as 2018-04-23)" };
    case "party":
      return { zh: "人员或单位的名称", en: "the name of a person or body" };
    case "link":
      return { zh: `“${type.subject}”的编号`, en: `the id of a "${type.subject}"` };
    case "links":
      return {
        zh: `“${type.subject}”的编号，几个用“、”隔开`,
        en: `ids of a "${type.subject}", with 、 or ; between them`,
      };
    case "list":
      return { zh: "记录的清单", en: "a list of records" };
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
const PERIODS: Readonly<Record<Frequency, Bilingual>> = {
  month: {
    zh: "请在“期”里写考核期内的月份，如 3月 或 2018-03；要么每条都写，要么都不写，每月最多一条",
    en: 'Write a month of the assessed period in "期", such as 3 or 2018-03, in every record or in none; at most one a month',
  },
  quarter: {
    zh: "请在“期”里写考核期内的季度，如 第1季度；要么每条都写，要么都不写，每季度最多一条",
    en: 'Write a quarter of the assessed period in "期", such as Q1, in every record or in none; at most one a quarter',
  },
  "half-year": {
    zh: "请在“期”里写上半年或下半年；要么每条都写，要么都不写，每半年最多一条",
    en: 'Write 上半年 or 下半年 in "期", in every record or in none; at most one each',
  },
  year: { zh: "每年只有一条记录", en: "There is one record a year" },
  many: { zh: "请核对记录", en: "Check the records" },
};
