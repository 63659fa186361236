import { type Problem, problem, type Related } from "../../diagnostics/problem.ts";
import type { Model } from "../analyze/model.ts";
import { notesIn } from "./reading.ts";

const FIRST_MONTHS: Readonly<Record<Model["header"]["period"], readonly number[]>> = {
  year: [1],
  "half-year": [1, 7],
  quarter: [1, 4, 7, 10],
  month: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
};

/**
 * RETRO: the measure comes into force inside a period that it assesses (or on a day nobody wrote), so facts
 * of that period before the day are judged by a rule that did not yet hold.
 */
export function effectiveInsidePeriod(model: Model): Problem[] {
  const header = model.provisions.find((p) => p.statement.kind === "measure")?.statement;
  if (header?.kind !== "measure" || header.extends) return [];
  const date = model.header.effective;
  const related = replacements(model);
  if (date === null)
    return [problem("BF3180", { name: header.name.text }, { span: header.name.span, related })];
  const { year, month, day } = date;
  if (month === null || day === null) return [];
  if (day === 1 && FIRST_MONTHS[model.header.period].includes(month)) return [];
  const stated = model.provisions.find(
    (p) => p.statement.kind === "date-declaration" && p.statement.of === "effective",
  );
  const start = FIRST_MONTHS[model.header.period].filter((m) => m <= month).at(-1) ?? 1;
  return [
    problem(
      "BF3179",
      {
        date: `${year}年${month}月${day}日`,
        dateEn: `${year}-${month}-${day}`,
        first: `${year}年${start}月1日`,
        firstEn: `${year}-${start}-1`,
      },
      { span: stated?.statement.span ?? header.name.span, related },
    ),
  ];
}

const REPLACES = /(?:此前|以前|原有?)[^。;]*(?:规定|办法)[^。;]*(?:废止|不一致)|同时废止/;

/** Notes by which this measure takes the place of earlier rules: from that day on, or for the whole period? */
function replacements(model: Model): Related[] {
  return notesIn(model)
    .filter((note) => REPLACES.test(note.text))
    .map((note) => ({
      span: note.span,
      zh: "以前的规定到哪天为止，也随施行日",
      en: "the day also ends the earlier rules",
    }));
}
