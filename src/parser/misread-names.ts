import { titled, worded } from "../diagnostics/phrases.ts";
import { type Problem, problem } from "../diagnostics/problem.ts";
import { join } from "../source/span.ts";
import { POSITIONAL } from "./keywords.ts";
import { isWord } from "./openers.ts";
import type { Token, TokenKind } from "./tokens.ts";

/** Names that the lexer cannot read as names: with a digit in them, or spelt like a reserved word. */

/** `得分2: 0至100分`, `得分2 低于60分`: a digit ends a Chinese word. A number with its unit is no part of a name. */
export function nameWithDigits(tokens: readonly Token[], index: number): Problem | undefined {
  const quarter = ordinalName(tokens, index);
  if (quarter) return quarter;
  const at = index - (tokens[index]!.kind === "Number" ? 0 : 1);
  const [name, digits, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (name?.kind !== "Name" || name.quoted || digits?.kind !== "Number" || next?.kind === "Unit")
    return undefined;
  if (name.span.end !== digits.span.start || !/^\d+$/.test(digits.text)) return undefined;
  const goesOn = next?.kind === "Name" && !next.quoted && next.span.start === digits.span.end;
  return quotedWhole(goesOn ? [name, digits, next] : [name, digits]);
}

/** `第1季度得分: 0至100分`: 第 and a number before a unit read as nothing else here. */
function ordinalName(tokens: readonly Token[], index: number): Problem | undefined {
  const start = tokens.slice(0, index + 1).findLastIndex((t) => t.kind === "Name" && t.text === "第");
  const run = start < 0 ? [] : tokens.slice(start, start + 5);
  const ends = run.findIndex((t, i) => i > 0 && t.span.start !== run[i - 1]!.span.end);
  const parts = run.slice(0, ends < 0 ? run.length : ends);
  const last = parts.findIndex((t, i) => i > 1 && t.kind === "Name");
  if (parts[1]?.kind !== "Number" || last < 0 || start + last < index) return undefined;
  return parts.slice(2, last).every((t) => t.kind === "Unit")
    ? quotedWhole(parts.slice(0, last + 1))
    : undefined;
}

function quotedWhole(parts: readonly Token[]): Problem {
  const span = join(parts[0]!.span, parts.at(-1)!.span);
  const text = parts.map((t) => t.text).join("");
  const fixes = [titled("change-to-quoted", [{ span, text: `「${text}」` }], { text })];
  return problem("BF1097", { name: text }, { span, fixes });
}

/** `较大值(前, 每)`: a reserved word where an argument or an operand should stand. */
export function reservedOperand(tokens: readonly Token[], index: number): Problem | undefined {
  const at = tokens[index];
  if (at && isOperand(tokens, index)) return reservedName(at);
  // 每 or 近 opens a phrase, so that only what comes after it does not fit.
  const opener = tokens[index - 1];
  return opener && !POSITIONAL.has(opener.kind) && isOperand(tokens, index - 1)
    ? reservedName(opener, worded("other", "complete-phrase", { word: opener.text }))
    : undefined;
}

/** A word of the language where only a name can stand. */
export function reservedName(
  { text, span }: Token,
  other: Readonly<Record<"other" | "otherEn", string>> = worded("other", "add-the-name"),
): Problem {
  const fixes = [titled("change-to-quoted", [{ span, text: `「${text}」` }], { text })];
  return problem("BF1034", { found: text, ...other }, { span, fixes });
}

/** Whether a keyword stands alone between brackets, commas or operators. */
function isOperand(tokens: readonly Token[], index: number): boolean {
  const [previous, at, next] = [tokens[index - 1], tokens[index]!, tokens[index + 1]];
  if (!isWord(at) || at.kind === "Name" || !previous) return false;
  const inBrackets = depthBefore(tokens, index) > 0;
  const opens =
    previous.kind === "Open" || (previous.kind === "Comma" && inBrackets) || OPERATORS.has(previous.kind);
  const ends =
    next === undefined || next.kind === "Close" || next.kind === "Comma" || OPERATORS.has(next.kind);
  return opens && ends;
}

const depthBefore = (tokens: readonly Token[], index: number): number =>
  tokens
    .slice(0, index)
    .reduce((depth, t) => depth + (t.kind === "Open" ? 1 : t.kind === "Close" ? -1 : 0), 0);

const OPERATORS: ReadonlySet<TokenKind> = new Set(["Plus", "Minus", "Times", "Equals"] as const);
