import type { Language } from "../diagnostics/message.ts";
import { type Problem, wording } from "../diagnostics/problem.ts";
import { inOrder } from "../diagnostics/render.ts";
import type { LoadedMeasure } from "./load-measure.ts";
import type { Session } from "./session.ts";
import { table } from "./table.ts";

/** Places named before the rest is counted. */
const SHOWN = 3;

const WORDS = {
  zh: {
    heading: "已认可",
    heads: ["代码", "行", "提醒：认可的理由"],
    reason: (title: string, reason: string) => `${title}：${reason}`,
    places: (lines: string, rest: number, all: number) => (rest === 0 ? lines : `${lines} 等${all}处`),
    separator: "、",
  },
  en: {
    heading: "Accepted",
    heads: ["Code", "Line", "Finding: reason"],
    reason: (title: string, reason: string) => `${title}: ${reason}`,
    places: (lines: string, rest: number) => (rest === 0 ? lines : `${lines} and ${rest} more`),
    separator: ", ",
  },
} as const;

/**
 * The accepted findings of a measure, a row for each acceptance: somebody who reads the check wants the reasons
 * on the record, not every finding that one reason covers.
 */
export function acceptedTable(l: LoadedMeasure, s: Session, language: Language): string[] {
  const words = WORDS[language];
  const groups = new Map<string, Problem[]>();
  for (const p of inOrder(l.problems.filter((p) => p.accepted !== undefined))) {
    const key = JSON.stringify([p.code, p.accepted]);
    groups.set(key, [...(groups.get(key) ?? []), p]);
  }
  if (groups.size === 0) return [];
  const rows = [...groups.values()].map((problems) => {
    const [first] = problems;
    const lines = [...new Set(problems.flatMap((p) => lineOf(p, l)))];
    const shown = lines.slice(0, SHOWN).join(words.separator);
    const places = words.places(shown, lines.length - Math.min(SHOWN, lines.length), lines.length);
    const { title } = wording(first!, language);
    return [first!.code, places, words.reason(title, first!.accepted ?? "")];
  });
  const heads = words.heads.map((head) => ({ head }));
  const body = table(heads, rows, { indent: 2, columns: s.io.columns, head: s.paint.faint });
  return [s.paint.info(words.heading), ...body];
}

const lineOf = (p: Problem, l: LoadedMeasure): number[] =>
  p.span && l.source ? [l.source.placeOf(p.span).start.line] : [];
