/** Expressions as code over open values: calls of the runtime's open operations, nothing clever. */
import { dayNumber } from "../../runtime/calendar.ts";
import type { Rational } from "../../runtime/rational.ts";
import { childrenOf } from "../ir/children.ts";
import type { Expr, Measure, Type } from "../ir/ir.ts";
import { bigInteger, type Code, data, integer, joined, js, text, truth } from "./fragments.ts";

export interface OpenScope {
  readonly measure: Measure;
  readonly kind: number;
  readonly list: number | null;
  /** The subject's row; records are always `q`. */
  readonly row: Code;
  readonly cite: string;
  /** In an earlier year: how fields and cells are looked up. */
  readonly past: ((expr: Extract<Expr, { op: "cell" | "field" }>) => Code) | null;
  /** Puts code at the top of the module and gives its name. */
  readonly hoist: (code: Code) => Code;
  /** As `hoist`, once for equal constants; null: written in place. */
  readonly constants: ((code: Code) => Code) | null;
}

const rationalCode = (value: Rational): Code =>
  js`R.rational(${bigInteger(value.num)}, ${bigInteger(value.den)})`;

export function openExpression(expr: Expr, scope: OpenScope): Code {
  const emit = (e: Expr): Code => openExpression(e, scope);
  const fixed = (code: Code): Code => scope.constants?.(code) ?? code;
  switch (expr.op) {
    case "number":
      return fixed(js`R.exactly(${rationalCode(expr.value)})`);
    case "truth":
      return truth(expr.value);
    case "member":
      return integer(expr.value);
    case "text":
      return text(expr.value);
    case "date":
      return integer(dayNumber(expr.value.year, expr.value.month, expr.value.day));
    case "field":
      if (scope.past) return scope.past(expr);
      return js`${expr.of === "record" ? js`q` : scope.row}.f[${integer(expr.field)}]`;
    case "cell":
      if (scope.past) return scope.past(expr);
      return js`${expr.of === "record" ? js`q` : scope.row}.c[${integer(expr.cell)}]`;
    case "parameter":
      return js`x.parameters[${integer(expr.parameter)}]`;
    case "context":
      return expr.what === "year" ? js`R.openYear(x)` : js`R.openDate(x)`;
    case "via": {
      const link = scope.measure.subjects[scope.kind]!.fields[expr.link]!.type;
      if (link.kind !== "link") throw new Error("not a link field");
      const target = { ...scope, kind: link.subject, list: null, row: js`v` };
      const value = js`(v) => ${openExpression(expr.target, target)}`;
      const { row } = scope;
      return js`R.via(x, ${row}.f[${integer(expr.link)}], ${integer(link.subject)}, ${anything(expr.type, scope.measure)}, ${value})`;
    }
    case "negate":
      return js`R.openNegate(${emit(expr.arg)})`;
    case "add":
      return js`R.openAdd(${expr.args.map(emit)})`;
    case "multiply":
      return js`R.openMultiply(${expr.args.map(emit)})`;
    case "min":
      return js`R.openLeast(${expr.args.map(emit)})`;
    case "max":
      return js`R.openGreatest(${expr.args.map(emit)})`;
    case "divide": {
      const { zero } = expr;
      const sides = js`${emit(expr.left)}, ${emit(expr.right)}`;
      if (!zero) return js`R.openDivide(${sides}, ${text(scope.cite)})`;
      const cite = scope.measure.citations[zero.cite]!.text;
      return js`R.openDivide(${sides}, ${text(cite)}, ${text(zero.kind)}, ${text(zero.name)})`;
    }
    case "round":
      return js`R.openRound(${emit(expr.arg)}, ${rationalCode(expr.step)}, ${text(expr.mode)})`;
    case "compare": {
      const sides = js`${text(expr.cmp)}, ${emit(expr.left)}, ${emit(expr.right)}`;
      if (expr.left.type.kind === "number") return js`R.compareNumbers(${sides})`;
      if (expr.left.type.kind === "party" || expr.right.type.kind === "party")
        return js`R.compareParties(${sides})`;
      return expr.left.type.kind === "choice" ? js`R.compareChoices(${sides})` : js`R.comparePlain(${sides})`;
    }
    case "one-of":
      return js`R.oneOf(${[emit(expr.arg), ...expr.members.map(integer)]})`;
    case "and":
      return js`R.and(${expr.args.map(emit)})`;
    case "or":
      return js`R.or(${expr.args.map(emit)})`;
    case "not":
      return js`R.not(${emit(expr.arg)})`;
    case "at-least":
      return js`R.atLeast(${[integer(expr.count), ...expr.args.map(emit)]})`;
    case "if": {
      const sides = [emit(expr.condition), emit(expr.then), emit(expr.otherwise)];
      return expr.type.kind === "choice" ? js`R.chooseMember(${sides})` : js`R.choose(${sides})`;
    }
    case "bands":
      return bands(expr, scope);
    case "aggregate":
      return aggregate(expr, scope);
    case "linked":
      return linked(expr, scope);
    case "past": {
      const past = scope.hoist(pastFunction(expr.arg, scope.measure, scope.kind));
      if (expr.each)
        return js`R.recordBefore(${scope.row}, x, ${stepsOf(expr, scope)}, ${integer(expr.back)}, ${text(expr.type.kind)}, ${anything(expr.type, scope.measure)}, ${past})`;
      return js`R.past(${scope.row}, x, ${integer(expr.back)}, ${text(expr.type.kind)}, ${anything(expr.type, scope.measure)}, ${past})`;
    }
    case "run": {
      const past = scope.hoist(pastFunction(expr.arg, scope.measure, scope.kind));
      if (expr.each)
        return js`R.runOfRecords(${scope.row}, x, ${stepsOf(expr, scope)}, ${integer(expr.length)}, ${text(expr.gap)}, ${past}, ${emit(expr.arg)})`;
      return js`R.run(${scope.row}, x, ${integer(expr.length)}, ${text(expr.gap)}, ${past}, ${emit(expr.arg)})`;
    }
    case "run-length": {
      if (!expr.each) return runLength(expr, scope, emit(expr.arg));
      const past = scope.hoist(pastFunction(expr.arg, scope.measure, scope.kind));
      return js`R.lengthOfRecordRun(${scope.row}, x, ${stepsOf(expr, scope)}, ${text(expr.gap)}, ${past}, ${emit(expr.arg)})`;
    }
    case "over-years":
      return overYears(expr, scope, expr.first > 0 ? js`null` : emit(expr.arg));
    case "days-between":
      return js`R.openDaysBetween(${emit(expr.from)}, ${emit(expr.to)})`;
    case "full-years":
      return js`R.openFullYears(${emit(expr.from)}, ${emit(expr.to)})`;
    case "later": {
      const day = js`R.openLater(${[emit(expr.from), ...periodOf(expr)]})`;
      return expr.workdays === undefined ? day : js`R.openWorkingDay(x, ${day}, ${integer(expr.workdays)})`;
    }
  }
}

