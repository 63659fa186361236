import {
  CHINESE,
  ENGLISH,
  FUNCTION_WORDS,
  type Keyword,
  POSITION_SPELLINGS,
  SPECIAL_WORDS,
  TYPE_WORDS,
  toChinese,
  UNIT_WORDS,
} from "./keywords.ts";
import { NUMERAL, numeralValue } from "./numerals.ts";
import type { TokenKind } from "./tokens.ts";

/**
 * How a run of characters without spaces falls into words: what may stand glued to a number or a word, units,
 * English phrases, and `segment`, which explains a forgotten space.
 */

/** Keywords that may follow a number and its unit without a space: 70分以上不满90分, 1年内, 3次的. */
const TAILS = [
  ..."及以上 及以下 以上 以下 以内 以外 的对象 的除外 的 内 前 后 底 初 上旬 中旬 下旬 至 为 者 结束后 不计 或者 或 且".split(
    " ",
  ),
  ..."不低于 不少于 不超过 不高于 不多于 低于 不满 不足 少于 超过 高于 多于 扣 加 得 计".split(" "),
];
/** Comparators that may stand glued between a name and a digit: 综合得分低于70分. */
const COMPARATORS = [...CHINESE.values()].filter((k) => k.kind === "Pre").map((k) => k.zh);
/** After these a Chinese numeral is a number: 连续两年, 降低一个等次. */
const NUMERAL_AFTER = "连续|近|前|后|再降低|降低|提高|累计满|每满";
const CHINESE_UNITS = UNIT_WORDS.map(([zh]) => zh).sort((a, b) => b.length - a.length);
const ENGLISH_UNITS = UNIT_WORDS.flatMap(([zh, ...english]) => english.map((en) => [en, zh] as const)).sort(
  (a, b) => b[0].length - a[0].length,
);

/** Splits a run into tail keywords; null when it is not made of them alone. Runs longer than 24 are none. */
export function splitTails(run: string): string[] | null {
  if (run === "") return [];
  if (run.length > 24) return null;
  for (const tail of TAILS) {
    if (!run.startsWith(tail)) continue;
    const rest = splitTails(run.slice(tail.length));
    if (rest) return [tail, ...rest];
  }
  return null;
}

/** The tail keywords at the start of a run that has a name behind them: 以上为优秀 → 以上, 为. */
export function leadingTails(run: string): string[] {
  const out: string[] = [];
  let rest = run;
  const openers = ["及以上", "及以下", "以上", "以下", "以内", "以外", "的", "为"];
  for (;;) {
    const next = openers.find((t) => rest.startsWith(t));
    if (next === undefined || (next === "的" && rest.startsWith("的确"))) return out;
    out.push(next);
    rest = rest.slice(next.length);
  }
}

/** The unit a run of Han begins with. `glued`: it touches the number, so even an unknown rest leaves the unit. */
export function leadingUnit(run: string, glued: boolean): string | undefined {
  let fallback: string | undefined;
  for (const unit of CHINESE_UNITS) {
    if (!run.startsWith(unit)) continue;
    if (splitTails(run.slice(unit.length))) return unit;
    fallback ??= unit;
  }
  return glued ? fallback : undefined;
}

/** The English unit at an offset: its length and its Chinese spelling. */
export function englishUnit(text: string, at: number): { length: number; zh: string } | undefined {
  for (const [en, zh] of ENGLISH_UNITS) {
    if (text.startsWith(en, at) && !/[A-Za-z_]/.test(text[at + en.length] ?? ""))
      return { length: en.length, zh };
  }
  return undefined;
}

/** What the lexer needs to know of a keyword. */
export type Spelled = Pick<Keyword, "meaning"> & { readonly kind: TokenKind };

const PHRASES = new Map<string, { words: string[]; keyword: Spelled }[]>();
for (const [en, keyword] of [
  ...ENGLISH,
  ...POSITION_SPELLINGS.map((p) => [p.en, { ...p, meaning: "" }] as const),
]) {
  const words = en.split(" ");
  const list = PHRASES.get(words[0]!) ?? [];
  list.push({ words, keyword });
  PHRASES.set(words[0]!, list);
}
for (const list of PHRASES.values()) list.sort((a, b) => b.words.length - a.words.length);

