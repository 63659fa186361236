import type * as ast from "../../parser/ast.ts";
import { type Node, walk } from "../../parser/children.ts";

/**
 * The names that a measure speaks of in percent: compared with 90%, banded at 90%, rounded to 0.1%. A ratio of
 * that name is shown as 120% and not as 1.2. One that is compared with a bare number too stays a number.
 */
export function namesInPercent(file: ast.MeasureFile): ReadonlySet<string> {
  const percent = new Set<string>();
  const bare = new Set<string>();
  const note = (looked: ast.Expression, figures: readonly (ast.Expression | undefined)[]): void => {
    if (looked.kind !== "path") return;
    const name = looked.segments.at(-1)!.text;
    for (const f of figures) {
      if (f?.kind !== "number" || f.text === "0") continue;
      if (f.unit === "%") percent.add(name);
      else if (f.unit === undefined) bare.add(name);
    }
  };
  walk(file as Node, (node) => {
    if (node.kind === "compare" && "left" in node) note(node.left, [node.test.value]);
    else if (node.kind === "between" && "value" in node)
      note(node.value, [node.range.low?.value, node.range.high?.value]);
    else if (node.kind === "is") note(node.value, node.values);
    else if (node.kind === "band-choice") for (const row of node.rows) note(node.value, figuresOf(row.test));
    else if (node.kind === "definition" && node.value.kind === "round" && node.value.step.unit === "%")
      percent.add(node.name.text);
    return undefined;
  });
  return new Set([...percent].filter((name) => !bare.has(name)));
}

function figuresOf(test: ast.BandTest): readonly (ast.Expression | undefined)[] {
  switch (test.kind) {
    case "compare":
      return [test.test.value];
    case "between":
      return [test.range.low?.value, test.range.high?.value];
    case "equals":
      return test.values;
    case "rest":
    case "not-applicable":
      return [];
  }
}
