import { titled } from "../diagnostics/phrases.ts";
import { type Problem, problem } from "../diagnostics/problem.ts";
import { join } from "../source/span.ts";
import type { LabelStyle } from "./ast.ts";
import type { Token } from "./tokens.ts";

/** What the layout knows of labels and of single lines. */

export const ARTICLE_LEVEL = 2;
/** Usual ranks below the article; the first use in an article may set another (see layout.ts). */
export const USUAL_LEVEL: Readonly<Record<LabelStyle, number>> = {
  article: ARTICLE_LEVEL,
  enumerated: ARTICLE_LEVEL,
  tortoise: ARTICLE_LEVEL,
  paragraph: 2.5,
  "parenthesised-han": 3,
  decimal: 3,
  dotted: 4,
  "parenthesised-digit": 5,
  circled: 6,
  letter: 7,
};

/** Left over from a printed page: said once, and no line of the measure. */
export function pageNumber(tokens: readonly Token[]): Problem {
  const span = join(tokens[0]!.span, tokens[tokens.length - 1]!.span);
  const found = tokens.map((t) => t.text).join(" ");
  const fixes = [titled("delete-page-number", [{ span, text: "" }])];
  return problem("BF1003", { found }, { span, fixes });
}

/** The beginning of a line, to name it by. */
export function shortened(tokens: readonly Token[]): string {
  const words = tokens.slice(0, 3).map((t) => t.text);
  return tokens.length > 3 ? `${words.join("")}…` : words.join("");
}
