import { worded } from "../diagnostics/phrases.ts";
import { type Problem, problem } from "../diagnostics/problem.ts";
import type { Options } from "./command.ts";
import { textOption } from "./evaluation.ts";

/** `--year`, which has to be given: which year it is, is never taken from a clock. */
export function yearOption(options: Options): number | Problem {
  const year = textOption(options.year);
  const expected = worded("expected", "year-such-as");
  if (year === undefined) return problem("BF9016", { option: "--year", ...expected });
  return /^(?:19|2[01])\d\d$/.test(year)
    ? Number(year)
    : problem("BF9004", { option: "--year", value: year, ...expected });
}
