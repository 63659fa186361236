import { type EvidenceView, viewOf, wholeView } from "../evidence-words.ts";
import { evidenceOf, type FileDiff, headingOf, levelOf, pathOf, type Report, summaryOf } from "../report.ts";
import { DIRECTION_WORDS, KIND_WORDS, LEVEL_WORDS, REPORT_WORDS } from "../sentences.ts";
import { LEVELS } from "../types.ts";
import type { ImpactTable } from "./impact-lines.ts";
import { linesOf } from "./lines.ts";

/** Markdown for a comment under a pull request. Nothing of the measure's text is read as markup. */
export function diffMarkdown(report: Report, tables: readonly ImpactTable[] = []): string {
  const { language } = report;
  const words = REPORT_WORDS[language];
  const { level, direction } = summaryOf(report);
  const out = [`### ${words.title}`, "", `${code(report.old)} → ${code(report.new)}`, ""];
  const impact = tables.flatMap(tableLines);
  if (level === null) return `${[...out, words.nothing, ...impact].join("\n")}\n`;
  out.push(
    direction === "none"
      ? `**${words.level}: ${LEVEL_WORDS[level][language]}**`
      : `**${words.level}: ${LEVEL_WORDS[level][language]} · ${DIRECTION_WORDS[direction][language]}**`,
  );
  for (const f of report.files) if (f.status !== "same") out.push("", ...file(f, report));
  return `${[...out, ...impact].join("\n")}\n`;
}

function tableLines({ title, head, rows }: ImpactTable): string[] {
  const line = (cells: readonly string[]) => `| ${cells.map(inert).join(" | ")} |`;
  const body =
    rows.length === 0 ? [] : [line(head), line(head).replace(/[^|]+/g, " --- "), ...rows.map(line)];
  return ["", `#### ${inert(title)}`, "", ...body];
}

/** Who it is, what comes out differently, and both explanations side by side. */
function example(view: EvidenceView | null, language: "zh" | "en"): string[] {
  if (!view?.example) return [];
  const { facts, changes, before, after } = view.example;
  const words = REPORT_WORDS[language];
  const cell = (sentences: readonly string[]) => sentences.map(inert).join("<br>");
  return [
    ...[...facts, ...changes].map((l) => `- ${inert(l)}`),
    "",
    `| ${words.byOld} | ${words.byNew} |`,
    "| --- | --- |",
    `| ${cell(before)} | ${cell(after)} |`,
    "",
  ];
}

function file(f: FileDiff, report: Report): string[] {
  const { language, approved } = report;
  const words = REPORT_WORDS[language];
  const out = [`#### ${inert(pathOf(f))}`, ""];
  if (f.status === "renamed") out.push(`${words.renamedFrom} ${code(f.oldPath!)}`, "");
  if (!f.diff) return [...out, words[f.status === "added" ? "wholeAdded" : "wholeRemoved"]];
  if (f.diff.basis === "text") out.push(words.textOnly, "");
  const evidence = evidenceOf(report, f);
  const whole = wholeView(evidence, f.diff, language);
  if (whole) out.push(inert(whole.verdict), "", ...example(whole, language));
  for (const level of [...LEVELS].reverse()) {
    const changes = f.diff.changes.filter((c) => c.level === level);
    if (changes.length === 0) continue;
    out.push(`##### ${LEVEL_WORDS[level][language]} (${changes.length})`, "");
    out.push(
      `| ${words.clause} | ${words.kind} | ${words.direction} | ${words.what} | ${words.fingerprint} |`,
    );
    out.push("| --- | --- | --- | --- | --- |");
    for (const c of changes) {
      const direction = c.direction === "none" ? "" : DIRECTION_WORDS[c.direction][language];
      const mark = approved.has(c.fingerprint) ? ` ✓ ${words.approved}` : "";
      const own = viewOf(c, f.diff, evidence, language);
      const what = [...linesOf(c, language), ...(own ? [own.verdict] : [])].map(inert).join("<br>");
      out.push(
        `| ${inert(headingOf(c, language))} | ${KIND_WORDS[c.kind][language]} | ${direction} | ${what} | ${code(c.fingerprint)}${mark} |`,
      );
    }
    out.push("");
    for (const c of changes) {
      const lines = example(viewOf(c, f.diff, evidence, language), language);
      if (lines.length > 0) out.push(`**${inert(headingOf(c, language))}**`, "", ...lines);
    }
  }
  return levelOf(f) === null ? [...out, words.nothing] : out;
}

/** Punctuation that Markdown or HTML could read is written as character references. */
function inert(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+!|~&@:-]/g, (c) => `&#${c.codePointAt(0)};`).replace(/\s+/g, " ");
}

/** Code spans cannot hold a backtick or a line end. */
const code = (text: string): string => `\`${text.replace(/[`\s|]+/g, " ")}\``;
