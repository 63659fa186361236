import { type PlainWord, phrase, titled } from "../../diagnostics/phrases.ts";
import type { Fix } from "../../diagnostics/problem.ts";
import type * as ast from "../../parser/ast.ts";
import { CHINESE, SPECIAL_WORDS, UNIT_WORDS } from "../../parser/keywords.ts";
import type { Span } from "../../source/span.ts";
import type { Model } from "./model.ts";
import { HEAD } from "./provisions.ts";

/**
 * Closings of an open point as edits: the words that settle it, at the place where they belong, with the
 * punctuation of the sentence and in the language of the file. One fix per way to close. None of them brings a
 * figure that the text does not have, and none is preferred: the choice is the author's.
 */

/**
 * The words to write, Chinese with a space between keywords (`缺报 剔除`); the table of keywords has the English.
 * What stands there as `{…}` is text of the measure and stays as it is.
 */
export type Words = string;

/** `,就高` behind what is said there already. `at`: the end of the last part. */
export const addedTo = (model: Model, at: number, ways: readonly Words[]): Fix[] =>
  inserted(model, ways, at, (words) => `${commaAt(model, at)}${words}`);

/** `, 缺报 剔除` as a further argument of a call or a further word in parentheses; `end` is behind the `)`. */
export function argumentOf(model: Model, end: number, ways: readonly Words[]): Fix[] {
  const at = end - 1;
  if (!/[)）]/.test(model.source.text[at] ?? "")) return [];
  const empty = /[(（]\s*$/.test(model.source.text.slice(0, at));
  const comma = commaAt(model, at) === "，" ? "，" : ", ";
  return inserted(model, ways, at, (words) => `${empty ? "" : comma}${words}`);
}

/** `期末 第一书记`: words before what they are about. */
export const placedBefore = (model: Model, at: number, ways: readonly Words[]): Fix[] =>
  inserted(model, ways, at, (words) => `${words} `);

/** `(中断)` behind a word. */
export function bracketedAfter(model: Model, at: number, ways: readonly Words[]): Fix[] {
  const wide = model.file.language === "zh" && wideAt(model, at, "（", "(");
  const space = model.file.language === "zh" ? "" : " ";
  return inserted(model, ways, at, (words) => (wide ? `（${words}）` : `${space}(${words})`));
}

/** `“年末在任的”` as the description of fields that have none; all of them at once. */
export function describedAs(model: Model, fields: readonly ast.Field[], ways: readonly PlainWord[]): Fix[] {
  if (fields.length === 0 || fields.some((f) => f.attributes.some((a) => a.kind === "description")))
    return [];
  return ways.map((way) => {
    const { zh, en } = phrase(way);
    return titled(
      "describe",
      fields.map((f) => ({
        span: placeAt(f.span.end),
        text: ` “${model.file.language === "zh" ? zh : en}”`,
      })),
      { words: zh, wordsEn: en },
    );
  });
}

/** `通则: 从严`, which closes the point for the whole measure: after its other general rules, or below its head. */
export function generalRule(model: Model, words: Words): Fix[] {
  const head = model.provisions.filter((p) => HEAD.has(p.statement.kind));
  const general = head.find((p) => p.statement.kind === "general-rule");
  const last = general ?? head.at(-1);
  if (!last) return [];
  const at = last.statement.span.end;
  const zh = model.file.language === "zh";
  const written = spelled(model, words);
  const text = general ? `${zh ? ";" : "; "}${written}` : `\n${zh ? "通则" : "general rules"}: ${written}`;
  return [
    titled("say-in-general-rules", [{ span: placeAt(at), text }], { words, wordsEn: inEnglish(words) }),
  ];
}

/** One of several sources, and whose finding it is no longer shared. */
export function oneSource(model: Model, source: ast.Attribute | undefined): Fix[] {
  if (source?.kind !== "source" || source.names.length < 2) return [];
  const span = { start: source.names[0]!.span.start, end: source.names.at(-1)!.span.end };
  return source.names.map((n) =>
    titled("go-by-only", [{ span, text: model.source.slice(n.span) }], { name: n.text }),
  );
}

/** Other words in the place of those that stand there. */
export function rewritten(model: Model, span: Span, ways: readonly Words[]): Fix[] {
  return ways.map((words) =>
    titled("change-to-words", [{ span, text: spelled(model, words) }], {
      words: plain(words),
      wordsEn: inEnglish(words),
    }),
  );
}

/** The colon that ends the first line of a choice, whose last part before it ends at `from`; null without one. */
export function headColon(model: Model, from: number): number | null {
  const colon = /[:：]/.exec(model.source.text.slice(from));
  return colon && from + colon.index;
}

/** The end of what a choice says on its first line: options before its colon go there. */
export const endOfHead = (model: Model, parts: readonly (Span | undefined)[]): number | null =>
  headColon(model, Math.max(...parts.map((p) => p?.end ?? 0)));

export const placeAt = (at: number): Span => ({ start: at, end: at });

/** Words of the measure inside {@link Words}. */
export const asWritten = (model: Model, span: Span): string => `{${model.source.slice(span).trim()}}`;

function inserted(model: Model, ways: readonly Words[], at: number, text: (words: string) => string): Fix[] {
  return ways.map((words) =>
    titled("say-words", [{ span: placeAt(at), text: text(spelled(model, words)) }], {
      words: plain(words),
      wordsEn: inEnglish(words),
    }),
  );
}

const spelled = (model: Model, words: Words): string =>
  model.file.language === "zh" ? plain(words) : inEnglish(words);

const plain = (words: Words): string => words.replace(/[{}]/g, "");

/** Keywords by the table, numbers with their unit, everything else as it is. */
function inEnglish(words: Words): string {
  return words
    .split(/(\{[^}]*\})|[ ]/)
    .filter((part) => part)
    .map((part) => {
      if (part.startsWith("{")) return plain(part);
      const amount = /^(\D*?)(\d+)(\D*)$/.exec(part);
      if (!amount) return englishWord(part);
      const unit = UNIT_WORDS.find(([zh]) => zh === amount[3])?.[1] ?? amount[3]!;
      return `${englishWord(amount[1]!)} ${amount[2]!} ${unit}`.trim();
    })
    .join(" ")
    .replace(/([(（]) | (?=[)）])/g, "$1");
}

const englishWord = (word: string): string =>
  CHINESE.get(word)?.en ?? SPECIAL_WORDS.find(([zh]) => zh === word)?.[1] ?? word;

/** The comma of the sentence; of the whole text where the sentence has none. */
function commaAt(model: Model, at: number): string {
  if (model.file.language === "en") return ", ";
  return wideAt(model, at, "，", ",") ? "，" : ",";
}

function wideAt(model: Model, at: number, wide: string, narrow: string): boolean {
  const { text } = model.source;
  const start = text.lastIndexOf("\n", at - 1) + 1;
  const end = text.indexOf("\n", at);
  const line = text.slice(start, end < 0 ? text.length : end);
  const where = line.includes(wide) || line.includes(narrow) ? line : text;
  return where.split(wide).length > where.split(narrow).length;
}

/** How a share of people becomes a number of people. */
export const ROUNDINGS: readonly Words[] = ["向下取整", "向上取整", "四舍五入"];

/** What a missing report does to a mean. */
export const MISSING: readonly Words[] = ["缺报 剔除", "缺报 计0分", "缺报 不予评定"];
