/** Earlier results worth trying, for rules that look back: years alike, and a last year that differs from the others. */
import { childrenOf } from "../../compiler/ir/children.ts";
import type * as ir from "../../compiler/ir/ir.ts";
import { isWithin, type Row, shown, type Values } from "./values.ts";

/** What somebody had one, two and three years ago; null: there was no result. */
export type Past = readonly (Readonly<Row> | null)[];

const YEARS = 3;
const MOST = 36;

/** Whether a rule of either version looks at earlier years. */
export function looksBack(measures: readonly ir.Measure[]): boolean {
  const inside = (e: ir.Expr): boolean =>
    e.op === "past" ||
    e.op === "run" ||
    e.op === "run-length" ||
    e.op === "over-years" ||
    childrenOf(e).some(inside);
  return measures.some((m) => m.cells.some(({ body }) => body.kind === "expression" && inside(body.expr)));
}

/** The first is: no earlier result. */
export function pasts(values: Values, kind: number): readonly Past[] {
  const { measure } = values;
  const cells = measure.cells.filter((c) => c.subject === kind && c.name !== null);
  const grades = cells.filter((c) => c.body.kind === "grade");
  const figures = cells.filter((c) => c.type.kind === "number" && c.body.kind !== "grade");
  const membersOf = (c: ir.Cell): readonly string[] =>
    c.type.kind === "choice" ? measure.enumerations[c.type.enumeration]!.members : [];
  const year = (change: Readonly<Row>): Row => ({
    ...Object.fromEntries(grades.map((c) => [c.name!, membersOf(c).at(-1)!])),
    ...Object.fromEntries(figures.map((c) => [c.name!, 0])),
    ...change,
  });
  const throughout = (change: Readonly<Row>): Past => Array.from({ length: YEARS }, () => year(change));
  const found: Past[] = [[null, null, null]];
  for (const c of grades)
    for (const m of membersOf(c)) {
      const own = { [c.name!]: m };
      found.push(throughout(own), [year(own), null, null], [year(own), year({}), year(own)]);
      found.push([year({}), year(own), year(own)], [null, year(own), year(own)]);
    }
  for (const c of figures) {
    const { type } = c;
    if (type.kind !== "number") continue;
    for (const v of values.figures(type).filter((x) => isWithin(x, type)))
      found.push(throughout({ [c.name!]: shown(v, type, false) }));
  }
  return [...new Map(found.map((p) => [JSON.stringify(p), p])).values()].slice(0, MOST);
}
