import { titled } from "../diagnostics/phrases.ts";
import { type Problem, problem } from "../diagnostics/problem.ts";
import { join, type Span } from "../source/span.ts";
import type {
  CallArgument,
  ComparisonOperator,
  ComparisonTail,
  Condition,
  DateLiteral,
  Expression,
  Frequency,
  Name,
  NumberLiteral,
  Order,
  PopulationOption,
  RangeTest,
  RoundingMode,
} from "./ast.ts";
import { ENGLISH } from "./keywords.ts";
import type { Token } from "./tokens.ts";
import { languageWord } from "./words.ts";

/**
 * What the expression grammar makes of what it has read. Mistakes that a grammar cannot see (或 mixed
 * with 且) go to `found`; nothing throws.
 */

export function name(token: Token): Name {
  const text = token.role === undefined ? token.text.normalize("NFKC") : token.meaning;
  return { kind: "name", span: token.span, text: token.quoted ? text.trim() : text };
}

export function number(digits: Token, unit: Token | undefined, negative: boolean, span: Span): NumberLiteral {
  const text = `${negative ? "-" : ""}${digits.text.replace(/^0+(?=\d)/, "")}`;
  return unit === undefined
    ? { kind: "number", span, text }
    : { kind: "number", span, text, unit: unit.meaning };
}

export function negative(operand: Expression, span: Span): Expression {
  if (operand.kind === "number" && !operand.text.startsWith("-"))
    return { ...operand, span, text: `-${operand.text}` };
  return { kind: "unary", span, op: "-", operand };
}

export function binary(op: "+" | "-" | "×" | "÷", left: Expression, right: Expression): Expression {
  return { kind: "binary", span: join(left.span, right.span), op, left, right };
}

export function logical(
  operands: readonly Expression[],
  operators: readonly Token[],
  found: Problem[],
): Expression {
  const first = operands[0]!;
  if (operators.length === 0) return first;
  const mixed = operators.find((o) => o.kind !== operators[0]!.kind);
  if (mixed)
    found.push(problem("BF1037", { first: operators[0]!.text, second: mixed.text }, { span: mixed.span }));
  const span = join(first.span, operands[operands.length - 1]!.span);
  return { kind: "logical", span, op: operators[0]!.kind === "Or" ? "or" : "and", operands };
}

export function date(token: Token, found: Problem[]): DateLiteral {
  const [year, month, day] = token.text.match(/\d+/g)!.map(Number) as [number, number?, number?];
  const days = month === undefined ? 31 : new Date(Date.UTC(year, month, 0)).getUTCDate();
  if ((month !== undefined && (month < 1 || month > 12)) || (day !== undefined && (day < 1 || day > days)))
    found.push(problem("BF1051", { date: token.text }, { span: token.span }));
  return {
    ...{ kind: "date", span: token.span, year },
    ...(month !== undefined && { month }),
    ...(day !== undefined && { day }),
  };
}

/** A path; the words 是, 否 and 全体人数 alone mean something of their own. */
export function path(segments: readonly Name[], span: Span): Expression {
  const only = segments.length === 1 ? segments[0]!.text : undefined;
  if (only === "是" || only === "否") return { kind: "boolean", span, value: only === "是" };
  if (only === "全体人数") return { kind: "population-size", span };
  return { kind: "path", span, segments };
}

export function call(
  segments: readonly Name[],
  list: readonly CallArgument[],
  span: Span,
  found: Problem[],
): Expression {
  const callee = segments[segments.length - 1]!;
  if (segments.length > 1)
    found.push(
      problem("BF1030", { found: "(" }, { span: { start: callee.span.end, end: callee.span.end + 1 } }),
    );
  return { kind: "call", span, callee, arguments: list };
}

/** Whether a name is one of the built-in functions. */
export function isFunction(word: string): boolean {
  return languageWord("function", word) !== undefined;
}

// ── comparisons ──

/** What follows a value in a comparison: `不满50%`, `为 甲`, `80至89分`. */
export type Tail =
  | { readonly kind: "compare"; readonly test: ComparisonTail; readonly second?: ComparisonTail }
  | { readonly kind: "between"; readonly range: RangeTest }
  | { readonly kind: "equal"; readonly value: NumberLiteral }
  | { readonly kind: "is"; readonly negated: boolean; readonly values: readonly Expression[] }
  | { readonly kind: "not-applicable"; readonly negated: boolean };

export interface Rounding {
  readonly mode: RoundingMode;
  readonly step: NumberLiteral;
}

