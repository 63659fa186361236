import type { LabelToken } from "../parser/lexer.ts";
import type { LogicalLine } from "../parser/lines.ts";
import type { ParseResult } from "../parser/parse.ts";
import type { SourceText } from "../source/source-text.ts";
import { gapsOf } from "./spacing.ts";
import type { Word, Writer } from "./words.ts";

/**
 * Lines of the source → lines of the page. Breaks inside a statement stay where the author put them; only
 * indentation, blank lines and the space inside a line are settled here. Working line by line keeps every
 * comment where it was: at the end of its line, or on a line of its own.
 */

/** One line of the page; `source` is the line it comes from. */
interface PageLine {
  readonly source: number;
  /** Columns. Comment lines get theirs from their neighbours. */
  indent: number;
  text: string;
  comment: string | undefined;
  /** Starts an article, a chapter or a data block, or ends the latter. */
  readonly apart: boolean;
}

const STEP = 2;
/** Continuation lines stand further in than what hangs below the statement. */
const CONTINUATION = 2 * STEP;

/** The whole text, ending in a line feed. */
export function pageOf(source: SourceText, { lines }: ParseResult, writer: Writer): string {
  const page = new Page(source, writer);
  for (const line of lines) page.add(line);
  return page.text();
}

class Page {
  readonly #source: SourceText;
  readonly #writer: Writer;
  readonly #lines = new Map<number, PageLine>();
  /** Inside 对象 or 记录: the depth of their fields. */
  #fields: number | undefined;

  constructor(source: SourceText, writer: Writer) {
    this.#source = source;
    this.#writer = writer;
  }

  add(line: LogicalLine): void {
    const { kind } = line;
    if (kind !== "comment") {
      const leavesBlock = this.#fields !== undefined && kind !== "field" && kind !== "note";
      const first = line.tokens[0]!;
      const opensBlock = kind === "statement" && (first.kind === "Subject" || first.kind === "Record");
      if (leavesBlock) this.#fields = undefined;
      // A note among the fields stands with them.
      const depth = kind === "note" ? (this.#fields ?? line.depth) : line.depth;
      if (opensBlock) this.#fields = line.depth + 1;
      this.#put(line, Math.max(0, depth) * STEP, leavesBlock || opensBlock || startsArticle(line));
    }
    for (const comment of line.comments) {
      const { line: number } = this.#source.position(comment.span.start);
      const text = `#${comment.text.slice(1).trimEnd()}`;
      const host = this.#lines.get(number);
      if (host) host.comment = text;
      else this.#lines.set(number, { source: number, indent: -1, text: "", comment: text, apart: false });
    }
  }

  #put(line: LogicalLine, indent: number, apart: boolean): void {
    const words = this.#writer.words(line);
    const gaps = gapsOf(words);
    let current: PageLine | undefined;
    words.forEach((word: Word, i) => {
      const number = word.token.line;
      if (current?.source === number) {
        current.text += gaps[i]! + word.text;
        return;
      }
      // A note behind a statement stays on its line.
      const host = this.#lines.get(number);
      if (host) {
        host.text += ` ${word.text}`;
        current = host;
        return;
      }
      const first = i === 0;
      const column = first ? indent : indent + CONTINUATION;
      current = {
        source: number,
        indent: column,
        text: word.text,
        comment: undefined,
        apart: first && apart,
      };
      this.#lines.set(number, current);
    });
  }

  text(): string {
    const lines = [...this.#lines.values()].sort((a, b) => a.source - b.source);
    const groups = commentGroups(lines);
    let out = "";
    lines.forEach((line, i) => {
      const above = lines[i - 1];
      const group = groups.get(line);
      // The blank line before an article stands before the comments that introduce it.
      const introduced = above !== undefined && groups.get(above)?.host === line;
      const apart = group ? group.apart && group.first === line : line.apart && !introduced;
      if (above && (apart || !touch(above, line))) out += "\n";
      const comment = line.comment === undefined ? "" : `${line.text === "" ? "" : "  "}${line.comment}`;
      out += `${" ".repeat(group ? group.indent : line.indent)}${line.text}${comment}\n`;
    });
    return out;
  }
}

interface CommentGroup {
  readonly first: PageLine;
  /** The line the comments introduce; undefined when they close what stands above. */
  readonly host: PageLine | undefined;
  readonly indent: number;
  readonly apart: boolean;
}

/**
 * Comment lines without a blank line between them, and what they belong to: what follows, unless a blank line
 * parts them from it and none from what stands above.
 */
function commentGroups(lines: readonly PageLine[]): Map<PageLine, CommentGroup> {
  const groups = new Map<PageLine, CommentGroup>();
  let next: PageLine | undefined;
  for (let end = lines.length - 1; end >= 0; end--) {
    const last = lines[end]!;
    if (last.indent >= 0) {
      next = last;
      continue;
    }
    let start = end;
    while (start > 0 && lines[start - 1]!.indent < 0 && touch(lines[start - 1]!, lines[start]!)) start--;
    const above = lines[start - 1];
    const closes = above !== undefined && above.indent >= 0 && touch(above, lines[start]!);
    const introduces = next !== undefined && touch(last, next);
    const group: CommentGroup = {
      first: lines[start]!,
      host: introduces ? next : undefined,
      indent: closes && !introduces ? above.indent : (next?.indent ?? 0),
      apart: introduces && next!.apart,
    };
    for (let k = start; k <= end; k++) groups.set(lines[k]!, group);
    end = start;
  }
  return groups;
}

function touch(a: PageLine, b: PageLine): boolean {
  return b.source - a.source === 1;
}

/** A chapter or an article: what stands apart in a printed regulation. */
function startsArticle(line: LogicalLine): boolean {
  if (line.kind === "chapter") return true;
  if (line.kind !== "label" || line.depth !== 0) return false;
  const { style } = (line.tokens[0] as LabelToken).label;
  return style === "article" || style === "enumerated" || style === "tortoise";
}
