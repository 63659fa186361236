import { wording } from "../../diagnostics/problem.ts";
import { inOrder } from "../../diagnostics/render.ts";
import type * as ast from "../../parser/ast.ts";
import { type Cell, html, htmlTable, idOf } from "../html.ts";
import { condition, targetWords } from "./consequences.ts";
import type { Document } from "./document.ts";
import { typeWords } from "./facts.ts";

/** What the measure leaves open: figures, decisions, and doubts of the text with the readings accepted for them. */
export function open(d: Document): string {
  return [parameters(d), choices(d), acceptances(d), warnings(d)].filter((b) => b !== "").join("\n");
}

function parameters(d: Document): string {
  const { measure: m, words } = d;
  if (m.parameters.length === 0) return "";
  const rows = m.parameters.map((p): (Cell | string)[] => {
    const node = d.file.body.flatMap((s) => (s.kind === "parameter" ? valuesOf(s, p.name) : []));
    const value = p.value === null ? `<b>${words.notSet}</b>` : node[0] ? d.linked(node[0].span) : "✓";
    return [
      { markup: `<span id="${html(idOf("parameter", p.name))}">${html(p.name)}</span>` },
      typeWords(p.type, null, d),
      { markup: value },
      { markup: usesOf(p.name, d) },
    ];
  });
  return `<h3>${words.parameters}</h3>${htmlTable({ head: words.parameterHead, rows, rowHeads: true })}`;
}

/** What a declaration says of one of its parameters: 加分(国家) of 参数 加分 按 级别. */
function valuesOf(s: ast.ParameterDeclaration, name: string): ast.Expression[] {
  const [head] = s.names;
  const of = (key: string) => (s.keys.length > 0 ? `${head!.text}(${key})` : key);
  const given = (s.values ?? []).filter((v) => of(v.name.text) === name).map((v) => v.value);
  const named = s.names.some((n) => n.text === name || (s.keys.length > 0 && name.startsWith(`${n.text}(`)));
  return s.value && named ? [s.value] : given;
}

/** The provisions that name it. */
function usesOf(name: string, d: Document): string {
  const cites = new Set(d.mentions(name).flatMap((span) => d.citeAround(span) ?? []));
  return [...cites].map((c) => d.citeLink(c)).join(d.words.separator);
}

/** Consequences that somebody still has to choose or decide on. */
function choices(d: Document): string {
  const { measure: m, words } = d;
  const rows = m.consequences
    .filter((c) => c.actions.length > 1 || c.modality === "may" || c.modality === "discretionary")
    .map((c): (Cell | string)[] => {
      const names = c.actions.map((a) => m.actions[a.action]?.name ?? "").join(words.separator);
      const kind =
        c.actions.length > 1
          ? words.choiceKind.choice
          : c.modality === "may"
            ? words.choiceKind.may
            : words.choiceKind.discretionary;
      return [
        { markup: d.citeLink(d.cite(c.cite)) },
        { markup: condition(m.clauses[c.clause]!, d) },
        targetWords(c.target, d),
        c.by.join(words.separator),
        `${kind}: ${names}`,
      ];
    });
  if (rows.length === 0) return "";
  return `<h3>${words.choices}</h3>${htmlTable({ head: words.choiceHead, rows, className: "rows" })}`;
}

function acceptances(d: Document): string {
  const { words } = d;
  const groups = new Map<string, { code: string; title: string; reason: string; cites: Set<string> }>();
  for (const p of inOrder(d.problems)) {
    if (p.accepted === undefined) continue;
    const key = JSON.stringify([p.code, p.accepted]);
    const known = groups.get(key) ?? {
      code: p.code,
      title: wording(p, d.language).title,
      reason: p.accepted,
      cites: new Set<string>(),
    };
    known.cites.add((p.span && d.citeAround(p.span)) ?? "");
    groups.set(key, known);
  }
  if (groups.size === 0) return "";
  const rows = [...groups.values()].map((g): (Cell | string)[] => [
    g.code,
    g.title,
    g.reason,
    { markup: places(g.cites, d) },
  ]);
  return `<h3>${words.acceptances}</h3>${htmlTable({ head: words.acceptanceHead, rows, className: "rows" })}`;
}

function warnings(d: Document): string {
  const { words } = d;
  const rows = inOrder(d.problems)
    .filter((p) => p.accepted === undefined && p.severity === "warning")
    .map((p): (Cell | string)[] => {
      const { message } = wording(p, d.language);
      return [p.code, message, { markup: places(new Set([(p.span && d.citeAround(p.span)) ?? ""]), d) }];
    });
  if (rows.length === 0) return "";
  return `<h3>${words.warnings}</h3>${htmlTable({ head: words.warningHead, rows, className: "rows" })}`;
}

function places(cites: ReadonlySet<string>, d: Document): string {
  return [...cites].map((c) => (c === "" ? d.words.wholeMeasure : d.citeLink(c))).join(d.words.separator);
}
