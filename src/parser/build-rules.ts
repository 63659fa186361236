import { type Problem, problem } from "../diagnostics/problem.ts";
import { join, type Span } from "../source/span.ts";
import type {
  BallotRow,
  BandTest,
  ChoiceMode,
  ComparisonOperator,
  Condition,
  Effect,
  Expression,
  Name,
  NumberLiteral,
  PerOccurrence,
  PopulationOption,
  RankTest,
  RowResult,
  Statement,
} from "./ast.ts";
import { actionOf, gather, type NamedTail, named, type Part, polarity } from "./build-effects.ts";
import { bound, compared, orderOf, path, range, roundingMode, type Tail } from "./build-expressions.ts";
import type { Token } from "./tokens.ts";

/** What the rule grammar makes of what it has read. */

// ── conditions and effects ──

export type RuleHead =
  | { readonly kind: "conditional" | "bare"; readonly condition: Condition }
  | { readonly kind: "requirement"; readonly condition: Condition; readonly polarity: "duty" | "prohibition" }
  | { readonly kind: "effects" };

export interface RuleResult {
  readonly head: RuleHead;
  readonly parts: readonly Part[];
  readonly span: Span;
}

export type RuleTail =
  | { readonly kind: "then"; readonly de: Token; readonly part: Part | undefined }
  | { readonly kind: "named"; readonly tail: NamedTail };

export function ruleHead(
  condition: Condition,
  tail: RuleTail | undefined,
  parts: Part[],
  span: Span,
  found: Problem[],
): RuleHead {
  if (!tail) return { kind: "bare", condition };
  if (tail.kind === "then") {
    if (tail.part) parts.push(tail.part);
    return { kind: "conditional", condition };
  }
  if (tail.tail.kind === "shall")
    return {
      ...{ kind: "requirement", polarity: tail.tail.polarity },
      condition: compared(condition, tail.tail.tail, span, found),
    };
  parts.push(named(condition, tail.tail, span, found));
  return { kind: "effects" };
}

/** Whether more effects may follow after a comma. A condition without 的 takes none: there the comma is the slip. */
export function takesParts(head: RuleHead): boolean {
  if (head.kind === "bare") return actionOf(head.condition) !== undefined;
  return head.kind !== "requirement";
}

export function requirement(
  word: Token,
  condition: Condition,
  except: Condition | undefined,
  span: Span,
): Statement {
  return { kind: "requirement", span, polarity: polarity(word), condition, ...(except && { except }) };
}

export const assertion = (first: Condition, then: Condition | undefined, span: Span): Statement =>
  then ? { kind: "assertion", span, when: first, holds: then } : { kind: "assertion", span, holds: first };

/** `C,但 D 的除外` among the items of a list holds where C does and D does not. */
export const butNot = (condition: Condition, except: Condition): Condition => ({
  kind: "logical",
  span: join(condition.span, except.span),
  op: "and",
  operands: [condition, { kind: "unary", span: except.span, op: "not", operand: except }],
});

export type Against = NonNullable<PerOccurrence["against"]>;

export function against(word: Token, value: Expression, span: Span): Against {
  return { span, op: word.meaning as ComparisonOperator, value };
}

export function perOccurrence(
  of: Expression,
  step: NumberLiteral,
  measured: Against | undefined,
  parts: readonly Part[],
  span: Span,
  found: Problem[],
): Statement {
  const { effects, partial, except } = gather(parts, [], found);
  return {
    ...{ kind: "per-occurrence", span, of, step, effects },
    ...(measured && { against: measured }),
    ...(except && { except }),
    ...(partial && { partial }),
  };
}

// ── choices ──

export interface ChoiceTarget {
  readonly name?: Name;
  readonly handle?: Span;
}

const MODES: ReadonlySet<string> = new Set<ChoiceMode["kind"]>([
  "handle",
  "adding",
  "replacing",
  "marginal",
  "top-down",
]);

function isMode(option: ChoiceMode | PopulationOption): option is ChoiceMode {
  return MODES.has(option.kind);
}

/** The head tells the kind: 排名 ranks, 处理 with 逐级累加 or 就高 is a ladder, anything else chooses by bands. */
export function choice(
  value: Expression,
  order: Token | undefined,
  target: ChoiceTarget,
  options: readonly (ChoiceMode | PopulationOption)[],
  span: Span,
  found: Problem[],
): Statement {
  const misplaced = options.find((o) => isMode(o) === (order !== undefined));
  if (misplaced) found.push(problem("BF1060", {}, { span: misplaced.span }));
  const modes = options.filter(isMode);
  if (order) {
    const population = options.filter((o): o is PopulationOption => !isMode(o));
    return {
      kind: "rank-choice",
      span,
      value,
      order: orderOf(order),
      ...(target.name && { target: target.name }),
      options: population,
      rows: [],
    };
  }
  if (target.handle && modes.some((m) => m.kind === "adding" || m.kind === "replacing"))
    return { kind: "ladder", span, value, modes, rows: [] };
  const handle: ChoiceMode[] = target.handle ? [{ kind: "handle", span: target.handle }] : [];
  return {
    ...{ kind: "band-choice", span, value, modes: [...handle, ...modes], rows: [] },
    ...(target.name && { target: target.name }),
  };
}

