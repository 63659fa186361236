/** Looking back: earlier results are free, up to as many years as the world has; before those nobody was assessed. */
import { childrenOf } from "../../compiler/ir/children.ts";
import type * as ir from "../../compiler/ir/ir.ts";
import { rational } from "../../runtime/rational.ts";
import type { Bool } from "../formulas/formula.ts";
import { figure, type Num } from "../formulas/numbers.ts";
import { truthOf, type Value } from "../formulas/values.ts";
import type { Encoder, Scope } from "./encoder.ts";
import { extremeOf, type Member, meanOf } from "./lists.ts";

type Looking = Extract<ir.Expr, { op: "past" | "run" | "run-length" | "over-years" }>;

/** Whether the subject has a result so many years ago. */
const hasResult = (encoder: Encoder, scope: Scope, ago: number): Bool =>
  encoder.terms.bool(`${scope.row.path}|-${ago}|在`);

export function lookBack(encoder: Encoder, e: Looking, scope: Scope): Value {
  const { years: most } = encoder.world.bounds;
  // Periods shorter than a year, and records as subjects, are found by their own numbers.
  if (most === null || scope.row.record || scope.side.measure.period !== "year" || scope.ago > 0)
    return encoder.abstract("history", e, scope);
  const { terms } = encoder;
  const present = (ago: number): Bool => (ago > most ? terms.false : hasResult(encoder, scope, ago));
  const then = (ago: number): Scope => ({ ...scope, ago });
  const holds = (ago: number): Bool => truthOf(encoder.expr(e.arg, then(ago)));
  /** Present, and every grade that is looked at was given. */
  const counts = (ago: number): Bool => terms.and(present(ago), ...gradesGiven(encoder, e.arg, then(ago)));
  switch (e.op) {
    case "past": {
      if (e.type.kind === "number") encoder.defined.push(present(e.back));
      if (e.back > most) return absent(encoder, e, scope);
      return encoder.values.pick(
        present(e.back),
        encoder.expr(e.arg, then(e.back)),
        absent(encoder, e, scope),
      );
    }
    case "run": {
      const before = (ago: number, wanted: number): Bool => {
        if (wanted === 0) return terms.true;
        if (ago > most) return terms.false;
        const without = e.gap === "skips" ? before(ago + 1, wanted) : terms.false;
        return terms.either(counts(ago), terms.and(holds(ago), before(ago + 1, wanted - 1)), without);
      };
      return { kind: "truth", is: terms.and(holds(0), before(1, e.length - 1)) };
    }
    case "run-length": {
      const { numbers } = encoder;
      const zero = figure(rational(0));
      const length = (ago: number): Num => {
        if (ago > most) return zero;
        const longer = numbers.add([figure(rational(1)), length(ago + 1)]);
        const here = numbers.pick(holds(ago), longer, zero);
        if (ago === 0) return here;
        return numbers.pick(counts(ago), here, e.gap === "skips" ? length(ago + 1) : zero);
      };
      return { kind: "number", num: length(0) };
    }
    case "over-years": {
      const last = Math.min(e.last ?? most, most);
      const years = Array.from({ length: Math.max(0, last - e.first + 1) }, (_, i) => e.first + i);
      // A year beyond the world is one without a result.
      const beyond = e.last === null ? 0 : Math.max(0, e.last - most);
      const zero = figure(rational(0));
      const members = years.map((ago): Member => {
        const here = ago === 0 ? terms.true : counts(ago);
        if (e.fn === "count") return { belongs: terms.and(here, holds(ago)), value: figure(rational(1)) };
        const value = encoder.number(e.arg, then(ago));
        const there = ago === 0 ? terms.true : present(ago);
        if (e.missing === "zero")
          return { belongs: terms.true, value: encoder.numbers.pick(there, value, zero) };
        return { belongs: there, value };
      });
      if (e.fn !== "count" && e.missing === "zero")
        for (let i = 0; i < beyond; i++) members.push({ belongs: terms.true, value: zero });
      const undefinedFigure = encoder.undefinedNumber(encoder.keyOf(e, scope), scope);
      const figureOf = (): Num => {
        if (e.fn === "count") return encoder.numbers.count(members.map((m) => m.belongs));
        if (e.fn === "sum")
          return encoder.numbers.add(members.map((m) => encoder.numbers.pick(m.belongs, m.value, zero)));
        if (e.fn === "mean") return meanOf(encoder, members, undefinedFigure);
        return extremeOf(encoder, e.fn, members, undefinedFigure);
      };
      const all = terms.and(...years.filter((y) => y > 0).map(present), terms.truth(beyond === 0));
      const known = e.fn !== "count" && e.missing === "not-assessed" ? all : terms.true;
      encoder.defined.push(known);
      return { kind: "number", num: encoder.numbers.pick(known, figureOf(), undefinedFigure) };
    }
  }
}

/** What there is where the subject had no result. */
function absent(encoder: Encoder, e: ir.Expr & { op: "past" }, scope: Scope): Value {
  switch (e.type.kind) {
    case "truth":
      return { kind: "truth", is: encoder.terms.false };
    case "choice": {
      const { length } = scope.side.measure.enumerations[e.type.enumeration]!.members;
      return encoder.values.member(null, length);
    }
    case "number":
      return { kind: "number", num: encoder.undefinedNumber(encoder.keyOf(e, scope), scope) };
    case "text":
    case "date":
    case "party":
    case "link":
    case "links":
      return encoder.free(e.type, `u${encoder.keyOf(e, scope)}`, scope);
  }
}

function gradesGiven(encoder: Encoder, e: ir.Expr, scope: Scope): Bool[] {
  if (e.op === "cell") {
    const cell = scope.side.measure.cells[e.cell]!;
    if (cell.name === null && cell.body.kind === "expression")
      return gradesGiven(encoder, cell.body.expr, scope);
    if (cell.body.kind === "grade") {
      const value = encoder.expr(e, scope);
      return value.kind === "choice" ? [value.from[0]!] : [];
    }
    return [];
  }
  return childrenOf(e).flatMap((x) => gradesGiven(encoder, x, scope));
}
