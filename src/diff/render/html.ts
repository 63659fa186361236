import { html, page } from "../../report/html.ts";
import { type EvidenceView, viewOf, wholeView } from "../evidence-words.ts";
import { evidenceOf, type FileDiff, headingOf, pathOf, type Report, summaryOf } from "../report.ts";
import { DIRECTION_WORDS, KIND_WORDS, LEVEL_WORDS, REPORT_WORDS } from "../sentences.ts";
import { type Change, LEVELS } from "../types.ts";
import { linesOf } from "./lines.ts";

/**
 * One page that needs nothing else: no script, no font, no address. Directions differ by sign and word as well as by
 * colour, so the page can be read without colours and in print.
 */
export function diffHtml(report: Report, extra = ""): string {
  const { language } = report;
  const words = REPORT_WORDS[language];
  const { level, direction } = summaryOf(report);
  const body = [
    `<h1>${words.title}</h1>`,
    `<p class="range"><code>${html(report.old)}</code> → <code>${html(report.new)}</code></p>`,
    level === null
      ? `<p class="sum">${words.nothing}</p>`
      : `<p class="sum">${words.level}: <b>${LEVEL_WORDS[level][language]}</b> ${badge(direction, language)}</p>`,
    ...report.files.filter((f) => f.status !== "same").map((f) => file(f, report)),
    extra,
  ];
  return page(words.title, language, body.join("\n"), STYLE);
}

/** What this page has besides the frame. */
const STYLE = `
.range{color:var(--soft);margin:.2rem 0}
ol{list-style:none;margin:0;padding:0}li{border-top:1px solid var(--line);padding:.55rem 0;display:grid;grid-template-columns:7.5rem 1fr;gap:0 1rem;break-inside:avoid}
.what p{margin:.1rem 0}.where{font-weight:600}.fp{color:var(--soft);font:12px/1.4 ui-monospace,Menlo,Consolas,monospace}
.stricter{color:var(--strict)}.looser{color:var(--loose)}.either{color:var(--ink);border-style:dashed}.kind{display:block;color:var(--soft);font-size:.85rem}
table{margin:.6rem 0}
.proof{color:var(--soft)}.proof.open{color:var(--strict);font-weight:600}.example{border-left:3px solid var(--line);padding-left:.8rem;margin:.4rem 0}.example td{width:50%}
@media (max-width:40rem){li{grid-template-columns:1fr}}
`;

function file(f: FileDiff, report: Report): string {
  const { language } = report;
  const words = REPORT_WORDS[language];
  const out = [`<h2>${html(pathOf(f))}</h2>`];
  if (f.status === "renamed")
    out.push(`<p class="note">${words.renamedFrom} <code>${html(f.oldPath!)}</code></p>`);
  if (!f.diff)
    return [...out, `<p>${words[f.status === "added" ? "wholeAdded" : "wholeRemoved"]}</p>`].join("\n");
  if (f.diff.basis === "text") out.push(`<p class="note">${words.textOnly}</p>`);
  const found = evidenceOf(report, f);
  out.push(evidence(wholeView(found, f.diff!, language), language));
  for (const level of [...LEVELS].reverse()) {
    const changes = f.diff.changes.filter((c) => c.level === level);
    if (changes.length === 0) continue;
    out.push(`<h3>${LEVEL_WORDS[level][language]} (${changes.length})</h3>`, "<ol>");
    out.push(...changes.map((c) => change(c, viewOf(c, f.diff!, found, language), report)), "</ol>");
  }
  return out.join("\n");
}

function change(c: Change, view: EvidenceView | null, { language, approved }: Report): string {
  const words = REPORT_WORDS[language];
  const lines = linesOf(c, language).map((l) => `<p>${html(l)}</p>`);
  const mark = approved.has(c.fingerprint) ? ` ✓ ${words.approved}` : "";
  return `<li><div>${badge(c.direction, language)}<span class="kind">${KIND_WORDS[c.kind][language]}</span></div><div class="what"><span class="where">${html(headingOf(c, language))}</span>${lines.join("")}${evidence(view, language)}<span class="fp">${c.fingerprint}${mark}</span></div></li>`;
}

/** Who it is, what comes out differently, and both explanations side by side. */
function evidence(view: EvidenceView | null, language: "zh" | "en"): string {
  if (!view) return "";
  const verdict = `<p class="proof ${view.status}">${PROOF_SIGNS[view.status]} ${html(view.verdict)}</p>`;
  if (!view.example) return verdict;
  const words = REPORT_WORDS[language];
  const lines = (all: readonly string[]) => all.map((l) => `<p>${html(l)}</p>`).join("");
  const { facts, changes, before, after } = view.example;
  return `${verdict}<div class="example">${lines(facts)}${lines(changes)}<table><tr><th scope="col">${words.byOld}</th><th scope="col">${words.byNew}</th></tr><tr><td>${lines(before)}</td><td>${lines(after)}</td></tr></table></div>`;
}

const PROOF_SIGNS = { differs: "≠", same: "=", open: "?" } as const;

const SIGNS = { none: "", stricter: "▲ ", looser: "▽ ", either: "◇ " } as const;

function badge(direction: Change["direction"], language: "zh" | "en"): string {
  if (direction === "none") return "";
  return `<span class="badge ${direction}">${SIGNS[direction]}${DIRECTION_WORDS[direction][language]}</span>`;
}
