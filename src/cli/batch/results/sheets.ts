import type { LargeCell, LargeSheet } from "../../../data/workbook/write-large.ts";
import { textWidth } from "../../../diagnostics/width.ts";
import { cellText, type ResultCell } from "../../../report/results/cells.ts";
import type { ResultColumn, ResultTable } from "../../../report/results/columns.ts";
import type { ResultWords } from "../../../report/results/words.ts";
import { type Pace, Unwritten } from "./sink.ts";

/** A table as a sheet: headings that stay in view and can be filtered by, marks on what is open. */
export function sheetOf(
  table: ResultTable & { readonly size: number },
  words: ResultWords,
  pace: Pace,
): LargeSheet {
  const marks: readonly string[] = [words.open, words.undetermined];
  const bracket = words.bracketed("", "").slice(0, -1);
  const begins = marks.map((m) => m + bracket);
  const isOpen = (c: ResultCell) =>
    typeof c === "string" && (marks.includes(c) || begins.some((m) => c.startsWith(m)));
  const { columns } = table;
  return {
    title: table.title,
    columns: widthsOf(table).map((width) => ({ width })),
    heading: columns.map((c) => c.head),
    size: table.size,
    rows: function* () {
      let made = 0;
      for (const row of table.rows()) {
        pace.made(++made);
        if (pace.stopped()) throw new Unwritten(null);
        yield row.map((c, i): LargeCell => {
          const value = typeof c === "object" ? c.number : c;
          const style = isOpen(c) ? "open" : styleOf(columns[i]!, value);
          return { value: value === "" ? null : value, style };
        });
      }
    },
  };
}

function styleOf(column: ResultColumn, value: string | number): "id" | "number" | "text" {
  if (column.kind === "id") return "id";
  return typeof value === "number" ? "number" : "text";
}

/** Rows looked at for the width of a column. */
const SAMPLE = 200;

function widthsOf({ columns, key, rows }: ResultTable): number[] {
  const widths = columns.map((c) => textWidth(c.head));
  let looked = 0;
  for (const row of rows()) {
    for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i]!, textWidth(cellText(cell)));
    if (++looked === SAMPLE) break;
  }
  return columns.map((c, i) => {
    const most = c.kind === "wide" || key === "summary" ? 60 : 28;
    return Math.min(most, Math.max(8, widths[i]! + 2));
  });
}
