/**
 * Places in a text. Offsets count UTF-16 code units of the text *as the user wrote it* (before any
 * normalisation), so an editor, a terminal and a diff agree about where something stands.
 */

/** A half-open range `[start, end)` of offsets into the text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A place for people: line and column count from 1, columns count characters of that line. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export const NO_SPAN: Span = { start: 0, end: 0 };

/** The smallest span that holds both. */
export function join(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}
