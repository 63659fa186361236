import { compare, equal, multiply, ZERO } from "../../../runtime/rational.ts";
import type { KindSymbol } from "../../analyze/model.ts";
import { hullType, productType, quotientType, sumType } from "../../analyze/ranges.ts";
import { usesOfBody } from "../../analyze/uses.ts";
import { childrenOf } from "../../ir/children.ts";
import type * as ir from "../ir.ts";
import { type Draft, type Lowering, TRUTH } from "./lowering.ts";
import { constant, type NumberExpr } from "./numbers.ts";
import { leavesOf } from "./treatments.ts";

/**
 * `剔除后折算`: an indicator leaves the total with its marks, and what the others scored is scaled up to the
 * full marks: sum × all marks ÷ remaining marks. So the total has to be a plain sum of indicators with full
 * marks, or a weighted sum, in which the weights are the marks; anything else that looks at what may leave is
 * an error (BF3152). With everything left out the divisor is 0 and the total is not exact.
 */

/** The full marks of an indicator and the condition under which it leaves the total; by its draft. */
export interface Rescaled {
  /** null: not known, so only a weighted sum can be scaled up. */
  readonly full: NumberExpr | null;
  readonly leaves: ir.Expr | null;
}

type Sum = NumberExpr & { readonly op: "add"; readonly args: readonly ir.Expr[] };

/** A sum in which some indicators may leave; the expression itself where none may. */
export function rescaledSum(lowering: Lowering, expr: ir.Expr, kind: KindSymbol): ir.Expr {
  if (expr.op === "round") {
    const arg = rescaledSum(lowering, expr.arg, kind);
    return arg === expr.arg ? expr : { ...expr, arg };
  }
  if (expr.op !== "add") return expr;
  const terms = flat(expr).map((term) => ({
    term: term as NumberExpr,
    marks: term.op === "cell" ? lowering.rescaled.get(term.cell) : scoredByPeople(lowering, term, kind),
  }));
  if (!terms.some((t) => t.marks?.leaves) || terms.some((t) => !t.marks?.full)) return expr;
  const all = terms.map(({ term, marks }) => ({
    term,
    full: marks!.full!,
    leaves: marks!.leaves,
    fact: term.op === "field",
  }));
  const within = all.every(
    ({ term, full }) =>
      term.type.low !== null &&
      compare(term.type.low, ZERO) >= 0 &&
      term.type.high !== null &&
      full.op === "number" &&
      compare(term.type.high, full.value) <= 0,
  );
  const full = sum(all.map((t) => t.full));
  const range = { low: within ? ZERO : null, high: within ? full.type.high : null };
  return scaledUp(lowering, expr as Sum, all, range);
}

interface Part {
  readonly term: NumberExpr;
  readonly full: NumberExpr;
  readonly leaves: ir.Expr | null;
  readonly fact: boolean;
}

/** What remains × all marks ÷ remaining marks, where something leaves; else the plain sum. */
function scaledUp(
  lowering: Lowering,
  plain: Sum,
  parts: readonly Part[],
  range: Pick<ir.NumberType, "low" | "high">,
): ir.Expr {
  const full = sum(parts.map((p) => p.full));
  // An indicator gives 0 once it has left; a fact is what was reported.
  const left = sum(parts.map((p) => (p.leaves && p.fact ? unless(p.leaves, p.term) : p.term)));
  const remaining = sum(parts.map((p) => (p.leaves ? unless(p.leaves, p.full) : p.full)));
  const type = quotientType(full.type, remaining.type);
  const factor: NumberExpr = { op: "divide", type, left: full, right: remaining };
  const product = productType(left.type, factor.type);
  const { display, dimension } = plain.type;
  const scaled: NumberExpr = {
    op: "multiply",
    type: { ...product, display, dimension, ...range, step: null },
    args: [left, factor],
  };
  const leaving = parts.flatMap((p) => (p.leaves ? [p.leaves] : []));
  const condition: ir.Expr = leaving.length === 1 ? leaving[0]! : { op: "or", type: TRUTH, args: leaving };
  const both = hullType(scaled.type, plain.type);
  const value: ir.Expr = { op: "if", type: both, condition, then: scaled, otherwise: plain };
  lowering.scaled.add(value);
  return value;
}