type Asking = Pick<OpenScope, "measure" | "kind" | "row" | "hoist">;

/** The length of a run; `now` is the open truth value of this period. Both programs call it. */
export function runLength(expr: Extract<Expr, { op: "run-length" }>, scope: Asking, now: Code): Code {
  const past = scope.hoist(pastFunction(expr.arg, scope.measure, scope.kind));
  return js`R.runLength(${scope.row}, x, ${text(expr.gap)}, ${past}, ${now})`;
}

/** How one comes from a record to those before it, and what is looked at there; data of the runtime. */
function stepsOf(
  { arg }: Extract<Expr, { op: "past" | "run" | "run-length" }>,
  { measure, kind, hoist }: Asking,
): Code {
  const of = measure.subjects[kind]!.of!;
  const list = measure.subjects[of.subject]!.fields[of.list]!.type;
  if (list.kind !== "list" || of.period === null) throw new Error("records without periods");
  if (arg.op !== "cell" && arg.op !== "field") throw new Error("no value of a record");
  const grades = new Set<number>();
  const visit = (e: Expr): void => {
    if (e.op === "cell") {
      const { name, body } = measure.cells[e.cell]!;
      if (body.kind === "grade") grades.add(e.cell);
      else if (name === null && body.kind === "expression") visit(body.expr);
    } else childrenOf(e).forEach(visit);
  };
  visit(arg);
  const { subject, list: field, owner, period } = of;
  const look = arg.op === "cell" ? { cell: arg.cell } : { field: arg.field };
  return hoist(
    data({ subject, list: field, owner, period, frequency: list.frequency, look, grades: [...grades] }),
  );
}

