/**
 * The layout of a module: indentation, lines of a readable width, a comment at each mark, and the place in the
 * measure of every line. A line ends only where the code had one, or behind a bracket, a comma or a semicolon, so
 * no line end can end a statement that goes on.
 */
import type { Group, Item, Piece } from "./pieces.ts";

/** From this column of the line on (both from 0) the code comes from the place of the mark; 0: from none. */
export interface Segment {
  readonly line: number;
  readonly column: number;
  readonly mark: number;
}

export interface Laid {
  readonly text: string;
  readonly segments: readonly Segment[];
}

const WIDTH = 100;
/** Items up to this width share lines where there are many. */
const SHORT = 24;

/** @param comments by mark; null: the mark only says where the code comes from */
export function layout(program: Group, comments: readonly (string | null)[]): Laid {
  const printer = new Printer(comments);
  printer.statements(program, 0);
  return { text: printer.text(), segments: printer.segments };
}

class Printer {
  readonly segments: Segment[] = [];
  readonly #comments: readonly (string | null)[];
  readonly #lines: string[] = [];
  /** Widths of groups on one line; Infinity where they cannot be. */
  readonly #widths = new Map<Group, number>();
  #line = "";
  #mark = 0;

  constructor(comments: readonly (string | null)[]) {
    this.#comments = comments;
  }

  text(): string {
    return `${this.#lines.join("\n")}\n`;
  }

  /** Items on lines of their own; the last line stays open. */
  statements(group: Group, depth: number): void {
    const before = this.#mark;
    for (const item of group.items) {
      let { pieces } = item;
      while (pieces[0]?.kind === "mark") {
        this.#enter(pieces[0].mark);
        const comment = this.#comments[this.#mark];
        if (comment) this.#write(`// ${comment}`, depth);
        pieces = pieces.slice(1);
      }
      if (pieces.length === 0) continue;
      this.#start(depth);
      this.#item({ pieces, ends: item.ends }, depth);
      this.#add(item.ends);
      this.#end();
      if (!group.block) this.#enter(before);
    }
    this.#enter(before);
  }

  #enter(mark: number): void {
    this.#mark = mark;
  }

  #write(line: string, depth: number): void {
    this.#lines.push("  ".repeat(depth) + line);
  }

  #start(depth: number): void {
    this.#line = "  ".repeat(depth);
    this.#segment();
  }

  #segment(): void {
    this.segments.push({ line: this.#lines.length, column: this.#line.length, mark: this.#mark });
  }

  #add(text: string): void {
    this.#line += text;
  }

  #end(): void {
    this.#lines.push(this.#line.trimEnd());
    this.#line = "";
  }

  #item(item: Item, depth: number): void {
    const { pieces } = item;
    for (const [i, piece] of pieces.entries()) {
      if (piece.kind === "text") this.#add(i === 0 ? piece.text.trimStart() : piece.text);
      else if (piece.kind === "mark") {
        this.#enter(piece.mark);
        this.#segment();
      } else {
        const rest = pieces.slice(i + 1);
        const next = rest.findIndex((p) => p.kind === "group");
        const behind = (next < 0 ? rest : rest.slice(0, next)).reduce((n, p) => n + this.#width(p), 0);
        if (this.#line.length + this.#width(piece) + Math.min(behind, 20) <= WIDTH) this.#flat(piece);
        else this.#broken(piece, depth);
      }
    }
  }

  #flat(group: Group): void {
    const before = this.#mark;
    const pad = group.open === "{" && group.items.length > 0 ? " " : "";
    this.#add(group.open + pad);
    for (const [i, item] of group.items.entries()) {
      if (i > 0) this.#add(" ");
      for (const [k, piece] of item.pieces.entries()) {
        if (piece.kind === "group") this.#flat(piece);
        else if (piece.kind === "text") this.#add(trimmed(piece.text, k, item.pieces.length));
        else {
          this.#enter(piece.mark);
          this.#segment();
        }
      }
      if (i < group.items.length - 1 || group.block) this.#add(item.ends);
    }
    this.#add(pad + group.close);
    if (this.#mark !== before) {
      this.#enter(before);
      this.#segment();
    }
  }

  #broken(group: Group, depth: number): void {
    if (!group.block && group.items.length === 1 && group.items[0]!.pieces.every((p) => p.kind === "text")) {
      this.#flat(group);
      return;
    }
    this.#add(group.open);
    const only = group.items.length === 1 ? group.items[0]! : null;
    // f((r) => {…}) and ({…}) need no level for the parenthesis.
    if (only && !group.block && only.pieces.at(-1)?.kind === "group" && !this.#commented(only)) {
      const before = this.#mark;
      this.#item(only, depth);
      this.#enter(before);
    } else {
      this.#end();
      if (!group.block && group.items.length > 8 && group.items.every((i) => this.#isShort(i)))
        this.#fill(group, depth + 1);
      else this.statements(group, depth + 1);
      this.#start(depth);
    }
    this.#add(group.close);
  }

  #commented(item: Item): boolean {
    const first = item.pieces[0];
    return first?.kind === "mark" && (this.#comments[first.mark] ?? null) !== null;
  }

  #isShort(item: Item): boolean {
    return !this.#commented(item) && item.pieces.reduce((n, p) => n + this.#width(p), 0) <= SHORT;
  }

  #fill(group: Group, depth: number): void {
    this.#start(depth);
    for (const item of group.items) {
      const width = item.pieces.reduce((n, p) => n + this.#width(p), 0);
      if (this.#line.trim() !== "") {
        if (this.#line.length + width + 2 > WIDTH) {
          this.#end();
          this.#start(depth);
        } else this.#add(" ");
      }
      this.#item(item, depth);
      this.#add(item.ends);
    }
    this.#end();
  }

  #width(piece: Piece): number {
    if (piece.kind === "mark") return (this.#comments[piece.mark] ?? null) === null ? 0 : Infinity;
    if (piece.kind === "text") return piece.text.length;
    const known = this.#widths.get(piece);
    if (known !== undefined) return known;
    const { items, block } = piece;
    let width = piece.open === "{" ? 4 : 2;
    // Statements stand on lines of their own, but for a single one in braces.
    if (block && items.length > 1) width = Infinity;
    for (const item of items) width += item.pieces.reduce((n, p) => n + this.#width(p), 2);
    this.#widths.set(piece, width);
    return width;
  }
}

const trimmed = (text: string, index: number, count: number): string => {
  const start = index === 0 ? text.trimStart() : text;
  return index === count - 1 ? start.trimEnd() : start;
};
