/**
 * A compiled measure, and the parts of the runtime that not every measure needs. Emitted code names the parts that
 * its measure needs, and the driver reaches them only through the measure; so what a measure does not need, a
 * bundler leaves out.
 */

import type {
  CellTable,
  Columns,
  DirectProgram,
  FieldTable,
  ListFact,
  OpenContext,
  OpenProgram,
  Pass,
  PlacementTable,
  PopulationTable,
  StrictProgram,
  Tables,
} from "./abi.ts";
import type { EvaluationContext, SettledCohort } from "./context.ts";
import type { Columns as FactColumns, ReadFact } from "./fact-columns.ts";
import type { Lost } from "./fact-links.ts";
import type { RecordReader } from "./fact-lists.ts";
import type { FactProblem } from "./fact-problem.ts";
import type { FactRow, OfAll, Place, RawCohort } from "./fact-rows.ts";
import type { BadValue } from "./fact-values.ts";
import type { YearReader } from "./fact-years.ts";
import type { GivenYears } from "./history.ts";
import type { Inverse } from "./open-links.ts";
import type { OpenRow } from "./open-rows.ts";
import type { OpenValue } from "./open-values.ts";
import type { Outcome, Reports } from "./outcome.ts";
import type { PassRow } from "./population-open.ts";
import type { CohortResult, ConsequenceResult, Undetermined } from "./result.ts";
import type { WorkCalendar, WorkDays } from "./work-calendar.ts";

/** By name of the kind. */
export type Outcomes = Record<string, Outcome[]>;

/** The amounts of the rows of a placement. */
export type Amounts = NonNullable<OpenProgram["amounts"][number]>;

/** Each is there where the measure needs it. */
export interface Parts {
  /** Some kind of subject has plain facts and rules only. */
  readonly direct?: (
    compiled: CompiledMeasure,
    cohort: RawCohort,
    given: EvaluationContext,
    reports: Reports,
  ) => Outcomes | null;
  /** Such a kind is ranked, or compared. */
  readonly passes?: (
    tables: Tables,
    open: OpenProgram,
    id: number,
    size: number,
    cells: Columns,
    ceilings: Int8Array | Int32Array | null,
    context: OpenContext,
  ) => boolean;
  /** Grades by rank. */
  readonly placements?: {
    readonly strict: <Row>(
      rows: readonly Row[],
      pass: Pass<Row>,
      table: PlacementTable,
      amounts: Amounts,
      context: OpenContext,
    ) => boolean;
    readonly open: (
      rows: readonly PassRow[],
      id: number,
      cell: CellTable,
      amounts: Amounts,
      context: OpenContext,
      citeOf: (cite: number) => string,
    ) => void;
  };
  /** Figures over all subjects of a kind, and ranks. */
  readonly populations?: {
    readonly strict: <Row>(rows: readonly Row[], pass: Pass<Row>, table: PopulationTable) => boolean;
    readonly open: (rows: readonly PassRow[], id: number, cell: CellTable) => void;
  };
  /** Earlier results, in the form that emitted code asks. */
  readonly history?:
    | ((results: readonly CohortResult[], tables: Tables) => { readonly empty: boolean })
    | undefined;
  /** Working days. */
  readonly workDays?: ((calendar: WorkCalendar) => WorkDays) | undefined;
  /** Parameters with a declared order. */
  readonly order?:
    | ((
        tables: Tables,
        values: OpenValue[],
        problems: FactProblem[],
        supplied: Readonly<Record<string, unknown>>,
      ) => void)
    | undefined;
  /** Lists of records. */
  readonly lists?: (
    reader: RecordReader,
    raw: unknown,
    field: FieldTable,
    columns: FactColumns,
    place: Place,
    owner: string,
  ) => ListFact | BadValue | undefined;
  /** Records that rules are about. */
  readonly records?: (
    tables: Tables,
    kind: number,
    rows: readonly (readonly FactRow[])[],
    ofAll: OfAll | null,
  ) => { readonly rows: FactRow[]; readonly complete: boolean };
  /** Links between subjects. */
  readonly links?: {
    readonly resolve: (tables: Tables, rows: readonly (readonly FactRow[])[], lost: Lost) => void;
    readonly inverse: () => Inverse;
  };
  /** Values of earlier years beside this year's. */
  readonly years?: {
    /** What `产值(2025)` means; null: no year of a field that has several. */
    readonly key: (
      key: string,
      columns: FactColumns,
    ) => { readonly field: number; readonly year: number } | null;
    /** What is supplied for the assessed year; earlier years are kept with the row. */
    readonly read: (
      reader: YearReader,
      row: FactRow,
      values: ReadonlyMap<number, unknown>,
      i: number,
      columns: FactColumns,
      place: Place,
    ) => unknown;
    readonly given: (tables: Tables) => GivenYears & {
      take(rows: readonly (readonly FactRow[])[]): void;
    };
  };
  /** Posts with dates. */
  readonly posts?: ReadFact;
  /** What follows for whom. Gathers first what subjects bring about for each other. */
  readonly consequences?: (
    compiled: CompiledMeasure,
    settled: SettledCohort,
  ) => (row: OpenRow, own: readonly OpenRow[], open: Undetermined[]) => ConsequenceResult[];
}

/** A measure ready to be applied. */
export interface CompiledMeasure {
  readonly tables: Tables;
  readonly strict: StrictProgram;
  readonly open: OpenProgram;
  /** By kind; null: the kind has facts or rules that are not plain. */
  readonly direct: readonly (DirectProgram | null)[];
  readonly parts: Parts;
}
