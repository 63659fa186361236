import { hasErrors, type Problem, problem } from "../../diagnostics/problem.ts";
import type * as ast from "../../parser/ast.ts";
import { type ParseResult, parse } from "../../parser/parse.ts";
import { ComposedText, type Piece } from "../../source/composed-text.ts";
import type { SourceText } from "../../source/source-text.ts";
import type { Span } from "../../source/span.ts";
import { chainOf, type Link, type Resolve } from "./chain.ts";
import type { Change } from "./change.ts";
import { changesOf } from "./changes.ts";
import { compose, headerProblems } from "./compose.ts";
import { noteOrigins, type Origin } from "./origins.ts";
import { expectedPaths, pathsIn } from "./structure.ts";

/**
 * Layers: `办法 昌都市实施细则 沿用 “../xizang/measure.banfa”`.
 *
 * A pure phase in front of the compiler proper makes one text of a base and its layers, the *consolidated text*, as a
 * law gazette makes one of a law and its amendments, and everything behind it (analysis, findings, proofs, comparison)
 * reads that text like any other. It is a {@link ComposedText}: every stretch of it knows the file it was written in, so
 * messages show the place in that file, and the origin of every provision (origins.ts) gives citations their layer.
 *
 * Merging text, rather than trees, keeps one invariant that all rooms lean on: a tree and its text agree, and spans
 * rise in the order of the tree. What a text cannot promise by itself, that a piece set into it is read as it was
 * read in its own file, is checked: the numbering of the consolidated text must be the one that was meant (structure.ts).
 *
 * Order of reading: chain.ts (files), changes.ts (what a layer's sentences do to the base), compose.ts (the text),
 * structure.ts (the check), origins.ts (who wrote what).
 *
 * What does not depend on order: a layer's sentences all speak of the base as it was before the layer, and two of them
 * that touch the same words are an error.
 */
export class ConsolidatedText extends ComposedText<Origin | null> {
  /** What is said about the layers themselves; places are offsets into this text. */
  readonly problems: readonly Problem[];
  /** Whether the layers fit; if not, this is the text of the layer alone, and behind it those of its bases. */
  readonly fits: boolean;
  /** The base of the last layer, consolidated itself if it is one. */
  readonly base: SourceText | null;
  /** Every file, the layer itself first. */
  readonly files: readonly SourceText[];
  /** The bases by their paths from the folder of the layer. */
  readonly names: ReadonlyMap<SourceText, string>;
  /** What the last layer changes in its base. */
  readonly changes: readonly Change[];

  constructor(
    name: string,
    pieces: readonly Piece<Origin | null>[],
    more: Pick<ConsolidatedText, "problems" | "fits" | "base" | "files" | "names" | "changes">,
  ) {
    super(name, pieces);
    this.problems = more.problems;
    this.fits = more.fits;
    this.base = more.base;
    this.files = more.files;
    this.names = more.names;
    this.changes = more.changes;
  }
}

/** Files of a measure: the layer, its base, the base of that …; just the one for a measure without a base. */
export const filesOf = (source: SourceText): readonly SourceText[] =>
  source instanceof ConsolidatedText ? source.files : [source];

/** A text, and what reading it found: whoever asks for the one goes on with the other. */
export interface Reading {
  readonly source: SourceText;
  readonly parsed: ParseResult;
}

/**
 * The consolidated text of a measure that builds on another, and how it reads; the text itself when it builds on none.
 * Where the layers do not fit, what was read is the layer alone. Never throws for what the texts say: what does not fit
 * is in `problems`.
 *
 * @param resolve finds the text of a base; without it every base is reported as not found
 */