/** A figure over years; `now` is the open value of this year, or null where it is not asked. */
export function overYears(expr: Extract<Expr, { op: "over-years" }>, scope: Asking, now: Code): Code {
  const past = scope.hoist(pastFunction(expr.arg, scope.measure, scope.kind));
  const last = expr.last === null ? js`null` : integer(expr.last);
  const years = js`${text(expr.fn)}, ${text(expr.each ?? "year")}, ${integer(expr.first)}, ${last}, ${text(expr.missing)}`;
  return js`R.overYears(${scope.row}, x, ${years}, ${past}, ${now})`;
}

/** Years, months and days of a period as code. */
export const periodOf = (e: Extract<Expr, { op: "later" }>): Code[] =>
  [e.years, e.months, e.days].map(integer);

/**
 * A function from causes to "not exact": what is seen through a link that leads nowhere, or in a year
 * nobody supplies. A declared range bounds facts, and here there may be no fact.
 */
export function anything(type: Type, measure: Measure): Code {
  switch (type.kind) {
    case "number":
      return js`R.unbounded`;
    case "choice":
      return js`R.memberOf(${integer(measure.enumerations[type.enumeration]!.members.length)})`;
    case "truth":
    case "text":
    case "date":
    case "party":
    case "link":
    case "links":
      return js`R.unknown`;
  }
}

/** An end of a range; null is infinite. */
const endCode = (end: Rational | null): Code => (end === null ? js`null` : rationalCode(end));

/** The limits of band rows as data; the runtime reads them once. */
function bandLimits(rows: Extract<Expr, { op: "bands" }>["rows"]): Code {
  const limit = (l: { readonly value: Rational; readonly included: boolean } | null) =>
    l && { value: `${l.value.num}/${l.value.den}`, included: l.included };
  return data(rows.map((r) => ({ low: limit(r.low), high: limit(r.high) })));
}

function bands(expr: Extract<Expr, { op: "bands" }>, scope: OpenScope): Code {
  const limits = js`R.bandRows(${bandLimits(expr.rows)})`;
  const rows = scope.constants?.(limits) ?? limits;
  const args = [
    rows,
    openExpression(expr.arg, scope),
    expr.otherwise === null ? js`null` : openExpression(expr.otherwise, scope),
    ...expr.rows.map((r) => openExpression(r.result, scope)),
  ];
  return expr.type.kind === "choice" ? js`R.bandMembers(${args})` : js`R.bands(${args})`;
}

function aggregate(expr: Extract<Expr, { op: "aggregate" }>, scope: OpenScope): Code {
  const within: OpenScope = { ...scope, list: expr.list, row: js`r` };
  const fn = (e: Expr | null): Code =>
    e === null ? js`null` : js`(r, q, x) => ${openExpression(e, within)}`;
  if (expr.fn === "longest-run")
    return js`R.longestRun(${scope.row}, x, ${integer(expr.list)}, ${text(expr.gap ?? "breaks")}, ${fn(expr.where)}, ${endCode(expr.type.low)}, ${endCode(expr.type.high)})`;
  const window = expr.window === null ? js`null` : windowOf(expr.window, scope);
  const args = [
    scope.row,
    js`x`,
    text(expr.fn),
    integer(expr.list),
    text(expr.missing),
    window,
    fn(expr.where),
    fn(expr.value),
    endCode(expr.type.low),
    endCode(expr.type.high),
    ...(expr.once ? [data(expr.once)] : []),
  ];
  return js`R.aggregate(${joined(args, ", ")})`;
}

/** The days of the records that an aggregate looks at. */
export function daysOf(expr: Extract<Expr, { op: "aggregate" }>, date: number, scope: OpenScope): Code {
  const within: OpenScope = { ...scope, list: expr.list, row: js`r` };
  const args = [
    js`r, x`,
    integer(expr.list),
    integer(date),
    expr.window === null ? js`null` : windowOf(expr.window, scope),
    expr.where === null ? js`null` : js`(r, q, x) => ${openExpression(expr.where, within)}`,
  ];
  return js`(r, q, x) => R.eventDays(${joined(args, ", ")})`;
}

