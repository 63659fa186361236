import type { Severity } from "../message.ts";
import { wording } from "../problem.ts";
import { problemsOf, type ReportPart, reportPlace } from "./report.ts";

/**
 * Workflow commands of GitHub Actions: `::error file=…,line=…,title=…::message`, shown beside the line in a
 * review. A per cent sign or a line end in a text would end the command or start another, so they are
 * encoded; in properties also the separators.
 */
export function githubReport(parts: readonly ReportPart[]): string {
  const lines = parts.flatMap((part) =>
    problemsOf(part, "open only").map((p) => {
      const { file, line, column, endLine, endColumn } = reportPlace(p, part.source);
      const { title, message, help } = wording(p, part.language);
      // Columns mean something to GitHub only within one line; its end column is the last character.
      const within = line !== undefined && line === endLine;
      const last = endColumn === undefined ? undefined : Math.max(column ?? 1, endColumn - 1);
      const properties = Object.entries({
        file: file?.replace(/\\/g, "/"),
        line,
        endLine,
        col: within ? column : undefined,
        endColumn: within ? last : undefined,
        title: `${p.code} ${title}`,
      })
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => `${name}=${property(String(value))}`);
      const text = help === "" ? message : `${message}\n${help}`;
      return `::${COMMAND[p.severity]} ${properties.join(",")}::${data(text)}\n`;
    }),
  );
  return lines.join("");
}

const COMMAND: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "notice" };

function data(text: string): string {
  return text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}

function property(text: string): string {
  return data(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
}
