/** Open values as result data and as text. Numbers are in the unit in which people write them. */
import type { OpenContext, Tables, TypeTable } from "./abi.ts";
import { dayText } from "./calendar.ts";
import { jsonNumber } from "./json-numbers.ts";
import { partsOf } from "./open-causes.ts";
import { Choices, exactOf, Interval, type OpenValue, type Term, Unknown, unite } from "./open-values.ts";
import { postText } from "./posts.ts";
import { decimals, divide, parseRational, type Rational, toFixed, toText } from "./rational.ts";
import type { Cause, JsonValue } from "./result.ts";

type NumberType = Extract<TypeTable, { kind: "number" }>;

const factors = new WeakMap<NumberType, Rational>();

function written(value: Rational, type: NumberType): Rational {
  let factor = factors.get(type);
  if (!factor) {
    factor = parseRational(type.factor)!;
    factors.set(type, factor);
  }
  return factor.num === 1n && factor.den === 1n ? value : divide(value, factor);
}

/** null while open, and for "none". */
export function toJson(
  value: OpenValue,
  type: TypeTable,
  tables: Tables,
  context: Pick<OpenContext, "row">,
): JsonValue {
  if (value instanceof Unknown || value instanceof Choices) return null;
  switch (type.kind) {
    case "number": {
      const exact = exactOf(value as Interval);
      return exact && jsonNumber(written(exact, type));
    }
    case "choice":
      return tables.enumerations[type.enumeration]!.members[value as number] ?? null;
    case "date":
      return dayText(value as number);
    case "link":
      return context.row(type.subject, value as number).id;
    case "links":
      return (value as readonly number[]).map((index) => context.row(type.subject, index).id);
    case "party":
      return type.dated ? (value as readonly Term[]).map(postText) : (value as readonly string[]);
    case "truth":
    case "text":
      return value as boolean | string | readonly string[];
  }
}

/** A number as written, with its unit: 58.5分, 47.5%. */
export function numberText(value: Rational, type: NumberType): string {
  const number = written(value, type);
  return (decimals(number) === undefined ? toFixed(number, 4) : toText(number)) + type.unit;
}

/** A settled value as text; null while it is open. */
export function toWords(
  value: OpenValue,
  type: TypeTable,
  tables: Tables,
  context: Pick<OpenContext, "row">,
): string | null {
  if (value instanceof Interval && type.kind === "number") {
    const exact = exactOf(value);
    return exact && numberText(exact, type);
  }
  const json = toJson(value, type, tables, context);
  if (json === null) return null;
  if (typeof json === "boolean") return tables.language === "zh" ? (json ? "是" : "否") : json ? "yes" : "no";
  return Array.isArray(json) ? json.join("、") : String(json);
}

/** What is still possible: the bounds of a number, or members best first. */
export function possibleWords(value: OpenValue, type: TypeTable, tables: Tables): string[] {
  if (value instanceof Interval && type.kind === "number")
    return [value.low ? numberText(value.low, type) : "-∞", value.high ? numberText(value.high, type) : "∞"];
  if (value instanceof Choices && type.kind === "choice") {
    const { members } = tables.enumerations[type.enumeration]!;
    return value.members.flatMap((m) => members[m] ?? []).toReversed();
  }
  return [];
}

/** Every kind of cause, with its place in a list of causes. */
export const CAUSES: Readonly<Record<Cause["kind"], number>> = {
  "missing-fact": 0,
  "bad-fact": 0,
  "many-subjects": 0,
  "missing-period": 1,
  "no-such-subject": 2,
  "missing-date": 3,
  "missing-calendar": 3,
  "missing-history": 4,
  "open-parameter": 5,
  "zero-divisor": 6,
  "vacant-post": 2,
  empty: 7,
  "not-valid": 7,
  weights: 5,
  inapplicable: 7,
  tie: 8,
  "other-subjects": 9,
};

/** Facts first; the subject's own before those of others, also where it is one of many. */
export function sortedCauses(causes: readonly Cause[], id: string): readonly Cause[] {
  const own = causes.flatMap((c) => partsOf(c, id));
  const all = own.length === 0 ? causes : unite(own, causes);
  if (all.length < 2) return all;
  const foreign = (c: Cause): number =>
    c.kind === "many-subjects" || ("subject" in c && c.subject !== id) ? 1 : 0;
  return all.toSorted((a, b) => foreign(a) - foreign(b) || CAUSES[a.kind] - CAUSES[b.kind]);
}
