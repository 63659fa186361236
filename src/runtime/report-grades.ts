/** A grade with its base and effects, as the result shows it. */
import type { CellTable, GradeTable, OpenContext } from "./abi.ts";
import { bandRows } from "./band-rows.ts";
import type { CompiledMeasure } from "./compiled.ts";
import { baseGrade } from "./open-grades.ts";
import { meets } from "./open-logic.ts";
import type { OpenRecord, OpenRow } from "./open-rows.ts";
import { type Choice, type Interval, membersOf, type Truth, Unknown } from "./open-values.ts";
import { figuresOf } from "./report-figures.ts";
import { type Figure, type GradeResult, type GradeStep, NOT_APPLICABLE } from "./result.ts";

interface Settled {
  readonly grade: string | null;
  readonly possible: readonly string[];
}

function settle(value: Choice, members: readonly string[]): Settled {
  const set = membersOf(value);
  const possible = set.flatMap((m) => members[m] ?? []).toReversed();
  return { grade: set.length === 1 && possible.length === 1 ? possible[0]! : null, possible };
}

export function gradeResult(
  compiled: CompiledMeasure,
  id: number,
  row: OpenRow,
  context: OpenContext,
): GradeResult {
  const { tables } = compiled;
  const table = tables.cells[id]!.grade!;
  const { members } = tables.enumerations[table.enumeration]!;
  const when = (cell: number): Truth => row.c[cell] as Truth;
  const step = (clause: number, cell: number): Pick<GradeStep, "cites" | "certain"> => ({
    cites: stepCites(compiled, clause, row),
    certain: when(cell) === true,
  });
  const active = <T extends { readonly when: number }>(list: readonly T[]): readonly T[] =>
    list.filter((e) => when(e.when) !== false);
  const shifts = (list: GradeTable["raises"]): GradeStep[] =>
    active(list).map((s) => ({
      ...step(s.clause, s.when),
      steps: s.steps,
      ...(s.limit !== null && { limit: members[s.limit]! }),
    }));
  const bounds = (list: GradeTable["floors"]): GradeStep[] =>
    active(list).map((b) => ({
      ...step(b.clause, b.when),
      grade: members[b.grade]!,
      ...(b.veto && { veto: true }),
    }));
  return {
    ...settle(row.c[id] as Choice, members),
    base: table.bases.length === 0 ? null : baseResult(compiled, table, row, context),
    raises: shifts(table.raises),
    reductions: shifts(table.reductions),
    floors: bounds(table.floors),
    ceilings: bounds(table.ceilings),
    after: shifts(table.after),
    notAssessed: active(table.notAssessed).map((n) => step(n.clause, n.when)),
  };
}

/** The reasons for which the clause holds or may hold; its own citation where none says so by itself. */
function stepCites(compiled: CompiledMeasure, clause: number, row: OpenRow): readonly string[] {
  const { clauses, citations } = compiled.tables;
  const { reasons, cite } = clauses[clause]!;
  const sure = reasons.filter((r) => row.c[r.holds] === true);
  const may = sure.length > 0 ? sure : reasons.filter((r) => row.c[r.holds] instanceof Unknown);
  const cites = may.map((r) => citations[r.cite]!.text);
  return cites.length > 0 ? [...new Set(cites)] : [citations[cite]!.text];
}

function baseResult(
  compiled: CompiledMeasure,
  table: GradeTable,
  row: OpenRow,
  context: OpenContext,
): GradeResult["base"] {
  const { tables } = compiled;
  const guard = (cell: number | null): Truth => (cell === null ? true : (row.c[cell] as Truth));
  const value = baseGrade(table.bases.map((b) => [guard(b.guard), row.c[b.value] as Choice] as const));
  const settled = settle(value, tables.enumerations[table.enumeration]!.members);
  const base = table.bases.find((b) => guard(b.guard) === true);
  if (!base) {
    const may = table.bases.filter((b) => guard(b.guard) !== false);
    return {
      ...settled,
      cites: [...new Set(may.map((b) => tables.citations[b.cite]!.text))],
      text: "",
      figures: [],
    };
  }
  const looked = base.figures.map((f) => ({ ...f, test: "" }));
  const figures = figuresOf(compiled, looked, row, context);
  // What does not apply is in no band.
  const inNone = figures.some((f) => f.value === NOT_APPLICABLE);
  const met =
    inNone || settled.grade === null
      ? undefined
      : rowMet(compiled, base.value, tables.cells[base.value]!, row, context);
  const cites = [tables.citations[base.cite]!.text];
  if (met) cites.push(tables.citations[met.cite]!.text);
  return {
    ...settled,
    cites: [...new Set(cites)],
    text: met?.text ?? (figures.length > 0 || settled.grade === null ? "" : tables.cells[base.value]!.text),
    figures: met?.figures ? [...figures, ...met.figures] : figures,
  };
}

const NO_RECORD = undefined as unknown as OpenRecord;

/** The band row or the row of a ranking that gave the grade. */
function rowMet(
  compiled: CompiledMeasure,
  id: number,
  cell: CellTable,
  row: OpenRow,
  context: OpenContext,
): { readonly text: string; readonly cite: number; readonly figures?: readonly Figure[] } | undefined {
  const rest = compiled.tables.language === "zh" ? "其余" : "the rest";
  const argument = compiled.open.bandArguments[id];
  if (cell.bands !== null && argument) {
    const value = argument(row, NO_RECORD, context) as Interval;
    const limits = bandRows(cell.bands);
    const met = cell.bands.filter((_, i) => meets(limits[i]!, value));
    if (met.length === 0 && cell.bandRest) return { text: rest, cite: cell.cite };
    return met.length === 1 ? met[0] : undefined;
  }
  const grade = row.c[id] as Choice;
  if (cell.placement === null || typeof grade !== "number") return undefined;
  const found = cell.placement.rows.find((r) => r.grade === grade);
  if (found && grade !== cell.placement.rest) {
    const places = (found.figures ?? []).map((f) => ({ ...f, test: "" }));
    return { text: found.text, cite: found.cite, figures: figuresOf(compiled, places, row, context) };
  }
  return grade === cell.placement.rest ? { text: rest, cite: cell.cite } : undefined;
}
