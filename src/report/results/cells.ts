import { causeWords } from "../../runtime/explain-causes.ts";
import type {
  ConsequenceResult,
  Figure,
  GradeResult,
  JsonValue,
  Undetermined,
} from "../../runtime/result.ts";
import type { ResultWords } from "./words.ts";

/**
 * Cells of tables of results. A number stays a number; one that has no short decimal keeps its text beside it, for
 * those who show text.
 */
export type ResultCell = string | number | { readonly number: number; readonly text: string };

export function valueCell(value: JsonValue | undefined, words: ResultWords): ResultCell {
  if (value === undefined) return "";
  if (value === null) return words.open;
  if (typeof value === "boolean") return value ? words.yes : words.no;
  if (typeof value === "number" || typeof value === "string") return value;
  if ("text" in value) return { number: Number(value.num) / Number(value.den), text: value.text };
  return value.join(words.separator);
}

export const cellText = (c: ResultCell): string => (typeof c === "object" ? c.text : String(c));

export function gradeText(grade: GradeResult | undefined, words: ResultWords): string {
  if (grade === undefined) return "";
  if (grade.grade !== null) return grade.grade;
  if (grade.possible.length === 0) return words.notAssessed;
  return words.bracketed(words.undetermined, grade.possible.join(words.separator));
}

/** 建房进度 45%，不满50%; a test for one option says what the value is. */
export function figureText(f: Figure, words: ResultWords, certain = false): string {
  const zh = words.separator === "、";
  if (typeof f.value === "boolean") return f.value ? f.name : `${zh ? "非" : "not"} ${f.name}`;
  const value = cellText(valueCell(f.value, words));
  if (f.test === `为 ${value}` || f.test === `is ${value}`) return `${f.name} ${f.test}`;
  const unit = f.value === null ? "" : f.unit;
  // A test can be met whatever the figure will be.
  const anyway = f.value !== null || !certain || f.test === "" ? "" : zh ? "但无论如何 " : "but in any case ";
  return [`${f.name} ${value}${unit}`, anyway + f.test].filter((t) => t !== "").join(zh ? "，" : ", ");
}

/** @param certain that their tests are met */
export const figuresText = (figures: readonly Figure[], words: ResultWords, certain = false): string =>
  figures.map((f) => figureText(f, words, certain)).join(words.separator === "、" ? "；" : "; ");

/** The action, or those to choose from. */
export function actionText(c: ConsequenceResult, words: ResultWords): string {
  return c.choice.length > 0 ? words.oneOf(c.choice.join(words.separator)) : c.action;
}

/** What it takes to settle something, in words; `id` is the subject's own. */
export function missingText(u: Undetermined, id: string, language: "zh" | "en"): string {
  return causeWords(u.because, language, id).join(language === "zh" ? "；" : "; ");
}

/** Before an action that does not say so itself: 优先提拔 does. */
export function modalityBefore(
  modality: ConsequenceResult["modality"],
  action: string,
  words: ResultWords,
): string {
  const word = words.modalities[modality];
  return modality === "must" || action.includes(word) ? "" : `${word} `;
}

export function consequenceText(c: ConsequenceResult, words: ResultWords): string {
  const modality = modalityBefore(c.modality, actionText(c, words), words);
  const argument = c.argument === null ? "" : words.bracketed("", c.argument);
  return `${c.called ?? c.target}${words.colon}${modality}${actionText(c, words)}${argument}`;
}
