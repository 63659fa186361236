/** From free values that a solver found to data that anybody can evaluate. */

import type * as ir from "../compiler/ir/ir.ts";
import type { EvaluationContext } from "../runtime/evaluate.ts";
import { PERIOD_KEY, periodText } from "../runtime/fact-periods.ts";
import type { RawCohort } from "../runtime/facts.ts";
import { divide, rational } from "../runtime/rational.ts";
import type { CohortResult, JsonValue, SubjectResult } from "../runtime/result.ts";
import { CALL, PARAMETERS } from "./encode/call.ts";
import type { Encoder, Side } from "./encode/encoder.ts";
import { type Declared, type Row, written } from "./encode/facts.ts";
import { lengthOf, periodsBefore } from "./encode/lists.ts";
import { type Assignment, Evaluation } from "./formulas/terms.ts";

type Record_ = Record<string, unknown>;

/** Data for one version of a measure, and the call. */
export interface Data {
  readonly cohort: RawCohort;
  readonly context: EvaluationContext;
}

/** The subjects of an assignment. The first of the kind that was asked about is the one. */
export function decode(encoder: Encoder, values: Assignment, subject: Row): Data {
  const found = new Evaluation(values);
  const side = encoder.sides[0]!;
  const cohort: Record<string, Record_[]> = Object.create(null);
  const rows: Row[] = [];
  const add = (row: Row): Record_ => {
    rows.push(row);
    const record = recordOf(encoder, found, side, row);
    cohort[row.kind] ??= [];
    cohort[row.kind]!.push(record);
    return record;
  };
  if (encoder.world.bounds.cohort !== null) {
    for (const kind of side.measure.subjects)
      if (!kind.of) for (const row of encoder.rowsOf(kind.name)) if (found.truth(row.present)) add(row);
  } else addWithLinks(encoder, side, subject, add);

  const call = encoder.facts.asked.get(CALL.path)?.facts.get("评定日");
  const date = call ? String(call.write(found)) : `${encoder.world.year}-12-31`;
  const parameters: Record_ = {};
  for (const [name, fact] of encoder.facts.asked.get(PARAMETERS.path)?.facts ?? [])
    parameters[name] = fact.write(found);
  return {
    cohort,
    context: {
      year: encoder.world.year,
      ...(side.measure.period !== "year" && { period: encoder.world.period }),
      date,
      parameters,
      history: historyOf(encoder, found, side, rows),
    },
  };
}

/** Where links lead to subjects of their own, these are added with the link set to their id. */
function addWithLinks(encoder: Encoder, side: Side, row: Row, add: (row: Row) => Record_): void {
  const record = add(row);
  const kind = side.measure.subjects[encoder.kindIn(side, row)]!;
  for (const field of kind.fields) {
    if (field.type.kind !== "link" || record[field.name] === "不适用") continue;
    const path = `${row.path}.${field.name}`;
    if (path.split(".").length > 6) continue;
    record[field.name] = path;
    const target = side.measure.subjects[field.type.subject]!;
    addWithLinks(encoder, side, { ...row, path, kind: target.name, index: null }, add);
  }
}

/**
 * The data with a figure for every open parameter that nothing asked about, in a few ways, zero first; last as they are:
 * what is left open makes an example harder to read, and may be what makes it one.
 */
export function filled(measure: ir.Measure, data: Data): Data[] {
  const { parameters = {} } = data.context;
  const open = measure.parameters.filter((p) => p.value === null && !Object.hasOwn(parameters, p.name));
  if (open.length === 0) return [data];
  const numbers = open.filter((p) => p.type.kind === "number");
  const ways = [0, 1, 3].map((n): Data => {
    const given = numbers.map(({ name, type }) => {
      const low = type.kind === "number" && type.low && type.low.num > 0n ? type.low : null;
      return [name, low && type.kind === "number" ? written(divide(low, type.display.factor)) : n];
    });
    return {
      ...data,
      context: { ...data.context, parameters: { ...parameters, ...Object.fromEntries(given) } },
    };
  });
  return [...ways, data];
}

/** Every field of a subject: what was asked is as found, the rest is as plain as can be. */
function recordOf(encoder: Encoder, found: Evaluation, side: Side, row: Row): Record_ {
  const kind = encoder.kindIn(side, row);
  const { fields, key } = side.measure.subjects[kind]!;
  const record: Record_ = Object.create(null);
  for (const [i, field] of fields.entries()) {
    if (field.derived) continue;
    const { type } = field;
    if (i === key) record[field.name] = idOf(encoder, found, row, field.name);
    else if (type.kind === "list") record[field.name] = listOf(encoder, found, side, row, i);
    else if (type.kind === "links") record[field.name] = [];
    else record[field.name] = factValue(encoder, found, row, encoder.declared(side, kind, i, null));
  }
  return record;
}

