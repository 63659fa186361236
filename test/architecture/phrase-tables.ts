import { caseWords } from "../../src/diagnostics/catalogue/case-words.ts";
import { fixTitles } from "../../src/diagnostics/catalogue/fix-titles.ts";
import { hints } from "../../src/diagnostics/catalogue/hints.ts";
import { labels } from "../../src/diagnostics/catalogue/labels.ts";
import { words } from "../../src/diagnostics/catalogue/words.ts";
import type { Phrase } from "../../src/diagnostics/message.ts";

/** The parts of messages beside the sentences of their codes. */
export const PHRASE_TABLES: Readonly<Record<string, Readonly<Record<string, Phrase>>>> = {
  hints,
  words,
  caseWords,
  labels,
  fixTitles,
};

export const PHRASES = Object.entries(PHRASE_TABLES).flatMap(([table, phrases]) =>
  Object.entries(phrases).map(([key, phrase]) => ({ table, key, phrase, name: `${table} ${key}` })),
);
