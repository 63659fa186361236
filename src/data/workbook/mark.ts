import { type Cell, openXlsx, saveXlsx } from "hucre/xlsx";
import { sheetName } from "./names.ts";
import { STYLES, type StyleName } from "./styles.ts";
import type { OutCell } from "./write.ts";

/** A copy of a workbook with remarks at its cells: everything else in it stays as it is. */

export interface Mark {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly style: StyleName;
  readonly text: string;
}

/** @param list a sheet with all remarks, put behind the others */
export async function markedCopy(
  bytes: Uint8Array,
  marks: readonly Mark[],
  list: {
    readonly name: string;
    readonly rows: readonly (readonly OutCell[])[];
    readonly widths: readonly number[];
  },
): Promise<Uint8Array> {
  const workbook = await openXlsx(bytes, { readStyles: true });
  for (const mark of marks) {
    const sheet = workbook.sheets.find((s) => s.name === mark.sheet);
    if (sheet === undefined) continue;
    sheet.cells ??= new Map();
    const key = `${mark.row},${mark.column}`;
    while (sheet.rows.length <= mark.row) sheet.rows.push([]);
    const value = sheet.rows[mark.row]?.[mark.column] ?? null;
    const cell: Cell = sheet.cells.get(key) ?? { value, type: value === null ? "empty" : "string" };
    const { fill, ...look } = STYLES[mark.style] as { readonly fill?: object };
    cell.style = { ...cell.style, ...look, ...(fill && { fill: fill as never }) };
    const before = cell.comment?.text;
    cell.comment = { author: "banfa", text: before ? `${before}\n${mark.text}` : mark.text };
    sheet.cells.set(key, cell);
  }
  const taken = new Set(workbook.sheets.map((s) => s.name.toLowerCase()));
  const cells = new Map<string, Cell>();
  const rows = list.rows.map((row, r) =>
    row.map((cell, c) => {
      if (typeof cell !== "object" || cell === null) return cell;
      const { value } = cell;
      cells.set(`${r},${c}`, {
        value,
        type: "string",
        ...(cell.style && { style: STYLES[cell.style] }),
        ...(cell.to && { hyperlink: { target: "", location: cell.to } }),
      });
      return value;
    }),
  );
  // One that an earlier check left behind is out of date.
  workbook.sheets = workbook.sheets.filter((s) => s.name !== list.name);
  taken.delete(list.name.toLowerCase());
  workbook.sheets.push({
    name: sheetName(list.name, taken),
    rows,
    cells,
    columns: list.widths.map((width) => ({ width })),
    freezePane: { rows: 1 },
    view: { tabColor: { rgb: "C00000" } },
  });
  return saveXlsx(workbook);
}
