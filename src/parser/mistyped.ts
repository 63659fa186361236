import { titled } from "../diagnostics/phrases.ts";
import { type Problem, problem } from "../diagnostics/problem.ts";
import { nearestOf } from "../diagnostics/suggest.ts";
import {
  CHINESE,
  ENGLISH,
  FUNCTION_WORDS,
  type Keyword,
  SPECIAL_WORDS,
  TYPE_WORDS,
  UNIT_WORDS,
} from "./keywords.ts";
import { NUMERAL, numeralValue } from "./numerals.ts";
import type { Shape } from "./openers.ts";
import { makeToken, type Token } from "./tokens.ts";
import { splitTails } from "./words.ts";

/**
 * Words that were written wrong, found in a statement that could not be read: two words without the space between
 * them, a figure in words, a keyword with a slip in it. A name that is declared is none of these.
 */

const SPECIAL = new Set(SPECIAL_WORDS.map(([zh]) => zh));

const OF_THE_LANGUAGE = new Set([...TYPE_WORDS, ...FUNCTION_WORDS, ...SPECIAL_WORDS].flat());

/** Words that may be slips. What touches a number is a unit, and said to be none. */
const suspects = (tokens: readonly Token[], known: ReadonlySet<string>): Token[] =>
  tokens.filter(
    (t, i) =>
      t.kind === "Name" &&
      !t.quoted &&
      !known.has(t.text) &&
      !OF_THE_LANGUAGE.has(t.text) &&
      !(tokens[i - 1]?.kind === "Number" && tokens[i - 1]!.span.end === t.span.start),
  );

/** `综合得分低于`, `对本人`: two words that are each declared, or words of the language. */
export function missingSpace(tokens: readonly Token[], known: ReadonlySet<string>): Problem | undefined {
  for (const token of suspects(tokens, known)) {
    const parts = split(token.text, known);
    if (!parts) continue;
    const [first, second] = parts;
    const edits = [{ span: token.span, text: `${first} ${second}` }];
    const fixes = [titled("change-to", edits, { text: `${first} ${second}` })];
    return problem("BF1062", { word: token.text, first, second }, { span: token.span, fixes });
  }
  return undefined;
}

/** `2 次或者得分`: behind a number with a space, where the unit does not end by itself. */
export function spacedUnit(tokens: readonly Token[], known: ReadonlySet<string>): Problem | undefined {
  for (const [i, token] of tokens.entries()) {
    const before = tokens[i - 1];
    if (token.kind !== "Name" || token.quoted || known.has(token.text)) continue;
    if (before?.kind !== "Number" || before.span.end === token.span.start) continue;
    const unit = UNITS.find((u) => token.text.startsWith(u));
    if (unit === undefined) continue;
    const rest = token.text.slice(unit.length);
    const parts = splitTails(rest) ?? split(rest, known) ?? (known.has(rest) ? [rest] : undefined);
    if (!parts || parts.length === 0) continue;
    const text = [unit, ...parts].join(" ");
    const edits = [{ span: { start: before.span.end, end: token.span.end }, text }];
    const fixes = [titled("change-to", edits, { text: `${before.text}${text}` })];
    const words = { word: token.text, first: unit, second: parts.join(" ") };
    return problem("BF1062", words, { span: token.span, fixes });
  }
  return undefined;
}

const CYCLE_BEHIND = /^(.*?)(应当|应|须)?(每(?:两个月|半年|季度|月|年))$/u;

/** `专班应每月10日前 报送 …`: who, what binds them and when are words of their own. */
export function gluedCycle(tokens: readonly Token[], known: ReadonlySet<string>): Problem | undefined {
  for (const [i, token] of tokens.entries()) {
    const m =
      token.kind === "Name" && !token.quoted && !known.has(token.text) ? CYCLE_BEHIND.exec(token.text) : null;
    if (!m || tokens[i + 1]?.kind !== "Number" || tokens[i + 1]!.span.start !== token.span.end) continue;
    const parts = [...(m[1] ? [m[1]] : []), ...(m[2] ? ["应当"] : []), m[3]!];
    if (parts.length === 1) continue;
    const text = parts.join(" ");
    const fixes = [titled("change-to", [{ span: token.span, text }], { text })];
    const words = { word: token.text, first: parts[0]!, second: parts.slice(1).join(" ") };
    return problem("BF1062", words, { span: token.span, fixes });
  }
  return undefined;
}

/** Words that begin with 应 and have nothing to do with a duty. */
const NO_DUTY = /^应(?:[当急对收付用聘届征邀变考得运力战酬该]|$)/;

