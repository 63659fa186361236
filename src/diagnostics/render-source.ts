import type { SourceText } from "../source/source-text.ts";
import type { Span } from "../source/span.ts";
import type { Paint } from "./render-paint.ts";
import { charWidth, textWidth, truncate, visible } from "./width.ts";

/** The line of a measure in which something stands, with the spot marked in the line below it. */

const TAB = 4;

export interface Excerpt {
  readonly lines: readonly string[];
  /** Columns of the line-number column, for what is printed below the excerpt. */
  readonly gutter: number;
}

/**
 * @param mark the character that underlines
 * @param columns columns available; a longer line is cut around the spot
 * @param gutter smallest width of the line-number column
 */
export function excerpt(
  of: SourceText,
  at: Span,
  mark: string,
  colour: (text: string) => string,
  paint: Paint,
  columns: number,
  gutter = 0,
): Excerpt {
  const { source, span } = of.locate(at);
  const start = source.position(span.start);
  const end = source.position(Math.max(span.start, span.end));
  const raw = source.line(start.line);
  const from = Math.min(start.column - 1, raw.length);
  // A span over several lines is underlined to the end of its first line: that is where the eye must go.
  const to = end.line > start.line ? raw.trimEnd().length : Math.min(end.column - 1, raw.length);

  const before = expand(raw.slice(0, from), 0);
  const inside = expand(raw.slice(from, Math.max(from, to)), textWidth(before));
  const after = expand(raw.slice(Math.max(from, to)), textWidth(before) + textWidth(inside));
  const number = String(start.line);
  const width = Math.max(number.length, gutter);
  const view = cut(before, inside, after, Math.max(20, columns - width - 3));

  const more = end.line > start.line ? ` …${end.line}:${end.column}` : "";
  const underline = mark.repeat(Math.max(1, textWidth(view.inside)));
  const bar = paint.faint("|");
  return {
    gutter: width,
    lines: [
      `${" ".repeat(width)} ${bar}`,
      `${paint.faint(number.padStart(width))} ${bar} ${view.before + view.inside + view.after}`.trimEnd(),
      `${" ".repeat(width)} ${bar} ${" ".repeat(textWidth(view.before))}${colour(underline)}${paint.faint(more)}`,
    ],
  };
}

/** Tabs become spaces up to the next stop, what a terminal would not show becomes visible. */
function expand(text: string, column: number): string {
  let out = "";
  let at = column;
  for (const c of text) {
    const shown = c === "\t" ? " ".repeat(TAB - (at % TAB)) : visible(c);
    out += shown;
    at += textWidth(shown);
  }
  return out;
}

/** Keeps the spot and as much around it as fits into `room` columns. */
function cut(before: string, inside: string, after: string, room: number) {
  if (textWidth(before) + textWidth(inside) + textWidth(after) <= room) return { before, inside, after };
  const marked = truncate(inside, room);
  const left = keepEnd(before, Math.min(textWidth(before), Math.floor((room - textWidth(marked)) / 2)));
  const right = truncate(after, room - textWidth(marked) - textWidth(left));
  return { before: left, inside: marked, after: right };
}

function keepEnd(text: string, room: number): string {
  if (textWidth(text) <= room) return text;
  let kept = "";
  let used = 1;
  for (const c of [...text].reverse()) {
    used += charWidth(c.codePointAt(0)!);
    if (used > room) break;
    kept = c + kept;
  }
  return room < 1 ? "" : `…${kept}`;
}
