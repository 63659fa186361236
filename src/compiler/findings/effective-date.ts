import type { Phrase } from "../../diagnostics/message.ts";
import { inMessage, labelled, type PlainWord, titled, worded } from "../../diagnostics/phrases.ts";
import { type Fix, type Problem, problem, type Related } from "../../diagnostics/problem.ts";
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
  const stated = model.provisions
    .map((p) => p.statement)
    .find((s) => s.kind === "date-declaration" && s.of === "effective");
  // Which period is the first one is said: the one that runs already, or the next.
  if (stated?.kind === "date-declaration" && stated.first) return [];
  const start = FIRST_MONTHS[model.header.period].filter((m) => m <= month).at(-1) ?? 1;
  return [
    problem(
      "BF3179",
      {
        ...worded("date", "calendar-day", { year, month, day }),
        ...worded("first", "first-of-month", { year, month: start }),
        ...inMessage("example", periodAsWritten(model, year, start)),
      },
      {
        span: stated?.span ?? header.name.span,
        related,
        ...(stated && { fixes: firstPeriods(model, stated.span.end, year, start) }),
      },
    ),
  ];
}

/** The period that runs on the day in force, or the one after it. */
function firstPeriods(model: Model, at: number, year: number, start: number): Fix[] {
  const months = FIRST_MONTHS[model.header.period];
  const next = months[months.indexOf(start) + 1];
  const { language } = model.file;
  const fix = (what: PlainWord, y: number, m: number): Fix =>
    titled(
      "say-first-assessed",
      [
        {
          span: { start: at, end: at },
          text:
            language === "zh"
              ? `,首次评定 ${periodAsWritten(model, y, m).zh}`
              : `, first assessed ${periodAsWritten(model, y, m).en}`,
        },
      ],
      {
        ...worded("what", what),
        month: periodAsWritten(model, y, m).zh,
        monthEn: periodAsWritten(model, y, m).en,
      },
    );
  return [
    fix("this-period-already", year, start),
    next === undefined ? fix("from-next-period", year + 1, 1) : fix("from-next-period", year, next),
  ];
}

/** The first day of a period as a measure has it, a year alone where periods are years. */
const periodAsWritten = (model: Model, year: number, month: number): Phrase => ({
  zh: model.header.period === "year" ? `${year}年` : `${year}年${month}月1日`,
  en: `${year}-${pad(month)}-01`,
});

const pad = (n: number): string => String(n).padStart(2, "0");

const REPLACES = /(?:此前|以前|原有?)[^。;]*(?:规定|办法)[^。;]*(?:废止|不一致)|同时废止/;

/** Notes by which this measure takes the place of earlier rules: from that day on, or for the whole period? */
function replacements(model: Model): Related[] {
  return notesIn(model)
    .filter((note) => REPLACES.test(note.text))
    .map((note) => labelled("ends-earlier-rules", note.span));
}
