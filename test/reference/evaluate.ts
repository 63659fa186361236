import type { Cell, Measure } from "../../src/compiler/ir/ir.ts";
import { readDate } from "./calendar.ts";
import { evaluate, evaluateConstant } from "./expression.ts";
import { own, readEarlier, readFacts, readValue, thisYear } from "./facts.ts";
import { evaluateGrade } from "./grade.ts";
import { inOrder } from "./ordered.ts";
import { evaluatePlacement } from "./placement.ts";
import { evaluatePopulation } from "./population.ts";
import { recordsAsSubjects } from "./records.ts";
import { inexact, type Value } from "./value.ts";
import {
  type HistoryYear,
  type Holidays,
  ofKind,
  type Scope,
  type Subject,
  scopeOf,
  type World,
} from "./world.ts";

/** By the name of the subject kind: one record a subject, by field name. */
export type RawCohort = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

export interface ReferenceContext {
  readonly year: number;
  /** Which period of the year, from 1 on; a year as a whole is 1. */
  readonly period?: number;
  /** 评定日, YYYY-MM-DD. */
  readonly date?: string;
  readonly calendar?: Holidays;
  /** Values of parameters that the measure leaves open, by name, in the unit they are written in. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** Earlier years. Absent: nobody can tell; empty: this is the first year. */
  readonly history?: readonly HistoryYear[];
}

/**
 * Evaluates a measure over a cohort the slow, obvious way: cell by cell in their order, each over everybody.
 * Because a cell only uses cells before it, nothing is ever asked before it is there.
 */
export function evaluateWorld(measure: Measure, cohort: RawCohort, context: ReferenceContext): World {
  const parameters = measure.parameters.map((p): Value => {
    if (p.value !== null) return evaluateConstant(p.value);
    const raw = context.parameters && own(context.parameters, p.name);
    const given =
      raw === undefined || raw === null ? undefined : readValue(measure.enumerations, p.type, raw);
    return given ?? inexact(p.type, measure.enumerations);
  });
  const world: World = {
    measure,
    subjects: readSubjects(measure, cohort, context.year, context.period ?? 1),
    year: context.year,
    period: context.period ?? 1,
    calendar: context.calendar,
    date: context.date === undefined ? undefined : readDate(context.date),
    parameters: inOrder(measure, parameters),
    history: context.history,
  };
  for (const cell of measure.cells) {
    for (const subject of ofKind(world, cell.subject)) {
      subject.cells.set(cell.id, evaluateCell(cell, scopeOf(world, subject)));
    }
  }
  return world;
}

function readSubjects(measure: Measure, cohort: RawCohort, year: number, period: number): Subject[] {
  const found: Subject[] = [];
  for (const [index, kind] of measure.subjects.entries()) {
    if (kind.of) {
      found.push(...recordsAsSubjects(measure, index, kind.of, found, period));
      continue;
    }
    const supplied = Object.hasOwn(cohort, kind.name) ? cohort[kind.name]! : [];
    for (const raw of supplied)
      found.push({
        kind: index,
        id: String(raw[kind.fields[kind.key]!.name]),
        facts: readFacts(measure, kind.fields, thisYear(kind.fields, raw, year)),
        cells: new Map(),
        earlier: readEarlier(measure, kind.fields, raw),
      });
  }
  return found;
}

function evaluateCell(cell: Cell, scope: Scope): Value {
  const { world, subject } = scope;
  switch (cell.body.kind) {
    case "expression":
      return evaluate(cell.body.expr, scope);
    case "grade":
      return evaluateGrade(
        world,
        cell.body,
        subject,
        world.measure.enumerations[cell.body.enumeration]!.members.length - 1,
      );
    case "placement":
      return evaluatePlacement(world, cell.body, subject);
    case "population":
      return evaluatePopulation(world, cell.body, subject);
  }
}
