import { type Cell, html, htmlTable, page, unfolding } from "../html.ts";
import type { ResultCell } from "./cells.ts";
import { type Bar, binsOf, gradeBars, groupBars, histogram } from "./charts.ts";
import { keyOf } from "./columns.ts";
import { type Distribution, distributionOf } from "./counts.ts";
import type { RowStore } from "./gather.ts";
import { HEAT_STYLE, heatMap } from "./heat-map.ts";
import { LISTED, type PageList, pageFactsOf } from "./page-facts.ts";
import { MOST_ROWS, PageGatherer, personKey } from "./page-gather.ts";
import { MOST_GROUPS } from "./page-groups.ts";
import { consequenceSection, linkedName, openSection, unmetSection } from "./page-lists.ts";
import { placesOfPeople } from "./page-places.ts";
import { PAGE_WORDS, type PageWords } from "./page-words.ts";
import { type Explained, explanation } from "./people.ts";
import { declaredKinds, type MeasureView, type ResultInput, rankedBy, scoreOf, unitOf } from "./view.ts";
import { RESULT_WORDS, type ResultWords } from "./words.ts";

/**
 * A result as one page that needs nothing else: how the grades and the scores are spread, the ranking, which clauses
 * fired where, who does what, what is open, and an explanation of each subject that unfolds without a script.
 */

export interface PageOptions {
  /** At most so many subjects are explained one by one. */
  readonly subjects?: number;
  /** The fact or value by which figures are grouped. */
  readonly by?: string | null;
}

/** Explanations take about two kilobytes each. */
export const EXPLAINED = 500;

interface Context extends MeasureView {
  readonly words: PageWords;
  readonly shared: ResultWords;
  readonly explained: Explained;
  readonly all: PageGatherer;
}

/** The page of a result that is at hand as a whole. */
export function resultHtml(input: ResultInput, options: PageOptions = {}): string {
  const by = options.by ?? null;
  const all = new PageGatherer(input, { limit: options.subjects ?? EXPLAINED, by }, inMemory);
  for (const s of input.result.subjects) {
    all.add(pageFactsOf(s, input, by), () => () => s);
    all.addRows(s);
  }
  return pageOf({ ...input, head: input.result }, all);
}

function inMemory(): RowStore {
  const lines: string[] = [];
  return {
    add: (line) => lines.push(TEXT.decode(line)),
    rows: (order) => (order === null ? lines : [...order].map((i) => lines[i]!)),
  };
}

const TEXT = new TextDecoder();

/** The page of what was gathered. */
export function pageOf(view: MeasureView, all: PageGatherer): string {
  const { head, language } = view;
  const words = PAGE_WORDS[language];
  const shown = all.explained();
  const people = shown.map(({ number, subject }) => ({ id: `subject-${number + 1}`, subject: subject() }));
  const c: Context = {
    ...view,
    words,
    shared: RESULT_WORDS[language],
    explained: new Map(people.map(({ id, subject }) => [personKey(subject), id])),
    all,
  };
  const places = placesOfPeople(
    all,
    people.map((p) => p.subject),
    language,
  );
  const title = head.measure.title ?? head.measure.name;
  const count = all.figures.subjects;
  const parts: readonly (readonly [id: string, title: string, body: string])[] =
    count === 0
      ? []
      : [
          ["grades", words.distribution, gradeSection(c)],
          ["scores", words.histogram, scoreSection(c)],
          ["ranking", rankedBy(view.measure).length > 0 ? words.ranking : words.list, rankingSection(c)],
          ["clauses", words.clauses, clauseSection(c)],
          ["consequences", words.consequences, consequenceSection(c, MOST_ROWS)],
          ["unmet", words.unmet, unmetSection(c)],
          ["open", words.undetermined, openSection(c)],
          [
            "explanations",
            words.explanations,
            people.length === 0
              ? ""
              : `<p class="note">${words.explained(people.length, count)}</p>${people.map(({ id, subject }) => explanation(subject, id, { ...c, places: places.get(personKey(subject)) ?? [] }, all.figures.kinds.length > 1, words)).join("\n")}`,
          ],
        ];
  const filled = parts.filter(([, , body]) => body !== "");
  const toc = filled.map(([id, name]) => `<a href="#${id}">${name}</a>`);
  const when = [
    head.measure.documentNumber,
    head.period ?? c.shared.year(head.year),
    head.date === null ? null : words.assessedOn(head.date),
  ].filter((t) => t !== null);
  const body = [
    `<header><p class="kicker">${words.report} · ${html(when.join(" · "))}</p><h1>${html(title)}</h1>`,
    count === 0 ? `<p class="sum">${words.empty}</p>` : tiles(c),
    `${toc.length === 0 ? "" : `<nav aria-label="${words.contents}">${toc.join(" ")}</nav>`}</header>`,
    `<main>${filled.map(([id, name, inside]) => `<section id="${id}"><h2>${name}</h2>${inside}</section>`).join("\n")}</main>`,
    `<footer class="note">${html(words.made(head.measure.name))}</footer>`,
  ];
  return page(`${title} ${when.join(" ")}`, language, body.join("\n"), STYLE + HEAT_STYLE);
}

