import type { Language } from "../diagnostics/message.ts";
import { type Problem, problem } from "../diagnostics/problem.ts";
import type { Options } from "./command.ts";
import { textOption } from "./evaluation.ts";

/** `--year`, which has to be given: which year it is, is never taken from a clock. */
export function yearOption(options: Options, language: Language): number | Problem {
  const year = textOption(options.year);
  const expected = language === "zh" ? "四位数的年度，如 2026" : "a year of four digits, as 2026";
  if (year === undefined) return problem("BF9016", { option: "--year", expected });
  return /^(?:19|2[01])\d\d$/.test(year)
    ? Number(year)
    : problem("BF9004", { option: "--year", value: year, expected });
}
