/** What is given with the facts, and a cohort of which everything is computed. */
import type { OpenContext, Tables } from "./abi.ts";
import type { FactProblem, FactRow } from "./fact-rows.ts";
import type { OpenRow } from "./open-rows.ts";
import { type Assessed, type PeriodLength, periodsPerYear } from "./periods.ts";
import type { CohortResult } from "./result.ts";
import type { WorkCalendar } from "./work-calendar.ts";

/** What an evaluation is told besides the facts. */
export interface EvaluationContext {
  /** The assessed year. */
  readonly year: number;
  /**
   * Which period of the year is assessed, from 1 on: a month, a quarter, a half-year. Only for measures that are
   * assessed for such periods, and then without it nothing is computed.
   */
  readonly period?: number;
  /** 评定日, YYYY-MM-DD. */
  readonly date?: string;
  /** Holidays, for what is counted in working days (工作日). Absent: nobody can tell. */
  readonly calendar?: WorkCalendar;
  /** By name, in the unit in which they are written. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** Results of earlier years. Absent: unknown; empty: this is the first year for all. */
  readonly history?: readonly CohortResult[];
}

/** A cohort whose cells are computed; reports are made one by one. */
export interface SettledCohort {
  readonly problems: readonly FactProblem[];
  /** Facts as read, by kind. */
  readonly rows: readonly (readonly FactRow[])[];
  readonly context: OpenContext;
  /** The computed row as open values. */
  row(kind: number, index: number): OpenRow;
}

/** The period to assess; null: the one given is none of the measure's. */
export function assessedPeriod(given: EvaluationContext, per: PeriodLength): Assessed | null {
  const period = given.period ?? (per === "year" ? 1 : 0);
  const known = Number.isInteger(period) && period >= 1 && period <= periodsPerYear(per);
  return known ? { year: wholeYear(given.year), period, per } : null;
}

/** Emitted code relies on a whole year within a million. */
export const wholeYear = (year: number): number =>
  Number.isFinite(year) ? Math.max(-1e6, Math.min(1e6, Math.trunc(year))) : 0;

/** Whether some cell compares subjects with each other. */
export const compares = (tables: Tables): boolean =>
  tables.cells.some((c) => c.placement !== null || c.population !== null);

/** Whether it is known that there is no earlier period. */
export const isFirst = (history: unknown, years?: unknown): boolean =>
  history !== null &&
  (history as { readonly empty: boolean }).empty &&
  (!years || (years as { readonly empty: boolean }).empty);
