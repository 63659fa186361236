import type { Expr, Measure } from "../../compiler/ir/ir.ts";
import { keyOf, type Probes, type Sight } from "./points.ts";

/**
 * When does a clause *just* not fire? When one elementary test stands between it and firing: with that test
 * turned round, the condition would hold. A list of alternatives just does not fire when none holds; of
 * `甲 且 乙` exactly one is there. How near a number is to its limit is the business of limits.ts.
 */

type Formula =
  | { readonly op: "test"; readonly test: number }
  | { readonly op: "at-least"; readonly count: number; readonly args: readonly Formula[] }
  | { readonly op: "not"; readonly arg: Formula }
  | { readonly op: "fixed"; readonly value: boolean };

/** The condition of a truth cell as a formula over its elementary tests. */
export class Condition {
  readonly #formula: Formula;
  /** Probes of the elementary tests; equal tests are one, wherever they stand. */
  readonly #tests: number[] = [];

  constructor(measure: Measure, cell: number, probes: Probes) {
    const known = new Map<string, number>();
    const cells = new Map<number, Formula>();
    const kind = measure.cells[cell]!.subject;
    const test = (expr: Expr): Formula => {
      const key = keyOf(expr);
      let at = known.get(key);
      if (at === undefined) {
        at = this.#tests.push(probes.of(expr, kind, null)) - 1;
        known.set(key, at);
      }
      return { op: "test", test: at };
    };
    const ofCell = (id: number, expr: Expr): Formula => {
      const { body } = measure.cells[id]!;
      if (body.kind !== "expression") return test(expr);
      const made = cells.get(id) ?? of(body.expr);
      cells.set(id, made);
      return made;
    };
    const of = (expr: Expr): Formula => {
      if (expr.op === "at-least") return { op: "at-least", count: expr.count, args: expr.args.map(of) };
      if (expr.op === "and" || expr.op === "or") {
        const args = expr.args.map(of);
        return { op: "at-least", count: expr.op === "and" ? args.length : 1, args };
      }
      if (expr.op === "not") return { op: "not", arg: of(expr.arg) };
      if (expr.op === "truth") return { op: "fixed", value: expr.value };
      if (expr.op === "cell" && expr.of === "subject") return ofCell(expr.cell, expr);
      return test(expr);
    };
    this.#formula = ofCell(cell, { op: "cell", type: { kind: "truth" }, of: "subject", cell });
  }

  /** Would turning round one test that is settled make the condition hold? It must not hold now. */
  isOneShort(sight: Sight): boolean {
    const values = this.#tests.map((probe) => sight.truth(probe));
    return values.some((value, turned) => {
      if (value === null) return false;
      const other = values.with(turned, !value);
      return holds(this.#formula, other, new Map()) === true;
    });
  }
}

/** Kleene's logic; `done` keeps shared parts from being worked out again. */
function holds(
  formula: Formula,
  values: readonly (boolean | null)[],
  done: Map<Formula, boolean | null>,
): boolean | null {
  switch (formula.op) {
    case "fixed":
      return formula.value;
    case "test":
      return values[formula.test] ?? null;
    case "not": {
      const arg = holds(formula.arg, values, done);
      return arg === null ? null : !arg;
    }
    case "at-least": {
      const known = done.get(formula);
      if (known !== undefined) return known;
      let sure = 0;
      let open = 0;
      for (const arg of formula.args) {
        const value = holds(arg, values, done);
        if (value === true) sure++;
        else if (value === null) open++;
      }
      const result = sure >= formula.count ? true : sure + open < formula.count ? false : null;
      done.set(formula, result);
      return result;
    }
  }
}
