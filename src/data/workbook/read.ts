import { type Cell, readXlsx, type Sheet } from "hucre/xlsx";
import { multiply, parseRational, rational, toText } from "../../runtime/rational.ts";
import { type GuardedFault, MOST_CELLS, workbookFault } from "./guard.ts";
import { type InCell, joinedCell } from "./in-cell.ts";

export type { InCell } from "./in-cell.ts";

/**
 * Workbooks in: what a sheet shows, as the texts that a person would have typed, so that everything behind this
 * reads a sheet as it reads a CSV table. What a text alone would lose is kept beside it: that a number is shown as a
 * percentage (`47.5%`), that a cell is a date, an error, or a formula that nobody has computed.
 */

export interface InSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Rows that the sheet has anything in or a look for. */
  readonly height: number;
  readonly width: number;
  /** The cell, counted from 0; null where it is empty. */
  cell(row: number, column: number): InCell | null;
  /** Rows hidden by hand or by a filter, counted from 0. */
  readonly hiddenRows: ReadonlySet<number>;
  /** Cells below the first of those that are joined downwards; they show the value of the first. */
  readonly joined: ReadonlyMap<string, readonly [row: number, column: number]>;
}

/** Why a workbook cannot be read. */
export type WorkbookFault = GuardedFault | { readonly kind: "old-or-locked" };

export type ReadWorkbook =
  | { readonly sheets: readonly InSheet[]; readonly fault: null }
  | { readonly sheets: null; readonly fault: WorkbookFault };

/** The sheets of an .xlsx file. */
export async function readWorkbook(bytes: Uint8Array): Promise<ReadWorkbook> {
  // An old .xls and a workbook with a password are the same kind of file.
  if (isOld(bytes)) return { sheets: null, fault: { kind: "old-or-locked" } };
  const fault = workbookFault(bytes);
  if (fault !== null) return { sheets: null, fault };
  try {
    const workbook = await readXlsx(bytes, { readStyles: true });
    const old = workbook.dateSystem === "1904";
    return { sheets: workbook.sheets.map((s) => sheetIn(s, old)), fault: null };
  } catch {
    return { sheets: null, fault: { kind: "damaged" } };
  }
}

const OLD = [0xd0, 0xcf, 0x11, 0xe0];

/** A file of the old kind, or one with a password. */
export const isOld = (bytes: Uint8Array): boolean => OLD.every((b, i) => bytes[i] === b);

/** A sheet as it was read by the library. */
export function sheetIn(sheet: Sheet, from1904: boolean): InSheet {
  const joined = joinedCells(sheet);
  const firsts = new Set([...joined.values()].map(([row, column]) => `${row},${column}`));
  const own = (row: number, column: number): InCell | null => {
    const value = sheet.rows[row]?.[column] ?? null;
    const detail = sheet.cells?.get(`${row},${column}`);
    return cellIn(value, detail, from1904);
  };
  return {
    name: sheet.name,
    hidden: sheet.hidden === true || sheet.veryHidden === true,
    height: sheet.rows.length,
    width: sheet.rows.reduce((most, row) => Math.max(most, row.length), 0),
    cell(row, column) {
      if (joined.size === 0) return own(row, column);
      const at = `${row},${column}`;
      const first = joined.get(at);
      if (first !== undefined) return joinedCell(own(first[0], first[1]));
      return firsts.has(at) ? joinedCell(own(row, column)) : own(row, column);
    },
    hiddenRows: new Set([...(sheet.rowDefs ?? [])].flatMap(([row, def]) => (def.hidden ? [row] : []))),
    joined,
  };
}

/** A county's name joined over the rows of its people stands for each of them; a title joined across does not. */
function joinedCells(sheet: Sheet): Map<string, readonly [number, number]> {
  const joined = new Map<string, readonly [number, number]>();
  for (const m of sheet.merges ?? []) {
    if (m.startCol !== m.endCol) continue;
    const last = Math.min(m.endRow, sheet.rows.length - 1);
    for (let row = m.startRow + 1; row <= last && joined.size < MOST_CELLS; row++) {
      joined.set(`${row},${m.startCol}`, [m.startRow, m.startCol]);
    }
  }
  return joined;
}

