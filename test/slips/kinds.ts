import { CONDITIONS } from "./kinds-conditions.ts";
import { LABELS } from "./kinds-labels.ts";
import { LINES } from "./kinds-lines.ts";
import { NAMES } from "./kinds-names.ts";
import { PUNCTUATION } from "./kinds-punctuation.ts";
import { UNITS } from "./kinds-units.ts";
import type { Kind } from "./text.ts";

/**
 * Slips that somebody makes who types a measure or pastes it out of a word processor. What the first message
 * should be was written down with each kind before the messages were tried on it.
 */
export const KINDS: readonly Kind[] = [
  ...PUNCTUATION,
  ...CONDITIONS,
  ...LABELS,
  ...NAMES,
  ...UNITS,
  ...LINES,
];
