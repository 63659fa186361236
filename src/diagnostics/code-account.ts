import { type Catalogue, type Code, catalogue } from "./catalogue/index.ts";
import type { Example } from "./explanations/explanation.ts";
import { explanations } from "./explanations/index.ts";
import { type FamilyName, familyOf } from "./families.ts";
import type { CatalogueEntry, Language, Severity } from "./message.ts";

/** All that is known about one code, in one language: what `explain-code` shows and a page in `docs/diagnostics/` says. */
export interface CodeAccount {
  readonly code: Code;
  readonly family: FamilyName;
  readonly severity: Severity;
  /** The class of ambiguity, where the code reports one. */
  readonly ambiguity?: string;
  readonly title: string;
  /** The message and the next step, with `…` where figures and names stand. */
  readonly message: string;
  readonly help: string;
  /** Paragraphs; none for a code whose explanation is still to be written. */
  readonly explanation: readonly string[];
  readonly example?: Example;
}

export function accountOfCode(code: Code, language: Language): CodeAccount {
  const entry: CatalogueEntry = (catalogue as Catalogue)[code];
  const words = entry[language];
  const explanation = explanations[code];
  return {
    code,
    family: familyOf(code),
    severity: entry.severity,
    ...(entry.ambiguity === undefined ? {} : { ambiguity: entry.ambiguity }),
    title: words.title,
    message: withoutParameters(words.message),
    help: withoutParameters(words.help),
    explanation: explanation === undefined ? [] : explanation[language].split("\n\n"),
    ...(explanation?.example === undefined ? {} : { example: explanation.example }),
  };
}

export function isCode(text: string): text is Code {
  return Object.hasOwn(catalogue, text);
}

/** `hint`, `by` and `all` are whole sentences that may be absent; of a help that is only a hint nothing is left. */
function withoutParameters(text: string): string {
  return (
    text
      .replace(/\{(?:hint|by|all)(?:En|Zh)?\}/g, "")
      .replace(/\{\w+\}/g, "…")
      // Of `[row|rows]` the form for several.
      .replace(/\[[^[\]|]*\|([^[\]|]*)\]/g, "$1")
      .replace(/…\.$/, "…")
      .trim()
  );
}
