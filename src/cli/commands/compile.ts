import { join } from "node:path";
import { artefacts, TARGETS, type Target } from "../../compiler/modules/artefacts.ts";
import { writeFilesAtomically } from "../../data/atomic-write.ts";
import { inMessage, oneOf } from "../../diagnostics/phrases.ts";
import { type Problem, problem } from "../../diagnostics/problem.ts";
import { answer, openPoints, stop } from "../answer.ts";
import type { Argument, Options } from "../command.ts";
import { withoutResult } from "../evaluation.ts";
import { loadMeasure } from "../load-measure.ts";
import type { Session } from "../session.ts";

/** `banfa compile MEASURE --out FOLDER`: a measure as modules, all of their files or none. */
export async function execute(s: Session, args: readonly Argument[], options: Options): Promise<number> {
  const loaded = await loadMeasure(String(args[0]));
  const language = s.language(loaded.language);
  const refuse = (p: Problem): number => stop(s, [{ source: null, problems: [p] }], language);

  const targets = targetsOf(options.target);
  if (!Array.isArray(targets)) return refuse(targets);
  const { measure, source } = loaded;
  if (measure === null || source === null) return stop(s, withoutResult(loaded, "BF9021"), language);

  const folder = String(options.out);
  const files = artefacts(measure, source, targets, String(options.runtime));
  const failed = writeFilesAtomically(folder, files);
  if (failed !== null) return refuse(failed);

  const written = files.map((f) => ({ path: join(folder, f.name), bytes: Buffer.byteLength(f.text) }));
  return answer(s, {
    language,
    config: loaded.config,
    found: [openPoints(loaded)],
    json: (problems) => ({ out: folder, files: written, problems: problems.flat() }),
    text: () => s.io.out(written.map(({ path }) => `${path}\n`).join("")),
  });
}

/** What was asked for, in the order in which files are listed. */
function targetsOf(given: Options[string]): Target[] | Problem {
  const words = [given ?? "js"].flat().flatMap((part) => String(part).split(","));
  const asked = new Set(words.map((w) => w.trim()));
  for (const word of asked)
    if (!TARGETS.some((t) => t === word)) {
      const expected = inMessage("expected", oneOf(TARGETS));
      return problem("BF9004", { option: "--target", value: word, ...expected });
    }
  return TARGETS.filter((t) => asked.has(t));
}
