import type { CellStyle } from "hucre/xlsx";

/**
 * The looks that our workbooks have, by meaning. A colour never stands alone: what is marked also says so in words
 * (a comment, a heading), for those who see no colours and for black-and-white print.
 */

const LINE = { style: "thin", color: { rgb: "BFBFBF" } } as const;
const BORDER = { top: LINE, right: LINE, bottom: LINE, left: LINE } as const;
const fill = (rgb: string) => ({ type: "pattern", pattern: "solid", fgColor: { rgb } }) as const;

export const STYLES = {
  /** A title above a table. */
  title: { font: { bold: true, size: 15 }, alignment: { vertical: "center" } },
  /** What stands below a title: year, department, how many. */
  subtitle: { font: { color: { rgb: "595959" } }, alignment: { wrapText: true, vertical: "top" } },
  /** The heading of a part of a page. */
  section: { font: { bold: true, size: 12, color: { rgb: "1F4E79" } } },
  /** The header row of a table. */
  heading: {
    font: { bold: true },
    fill: fill("DDEBF7"),
    border: BORDER,
    alignment: { horizontal: "center", vertical: "center", wrapText: true },
  },
  /** The heading of a column that has to be filled in. */
  required: {
    font: { bold: true },
    fill: fill("FFE699"),
    border: BORDER,
    alignment: { horizontal: "center", vertical: "center", wrapText: true },
  },
  /** Text that may be long. */
  text: { border: BORDER, alignment: { vertical: "top", wrapText: true } },
  /** What identifies: kept as text, so that 007 stays 007. */
  id: { numFmt: "@", border: BORDER, alignment: { vertical: "top" } },
  number: { border: BORDER, alignment: { vertical: "top", horizontal: "right" } },
  date: { numFmt: "yyyy-mm-dd", border: BORDER, alignment: { vertical: "top" } },
  /** A cell with a mistake. */
  error: {
    fill: fill("F8CBAD"),
    font: { bold: true, color: { rgb: "9C0006" } },
    border: BORDER,
  },
  /** Something to look at. */
  warning: { fill: fill("FFF2CC"), border: BORDER },
  /** Undetermined: hatched, so that print shows it too. */
  open: {
    fill: { type: "pattern", pattern: "lightUp", fgColor: { rgb: "7F7F7F" }, bgColor: { rgb: "FFFFFF" } },
    border: BORDER,
    alignment: { vertical: "top", wrapText: true },
  },
  faint: { font: { color: { rgb: "7F7F7F" } }, alignment: { vertical: "top", wrapText: true } },
} as const satisfies Readonly<Record<string, CellStyle>>;

export type StyleName = keyof typeof STYLES;

/** Formats of whole columns, before anything is filled in. */
export const COLUMN_FORMATS = { text: "@", date: "yyyy-mm-dd", general: "General" } as const;

export type ColumnFormat = keyof typeof COLUMN_FORMATS;
