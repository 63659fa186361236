import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { load } from "../../compiler/emit/load.ts";
import type { Expectation } from "../../data/case-expectations.ts";
import { readCases, resolveCases, type TestCase } from "../../data/cases.ts";
import { CHINA } from "../../data/holidays.ts";
import type { Language } from "../../diagnostics/message.ts";
import { alike, enumerated, inMessage, unsaid, worded } from "../../diagnostics/phrases.ts";
import { type Problem, problem } from "../../diagnostics/problem.ts";
import { visible } from "../../diagnostics/width.ts";
import { dataSchemaOf } from "../../facts/data-schema.ts";
import { describeFactProblem } from "../../facts/fact-problems.ts";
import type { CompiledMeasure } from "../../runtime/compiled.ts";
import { evaluateCohort, type Observer } from "../../runtime/evaluate.ts";
import type { CohortResult } from "../../runtime/result.ts";
import { answer, openPoints, stop } from "../answer.ts";
import { AssertionCheck, type Refuted } from "../assertion-check.ts";
import { compare, type Difference } from "../case-check.ts";
import { CaseCoverage, type CoverageReport, citesNeverFired } from "../case-coverage/door.ts";
import { coverageJson } from "../case-coverage/json.ts";
import { coverageLcov } from "../case-coverage/lcov.ts";
import { CATEGORY_WORDS, coverageText, percentText } from "../case-coverage/text.ts";
import type { Argument, Options } from "../command.ts";
import { loadMeasure } from "../load-measure.ts";
import { type Found, printProblems, type Session } from "../session.ts";
import { table } from "../table.ts";

/**
 * `banfa test MEASURE [CASES]`: the cases of a measure, pass or fail, with the difference and the clauses;
 * with `--coverage` what of the measure they reach, also when some fail.
 */

interface SubjectDifferences {
  readonly subject: string;
  readonly kind: string;
  readonly differences: readonly Difference[];
}

interface Outcome {
  readonly test: TestCase;
  readonly failures: readonly SubjectDifferences[];
  readonly problems: readonly Problem[];
}

