/** Facts of a subject that could have been otherwise, the values to try, and how far each is from what it was. */
import { childrenOf } from "../compiler/ir/children.ts";
import type * as ir from "../compiler/ir/ir.ts";
import { add, compare, divide, multiply, type Rational, rational, subtract } from "../runtime/rational.ts";
import type { JsonValue } from "../runtime/result.ts";
import { written } from "./encode/facts.ts";
import { rangeOf, stepOf } from "./least-change.ts";

export interface Candidate {
  readonly field: ir.Field;
  /** Its index. */
  readonly at: number;
  readonly from: JsonValue;
  readonly steps: readonly JsonValue[];
}

/** Facts with other values that lead there. */
export interface Way {
  readonly set: readonly Candidate[];
  readonly values: readonly JsonValue[];
  readonly cost: Rational;
}

/** Values of a fact that may make a difference: its ends, and the limits that the measure compares it with. */
export function valuesToTry(measure: ir.Measure, kind: number, index: number, from: JsonValue): JsonValue[] {
  const { type, asFraction } = measure.subjects[kind]!.fields[index]!;
  switch (type.kind) {
    case "truth":
      return [true, false].filter((v) => v !== from);
    case "choice": {
      const { members } = measure.enumerations[type.enumeration]!;
      const at = members.indexOf(String(from));
      const far = (m: string) => (at < 0 ? 0 : Math.abs(members.indexOf(m) - at));
      return members.filter((m) => m !== from).sort((a, b) => far(a) - far(b));
    }
    case "number": {
      const now = numberOf(from);
      const ends = [type.low, type.high].filter((e) => e !== null);
      const far =
        now && ends.length < 2
          ? [-1000, 1000].map((n) => add(inBase(now, type, asFraction), rational(n)))
          : [];
      const values = [...ends, ...far, ...limitsOf(measure, kind, index, type)];
      return values
        .filter((v) => (!type.low || compare(v, type.low) >= 0) && (!type.high || compare(v, type.high) <= 0))
        .map((v) => outOf(v, type, asFraction));
    }
    case "text":
    case "date":
    case "party":
    case "link":
    case "links":
    case "list":
      return [];
  }
}

// ──────────────────────────────── figures ────────────────────────────────

export function numberOf(v: JsonValue): Rational | null {
  if (typeof v === "number") {
    const [whole, places = ""] = String(v).split(".");
    if (/e/i.test(String(v))) return null;
    return rational(BigInt(`${whole}${places}`), 10n ** BigInt(places.length));
  }
  if (typeof v === "object" && v !== null && "num" in v) return rational(BigInt(v.num), BigInt(v.den));
  return null;
}

/** What a report shows of a fact is in its unit. */
export const inBase = (v: Rational, type: ir.NumberType, asFraction: boolean): Rational =>
  asFraction ? v : multiply(v, type.display.factor);
export const outOf = (v: Rational, type: ir.NumberType, asFraction: boolean): JsonValue =>
  written(asFraction ? v : divide(v, type.display.factor));

export const sameValue = (a: JsonValue, b: JsonValue): boolean => {
  const [x, y] = [numberOf(a), numberOf(b)];
  return x && y ? compare(x, y) === 0 : a === b;
};

/** A figure counts by the share of its range, a level by the levels that are passed, all else as one. */
export function costOf(
  set: readonly Candidate[],
  values: readonly JsonValue[],
  measure: ir.Measure,
): Rational {
  return set.reduce((sum, c, i) => add(sum, distanceOf(c, values[i]!, measure)), rational(0));
}

function distanceOf({ field, from }: Candidate, to: JsonValue, measure: ir.Measure): Rational {
  const { type, asFraction } = field;
  const [a, b] = [numberOf(from), numberOf(to)];
  if (type.kind === "number" && a && b) {
    const by = divide(subtract(inBase(b, type, asFraction), inBase(a, type, asFraction)), rangeOf(type));
    return by.num < 0n ? subtract(rational(0), by) : by;
  }
  if (type.kind !== "choice") return rational(1);
  const { kind, members } = measure.enumerations[type.enumeration]!;
  const at = members.indexOf(String(from));
  return rational(kind === "options" || at < 0 ? 1 : Math.abs(members.indexOf(String(to)) - at));
}

/** Figures with which the measure compares a field itself, and those next to them. */
export function limitsOf(measure: ir.Measure, kind: number, field: number, type: ir.NumberType): Rational[] {
  const found: Rational[] = [];
  const step = stepOf(type);
  const see = (v: Rational): void => void found.push(v, add(v, step), subtract(v, step));
  const isIt = (e: ir.Expr): boolean => e.op === "field" && e.of === "subject" && e.field === field;
  const visit = (e: ir.Expr): void => {
    if (e.op === "compare") {
      if (isIt(e.left) && e.right.op === "number") see(e.right.value);
      if (isIt(e.right) && e.left.op === "number") see(e.left.value);
    } else if (e.op === "bands" && isIt(e.arg)) {
      for (const row of e.rows) for (const end of [row.low, row.high]) if (end) see(end.value);
    }
    if (e.op !== "via") for (const inner of childrenOf(e)) visit(inner);
  };
  for (const c of measure.cells) if (c.subject === kind && c.body.kind === "expression") visit(c.body.expr);
  return found;
}

// ──────────────────────────────── ways ────────────────────────────────

export function* subsets<T>(all: readonly T[], size: number, start = 0): Generator<readonly T[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let i = start; i <= all.length - size; i++)
    for (const rest of subsets(all, size - 1, i + 1)) yield [all[i]!, ...rest];
}

export function* product<T>(lists: readonly (readonly T[])[]): Generator<readonly T[]> {
  const [first, ...rest] = lists;
  if (!first) {
    yield [];
    return;
  }
  for (const value of first) for (const more of product(rest)) yield [value, ...more];
}
