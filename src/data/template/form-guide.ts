import type { Language } from "../../diagnostics/message.ts";
import type { RawCohort } from "../raw.ts";
import { quotedSheet } from "../workbook/names.ts";
import type { OutCell, OutSheet } from "../workbook/write.ts";
import { GUIDE_SHEETS } from "../workbook-data.ts";
import { type FormTable, keyOf } from "./form-columns.ts";
import { contentText, emptyText, textWidth, WORDS } from "./form-words.ts";

/** The sheet of a form that says how to fill it in. */

export interface FormAbout {
  readonly title: string;
  readonly department: string | null;
  readonly language: Language;
  /** Subjects known already, to be filled in beforehand. */
  readonly cohort: RawCohort;
}

const GUIDE_WIDTHS = [18, 22, 34, 8, 36, 18, 18, 20];
/** Points of a line of text, and of the tallest row there may be. */
const LINE = 15;
const TALLEST = 405;

/** Not every program makes a row as tall as its texts. */
function linesOf(row: readonly OutCell[]): number {
  const lines = row.map((cell, i) => {
    const value = typeof cell === "object" && cell !== null ? cell.value : cell;
    const room = GUIDE_WIDTHS[i]! - 2;
    return String(value ?? "")
      .split("\n")
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / room)), 0);
  });
  return Math.max(...lines);
}

export function guideSheet(
  tables: readonly FormTable[],
  names: ReadonlyMap<string, string>,
  about: FormAbout,
): OutSheet {
  const { language } = about;
  const words = WORDS[language];
  const rows: OutCell[][] = [
    [{ value: about.title, style: "title" }],
    [{ value: about.department === null ? null : words.by(about.department), style: "subtitle" }],
    [],
    [{ value: words.how, style: "section" }],
    ...words.rules.map((rule, i): OutCell[] => [`${i + 1}. ${rule}`]),
    [],
    words.columns.map((c): OutCell => ({ value: c, style: "heading" })),
  ];
  const header = rows.length - 1;
  const heights = new Map<number, number>();
  for (const table of tables) {
    const name = names.get(keyOf(table)) ?? "";
    const often = table.frequency === null ? words.once : words.perPeriod[table.frequency];
    for (const c of table.columns) {
      const { type } = c.column;
      const meaning = [c.description ?? "", c.column.yearly ? words.years(c.column.name) : ""];
      rows.push(
        [
          { value: name, style: "text", to: `${quotedSheet(name)}!A1` } as const,
          c.column.name,
          contentText(c, language),
          type.kind === "number" ? type.unit : "",
          meaning.filter((t) => t !== "").join("\n"),
          c.role === "fact" ? c.sources.join("、") || words.unlisted : "",
          c.role === "fact" ? emptyText(c, language) : words.required,
          often,
        ].map((cell): OutCell => (typeof cell === "string" ? { value: cell, style: "text" } : cell)),
      );
      const lines = linesOf(rows.at(-1)!);
      if (lines > 1) heights.set(rows.length - 1, Math.min(TALLEST, lines * LINE));
    }
  }
  return {
    name: GUIDE_SHEETS[language],
    columns: GUIDE_WIDTHS.map((width) => ({ width })),
    rows,
    heights,
    filter: header,
    repeat: `${header + 1}:${header + 1}`,
    tab: "7F7F7F",
  };
}
