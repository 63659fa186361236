import type * as ast from "../../parser/ast.ts";
import { type Node, walk } from "../../parser/children.ts";
import type { SourceText } from "../../source/source-text.ts";
import type { Span } from "../../source/span.ts";

/**
 * Where the rows of bands, ranks, cases and ladders stand in the text. The IR keeps what rows mean; a report
 * of what was reached also needs their lines and words.
 */

export interface TableRow {
  readonly at: number;
  /** The test without what it gives; comments and line ends are gone, as in the IR. */
  readonly text: string;
  readonly rest: boolean;
}

export interface Table {
  readonly span: Span;
  readonly ladder: boolean;
  /** The scale or the name it decides; null for ladders. */
  readonly target: string | null;
  /** 分段累计. */
  readonly marginal: boolean;
  readonly rows: readonly TableRow[];
  /** The highest band is written first. */
  readonly downwards: boolean;
}

/** Every statement of a measure that has rows, in the order of the text. */
export function tablesOf(file: ast.MeasureFile, source: SourceText): Table[] {
  const found: Table[] = [];
  const row = (at: number, test: Span, rest: boolean): TableRow => ({
    at,
    text: tidy(source.slice(test)),
    rest,
  });
  walk(file, (node) => {
    if (!("rows" in node) || node.kind === "ballot") return undefined;
    const isLadder =
      node.kind === "ladder" ||
      node.kind === "staged-ladder" ||
      ((node.kind === "band-choice" || node.kind === "decision-table") && node.target === undefined);
    const rows =
      node.kind === "decision-table"
        ? node.rows.map((r) => {
            const [first, last] = [r.tests[0], r.tests.at(-1)];
            const span = first && last ? { start: first.span.start, end: last.span.end } : r.span;
            return row(
              r.span.start,
              span,
              r.tests.every((t) => t.kind === "rest"),
            );
          })
        : node.rows.map((r) => row(r.span.start, r.test.span, r.test.kind === "rest"));
    const target = "target" in node && node.target !== undefined ? node.target.text : null;
    const marginal = "modes" in node && node.modes.some((m) => m.kind === "marginal");
    found.push({ span: node.span, ladder: isLadder, target, marginal, rows, downwards: isDownwards(node) });
    return undefined;
  });
  return found;
}

/** A band without a lower limit is the lowest, one without an upper limit the highest. */
function isDownwards(node: Node): boolean {
  if (node.kind !== "band-choice") return false;
  const open = (row: ast.Row<ast.BandTest> | undefined, signs: string) =>
    row?.test.kind === "compare" && row.test.test.op.startsWith(signs);
  return open(node.rows[0], ">") || open(node.rows.at(-1), "<");
}

export const tidy = (text: string): string =>
  text
    .replace(/#[^\n]*/g, "")
    .replace(/\s+/g, " ")
    .trim();
