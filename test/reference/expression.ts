import type { CalendarDate, Expr } from "../../src/compiler/ir/ir.ts";
import { aggregate, overLinked } from "./aggregate.ts";
import { addDays, addMonths, daysBetween, fullYears, orderDates, showDate } from "./calendar.ts";
import { readPast, readPastGrade } from "./facts.ts";
import {
  addIntervals,
  divideIntervals,
  everything,
  exact,
  fraction,
  greater,
  hull,
  type Interval,
  lesser,
  mapInterval,
  multiplyIntervals,
  negateInterval,
  order,
  orderEnds,
  point,
  roundTo,
} from "./fraction.ts";
import {
  and,
  anything,
  atLeast,
  choiceValue,
  inexact,
  intervalOf,
  isExact,
  NONE,
  not,
  numberValue,
  or,
  possibleOf,
  type Truth,
  truthOf,
  truthValue,
  UNKNOWN,
  type Value,
} from "./value.ts";
import { cellOf, factOf, follow, ofKind, type Scope, scopeOf } from "./world.ts";
import { evaluateRun, overYears, runLength, stepsBack } from "./years.ts";

/** The meaning of every expression of ir.ts, by recursion. */
export function evaluate(expr: Expr, scope: Scope): Value {
  const { world } = scope;
  const enumerations = world.measure.enumerations;
  const number = (e: Expr): Interval => intervalOf(evaluate(e, scope));
  const truth = (e: Expr): Truth => truthOf(evaluate(e, scope));
  switch (expr.op) {
    case "number":
    case "truth":
    case "member":
    case "text":
    case "date":
      return evaluateConstant(expr);
    case "field":
      return evaluateField(expr, scope);
    case "cell":
      return evaluateCell(expr, scope);
    case "parameter":
      return world.parameters[expr.parameter]!;
    case "context":
      if (expr.what === "year") return numberValue(point(fraction(world.year)));
      return world.date ? { kind: "date", value: world.date } : UNKNOWN;
    case "via": {
      const target = follow(world, scope.subject, expr.link);
      if (target) return evaluate(expr.target, scopeOf(world, target));
      return anything(expr.type, enumerations);
    }
    case "negate":
      return numberValue(negateInterval(number(expr.arg)));
    case "add":
      return numberValue(expr.args.map(number).reduce(addIntervals));
    case "multiply":
      return numberValue(expr.args.map(number).reduce(multiplyIntervals));
    case "min":
    case "max": {
      const pick = expr.op === "min" ? lesser : greater;
      const args = expr.args.map(number);
      return numberValue({
        low: args.map((a) => a.low).reduce(pick),
        high: args.map((a) => a.high).reduce(pick),
      });
    }
    case "divide":
      return numberValue(divideIntervals(number(expr.left), number(expr.right)));
    case "round":
      return numberValue(mapInterval(number(expr.arg), (x) => roundTo(x, expr.step, expr.mode)));
    case "compare":
      return truthValue(compare(expr.cmp, evaluate(expr.left, scope), evaluate(expr.right, scope)));
    case "one-of": {
      const possible = [...possibleOf(evaluate(expr.arg, scope))];
      return truthValue(agreed(possible.map((p) => expr.members.includes(p))));
    }
    case "and":
      return truthValue(and(expr.args.map(truth)));
    case "or":
      return truthValue(or(expr.args.map(truth)));
    case "at-least":
      return truthValue(atLeast(expr.count, expr.args.map(truth)));
    case "not":
      return truthValue(not(truth(expr.arg)));
    case "if": {
      const condition = truth(expr.condition);
      if (condition === true) return evaluate(expr.then, scope);
      if (condition === false) return evaluate(expr.otherwise, scope);
      return either([evaluate(expr.then, scope), evaluate(expr.otherwise, scope)]);
    }
    case "bands":
      return evaluateBands(expr, scope);
    case "aggregate":
      return aggregate(expr, scope);
    case "linked":
      return overLinked(expr, scope);
    case "past": {
      const then = stepsBack(expr, scope, expr.back);
      if (then === "unsupplied") return anything(expr.type, enumerations);
      if (then !== "absent" && then !== "never") return evaluate(expr.arg, then);
      if (expr.type.kind === "truth") return truthValue(false);
      if (expr.type.kind === "choice") return choiceValue([NONE]);
      return anything(expr.type, enumerations);
    }
    case "run":
      return truthValue(evaluateRun(expr, scope));
    case "run-length":
      return numberValue(runLength(expr, scope));
    case "over-years":
      return numberValue(overYears(expr, scope));
    case "days-between":
    case "full-years": {
      const [from, to] = [evaluate(expr.from, scope), evaluate(expr.to, scope)];
      if (from.kind !== "date" || to.kind !== "date") return numberValue(everything);
      const count = expr.op === "days-between" ? daysBetween : fullYears;
      return numberValue(point(fraction(count(from.value, to.value))));
    }
    case "later": {
      const from = evaluate(expr.from, scope);
      if (from.kind !== "date") return UNKNOWN;
      const day = addMonths(from.value, expr.years * 12 + expr.months);
      return workdaysAfter(scope, addDays(day, expr.days), expr.workdays ?? 0);
    }
  }
}

