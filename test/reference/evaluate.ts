import type { Cell, Measure } from "../../src/compiler/ir/ir.ts";
import { readDate } from "./calendar.ts";
import { evaluate, evaluateConstant } from "./expression.ts";
import { own, readFacts, readValue } from "./facts.ts";
import { evaluateGrade } from "./grade.ts";
import { evaluatePlacement } from "./placement.ts";
import { evaluatePopulation } from "./population.ts";
import { inexact, type Value } from "./value.ts";
import { type HistoryYear, ofKind, type Scope, type Subject, scopeOf, type World } from "./world.ts";

/** By the name of the subject kind: one record a subject, by field name. */
export type RawCohort = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

export interface ReferenceContext {
  readonly year: number;
  /** 评定日, YYYY-MM-DD. */
  readonly date?: string;
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
    subjects: measure.subjects.flatMap((kind, index) =>
      (Object.hasOwn(cohort, kind.name) ? cohort[kind.name]! : []).map(
        (raw): Subject => ({
          kind: index,
          id: String(raw[kind.fields[kind.key]!.name]),
          facts: readFacts(measure, kind.fields, raw),
          cells: new Map(),
          columns: new Map(),
        }),
      ),
    ),
    year: context.year,
    date: context.date === undefined ? undefined : readDate(context.date),
    parameters,
    history: context.history,
  };
  for (const cell of measure.cells) {
    for (const subject of ofKind(world, cell.subject)) {
      const scope = scopeOf(world, subject);
      if (cell.list === null) subject.cells.set(cell.id, evaluateCell(cell, scope));
      else subject.columns.set(cell.id, evaluateColumn(cell, cell.list, scope));
    }
  }
  return world;
}

function evaluateCell(cell: Cell, scope: Scope): Value {
  const { world, subject } = scope;
  switch (cell.body.kind) {
    case "expression":
      return evaluate(cell.body.expr, scope);
    case "grade":
      return evaluateGrade(
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

/** A computed column: once per record of the list; nothing when nobody supplied the list. */
function evaluateColumn(cell: Cell, list: number, scope: Scope): readonly Value[] {
  const { body } = cell;
  const fact = scope.subject.facts[list];
  if (fact?.kind !== "list") return [];
  if (body.kind !== "expression") throw new Error("a computed column is an expression");
  return fact.records.map((_, index) => evaluate(body.expr, { ...scope, record: { list, index } }));
}
