import { inMessage, type PlainWord, phrase, worded } from "../../diagnostics/phrases.ts";
import { problem } from "../../diagnostics/problem.ts";
import type * as ast from "../../parser/ast.ts";
import type { Node } from "../../parser/children.ts";
import type { Piece } from "../../source/composed-text.ts";
import type { Span } from "../../source/span.ts";
import { type Change, contentOf, type Ordered, type Reading } from "./change.ts";
import type { Origin } from "./origins.ts";
import { lastOffset, type Place } from "./places.ts";

/**
 * `修改 第六条(四) …`: which words of the base go. A clause with one sentence gives that sentence. Of several the one goes
 * that decides the same as the new one (the same grade, name or indicator). A row goes for the row of the same result
 * or the same test. Where that leaves a choice, it is an error: nothing is guessed.
 */
export function amendment(reading: Reading, { statement, origin: writer }: Ordered<ast.Amend>): Change[] {
  const place = reading.find(statement.citation);
  if (place === null) return [];
  const origin: Origin = { ...writer, numbering: place.numbering };
  const { citation } = statement;
  const said = statement.statement;
  const pieces = contentOf(
    reading.link.source,
    { start: said.span.start, end: lastOffset(statement) },
    origin,
  );
  const made = (
    replaces: Node,
    at: Span,
    labelled = false,
    before: readonly Piece<Origin | null>[] = [],
  ): Change[] => [
    {
      kind: "amend",
      cite: citation.text,
      span: { start: statement.span.start, end: citation.span.end },
      numbering: place.numbering,
      path: place.path,
      labelled,
      replaces,
      content: [said],
      at,
      pieces: [...before, ...pieces],
      order: [],
      place,
    },
    ...titled(reading, statement, place, origin),
  ];
  const text = reading.below.text;
  const { node } = place;
  if (node.kind === "step") return refuse(reading, citation, "step");
  if (node.kind === "row") {
    // A labelled row keeps its label.
    return made(
      node,
      ending({ start: skipSpace(text, node.label!.span.end), end: lastOffset(node) }, text),
      true,
    );
  }
  if (said.kind === "row") {
    const rows = rowsIn(node);
    const alike = rowsLike(rows, said, text, reading.link.source.text);
    if (alike.length !== 1) return refuse(reading, citation, rows.length === 0 ? "no-rows" : "row");
    const [row] = alike as [ast.Row<ast.BandTest>];
    return made(row, { start: row.span.start, end: lastOffset(row) });
  }
  const sentences = node.body.filter(
    (i): i is ast.Statement =>
      i.kind !== "chapter" && i.kind !== "section" && i.kind !== "note" && i.kind !== "acceptance",
  );
  const wanted = decides(said);
  const alike =
    sentences.length === 1 ? sentences : sentences.filter((s) => wanted !== null && decides(s) === wanted);
  if (alike.length !== 1) return refuse(reading, citation, sentences.length === 0 ? "heading" : "sentence");
  const [old] = alike as [ast.Statement];
  const now = decides(old);
  if (wanted !== null && now !== null && wanted !== now) return refuse(reading, citation, "other", now);
  return made(old, ending({ start: old.span.start, end: lastOffset(old) }, text));
}

/** A new title takes the place of the old one. */
function titled(reading: Reading, statement: ast.Amend, place: Place, origin: Origin): Change[] {
  const { node } = place;
  if (!statement.title || node.kind !== "section") return [];
  const end = node.label.span.end;
  return [
    {
      kind: "amend",
      cite: statement.citation.text,
      span: statement.title.span,
      numbering: place.numbering,
      path: place.path,
      labelled: false,
      replaces: null,
      content: [],
      at: node.title ? node.title.span : { start: end, end },
      pieces: contentOf(reading.link.source, statement.title.span, origin),
      order: [],
      place,
    },
  ];
}

const WHY = {
  step: "is-a-step",
  "no-rows": "has-no-rows",
  row: "not-one-such-row",
  heading: "has-only-items",
  sentence: "has-several-sentences",
  other: "decides-something-else",
} as const satisfies Record<string, PlainWord>;

function refuse(
  reading: Reading,
  citation: ast.Citation,
  why: keyof typeof WHY,
  now: string | null = null,
): Change[] {
  const what = phrase(WHY[why]);
  const name = now?.split(" ").at(-1);
  reading.problems.push(
    problem(
      "BF2916",
      {
        cite: citation.text,
        ...(name
          ? worded("why", "and-name", { what: what.zh, whatEn: what.en, name })
          : inMessage("why", what)),
      },
      { span: citation.span },
    ),
  );
  return [];
}

/** What a sentence decides, as kind and name; null for what has no name, such as a consequence. */
export function decides(s: ast.Statement): string | null {
  switch (s.kind) {
    case "scoped":
    case "for-each-record": {
      const inner = s.statements.length === 1 ? decides(s.statements[0]!) : null;
      const whom = s.kind === "scoped" ? s.subjects.map((n) => n.text).join("、") : s.record.text;
      return inner && `${whom} ${inner}`;
    }
    case "definition":
    case "indicator":
    case "indicator-group":
    case "ballot":
    case "procedure":
    case "scale":
    case "subject":
    case "record":
      return s.name.text;
    case "band-choice":
    case "rank-choice":
    case "case-choice":
    case "decision-table":
      return "target" in s && s.target ? s.target.text : null;
    case "parameter":
      return s.names.map((n) => n.text).join("、");
    case "measure":
    case "text-declaration":
    case "issuers":
    case "date-declaration":
    case "period":
    case "general-rule":
    case "acceptance":
    case "action-declaration":
    case "declaratory":
    case "note":
    case "ladder":
    case "staged-ladder":
    case "conditional":
    case "per-occurrence":
    case "requirement":
    case "bare-condition":
    case "draw":
    case "set-parameter":
    case "amend":
    case "delete":
    case "insert":
    case "assertion":
      return null;
  }
}

/** The rows of bands below a clause, not those of clauses numbered below it. */
function rowsIn(section: ast.Section): ast.Row<ast.BandTest>[] {
  const of = (s: ast.Statement): ast.Row<ast.BandTest>[] => {
    if (s.kind === "band-choice" || s.kind === "ladder")
      return [...(s.rows as readonly ast.Row<ast.BandTest>[])];
    return "statements" in s ? s.statements.flatMap(of) : [];
  };
  return section.body.flatMap((i) => (i.kind === "chapter" || i.kind === "section" ? [] : of(i)));
}

function rowsLike(
  rows: readonly ast.Row<ast.BandTest>[],
  said: ast.Row<ast.BandTest>,
  base: string,
  layer: string,
): ast.Row<ast.BandTest>[] {
  const plain = (text: string, span: Span) =>
    text.slice(span.start, span.end).normalize("NFKC").replace(/\s/g, "");
  const result = plain(layer, said.result.span);
  const test = plain(layer, said.test.span);
  const byResult = rows.filter((r) => plain(base, r.result.span) === result);
  return byResult.length === 1 ? byResult : rows.filter((r) => plain(base, r.test.span) === test);
}

const skipSpace = (text: string, at: number): number =>
  at + /^[ \t\u3000]*/.exec(text.slice(at, at + 200))![0].length;

/** With the stop behind it, where the line ends there: what comes in brings its own. */
function ending(span: Span, text: string): Span {
  const rest = /^[ \t]*[;；。]?[ \t]*(?=[\r\n]|$)/.exec(text.slice(span.end, span.end + 40));
  return { start: span.start, end: span.end + (rest?.[0].length ?? 0) };
}
