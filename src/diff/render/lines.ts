import { AFFECTED, sentence } from "../sentences.ts";
import type { Change } from "../types.ts";

/** What a change says, a sentence a line; for what came or went as a whole its text. */
export function linesOf(c: Change, language: "zh" | "en"): string[] {
  const lines = c.parts.map((p) => sentence(p, language));
  if (c.kind === "affected") lines.push(AFFECTED[language]);
  if (c.old === null || c.new === null) {
    const { text } = (c.new ?? c.old)!;
    if (text !== "") lines.push(text);
  }
  return lines;
}
