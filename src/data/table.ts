import { type Problem, problem } from "../diagnostics/problem.ts";
import type { ColumnType } from "../facts/data-schema.ts";
import { clean, identifier, readCell } from "./cells.ts";
import { type CohortBuilder, type MissingColumns, missingProblem } from "./cohort.ts";
import { type HeaderColumn, readHeader, type TableTarget } from "./csv-header.ts";
import { PercentDoubts, settlePercents } from "./percent-doubts.ts";
import { placeIn, TablePlaces, type TableWhere } from "./places.ts";
import { type MutableRecord, newRecord, type RawValue } from "./raw.ts";
import { remarkOf } from "./remark-rows.ts";

/**
 * The rows of a table into the cohort: subjects of one kind, or records of one list field of it. Blank rows and
 * columns do not count. Where rows come from (text, a sheet, Parquet) is known to the callers only.
 */

/** A row as the texts of its cells; a sheet also knows what kind of cell each is. */
export interface TableRow {
  readonly cells: readonly string[];
  /** The fact of a cell, where its text alone would not tell it; else the text is read. */
  readonly read?: (cell: number, type: ColumnType, unit: string | null) => CellFact;
  /** The quotes of this row do not fit. */
  readonly badQuote?: boolean;
}

/** undefined: nothing there. A problem: the fact cannot be read, and counts as missing. */
export type CellFact = RawValue | readonly string[] | undefined | { readonly problem: Problem };

/** The fact of a cell, or why it cannot be read. */
export function factOf(row: TableRow, cell: number, type: ColumnType, unit: string | null): CellFact {
  return row.read === undefined ? readCell(row.cells[cell] ?? "", type, unit) : row.read(cell, type, unit);
}

/** The id of the subject that a row speaks of; "": none can be read. */
export function idOf(row: TableRow, key: number): string {
  if (row.read === undefined) return identifier(clean(row.cells[key] ?? ""));
  const read = row.read(key, ID, null);
  return typeof read === "string" ? identifier(clean(read)) : "";
}

/** Whether nothing stands in a row; such rows do not count. */
export const isBlank = ({ cells }: TableRow): boolean => cells.every((c) => c.trim() === "");

export class Table {
  readonly #where: TableWhere;
  readonly #places: TablePlaces;
  readonly #target: TableTarget;
  readonly #builder: CohortBuilder;
  readonly #problems: Problem[] = [];
  readonly #records: MutableRecord[] = [];
  readonly #rows: number[] = [];
  readonly #ids: Map<string, number>;
  /** Cells of a text stand where the commas put them; those of a sheet stand where they are. */
  readonly #counted: boolean;
  #columns: readonly HeaderColumn[] = [];
  #doubts = new PercentDoubts([]);
  #key: number | null = null;
  #missing: MissingColumns | null = null;
  #width = 0;
  #anyRow = false;
  #short = { count: 0, row: 0, found: 0 };
  #quoteReported = false;

  constructor(where: TableWhere, target: TableTarget, builder: CohortBuilder) {
    this.#where = where;
    this.#places = new TablePlaces(where);
    this.#target = target;
    this.#builder = builder;
    this.#counted = where.sheet === undefined;
    this.#ids = target.list === null ? new Map() : builder.ids(target.kind);
    if (target.list !== null) builder.supplyList(target.kind, target.list);
  }

