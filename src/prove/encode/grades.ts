/** Grades with what raises and lowers them, and tables of bands. */
import type * as ir from "../../compiler/ir/ir.ts";
import type { Bool } from "../formulas/formula.ts";
import { figure } from "../formulas/numbers.ts";
import { choiceOf, truthOf, type Value } from "../formulas/values.ts";
import type { Encoder, Scope } from "./encoder.ts";

/** base → raises → reductions → floors → ceilings → reductions said to come after. */
export function grade(encoder: Encoder, body: ir.GradeBody, { side, row }: Scope): Value {
  const { terms, values } = encoder;
  const size = side.measure.enumerations[body.enumeration]!.members.length;
  const top = size - 1;
  const holds = (e: { readonly when: number }): Bool => truthOf(encoder.cell(side, e.when, row));
  let from: readonly Bool[] = values.member(null, size).from;
  for (const base of [...body.bases].reverse()) {
    const guard = base.guard === null ? terms.true : truthOf(encoder.cell(side, base.guard, row));
    const value = choiceOf(encoder.cell(side, base.value, row));
    from = value.from.map((f, k) => terms.either(guard, f, from[k]!));
  }
  const when = (e: { readonly when: number }, f: (from: readonly Bool[]) => Bool[]) => {
    const changed = f(from);
    from = from.map((x, k) => terms.either(holds(e), changed[k]!, x));
  };
  for (const n of body.notAssessed) when(n, (q) => q.map(() => terms.false));
  const raises = [...body.raises].sort((a, b) => (a.limit ?? top) - (b.limit ?? top));
  for (const r of raises)
    when(r, (q) => q.map((x, k) => (k <= (r.limit ?? top) ? terms.or(x, q[Math.max(0, k - r.steps)]!) : x)));
  const lower = (shifts: readonly ir.Shift[]) => {
    for (const r of [...shifts].sort((a, b) => (b.limit ?? 0) - (a.limit ?? 0)))
      when(r, (q) =>
        q.map((x, k) => (k === 0 || k <= (r.limit ?? 0) ? x : terms.and(x, q[k + r.steps] ?? terms.false))),
      );
  };
  lower(body.reductions);
  for (const f of body.floors) when(f, (q) => q.map((x, k) => (k <= f.grade ? terms.or(x, q[0]!) : x)));
  for (const c of body.ceilings) when(c, (q) => q.map((x, k) => (k <= c.grade ? x : terms.false)));
  lower(body.after);
  return { kind: "choice", from };
}

/** The row that the number lies in. */
export function bands(encoder: Encoder, e: ir.Expr & { op: "bands" }, scope: Scope): Value {
  const { terms, numbers, values } = encoder;
  const arg = encoder.number(e.arg, scope);
  const rest = e.otherwise
    ? encoder.expr(e.otherwise, scope)
    : encoder.free(e.type, `u${encoder.keyOf(e, scope)}`, scope);
  const met: Bool[] = [];
  const value = e.rows.reduceRight<Value>((below, row) => {
    const end = (bound: ir.Band["low"], cmp: ">" | "<") =>
      bound ? numbers.compare(bound.included ? `${cmp}=` : cmp, arg, figure(bound.value)) : terms.true;
    const inside = terms.and(end(row.low, ">"), end(row.high, "<"));
    met.push(inside);
    return values.pick(inside, encoder.expr(row.result, scope), below);
  }, rest);
  if (!e.otherwise) encoder.defined.push(terms.or(...met));
  return value;
}
