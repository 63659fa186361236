/**
 * The type of a catalogue entry. Every text the tools show about a mistake is one of these, in both
 * languages, with `{name}` placeholders; `ParametersOf` makes a call with a wrong placeholder fail
 * to compile.
 */

/** An error leaves no measure; a warning is an open point of it. */
export type Severity = "error" | "warning" | "info";
/** The languages of messages. */
export type Language = "zh" | "en";

/** What a message says in one language. */
export interface Wording {
  /** A few words, for lists and documentation headings. */
  readonly title: string;
  /** One sentence: what is wrong, with the figures. */
  readonly message: string;
  /** One sentence: the next step. */
  readonly help: string;
}

export interface CatalogueEntry {
  readonly severity: Severity;
  readonly zh: Wording;
  readonly en: Wording;
  /** The ambiguity class of the inventory (GAP, OVL …), where the entry reports one. */
  readonly ambiguity?: string;
}

type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

/** The placeholders of an entry's Chinese and English message and help. */
export type ParametersOf<Entry extends CatalogueEntry> = Record<
  | Placeholders<Entry["zh"]["message"]>
  | Placeholders<Entry["zh"]["help"]>
  | Placeholders<Entry["en"]["message"]>
  | Placeholders<Entry["en"]["help"]>,
  string | number
>;

/** Declares a family of entries while keeping the literal types of their texts. */
export function family<const Entries extends Record<string, CatalogueEntry>>(entries: Entries): Entries {
  return entries;
}

/** A part of a message in both languages, with `{name}` placeholders. */
export interface Phrase {
  readonly zh: string;
  readonly en: string;
}

/** The placeholders of a phrase. */
export type PhraseParameters<P extends Phrase> = Record<
  Placeholders<P["zh"]> | Placeholders<P["en"]>,
  string | number
>;

/** Declares phrases while keeping the literal types of their texts. */
export function phrases<const Phrases extends Record<string, Phrase>>(entries: Phrases): Phrases {
  return entries;
}

/** A text with its placeholders filled in; one without a value stays as it is written. */
export function filled(text: string, parameters: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(parameters, name) ? String(parameters[name]) : whole,
  );
}
