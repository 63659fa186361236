import type { Problem } from "../../diagnostics/problem.ts";
import type { SourceText } from "../../source/source-text.ts";

/**
 * What a check of the base says is not said again of every layer on it: whoever writes the layer cannot mend it, and
 * what the layer itself leaves open would be lost among it. Errors stay, for without the base there is no measure.
 */
export function withoutThoseOfTheBase(
  problems: readonly Problem[],
  source: SourceText,
  base: { readonly source: SourceText; readonly problems: readonly Problem[] },
): Problem[] {
  const key = (p: Problem, of: SourceText): string => {
    const { source: file, span } = of.locate(p.span ?? { start: 0, end: 0 });
    return JSON.stringify([p.code, file.name, span.start, span.end, p.parameters]);
  };
  const known = new Set(base.problems.map((p) => key(p, base.source)));
  const files = new Set(filesBelow(base.source));
  return problems.filter((p) => {
    if (p.severity === "error") return true;
    // An acceptance of the base that has nothing left to accept is no slip of the base.
    if (p.code === "BF5103" && files.has(source.locate(p.span ?? { start: 0, end: 0 }).source)) return false;
    return !known.has(key(p, source));
  });
}

const filesBelow = (source: SourceText): readonly SourceText[] =>
  "sources" in source ? (source.sources as readonly SourceText[]) : [source];
