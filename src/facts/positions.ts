import type { DataPlace } from "../diagnostics/problem.ts";
import type { DataSchema } from "./data-schema.ts";

/** The way back from a fact to where it was written. */

/** A fact: of the subject at `index` of its kind; with `list`, of one record of a list field. */
export interface FactPlace {
  readonly kind: string;
  readonly index: number;
  readonly field: string | null;
  readonly list: { readonly field: string; readonly index: number } | null;
}

export interface DataPositions {
  readonly schema: DataSchema;
  /** File, row (line, in JSON and YAML), field and subject of a fact. */
  place(at: FactPlace): DataPlace;
  /** Row of the first subject of that kind with that id; null when there is none. */
  firstRow(kind: string, id: string): number | null;
}

export interface ParameterPositions {
  place(name: string): DataPlace;
}
