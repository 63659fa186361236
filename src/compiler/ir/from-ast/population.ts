import type { Phrase } from "../../../diagnostics/message.ts";
import { hinted, inMessage, worded } from "../../../diagnostics/phrases.ts";
import type * as ast from "../../../parser/ast.ts";
import { rational, ZERO } from "../../../runtime/rational.ts";
import type { Span } from "../../../source/span.ts";
import { argumentOf } from "../../analyze/closings.ts";
import { numberType, repeatedType } from "../../analyze/ranges.ts";
import { findUnit } from "../../vocabulary/units.ts";
import type * as ir from "../ir.ts";
import { lowerExpression, lowerTruth } from "./expressions.ts";
import { collectEffects } from "./grades.ts";
import { type Lowering, refer, type Scope, TRUTH } from "./lowering.ts";
import { isNumber, lowerOperand, type NumberExpr } from "./numbers.ts";
import { lastOfAll } from "./rank-last.ts";
import { TIES } from "./ranks.ts";

/** Figures over the population (名次, 全体最高 …) and the tail that ranks, quotas and they share. */

export interface Tail {
  /** Truth cell; null: everyone. */
  readonly pool: number | null;
  readonly groups: readonly number[];
  readonly ties: "share" | "out" | null;
  readonly tieBreak: { readonly cell: number; readonly order: "descending" | "ascending" } | null;
  readonly withoutRestricted: boolean;
  /** Anything that says among whom: 全体, 仅, 不含, 分组. */
  readonly poolSaid: boolean;
  readonly rounding: ir.PlacementRow["share"] extends infer S
    ? S extends { rounding: infer R }
      ? R | null
      : null
    : null;
  readonly base: ir.Expr | "everyone" | null;
  readonly order: "descending" | "ascending" | null;
}

/**
 * Reads a population tail; null after a mistake was reported. Records are compared within their period.
 * @param span what compares
 */
export function lowerTail(
  lowering: Lowering,
  options: readonly ast.PopulationOption[],
  scope: Scope,
  span: Span,
): Tail | null {
  const conditions: ir.Expr[] = scope.within ? [scope.within] : [];
  const groups: number[] = [];
  let tail: Tail = {
    pool: null,
    groups,
    ties: null,
    tieBreak: null,
    withoutRestricted: false,
    poolSaid: scope.within !== undefined,
    rounding: null,
    base: null,
    order: null,
  };
  let failed = false;
  if (scope.kind.of) {
    const { period, record } = scope.kind.of;
    if (period === null)
      return lowering.report(
        "BF2163",
        { record: lowering.model.records[record]!.name, text: lowering.text(span) },
        { span },
      );
    const type = scope.kind.fields[period]!.type as ir.NumberType;
    const value: ir.Expr = { op: "field", type, of: "subject", field: period };
    groups.push(lowering.hoist(scope, value, "期", span).id);
  }
  for (const o of options) {
    switch (o.kind) {
      case "grouped":
        for (const by of o.by) {
          const value = lowerExpression(lowering, by, scope);
          if (value) groups.push(lowering.hoist(scope, value, lowering.text(by.span), by.span).id);
          else failed = true;
        }
        tail = { ...tail, poolSaid: true };
        break;
      case "only":
      case "without": {
        const condition = lowerTruth(lowering, o.condition, scope);
        if (condition)
          conditions.push(o.kind === "only" ? condition : { op: "not", type: TRUTH, arg: condition });
        else failed = true;
        tail = { ...tail, poolSaid: true };
        break;
      }
      case "without-restricted":
        tail = { ...tail, withoutRestricted: true, poolSaid: true };
        break;
      case "everyone":
        tail = { ...tail, poolSaid: true };
        break;
      case "ties-share":
        tail = { ...tail, ties: "share" };
        break;
      case "ties-out":
        tail = { ...tail, ties: "out" };
        break;
      case "ties-by": {
        const by = lowerOperand(lowering, o.value, scope);
        if (by) {
          const cell = lowering.hoist(scope, by, lowering.text(o.value.span), o.value.span);
          tail = { ...tail, tieBreak: { cell: cell.id, order: o.order ?? "descending" } };
        } else failed = true;
        break;
      }
      case "base": {
        // Of a class of subjects, which ranks among itself, everyone would be all classes together.
        if (o.value.kind === "population-size" && !scope.within) {
          tail = { ...tail, base: "everyone" };
          break;
        }
        const base = lowerExpression(lowering, o.value, scope);
        if (base && isNumber(base)) tail = { ...tail, base };
        else failed = true;
        break;
      }
      case "rounding":
        tail = { ...tail, rounding: o.mode };
        break;
      case "direction":
        tail = { ...tail, order: o.order };
        break;
    }
  }
  if (failed) return null;
  if (conditions.length > 0) {
    const condition: ir.Expr =
      conditions.length === 1 ? conditions[0]! : { op: "and", type: TRUTH, args: conditions };
    // Without options there is only the class, which is a cell already.
    const first = options[0]?.span ?? { start: 0, end: 0 };
    tail = { ...tail, pool: lowering.hoist(scope, condition, "参加排名", first).id };
  }
  return tail;
}

