import type { DataPlace } from "../diagnostics/problem.ts";
import { cellName } from "./workbook/names.ts";

/** A table: a file, or one sheet of a workbook. */
export interface TableWhere {
  readonly file: string;
  readonly sheet?: string;
}

/** A place of a table. Cells of a workbook have names; columns of a text file do not. */
export function placeIn(where: TableWhere, row?: number, field?: string, column?: number | null): DataPlace {
  const { file, sheet } = where;
  return {
    file,
    ...(row !== undefined && { row }),
    ...(sheet !== undefined && { sheet }),
    ...(sheet !== undefined &&
      row !== undefined &&
      column !== undefined &&
      column !== null && { cell: cellName(row - 1, column) }),
    ...(field !== undefined && { field }),
  };
}

/** `a.xlsx 平时考核!C17`, `b.csv:3`. */
export function placeText({ file, sheet, cell, row }: DataPlace): string {
  if (sheet !== undefined) return `${file} ${sheet}!${cell ?? row ?? ""}`;
  return row === undefined ? file : `${file}:${row}`;
}

/** The rows of a table that became subjects or records, and the way from a fact back to its cell. */
export class TablePlaces {
  readonly where: TableWhere;
  /** Field to the index of its cell in a row. */
  #columns: ReadonlyMap<string, number> = new Map();
  #key: number | null = null;

  constructor(where: TableWhere) {
    this.where = where;
  }

  setColumns(columns: ReadonlyMap<string, number>, key: number | null): void {
    this.#columns = columns;
    this.#key = key;
  }

  /** Of a field that the table has no column for: the cell with the id. */
  place(row: number, field: string | null): DataPlace {
    const column = field === null ? undefined : this.#columns.get(field);
    return placeIn(this.where, row, undefined, column ?? this.#key);
  }
}
