import { type Cell, html, htmlTable, linkTo } from "../html.ts";
import { modalityBefore } from "./cells.ts";
import { type ConsequenceLine, type PageGatherer, type Person, personKey } from "./page-gather.ts";
import type { PageWords } from "./page-words.ts";
import type { Explained } from "./people.ts";
import type { ResultWords } from "./words.ts";

/** The lists of the page: who does what, which requirements are not met, what is open and what is missing. */

export interface ListContext {
  readonly words: PageWords;
  readonly shared: ResultWords;
  readonly explained: Explained;
  readonly all: PageGatherer;
}

/** Causes named in the order of how many they keep waiting. */
const CAUSES = 20;

/** The id, which leads to the explanation where there is one. */
export function linkedName({ explained }: { readonly explained: Explained }, person: Person): string {
  const id = explained.get(personKey(person));
  return id === undefined ? html(person.id) : linkTo(id, html(person.id));
}

/** By whoever acts; in it by target and action, with the days on which periods end. */
export function consequenceSection(c: ListContext, most: number): string {
  const { words, shared } = c;
  const byActor = c.all.actors();
  if (byActor.size === 0) return `<p class="soft">${words.noConsequences}</p>`;
  const head = [shared.target, shared.action, shared.until, words.times, words.on, shared.basis];
  let room = most;
  return [...byActor]
    .map(([actor, { lines, count }]) => {
      const rows = lines.slice(0, Math.max(0, room)).map((line): (Cell | string)[] => {
        const { q } = line;
        const modality = modalityBefore(q.modality, q.action, shared);
        const argument = q.argument === null ? "" : shared.bracketed("", q.argument);
        return [
          q.target,
          `${modality}${q.action}${argument}`,
          q.until ?? "",
          { markup: String(line.count), figure: true },
          { markup: names(line, c) },
          q.cites.join(shared.separator),
        ];
      });
      const left = count - rows.length;
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
function names({ named, count }: ConsequenceLine, c: ListContext): string {
  const shown = named.map(
    ({ subject, who }) =>
      linkedName(c, subject) + (who.length === 0 ? "" : ` (${html(who.join(c.shared.separator))})`),
  );
  const more = count - shown.length;
  return shown.join(c.shared.separator) + (more > 0 ? ` ${c.words.more(more)}` : "");
}

export function unmetSection(c: ListContext): string {
  const { words, shared, all } = c;
  if (all.unmetRows === 0) return "";
  const left = all.unmetRows - all.unmet.length;
  return (
    htmlTable({
      head: [shared.id, shared.clause, shared.requirement, shared.figures],
      rows: all.unmet.map(({ subject, row }) => [{ markup: linkedName(c, subject) }, ...row]),
      className: "list",
    }) + (left > 0 ? `<p class="note">${words.rowsLeftOut(left)}</p>` : "")
  );
}

/** First what would settle most, then who waits for what. */
export function openSection(c: ListContext): string {
  const { words, shared, all } = c;
  const { open } = all.figures;
  if (open === 0) return `<p class="soft">${words.allSettled}</p>`;
  const rows = all.open.flatMap(({ subject, waiting }) =>
    waiting.map(([missing, what], i): (Cell | string)[] => [
      ...(i === 0 ? [{ markup: linkedName(c, subject), rows: waiting.length }] : []),
      what.join(shared.separator),
      missing,
    ]),
  );
  const causes = together(all.causes).sort(([, a], [, b]) => b - a);
  const named = causes.slice(0, CAUSES);
  const rest = causes.length - named.length;
  const left = open - all.open.length;
  return [
    `<h3>${words.causes}</h3>`,
    htmlTable({
      head: [shared.missing, words.affected],
      rows: named.map(([cause, n]) => [cause, { markup: String(n), figure: true }]),
    }),
    rest > 0 ? `<p class="note">${words.rowsLeftOut(rest)}</p>` : "",
    htmlTable({ head: [shared.id, shared.name, shared.missing], rows, className: "list" }),
    left > 0 ? `<p class="note">${words.rowsLeftOut(left)}</p>` : "",
  ].join("\n");
}

/** The same fact that several subjects lack, each only its own, is one line. */
function together(causes: PageGatherer["causes"]): [string, number][] {
  const lacking = new Map<string, number>();
  for (const { own } of causes.values()) if (own !== null) lacking.set(own, (lacking.get(own) ?? 0) + 1);
  const lines = new Map<string, number>();
  for (const [named, { count, own }] of causes) {
    const line = own !== null && lacking.get(own)! >= ALIKE ? own : named;
    lines.set(line, (lines.get(line) ?? 0) + count);
  }
  return [...lines];
}

/** Fewer are better named. */
const ALIKE = 3;
