import type { Clause, Consequence, GradeBody, Target } from "../../compiler/ir/ir.ts";
import type * as ast from "../../parser/ast.ts";
import { walk } from "../../parser/children.ts";
import { type Cell, html, htmlTable } from "../html.ts";
import type { Document } from "./document.ts";

/** Who is hit by what: every consequence with its condition, what the grades alone bring, and what moves a grade. */

/** What has one condition stands in one block of rows. */
interface Block {
  readonly cite: string;
  readonly subject: number;
  readonly when: string;
  readonly lines: Consequence[];
}

export function consequences(d: Document): string {
  const { measure: m, words } = d;
  if (m.consequences.length === 0) return `<p class="soft">${words.noConsequences}</p>`;
  const uses = actionUses(d.file);
  const blocks = new Map<string, Block>();
  for (const c of m.consequences) {
    const clause = m.clauses[c.clause]!;
    const block: Block = {
      cite: d.cite(c.cite),
      subject: clause.subject,
      when: condition(clause, d),
      lines: [],
    };
    const key = JSON.stringify([block.cite, block.subject, block.when]);
    if (!blocks.has(key)) blocks.set(key, block);
    blocks.get(key)!.lines.push(c);
  }
  const kinds = m.subjects.map((_, i) => i).filter((i) => [...blocks.values()].some((b) => b.subject === i));
  return kinds
    .map((kind) => {
      const rows = [...blocks.values()]
        .filter((b) => b.subject === kind)
        .flatMap((b) => blockRows(b, uses, d));
      const title = kinds.length > 1 ? `<h3>${html(words.ofKind(m.subjects[kind]!.name))}</h3>` : "";
      return title + htmlTable({ head: words.consequenceHead, rows, className: "rows matrix" });
    })
    .join("\n");
}

function blockRows(b: Block, uses: readonly ast.ConsequenceEffect[], d: Document): (Cell | string)[][] {
  // The same measure on several parties is one line.
  const lines = new Map<string, { targets: Set<string>; cells: (Cell | string)[] }>();
  for (const c of b.lines) {
    const cells = [actionWords(c, d), { markup: termMarkup(c, uses, d) }, c.by.join(d.words.separator)];
    const key = JSON.stringify(cells);
    if (!lines.has(key)) lines.set(key, { targets: new Set(), cells });
    lines.get(key)!.targets.add(targetWords(c.target, d));
  }
  const head: Cell[] = [
    { markup: d.citeLink(b.cite), rows: lines.size },
    { markup: b.when, rows: lines.size },
  ];
  return [...lines.values()].map(({ targets, cells }, i) => [
    ...(i === 0 ? head : []),
    [...targets].join(d.words.separator),
    ...cells,
  ]);
}

/** The clause's own condition, and below it the items of its list. Markup. */
export function condition(clause: Clause, d: Document): string {
  return clause.reasons
    .map((r) => {
      const cite = d.cite(r.cite);
      const item = cite === d.cite(clause.cite) ? "" : `${d.citeLink(cite)} `;
      return `<div>${item}${html(r.text)}</div>`;
    })
    .join("");
}

export function targetWords(t: Target, d: Document): string {
  if (t.kind === "self") return t.called === undefined ? d.words.self : d.words.organisation;
  return t.kind === "subject" && t.called !== undefined ? d.words.organisation : t.text;
}

function actionWords(c: Consequence, d: Document): string {
  const names = c.actions.map((a) => d.measure.actions[a.action]?.name ?? "");
  const chosen = names.length > 1 ? `${d.words.oneOf}${names.join(d.words.separator)}` : (names[0] ?? "");
  return d.words.modality[c.modality] + chosen;
}

/** The argument as the text has it, and how several meet. */
function termMarkup(c: Consequence, uses: readonly ast.ConsequenceEffect[], d: Document): string {
  const { words } = d;
  const parts: string[] = [];
  for (const a of c.actions) {
    if (a.argument === null) continue;
    const name = d.measure.actions[a.action]?.name ?? "";
    const written = argumentOf(name, c, uses);
    if (written) parts.push(d.linked(written.span));
    else if (a.argument.kind === "period") parts.push(html(a.argument.text));
  }
  if (c.combine === "cumulate") parts.push(words.cumulate);
  if (c.combine === "heaviest") parts.push(words.heaviest);
  if (c.repeat) parts.push(words[c.repeat]);
  if (c.mitigations.length > 0)
    parts.push(html(words.mitigations(c.mitigations.map((x) => d.cite(x.cite)).join(words.separator))));
  return [...new Set(parts)].join("<br>");
}

