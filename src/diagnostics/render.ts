import type { SourceText } from "../source/source-text.ts";
import type { Span } from "../source/span.ts";
import type { Language, Severity } from "./message.ts";
import { type DataPlace, type Problem, wording } from "./problem.ts";
import { type Paint, plainPaint } from "./render-paint.ts";
import { excerpt } from "./render-source.ts";
import { visible } from "./width.ts";

/**
 * Problems for people: place, severity, code, message, the line with the spot underlined, the next step.
 * The first line has the form `file:line:column: severity code: message`, which editors and terminals
 * make clickable. `render-json.ts` has the form for programs.
 */

export interface RenderOptions {
  readonly language: Language;
  /** Default: no colours. */
  readonly paint?: Paint;
  /** Columns of the terminal; longer source lines are cut around the spot. Default 120. */
  readonly columns?: number;
}

const WORDS = {
  zh: {
    error: "错误",
    warning: "警告",
    info: "提示",
    help: "建议",
    fix: "可以",
    accepted: "已认可",
    row: "行",
    field: "字段",
    subject: "对象",
    colon: "：",
    more: (n: number, lines: readonly number[]) =>
      `，另有 ${n} 处${lines.length === 0 ? "" : `：第 ${lines.join("、")} 行`}`,
  },
  en: {
    error: "error",
    warning: "warning",
    info: "note",
    help: "help",
    fix: "fix",
    accepted: "accepted",
    row: "row",
    field: "field",
    subject: "subject",
    colon: ": ",
    more: (n: number, lines: readonly number[]) =>
      `: ${n} more${lines.length === 0 ? "" : `, line ${lines.join(", ")}`}`,
  },
} as const;

/** Related places shown with their lines; of further ones the line numbers. */
const MOST_RELATED = 3;

/** What only joins the words of a fix to the text around them. */
const BESIDE_WORDS = /^[\s,，(（]+|[\s)）]+$/g;

export function severityWord(severity: Severity, language: Language): string {
  return WORDS[language][severity];
}

/** One problem as text without a final line end. `source` may be null for problems of data and usage. */
export function renderProblem(p: Problem, source: SourceText | null, options: RenderOptions): string {
  const paint = options.paint ?? plainPaint;
  const columns = options.columns ?? 120;
  const words = WORDS[options.language];
  const texts = wording(p, options.language);
  const colour = paint[p.severity];
  const place = placeOf(p, source, options.language);
  const head = `${colour(paint.strong(words[p.severity]))} ${colour(p.code)}: ${paint.strong(visible(texts.message))}`;
  const lines = [place === "" ? head : `${place}: ${head}`];
  const related = p.related ?? [];
  let gutter = 0;
  if (p.span !== undefined && source !== null) {
    // One width for all excerpts of a problem, so that their bars stand below each other.
    const places = [p, ...related.slice(0, MOST_RELATED)];
    gutter = Math.max(...places.map((r) => String(lineOf(source, r.span)).length));
    lines.push(...excerpt(source, p.span, "^", colour, paint, columns, gutter).lines);
  }
  const margin = gutter === 0 ? "  " : `${" ".repeat(gutter)} ${paint.faint("=")} `;
  for (const r of related.slice(0, MOST_RELATED)) {
    const at = source === null ? "" : `${spanPlace(source, r.span)}: `;
    lines.push(`${margin}${at}${visible(r[options.language])}`);
    if (source !== null)
      lines.push(...excerpt(source, r.span, "-", paint.info, paint, columns, gutter).lines);
  }
  const rest = related.slice(MOST_RELATED);
  for (const text of new Set(rest.map((r) => r[options.language]))) {
    const alike = rest.filter((r) => r[options.language] === text);
    const numbers = source === null ? [] : alike.map((r) => lineOf(source, r.span));
    lines.push(`${margin}${visible(text)}${words.more(alike.length, [...new Set(numbers)])}`);
  }
  if (texts.help !== "") lines.push(`${margin}${paint.good(words.help)}${words.colon}${visible(texts.help)}`);
  for (const fix of p.fixes ?? []) {
    // Often the help already names the one word to write.
    const written = fix.edits.map((e) => e.text.replace(BESIDE_WORDS, ""));
    if (written.length > 0 && written.every((word) => word !== "" && texts.help.includes(word))) continue;
    const text = options.language === "zh" ? fix.zh : fix.en;
    lines.push(`${margin}${paint.good(words.fix)}${words.colon}${visible(text)}`);
  }
  if (p.accepted !== undefined) lines.push(`${margin}${words.accepted}${words.colon}${visible(p.accepted)}`);
  return lines.join("\n");
}

