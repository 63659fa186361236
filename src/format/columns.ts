import type { TokenKind } from "../parser/tokens.ts";
import type { Word } from "./words.ts";

/** The column of a data block in which its sources and descriptions stand, as in a printed form. */

/** Spaces before a tail that stands beyond the column. */
export const GAP = 2;
/** Fields wider than this have their tail right behind them instead of pushing everybody's to the right. */
const WIDEST_FIELD = 32;

/** After these a text or 来源 belongs to what stands before it. */
const BINDS = new Set<TokenKind>(
  "Colon Comma Enumerate Compare Default Source Alias Inverse OptionsType LevelsType YearlyType".split(
    " ",
  ) as TokenKind[],
);

/** Where the tail of a field begins: `来源 …` or a description without a comma before it; -1 when it has none. */
export function tailOf(words: readonly Word[]): number {
  return words.findIndex(
    ({ token: { kind } }, i) =>
      i > 2 && (kind === "Source" || kind === "Text") && !BINDS.has(words[i - 1]!.token.kind),
  );
}

/** The column (from 0) of the tails of a block whose fields are so wide. */
export function columnOf(widths: readonly number[]): number {
  return GAP + widths.reduce((widest, w) => (w > WIDEST_FIELD ? widest : Math.max(widest, w)), 0);
}