/** Working days are counted off one by one; a year nobody covers ends the counting. */
function workdaysAfter({ world }: Scope, from: CalendarDate, count: number): Value {
  let day = from;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    if (!world.calendar?.years.includes(day.year)) return UNKNOWN;
    const text = showDate(day);
    const weekend = ["Sat", "Sun"].includes(new Date(`${text}T00:00:00Z`).toUTCString().slice(0, 3));
    const working = weekend ? world.calendar.work.includes(text) : !world.calendar.off.includes(text);
    if (working) left -= 1;
  }
  return { kind: "date", value: day };
}

/** An expression that looks at nothing: a literal, or arithmetic over literals. */
export function evaluateConstant(expr: Expr): Value {
  const number = (e: Expr): Interval => intervalOf(evaluateConstant(e));
  if (expr.op === "number") return numberValue(point(expr.value));
  if (expr.op === "truth") return truthValue(expr.value);
  if (expr.op === "member") return choiceValue([expr.value]);
  if (expr.op === "text") return { kind: "text", value: expr.value };
  if (expr.op === "date") return { kind: "date", value: expr.value };
  if (expr.op === "negate") return numberValue(negateInterval(number(expr.arg)));
  if (expr.op === "add") return numberValue(expr.args.map(number).reduce(addIntervals));
  if (expr.op === "multiply") return numberValue(expr.args.map(number).reduce(multiplyIntervals));
  if (expr.op === "divide") return numberValue(divideIntervals(number(expr.left), number(expr.right)));
  throw new Error(`${expr.op} is no constant`);
}

function evaluateField(expr: Expr & { op: "field" }, scope: Scope): Value {
  const { measure } = scope.world;
  const field = measure.subjects[scope.subject.kind]!.fields[expr.field];
  if (scope.past) {
    const name = field!.name;
    const given = scope.past.given?.get(name);
    if (given) return given;
    return readPast(measure.enumerations, expr.type, own(scope.past.facts, name));
  }
  if (expr.of === "subject") return known(factOf(scope.subject, expr.field), expr.type, scope);
  const list = scope.subject.facts[scope.record!.list]!;
  if (list.kind !== "list") throw new Error("a record is asked of a list nobody supplied");
  const fact = list.records[scope.record!.index]![expr.field]!;
  if (fact.kind === "list" || fact.kind === "no-list") throw new Error("a record holds no lists");
  return known(fact, expr.type, scope);
}

/** A link to a subject that is not there is no link anybody knows. */
const known = (value: Value, type: Expr["type"], { world }: Scope): Value =>
  type.kind === "link" &&
  value.kind === "link" &&
  !ofKind(world, type.subject).some((s) => s.id === value.value)
    ? UNKNOWN
    : value;

function evaluateCell(expr: Expr & { op: "cell" }, scope: Scope): Value {
  const { measure } = scope.world;
  const cell = measure.cells[expr.cell]!;
  if (scope.past) {
    if (cell.name === null && cell.body.kind === "expression") return evaluate(cell.body.expr, scope);
    if (cell.name === null) throw new Error("the past knows named cells only");
    if (cell.body.kind === "grade")
      return readPastGrade(measure.enumerations[cell.body.enumeration]!, scope.past, cell.name);
    return readPast(measure.enumerations, expr.type, own(scope.past.values, cell.name));
  }
  if (expr.of === "subject") return cellOf(scope.subject, expr.cell);
  // The record is a subject of its own there.
  const row = ofKind(scope.world, cell.subject).find(
    (s) => s.record?.owner === scope.subject && s.record.index === scope.record!.index,
  );
  return cellOf(row!, expr.cell);
}