export async function execute(s: Session, args: readonly Argument[], options: Options): Promise<number> {
  const threshold = thresholdOf(options);
  if (threshold === "wrong") return stop(s, [wrongThreshold(options)], s.language());
  const loaded = await loadMeasure(String(args[0]));
  const language = s.language(loaded.language);
  if (loaded.measure === null || !loaded.file || !loaded.source) return stop(s, [loaded], language);
  const path = typeof args[1] === "string" ? args[1] : join(dirname(loaded.path), "cases.yaml");
  if (args[1] === undefined && !existsSync(path)) {
    const missing = problem("BF9012", { file: loaded.path });
    return stop(s, [{ source: null, problems: [missing] }], language);
  }
  const { file, problems: unread } = readCases(path);
  if (file === null) return stop(s, [{ source: null, problems: unread }], language);

  const { cases, problems } = resolveCases(file, dataSchemaOf(loaded.measure));
  const compiled = load(loaded.measure);
  const coverage = new CaseCoverage(loaded.measure, loaded.file, loaded.source);
  const assertions = new AssertionCheck(loaded.measure);
  const outcomes = cases.map((test) => runCase(compiled, test, coverage.observe, assertions));
  const failed = outcomes.filter((o) => o.failures.length > 0);
  const report = coverage.report();
  const below = threshold === null ? [] : tooLow(report, threshold);
  const found: Found = {
    source: null,
    problems: [...unread, ...problems, ...outcomes.flatMap((o) => o.problems)],
  };
  const wanted = options.coverage === true || threshold !== null;
  const shown = [...found.problems, ...below];
  return answer(s, {
    language,
    config: loaded.config,
    found: [
      {
        ...{ source: null, problems: shown, name: path },
        cases: outcomes.map((o) => ({ name: o.test.name, problems: differences(o) })),
      },
      openPoints(loaded),
    ],
    json: (lists) => ({
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
      ...(wanted ? { coverage: coverageJson(report) } : {}),
      problems: lists.flat(),
    }),
    text: () => {
      // With lcov only the tracefile goes to standard output; what else a reader of the run needs, beside it.
      const lcov = options.format === "lcov";
      const say = lcov ? s.io.err : s.io.out;
      printProblems(s, found, language, "err");
      for (const o of failed) say(`${failureText(o, s, language)}\n\n`);
      if (!lcov || failed.length > 0)
        say(`${summaryLine(path, outcomes.length, failed.length, s, language)}\n`);
      if (lcov) s.io.out(coverageLcov(report, loaded.path));
      else if (wanted) s.io.out(`\n${coverageText(report, s, language)}\n`);
      else printNeverFired(report, s, language);
      printProblems(s, { source: null, problems: below }, language, "err");
    },
  });
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

const WHAT = {
  zh: {
    grade: "等次",
    value: "数值",
    clauses: "条款",
    consequences: "后果",
    undetermined: "未定",
    finding: "要求",
    assertion: "断言不成立",
    failed: "不符",
    expected: "应为",
    actual: "实为",
    by: "依据",
    separator: "、",
  },
  en: {
    grade: "grade",
    value: "value",
    clauses: "clauses",
    consequences: "consequences",
    undetermined: "undetermined",
    finding: "finding",
    assertion: "assertion refuted",
    failed: "FAILED",
    expected: "expected",
    actual: "got",
    by: "by",
    separator: ", ",
  },
} as const;

const cited = (cites: readonly string[]) => inMessage("cites", enumerated(cites));

/** The failures of a case as findings, each at the line of its expectation. */
function differences(o: Outcome): Problem[] {
  return o.failures.flatMap((f) =>
    f.differences.map((d) => {
      const [zh, en] = [WHAT.zh[d.what], WHAT.en[d.what]];
      return problem(
        "BF9032",
        {
          name: o.test.name,
          subject: `${f.kind} ${f.subject}`,
          ...(d.name === "" ? inMessage("what", { zh, en }) : alike("what", d.name)),
          expected: d.expected,
          actual: d.actual,
          ...(d.cites.length === 0 ? unsaid("by") : worded("by", "came-from", cited(d.cites))),
        },
        { data: { file: o.test.file, row: d.line } },
      );
    }),
  );
}

function failureText(o: Outcome, s: Session, language: Language): string {
  const words = WHAT[language];
  const head = `${s.paint.error(s.paint.strong(words.failed))} ${visible(o.test.file)}:${o.test.line} ${s.paint.strong(visible(o.test.name))}`;
  const rows = o.failures.flatMap((f) => [
    [`${visible(f.kind)} ${visible(f.subject)}`],
    ...f.differences.flatMap((d) => [
      [`  ${d.name === "" ? words[d.what] : d.name}`, words.expected, d.expected],
      ["", words.actual, d.actual],
      ...(d.cites.length === 0 ? [] : [["", words.by, d.cites.join(words.separator)]]),
    ]),
  ]);
  return [head, ...table([{}, {}, {}], rows, { indent: 2, columns: s.io.columns })].join("\n");
}

function summaryLine(path: string, total: number, failed: number, s: Session, language: Language): string {
  const passed = total - failed;
  const paint = failed > 0 ? s.paint.error : s.paint.good;
  const text =
    language === "zh"
      ? `${total} 个案例，${passed} 个相符，${failed} 个不符`
      : `${total} cases: ${passed} passed, ${failed} failed`;
  return `${visible(path)}${language === "zh" ? "：" : ": "}${paint(text)}`;
}

/** 编号, or 编号/月报/3月 where a record is meant. */
const subjectOf = ({ id, record }: Expectation): string =>
  record === null ? id : `${id}/${record.list}/${record.name}`;