  header(cells: readonly string[], row: number): void {
    const header = readHeader(cells, this.#target, this.#where, row);
    this.#problems.push(...header.problems);
    this.#missing = { columns: header.missing, data: placeIn(this.#where, row) };
    // Subjects may have the column in another file.
    if (this.#target.list !== null) this.#problems.push(...missingProblem(this.#missing));
    this.#key = header.key;
    this.#columns = header.columns;
    this.#doubts = new PercentDoubts(header.columns);
    this.#width = cells.findLastIndex((c) => c.trim() !== "") + 1;
    this.#places.setColumns(new Map(header.columns.map((c) => [c.column.name, c.cell])), header.key);
  }

  row(row: TableRow, number: number): void {
    const { cells, badQuote = false } = row;
    if (isBlank(row)) return;
    this.#anyRow = true;
    // Without the id column nobody knows whose facts these are; the header's problem has said so.
    if (this.#key === null) return;
    const remark = remarkOf(cells, this.#key);
    if (remark !== null) {
      this.#problems.push(
        problem("BF4112", { text: remark, kind: this.#target.kind.name }, this.#at(number)),
      );
      return;
    }
    if (badQuote && !this.#quoteReported) {
      this.#quoteReported = true;
      this.#problems.push(problem("BF4028", {}, this.#at(number)));
    }
    const fits = !badQuote && (!this.#counted || this.#fits(cells, number));
    if (fits) this.#doubts.see(cells, number);
    const id = this.#id(row, number);
    if (this.#target.list === null) this.#subject(row, number, id, fits);
    else this.#record(row, number, id, fits);
  }

  /** @param part other rows of the table are read apart from these */
  finish(part = false): readonly Problem[] {
    const { count, row, found } = this.#short;
    if (count > 0) {
      this.#problems.push(problem("BF4027", { count, found, expected: this.#width }, this.#at(row)));
    }
    const doubts = this.#doubts.problems((r, field, cell) => this.#at(r, field, cell));
    this.#problems.push(...(part ? doubts : settlePercents(doubts)));
    if (!this.#anyRow) this.#problems.push(problem("BF4034", {}, { data: placeIn(this.#where) }));
    if (this.#target.list === null) {
      const rows = Int32Array.from(this.#rows);
      const places = this.#places;
      this.#builder.append(this.#target.kind, this.#records, {
        name: this.#where,
        fields: this.#columns.map((c) => c.column.name),
        missing: this.#missing,
        place: (local, field) => {
          const number = rows[local];
          return number === undefined ? placeIn(places.where) : places.place(number, field);
        },
      });
    }
    return this.#problems;
  }

  #at(row: number, field?: string, cell?: number | null) {
    return { data: placeIn(this.#where, row, field, cell) };
  }

  #fits(cells: readonly string[], row: number): boolean {
    if (cells.length < this.#width) {
      if (this.#short.count++ === 0) this.#short = { count: 1, row, found: cells.length };
      return true;
    }
    const found = cells.findLastIndex((c) => c.trim() !== "") + 1;
    if (found <= this.#width) return true;
    this.#problems.push(problem("BF4026", { found, expected: this.#width }, this.#at(row)));
    return false;
  }

  #id(row: TableRow, number: number): string {
    const key = this.#key!;
    if (row.read === undefined) return identifier(clean(row.cells[key] ?? ""));
    const read = this.#checked(row.read(key, ID, null), number, this.#target.kind.key, key);
    return typeof read === "string" ? identifier(clean(read)) : "";
  }

  #subject(row: TableRow, number: number, id: string, fits: boolean): void {
    const record = fits ? this.#facts(row, number) : newRecord();
    if (id !== "") record[this.#target.kind.key] = id;
    this.#records.push(record);
    this.#rows.push(number);
  }

  /** A record that does not fit stays as an empty one: left out, it would lower a count without a trace. */
  #record(row: TableRow, number: number, id: string, fits: boolean): void {
    const { kind, list } = this.#target;
    if (id === "") {
      this.#problems.push(problem("BF4033", { key: kind.key }, this.#at(number, kind.key, this.#key)));
      return;
    }
    const subject = this.#ids.get(id);
    if (subject === undefined) {
      const at = this.#at(number, kind.key, this.#key);
      this.#problems.push(problem("BF4032", { id, kind: kind.name }, at));
    } else if (list !== null) {
      const record = fits ? this.#facts(row, number) : newRecord();
      this.#builder.appendRecord(kind, subject, list, record, this.#places, number);
    }
  }

  #facts(row: TableRow, number: number): MutableRecord {
    const record = newRecord();
    for (const { cell, column, unit } of this.#columns) {
      // The id has been read; said twice, one mistake would be two.
      if (cell === this.#key && row.read !== undefined) continue;
      const value =
        row.read === undefined
          ? readCell(row.cells[cell] ?? "", column.type, unit)
          : this.#checked(row.read(cell, column.type, unit), number, column.name, cell);
      if (value !== undefined) record[column.name] = value as RawValue;
    }
    return record;
  }

  #checked(
    fact: CellFact,
    row: number,
    field: string,
    cell: number,
  ): RawValue | readonly string[] | undefined {
    if (typeof fact !== "object" || fact === null || !("problem" in fact)) return fact as RawValue;
    const found = fact.problem as Problem;
    this.#problems.push({
      ...found,
      parameters: { ...found.parameters, field },
      ...this.#at(row, field, cell),
    });
    return undefined;
  }
}

const ID: ColumnType = { kind: "text" };
