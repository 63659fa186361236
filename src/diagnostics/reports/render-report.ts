import { githubReport } from "./github.ts";
import { junitReport } from "./junit.ts";
import { plainReport } from "./plain.ts";
import type { ReportPart } from "./report.ts";
import { sarifReport } from "./sarif.ts";

export const REPORT_FORMATS = ["plain", "sarif", "github", "junit"] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export interface ReportOptions {
  /** Version of the tool. */
  readonly version: string;
}

/** The findings in a format for other programs, with its final line end; plain text may be empty. */
export function renderReport(
  format: ReportFormat,
  parts: readonly ReportPart[],
  options: ReportOptions,
): string {
  switch (format) {
    case "plain":
      return plainReport(parts);
    case "github":
      return githubReport(parts);
    case "junit":
      return junitReport(parts);
    case "sarif":
      return sarifReport(parts, options);
  }
}
