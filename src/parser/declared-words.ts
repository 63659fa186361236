import type { LogicalLine } from "./lines.ts";
import { openerAt } from "./openers.ts";
import type { Token } from "./tokens.ts";

/**
 * The words a measure declares, by the look of its lines alone: what stands before the colon of a field, behind a
 * declaring word, before `=`, and the options and actions that are listed. Good enough to tell where a space was
 * forgotten, and there before any line is read.
 */
export function declaredWords(lines: readonly LogicalLine[]): ReadonlySet<string> {
  const words = new Set<string>();
  const add = (token: Token | undefined) => {
    if (token?.kind === "Name" && token.text.length > 1) words.add(token.text);
  };
  for (const line of lines) {
    const tokens = bare(line.tokens);
    const shape = openerAt(tokens, 0);
    if (line.kind === "field") add(tokens[0]);
    if (shape !== undefined && shape !== "acceptance") add(tokens[1]);
    if (shape === "actions") for (const token of tokens.slice(2)) add(token);
    tokens.forEach((token, i) => {
      if (tokens[i + 1]?.kind === "Equals") add(token);
      const { kind } = tokens[i - 1] ?? {};
      if (kind === "OptionsType" || kind === "LevelsType" || kind === "Order") addList(tokens, i, add);
    });
  }
  return words;
}

/** A line without its label and title. */
function bare(tokens: readonly Token[]): readonly Token[] {
  const from = tokens.findIndex((t) => t.kind !== "Label" && t.kind !== "Title");
  return from < 0 ? [] : tokens.slice(from);
}

function addList(tokens: readonly Token[], from: number, add: (t: Token) => void): void {
  for (let i = from; i < tokens.length; i += 2) {
    add(tokens[i]!);
    const mark = tokens[i + 1]?.kind;
    if (mark !== "Enumerate" && mark !== "Compare") return;
  }
}