export type PostRest =
  | {
      readonly kind: "post";
      readonly word: Token;
      readonly inclusive: boolean | undefined;
      readonly span: Span;
      readonly second: ComparisonTail | undefined;
    }
  | { readonly kind: "to"; readonly word: Token; readonly high: NumberLiteral };

export function post(
  word: Token,
  inclusive: boolean | undefined,
  span: Span,
  second: ComparisonTail | undefined,
): PostRest {
  return { kind: "post", word, inclusive, span, second };
}

/** A comparator with what it compares to. `(含)` and `(不含)` settle the bound itself. */
export function bound(
  word: Token,
  value: Expression,
  inclusive: boolean | undefined,
  span: Span,
): ComparisonTail {
  const said = word.meaning as ComparisonOperator;
  if (inclusive === undefined) return { span, op: said, value, word: chineseComparator(word) };
  const op = inclusive
    ? ({ "<": "<=", ">": ">=" } as Partial<Record<ComparisonOperator, ComparisonOperator>>)[said]
    : ({ "<=": "<", ">=": ">" } as Partial<Record<ComparisonOperator, ComparisonOperator>>)[said];
  return { span, op: op ?? said, value, word: chineseComparator(word), explicit: true };
}

/** Comparators are told apart by their Chinese spelling, whichever language the text uses. */
function chineseComparator(word: Token): string {
  return ENGLISH.get(word.text)?.zh ?? word.text;
}

export function bounds(low: ComparisonTail, second: ComparisonTail | undefined): Tail {
  return second ? { kind: "compare", test: low, second } : { kind: "compare", test: low };
}

export function postTail(value: NumberLiteral, rest: PostRest | undefined, span: Span): Tail {
  if (rest === undefined) return { kind: "equal", value };
  if (rest.kind === "to") {
    const low = withUnit(value, rest.high.unit);
    const side = (op: ComparisonOperator, end: NumberLiteral): ComparisonTail => ({
      ...{ span: end.span, op, value: end, word: rest.word.kind === "Minus" ? "-" : "至" },
    });
    return { kind: "between", range: { span, low: side(">=", low), high: side("<=", rest.high) } };
  }
  return bounds(bound(rest.word, value, rest.inclusive, join(value.span, rest.span)), rest.second);
}

/** `80至89分`: the unit stands once. */
export function withUnit(value: NumberLiteral, unit: string | undefined): NumberLiteral {
  return value.unit === undefined && unit !== undefined ? { ...value, unit } : value;
}

const isLow = (op: ComparisonOperator) => op === ">" || op === ">=";

/** Two bounds as one range, whichever is written first. */
export function range(first: ComparisonTail, second: ComparisonTail, span: Span, found: Problem[]) {
  const [low, high] = isLow(first.op) ? [first, second] : [second, first];
  if (!isLow(low.op) || isLow(high.op) || high.op === "==" || high.op === "!=")
    found.push(problem("BF1052", { first: first.word, second: second.word }, { span: second.span }));
  return { span, low, high };
}

/** `80-89分` in a condition. */
function hyphen({ span, low, high }: RangeTest): Problem {
  const text = (v: Expression) => (v.kind === "number" ? `${v.text}${v.unit ?? ""}` : "…");
  const [from, to] = [text(low!.value), text(high!.value)];
  // The unit stands once, behind the second figure.
  const bare = low!.value.kind === "number" ? low!.value.text : from;
  const instead = `${bare}至${to}`;
  const fixes = [titled("change-to", [{ span, text: instead }], { text: instead })];
  return problem("BF1042", { found: `${bare}-${to}`, instead }, { span, fixes });
}

export function compared(value: Expression, tail: Tail, span: Span, found: Problem[]): Expression {
  switch (tail.kind) {
    case "compare":
      if (!tail.second) return { kind: "compare", span, left: value, test: tail.test };
      if (tail.second.word === tail.second.op) return chained(value, tail.test, tail.second, span, found);
      return { kind: "between", span, value, range: range(tail.test, tail.second, span, found) };
    case "between":
      if (tail.range.low?.word === "-") found.push(hyphen(tail.range));
      return { kind: "between", span, value, range: tail.range };
    case "equal":
      found.push(
        problem(
          "BF1043",
          { number: `${tail.value.text}${tail.value.unit ?? ""}` },
          { span: tail.value.span },
        ),
      );
      return { kind: "is", span, value, negated: false, values: [tail.value], notApplicable: false };
    case "is":
      return { kind: "is", span, value, negated: tail.negated, values: tail.values, notApplicable: false };
    case "not-applicable":
      return { kind: "is", span, value, negated: tail.negated, values: [], notApplicable: true };
  }
}