const own = <T>(values: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(values, name) ? values[name] : undefined;

/** One truth when all agree, else unknown. */
export function agreed(truths: readonly Truth[]): Truth {
  return truths.every((t) => t === truths[0]) ? truths[0] : undefined;
}

/** The value of one of several ways, when it is open which. */
export function either(values: readonly Value[]): Value {
  const [first] = values;
  if (first === undefined) throw new Error("no way at all");
  if (first.kind === "number") return numberValue(values.map(intervalOf).reduce(hull));
  if (first.kind === "truth") return truthValue(agreed(values.map(truthOf)));
  if (first.kind === "choice") return choiceValue(values.flatMap((v) => [...possibleOf(v)]));
  const same = (v: Value): boolean =>
    v.kind === "party"
      ? JSON.stringify(v) === JSON.stringify(first)
      : isExact(v) && first.kind !== "party" && compare("==", v, first) === true;
  return values.every(same) ? first : UNKNOWN;
}

type Comparison = (Expr & { op: "compare" })["cmp"];

const holds = (cmp: Comparison, sign: number): boolean =>
  cmp === "=="
    ? sign === 0
    : cmp === "!="
      ? sign !== 0
      : cmp === "<"
        ? sign < 0
        : cmp === "<="
          ? sign <= 0
          : cmp === ">"
            ? sign > 0
            : sign >= 0;

export function compare(cmp: Comparison, left: Value, right: Value): Truth {
  if (left.kind === "unknown" || right.kind === "unknown") return undefined;
  if (left.kind === "number" && right.kind === "number") {
    return compareIntervals(cmp, left.interval, right.interval);
  }
  if (left.kind === "choice" && right.kind === "choice") {
    const pairs = [...left.possible].flatMap((l) => [...right.possible].map((r) => [l, r] as const));
    return agreed(pairs.map(([l, r]) => (l === NONE || r === NONE ? cmp === "!=" : holds(cmp, l - r))));
  }
  if (left.kind === "date" && right.kind === "date") return holds(cmp, orderDates(left.value, right.value));
  if (left.kind === "truth" && right.kind === "truth") {
    if (left.value === undefined || right.value === undefined) return undefined;
    return holds(cmp, left.value === right.value ? 0 : 1);
  }
  if (left.kind === "party" || right.kind === "party") {
    const names = (v: Value): readonly string[] =>
      v.kind === "party" ? v.value : v.kind === "text" ? [v.value] : [];
    const [a, b] = [names(left), names(right)];
    const same = a.length > 0 && a.every((n) => b.includes(n)) && b.every((n) => a.includes(n));
    return holds(cmp, same ? 0 : 1);
  }
  const text = (v: Value): string => {
    if (v.kind === "text" || v.kind === "link") return v.value;
    throw new Error(`${left.kind} and ${right.kind} do not compare`);
  };
  return holds(cmp, text(left) === text(right) ? 0 : 1);
}

/** What holds for every pair of numbers of the two intervals, and what for none. */
function compareIntervals(cmp: Comparison, a: Interval, b: Interval): Truth {
  const [x, y] = [exact(a), exact(b)];
  if (x && y) return holds(cmp, order(x, y));
  const below = orderEnds(a.high, b.low);
  const above = orderEnds(a.low, b.high);
  switch (cmp) {
    case "<":
      return below < 0 ? true : above >= 0 ? false : undefined;
    case "<=":
      return below <= 0 ? true : above > 0 ? false : undefined;
    case ">":
      return compareIntervals("<", b, a);
    case ">=":
      return compareIntervals("<=", b, a);
    case "==":
      return below < 0 || above > 0 ? false : undefined;
    case "!=":
      return not(compareIntervals("==", a, b));
  }
}

function evaluateBands(expr: Expr & { op: "bands" }, scope: Scope): Value {
  const value = intervalOf(evaluate(expr.arg, scope));
  const met = expr.rows.filter((row) => {
    const fromLow = row.low === null ? 1 : orderEnds(value.high, row.low.value);
    const toHigh = row.high === null ? -1 : orderEnds(value.low, row.high.value);
    return (
      (fromLow > 0 || (fromLow === 0 && row.low!.included)) &&
      (toHigh < 0 || (toHigh === 0 && row.high!.included))
    );
  });
  const results = met.map((row) => evaluate(row.result, scope));
  if (expr.otherwise && !covers(met, value)) results.push(evaluate(expr.otherwise, scope));
  if (results.length === 0) return inexact(expr.type, scope.world.measure.enumerations);
  return either(results);
}

/** Whether every number of the interval lies in one of the rows: walk up from its low end. */
function covers(rows: (Expr & { op: "bands" })["rows"], value: Interval): boolean {
  // `open`: the walk has passed every number below `at`, and `at` itself when not open.
  let at = value.low;
  let reachedAt = false;
  for (let turn = 0; turn <= rows.length; turn++) {
    const beyond = orderEnds(at, value.high);
    if (beyond > 0 || (beyond === 0 && reachedAt)) return true;
    const next = rows.find((row) => {
      const low = row.low === null ? -1 : orderEnds(row.low.value, at);
      const starts = low < 0 || (low === 0 && (row.low!.included || reachedAt));
      const high = row.high === null ? 1 : orderEnds(row.high.value, at);
      return starts && (high > 0 || (high === 0 && row.high!.included && !reachedAt));
    });
    if (!next) return false;
    if (next.high === null) return true;
    at = next.high.value;
    reachedAt = next.high.included;
  }
  return false;
}
