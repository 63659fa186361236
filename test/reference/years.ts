import type { Expr } from "../../src/compiler/ir/ir.ts";
import { type Member, total } from "./aggregate.ts";
import { everyExpr } from "./children.ts";
import { agreed, evaluate } from "./expression.ts";
import { addIntervals, everything, fraction, hull, type Interval, point, zero } from "./fraction.ts";
import { and, intervalOf, NONE, possibleOf, type Truth, truthOf, type Value } from "./value.ts";
import { type HistoryYear, type PastValues, type Scope, type Subject, scopeOf } from "./world.ts";

/** Earlier periods: runs, their length, and figures over several of them or over several years. */

export const EACH_YEAR = { month: 12, quarter: 4, "half-year": 2, year: 1 } as const;

/** Periods of the measure since the beginning of our era. */
const count = (scope: Scope, year: number, period: number): number =>
  year * EACH_YEAR[scope.world.measure.period] + period;

/** The same of an earlier period, whose name ends in its number. */
const countOf = (scope: Scope, h: HistoryYear): number =>
  count(scope, h.year, Number((h.period ?? "1").replace(/^\d{4}-\D?/, "")));

type Found = PastValues | "unsupplied" | "absent";

/** The subject's row `back` periods ago; "unsupplied" when nobody can tell, "absent" when it had no result. */
export function periodsAgo(scope: Scope, back: number, arg: Expr): Found {
  const { year, period } = scope.world;
  const found = resultOf(scope, count(scope, year, period) - back, nameOfRecord(scope, scope.subject));
  const given = givenFor(scope, arg, year - back);
  if (given.size === 0) return found;
  const nothing = { facts: {}, values: {}, grades: {} };
  if (found === "absent") return { ...nothing, given, ungraded: true };
  return { ...(found === "unsupplied" ? nothing : found), given };
}

/** Fields with values of several years that an expression looks at. */
function yearlyNames(scope: Scope, arg: Expr): string[] {
  const { measure } = scope.world;
  return everyExpr(arg).flatMap((e): string[] => {
    if (e.op === "field") {
      const field = measure.subjects[scope.subject.kind]!.fields[e.field]!;
      return field.yearly ? [field.name] : [];
    }
    if (e.op !== "cell") return [];
    const { name, body } = measure.cells[e.cell]!;
    return name === null && body.kind === "expression" ? yearlyNames(scope, body.expr) : [];
  });
}

/** What came of them with the facts, for that year. */
function givenFor(scope: Scope, arg: Expr, year: number): Map<string, Value> {
  const then = scope.world.measure.period === "year" ? scope.subject.earlier?.get(year) : undefined;
  const names = yearlyNames(scope, arg);
  return new Map([...(then ?? [])].filter(([name]) => names.includes(name)));
}

const NAMES: Readonly<Record<string, (n: number) => string>> = {
  month: (n) => `${n}月`,
  quarter: (n) => `第${n}季度`,
  "half-year": (n) => (n === 1 ? "上半年" : "下半年"),
  year: () => "全年",
};

/** The frequency of the list that the records of a kind are in. */
function frequencyOf(scope: Scope): keyof typeof EACH_YEAR | "many" {
  const { measure } = scope.world;
  const of = measure.subjects[scope.subject.kind]!.of!;
  const list = measure.subjects[of.subject]!.fields[of.list]!.type;
  if (list.kind !== "list") throw new Error("records of no list");
  return list.frequency;
}

const numberOf = (subject: Subject): number => Number(subject.id.slice(subject.id.lastIndexOf("/") + 1));

/** How many periods of a list lie in the year before the assessed period. */
function before(scope: Scope, frequency: keyof typeof EACH_YEAR): number {
  const { measure, period } = scope.world;
  return Math.floor(((period - 1) * EACH_YEAR[frequency]) / EACH_YEAR[measure.period]);
}

function nameOfRecord(scope: Scope, subject: Subject): string | null {
  if (!subject.record) return null;
  const frequency = frequencyOf(scope);
  if (frequency === "many") return String(numberOf(subject));
  return NAMES[frequency]!(numberOf(subject) + before(scope, frequency));
}

