import { cellText } from "./cells.ts";
import type { ResultTable } from "./columns.ts";

/** The tables of a result as Markdown, a section each, in pieces. */
export function* resultMarkdown(title: string, tables: readonly ResultTable[]): Generator<string> {
  yield `# ${escaped(title)}\n`;
  for (const t of tables) {
    yield `\n## ${escaped(t.title)}\n\n`;
    yield `| ${t.columns.map((c) => escaped(c.head)).join(" | ")} |\n`;
    yield `| ${t.columns.map((c) => (c.kind === "number" ? "---:" : "---")).join(" | ")} |\n`;
    for (const row of t.rows()) yield `| ${row.map((c) => escaped(cellText(c))).join(" | ")} |\n`;
  }
}

/** Text that stays text in a table: on one line, without what would begin markup or HTML. */
function escaped(text: string): string {
  return text
    .replace(/[\u0000-\u001F\u007F\u2028\u2029]+/g, " ")
    .replace(/[\\`*_[\]<>|~#$]/g, "\\$&")
    .replace(/&/g, "&amp;")
    .replace(/:\/\//g, ":\u200B//")
    .trim();
}