/** `60 <= X < 70`: the value stands in the middle. */
function chained(
  left: Expression,
  first: ComparisonTail,
  second: ComparisonTail,
  span: Span,
  found: Problem[],
): Expression {
  const turned: Record<ComparisonOperator, ComparisonOperator> = {
    ...{ "<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!=" },
  };
  const low: ComparisonTail = { span: left.span, op: turned[first.op], value: left, word: turned[first.op] };
  return { kind: "between", span, value: first.value, range: range(low, second, span, found) };
}

// ── the rest ──

export function roundingMode(word: Token): RoundingMode {
  return word.meaning as RoundingMode;
}

/** 保留2位小数: the step is 0.01. */
export function decimalStep(places: Token): NumberLiteral {
  const n = Math.min(Number(places.text), 12);
  return { kind: "number", span: places.span, text: n === 0 ? "1" : `0.${"0".repeat(n - 1)}1` };
}

export function orderOf(word: Token): Order {
  return word.meaning as Order;
}

export function run(
  word: Token,
  count: NumberLiteral,
  gap: Token | undefined,
  condition: Condition,
  span: Span,
): Expression {
  if (word.kind === "Consecutive")
    return {
      ...{ kind: "run", span, length: count, condition },
      ...(gap && { gap: gap.meaning as "breaks" | "skips" }),
    };
  return { kind: "accumulated", span, every: word.kind === "ForEvery", count, condition };
}

export function past(word: Token, operand: Expression, span: Span): Expression {
  return { kind: "past", span, unit: word.meaning as "year" | "period", operand };
}

export function listCondition(
  word: Token,
  count: NumberLiteral | undefined,
  span: Span,
  found: Problem[],
): Expression {
  if (count) return { kind: "list-condition", span, mode: "at-least", count };
  if (word.meaning === "some") found.push(problem("BF1053", { phrase: word.text }, { span: word.span }));
  return { kind: "list-condition", span, mode: word.meaning === "any" ? "any" : "all" };
}

export type WindowHead =
  | { readonly window: "this-year" | "this-period" }
  | { readonly window: "past-with-current" | "past-without-current"; readonly length: NumberLiteral }
  | { readonly window: "since"; readonly from: Expression }
  | { readonly window: "period"; readonly from: Expression; readonly length: NumberLiteral };

export function window(
  head: WindowHead,
  cumulative: boolean,
  operand: Expression | undefined,
  span: Span,
): Expression {
  if (head.window === "period") return { kind: "period-of", span, from: head.from, length: head.length };
  return {
    ...{ kind: "window", span, window: head.window, cumulative },
    ...("length" in head && { length: head.length }),
    ...("from" in head && { from: head.from }),
    ...(operand && { operand }),
  };
}

// ── arguments and options ──

export function valueArgument(value: Expression, order: Token | undefined): CallArgument[] {
  const argument: CallArgument = { kind: "value", span: value.span, value };
  if (!order) return [argument];
  const option: PopulationOption = { kind: "direction", span: order.span, order: orderOf(order) };
  return [argument, { kind: "population", span: order.span, option }];
}

export function missing(word: Token, span: Span): CallArgument {
  const policy = word.kind === "Dropped" ? "drop" : word.kind === "Points" ? "zero" : "not-assessed";
  return { kind: "missing", span, policy };
}

export function dedupe(by: readonly Name[], keep: Token, span: Span): CallArgument {
  return { kind: "dedupe", span, by, keep: keep.meaning as "highest" | "one" };
}

export function atMostPer(every: Token | NumberLiteral, count: NumberLiteral, span: Span): CallArgument {
  const cycle = "meaning" in every ? (every.meaning as Frequency) : every;
  return { kind: "at-most-per", span, every: cycle, count };
}

export function holder(word: Token): CallArgument {
  return { kind: "holder", span: word.span, when: word.meaning as "at-event" | "at-end" | "any" };
}

export function plainOption(word: Token): PopulationOption {
  const { span } = word;
  if (word.kind === "TiesShare") return { kind: "ties-share", span };
  if (word.kind === "TiesOut") return { kind: "ties-out", span };
  if (word.kind === "Everyone") return { kind: "everyone", span };
  if (word.kind === "Order") return { kind: "direction", span, order: orderOf(word) };
  return { kind: "rounding", span, mode: roundingMode(word) };
}
