import { type Problem, problem } from "../diagnostics/problem.ts";
import type { Token, TokenKind } from "./tokens.ts";

/** Limits that keep a hostile text from exhausting the stack or the memory of whoever reads it. */

/** UTF-16 units, about 5 MB of ASCII. */
export const LARGEST_TEXT = 5_000_000;
/** Parentheses, 非, 若 … inside each other. */
export const DEEPEST_NESTING = 64;
/** Operators in one statement: each nests the tree by one. */
const MOST_OPERATORS = 1000;

const PREFIXES = new Set<TokenKind>([
  "Not",
  "Past",
  "Near",
  "Prior",
  "From",
  "Consecutive",
  "AddingUpTo",
  "ForEvery",
  "Minus",
  "YearlyType",
]);
const OPERATORS = new Set<TokenKind>(["Plus", "Minus", "Times"]);

/** The problem of a statement that is nested too deeply or too long; undefined when it is fine. */
export function tooLarge(tokens: readonly Token[]): Problem | undefined {
  let open = 0;
  let prefixes = 0;
  let branches = 0;
  let operators = 0;
  for (const token of tokens) {
    if (token.kind === "Open") open++;
    else if (token.kind === "Close") open--;
    else if (token.kind === "If") branches++;
    if (OPERATORS.has(token.kind)) operators++;
    if (PREFIXES.has(token.kind)) prefixes++;
    else if (token.kind !== "Number" && token.kind !== "Unit" && token.kind !== "Open") prefixes = 0;
    if (open + prefixes + branches > DEEPEST_NESTING)
      return problem("BF1011", { limit: DEEPEST_NESTING }, { span: token.span });
    if (operators > MOST_OPERATORS) return problem("BF1012", { limit: MOST_OPERATORS }, { span: token.span });
  }
  return undefined;
}
