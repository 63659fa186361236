import { textWidth, visible, wrap } from "../../diagnostics/width.ts";
import { viewOf, wholeView } from "../../diff/evidence-words.ts";
import { linesOf } from "../../diff/render/lines.ts";
import { evidenceOf, type FileDiff, headingOf, pathOf, type Report } from "../../diff/report.ts";
import { DIRECTION_WORDS, KIND_WORDS, LEVEL_WORDS, REPORT_WORDS } from "../../diff/sentences.ts";
import { type Change, type Direction, LEVELS } from "../../diff/types.ts";
import type { Session } from "../session.ts";
import { evidenceText } from "./evidence-text.ts";

/** Changes on a terminal: by level, the highest first; a sign and a word beside every colour. */
export function diffText(report: Report, s: Session): string {
  const changed = report.files.filter((f) => f.status !== "same");
  if (changed.length === 0) return `${REPORT_WORDS[report.language].nothing}\n`;
  return `${changed.map((f) => file(f, report, s)).join("\n\n")}\n`;
}

function file(f: FileDiff, report: Report, s: Session): string {
  const { language } = report;
  const words = REPORT_WORDS[language];
  const out = [s.paint.strong(visible(pathOf(f)))];
  if (f.status === "renamed") out.push(s.paint.faint(`${words.renamedFrom} ${visible(f.oldPath!)}`));
  if (!f.diff) return [...out, words[f.status === "added" ? "wholeAdded" : "wholeRemoved"]].join("\n");
  if (f.diff.basis === "text") out.push(s.paint.warning(words.textOnly));
  if (f.diff.changes.length === 0) out.push(words.nothing);
  const evidence = evidenceOf(report, f);
  const whole = evidenceText(wholeView(evidence, f.diff, language), 0, language, s);
  if (whole.length > 0) out.push("", ...whole);
  for (const level of [...LEVELS].reverse()) {
    const changes = f.diff.changes.filter((c) => c.level === level);
    if (changes.length === 0) continue;
    out.push(
      "",
      `${s.paint.strong(LEVEL_WORDS[level][language])} ${s.paint.faint(`— ${words.levels[level]}`)}`,
    );
    for (const c of changes)
      out.push(
        ...change(c, report, s),
        ...evidenceText(viewOf(c, f.diff, evidence, language), 6, language, s),
      );
  }
  return out.join("\n");
}

const SIGNS: Readonly<Record<Direction, string>> = { none: " ", stricter: "▲", looser: "▽", either: "◇" };

function change(c: Change, { language, approved }: Report, s: Session): string[] {
  const paint = {
    none: s.paint.faint,
    stricter: s.paint.warning,
    looser: s.paint.info,
    either: s.paint.strong,
  };
  const direction = c.direction === "none" ? "" : `  ${DIRECTION_WORDS[c.direction][language]}`;
  const mark = approved.has(c.fingerprint) ? `  ${s.paint.good(`✓ ${REPORT_WORDS[language].approved}`)}` : "";
  const head = `  ${paint[c.direction](SIGNS[c.direction])} ${s.paint.strong(visible(headingOf(c, language)))}  ${KIND_WORDS[c.kind][language]}${paint[c.direction](direction)}`;
  // The fingerprint is for approvals; what only rewords needs none.
  const print = c.level === "wording" ? "" : `  ${s.paint.faint(c.fingerprint)}`;
  const room = s.io.columns - 6;
  const lines = linesOf(c, language).flatMap((l) => {
    const text = visible(l).replace(/[\n\t]/g, " ");
    return textWidth(text) <= room ? [text] : wrap(text, room);
  });
  return [`${head}${print}${mark}`, ...lines.map((l) => `      ${l}`)];
}
