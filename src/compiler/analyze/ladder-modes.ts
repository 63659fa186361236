import type { Fix } from "../../diagnostics/problem.ts";
import type * as ast from "../../parser/ast.ts";
import type { Model } from "./model.ts";

/** What a ladder says on how its rungs combine, and how to say it where it does not. */

export type AnyLadder = ast.Ladder | ast.StagedLadder | ast.BandChoice;

/** `就高`, `逐级累加`, or null when it is not said. */
export function ladderMode(ladder: AnyLadder): "adding" | "replacing" | null {
  for (const mode of ladder.modes) if (mode.kind === "adding" || mode.kind === "replacing") return mode.kind;
  return null;
}

/** Edits that say on the ladder's first line what a higher rung does; none where it is said. */
export function modeFixes(
  model: Model,
  ladder: AnyLadder,
  modes: readonly ("adding" | "replacing")[],
): Fix[] {
  if (ladderMode(ladder) !== null) return [];
  const colon = /[:：]/.exec(model.source.slice({ start: ladder.span.start, end: model.source.text.length }));
  if (!colon) return [];
  const at = ladder.span.start + colon.index;
  const [zh, en] = [
    { adding: "逐级累加", replacing: "就高" },
    { adding: "rung by rung", replacing: "highest rung" },
  ] as const;
  const written = model.file.language === "zh" ? zh : en;
  return modes.map((mode) => ({
    zh: `写明“${zh[mode]}”`,
    en: `Say “${en[mode]}”`,
    edits: [
      { span: { start: at, end: at }, text: `${model.file.language === "zh" ? "," : ", "}${written[mode]}` },
    ],
  }));
}
