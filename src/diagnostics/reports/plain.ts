import { wording } from "../problem.ts";
import { visible } from "../width.ts";
import { problemsOf, type ReportPart, reportPlace } from "./report.ts";

/**
 * One line a problem, `file:line:column: severity code: message`, for grep and the error lists of editors.
 * No colours, no excerpts; accepted findings are left out. The severity is the same word in both languages, so
 * that one pattern finds it.
 */
export function plainReport(parts: readonly ReportPart[]): string {
  const lines = parts.flatMap((part) =>
    problemsOf(part, "open only").map((p) => {
      const { file, line, column } = reportPlace(p, part.source);
      const place = [file ?? "banfa", line, column].filter((x) => x !== undefined).join(":");
      const { message } = wording(p, part.language);
      const { sheet, cell } = p.data ?? {};
      const at = sheet === undefined || cell === undefined ? sheet : `${sheet}!${cell}`;
      const about = [at, p.data?.subject, p.data?.field].filter((x) => x !== undefined).join(" ");
      const end = about === "" ? "" : ` [${about}]`;
      return oneLine(`${place}: ${p.severity} ${p.code}: ${message}${end}`);
    }),
  );
  return lines.map((line) => `${line}\n`).join("");
}

function oneLine(text: string): string {
  return visible(text).replace(/[\n\t]+/g, " ");
}
