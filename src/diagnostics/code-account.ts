import { type Catalogue, type Code, catalogue } from "./catalogue/index.ts";
import type { Example } from "./explanations/explanation.ts";
import { explanations } from "./explanations/index.ts";
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

export type FamilyName = (typeof FAMILIES)[number]["name"];

/** The families by the first digit of their codes. */
export const FAMILIES = [
  { digit: "1", name: "syntax", zh: "写法", en: "Syntax" },
  { digit: "2", name: "names", zh: "名称和单位", en: "Names and types" },
  { digit: "3", name: "ambiguity", zh: "歧义", en: "Ambiguity" },
  { digit: "4", name: "data", zh: "数据和文件", en: "Data and files" },
  { digit: "5", name: "style", zh: "文风", en: "Style" },
  { digit: "6", name: "layout", zh: "排版", en: "Layout" },
  { digit: "9", name: "usage", zh: "命令用法", en: "The command line" },
] as const;

export function accountOfCode(code: Code, language: Language): CodeAccount {
  const entry: CatalogueEntry = (catalogue as Catalogue)[code];
  const words = entry[language];
  const explanation = explanations[code];
  return {
    code,
    family: (FAMILIES.find((f) => f.digit === code[2]) ?? FAMILIES[6]).name,
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

/** `hint` and `by` are whole sentences that may be absent; of a help that is only a hint nothing is left. */
function withoutParameters(text: string): string {
  return text
    .replace(/\{(?:hint|by)(?:En|Zh)?\}/g, "")
    .replace(/\{\w+\}/g, "…")
    .trim();
}