function idOf(encoder: Encoder, found: Evaluation, row: Row, field: string): unknown {
  const asked =
    encoder.world.bounds.cohort !== null ? undefined : encoder.facts.asked.get(row.path)?.facts.get(field);
  return asked?.write(found) ?? row.path;
}

function listOf(encoder: Encoder, found: Evaluation, side: Side, row: Row, list: number): Record_[] {
  const kind = encoder.kindIn(side, row);
  const field = side.measure.subjects[kind]!.fields[list]!;
  const { type } = field;
  if (type.kind !== "list") throw new Error("a list is expected");
  const columns = side.measure.records[type.record]!.fields;
  const { period } = side.measure;
  const length = lengthOf(type, period, encoder.world.bounds.records ?? 0);
  const records: Record_[] = [];
  for (let at = 0; at < length; at++) {
    const path = `${row.path}/${field.name}/${at + 1}`;
    const there = encoder.world.bounds.records === null || found.truth(encoder.terms.bool(`${path}|在`));
    if (!there) continue;
    const record: Record_ = Object.create(null);
    if (type.frequency !== "many") {
      const number = at + 1 + periodsBefore(type.frequency, period, encoder.world.period);
      record[PERIOD_KEY] = periodText(type.frequency, number);
    }
    for (const [i, column] of columns.entries())
      if (!column.derived)
        record[column.name] = factValue(
          encoder,
          found,
          { ...row, path },
          encoder.declared(side, kind, i, list),
        );
    records.push(record);
  }
  return records;
}

function factValue(encoder: Encoder, found: Evaluation, row: Row, all: readonly Declared[]): unknown {
  const { field } = all[0]!;
  const known = encoder.facts.asked.get(row.path)?.facts.get(field.name);
  if (known) return known.write(found);
  if (field.applies !== undefined && !found.truth(encoder.facts.applies(row, field.name))) {
    // Nobody looked at the value; that it applies may have been looked at.
    return "不适用";
  }
  return plainValue(encoder, all);
}

/** Of a fact that nothing looks at. */
function plainValue(encoder: Encoder, all: readonly Declared[]): unknown {
  const [{ field, measure }] = all as [Declared];
  const { type } = field;
  switch (type.kind) {
    case "number": {
      const value = type.low && type.low.num > 0n ? type.low : (type.high ?? null);
      const zero = rational(0);
      const plain = value && (type.low ? type.low.num > 0n : value.num < 0n) ? value : zero;
      const { factor } = type.display;
      return written(field.asFraction ? plain : rational(plain.num * factor.den, plain.den * factor.num));
    }
    case "truth":
      return false;
    case "choice":
      return measure.enumerations[type.enumeration]!.members[0];
    case "date":
      return `${encoder.world.year}-01-01`;
    case "text":
    case "party":
      return "某";
    case "link": {
      const target = measure.subjects[type.subject]!.name;
      return encoder.world.bounds.cohort === null ? undefined : encoder.rowsOf(target)[0]!.path;
    }
    case "links":
    case "list":
      return [];
  }
}

/** So many more years are supplied, without any result in them: it is known that there was none. */
const YEARS_BEFORE = 6;

/** Results of earlier years as far as they were asked for. */
function historyOf(encoder: Encoder, found: Evaluation, side: Side, rows: readonly Row[]): CohortResult[] {
  const { years } = encoder.world.bounds;
  if (years === null || side.measure.period !== "year") return [];
  return Array.from({ length: years + YEARS_BEFORE }, (_, i) => {
    const ago = i + 1;
    const there = rows.filter(
      (row) => ago <= years && found.truth(encoder.terms.bool(`${row.path}|-${ago}|在`)),
    );
    return {
      measure: { name: side.measure.name, title: null, documentNumber: null },
      year: encoder.world.year - ago,
      date: null,
      subjects: there.map((row) => pastResult(encoder, found, row, ago)),
    };
  });
}

function pastResult(encoder: Encoder, found: Evaluation, row: Row, ago: number): SubjectResult {
  const facts: Record<string, JsonValue> = {};
  const values: Record<string, JsonValue> = {};
  const grades: Record<string, SubjectResult["grades"][string]> = {};
  for (const fact of encoder.pastFacts.get(`${row.path}|-${ago}`)?.values() ?? []) {
    const value = fact.write(found) as JsonValue;
    if (fact.of === "fact") facts[fact.name] = value;
    else if (fact.of === "value") values[fact.name] = value;
    else
      grades[fact.name] = {
        grade: value as string | null,
        possible: value === null ? [] : [value as string],
        base: null,
        ...{ raises: [], reductions: [], floors: [], ceilings: [], after: [], notAssessed: [] },
      };
  }
  return {
    id: row.path,
    kind: row.kind,
    facts,
    values,
    grades,
    clauses: [],
    consequences: [],
    findings: [],
    undetermined: [],
  };
}
