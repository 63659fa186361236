import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The pages of the language reference and the examples on them. A fenced block marked `banfa` is a complete
 * measure; a `yaml` block after it is a case of that measure, written as in a cases file without its name.
 *
 * What stands behind `banfa` says what a check must find: nothing (no finding at all), `warning BF…` (exactly
 * these warnings) or `error BF…` (exactly this error).
 */

export const folder = join(import.meta.dirname, "../../docs/language");

export interface Example {
  /** Line of the opening fence, 1 for the first of the page. */
  readonly line: number;
  readonly text: string;
  readonly expected: { readonly severity: "none" | "warning" | "error"; readonly codes: readonly string[] };
  readonly cases: readonly { readonly line: number; readonly text: string }[];
}

export const pageNames: readonly string[] = readdirSync(folder)
  .filter((name) => name.endsWith(".md"))
  .sort();

export const readPage = (name: string): string => readFileSync(join(folder, name), "utf8");

const FENCE = /^```(.*)$/;

/** Every fenced block: the words behind the fence, and the text. */
export function blocksOf(page: string): { line: number; info: string; text: string }[] {
  const blocks: { line: number; info: string; text: string }[] = [];
  const lines = page.split("\n");
  for (let i = 0; i < lines.length; i++) {
    const open = FENCE.exec(lines[i]!);
    if (!open) continue;
    const start = i;
    const body: string[] = [];
    for (i++; i < lines.length && lines[i] !== "```"; i++) body.push(lines[i]!);
    blocks.push({ line: start + 1, info: open[1]!.trim(), text: `${body.join("\n")}\n` });
  }
  return blocks;
}

export function examplesOf(page: string): Example[] {
  const examples: (Example & { cases: { line: number; text: string }[] })[] = [];
  for (const block of blocksOf(page)) {
    const [language, severity, ...codes] = block.info.split(/\s+/);
    if (language === "yaml") examples.at(-1)?.cases.push({ line: block.line, text: block.text });
    else if (language === "banfa")
      examples.push({
        line: block.line,
        text: block.text,
        expected: { severity: severityOf(severity), codes },
        cases: [],
      });
  }
  return examples;
}

function severityOf(word: string | undefined): Example["expected"]["severity"] {
  if (word === undefined) return "none";
  if (word === "warning" || word === "error") return word;
  throw new Error(`a banfa block is marked “${word}”; it can be “warning CODE” or “error CODE”`);
}
