import type { Language } from "../diagnostics/message.ts";
import type { Problem } from "../diagnostics/problem.ts";
import { inOrder } from "../diagnostics/render.ts";
import { type JsonProblem, problemToJson } from "../diagnostics/render-json.ts";
import {
  problemsOf,
  type ReportCase,
  type ReportFormat,
  type ReportPart,
} from "../diagnostics/reports/report.ts";
import { visible } from "../diagnostics/width.ts";
import {
  exitCode,
  type FailOn,
  type Found,
  failOnOf,
  isReport,
  printProblems,
  type Session,
} from "./session.ts";
import { VERSION } from "./version.ts";

/**
 * How every command ends: its result and what it found, in the format asked for. A command says what it has; that
 * each of them knows every format, lists the same findings in all and exits the same way, is settled here alone.
 */
export interface Answer {
  readonly language: Language;
  /** What the project of the measure says. */
  readonly config?: FailOn;
  /** Everything found, in the order in which it is told. */
  readonly found: readonly AnswerPart[];
  /** The result for programs, with the problems of each part; pieces of text where it may be large. */
  readonly json: (problems: readonly (readonly JsonProblem[])[]) => object | Iterable<string>;
  /** The result for people, and with it what they have to see of the findings. */
  readonly text: () => void;
}

/** Findings about one file. */
export interface AnswerPart extends Found {
  /** The file as the user named it; default: the file that the first finding stands in. */
  readonly name?: string;
  /** Where it is not that of the answer. */
  readonly language?: Language;
  readonly config?: FailOn;
  /** What was tried besides, such as the cases of a measure. */
  readonly cases?: readonly ReportCase[];
  /** Open points of a measure that is applied, not checked: people are told how many, `check` shows them. */
  readonly counted?: true;
  /** The same findings as a whole report, in formats that can say more of them than of any finding. */
  readonly own?: Partial<Record<ReportFormat, () => string>>;
}

/** @returns the exit code for what was found */
export function answer(s: Session, a: Answer): number {
  const { format } = s.options;
  if (format === "json") printResult(s, a.json(a.found.map((part) => jsonProblems(part, a))));
  else if (isReport(format)) printReport(s, a, format);
  else {
    a.text();
    countOpenPoints(s, a);
  }
  return Math.max(
    0,
    ...a.found.map((part) => exitCode(s, problemsOf(part, "with accepted"), part.config ?? a.config)),
  );
}

/**
 * Ends a command that cannot go on: prints the problems in the format asked for.
 * @returns the exit code for them
 */
export function stop(s: Session, found: readonly Found[], language: Language): number {
  const said = found.filter((f, i) => f.problems.length > 0 || i === 0);
  answer(s, {
    language,
    found: said,
    json: (problems) => ({ problems: problems.flat() }),
    text: () => {
      for (const [i, f] of said.filter((f) => f.problems.length > 0).entries()) {
        if (i > 0) s.io.err("\n");
        printProblems(s, f, language, "err");
      }
    },
  });
  // One file that cannot be read makes the whole call unusable, whatever the others have.
  return exitCode(
    s,
    found.flatMap((f) => f.problems),
  );
}

/** What a measure that is applied leaves open. */
export function openPoints(
  loaded: Found & { readonly path: string; readonly config?: FailOn; readonly language?: Language },
): AnswerPart {
  const { source, path: name, config } = loaded;
  const problems = loaded.problems.filter((p) => p.severity !== "error" && p.accepted === undefined);
  return { source, problems, name, counted: true, ...(config && { config }) };
}

function countOpenPoints(s: Session, a: Answer): void {
  for (const part of a.found) {
    const count = part.problems.filter((p) => p.severity === "warning").length;
    if (part.counted !== true || count === 0) continue;
    const command = visible(`banfa check ${part.name ?? ""}`);
    const text =
      a.language === "zh"
        ? `办法文本有 ${count} 个警告，${command} 可查看`
        : `The measure has ${count} warning(s): ${command}`;
    s.io.err(`\n${s.errPaint.faint(text)}\n`);
  }
}

function jsonProblems(part: AnswerPart, a: Answer): JsonProblem[] {
  const language = part.language ?? a.language;
  return problemsOf(part, "with accepted").map((p) => problemToJson(p, part.source, language));
}

function printResult(s: Session, result: object | Iterable<string>): void {
  if (Symbol.iterator in result) for (const piece of result) s.io.out(piece);
  else s.io.out(`${JSON.stringify(result, null, 2)}\n`);
}

function printReport(s: Session, a: Answer, format: ReportFormat): void {
  if (s.renderReport === null) return;
  const render = s.renderReport;
  // A part without a name and without findings has nothing to be listed under.
  const listed = a.found.filter(
    (part, i) => part.name !== undefined || part.problems.length > 0 || (i === 0 && a.found.length === 1),
  );
  const common = listed.filter((part) => part.own?.[format] === undefined);
  const whole = listed.flatMap((part) => part.own?.[format]?.() ?? []);
  const parts = common.map((part) => reportPart(s, part, a));
  const rest = parts.length > 0 || whole.length === 0 ? [render(format, parts, { version: VERSION })] : [];
  s.io.out(joined(format, [...whole, ...rest]));
}

function reportPart(s: Session, part: AnswerPart, a: Answer): ReportPart {
  const problems = inOrder(part.problems);
  const file = part.source?.name ?? problems.find((p: Problem) => p.data !== undefined)?.data?.file;
  return {
    name: part.name ?? file ?? "banfa",
    source: part.source,
    problems,
    language: part.language ?? a.language,
    failOn: failOnOf(s, part.config ?? a.config),
    ...(part.cases && { cases: part.cases }),
  };
}

/** Reports one after the other; SARIF is one document, with a run for each. */
function joined(format: ReportFormat, reports: readonly string[]): string {
  if (format !== "sarif" || reports.length < 2) return reports.join("");
  const [first, ...others] = reports.map((r) => JSON.parse(r) as { runs: unknown[] });
  const runs = [...first!.runs, ...others.flatMap((r) => r.runs)];
  return `${JSON.stringify({ ...first, runs }, null, 2)}\n`;
}
