import { titled } from "../diagnostics/phrases.ts";
import { type Problem, problem } from "../diagnostics/problem.ts";
import { ENGLISH } from "./keywords.ts";
import type { Token } from "./tokens.ts";

/** A field without the word for its type: `级别: 一般、较大、重大`, or `级别: 一般 < 较大 < 重大`, which is an order. */
export function optionsWithoutWord(tokens: readonly Token[], index: number): Problem | undefined {
  const [, colon, first] = tokens;
  const at = tokens[index]!;
  const ordered = at.kind === "Compare" && at.meaning === "<";
  if (index !== 3 || colon?.kind !== "Colon" || first?.kind !== "Name") return undefined;
  if (!ordered && at.kind !== "Enumerate") return undefined;
  const english = tokens.some((t) => ENGLISH.has(t.text));
  const [zh, en] = ordered ? ["等级", "levels"] : ["选项", "options"];
  const word = english ? en! : zh!;
  const edits = [{ span: { start: first.span.start, end: first.span.start }, text: `${word} ` }];
  const fixes = [titled("write-before-them", edits, { word })];
  return problem("BF1099", { first: first.text, word }, { span: first.span, fixes });
}
