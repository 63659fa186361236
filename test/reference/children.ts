import type { Expr } from "../../src/compiler/ir/ir.ts";

/** The expressions directly inside one. */
export function childrenOf(e: Expr): readonly Expr[] {
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
    case "one-of":
    case "not":
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
      return [e.value, e.where, e.window?.kind === "since" ? e.window.from : null].filter((x) => x !== null);
  }
}

export function everyExpr(e: Expr): readonly Expr[] {
  return [e, ...childrenOf(e).flatMap(everyExpr)];
}
