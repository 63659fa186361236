import { type Located, SourceText } from "./source-text.ts";
import type { Span } from "./span.ts";

/**
 * A text put together from pieces of other texts, as the consolidated text of a regulation is put together from the
 * regulation and what amended it. It is read like any text; only {@link SourceText.locate} tells the difference.
 */

/** A piece of a text, word for word; or words of our own (`text`) that stand for that place. */
export interface Piece<Mark> {
  readonly source: SourceText;
  readonly span: Span;
  readonly text?: string;
  /** What whoever composed the text wants to know of the piece. */
  readonly mark: Mark;
}

export class ComposedText<Mark = unknown> extends SourceText {
  readonly pieces: readonly Piece<Mark>[];
  /** Where each piece starts, rising. */
  readonly #starts: readonly number[];

  /** @param name how messages call the whole where they name no piece */
  constructor(name: string, pieces: readonly Piece<Mark>[]) {
    const words = pieces.map(wordsOf);
    super(name, words.join(""));
    this.pieces = pieces;
    const starts: number[] = [];
    let at = 0;
    for (const w of words) {
      starts.push(at);
      at += w.length;
    }
    this.#starts = starts;
  }

  /** Every text it is made of, in the order of their first piece. */
  get sources(): readonly SourceText[] {
    return [...new Set(this.pieces.map((p) => p.source))];
  }

  /** The mark of the piece at an offset. */
  markAt(offset: number): Mark | undefined {
    return this.pieces[this.#indexAt(offset)]?.mark;
  }

  override locate(span: Span): Located {
    const first = this.#indexAt(span.start);
    const piece = this.pieces[first];
    if (piece === undefined) return { source: this, span };
    const { source } = piece;
    const start = this.#offsetIn(first, span.start);
    if (span.end <= span.start) return { source, span: { start, end: start } };
    // What reaches into another text ends, for a reader, with the piece that it starts in.
    const last = this.#indexAt(span.end - 1);
    const there = this.pieces[last]!;
    const end = there.text !== undefined ? there.span.end : this.#offsetIn(last, span.end - 1) + 1;
    return there.source === source && end >= start
      ? { source, span: { start, end } }
      : { source, span: { start, end: piece.span.end } };
  }

  /** The pieces that a stretch of this text is made of. */
  cut(span: Span): Piece<Mark>[] {
    const found: Piece<Mark>[] = [];
    for (let i = this.#indexAt(span.start); i < this.pieces.length; i++) {
      const piece = this.pieces[i]!;
      const from = this.#starts[i]!;
      if (from >= span.end) break;
      const length = wordsOf(piece).length;
      const low = Math.max(span.start - from, 0);
      const high = Math.min(span.end - from, length);
      if (high <= low) continue;
      if (piece.text !== undefined) found.push({ ...piece, text: piece.text.slice(low, high) });
      else found.push({ ...piece, span: { start: piece.span.start + low, end: piece.span.start + high } });
    }
    return found;
  }

  #indexAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #offsetIn(index: number, offset: number): number {
    const { span, text } = this.pieces[index]!;
    if (text !== undefined) return span.start;
    return Math.min(span.start + Math.max(0, offset - this.#starts[index]!), span.end);
  }
}

const wordsOf = ({ source, span, text }: Piece<unknown>): string => text ?? source.slice(span);

/** The pieces of a stretch of any text; one without pieces of its own is one piece with this mark. */
export function piecesOf<Mark>(source: SourceText, span: Span, mark: Mark): Piece<Mark>[] {
  if (span.end <= span.start) return [];
  if (source instanceof ComposedText) return (source as ComposedText<Mark>).cut(span);
  return [{ source, span, mark }];
}