export function consolidate(source: SourceText, resolve?: Resolve): Reading {
  const parsed = parse(source);
  if (source instanceof ComposedText) return { source, parsed };
  if (!parsed.file.body.some((s) => s.kind === "measure" && s.extends !== undefined))
    return { source, parsed };
  const chain = chainOf(source, resolve);
  // Problems of several files in one list of offsets: the layer first, so that its own offsets stay.
  const texts = chain.links.map((l) => l.source);
  const names = pathsFrom(chain.links);
  const failed = (found: readonly Placed[]): Reading => {
    const starts: number[] = [];
    let at = 0;
    for (const text of texts) {
      starts.push(at);
      at += text.text.length + 1;
    }
    const whole = (text: SourceText): Piece<Origin | null>[] => [
      { source: text, span: { start: 0, end: text.text.length }, mark: null },
      { source: text, span: { start: text.text.length, end: text.text.length }, text: "\n", mark: null },
    ];
    const problems = found.map(({ problem: p, of }) => shifted(p, starts[texts.indexOf(of)]!));
    const text = new ConsolidatedText(source.name, texts.flatMap(whole), {
      problems,
      fits: false,
      base: null,
      files: texts,
      names,
      changes: [],
    });
    return { source: text, parsed };
  };
  const unread = chain.links.flatMap((l) =>
    l.problems.filter((p) => p.severity === "error").map((p) => ({ problem: p, of: l.source })),
  );
  if (chain.problem || unread.length > 0)
    return failed([...(chain.problem ? [chain.problem] : []), ...unread]);

  // From the base up.
  let below = chain.links.at(-1)!.source;
  let reading = parse(below);
  noteOrigins(reading.file, below);
  let changes: readonly Change[] = [];
  let base = below;
  for (const link of [...chain.links].reverse().slice(1)) {
    const under = reading.file;
    const read = changesOf(link, chain.links.at(-1)!, below, under);
    const wrong = [...headerProblems(link, under), ...read.problems];
    if (hasErrors(wrong)) return failed(wrong.map((p) => ({ problem: p, of: link.source })));
    const pieces = compose(link, chain.links.at(-1)!.name, below, under, read);
    const composed: SourceText = new ComposedText<Origin | null>(link.source.name, pieces);
    reading = parse(composed);
    noteOrigins(reading.file, composed);
    const misread = readOtherwise(link, under, reading.file, read.changes);
    if (misread) return failed([{ problem: misread, of: link.source }]);
    base = below;
    below = composed;
    changes = read.changes;
  }
  const top = chain.links[0]!;
  const text = below as ComposedText<Origin | null>;
  const problems = top.problems.flatMap((p) => mapped(p, top.source, text));
  const whole = new ConsolidatedText(source.name, text.pieces, {
    problems,
    fits: true,
    base,
    files: texts,
    names,
    changes,
  });
  return { source: whole, parsed: reading };
}

/** The path of every base from the folder of the layer: what stands behind 沿用, one after the other. */
function pathsFrom(links: readonly Link[]): ReadonlyMap<SourceText, string> {
  const names = new Map<SourceText, string>();
  let folder: string[] = [];
  for (const [i, link] of links.slice(1).entries()) {
    const parts = [...folder];
    for (const part of links[i]!.header.extends!.text.split("/")) {
      if (part === "..") {
        if (parts.length > 0 && parts.at(-1) !== "..") parts.pop();
        else parts.push("..");
      } else if (part !== "." && part !== "") parts.push(part);
    }
    names.set(link.source, parts.join("/"));
    folder = parts.slice(0, -1);
  }
  return names;
}

interface Placed {
  readonly problem: Problem;
  readonly of: SourceText;
}

const move = (span: Span, by: number): Span => ({ start: span.start + by, end: span.end + by });

function shifted(p: Problem, by: number): Problem {
  return spansOf(p, (span) => move(span, by));
}

/** A problem with its places elsewhere. */
function spansOf(p: Problem, to: (span: Span) => Span): Problem {
  return {
    ...p,
    ...(p.span && { span: to(p.span) }),
    ...(p.related && { related: p.related.map((r) => ({ ...r, span: to(r.span) })) }),
    ...(p.fixes && {
      fixes: p.fixes.map((f) => ({ ...f, edits: f.edits.map((e) => ({ ...e, span: to(e.span) })) })),
    }),
  };
}

/** A remark on a file, at its place in the consolidated text; gone when that place is not part of it. */
function mapped(p: Problem, of: SourceText, text: ComposedText<Origin | null>): Problem[] {
  let lost = false;
  const to = (span: Span): Span => {
    let at = 0;
    for (const piece of text.pieces) {
      const length = piece.text?.length ?? piece.span.end - piece.span.start;
      if (
        piece.source === of &&
        piece.text === undefined &&
        piece.span.start <= span.start &&
        span.end <= piece.span.end
      )
        return move(span, at - piece.span.start);
      at += length;
    }
    lost = true;
    return span;
  };
  const there = spansOf(p, to);
  return lost ? [] : [there];
}

/** The consolidated text has to be numbered as its parts say; else a piece is read as something that nobody wrote. */
function readOtherwise(
  link: Link,
  under: ast.MeasureFile,
  file: ast.MeasureFile,
  changes: readonly Change[],
): Problem | null {
  const wanted = expectedPaths(under, link, changes);
  const found = pathsIn(file);
  const same = (a: readonly string[], b: readonly string[]) =>
    a.length === b.length && a.every((x, i) => x === b[i]);
  if (same(wanted.all, found)) return null;
  const there = new Map<string, number>();
  for (const path of found) there.set(path, (there.get(path) ?? 0) + 1);
  const culprit = changes.find((c) => (wanted.of.get(c) ?? []).some((path) => (there.get(path) ?? 0) === 0));
  const { span } = culprit ?? { span: link.header.span };
  return problem("BF2919", { cite: culprit?.cite ?? "" }, { span });
}
