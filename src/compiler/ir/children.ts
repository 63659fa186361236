import type * as ir from "./ir.ts";

/**
 * The expressions directly inside an expression; those of an aggregate are in the scope of its records, but
 * for the day from which its window counts.
 */
export function childrenOf(e: ir.Expr): readonly ir.Expr[] {
  switch (e.op) {
    case "number":
    case "truth":
    case "member":
    case "text":
    case "date":
    case "field":
    case "cell":
    case "parameter":
    case "context":
    case "linked":
      return [];
    case "via":
      return [e.target];
    case "negate":
    case "round":
    case "not":
    case "one-of":
    case "past":
    case "run":
    case "run-length":
    case "over-years":
      return [e.arg];
    case "days-between":
    case "full-years":
      return [e.from, e.to];
    case "later":
      return [e.from];
    case "add":
    case "multiply":
    case "min":
    case "max":
    case "and":
    case "or":
    case "at-least":
      return e.args;
    case "divide":
    case "compare":
      return [e.left, e.right];
    case "if":
      return [e.condition, e.then, e.otherwise];
    case "bands":
      return [e.arg, ...e.rows.map((r) => r.result), ...(e.otherwise ? [e.otherwise] : [])];
    case "aggregate":
      return [
        ...(e.value ? [e.value] : []),
        ...(e.where ? [e.where] : []),
        ...(e.window?.kind === "since" ? [e.window.from] : []),
      ];
  }
}
