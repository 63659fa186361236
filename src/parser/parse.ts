import { type Problem, problem } from "../diagnostics/problem.ts";
import type { SourceText } from "../source/source-text.ts";
import type { Span } from "../source/span.ts";
import type { MeasureFile } from "./ast.ts";
import { itemsOf } from "./build-ast.ts";
import { checkTree } from "./check-tree.ts";
import { declaredWords } from "./declared-words.ts";
import { effectiveLine } from "./first-period.ts";
import { unquotedTexts } from "./header-slips.ts";
import { layout } from "./layout.ts";
import { lex } from "./lexer.ts";
import { LARGEST_TEXT } from "./limits.ts";
import type { LogicalLine } from "./lines.ts";
import { Reader } from "./reader.ts";
import type { Token } from "./tokens.ts";

/**
 * The parser's door: text → syntax tree and problems. Read lexer.ts (tokens), layout.ts (lines into a tree by their
 * numbering), retype.ts (which words are keywords here), grammar/ (one statement at a time) and
 * build-ast.ts (the tree) in this order.
 */

export interface ParseResult {
  readonly file: MeasureFile;
  /** In the order of the text. */
  readonly problems: readonly Problem[];
  /** Logical lines with their tokens, depth and comments: what a token-based formatter needs. */
  readonly lines: readonly LogicalLine[];
  /** Names that stood in statements which could not be read; nobody should report them as unknown. */
  readonly lostNames: ReadonlySet<string>;
}

/** Parses a measure. Never throws: whatever the text, there is a tree (perhaps empty) and there are problems. */
export function parse(source: SourceText): ParseResult {
  const size = source.text.length;
  if (size > LARGEST_TEXT)
    return failed(source, problem("BF1010", { size, limit: LARGEST_TEXT }, { span: { start: 0, end: 0 } }));
  const lexed = lex(source);
  const { root, lines, problems: structural } = layout(lexed.lines);
  if (!lines.some((l) => l.kind !== "comment")) {
    if (lexed.problems.length === 0)
      return failed(source, problem("BF1013", {}, { span: { start: 0, end: 0 } }));
  }
  const reader = new Reader(declaredWords(lines), effectiveLine(lines));
  const file: MeasureFile = {
    ...{ kind: "file", span: { start: 0, end: size } },
    body: itemsOf(root.children, reader),
    comments: lines.flatMap((l) => l.comments),
    language: languageOf(lines),
  };
  const problems = [...unquotedTexts(lexed.problems, source), ...reader.problems];
  const first = [...problems];
  const tree: Problem[] = [];
  checkTree(file, source, tree);
  problems.push(...tree.filter((p) => !followsFrom(p, [...first, ...structural], source)));
  problems.push(...structural.filter((p) => !isConsequence(p, problems, reader.broken, source)));
  dropRepeats(problems, source);
  problems.sort((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0));
  if (isNoMeasure(file, lines, problems))
    return { ...failed(source, problem("BF1014", {}, { span: { start: 0, end: 0 } })), lines };
  return { file, problems, lines, lostNames: reader.lost };
}

function failed(source: SourceText, only: Problem): ParseResult {
  const span = { start: 0, end: source.text.length };
  const file: MeasureFile = { kind: "file", span, body: [], comments: [], language: "zh" };
  return { file, problems: [only], lines: [], lostNames: new Set() };
}

/** Whether a problem of the structure only repeats that its statement could not be read, or lacks its list. */
function isConsequence(
  p: Problem,
  others: readonly Problem[],
  broken: readonly Span[],
  source: SourceText,
): boolean {
  if (p.severity !== "error" || !p.span) return false;
  const at = p.span.start;
  if (broken.some((b) => b.start <= at && at <= b.end + 1)) return true;
  if (p.code !== "BF1022") return false;
  const line = source.position(at).line;
  return others.some(
    (o) =>
      (o.code === "BF1049" && o.span!.start < at && at - o.span!.start < 200) ||
      // The first item could not be read.
      (o.severity === "error" && o.span !== undefined && source.position(o.span.start).line === line + 1),
  );
}

/** Lines after a line that could not be read whose indentation may still be its own. */
const NEAR = 3;

/** A result cut off from its condition, and indentation below a line that could not be read, need no word of their own. */
function dropRepeats(problems: Problem[], source: SourceText): void {
  const lines = new Map<number, Problem[]>();
  const lineOf = (p: Problem) => source.position(p.span?.start ?? 0).line;
  for (const p of problems) lines.set(lineOf(p), [...(lines.get(lineOf(p)) ?? []), p]);
  const some = (line: number, is: (p: Problem) => boolean) => lines.get(line)?.some(is) ?? false;
  const kept = problems.filter((p) => {
    const line = lineOf(p);
    if (p.code === "BF1041") return !some(line, (o) => o.code === "BF1031" || o.code === "BF1049");
    if (p.code !== "BF1023") return true;
    return !Array.from({ length: NEAR + 1 }, (_, i) => line - i).some((at) =>
      some(at, (o) => o.severity === "error"),
    );
  });
  problems.splice(0, problems.length, ...kept);
}

/**
 * Whether a problem of the tree comes of another: a sentence with an unclosed quotation, a list whose first item could
 * not be read or that has lost its colon.
 */
function followsFrom(p: Problem, others: readonly Problem[], source: SourceText): boolean {
  const lineOf = (x: Problem) => source.position(x.span!.start).line;
  const line = lineOf(p);
  return others.some((o) => {
    if (!o.span || o.severity !== "error") return false;
    const at = lineOf(o);
    if (p.code === "BF1059" && o.code === "BF1021") return at === line;
    if (p.code === "BF1049" && at === line + 1) return true;
    return at === line && /^BF100[1-6]$/.test(o.code);
  });
}

/** The language of most keywords; Chinese when there are none. */
function languageOf(lines: readonly LogicalLine[]): "zh" | "en" {
  let english = 0;
  let chinese = 0;
  for (const { tokens } of lines)
    for (const token of tokens) {
      if (!isKeyword(token)) continue;
      if (/^[A-Za-z]/.test(token.text)) english++;
      else chinese++;
    }
  return english > chinese ? "en" : "zh";
}

const NOT_KEYWORDS = new Set(
  "Name Number Unit Date Text Title Label Chapter Citation Note Unknown".split(" "),
);

function isKeyword(token: Token): boolean {
  return !NOT_KEYWORDS.has(token.kind) && /[\p{L}]/u.test(token.text);
}

/** A text without 办法 most of whose lines are errors is some other file: one message instead of a hundred. */
function isNoMeasure(
  file: MeasureFile,
  lines: readonly LogicalLine[],
  problems: readonly Problem[],
): boolean {
  if (file.body.some((item) => item.kind === "measure")) return false;
  const errors = problems.filter((p) => p.severity === "error").length;
  const content = lines.filter((l) => l.kind !== "comment").length;
  const nothing = file.body.every((item) => item.kind === "bare-condition");
  return nothing ? content >= 2 && errors > 0 : content >= 3 && errors * 2 > content;
}
