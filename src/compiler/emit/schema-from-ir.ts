/**
 * IR → JSON Schema (draft-07) of the data a measure is applied to. It describes what may be written, the
 * way the runtime reads it: numbers in their written unit, members by name. A missing fact is no violation,
 * since it only leaves things undetermined; so nothing but the identifying field is required.
 */
import { periodsPerYear, recordsExpected } from "../../runtime/periods.ts";
import { decimals, divide, ONE, type Rational, toFixed, toText } from "../../runtime/rational.ts";
import type { Field, ListType, Measure, NumberType, Type } from "../ir/ir.ts";

/** A schema, or a part of one, as plain data. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** Names of a measure as keys; `__proto__` is a name like any other. */
const properties = (entries: readonly (readonly [string, JsonSchema])[]): Record<string, JsonSchema> => {
  const out = Object.create(null) as Record<string, JsonSchema>;
  for (const [name, schema] of entries) out[name] = schema;
  return out;
};

/** The schema of the cohort data of a measure: by kind of subject an array of records. */
export function schemaFromIr(measure: Measure): JsonSchema {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: measure.title ?? measure.name,
    type: "object",
    properties: properties(
      measure.subjects
        .filter((subject) => !subject.of)
        .map((subject) => [
          subject.name,
          { title: subject.name, type: "array", items: record(measure, subject.fields, subject.key, null) },
        ]),
    ),
    additionalProperties: false,
  };
}

function record(
  measure: Measure,
  fields: readonly Field[],
  key: number | null,
  list: ListType | null,
): JsonSchema {
  const entries = fields.flatMap((f): [string, JsonSchema][] => {
    if (f.derived) return [];
    const schema = field(measure, f);
    return f.alias === null || f.alias === f.name
      ? [[f.name, schema]]
      : [
          [f.name, schema],
          [f.alias, { ...schema, title: f.name }],
        ];
  });
  if (list !== null && list.frequency !== "many" && !fields.some((f) => f.name === "期"))
    entries.push(["期", period(list.frequency)]);
  const id = key === null ? undefined : fields[key];
  const years = fields.filter((f) => f.yearly);
  const names = id === undefined ? [] : id.alias === null ? [id.name] : [id.name, id.alias];
  return {
    type: "object",
    properties: properties(entries),
    ...(years.length > 0 && {
      patternProperties: properties(
        years.flatMap((f) =>
          [f.name, f.alias ?? f.name].map((name): [string, JsonSchema] => [
            `^${literal(name)}\\s*[(（]\\d{4}年?[)）]$`,
            ofYear(measure, f),
          ]),
        ),
      ),
    }),
    additionalProperties: false,
    ...(names.length === 1 && { required: names }),
    ...(names.length > 1 && { anyOf: names.map((name) => ({ required: [name] })) }),
  };
}

/** A text as a pattern that only it fits. */
const literal = (name: string): string => name.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");

/** One year of a field that has several. */
function ofYear(measure: Measure, f: Field): JsonSchema {
  if (f.type.kind === "list") return {};
  return { title: f.name, anyOf: [...written(measure, f.type, f.asFraction), { type: "null" }] };
}

function period(frequency: Exclude<ListType["frequency"], "many">): JsonSchema {
  return {
    title: "期",
    anyOf: [
      { type: "integer", minimum: 1, maximum: frequency === "year" ? 9999 : periodsPerYear(frequency) },
      { type: "string" },
      { type: "null" },
    ],
  };
}

/** What a fact is, in words: its description, unit, range, precision and sources; empty where nothing is said. */
export function factNote(measure: Measure, f: Field): string {
  const zh = measure.language === "zh";
  const notes = [f.description ?? "", f.type.kind === "list" ? "" : unitNote(f.type, f.asFraction, zh)];
  if (f.sources.length > 0) notes.push(`${zh ? "来源:" : "source: "}${f.sources.join("、")}`);
  return notes.filter((n) => n !== "").join(zh ? ";" : "; ");
}

