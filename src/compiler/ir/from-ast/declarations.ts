import type { Phrase } from "../../../diagnostics/message.ts";
import { alike, inMessage, phrase, worded } from "../../../diagnostics/phrases.ts";
import type * as ast from "../../../parser/ast.ts";
import { compare, divide, equal, negate, type Rational, round, toText } from "../../../runtime/rational.ts";
import type { Span } from "../../../source/span.ts";
import type { FieldSymbol, ParameterSymbol } from "../../analyze/model.ts";
import type * as ir from "../ir.ts";
import { type Lowering, TRUTH } from "./lowering.ts";
import { lowerNumber } from "./numbers.ts";

/** Fields and parameters with their attributes: defaults, sources, precision. */

/** null when its type has a mistake that is already reported. */
export function lowerField(lowering: Lowering, symbol: FieldSymbol): ir.Field | null {
  if (symbol.type === null) return null;
  const { node, type } = symbol;
  const has = (kind: ast.Attribute["kind"]) => node.attributes.some((a) => a.kind === kind);
  const wanted = node.attributes.find((a) => a.kind === "default");
  const value =
    wanted?.kind === "default" && type.kind !== "list"
      ? lowerConstant(lowering, wanted.value, type, symbol.name)
      : null;
  const { period } = lowering.model.header;
  if (node.type.kind === "yearly-type" && period !== "year")
    lowering.report(
      "BF2193",
      {
        name: symbol.name,
        ...worded("why", "filled-in-more-often"),
      },
      { span: node.type.span },
    );
  const description = node.attributes.find((a) => a.kind === "description");
  const alias = node.attributes.find((a) => a.kind === "alias");
  return {
    name: symbol.name,
    alias: alias?.kind === "alias" ? alias.name.text : null,
    description: description?.kind === "description" ? description.text.text : null,
    type,
    optional: has("optional"),
    default: value,
    sources: node.attributes.flatMap((a) => (a.kind === "source" ? a.names.map((n) => n.text) : [])),
    asFraction: has("as-fraction"),
    ...(symbol.applies !== undefined && { applies: symbol.applies }),
    ...(symbol.derived && { derived: true as const }),
    ...(node.type.kind === "yearly-type" && { yearly: true as const }),
    span: node.span,
  };
}

export function lowerParameter(lowering: Lowering, symbol: ParameterSymbol): ir.Parameter | null {
  if (symbol.type === null) return null;
  const value = symbol.set ?? symbol.value;
  const { orders, parameterByName } = lowering.model;
  const order = orders.find((o) => o.includes(symbol.name)) ?? [];
  const below = parameterByName.get(order[order.indexOf(symbol.name) - 1] ?? "");
  return {
    name: symbol.name,
    type: symbol.type,
    value: value ? lowerConstant(lowering, value, symbol.type, symbol.name) : null,
    above: below ? below.index : null,
    cite: symbol.cite,
    span: symbol.node.span,
  };
}

/** Values that the text gives to parameters in rising order must rise. Open ones between them are passed over. */
export function checkOrders(lowering: Lowering, parameters: readonly ir.Parameter[]): void {
  const byName = new Map(parameters.map((p) => [p.name, p.value]));
  for (const order of lowering.model.orders) {
    let lower: { name: string; value: Rational; span: Span } | null = null;
    for (const name of order) {
      const value = byName.get(name);
      const symbol = lowering.model.parameterByName.get(name);
      const node = symbol?.set ?? symbol?.value;
      if (value?.op !== "number" || !node) continue;
      const upper = { name, value: value.value, span: node.span };
      if (lower && compare(upper.value, lower.value) <= 0)
        lowering.report(
          "BF2040",
          {
            upper: name,
            lower: lower.name,
            upperValue: lowering.text(upper.span),
            lowerValue: lowering.text(lower.span),
          },
          { span: upper.span },
        );
      lower = upper;
    }
  }
}

/** 0分至100分, open where a type has no bound. */
function between({ low, high }: ir.NumberType, shown: (r: Rational) => string): Phrase {
  const from = low ? { zh: shown(low), en: shown(low) } : phrase("no-lower-bound");
  const to = high ? { zh: shown(high), en: shown(high) } : phrase("no-upper-bound");
  return phrase("between", { from: from.zh, to: to.zh, fromEn: from.en, toEn: to.en });
}

/** A constant of a declared type: a default or the value of a parameter. */
function lowerConstant(lowering: Lowering, e: ast.Expression, type: ir.Type, name: string): ir.Expr | null {
  const refuse = (allowed: Phrase) =>
    lowering.report(
      "BF2026",
      { value: lowering.text(e.span), ...alike("name", name), ...inMessage("allowed", allowed) },
      { span: e.span },
    );
  const word = e.kind === "path" && e.segments.length === 1 ? e.segments[0]!.text : null;
  switch (type.kind) {
    case "number": {
      const value = constantNumber(lowering, e, type);
      if (value === null) return refuse(phrase("number"));
      if (value === "unit") return refuse(phrase("number-in", { unit: type.display.unit }));
      const shown = (r: Rational) => `${toText(divide(r, type.display.factor))}${type.display.unit}`;
      if ((type.low && compare(value, type.low) < 0) || (type.high && compare(value, type.high) > 0))
        return refuse(between(type, shown));
      if (type.step && !equal(round(value, type.step, "down"), value))
        return refuse(phrase("multiples-of", { step: shown(type.step) }));
      return { op: "number", type: { ...type, low: value, high: value }, value };
    }
    case "truth":
      if (e.kind === "boolean") return { op: "truth", type: TRUTH, value: e.value };
      if (word === "是" || word === "yes") return { op: "truth", type: TRUTH, value: true };
      if (word === "否" || word === "no") return { op: "truth", type: TRUTH, value: false };
      return refuse(phrase("yes-no"));
    case "choice": {
      const { members } = lowering.model.enumerations[type.enumeration]!;
      const member = word === null ? -1 : members.indexOf(word);
      return member < 0
        ? refuse({ zh: members.join("、"), en: members.join(", ") })
        : { op: "member", type, value: member };
    }
    case "text":
      return e.kind === "text-literal" ? { op: "text", type, value: e.text } : refuse(phrase("quoted-text"));
    case "date":
      return e.kind === "date"
        ? { op: "date", type, value: { year: e.year, month: e.month ?? 1, day: e.day ?? 1 } }
        : refuse(phrase("date"));
    case "party":
    case "link":
    case "links":
      return refuse(phrase("no-default"));
  }
}

function constantNumber(
  lowering: Lowering,
  e: ast.Expression,
  type: ir.NumberType,
): Rational | "unit" | null {
  if (e.kind === "unary" && e.op === "-") {
    const inner = constantNumber(lowering, e.operand, type);
    return inner === null || inner === "unit" ? inner : negate(inner);
  }
  if (e.kind !== "number") return null;
  const lowered = lowerNumber(e, type);
  if (lowered?.op !== "number") return null;
  return lowered.type.dimension === type.dimension ? lowered.value : "unit";
}
