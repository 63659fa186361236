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
  return page(words.title, language, body.join("\n"));
}

/** The frame of a page: head, style, body. `body` is markup already. */
export function page(title: string, language: "zh" | "en", body: string): string {
  return `<!doctype html>
<html lang="${language === "zh" ? "zh-CN" : "en"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${html(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${body}
</body>
</html>
`;
}

const STYLE = `
:root{--ink:#1b1f24;--soft:#5b6470;--line:#d4d9df;--strict:#b35806;--loose:#2166ac;--paper:#fff}
body{font:16px/1.65 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:var(--ink);background:var(--paper);max-width:62rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.6rem;margin:0 0 .3rem}h2{font-size:1.15rem;margin:2.2rem 0 .4rem;border-bottom:2px solid var(--ink)}h3{font-size:1rem;margin:1.2rem 0 .3rem;color:var(--soft)}
.range,.note{color:var(--soft);margin:.2rem 0}.sum{font-size:1.1rem}
ol{list-style:none;margin:0;padding:0}li{border-top:1px solid var(--line);padding:.55rem 0;display:grid;grid-template-columns:7.5rem 1fr;gap:0 1rem;break-inside:avoid}
.what p{margin:.1rem 0}.where{font-weight:600}.fp{color:var(--soft);font:12px/1.4 ui-monospace,Menlo,Consolas,monospace}
.badge{display:inline-block;border:1.5px solid currentColor;border-radius:.3rem;padding:0 .4rem;font-size:.85rem;font-weight:600;white-space:nowrap}
.stricter{color:var(--strict)}.looser{color:var(--loose)}.either{color:var(--ink);border-style:dashed}.kind{display:block;color:var(--soft);font-size:.85rem}
table{border-collapse:collapse;margin:.6rem 0}th,td{border:1px solid var(--line);padding:.25rem .6rem;text-align:left}td.n{text-align:right;font-variant-numeric:tabular-nums}
.proof{color:var(--soft)}.proof.open{color:var(--strict);font-weight:600}.example{border-left:3px solid var(--line);padding-left:.8rem;margin:.4rem 0}.example td{vertical-align:top;width:50%}
svg{max-width:100%;height:auto}
@media print{body{margin:0;max-width:none;font-size:11pt}}
@media (max-width:40rem){li{grid-template-columns:1fr}}
`.replace(/\n/g, "");

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
  out.push(evidence(wholeView(found, language), language));
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

/** Text as HTML text or attribute. */
export function html(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.codePointAt(0)};`);
}
