import type { Band, Expr, Field, NumberType, Type } from "../../src/compiler/ir/ir.ts";
import { type Fraction, fraction, order } from "../reference/fraction.ts";
import { OPTIONS, pointIn } from "./data-model.ts";
import { date, dated } from "./date-expressions.ts";
import type { Draft, Row } from "./draft.ts";
import { past, run, yearly } from "./history-expressions.ts";
import { overLinked } from "./link-expressions.ts";
import { aggregate } from "./list-expressions.ts";
import type { Tape } from "./tape.ts";
import {
  addTypes,
  constantType,
  type Dimension,
  divideTypes,
  eitherType,
  extremeType,
  multiplyTypes,
  negateType,
  roundType,
  TRUTH,
} from "./types.ts";

/** Builds well-typed expressions for a row. `depth` bounds the nesting; at 0 only leaves are left. */

export type NumberExpr = Expr & { readonly type: NumberType };
const DIMENSIONS: readonly Dimension[] = ["分", "", "次", "元"];

export const constant = (dimension: string, value: Fraction): NumberExpr => ({
  op: "number",
  type: constantType(dimension, value),
  value,
});

const isNumber = (e: Expr): e is NumberExpr => e.type.kind === "number";

/** Every field, cell and parameter that the row can see and that `wanted` accepts, as an expression. */
export function leaves(draft: Draft, row: Row, wanted: (type: Type) => boolean): Expr[] {
  const found: Expr[] = [];
  const kind = draft.subjects[row.subject]!;
  const fields = (of: "subject" | "record", list: readonly Field[]) =>
    list.forEach((f, field) => {
      if (f.type.kind !== "list" && !f.derived && wanted(f.type))
        found.push({ op: "field", type: f.type, of, field });
    });
  const listType = row.list === null ? undefined : kind.fields[row.list]!.type;
  if (listType?.kind === "list") fields("record", draft.records[listType.record]!.fields);
  const records = draft.subjects.findIndex(
    ({ of }) => row.list !== null && of?.subject === row.subject && of.list === row.list,
  );
  for (const c of draft.cells) {
    if ((c.subject !== row.subject && c.subject !== records) || !wanted(c.type)) continue;
    found.push({ op: "cell", type: c.type, of: c.subject === records ? "record" : "subject", cell: c.id });
  }
  fields("subject", kind.fields);
  draft.parameters.forEach((p, parameter) => {
    if (wanted(p.type)) found.push({ op: "parameter", type: p.type, parameter });
  });
  if (row.list === null) found.push(...throughLinks(draft, row, wanted));
  return found;
}

/** What a link shows of the linked subject. */
function throughLinks(draft: Draft, row: Row, wanted: (type: Type) => boolean): Expr[] {
  return draft.subjects[row.subject]!.fields.flatMap((f, link) => {
    if (f.type.kind !== "link") return [];
    const other = f.type.subject;
    const fields = draft.subjects[other]!.fields.flatMap((g, field): Expr[] =>
      g.type.kind !== "list" && !g.derived && wanted(g.type)
        ? [{ op: "via", type: g.type, link, target: { op: "field", type: g.type, of: "subject", field } }]
        : [],
    );
    const cells = draft.cells
      .filter((c) => c.subject === other && wanted(c.type))
      .map((c): Expr => {
        const target: Expr = { op: "cell", type: c.type, of: "subject", cell: c.id };
        return { op: "via", type: c.type, link, target };
      });
    return [...fields, ...cells];
  });
}

export function number(draft: Draft, tape: Tape, row: Row, dimension: string, depth: number): NumberExpr {
  const same = (t: Type) => t.kind === "number" && t.dimension === dimension;
  const leaf = (): NumberExpr => {
    const found = leaves(draft, row, same).filter(isNumber);
    if (found.length === 0 || tape.chance(8))
      return constant(dimension, fraction(tape.below(13) - 2, 1 + tape.below(2)));
    return tape.pick(found);
  };
  if (depth <= 0) return leaf();
  const part = (d: string = dimension) => number(draft, tape, row, d, depth - 1);
  switch (tape.below(18)) {
    case 2:
    case 3:
    case 4: {
      const args = tape.times(2 + tape.below(2), () => part());
      return { op: "add", type: args.map((a) => a.type).reduce(addTypes), args };
    }
    case 5:
    case 6: {
      const weight = constant("", fraction(tape.pick([30, 50, 70, 10, 200, 33]), 100));
      const args = [part(), tape.chance(3) ? part("") : weight];
      return { op: "multiply", type: args.map((a) => a.type).reduce(multiplyTypes), args };
    }
    case 7: {
      const arg = part();
      return { op: "negate", type: negateType(arg.type), arg };
    }
    case 8: {
      const op = tape.pick(["min", "max"] as const);
      const args = [part(), part()];
      return { op, type: args.map((a) => a.type).reduce((a, b) => extremeType(op, a, b)), args };
    }
    case 9:
    case 10: {
      const left = part();
      const right = dimension === "" ? part() : tape.chance(2) ? part("") : constant("", fraction(3));
      return {
        op: "divide",
        type: { ...divideTypes(left.type, right.type), dimension, display: left.type.display },
        left,
        right,
      };
    }
    case 11: {
      const arg = part();
      const step = tape.pick([fraction(1), fraction(1, 100), fraction(1, 2)]);
      const mode = tape.pick(["half-up", "down", "up"] as const);
      return { op: "round", type: roundType(arg.type, step), mode, step, arg };
    }
    case 12: {
      const [condition, yes, no] = [truth(draft, tape, row, depth - 1), part(), part()];
      return { ...conditional(TRUTH, condition, yes, no), type: eitherType(yes.type, no.type) } as NumberExpr;
    }
    case 13:
      return bands(draft, tape, row, depth, () => part(), eitherType);
    case 14:
      return (
        (tape.chance(3) ? overLinked(draft, tape, row, dimension) : undefined) ??
        aggregate(draft, tape, row, dimension, depth) ??
        leaf()
      );
    case 15:
      return past(draft, tape, row, same, 2).filter(isNumber)[0] ?? leaf();
    case 16:
      return yearly(draft, tape, row, dimension) ?? leaf();
    case 17:
      return dimension === "次" ? dated(draft, tape, row) : leaf();
    default:
      return leaf();
  }
}