function argumentOf(
  action: string,
  c: Consequence,
  uses: readonly ast.ConsequenceEffect[],
): ast.Expression | undefined {
  const here = uses.filter((u) => u.span.start >= c.span.start && u.span.end <= c.span.end);
  for (const u of here)
    for (const use of u.actions)
      for (const choice of use.choice)
        if (choice.name.text === action && choice.argument) return choice.argument;
  return undefined;
}

function actionUses(file: ast.MeasureFile): ast.ConsequenceEffect[] {
  const found: ast.ConsequenceEffect[] = [];
  walk(file, (node) => {
    if (node.kind === "consequence") found.push(node);
    return true;
  });
  return found;
}

// ─────────────────────────────── grades ───────────────────────────────

/** For each scale that the measure computes: what each grade by itself brings. */
export function byGrade(d: Document): string {
  const { measure: m, words } = d;
  const out: string[] = [];
  for (const scale of m.enumerations.filter((e) => e.kind === "scale")) {
    const found = m.consequences.flatMap((c) => {
      const clause = m.clauses[c.clause]!;
      const grades = clause.reasons.flatMap((r) =>
        r.atoms
          .filter((a) => a.name === scale.name)
          .map((a) => ({ grade: a.test.replace(/^(?:为|is) /, ""), r })),
      );
      return grades.filter((g) => scale.members.includes(g.grade)).map((g) => ({ c, ...g }));
    });
    if (found.length === 0) continue;
    const categories = [...new Set(found.map((f) => m.actions[f.c.actions[0]!.action]?.category ?? ""))];
    const rows = [...scale.members].reverse().map((grade): Cell[] => [
      { markup: `<span class="grade">${html(grade)}</span>` },
      ...categories.map((category) => {
        const here = found.filter(
          (f) => f.grade === grade && m.actions[f.c.actions[0]!.action]?.category === category,
        );
        const lines = here.map(({ c, r }) => {
          const plain = r.atoms.length === 1 && r.text.endsWith(grade) && r.text.startsWith(scale.name);
          const when = plain ? "" : ` <span class="soft">(${html(r.text)})</span>`;
          return `<div>${html(targetWords(c.target, d))}: ${html(actionWords(c, d))}${when} ${d.citeLink(d.cite(c.cite))}</div>`;
        });
        return { markup: [...new Set(lines)].join("") };
      }),
    ]);
    out.push(
      `<h3>${html(words.byGrade(scale.name))}</h3><p class="note">${words.byGradeNote}</p>${htmlTable({ head: [words.gradeHead, ...categories], rows, rowHeads: true, className: "rows" })}`,
    );
  }
  return out.join("\n");
}

/** Each grade of each kind: on what it is based, and every clause that moves, bounds or withholds it. */
export function gradeEffects(d: Document): string {
  const { measure: m, words } = d;
  const out: string[] = [];
  for (const cell of m.cells) {
    if (cell.body.kind !== "grade" || cell.name === null) continue;
    const { body } = cell;
    const bases = [...new Set(body.bases.map((b) => d.cite(b.cite)))].map((c) => d.citeLink(c));
    const rows = effectRows(body, d);
    const kind = m.subjects[cell.subject]?.name ?? "";
    out.push(
      `<h3>${html(words.gradesOf(cell.name, kind))}</h3><p>${words.base} ${bases.join(words.separator)}</p>`,
      rows.length === 0
        ? `<p class="soft">${words.noEffects}</p>`
        : htmlTable({ head: words.effectsHead, rows, className: "rows" }),
    );
  }
  return out.join("\n");
}

function effectRows(body: GradeBody, d: Document): Cell[][] {
  const { effects } = d.words;
  const members = d.measure.enumerations[body.enumeration]?.members ?? [];
  const name = (grade: number) => members[grade] ?? "";
  const top = (limit: number | null) => (limit === null ? "" : effects.upTo(name(limit)));
  const bottom = (limit: number | null) => (limit === null ? "" : effects.downTo(name(limit)));
  const all = [
    ...body.notAssessed.map((e) => [e.clause, effects.notAssessed] as const),
    ...body.raises.map((e) => [e.clause, effects.raise(e.steps, top(e.limit))] as const),
    ...body.reductions.map((e) => [e.clause, effects.lower(e.steps, bottom(e.limit))] as const),
    ...body.floors.map((e) => [e.clause, effects.floor(name(e.grade))] as const),
    ...body.ceilings.map(
      (e) => [e.clause, e.veto ? effects.veto(name(e.grade)) : effects.ceiling(name(e.grade))] as const,
    ),
    ...body.after.map((e) => [e.clause, effects.after(e.steps, bottom(e.limit))] as const),
  ];
  return all.map(([index, effect]) => {
    const clause = d.measure.clauses[index]!;
    return [
      { markup: d.citeLink(d.cite(clause.cite)) },
      { markup: condition(clause, d) },
      { markup: html(effect) },
    ];
  });
}
