import type { ColumnType } from "../facts/data-schema.ts";
import { multiply, ONE } from "../runtime/rational.ts";
import { isoDate } from "./dates.ts";
import { exactNumber, isExactNumber, type RawNumber, type RawScalar, type RawValue, scale } from "./raw.ts";
import { bareMultiplier, conversion } from "./units.ts";

/**
 * The text of a cell as a fact of its column's type. What cannot be read is handed on as it stands, so that
 * the one check of facts reports it with the value the person wrote; blank cells give `undefined`.
 *
 * Order of reading: `readCell` for tables, `readValue` for documents, then one function per type.
 */

/** @param unit the unit the column's header names, for numbers written without one; null: the field's own */
export function readCell(
  text: string,
  type: ColumnType,
  unit: string | null = null,
): RawValue | readonly string[] | undefined {
  // Nearly every cell of a large file is a plain number; folding and trimming each would double the time.
  if (type.kind === "number" && unit === null) {
    const plain = /^\d/.test(text) ? exactNumber(text) : null;
    if (plain !== null) return factText(plain);
  }
  const trimmed = clean(text);
  if (trimmed === "") return undefined;
  switch (type.kind) {
    case "number":
      return readNumber(trimmed, type.unit, unit);
    case "truth":
      return readTruth(trimmed);
    case "choice":
      return readChoice(trimmed, type.members);
    case "date":
      return isoDate(trimmed) ?? trimmed;
    case "link":
      return identifier(trimmed);
    case "party":
      return readNames(trimmed, (n) => n);
    case "links":
      return readNames(trimmed, identifier);
    case "text":
    case "list":
      return trimmed;
  }
}

/** A scalar of a document (JSON, YAML) in the type of its field; strings are read like cells. */
export function readValue(value: RawValue, type: ColumnType): RawValue {
  if (typeof value === "string") return readCell(value, type) ?? null;
  if (typeof value === "number" && NAMES.has(type.kind)) return String(value);
  if (isExactNumber(value)) return factText(value);
  if (Array.isArray(value) && (type.kind === "party" || type.kind === "links"))
    return value.map((v: RawValue) => readValue(v, type.kind === "links" ? ID : TEXT));
  return value;
}

const NAMES: ReadonlySet<ColumnType["kind"]> = new Set(["text", "link", "links", "party"]);
const ID: ColumnType = { kind: "link", subject: "" };
const TEXT: ColumnType = { kind: "text" };

/** An id in one spelling: full-width digits folded, and Excel's `="007"` (kept as text) undone. */
export function identifier(text: string): string {
  const folded = text.normalize("NFKC").trim();
  return /^="[^"]*"$/.test(folded) ? folded.slice(2, -1) : folded;
}

/** Removes surrounding blanks (also full-width) and characters that show nothing. */
export function clean(text: string): string {
  return text.replace(/[\u200B-\u200D\u2060\uFEFF]/g, "").trim();
}

const NUMBER = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+|)(\.\d+|\.|)(e[+-]?\d{1,3})?\s*(\D*)$/i;

function readNumber(text: string, unit: string, written: string | null): RawScalar {
  const folded = text
    .normalize("NFKC")
    .replace(/[\u2212\u2012\u2013]/g, "-")
    .replace(/^\u00a5/, "");
  const m = NUMBER.exec(folded);
  if (m === null || (m[2] === "" && m[3]!.length < 2)) return text;
  const digits = `${m[2]!.replaceAll(",", "") || "0"}${m[3] === "." ? "" : m[3]}`;
  const value = exactNumber(`${m[1] === "-" ? "-" : ""}${digits}${m[4] ?? ""}`);
  if (value === null) return text;
  const suffix = m[5]!.trim();
  const multiplier = suffix === "" ? null : bareMultiplier(suffix);
  const from = suffix === "" || multiplier !== null ? written : suffix;
  const factor = from === null ? ONE : conversion(from, unit);
  if (factor === null) return text;
  const scaled = scale(value, multiplier === null ? factor : multiply(factor, multiplier));
  if (scaled === null) return text;
  // A sign that was written settles whether 0.5 is half a percent or a half.
  return from !== null && unit === "%" ? `${numberText(scaled)}%` : factText(scaled);
}

/** The facts layer reads a long number from its decimal text. */
function factText(value: RawNumber): number | string {
  return typeof value === "number" ? value : value.text;
}

const numberText = (value: RawNumber): string => String(factText(value));

const TRUE = new Set(["是", "有", "√", "✓", "✔", "☑", "y", "yes", "true", "1", "对"]);
const FALSE = new Set(["否", "无", "没有", "×", "✗", "✘", "x", "n", "no", "false", "0", "不是"]);

function readTruth(text: string): RawScalar {
  const folded = text.normalize("NFKC").toLowerCase();
  if (TRUE.has(folded)) return true;
  return FALSE.has(folded) ? false : text;
}

function readChoice(text: string, members: readonly string[]): string {
  if (members.includes(text)) return text;
  const folded = fold(text);
  return members.find((m) => fold(m) === folded) ?? text;
}

/**
 * Several names in one cell are enumerated as everywhere: with 、 (or commas, ; and line breaks). A cell that says there is
 * nobody is not an empty cell, which says nothing.
 */
function readNames(text: string, name: (text: string) => string): string | readonly string[] {
  if (NOBODY.has(text.toLowerCase())) return [];
  const names = text
    .split(/[\u3001,\uff0c;\uff1b\n]/)
    .map((n) => name(n.trim()))
    .filter((n) => n !== "");
  return names.length > 1 ? names : (names[0] ?? text);
}

const NOBODY = new Set(["无", "没有", "none"]);

/** Two texts with the same fold are the same word: width, case and blanks do not count. */
export function fold(text: string): string {
  return text.normalize("NFKC").replace(/\s+/g, "").toLowerCase();
}
