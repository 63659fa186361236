import type { LabelStyle } from "./ast.ts";
import { NUMERAL, numeralValue } from "./numerals.ts";
import { leadingUnit, splitTails } from "./words.ts";

/**
 * Labels (`第十七条`, `(一)`, `1.`, `①`) and citations of them. Both work on folded text. Which level a style
 * takes below its article is decided in layout.ts.
 */

export interface LabelMatch {
  readonly style: LabelStyle | "chapter";
  /** Length in the text. */
  readonly length: number;
  /** Canonical spelling: `1.` for `1、`, `(1)` for `1)`. */
  readonly text: string;
  readonly number: number;
  readonly inserted?: number;
  /** How many numbers a dotted-decimal or tortoise label has: 2 for `3.2`. */
  readonly parts: number;
}

const N = `[${NUMERAL}\\d]+`;
const sticky = (source: string) => new RegExp(source, "y");

const CHAPTER = sticky(`第(${N})[编章节](?!程)|Chapter (\\d+)`);
const ARTICLE = sticky(`第(${N})条(?:之([${NUMERAL}]+))?|Article (\\d+)( bis)?`);
const PARAGRAPH = sticky(`第(${N})款|(末款)|Paragraph (\\d+)|(Last paragraph)`);
const ENUMERATED = sticky(`([${NUMERAL}]+)、`);
const TORTOISE = sticky("〔(\\d+(?:\\.\\d+)*)〕");
const HAN = sticky(`\\(([${NUMERAL}]+)\\)`);
// A dot after digits makes a label unless a digit follows that does not begin a year.
const DOTTED = sticky("(\\d{1,4})(?:、|\\.(?!\\d)|\\.(?=(?:19|20|21)\\d\\d年))");
const DECIMAL = sticky("(\\d{1,4}(?:\\.\\d{1,4})+)(?=[ \\t]*【|[ \\t]+(?![ \\t]))");
const DIGIT = sticky("\\((\\d{1,4})\\)|(\\d{1,4})\\)");
const CIRCLED = sticky("[①-⑳㉑-㉟㊱-㊿]");
const LETTER = sticky("([a-z])\\.(?=[ \\t])|\\(([a-z])\\)(?=[ \\t])");
/** `3.2 以上 …` and `0.5 分 …` are rows that start with a number, not labels. */
function startsRow(rest: string): boolean {
  if (/^\s*[%‰\d+\-*/×÷<>=]|^\s*(?:points?|or|to)\b/.test(rest)) return true;
  const run = /^\s*([\u3400-\u9FFF]+)/.exec(rest)?.[1] ?? "";
  return run !== "" && (splitTails(run) !== null || leadingUnit(run, false) !== undefined);
}

/** The label at an offset (the start of a line), or undefined. */
export function matchLabel(text: string, at: number): LabelMatch | undefined {
  const run = (pattern: RegExp) => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  const made = (
    style: LabelMatch["style"],
    m: RegExpExecArray,
    canonical: string,
    number: number,
    parts = 1,
  ): LabelMatch => ({ style, length: m[0].length, text: canonical, number, parts });

  let m = run(CHAPTER);
  if (m) return made("chapter", m, m[0], numeralValue(m[1] ?? m[2]!));
  m = run(ARTICLE);
  if (m) {
    const label = made("article", m, m[0], numeralValue(m[1] ?? m[3]!));
    if (m[4] !== undefined) return { ...label, inserted: 1 };
    return m[2] === undefined ? label : { ...label, inserted: numeralValue(m[2]) };
  }
  m = run(PARAGRAPH);
  if (m) {
    const number = (m[2] ?? m[4]) ? -1 : numeralValue(m[1] ?? m[3]!);
    return made("paragraph", m, m[0], number);
  }
  m = run(ENUMERATED);
  if (m) return made("enumerated", m, m[0], numeralValue(m[1]!));
  m = run(TORTOISE);
  if (m) return made("tortoise", m, m[0], Number.parseInt(m[1]!, 10), m[1]!.split(".").length);
  m = run(HAN);
  if (m) return made("parenthesised-han", m, m[0], numeralValue(m[1]!));
  m = run(DECIMAL);
  if (m && !startsRow(text.slice(at + m[0].length, at + m[0].length + 12))) {
    const parts = m[1]!.split(".");
    return made("decimal", m, m[0], Number(parts[parts.length - 1]), parts.length);
  }
  m = run(DOTTED);
  if (m) return made("dotted", m, `${m[1]}.`, Number(m[1]));
  m = run(DIGIT);
  if (m) return made("parenthesised-digit", m, `(${m[1] ?? m[2]})`, Number(m[1] ?? m[2]));
  m = run(CIRCLED);
  if (m) return made("circled", m, m[0], circledValue(m[0]));
  m = run(LETTER);
  if (m) return made("letter", m, m[0], (m[1] ?? m[2])!.charCodeAt(0) - 96);
  return undefined;
}

