import { closeSync, openSync, readSync } from "node:fs";
import { type MergeRange, readXlsx } from "hucre/xlsx";
import { HEADER_SEARCH } from "../csv-table.ts";
import { Unsplittable } from "../unsplittable.ts";
import {
  columnNumber,
  MOST_CELLS,
  MOST_STREAMED,
  MOST_STREAMED_CELLS,
  MOST_STREAMED_SPANNED,
  MOST_UNPACKED,
  type Part,
  tooLarge,
} from "./guard.ts";
import { joinedCell } from "./in-cell.ts";
import { type InCell, type InSheet, isOld, type WorkbookFault } from "./read.ts";
import { openZip, partPieces, partText, storedZip, type ZipFile } from "./stream-package.ts";
import { readRows, rowsTexts, type WorkbookFrame } from "./stream-rows.ts";
import { sharedTexts } from "./stream-strings.ts";
import { RowCutter, walkRows } from "./stream-xml.ts";

/**
 * A workbook whose sheets are read some rows at a time. Of the whole of it only the shared texts are kept, and of a sheet
 * what stands behind its rows and concerns them: which cells are joined, which rows are hidden.
 */

export interface SheetRow {
  /** Counted from 0. */
  readonly index: number;
  readonly cells: readonly (InCell | null)[];
}

export interface StreamedSheet {
  /** The sheet with the rows that a header is looked for in. */
  readonly sheet: InSheet;
  /** Cells joined downwards that stand below the first of them, from that row on. */
  joinedFrom(row: number): number;
  /** Rows with anything in them. @throws Unsplittable */
  rows(): AsyncGenerator<{ readonly rows: readonly SheetRow[]; readonly share: number }>;
}

export type StreamedWorkbook =
  | { readonly sheets: readonly StreamedSheet[]; readonly bytes: number; readonly fault: null }
  | { readonly sheets: null; readonly fault: WorkbookFault };

/** @throws Unsplittable */
export async function streamWorkbook(
  path: string,
  /** How much of its sheets has been looked through, 0 to 1. */
  looked: (share: number) => Promise<void> = async () => {},
): Promise<StreamedWorkbook> {
  if (isOld(beginningOf(path))) return { sheets: null, fault: { kind: "old-or-locked" } };
  const zip = openZip(path);
  if (zip === null) return { sheets: null, fault: { kind: "damaged" } };
  const all = [...zip.parts.values()];
  const large = tooLarge(all, MOST_STREAMED);
  if (large !== null) return { sheets: null, fault: large };
  const { sheetParts, stylesPart, sharedPart, small } = relatedParts(zip);
  const kept = tooLarge(
    [sharedPart, stylesPart].filter((p) => p !== null),
    MOST_UNPACKED,
  );
  if (kept !== null) return { sheets: null, fault: kept };
  if ((stylesPart?.size ?? 0) > MOST_PART) throw new Unsplittable();
  const extents = new Map<string, Extent>();
  let [written, spanned] = [0, 0];
  const size = sheetParts.reduce((sum, part) => sum + part.size, 0);
  let before = 0;
  for (const part of sheetParts) {
    const extent = await extentOf(zip, part, MOST_STREAMED_CELLS - written, (read) =>
      looked(Math.min(1, (before + read) / Math.max(1, size))),
    );
    before += part.size;
    written += extent.written;
    spanned += extent.height * extent.width;
    if (written > MOST_STREAMED_CELLS || spanned > MOST_STREAMED_SPANNED)
      return { sheets: null, fault: { kind: "too-many-cells", limit: MOST_STREAMED_CELLS } };
    extents.set(part.name, extent);
  }
  const outline = await outlineOf(zip, small, extents);
  const shared = sharedPart === null ? null : await sharedTexts(zip, sharedPart);
  const frame: WorkbookFrame = {
    styles: stylesPart === null ? null : partText(zip, stylesPart.name, MOST_PART),
    from1904: outline.from1904,
    shared,
  };
  const sheets: StreamedSheet[] = [];
  for (const { name, hidden, part, merges } of outline.sheets) {
    const extent = extents.get(part)!;
    sheets.push(
      await streamedSheet({
        zip,
        part: zip.parts.get(part)!,
        frame,
        extent,
        joined: joinedOf(merges, extent.height),
        name,
        hidden,
      }),
    );
  }
  return { sheets, bytes: shared?.bytes ?? 0, fault: null };
}

function beginningOf(path: string): Uint8Array {
  const handle = openSync(path, "r");
  try {
    const bytes = Buffer.alloc(4);
    return bytes.subarray(0, readSync(handle, bytes, 0, 4, 0));
  } finally {
    closeSync(handle);
  }
}

/** Bytes of a part that is read at once. */
const MOST_PART = 8 * 1024 * 1024;
const WORKBOOK = "xl/workbook.xml";
const RELATIONS = "xl/_rels/workbook.xml.rels";

