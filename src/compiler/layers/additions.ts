import { inMessage, phrase } from "../../diagnostics/phrases.ts";
import { problem } from "../../diagnostics/problem.ts";
import type * as ast from "../../parser/ast.ts";
import { matchLabel } from "../../parser/labels.ts";
import type { Piece } from "../../source/composed-text.ts";
import { type Change, contentOf, linesOf, type Ordered, type Reading } from "./change.ts";
import type { Origin } from "./origins.ts";
import { lastOffset, type Place, placesAt } from "./places.ts";

/**
 * `增加 第七条(一)5 …`, `增加 第二十条【…】 …`: a new item of a list, a new clause below a heading, a new article. It goes
 * behind the last one whose number is smaller.
 */
export function addition(reading: Reading, { statement, origin: writer }: Ordered<ast.Insert>): Change[] {
  const { citation } = statement;
  const { below, problems, places } = reading;
  const known = placesAt(places, citation, reading.root.name).find((p) => !reading.deleted.has(p));
  if (known) {
    problems.push(problem("BF2908", { cite: citation.text }, { span: citation.span }));
    return [];
  }
  if (citation.path[0] === "本条") {
    reading.find(citation); // which says that there is none
    return [];
  }
  let parent: Place | null = null;
  if (citation.path.length > 1) {
    const outer = { ...citation, path: citation.path.slice(0, -1) };
    parent = reading.find({ ...outer, text: outer.path.join("") });
    if (parent === null) return [];
  }
  const named = citation.of === undefined || citation.of === reading.root.name ? null : citation.of;
  const numbering = parent ? parent.numbering : named;
  const origin: Origin = { ...writer, numbering };
  const siblings = parent ? parent.below : places.top.filter((p) => p.numbering === numbering);
  const last = citation.path.at(-1)!;
  const label = labelFor(last, siblings.at(-1), below.text);
  const takes =
    parent === null ||
    siblings.length > 0 ||
    (parent.node.kind === "section" &&
      parent.node.heading &&
      parent.node.body.every((i) => i.kind !== "section"));
  const says = statement.statement !== undefined || statement.items.length > 0;
  if (label === null || !takes || !says) {
    const why = !says
      ? phrase("says-nothing")
      : label === null
        ? phrase("numbered-otherwise", { sibling: siblings.at(-1)?.path.at(-1) ?? "" })
        : phrase("parent-has-no-items", { parent: parent!.text });
    problems.push(
      problem("BF2917", { cite: citation.text, ...inMessage("why", why) }, { span: citation.span }),
    );
    return [];
  }
  const before = siblings.filter((s) => compare(orderOf(s.node.label!), label.order) < 0).at(-1);
  const after = before ? undefined : siblings[0];
  const { text } = below;
  const at = before
    ? linesOf(before, text).end
    : after
      ? linesOf(after, text).start
      : parent
        ? linesOf(parent, text).end
        : text.length;
  const near = before ?? after;
  const indent = near
    ? indentOf(text, near.node.label!.span.start)
    : parent
      ? `${indentOf(text, parent.node.label!.span.start)}  `
      : "";
  const words = (t: string): Piece<Origin | null> => ({
    source: reading.link.source,
    span: citation.span,
    text: t,
    mark: origin,
  });
  const source = reading.link.source;
  const said = statement.statement ?? statement.items[0]!;
  const end = Math.max(lastOffset(statement), lastOffset(said));
  const start = statement.statement
    ? said.span.start
    : source.text.lastIndexOf("\n", said.span.start - 1) + 1;
  const needsLine = at > 0 && text[at - 1] !== "\n";
  return [
    {
      kind: "add",
      cite: citation.text,
      span: { start: statement.span.start, end: citation.span.end },
      numbering,
      path: [...(parent?.path ?? []), last],
      labelled: true,
      replaces: null,
      content: statement.statement ? [statement.statement] : statement.items,
      at: { start: at, end: at },
      pieces: [
        words(`${needsLine ? "\n" : ""}${indent}${label.text}`),
        ...(statement.title ? contentOf(source, statement.title.span, origin) : []),
        words(statement.statement ? " " : "\n"),
        ...contentOf(source, { start, end }, origin),
        words("\n"),
      ],
      order: label.order,
      place: parent,
    },
  ];
}

const indentOf = (text: string, at: number): string =>
  /^[ \t\u3000]*/.exec(text.slice(text.lastIndexOf("\n", at - 1) + 1, at))![0];

/** 末款 is behind all others. */
const orderOf = (label: Pick<ast.Label, "number" | "inserted">): readonly number[] => [
  label.number < 0 ? Number.POSITIVE_INFINITY : label.number,
  label.inserted ?? 0,
];

export const compare = (a: readonly number[], b: readonly number[]): number =>
  a[0]! - b[0]! || a[1]! - b[1]! || 0;

/** A label as the list beside it writes them; null when it is of another style. */
function labelFor(
  piece: string,
  beside: Place | undefined,
  text: string,
): { readonly text: string; readonly order: readonly number[] } | null {
  const like = beside?.node.label;
  const mark = like && /[、]$/.test(text.slice(like.span.start, like.span.end)) ? "、" : ".";
  const written = /^\d+$/.test(piece) ? `${piece}${mark}` : /^[a-z]$/.test(piece) ? `${piece}.` : piece;
  const found = matchLabel(`${written} `, 0);
  if (!found || found.style === "chapter" || (like && like.style !== found.style)) return null;
  return { text: written, order: orderOf(found) };
}
