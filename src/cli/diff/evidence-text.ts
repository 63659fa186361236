import { textWidth, visible, wrap } from "../../diagnostics/width.ts";
import type { EvidenceView } from "../../diff/evidence-words.ts";
import { REPORT_WORDS } from "../../diff/sentences.ts";
import type { Session } from "../session.ts";

/** Below this width explanations stand one below the other. */
const NARROW = 72;
const GAP = 3;

/** Evidence on a terminal: the verdict, who the example is, and both explanations side by side. */
export function evidenceText(
  view: EvidenceView | null,
  indent: number,
  language: "zh" | "en",
  s: Session,
): string[] {
  if (!view) return [];
  const paint = { differs: s.paint.strong, same: s.paint.good, open: s.paint.warning }[view.status];
  const sign = { differs: "≠", same: "=", open: "?" }[view.status];
  const room = Math.max(20, s.io.columns - indent - 2);
  const said = (text: string) => lines(text, room);
  const margin = " ".repeat(indent);
  const out = said(view.verdict).map((l, i) => `${margin}${paint(i === 0 ? sign : " ")} ${paint(l)}`);
  if (!view.example) return out;
  const { facts, changes, before, after } = view.example;
  const inner = `${margin}  `;
  for (const line of facts.flatMap(said)) out.push(inner + line);
  // The first stands in the verdict.
  for (const line of changes.slice(1).flatMap(said)) out.push(inner + line);
  const words = REPORT_WORDS[language];
  out.push(
    ...sideBySide(
      [words.byOld, ...orSame(before, words.sameWords)],
      [words.byNew, ...orSame(after, words.sameWords)],
      room,
      s,
    ).map((l) => inner + l),
  );
  return out;
}

const orSame = (sentences: readonly string[], same: string): readonly string[] =>
  sentences.length > 0 ? sentences : [same];

function sideBySide(left: readonly string[], right: readonly string[], room: number, s: Session): string[] {
  if (room < NARROW)
    return [left, right].flatMap(([head, ...rest]) => [
      s.paint.faint(head!),
      ...rest.flatMap((t) => lines(t, room - 2).map((l) => `  ${l}`)),
    ]);
  const width = Math.floor((room - GAP) / 2);
  const [a, b] = [left, right].map((all) => all.flatMap((t) => lines(t, width)));
  return Array.from({ length: Math.max(a!.length, b!.length) }, (_, i) => {
    const [x, y] = [a![i] ?? "", b![i] ?? ""];
    const line = `${x}${" ".repeat(width - textWidth(x) + GAP)}${y}`.trimEnd();
    return i === 0 ? s.paint.faint(line) : line;
  });
}

const lines = (text: string, room: number): string[] => {
  const shown = visible(text).replace(/[\n\t]/g, " ");
  return textWidth(shown) <= room ? [shown] : wrap(shown, room);
};