/** The figures that one asks for first. */
function tiles({ all, words }: Context): string {
  const { subjects, open } = all.figures;
  const figures: [number, string][] = [
    [subjects, words.tiles.subjects],
    [subjects - open, words.tiles.settled],
    [open, words.tiles.open],
    [all.positive, words.tiles.positive],
    [all.negative, words.tiles.negative],
    [all.unmetSubjects, words.tiles.unmet],
  ];
  return `<div class="tiles">${figures.map(([n, t]) => `<div><b>${n}</b><span>${t}</span></div>`).join("")}</div>`;
}

// ─────────────────────────────── grades ───────────────────────────────

function gradeSection(c: Context): string {
  const { all, measure, words, shared } = c;
  return all.figures
    .distributions(measure)
    .map((d, i) => {
      const title = words.ofScale(d.kind, d.scale);
      const bars = barsOf(d, shared);
      const table = htmlTable({
        head: [shared.grade, shared.count, shared.share],
        rows: bars.map((b) => [
          b.label,
          { markup: String(b.count), figure: true },
          { markup: ((b.count / d.total) * 100).toFixed(1), figure: true },
        ]),
        rowHeads: true,
      });
      const chart = gradeBars(bars, title, `grades${i}`);
      return `<h3>${html(title)}</h3><figure>${chart}</figure>${unfolding(words.asTable, table)}${grouped(c, d, `groups${i}`)}`;
    })
    .join("\n");
}

function barsOf(d: Distribution, shared: ResultWords): Bar[] {
  return [
    ...d.grades.map((g, i): Bar => ({ label: g.grade, count: g.count, of: i })),
    ...(d.undetermined > 0
      ? [{ label: shared.undetermined, count: d.undetermined, of: "undetermined" as const }]
      : []),
    ...(d.notAssessed > 0
      ? [{ label: shared.notAssessed, count: d.notAssessed, of: "not-assessed" as const }]
      : []),
  ];
}

/** The same by group, where there are groups. */
function grouped(c: Context, whole: Distribution, id: string): string {
  const { words, shared, measure } = c;
  const { by, groups } = c.all.grouping(whole.kind);
  if (by === "" || groups.length < 2) return "";
  const members = measure.enumerations.find((e) => e.name === whole.scale)?.members ?? [];
  const drawn = groups.map(({ label, outcomes }) => {
    const counts = outcomes.get(whole.scale) ?? new Map();
    const bars = barsOf(distributionOf(whole.kind, whole.scale, members, counts), shared);
    // Every group has a bar for everything that occurs in any.
    const every = barsOf(whole, shared).map((b) => ({
      ...b,
      count: bars.find((x) => x.of === b.of)?.count ?? 0,
    }));
    return { label, bars: every };
  });
  const title = `${words.ofScale(whole.kind, whole.scale)} · ${words.byGroup(by)}`;
  const table = htmlTable({
    head: [by, ...barsOf(whole, shared).map((b) => b.label)],
    rows: drawn.map((g) => [g.label, ...g.bars.map((b) => ({ markup: String(b.count), figure: true }))]),
    rowHeads: true,
  });
  const rest =
    drawn.length > MOST_GROUPS
      ? `<p class="note">${words.groupsLeftOut(drawn.length - MOST_GROUPS)}</p>`
      : "";
  return `<h4>${html(words.byGroup(by))}</h4><figure>${groupBars(drawn.slice(0, MOST_GROUPS), title, id)}</figure>${rest}${unfolding(words.asTable, table)}`;
}

