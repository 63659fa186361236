/**
 * A sheet of a workbook as a page, about as a spreadsheet shows it: for the pictures of forms where no office suite is at hand.
 * What it shows is read back from the workbook: widths, fills, notes, and the rule of the cell that is chosen.
 */
import { readFileSync } from "node:fs";
import { readXlsx } from "hucre/xlsx";

const html = (text) => String(text).replace(/[&<>"]/g, (c) => `&#${c.codePointAt(0)};`);
const letters = (i) => String.fromCharCode(65 + i);

/** @param left rows after the header that are not shown; @param chosen [row, column] of the cell whose list and message are shown; @param note [row, column] whose comment is */
export async function sheetPage(
  path,
  name,
  { rows: most = 12, columns: widest = 14, left = 0, chosen, note },
) {
  const { sheets } = await readXlsx(readFileSync(path), { readStyles: true });
  const sheet = sheets.find((s) => s.name === name);
  if (sheet === undefined) throw new Error(`${path} has no sheet ${name}`);
  const width = Math.min(widest, Math.max(...sheet.rows.map((r) => r.length)));
  const covered = new Set();
  const merged = new Map();
  for (const m of sheet.merges ?? []) {
    merged.set(`${m.startRow},${m.startCol}`, m);
    for (let r = m.startRow; r <= m.endRow; r++)
      for (let c = m.startCol; c <= m.endCol; c++)
        if (r !== m.startRow || c !== m.startCol) covered.add(`${r},${c}`);
  }
  const cell = (r, c) => {
    if (covered.has(`${r},${c}`)) return "";
    const { value, style = {}, comment } = sheet.cells?.get(`${r},${c}`) ?? {};
    const shown = value ?? sheet.rows[r]?.[c] ?? "";
    const css = [
      style.fill?.fgColor?.rgb && `background:#${style.fill.fgColor.rgb.slice(-6)}`,
      style.font?.bold && "font-weight:bold",
      style.font?.size && `font-size:${style.font.size * 1.2}px`,
      style.font?.color?.rgb && `color:#${style.font.color.rgb.slice(-6)}`,
      style.alignment?.horizontal && `text-align:${style.alignment.horizontal}`,
      // A text that is not wrapped runs over the empty cells beside it.
      `white-space:${style.alignment?.wrapText || String(shown).includes("\n") ? "pre-wrap" : "pre"}`,
    ].filter(Boolean);
    const isChosen = chosen?.[0] === r && chosen[1] === c;
    const inside = `${html(shown)}${comment ? "<i></i>" : ""}${isChosen ? bubble(ruleAt(sheet, r, c)) : ""}${
      note?.[0] === r && note[1] === c && comment ? `<div class="note">${html(comment.text)}</div>` : ""
    }`;
    const m = merged.get(`${r},${c}`);
    const span = m ? ` colspan="${m.endCol - m.startCol + 1}" rowspan="${m.endRow - m.startRow + 1}"` : "";
    return `<td${span}${isChosen ? ' class="chosen"' : ""} style="${css.join(";")}">${inside}</td>`;
  };
  const row = (r) =>
    `<tr><th>${r + 1}</th>${Array.from({ length: width }, (_, c) => cell(r, c)).join("")}</tr>`;
  const heads = Array.from({ length: width }, (_, c) => `<th>${letters(c)}</th>`).join("");
  const widths = Array.from(
    { length: width },
    (_, c) => `<col style="width:${Math.round((sheet.columns?.[c]?.width ?? 10) * 7.5)}px">`,
  ).join("");
  const tabs = sheets.map((s) => `<b class="${s === sheet ? "on" : ""}">${html(s.name)}</b>`).join("");
  const body = Array.from({ length: Math.min(most, sheet.rows.length) }, (_, r) =>
    r >= 1 && r <= left ? "" : row(r),
  ).join("");
  return `<!doctype html><meta charset="utf-8"><style>${STYLE}</style><table><colgroup><col style="width:30px">${widths}</colgroup>
<tr><th></th>${heads}</tr>${body}</table><p>${tabs}</p>`;
}

/** The rule of a cell: `E2:E1048576` holds for all its rows. */
const ruleAt = (sheet, r, c) =>
  (sheet.dataValidations ?? []).find((v) => v.range.startsWith(`${letters(c)}2:`) && r >= 1);

function bubble(rule) {
  if (rule === undefined) return "";
  const given = rule.values ?? (/^"/.test(rule.formula1 ?? "") ? rule.formula1.slice(1, -1).split(",") : []);
  const list = given.map((v) => `<li>${html(v)}</li>`).join("");
  const message = `<b>${html(rule.inputTitle)}</b>\n${html(rule.inputMessage)}`;
  return `<div class="list">${list && `<ul>${list}</ul>`}<div class="message">${message}</div></div>`;
}

const STYLE = `
body{margin:0;background:#fff;font:14px/1.4 "Noto Sans CJK SC","WenQuanYi Zen Hei",sans-serif}
table{border-collapse:collapse;table-layout:fixed;width:0}
td,th{border:1px solid #d4d4d4;padding:3px 6px;height:20px;position:relative}
th{background:#f3f3f3;color:#555;font-weight:normal}
td{vertical-align:middle}td i{position:absolute;right:0;top:0;border:4px solid;border-color:#c00 #c00 transparent transparent}
td.chosen{outline:2px solid #217346;outline-offset:-1px}
.list{position:absolute;left:0;top:100%;z-index:2;display:flex;gap:8px;align-items:flex-start;text-align:left;color:#000;font-weight:normal}
ul{margin:0;padding:2px 0;list-style:none;border:1px solid #888;background:#fff;min-width:110px}
li{padding:1px 8px}li:first-child{background:#cce8d5}
.message,.note{border:1px solid #888;background:#ffffe1;padding:4px 8px;white-space:pre-wrap;width:230px}
.note{position:absolute;left:calc(100% + 8px);top:0;z-index:3;text-align:left;color:#000;font-weight:normal;font-size:13px;width:330px}
p{margin:8px 0 0 30px}p b{font-weight:normal;border:1px solid #d4d4d4;border-top:0;padding:3px 14px;color:#555}
p b.on{color:#217346;font-weight:bold;border-bottom:2px solid #217346}`;
