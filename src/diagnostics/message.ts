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

/** What fills a placeholder; a list is joined in the way of the language. */
export type ParameterValue = string | number | readonly string[];

/** The placeholders of an entry's Chinese and English message and help. */
export type ParametersOf<Entry extends CatalogueEntry> = Record<
  | Placeholders<Entry["zh"]["message"]>
  | Placeholders<Entry["zh"]["help"]>
  | Placeholders<Entry["en"]["message"]>
  | Placeholders<Entry["en"]["help"]>,
  ParameterValue
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
  ParameterValue
>;

/** Declares phrases while keeping the literal types of their texts. */
export function phrases<const Phrases extends Record<string, Phrase>>(entries: Phrases): Phrases {
  return entries;
}

/** What stands between the members of a list. */
export const LIST_MARK: Readonly<Record<Language, string>> = { zh: "、", en: ", " };

/**
 * A text with its placeholders filled in; one without a value stays as it is written. `{count} [row|rows]` takes the
 * first of the two where the number before it is one.
 * @param between what stands between the members of a list
 */
export function filled(
  text: string,
  parameters: Readonly<Record<string, ParameterValue>>,
  between: string,
): string {
  let one = false;
  const fill = (part: string): string =>
    part.replace(PLACEHOLDER, (whole, before = "", name = "", after = "", single = "", several = "") => {
      if (name === "") return fill(one ? single : several);
      if (!Object.hasOwn(parameters, name)) return whole;
      const value = parameters[name]!;
      const text = typeof value === "object" ? value.join(between) : String(value);
      one = text === "1";
      // A space stands between Chinese words and Latin ones, and none between Chinese words.
      const apart = (han: string, latin: RegExp) => (han !== "" && latin.test(text) ? " " : "");
      return `${before}${apart(before, LATIN_FIRST)}${text}${apart(after, LATIN_LAST)}`;
    });
  return fill(text);
}

/** A placeholder, with the Chinese character before it and a look at the one behind; or two forms of a word. */
const PLACEHOLDER = /([\u4e00-\u9fff]?)\{(\w+)\}(?=([\u4e00-\u9fff]?))|\[([^[\]|]*)\|([^[\]|]*)\]/g;
/** Words and options; not the minus of a number. */
const LATIN_FIRST = /^(?:[A-Za-z<]|-[-A-Za-z])/;
const LATIN_LAST = /[A-Za-z>]$/;