const ENGLISH_WORD = /[A-Za-z_']+/y;

/** The English keyword at an offset, the longest that fits, and where it ends. */
export function englishKeyword(text: string, at: number): { end: number; keyword: Spelled } | undefined {
  const wordAt = (i: number) => {
    ENGLISH_WORD.lastIndex = i;
    return ENGLISH_WORD.exec(text)?.[0];
  };
  const first = wordAt(at);
  if (first === undefined) return undefined;
  for (const { words, keyword } of PHRASES.get(first) ?? []) {
    let i = at + first.length;
    let fits = true;
    for (const word of words.slice(1)) {
      const from = i;
      while (text[i] === " " || text[i] === "\t") i++;
      if (i === from || wordAt(i) !== word) {
        fits = false;
        break;
      }
      i += word.length;
    }
    if (fits && !/[\d\u3400-\u9FFF_]/.test(text[i] ?? "")) return { end: i, keyword };
  }
  return undefined;
}

export interface WordPart {
  readonly text: string;
  /** Offset inside the word. */
  readonly at: number;
  /** A Chinese numeral read as a number, or a unit behind one. */
  readonly as?: "number" | "unit";
  readonly value?: string;
}

const NUMERAL_WORD = new RegExp(`^(${NUMERAL_AFTER})([${NUMERAL}]+)(.+)$`);
/** 每两个月最多计: a number of months in a numeral, which no other keyword with 每 takes. */
const EVERY_MONTHS = new RegExp(`^每([${NUMERAL}]+)个月(最多计)?$`);
const NUMERAL_ONLY = new RegExp(`^([${NUMERAL}]+)(.+)$`);

/**
 * The words inside one run of letters. `beforeDigit`: a digit follows, so a comparator may end the run;
 * `afterCounting`: a keyword that takes a numeral stood before.
 */
export function splitWord(word: string, beforeDigit: boolean, afterCounting: boolean): WordPart[] {
  if (CHINESE.has(word)) return [{ text: word, at: 0 }];
  for (const end of ["的对象", "的除外", "的"]) {
    if (word.length <= end.length || !word.endsWith(end) || /[目标]的$/.test(word)) continue;
    const head = word.slice(0, -end.length);
    return [...splitWord(head, false, afterCounting), { text: end, at: head.length }];
  }
  const every = EVERY_MONTHS.exec(word);
  if (every) {
    const [, numeral = "", tail] = every;
    const parts = numeralParts(numeral, "个月", 1) ?? [];
    return [
      { text: "每", at: 0 },
      ...parts,
      ...(tail ? [{ text: tail, at: word.length - tail.length }] : []),
    ];
  }
  const counted = NUMERAL_WORD.exec(word);
  if (counted) {
    const rest = numeralParts(counted[2]!, counted[3]!, counted[1]!.length);
    if (rest) return [{ text: counted[1]!, at: 0 }, ...rest];
  }
  const numeral = afterCounting ? NUMERAL_ONLY.exec(word) : null;
  if (numeral) {
    const rest = numeralParts(numeral[1]!, numeral[2]!, 0);
    if (rest) return rest;
  }
  if (beforeDigit) {
    for (const comparator of COMPARATORS) {
      if (word.length <= comparator.length || !word.endsWith(comparator)) continue;
      const at = word.length - comparator.length;
      // 不高于 before 高于: the longest comparator at the end wins.
      if (COMPARATORS.some((c) => c.length > comparator.length && word.endsWith(c))) continue;
      return [...splitWord(word.slice(0, at), false, afterCounting), { text: comparator, at }];
    }
    if (word.endsWith("最多计") && CHINESE.get(word.slice(0, -3))?.kind === "Cycle")
      return [
        { text: word.slice(0, -3), at: 0 },
        { text: "最多计", at: word.length - 3 },
      ];
  }
  return [{ text: word, at: 0 }];
}

function numeralParts(numeral: string, rest: string, at: number): WordPart[] | null {
  const unit = leadingUnit(rest, false);
  if (unit === undefined) return null;
  const parts: WordPart[] = [
    { text: numeral, at, as: "number", value: String(numeralValue(numeral)) },
    { text: unit, at: at + numeral.length, as: "unit", value: unit },
  ];
  let offset = at + numeral.length + unit.length;
  for (const tail of splitTails(rest.slice(unit.length))!) {
    parts.push({ text: tail, at: offset });
    offset += tail.length;
  }
  return parts;
}

const FUNCTIONS = toChinese(FUNCTION_WORDS);
const TYPES = toChinese(TYPE_WORDS);
const SPECIALS = toChinese(SPECIAL_WORDS);

/** The Chinese spelling of a type, function or special word in either language; undefined when it is none. */
export function languageWord(role: "type" | "function" | "special", word: string): string | undefined {
  if (role === "type") return TYPES.get(word) ?? englishUnitType(word);
  return role === "function" ? FUNCTIONS.get(word) : SPECIALS.get(word);
}

function englishUnitType(word: string): string | undefined {
  return UNIT_WORDS.find((names) => names.includes(word))?.[0];
}

/**
 * Splits a run of Chinese into declared names and keywords, for "you forgot a space": `综合得分不满及格线` with
 * 综合得分 and 及格线 known gives 综合得分, 不满, 及格线. Fewest parts win. Null when the run does not split,
 * or is itself known. Cost grows with length × longest known word.
 */
export function segment(word: string, known: Iterable<string>): string[] | null {
  const words = new Set<string>(CHINESE.keys());
  for (const [zh] of FUNCTION_WORDS) words.add(zh);
  for (const name of known) words.add(name);
  if (words.has(word) || word.length > 200) return null;
  let longest = 0;
  for (const w of words) longest = Math.max(longest, w.length);
  // best[i]: the fewest parts of the first i characters, and where the last of them starts.
  const best: ({ parts: number; from: number } | undefined)[] = [{ parts: 0, from: 0 }];
  for (let end = 1; end <= word.length; end++) {
    for (let from = Math.max(0, end - longest); from < end; from++) {
      const before = best[from];
      if (!before || !words.has(word.slice(from, end))) continue;
      const here = best[end];
      if (!here || before.parts + 1 < here.parts) best[end] = { parts: before.parts + 1, from };
    }
  }
  if (!best[word.length]) return null;
  const out: string[] = [];
  for (let end = word.length; end > 0; end = best[end]!.from) out.unshift(word.slice(best[end]!.from, end));
  return out;
}
