import { existsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { load } from "../../compiler/emit/load.ts";
import type { Expectation } from "../../data/case-expectations.ts";
import { readCases, resolveCases, type TestCase } from "../../data/cases.ts";
import { CHINA } from "../../data/holidays.ts";
import type { Language } from "../../diagnostics/message.ts";
import { alike, worded } from "../../diagnostics/phrases.ts";
import { type Problem, problem } from "../../diagnostics/problem.ts";
import type { JsonProblem } from "../../diagnostics/render-json.ts";
import { visible } from "../../diagnostics/width.ts";
import { dataSchemaOf } from "../../facts/data-schema.ts";
import { describeFactProblem } from "../../facts/fact-problems.ts";
import type { CompiledMeasure } from "../../runtime/compiled.ts";
import { evaluateCohort, type Observer } from "../../runtime/evaluate.ts";
import type { CohortResult } from "../../runtime/result.ts";
import { type AnswerPart, answer, openPoints, stop } from "../answer.ts";
import { AssertionCheck, type Refuted } from "../assertion-check.ts";
import { compare, type Difference } from "../case-check.ts";
import { CaseCoverage, type CoverageReport, citesNeverFired } from "../case-coverage/door.ts";
import { coverageJson } from "../case-coverage/json.ts";
import { coverageLcov } from "../case-coverage/lcov.ts";
import { CATEGORY_WORDS, coverageText, percentText } from "../case-coverage/text.ts";
import {
  differences,
  failureText,
  type Outcome,
  type SubjectDifferences,
  summaryLine,
} from "../case-failures.ts";
import { casesBelow } from "../cases-below.ts";
import type { Argument, Options } from "../command.ts";
import { type LoadedMeasure, loadMeasure } from "../load-measure.ts";
import { type Found, printProblems, type Session } from "../session.ts";

/**
 * `banfa test MEASURE [CASES]`: the cases of a measure, pass or fail, with the difference and the clauses;
 * with `--coverage` what of the measure they reach, also when some fail. Of a folder: of every measure below it.
 */

/** A measure with what came out of its cases. */
interface Tested {
  readonly loaded: LoadedMeasure;
  readonly path: string;
  readonly outcomes: readonly Outcome[];
  readonly failed: readonly Outcome[];
  readonly report: CoverageReport;
  /** Mistakes in the cases, and shares below what is asked for. */
  readonly problems: readonly Problem[];
  readonly below: readonly Problem[];
}

/** What kept a measure from being tested. */
interface Stopped {
  readonly stopped: Found;
  readonly language: Language;
}

export async function execute(s: Session, args: readonly Argument[], options: Options): Promise<number> {
  const threshold = thresholdOf(options);
  if (threshold === "wrong") return stop(s, [wrongThreshold(options)], s.language());
  const [path, cases] = [String(args[0]), args[1]];
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory())
    return ofFolder(s, path, threshold, options, cases);
  const tested = await test(s, path, typeof cases === "string" ? cases : null, threshold);
  if ("stopped" in tested) return stop(s, [tested.stopped], tested.language);
  const { loaded } = tested;
  const language = s.language(loaded.language);
  return answer(s, {
    language,
    config: loaded.config,
    found: partsOf(tested),
    json: (lists) => jsonOf(tested, lists.flat(), options, threshold),
    text: () => show(s, tested, language, options, threshold),
  });
}