// ─────────────────────────────── scores ───────────────────────────────

function scoreSection(c: Context): string {
  const { all, measure, tables, words, shared } = c;
  return declaredKinds(measure)
    .flatMap((k, i) => {
      const score = scoreOf(measure, k.name);
      const count = all.figures.countOf(k.name);
      if (score === null || count === 0) return [];
      const known = all.scores(k.name);
      const open = count - known.length;
      const title = words.ofScore(k.name, score.name, unitOf(tables, k.name, score.name));
      const bins = binsOf(known);
      const table = htmlTable({
        head: [words.from, words.to, shared.count],
        rows: bins.map((b) =>
          [b.from, b.to, b.count].map((n): Cell => ({ markup: String(n), figure: true })),
        ),
      });
      return [
        `<h3>${html(title)}</h3>`,
        bins.length === 0 ? "" : `<figure>${histogram(bins, score.bounds, title, `scores${i}`)}</figure>`,
        score.bounds.length > 0 && bins.length > 0 ? `<p class="note">${words.bounds}</p>` : "",
        open > 0 ? `<p class="note">${words.scoresOpen(open)}</p>` : "",
        bins.length === 0 ? "" : unfolding(words.asTable, table),
      ];
    })
    .join("\n");
}

// ─────────────────────────────── ranking ───────────────────────────────

/** So many of a group stand open; the others unfold. */
const AT_ONCE = 20;

function rankingSection(c: Context): string {
  return c.all.lists
    .map((list, i) => listOf(c, list, i))
    .filter((block) => block !== "")
    .join("\n");
}

/** The first rows of a list, and after them how many more there are. */
function listOf(c: Context, list: PageList, i: number): string {
  const { words, shared, measure, tables } = c;
  const { kind, ranked, score, scales } = list;
  const table = c.all.table(i);
  if (table === null) return "";
  const unit = score === null ? "" : unitOf(tables, kind, score);
  const head = [
    ...(ranked === null ? [] : [table.columns[LISTED.place]!.head]),
    keyOf(measure, kind, shared),
    ...(score === null ? [] : [unit === "" ? score : `${score}(${unit})`]),
    ...scales,
    shared.clause,
  ];
  const groups: { readonly group: string; readonly rows: (Cell | string)[][] }[] = [];
  let shown = 0;
  for (const row of table.rows()) {
    if (shown++ === MOST_ROWS) break;
    const group = String(row[LISTED.group]);
    if (groups.at(-1)?.group !== group) groups.push({ group, rows: [] });
    groups.at(-1)!.rows.push(listRow(c, list, row));
  }
  const note =
    ranked !== null
      ? words.rankedBy(ranked.score, ranked.groups.join(shared.separator))
      : score === null
        ? words.listed
        : words.sorted(score);
  const title = ranked?.place ? `${kind} · ${ranked.place}` : kind;
  const left = table.size - Math.min(table.size, MOST_ROWS);
  const grouped = ranked !== null && ranked.groups.length > 0;
  return [
    `<h3>${html(title)}</h3><p class="note">${html(note)}</p>`,
    ...groups.map(
      ({ group, rows }) => (grouped ? `<h4>${html(group || shared.none)}</h4>` : "") + long(head, rows),
    ),
    left > 0 ? `<p class="note">${words.rowsLeftOut(left)}</p>` : "",
  ].join("\n");
}

/** The place, who, the score, the grades, the clauses that fired. */
function listRow(
  c: Context,
  { kind, ranked, score }: PageList,
  row: readonly ResultCell[],
): (Cell | string)[] {
  const person = { kind, id: String(row[LISTED.id]) };
  return [
    ...(ranked === null ? [] : [{ markup: String(row[LISTED.place]), figure: true }]),
    { markup: linkedName(c, person) },
    ...row
      .slice(LISTED.rest)
      .map((cell, i) =>
        i === 0 && score !== null ? { markup: html(String(cell)), figure: true } : String(cell),
      ),
  ];
}

