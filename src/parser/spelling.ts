import {
  CHINESE,
  ENGLISH,
  FUNCTION_WORDS,
  POSITION_SPELLINGS,
  SPECIAL_WORDS,
  SPELLINGS_APART,
  TYPE_WORDS,
  UNIT_WORDS,
} from "./keywords.ts";
import type { Token } from "./tokens.ts";
import { englishKeyword } from "./words.ts";

/**
 * The spelling of a token in a language, for a formatter that converts keywords. Lossless, because the table
 * is one to one. Undefined where the text stays as written: labels, citations, names, and numbers but for Chinese
 * numerals, which English takes as digits.
 */
export function spelling(token: Token, language: "zh" | "en"): string | undefined {
  if (token.quoted) return undefined;
  const english = language === "en";
  const place = POSITION_SPELLINGS.find((p) => p.kind === token.kind);
  if (place) return english ? place.en : place.zh;
  if (token.kind === "Number") return english && token.meaning === "numeral" ? token.text : undefined;
  if (token.kind === "Unit") return unit(token, english);
  if (token.role !== undefined) {
    const table = { type: [...TYPE_WORDS, ...UNIT_WORDS], function: FUNCTION_WORDS, special: SPECIAL_WORDS }[
      token.role
    ];
    const pair = table.find(([zh]) => zh === token.meaning);
    return pair?.[english ? 1 : 0];
  }
  const keyword = CHINESE.get(token.text) ?? ENGLISH.get(token.text.replace(/\s+/g, " "));
  if (!keyword || keyword.kind !== token.kind) return undefined;
  return english ? keyword.en : keyword.zh;
}

/**
 * The English of a keyword behind another word, both as they are spelled: a second spelling where the two would
 * join into another keyword, else the same.
 */
export function apart(before: string, word: string): string {
  const joined = englishKeyword(`${before} ${word}`, 0);
  if (joined === undefined || joined.end <= before.length) return word;
  const zh = ENGLISH.get(word)?.zh;
  return SPELLINGS_APART.find((s) => s.zh === zh)?.en ?? word;
}

/** `元/分` has a spelling for each of its parts; signs such as % are the same in both languages. */
function unit(token: Token, english: boolean): string {
  return token.meaning
    .split("/")
    .map((part) =>
      /^[%‰]$/.test(part) || !english ? part : (UNIT_WORDS.find(([zh]) => zh === part)?.[1] ?? part),
    )
    .join("/");
}
