import type { MeasureFile } from "../parser/ast.ts";
import { type Node, walk } from "../parser/children.ts";
import { UNIT_WORDS } from "../parser/keywords.ts";
import type { LogicalLine } from "../parser/lines.ts";
import { apart, spelling } from "../parser/spelling.ts";
import type { Token } from "../parser/tokens.ts";
import type { SourceText } from "../source/source-text.ts";

/**
 * How each token is written on the page: widths folded, what stands in quotes untouched, and keywords in the
 * language asked for. Where tokens stand is settled in spacing.ts and page.ts.
 */

/** The language of keywords. */
export type Keywords = "zh" | "en";

/** A token with its text on the page. */
export interface Word {
  readonly token: Token;
  readonly text: string;
}

/** Writes the tokens of a file. `keywords`: the language to convert to; undefined leaves each keyword as it is. */
export class Writer {
  readonly #source: SourceText;
  readonly #keywords: Keywords | undefined;
  /** Where names stand in the tree: the scope `项目:` is a name although its word could be a keyword. */
  readonly #names: ReadonlySet<number>;

  constructor(source: SourceText, file: MeasureFile, keywords: Keywords | undefined) {
    this.#source = source;
    this.#keywords = keywords;
    this.#names = keywords === undefined ? new Set() : namesOf(file);
  }

  words(line: LogicalLine): Word[] {
    const words: Word[] = [];
    line.tokens.forEach((token, i) => {
      const text = this.#text(token, line.tokens[i - 1]);
      const before = words[i - 1]?.text;
      const joins = this.#keywords === "en" && before !== undefined && token.kind !== "Name" && !token.quoted;
      words.push({ token, text: joins ? apart(before, text) : text });
    });
    return words;
  }

  #text(token: Token, previous: Token | undefined): string {
    const { kind, text } = token;
    if (kind === "Chapter") return token.meaning === "" ? text : `${text} ${token.meaning}`;
    if (kind === "Title") return `【${text}】`;
    if (kind === "Note") return this.#note(token);
    if (kind === "Date") return text.replaceAll(" ", "");
    if (kind === "Enumerate")
      return this.#keywords === undefined ? text : this.#keywords === "zh" ? "、" : "&";
    if (kind === "Number") return isNumeral(token) ? this.#source.slice(token.span) : text;
    if (kind === "Unit") return this.#unit(token, previous);
    return token.quoted ? this.#quoted(token) : this.#word(token);
  }

  #word(token: Token): string {
    const asWritten = token.text.replace(/[ \t]+/g, " ");
    if (this.#keywords === undefined) return asWritten;
    // 随机抽取 is both: a keyword, and the verb of its step.
    const named = this.#names.has(token.span.start) && token.kind !== "RandomDraw";
    if (named && token.role === undefined) return asWritten;
    return spelling(token, this.#keywords) ?? asWritten;
  }

  #unit(token: Token, previous: Token | undefined): string {
    // 连续两年: a Chinese numeral stays, in English too, or the way back would not find it again; its unit with it.
    if (this.#keywords === undefined || isNumeral(previous)) return token.text;
    if (this.#keywords === "zh") return token.meaning;
    const [first = "", ...per] = token.meaning.split("/");
    return [english(first, previous?.text === "1"), ...per.map((zh) => english(zh, true))].join("/");
  }

  /** Only the quotes themselves may change width. */
  #quoted(token: Token): string {
    const written = this.#source.slice(token.span);
    return written.startsWith("＂") ? `"${token.text}"` : written.replace(/＂$/, '"');
  }

  #note(token: Token): string {
    const written = this.#source.text[token.span.start];
    const word = this.#keywords === undefined ? (written === "注" ? "zh" : "en") : this.#keywords;
    return `${word === "zh" ? "注" : "note"}:${token.text === "" ? "" : ` ${token.text}`}`;
  }
}

function isNumeral(token: Token | undefined): boolean {
  return token?.kind === "Number" && token.meaning === "numeral";
}

function english(unit: string, singular: boolean): string {
  if (unit === "%" || unit === "‰") return unit;
  const [, plural, single] = UNIT_WORDS.find(([zh]) => zh === unit) ?? [];
  return (singular ? single : undefined) ?? plural ?? unit;
}

function namesOf(file: MeasureFile): Set<number> {
  const starts = new Set<number>();
  walk(file as Node, (node) => {
    if (node.kind === "name") starts.add(node.span.start);
    return undefined;
  });
  return starts;
}
