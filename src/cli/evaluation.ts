import { dirname, join, resolve } from "node:path";
import { load } from "../compiler/emit/load.ts";
import type { Measure } from "../compiler/ir/ir.ts";
import type { Config } from "../data/config.ts";
import { type DataFiles, parseDataArgument, readDataFiles } from "../data/data-files.ts";
import { isoDate } from "../data/dates.ts";
import { type ReadHistory, readHistory } from "../data/history.ts";
import { CHINA } from "../data/holidays.ts";
import { type MarkedFiles, overwritten, writeMarkedFiles } from "../data/marked-files.ts";
import { type Parameters, readParameters } from "../data/params.ts";
import type { Language } from "../diagnostics/message.ts";
import { inMessage, worded } from "../diagnostics/phrases.ts";
import { hasErrors, type Problem, problem } from "../diagnostics/problem.ts";
import { periodForm, readAssessed } from "../facts/assessed-period.ts";
import { type DataSchema, dataSchemaOf } from "../facts/data-schema.ts";
import { describeFactProblem } from "../facts/fact-problems.ts";
import type { ParameterPositions } from "../facts/positions.ts";
import type { Tables } from "../runtime/abi.ts";
import type { CompiledMeasure } from "../runtime/compiled.ts";
import type { EvaluationContext } from "../runtime/context.ts";
import { evaluateCohort } from "../runtime/evaluate.ts";
import type { RawCohort } from "../runtime/facts.ts";
import type { Assessed } from "../runtime/periods.ts";
import type { CohortResult } from "../runtime/result.ts";
import { stop } from "./answer.ts";
import type { Argument, Options } from "./command.ts";
import type { LoadedMeasure } from "./load-measure.ts";
import { missingFacts } from "./missing-facts.ts";
import { outProblem } from "./outputs.ts";
import type { Found, Session } from "./session.ts";
import { pickVersion } from "./versions.ts";

/** The way of `run` and `explain` from arguments to a result: measure, data, parameters, history, evaluation. */

export type Evaluated =
  /** Nothing was computed; everything has been said. */
  | { readonly done: false; readonly exit: number }
  | {
      readonly done: true;
      readonly measure: Measure;
      readonly tables: Tables;
      readonly compiled: CompiledMeasure;
      /** What was evaluated, for those who evaluate it otherwise. */
      readonly cohort: RawCohort;
      readonly context: EvaluationContext;
      readonly result: CohortResult;
      readonly language: Language;
      /** What was found in the data, still to be printed. */
      readonly found: Found;
      /** The text of the measure and what was found in it: counted, shown by `check`. */
      readonly loaded: LoadedMeasure;
      readonly config: Config;
      /** Copies of data files with the mistakes marked. */
      readonly marked: readonly string[];
    };

export async function evaluate(s: Session, args: readonly Argument[], options: Options): Promise<Evaluated> {
  const picked = await pickVersion(String(args[0]), options);
  if (!picked.ok) {
    const spoken = s.language(picked.loaded?.language);
    const found = picked.loaded
      ? withoutResult(picked.loaded, "BF9020")
      : [{ source: null, problems: picked.problems }];
    return { done: false, exit: stop(s, found, spoken) };
  }
  const { loaded } = picked;
  const language = s.language(loaded.language);
  const refuse = (...groups: readonly (readonly Problem[])[]): Evaluated => ({
    done: false,
    exit: stop(
      s,
      groups.map((problems) => ({ source: null, problems })),
      language,
    ),
  });

  const wrong = settingProblems(options);
  if (wrong.length > 0) return refuse(wrong);
  const { measure } = loaded;
  if (measure === null) return { done: false, exit: stop(s, withoutResult(loaded, "BF9020"), language) };

  const computed = await computeCohort(measure, options);
  const marked = await handBack(s, options, computed.problems, language);
  if (marked.failed !== null) return refuse([...computed.problems, marked.failed]);
  if (!computed.ok) return refuse(computed.problems);
  const { compiled, result, positions, problems } = computed;
  if (options.strict === true) {
    const missing = missingFacts(result, positions);
    const bad = [...problems.filter((p) => p.severity === "error"), ...missing];
    if (bad.length > 0) return refuse([...problems, ...missing], [problem("BF9024", { count: bad.length })]);
  }
  return {
    done: true,
    measure,
    tables: compiled.tables,
    compiled,
    cohort: computed.cohort,
    context: computed.context,
    result,
    language,
    found: { source: null, problems },
    loaded,
    config: loaded.config,
    marked: marked.files,
  };
}

