import { writeFileAtomically } from "../../data/atomic-write.ts";
import { enumerated, inMessage, worded } from "../../diagnostics/phrases.ts";
import { type Problem, problem } from "../../diagnostics/problem.ts";
import { candidates, canGroupBy } from "../../report/results/group-names.ts";
import { resultHtml } from "../../report/results/page.ts";
import { declaredKinds } from "../../report/results/view.ts";
import { answer, openPoints, stop } from "../answer.ts";
import type { Argument, Options } from "../command.ts";
import { evaluate, textOption } from "../evaluation.ts";
import { overwrites } from "../outputs.ts";
import { printProblems, type Session } from "../session.ts";

/** `banfa report MEASURE --data FILE --year Y`: the result of a cohort as a page to read. */
export async function execute(s: Session, args: readonly Argument[], options: Options): Promise<number> {
  const out = textOption(options.out);
  const wrong = optionProblems(args, options, out);
  if (wrong !== null) return stop(s, [{ source: null, problems: [wrong] }], s.language());

  // The page goes its own way to its file.
  const e = await evaluate(s, args, { ...options, out: undefined });
  if (!e.done) return e.exit;
  const { result, measure, tables, language } = e;
  const input = { result, measure, tables, language };
  const by = textOption(options.by) ?? null;
  if (by !== null && result.subjects.length > 0 && !canGroupBy(result, by)) {
    const kinds = declaredKinds(measure);
    const telling = kinds.flatMap((k) => candidates(measure, k.name));
    const names = telling.length > 0 ? telling : kinds.flatMap((k) => k.fields.map((f) => f.name));
    const expected = inMessage("expected", enumerated([...new Set(names)].slice(0, 8)));
    const refused = problem("BF9004", { option: "--by", value: by, ...expected });
    return stop(s, [{ source: null, problems: [refused] }], language);
  }
  const subjects = textOption(options.subjects);
  const page = resultHtml(input, { by, ...(subjects !== undefined && { subjects: Number(subjects) }) });

  const problems: Problem[] = [...e.found.problems];
  if (out !== undefined) {
    const failed = writeFileAtomically(out, [page]);
    if (failed !== null) problems.push(failed);
  }
  const found = { source: null, problems };
  return answer(s, {
    language,
    config: e.config,
    found: [found, openPoints(e.loaded)],
    json: (lists) => ({
      ...(out === undefined ? { html: page } : { out }),
      subjects: result.subjects.length,
      problems: lists.flat(),
    }),
    text: () => {
      printProblems(s, found, language, "err");
      if (out === undefined) s.io.out(page);
      else if (!problems.some((p) => p.code === "BF4011")) s.io.out(`${out}\n`);
    },
  });
}

function optionProblems(
  args: readonly Argument[],
  options: Options,
  out: string | undefined,
): Problem | null {
  if (out !== undefined) {
    if (!/\.html?$/i.test(out)) {
      const expected = worded("expected", "html-file");
      return problem("BF9004", { option: "--out", value: out, ...expected });
    }
    const clash = overwrites(out, args, options);
    if (clash !== null) return clash;
  }
  const subjects = textOption(options.subjects);
  if (subjects !== undefined && !/^\d{1,6}$/.test(subjects)) {
    const expected = worded("expected", "number-such-as", { example: 500 });
    return problem("BF9004", { option: "--subjects", value: subjects, ...expected });
  }
  return null;
}
