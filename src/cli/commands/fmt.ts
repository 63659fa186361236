import { rewriteFile } from "../../data/atomic-write.ts";
import { configFor } from "../../data/find-config.ts";
import type { Language } from "../../diagnostics/message.ts";
import { type Problem, problem } from "../../diagnostics/problem.ts";
import { visible } from "../../diagnostics/width.ts";
import { type FormatOptions, format } from "../../format/format.ts";
import { parse } from "../../parser/parse.ts";
import { unifiedDiff } from "../../source/unified-diff.ts";
import { answer, stop } from "../answer.ts";
import type { Argument, Options } from "../command.ts";
import { coloured } from "../diff-view.ts";
import { readSource } from "../load-measure.ts";
import { type Found, printProblems, type Session } from "../session.ts";

/**
 * `banfa fmt FILE…`: canonical layout, in place. What the formatter returns has the same syntax tree as the
 * file; where it cannot promise that, it returns nothing and the file stays as it is.
 */

interface Outcome extends Found {
  readonly file: string;
  readonly language: Language | undefined;
  /** null: not formatted. */
  readonly text: string | null;
  readonly changed: boolean;
  readonly written: boolean;
  /** What changes, with --diff: a unified diff, "" for nothing. */
  readonly diff: string;
}

export async function execute(s: Session, args: readonly Argument[], options: Options): Promise<number> {
  const files = [args[0]].flat().filter((path) => path !== undefined);
  const first = options.check === true ? "--check" : options.diff === true ? "--diff" : undefined;
  if (first !== undefined && options.stdout === true) {
    const both = problem("BF9006", { first, second: "--stdout" });
    return stop(s, [{ source: null, problems: [both] }], s.language());
  }
  const outcomes: Outcome[] = [];
  for (const file of files) outcomes.push(await formatFile(file, options));
  return answer(s, {
    language: s.language(),
    found: outcomes.map((o) => ({
      ...{ source: o.source, problems: o.problems, name: o.file },
      language: s.language(o.language),
    })),
    json: (problems) => ({
      files: outcomes.map((o, i) => ({
        file: o.file,
        changed: o.changed,
        written: o.written,
        ...(options.stdout === true ? { text: o.text } : {}),
        ...(options.diff === true ? { diff: o.diff } : {}),
        problems: problems[i],
      })),
    }),
    text: () => {
      const said = outcomes.filter((o) => o.problems.length > 0);
      for (const o of outcomes) {
        if (said.indexOf(o) > 0) s.io.err("\n");
        const language = s.language(o.language);
        printProblems(s, o, language, "err");
        if (options.stdout === true && o.text !== null) s.io.out(o.text);
        s.io.out(coloured(o.diff, s));
        if (o.written) s.io.out(`${language === "zh" ? "已整理" : "formatted"} ${visible(o.file)}\n`);
      }
    },
  });
}

async function formatFile(file: string, options: Options): Promise<Outcome> {
  const { source, problems: read, encoding } = readSource(file);
  const {
    config: { language: preferred },
  } = await configFor(file);
  const language = preferred ?? (source === null ? undefined : parse(source).file.language);
  const refused = (problems: readonly Problem[]): Outcome => ({
    file,
    language,
    source,
    problems,
    text: null,
    changed: false,
    written: false,
    diff: "",
  });
  if (source === null) return refused(read);
  const { text, problems: found } = format(source, keywordsOf(options));
  // Warnings about content are for `check`; here only what keeps a file from being laid out matters.
  const problems: Problem[] = [...read, ...found.filter((p) => p.severity === "error")];
  if (text === null) return refused(problems);
  const changed = text !== source.text;
  let written = false;
  if (changed && options.check === true) {
    const line = firstDifference(text, source.text);
    const start = source.lineStart(line);
    const span = { start, end: start + source.line(line).length };
    problems.push(problem("BF9030", { file, line }, { span }));
  } else if (changed && options.stdout !== true && options.diff !== true) {
    const failed = rewriteFile(file, text, encoding);
    if (failed === null) written = true;
    else problems.push(failed);
  }
  const diff = options.diff === true ? unifiedDiff(file, source.text, text) : "";
  return { file, language, source, problems, text, changed, written, diff };
}

function keywordsOf({ keywords }: Options): FormatOptions {
  return keywords === "zh" || keywords === "en" ? { keywords } : {};
}

/** The first line (from 1) in which two texts differ. */
function firstDifference(a: string, b: string): number {
  const [left, right] = [a.split("\n"), b.split("\n")];
  const at = left.findIndex((line, i) => line !== right[i]);
  return (at < 0 ? left.length : at) + 1;
}
