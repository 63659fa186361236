import Papa from "papaparse";
import { fold } from "./cells.ts";

/**
 * CSV text as rows of cells. Quoting is the library's work; what is decided here is the separator and the
 * header row, by looking for the names that the measure declares: a form often has a title above its header.
 */

export interface TableStart {
  readonly delimiter: string;
  /** Row of the header, from 1; null when none of the first rows looks like one. */
  readonly headerRow: number | null;
  /** Text of the rows above the header that are not blank. */
  readonly title: string;
  /** Names of the header's cells, reduced by {@link columnKey}. */
  readonly names: readonly string[];
}

/** Characters at the beginning of a text that are searched for its header. */
export const HEADER_TEXT = 65536;
/** Rows searched for the header. */
export const HEADER_SEARCH = 10;

const DELIMITERS = [",", ";", "\t", "\uff0c", "|"];

/** `known`: folded names of columns; `key`: folded names of the id column. */
export function findHeader(text: string, known: ReadonlySet<string>, key: ReadonlySet<string>): TableStart {
  const head = text.slice(0, HEADER_TEXT);
  let best: TableStart & { readonly score: number } = {
    delimiter: ",",
    headerRow: null,
    title: "",
    names: [],
    score: 0,
  };
  for (const delimiter of DELIMITERS) {
    const rows = Papa.parse<string[]>(head, { delimiter, newline: "\n", preview: HEADER_SEARCH }).data;
    const found = headerAmong(rows, known, key);
    if (found !== null && found.score > best.score) best = { delimiter, ...found };
  }
  return best;
}

/** The header among the first rows of a table, with how many of the declared columns it names; null: none. */
export function headerAmong(
  rows: readonly (readonly string[])[],
  known: ReadonlySet<string>,
  key: ReadonlySet<string>,
): (Omit<TableStart, "delimiter"> & { readonly headerRow: number; readonly score: number }) | null {
  let best: ReturnType<typeof headerAmong> = null;
  rows.forEach((cells, i) => {
    // A declared name may itself end in brackets; then they are no unit.
    const headings = cells.map((c) => headingOf(c, (name) => known.has(name)));
    const names = headings.map((c) => (known.has(fold(c)) ? fold(c) : columnKey(c)));
    const matches = names.filter((n) => known.has(n)).length;
    // The id column decides; without it a row that knows at least two columns, or is one, is the header.
    const score = matches + (names.some((n) => key.has(n)) ? 1000 : 0);
    const enough = score >= 1000 || matches >= 2 || (matches === 1 && cells.length === 1);
    if (!enough || score <= (best?.score ?? 0)) return;
    const title = rows
      .slice(0, i)
      .flat()
      .filter((c) => c.trim() !== "")
      .join(" ");
    best = { headerRow: i + 1, title, names, score };
  });
  return best;
}

/**
 * What a heading says of its column. A name may be broken over two lines; otherwise what stands below the first line
 * is a remark for who fills in the form, as is a `*` that marks what must not be left out.
 */
export function headingOf(cell: string, isKnown: (folded: string) => boolean): string {
  const whole = cell.normalize("NFKC").trim().replace(UNIT_LINE, "");
  const line = whole.split("\n", 1)[0]!.trim();
  const starless = line.replace(/^\*\s*|\s*\*$/g, "");
  const known = [whole, line, starless].find((t) => isKnown(fold(t)) || isKnown(columnKey(t)));
  return known ?? (whole === line ? whole : starless);
}

const UNIT_LINE = /\n单位:[^\n]*$/;

/** `单位：万元、人` above a table or in a heading. */
function unitsStated(text: string): string[] {
  const found = text.normalize("NFKC").matchAll(/单位\s{0,3}:\s{0,3}([^\s()[\]]{1,30})/g);
  return [...found].flatMap(([, units = ""]) => units.split(/[、,;/]/)).filter((u) => u !== "");
}

/** The headings with the unit that the title states, where they have none themselves. */
export function underTitle(header: readonly string[], title: string): readonly string[] {
  const units = unitsStated(title);
  if (units.length === 0) return header;
  return header.map((cell) => {
    const bare = cell.trim() !== "" && !/[(（[]/.test(cell);
    return bare ? `${cell.trim()}\n单位:${units.join("、")}` : cell;
  });
}

/** Units that a heading speaks of besides its name: in a remark below it, or in the title of the table. */
export function remarkedUnits(cell: string, heading: string): string[] {
  const whole = cell.normalize("NFKC").trim();
  if (!whole.includes("\n")) return [];
  const rest = whole.replace(heading, "");
  const bracketed = [...rest.matchAll(/[([]([^()[\]]{1,30})[)\]]/g)].map(([, unit = ""]) => unit.trim());
  return [...unitsStated(rest), ...bracketed];
}

/** A header cell reduced to what identifies its column: width, blanks, case and a unit in brackets aside. */
export function columnKey(header: string): string {
  return fold(splitUnit(header).name);
}

/** `平时考核分(分)` → name and unit; the unit is null where there is none. */
export function splitUnit(header: string): { readonly name: string; readonly unit: string | null } {
  const folded = header.normalize("NFKC").trim();
  const m = /^([^()[\]]+)[([]([^()[\]]*)[)\]]$/.exec(folded);
  return m === null ? { name: folded, unit: null } : { name: m[1]!.trim(), unit: m[2]!.trim() };
}

/** One call per row of the file, blank rows included, so that rows count as a spreadsheet counts them. */
export function eachRow(
  text: string,
  delimiter: string,
  visit: (cells: readonly string[], row: number, badQuote: boolean) => void,
): void {
  let row = 0;
  Papa.parse<string[]>(text, {
    delimiter,
    newline: "\n",
    step: (result) => {
      row++;
      visit(
        result.data,
        row,
        result.errors.some((e) => e.type === "Quotes"),
      );
    },
  });
}

/** One kind of line end, so that a file pasted together from several is read in one way. */
export function unifyLineEnds(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}
