import type { Fix } from "../../diagnostics/problem.ts";
import type * as ast from "../../parser/ast.ts";
import { addedTo, headColon } from "./closings.ts";
import type { Model } from "./model.ts";

/** What a ladder says on how its rungs combine, and how to say it where it does not. */

export type AnyLadder = ast.Ladder | ast.StagedLadder | ast.BandChoice;

/** `就高`, `逐级累加`, or null when it is not said. */
export function ladderMode(ladder: AnyLadder): "adding" | "replacing" | null {
  for (const mode of ladder.modes) if (mode.kind === "adding" || mode.kind === "replacing") return mode.kind;
  return null;
}

const WORDS = { adding: "逐级累加", replacing: "就高" } as const;

/** Edits that say on the ladder's first line what a higher rung does; none where it is said. */
export function modeFixes(
  model: Model,
  ladder: AnyLadder,
  modes: readonly ("adding" | "replacing")[],
): Fix[] {
  if (ladderMode(ladder) !== null) return [];
  const value = ladder.kind === "staged-ladder" ? undefined : ladder.value;
  const said = [value, ...ladder.modes].map((part) => part?.span.end ?? ladder.span.start);
  const at = headColon(model, Math.max(...said));
  return at === null
    ? []
    : addedTo(
        model,
        at,
        modes.map((mode) => WORDS[mode]),
      );
}