/** One line: place, severity, code and message. For lists of accepted findings and long runs of one mistake. */
export function renderProblemLine(p: Problem, source: SourceText | null, options: RenderOptions): string {
  const paint = options.paint ?? plainPaint;
  const place = placeOf(p, source, options.language);
  const head = `${paint[p.severity](`${WORDS[options.language][p.severity]} ${p.code}`)}: ${visible(wording(p, options.language).message)}`;
  return place === "" ? head : `${place}: ${head}`;
}

/** Problems in the order of their places, separated by empty lines; "" for none. */
export function renderProblems(
  problems: readonly Problem[],
  source: SourceText | null,
  options: RenderOptions,
): string {
  return inOrder(problems)
    .map((p) => renderProblem(p, source, options))
    .join("\n\n");
}

/** By place in the text, then by row; problems without a place come first. The sort keeps ties in order. */
export function inOrder(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) =>
      (a.span?.start ?? -1) - (b.span?.start ?? -1) ||
      (a.data?.row ?? -1) - (b.data?.row ?? -1) ||
      (a.span?.end ?? -1) - (b.span?.end ?? -1),
  );
}

/** What a list of problems amounts to. Accepted findings count in `accepted` only. */
export interface Tally {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly accepted: number;
}

export function tally(problems: readonly Problem[]): Tally {
  const open = problems.filter((p) => p.accepted === undefined);
  const count = (severity: Severity) => open.filter((p) => p.severity === severity).length;
  return {
    errors: count("error"),
    warnings: count("warning"),
    infos: count("info"),
    accepted: problems.length - open.length,
  };
}

/** `2 个错误，1 个警告` · `2 errors, 1 warning`. */
export function summary(problems: readonly Problem[], options: RenderOptions): string {
  const paint = options.paint ?? plainPaint;
  const { errors, warnings, infos, accepted } = tally(problems);
  const zh = options.language === "zh";
  const plural = (n: number, word: string) => `${n} ${word}${n === 1 ? "" : "s"}`;
  const parts: string[] = [];
  if (errors > 0) parts.push(paint.error(zh ? `${errors} 个错误` : plural(errors, "error")));
  if (warnings > 0) parts.push(paint.warning(zh ? `${warnings} 个警告` : plural(warnings, "warning")));
  if (infos > 0) parts.push(paint.info(zh ? `${infos} 个提示` : plural(infos, "note")));
  if (errors === 0) parts.unshift(paint.good(zh ? "没有错误" : "no errors"));
  if (accepted > 0) parts.push(zh ? `${accepted} 个已认可` : `${accepted} accepted`);
  return parts.join(zh ? "，" : ", ");
}

/** `measure.banfa:17:3`, `data.csv:3（字段 县）`; "" when the problem has no place. */
function placeOf(p: Problem, source: SourceText | null, language: Language): string {
  if (p.data !== undefined) return dataPlace(p.data, language);
  if (p.span !== undefined && source !== null) return spanPlace(source, p.span);
  return "";
}

const lineOf = (source: SourceText, span: Span = { start: 0, end: 0 }): number =>
  source.placeOf(span).start.line;

function spanPlace(source: SourceText, span: Span): string {
  const { file, start } = source.placeOf(span);
  return `${visible(file)}:${start.line}:${start.column}`;
}

function dataPlace(place: DataPlace, language: Language): string {
  const file = visible(place.file);
  const words = WORDS[language];
  const at = place.sheet === undefined ? rowPlace(file, place) : `${file} ${sheetPlace(place, words.row)}`;
  const parts: string[] = [];
  if (place.subject !== undefined) parts.push(`${words.subject} ${visible(place.subject)}`);
  if (place.field !== undefined) parts.push(`${words.field} ${visible(place.field)}`);
  if (parts.length === 0) return at;
  return language === "zh" ? `${at}（${parts.join("，")}）` : `${at} (${parts.join(", ")})`;
}

const rowPlace = (file: string, { row }: DataPlace) => (row === undefined ? file : `${file}:${row}`);

/** `平时考核!C17`, as Excel takes it in its name box; a whole row by its number. */
function sheetPlace({ sheet, cell, row }: DataPlace, rowWord: string): string {
  const name = visible(sheet ?? "");
  if (cell !== undefined) return `${name}!${cell}`;
  return row === undefined ? name : `${name} ${rowWord} ${row}`;
}
