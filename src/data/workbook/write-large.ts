import { unpackedParts } from "./guard.ts";
import { columnLetters, sheetName } from "./names.ts";
import type { StyleName } from "./styles.ts";
import {
  type OutCell,
  type OutColumn,
  type OutSheet,
  safeText,
  type WorkbookAbout,
  workbookBytes,
} from "./write.ts";
import { ZipOut } from "./zip-out.ts";

/**
 * Workbooks of any length: the same as `workbookBytes` makes, whose writer makes everything here but the rows; these go into
 * the file as they come.
 */

/** A table: a heading that stays in view and can be filtered by, and rows. */
export interface LargeSheet {
  readonly title: string;
  readonly columns: readonly OutColumn[];
  readonly heading: readonly string[];
  /** How many rows there are. */
  readonly size: number;
  readonly rows: () => Iterable<readonly LargeCell[]>;
}

export interface LargeCell {
  readonly value: string | number | null;
  readonly style: LargeStyle;
}

const LARGE_STYLES = ["id", "number", "text", "open"] as const satisfies readonly StyleName[];
export type LargeStyle = (typeof LARGE_STYLES)[number];

/** Rows of a sheet, without the heading. */
const MOST_ROWS = 1_048_575;

/** What does not fit into a sheet goes on in a second one. @throws TooLarge @throws what `write` throws */
export async function writeLargeWorkbook(
  write: (bytes: Uint8Array) => void,
  tables: readonly LargeSheet[],
  about: WorkbookAbout,
  mostRows = MOST_ROWS,
): Promise<void> {
  const taken = new Set<string>();
  const parts = tables.flatMap((table) => {
    const sheets = Math.max(1, Math.ceil(table.size / mostRows));
    return Array.from({ length: sheets }, (_, i) => ({
      table,
      first: i === 0,
      name: sheetName(table.title, taken),
      size: Math.min(mostRows, table.size - i * mostRows),
    }));
  });
  const skeleton = unpackedParts(await workbookBytes(parts.map(emptySheet), about));
  const zip = new ZipOut(write);
  let rows: Iterator<readonly LargeCell[]> | null = null;
  for (const [name, content] of skeleton) {
    const found = /^xl\/worksheets\/sheet(\d+)\.xml$/.exec(name);
    const part = found === null ? undefined : parts[Number(found[1]) - 1];
    if (part === undefined) {
      await zip.part(name, [content]);
      continue;
    }
    if (part.first || rows === null) rows = part.table.rows()[Symbol.iterator]();
    await zip.part(name, sheetXml(content.toString("utf8"), part.table.heading.length, part.size, rows));
  }
  zip.end();
}

/** A row of every look, from which their numbers are read. */
function emptySheet({ name, table, size }: { name: string; table: LargeSheet; size: number }): OutSheet {
  return {
    name,
    columns: table.columns,
    rows: [
      table.heading.map((value): OutCell => ({ value, style: "heading" })),
      LARGE_STYLES.map((style): OutCell => ({ value: 0, style })),
    ],
    frozen: { rows: 1 },
    filter: 0,
    repeat: "1:1",
    length: size + 1,
  };
}

const SAMPLE_ROW = /<row r="2"[^>]*>(.*?)<\/row>/s;

function* sheetXml(
  skeleton: string,
  columns: number,
  size: number,
  rows: Iterator<readonly LargeCell[]>,
): Generator<Uint8Array> {
  const sample = SAMPLE_ROW.exec(skeleton);
  if (sample === null) throw new Error("a sheet without its row of looks");
  const numbers = [...sample[1]!.matchAll(/ s="(\d+)"/g)].map((m) => Number(m[1]));
  const styles = Object.fromEntries(LARGE_STYLES.map((name, i) => [name, numbers[i]])) as Record<
    LargeStyle,
    number
  >;
  const letters = Array.from({ length: columns }, (_, i) => columnLetters(i));
  const range = `A1:${letters.at(-1) ?? "A"}${size + 1}`;
  const before = skeleton
    .slice(0, sample.index)
    .replace(/<dimension ref="[^"]*"/, `<dimension ref="${range}"`);
  let text = before;
  for (let row = 2; row < size + 2; row++) {
    const next = rows.next();
    if (next.done) break;
    text += `<row r="${row}">`;
    next.value.forEach((cell, i) => {
      text += cellXml(cell, `${letters[i]}${row}`, styles[cell.style]);
    });
    text += "</row>";
    if (text.length < CHUNK) continue;
    yield Buffer.from(text, "utf8");
    text = "";
  }
  yield Buffer.from(text + skeleton.slice(sample.index + sample[0].length), "utf8");
}

const CHUNK = 1 << 17;

function cellXml({ value }: LargeCell, at: string, style: number): string {
  if (value === null) return `<c r="${at}" s="${style}"/>`;
  if (typeof value === "number" && Number.isFinite(value))
    return `<c r="${at}" s="${style}"><v>${value}</v></c>`;
  const text = plain(String(value));
  const kept = SPACED.test(text) ? ' xml:space="preserve"' : "";
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t${kept}>${text}</t></is></c>`;
}

const SPACED = /^\s|\s$|\n/;
/** Nothing in it needs to be looked at twice. */
const PLAIN = /^[^&<>_\u0000-\u001f\ud800-\udfff\ufffe\uffff]{0,1000}$/;

function plain(text: string): string {
  if (PLAIN.test(text)) return text;
  return safeText(text).replace(/[&<>]/g, (c) => (c === "&" ? "&amp;" : c === "<" ? "&lt;" : "&gt;"));
}
