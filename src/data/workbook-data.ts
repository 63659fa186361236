import { type Problem, problem } from "../diagnostics/problem.ts";
import { type ColumnType, type DataSchema, type KindSchema, spellings } from "../facts/data-schema.ts";
import { fold, readCell } from "./cells.ts";
import type { CohortBuilder } from "./cohort.ts";
import { type TableTarget, tableTarget } from "./csv-header.ts";
import { HEADER_SEARCH, headerAmong, underTitle } from "./csv-table.ts";
import { placeIn, type TableWhere } from "./places.ts";
import { type CellFact, Table } from "./table.ts";
import { LONGEST_SHEET_NAME } from "./workbook/names.ts";
import type { InCell, InSheet, WorkbookFault } from "./workbook/read.ts";

/**
 * The sheets of a workbook as tables: which sheet holds what, and what each cell says.
 *
 * A sheet is known by its name (对象名, the name of a record or a list field, 对象名.列表字段), else by its header.
 * Sheets for people to read (how to fill in) and hidden ones are left alone, and said so.
 */

/** Sheets that our own forms have besides those to fill in. */
export const GUIDE_SHEETS = { zh: "填表说明", en: "How to fill in" } as const;
export const CHOICES_SHEET = { zh: "选项", en: "Choices" } as const;

/** The list of mistakes in a copy that was handed back. */
export const MISTAKES_SHEET = { zh: "问题", en: "Mistakes" } as const;

const OWN_SHEETS: readonly string[] = [GUIDE_SHEETS, CHOICES_SHEET, MISTAKES_SHEET].flatMap((names) =>
  Object.values(names),
);

/** A sheet and what it is read for. */
export interface SheetTable {
  readonly sheet: InSheet;
  readonly target: TableTarget;
  readonly headerRow: number;
  readonly title: string;
}

