import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { load } from "../../compiler/emit/load.ts";
import { readCases, resolveCases, type TestCase } from "../../data/cases.ts";
import { dataSchemaOf } from "../../data/data-schema.ts";
import { describeFactProblem } from "../../data/fact-problems.ts";
import type { Language } from "../../diagnostics/message.ts";
import { type Problem, problem } from "../../diagnostics/problem.ts";
import { visible } from "../../diagnostics/width.ts";
import type { CompiledMeasure } from "../../runtime/abi.ts";
import { evaluateCohort } from "../../runtime/evaluate.ts";
import { compare, type Difference } from "../case-check.ts";
import type { Argument } from "../command.ts";
import { loadMeasure } from "../load-measure.ts";
import {
  exitCode,
  type Found,
  jsonProblems,
  printJson,
  printProblems,
  type Session,
  stop,
} from "../session.ts";
import { table } from "../table.ts";

/** `banfa test MEASURE [CASES]`: the cases of a measure, pass or fail, with the difference and the clauses. */

interface SubjectDifferences {
  readonly subject: string;
  readonly kind: string;
  readonly differences: readonly Difference[];
}

interface Outcome {
  readonly test: TestCase;
  readonly failures: readonly SubjectDifferences[];
  readonly problems: readonly Problem[];
  readonly fired: ReadonlySet<string>;
}

export async function execute(s: Session, args: readonly Argument[]): Promise<number> {
  const loaded = loadMeasure(String(args[0]));
  const language = s.language(loaded.language);
  if (loaded.measure === null) return stop(s, [loaded], language);
  const path = typeof args[1] === "string" ? args[1] : join(dirname(loaded.path), "cases.yaml");
  if (args[1] === undefined && !existsSync(path)) {
    const missing = problem("BF9012", { file: loaded.path });
    return stop(s, [{ source: null, problems: [missing] }], language);
  }
  const { file, problems: unread } = readCases(path);
  if (file === null) return stop(s, [{ source: null, problems: unread }], language);

  const { cases, problems } = resolveCases(file, dataSchemaOf(loaded.measure));
  const compiled = load(loaded.measure);
  const outcomes = cases.map((test) => runCase(compiled, test));
  const failed = outcomes.filter((o) => o.failures.length > 0);
  const found: Found = {
    source: null,
    problems: [...unread, ...problems, ...outcomes.flatMap((o) => o.problems)],
  };
  const never = neverFired(compiled, outcomes);
  if (s.options.format === "json") {
    printJson(s, {
      measure: loaded.path,
      cases: outcomes.map((o) => ({
        name: o.test.name,
        line: o.test.line,
        passed: o.failures.length === 0,
        subjects: o.failures,
      })),
      passed: outcomes.length - failed.length,
      failed: failed.length,
      clausesWithoutCase: never,
      problems: jsonProblems([found], language),
    });
  } else {
    printProblems(s, found, language, "err");
    for (const o of failed) s.io.out(`${failureText(o, s, language)}\n\n`);
    s.io.out(`${summaryLine(path, outcomes.length, failed.length, s, language)}\n`);
    if (never.length > 0) {
      const text = language === "zh" ? "没有案例触发的条款：" : "Clauses that no case fires: ";
      s.io.out(`${s.paint.faint(text + visible(never.join(language === "zh" ? "、" : ", ")))}\n`);
    }
  }
  return Math.max(failed.length > 0 ? 1 : 0, exitCode(s, found.problems));
}

function runCase(compiled: CompiledMeasure, test: TestCase): Outcome {
  const { result, problems } = evaluateCohort(compiled, test.cohort, {
    year: test.year,
    ...(test.date === null ? {} : { date: test.date }),
    parameters: test.parameters.values,
    ...(test.history === null ? {} : { history: test.history }),
  });
  const failures: SubjectDifferences[] = [];
  for (const expected of test.expectations) {
    const actual = result.subjects.find((x) => x.kind === expected.kind && x.id === expected.id);
    const differences = actual === undefined ? [] : compare(expected, actual);
    if (differences.length > 0) failures.push({ subject: expected.id, kind: expected.kind, differences });
  }
  return {
    test,
    failures,
    problems: problems.map((p) => describeFactProblem(p, test.positions, test.parameters.positions)),
    fired: new Set(result.subjects.flatMap((x) => x.clauses.map((c) => c.cite))),
  };
}

/** Citations of reasons that fired in no case: what the cases do not show. */
function neverFired(compiled: CompiledMeasure, outcomes: readonly Outcome[]): string[] {
  const { clauses, citations } = compiled.tables;
  const all = clauses.flatMap((c) => c.reasons.map((r) => citations[r.cite]?.text ?? ""));
  const fired = new Set(outcomes.flatMap((o) => [...o.fired]));
  return [...new Set(all)].filter((cite) => cite !== "" && !fired.has(cite));
}

const WHAT = {
  zh: {
    grade: "等次",
    value: "数值",
    clauses: "条款",
    consequences: "后果",
    undetermined: "未定",
    finding: "要求",
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
    failed: "FAILED",
    expected: "expected",
    actual: "got",
    by: "by",
    separator: ", ",
  },
} as const;

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
