import type { Span } from "../source/span.ts";
import { type Catalogue, type Code, catalogue } from "./catalogue/index.ts";
import {
  type CatalogueEntry,
  filled,
  type Language,
  LIST_MARK,
  type ParametersOf,
  type ParameterValue,
  type Severity,
  type Wording,
} from "./message.ts";

/** A second place that explains a problem: the other declaration, the row that overlaps. */
export interface Related {
  /** In the same text. */
  readonly span: Span;
  /** What it has to do with the problem, in Chinese. */
  readonly zh: string;
  /** The same in English. */
  readonly en: string;
}

/** A change to the text that would close a problem. Its edits do not overlap and are made all or none. */
export interface Fix {
  /** Of several, the one to make without asking. Leave it out where somebody has to decide. */
  readonly preferred?: true;
  /** What it does, in Chinese. */
  readonly zh: string;
  /** The same in English. */
  readonly en: string;
  /** `text` takes the place of `span`; offsets are those of the text before any of them. */
  readonly edits: readonly { readonly span: Span; readonly text: string }[];
}

/** Where in a data file a problem stands; rows count from 1 and include the header. */
export interface DataPlace {
  /** As it was named when it was read. */
  readonly file: string;
  /** The row or line. */
  readonly row?: number;
  /** Of a workbook. */
  readonly sheet?: string;
  /** `C17` */
  readonly cell?: string;
  /** Name of the fact. */
  readonly field?: string;
  /** The subject's id, where known. */
  readonly subject?: string;
}

/** One mistake or finding: a code, its parameters and its place. Rendering is done elsewhere. */
export interface Problem {
  /** `BF3110`; it means the same in every version. */
  readonly code: Code;
  /** `error`: there is no measure. `warning`: something is open. `info`: worth knowing. */
  readonly severity: Severity;
  /** What its sentences are filled with, lists as lists; {@link wording} has the sentences. */
  readonly parameters: Readonly<Record<string, ParameterValue>>;
  /** Place in the measure's text. */
  readonly span?: Span;
  /** Place in a data file. */
  readonly data?: DataPlace;
  /** Other places that explain it. */
  readonly related?: readonly Related[];
  /** Ways to mend it, one of which is to be chosen. */
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
  const fill = (text: string) => filled(text, p.parameters, LIST_MARK[language]);
  return { title: texts.title, message: fill(texts.message), help: fill(texts.help).trim() };
}

/** Whether there is a mistake among them that no acceptance covers: then there is no measure. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((p) => p.severity === "error" && p.accepted === undefined);
}
