import { readFileSync } from "node:fs";
import { basename, extname } from "node:path";
import type { Language } from "../diagnostics/message.ts";
import { type Problem, problem, wording } from "../diagnostics/problem.ts";
import { writeFilesAtomically } from "./atomic-write.ts";
import { eachRow, findHeader, unifyLineEnds } from "./csv-table.ts";
import { readText } from "./read-text.ts";
import type { Mark } from "./workbook/mark.ts";
import { cellName, quotedSheet } from "./workbook/names.ts";
import { type OutCell, type OutSheet, workbookBytes } from "./workbook/write.ts";
import { MISTAKES_SHEET } from "./workbook-data.ts";

/**
 * Data handed back to who filled them in: a copy of each workbook or table in which cells with a mistake are coloured
 * and say what is wrong, with a sheet that lists them all. The files themselves are left as they are.
 */

export interface MarkedFiles {
  /** Names of the copies in the folder. */
  readonly files: readonly string[];
  readonly failed: Problem | null;
}

export async function writeMarkedFiles(
  folder: string,
  paths: readonly string[],
  problems: readonly Problem[],
  language: Language,
): Promise<MarkedFiles> {
  const copies: { name: string; text: Uint8Array }[] = [];
  const taken = new Set<string>();
  for (const path of new Set(paths)) {
    const own = problems.filter((p) => p.data?.file === path && p.severity !== "info");
    if (own.length === 0) continue;
    const bytes = await copyOf(path, own, language);
    if (bytes === null) continue;
    copies.push({ name: freeName(basename(path, extname(path)), taken), text: bytes });
  }
  if (copies.length === 0) return { files: [], failed: null };
  const failed = writeFilesAtomically(folder, copies);
  return { files: failed === null ? copies.map((c) => c.name) : [], failed };
}

function freeName(stem: string, taken: Set<string>): string {
  for (let n = 1; ; n++) {
    const name = `${stem}${n === 1 ? "" : ` (${n})`}.xlsx`;
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

async function copyOf(
  path: string,
  problems: readonly Problem[],
  language: Language,
): Promise<Uint8Array | null> {
  const ending = extname(path).toLowerCase();
  if (/^\.(?:xlsx|xlsm)$/.test(ending)) {
    const { markedCopy } = await import("./workbook/mark.ts");
    const marks = problems.flatMap((p) => markOf(p, p.data?.sheet, language) ?? []);
    try {
      const list = { name: MISTAKES_SHEET[language], rows: listRows(problems, language), widths: WIDTHS };
      return await markedCopy(readFileSync(path), marks, list);
    } catch {
      // What cannot be read has been said; there is nothing to mark.
      return null;
    }
  }
  return /^\.(?:csv|tsv|txt)$/.test(ending) ? tableCopy(path, problems, language) : null;
}

/** A text table as a sheet; its cells stay texts. */
async function tableCopy(
  path: string,
  problems: readonly Problem[],
  language: Language,
): Promise<Uint8Array | null> {
  const { file } = readText(path);
  if (file === null) return null;
  const text = unifyLineEnds(file.text);
  const known = new Set(problems.flatMap((p) => (p.data?.field === undefined ? [] : [p.data.field])));
  const start = findHeader(text, known, known);
  const rows: OutCell[][] = [];
  eachRow(text, start.delimiter, (cells) => rows.push([...cells]));
  const header = start.headerRow === null ? [] : (rows[start.headerRow - 1] ?? []).map(String);
  const sheet = basename(path);
  for (const p of problems) {
    const row = p.data?.row;
    if (row === undefined) continue;
    const column = Math.max(
      0,
      header.findIndex((h) => p.data?.field !== undefined && h.includes(p.data.field)),
    );
    const cells = rows[row - 1];
    const mark = markOf({ ...p, data: { ...p.data!, cell: cellName(row - 1, column) } }, sheet, language);
    if (cells === undefined || mark === null) continue;
    const before = cells[column] ?? null;
    const comment =
      typeof before === "object" && before?.comment ? `${before.comment}\n${mark.text}` : mark.text;
    const value = typeof before === "object" && before !== null ? before.value : before;
    while (cells.length < column) cells.push(null);
    cells[column] = { value, style: mark.style, comment };
  }
  const list: OutSheet = {
    name: MISTAKES_SHEET[language],
    columns: WIDTHS.map((width) => ({ width })),
    rows: listRows(problems, language),
    frozen: { rows: 1 },
  };
  const data: OutSheet = { name: "Sheet1", rows, columns: header.map(() => ({ width: 14 })) };
  return workbookBytes([data, list], { title: sheet });
}

function markOf(p: Problem, sheet: string | undefined, language: Language): Mark | null {
  const { cell, row } = p.data ?? {};
  if (sheet === undefined || row === undefined) return null;
  const { message, help } = wording(p, language);
  const letters = /^[A-Z]+/.exec(cell ?? "A")![0];
  let column = 0;
  for (const c of letters) column = column * 26 + c.charCodeAt(0) - 64;
  return {
    sheet,
    row: row - 1,
    column: column - 1,
    style: p.severity === "error" ? "error" : "warning",
    text: `${message}\n${help}`,
  };
}

const WIDTHS = [22, 10, 60, 60];

const HEADINGS: Readonly<Record<Language, readonly string[]>> = {
  zh: ["哪里", "代码", "什么问题", "怎么办"],
  en: ["Where", "Code", "What is wrong", "What to do"],
};

function listRows(problems: readonly Problem[], language: Language): OutCell[][] {
  const heading = HEADINGS[language].map((value): OutCell => ({ value, style: "heading" }));
  const rows = problems.map((p): OutCell[] => {
    const { sheet, cell, row, field } = p.data ?? { file: "" };
    const { message, help } = wording(p, language);
    const at = sheet === undefined ? "" : `${quotedSheet(sheet)}!${cell ?? `A${row ?? 1}`}`;
    const where = sheet === undefined ? [row, field] : [`${sheet}!${cell ?? row ?? ""}`];
    const shown = where.filter((w) => w !== undefined).join(" ");
    return [
      at === "" ? { value: shown, style: "text" } : { value: shown, style: "text", to: at },
      { value: p.code, style: "text" },
      { value: message, style: "text" },
      { value: help, style: "text" },
    ];
  });
  return [heading, ...rows];
}

/** Said where the folder would put the copies over the files themselves. */
export function overwritten(folder: string, path: string): Problem {
  return problem("BF9013", { file: `${folder}/${basename(path)}` });
}
