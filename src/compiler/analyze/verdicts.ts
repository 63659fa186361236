import type { Fix } from "../../diagnostics/problem.ts";
import type * as ast from "../../parser/ast.ts";
import { KEYWORDS } from "../../parser/keywords.ts";
import { rewritten } from "./closings.ts";
import type { Model } from "./model.ts";

/** 评为 and its synonyms, longest first, as they end the words before the grade. */
const SETTING = KEYWORDS.flatMap((row) =>
  row.kind === "Verdict" ? row.spellings.filter(([, , meaning]) => meaning === "set") : [],
)
  .flatMap(([zh, en]) => [zh, en] as string[])
  .sort((a, b) => b.length - a.length);

/** `最高评为 G` and `最低评为 G` in the place of `评为 G`. */
export function verdictFixes(
  model: Model,
  effect: ast.GradeEffect,
  ways: readonly string[] = ["最高评为", "最低评为"],
): Fix[] {
  const end = effect.grades[0]?.span.start ?? effect.span.end;
  const before = model.source.text.slice(effect.span.start, end).trimEnd();
  const word = SETTING.find((w) => before.endsWith(w));
  if (word === undefined) return [];
  const at = effect.span.start + before.length;
  return rewritten(model, { start: at - word.length, end: at }, ways);
}