/** Every measure in the folder and below it that has cases. */
async function ofFolder(
  s: Session,
  folder: string,
  threshold: number | null,
  options: Options,
  cases: Argument | undefined,
): Promise<number> {
  const data = { file: folder };
  if (cases !== undefined) {
    const one = problem("BF9004", {
      ...{ option: "[cases]", value: String(cases) },
      ...worded("expected", "cases-of-one-measure"),
    });
    return stop(s, [{ source: null, problems: [one] }], s.language());
  }
  const below = casesBelow(folder);
  if (below.tested.length === 0)
    return stop(
      s,
      [{ source: null, problems: [problem("BF9012", { file: folder }, { data })] }],
      s.language(),
    );
  const all: { readonly path: string; readonly result: Tested | Stopped }[] = [];
  for (const { measure, cases: path } of below.tested)
    all.push({ path: measure, result: await test(s, measure, path, threshold) });
  const [first] = all.map(({ result }) => ("stopped" in result ? undefined : result.loaded.language));
  const language = s.language(first);
  const parts = all.map(({ result, path }) => {
    if ("stopped" in result) return [{ ...result.stopped, name: path, language: result.language }];
    const { loaded } = result;
    return partsOf(result).map((part) => ({
      ...part,
      language: s.language(loaded.language),
      config: loaded.config,
    }));
  });
  const tested = all.flatMap(({ result }) => ("stopped" in result ? [] : [result]));
  const count = (of: (t: Tested) => number): number => tested.reduce((sum, t) => sum + of(t), 0);
  const failed = count((t) => t.failed.length);
  return answer(s, {
    language,
    found: parts.flat(),
    json: (lists) => {
      const ends = parts.map((_, i) => parts.slice(0, i + 1).flat().length);
      const own = ends.map((end, i) => lists.slice(ends[i - 1] ?? 0, end).flat());
      return {
        measures: all.map(({ path, result }, i) =>
          "stopped" in result
            ? { measure: path, problems: own[i] }
            : jsonOf(result, own[i]!, options, threshold),
        ),
        passed: count((t) => t.outcomes.length) - failed,
        failed,
        measuresWithoutCases: below.without,
      };
    },
    text: () => {
      for (const { result } of all) {
        if ("stopped" in result) printProblems(s, result.stopped, result.language, "err");
        else show(s, result, s.language(result.loaded.language), options, threshold);
        if (options.format !== "lcov") s.io.out("\n");
      }
      if (options.format === "lcov") return;
      if (below.without.length > 0) {
        const text = language === "zh" ? "旁边没有案例的办法：" : "Measures without cases beside them: ";
        const names = below.without.join(language === "zh" ? "、" : ", ");
        s.io.out(`${s.paint.faint(visible(text + names))}\n`);
      }
      const many =
        language === "zh" ? `${folder} 下的 ${all.length} 份办法` : `${all.length} measures below ${folder}`;
      s.io.out(
        `${summaryLine(
          many,
          count((t) => t.outcomes.length),
          failed,
          s,
          language,
        )}\n`,
      );
    },
  });
}

async function test(
  s: Session,
  measure: string,
  cases: string | null,
  threshold: number | null,
): Promise<Tested | Stopped> {
  const loaded = await loadMeasure(measure);
  const language = s.language(loaded.language);
  if (loaded.measure === null || !loaded.file || !loaded.source) return { stopped: loaded, language };
  const path = cases ?? join(dirname(loaded.path), "cases.yaml");
  if (cases === null && !existsSync(path)) {
    const missing = problem("BF9012", { file: loaded.path });
    return { stopped: { source: null, problems: [missing] }, language };
  }
  const { file, problems: unread } = readCases(path);
  if (file === null) return { stopped: { source: null, problems: unread }, language };

  const resolved = resolveCases(file, dataSchemaOf(loaded.measure));
  const compiled = load(loaded.measure);
  const coverage = new CaseCoverage(loaded.measure, loaded.file, loaded.source);
  const assertions = new AssertionCheck(loaded.measure);
  const outcomes = resolved.cases.map((of) => runCase(compiled, of, coverage.observe, assertions));
  const report = coverage.report();
  return {
    ...{ loaded, path, outcomes, report },
    failed: outcomes.filter((o) => o.failures.length > 0),
    problems: [...unread, ...resolved.problems, ...outcomes.flatMap((o) => o.problems)],
    below: threshold === null ? [] : tooLow(report, threshold),
  };
}

function partsOf({ loaded, path, outcomes, problems, below }: Tested): AnswerPart[] {
  return [
    {
      ...{ source: null, problems: [...problems, ...below], name: path },
      cases: outcomes.map((o) => ({ name: o.test.name, problems: differences(o) })),
    },
    openPoints(loaded),
  ];
}

function jsonOf(
  { loaded, outcomes, failed, report }: Tested,
  problems: readonly JsonProblem[],
  options: Options,
  threshold: number | null,
): object {
  return {
    measure: loaded.path,
    cases: outcomes.map((o) => ({
      name: o.test.name,
      line: o.test.line,
      passed: o.failures.length === 0,
      subjects: o.failures,
    })),
    passed: outcomes.length - failed.length,
    failed: failed.length,
    clausesWithoutCase: citesNeverFired(report),
    ...(options.coverage === true || threshold !== null ? { coverage: coverageJson(report) } : {}),
    problems,
  };
}

