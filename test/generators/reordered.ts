/** The text of a measure in another order, for the law that clauses commute. */
import type { Item, Section } from "../../src/parser/ast.ts";
import { parse } from "../../src/parser/parse.ts";
import { SourceText } from "../../src/source/source-text.ts";

/** A stretch of the text; stretches of one group change places, and may hold groups themselves. */
interface Block {
  readonly start: number;
  readonly end: number;
}
type Group = readonly Block[];

/**
 * The text in another order: articles among each other, items below an article, statements under one label, items
 * of condition lists, all the way down. What stands between (chapters aside) stays where it is.
 */
export function reordered(text: string, seed: number): string {
  const { file } = parse(new SourceText("measure.banfa", text));
  const random = generator(seed);
  const articles = file.body.filter((i): i is Section => i.kind === "section");
  const chapter = file.body.find((i) => i.kind === "chapter");
  const starts = articles.map((s) => lineStart(text, s.span.start));
  const head = Math.min(...starts, ...(chapter ? [lineStart(text, chapter.span.start)] : []));
  const groups = articles.flatMap((s) => groupsIn(text, s));
  const blocks = articles.map((s) =>
    rendered(text, { start: lineStart(text, s.span.start), end: lineEnd(text, s.span.end) }, groups, random),
  );
  return `${text.slice(0, head)}${shuffle(blocks, random).join("")}`;
}

function groupsIn(text: string, section: Section): Group[] {
  const own = section.heading
    ? [true, false].map((sections) => runsOf(text, section.body, sections, section.span.end))
    : [];
  const inner = section.body.flatMap((item): Group[] => {
    if (item.kind === "section") return groupsIn(text, item);
    const lists = listsOf(item);
    return lists.flatMap((list) => [
      ...runsOf(text, list, true, list.at(-1)?.span.end ?? 0),
      ...list.flatMap((s) => groupsIn(text, s)),
    ]);
  });
  return [...own.flat(), ...inner].filter((g) => g.length > 1);
}

/** Lists of conditions in a statement, also where it narrows the subject first. */
function listsOf(statement: Item): Section[][] {
  if (statement.kind === "scoped")
    return [[...statement.items], ...statement.statements.flatMap((s) => listsOf(s))];
  return statement.kind === "conditional" && statement.items.length > 0 ? [[...statement.items]] : [];
}

/** Neighbouring sections, or neighbouring statements, each with the notes and comments that follow it. */
function runsOf(text: string, items: readonly Item[], sections: boolean, last: number): Group[] {
  const groups: Block[][] = [[]];
  items.forEach((item, i) => {
    const isSection = item.kind === "section";
    const next = items[i + 1];
    const start = lineStart(text, item.span.start);
    const end = next ? lineStart(text, next.span.start) : lineEnd(text, last);
    if (isSection !== sections || item.kind === "subject" || item.kind === "record") groups.push([]);
    // Behind the steps of a procedure only an item (一) is sure to be no part of a step.
    else if (
      isSection &&
      i > 0 &&
      items[i - 1]!.kind !== "section" &&
      items.slice(0, i).some((x) => x.kind === "procedure")
    )
      groups.push([]);
    // A statement after `;` belongs to the one before.
    else if (!isSection && /;\s*$/.test(text.slice(0, start)) && groups.at(-1)!.length > 0) {
      const { start: begun } = groups.at(-1)!.pop()!;
      groups.at(-1)!.push({ start: begun, end });
    } else groups.at(-1)!.push({ start, end });
  });
  return groups;
}

/** A stretch with all groups in it shuffled. */
function rendered(
  text: string,
  { start, end }: Block,
  groups: readonly Group[],
  random: () => number,
): string {
  let at = start;
  let out = "";
  for (;;) {
    const group = groups
      .filter((g) => g[0]!.start >= at && g.at(-1)!.end <= end && !(g[0]!.start === start && g.length === 1))
      .sort((a, b) => a[0]!.start - b[0]!.start || b.at(-1)!.end - a.at(-1)!.end)[0];
    if (!group) return out + text.slice(at, end);
    const rest = groups.filter((g) => g !== group);
    out += text.slice(at, group[0]!.start);
    out += shuffle(
      group.map((block) => rendered(text, block, rest, random)),
      random,
    ).join("");
    at = group.at(-1)!.end;
  }
}

const lineStart = (text: string, at: number): number => text.lastIndexOf("\n", at - 1) + 1;
/** Behind the line break. */
const lineEnd = (text: string, at: number): number => text.indexOf("\n", at) + 1;

function shuffle<T>(list: readonly T[], random: () => number): T[] {
  const out = [...list];
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [out[i], out[j]] = [out[j]!, out[i]!];
  }
  return out;
}

/** A small linear congruential generator: the same orders on every machine. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The articles of a text as they stand. */
function articlesOf(text: string): { readonly head: string; readonly blocks: readonly string[] } {
  const { file } = parse(new SourceText("measure.banfa", text));
  const articles = file.body.filter((i): i is Section => i.kind === "section");
  const chapter = file.body.find((i) => i.kind === "chapter");
  const starts = articles.map((s) => lineStart(text, s.span.start));
  const head = Math.min(...starts, ...(chapter ? [lineStart(text, chapter.span.start)] : []));
  return {
    head: text.slice(0, head),
    blocks: articles.map((s) => text.slice(lineStart(text, s.span.start), lineEnd(text, s.span.end))),
  };
}

const LABEL =
  /^\s*(第[一二三四五六七八九十百]+条(?:之[一二三四五六七八九十]+)?|[一二三四五六七八九十]+、|〔[\d.]+〕)/;

/**
 * The articles in another order, and in chapters no more. `renumbered`: each takes the number of the place it comes to, and
 * whatever names it names it by that.
 */
export function articlesExchanged(text: string, seed: number, renumbered: boolean): string {
  const { head, blocks } = articlesOf(text);
  const order = shuffle([...blocks.keys()], generator(seed));
  if (!renumbered) return head + order.map((i) => blocks[i]).join("");
  const labels = blocks.map((b) => LABEL.exec(b)![1]!);
  const now = new Map(order.map((i, place) => [labels[i]!, labels[place]!]));
  const cited = (b: string): string =>
    b.replace(/第[一二三四五六七八九十百]+条(?:之[一二三四五六七八九十]+)?/g, (l) => now.get(l) ?? l);
  return (
    cited(head) +
    order
      .map((i) => {
        const own = LABEL.exec(blocks[i]!)!;
        return `${own[0].slice(0, -own[1]!.length)}${now.get(own[1]!)}${cited(blocks[i]!.slice(own[0].length))}`;
      })
      .join("")
  );
}
