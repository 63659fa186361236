import type { Expr, Measure, NumberType } from "../../compiler/ir/ir.ts";
import { decimals, divide, type Rational, toFixed, toText } from "../../runtime/rational.ts";
import { keyOf } from "./points.ts";

/** What a test looks at and the numbers it compares with, in the words of the measure. */
export class Words {
  readonly #measure: Measure;
  /** Source texts of values that were made cells: what a report calls `计数(通报, 本年度)`. */
  readonly #texts = new Map<string, string>();

  constructor(measure: Measure) {
    this.#measure = measure;
    for (const c of measure.cells)
      if (c.body.kind === "expression" && c.name === null)
        this.#texts.set(`${c.subject}/-/${keyOf(c.body.expr)}`, c.text);
  }

  /** @param fallback what to call a value that has no name: the text of the test around it */
  name(expr: Expr, kind: number, list: number | null, fallback: string): string {
    const measure = this.#measure;
    const owner = measure.subjects[kind]!;
    if (expr.op === "field") {
      if (expr.of === "subject") return owner.fields[expr.field]!.name;
      const field = list === null ? null : owner.fields[list]!;
      if (field?.type.kind !== "list") return fallback;
      return `${field.name}.${measure.records[field.type.record]!.fields[expr.field]!.name}`;
    }
    if (expr.op === "cell") {
      const cell = measure.cells[expr.cell]!;
      const name = cell.name ?? cell.text;
      return expr.of === "subject" || list === null ? name : `${owner.fields[list]!.name}.${name}`;
    }
    if (expr.op === "parameter") return measure.parameters[expr.parameter]!.name;
    if (expr.op === "number") return numberText(expr.value, expr.type);
    if (expr.op === "via") {
      const link = owner.fields[expr.link]!;
      const target = link.type.kind === "link" ? link.type.subject : kind;
      // A record names what its subject says as if it were its own.
      if (expr.link === owner.of?.owner) return this.name(expr.target, target, null, fallback);
      return `${link.name}.${this.name(expr.target, target, null, fallback)}`;
    }
    if (expr.op === "past" || expr.op === "run" || expr.op === "round")
      return this.name(expr.arg, kind, list, fallback);
    return this.#texts.get(`${kind}/${list ?? "-"}/${keyOf(expr)}`) ?? fallback;
  }
}

/** How comparisons are written in reports. */
export const SIGNS = { "<": "<", "<=": "≤", ">": ">", ">=": "≥", "==": "=", "!=": "≠" } as const;

/** A number as people write it: 47.5%, 69.99分. */
export function numberText(value: Rational, { display }: NumberType): string {
  const written = divide(value, display.factor);
  return (decimals(written) === undefined ? toFixed(written, 4) : toText(written)) + display.unit;
}
