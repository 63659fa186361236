/**
 * Expressions to look at beside the program of a measure, as the body of a function that returns an array
 * of open functions. Tools ask with them what the measure itself has no cell for: the value a test looks at.
 */
import type { Expr, Measure } from "../ir/ir.ts";
import { type Code, joined, js, name } from "./fragments.ts";
import { openExpression } from "./open-expressions.ts";

export interface Probe {
  readonly expr: Expr;
  /** The kind of subject it is about and, for an expression over records, their list field. */
  readonly kind: number;
  readonly list: number | null;
}

/** The text of the body; see fragments.ts for why it is safe. */
export function emitProbes(measure: Measure, probes: readonly Probe[]): string {
  const lines: Code[] = [];
  const hoist = (code: Code): Code => {
    const id = name("h", lines.length);
    lines.push(js`const ${id} = ${code};`);
    return id;
  };
  const functions = probes.map(({ expr, kind, list }) => {
    const scope = { measure, kind, list, row: js`r`, cite: "", past: null, hoist, constants: null };
    return js`(r, q, x) => ${openExpression(expr, scope)}`;
  });
  return js`"use strict";\n${joined(lines, "\n")}\nreturn [${joined(functions, ", ")}];`.toString();
}
