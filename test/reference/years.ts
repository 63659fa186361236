import type { Expr } from "../../src/compiler/ir/ir.ts";
import { type Member, total } from "./aggregate.ts";
import { everyExpr } from "./children.ts";
import { agreed, evaluate } from "./expression.ts";
import { addIntervals, everything, fraction, hull, type Interval, point, zero } from "./fraction.ts";
import { and, intervalOf, NONE, possibleOf, type Truth, truthOf } from "./value.ts";
import type { HistoryRow, HistoryYear, Scope } from "./world.ts";

/** Earlier periods: runs, their length, and figures over several of them or over several years. */

const EACH_YEAR = { month: 12, quarter: 4, "half-year": 2, year: 1 } as const;

/** Periods of the measure since the beginning of our era. */
const count = (scope: Scope, year: number, period: number): number =>
  year * EACH_YEAR[scope.world.measure.period] + period;

/** The same of an earlier period, whose name ends in its number. */
const countOf = (scope: Scope, h: HistoryYear): number =>
  count(scope, h.year, Number((h.period ?? "1").replace(/^\d{4}-\D?/, "")));

/** The subject's row `back` periods ago; "unsupplied" when nobody can tell, "absent" when it had no result. */
export function periodsAgo(scope: Scope, back: number): HistoryRow | "unsupplied" | "absent" {
  const { history, measure, year, period } = scope.world;
  if (history === undefined) return "unsupplied";
  if (history.length === 0) return "absent";
  const then = history.find((h) => countOf(scope, h) === count(scope, year, period) - back);
  if (!then) return "unsupplied";
  const kind = measure.subjects[scope.subject.kind]!.name;
  return then.subjects.find((r) => r.kind === kind && r.id === scope.subject.id) ?? "absent";
}

/** Whether `arg` holds now and in as many periods before as the length asks for. */
export function evaluateRun(expr: Expr & { op: "run" }, scope: Scope): Truth {
  const now = truthOf(evaluate(expr.arg, scope));
  return and([now, heldBefore(expr, scope, 1, expr.length - 1)]);
}

/** Whether `arg` held in `wanted` periods, counted from `back` periods ago. */
function heldBefore(expr: Expr & { op: "run" }, scope: Scope, back: number, wanted: number): Truth {
  if (wanted === 0) return true;
  const then = periodsAgo(scope, back);
  if (then === "unsupplied") return and([undefined, heldBefore(expr, scope, back + 1, wanted - 1)]);
  // With no period supplied at all there is nothing to pass over to.
  const passesOver = expr.gap === "skips" && scope.world.history?.length !== 0;
  const withoutResult = () => (passesOver ? heldBefore(expr, scope, back + 1, wanted) : false);
  if (then === "absent") return withoutResult();
  const past: Scope = { ...scope, record: null, past: then };
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
    if (e.op !== "cell" || past.world.measure.cells[e.cell]!.body.kind !== "grade") return true;
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

/** The length of the run that ends now: nothing, or one more than the length of the run before. */
export function runLength(expr: Expr & { op: "run-length" }, scope: Scope): Interval {
  const earliest = Math.max(...supplied(scope));
  const longer = (holds: Truth, back: number): Interval => {
    if (holds === false) return point(zero);
    const length = addIntervals(one, lengthAgo(back + 1));
    return holds ? length : hull(point(zero), length);
  };
  const lengthAgo = (back: number): Interval => {
    if (scope.world.history?.length === 0) return point(zero);
    if (!(back <= earliest)) return { low: zero, high: "+inf" };
    const then = periodsAgo(scope, back);
    if (then === "unsupplied") return longer(undefined, back);
    const withoutResult = () => (expr.gap === "skips" ? lengthAgo(back + 1) : point(zero));
    if (then === "absent") return withoutResult();
    const past: Scope = { ...scope, record: null, past: then };
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
  const last = Math.max(farthest, ...supplied(scope));
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
    const then = periodsAgo(scope, back);
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
