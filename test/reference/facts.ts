import type { Enumeration, Field, Measure, Type } from "../../src/compiler/ir/ir.ts";
import type { JsonValue } from "../../src/runtime/result.ts";
import { readDate } from "./calendar.ts";
import { evaluateConstant } from "./expression.ts";
import { type Fraction, fraction, order, over, point, readFraction, times } from "./fraction.ts";
import {
  anything,
  choiceValue,
  inexact,
  NONE,
  numberValue,
  truthValue,
  UNKNOWN,
  type Value,
} from "./value.ts";
import type { Fact, PastValues } from "./world.ts";

/** The facts of a subject or a record; whether a field applies follows from what is supplied for it. */
export function readFacts(
  measure: Measure,
  fields: readonly Field[],
  raw: Record<string, unknown>,
): readonly Fact[] {
  return fields.map((f, index) => {
    if (!f.derived) return readFact(measure, f, own(raw, f.name));
    const of = fields.find((other) => other.applies === index)!;
    const supplied = own(raw, of.name);
    if (supplied === undefined || supplied === null) return truthValue(of.default !== null || undefined);
    if (supplied === "不适用") return truthValue(false);
    if (of.type.kind === "list") return truthValue(true);
    const value = readValue(measure.enumerations, of.type, supplied, of.asFraction);
    return truthValue(value === undefined ? undefined : true);
  });
}

/**
 * Reads facts as people hand them in: numbers in the unit they are written in (47.5 for 47.5%), members by
 * name, dates as YYYY-MM-DD. What is absent takes its default, else it is open; what cannot be read, or
 * lies outside its range or step, is open too (a bad fact never takes a subject out of the cohort).
 */
export function readFact(measure: Measure, field: Field, raw: unknown): Fact {
  if (field.type.kind === "list") {
    if (!Array.isArray(raw)) return { kind: "no-list" };
    const fields = measure.records[field.type.record]!.fields;
    return {
      kind: "list",
      records: raw.map((r: Record<string, unknown>) => readFacts(measure, fields, r)),
    };
  }
  if (raw === undefined || raw === null) {
    if (field.default !== null) return evaluateConstant(field.default);
    return inexact(field.type, measure.enumerations);
  }
  const value = readValue(measure.enumerations, field.type, raw, field.asFraction);
  return value ?? inexact(field.type, measure.enumerations);
}

/** `{ 2025: 90 }` as years and what was supplied of them; null: no such group. */
function group(raw: unknown): Map<number, unknown> | null {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) return null;
  const years = Object.entries(raw).filter(([, value]) => value !== null);
  return years.every(([year]) => /^\d{4}$/.test(year))
    ? new Map(years.map(([year, value]) => [Number(year), value]))
    : null;
}

/** The facts of the assessed year alone. */
export function thisYear(
  fields: readonly Field[],
  raw: Record<string, unknown>,
  year: number,
): Record<string, unknown> {
  const facts = { ...raw };
  for (const { name, yearly } of fields) {
    const years = yearly ? group(own(raw, name)) : null;
    if (years) facts[name] = years.get(year);
  }
  return facts;
}

/** What is supplied of other years; later ones are never asked for. */
export function readEarlier(
  measure: Measure,
  fields: readonly Field[],
  raw: Record<string, unknown>,
): ReadonlyMap<number, ReadonlyMap<string, Value>> {
  const earlier = new Map<number, Map<string, Value>>();
  for (const { name, yearly, type, asFraction } of fields) {
    if (!yearly || type.kind === "list") continue;
    for (const [year, value] of group(own(raw, name)) ?? []) {
      const of = earlier.get(year) ?? new Map<string, Value>();
      earlier.set(year, of);
      of.set(
        name,
        readValue(measure.enumerations, type, value, asFraction) ?? anything(type, measure.enumerations),
      );
    }
  }
  return earlier;
}

