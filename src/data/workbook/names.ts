/** How sheets, columns and cells of a workbook are called. */

/** Longest name of a sheet. */
export const LONGEST_SHEET_NAME = 31;

/** Letters of a column counted from 0: A, Z, AA. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** `C17`; row and column count from 0. */
export const cellName = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`;

/** A sheet's name as a formula writes it: `'平时考核'`. */
export const quotedSheet = (name: string): string => `'${name.replaceAll("'", "''")}'`;

/**
 * A name that Excel accepts: without `: \ / ? * [ ]`, without an apostrophe at either end, at most 31 characters
 * long, and unlike those in `taken` (in any case), to which it is added.
 */
export function sheetName(wanted: string, taken: Set<string>): string {
  const plain = wanted
    .normalize("NFC")
    .replace(/[:\\/?*[\]\p{Cc}]/gu, " ")
    .replace(/^[\s']+|[\s']+$/g, "");
  const base = plain === "" ? "Sheet" : plain;
  for (let n = 1; ; n++) {
    const suffix = n === 1 ? "" : ` (${n})`;
    const name = cut(base, LONGEST_SHEET_NAME - suffix.length) + suffix;
    // Excel keeps this name for itself.
    if (taken.has(name.toLowerCase()) || name.toLowerCase() === "history") continue;
    taken.add(name.toLowerCase());
    return name;
  }
}

/** At most `length` UTF-16 units, never half a character. */
function cut(text: string, length: number): string {
  let short = "";
  for (const c of text) {
    if (short.length + c.length > length) break;
    short += c;
  }
  return short.trimEnd();
}