function long(head: readonly string[], rows: readonly (readonly (Cell | string)[])[]): string {
  const first = htmlTable({ head, rows: rows.slice(0, AT_ONCE), className: "list" });
  if (rows.length <= AT_ONCE) return first;
  const rest = htmlTable({ head, rows: rows.slice(AT_ONCE), className: "list" });
  return first + unfolding(`${AT_ONCE + 1}–${rows.length}`, rest, ' class="rest"');
}

// ─────────────────────────────── clauses ───────────────────────────────

function clauseSection(c: Context): string {
  const { measure, all, words, shared } = c;
  const kinds = declaredKinds(measure).filter((k) => all.figures.countOf(k.name) > 0);
  const maps = kinds.flatMap((k) => {
    const { by, groups } = all.grouping(k.name);
    const map = heatMap(measure, groups.slice(0, MOST_GROUPS), {
      clause: shared.clause,
      effect: words.effect,
      total: words.total,
      caption: html(words.heat(by)),
    });
    return map === "" ? [] : [kinds.length > 1 ? `<h3>${html(k.name)}</h3>${map}` : map];
  });
  if (maps.length === 0) return `<p class="soft">${words.noClauses}</p>`;
  const legend = words.heatLevels.map((t, i) => `<span class="heat h${i}">${html(t)}</span>`).join("");
  return `<p class="legend">${legend}</p>${maps.join("\n")}`;
}

const STYLE = `
body{max-width:66rem}
.kicker{color:var(--soft);margin:0 0 .2rem}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr));gap:.6rem;margin:1rem 0}.tiles div{border:1px solid var(--line);border-top:3px solid var(--ink);padding:.5rem .7rem}.tiles b{display:block;font-size:1.7rem;line-height:1.2;font-variant-numeric:tabular-nums}.tiles span{color:var(--soft);font-size:.9rem}
nav{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;font-size:.95rem;padding:.5rem 0;border-top:1px solid var(--line);border-bottom:1px solid var(--line)}
h4{margin:1rem 0 .2rem;font-size:.95rem}
figure{margin:.4rem 0;overflow-x:auto}figure svg{display:block;min-width:34rem}
details{margin:.3rem 0}summary{color:var(--loose)}
.soft{color:var(--soft);font-weight:400;font-size:.9rem}.note{font-size:.9rem}
table.list{width:100%}table.list td:first-child a{white-space:nowrap}table.list td:last-child{font-size:.9rem}
.why{border-top:1px solid var(--line);padding:.3rem 0;content-visibility:auto;contain-intrinsic-size:auto 2.3rem}.why>summary{color:var(--ink)}.why ol{margin:.3rem 0;padding-left:1.6rem}.why .grade{margin-left:.4rem;font-size:.8rem}.badge.open{border-style:dashed;color:var(--soft)}
.known{font-size:.9rem;margin:.3rem 0}.known em{font-style:normal;color:var(--soft);margin-right:.4rem}.known span{display:inline-block;margin-right:.9rem}.known b{font-weight:400;color:var(--soft)}
.actions td:nth-child(5){font-size:.9rem}.actions td:first-child,.actions td:nth-child(3){white-space:nowrap}.actions th:nth-child(2){min-width:9rem}.actions th{white-space:nowrap}
footer{margin-top:2.5rem;border-top:1px solid var(--line);padding-top:.5rem}
@media (max-width:40rem){table.list th,table.list td{word-break:keep-all}}
@media print{nav{display:none}.why:not([open]),details:not([open]):not(.rest){display:none}figure,.tiles{break-inside:avoid}.tiles{grid-template-columns:repeat(6,1fr)}svg *{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
@supports selector(::details-content){@media print{.rest::details-content{content-visibility:visible;block-size:auto}.rest>summary{display:none}}}
@media print and (monochrome){svg{filter:grayscale(1)}}
`;
