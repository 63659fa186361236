import { html } from "../../report/html.ts";
import {
  type Consequence,
  type Impact,
  type Moved,
  NOT_ASSESSED,
  type Transition,
  UNDETERMINED,
} from "../impact.ts";
import { IMPACT_WORDS } from "../sentences.ts";

/** The impact on a cohort as part of the page of changes; the matrix is a picture drawn here. */

type Words = (typeof IMPACT_WORDS)["zh" | "en"];

export function impactHtml(impact: Impact, language: "zh" | "en"): string {
  const words = IMPACT_WORDS[language];
  const out = [`<h2>${words.title}</h2>`, `<p class="note">${impact.subjects} ${words.subjects}</p>`];
  for (const t of impact.scales) out.push(`<h3>${html(t.kind)} · ${html(t.scale)}</h3>`, matrix(t, words));
  out.push(`<h3>${words.moved} (${impact.moved.length})</h3>`);
  out.push(impact.moved.length === 0 ? `<p>${words.nobody}</p>` : moves(impact.moved, words));
  for (const [title, list] of [
    [words.gained, impact.gained],
    [words.lost, impact.lost],
  ] as const)
    if (list.length > 0) out.push(`<h3>${title} (${list.length})</h3>`, consequences(list, words));
  return out.join("\n");
}

export function gradeName(grade: string, words: Words): string {
  return grade === UNDETERMINED ? words.undetermined : grade === NOT_ASSESSED ? words.notAssessed : grade;
}

const CELL = { width: 96, height: 46 };
const LEFT = 150;
const TOP = 64;

/** Up is blue and plain, down is orange and hatched, so that neither colour nor a printer's grey is needed to tell them. */
function matrix(t: Transition, words: Words): string {
  const n = t.grades.length;
  const [width, height] = [LEFT + n * CELL.width + 12, TOP + n * CELL.height + 12];
  const out = [
    `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${html(`${t.kind} ${t.scale}`)}" font-family="inherit" font-size="14">`,
    '<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="#fff"/><rect width="2.4" height="6" fill="#f1a340"/></pattern></defs>',
    `<text x="${LEFT + (n * CELL.width) / 2}" y="18" text-anchor="middle" fill="#5b6470">${words.to} →</text>`,
    `<text x="8" y="${TOP - 12}" fill="#5b6470">${words.from} ↓</text>`,
  ];
  for (const [i, grade] of t.grades.entries()) {
    const name = html(shorten(gradeName(grade, words)));
    const [x, y] = [LEFT + i * CELL.width, TOP + i * CELL.height];
    out.push(`<text x="${x + CELL.width / 2}" y="${TOP - 12}" text-anchor="middle">${name}</text>`);
    out.push(`<text x="${LEFT - 12}" y="${y + CELL.height / 2 + 5}" text-anchor="end">${name}</text>`);
  }
  const known = t.grades.filter((g) => g !== UNDETERMINED && g !== NOT_ASSESSED).length;
  for (const [i, row] of t.counts.entries())
    for (const [j, count] of row.entries()) out.push(cell(i, j, count, i < known && j < known));
  return `${out.join("")}</svg>`;
}

function cell(i: number, j: number, count: number, ranked: boolean): string {
  const [x, y] = [LEFT + j * CELL.width, TOP + i * CELL.height];
  const moves = count > 0 && i !== j;
  const fill =
    count === 0 ? "#fff" : i === j ? "#e8ebee" : !ranked ? "#f4f4f4" : j < i ? "#b9d4ec" : "url(#hatch)";
  const sign = moves && ranked ? (j < i ? "▲ " : "▼ ") : "";
  const edge = moves ? 2 : 1;
  const text = count === 0 ? '<tspan fill="#9aa3ad">·</tspan>' : `${sign}${count}`;
  const middle = `x="${x + CELL.width / 2}" y="${y + CELL.height / 2 + 5}"`;
  // A white rim keeps the figure readable on the hatching.
  return `<rect x="${x}" y="${y}" width="${CELL.width}" height="${CELL.height}" fill="${fill}" stroke="${moves ? "#1b1f24" : "#d4d9df"}" stroke-width="${edge}"/><text ${middle} text-anchor="middle" font-weight="${moves ? 700 : 400}" stroke="#fff" stroke-width="3" paint-order="stroke" fill="#1b1f24">${text}</text>`;
}

const shorten = (name: string): string =>
  [...name].length > 9 ? `${[...name].slice(0, 8).join("")}…` : name;

const SIGNS = { up: "▲", down: "▼", open: "◇" } as const;

function moves(list: readonly Moved[], words: Words): string {
  const rows = list.map(
    (m) =>
      `<tr><td>${html(m.id)}</td><td>${SIGNS[m.direction]} ${html(gradeName(m.old, words))} → ${html(gradeName(m.new, words))}</td><td>${html(m.displaced ? words.displaced : m.because.join("、"))}</td></tr>`,
  );
  return `<table><thead><tr><th>${words.subject}</th><th>${words.grade}</th><th>${words.because}</th></tr></thead><tbody>${rows.join("")}</tbody></table>`;
}

function consequences(list: readonly Consequence[], words: Words): string {
  const rows = list.map(
    (c) =>
      `<tr><td>${html(c.id)}</td><td>${html(c.target)}</td><td>${html(c.action)}</td><td>${html(c.because.join("、"))}</td></tr>`,
  );
  return `<table><thead><tr><th>${words.subject}</th><th>${words.target}</th><th>${words.consequence}</th><th>${words.because}</th></tr></thead><tbody>${rows.join("")}</tbody></table>`;
}
