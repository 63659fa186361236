import { worded } from "../diagnostics/phrases.ts";
import { type Problem, problem } from "../diagnostics/problem.ts";
import { type ParseResult, parse } from "../parser/parse.ts";
import { SourceText } from "../source/source-text.ts";
import type { Span } from "../source/span.ts";
import { firstDifference } from "./same-tree.ts";
import type { Keywords } from "./words.ts";

/**
 * The last look before a text is handed out: read again, it must say the same, with every comment and note at
 * its place among the words.
 */

/**
 * What keeps a laid-out text from replacing its source; undefined when nothing does.
 * @param before the source as parsed, without errors
 * @param after the text that is to replace it
 * @param keywords set when keywords were converted
 */
export function unsafe(
  source: SourceText,
  before: ParseResult,
  after: string,
  keywords?: Keywords,
): Problem | undefined {
  const read = parse(new SourceText(source.name, after));
  const [old, now] = [streamOf(before), streamOf(read)];
  const at = old.findIndex((piece, i) => piece.key !== now[i]?.key);
  if (at >= 0 || now.length > old.length) {
    const piece = old[at < 0 ? old.length - 1 : at];
    // A comment out of place is a comment's problem only while the words themselves are all there.
    const words = (pieces: readonly Piece[]) => pieces.filter((p) => !p.remark).map((p) => p.key);
    const comment = words(old).join("\n") === words(now).join("\n");
    return refusal(source, piece?.span ?? { start: 0, end: 0 }, comment ? "comment" : "words", keywords);
  }
  const path = firstDifference(before.file, read.file, { acrossLanguages: keywords !== undefined });
  if (path === undefined && !read.problems.some((p) => p.severity === "error")) return undefined;
  return refusal(source, spanAt(before.file, path ?? ""), "words", keywords);
}

function refusal(
  source: SourceText,
  span: Span,
  what: "comment" | "words",
  keywords: Keywords | undefined,
): Problem {
  const { line } = source.position(span.start);
  if (what === "comment") return problem("BF6002", { line }, { span });
  if (keywords === undefined) return problem("BF6001", { line }, { span });
  return problem(
    "BF6003",
    { line, ...worded("language", keywords === "zh" ? "chinese" : "english") },
    { span },
  );
}

/** A token by its kind, or a comment or a note by its text. */
interface Piece {
  readonly key: string;
  readonly remark: boolean;
  readonly span: Span;
}

/** Tokens, comments and notes in the order of the text. */
function streamOf({ lines }: ParseResult): Piece[] {
  const pieces: Piece[] = [];
  for (const line of lines) {
    for (const { kind, text, span } of line.tokens) {
      const remark = kind === "Note";
      pieces.push({ key: remark ? `${kind} ${text}` : kind, remark, span });
    }
    for (const { text, span } of line.comments)
      pieces.push({ key: `#${text.slice(1).trimEnd()}`, remark: true, span });
  }
  return pieces.sort((a, b) => a.span.start - b.span.start);
}

/** The span of the innermost node on a path of {@link firstDifference}. */
function spanAt(tree: unknown, path: string): Span {
  let span: Span = { start: 0, end: 0 };
  let node = tree;
  for (const key of path.split(".")) {
    if (typeof node !== "object" || node === null) break;
    if ("kind" in node && "span" in node) span = node.span as Span;
    node = (node as Record<string, unknown>)[key];
  }
  return span;
}
