import type * as ast from "../../parser/ast.ts";
import type { RowNode } from "../../parser/children.ts";
import { type Cell, html, htmlTable } from "../html.ts";
import type { Document } from "./document.ts";

/** Tables of what has rows: bands, ranks, cases, ladders, decision tables, votes, and the steps of a procedure. */

type WithRows =
  | ast.BandChoice
  | ast.RankChoice
  | ast.CaseChoice
  | ast.Ladder
  | ast.StagedLadder
  | ast.DecisionTable;

/** What may hang below a row. */
export interface Below {
  notes(list: readonly ast.Text[]): string;
  listed(items: readonly ast.Section[]): string;
}

export function rowTable(node: WithRows, d: Document, below: Below): string {
  const { words } = d;
  if (node.kind === "decision-table")
    return htmlTable({
      head: [...node.inputs.map((i) => d.text(i.span)), node.target?.text ?? words.handle],
      rows: node.rows.map((row) => [
        ...row.tests.map((t) => ({ markup: d.linked(t.span) })),
        { markup: row.result.kind === "effects" ? resultMarkup(row.result, d) : d.linked(row.result.span) },
      ]),
      className: "rows",
    });
  const rows: readonly RowNode[] = node.rows;
  const labelled = rows.some((r) => r.label !== undefined);
  const heads = headsOf(node, d);
  return htmlTable({
    head: labelled ? [words.label, ...heads] : heads,
    rows: rows.map((row): Cell[] => {
      const id = row.label ? d.idAt(row.span) : null;
      const anchor = id === null ? "" : ` id="${html(id)}"`;
      const label = { markup: `<span${anchor}>${html(row.label?.text ?? "")}</span>` };
      const test = { markup: d.linked(row.test.span) + below.listed(row.items ?? []) };
      const result = { markup: resultMarkup(row.result, d) + below.notes(row.notes ?? []) };
      return labelled ? [label, test, result] : [test, result];
    }),
    className: "rows",
  });
}

/** A grade by its name, points as written, effects one a line. */
function resultMarkup(result: ast.RowResult, d: Document): string {
  switch (result.kind) {
    case "grade":
      return `<span class="grade">${html(result.grade.text)}</span>`;
    case "points":
      return d.linked(result.span);
    case "effects":
      return result.effects.map((e) => `<div>${d.linked(e.span)}</div>`).join("");
  }
}

function headsOf(node: Exclude<WithRows, ast.DecisionTable>, d: Document): [string, string] {
  const { words } = d;
  switch (node.kind) {
    case "band-choice":
      return [d.text(node.value.span), node.target?.text ?? words.handle];
    case "rank-choice":
      return [`${words.rank} · ${d.text(node.value.span)}`, node.target?.text ?? words.handle];
    case "case-choice":
      return [words.case, node.target.text];
    case "ladder":
      return [d.text(node.value.span), words.handle];
    case "staged-ladder":
      return [words.case, words.handle];
  }
}

export function ballotTable(node: ast.Ballot, d: Document): string {
  return htmlTable({
    head: [],
    rows: node.rows.map((row) => [{ markup: d.linked(row.span) }]),
    className: "rows",
  });
}

/** Who does what by when, in the order of the steps. */
export function procedureTable(node: ast.Procedure, d: Document, below: Below): string {
  const { words } = d;
  const acts = node.steps.flatMap((step) => step.acts.map((act, i) => ({ step, act, first: i === 0 })));
  const dated = acts.some(({ act }) => act.deadline !== undefined);
  const to = acts.some(({ act }) => act.toWhom.length > 0);
  const names = (list: readonly ast.Name[]) => list.map((n) => n.text).join(words.separator);
  const rows = acts.map(({ step, act, first }): (Cell | string)[] => {
    const id = step.label && first ? d.idAt(step.span) : null;
    const anchor = id === null ? "" : ` id="${html(id)}"`;
    const head = [step.label?.text ?? "", step.title?.text ?? ""].join(" ").trim();
    const lasting = act.duration ? words.lasting(d.text(act.duration.span)) : "";
    const modality = (act.modality ? words.modality[act.modality] : "") + (act.inTurn ? words.inTurn : "");
    const what = act.draw ? d.text(act.draw.span) : names(act.what);
    const last = act === step.acts.at(-1) ? below.notes(step.notes ?? []) : "";
    const doing = `${html(`${modality}${act.verb.text} ${what}${lasting}`.trim())}${last}`;
    return [
      ...(first ? [{ markup: `<span${anchor}>${html(head)}</span>`, rows: step.acts.length }] : []),
      names(act.who),
      ...(dated ? [act.deadline?.text ?? ""] : []),
      { markup: doing },
      ...(to ? [names(act.toWhom)] : []),
    ];
  });
  const head = [
    words.step_,
    words.who,
    ...(dated ? [words.deadline] : []),
    words.what,
    ...(to ? [words.to] : []),
  ];
  return htmlTable({ caption: html(node.name.text), head, rows, className: "rows" });
}
