import { join } from "node:path";
import { artefacts, TARGETS, type Target } from "../../compiler/modules/artefacts.ts";
import { writeFilesAtomically } from "../../data/atomic-write.ts";
import type { Language } from "../../diagnostics/message.ts";
import { type Problem, problem } from "../../diagnostics/problem.ts";
import type { Argument, Options } from "../command.ts";
import { withoutResult } from "../evaluation.ts";
import { loadMeasure } from "../load-measure.ts";
import {
  exitCode,
  jsonProblems,
  printJson,
  printReport,
  reportPart,
  type Session,
  stop,
  wantsReport,
} from "../session.ts";

/** `banfa compile MEASURE --out FOLDER`: a measure as modules, all of their files or none. */
export async function execute(s: Session, args: readonly Argument[], options: Options): Promise<number> {
  const loaded = await loadMeasure(String(args[0]));
  const language = s.language(loaded.language);
  const refuse = (p: Problem): number => stop(s, [{ source: null, problems: [p] }], language);

  const targets = targetsOf(options.target, language);
  if (!Array.isArray(targets)) return refuse(targets);
  const { measure, source } = loaded;
  if (measure === null || source === null) return stop(s, withoutResult(loaded, "BF9021"), language);

  const folder = String(options.out);
  const files = artefacts(measure, source, targets, String(options.runtime));
  const failed = writeFilesAtomically(folder, files);
  if (failed !== null) return refuse(failed);

  const warnings = loaded.problems.filter((p) => p.severity === "warning" && p.accepted === undefined);
  const written = files.map((f) => ({ path: join(folder, f.name), bytes: Buffer.byteLength(f.text) }));
  if (s.options.format === "json")
    printJson(s, {
      out: folder,
      files: written,
      problems: jsonProblems([{ source, problems: warnings }], language),
    });
  else if (wantsReport(s)) {
    const found = { source, problems: warnings };
    printReport(s, [reportPart(s, found, language, { name: String(args[0]), config: loaded.config })]);
  } else {
    s.io.out(written.map(({ path }) => `${path}\n`).join(""));
    if (warnings.length > 0) s.io.out(`\n${s.paint.faint(note(warnings.length, loaded.path, language))}\n`);
  }
  return exitCode(s, warnings, loaded.config);
}

/** What was asked for, in the order in which files are listed. */
function targetsOf(given: Options[string], language: Language): Target[] | Problem {
  const words = [given ?? "js"].flat().flatMap((part) => String(part).split(","));
  const asked = new Set(words.map((w) => w.trim()));
  for (const word of asked)
    if (!TARGETS.some((t) => t === word)) {
      const expected = language === "zh" ? "js、ts 或 json-schema" : "js, ts or json-schema";
      return problem("BF9004", { option: "--target", value: word, expected });
    }
  return TARGETS.filter((t) => asked.has(t));
}

function note(warnings: number, measure: string, language: Language): string {
  return language === "zh"
    ? `办法文本有 ${warnings} 个警告，banfa check ${measure} 可查看`
    : `The measure has ${warnings} warning(s): banfa check ${measure}`;
}
