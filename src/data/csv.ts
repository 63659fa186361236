import { type Problem, problem } from "../diagnostics/problem.ts";
import { type DataSchema, type KindSchema, spellings } from "../facts/data-schema.ts";
import { clean, fold, identifier, readCell } from "./cells.ts";
import type { CohortBuilder, Source } from "./cohort.ts";
import { type HeaderColumn, readHeader, type TableTarget, tableTarget } from "./csv-header.ts";
import { eachRow, findHeader, HEADER_SEARCH, unifyLineEnds } from "./csv-table.ts";
import { type MutableRecord, newRecord, type RawValue } from "./raw.ts";

/**
 * A CSV file into the cohort: subjects of one kind, or records of one list field of it. Blank rows and
 * columns do not count; a row whose cells do not fit the header keeps only its id, because after a stray
 * comma every value may stand under the wrong name.
 */
export function readCsv(file: string, text: string, target: TableTarget, builder: CohortBuilder): Problem[] {
  const lines = unifyLineEnds(text);
  const known = new Set([...target.columns.flatMap(spellings), ...target.keys].map(fold));
  const start = findHeader(lines, known, new Set(target.keys.map(fold)));
  const headerRow = start.headerRow;
  if (headerRow === null) return [noHeader(file, target)];
  const problems: Problem[] = [];
  if (headerRow > 1) {
    const title = start.title.slice(0, 40);
    problems.push(problem("BF4029", { header: headerRow, count: headerRow - 1, title }, at(file, 1)));
  }
  const table = new Table(file, target, builder);
  eachRow(lines, start.delimiter, (cells, row, badQuote) => {
    if (row === headerRow) table.header(cells, row);
    else if (row > headerRow) table.row(cells, row, badQuote);
  });
  return [...problems, ...table.finish()];
}

/**
 * The kind whose subjects a table holds, told by its header: the only kind whose id column is there; among
 * several, the only one whose required columns are all there. Null when that does not single out one.
 */
export function kindOfTable(text: string, schema: DataSchema): KindSchema | null {
  const lines = unifyLineEnds(text.slice(0, 65536));
  const candidates = schema.kinds.flatMap((kind) => {
    const target = tableTarget(kind, null);
    if (target === null) return [];
    const keys = new Set(target.keys.map(fold));
    const known = new Set([...target.columns.flatMap(spellings).map(fold), ...keys]);
    const names = new Set(findHeader(lines, known, keys).names);
    return [...keys].some((k) => names.has(k)) ? [{ kind, names }] : [];
  });
  if (candidates.length === 1) return candidates[0]!.kind;
  const complete = candidates.filter(({ kind, names }) =>
    kind.columns.every(
      (c) => !c.required || c.type.kind === "list" || spellings(c).some((s) => names.has(fold(s))),
    ),
  );
  return complete.length === 1 ? complete[0]!.kind : null;
}

function at(file: string, row: number, field?: string) {
  return { data: field === undefined ? { file, row } : { file, row, field } };
}

function noHeader(file: string, target: TableTarget): Problem {
  const names = target.columns.filter((c) => c.type.kind !== "list").map((c) => c.name);
  const example = [...new Set([target.keys[0]!, ...names])].slice(0, 6).join(",");
  return problem("BF4020", { rows: HEADER_SEARCH, key: target.keys[0]!, example }, { data: { file } });
}

class Table {
  readonly #file: string;
  readonly #target: TableTarget;
  readonly #builder: CohortBuilder;
  readonly #problems: Problem[] = [];
  readonly #records: MutableRecord[] = [];
  readonly #rows: number[] = [];
  readonly #ids: Map<string, number>;
  #columns: readonly HeaderColumn[] = [];
  #key: number | null = null;
  #width = 0;
  #anyRow = false;
  #short = { count: 0, row: 0, found: 0 };
  #quoteReported = false;

  constructor(file: string, target: TableTarget, builder: CohortBuilder) {
    this.#file = file;
    this.#target = target;
    this.#builder = builder;
    this.#ids = target.list === null ? new Map() : builder.ids(target.kind);
    if (target.list !== null) builder.supplyList(target.kind, target.list);
  }

  header(cells: readonly string[], row: number): void {
    const header = readHeader(cells, this.#target, this.#file, row);
    this.#problems.push(...header.problems);
    this.#key = header.key;
    this.#columns = header.columns;
    this.#width = cells.findLastIndex((c) => c.trim() !== "") + 1;
  }

  row(cells: readonly string[], row: number, badQuote: boolean): void {
    if (cells.every((c) => c.trim() === "")) return;
    this.#anyRow = true;
    // Without the id column nobody knows whose facts these are; the header's problem has said so.
    if (this.#key === null) return;
    if (badQuote && !this.#quoteReported) {
      this.#quoteReported = true;
      this.#problems.push(problem("BF4028", {}, at(this.#file, row)));
    }
    const fits = !badQuote && this.#fits(cells, row);
    const id = identifier(clean(cells[this.#key] ?? ""));
    if (this.#target.list === null) this.#subject(cells, row, id, fits);
    else this.#record(cells, row, id, fits);
  }

  #fits(cells: readonly string[], row: number): boolean {
    if (cells.length < this.#width) {
      if (this.#short.count++ === 0) this.#short = { count: 1, row, found: cells.length };
      return true;
    }
    const found = cells.findLastIndex((c) => c.trim() !== "") + 1;
    if (found <= this.#width) return true;
    this.#problems.push(problem("BF4026", { found, expected: this.#width }, at(this.#file, row)));
    return false;
  }

  #subject(cells: readonly string[], row: number, id: string, fits: boolean): void {
    const record = fits ? this.#facts(cells) : newRecord();
    if (id !== "") record[this.#target.kind.key] = id;
    this.#records.push(record);
    this.#rows.push(row);
  }

  /** A record that does not fit stays as an empty one: left out, it would lower a count without a trace. */
  #record(cells: readonly string[], row: number, id: string, fits: boolean): void {
    const { kind, list } = this.#target;
    if (id === "") {
      this.#problems.push(problem("BF4033", { key: kind.key }, at(this.#file, row, kind.key)));
      return;
    }
    const subject = this.#ids.get(id);
    if (subject === undefined) {
      this.#problems.push(problem("BF4032", { id, kind: kind.name }, at(this.#file, row, kind.key)));
    } else if (list !== null) {
      const record = fits ? this.#facts(cells) : newRecord();
      this.#builder.appendRecord(kind, subject, list, record, this.#file, row);
    }
  }

  #facts(cells: readonly string[]): MutableRecord {
    const record = newRecord();
    for (const { cell, column, unit } of this.#columns) {
      const value = readCell(cells[cell] ?? "", column.type, unit);
      if (value !== undefined) record[column.name] = value as RawValue;
    }
    return record;
  }

  finish(): readonly Problem[] {
    const { count, row, found } = this.#short;
    if (count > 0) {
      this.#problems.push(problem("BF4027", { count, found, expected: this.#width }, at(this.#file, row)));
    }
    if (!this.#anyRow) this.#problems.push(problem("BF4034", {}, { data: { file: this.#file } }));
    if (this.#target.list === null) {
      this.#builder.append(
        this.#target.kind,
        this.#records,
        rowSource(this.#file, Int32Array.from(this.#rows)),
      );
    }
    return this.#problems;
  }
}

function rowSource(file: string, rows: Int32Array): Source {
  return {
    place: (local) => {
      const row = rows[local];
      return row === undefined ? { file } : { file, row };
    },
  };
}
