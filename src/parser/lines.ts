import type { Comment } from "./ast.ts";
import type { LabelToken, LexedLine } from "./lexer.ts";
import { isPageNumber, isWord, type Ownership, openerAt, startsRow } from "./openers.ts";
import type { Token, TokenKind } from "./tokens.ts";

/** Lines of the text → logical lines: a line with those that continue it (language.md, section 2). */

/** One line of the measure with its continuation lines: what a token-based formatter works on. */
export interface LogicalLine {
  readonly kind: "chapter" | "label" | "statement" | "row" | "field" | "note" | "comment";
  /** All tokens in order, label and closing punctuation included. */
  readonly tokens: readonly Token[];
  readonly comments: readonly Comment[];
  /** First and last line of the text, from 1. */
  readonly first: number;
  readonly last: number;
  /** How deep the line stands in the structure; the formatter indents by it. */
  readonly depth: number;
  readonly indent: number;
  readonly blankBefore: boolean;
}

export type Mutable<X> = { -readonly [K in keyof X]: X[K] };

/** A logical line while the tree is built: its kind and depth are still to be set. */
export interface Joined {
  readonly line: Mutable<LogicalLine>;
  readonly tokens: Token[];
  bad: boolean;
  /** The first word after each line end where no line can end. */
  readonly broken: Token[];
}

/** A line in the tree that layout.ts makes. */
export interface LineNode {
  readonly line: Mutable<LogicalLine>;
  readonly label?: LabelToken;
  readonly title?: Token;
  /** What the grammar reads: no label, no title, no closing colon or stop. */
  readonly tokens: readonly Token[];
  readonly heading: boolean;
  /** Set when the line ends in a colon, or ought to. */
  owns: Ownership | undefined;
  readonly colon: boolean;
  /** A scope and nothing else (`村:`): items below it, or sentences without a label, are what it narrows. */
  readonly scope: boolean;
  readonly level: number;
  readonly children: LineNode[];
  readonly rows: LineNode[];
  readonly below: LineNode[];
  readonly notes: Token[];
  /** A lexical problem was reported on this line. */
  readonly bad: boolean;
}

const kinds = (words: string) => new Set(words.split(" ") as TokenKind[]);
const CONTINUES_AFTER = kinds("Comma Enumerate Plus Minus Times Open Equals Or And Not Dot Semicolon");
const CONTINUES_BEFORE = kinds("Close Comma Enumerate Plus Times Or And De Excepted Weight Then Else");

export function joinLines(lexed: readonly LexedLine[]): Joined[] {
  const out: Joined[] = [];
  let blank = false;
  let current: Joined | undefined;
  for (const source of lexed) {
    const comments = source.comment ? [source.comment] : [];
    if (source.tokens.length === 0) {
      if (comments.length === 0) blank = true;
      else {
        const line: Mutable<LogicalLine> = {
          ...{ kind: "comment", tokens: [], comments, depth: 0, indent: source.indent, blankBefore: blank },
          ...{ first: source.number, last: source.number },
        };
        out.push({ line, tokens: [], bad: false, broken: [] });
        blank = false;
      }
      continue;
    }
    const { rest, notes } = splitNotes(source.tokens);
    if (rest.length > 0) {
      const cut = current !== undefined && !blank && brokenBefore(current.tokens, rest);
      if (current && !blank && (cut || continues(current.tokens, rest))) {
        if (cut) current.broken.push(rest[0]!);
        current.tokens.push(...rest);
        current.line.comments = [...current.line.comments, ...comments];
        current.line.last = source.number;
        current.bad ||= source.bad;
      } else {
        current = {
          line: newLine("statement", rest, comments, source, blank),
          tokens: [...rest],
          bad: source.bad,
          broken: [],
        };
        current.line.tokens = current.tokens;
        out.push(current);
      }
      blank = false;
    }
    for (const note of notes) {
      out.push({
        line: newLine("note", [note], rest.length > 0 ? [] : comments, source, blank),
        tokens: [note],
        bad: false,
        broken: [],
      });
      blank = false;
      current = undefined;
    }
  }
  return out;
}

function newLine(
  kind: LogicalLine["kind"],
  tokens: readonly Token[],
  comments: readonly Comment[],
  source: LexedLine,
  blankBefore: boolean,
): Mutable<LogicalLine> {
  const { number, indent } = source;
  return { kind, tokens, comments, first: number, last: number, depth: 0, indent, blankBefore };
}

/** A note may follow a statement on its line; it is a line of its own all the same. */
function splitNotes(tokens: readonly Token[]): { rest: Token[]; notes: Token[] } {
  return { rest: tokens.filter((t) => t.kind !== "Note"), notes: tokens.filter((t) => t.kind === "Note") };
}

function continues(before: readonly Token[], next: readonly Token[]): boolean {
  const last = before[before.length - 1]!;
  const first = next[0]!;
  if (first.kind === "Label" || first.kind === "Chapter" || last.kind === "Stop" || last.kind === "Chapter")
    return false;
  if (isPageNumber(next) || isPageNumber(before)) return false;
  if (CONTINUES_BEFORE.has(first.kind)) return true;
  if (!CONTINUES_AFTER.has(last.kind)) return false;
  // A forgotten word at a line's end must not swallow the next field, declaration or row.
  if (openerAt(next, 0) !== undefined || isField(next)) return false;
  if (!startsRow(next)) return true;
  return last.kind !== "Semicolon" && !startsRow(before) && !(last.kind === "Comma" && endsOpenList(before));
}

const ENDS_NO_LINE = kinds("Verdict DirectGrade On Agent Is IsOneOf Filler Assign By Modal");
const TAKES_ANY_WORD = kinds(
  "Enumerate Compare Is IsOneOf Verdict DirectGrade Colon Dot OptionsType LevelsType",
);
const ENDS_WORDS = kinds("De Stop Semicolon Colon Comma");

/**
 * `造假 的,评为` and `不合格` on the next line: words that nothing can end with, and what completes them. Only words that
 * say nothing themselves are taken for that; another sentence is told apart from one that was left unfinished.
 */
function brokenBefore(before: readonly Token[], next: readonly Token[]): boolean {
  const [last, previous] = [before[before.length - 1]!, before[before.length - 2]];
  // `选项 好、为`, `结论 为 对`: a word in the place of a name.
  if (last.quoted || (previous && TAKES_ANY_WORD.has(previous.kind))) return false;
  if (isPageNumber(next) || (isField(next) && next.length > 2) || openerAt(next, 0) !== undefined)
    return false;
  if (last.kind === "Pre") return previous !== undefined && next[0]!.kind === "Number";
  if (!(ENDS_NO_LINE.has(last.kind) || previous?.kind === "On") || startsRow(next)) return false;
  // 对 本人 | 通报批评: what is to be done stands by itself as well.
  const end = next.findIndex((t, i) => (i % 2 === 0 ? !isWord(t) : t.kind !== "Enumerate"));
  const closing = end < 0 ? undefined : next[end]!.kind;
  return end !== 0 && (closing === undefined || (end % 2 === 1 && ENDS_WORDS.has(closing)));
}

function endsOpenList(tokens: readonly Token[]): boolean {
  return !tokens.some((t) => t.kind === "Open");
}

/** `name: …`, as in a data block. */
export function isField(tokens: readonly Token[]): boolean {
  return tokens[1]?.kind === "Colon" && isWord(tokens[0]!) && openerAt(tokens, 0) === undefined;
}