/** 对照表, without its rows. */
export function decisionTable(
  inputs: readonly Expression[],
  { name, handle }: ChoiceTarget,
  said: readonly ChoiceMode[],
  span: Span,
): Statement {
  const modes: readonly ChoiceMode[] = handle ? [{ kind: "handle", span: handle }, ...said] : said;
  return { kind: "decision-table", span, inputs, ...(name && { target: name }), modes, rows: [] };
}

export function mode(word: Token): ChoiceMode {
  return { kind: word.meaning as "adding" | "replacing" | "marginal" | "top-down", span: word.span };
}

// ── rows ──

export type Result = RowResult;

export interface RowOf<Test> {
  readonly test: Test;
  readonly result: RowResult;
}

export function bandTest(tail: Tail, span: Span, found: Problem[]): BandTest {
  switch (tail.kind) {
    case "compare":
      if (tail.second) return { kind: "between", span, range: range(tail.test, tail.second, span, found) };
      return { kind: "compare", span, test: tail.test };
    case "between":
      return { kind: "between", span, range: tail.range };
    case "equal":
      return { kind: "equals", span, values: [tail.value] };
    case "is":
      return { kind: "equals", span, values: tail.values, ...(tail.negated && { negated: true }) };
    case "not-applicable":
      return { kind: "not-applicable", span };
  }
}

export function equals(word: Token, values: readonly Expression[], span: Span): BandTest {
  return { kind: "equals", span, values, ...(word.meaning === "is-not" && { negated: true }) };
}

/** 得 and 计 alone give points; anything more is a list of effects. */
export function rowResult(parts: readonly Part[], span: Span, found: Problem[]): RowResult {
  const { effects, except } = gather(parts, [], found);
  if (except) found.push(problem("BF1048", {}, { span: except.span }));
  const only = effects.length === 1 ? effects[0]! : undefined;
  if (only?.kind === "score-effect" && (only.verb === "earn" || only.verb === "count")) {
    const plain = only.to === undefined && only.score === undefined && only.targets.length === 0;
    if (plain && only.amount && !only.atMost) return { kind: "points", span, value: only.amount };
  }
  return { kind: "effects", span, effects };
}

/** `为 优秀`, also with what else the row does: `为 优秀,给予 通报表扬`. */
export function gradeResult(
  grade: Name,
  parts: readonly Part[],
  span: Span,
  given: Span,
  found: Problem[],
): RowResult {
  if (parts.length === 0) return { kind: "grade", span, grade };
  const own: Effect = {
    ...{ kind: "grade-effect", span: given, targets: [], modality: "must" },
    ...{ verb: "set", veto: false, grades: [grade] },
  };
  const { effects, except } = gather(parts, [own], found);
  if (except) found.push(problem("BF1048", {}, { span: except.span }));
  return { kind: "effects", span, effects };
}

/** A share is a percentage, or a name without 名 behind it. */
export function rankTest(
  end: Token,
  amount: Expression,
  places: boolean,
  options: readonly PopulationOption[],
  span: Span,
): RankTest {
  const share = amount.kind === "number" ? amount.unit === "%" : !places;
  return { kind: "places", span, end: end.kind === "Front" ? "top" : "bottom", amount, share, options };
}

// ── votes, procedures ──

export type BallotEntry = BallotRow["entries"][number];

/** An entry as read up to a comparator behind its value. */
export type BallotRead = BallotEntry;

/** A name before 以上 is the figure itself: `法定人数 最少人数 以上`. */
export function ballotEntry(
  read: BallotRead,
  edge: { readonly word: Token; readonly inclusive: boolean | undefined } | undefined,
  span: Span,
): BallotEntry {
  if (!edge) return read.test ? { ...read, value: read.test.value } : read;
  const alone = read.value === undefined && read.name !== undefined;
  const value = alone ? path([read.name!], read.name!.span) : read.value;
  if (!value) return read;
  const test = bound(edge.word, value, edge.inclusive, span);
  return { ...(read.name && !alone && { name: read.name }), value, test };
}

export function ballotRow(
  word: Token,
  entries: readonly BallotEntry[],
  excluded: readonly Name[],
  rounding: Token | undefined,
  span: Span,
  found: Problem[],
): BallotRow {
  const other = excluded.find((n) => n.text !== "本人");
  if (other) found.push(problem("BF1030", { found: other.text }, { span: other.span }));
  const of = word.meaning as BallotRow["of"];
  const mode = rounding && roundingMode(rounding);
  return { span, of, entries, withoutSelf: excluded.length > 0, ...(mode && { rounding: mode }) };
}