/** @param kind, list what the user says that the workbook holds */
export function tablesIn(
  file: string,
  sheets: readonly InSheet[],
  schema: DataSchema,
  kind: KindSchema | null,
  list: string | null,
): { readonly tables: readonly SheetTable[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const tables: SheetTable[] = [];
  const unused: string[] = [];
  const targets = targetsOf(schema, kind, list);
  for (const sheet of sheets) {
    if (OWN_SHEETS.includes(sheet.name) || sheet.height === 0) continue;
    const data = { file, sheet: sheet.name };
    const found = targetOf(sheet, targets);
    if (found === "unclear") {
      const kinds = [...new Set(targets.map((t) => nameOf(t)))];
      problems.push(problem("BF4104", { sheet: sheet.name, kinds }, { data }));
    } else if (sheet.hidden) problems.push(problem("BF4105", { sheet: sheet.name }, { data }));
    else if (found === null) unused.push(sheet.name);
    else if (found.headerRow === null) {
      const example = exampleHeader(found.target);
      const key = found.target.keys[0]!;
      problems.push(problem("BF4103", { sheet: sheet.name, rows: HEADER_SEARCH, key, example }, { data }));
    } else {
      tables.push({ sheet, target: found.target, headerRow: found.headerRow, title: found.title });
    }
  }
  if (tables.length === 0 && problems.every((p) => p.severity !== "error")) {
    const names = targets.map((t) => nameOf(t));
    problems.push(problem("BF4102", { names }, { data: { file } }));
  } else if (unused.length > 0) {
    problems.push(problem("BF4106", { sheets: unused }, { data: { file } }));
  }
  return { tables, problems };
}

const nameOf = ({ kind, list }: TableTarget) => (list === null ? kind.name : `${kind.name}.${list}`);

function targetsOf(schema: DataSchema, kind: KindSchema | null, list: string | null): TableTarget[] {
  return schema.kinds
    .filter((k) => kind === null || k === kind)
    .flatMap((k) => {
      const lists = k.columns.filter((c) => c.type.kind === "list").map((c) => c.name);
      const wanted: readonly (string | null)[] = list === null ? [null, ...lists] : [list];
      return wanted.flatMap((of) => tableTarget(k, of) ?? []);
    });
}

interface Found {
  readonly target: TableTarget;
  readonly headerRow: number | null;
  readonly title: string;
  readonly score: number;
}

function targetOf(sheet: InSheet, targets: readonly TableTarget[]): Found | "unclear" | null {
  const rows = firstRows(sheet);
  const named = targets.filter((t) => sheetNames(t).some((n) => isNamed(sheet.name, n)));
  // 考核表 may be a list of two kinds of subject; then its name says nothing.
  const candidates = named.length > 0 ? named : targets;
  const found = candidates.map((target): Found => {
    const keys = new Set(target.keys.map(fold));
    const known = new Set([...target.columns.flatMap(spellings).map(fold), ...keys]);
    const header = headerAmong(rows, known, keys);
    return {
      target,
      headerRow: header?.headerRow ?? null,
      title: header?.title ?? "",
      score: header?.score ?? 0,
    };
  });
  if (named.length === 1) return found[0]!;
  // By its header: the id must be there, and of several the one with the most columns.
  const best = Math.max(...found.map((f) => f.score));
  if (!(best >= 1000)) return null;
  const equal = found.filter((f) => f.score === best);
  return equal.length === 1 ? equal[0]! : "unclear";
}

function sheetNames({ kind, list }: TableTarget): string[] {
  if (list === null) return [kind.name];
  const field = kind.columns.find((c) => c.name === list);
  const record = field?.type.kind === "list" ? field.type.record : "";
  return [list, `${kind.name}.${list}`, record, ...(field?.alias ? [field.alias] : [])];
}

/** Long names were cut when the sheet was named. */
function isNamed(sheet: string, name: string): boolean {
  if (name === "") return false;
  const plain = fold(name.replace(/[:\\/?*[\]]/g, " "));
  return fold(sheet) === plain || (sheet.length >= LONGEST_SHEET_NAME - 1 && plain.startsWith(fold(sheet)));
}

function firstRows(sheet: InSheet): string[][] {
  return Array.from({ length: Math.min(HEADER_SEARCH, sheet.height) }, (_, row) => texts(sheet, row));
}

/** The cells of a row of a sheet as texts. */
export const texts = (sheet: InSheet, row: number): string[] =>
  Array.from({ length: sheet.width }, (_, column) => sheet.cell(row, column)?.text ?? "");

function exampleHeader(target: TableTarget): readonly string[] {
  const names = target.columns.filter((c) => c.type.kind !== "list").map((c) => c.name);
  return [...new Set([target.keys[0]!, ...names])].slice(0, 6);
}

/** The rows of a sheet into the cohort. */
export function readSheet(file: string, table: SheetTable, builder: CohortBuilder): Problem[] {
  const { sheet, target, headerRow } = table;
  const where: TableWhere = { file, sheet: sheet.name };
  const rows = new Table(where, target, builder);
  rows.header(underTitle(texts(sheet, headerRow - 1), table.title), headerRow);
  let hidden = 0;
  let joined = 0;
  for (let row = headerRow; row < sheet.height; row++) {
    const cells = texts(sheet, row);
    if (sheet.hiddenRows.has(row) && cells.some((c) => c.trim() !== "")) hidden++;
    rows.row({ cells, read: (cell, type, unit) => factOf(sheet.cell(row, cell), type, unit) }, row + 1);
  }
  for (const at of sheet.joined.keys()) if (Number(at.split(",")[0]) >= headerRow) joined++;
  return [...sheetNotes(where, table, hidden, joined), ...rows.finish()];
}

/** What is said of a sheet before its header. @param hidden rows with anything in them @param joined cells that show another's value */
export function sheetNotes(
  where: TableWhere,
  { headerRow, title }: SheetTable,
  hidden: number,
  joined: number,
): Problem[] {
  const notes: Problem[] = [];
  if (headerRow > 1 && title !== "") {
    const parameters = { header: headerRow, count: headerRow - 1, title: title.slice(0, 40) };
    notes.push(problem("BF4029", parameters, { data: placeIn(where, 1) }));
  }
  if (hidden > 0) notes.push(problem("BF4107", { count: hidden }, { data: placeIn(where) }));
  if (joined > 0) notes.push(problem("BF4108", { count: joined }, { data: placeIn(where) }));
  return notes;
}

/** Why a workbook cannot be read. */
export function workbookProblem(path: string, fault: WorkbookFault): Problem {
  const data = { file: path };
  switch (fault.kind) {
    case "old-or-locked":
      return problem("BF4016", { path }, { data });
    case "damaged":
      return problem("BF4017", { path }, { data });
    case "too-large":
      return problem("BF4018", { path, size: `${fault.megabytes} MB`, limit: `${fault.limit} MB` }, { data });
    case "too-many-cells": {
      const limit = fault.limit;
      return problem("BF4018", { path, size: `> ${limit}`, limit }, { data });
    }
  }
}

/** The field is filled in by the table, which knows it. */
const UNKNOWN = { field: "" };

/** What a cell says of a field. */
export function factOf(cell: InCell | null, type: ColumnType, unit: string | null): CellFact {
  if (cell === null) return undefined;
  if (cell.joined && type.kind === "number")
    return { problem: problem("BF4113", { ...UNKNOWN, value: cell.text }) };
  switch (cell.kind) {
    case "error":
      return { problem: problem("BF4100", { ...UNKNOWN, value: cell.text }) };
    case "uncomputed":
      return { problem: problem("BF4101", UNKNOWN) };
    case "number": {
      if (cell.inexact) return { problem: problem("BF4109", { ...UNKNOWN, value: cell.text }) };
      if (type.kind === "date") return readCell(cell.day ?? cell.text, type, unit);
      return readCell(isWords(type) ? cell.shown : cell.text, type, unit);
    }
    case "text":
    case "date":
    case "truth":
      return readCell(cell.text, type, unit);
  }
}

const isWords = (type: ColumnType): boolean =>
  type.kind === "text" || type.kind === "link" || type.kind === "links" || type.kind === "party";