/** A tail without those whom a ceiling catches; null where that is nobody or on several scales (reported). */
export function withoutRestricted(lowering: Lowering, tail: Tail, scope: Scope, span: Span): Tail | null {
  const scales = [...lowering.model.scales.values()].filter(
    (s) => lowering.definersOf(scope.kind.index, s.name).length > 0,
  );
  const [scale] = scales;
  if (!scale || scales.length > 1)
    return lowering.report(
      "BF2186",
      {
        ...(scales.length === 0 ? worded("scales", "no-scales") : inMessage("scales", listed(scales))),
        subject: scope.kind.name,
      },
      { span },
    );
  const effects = collectEffects(lowering, scope.kind, scale);
  if (!effects) return null;
  const caught = effects.ceilings.map((c) => refer(lowering.drafts[c.when]!));
  if (caught.length === 0) return tail;
  const out: ir.Expr = {
    op: "not",
    type: TRUTH,
    arg: caught.length === 1 ? caught[0]! : { op: "or", type: TRUTH, args: caught },
  };
  const condition: ir.Expr =
    tail.pool === null ? out : { op: "and", type: TRUTH, args: [refer(lowering.drafts[tail.pool]!), out] };
  return { ...tail, pool: lowering.hoist(scope, condition, "参加排名", span).id };
}

type PopulationFn = ir.PopulationBody["fn"];

export function lowerPopulation(
  lowering: Lowering,
  fn: PopulationFn,
  args: readonly ast.CallArgument[],
  scope: Scope,
  span: Span,
): ir.Expr | null {
  if (scope.list) return lowering.report("BF2162", { text: lowering.text(span) }, { span });
  const values = args.filter((a) => a.kind === "value");
  const others = args.filter((a) => a.kind !== "value" && a.kind !== "population");
  const text = lowering.text(span);
  const wanted = fn === "count" ? 0 : 1;
  if (values.length !== wanted || others.length > 0)
    return lowering.report(
      "BF2017",
      {
        function: text,
        ...worded("why", wanted === 0 ? "takes-no-value" : "takes-one-value"),
        ...hinted("example-of-all-subjects"),
      },
      { span },
    );
  let operand: NumberExpr | null = null;
  if (values[0]) {
    operand = lowerOperand(lowering, values[0].value, scope);
    if (!operand) return null;
  }
  let tail = lowerTail(
    lowering,
    args.flatMap((a) => (a.kind === "population" ? [a.option] : [])),
    scope,
    span,
  );
  if (!tail) return null;
  if (fn === "rank" && tail.ties === null && tail.tieBreak === null)
    lowering.report(
      "BF3103",
      { text, ...worded("example", "equal-at-first-place") },
      { span, fixes: argumentOf(lowering.model, span.end, TIES) },
    );
  if (tail.withoutRestricted) tail = withoutRestricted(lowering, tail, scope, span);
  if (!tail) return null;
  let ranked = operand && lowering.hoist(scope, operand, lowering.text(values[0]!.span), values[0]!.span);
  if (ranked && fn === "rank") {
    const order = tail.order ?? "descending";
    ranked = lastOfAll(lowering, ranked, { value: values[0]!.value, order }, scope);
    if (!ranked) return null;
  }
  const body: ir.PopulationBody = {
    kind: "population",
    fn,
    operand: ranked?.id ?? null,
    order: tail.order ?? "descending",
    tieBreak: tail.tieBreak,
    ties: tail.ties ?? "share",
    pool: tail.pool,
    groups: tail.groups,
  };
  return refer(lowering.hoistBody(scope, populationType(fn, operand), body, text, span));
}

function populationType(fn: PopulationFn, operand: NumberExpr | null): ir.NumberType {
  if (fn === "rank") return numberType(findUnit("名"), rational(1), null, rational(1));
  if (fn === "count" || !operand)
    return { ...numberType(findUnit("人"), ZERO, null, rational(1)), headcount: true };
  if (fn === "mean") return { ...operand.type, step: null };
  return fn === "sum" ? repeatedType(operand.type, null) : operand.type;
}

const listed = (scales: readonly { readonly name: string }[]): Phrase => ({
  zh: scales.map((s) => s.name).join("、"),
  en: scales.map((s) => s.name).join(", "),
});
