/** The places of a ranking: counted from the score, or those that the measure gives by a value of its own. */
import type { SubjectResult } from "../../runtime/result.ts";
import type { ResultCell } from "./cells.ts";
import type { RowOrder } from "./columns.ts";
import { figureOf, type RankedBy } from "./view.ts";
import type { ResultWords } from "./words.ts";

/**
 * @param cell that gets the place
 * @param unplaced stands there where no place is known
 */
export const placeOrder = (
  by: Pick<RankedBy, "order" | "place">,
  cell: number,
  unplaced: string,
  { placeAmong: among }: ResultWords,
): RowOrder =>
  by.place === null
    ? { by: "score", order: by.order, place: cell, unplaced, among }
    : { by: "score", order: "ascending", place: null, unplaced, among };

/** Empty where it is counted when all are known. */
export function placeCell(s: SubjectResult, by: RankedBy, unplaced: string): ResultCell {
  if (by.place === null) return "";
  const place = figureOf(s, by.place) ?? null;
  return typeof place === "number" || typeof place === "string" ? place : unplaced;
}
