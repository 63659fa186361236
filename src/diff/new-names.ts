/** A version read with other names in some places, which is the same measure but for these. */
import { compile } from "../compiler/compile.ts";
import type { Name } from "../parser/ast.ts";
import { childrenOf, type Node } from "../parser/children.ts";
import { ComposedText, piecesOf } from "../source/composed-text.ts";
import { SourceText } from "../source/source-text.ts";
import type { Version } from "./types.ts";

/** null where that is not the same measure but for the names. */
export function withNames(version: Version, names: ReadonlyMap<string, string>): Version | null {
  return withNamesAt(
    version,
    names,
    allNames(version.file).filter((n) => names.has(n.text)),
  );
}

/** As {@link withNames}, in some of the places. */
export function withNamesAt(
  version: Version,
  names: ReadonlyMap<string, string>,
  at: readonly Name[],
): Version | null {
  const { source } = version;
  const places = at.toSorted((a, b) => a.span.start - b.span.start);
  if (places.length === 0) return null;
  const texts: { readonly start: number; readonly end: number; readonly text: string }[] = [];
  for (const { span, text } of places) {
    const written = source.slice(span);
    if (texts.length > 0 && texts.at(-1)!.end > span.start) continue;
    if (!written.includes(text)) return null;
    texts.push({ start: span.start, end: span.end, text: written.replace(text, () => names.get(text)!) });
  }
  const renamed = compile(replaced(source, texts));
  if (!renamed.measure || !sameButNames(version.measure, renamed.measure, [...names])) return null;
  return { source: renamed.source, file: renamed.file, measure: renamed.measure };
}

export const allNames = (node: Node): Name[] =>
  node.kind === "name" ? [node] : childrenOf(node).flatMap(allNames);

function replaced(
  source: SourceText,
  texts: readonly { readonly start: number; readonly end: number; readonly text: string }[],
): SourceText {
  const stretches: { readonly start: number; readonly end: number; readonly text?: string }[] = [];
  let at = 0;
  for (const t of texts) {
    stretches.push({ start: at, end: t.start }, t);
    at = t.end;
  }
  stretches.push({ start: at, end: source.text.length });
  if (!(source instanceof ComposedText))
    return new SourceText(source.name, stretches.map((s) => s.text ?? source.slice(s)).join(""));
  const pieces = stretches.flatMap((s) => {
    const [first, ...rest] = piecesOf<unknown>(source, s, null);
    return s.text === undefined || !first ? (first ? [first, ...rest] : []) : [{ ...first, text: s.text }];
  });
  return new ComposedText<unknown>(source.name, pieces);
}

/** Places and words for readers, which are no part of what a measure computes. */
const WORDS: ReadonlySet<string> = new Set([
  "span",
  "restSpan",
  "text",
  "title",
  "effect",
  "test",
  "notes",
  "description",
]);

/** Whether two things that the compiler made are the same, read with the new names. */
function sameButNames(a: unknown, b: unknown, names: readonly (readonly [string, string])[]): boolean {
  if (typeof a === "string" && typeof b === "string")
    return a === b || names.reduce((t, [from, to]) => t.replaceAll(from, to), a) === b;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b;
  if (Array.isArray(a) || Array.isArray(b))
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((x, i) => sameButNames(x, b[i], names))
    );
  const [x, y] = [a, b] as [Readonly<Record<string, unknown>>, Readonly<Record<string, unknown>>];
  const keys = (o: object) => Object.keys(o).filter((k) => !WORDS.has(k));
  return keys(x).length === keys(y).length && keys(x).every((k) => k in y && sameButNames(x[k], y[k], names));
}
