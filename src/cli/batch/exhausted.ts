import type { PieceSource } from "../../data/batch/piece-source.ts";
import { inMessage, phrase } from "../../diagnostics/phrases.ts";
import { problem } from "../../diagnostics/problem.ts";
import type { InPieces } from "./outcome.ts";
import type { HeapExhausted } from "./threads.ts";

/**
 * A thread's memory was not enough: for whom, if that is one group.
 * @param least megabytes that would do, as far as is known
 */
export function exhausted(
  { piece }: Pick<HeapExhausted, "piece">,
  source: Pick<PieceSource, "group">,
  budget: number,
  least: number,
): InPieces<never> {
  const group = piece === null ? null : (source.group?.(piece) ?? null);
  if (group === null) return { kind: "refused", problems: [problem("BF9041", { budget, least })] };
  const { subjects, rows, leading } = group;
  const names = leading;
  const { zh, en } =
    subjects === 1
      ? phrase("rows-of-one", { names, rows })
      : phrase("linked-group", { names, rows, subjects });
  const what = inMessage("what", { zh, en });
  return { kind: "refused", problems: [problem("BF9044", { ...what, names, budget, least })] };
}