function cellIn(value: Cell["value"], detail: Cell | undefined, from1904: boolean): InCell | null {
  if (value === null) {
    return detail?.formula === undefined ? null : { kind: "uncomputed", text: `=${detail.formula}` };
  }
  if (detail?.type === "error") return { kind: "error", text: String(value) };
  if (typeof value === "string") {
    // An apostrophe in front says "text" to Excel; programs that write files sometimes put it into the text.
    return { kind: "text", text: /^'(?!.*')/s.test(value) ? value.slice(1) : value };
  }
  if (typeof value === "boolean") return { kind: "truth", text: value ? "TRUE" : "FALSE" };
  const written = detail?.style?.numFmt ?? "";
  const format = plainFormat(written);
  if (!(value instanceof Date)) return numberIn(value, format, shownUnit(written, value), from1904);
  // A number such as 20250305 in a cell for dates, which shows it as ####.
  if (value.getTime() > LAST_DAY) return numberIn(serialOf(value, from1904), "", "", from1904);
  return dateIn(value, format);
}

const LAST_DAY = Date.UTC(9999, 11, 31);

const serialOf = (value: Date, from1904: boolean): number =>
  Math.round((value.getTime() - Date.UTC(1899, 11, 30)) / DAY) - (from1904 ? 1462 : 0);

/**
 * The unit that a format puts behind the number: 0.00"万元" shows 12.50万元, and who typed 12.5 meant that. A format that
 * also scales (0.0,"千元") shows the unit of what it has scaled, and the number in the cell is in the plain one.
 */
function shownUnit(format: string, value: number): string {
  const sections = format.split(";");
  const section = (value < 0 && sections[1] ? sections[1] : sections[0]!).replace(/General/gi, "0");
  const last = /^.*[0#?]/s.exec(section)?.[0] ?? section;
  const rest = section.slice(last.length);
  if (rest.startsWith(",")) return "";
  const texts = rest.matchAll(/"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]|[_*].|(\p{L}|‰)/gu);
  const unit = [...texts].map(
    ([, quoted, escaped, money, plain]) => quoted ?? escaped ?? money ?? plain ?? "",
  );
  const text = unit.join("").trim();
  return /^[\p{L}‰]{1,8}$/u.test(text) ? text : "";
}

/** A number format without its literal parts and its sections for negative numbers. */
function plainFormat(format: string): string {
  return format
    .replace(/"[^"]*"|\\.|_.|\*./g, "")
    .replace(/\[[^\]]*\]/g, "")
    .split(";")[0]!;
}

function dateIn(value: Date, format: string): InCell {
  if (Number.isNaN(value.getTime())) return { kind: "error", text: "#NUM!" };
  const iso = value.toISOString();
  const [day, time] = [iso.slice(0, 10), iso.slice(11, 16)];
  // 2018-03 typed into a cell becomes its first day, shown without the day.
  if (format !== "" && !/d/i.test(format) && /y/i.test(format) && day.endsWith("-01")) {
    return { kind: "date", text: day.slice(0, 7) };
  }
  return { kind: "date", text: time === "00:00" ? day : `${day} ${time}` };
}

/** Digits that Excel keeps of a number. */
const DIGITS = 15;
const DAY = 86_400_000;

function numberIn(value: number, format: string, unit: string, from1904: boolean): InCell {
  // 0.1 + 0.2 in a formula is 0.3 to Excel, which counts fifteen digits, and to who looks at it.
  const kept = Number(value.toPrecision(DIGITS));
  const decimal = parseRational(String(kept));
  const percent = format.includes("%") && decimal !== undefined;
  const plain = percent ? `${toText(multiply(decimal, rational(100)))}%` : String(kept);
  const padded = /^0{2,}$/.test(format) && Number.isInteger(kept) && kept >= 0;
  return {
    kind: "number",
    text: percent ? plain : `${plain}${unit}`,
    shown: padded ? String(kept).padStart(format.length, "0") : plain,
    day: percent ? null : dayOf(kept, from1904),
    inexact: Math.abs(value) >= 10 ** DIGITS,
  };
}

/** From 1954 on, so that a year (2018) or a small number is no day. */
function dayOf(serial: number, from1904: boolean): string | null {
  const days = from1904 ? serial + 1462 : serial;
  if (!Number.isInteger(serial) || days < 20_000 || days > 110_000) return null;
  return new Date(Date.UTC(1899, 11, 30) + days * DAY).toISOString().slice(0, 10);
}