/** A weighted sum in which some terms may leave with their weights; the sum itself where none may. */
export function rescaledWeights(
  lowering: Lowering,
  plain: Sum,
  terms: readonly { readonly value: NumberExpr; readonly weight: NumberExpr }[],
  kind: KindSymbol,
): ir.Expr {
  const parts = terms.map(({ value, weight }, i) => ({
    term: plain.args[i] as NumberExpr,
    full: weight,
    leaves: leavesOf(lowering, value, kind),
    fact: value.op === "field",
  }));
  if (parts.every((p) => p.leaves === null)) return plain;
  const { low, high } = terms.map((t) => t.value.type).reduce(hullType);
  const total = sum(parts.map((p) => p.full));
  const whole = total.type.low && total.type.high && equal(total.type.low, total.type.high);
  const times = (end: ir.NumberType["low"]) => (whole && end ? multiply(end, total.type.low!) : null);
  return scaledUp(lowering, plain, parts, { low: times(low), high: times(high) });
}

/** The marks of an indicator that is a fact itself. */
function scoredByPeople(lowering: Lowering, term: ir.Expr, kind: KindSymbol): Rescaled | undefined {
  const field = term.op === "field" && term.of === "subject" ? kind.fields[term.field] : undefined;
  if (field?.type?.kind !== "number" || field.type.high === null) return undefined;
  const implied = lowering.model.provisions.some(
    ({ statement: s }) => s.kind === "indicator" && s.name === field.node.name,
  );
  const { high } = field.type;
  const leaves = leavesOf(lowering, term, kind);
  return implied ? { full: constant(high, { ...field.type, low: high }), leaves } : undefined;
}

const flat = (e: ir.Expr): ir.Expr[] => (e.op === "add" ? e.args.flatMap(flat) : [e]);

function sum(parts: readonly NumberExpr[]): NumberExpr {
  return parts.length === 1
    ? parts[0]!
    : { op: "add", type: parts.map((p) => p.type).reduce(sumType), args: parts };
}

/** The marks, or none once the indicator leaves. */
export function unless(leaves: ir.Expr, marks: NumberExpr): NumberExpr {
  const none = constant(ZERO, { ...marks.type, low: ZERO, high: ZERO, step: null });
  return { op: "if", type: hullType(marks.type, none.type), condition: leaves, then: none, otherwise: marks };
}

/** The value of an indicator, which is out of its total once it leaves. */
export const outOnce = (leaves: ir.Expr, value: NumberExpr): NumberExpr => {
  const expr = unless(leaves, value);
  return expr.op === "if" ? { ...expr, out: true } : expr;
};

/** Nothing but a sum that is scaled up looks at an indicator that may leave it. */
export function checkRescaled(lowering: Lowering): void {
  const leaving = new Set([...lowering.rescaled].filter(([, r]) => r.leaves !== null).map(([id]) => id));
  if (leaving.size === 0 && lowering.leaving.size === 0) return;
  const stray = (e: ir.Expr, kind: KindSymbol): string | undefined => {
    if (lowering.scaled.has(e)) return undefined;
    if (e.op === "cell" && leaving.has(e.cell)) return lowering.drafts[e.cell]!.name ?? "";
    if (e.op === "field" && e.of === "subject") {
      const field = kind.fields[e.field]!;
      // One that may not apply is looked after by checkFigures: a test of it is false there.
      return field.applies === undefined && leavesOf(lowering, e, kind) ? field.name : undefined;
    }
    for (const child of childrenOf(e)) {
      const found = stray(child, kind);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  for (const { state, body, kind, span } of lowering.drafts) {
    if (state !== "done" || !body) continue;
    let found: string | undefined;
    if (body.kind === "expression") found = stray(body.expr, lowering.model.kinds[kind]!);
    else {
      const { same, across } = usesOfBody(body);
      const id = [...leaving].find((l) => same.has(l) || across.has(l));
      found = id === undefined ? undefined : (lowering.drafts[id]!.name ?? "");
    }
    if (found !== undefined) lowering.report("BF3152", { name: found }, { span });
  }
}

/** Notes the marks of an indicator, for the sums it is part of. */
export function noteMarks(
  lowering: Lowering,
  draft: Draft | null,
  full: NumberExpr | null,
  leaves: readonly ir.Expr[],
): void {
  if (!draft || (!full && leaves.length === 0)) return;
  lowering.rescaled.set(draft.id, { full, leaves: any(leaves) });
}

/** That any of the conditions holds; null for none of them. */
export const any = (conditions: readonly ir.Expr[]): ir.Expr | null =>
  conditions.length > 1 ? { op: "or", type: TRUTH, args: conditions } : (conditions[0] ?? null);
