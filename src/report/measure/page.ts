import { html, htmlTable, page } from "../html.ts";
import { articles, contents } from "./articles.ts";
import { byGrade, consequences, gradeEffects } from "./consequences.ts";
import { Document, type MeasureInput } from "./document.ts";
import { facts } from "./facts.ts";
import { open } from "./open.ts";

/**
 * A measure as a page to read: its articles in their own numbering, its tables, who is hit by what, what is reported,
 * what is open. Everything that a rule says is the measure's own text; the page adds headings in either language.
 */
export function measureHtml(input: MeasureInput): string {
  const d = new Document(input);
  const { measure: m, words } = d;
  const parts: readonly (readonly [id: string, title: string, body: string])[] = [
    ["articles", words.articles, articles(d)],
    ["grades", words.grades, gradeEffects(d)],
    ["consequences", words.consequences, [byGrade(d), consequences(d), actions(d)].join("\n")],
    ["requirements", words.requirements, requirements(d)],
    ["facts", words.facts, facts(d)],
    ["open", words.open, open(d) || `<p class="soft">${words.nothingOpen}</p>`],
    ["notes", words.notes, notes(d)],
  ];
  const shown = parts.filter(([, , body]) => body !== "");
  const toc = shown.map(
    ([id, title]) => `<li><a href="#${id}">${title}</a>${id === "articles" ? contents(d) : ""}</li>`,
  );
  const title = m.title ?? m.name;
  const body = [
    `<header><h1>${html(title)}</h1>${glance(d)}<p class="note">${words.made}</p></header>`,
    `<div class="columns"><nav aria-label="${words.contents}"><h2>${words.contents}</h2><ul>${toc.join("")}</ul></nav>`,
    `<main>${shown.map(([id, t, inside]) => `<section id="${id}"><h2>${t}</h2>${inside}</section>`).join("\n")}</main></div>`,
  ];
  return page(title, d.language, body.join("\n"), STYLE);
}

/** Number, issuers, dates, and how much there is. */
function glance(d: Document): string {
  const { measure: m, words } = d;
  const articleCount = m.outline.filter((e) => e.depth === 1).length;
  const scales = m.enumerations.filter((e) => e.kind === "scale");
  const rows: [string, string][] = [
    [words.number, m.documentNumber ?? ""],
    [words.issuers, m.issuers.join(words.separator)],
    [words.effective, m.effective === null ? "" : day(m.effective)],
    [words.expires, m.expires === null ? "" : day(m.expires)],
    [words.period, words.periods[m.period]],
    [
      words.assessed,
      m.subjects
        .filter((k) => !k.of)
        .map((k) => k.name)
        .join(words.separator),
    ],
    ...scales.map((e): [string, string] => [e.name, [...e.members].reverse().join(" ＞ ")]),
  ];
  const list = rows.filter(([, v]) => v !== "").map(([k, v]) => `<dt>${html(k)}</dt><dd>${html(v)}</dd>`);
  const counts = words.counts(
    articleCount,
    m.clauses.length,
    m.parameters.filter((p) => p.value === null).length,
  );
  return `<dl>${list.join("")}</dl><p>${counts}</p>`;
}

function day(date: { readonly year: number; readonly month: number; readonly day: number }): string {
  return `${date.year}-${String(date.month).padStart(2, "0")}-${String(date.day).padStart(2, "0")}`;
}

function requirements(d: Document): string {
  const { measure: m, words } = d;
  if (m.requirements.length === 0) return "";
  const rows = m.requirements.map((r) => [
    { markup: d.citeLink(d.cite(r.cite)) },
    m.subjects[r.subject]?.name ?? "",
    `${words[r.polarity]} ${r.text.replace(/^(?:应当|不得)\s*/, "")}`,
  ]);
  return htmlTable({ head: words.requirementHead, rows, className: "rows" });
}

function actions(d: Document): string {
  const { measure: m, words } = d;
  if (m.actions.length === 0) return "";
  const categories = [...new Set(m.actions.map((a) => a.category))];
  const rows = categories.map((category) => {
    const here = m.actions.filter((a) => a.category === category);
    const names = here.map((a) => (a.argument === null ? a.name : `${a.name}(${a.argument})`));
    return [category + words[here[0]!.polarity], names.join(words.separator)];
  });
  return `<h3>${words.actions}</h3>${htmlTable({ head: words.actionHead, rows, rowHeads: true })}`;
}

function notes(d: Document): string {
  const { measure: m, words } = d;
  const rows = m.outline.flatMap((e) =>
    e.notes.map((n, i) => [{ markup: i === 0 ? d.citeLink(d.cite(e.cite)) : "" }, n]),
  );
  return rows.length === 0 ? "" : htmlTable({ head: words.noteHead, rows, className: "rows" });
}

const STYLE = `
body{max-width:76rem}
header dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem;margin:.8rem 0}dt{color:var(--soft)}dd{margin:0}
.columns{display:grid;grid-template-columns:15rem minmax(0,1fr);gap:2.5rem}
nav{font-size:.88rem;line-height:1.5;position:sticky;top:0;align-self:start;max-height:100vh;overflow-y:auto;padding-bottom:2rem}
nav h2{font-size:.95rem;margin:1rem 0 .4rem}nav ul{list-style:none;margin:0;padding:0}nav ul ul{margin:.1rem 0 .4rem .8rem}nav li.part{color:var(--soft);margin-top:.4rem}nav a{color:inherit;text-decoration:none}nav a:hover{text-decoration:underline}
.chapter{text-align:center;color:var(--ink);font-size:1.1rem;margin:2rem 0 .6rem}
.article{margin:1.1rem 0;padding-top:.2rem}.article h4{font-size:1rem;margin:0 0 .2rem}.article>p,.article>.note{margin:.2rem 0}
.label{font-weight:600;white-space:nowrap}.title{font-weight:600}
.item{display:grid;grid-template-columns:minmax(2.2rem,max-content) 1fr;gap:0 .4rem;margin:.15rem 0 .15rem 1.2rem}.item p{margin:0 0 .15rem}
.soft,.by{color:var(--soft)}.by{font-size:.85rem;font-weight:400}p.note{font-size:.9rem;border-left:3px solid var(--line);padding-left:.7rem}p.note b,p.accepted b{font-weight:600;margin-right:.3rem}
p.accepted{font-size:.9rem;margin:.2rem 0;border-left:3px solid #56b4e9;padding-left:.7rem;color:var(--soft)}
.who{display:inline-block;background:var(--wash);border:1px solid var(--line);border-radius:.3rem;padding:0 .4rem;font-size:.88rem}.scope{margin:.3rem 0}.scope>.who+p{display:inline;margin-left:.5rem}
.grade{font-weight:600;white-space:nowrap}
table.rows{width:100%}table.rows a[href*="clause-"]{white-space:nowrap}table.facts{width:100%}.matrix th:nth-child(3),.matrix th:nth-child(4){min-width:7rem}.matrix th:nth-child(2){min-width:9rem}table.facts th{white-space:nowrap}
td .item{margin-left:0}td .note{margin:.2rem 0}
@media (max-width:60rem){.columns{display:block}nav{position:static;max-height:none}}
@media print{.columns{display:block}nav{display:none}.article{break-inside:avoid-page}table{font-size:9.5pt}}
`;
