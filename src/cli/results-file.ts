import { writeFileAtomically } from "../data/atomic-write.ts";
import { writeResultParquet } from "../data/parquet-out.ts";
import { resultCsv, resultJson } from "../data/results-out.ts";
import { sheetName } from "../data/workbook/names.ts";
import { type OutCell, type OutSheet, workbookBytes } from "../data/workbook/write.ts";
import { type Problem, problem } from "../diagnostics/problem.ts";
import { textWidth } from "../diagnostics/width.ts";
import { cellText, type ResultCell } from "../report/results/cells.ts";
import type { ResultColumn, ResultTable } from "../report/results/columns.ts";
import { resultMarkdown } from "../report/results/markdown.ts";
import { resultTables } from "../report/results/tables.ts";
import type { ResultInput } from "../report/results/view.ts";
import { RESULT_WORDS } from "../report/results/words.ts";
import type { OutFormat } from "./data-options.ts";

/** A result as a file: for programs (JSON, CSV, Parquet), for spreadsheets (a workbook), for readers (a page, Markdown). */
export async function writeResult(
  path: string,
  format: OutFormat,
  input: ResultInput,
): Promise<Problem | null> {
  const { result, language, measure } = input;
  const count = result.subjects.length;
  const most = MOST[format];
  if (most !== undefined && count > most)
    return problem("BF9027", { count, most, format }, { data: { file: path } });
  const title = result.measure.title ?? result.measure.name;
  switch (format) {
    case "json":
      return writeFileAtomically(path, resultJson(result));
    case "csv":
      return writeFileAtomically(path, resultCsv(result, language));
    case "md":
      return writeFileAtomically(path, resultMarkdown(title, resultTables(input)));
    case "html": {
      const { resultHtml } = await import("../report/results/page.ts");
      return writeFileAtomically(path, [resultHtml(input)]);
    }
    case "xlsx": {
      const period = result.period ?? RESULT_WORDS[language].year(result.year);
      return writeFileAtomically(path, [
        await workbookBytes(resultSheets(input), { title: `${title} ${period}` }),
      ]);
    }
    case "parquet": {
      const numbers = measure.cells.flatMap((c) =>
        c.name !== null && c.type.kind === "number" ? [c.name] : [],
      );
      return writeResultParquet(path, result, new Set(numbers));
    }
  }
}

/** What is laid out as a whole is bounded; what is written subject by subject is not. */
const MOST: Partial<Record<OutFormat, number>> = { xlsx: 50_000, md: 200_000, html: 200_000 };

/** A sheet a table: headings that stay in view and can be filtered by, marks on what is open. */
export function resultSheets(input: ResultInput): OutSheet[] {
  const words = RESULT_WORDS[input.language];
  const marks = [words.open, words.undetermined];
  const bracket = words.bracketed("", "").slice(0, -1);
  const taken = new Set<string>();
  return resultTables(input).map((t) => {
    const rows = [...t.rows()];
    const isOpen = (c: ResultCell) =>
      typeof c === "string" && marks.some((m) => c === m || c.startsWith(`${m}${bracket}`));
    return {
      name: sheetName(t.title, taken),
      columns: t.columns.map((c, i) => ({ width: widthOf(c, i, t, rows) })),
      rows: [
        t.columns.map((c): OutCell => ({ value: c.head, style: "heading" })),
        ...rows.map((row) =>
          row.map((c, i): OutCell => {
            const value = typeof c === "object" ? c.number : c;
            const style = isOpen(c) ? "open" : styleOf(t.columns[i]!, value);
            return { value: value === "" ? null : value, style };
          }),
        ),
      ],
      frozen: { rows: 1 },
      filter: 0,
      repeat: "1:1",
    };
  });
}

function styleOf(column: ResultColumn, value: string | number): "id" | "number" | "text" {
  if (column.kind === "id") return "id";
  return typeof value === "number" ? "number" : "text";
}

/** Rows looked at for the width of a column. */
const SAMPLE = 200;

function widthOf(
  c: ResultColumn,
  i: number,
  t: ResultTable,
  rows: readonly (readonly ResultCell[])[],
): number {
  const longest = rows
    .slice(0, SAMPLE)
    .reduce((w, row) => Math.max(w, textWidth(cellText(row[i]!))), textWidth(c.head));
  const most = c.kind === "wide" || t.key === "summary" ? 60 : 28;
  return Math.min(most, Math.max(8, longest + 2));
}
