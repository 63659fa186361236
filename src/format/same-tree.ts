import type { MeasureFile } from "../parser/ast.ts";
import type { Node } from "../parser/children.ts";

/**
 * Whether two syntax trees say the same. Spans, `#` comments and the guessed language of a file are no
 * part of what a measure says; notes (注:) are. Written over the shape of the nodes instead of kind by kind, so a
 * new field of a node can never be forgotten.
 */

export interface Comparison {
  /** Compare across keyword languages: texts that repeat keywords as they were spelled do not count. */
  readonly acrossLanguages?: boolean;
}

const NO_CONTENT = new Set(["span", "comments", "language"]);

/**
 * The path to the first place where two trees differ, such as `body.3.items.0.label.text`; undefined when
 * they say the same. Time grows with the size of the trees.
 */
export function firstDifference(
  a: MeasureFile | Node,
  b: MeasureFile | Node,
  options: Comparison = {},
): string | undefined {
  // A stack of our own: a long sum nests deeper than comfortable for recursion.
  const open: [unknown, unknown, string][] = [[a, b, ""]];
  for (let pair = open.pop(); pair; pair = open.pop()) {
    const [left, right, path] = pair;
    if (Object.is(left, right)) continue;
    if (!isObject(left) || !isObject(right) || Array.isArray(left) !== Array.isArray(right)) return path;
    const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])].filter(
      (key) => !NO_CONTENT.has(key) && !(options.acrossLanguages === true && repeatsSpelling(left, key)),
    );
    // Last in, first out: the earliest difference is reported.
    for (const key of keys.reverse())
      open.push([left[key], right[key], path === "" ? key : `${path}.${key}`]);
  }
  return undefined;
}

/** Whether two trees say the same; see {@link firstDifference}. */
export function sameTree(a: MeasureFile | Node, b: MeasureFile | Node, options: Comparison = {}): boolean {
  return firstDifference(a, b, options) === undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** The words of a deadline, kept beside their meaning for whoever shows them. */
function repeatsSpelling(node: Record<string, unknown>, key: string): boolean {
  return key === "text" && "afterEnd" in node;
}
