import { jsonRational } from "../../runtime/json-numbers.ts";
import type { SubjectResult } from "../../runtime/result.ts";
import { type Cell, html, htmlTable, linkTo, page, unfolding } from "../html.ts";
import { cellText, gradeText, valueCell } from "./cells.ts";
import { type Bar, binsOf, gradeBars, groupBars, histogram } from "./charts.ts";
import { keyOf, namesOfKind, own } from "./columns.ts";
import { type Distribution, distribution, distributions } from "./counts.ts";
import { groupingOf } from "./grouping.ts";
import { HEAT_STYLE, heatMap } from "./heat-map.ts";
import { consequenceSection, openSection, unmetSection } from "./page-lists.ts";
import { PAGE_WORDS, type PageWords } from "./page-words.ts";
import { type Explained, explainedOf, explanations, isOpen } from "./people.ts";
import {
  byScore,
  declaredKinds,
  figureOf,
  type ResultInput,
  rankedBy,
  rankingOf,
  scoreOf,
  toNumber,
  unitOf,
  withRecords,
} from "./view.ts";
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
/** Rows of one list; a workbook has them all. */
export const MOST_ROWS = 1000;
/** Groups drawn side by side. */
const MOST_GROUPS = 40;

interface Context extends ResultInput {
  readonly words: PageWords;
  readonly shared: ResultWords;
  readonly explained: Explained;
  readonly by: string | null;
}

export function resultHtml(input: ResultInput, options: PageOptions = {}): string {
  const { result, language } = input;
  const words = PAGE_WORDS[language];
  const c: Context = {
    ...input,
    words,
    shared: RESULT_WORDS[language],
    explained: explainedOf(result, options.subjects ?? EXPLAINED),
    by: options.by ?? null,
  };
  const title = result.measure.title ?? result.measure.name;
  const all = result.subjects.length;
  const parts: readonly (readonly [id: string, title: string, body: string])[] =
    all === 0
      ? []
      : [
          ["grades", words.distribution, gradeSection(c)],
          ["scores", words.histogram, scoreSection(c)],
          ["ranking", rankedBy(input.measure).length > 0 ? words.ranking : words.list, rankingSection(c)],
          ["clauses", words.clauses, clauseSection(c)],
          ["consequences", words.consequences, consequenceSection(c, MOST_ROWS)],
          ["unmet", words.unmet, unmetSection(c, MOST_ROWS)],
          ["open", words.undetermined, openSection(c, MOST_ROWS)],
          [
            "explanations",
            words.explanations,
            c.explained.size === 0
              ? ""
              : `<p class="note">${words.explained(c.explained.size, all)}</p>${explanations(c, c.explained, words)}`,
          ],
        ];
  const shown = parts.filter(([, , body]) => body !== "");
  const toc = shown.map(([id, name]) => `<a href="#${id}">${name}</a>`);
  const when = [
    result.measure.documentNumber,
    result.period ?? c.shared.year(result.year),
    result.date === null ? null : words.assessedOn(result.date),
  ].filter((t) => t !== null);
  const body = [
    `<header><p class="kicker">${words.report} · ${html(when.join(" · "))}</p><h1>${html(title)}</h1>`,
    all === 0 ? `<p class="sum">${words.empty}</p>` : tiles(c),
    `<nav aria-label="${words.contents}">${toc.join(" ")}</nav></header>`,
    `<main>${shown.map(([id, name, inside]) => `<section id="${id}"><h2>${name}</h2>${inside}</section>`).join("\n")}</main>`,
    `<footer class="note">${html(words.made(result.measure.name))}</footer>`,
  ];
  return page(`${title} ${when.join(" ")}`, language, body.join("\n"), STYLE + HEAT_STYLE);
}

/** The figures that one asks for first. */
function tiles({ result, words }: Context): string {
  const has = (polarity: string) => (s: SubjectResult) => s.consequences.some((q) => q.polarity === polarity);
  const unmet = (s: SubjectResult) =>
    withRecords(s).some((x) => x.findings.some((f) => f.status === "not-met"));
  const count = (test: (s: SubjectResult) => boolean) => result.subjects.filter(test).length;
  const figures: [number, string][] = [
    [result.subjects.length, words.tiles.subjects],
    [count((s) => !isOpen(s)), words.tiles.settled],
    [count(isOpen), words.tiles.open],
    [count(has("positive")), words.tiles.positive],
    [count(has("negative")), words.tiles.negative],
    [count(unmet), words.tiles.unmet],
  ];
  return `<div class="tiles">${figures.map(([n, t]) => `<div><b>${n}</b><span>${t}</span></div>`).join("")}</div>`;
}

// ─────────────────────────────── grades ───────────────────────────────