interface Related {
  readonly sheetParts: readonly Part[];
  readonly stylesPart: Part | null;
  readonly sharedPart: Part | null;
  /** Parts that say how the others belong together. */
  readonly small: Readonly<Record<string, string>>;
}

/** The parts of a workbook where spreadsheet programs put them. @throws Unsplittable */
function relatedParts(zip: ZipFile): Related {
  const small: Record<string, string> = {};
  for (const name of ["[Content_Types].xml", "_rels/.rels", WORKBOOK, RELATIONS]) {
    const text = partText(zip, name, MOST_PART);
    if (text === null) throw new Unsplittable();
    small[name] = text;
  }
  const sheetParts: Part[] = [];
  let stylesPart: Part | null = null;
  let sharedPart: Part | null = null;
  for (const [tag] of small[RELATIONS]!.matchAll(/<(?:[^\s<>/:="']{1,40}:)?Relationship\s[^<>]*>/g)) {
    const type = /\sType\s*=\s*["']([^"']*)["']/.exec(tag)?.[1]?.split("/").at(-1);
    const target = /\sTarget\s*=\s*["']([^"'&]*)["']/.exec(tag)?.[1];
    if (type === undefined || target === undefined) throw new Unsplittable();
    // A path that goes up and down again.
    if (target.includes("./")) throw new Unsplittable();
    const part = zip.parts.get(target.startsWith("/") ? target.slice(1) : `xl/${target}`) ?? null;
    if (type === "worksheet") {
      if (part === null) throw new Unsplittable();
      if (!sheetParts.includes(part)) sheetParts.push(part);
    } else if (type === "styles") stylesPart ??= part;
    else if (type === "sharedStrings") sharedPart ??= part;
    else if (type === "chartsheet" || type === "dialogsheet" || type === "sheetMetadata")
      throw new Unsplittable();
  }
  return { sheetParts, stylesPart, sharedPart, small };
}

interface Extent {
  readonly written: number;
  /** Number of the last row and column with a cell. */
  readonly height: number;
  readonly width: number;
  readonly hiddenRows: ReadonlySet<number>;
  /** The list of joined cells as it is written. */
  readonly joined: string;
}

async function extentOf(
  zip: ZipFile,
  part: Part,
  most: number,
  looked: (read: number) => Promise<void>,
): Promise<Extent> {
  const cutter = new RowCutter();
  let [written, height, width, last, row, column] = [0, 0, 0, 0, 0, 0];
  const hiddenRows = new Set<number>();
  let read = 0;
  for await (const { text } of partPieces(zip, part)) {
    read += text.length;
    await looked(read);
    last = walkRows(cutter.feed(text), last, {
      row({ number, hidden }) {
        row = number;
        column = 0;
        if (hidden) hiddenRows.add(number - 1);
      },
      cell({ letters }) {
        written++;
        column = letters === null ? column + 1 : columnNumber(letters);
        if (row === 0) throw new Unsplittable();
        height = row;
        if (column > width) width = column;
      },
    });
    if (written > most) break;
  }
  if (written > most) return { written, height, width, hiddenRows, joined: "" };
  const tail = cutter.end();
  const joined = /<((?:[^\s<>/:="']{1,40}:)?)mergeCells[\s>]/.exec(tail);
  const end = joined === null ? -1 : tail.indexOf(`</${joined[1]}mergeCells`, joined.index);
  return {
    written,
    height,
    width,
    hiddenRows,
    joined: joined === null || end < 0 ? "" : `${tail.slice(joined.index, end)}</${joined[1]}mergeCells>`,
  };
}

interface Outline {
  readonly from1904: boolean;
  readonly sheets: readonly {
    readonly name: string;
    readonly hidden: boolean;
    readonly part: string;
    readonly merges: readonly MergeRange[];
  }[];
}

/** The workbook without what its cells say: in its first cell each sheet has the name of its part. */
async function outlineOf(
  zip: ZipFile,
  small: Readonly<Record<string, string>>,
  extents: ReadonlyMap<string, Extent>,
): Promise<Outline> {
  const parts = { ...small };
  const names = [...extents.keys()];
  for (const [i, name] of names.entries())
    parts[name] =
      `<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>${i}</v></c></row></sheetData>${extents.get(name)!.joined}</worksheet>`;
  try {
    const workbook = await readXlsx(storedZip(parts), { readStyles: true });
    return {
      from1904: workbook.dateSystem === "1904",
      sheets: workbook.sheets.map((s) => ({
        name: s.name,
        hidden: s.hidden === true || s.veryHidden === true,
        part: names[Number(s.rows[0]?.[0])]!,
        merges: s.merges ?? [],
      })),
    };
  } catch (error) {
    throw new Unsplittable(`${zip.path}: ${error}`);
  }
}

/** Cells joined downwards, by the row of the first of them; rows count from 0, the last one included. */
interface Joined {
  readonly column: number;
  readonly from: number;
  readonly to: number;
}

/** @throws Unsplittable */
function joinedOf(merges: readonly MergeRange[], height: number): Joined[] {
  const joined = merges
    .filter((m) => m.startCol === m.endCol && m.startRow < Math.min(m.endRow, height - 1))
    .map((m) => ({ column: m.startCol, from: m.startRow, to: Math.min(m.endRow, height - 1) }))
    .sort((a, b) => a.from - b.from);
  const until = new Map<number, number>();
  let count = 0;
  for (const { column, from, to } of joined) {
    // Cells that belong to two of them are nobody's to give.
    if (from <= (until.get(column) ?? -1)) throw new Unsplittable();
    until.set(column, to);
    count += to - from;
  }
  if (count > MOST_CELLS) throw new Unsplittable();
  return joined;
}

interface SheetFrame {
  readonly zip: ZipFile;
  readonly part: Part;
  readonly frame: WorkbookFrame;
  readonly extent: Extent;
  readonly joined: readonly Joined[];
  readonly name: string;
  readonly hidden: boolean;
}

async function streamedSheet(of: SheetFrame): Promise<StreamedSheet> {
  const { extent, joined, name, hidden } = of;
  const first = new Map<number, readonly (InCell | null)[]>();
  search: for await (const { rows } of rowsOf(of))
    for (const row of rows) {
      if (row.index >= HEADER_SEARCH) break search;
      first.set(row.index, row.cells);
    }
  return {
    sheet: {
      name,
      hidden,
      height: extent.height,
      width: extent.width,
      cell: (row, column) => first.get(row)?.[column] ?? null,
      hiddenRows: extent.hiddenRows,
      joined: new Map(),
    },
    joinedFrom: (row) => joined.reduce((sum, j) => sum + Math.max(0, j.to - Math.max(j.from, row - 1)), 0),
    rows: () => rowsOf(of),
  };
}

async function* rowsOf({ zip, part, frame, joined }: SheetFrame) {
  const cutter = new RowCutter();
  const fill = new JoinedRows(joined);
  let last = 0;
  for await (const { text, share } of partPieces(zip, part)) {
    const cut = rowsTexts(cutter.feed(text), last);
    last = cut.last;
    for (const rows of cut.parts) {
      const sheet = await readRows(rows, frame);
      const found: SheetRow[] = [];
      for (let row = 0; row < sheet.height; row++) {
        const cells = Array.from({ length: sheet.width }, (_, column) => sheet.cell(row, column));
        if (cells.some((c) => c !== null)) fill.add({ index: rows.before + row, cells }, found);
      }
      yield { rows: found, share };
    }
  }
  cutter.end();
  const rest: SheetRow[] = [];
  fill.end(rest);
  yield { rows: rest, share: 1 };
}

/** Puts the first of joined cells into the rows below. */
class JoinedRows {
  readonly #joined: readonly Joined[];
  #next = 0;
  #open: { readonly joined: Joined; readonly cell: InCell | null }[] = [];
  #row = 0;

  constructor(joined: readonly Joined[]) {
    this.#joined = joined;
  }

  add(row: SheetRow, out: SheetRow[]): void {
    this.#until(row.index, out);
    out.push(this.#given(row));
    this.#row = row.index + 1;
  }

  end(out: SheetRow[]): void {
    this.#until(Number.POSITIVE_INFINITY, out);
  }

  /** Rows without cells of their own. */
  #until(row: number, out: SheetRow[]): void {
    while (this.#row < row) {
      const { from = Number.POSITIVE_INFINITY } = this.#joined[this.#next] ?? {};
      if (this.#open.length === 0) this.#row = Math.min(row, Math.max(this.#row, from));
      if (this.#row === row) return;
      const filled = this.#given({ index: this.#row, cells: [] });
      if (filled.cells.some((c) => c !== null)) out.push(filled);
      this.#row++;
    }
  }

  #given({ index, cells }: SheetRow): SheetRow {
    this.#open = this.#open.filter((o) => o.joined.to >= index);
    if (this.#open.length === 0 && (this.#joined[this.#next]?.from ?? index + 1) > index)
      return { index, cells };
    const filled = [...cells];
    for (const { joined, cell } of this.#open) {
      while (filled.length < joined.column) filled.push(null);
      filled[joined.column] = cell;
    }
    for (; this.#joined[this.#next] !== undefined && this.#joined[this.#next]!.from <= index; this.#next++) {
      const joined = this.#joined[this.#next]!;
      if (joined.from !== index || joined.to <= index) continue;
      const cell = joinedCell(cells[joined.column] ?? null);
      this.#open.push({ joined, cell });
      if (cell !== null) filled[joined.column] = cell;
    }
    return { index, cells: filled };
  }
}
