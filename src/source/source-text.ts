import type { Position, Span } from "./span.ts";

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
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i);
      if (c === 13 && text.charCodeAt(i + 1) === 10) continue; // CRLF: the LF that follows ends the line
      if (c === 10 || c === 13) starts.push(i + 1);
    }
    this.#lineStarts = starts;
  }

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
    return this.text.slice(start, end).replace(/[\r\n]+$/, "");
  }

  /** The offset at which a line (counted from 1) starts. */
  lineStart(number: number): number {
    return this.#lineStarts[Math.max(0, Math.min(number - 1, this.#lineStarts.length - 1))]!;
  }

  slice(span: Span): string {
    return this.text.slice(span.start, span.end);
  }
}
