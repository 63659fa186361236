import type { Expr } from "../../src/compiler/ir/ir.ts";
import { addDays, addMonths, orderDates } from "./calendar.ts";
import { compare, evaluate } from "./expression.ts";
import {
  addIntervals,
  divideIntervals,
  everything,
  fraction,
  greater,
  type Interval,
  lesser,
  point,
  zero,
} from "./fraction.ts";
import { asOne, countPerPeriod, mattersOf } from "./matters.ts";
import { and, inexact, intervalOf, numberValue, type Truth, truthOf, type Value } from "./value.ts";
import { cellOf, factOf, ofKind, type Scope, type Subject } from "./world.ts";

/** A member of a population or a record of a list: whether it belongs, and its figure. */
export interface Member {
  readonly belongs: Truth;
  readonly value: Interval;
}

/** The figures over a population or a list, as PopulationBody says (rank is in population.ts). */
export function total(fn: "count" | "sum" | "mean" | "max" | "min", members: readonly Member[]): Interval {
  const sure = members.filter((m) => m.belongs === true).map((m) => m.value);
  const unsure = members.filter((m) => m.belongs === undefined).map((m) => m.value);
  const all = [...sure, ...unsure];
  const lows = (of: Interval[]) => of.map((i) => i.low);
  const highs = (of: Interval[]) => of.map((i) => i.high);
  const sum = (of: Interval[]) => of.reduce(addIntervals, point(zero));
  switch (fn) {
    case "count":
      return { low: fraction(sure.length), high: fraction(all.length) };
    case "sum":
      return sum([
        ...sure,
        ...unsure.map((i) => ({ low: lesser(zero, i.low), high: greater(zero, i.high) })),
      ]);
    case "mean":
      if (sure.length === 0) return everything;
      if (unsure.length === 0) return divideIntervals(sum(sure), point(fraction(sure.length)));
      return { low: lows(all).reduce(lesser), high: highs(all).reduce(greater) };
    case "max":
      if (sure.length === 0) return everything;
      return { low: lows(sure).reduce(greater), high: highs(all).reduce(greater) };
    case "min":
      if (sure.length === 0) return everything;
      return { low: lows(all).reduce(lesser), high: highs(sure).reduce(lesser) };
  }
}

/** Months of a period; a list expects a record for each of its periods in the assessed one, or at least one. */
const MONTHS = { month: 1, quarter: 3, "half-year": 6, year: 12 } as const;

function expected(frequency: keyof typeof MONTHS | "many", assessed: keyof typeof MONTHS): number {
  return frequency === "many" ? 0 : Math.max(1, MONTHS[assessed] / MONTHS[frequency]);
}

export function aggregate(expr: Expr & { op: "aggregate" }, scope: Scope): Value {
  const { measure } = scope.world;
  const field = measure.subjects[scope.subject.kind]!.fields[expr.list]!;
  const list = scope.subject.facts[expr.list]!;
  if (field.type.kind !== "list") throw new Error("an aggregate is over a list");
  if (list.kind !== "list") return inexact(expr.type, measure.enumerations);

  const records = list.records.map((fields, index) => {
    const row: Scope = { ...scope, past: null, record: { list: expr.list, index } };
    const where = expr.where === null ? true : truthOf(evaluate(expr.where, row));
    const value = expr.value === null ? point(fraction(1)) : intervalOf(evaluate(expr.value, row));
    return { belongs: and([where, inWindow(expr, row)]), value, fields };
  });
  const absent = expected(field.type.frequency, measure.period) - list.records.length;
  if (absent > 0 && expr.missing === "not-assessed") return inexact(expr.type, measure.enumerations);
  // Nobody names periods here, so those that are absent come after all records and end or pass over nothing.
  if (expr.fn === "longest-run") {
    const longest = (holds: (t: Truth) => boolean) => {
      let best = 0;
      for (let first = 0; first < records.length; first++)
        for (let last = first; last < records.length && holds(records[last]!.belongs); last++)
          best = Math.max(best, last - first + 1);
      return fraction(best);
    };
    return numberValue({ low: longest((t) => t === true), high: longest((t) => t !== false) });
  }
  const matters = expr.once ? mattersOf(expr.once, records) : records.map((r) => [r]);
  if (matters === "unclear") return inexact(expr.type, measure.enumerations);
  if (expr.once?.atMost) return numberValue(countPerPeriod(expr.once.atMost, matters));
  const members = matters.map(asOne);
  // A period without a record that counts as zero takes part in every figure but a count.
  for (let i = 0; i < absent && expr.missing === "zero"; i++)
    if (expr.fn !== "count") members.push({ belongs: true, value: point(zero) });
  return numberValue(total(expr.fn, members));
}

