import { titled } from "../diagnostics/phrases.ts";
import { type Problem, problem } from "../diagnostics/problem.ts";
import { LINE_BREAK, type SourceText } from "../source/source-text.ts";
import type { Span } from "../source/span.ts";
import { findInvisible, fold, INVISIBLE, withoutLookAlikes } from "./fold.ts";
import { CHINESE } from "./keywords.ts";
import { type LabelMatch, matchCitation, matchLabel } from "./labels.ts";
import { makeToken, type Token, type TokenKind } from "./tokens.ts";
import {
  englishKeyword,
  englishUnit,
  leadingTails,
  leadingUnit,
  type Spelled,
  splitTails,
  splitWord,
} from "./words.ts";

/**
 * Text → tokens, line by line. Every keyword gets its kind here, even where it will turn out to be a name:
 * retype.ts decides that. Written by hand because three rules are about neighbours: a digit ends a Chinese
 * word, a unit ends a number, and labels stand only at the start of a line.
 */

export interface LexedLine {
  /** From 1. */
  readonly number: number;
  readonly tokens: Token[];
  readonly comment?: { readonly span: Span; readonly text: string };
  /** Width of the indentation; a full-width space counts 2, a tab 4. */
  readonly indent: number;
  /** Set when a problem was found here, so that the grammar stays silent about the same slip. */
  bad: boolean;
}

export interface LabelToken extends Token {
  readonly label: LabelMatch;
}

export interface Lexed {
  readonly lines: readonly LexedLine[];
  readonly problems: readonly Problem[];
}

const LETTER = /[\p{L}\p{M}\p{Nl}_·]/u;
const DATE =
  /(\d{4})[ ]?年[ ]?(\d{1,2})[ ]?月(?:[ ]?(\d{1,2})[ ]?日)?|(\d{4})-(\d{2})-(\d{2})|((?:19|20|21)\d\d)年(?!以[上下内外])/y;
const NUMBER = /\d+(?:\.\d+)?/y;
const FRACTION = /\/\d+(?![\d.])/y;
const NOTE = /(?:注|[Nn]ote):[ \t]*/y;
const QUOTES: ReadonlyMap<string, string> = new Map([
  ["“", "”"],
  ['"', '"'],
  ["「", "」"],
  ["『", "』"],
  ["【", "】"],
]);
const PUNCTUATION: ReadonlyMap<string, readonly [TokenKind, string?]> = new Map([
  ["+", ["Plus"]],
  ["-", ["Minus"]],
  ["~", ["Minus"]],
  ["×", ["Times", "×"]],
  ["*", ["Times", "×"]],
  ["÷", ["Times", "÷"]],
  ["/", ["Times", "÷"]],
  [",", ["Comma"]],
  ["、", ["Enumerate"]],
  ["&", ["Enumerate"]],
  [":", ["Colon"]],
  [";", ["Semicolon"]],
  ["。", ["Stop"]],
  ["(", ["Open"]],
  [")", ["Close"]],
  [".", ["Dot"]],
  ["|", ["Bar"]],
  ["=", ["Equals"]],
  ["<", ["Compare", "<"]],
  [">", ["Compare", ">"]],
  ["≤", ["Compare", "<="]],
  ["≥", ["Compare", ">="]],
  ["≠", ["Compare", "!="]],
  ["==", ["Compare", "=="]],
  ["!=", ["Compare", "!="]],
  ["<=", ["Compare", "<="]],
  [">=", ["Compare", ">="]],
] as const);
const TAKES_CITATION = new Set<TokenKind>(["Exempt", "Amend", "Delete", "Insert"]);
const TAKES_NUMERAL = new Set<TokenKind>([
  "Consecutive",
  "Near",
  "Front",
  "Back",
  "Shift",
  "AddingUpTo",
  "ForEvery",
]);

