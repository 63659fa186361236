import { originOf, statementOrigin } from "../../compiler/layers/origins.ts";
import { lookUp } from "../../diagnostics/catalogue/index.ts";
import type * as ast from "../../parser/ast.ts";
import type { Span } from "../../source/span.ts";
import { html, idOf } from "../html.ts";
import type { Document } from "./document.ts";
import { type Below, ballotTable, procedureTable, rowTable } from "./tables.ts";

/**
 * The articles as they are numbered: every provision with its title, its words, its tables, its notes and the
 * readings accepted for it.
 */
export function articles(d: Document): string {
  return d.file.body
    .map((item) => topItem(item, d))
    .filter((markup) => markup !== "")
    .join("\n");
}

/** Statements above the articles are declarations; they have sections of their own, but for the accepted readings. */
function topItem(item: ast.Item, d: Document): string {
  if (item.kind === "chapter")
    return `<h3 class="chapter" id="${html(chapterId(item))}">${html(`${item.label} ${item.title}`.trim())}</h3>`;
  if (item.kind === "section") return section(item, d, 1);
  return DECLARATIONS.has(item.kind) ? "" : statement(item, d, 1);
}

export const chapterId = (c: ast.Chapter): string => idOf("chapter", `${c.label}${c.title}`);

const DECLARATIONS: ReadonlySet<ast.Statement["kind"]> = new Set([
  "measure",
  "text-declaration",
  "issuers",
  "date-declaration",
  "period",
  "parameter",
  "action-declaration",
  "subject",
  "record",
  "scale",
  "acceptance",
] as const);

export function section(node: ast.Section, d: Document, depth: number): string {
  const id = d.idAt(node.span);
  const attribute = id === null ? "" : ` id="${html(id)}"`;
  const title = node.title ? ` <span class="title">${html(node.title.text)}</span>` : "";
  const body = items(node.body, d, depth + 1, node.label);
  const { before, behind } = d.writer(originOf(node.label));
  const by = behind === "" ? "" : ` <span class="by">${html(behind)}</span>`;
  if (depth === 1)
    return `<section class="article"${attribute}><h4><span class="label">${html(before + node.label.text)}</span>${title}${by}</h4>${body}</section>`;
  return `<div class="item"${attribute}><div class="label">${html(node.label.text)}</div><div>${title}${by}${body}</div></div>`;
}

/** @param under the label of the provision, which says already which layer wrote all of it */
export function items(body: readonly ast.Item[], d: Document, depth: number, under?: ast.Label): string {
  return body
    .map((item) =>
      item.kind === "chapter"
        ? ""
        : item.kind === "section"
          ? section(item, d, depth)
          : changedBy(item, d, under) + statement(item, d, depth),
    )
    .join("");
}

function statement(node: ast.Statement, d: Document, depth: number): string {
  return what(node, d, depth) + notes(node.notes ?? [], d);
}

/** The layer that amended one of several sentences, or a row of it. */
function changedBy(node: ast.Statement, d: Document, under: ast.Label | undefined): string {
  const origin = statementOrigin(node, d.source);
  if (origin?.how !== "amended" || (under && originOf(under)) === origin) return "";
  return `<p class="by">${html(d.writer(origin).behind)}</p>`;
}

export function notes(list: readonly ast.Text[], d: Document): string {
  return list.map((n) => `<p class="note"><b>${d.words.note}</b> ${html(n.text)}</p>`).join("");
}