/** `--mark-errors`: copies for who filled in the data; said at once, for a refusal says nothing of them. */
async function handBack(
  s: Session,
  options: Options,
  problems: readonly Problem[],
  language: Language,
): Promise<MarkedFiles> {
  const folder = textOption(options.markErrors);
  if (folder === undefined) return { files: [], failed: null };
  const paths = listOption(options.data).map((a) => parseDataArgument(a).path);
  const own = paths.find((path) => resolve(dirname(path)) === resolve(folder));
  if (own !== undefined) return { files: [], failed: overwritten(folder, own) };
  const { files, failed } = await writeMarkedFiles(folder, paths, problems, language);
  const written = files.map((f) => join(folder, f));
  if (s.options.format === "text" && written.length > 0) {
    const list = written.join(language === "zh" ? "、" : ", ");
    s.io.err(language === "zh" ? `有问题的格子已标出：${list}\n\n` : `Mistakes are marked in ${list}\n\n`);
  }
  return { files: written, failed };
}

export type ComputedCohort =
  | { readonly ok: false; readonly problems: readonly Problem[] }
  | {
      readonly ok: true;
      readonly compiled: CompiledMeasure;
      readonly cohort: RawCohort;
      readonly context: EvaluationContext;
      readonly result: CohortResult;
      readonly positions: DataFiles["positions"];
      readonly problems: readonly Problem[];
    };

/** Applies a measure to the data, parameters and history that the options name. */
export async function computeCohort(measure: Measure, options: Options): Promise<ComputedCohort> {
  const schema = dataSchemaOf(measure);
  const settings = readSettings(options, schema);
  if (!settings.ok) return settings;
  const data = await readDataFiles(listOption(options.data).map(parseDataArgument), schema);
  const problems = [...data.problems, ...settings.problems];
  if ((data.unreadable || settings.unusable) && hasErrors(problems)) return { ok: false, problems };
  const compiled = load(measure);
  const { cohort, positions } = data;
  const { context } = settings;
  const evaluation = evaluateCohort(compiled, cohort, context);
  const { FormCheck, besides } = await import("../data/form-check.ts");
  const refused = besides(new FormCheck(measure).refused(cohort), evaluation.problems);
  const facts = [...evaluation.problems, ...refused].map((p) =>
    describeFactProblem(p, positions, settings.positions),
  );
  return {
    ok: true,
    compiled,
    cohort,
    context,
    result: evaluation.result,
    positions,
    problems: [...problems, ...facts],
  };
}

export type Settings =
  | { readonly ok: false; readonly problems: readonly Problem[] }
  | {
      readonly ok: true;
      readonly context: EvaluationContext;
      /** Where the parameters stand. */
      readonly positions: ParameterPositions | null;
      readonly problems: readonly Problem[];
      /** Some file could not be used at all; a result without it would be about something else. */
      readonly unusable: boolean;
    };

/**
 * What the options say besides the data: period, day, parameters, history.
 * @param pastOf reads the results of earlier periods in a file
 */