export const own = (record: Record<string, unknown>, key: string): unknown =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/** One supplied value; undefined when it is no value of the type. */
export function readValue(
  enumerations: readonly Enumeration[],
  type: Type,
  raw: unknown,
  asFraction = false,
): Value | undefined {
  switch (type.kind) {
    case "number": {
      const written = readNumber(raw);
      if (!written) return undefined;
      const value = asFraction ? written : times(written, type.display.factor);
      if (type.low && order(value, type.low) < 0) return undefined;
      if (type.high && order(value, type.high) > 0) return undefined;
      if (type.step && over(value, type.step).den !== 1n) return undefined;
      return numberValue(point(value));
    }
    case "truth":
      return typeof raw === "boolean" ? truthValue(raw) : undefined;
    case "choice": {
      const member = enumerations[type.enumeration]!.members.indexOf(String(raw));
      return member < 0 ? undefined : choiceValue([member]);
    }
    case "text":
      return typeof raw === "string" ? { kind: "text", value: raw } : undefined;
    case "date": {
      const date = typeof raw === "string" ? readDate(raw) : undefined;
      return date && { kind: "date", value: date };
    }
    case "party":
      if (type.dated) {
        const day = (text: unknown) => (typeof text === "string" ? readDate(text) : undefined);
        const held = (Array.isArray(raw) ? raw : []).map((p: { 姓名: string; 自?: string; 至?: string }) => ({
          name: p.姓名,
          from: day(p.自),
          to: day(p.至),
        }));
        return { kind: "posts", value: held };
      }
      if (typeof raw === "string") return { kind: "party", value: [raw] };
      return Array.isArray(raw) ? { kind: "party", value: raw.map(String) } : undefined;
    case "links":
      if (typeof raw === "string") return { kind: "links", value: [raw] };
      return Array.isArray(raw) ? { kind: "links", value: raw.map(String) } : undefined;
    case "link":
      return raw === undefined || raw === null ? undefined : { kind: "link", value: String(raw) };
  }
}

function readNumber(raw: unknown): Fraction | undefined {
  if (typeof raw === "number" || typeof raw === "string") return readFraction(String(raw));
  if (typeof raw !== "object" || raw === null || !("num" in raw) || !("den" in raw)) return undefined;
  return fraction(BigInt(String(raw.num)), BigInt(String(raw.den)));
}

/** A value of an earlier year's result, in the units that result shows; open when it was open then. */
export function readPast(
  enumerations: readonly Enumeration[],
  type: Type,
  raw: JsonValue | undefined,
): Value {
  const open = anything(type, enumerations);
  if (raw === undefined || raw === null) return open;
  if (type.kind === "number") {
    const written = readNumber(raw);
    return written ? numberValue(point(times(written, type.display.factor))) : open;
  }
  if (type.kind === "choice") return memberOf(enumerations[type.enumeration]!, String(raw)) ?? open;
  return readValue(enumerations, type, raw) ?? (type.kind === "truth" ? truthValue(undefined) : UNKNOWN);
}

/** A member by its present or its former name. */
function memberOf(enumeration: Enumeration, name: string): Value | undefined {
  const now = enumeration.members.indexOf(name);
  if (now >= 0) return choiceValue([now]);
  const former = enumeration.former.find((f) => f.name === name);
  return former && choiceValue([former.member]);
}

/** A grade of an earlier year: given, not given ("none"), or one of those that were still possible. */
export function readPastGrade(enumeration: Enumeration, row: PastValues, name: string): Value {
  if (row.ungraded) return choiceValue([NONE]);
  const all = choiceValue([...enumeration.members.map((_, i) => i), NONE]);
  const grade = Object.hasOwn(row.grades, name) ? row.grades[name] : undefined;
  if (grade === undefined) return all;
  if (grade.grade !== null) return memberOf(enumeration, grade.grade) ?? all;
  const possible = grade.possible.map((p) => memberOf(enumeration, p));
  if (possible.some((p) => p === undefined)) return all;
  return choiceValue([...possible.flatMap((p) => (p?.kind === "choice" ? [...p.possible] : [])), NONE]);
}