function field(measure: Measure, f: Field): JsonSchema {
  let forms: readonly JsonSchema[];
  if (f.type.kind === "list") {
    const { fields } = measure.records[f.type.record]!;
    const items = record(measure, fields, null, f.type);
    const most = recordsExpected(f.type.frequency, measure.period);
    forms = [{ type: "array", items, ...(most > 0 && { maxItems: most }) }];
  } else {
    forms = written(measure, f.type, f.asFraction);
    if (f.yearly)
      forms = [
        ...forms,
        {
          type: "object",
          patternProperties: properties([["^\\d{4}年?$", ofYear(measure, f)]]),
          additionalProperties: false,
        },
      ];
  }
  const description = factNote(measure, f);
  return {
    title: f.name,
    ...(description !== "" && { description }),
    anyOf: [
      ...forms,
      ...(f.applies === undefined ? [] : [{ type: "string", enum: ["不适用", "not applicable"] }]),
      { type: "null" },
    ],
  };
}

/** The ways in which a value may be written. */
function written(measure: Measure, type: Type, asFraction: boolean): readonly JsonSchema[] {
  switch (type.kind) {
    case "number":
      return [
        { type: "number", ...bound("minimum", type, asFraction), ...bound("maximum", type, asFraction) },
        { type: "string", maxLength: 64 },
      ];
    case "truth":
      return [{ type: "boolean" }, { type: "string", enum: ["是", "否", "true", "false", "yes", "no", ""] }];
    case "choice": {
      const { members, former } = measure.enumerations[type.enumeration]!;
      const names = new Set([...members, ...former.map((f) => f.name), ""]);
      return [{ type: "string", enum: [...names] }];
    }
    case "date":
      return [{ type: "string", pattern: DATE }];
    case "text":
    case "link":
      return [{ type: "string" }, { type: "number" }];
    case "party":
      if (type.dated)
        return [{ type: "string" }, { type: "array", items: { anyOf: [{ type: "string" }, TERM] } }];
      return [{ type: "string" }, { type: "array", items: { type: "string", minLength: 1 } }];
    case "links":
      return [{ type: "string" }, { type: "array", items: { type: "string", minLength: 1 } }];
  }
}

/** Someone with the days from and to which a post was held. */
const TERM: JsonSchema = {
  type: "object",
  properties: {
    姓名: { type: "string", minLength: 1 },
    name: { type: "string", minLength: 1 },
    自: { type: ["string", "null"] },
    from: { type: ["string", "null"] },
    至: { type: ["string", "null"] },
    to: { type: ["string", "null"] },
  },
};

const DATE = "^\\s*(\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{4}年\\d{1,2}月\\d{1,2}日)?\\s*$";

const inUnit = (value: Rational, type: NumberType, asFraction: boolean): Rational =>
  divide(value, asFraction ? ONE : type.display.factor);

/** A bound as the nearest number; one that no decimal hits is left to the runtime, which is exact. */
function bound(keyword: "minimum" | "maximum", type: NumberType, asFraction: boolean): JsonSchema {
  const end = keyword === "minimum" ? type.low : type.high;
  if (end === null) return {};
  const value = inUnit(end, type, asFraction);
  return decimals(value) === undefined ? {} : { [keyword]: Number(toText(value)) };
}

/** 分,0~30,精确到0.01. */
function unitNote(type: Type, asFraction: boolean, zh: boolean): string {
  if (type.kind !== "number") return "";
  const show = (v: Rational) => {
    const value = inUnit(v, type, asFraction);
    return decimals(value) === undefined ? toFixed(value, 4) : toText(value);
  };
  const parts: string[] = [];
  const unit = asFraction ? "" : type.display.unit;
  if (unit !== "") parts.push(unit);
  if (type.low !== null || type.high !== null)
    parts.push(`${type.low === null ? "" : show(type.low)}~${type.high === null ? "" : show(type.high)}`);
  if (type.step !== null && type.step.num !== 0n)
    parts.push(zh ? `精确到${show(type.step)}` : `to ${show(type.step)}`);
  if (asFraction) parts.push(zh ? "以小数填报" : "as a fraction");
  return parts.join(zh ? "," : ", ");
}
