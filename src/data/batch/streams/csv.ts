import { type Problem, problem } from "../../../diagnostics/problem.ts";
import { type KindSchema, spellings } from "../../../facts/data-schema.ts";
import { fold } from "../../cells.ts";
import { kindOfTable, noHeader } from "../../csv.ts";
import type { TableTarget } from "../../csv-header.ts";
import { eachRow, findHeader, HEADER_TEXT, underTitle } from "../../csv-table.ts";
import { namedKind, targetOfTable } from "../../input-target.ts";
import { BrokenText } from "../../unsplittable.ts";
import { type CsvFile, csvPieces, inspectCsv, Unsplittable } from "../csv-batches.ts";
import { textPieces } from "../text-pieces.ts";
import type { NoStreams, StreamedRow, StreamInput, TableStream, TableStreams } from "./stream.ts";
import { unreadable } from "./unreadable.ts";

/** A CSV file of which the beginning has been looked at. */
export interface OpenCsv {
  readonly path: string;
  readonly file: CsvFile;
  readonly target: TableTarget;
  readonly delimiter: string;
  readonly header: readonly string[];
  readonly headerRow: number;
  readonly notes: readonly Problem[];
  /** About how many rows it has. */
  readonly rows: number;
}

export function openCsv({ input, schema }: StreamInput): OpenCsv | NoStreams {
  const { path, list } = input;
  const kind = namedKind(input, schema);
  if (kind !== null && "code" in kind) return { problem: kind };
  const file = inspectCsv(path);
  const first = file === null ? null : beginningOf(path, file);
  if (file === null || first === null) return unreadable(path);
  const target = targetOfTable(path, kind, list, schema, (): KindSchema | null => kindOfTable(first, schema));
  if ("code" in target) return { problem: target };
  const known = new Set([...target.columns.flatMap(spellings), ...target.keys].map(fold));
  const { headerRow, delimiter, title } = findHeader(first, known, new Set(target.keys.map(fold)));
  if (headerRow === null) return { problem: noHeader(path, target) };
  let header: readonly string[] = [];
  eachRow(first, delimiter, (cells, row) => {
    if (row === headerRow) header = cells;
  });
  const rows = Math.ceil((first.split("\n").length * file.size) / Math.max(1, Buffer.byteLength(first)));
  return {
    path,
    file,
    target,
    delimiter,
    header: underTitle(header, title),
    headerRow,
    notes: notesOf(path, file, headerRow, title),
    rows,
  };
}

/** The rows of a CSV file. */
export function csvStream(of: StreamInput): TableStreams {
  const open = openCsv(of);
  if (!("file" in open)) return open;
  const { path, file, target, delimiter, header, headerRow, notes, rows } = open;
  const table: TableStream = {
    where: { file: path },
    target,
    header,
    headerRow,
    notes,
    rows,
    async *stream() {
      let before = 0;
      for (const { text, read } of csvPieces(path, file, of.options.chunk)) {
        const found: StreamedRow[] = [];
        // A text of nothing is one blank row.
        let last = before + 1;
        eachRow(text, delimiter, (cells, row, badQuote) => {
          // After a quote without a partner, where rows end depends on the whole file.
          if (badQuote) throw new Unsplittable();
          last = before + row;
          if (last > headerRow) found.push({ number: last, cells });
        });
        before = last;
        await of.options.pace.turn();
        yield { rows: found, share: read / file.size };
      }
    },
    close() {},
  };
  return { tables: [table] };
}

function notesOf(path: string, file: CsvFile, headerRow: number, title: string): Problem[] {
  const data = { file: path };
  const notes: Problem[] = [];
  if (file.encoding !== "UTF-8") notes.push(problem("BF4008", { path, encoding: file.encoding }, { data }));
  if (headerRow > 1) {
    const parameters = { header: headerRow, count: headerRow - 1, title: title.slice(0, 40) };
    notes.push(problem("BF4029", parameters, { data: { ...data, row: 1 } }));
  }
  return notes;
}

/** As much of the text as a header is looked for in. */
function beginningOf(path: string, file: CsvFile): string | null {
  const texts: string[] = [];
  let length = 0;
  try {
    for (const { text } of csvPieces(path, file)) {
      texts.push(text);
      length += text.length + 1;
      if (length > HEADER_TEXT) break;
    }
  } catch (error) {
    if (!(error instanceof Unsplittable)) throw error;
    const endless = error instanceof BrokenText && error.is === "endless-row";
    if (texts.length === 0 && !endless) return null;
    // No header is longer: what there is tells that there is none.
    if (texts.length === 0) for (const { text } of textPieces(path, file, HEADER_TEXT)) return text;
  }
  const text = texts.join("\n");
  return text.trim() === "" ? null : text;
}
