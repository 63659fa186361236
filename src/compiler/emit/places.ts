/**
 * Where code comes from. The emitters ask for a mark in front of what computes a cell, a clause, a fact; for code
 * that is loaded at once there are none, and it is byte for byte what it would be without the question.
 */
import type { Span } from "../../source/span.ts";
import type { Cell, Expr, Field, Parameter } from "../ir/ir.ts";
import { type Code, js } from "./fragments.ts";

export interface Places {
  cell(cell: Cell): Code;
  /** A row of a choice: of bands, of a table, of places. */
  row(span: Span | undefined): Code;
  /** Index into the clauses of the measure. */
  clause(clause: number): Code;
  field(field: Field): Code;
  parameter(parameter: Parameter): Code;
  /** A figure that a report shows; `cite` is an index into the citations. */
  figure(expr: Expr, cite: number | null): Code;
  /** The place of the last cell: for functions that it needs apart. */
  readonly here: Code;
  /** What follows comes from no place of the measure. */
  readonly end: Code;
}

export const NO_PLACE: Code = js``;

/** No marks. */
export const NOWHERE: Places = {
  cell: () => NO_PLACE,
  row: () => NO_PLACE,
  clause: () => NO_PLACE,
  field: () => NO_PLACE,
  parameter: () => NO_PLACE,
  figure: () => NO_PLACE,
  here: NO_PLACE,
  end: NO_PLACE,
};
