import type { Measure } from "../../compiler/ir/ir.ts";
import type { Language } from "../../diagnostics/message.ts";
import type { Tables } from "../../runtime/abi.ts";
import type { CohortResult, SubjectResult } from "../../runtime/result.ts";
import type { Place } from "./place-ranges.ts";
import { sorterOf } from "./row-order.ts";
import { scoreKey } from "./standing.ts";
import { figureOf, plainText, type RankedBy, rankedBy } from "./view.ts";

/** `名次：按 综合得分 由高到低排第12名，与另外2名并列，共409名。` */
export const placeSentence = (
  place: Place | undefined,
  s: SubjectResult,
  by: RankedBy,
  language: Language,
): string => placeWords(place, s, by, language) + (language === "zh" ? "。" : ".");

function placeWords(place: Place | undefined, s: SubjectResult, by: RankedBy, language: Language): string {
  const zh = language === "zh";
  const { score, order, groups } = by;
  const descending = order === "descending";
  const group = groups.map((g) => `${g} ${plainText(figureOf(s, g)) || (zh ? "未定" : "open")}`);
  if (zh) {
    const within = group.length === 0 ? "" : `在${group.join("、")}内`;
    const rule = `名次：${within}按 ${score} 由${descending ? "高到低" : "低到高"}`;
    if (place === "not-ranked") return `名次：不参加 ${score} 的排名`;
    if (place === undefined) return `${rule}排名，尚不能确定`;
    const { first, last, of, most, tied } = place;
    const others = `，共${of === most ? of : `${of}至${most}`}名`;
    if (first !== last) return `${rule}排名，尚不能确定，在第${first}名至第${last}名之间${others}`;
    return `${rule}排第${first}名${tied > 1 ? `，与另外${tied - 1}名并列` : ""}${others}`;
  }
  const within = group.length === 0 ? "" : ` within ${group.join(", ")}`;
  const rule = `by ${score}, ${descending ? "highest" : "lowest"} first${within}`;
  if (place === "not-ranked") return `Rank: takes no part in the ranking by ${score}`;
  if (place === undefined) return `Rank ${rule}: not settled`;
  const { first, last, of, most, tied } = place;
  const all = of === most ? of : `${of} to ${most}`;
  if (first !== last) return `Rank ${rule}: not settled, between ${first} and ${last} of ${all}`;
  return `Rank ${rule}: ${first} of ${all}${tied > 1 ? `, tied with ${tied - 1} more` : ""}`;
}

/** The places of one subject of a cohort, a sentence for each ranking of its kind. */
export function placeSentences(
  s: SubjectResult,
  {
    result,
    measure,
    tables,
    language,
  }: {
    readonly result: CohortResult;
    readonly measure: Measure;
    readonly tables: Tables;
    readonly language: Language;
  },
): string[] {
  return rankedBy(measure).flatMap((by) => {
    // A rank that the measure names is among the values.
    if (by.kind !== s.kind || by.place !== null) return [];
    const ranked = result.subjects.filter((x) => x.kind === by.kind);
    const sorter = sorterOf({ by: "score", order: by.order, place: 0, unplaced: "", notRanked: "" })!;
    for (const x of ranked) sorter.add(scoreKey(x, by, measure, tables));
    const { rows, places } = sorter.sorted();
    return [placeSentence(places?.at(rows.indexOf(ranked.indexOf(s))), s, by, language)];
  });
}
