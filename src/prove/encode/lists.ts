/** Figures over the records of a list: one record for each of its periods, or as many as the world has. */
import type * as ir from "../../compiler/ir/ir.ts";
import { dayNumber } from "../../runtime/calendar.ts";
import { rational, ZERO } from "../../runtime/rational.ts";
import type { Bool } from "../formulas/formula.ts";
import { minus, whole } from "../formulas/linear.ts";
import { type Among, figure, linear, type Num } from "../formulas/numbers.ts";
import { dayOf, type Value } from "../formulas/values.ts";
import type { Encoder, Scope } from "./encoder.ts";

/** A record, a subject or a year: whether it belongs, and its figure. */
export type Member = Among;

const MONTHS = { month: 1, quarter: 3, "half-year": 6, year: 12 } as const;

/** How many records a list has at most. */
export function lengthOf(type: ir.ListType, period: ir.Measure["period"], records: number): number {
  return type.frequency === "many" ? records : Math.max(1, MONTHS[period] / MONTHS[type.frequency]);
}

/** How many periods of a list lie in the year before the assessed period. */
export function periodsBefore(
  frequency: keyof typeof MONTHS,
  assessed: ir.Measure["period"],
  period: number,
): number {
  return Math.floor(((period - 1) * MONTHS[assessed]) / MONTHS[frequency]);
}

/** The records of a list in a bounded world; any of them may be missing. */
export function recordsOf(encoder: Encoder, scope: Scope, list: number): { path: string; present: Bool }[] {
  const { measure } = scope.side;
  const field = measure.subjects[scope.kind]!.fields[list]!;
  if (field.type.kind !== "list") throw new Error("a list is expected");
  const { terms, numbers } = encoder;
  const all = Array.from(
    { length: lengthOf(field.type, measure.period, encoder.world.bounds.records ?? 0) },
    (_, at) => {
      const path = `${scope.row.path}/${field.name}/${at + 1}`;
      return { path, present: terms.bool(`${path}|在`) };
    },
  );
  // Records without periods have no places of their own: those that are there come first.
  if (field.type.frequency === "many")
    for (const [i, r] of all.entries())
      if (i > 0) numbers.conditions.push(terms.or(terms.not(r.present), all[i - 1]!.present));
  return all;
}

export function aggregate(encoder: Encoder, e: ir.Expr & { op: "aggregate" }, scope: Scope): Value {
  const { terms, numbers } = encoder;
  if (encoder.world.bounds.records === null || e.once?.atMost || scope.ago > 0)
    return encoder.abstract("list", e, scope);
  if (e.window?.kind === "months") return encoder.abstract("date", e, scope);
  const records = recordsOf(encoder, scope, e.list);
  const inside = records.map((r, at): Scope => ({ ...scope, record: { list: e.list, path: r.path, at } }));
  const members = records.map((r, at): Member => {
    const where = e.where ? encoder.truth(e.where, inside[at]!) : terms.true;
    const value = e.value ? encoder.number(e.value, inside[at]!) : figure(rational(1));
    return { belongs: terms.and(r.present, where, inWindow(encoder, e, inside[at]!, scope)), value };
  });
  const undefinedFigure = encoder.undefinedNumber(encoder.keyOf(e, scope), scope);
  const field = scope.side.measure.subjects[scope.kind]!.fields[e.list]!;
  const periodic = field.type.kind === "list" && field.type.frequency !== "many";
  const zero = figure(ZERO);

  const counted = e.once ? oncePerMatter(encoder, e, members, inside) : members;
  if (periodic && e.missing === "zero" && e.fn !== "count")
    for (const r of records) counted.push({ belongs: terms.not(r.present), value: zero });
  const figureOf = (): Num => {
    switch (e.fn) {
      case "count":
        return numbers.count(counted.map((m) => m.belongs));
      case "sum":
        return numbers.add(counted.map((m) => numbers.pick(m.belongs, m.value, zero)));
      case "mean":
        return meanOf(encoder, counted, undefinedFigure);
      case "max":
      case "min":
        return extremeOf(encoder, e.fn, counted, undefinedFigure);
      case "longest-run":
        return longestRun(
          encoder,
          records.map((r, i) => ({ there: r.present, holds: members[i]!.belongs })),
          e.gap ?? "breaks",
        );
    }
  };
  const complete = terms.and(...records.map((r) => r.present));
  const known = periodic && e.missing === "not-assessed" ? complete : terms.true;
  encoder.defined.push(known);
  return { kind: "number", num: numbers.pick(known, figureOf(), undefinedFigure) };
}

