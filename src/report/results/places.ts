/** The places of a ranking: counted from the score, or those that the measure gives by a value of its own. */
import type { SubjectResult } from "../../runtime/result.ts";
import type { ResultCell } from "./cells.ts";
import type { RowOrder, ScoreKey } from "./columns.ts";
import { scoreKey } from "./standing.ts";
import { figureOf, type PlanView, plainText, type RankedBy, scoreFigure } from "./view.ts";
import type { ResultWords } from "./words.ts";

/**
 * @param cell that gets the place
 * @param unplaced stands there where no place is known
 */
export const placeOrder = (
  by: Pick<RankedBy, "order" | "place">,
  cell: number,
  unplaced: string,
  { notRanked }: ResultWords,
): RowOrder =>
  by.place === null
    ? { by: "score", order: by.order, place: cell, unplaced, notRanked }
    : { by: "score", order: "ascending", place: null, unplaced, notRanked };

/** What its row is ordered by. */
export const placeKey = (s: SubjectResult, by: RankedBy, { measure, tables }: PlanView): ScoreKey =>
  by.place === null
    ? scoreKey(s, by, measure, tables)
    : {
        group: JSON.stringify(by.groups.map((g) => plainText(figureOf(s, g)))),
        score: scoreFigure(s, by.place),
      };

/** Empty where it is counted when all are known. */
export function placeCell(s: SubjectResult, by: RankedBy, unplaced: string): ResultCell {
  if (by.place === null) return "";
  const place = figureOf(s, by.place) ?? null;
  return typeof place === "number" || typeof place === "string" ? place : unplaced;
}