/** `…的,应专班报告`: 应 without 当 is not read as a word of its own. */
export function shortenedDuty(
  tokens: readonly Token[],
  known: ReadonlySet<string>,
  shape: Shape,
): Problem | undefined {
  if (shape !== "rule" && shape !== "condition") return undefined;
  return suspects(tokens, known)
    .filter((t) => t.text === "应" || isShortenedDuty(t.text))
    .map((t) => duty(t.text, t.span))[0];
}

/** 应 → 应当, with the space that a word needs behind it. */
export function duty(text: string, span: Token["span"]): Problem {
  const rest = text.slice(1);
  const at = { start: span.start, end: span.start + 1 };
  const fixes = [titled("change-to", [{ span: at, text: rest === "" ? "应当" : "应当 " }], { text: "应当" })];
  return problem("BF1064", { found: text, word: `应当${rest === "" ? "" : ` ${rest}`}` }, { span, fixes });
}

export const isShortenedDuty = (text: string): boolean => text.startsWith("应") && !NO_DUTY.test(text);

/** The two words of a word, the longest declared one first; one of them is declared. */
function split(word: string, known: ReadonlySet<string>): [string, string] | undefined {
  const name = (w: string) => known.has(w) || SPECIAL.has(w);
  let best: [string, string] | undefined;
  let longest = 0;
  for (let at = 1; at < word.length; at++) {
    const [a, b] = [word.slice(0, at), word.slice(at)];
    const [nameA, nameB] = [name(a), name(b)];
    if (!(nameA || nameB) || !(nameA || CHINESE.has(a)) || !(nameB || CHINESE.has(b))) continue;
    const length = Math.max(nameA ? a.length : 0, nameB ? b.length : 0);
    if (length > longest) [best, longest] = [[a, b], length];
  }
  return best;
}

const COMPARED = [...CHINESE.values()]
  .filter((k) => k.kind === "Pre")
  .map((k) => k.zh)
  .sort((a, b) => b.length - a.length);
const UNITS = UNIT_WORDS.map(([zh]) => zh).sort((a, b) => b.length - a.length);
const IN_WORDS = new RegExp(`^(${COMPARED.join("|")})?([${NUMERAL}]+)(${UNITS.join("|")})(.*)$`, "u");

/** `低于六十分`, `两次以上`: a number in words stands only where a Chinese numeral may. */
export function numberInWords(tokens: readonly Token[], known: ReadonlySet<string>): Problem | undefined {
  for (const token of suspects(tokens, known)) {
    const m = token.text.length <= 24 ? IN_WORDS.exec(token.text) : null;
    if (!m || splitTails(m[4]!) === null) continue;
    const value = numeralValue(m[2]!);
    if (Number.isNaN(value)) continue;
    const text = `${m[1] ?? ""}${value}${m[3]}${m[4]}`;
    const fixes = [titled("change-to", [{ span: token.span, text }], { text })];
    const words = { found: `${m[2]}${m[3]}`, instead: `${value}${m[3]}` };
    return problem("BF1063", words, { span: token.span, fixes });
  }
  return undefined;
}

/** Spellings that are tried for one word. */
const TRIED = 4;

/**
 * A keyword with a slip in it: the first unknown word before the place where the grammar stopped that, as the
 * keyword it resembles, makes the statement readable.
 * @param readable whether the statement can be read with this token in place of that at an index
 */
export function mistypedKeyword(
  tokens: readonly Token[],
  until: number,
  known: ReadonlySet<string>,
  readable: (index: number, token: Token) => boolean,
): Problem | undefined {
  const unsure = new Set(suspects(tokens.slice(0, until + 1), known));
  for (const [index, token] of tokens.entries()) {
    if (!unsure.has(token) || (index > 0 && index < until - 1)) continue;
    const near = nearestOf(token.text, spellings(token.text), TRIED);
    const word = near.find((w) => readable(index, asKeyword(token, w)));
    if (word !== undefined) return mistyped(token, word);
  }
  return undefined;
}

/** “宣誓”: did you mean “宣示”? */
export function mistyped(
  found: { readonly text: string; readonly span: Token["span"] },
  word: string,
): Problem {
  const { span, text } = found;
  const fixes = [titled("change-to", [{ span, text: word }], { text: word })];
  return problem("BF1064", { found: text, word }, { span, fixes });
}

const CHINESE_WORDS = [...CHINESE.keys()].filter((w) => w.length > 1);
const ENGLISH_WORDS = [...ENGLISH.keys()].filter((w) => w.length > 3);
const spellings = (word: string): readonly string[] =>
  /^[A-Za-z]/.test(word) ? ENGLISH_WORDS : CHINESE_WORDS;

function asKeyword(token: Token, word: string): Token {
  const keyword: Keyword = (CHINESE.get(word) ?? ENGLISH.get(word))!;
  return makeToken(keyword.kind, word, token.span, token.line, keyword.meaning);
}