function show(
  s: Session,
  { loaded, path, outcomes, failed, report, problems, below }: Tested,
  language: Language,
  options: Options,
  threshold: number | null,
): void {
  // With lcov only the tracefile goes to standard output; what else a reader of the run needs, beside it.
  const lcov = options.format === "lcov";
  const say = lcov ? s.io.err : s.io.out;
  printProblems(s, { source: null, problems }, language, "err");
  for (const o of failed) say(`${failureText(o, s, language)}\n\n`);
  if (!lcov || failed.length > 0) say(`${summaryLine(path, outcomes.length, failed.length, s, language)}\n`);
  if (lcov) s.io.out(coverageLcov(report, loaded.path));
  else if (options.coverage === true || threshold !== null)
    s.io.out(`\n${coverageText(report, s, language)}\n`);
  else printNeverFired(report, s, language);
  printProblems(s, { source: null, problems: below }, language, "err");
}

/** The share that every category must reach; null: none is asked for. */
function thresholdOf({ threshold }: Options): number | "wrong" | null {
  if (threshold === undefined) return null;
  const text = String(threshold)
    .trim()
    .replace(/[%％]$/, "");
  return /^\d{1,3}(?:\.\d{1,3})?$/.test(text) && Number(text) <= 100 ? Number(text) : "wrong";
}

function wrongThreshold({ threshold }: Options): Found {
  const wrong = problem("BF9004", {
    option: "--threshold",
    value: String(threshold),
    ...alike("expected", "0–100"),
  });
  return { source: null, problems: [wrong] };
}

function tooLow(report: CoverageReport, threshold: number): Problem[] {
  const low = report.shares.filter((share) => 100 * share.reached < threshold * share.total);
  if (low.length === 0) return [];
  const named = (language: Language) =>
    low.map((share) => `${CATEGORY_WORDS[language][share.category]} ${percentText(share)}`);
  return [problem("BF9031", { threshold, below: named("zh").join("、"), belowEn: named("en").join(", ") })];
}

function printNeverFired(report: CoverageReport, s: Session, language: Language): void {
  const never = citesNeverFired(report);
  if (never.length === 0) return;
  const text = language === "zh" ? "没有案例触发的条款：" : "Clauses that no case fires: ";
  s.io.out(`${s.paint.faint(text + visible(never.join(language === "zh" ? "、" : ", ")))}\n`);
}

function runCase(
  compiled: CompiledMeasure,
  test: TestCase,
  observe: Observer,
  assertions: AssertionCheck,
): Outcome {
  const given = {
    year: test.year,
    period: test.period,
    calendar: CHINA,
    ...(test.date === null ? {} : { date: test.date }),
    parameters: test.parameters.values,
    ...(test.history === null ? {} : { history: test.history }),
  };
  const { result, problems } = evaluateCohort(compiled, test.cohort, given, "auto", (row, context) => {
    observe(row, context);
    assertions.observe(row, context);
  });
  const failures: SubjectDifferences[] = [];
  for (const expected of test.expectations) {
    const actual = result.subjects.find((x) => x.kind === expected.kind && x.id === expected.id);
    const differences = actual === undefined ? [] : compare(expected, actual);
    if (differences.length > 0)
      failures.push({ subject: subjectOf(expected), kind: expected.kind, differences });
  }
  failures.push(...refuted(assertions.taken(), result, test.line));
  return {
    test,
    failures,
    problems: problems.map((p) => describeFactProblem(p, test.positions, test.parameters.positions)),
  };
}

/** Assertions of the measure that subjects refute, as differences: what the subject came out as beside it. */
function refuted(found: readonly Refuted[], { subjects }: CohortResult, line: number): SubjectDifferences[] {
  return found.flatMap(({ kind, index, assertion, cite }) => {
    const subject = subjects.filter((x) => x.kind === kind)[index];
    if (!subject) return [];
    const grades = Object.entries(subject.grades).map(([name, g]) => `${name} ${g.possible.join("、")}`);
    const actual = grades.length > 0 ? grades.join(";") : "—";
    const difference: Difference = {
      ...{ what: "assertion", name: "", expected: assertion.text, actual, cites: [cite], line },
    };
    return [{ subject: subject.id, kind, differences: [difference] }];
  });
}

/** 编号, or 编号/月报/3月 where a record is meant. */
const subjectOf = ({ id, record }: Expectation): string =>
  record === null ? id : `${id}/${record.list}/${record.name}`;
