import { statSync } from "node:fs";
import { worded } from "../../../diagnostics/phrases.ts";
import { problem } from "../../../diagnostics/problem.ts";
import { underTitle } from "../../csv-table.ts";
import { namedKind } from "../../input-target.ts";
import { readBytes } from "../../read-text.ts";
import { Unsplittable } from "../../unsplittable.ts";
import { plainCells } from "../../workbook/plain-cells.ts";
import type { SheetRow, StreamedSheet, StreamedWorkbook } from "../../workbook/stream.ts";
import { type SheetTable, sheetNotes, tablesIn, texts, workbookProblem } from "../../workbook-data.ts";
import type { Pace } from "../pace.ts";
import { pipe } from "./pipe.ts";
import type { NoStreams, StreamedRow, StreamInput, TableStream, TableStreams } from "./stream.ts";

/** The sheets of a workbook, each a table. */
export async function sheetStreams({ input, schema, options }: StreamInput): Promise<TableStreams> {
  const { path, list } = input;
  const kind = namedKind(input, schema);
  if (kind !== null && "code" in kind) return { problem: kind };
  const missing = unreadable(path);
  if (missing !== null) return missing;
  // Loaded when a workbook is read, as in the ordinary way.
  const { streamWorkbook } = await import("../../workbook/stream.ts");
  try {
    const workbook: StreamedWorkbook = await streamWorkbook(path, (share) =>
      options.pace.looked(path, share),
    );
    if (workbook.fault !== null) return { problem: workbookProblem(path, workbook.fault) };
    const sheets = workbook.sheets.map((s) => s.sheet);
    const { tables, problems } = tablesIn(path, sheets, schema, kind, list);
    const wrong = problems.find((p) => p.severity === "error");
    if (wrong !== undefined) return { problem: wrong };
    const streams: TableStream[] = [];
    for (const table of tables) {
      const streamed = workbook.sheets[sheets.indexOf(table.sheet)]!;
      const before = streams.length === 0 ? problems : [];
      const where = { file: path, sheet: table.sheet.name };
      const hidden = await hiddenRows(streamed, table);
      const notes = sheetNotes(where, table, hidden, streamed.joinedFrom(table.headerRow));
      streams.push({
        where,
        target: table.target,
        header: underTitle(texts(table.sheet, table.headerRow - 1), table.title),
        headerRow: table.headerRow,
        notes: [...before, ...notes],
        ...(streams.length === 0 && { kept: workbook.bytes }),
        rows: Math.max(0, table.sheet.height - table.headerRow),
        stream: () => rowsUnder(streamed, table.headerRow, options.pace),
        close() {},
      });
    }
    return { tables: streams };
  } catch (error) {
    if (!(error instanceof Unsplittable)) throw error;
    return {
      whole: {
        ...worded("reason", "workbook-needs-whole", { path }),
      },
    };
  }
}

async function* rowsUnder(sheet: StreamedSheet, headerRow: number, pace: Pace) {
  for await (const { rows, share } of sheet.rows()) {
    await pace.turn();
    yield { rows: rows.filter((r) => r.index >= headerRow).map(plainRow), share };
  }
}

const plainRow = ({ index, cells }: SheetRow): StreamedRow => ({
  number: index + 1,
  cells: cells.map((c) => c?.text ?? ""),
  sheet: plainCells(cells),
});

/** Rows hidden under the header that have anything in them. */
async function hiddenRows(sheet: StreamedSheet, { headerRow }: SheetTable): Promise<number> {
  const { hiddenRows: hidden } = sheet.sheet;
  if (![...hidden].some((row) => row >= headerRow)) return 0;
  let count = 0;
  for await (const { rows } of sheet.rows())
    for (const { index, cells } of rows)
      if (index >= headerRow && hidden.has(index) && cells.some((c) => (c?.text ?? "").trim() !== ""))
        count++;
  return count;
}

function unreadable(path: string): NoStreams | null {
  const status = statSync(path, { throwIfNoEntry: false });
  if (status?.isFile() === true)
    return status.size > 0 ? null : { problem: problem("BF4003", { path }, { data: { file: path } }) };
  // What comes through a pipe can be read only once.
  if (status !== undefined && !status.isDirectory()) return pipe(path);
  const bytes = readBytes(path, 0);
  return "code" in bytes ? { problem: bytes } : null;
}