function gradeSection(c: Context): string {
  const { result, measure, words, shared } = c;
  return distributions(result, measure)
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
  const { by, groups } = groupingOf(c, whole.kind, c.by, shared.everyone);
  if (by === "" || groups.length < 2) return "";
  const members = measure.enumerations.find((e) => e.name === whole.scale)?.members ?? [];
  const drawn = groups.map(({ label, subjects }) => {
    const given = subjects.flatMap((s) => own(s.grades, whole.scale) ?? []);
    const bars = barsOf(
      {
        ...distribution(whole.kind, whole.scale, members, given),
      },
      shared,
    );
    // Every group has a bar for everything that occurs in any.
    const all = barsOf(whole, shared).map((b) => ({
      ...b,
      count: bars.find((x) => x.of === b.of)?.count ?? 0,
    }));
    return { label, bars: all };
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
  const { result, measure, tables, words, shared } = c;
  return declaredKinds(measure)
    .flatMap((k, i) => {
      const score = scoreOf(measure, k.name);
      const subjects = result.subjects.filter((s) => s.kind === k.name);
      if (score === null || subjects.length === 0) return [];
      const known = subjects.flatMap((s) => {
        const exact = jsonRational(figureOf(s, score.name));
        return exact === undefined ? [] : [toNumber(exact)];
      });
      const open = subjects.length - known.length;
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
  const { result, measure } = c;
  const ranked = rankedBy(measure);
  return declaredKinds(measure)
    .flatMap((k) => {
      const subjects = result.subjects.filter((s) => s.kind === k.name);
      if (subjects.length === 0) return [];
      const here = ranked.filter((r) => r.kind === k.name);
      return here.length === 0 ? [listOf(c, k.name, subjects)] : here.map((by) => rankList(c, by, subjects));
    })
    .filter((block) => block !== "")
    .join("\n");
}

function rankList(
  c: Context,
  by: ReturnType<typeof rankedBy>[number],
  subjects: readonly SubjectResult[],
): string {
  const { words, shared, tables } = c;
  const unit = unitOf(tables, by.kind, by.score);
  const scales = namesOfKind(tables, by.kind).grades;
  const head = [
    shared.place,
    keyOf(c.measure, by.kind, shared),
    unit === "" ? by.score : `${by.score}(${unit})`,
    ...scales,
    shared.clause,
  ];
  let room = MOST_ROWS;
  const groups = rankingOf(subjects, by);
  const blocks = groups.map((g) => {
    const rows = g.rows
      .slice(0, Math.max(0, room))
      .map(({ place, subject }) => [
        { markup: place === null ? "–" : String(place), figure: true },
        ...personRow(c, subject, by.score, scales),
      ]);
    room -= rows.length;
    const title = by.groups.length === 0 ? "" : `<h4>${html(g.group.join(" · ") || shared.none)}</h4>`;
    return rows.length === 0 ? "" : title + long(head, rows);
  });
  const left = subjects.length - Math.min(subjects.length, MOST_ROWS);
  return [
    `<h3>${html(by.kind)}</h3><p class="note">${html(words.rankedBy(by.score, by.groups.join(shared.separator)))}</p>`,
    ...blocks,
    left > 0 ? `<p class="note">${words.rowsLeftOut(left)}</p>` : "",
  ].join("\n");
}

/** A measure that does not rank: in the order of what its grades go by, or of the data. */
function listOf(c: Context, kind: string, subjects: readonly SubjectResult[]): string {
  const { words, shared, measure, tables } = c;
  const score = scoreOf(measure, kind)?.name ?? null;
  const scales = namesOfKind(tables, kind).grades;
  // Names alone are no list worth reading.
  if (score === null && scales.length === 0) return "";
  const sorted = score === null ? subjects : [...subjects].sort(byScore(score, "descending"));
  const unit = score === null ? "" : unitOf(tables, kind, score);
  const head = [
    keyOf(measure, kind, shared),
    ...(score === null ? [] : [unit === "" ? score : `${score}(${unit})`]),
    ...scales,
    shared.clause,
  ];
  const rows = sorted.slice(0, MOST_ROWS).map((s) => personRow(c, s, score, scales));
  const left = subjects.length - rows.length;
  return [
    `<h3>${html(kind)}</h3><p class="note">${html(score === null ? words.listed : words.sorted(score))}</p>`,
    long(head, rows),
    left > 0 ? `<p class="note">${words.rowsLeftOut(left)}</p>` : "",
  ].join("\n");
}

/** Who, the score, the grades, the clauses that fired. */
function personRow(
  c: Context,
  s: SubjectResult,
  score: string | null,
  scales: readonly string[],
): (Cell | string)[] {
  const cites = [...new Set(s.clauses.map((x) => x.cite))].join(c.shared.separator);
  return [
    { markup: nameOf(c, s) },
    ...(score === null
      ? []
      : [{ markup: html(cellText(valueCell(figureOf(s, score), c.shared))), figure: true }]),
    ...scales.map((g) => gradeText(own(s.grades, g), c.shared)),
    cites,
  ];
}

/** The id, which leads to the explanation where there is one. */
function nameOf(c: { readonly explained: Explained }, s: SubjectResult): string {
  const id = c.explained.get(s);
  return id === undefined ? html(s.id) : linkTo(id, html(s.id));
}

function long(head: readonly string[], rows: readonly (readonly (Cell | string)[])[]): string {
  const first = htmlTable({ head, rows: rows.slice(0, AT_ONCE), className: "list" });
  if (rows.length <= AT_ONCE) return first;
  const rest = htmlTable({ head, rows: rows.slice(AT_ONCE), className: "list" });
  return first + unfolding(`${AT_ONCE + 1}–${rows.length}`, rest, ' class="rest"');
}

// ─────────────────────────────── clauses ───────────────────────────────

function clauseSection(c: Context): string {
  const { measure, result, words, shared } = c;
  const kinds = declaredKinds(measure).filter((k) => result.subjects.some((s) => s.kind === k.name));
  const maps = kinds.flatMap((k) => {
    const { by, groups } = groupingOf(c, k.name, c.by, shared.everyone);
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
@media print{nav{display:none}.why:not([open]),details:not([open]):not(.rest){display:none}figure,.tiles{break-inside:avoid}.tiles{grid-template-columns:repeat(6,1fr)}svg *{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
@supports selector(::details-content){@media print{.rest::details-content{content-visibility:visible;block-size:auto}.rest>summary{display:none}}}
@media print and (monochrome){svg{filter:grayscale(1)}}
`;
