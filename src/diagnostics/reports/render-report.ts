import { githubReport } from "./github.ts";
import { junitReport } from "./junit.ts";
import { plainReport } from "./plain.ts";
import type { RenderReport } from "./report.ts";
import { sarifReport } from "./sarif.ts";

/** The findings in a format for other programs, with its final line end; plain text may be empty. */
export const renderReport: RenderReport = (format, parts, options) => {
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
};
