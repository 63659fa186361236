import { inMessage, labelled, titled, worded } from "../diagnostics/phrases.ts";
import { type Problem, problem } from "../diagnostics/problem.ts";
import { ARTICLE_LEVEL, shortened } from "./line-parts.ts";
import type { Joined, LineNode } from "./lines.ts";
import { openerAt, peel, type Shape, scopeAlone } from "./openers.ts";
import type { Token } from "./tokens.ts";

/** What the tree of lines tells about slips in its structure. */

/** `owner` ends without the colon that the line `item` below it asks for. */
export function lostColon(owner: LineNode, item: Token): Problem {
  const last = owner.tokens[owner.tokens.length - 1]!;
  const span = { start: last.span.end, end: last.span.end };
  const fixes = [titled("end-line-with-colon", [{ span, text: ":" }])];
  const names = { owner: owner.label?.text ?? last.text, item: item.text };
  return problem("BF1021", names, { span: last.span, fixes });
}

/** A line that ends after 评为, with the grade on the next one. */
export function brokenLine({ tokens, line }: Joined, next: Token): Problem {
  const at = tokens.indexOf(next);
  const [last, unit] = [tokens[at - 1]!, tokens[at + 1]];
  const word = `${next.text}${next.kind === "Number" && unit?.kind === "Unit" ? unit.text : ""}`;
  const edits = [{ span: { start: last.span.end, end: next.span.start }, text: " " }];
  // What stands between them may be a comment.
  const fixes = line.comments.length > 0 ? [] : [titled("join-lines", edits)];
  return problem("BF1071", { last: last.text, next: word }, { span: last.span, fixes });
}

/** A line stands deeper than `before`, and is not below it. */
export function misleadingIndent(node: LineNode, before: LineNode, parent: LineNode): Problem | undefined {
  const first = node.label ?? node.tokens[0];
  const above = parent.label?.text;
  const names = {
    label: before.label?.text ?? shortened(before.tokens),
    ...(above === undefined
      ? worded("parent", "whole-measure")
      : inMessage("parent", { zh: `“${above}”`, en: above })),
  };
  return first && problem("BF1023", names, { span: first.span });
}

/** `(二)` further to the right than `(一)`, which it stands beside. */
export function deeperSibling(node: LineNode, parent: LineNode): Problem | undefined {
  const before = parent.children[parent.children.length - 1];
  const beside = before?.label && before.level === node.level && node.line.indent > before.line.indent + 1;
  return beside ? misleadingIndent(node, before, parent) : undefined;
}

/** The first row of 分级处理 or 按情形 that is a condition without a label or a bar. */
export function bareCase(tokens: readonly Token[]): Problem {
  const { span } = tokens[0]!;
  const edits = [{ span: { start: span.start, end: span.start }, text: "| " }];
  const fixes = [titled("begin-line-with-bar", edits)];
  return problem("BF1093", {}, { span, fixes });
}

/**
 * `村:` without a label, a sentence below it, and another one of which nobody can tell whether it is about 村 alone:
 * it stands as deep as the first, or the text has no indentation.
 */
export function besideScope(node: LineNode, parent: LineNode): Problem | undefined {
  const scope = parent.children[parent.children.length - 1];
  const own = scope?.children[0];
  if (!scope?.scope || scope.label || !own || own.label || node.line.kind === "note") return undefined;
  if (peel(node.tokens).prefixes.length > 0) return undefined;
  const { indent } = scope.line;
  // A label tells by itself that what it begins is beside the scope.
  if (node.line.indent <= indent && (node.label || own.line.indent > indent)) return undefined;
  const opener = openerAt(node.tokens, 0);
  if (node.level <= ARTICLE_LEVEL || (opener !== undefined && !RULES.has(opener))) return undefined;
  const first = node.label ?? node.tokens[0];
  const names = { scope: scopeAlone(scope.tokens) ?? "" };
  const related = [labelled("scope-of-one-sentence", scope.tokens[0]!.span)];
  return first && problem("BF1091", names, { span: first.span, related });
}

/** What a scope can narrow, of all that begins with a declaring word. */
const RULES: ReadonlySet<Shape> = new Set([
  "indicator",
  "indicatorGroup",
  "ballot",
  "table",
  "staged",
  "byCase",
] as const);

/** Colons at the end of a line that promise something below, with nothing there. */
export function emptyOwners(node: LineNode): Problem[] {
  return [...node.children, ...node.below, ...node.rows].flatMap((child) => [
    ...emptyOwner(child),
    ...emptyOwners(child),
  ]);
}

function emptyOwner(node: LineNode): Problem[] {
  if (node.owns === undefined || node.children.length + node.rows.length > 0 || node.bad) return [];
  const scope = scopeAlone(node.tokens);
  if (scope !== undefined) return [problem("BF1027", { scope }, { span: node.tokens[0]!.span })];
  if (node.owns === "fields") return [];
  return [problem("BF1022", {}, { span: node.tokens[node.tokens.length - 1]!.span })];
}
