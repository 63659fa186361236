import type { Language } from "../../diagnostics/message.ts";
import { inOrder, renderProblem, renderProblemLine, summary, tally } from "../../diagnostics/render.ts";
import { visible } from "../../diagnostics/width.ts";
import { accountOf } from "../account.ts";
import { measureJson } from "../account-json.ts";
import type { Argument } from "../command.ts";
import { type LoadedMeasure, loadMeasure } from "../load-measure.ts";
import {
  exitCode,
  jsonProblems,
  printJson,
  printReport,
  reportPart,
  type Session,
  wantsReport,
} from "../session.ts";

/** `banfa check FILE…`: problems, then what the measure holds and leaves open. */
export async function execute(s: Session, args: readonly Argument[]): Promise<number> {
  const loaded = [args[0]]
    .flat()
    .filter((path) => path !== undefined)
    .map(loadMeasure)
    .map(withoutRepeats());
  if (s.options.format === "json") {
    printJson(s, {
      files: loaded.map((l) => {
        const language = s.language(l.language);
        return {
          file: l.path,
          measure: l.measure === null ? null : measureJson(l.measure),
          ...tally(l.problems),
          problems: jsonProblems([l], language),
        };
      }),
    });
  } else if (wantsReport(s)) {
    printReport(
      s,
      loaded.map((l) => reportPart(s, l, s.language(l.language), { name: l.path, config: l.config })),
    );
  } else {
    s.io.out(loaded.map((l) => report(s, l, s.language(l.language))).join("\n"));
  }
  return Math.max(0, ...loaded.map((l) => exitCode(s, l.problems, l.config)));
}

/** Settings that cannot be used are told once, however many measures stand under them. */
function withoutRepeats(): (l: LoadedMeasure) => LoadedMeasure {
  const told = new Set<string>();
  return (l) => {
    const problems = l.problems.filter((p) => {
      const key = JSON.stringify([p.code, p.data, p.parameters]);
      const again = p.data !== undefined && told.has(key);
      told.add(key);
      return !again;
    });
    return { ...l, problems };
  };
}

function report(s: Session, l: LoadedMeasure, language: Language): string {
  const options = { language, paint: s.paint, columns: s.io.columns };
  const open = inOrder(l.problems.filter((p) => p.accepted === undefined));
  const accepted = inOrder(l.problems.filter((p) => p.accepted !== undefined));
  const blocks = open.map((p) => renderProblem(p, l.source, options));
  if (accepted.length > 0) {
    const word = language === "zh" ? "已认可" : "accepted";
    blocks.push(
      accepted
        .map(
          (p) =>
            `${renderProblemLine(p, l.source, options)} ${s.paint.faint(`[${word}: ${visible(p.accepted ?? "")}]`)}`,
        )
        .join("\n"),
    );
  }
  if (l.measure !== null) blocks.push(accountOf(l.measure, s, language));
  blocks.push(
    `${s.paint.strong(visible(l.path))}${language === "zh" ? "：" : ": "}${summary(l.problems, options)}`,
  );
  return `${blocks.join("\n\n")}\n`;
}