export function readSettings(
  options: Options,
  schema: DataSchema,
  pastOf: (path: string) => ReadHistory = (path) => readHistory(path, schema),
): Settings {
  const wrong = settingProblems(options);
  if (wrong.length > 0) return { ok: false, problems: wrong };
  const assessed = assessedPeriod(options, schema);
  if ("code" in assessed) return { ok: false, problems: [assessed] };
  const { parameters, history, problems, unusable } = readParametersAndHistory(options, schema, pastOf);
  const date = textOption(options.date);
  const context: EvaluationContext = {
    year: assessed.year,
    period: assessed.period,
    calendar: CHINA,
    ...(date === undefined ? {} : { date: isoDate(date) ?? date }),
    ...(parameters === null ? {} : { parameters: parameters.values }),
    ...(history === null ? {} : { history }),
  };
  return { ok: true, context, positions: parameters?.positions ?? null, problems, unusable };
}

/** The errors of a measure that does not compile, and what was not done for them. */
export function withoutResult(loaded: LoadedMeasure, code: "BF9020" | "BF9021"): Found[] {
  const errors = loaded.problems.filter((p) => p.severity === "error");
  const found: Found[] = [{ source: loaded.source, problems: errors }];
  // Settings that cannot be used are no errors of the measure.
  const own = errors.filter((p) => p.data === undefined);
  if (loaded.source === null || own.length === 0) return found;
  const last = problem(code, { file: loaded.path, errors: own.length });
  return [...found, { source: null, problems: [last] }];
}

function settingProblems(options: Options): Problem[] {
  const problems: Problem[] = [];
  const year = textOption(options.year);
  if (year !== undefined && !/^(?:19|2[01])\d\d$/.test(year)) {
    const expected = worded("expected", "year-such-as");
    problems.push(problem("BF9004", { option: "--year", value: year, ...expected }));
  }
  const date = textOption(options.date);
  if (date !== undefined && isoDate(date) === null) {
    const expected = worded("expected", "day-such-as");
    problems.push(problem("BF9004", { option: "--date", value: date, ...expected }));
  }
  const out = outProblem(options);
  if (out !== null) problems.push(out);
  return problems;
}

/** What `--year` and `--period` say together, or what is wrong with it. */
function assessedPeriod(options: Options, schema: DataSchema): Assessed | Problem {
  const [year, period] = [textOption(options.year), textOption(options.period)];
  if (period === undefined && (year === undefined || schema.period !== "year")) {
    const option = schema.period === "year" ? "--year" : "--period";
    return problem("BF9016", { option, ...inMessage("expected", periodForm(schema.period)) });
  }
  const assessed = readAssessed(period, schema.period, year === undefined ? null : Number(year));
  if (assessed !== null) return assessed;
  const [option, value] = period === undefined ? ["--year", year!] : ["--period", period];
  return problem("BF9004", { option, value, ...inMessage("expected", periodForm(schema.period)) });
}

function readParametersAndHistory(
  options: Options,
  schema: DataSchema,
  pastOf: (path: string) => ReadHistory,
): {
  readonly parameters: Parameters | null;
  readonly history: readonly CohortResult[] | null;
  readonly problems: readonly Problem[];
  readonly unusable: boolean;
} {
  const problems: Problem[] = [];
  let unusable = false;
  const path = textOption(options.params);
  let parameters: Parameters | null = null;
  if (path !== undefined) {
    const read = readParameters(path, schema);
    problems.push(...read.problems);
    parameters = read.parameters;
    unusable = read.parameters === null;
  }
  const files = listOption(options.history);
  let history: CohortResult[] | null = files.length === 0 ? null : [];
  for (const file of files) {
    const read = pastOf(file);
    problems.push(...read.problems);
    if (read.history === null) unusable = true;
    else history?.push(...read.history);
  }
  if (unusable) history = null;
  return { parameters, history, problems, unusable };
}

export function textOption(value: Options[string]): string | undefined {
  return typeof value === "string" ? value : undefined;
}

export function listOption(value: Options[string]): readonly string[] {
  return Array.isArray(value) ? (value as readonly string[]) : [];
}
