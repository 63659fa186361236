import type { Span } from "../source/span.ts";
import { caseWords } from "./catalogue/case-words.ts";
import { fixTitles } from "./catalogue/fix-titles.ts";
import { hints } from "./catalogue/hints.ts";
import { labels } from "./catalogue/labels.ts";
import { words as parts } from "./catalogue/words.ts";
import { filled, LIST_MARK, type ParameterValue, type Phrase, type PhraseParameters } from "./message.ts";
import type { Fix, Related } from "./problem.ts";

/**
 * What stands in a problem beside the sentences of its code: hints, words that fill a sentence, labels of other
 * places, titles of fixes. Whoever finds a problem names them by key; the texts stand in the catalogue, in both
 * languages.
 */

const words = { ...parts, ...caseWords };

export type HintKey = keyof typeof hints;
export type WordKey = keyof typeof words;
export type LabelKey = keyof typeof labels;
export type TitleKey = keyof typeof fixTitles;

/** The keys of phrases that are whole as they stand. */
type Plain<Table extends Readonly<Record<string, Phrase>>> = {
  [Key in keyof Table]: keyof PhraseParameters<Table[Key]> extends never ? Key : never;
}[keyof Table];

/** Words without placeholders. */
export type PlainWord = Plain<typeof words>;

/** Hints without placeholders. */
export type PlainHint = Plain<typeof hints>;

/** Labels without placeholders. */
export type PlainLabel = Plain<typeof labels>;

/** Nothing more for a phrase without placeholders, else an object that fills them. */
type Filling<P extends Phrase> = keyof PhraseParameters<P> extends never
  ? []
  : [parameters: PhraseParameters<P>];

/** The parameters `name` and `nameEn` of a message. */
type InMessage<Name extends string> = Readonly<Record<Name | `${Name}En`, string>>;

/** `{ hint, hintEn }` for a message that ends in a hint. */
export function hinted<Key extends HintKey>(
  key: Key,
  ...filling: Filling<(typeof hints)[Key]>
): InMessage<"hint"> {
  return inMessage("hint", inBoth(hints[key], filling[0]));
}

/** `{ what, whatEn }` or another pair of parameters of a message. */
export function worded<Name extends string, Key extends WordKey>(
  name: Name,
  key: Key,
  ...filling: Filling<(typeof words)[Key]>
): InMessage<Name> {
  return inMessage(name, inBoth(words[key], filling[0]));
}

/** A phrase as a pair of parameters of a message: words made of others. */
export function inMessage<Name extends string>(name: Name, { zh, en }: Phrase): InMessage<Name> {
  return { [name]: zh, [`${name}En`]: en } as InMessage<Name>;
}

/** `甲、乙、丙`, in English with commas. */
export const enumerated = (names: readonly string[]): Phrase => ({
  zh: names.join(LIST_MARK.zh),
  en: names.join(LIST_MARK.en),
});

/** A list for a message, with a dash where it is empty. */
export const orNone = (names: readonly string[]): readonly string[] => (names.length > 0 ? names : ["—"]);

/** `甲、乙 或 丙`, `a, b or c`. */
export function oneOf(names: readonly string[]): Phrase {
  if (names.length < 2) return enumerated(names);
  const { zh, en } = enumerated(names.slice(0, -1));
  return phrase("or-last", { names: zh, namesEn: en, last: names.at(-1)! });
}

/** A name or figure that both languages write alike, as a pair of parameters. */
export function alike<Name extends string>(name: Name, text: string): InMessage<Name> {
  return inMessage(name, { zh: text, en: text });
}

/** The pair of parameters where there is nothing to say. */
export function unsaid<Name extends string>(name: Name): InMessage<Name> {
  return inMessage(name, { zh: "", en: "" });
}

/** The words by themselves, to be part of others. */
export function phrase<Key extends WordKey>(key: Key, ...filling: Filling<(typeof words)[Key]>): Phrase {
  return inBoth(words[key], filling[0]);
}

/** Another place of the text and what it has to do with the problem. */
export function labelled<Key extends LabelKey>(
  key: Key,
  span: Span,
  ...filling: Filling<(typeof labels)[Key]>
): Related {
  return { span, ...inBoth(labels[key], filling[0]) };
}

/** A fix: its edits under their title. */
export function titled<Key extends TitleKey>(
  key: Key,
  edits: Fix["edits"],
  ...filling: Filling<(typeof fixTitles)[Key]>
): Fix {
  return { ...inBoth(fixTitles[key], filling[0]), edits };
}

type Values = Readonly<Record<string, ParameterValue>>;

function inBoth({ zh, en }: Phrase, values: Values = {}): Phrase {
  return { zh: filled(zh, values, LIST_MARK.zh), en: filled(en, values, LIST_MARK.en) };
}
