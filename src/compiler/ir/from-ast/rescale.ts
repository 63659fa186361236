import { compare, ZERO } from "../../../runtime/rational.ts";
import type { KindSymbol } from "../../analyze/model.ts";
import { hullType, productType, quotientType, sumType } from "../../analyze/ranges.ts";
import { usesOfBody } from "../../analyze/uses.ts";
import { childrenOf } from "../../ir/children.ts";
import type * as ir from "../ir.ts";
import { type Draft, type Lowering, refer, TRUTH } from "./lowering.ts";
import { constant, type NumberExpr } from "./numbers.ts";

/**
 * `剔除后折算`: an indicator leaves the total with its marks, and what the others scored is scaled up to the
 * full marks: sum × all marks ÷ remaining marks. So the total has to be a plain sum of indicators with full
 * marks; anything else that looks at such an indicator is an error (BF3152). With everything left out the
 * divisor is 0 and the total is not exact.
 */

/** The full marks of an indicator and the condition under which it leaves the total; by its draft. */
export interface Rescaled {
  readonly full: NumberExpr;
  readonly leaves: ir.Expr | null;
}

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
  if (!terms.some((t) => t.marks?.leaves) || terms.some((t) => !t.marks)) return expr;
  const all = terms.map((t) => ({ term: t.term, ...t.marks! }));
  const full = sum(all.map((t) => t.full));
  const remaining = sum(all.map(({ full: marks, leaves }) => (leaves ? unless(leaves, marks) : marks)));
  const factor: NumberExpr = {
    op: "divide",
    type: quotientType(full.type, remaining.type),
    left: full,
    right: remaining,
  };
  const within = all.every(
    ({ term, full: marks }) =>
      term.type.low !== null &&
      compare(term.type.low, ZERO) >= 0 &&
      term.type.high !== null &&
      marks.op === "number" &&
      compare(term.type.high, marks.value) <= 0,
  );
  const product = productType(expr.type, factor.type);
  const type: ir.NumberType = {
    ...product,
    display: expr.type.display,
    dimension: expr.type.dimension,
    low: within ? ZERO : null,
    high: within ? full.type.high : null,
    step: null,
  };
  const scaled: NumberExpr = { op: "multiply", type, args: [expr, factor] };
  const leaving = all.flatMap((t) => (t.leaves ? [t.leaves] : []));
  const condition: ir.Expr = leaving.length === 1 ? leaving[0]! : { op: "or", type: TRUTH, args: leaving };
  return { op: "if", type: hullType(type, expr.type), condition, then: scaled, otherwise: expr };
}

/** The marks of an indicator that is a fact itself. */
function scoredByPeople(lowering: Lowering, term: ir.Expr, kind: KindSymbol): Rescaled | undefined {
  const field = term.op === "field" && term.of === "subject" ? kind.fields[term.field] : undefined;
  if (field?.type?.kind !== "number" || field.type.high === null) return undefined;
  const implied = lowering.model.provisions.some(
    ({ statement: s }) => s.kind === "indicator" && s.name === field.node.name,
  );
  const { high } = field.type;
  return implied ? { full: constant(high, { ...field.type, low: high }), leaves: null } : undefined;
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

/** Nothing but a sum that is scaled up looks at an indicator that may leave it. */
export function checkRescaled(lowering: Lowering): void {
  const leaving = [...lowering.rescaled].filter(([, r]) => r.leaves !== null).map(([id]) => id);
  if (leaving.length === 0) return;
  const stray = (e: ir.Expr, kind: KindSymbol): number | undefined => {
    // Built again from its plain sum, a sum that is scaled up comes out the same.
    if (e.op === "if" && key(rescaledSum(lowering, e.otherwise, kind)) === key(e)) return undefined;
    if (e.op === "cell" && leaving.includes(e.cell)) return e.cell;
    for (const child of childrenOf(e)) {
      const found = stray(child, kind);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  for (const { state, body, kind, span } of lowering.drafts) {
    if (state !== "done" || !body) continue;
    let found: number | undefined;
    if (body.kind === "expression") found = stray(body.expr, lowering.model.kinds[kind]!);
    else {
      const { same, across } = usesOfBody(body);
      found = leaving.find((id) => same.has(id) || across.has(id));
    }
    if (found !== undefined)
      lowering.report("BF3152", { name: lowering.drafts[found]!.name ?? "" }, { span });
  }
}

const key = (e: ir.Expr): string => JSON.stringify(e, (_, v) => (typeof v === "bigint" ? `${v}` : v));

/** Notes the marks of an indicator, for the sums it is part of. */
export function noteMarks(
  lowering: Lowering,
  draft: Draft | null,
  full: NumberExpr | null,
  leaves: readonly Draft[],
): void {
  if (!draft || !full) return;
  const conditions = leaves.map(refer);
  const any: ir.Expr | null =
    conditions.length > 1 ? { op: "or", type: TRUTH, args: conditions } : (conditions[0] ?? null);
  lowering.rescaled.set(draft.id, { full, leaves: any });
}
