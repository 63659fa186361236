import type { Problem } from "../diagnostics/problem.ts";
import { parse } from "../parser/parse.ts";
import type { SourceText } from "../source/source-text.ts";
import { pageOf } from "./page.ts";
import { unsafe } from "./safety.ts";
import { type Keywords, Writer } from "./words.ts";

/**
 * The formatter's door. Read words.ts (how a token is written), spacing.ts (what stands between two
 * tokens), page.ts with columns.ts and comments.ts (lines, indentation, blank lines) and safety.ts (why a text is refused) in this order.
 */

export interface FormatOptions {
  /** Convert every keyword to this language; names stay. Left out, each keyword stays as it is. */
  readonly keywords?: Keywords;
}

/** What {@link format} gives back. */
export interface Formatted {
  /** The canonical text; null when the source has syntax errors or could not be laid out without loss. */
  readonly text: string | null;
  /** What the parser found, warnings included, and the reason of a refusal (BF6xxx). */
  readonly problems: readonly Problem[];
}

/**
 * Lays out a measure like a printed regulation. The meaning never changes: the result has the same
 * syntax tree and the same comments and notes in the same order, or there is none. Formatting twice is
 * formatting once.
 *
 * ```ts
 * import { format, SourceText } from "banfa";
 *
 * const source = new SourceText("measure.banfa", "办法 甲\n对象 村,标识 编号\n编号: 文字\n");
 * format(source).text?.split("\n").at(-2); // "  编号: 文字"
 * format(source, { keywords: "en" }).text?.split("\n")[0]; // "measure 甲"
 * ```
 */
export function format(source: SourceText, options: FormatOptions = {}): Formatted {
  const parsed = parse(source);
  const { problems } = parsed;
  if (problems.some((p) => p.severity === "error")) return { text: null, problems };
  const text = pageOf(source, parsed.lines, new Writer(source, parsed.file, options.keywords));
  const reason = unsafe(source, parsed, text, options.keywords);
  return reason ? { text: null, problems: [...problems, reason] } : { text, problems };
}