/** Of records that belong and agree in what makes a matter, the first counts, with the highest value of them. */
function oncePerMatter(
  encoder: Encoder,
  e: ir.Expr & { op: "aggregate" },
  members: readonly Member[],
  inside: readonly Scope[],
): Member[] {
  const { terms, numbers, values } = encoder;
  const { same } = e.once!;
  const { measure } = inside[0]!.side;
  const list = measure.subjects[inside[0]!.kind]!.fields[e.list]!.type;
  const fieldOf = (field: number, scope: Scope): Value => {
    const { type } = measure.records[list.kind === "list" ? list.record : 0]!.fields[field]!;
    if (type.kind === "list") throw new Error("a record holds no lists");
    return encoder.expr({ op: "field", type, of: "record", field }, scope);
  };
  const agree = (i: number, j: number): Bool =>
    same.length === 0
      ? terms.false
      : terms.and(...same.map((f) => values.same(fieldOf(f, inside[i]!), fieldOf(f, inside[j]!))));
  return members.map((m, i) => {
    const before = members.slice(0, i).map((o, j) => terms.and(o.belongs, agree(i, j)));
    const later = members.flatMap((o, j) =>
      j > i ? [{ belongs: terms.and(o.belongs, agree(i, j)), value: o.value }] : [],
    );
    const value = numbers.extreme("max", [{ belongs: terms.true, value: m.value }, ...later], m.value);
    return { belongs: terms.and(m.belongs, ...before.map((b) => terms.not(b))), value };
  });
}

export function meanOf(encoder: Encoder, members: readonly Member[], nobody: Num): Num {
  const { terms, numbers } = encoder;
  encoder.defined.push(terms.or(...members.map((m) => m.belongs)));
  const zero = figure(ZERO);
  const sum = numbers.add(members.map((m) => numbers.pick(m.belongs, m.value, zero)));
  const sure = members.filter((m) => m.belongs === terms.true).length;
  if (sure === members.length && sure > 0) return numbers.scale(sum, rational(1, sure));
  const count = numbers.count(members.map((m) => m.belongs));
  // By how many there are: so nothing is divided by a free number.
  return members.reduce<Num>((rest, _, i) => {
    const size = i + 1;
    const is = numbers.compare("==", count, figure(rational(size)));
    return numbers.pick(is, numbers.scale(sum, rational(1, size)), rest);
  }, nobody);
}

export function extremeOf(encoder: Encoder, fn: "max" | "min", members: readonly Member[], nobody: Num): Num {
  encoder.defined.push(encoder.terms.or(...members.map((m) => m.belongs)));
  return encoder.numbers.extreme(fn, members, nobody);
}

function longestRun(
  encoder: Encoder,
  records: readonly { readonly there: Bool; readonly holds: Bool }[],
  gap: "breaks" | "skips",
): Num {
  const { numbers, terms } = encoder;
  const one = figure(rational(1));
  const zero = figure(ZERO);
  let current: Num = zero;
  const lengths: Num[] = [zero];
  for (const r of records) {
    const next = numbers.pick(r.holds, linear(numbers.flat(numbers.add([current, one]))), zero);
    current = numbers.pick(terms.or(r.there, terms.truth(gap === "breaks")), next, current);
    lengths.push(current);
  }
  return numbers.extreme(
    "max",
    lengths.map((value) => ({ belongs: terms.true, value })),
    zero,
  );
}

function inWindow(encoder: Encoder, e: ir.Expr & { op: "aggregate" }, record: Scope, subject: Scope): Bool {
  const { terms } = encoder;
  const { window } = e;
  if (!window) return terms.true;
  const date = dayOf(
    encoder.expr({ op: "field", type: { kind: "date" }, of: "record", field: window.date }, record),
  );
  const { year, period } = encoder.world;
  const months = MONTHS[subject.side.measure.period];
  const firstOf = (y: number, month: number) => dayNumber(y + Math.floor(month / 12), (month % 12) + 1, 1);
  const end = firstOf(year, period * months);
  const since = (day: number) => terms.atLeastZero(minus(date, whole(day)));
  const until = terms.aboveZero(minus(whole(end), date));
  switch (window.kind) {
    case "this-year":
      return terms.and(since(firstOf(year, 0)), until);
    case "this-period":
      return terms.and(since(firstOf(year, (period - 1) * months)), until);
    case "years": {
      const before = terms.aboveZero(minus(whole(firstOf(year - window.first + 1, 0)), date));
      return terms.and(since(firstOf(year - window.last, 0)), before, until);
    }
    case "since":
      return terms.and(terms.atLeastZero(minus(date, dayOf(encoder.expr(window.from, subject)))), until);
    case "months":
      throw new Error("a window of months is not gone into");
  }
}
