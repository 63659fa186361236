import type * as ir from "../../compiler/ir/ir.ts";

/** The one operand of a cap, floor or rounding that is not a constant. */
export function core(e: ir.Expr): ir.Expr | null {
  if (e.op === "round") return e.arg;
  if (e.op !== "min" && e.op !== "max") return null;
  const open = e.args.filter((a) => a.op !== "number");
  return open.length === 1 ? open[0]! : null;
}

/** The same with a mark in the place of that operand. */
export function withoutCore(e: ir.Expr): ir.Expr {
  const mark: ir.Expr = { op: "text", type: { kind: "text" }, value: "…" };
  if (e.op === "round") return { ...e, arg: mark };
  if (e.op !== "min" && e.op !== "max") return e;
  return { ...e, args: e.args.map((a) => (a.op === "number" ? a : mark)) };
}