function circledValue(c: string): number {
  const code = c.charCodeAt(0);
  if (code <= 0x2473) return code - 0x2460 + 1; // ① … ⑳
  if (code <= 0x325f) return code - 0x3251 + 21; // ㉑ … ㉟
  return code - 0x32b1 + 36; // ㊱ … ㊿
}

const PIECE =
  `(?:第${N}款|末款| ?第?\\([${NUMERAL}]+\\)项?|第${N}项|第${N}目|\\(\\d+\\)目?|\\([a-z]\\)|[①-⑳]` +
  "|\\d+目?(?![\\d.%年月])|[a-z](?![A-Za-z_]))";
const HEAD = `(?:第${N}条(?:之[${NUMERAL}]+)?|本条|Article \\d+(?: bis)?|this article)`;
const CITATION = sticky(`${HEAD}${PIECE}*`);
// After 免除, 修改 and their kin a citation may also start below the article, or at 一、.
const LOCAL_CITATION = sticky(
  `(?:〔[^〔〕\\d\\s][^〔〕\\n]{0,80}〕)?(?:${HEAD}|[${NUMERAL}]+、?(?=\\()|〔\\d+(?:\\.\\d+)*〕|第${N}款|末款|第?\\([${NUMERAL}]+\\)项?)${PIECE}*`,
);
const FOLLOWED_BY_LETTER = /^\p{L}/u;

/** Length of the citation at an offset, 0 when there is none. `expected`: a word that takes citations stood before. */
export function matchCitation(text: string, at: number, expected: boolean): number {
  const pattern = expected ? LOCAL_CITATION : CITATION;
  pattern.lastIndex = at;
  const m = pattern.exec(text);
  if (!m) return 0;
  // 第三条件 is a name; 第十条 directly before a letter is a citation only where one is expected.
  if (!expected && FOLLOWED_BY_LETTER.test(text.slice(at + m[0].length, at + m[0].length + 2))) return 0;
  return m[0].length;
}

/** `〔昌都市实施细则〕第三条`: the measure in whose numbering a citation counts, and the citation. */
export function numberingNamed(text: string): { readonly of?: string; readonly rest: string } {
  const named = /^〔([^〔〕\d\s][^〔〕\n]*)〕/.exec(text);
  return named ? { of: named[1]!.normalize("NFKC"), rest: text.slice(named[0].length) } : { rest: text };
}

const PARTS = new RegExp(
  `第${N}条(?:之[${NUMERAL}]+)?|本条|Article \\d+(?: bis)?|this article|第${N}款|末款|第${N}项|第${N}目|\\([${NUMERAL}]+\\)` +
    `|\\(\\d+\\)|\\([a-z]\\)|[①-⑳]|〔[\\d.]+〕|[${NUMERAL}]+、?(?=\\()|\\d+|[a-z](?![A-Za-z_])`,
  "g",
);

/** The labels a citation names, outermost first: `第十条第(六)项第1目` → 第十条, (六), 1. */
export function citationPath(text: string): string[] {
  const path = [...text.matchAll(PARTS)].map(([part]) => {
    const inner = part.slice(1, -1);
    if (/^第.*项$/.test(part)) return `(${toNumeral(inner)})`;
    if (/^第.*目$/.test(part)) return String(numeralValue(inner));
    if (part === "this article") return "本条";
    if (new RegExp(`^[${NUMERAL}]+$`).test(part)) return `${part}、`;
    return part;
  });
  const first = path[0] ?? "";
  return /^(第.*条|本条|Article|〔|.*、$)/.test(first) ? path : ["本条", ...path];
}

const ONES = "零一二三四五六七八九";

function toNumeral(text: string): string {
  if (!/^\d+$/.test(text)) return text;
  const n = Number(text);
  if (n < 10) return ONES[n]!;
  if (n < 20) return `十${n % 10 === 0 ? "" : ONES[n % 10]}`;
  if (n < 100) return `${ONES[Math.floor(n / 10)]}十${n % 10 === 0 ? "" : ONES[n % 10]}`;
  return text;
}