export function lex(source: SourceText): Lexed {
  const scanner = new Scanner(source);
  scanner.scan();
  return { lines: scanner.lines, problems: [...findInvisible(source.text), ...scanner.problems] };
}

class Scanner {
  readonly lines: LexedLine[] = [];
  readonly problems: Problem[] = [];
  readonly #original: string;
  readonly #text: string;
  #at = 0;
  #line: LexedLine = { number: 0, tokens: [], indent: 0, bad: false };
  /** The last two tokens before the one being read, across lines. */
  #previous: Token | undefined;
  #beforePrevious: Token | undefined;

  constructor(source: SourceText) {
    this.#original = source.text;
    this.#text = fold(source.text);
  }

  scan(): void {
    let start = 0;
    let number = 1;
    for (const found of this.#text.matchAll(LINE_BREAK)) {
      this.#scanLine(number++, start, found.index);
      start = found.index + found[0].length;
    }
    this.#scanLine(number, start, this.#text.length);
  }

  #scanLine(number: number, start: number, end: number): void {
    this.#at = start;
    this.#skipBlanks(end);
    this.#line = { number, tokens: [], indent: this.#indent(start), bad: false };
    if (this.#text.slice(start, end).includes(INVISIBLE)) this.#line.bad = true;
    if (this.#at < end) this.#labels(end);
    for (;;) {
      this.#skipBlanks(end);
      if (this.#at >= end) break;
      if (this.#text[this.#at] === "#") {
        const span = { start: this.#at, end };
        this.#line = { ...this.#line, comment: { span, text: this.#original.slice(this.#at, end) } };
        break;
      }
      this.#token(end);
    }
    this.lines.push(this.#line);
  }

  #skipBlanks(end: number): void {
    while (this.#at < end && /[ \t\u0001]/.test(this.#text[this.#at]!)) this.#at++;
  }

  #indent(start: number): number {
    let width = 0;
    for (let i = start; i < this.#at; i++) {
      const c = this.#original[i]!;
      width += c === "\t" ? 4 : c === "\u3000" ? 2 : 1;
    }
    return width;
  }

  /** The label a line starts with. A second one on the same line is reported and dropped. */
  #labels(end: number): void {
    // 免除 第九条、⏎ 第十条: a citation goes on, no label begins.
    if (this.#previous?.kind === "Enumerate" && this.#beforePrevious?.kind === "Citation") return;
    const label = matchLabel(this.#text, this.#at);
    if (!label) return;
    const span = { start: this.#at, end: this.#at + label.length };
    this.#at += label.length;
    if (label.style === "chapter") {
      const comment = this.#text.indexOf("#", this.#at);
      const stop = comment >= 0 && comment < end ? comment : end;
      const title = this.#original.slice(this.#at, stop).trim();
      const token = makeToken(
        "Chapter",
        label.text,
        { start: span.start, end: this.#at },
        this.#line.number,
        title,
      );
      this.#push(token);
      this.#at = stop;
      return;
    }
    this.#push(
      Object.assign(makeToken("Label", label.text, span, this.#line.number), { label }) as LabelToken,
    );
    this.#skipBlanks(end);
    const second = this.#at < end ? matchLabel(this.#text, this.#at) : undefined;
    if (second && second.style !== "letter" && second.style !== "decimal") {
      const place = { start: this.#at, end: this.#at + second.length };
      this.#fail(problem("BF1020", { first: label.text, second: second.text }, { span: place }));
      this.#at += second.length;
    }
  }

  #token(end: number): void {
    const c = this.#text[this.#at]!;
    if (c >= "0" && c <= "9") this.#number(end);
    else if (QUOTES.has(c)) this.#quoted(c, end);
    else if (!this.#note(c, end) && !this.#citation()) {
      if (isLetter(this.#text, this.#at)) this.#word(end);
      else this.#punctuation(c);
    }
  }

  #note(c: string, end: number): boolean {
    if (c !== "注" && c !== "n" && c !== "N") return false;
    NOTE.lastIndex = this.#at;
    const m = NOTE.exec(this.#text);
    if (!m) return false;
    const content = this.#original.slice(this.#at + m[0].length, end).trim();
    this.#emit("Note", content, end - this.#at);
    return true;
  }

  #punctuation(c: string): void {
    const two = this.#text.slice(this.#at, this.#at + 2);
    const spelling = PUNCTUATION.has(two) ? two : c;
    const known = PUNCTUATION.get(spelling);
    if (known) {
      this.#emit(known[0], spelling, spelling.length, known[1]);
      return;
    }
    const width = this.#text.codePointAt(this.#at)! > 0xffff ? 2 : 1;
    const found = this.#original.slice(this.#at, this.#at + width);
    this.#fail(problem("BF1003", { found }, { span: { start: this.#at, end: this.#at + width } }));
    this.#emit("Unknown", found, width);
  }

  #citation(): boolean {
    const c = this.#text[this.#at]!;
    const expected =
      (this.#previous !== undefined && TAKES_CITATION.has(this.#previous.kind)) ||
      (this.#previous?.kind === "Enumerate" && this.#beforePrevious?.kind === "Citation");
    if (!expected && c !== "第" && c !== "本" && c !== "A" && c !== "t") return false;
    const length = matchCitation(this.#text, this.#at, expected);
    if (length === 0) return false;
    this.#emit("Citation", this.#text.slice(this.#at, this.#at + length), length);
    return true;
  }

  #quoted(open: string, end: number): void {
    const close = QUOTES.get(open)!;
    const found = this.#text.indexOf(close, this.#at + 1);
    const closed = found >= 0 && found < end;
    const stop = closed ? found : end;
    if (!closed) this.#fail(problem("BF1004", { open, close }, { span: { start: this.#at, end } }));
    const content = this.#original.slice(this.#at + 1, stop);
    const kind = open === "【" ? "Title" : open === "「" || open === "『" ? "Name" : "Text";
    this.#emit(kind, content, (closed ? stop + 1 : stop) - this.#at, "", true);
  }

  #number(end: number): void {
    DATE.lastIndex = this.#at;
    const date = DATE.exec(this.#text);
    if (date) {
      this.#emit("Date", date[0], date[0].length);
      return;
    }
    NUMBER.lastIndex = this.#at;
    let text = NUMBER.exec(this.#text)![0];
    // 2/3 is one number, but a ÷ 2/3 would then mean something else than it says.
    FRACTION.lastIndex = this.#at + text.length;
    if (this.#previous?.kind !== "Times" && !text.includes(".")) text += FRACTION.exec(this.#text)?.[0] ?? "";
    this.#emit("Number", text, text.length);
    this.#unit(end);
    if (!isHan(this.#text, this.#at)) return;
    const run = this.#hanRun(end);
    for (const tail of splitTails(run) ?? leadingTails(run)) this.#keyword(CHINESE.get(tail)!, tail.length);
  }

  /** The unit behind a number, a space away at most; `元/分` is one unit. */
  #unit(end: number): boolean {
    let from = this.#at;
    while (from < end && this.#text[from] === " ") from++;
    const unit = this.#unitAt(from, from === this.#at, end);
    if (!unit) return false;
    let { length, zh } = unit;
    if (this.#text[from + length] === "/") {
      const per = this.#unitAt(from + length + 1, true, end);
      if (per && !isLetter(this.#text, from + length + 1 + per.length)) {
        length += 1 + per.length;
        zh += `/${per.zh}`;
      }
    }
    this.#at = from;
    this.#emit("Unit", this.#text.slice(from, from + length), length, zh);
    return true;
  }

  #unitAt(from: number, glued: boolean, end: number): { length: number; zh: string } | undefined {
    const c = this.#text[from];
    if (c === "%" || c === "‰") return { length: 1, zh: c };
    if (isHan(this.#text, from)) {
      let stop = from;
      while (stop < end && isHan(this.#text, stop)) stop++;
      const zh = leadingUnit(this.#text.slice(from, stop), glued);
      return zh === undefined ? undefined : { length: zh.length, zh };
    }
    return englishUnit(this.#text, from);
  }

  #hanRun(end: number): string {
    let stop = this.#at;
    while (stop < end && isHan(this.#text, stop)) stop++;
    return this.#text.slice(this.#at, stop);
  }

  #word(end: number): void {
    const english = englishKeyword(this.#text, this.#at);
    if (english && english.end <= end) {
      this.#keyword(english.keyword, english.end - this.#at);
      return;
    }
    const start = this.#at;
    let stop = start;
    while (stop < end) {
      const c = this.#text[stop]!;
      if (c === INVISIBLE) stop++;
      else if (c >= "0" && c <= "9") {
        if (stop === start || !/[A-Za-z0-9_]/.test(this.#text[stop - 1]!)) break;
        stop++;
      } else if (isLetter(this.#text, stop)) stop += this.#text.codePointAt(stop)! > 0xffff ? 2 : 1;
      else break;
    }
    const word = this.#text.slice(start, stop);
    this.#checkLookAlikes(word, start);
    if (word.includes(INVISIBLE)) {
      const clean = word.replaceAll(INVISIBLE, "");
      const keyword = CHINESE.get(clean);
      this.#emit(keyword?.kind ?? "Name", clean, word.length, keyword?.meaning ?? "");
      return;
    }
    const beforeDigit = /[\d]/.test(this.#text[stop] ?? "");
    const counting =
      this.#previous !== undefined &&
      (TAKES_NUMERAL.has(this.#previous.kind) ||
        // per 两个月: of what 每 stands before, only months are counted in a numeral.
        (this.#previous.kind === "Per" && word.endsWith("个月")));
    for (const part of splitWord(word, beforeDigit, counting)) {
      const keyword = part.as === undefined ? CHINESE.get(part.text) : undefined;
      if (keyword) this.#keyword(keyword, part.text.length);
      else if (part.as === "number") this.#emit("Number", part.value!, part.text.length, "numeral");
      else if (part.as === "unit") this.#emit("Unit", part.text, part.text.length, part.value!);
      else this.#emit("Name", part.text, part.text.length);
    }
  }

  #checkLookAlikes(word: string, start: number): void {
    const likely = withoutLookAlikes(word);
    if (likely === undefined) return;
    const span = { start, end: start + word.length };
    const fixes = [titled("change-to", [{ span, text: likely }], { text: likely })];
    this.#fail(problem("BF1002", { word, likely }, { span, fixes }));
  }

  #keyword(keyword: Pick<Spelled, "kind" | "meaning">, length: number): void {
    this.#emit(keyword.kind, this.#text.slice(this.#at, this.#at + length), length, keyword.meaning);
  }

  #emit(kind: TokenKind, text: string, length: number, meaning = "", quoted = false): void {
    const span = { start: this.#at, end: this.#at + length };
    this.#push(makeToken(kind, text, span, this.#line.number, meaning, quoted));
    this.#at += length;
  }

  #push(token: Token): void {
    this.#line.tokens.push(token);
    this.#beforePrevious = this.#previous;
    this.#previous = token;
  }

  #fail(p: Problem): void {
    this.problems.push(p);
    this.#line.bad = true;
  }
}

function isHan(text: string, at: number): boolean {
  const c = text.charCodeAt(at);
  return (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3400 && c <= 0x4dbf) || c === 0x3007;
}

function isLetter(text: string, at: number): boolean {
  const c = text.charCodeAt(at);
  if (c < 128) return (c >= 65 && c <= 90) || (c >= 97 && c <= 122) || c === 95;
  if (isHan(text, at)) return true;
  const point = text.codePointAt(at);
  return point !== undefined && LETTER.test(String.fromCodePoint(point));
}
