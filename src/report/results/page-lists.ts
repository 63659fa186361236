import { causeWords } from "../../runtime/explain-causes.ts";
import type { CohortResult, ConsequenceResult, SubjectResult, Undetermined } from "../../runtime/result.ts";
import { type Cell, html, htmlTable, linkTo } from "../html.ts";
import { actionText, figuresText, missingText } from "./cells.ts";
import { Counter } from "./counts.ts";
import type { PageWords } from "./page-words.ts";
import type { Explained } from "./people.ts";
import { consequenceKey } from "./tables.ts";
import { type ResultInput, withRecords } from "./view.ts";
import type { ResultWords } from "./words.ts";

/** The lists of the page: who does what, which requirements are not met, what is open and what is missing. */

export interface ListContext extends ResultInput {
  readonly words: PageWords;
  readonly shared: ResultWords;
  readonly explained: Explained;
}

/** Names of one line. */
const NAMED = 60;

/** Causes named in the order of how many they keep waiting. */
const CAUSES = 20;

const link = (c: ListContext, s: SubjectResult): string => {
  const id = c.explained.get(s);
  return id === undefined ? html(s.id) : linkTo(id, html(s.id));
};

/** By whoever acts, target and action, each in the order of first appearance. */
function consequencesInOrder(
  result: CohortResult,
): { readonly subject: SubjectResult; readonly c: ConsequenceResult }[] {
  const groups = new Map<string, Map<string, { subject: SubjectResult; c: ConsequenceResult }[]>>();
  for (const subject of result.subjects)
    for (const c of subject.consequences) {
      const { outer, inner: key } = consequenceKey(c);
      if (!groups.has(outer)) groups.set(outer, new Map());
      const inner = groups.get(outer)!;
      if (!inner.has(key)) inner.set(key, []);
      inner.get(key)!.push({ subject, c });
    }
  return [...groups.values()].flatMap((inner) => [...inner.values()].flat());
}

/** By whoever acts; in it by target and action, with the days on which periods end. */
export function consequenceSection(c: ListContext, most: number): string {
  const { words, shared } = c;
  const all = consequencesInOrder(c.result);
  if (all.length === 0) return `<p class="soft">${words.noConsequences}</p>`;
  const byActor = new Map<string, Map<string, { q: ConsequenceResult; of: SubjectResult[] }>>();
  for (const { subject, c: q } of all) {
    const actor = q.by.join(shared.separator);
    const line = JSON.stringify([q.target, actionText(q, shared), q.argument, q.modality, q.until]);
    if (!byActor.has(actor)) byActor.set(actor, new Map());
    const lines = byActor.get(actor)!;
    const known = lines.get(line);
    if (known) known.of.push(subject);
    else lines.set(line, { q, of: [subject] });
  }
  const head = [shared.target, shared.action, shared.until, words.times, words.on, shared.basis];
  let room = most;
  return [...byActor]
    .map(([actor, lines]) => {
      const rows = [...lines.values()].slice(0, Math.max(0, room)).map(({ q, of }): (Cell | string)[] => {
        const modality = q.modality === "must" ? "" : `${shared.modalities[q.modality]} `;
        const argument = q.argument === null ? "" : shared.bracketed("", q.argument);
        return [
          q.target,
          `${modality}${actionText(q, shared)}${argument}`,
          q.until ?? "",
          { markup: String(of.length), figure: true },
          { markup: names(of, q, c) },
          [...new Set(q.cites)].join(shared.separator),
        ];
      });
      const left = lines.size - rows.length;
      room -= rows.length;
      return [
        `<h3>${html(actor === "" ? words.noActor : words.actor(actor))}</h3>`,
        rows.length === 0 ? "" : htmlTable({ head, rows, className: "list actions" }),
        left > 0 ? `<p class="note">${words.rowsLeftOut(left)}</p>` : "",
      ].join("");
    })
    .join("\n");
}

/** The subjects, and who the target is where the data name them. */
function names(of: readonly SubjectResult[], q: ConsequenceResult, c: ListContext): string {
  const shown = of.slice(0, NAMED).map((s) => {
    const own = s.consequences.find(
      (x) => x.target === q.target && x.action === q.action && x.until === q.until,
    );
    const who = (own?.targetIds ?? []).filter((id) => id !== s.id);
    return link(c, s) + (who.length === 0 ? "" : ` (${html(who.join(c.shared.separator))})`);
  });
  const more = of.length - shown.length;
  return shown.join(c.shared.separator) + (more > 0 ? ` ${c.words.more(more)}` : "");
}

export function unmetSection(c: ListContext, most: number): string {
  const { words, shared, result } = c;
  const rows = result.subjects.flatMap((s) =>
    withRecords(s).flatMap((x) =>
      x.findings
        .filter((f) => f.status === "not-met")
        .map((f): (Cell | string)[] => [
          { markup: link(c, s) },
          f.cite,
          f.requirement,
          figuresText(f.figures, shared),
        ]),
    ),
  );
  if (rows.length === 0) return "";
  const left = rows.length - most;
  return (
    htmlTable({
      head: [shared.id, shared.clause, shared.requirement, shared.figures],
      rows: rows.slice(0, most),
      className: "list",
    }) + (left > 0 ? `<p class="note">${words.rowsLeftOut(left)}</p>` : "")
  );
}

/** Grades, figures and findings; clauses and consequences that wait for the same thing follow from them. */
function worthNaming(open: readonly Undetermined[]): readonly Undetermined[] {
  const first = open.filter((u) => u.what === "grade" || u.what === "value" || u.what === "finding");
  return first.length > 0 ? first : open;
}

/** First what would settle most, then who waits for what. */
export function openSection(c: ListContext, most: number): string {
  const { words, shared, result, language } = c;
  const counter = new Counter();
  const rows: (Cell | string)[][] = [];
  let count = 0;
  for (const s of result.subjects) {
    const open = withRecords(s).flatMap((x) => x.undetermined);
    if (open.length === 0) continue;
    count++;
    // Several results of one subject often wait for the same thing.
    const waiting = new Map<string, Set<string>>();
    for (const cause of new Set(open.flatMap((u) => u.because.map((b) => causeWords([b], language, "")[0]!))))
      counter.add(cause, "");
    for (const u of worthNaming(open)) {
      const missing = missingText(u, s.id, language);
      if (!waiting.has(missing)) waiting.set(missing, new Set());
      const possible =
        u.what === "grade" && u.possible.length > 0
          ? shared.bracketed("", u.possible.join(shared.separator))
          : "";
      waiting.get(missing)!.add(u.name + possible);
    }
    if (count > most) continue;
    [...waiting].forEach(([missing, what], i) => {
      rows.push([
        ...(i === 0 ? [{ markup: link(c, s), rows: waiting.size }] : []),
        [...what].join(shared.separator),
        missing,
      ]);
    });
  }
  if (count === 0) return `<p class="soft">${words.allSettled}</p>`;
  const all = counter.all().sort((a, b) => b.count - a.count);
  const causes = all.slice(0, CAUSES);
  const rest = all.length - causes.length;
  const left = count - most;
  return [
    `<h3>${words.causes}</h3>`,
    htmlTable({
      head: [shared.missing, words.affected],
      rows: causes.map((x) => [x.label, { markup: String(x.count), figure: true }]),
    }),
    rest > 0 ? `<p class="note">${words.rowsLeftOut(rest)}</p>` : "",
    htmlTable({ head: [shared.id, shared.name, shared.missing], rows, className: "list" }),
    left > 0 ? `<p class="note">${words.rowsLeftOut(left)}</p>` : "",
  ].join("\n");
}
