import { createToken, type IToken, Lexer, type TokenType } from "chevrotain";
import type { Span } from "../source/span.ts";
import { KEYWORDS, type KeywordKind, POSITION_SPELLINGS, type PositionKind } from "./keywords.ts";

/**
 * The kinds of token. Keywords come from the table in keywords.ts; the rest is here. The lexer is
 * written by hand (a digit ends a Chinese word, a unit ends a number, labels stand only at a line start),
 * so no kind has a pattern of its own.
 */

const OTHER_KINDS = [
  "Name",
  "Number",
  "Unit",
  "Date",
  "Text",
  "Title",
  "Label",
  "Chapter",
  "Citation",
  "Note",
  "Equals",
  "Compare",
  "Plus",
  "Minus",
  "Times",
  "Comma",
  "Enumerate",
  "Colon",
  "Semicolon",
  "Stop",
  "Open",
  "Close",
  "Dot",
  "Bar",
  "Unknown",
] as const;

export type TokenKind = (typeof OTHER_KINDS)[number] | KeywordKind | PositionKind;

/** A piece of the text. `kind` is settled by the retyping pass; everything else by the lexer. */
export interface Token extends IToken {
  kind: TokenKind;
  /** The spelling with widths folded; a quoted name without its quotes. */
  readonly text: string;
  readonly span: Span;
  /** Line of the text, from 1. */
  readonly line: number;
  /** What tells the spellings of one kind apart (see keywords.ts); for a unit its Chinese spelling. */
  meaning: string;
  /** Which table a name's spelling comes from, when it is a word of the language itself. */
  role?: "type" | "function" | "special";
  /** Whether the word was written in quotes or brackets, and so can be nothing but a name. */
  readonly quoted: boolean;
}

const kinds: readonly TokenKind[] = [
  ...OTHER_KINDS,
  ...KEYWORDS.map((k) => k.kind),
  ...POSITION_SPELLINGS.map((k) => k.kind),
];

/** chevrotain's token type of each kind. */
export const T = Object.fromEntries(
  [...new Set(kinds)].map((name) => [name, createToken({ name, pattern: Lexer.NA })]),
) as Readonly<Record<TokenKind, TokenType>>;

export const ALL_TOKEN_TYPES: readonly TokenType[] = Object.values(T);

export function makeToken(
  kind: TokenKind,
  text: string,
  span: Span,
  line: number,
  meaning = "",
  quoted = false,
): Token {
  const tokenType = T[kind];
  return {
    kind,
    text,
    span,
    line,
    meaning,
    quoted,
    image: text,
    startOffset: span.start,
    endOffset: span.end - 1,
    startLine: line,
    tokenType,
    tokenTypeIdx: tokenType.tokenTypeIdx!,
  };
}

/** Gives a token another kind: the retyping pass's only tool. */
export function retag(token: Token, kind: TokenKind): void {
  token.kind = kind;
  token.tokenType = T[kind];
  token.tokenTypeIdx = T[kind].tokenTypeIdx!;
}
