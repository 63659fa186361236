import { type Problem, problem } from "../diagnostics/problem.ts";
import type { Span } from "../source/span.ts";
import type {
  ActionDeclaration,
  Attribute,
  Expression,
  Frequency,
  GeneralRule,
  IndicatorBound,
  ListFrequency,
  Name,
  NumberLiteral,
  Order,
  ScaleDeclaration,
  Statement,
  Text,
  TypeNode,
} from "./ast.ts";
import { date, withUnit } from "./build-expressions.ts";
import type { Token } from "./tokens.ts";

/** What the declaration grammar makes of what it has read. */

export type DeclaredAction = ActionDeclaration["actions"][number];
export type DeclaredGrade = ScaleDeclaration["grades"][number];

export function text(token: Token): Text {
  return { kind: "text", span: token.span, text: token.text };
}

export function textDeclaration(word: Token, content: Text, span: Span): Statement {
  return {
    ...{ kind: "text-declaration", span, text: content },
    of: word.meaning as "title" | "document-number" | "authority",
  };
}

export function dateDeclaration(
  word: Token,
  token: Token,
  first: Token | undefined,
  span: Span,
  found: Problem[],
): Statement {
  const of = word.meaning as "effective" | "expires";
  // A measure that ends has a last period, not a first.
  if (first && of === "expires") found.push(problem("BF1030", { found: first.text }, { span: first.span }));
  return {
    ...{ kind: "date-declaration", span, date: date(token, found), of },
    ...(first && { first: date(first, found) }),
  };
}

export function period(cycle: Token, span: Span, found: Problem[]): Statement {
  if (cycle.meaning.endsWith("-months") && cycle.meaning !== "two-months")
    found.push(problem("BF1030", { found: cycle.text }, { span: cycle.span }));
  return { kind: "period", span, frequency: cycle.meaning as Frequency };
}

const GENERAL_RULES: Partial<Record<Token["kind"], GeneralRule["rules"][number]["rule"]>> = {
  FloorAtZero: "floor-at-zero",
  PartialIgnored: "partial-step-ignored",
  ProRata: "pro-rata",
};

export function generalRule(words: readonly Token[], span: Span): Statement {
  const rules = words.map((word) => ({
    span: word.span,
    rule:
      GENERAL_RULES[word.kind] ?? (word.meaning as "below-excludes" | "above-excludes" | "strictest-wins"),
  }));
  return { kind: "general-rule", span, rules };
}

export function actions(
  category: Name,
  polarity: Token | undefined,
  list: readonly DeclaredAction[],
  span: Span,
): Statement {
  return {
    ...{ kind: "action-declaration", span, category, actions: list },
    ...(polarity && { polarity: polarity.meaning as "positive" | "negative" }),
  };
}

/** `降低绩效奖 < 取消绩效奖`: the one before the mark is absorbed by the one after it. */
export function absorb(list: DeclaredAction[], separator: Token): void {
  const last = list[list.length - 1];
  if (last && separator.kind === "Compare") list[list.length - 1] = { ...last, absorbedByNext: true };
}

export function data(word: Token, name: Name, key: Name | undefined, span: Span): Statement {
  if (word.kind === "Record") return { kind: "record", span, name, fields: [] };
  return { kind: "subject", span, name, ...(key && { key }), fields: [] };
}

export function rangeType(low: NumberLiteral, high: NumberLiteral | undefined, span: Span): TypeNode {
  if (!high) return { kind: "value-type", span, value: low };
  return { kind: "range-type", span, low: withUnit(low, high.unit), high };
}

export function levelsType(
  levels: readonly Name[],
  marks: readonly Token[],
  span: Span,
  found: Problem[],
): TypeNode {
  const wrong = marks.find((m) => m.meaning !== "<");
  if (wrong) found.push(problem("BF1056", { mark: wrong.text }, { span: wrong.span }));
  return { kind: "levels-type", span, levels };
}

export function listFrequency(word: Token): ListFrequency {
  return word.meaning as ListFrequency;
}

export function flag(word: Token): Attribute {
  const { span } = word;
  if (word.kind === "Optional") return { kind: "optional", span };
  if (word.kind === "MayNotApply") return { kind: "may-not-apply", span };
  return { kind: word.kind === "Dated" ? "dated" : "as-fraction", span };
}

export function scale(
  word: Token,
  name: Name,
  order: Token,
  grades: readonly DeclaredGrade[],
  span: Span,
): Statement {
  return {
    kind: "scale",
    span,
    name,
    external: word.meaning === "external",
    order: order.meaning as Order,
    grades,
  };
}

export function valueBound(word: Token, value: Expression, span: Span, found: Problem[]): IndicatorBound {
  if (word.kind === "FullMarks") return { kind: "full-marks", span, value };
  if (word.kind === "StartsAt") return { kind: "starts-at", span, value };
  if (word.kind === "Together") return { kind: "together-highest", span, value };
  if (word.kind === "Limit") return { kind: word.meaning === "highest" ? "highest" : "lowest", span, value };
  // 最多扣 bounds a single item, not the indicator.
  if (word.meaning !== "add") found.push(problem("BF1030", { found: word.text }, { span: word.span }));
  return { kind: "at-most-added", span, value };
}

export function flagBound(word: Token): IndicatorBound {
  const { span } = word;
  if (word.kind === "FloorAtZero") return { kind: "floor-at-zero", span };
  if (word.kind === "NoFloor") return { kind: "no-floor", span };
  return word.kind === "MayExceed" ? { kind: "may-exceed", span } : { kind: "best-one", span };
}

/** `元/分`: the unit of a rate as one name. */
export function rate(above: Name, bar: Token, below: Name, found: Problem[]): Name {
  if (bar.meaning !== "÷") found.push(problem("BF1030", { found: bar.text }, { span: bar.span }));
  return {
    kind: "name",
    span: { start: above.span.start, end: below.span.end },
    text: `${above.text}/${below.text}`,
  };
}
