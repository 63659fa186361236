import type { SourceText } from "../../source/source-text.ts";
import type { Language } from "../message.ts";
import type { Problem } from "../problem.ts";

/**
 * Findings for other programs: editors, code review, continuous integration. One file per format beside
 * this one; each turns the same parts into text, so that a command knows nothing about formats.
 */

export const REPORT_FORMATS = ["plain", "sarif", "github", "junit"] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export interface ReportOptions {
  /** Version of the tool. */
  readonly version: string;
}

export type RenderReport = (
  format: ReportFormat,
  parts: readonly ReportPart[],
  options: ReportOptions,
) => string;

/** The findings about one file, in the order of their places. */
export interface ReportPart {
  /** The file, as the user named it. */
  readonly name: string;
  readonly source: SourceText | null;
  readonly problems: readonly Problem[];
  readonly language: Language;
  /** The least severity that counts as a failure, for formats that know failures. Default: error. */
  readonly failOn?: "error" | "warning";
  /** What was tried besides, such as the cases of a measure. */
  readonly cases?: readonly ReportCase[];
}

export interface ReportCase {
  readonly name: string;
  /** Why it failed; none for one that passed. */
  readonly problems: readonly Problem[];
}

/** Every finding of a part, those of its cases too; accepted ones only where a format can say so. */
export function problemsOf(
  part: Pick<ReportPart, "problems" | "cases">,
  accepted: "with accepted" | "open only",
): Problem[] {
  const all = [...part.problems, ...(part.cases ?? []).flatMap((c) => c.problems)];
  return accepted === "with accepted" ? all : all.filter((p) => p.accepted === undefined);
}

/** Where a problem stands, counted from 1; absent parts are unknown. */
export interface ReportPlace {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

/** The place of a problem. The span of a measure goes before the place in a data file. */
export function reportPlace(p: Problem, source: SourceText | null): ReportPlace {
  if (p.span !== undefined && source !== null) {
    const { file, start, end } = source.placeOf(p.span);
    return {
      file,
      line: start.line,
      column: start.column,
      endLine: end.line,
      endColumn: end.column,
    };
  }
  if (p.data === undefined) return {};
  const { file, row } = p.data;
  return row === undefined ? { file } : { file, line: row };
}
