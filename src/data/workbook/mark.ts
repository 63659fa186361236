import { type Cell, openXlsx, saveXlsx } from "hucre/xlsx";
import { unpackedParts } from "./guard.ts";
import { sheetName } from "./names.ts";
import { STYLES, type StyleName } from "./styles.ts";
import type { OutCell } from "./write.ts";
import { ZipOut } from "./zip-out.ts";

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
  // The library draws pictures anew and leaves out the charts beside them; without pictures it keeps the drawing as it is.
  const mixed = workbook.sheets.filter((s) => s.charts?.length && s.images?.length);
  for (const sheet of mixed) delete sheet.images;
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
  const saved = await saveXlsx(workbook);
  return mixed.length > 0 ? withPictures(saved, bytes) : saved;
}

const TYPES = "[Content_Types].xml";
const PICTURES = "xl/media/";
const DRAWINGS = "xl/drawings/_rels/";

/** The pictures of drawings that were kept, under names of their own: others may have theirs by now. */
async function withPictures(saved: Uint8Array, original: Uint8Array): Promise<Uint8Array> {
  const [parts, before] = [unpackedParts(saved), unpackedParts(original)];
  let types = parts.get(TYPES)?.toString("utf8") ?? "";
  for (const [name, content] of [...parts]) {
    const relations = content.toString("utf8");
    // Drawn anew, it would have no chart.
    if (!name.startsWith(DRAWINGS) || !relations.includes("/charts/")) continue;
    const own = relations.replace(/"[^"]{0,20}\/media\/([^"/]{1,80})"/g, (found, picture: string) => {
      const bytes = before.get(`${PICTURES}${picture}`);
      if (bytes === undefined) return found;
      parts.set(`${PICTURES}kept-${picture}`, bytes);
      const ending = picture.slice(picture.lastIndexOf(".") + 1).toLowerCase();
      if (/^[a-z]{2,5}$/.test(ending) && !types.includes(`Extension="${ending}"`)) {
        const type = `<Default Extension="${ending}" ContentType="image/${ending === "jpg" ? "jpeg" : ending}"/>`;
        types = types.replace(/<Types[^<>]*>/, (opened) => `${opened}${type}`);
      }
      return `"/${PICTURES}kept-${picture}"`;
    });
    parts.set(name, Buffer.from(own, "utf8"));
  }
  parts.set(TYPES, Buffer.from(types, "utf8"));
  const out: Uint8Array[] = [];
  const zip = new ZipOut((piece) => out.push(piece));
  for (const [name, content] of parts) await zip.part(name, [content]);
  zip.end();
  return Buffer.concat(out);
}