function linked(expr: Extract<Expr, { op: "linked" }>, scope: OpenScope): Code {
  const { over } = expr;
  const field = scope.measure.subjects[over.how === "field" ? scope.kind : over.subject]!.fields[over.field]!;
  if (field.type.kind !== "link" && field.type.kind !== "links") throw new Error("not a link field");
  const members =
    over.how === "field"
      ? js`R.linkedSubjects(x, ${scope.row}.f[${integer(over.field)}], ${integer(field.type.subject)})`
      : js`R.linkingSubjects(x, ${integer(over.subject)}, ${integer(over.field)}, ${scope.row}.index)`;
  const cell = (id: number | null): Code => (id === null ? js`null` : integer(id));
  const args = [
    members,
    text(expr.fn),
    cell(expr.where),
    cell(expr.value),
    text(field.name),
    endCode(expr.type.low),
    endCode(expr.type.high),
  ];
  return js`R.overLinked(${joined(args, ", ")})`;
}

function windowOf(window: NonNullable<Extract<Expr, { op: "aggregate" }>["window"]>, scope: OpenScope): Code {
  const date = integer(window.date);
  switch (window.kind) {
    case "this-year":
      return js`{ date: ${date}, years: [0, 0] }`;
    case "this-period":
      return js`{ date: ${date}, period: true }`;
    case "months":
      return js`{ date: ${date}, months: ${integer(window.months)} }`;
    case "years":
      return js`{ date: ${date}, years: [${integer(window.first)}, ${integer(window.last)}] }`;
    case "since":
      return js`{ date: ${date}, since: ${openExpression(window.from, scope)} }`;
  }
}

// ───────────────────────────── earlier years ─────────────────────────────

type Reference = Extract<Expr, { op: "cell" | "field" }>;

export function pastFunction(expr: Expr, measure: Measure, kind: number): Code {
  const yearly = new Set<string>();
  let only = true;
  const scope: OpenScope = {
    measure,
    kind,
    list: null,
    row: js`h`,
    cite: "",
    past: (e) => {
      const field = e.op === "field" ? measure.subjects[kind]!.fields[e.field]! : null;
      const named = field !== null || measure.cells[(e as { cell: number }).cell]!.name !== null;
      if (field?.yearly) yearly.add(field.name);
      else if (named) only = false;
      return pastReference(e, scope);
    },
    hoist: () => {
      throw new Error("a past value asks for an earlier one");
    },
    constants: null,
  };
  const evaluate = js`(h, x) => ${openExpression(expr, scope)}`;
  if (yearly.size === 0) return evaluate;
  return js`R.ofYears(${data([...yearly])}, ${truth(only)}, ${evaluate})`;
}

function pastReference(expr: Reference, scope: OpenScope): Code {
  const { measure } = scope;
  let name: string | null;
  let type: Type;
  let isGrade = false;
  if (expr.op === "cell") {
    const cell = measure.cells[expr.cell]!;
    // Conditions have no name in a result; what they say is found again from their parts.
    if (cell.name === null && cell.body.kind === "expression") return openExpression(cell.body.expr, scope);
    ({ name, type } = cell);
    isGrade = cell.body.kind === "grade";
  } else {
    const field = measure.subjects[scope.kind]!.fields[expr.field]!;
    if (field.type.kind === "list") throw new Error("a list has no past");
    ({ name, type } = { name: field.name, type: field.type });
  }
  const label = text(name ?? "");
  switch (type.kind) {
    case "number":
      return js`h.number(${label}, ${rationalCode(type.display.factor)})`;
    case "truth":
      return js`h.truth(${label})`;
    case "choice":
      return isGrade
        ? js`h.grade(${label}, ${integer(type.enumeration)})`
        : js`h.choice(${label}, ${integer(type.enumeration)})`;
    case "text":
    case "date":
    case "party":
      return js`h.plain(${label}, ${text(type.kind)})`;
    case "link":
      // Earlier results keep the id.
      return js`h.plain(${label}, "text")`;
    case "links":
      throw new Error("several subjects have no past");
  }
}
