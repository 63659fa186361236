import { type InCell, joinedCell } from "./in-cell.ts";

/** The cells of a row of a sheet as plain data, beside their texts. */
export interface PlainCells {
  /** A letter for what each cell is, a capital where it is joined with others; a blank for none. */
  readonly kinds: string;
  /** Numbers that are more than their text, by cell: as an identifier shows them, their day, and `1` for too many digits. */
  readonly numbers?: Readonly<Record<number, readonly [shown: string, day: string | null, inexact: 0 | 1]>>;
}

const LETTERS = { text: "t", number: "n", date: "d", truth: "b", error: "e", uncomputed: "u" } as const;

export function plainCells(cells: readonly (InCell | null)[]): PlainCells {
  let kinds = "";
  const numbers: Record<number, readonly [string, string | null, 0 | 1]> = {};
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i] ?? null;
    const letter = cell === null ? " " : LETTERS[cell.kind];
    kinds += cell?.joined ? letter.toUpperCase() : letter;
    if (cell?.kind !== "number" || (cell.shown === cell.text && cell.day === null && !cell.inexact)) continue;
    numbers[i] = [cell.shown, cell.day, cell.inexact ? 1 : 0];
  }
  return Object.keys(numbers).length === 0 ? { kinds } : { kinds, numbers };
}

/** A cell again. @param texts of all cells of the row */
export function cellOf(texts: readonly string[], cells: PlainCells, index: number): InCell | null {
  const letter = cells.kinds[index] ?? " ";
  const plain = letter.toLowerCase();
  const cell = contentOf(plain, texts[index] ?? "", cells.numbers?.[index]);
  return plain === letter ? cell : joinedCell(cell);
}

function contentOf(
  letter: string,
  text: string,
  number: readonly [shown: string, day: string | null, inexact: 0 | 1] | undefined,
): InCell | null {
  switch (letter) {
    case "t":
      return { kind: "text", text };
    case "n": {
      const [shown, day, inexact] = number ?? [text, null, 0];
      return { kind: "number", text, shown, day, inexact: inexact === 1 };
    }
    case "d":
      return { kind: "date", text };
    case "b":
      return { kind: "truth", text };
    case "e":
      return { kind: "error", text };
    case "u":
      return { kind: "uncomputed", text };
  }
  return null;
}
