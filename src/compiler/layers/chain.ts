import { type Problem, problem } from "../../diagnostics/problem.ts";
import type * as ast from "../../parser/ast.ts";
import { parse } from "../../parser/parse.ts";
import { SourceText } from "../../source/source-text.ts";

/** The files of a layered measure, from the layer down to the measure that builds on no other. */

/**
 * Finds the text of a base. `reference` is what stands behind 沿用: a relative path with forward slashes that ends in
 * `.banfa`; `from` is the `path` of the text in which it stands. Null: there is none.
 */
export type Resolve = (
  reference: string,
  from: string,
) => { readonly path: string; readonly text: string } | null;

/** Layers above a base; regions, prefectures, counties and towns need three. */
const MOST_LAYERS = 8;

export interface Link {
  readonly source: SourceText;
  readonly file: ast.MeasureFile;
  readonly header: ast.MeasureHeader;
  readonly name: string;
  readonly issuers: readonly string[];
  readonly problems: readonly Problem[];
}

export interface Chain {
  /** The layer first. */
  readonly links: readonly Link[];
  /** Why it does not reach its base, and in which text. */
  readonly problem: { readonly problem: Problem; readonly of: SourceText } | null;
}

export function chainOf(source: SourceText, resolve: Resolve | undefined): Chain {
  const links: Link[] = [];
  let current = source;
  for (;;) {
    const link = linkOf(current);
    links.push(link);
    const reference = link.header.extends;
    if (reference === undefined) return { links, problem: null };
    const stop = (p: Problem): Chain => ({ links, problem: { problem: p, of: current } });
    const { span, text } = reference;
    if (!isRelative(text)) return stop(problem("BF2903", { reference: text }, { span }));
    if (links.length > MOST_LAYERS) return stop(problem("BF2905", { limit: MOST_LAYERS }, { span }));
    const found = resolve?.(text, current.name) ?? null;
    if (found === null) return stop(problem("BF2902", { reference: text }, { span }));
    const before = links.find((l) => l.source.name === found.path);
    if (before) return stop(problem("BF2904", { reference: text, name: before.name }, { span }));
    current = new SourceText(found.path, found.text);
  }
}

/** No address, no place on one machine only, nothing but a measure. */
function isRelative(reference: string): boolean {
  return (
    /\.banfa$/.test(reference) &&
    !/^[/\\]|^[A-Za-z][A-Za-z0-9+.-]*:|\\|[\p{Cc}?#]/u.test(reference) &&
    reference.length <= 1000
  );
}

function linkOf(source: SourceText): Link {
  const { file, problems } = parse(source);
  const statements = file.body.flatMap((i) => (i.kind === "chapter" || i.kind === "section" ? [] : [i]));
  const none: ast.MeasureHeader = {
    kind: "measure",
    span: { start: 0, end: 0 },
    name: { kind: "name", span: { start: 0, end: 0 }, text: "" },
  };
  const header = statements.find((s) => s.kind === "measure") ?? none;
  return {
    source,
    file,
    header,
    name: header.name.text,
    issuers: statements.flatMap((s) => (s.kind === "issuers" ? s.names.map((n) => n.text) : [])),
    problems,
  };
}