/** What a supplied period says of the subject, or of a record of his. */
function resultOf(scope: Scope, serial: number, record: string | null): Found {
  const { history, measure } = scope.world;
  const { subject } = scope;
  if (history === undefined) return "unsupplied";
  if (history.length === 0) return "absent";
  const then = history.find((h) => countOf(scope, h) === serial);
  if (!then) return "unsupplied";
  const owner = subject.record?.owner ?? subject;
  const kind = measure.subjects[owner.kind]!;
  const result = then.subjects.find((r) => r.kind === kind.name && r.id === owner.id);
  if (!result || record === null) return result ?? "absent";
  const records = result.records?.[kind.fields[measure.subjects[subject.kind]!.of!.list]!.name];
  if (!records) return { facts: {}, values: {}, grades: {} };
  return records.find((r) => r.record === record) ?? "absent";
}

type Looking = Expr & { op: "past" | "run" | "run-length" };

/** Where to look for what was `back` steps ago: in a record of this list, in an earlier result, or nowhere. */
export function stepsBack(
  expr: Looking,
  scope: Scope,
  back: number,
): Scope | "unsupplied" | "absent" | "never" {
  const past = (found: Found) => {
    if (scope.world.history?.length === 0 && !(found !== "absent" || givenBefore(expr, scope, back)))
      return "never";
    return typeof found === "string" ? found : { ...scope, record: null, past: found };
  };
  if (!expr.each) return past(periodsAgo(scope, back, expr.arg));
  const { world, subject } = scope;
  const frequency = frequencyOf(scope);
  if (frequency === "many") throw new Error("records without periods");
  const number = numberOf(subject) - back;
  // Nobody names periods here, so every list begins with the first.
  if (number >= 1) {
    const earlier = world.subjects.find(
      (s) => s.kind === subject.kind && s.record?.owner === subject.record!.owner && numberOf(s) === number,
    );
    return earlier && earlier.record!.index !== null ? scopeOf(world, earlier) : "absent";
  }
  const each = EACH_YEAR[frequency];
  const month = number + before(scope, frequency);
  const year = world.year + Math.floor((month - 1) / each);
  const inYear = month - (year - world.year) * each;
  const per = EACH_YEAR[world.measure.period];
  const serial = count(scope, year, Math.max(1, Math.ceil((inYear * per) / each)));
  return past(resultOf(scope, serial, NAMES[frequency]!(inYear)));
}

/** Whether something came with the facts of a year before that one. */
function givenBefore(expr: Looking, scope: Scope, back: number): boolean {
  return givenYears(scope, expr.arg).some((ago) => ago > back);
}

/** How many years ago the years are of which something came with the facts. */
const givenYears = (scope: Scope, arg: Expr): number[] =>
  [...(scope.subject.earlier?.keys() ?? [])]
    .map((year) => scope.world.year - year)
    .filter((back) => back > 0 && givenFor(scope, arg, scope.world.year - back).size > 0);

/** Whether `arg` holds now and in as many periods before as the length asks for. */
export function evaluateRun(expr: Expr & { op: "run" }, scope: Scope): Truth {
  const now = truthOf(evaluate(expr.arg, scope));
  return and([now, heldBefore(expr, scope, 1, expr.length - 1)]);
}

/** Whether `arg` held in `wanted` periods, counted from `back` periods ago. */
function heldBefore(expr: Expr & { op: "run" }, scope: Scope, back: number, wanted: number): Truth {
  if (wanted === 0) return true;
  const past = stepsBack(expr, scope, back);
  if (past === "unsupplied") return and([undefined, heldBefore(expr, scope, back + 1, wanted - 1)]);
  // With no period supplied at all there is nothing to pass over to.
  if (past === "never") return false;
  const withoutResult = () => (expr.gap === "skips" ? heldBefore(expr, scope, back + 1, wanted) : false);
  if (past === "absent") return withoutResult();
  const withResult = () =>
    and([truthOf(evaluate(expr.arg, past)), heldBefore(expr, scope, back + 1, wanted - 1)]);
  const graded = gradesGiven(expr.arg, past);
  return graded === undefined
    ? agreed([withResult(), withoutResult()])
    : graded
      ? withResult()
      : withoutResult();
}

