import type { Span } from "../source/span.ts";
import { type Catalogue, type Code, catalogue } from "./catalogue/index.ts";
import type { CatalogueEntry, Language, ParametersOf, Severity, Wording } from "./message.ts";

/** A second place that explains a problem: the other declaration, the row that overlaps. */
export interface Related {
  readonly span: Span;
  readonly zh: string;
  readonly en: string;
}

/** A change to the text that would close a problem. Its edits do not overlap and are made all or none. */
export interface Fix {
  /** Of several, the one to make without asking. Leave it out where somebody has to decide. */
  readonly preferred?: true;
  readonly zh: string;
  readonly en: string;
  readonly edits: readonly { readonly span: Span; readonly text: string }[];
}

/** Where in a data file a problem stands; rows count from 1 and include the header. */
export interface DataPlace {
  readonly file: string;
  readonly row?: number;
  /** Of a workbook: the sheet, and the cell (`C17`). */
  readonly sheet?: string;
  readonly cell?: string;
  readonly field?: string;
  /** The subject's id, where known. */
  readonly subject?: string;
}

/** One mistake or finding: a code, its parameters and its place. Rendering is done elsewhere. */
export interface Problem {
  readonly code: Code;
  readonly severity: Severity;
  readonly parameters: Readonly<Record<string, string | number>>;
  /** Place in the measure's text. */
  readonly span?: Span;
  /** Place in a data file. */
  readonly data?: DataPlace;
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
  /** Set when an acceptance (认可) in the measure covers this finding: the recorded reason. */
  readonly accepted?: string;
}

export interface ProblemExtras {
  readonly span?: Span;
  readonly data?: DataPlace;
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
}

/** Builds a problem. A wrong code or a missing placeholder does not compile. */
export function problem<C extends Code>(
  code: C,
  parameters: Catalogue[C] extends CatalogueEntry ? ParametersOf<Catalogue[C]> : never,
  extras: ProblemExtras = {},
): Problem {
  const entry: CatalogueEntry = catalogue[code];
  return { code, severity: entry.severity, parameters, ...extras };
}

/**
 * The texts of a problem with its parameters filled in.
 *
 * ```ts
 * import { compile, wording } from "banfa";
 *
 * const { problems } = compile("办法 甲\n第一条 宣示\n");
 * const { message } = wording(problems[0]!, "en");
 * message; // "Nothing says who is assessed."
 * ```
 */
export function wording(p: Problem, language: Language): Wording {
  const entry: CatalogueEntry = catalogue[p.code];
  const texts = entry[language];
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) =>
      Object.hasOwn(p.parameters, name) ? String(p.parameters[name]) : whole,
    );
  return { title: texts.title, message: fill(texts.message), help: fill(texts.help) };
}

/** Whether there is a mistake among them that no acceptance covers: then there is no measure. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((p) => p.severity === "error" && p.accepted === undefined);
}