export function truth(draft: Draft, tape: Tape, row: Row, depth: number): Expr {
  const part = () => truth(draft, tape, row, Math.max(0, depth - 1));
  switch (depth <= 0 ? tape.below(6) : tape.below(14)) {
    case 0: {
      const found = leaves(draft, row, (t) => t.kind === "truth");
      return found.length > 0 ? tape.pick(found) : { op: "truth", type: TRUTH, value: tape.chance(2) };
    }
    case 4:
    case 5:
      return chosen(draft, tape, row);
    case 6:
    case 7:
      return {
        op: tape.pick(["and", "or"] as const),
        type: TRUTH,
        args: tape.times(2 + tape.below(2), part),
      };
    case 8:
      return { op: "not", type: TRUTH, arg: part() };
    case 9:
      return { op: "at-least", type: TRUTH, count: 1 + tape.below(3), args: tape.times(3, part) };
    case 10:
      return conditional(TRUTH, part(), part(), part());
    case 11:
      return past(draft, tape, row, (t) => t.kind === "truth", 1)[0] ?? run(draft, tape, row) ?? part();
    case 12:
      return run(draft, tape, row) ?? plainComparison(draft, tape, row);
    case 13:
      return plainComparison(draft, tape, row);
    default:
      return threshold(draft, tape, row, Math.max(0, depth - 1));
  }
}

const conditional = (type: Type, condition: Expr, yes: Expr, no: Expr): Expr => ({
  op: "if",
  type,
  condition,
  then: yes,
  otherwise: no,
});

const COMPARISONS = [">=", "<", "<=", ">", "==", "!="] as const;

/** A figure against a number near its range, or against another figure. */
function threshold(draft: Draft, tape: Tape, row: Row, depth: number): Expr {
  const dimensions = DIMENSIONS.filter(
    (d) => leaves(draft, row, (t) => t.kind === "number" && t.dimension === d).length > 0,
  );
  const dimension = tape.pick(dimensions.length > 0 ? dimensions : DIMENSIONS);
  const left = number(draft, tape, row, dimension, depth);
  const right = tape.chance(6)
    ? number(draft, tape, row, dimension, 0)
    : constant(dimension, pointIn(left.type, tape));
  return { op: "compare", type: TRUTH, cmp: tape.pick(COMPARISONS), left, right };
}

/** Choices against a member, another choice, or a list of members. */
function chosen(draft: Draft, tape: Tape, row: Row): Expr {
  const found = leaves(draft, row, (t) => t.kind === "choice");
  if (found.length === 0) return threshold(draft, tape, row, 0);
  const left = tape.pick(found);
  if (left.type.kind !== "choice") throw new Error("a choice was asked for");
  const { enumeration } = left.type;
  const { members } = draft.enumerations[enumeration]!;
  if (tape.chance(3)) {
    const listed = tape
      .some(
        members.map((_, i) => i),
        1 + tape.below(2),
      )
      .sort();
    return { op: "one-of", type: TRUTH, arg: left, members: listed };
  }
  const unordered = enumeration === OPTIONS;
  const cmp = unordered ? tape.pick(["==", "!="] as const) : tape.pick(COMPARISONS);
  const member: Expr = { op: "member", type: left.type, value: tape.below(members.length) };
  const same = found.filter((e) => e.type.kind === "choice" && e.type.enumeration === enumeration);
  return { op: "compare", type: TRUTH, cmp, left, right: tape.chance(4) ? tape.pick(same) : member };
}

