import {
  type Cell,
  type CellValue,
  type ConditionalRule,
  type DataValidation,
  type WriteSheet,
  writeXlsx,
} from "hucre/xlsx";
import { cellName } from "./names.ts";
import { COLUMN_FORMATS, type ColumnFormat, STYLES, type StyleName } from "./styles.ts";

/**
 * Workbooks out. Whatever comes from users is a value, never a formula: a text that begins with `=` is a text cell,
 * which Excel shows and does not run. Equal sheets give equal bytes.
 */

export type OutValue = string | number | boolean | null;

/** A value, or a value with its look, a comment, or a link to a place of the same workbook (`'汇总'!A1`). */
export type OutCell =
  | OutValue
  | {
      readonly value: OutValue;
      readonly style?: StyleName;
      readonly comment?: string;
      readonly to?: string;
    };

export interface OutColumn {
  /** In characters; a Chinese one counts as two. */
  readonly width?: number;
  /** Of the cells that are still empty. */
  readonly format?: ColumnFormat;
  readonly hidden?: true;
}

export interface OutSheet {
  /** A name made with `sheetName`. */
  readonly name: string;
  readonly columns?: readonly OutColumn[];
  readonly rows: readonly (readonly OutCell[])[];
  /** Rows and columns that stay in view. */
  readonly frozen?: { readonly rows?: number; readonly columns?: number };
  /** Heights of rows in points, by index. */
  readonly heights?: ReadonlyMap<number, number>;
  /** Cells joined to one; all counted from 0, ends included. */
  readonly merges?: readonly { readonly row: number; readonly from: number; readonly to: number }[];
  readonly validations?: readonly DataValidation[];
  readonly rules?: readonly ConditionalRule[];
  /** Index of the header row of a table that can be filtered; its columns are those of that row. */
  readonly filter?: number;
  /** Rows that it has where those given here are not all. */
  readonly length?: number;
  /** Rows repeated on every printed page, counted from 1: "1:2". */
  readonly repeat?: string;
  readonly hidden?: true;
  /** Colour of the tab, RRGGBB. */
  readonly tab?: string;
}

export interface WorkbookAbout {
  readonly title: string;
  readonly description?: string;
}

/** A workbook has no clock either: the date in its properties is the first one that a zip file can say. */
const NO_DATE = new Date(Date.UTC(1980, 0, 1));

/** The bytes of an .xlsx file. */
export function workbookBytes(sheets: readonly OutSheet[], about: WorkbookAbout): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map(toSheet),
    defaultFont: { name: "等线", size: 11 },
    properties: {
      title: about.title,
      ...(about.description === undefined ? {} : { description: about.description }),
      creator: "banfa",
      created: NO_DATE,
      modified: NO_DATE,
    },
  });
}

function toSheet(sheet: OutSheet): WriteSheet {
  const rows: CellValue[][] = [];
  const cells = new Map<string, Partial<Cell>>();
  sheet.rows.forEach((row, r) => {
    rows.push(
      row.map((cell, c) => {
        if (typeof cell !== "object" || cell === null) return safe(cell);
        const value = safe(cell.value);
        const detail: Partial<Cell> = { value };
        if (cell.style !== undefined) detail.style = STYLES[cell.style];
        if (cell.comment !== undefined) detail.comment = { text: safeText(cell.comment), author: "banfa" };
        if (cell.to !== undefined)
          detail.hyperlink = { target: "", location: cell.to, display: String(value ?? "") };
        cells.set(`${r},${c}`, detail);
        return value;
      }),
    );
  });
  const { frozen, heights, merges, validations, rules, filter } = sheet;
  const last = filter === undefined ? 0 : Math.max(0, (sheet.rows[filter]?.length ?? 1) - 1);
  return {
    name: sheet.name,
    rows,
    cells,
    ...(sheet.columns && {
      columns: sheet.columns.map((c) => ({
        ...(c.width !== undefined && { width: c.width }),
        ...(c.format !== undefined &&
          c.format !== "general" && { style: { numFmt: COLUMN_FORMATS[c.format] } }),
        ...(c.hidden && { hidden: true }),
      })),
    }),
    ...(frozen && { freezePane: { ...frozen } }),
    ...(heights && { rowDefs: new Map([...heights].map(([row, height]) => [row, { height }])) }),
    ...(merges && {
      merges: merges.map((m) => ({ startRow: m.row, endRow: m.row, startCol: m.from, endCol: m.to })),
    }),
    ...(validations && { dataValidations: [...validations] }),
    ...(rules && { conditionalRules: [...rules] }),
    ...(filter !== undefined && {
      autoFilter: {
        range: `${cellName(filter, 0)}:${cellName(Math.max(filter, (sheet.length ?? sheet.rows.length) - 1), last)}`,
      },
    }),
    pageSetup: {
      paperSize: "a4",
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      ...(sheet.repeat !== undefined && { printTitlesRow: sheet.repeat.replace(/\d+/g, "$$$&") }),
    },
    ...(sheet.hidden && { hidden: true }),
    ...(sheet.tab !== undefined && { view: { tabColor: { rgb: sheet.tab } } }),
  };
}

/** Most characters of a cell. */
const LONGEST_TEXT = 32767;

function safe(value: OutValue): CellValue {
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  return typeof value === "string" ? safeText(value) : value;
}

/** Without what XML cannot hold, and with what Excel would take for an escape (`_x0041_`) kept as it is. */
export function safeText(text: string): string {
  const plain = text
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd")
    // These are what XML 1.0 has no way to write.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replace(/\r\n?/g, "\n")
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
  return plain.length > LONGEST_TEXT ? `${plain.slice(0, LONGEST_TEXT - 1)}…` : plain;
}
