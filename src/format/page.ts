import { textWidth } from "../diagnostics/width.ts";
import type { LabelToken } from "../parser/lexer.ts";
import type { LogicalLine } from "../parser/lines.ts";
import type { SourceText } from "../source/source-text.ts";
import { columnOf, GAP, tailOf } from "./columns.ts";
import { type CommentGroup, commentGroups, type PageLine, touch } from "./comments.ts";
import { gapsOf } from "./spacing.ts";
import type { Writer } from "./words.ts";

/**
 * Lines of the source → lines of the page. Breaks inside a statement stay where the author put them; only
 * indentation, blank lines and the space inside a line are settled here. Working line by line keeps every
 * comment where it was: at the end of its line, or on a line of its own.
 */

const STEP = 2;
/** Continuation lines stand further in than what hangs below the statement. */
const CONTINUATION = 2 * STEP;

/** The whole text, ending in a line feed. */
export function pageOf(source: SourceText, lines: readonly LogicalLine[], writer: Writer): string {
  const page = new Page(source, writer);
  for (const line of lines) page.add(line);
  return page.text();
}

class Page {
  readonly #source: SourceText;
  readonly #writer: Writer;
  readonly #lines = new Map<number, PageLine>();
  /** Inside 对象 or 记录: the depth of their fields. */
  #fieldDepth: number | undefined;
  /** Lines of the block that have a tail to align. */
  #block: PageLine[] = [];

  constructor(source: SourceText, writer: Writer) {
    this.#source = source;
    this.#writer = writer;
  }

  add(line: LogicalLine): void {
    if (line.kind !== "comment") this.#add(line, line.kind);
    for (const comment of line.comments) {
      const { line: number } = this.#source.position(comment.span.start);
      const host = this.#lines.get(number) ?? this.#line(number, undefined, "", false);
      host.comment = `#${comment.text.slice(1).trimEnd()}`;
    }
  }

  #add(line: LogicalLine, kind: LogicalLine["kind"]): void {
    const opens = kind === "statement" && /^(?:Subject|Record)$/.test(line.tokens[0]!.kind);
    const leaves = this.#fieldDepth !== undefined && kind !== "field" && kind !== "note";
    if (opens || leaves) {
      this.#align();
      this.#fieldDepth = opens ? line.depth + 1 : undefined;
    }
    // A note among the fields stands with them.
    const depth = kind === "note" ? (this.#fieldDepth ?? line.depth) : line.depth;
    this.#write(line, Math.max(0, depth) * STEP, opens || leaves || startsArticle(line));
  }

  #write(line: LogicalLine, indent: number, apart: boolean): void {
    const words = this.#writer.words(line);
    const gaps = gapsOf(words);
    const tail = line.kind === "field" ? tailOf(words) : -1;
    let current: PageLine | undefined;
    words.forEach(({ token, text }, i) => {
      if (current?.source === token.line) {
        if (i === tail && token.line === line.first) {
          current.tail = text;
          this.#block.push(current);
        } else append(current, gaps[i]! + text);
        return;
      }
      current = this.#lines.get(token.line);
      // A note behind a statement stays on its line.
      if (current) append(current, ` ${text}`);
      else current = this.#line(token.line, i === 0 ? indent : indent + CONTINUATION, text, i === 0 && apart);
    });
  }

  #line(source: number, indent: number | undefined, text: string, apart: boolean): PageLine {
    const line: PageLine = { source, indent, text, tail: undefined, comment: undefined, apart };
    this.#lines.set(source, line);
    return line;
  }

  /** At the end of a data block: its tails go into one column. */
  #align(): void {
    const widths = this.#block.map((line) => line.indent! + textWidth(line.text));
    const column = columnOf(widths);
    this.#block.forEach((line, i) => {
      line.text += " ".repeat(Math.max(GAP, column - widths[i]!)) + line.tail!;
      line.tail = undefined;
    });
    this.#block = [];
  }

  text(): string {
    this.#align();
    const lines = [...this.#lines.values()].sort((a, b) => a.source - b.source);
    const groups = commentGroups(lines);
    return lines.map((line, i) => printed(line, lines[i - 1], groups)).join("");
  }
}

function append(line: PageLine, text: string): void {
  if (line.tail === undefined) line.text += text;
  else line.tail += text;
}

function printed(
  line: PageLine,
  above: PageLine | undefined,
  groups: ReadonlyMap<PageLine, CommentGroup>,
): string {
  const group = groups.get(line);
  // The blank line before an article stands before the comments that introduce it.
  const introduced = above !== undefined && groups.get(above)?.introduces === line;
  const apart = group ? group.apart && group.first === line : line.apart && !introduced;
  const blank = above !== undefined && (apart || !touch(above, line)) ? "\n" : "";
  const indent = " ".repeat(group?.indent ?? line.indent ?? 0);
  const comment = line.comment === undefined ? "" : `${group ? "" : "  "}${line.comment}`;
  return `${blank}${indent}${line.text}${comment}\n`;
}

/** A chapter or an article: what stands apart in a printed regulation. */
function startsArticle(line: LogicalLine): boolean {
  if (line.kind === "chapter") return true;
  if (line.kind !== "label" || line.depth !== 0) return false;
  const { style } = (line.tokens[0] as LabelToken).label;
  return style === "article" || style === "enumerated" || style === "tortoise";
}
