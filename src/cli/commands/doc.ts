import { resolve } from "node:path";
import { writeFileAtomically } from "../../data/atomic-write.ts";
import { worded } from "../../diagnostics/phrases.ts";
import { type Problem, problem } from "../../diagnostics/problem.ts";
import { measureHtml } from "../../report/measure/page.ts";
import { answer, openPoints, stop } from "../answer.ts";
import type { Argument, Options } from "../command.ts";
import { textOption, withoutResult } from "../evaluation.ts";
import { loadMeasure } from "../load-measure.ts";
import { printProblems, type Session } from "../session.ts";

/** `banfa doc MEASURE`: the measure as a page to read, in a file or on standard output. */
export async function execute(s: Session, args: readonly Argument[], options: Options): Promise<number> {
  const loaded = await loadMeasure(String(args[0]));
  const language = s.language(loaded.language);
  const refuse = (p: Problem): number => stop(s, [{ source: null, problems: [p] }], language);
  const out = textOption(options.out);
  if (out !== undefined) {
    if (!/\.html?$/i.test(out)) {
      const expected = worded("expected", "html-file");
      return refuse(problem("BF9004", { option: "--out", value: out, ...expected }));
    }
    if (resolve(out) === resolve(loaded.path)) return refuse(problem("BF9013", { file: out }));
  }
  const { measure, source, file } = loaded;
  if (measure === null || source === null || file === undefined)
    return stop(s, withoutResult(loaded, "BF9021"), language);

  const page = measureHtml({ measure, file, source, problems: loaded.problems, language });
  const problems: Problem[] = [];
  if (out !== undefined) {
    const failed = writeFileAtomically(out, [page]);
    if (failed !== null) problems.push(failed);
  }
  const found = { source: null, problems };
  return answer(s, {
    language,
    config: loaded.config,
    // The page lists them as well.
    found: [found, openPoints(loaded)],
    json: (lists) => ({ ...(out === undefined ? { html: page } : { out }), problems: lists.flat() }),
    text: () => {
      printProblems(s, found, language, "err");
      if (out === undefined) s.io.out(page);
      else if (problems.length === 0) s.io.out(`${out}\n`);
    },
  });
}