/** Texts, dates and truth values. */
function plainComparison(draft: Draft, tape: Tape, row: Row): Expr {
  const named = leaves(draft, row, (t) => t.kind === "party" && !t.dated);
  if (named.length > 0 && tape.chance(4)) {
    const [left, other] = [tape.pick(named), tape.pick(named)];
    const right: Expr = tape.chance(2) ? other : { op: "text", type: { kind: "text" }, value: "张" };
    return { op: "compare", type: TRUTH, cmp: tape.pick(["==", "!="] as const), left, right };
  }
  const linked = leaves(draft, row, (t) => t.kind === "link");
  if (linked.length > 0 && tape.chance(5)) {
    const left = tape.pick(linked);
    const alike = linked.filter(({ type }) => JSON.stringify(type) === JSON.stringify(left.type));
    return {
      op: "compare",
      type: TRUTH,
      cmp: tape.pick(["==", "!="] as const),
      left,
      right: tape.pick(alike),
    };
  }
  const found = leaves(draft, row, (t) => t.kind === "text" || t.kind === "date" || t.kind === "truth");
  if (found.length === 0) return threshold(draft, tape, row, 0);
  const left = tape.pick(found);
  const { type } = left;
  const equality = tape.pick(["==", "!="] as const);
  if (type.kind === "text") {
    return { op: "compare", type: TRUTH, cmp: equality, left, right: { op: "text", type, value: "甲" } };
  }
  if (type.kind === "truth") {
    return {
      op: "compare",
      type: TRUTH,
      cmp: equality,
      left,
      right: tape.pick(found.filter((e) => e.type.kind === "truth")),
    };
  }
  const right: Expr = tape.chance(2)
    ? date(draft, tape, row)
    : { op: "date", type, value: { year: 2018, month: 6, day: 1 + tape.below(3) } };
  return { op: "compare", type: TRUTH, cmp: tape.pick(COMPARISONS), left, right };
}

/** A choice of the enumeration: a leaf, or bands, or one of two. */
export function choice(draft: Draft, tape: Tape, row: Row, enumeration: number, depth: number): Expr {
  const type: Type = { kind: "choice", enumeration };
  const wanted = (t: Type) => t.kind === "choice" && t.enumeration === enumeration;
  const count = draft.enumerations[enumeration]!.members.length;
  const member = (): Expr => ({ op: "member", type, value: tape.below(count) });
  const found = leaves(draft, row, wanted);
  const leaf = () => (found.length === 0 || tape.chance(5) ? member() : tape.pick(found));
  if (depth <= 0) return leaf();
  switch (tape.below(6)) {
    case 3: {
      const part = () => choice(draft, tape, row, enumeration, depth - 1);
      return conditional(type, truth(draft, tape, row, depth - 1), part(), part());
    }
    case 4:
      return past(draft, tape, row, wanted, 1)[0] ?? leaf();
    case 5:
      return leaf();
    default:
      return bandsOf(draft, tape, row, depth, member, type);
  }
}

function bands(
  draft: Draft,
  tape: Tape,
  row: Row,
  depth: number,
  result: () => NumberExpr,
  join: (a: NumberType, b: NumberType) => NumberType,
): NumberExpr {
  const results: NumberExpr[] = [];
  const built = bandsOf(
    draft,
    tape,
    row,
    depth,
    () => {
      const e = result();
      results.push(e);
      return e;
    },
    TRUTH,
  );
  return { ...built, type: results.map((r) => r.type).reduce(join) } as NumberExpr;
}

/**
 * Rows that touch: each bound belongs to one of its two rows. A row may be left out where `otherwise`
 * catches it, so every value finds a result.
 */
function bandsOf(
  draft: Draft,
  tape: Tape,
  row: Row,
  depth: number,
  result: () => Expr,
  type: Type,
): Expr & { op: "bands" } {
  const dimension = tape.pick(["分", "次", ""] as const);
  const arg = number(draft, tape, row, dimension, depth - 1);
  const cuts = tape.times(1 + tape.below(3), () => ({
    value: pointIn(arg.type, tape),
    below: tape.chance(2),
  }));
  cuts.sort((a, b) => order(a.value, b.value));
  const bounds = cuts.filter((c, i) => i === 0 || order(c.value, cuts[i - 1]!.value) !== 0);
  const rows = [...bounds, null].map((high, i): Band => {
    const low = bounds[i - 1];
    return {
      low: low ? { value: low.value, included: !low.below } : null,
      high: high && { value: high.value, included: high.below },
      result: result(),
      cite: draft.cite(),
      text: `第${i + 1}档`,
    };
  });
  const open = tape.chance(3);
  const left = open ? rows.filter((_, i) => i !== tape.below(rows.length)) : rows;
  return { op: "bands", type, arg, rows: left, otherwise: open ? result() : null };
}

/** A dense or coarse figure of any dimension, for ranking. */
export function anyNumber(draft: Draft, tape: Tape, row: Row, depth: number): NumberExpr {
  return number(draft, tape, row, tape.pick(["分", "次", "", "元"] as const), depth);
}
