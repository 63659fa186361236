import { enumerated, inMessage, worded } from "../../diagnostics/phrases.ts";
import { type Problem, problem } from "../../diagnostics/problem.ts";
import { PROPERTIES, type PropertyName } from "../../prove/properties/property.ts";
import { proveMeasure } from "../../prove/properties/prove.ts";
import { PROPERTY_NAMES } from "../../prove/properties/sentences.ts";
import { versionOf } from "../../prove/replay.ts";
import { loadZ3 } from "../../prove/z3.ts";
import { answer, openPoints, stop } from "../answer.ts";
import type { Argument, Options } from "../command.ts";
import { textOption, withoutResult } from "../evaluation.ts";
import { loadMeasure } from "../load-measure.ts";
import { proofProblems, proofsJson, proofsText } from "../prove-text.ts";
import type { Session } from "../session.ts";

/**
 * `banfa prove MEASURE`: what holds of a measure for every subject. Exit codes: 0 everything is proved, 1 something does
 * not hold or is not settled, 2 the measure cannot be read, the call is wrong, or there is no solver.
 */
export async function execute(s: Session, args: readonly Argument[], options: Options): Promise<number> {
  const loaded = await loadMeasure(String(args[0]));
  const language = s.language(loaded.language);
  const refuse = (problems: readonly Problem[]) => {
    const code = stop(s, [{ source: null, problems }], language);
    return problems.length > 0 ? 2 : code;
  };
  if (loaded.measure === null) return stop(s, withoutResult(loaded, "BF9020"), language);
  const only = propertiesAsked(options.only);
  if ("code" in only) return refuse([only]);
  const year = textOption(options.year) ?? String(loaded.measure.effective?.year ?? 2020);
  const seconds = Number(textOption(options.timeout) ?? 5);
  if (!/^(?:19|2[01])\d\d$/.test(year)) {
    const expected = worded("expected", "year-such-as");
    return refuse([problem("BF9004", { option: "--year", value: year, ...expected })]);
  }
  if (!(seconds > 0 && seconds <= 3600)) {
    const expected = worded("expected", "seconds-such-as");
    return refuse([problem("BF9004", { option: "--timeout", value: String(options.timeout), ...expected })]);
  }
  const solver = await loadZ3();
  if (solver === null) return refuse([problem("BF9070", {})]);
  try {
    const proofs = await proveMeasure(solver, versionOf(loaded.measure), {
      year: Number(year),
      timeoutMs: seconds * 1000,
      language,
      now: () => performance.now(),
      ...(only.length > 0 && { only }),
    });
    const { measure, source } = loaded;
    const open = openPoints(loaded);
    const found = { source, problems: proofProblems(proofs), name: loaded.path };
    const exit = answer(s, {
      language,
      config: loaded.config,
      found: [found, open],
      json: (lists) => ({
        ...proofsJson(measure, Number(year), proofs, source, language),
        problems: lists.flat(),
      }),
      text: () => s.io.out(proofsText(loaded.path, proofs, source, s, language)),
    });
    return Math.max(found.problems.length > 0 ? 1 : 0, exit);
  } finally {
    solver.close();
  }
}

function propertiesAsked(given: Options[string]): readonly PropertyName[] | Problem {
  const found: PropertyName[] = [];
  const known: readonly string[] = PROPERTIES;
  const names = (Array.isArray(given) ? given : []).flatMap((g: string) => g.split(/[,,、]/));
  for (const name of names) {
    const property = Object.hasOwn(PROPERTY_NAMES, name)
      ? PROPERTY_NAMES[name]!
      : PROPERTIES[known.indexOf(name)];
    if (property === undefined) {
      const expected = inMessage("expected", enumerated([...PROPERTIES, ...Object.keys(PROPERTY_NAMES)]));
      return problem("BF9004", { option: "--only", value: name, ...expected });
    }
    found.push(property);
  }
  return found;
}
