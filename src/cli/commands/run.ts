import { parseDataArgument } from "../../data/data-files.ts";
import { resultJson } from "../../data/results-out.ts";
import type { Language } from "../../diagnostics/message.ts";
import { worded } from "../../diagnostics/phrases.ts";
import { type Problem, problem } from "../../diagnostics/problem.ts";
import type { JsonProblem } from "../../diagnostics/render-json.ts";
import type { CohortResult } from "../../runtime/result.ts";
import { answer, openPoints, stop } from "../answer.ts";
import { megabytes } from "../batch/budget.ts";
import { isLarge } from "../batch/large.ts";
import type { Argument, Options } from "../command.ts";
import { evaluate, textOption } from "../evaluation.ts";
import { loadMeasure } from "../load-measure.ts";
import { outFormat, overwrites } from "../outputs.ts";
import { writeResult } from "../results-file.ts";
import { summaryText } from "../run-summary.ts";
import { printProblems, type Session } from "../session.ts";

/** `banfa run MEASURE --data FILE --year Y`: the result of a cohort, as a summary, JSON, or a file. */
export async function execute(s: Session, args: readonly Argument[], options: Options): Promise<number> {
  const out = textOption(options.out);
  const clash = out === undefined ? null : overwrites(out, args, options);
  if (clash !== null) return stop(s, [{ source: null, problems: [clash] }], s.language());

  const batched = await inBatches(s, args, options);
  if (typeof batched === "number") return batched;
  const e = await evaluate(s, args, options);
  if (!e.done) return e.exit;
  const { result, language, found } = e;
  const all = [...batched, ...found.problems];
  if (out !== undefined) {
    const { measure, tables } = e;
    const failed = await writeResult(out, outFormat(options) ?? "json", {
      result,
      measure,
      tables,
      language,
    });
    if (failed !== null) all.push(failed);
  }
  const shown = { source: null, problems: all };
  return answer(s, {
    language,
    config: e.config,
    found: [shown, openPoints(e.loaded)],
    // The result once: in the file when one was asked for.
    json: (problems) =>
      out === undefined
        ? withProblems(result, problems.flat())
        : { out, subjects: result.subjects.length, problems: problems.flat() },
    text: () => {
      printProblems(s, shown, language, "err");
      if (all.length > 0) s.io.err("\n");
      s.io.out(summaryText(result, e.measure, s, language));
      writtenNotes(s, language, options, all);
    },
  });
}

/** Large files; the exit code, or what is to be said of why the ordinary way was taken. */
async function inBatches(
  s: Session,
  args: readonly Argument[],
  options: Options,
): Promise<number | readonly Problem[]> {
  const data = [options.data ?? []].flat().map((a) => parseDataArgument(String(a)).path);
  const sizes = [...data, ...[options.history ?? []].flat().map(String)];
  const asked = [options.memory, options.threads, options.reader].some((o) => o !== undefined);
  if (options.batch !== true && !asked && !sizes.some(isLarge)) return [];
  const loaded = await loadMeasure(String(args[0]));
  if (loaded.measure === null) return [];
  const language = s.language(loaded.language);
  const wrong = batchOptionProblem(options);
  if (wrong !== null) return stop(s, [{ source: null, problems: [wrong] }], language);
  const { runInBatches } = await import("../batch/run.ts");
  const outcome = await runInBatches(s, loaded.measure, options, language);
  if (outcome.kind === "stopped") {
    stop(s, [{ source: null, problems: [outcome.problem] }], language);
    return outcome.exitCode;
  }
  if (outcome.kind === "refused") {
    const groups = [outcome.problems, outcome.sum === undefined ? [] : [outcome.sum]];
    return stop(
      s,
      groups.map((problems) => ({ source: null, problems })),
      language,
    );
  }
  if (outcome.kind === "otherwise") return outcome.notes;
  const { run } = outcome;
  const shown = { source: null, problems: run.problems };
  const { counts, out } = run;
  return answer(s, {
    language,
    config: loaded.config,
    found: [shown, openPoints(loaded)],
    json: (problems) => ({ out, subjects: counts.subjects, problems: problems.flat() }),
    text: () => {
      printProblems(s, shown, language, "err");
      if (run.problems.length > 0) s.io.err("\n");
      s.io.out(counts.text(s, language));
      writtenNotes(s, language, options, run.problems);
    },
  });
}

function batchOptionProblem(options: Options): Problem | null {
  const memory = textOption(options.memory);
  if (memory !== undefined && megabytes(memory) === null) {
    const expected = worded("expected", "amount-of-memory");
    return problem("BF9004", { option: "--memory", value: memory, ...expected });
  }
  const threads = textOption(options.threads);
  if (threads !== undefined && !/^[1-9]\d?$/.test(threads)) {
    const expected = worded("expected", "number-to-99");
    return problem("BF9004", { option: "--threads", value: threads, ...expected });
  }
  return null;
}

/** The result format with one entry more; what reads a result as a history passes over it. */
function* withProblems(result: CohortResult, problems: readonly JsonProblem[]): Generator<string> {
  const pieces = [...resultJson(result)];
  const end = pieces.pop() ?? "";
  const list = JSON.stringify(problems, null, 2).replace(/\n/g, "\n  ");
  yield* pieces;
  yield end.replace(/\n\}\n$/, `,\n  "problems": ${list}\n}\n`);
}

/** What went wrong where there is no file. */
const UNWRITTEN: ReadonlySet<string> = new Set(["BF4011", "BF9026", "BF9027"]);

function writtenNotes(s: Session, language: Language, options: Options, problems: readonly Problem[]): void {
  const zh = language === "zh";
  const out = textOption(options.out);
  if (out === undefined || problems.some((p) => UNWRITTEN.has(p.code))) return;
  const lines = [zh ? `结果已写入 ${out}` : `The result is in ${out}`];
  const format = outFormat(options);
  if (format === "csv" || format === "parquet")
    lines.push(
      zh
        ? "每个对象一行；理由、后果、待定各成一表的，写成 .xlsx"
        : "A row a subject; .xlsx has reasons, consequences and open points in tables of their own",
    );
  s.io.out(`\n${lines.map(s.paint.faint).join("\n")}\n`);
}