/** Over the subjects of the other kind, one by one: is each linked with this one? */
export function overLinked(expr: Expr & { op: "linked" }, scope: Scope): Value {
  const { world, subject } = scope;
  const { over } = expr;
  const field =
    world.measure.subjects[over.how === "field" ? subject.kind : over.subject]!.fields[over.field]!;
  if (field.type.kind !== "link" && field.type.kind !== "links") throw new Error("not a link");
  const target = field.type.subject;
  const named = (of: Subject): readonly string[] | undefined => {
    if (field.applies !== undefined && truthOf(factOf(of, field.applies)) === false) return [];
    const fact = factOf(of, over.field);
    const ids = fact.kind === "links" ? fact.value : fact.kind === "link" ? [fact.value] : undefined;
    const there = ofKind(world, target).map((s) => s.id);
    return ids?.every((id) => there.includes(id)) ? ids : undefined;
  };
  if (over.how === "field" && named(subject) === undefined)
    return inexact(expr.type, world.measure.enumerations);
  const others = ofKind(world, over.how === "field" ? target : over.subject);
  const members = others.map((other): Member => {
    const linked =
      over.how === "field" ? named(subject)!.includes(other.id) : named(other)?.includes(subject.id);
    const where = expr.where === null ? true : truthOf(cellOf(other, expr.where));
    const value = expr.value === null ? point(fraction(1)) : intervalOf(cellOf(other, expr.value));
    return { belongs: and([linked, where]), value };
  });
  return numberValue(total(expr.fn, members));
}

/** The dates of the records an aggregate looks at; undefined while it is open which they are. */
export function daysOfRecords(
  expr: Expr & { op: "aggregate" },
  date: number,
  scope: Scope,
): readonly Value[] | undefined {
  const list = scope.subject.facts[expr.list]!;
  if (list.kind !== "list") return undefined;
  const found = list.records.map((fields, index) => {
    const row: Scope = { ...scope, past: null, record: { list: expr.list, index } };
    const where = expr.where === null ? true : truthOf(evaluate(expr.where, row));
    return { belongs: and([where, inWindow(expr, row)]), day: fields[date] as Value };
  });
  if (found.some((r) => r.belongs === undefined)) return undefined;
  return found.filter((r) => r.belongs).map((r) => r.day);
}

function inWindow(expr: Expr & { op: "aggregate" }, row: Scope): Truth {
  const { window } = expr;
  if (window === null) return true;
  const list = row.subject.facts[expr.list]!;
  const date = list.kind === "list" ? list.records[row.record!.index]![window.date]! : undefined;
  if (date?.kind !== "date") return undefined;
  const { year, month } = date.value;
  const months = MONTHS[row.world.measure.period];
  const monthNow = year * 12 + month;
  const end = row.world.year * 12 + row.world.period * months;
  if (window.kind === "this-year") return year === row.world.year && monthNow <= end;
  if (window.kind === "this-period") return end - months < monthNow && monthNow <= end;
  if (window.kind === "years") {
    const ago = row.world.year - year;
    return window.first <= ago && ago <= window.last && monthNow <= end;
  }
  if (window.kind === "since") {
    const from = evaluate(window.from, { ...row, record: null });
    return and([compare(">=", date, from), monthNow <= end]);
  }
  const last = row.world.date;
  if (last === undefined) return undefined;
  // The months end on 评定日 itself; the first day is not counted (Civil Code art. 201).
  const first = addDays(addMonths(last, -window.months), 1);
  return orderDates(first, date.value) <= 0 && orderDates(date.value, last) <= 0;
}