/** One statement in its own words; what has rows becomes a table, what has items a numbered list. */
function what(node: ast.Statement, d: Document, depth: number): string {
  const { words } = d;
  switch (node.kind) {
    case "declaratory":
      return `<p class="soft">${words.handling.declared}${node.text ? ` · ${html(node.text.text)}` : ""}</p>`;
    case "note":
      return notes([node.text], d);
    case "acceptance":
      return accepted(node, d);
    case "scoped": {
      const who = [
        ...node.subjects.map((s) => html(s.text)),
        ...(node.condition ? [d.linked(node.condition.span)] : []),
      ].join(words.separator);
      const inside = node.statements.map((s) => statement(s, d, depth)).join("");
      return `<div class="scope"><span class="who">${who}</span>${inside}${listed(node.items, d, depth)}</div>`;
    }
    case "for-each-record": {
      const inside = node.statements.map((s) => statement(s, d, depth)).join("");
      const who = `${words.each} ${html(node.record.text)}`;
      return `<div class="scope"><span class="who">${who}</span>${inside}${listed(node.items, d, depth)}</div>`;
    }
    case "scale":
      return `<p><b>${html(node.name.text)}</b> <span class="soft">${words.order}</span> ${scaleGrades(node)}</p>`;
    case "procedure":
      return procedureTable(node, d, below(d, depth));
    case "ballot":
      return `<p><b>${html(node.name.text)}</b></p>${ballotTable(node, d)}`;
    case "band-choice":
    case "rank-choice":
    case "case-choice":
    case "ladder":
    case "staged-ladder":
    case "decision-table":
      return `<p>${d.linked(leadOf(node, node.rows))}</p>${rowTable(node, d, below(d, depth))}`;
    case "measure":
    case "text-declaration":
    case "issuers":
    case "date-declaration":
    case "period":
    case "general-rule":
    case "parameter":
    case "action-declaration":
    case "subject":
    case "record":
    case "bare-condition":
    case "requirement":
    case "assertion":
    case "definition":
    case "indicator":
    case "indicator-group":
    case "conditional":
    case "per-occurrence":
    case "draw":
    case "set-parameter":
    case "amend":
    case "delete":
    case "insert": {
      const inside = "items" in node ? (node.items ?? []) : [];
      return `<p>${d.linked(leadOf(node, inside))}</p>${listed(inside, d, depth)}`;
    }
  }
}

function below(d: Document, depth: number): Below {
  return { notes: (list) => notes(list, d), listed: (items) => listed(items, d, depth) };
}

/** What a statement says before its rows, items and notes. */
function leadOf(node: ast.Statement, inside: readonly { readonly span: Span }[]): Span {
  const effects = "effects" in node ? node.effects : [];
  const end = Math.max(node.span.end, ...effects.map((e) => e.span.end));
  const starts = [...inside, ...(node.notes ?? [])]
    .map((b) => b.span.start)
    .filter((s) => s > node.span.start);
  return { start: node.span.start, end: Math.min(end, ...starts) };
}

export function listed(below: readonly ast.Section[], d: Document, depth: number): string {
  if (below.length === 0) return "";
  return `<div class="items">${below.map((s) => section(s, d, Math.max(depth, 2))).join("")}</div>`;
}

/** The grades best first. */
export function scaleGrades(node: ast.ScaleDeclaration): string {
  const grades = node.grades.map((g) => html(g.name.text));
  return (node.order === "descending" ? grades : grades.reverse())
    .map((g) => `<span class="grade">${g}</span>`)
    .join(" ＞ ");
}

function accepted(node: ast.Acceptance, d: Document): string {
  const title = lookUp(node.code.text)?.[d.language].title ?? "";
  const doubt = title === "" ? html(node.code.text) : html(title);
  return `<p class="accepted"><b>${d.words.accepted}</b> ${doubt} — ${html(node.reason.text)}</p>`;
}

/** The chapters and articles as a list of links. */
export function contents(d: Document): string {
  const lines = d.file.body.flatMap((item) => {
    if (item.kind === "chapter")
      return [
        `<li class="part"><a href="#${html(encodeURIComponent(chapterId(item)))}">${html(`${item.label} ${item.title}`.trim())}</a></li>`,
      ];
    if (item.kind !== "section") return [];
    const id = d.idAt(item.span);
    const { before } = d.writer(originOf(item.label));
    const text = html([before + item.label.text, item.title?.text ?? ""].join(" ").trim());
    return id === null ? [] : [`<li><a href="#${html(encodeURIComponent(id))}">${text}</a></li>`];
  });
  return `<ul>${lines.join("")}</ul>`;
}
