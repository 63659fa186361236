import type { Language } from "../diagnostics/message.ts";
import { hasErrors, type Problem } from "../diagnostics/problem.ts";
import { renderProblems, tally } from "../diagnostics/render.ts";
import { ansiPaint, type Paint, plainPaint } from "../diagnostics/render-paint.ts";
import { REPORT_FORMATS, type RenderReport, type ReportFormat } from "../diagnostics/reports/report.ts";
import type { SourceText } from "../source/source-text.ts";
import type { Io } from "./io.ts";

/**
 * What every command shares: the common options, the language in force, and the meaning of exit codes
 * (0 clean or warnings only, 1 findings, 2 wrong usage or unreadable input, 3 internal failure).
 */

/** `text` for people, `json` with everything; the others hold findings only, for other tools. */
export const FORMATS = ["text", "json", ...REPORT_FORMATS] as const;
export type Format = (typeof FORMATS)[number];

export const isReport = (format: Format): format is ReportFormat => format !== "text" && format !== "json";

export interface CommonOptions {
  readonly format: Format;
  readonly lang?: Language;
  /** Absent: the project decides, else errors only. */
  readonly failOn?: "error" | "warning";
}

export interface Session {
  readonly io: Io;
  readonly options: CommonOptions;
  readonly paint: Paint;
  readonly errPaint: Paint;
  /** Writes the findings in a format for other tools; null where the format asked for is not one. */
  readonly renderReport: RenderReport | null;
  /** `--lang`, else the language of the measure, else that of the user's system. */
  language(measure?: Language): Language;
}

export async function session(io: Io, options: CommonOptions): Promise<Session> {
  return {
    io,
    options,
    paint: io.colours ? ansiPaint : plainPaint,
    errPaint: io.errColours ? ansiPaint : plainPaint,
    // Loaded when it is asked for: with it comes the explanation of every code, some 270 KB that `check` does not need.
    renderReport: isReport(options.format)
      ? (await import("../diagnostics/reports/render-report.ts")).renderReport
      : null,
    language: (measure) => options.lang ?? measure ?? systemLanguage(io),
  };
}

export function systemLanguage(io: Io): Language {
  return io.locale.toLowerCase().startsWith("zh") ? "zh" : "en";
}

/** Problems with the text they stand in. */
export interface Found {
  readonly problems: readonly Problem[];
  readonly source: SourceText | null;
}

/** What a project says about it (`banfa.config.yaml`). */
export interface FailOn {
  readonly failOn?: "error" | "warning";
}

export function failOnOf(s: Session, config: FailOn = {}): "error" | "warning" {
  return s.options.failOn ?? config.failOn ?? "error";
}

/** 2 when some input could not be read or the command was wrong, 1 for findings, else 0. */
export function exitCode(s: Session, found: readonly Problem[], config: FailOn = {}): number {
  if (found.some((p) => p.severity === "error" && isUnusable(p.code))) return 2;
  if (hasErrors(found)) return 1;
  return failOnOf(s, config) === "warning" && tally(found).warnings > 0 ? 1 : 0;
}

/** Codes of input that cannot be read at all (BF4001 to BF4019) and of wrong usage (BF9001 to BF9019). */
function isUnusable(code: string): boolean {
  return /^BF(?:40[01]|90[01])\d$/.test(code);
}

/** A slip in the data is often repeated in every row; so many of one kind are shown. */
const MOST = 10;

/** Problems as text on standard error or, for commands whose output they are, standard output. */
export function printProblems(s: Session, found: Found, language: Language, to: "out" | "err"): void {
  if (found.problems.length === 0) return;
  const paint = to === "out" ? s.paint : s.errPaint;
  const options = { language, paint, columns: s.io.columns };
  const counts = new Map<string, number>();
  const shown = found.problems.filter((p) => {
    const count = (counts.get(p.code) ?? 0) + 1;
    counts.set(p.code, count);
    return p.data === undefined || count <= MOST;
  });
  s.io[to](`${renderProblems(shown, found.source, options)}\n`);
  for (const [code, count] of counts) {
    const more = count - shown.filter((p) => p.code === code).length;
    if (more === 0) continue;
    const text =
      language === "zh"
        ? `另有 ${more} 处 ${code}，--format json 可列出全部`
        : `${more} more ${code}; --format json lists them all`;
    s.io[to](`\n${paint.faint(text)}\n`);
  }
}
