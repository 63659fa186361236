import type { Position, Span } from "./span.ts";

/**
 * What ends a line. Besides the usual: the soft line and page breaks that a word processor leaves in pasted text, which
 * look like line ends there.
 */
export const LINE_BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;

/** A place for people, in a file. */
export interface WrittenPlace {
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
}

/** A place in a text that somebody wrote. */
export interface Located {
  readonly source: SourceText;
  readonly span: Span;
}

/** A text with a name and a line table. Immutable; knows lines and columns so that nothing else has to. */
export class SourceText {
  readonly name: string;
  readonly text: string;
  readonly #lineStarts: readonly number[];

  /** @param name how messages call the file; @param text its content, decoded, without a byte-order mark */
  constructor(name: string, text: string) {
    this.name = name;
    this.text = text;
    const starts = [0];
    for (const found of text.matchAll(LINE_BREAK)) starts.push(found.index + found[0].length);
    this.#lineStarts = starts;
  }

  /** How many lines there are. */
  get lineCount(): number {
    return this.#lineStarts.length;
  }

  /** Line and column (both from 1) of an offset; offsets past the end are clamped. */
  position(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    let high = this.#lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#lineStarts[middle]! <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: at - this.#lineStarts[low]! + 1 };
  }

  /** The text of a line (counted from 1) without its line end; empty when there is no such line. */
  line(number: number): string {
    const start = this.#lineStarts[number - 1];
    if (start === undefined) return "";
    const end = this.#lineStarts[number] ?? this.text.length;
    return this.text.slice(start, end).replace(/[\r\n\v\f\u0085\u2028\u2029]+$/, "");
  }

  /** The offset at which a line (counted from 1) starts. */
  lineStart(number: number): number {
    return this.#lineStarts[Math.max(0, Math.min(number - 1, this.#lineStarts.length - 1))]!;
  }

  /**
   * The written text that a span lies in, and where it lies there: for a text of its own that text. A text that was
   * composed of several (see composed-text.ts) knows which of them it is; messages show places only by this.
   */
  locate(span: Span): Located {
    return { source: this, span };
  }

  /** Where a span stands in the text that somebody wrote: file, and lines and columns from 1. */
  placeOf(span: Span): WrittenPlace {
    const { source, span: there } = this.locate(span);
    return {
      file: source.name,
      start: source.position(there.start),
      end: source.position(Math.max(there.start, there.end)),
    };
  }

  /** The text of a span. */
  slice(span: Span): string {
    return this.text.slice(span.start, span.end);
  }
}
