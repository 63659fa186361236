import { titled } from "../diagnostics/phrases.ts";
import { type Problem, problem } from "../diagnostics/problem.ts";

/**
 * Widths and dangerous characters. `fold` maps every UTF-16 unit to exactly one unit, so an offset in the
 * folded text is the same offset in the text as the user wrote it.
 */

/** Stands for a character nobody can see; it neither ends a word nor belongs to it. */
export const INVISIBLE = "\u0001";

const INVISIBLE_CHARACTERS =
  /[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0]/g;

const FOLDED = /[\uFF01-\uFF5E\u3000\u00A0\u2002-\u200A\u202F\u205F\u2212\u2012-\u2015\u2010\u2011\uFF61]/g;

/** Full-width forms, special spaces and dashes become their ASCII forms; everything else stays. */
export function fold(text: string): string {
  return text.replace(INVISIBLE_CHARACTERS, INVISIBLE).replace(FOLDED, (c) => {
    const code = c.charCodeAt(0);
    if (code === 0xff5e) return "-"; // ～ joins the ends of a range
    if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
    if (code === 0xff61) return "。";
    if (code >= 0x2010 && code <= 0x2015) return "-";
    return code === 0x2212 ? "-" : " ";
  });
}

/** One problem per invisible or direction-changing character, with the edit that removes it. */
export function findInvisible(text: string): Problem[] {
  const found: Problem[] = [];
  for (const match of text.matchAll(INVISIBLE_CHARACTERS)) {
    if (match.index === 0 && match[0] === "\uFEFF") continue; // a byte-order mark that reached us
    if (found.length >= 100) break; // a text full of them says nothing new after a hundred
    const span = { start: match.index, end: match.index + 1 };
    const code = `U+${match[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
    found.push(
      problem(
        "BF1001",
        { code },
        {
          span,
          fixes: [titled("delete-character", [{ span, text: "" }])],
        },
      ),
    );
  }
  return found;
}

/** Letters that look like another script's: Cyrillic and Greek for Latin, katakana and dashes for Han. */
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map(
  [
    ["АВЕКМНОРСТУХаеорсухіјѕԁ", "ABEKMHOPCTYXaeopcyxijsd"],
    ["ΑΒΕΖΗΙΚΜΝΟΡΤΥΧον", "ABEZHIKMNOPTYXov"],
    ["ーニハロエカタトミ", "一二八口工力夕卜三"],
  ].flatMap(([from, to]) => [...from!].map((c, i) => [c, [...to!][i]!] as const)),
);

const LATIN_OR_HAN = /[A-Za-z\u3400-\u9FFF]/;

/** The word with its look-alike letters replaced, when it mixes them with Latin or Han; otherwise undefined. */
export function withoutLookAlikes(word: string): string | undefined {
  let suspicious = false;
  for (const c of word) if (LOOK_ALIKES.has(c)) suspicious = true;
  if (!suspicious || !LATIN_OR_HAN.test(word)) return undefined;
  return [...word].map((c) => LOOK_ALIKES.get(c) ?? c).join("");
}