/** Whether every grade that the condition looks at was given then. */
function gradesGiven(condition: Expr, past: Scope): Truth {
  const given = everyExpr(condition).map((e): Truth => {
    if (e.op !== "cell") return true;
    const { name, body } = past.world.measure.cells[e.cell]!;
    if (name === null && body.kind === "expression") return gradesGiven(body.expr, past);
    if (body.kind !== "grade") return true;
    return agreed([...possibleOf(evaluate(e, past))].map((grade) => grade !== NONE));
  });
  return and(given);
}

/** How long ago the periods are that somebody supplied, before the assessed one. */
function supplied(scope: Scope): number[] {
  const { history, year, period } = scope.world;
  const now = count(scope, year, period);
  return (history ?? []).map((h) => now - countOf(scope, h)).filter((back) => back > 0);
}

const one = point(fraction(1));

/** Whether somebody supplied a period before one that nobody did. */
function knownBefore(expr: Looking, scope: Scope, back: number): boolean {
  const farthest =
    Math.max(0, ...supplied(scope), ...givenYears(scope, expr.arg)) * (expr.each ? 12 : 1) + 24;
  for (let more = back + 1; more <= farthest; more++)
    if (stepsBack(expr, scope, more) !== "unsupplied") return true;
  return false;
}

/** The length of the run that ends now: nothing, or one more than the length of the run before. */
export function runLength(expr: Expr & { op: "run-length" }, scope: Scope): Interval {
  const longer = (holds: Truth, back: number): Interval => {
    if (holds === false) return point(zero);
    const length = addIntervals(one, lengthAgo(back + 1));
    return holds ? length : hull(point(zero), length);
  };
  const lengthAgo = (back: number): Interval => {
    const past = stepsBack(expr, scope, back);
    if (past === "never") return point(zero);
    if (past === "unsupplied")
      return knownBefore(expr, scope, back) ? longer(undefined, back) : { low: zero, high: "+inf" };
    const withoutResult = () => (expr.gap === "skips" ? lengthAgo(back + 1) : point(zero));
    if (past === "absent") return withoutResult();
    const withResult = () => longer(truthOf(evaluate(expr.arg, past)), back);
    const graded = gradesGiven(expr.arg, past);
    if (graded === undefined) return hull(withResult(), withoutResult());
    return graded ? withResult() : withoutResult();
  };
  return longer(truthOf(evaluate(expr.arg, scope)), 0);
}

/** Whether a period so long ago lies in the window. */
function inWindow(expr: Expr & { op: "over-years" }, scope: Scope, back: number): boolean {
  const each = EACH_YEAR[scope.world.measure.period];
  const now = count(scope, scope.world.year, scope.world.period) - 1;
  const ago = expr.each === "period" ? back : scope.world.year - Math.floor((now - back) / each);
  return expr.first <= ago && (expr.last === null || ago <= expr.last);
}

/** The periods as members of a population. */
export function overYears(expr: Expr & { op: "over-years" }, scope: Scope): Interval {
  const { history, measure } = scope.world;
  const farthest = expr.last === null ? 0 : (expr.last + 1) * EACH_YEAR[measure.period];
  const last = Math.max(farthest, ...supplied(scope), ...givenYears(scope, expr.arg));
  const members: Member[] = [];
  const member = (at: Scope, result: Truth): Member => {
    const value = evaluate(expr.arg, at);
    if (expr.fn === "count") return { belongs: and([truthOf(value), result]), value: one };
    return { belongs: true, value: intervalOf(value) };
  };
  for (let back = 0; back <= last; back++) {
    if (!inWindow(expr, scope, back)) continue;
    if (back === 0) {
      members.push(member(scope, true));
      continue;
    }
    const then = periodsAgo(scope, back, expr.arg);
    const noFigureWithout = expr.fn !== "count" && expr.missing === "not-assessed";
    if (then !== "unsupplied" && then !== "absent") {
      const past: Scope = { ...scope, record: null, past: then };
      members.push(member(past, gradesGiven(expr.arg, past)));
    } else if (noFigureWithout) return everything;
    else if (then === "unsupplied") members.push({ belongs: undefined, value: everything });
    else if (expr.fn !== "count" && expr.missing === "zero")
      members.push({ belongs: true, value: point(zero) });
  }
  const figure = total(expr.fn, members);
  return expr.last === null && history === undefined ? { low: figure.low, high: "+inf" } : figure;
}
