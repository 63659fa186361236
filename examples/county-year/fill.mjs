/**
 * Plays the departments of the example: fills in the forms that `banfa template --by-source` made, each with its own
 * columns, and hands them back. Every value follows from the identifier and the heading alone, so that two departments that
 * report the same fact agree, and the same forms are filled in the same way on every machine.
 *
 *   node examples/county-year/fill.mjs roster FILE           the roster: 48 leaders in 6 counties
 *   node examples/county-year/fill.mjs forms FROM TO         as they first came back: one slip, one gap
 *   node examples/county-year/fill.mjs mended FROM TO        after the departments were asked again
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readXlsx, writeXlsx } from "hucre/xlsx";

/** The leaders: six counties, eight settlement points each. */
const leaders = Array.from({ length: 48 }, (_, i) => {
  const county = String(Math.floor(i / 8) + 1).padStart(2, "0");
  const point = String((i % 8) + 1).padStart(2, "0");
  return { id: `L${county}${point}`, county: `县${county}`, point: `县${county}-${point}号点` };
});

/** @param {string} text @returns a number from 0 to 1 that follows from the text (FNV-1a, then mixed) */
function chance(text) {
  let h = 0x811c9dc5;
  for (const c of text) h = Math.imul(h ^ (c.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  h = Math.imul(h ^ (h >>> 16), 0x45d9f3b) >>> 0;
  h = Math.imul(h ^ (h >>> 16), 0x45d9f3b) >>> 0;
  return ((h ^ (h >>> 16)) >>> 0) / 2 ** 32;
}

/** About normal, from 0 to 1. @param {string} text */
const bell = (text) => (chance(`${text} 1`) + chance(`${text} 2`) + chance(`${text} 3`)) / 3;
/** @param {number} n */
const round = (n) => Math.round(n * 100) / 100;
/**
 * The first of the words whose share is reached; the last for all the rest.
 * @param {string} text
 * @param {...[word: string, share: number]} shares
 */
function oneOf(text, ...shares) {
  let left = chance(text);
  for (const [word, share] of shares) {
    left -= share;
    if (left < 0) return word;
  }
  return shares.at(-1)?.[0] ?? "";
}

/**
 * What is reported of one leader under one heading.
 * @param {string} id
 * @param {string | undefined} heading
 */
function value(id, heading) {
  const key = `${id} ${heading}`;
  switch (heading) {
    case "平时考核分":
      return round(17 + bell(key) * 14);
    case "年终考核分":
      return round(36 + bell(key) * 38);
    case "建房进度":
      return round(Math.min(100, 25 + bell(key) * 130));
    case "安全事故":
      return oneOf(key, ["损失较大", 0.03], ["损失严重", 0.02], ["无", 1]);
    case "资金问题":
      return oneOf(key, ["违反规定", 0.04], ["无", 1]);
    case "监管问题":
      return oneOf(key, ["通报督办", 0.06], ["问责", 0.02], ["无", 1]);
    case "弄虚作假":
      return oneOf(key, ["是", 0.02], ["否", 1]);
    case "违纪违法":
      return oneOf(key, ["是", 0.02], ["否", 1]);
    default:
      return null;
  }
}

/** The name above a column, without its unit and its hints. @param {unknown} heading */
const nameOf = (heading) => (String(heading ?? "").split(/[（\n]/)[0] ?? "").trim();

/**
 * @param {string} from
 * @param {string} to
 * @param {boolean} mended
 */
async function fill(from, to, mended) {
  mkdirSync(to, { recursive: true });
  for (const file of readdirSync(from).filter((f) => f.endsWith(".xlsx"))) {
    const form = await readXlsx(readFileSync(join(from, file)));
    const sheets = form.sheets.map(({ name, rows }) => {
      const [head = [], ...body] = rows;
      const names = head.map(nameOf);
      if (names[0] !== "编号") return { name, rows };
      const filled = body
        .filter((row) => row[0] !== null && row[0] !== "")
        .map((row) =>
          row.map((cell, i) => {
            if (cell !== null && cell !== "") return cell;
            if (!mended && row[0] === "L0203" && names[i] === "平时考核分") return 31.5;
            if (!mended && row[0] === "L0405" && names[i] === "年终考核分") return null;
            return value(String(row[0]), names[i]);
          }),
        );
      return { name, rows: [head, ...filled] };
    });
    writeFileSync(join(to, file), await writeXlsx({ sheets }));
  }
}

const [what, from = "", to = ""] = process.argv.slice(2);
if (what === "roster") {
  const lines = leaders.map((l) => `${l.id},市01,${l.county},${l.point}`);
  writeFileSync(from, `编号,设区市,县,安置点\n${lines.join("\n")}\n`);
} else await fill(from, to, what === "mended");
