import { padEnd, padStart, textWidth, visible, withoutColour, wrap } from "../diagnostics/width.ts";

/**
 * Tables for the terminal: columns lined up under East-Asian widths, without rules, two spaces apart.
 * Text from users' files becomes harmless here (`visible`), so callers pass it as it is.
 */

export interface Column {
  readonly head?: string;
  readonly align?: "left" | "right";
}

export interface TableOptions {
  readonly indent?: number;
  /** Columns available; the last column is wrapped into what is left. */
  readonly columns: number;
  readonly head?: (text: string) => string;
}

/**
 * Lines of a table; colours in cells are kept. A row of one cell is a heading that spans the columns. The
 * smallest room of the last column is 16 columns.
 */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  options: TableOptions,
): string[] {
  const margin = " ".repeat(options.indent ?? 0);
  const headed = columns.some((c) => c.head !== undefined);
  const heads = columns.map((c) => c.head ?? "");
  const isHeading = (row: readonly string[]) => row.length === 1 && columns.length > 1;
  const cells = rows.map((row) =>
    isHeading(row) ? [harmless(row[0]!)] : columns.map((_, i) => harmless(row[i] ?? "")),
  );
  const body = cells.filter((row) => !isHeading(row));
  const widths = columns.map((_, i) =>
    Math.max(textWidth(heads[i]!), ...body.map((row) => textWidth(row[i]!)), 0),
  );
  const last = columns.length - 1;
  const before = widths.slice(0, last).reduce((sum, w) => sum + w + 2, margin.length);
  const room = Math.max(16, options.columns - before);

  const lines: string[] = [];
  const put = (row: readonly string[], paint: (text: string) => string) => {
    const tail =
      columns[last]!.align === "right" ? [padStart(row[last]!, widths[last]!)] : fold(row[last]!, room);
    tail.forEach((text, line) => {
      const front = columns.slice(0, last).map((c, i) => {
        const cell = line === 0 ? row[i]! : "";
        return c.align === "right" ? padStart(cell, widths[i]!) : padEnd(cell, widths[i]!);
      });
      lines.push(margin + paint([...front, text].join("  ").trimEnd()));
    });
  };
  if (headed) put(heads, options.head ?? ((text) => text));
  for (const row of cells) {
    if (isHeading(row)) lines.push(margin + row[0]!);
    else put(row, (text) => text);
  }
  return lines;
}

/** Coloured text is not folded: it is short, and folding would cut its escape sequences. */
function fold(text: string, room: number): string[] {
  if (textWidth(text) <= room || withoutColour(text) !== text) return [text];
  const items = text.split(/(?<=、)/);
  return items.every((item) => textWidth(item) <= room) ? pack(items, room) : wrap(text, room);
}

/** An enumeration breaks between its items. */
function pack(items: readonly string[], room: number): string[] {
  const lines = [""];
  for (const item of items) {
    if (textWidth(lines.at(-1)! + item) > room) lines.push("");
    lines[lines.length - 1] += item;
  }
  return lines;
}

/** The sequences of `ansiPaint`; a cell that came coloured by us keeps these, and only these. */
const OWN_COLOUR = /(\u001b\[(?:1|2|22|31|32|33|36|39)m)/;

/** Makes control characters visible but keeps the colours the tools themselves have put in. */
function harmless(text: string): string {
  return text
    .split(OWN_COLOUR)
    .map((part, i) => (i % 2 === 1 ? part : visible(part).replace(/[\n\t]/g, " ")))
    .join("");
}

/** `label  text` lines with the text wrapped under itself; the labels share one width. */
export function account(rows: readonly (readonly [string, string])[], options: TableOptions): string[] {
  return table([{}, {}], rows, options);
}
