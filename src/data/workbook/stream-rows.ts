import { readXlsx } from "hucre/xlsx";
import { Unsplittable } from "../unsplittable.ts";
import { columnNumber } from "./guard.ts";
import { type InSheet, sheetIn } from "./read.ts";
import { storedZip } from "./stream-package.ts";
import type { SharedTexts } from "./stream-strings.ts";
import { walkRows } from "./stream-xml.ts";

/**
 * Rows cut out of a sheet, read as a workbook of their own: with the styles and the calendar of the whole one and those
 * of its shared texts that they use. So each cell is what the library makes of it in the whole workbook.
 */

/** What all sheets of a workbook have in common. */
export interface WorkbookFrame {
  readonly styles: string | null;
  readonly from1904: boolean;
  readonly shared: SharedTexts | null;
}

/** Rows that are read together; their numbers count from the first. */
interface RowsText {
  readonly xml: string;
  /** Rows of the sheet before them. */
  readonly before: number;
  /** Numbers of their shared texts in the workbook. */
  readonly shared: readonly number[];
}

/** Characters and spanned cells of rows that are read together. */
const MOST_TEXT = 256 * 1024;
const MOST_SPAN = 400_000;
/** Where one row is far wider than those before it. */
const MOST_UNEVEN = 8_000_000;

/** Rows cut into parts that the library reads at once. @param last number of the row before @throws Unsplittable */
export function rowsTexts(text: string, last: number): { readonly parts: RowsText[]; readonly last: number } {
  const parts: RowsText[] = [];
  let out: string[] = [];
  let [before, size, width, copied, current] = [last, 0, 0, 0, last];
  let shared = new Map<number, number>();
  let fresh = true;
  const put = (part: string): void => {
    out.push(part);
    size += part.length;
  };
  const flush = (): void => {
    if (!fresh) parts.push({ xml: out.join(""), before, shared: [...shared.keys()] });
    [out, shared, size, width, fresh] = [[], new Map(), 0, 0, true];
  };
  const end = walkRows(text, last, {
    row({ number }, from, to, closed) {
      put(text.slice(copied, from));
      copied = to;
      if (size > MOST_TEXT || (number - before) * width > MOST_SPAN) flush();
      if (fresh) before = number - 1;
      fresh = false;
      current = number - before;
      put(`<row r="${current}"${closed ? "/" : ""}>`);
    },
    cell({ letters, style, type }, from, to, closed) {
      put(text.slice(copied, from));
      if (letters !== null) width = Math.max(width, columnNumber(letters));
      if (current * width > MOST_UNEVEN) throw new Unsplittable();
      const own = [
        letters === null ? "" : ` r="${letters}${current}"`,
        style === null ? "" : ` s="${style}"`,
        type === null ? "" : ` t="${type}"`,
      ].join("");
      if (type !== "s") {
        put(`<c${own}${closed ? "/" : ""}>`);
        copied = to;
        return;
      }
      const content = closed ? { index: 0, to } : sharedIndex(text, to);
      if (!shared.has(content.index)) shared.set(content.index, shared.size);
      put(`<c${own}><v>${shared.get(content.index)}</v></c>`);
      copied = content.to;
    },
  });
  put(text.slice(copied));
  flush();
  return { parts, last: end };
}

const CELL_END = /<\/(?:[^\s<>/:="']{1,40}:)?c\s*>/g;
const VALUE = /^\s*(?:<((?:[^\s<>/:="']{1,40}:)?)v(?:\s[^<>]*)?>\s*(\d{1,9})\s*<\/\1v>)?\s*$/;

/** The number of a shared text in a cell; without one it is the first. */
function sharedIndex(text: string, from: number): { readonly index: number; readonly to: number } {
  CELL_END.lastIndex = from;
  const end = CELL_END.exec(text);
  const value = end === null ? null : VALUE.exec(text.slice(from, end.index));
  if (end === null || value === null) throw new Unsplittable();
  return { index: Number(value[2] ?? 0), to: CELL_END.lastIndex };
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

const related = (of: readonly (readonly [type: string, target: string])[]) =>
  `<Relationships xmlns="${PACKAGE}/relationships">${of
    .map(
      ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${DOCUMENT}/${type}" Target="${target}"/>`,
    )
    .join("")}</Relationships>`;

/** The rows as a sheet. @throws Unsplittable */
export async function readRows(
  rows: RowsText,
  { styles, from1904, shared }: WorkbookFrame,
): Promise<InSheet> {
  const texts = rows.shared.map((i) => (shared !== null && i < shared.count ? shared.at(i) : null));
  // A number without a text behind it is an empty cell to the library; nobody writes one.
  if (texts.includes(null)) throw new Unsplittable();
  const date = from1904 ? ' date1904="1"' : "";
  const bytes = storedZip({
    "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    "_rels/.rels": related([["officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><workbookPr${date}/><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": related([
      ["worksheet", "worksheets/sheet1.xml"],
      ["sharedStrings", "sharedStrings.xml"],
      ...(styles === null ? [] : [["styles", "styles.xml"] as const]),
    ]),
    ...(styles === null ? {} : { "xl/styles.xml": styles }),
    "xl/sharedStrings.xml": `<sst xmlns="${MAIN}">${texts.join("")}</sst>`,
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${MAIN}"><sheetData>${rows.xml}</sheetData></worksheet>`,
  });
  try {
    const workbook = await readXlsx(bytes, { readStyles: true });
    return sheetIn(workbook.sheets[0]!, from1904);
  } catch (error) {
    throw new Unsplittable(String(error));
  }
}
