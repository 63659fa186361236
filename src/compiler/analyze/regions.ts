import { add, compare, divide, equal, type Rational, rational, subtract } from "../../runtime/rational.ts";
import type * as ir from "../ir/ir.ts";
import { structuralKey } from "../ir/structural-key.ts";
import { type Axis, type Box, gapBoxes, IMPOSSIBLE, LEFT_OUT } from "./gap-boxes.ts";

/**
 * Are conditions exclusive, and do they cover everything? Each condition depends on what it looks at only
 * through finitely many regions (below 60, exactly 60, between 60 and 70 …; each option; true or false), so
 * trying one value from every combination of regions decides it. What a value can be is taken from its
 * declared type; two values are treated as independent, which may find an overlap that related values never
 * reach, but never misses one. A value held against another one (an open limit) has three regions: below it, equal,
 * above; what the ranges and the declared order of the limits exclude is left out.
 */

export type RegionFinding =
  | {
      readonly kind: "gap";
      /** Each names only what it depends on. */
      readonly cases: readonly Assignment[];
      /** Whether these are all. */
      readonly whole: boolean;
    }
  | { readonly kind: "overlap"; readonly first: number; readonly second: number; readonly at: Assignment }
  | { readonly kind: "too-many" };

/** Values of the things the conditions look at, with their display names left to the caller. */
export type Assignment = ReadonlyMap<
  string,
  {
    readonly expr: ir.Expr;
    readonly value: Value;
    /** Other values with which it is the same case. */
    readonly also?: readonly Value[];
  }
>;
export type Value = Rational | boolean | number;

/** Two numbers held against each other: the sign of the first less the second is what is tried. */
type Pair = Extract<ir.Expr, { op: "compare" }>;

const LIMIT = 50_000;

/** Of more cases and pairs than these nobody reads. */
const MOST_GAPS = 8;
const MOST_PAIRS = 100;

/**
 * @param risesTo whether one parameter is declared to lie below another
 * @param expand the expression behind an unnamed truth cell, or null when it must stay as it is
 */
export function checkRegions(
  conditions: readonly ir.Expr[],
  enumerations: readonly ir.Enumeration[],
  expand: (cell: number) => ir.Expr | null,
  risesTo: (lower: number, higher: number) => boolean = () => false,
): RegionFinding[] {
  const opened = conditions.map((c) => open(c, expand));
  const variables = new Map<string, { expr: ir.Expr; constants: Rational[] }>();
  for (const c of opened) collect(c, variables);
  const domains = [...variables].map(([key, v]) => ({
    key,
    expr: v.expr,
    values: isPair(v.expr) ? SIGNS : valuesOf(v.expr.type, v.constants, enumerations),
  }));
  const pairs = domains.flatMap((d) => (isPair(d.expr) ? [{ key: d.key, expr: d.expr }] : []));
  const size = domains.reduce((n, d) => n * d.values.length, 1);
  if (size > LIMIT) return [{ kind: "too-many" }];

  const overlaps = new Map<string, RegionFinding>();
  const became = new Uint8Array(size);
  const current = new Map<string, { expr: ir.Expr; value: Value }>();
  const visit = (i: number, place: number): void => {
    if (i < domains.length) {
      const d = domains[i]!;
      for (const [k, value] of d.values.entries()) {
        current.set(d.key, { expr: d.expr, value });
        visit(i + 1, place * d.values.length + k);
      }
      return;
    }
    if (!possible(pairs, current, risesTo)) {
      became[place] = IMPOSSIBLE;
      return;
    }
    const holding = opened.flatMap((c, index) => (holds(c, current) ? [index] : []));
    if (holding.length === 0) became[place] = LEFT_OUT;
    for (const [i, first] of holding.entries())
      for (const second of holding.slice(i + 1)) {
        if (overlaps.size >= MOST_PAIRS) return;
        const key = `${first}/${second}`;
        if (!overlaps.has(key)) overlaps.set(key, { kind: "overlap", first, second, at: new Map(current) });
      }
  };
  visit(0, 0);
  const { boxes, whole } = gapBoxes(domains.map(axisOf), became, MOST_GAPS);
  const cases = boxes.map(({ values }) => caseOf(domains, values));
  return [...(cases.length > 0 ? [{ kind: "gap", cases, whole } as const] : []), ...overlaps.values()];
}

interface Domain {
  readonly key: string;
  readonly expr: ir.Expr;
  readonly values: readonly Value[];
}

const axisOf = ({ expr, values }: Domain): Axis => ({
  size: values.length,
  ascending: isPair(expr)
    ? values.map((_, i) => i)
    : expr.type.kind === "number"
      ? values.map((_, i) => i).sort((a, b) => compare(values[a] as Rational, values[b] as Rational))
      : null,
});

/** Of numbers one value stands for its neighbours; of options all are named. Where anything goes, one value of each. */
function caseOf(domains: readonly Domain[], box: Box["values"]): Assignment {
  const anything = box.every((set) => set === null);
  return new Map(
    domains.flatMap(({ key, expr, values }, i) => {
      const set = anything ? [0] : box[i];
      if (!set) return [];
      const [value, ...also] = set.map((k) => values[k]!);
      return [[key, { expr, value: value!, ...(expr.type.kind === "choice" && { also }) }] as const];
    }),
  );
}

const SIGNS: readonly number[] = [-1, 0, 1];

const isPair = (e: ir.Expr): e is Pair =>
  e.op === "compare" &&
  e.left.type.kind === "number" &&
  e.right.type.kind === "number" &&
  e.right.op !== "number";

const pairKey = (e: Pair): string => `sign ${structuralKey(e.left)} ${structuralKey(e.right)}`;

/** Whether the values can be so together, as far as ranges and the declared order of limits tell. */
function possible(
  pairs: readonly { readonly key: string; readonly expr: Pair }[],
  at: Assignment,
  risesTo: (lower: number, higher: number) => boolean,
): boolean {
  const signs = pairs.map(({ key, expr }) => {
    const left = structuralKey(expr.left);
    return { left, right: expr.right, sign: at.get(key)!.value as number, value: at.get(left)?.value };
  });
  return signs.every(({ left, right, sign, value }) => {
    const { low, high } = right.type as ir.NumberType;
    if (value !== undefined) {
      // Below the least that the limit can be, and above the most.
      if (
        low &&
        compare(value as Rational, low) <= 0 &&
        sign > (compare(value as Rational, low) < 0 ? -1 : 0)
      )
        return false;
      if (
        high &&
        compare(value as Rational, high) >= 0 &&
        sign < (compare(value as Rational, high) > 0 ? 1 : 0)
      )
        return false;
    }
    return signs.every(
      (o) =>
        !(
          o.left === left &&
          right.op === "parameter" &&
          o.right.op === "parameter" &&
          risesTo(right.parameter, o.right.parameter) &&
          sign <= 0 &&
          o.sign >= 0
        ),
    );
  });
}

/** Replaces unnamed truth cells by what they compute. */
function open(e: ir.Expr, expand: (cell: number) => ir.Expr | null): ir.Expr {
  switch (e.op) {
    case "cell": {
      const inner = e.type.kind === "truth" ? expand(e.cell) : null;
      return inner ? open(inner, expand) : e;
    }
    case "and":
    case "or":
    case "at-least":
      return { ...e, args: e.args.map((a) => open(a, expand)) };
    case "not":
      return { ...e, arg: open(e.arg, expand) };
    case "number":
    case "truth":
    case "member":
    case "text":
    case "date":
    case "field":
    case "parameter":
    case "context":
    case "via":
    case "negate":
    case "add":
    case "multiply":
    case "min":
    case "max":
    case "divide":
    case "round":
    case "compare":
    case "one-of":
    case "if":
    case "bands":
    case "aggregate":
    case "linked":
    case "past":
    case "run":
    case "run-length":
    case "over-years":
    case "days-between":
    case "full-years":
    case "later":
      return e;
  }
}

function collect(e: ir.Expr, into: Map<string, { expr: ir.Expr; constants: Rational[] }>): void {
  const look = (x: ir.Expr, constant?: Rational) => {
    const key = structuralKey(x);
    const known = into.get(key) ?? { expr: x, constants: [] };
    if (constant && !known.constants.some((c) => equal(c, constant))) known.constants.push(constant);
    into.set(key, known);
  };
  switch (e.op) {
    case "truth":
      return;
    case "and":
    case "or":
    case "at-least":
      for (const a of e.args) collect(a, into);
      return;
    case "not":
      collect(e.arg, into);
      return;
    case "one-of":
      look(e.arg);
      return;
    case "compare":
      if (e.right.op === "number") look(e.left, e.right.value);
      else if (e.right.op === "member") look(e.left);
      else if (isPair(e)) {
        into.set(pairKey(e), { expr: e, constants: [] });
        const { low, high } = e.right.type as ir.NumberType;
        for (const end of [low, high]) if (end && e.right.op === "parameter") look(e.left, end);
      } else look(e); // two values against each other: a truth value of its own
      return;
    case "number":
    case "member":
    case "text":
    case "date":
    case "field":
    case "cell":
    case "parameter":
    case "context":
    case "via":
    case "negate":
    case "add":
    case "multiply":
    case "min":
    case "max":
    case "divide":
    case "round":
    case "if":
    case "bands":
    case "aggregate":
    case "linked":
    case "past":
    case "run":
    case "run-length":
    case "over-years":
    case "days-between":
    case "full-years":
    case "later":
      look(e);
      return;
  }
}

/** One value of every region: the constants, and something between and beyond them, that the type allows. */
function valuesOf(
  type: ir.Type,
  constants: readonly Rational[],
  enumerations: readonly ir.Enumeration[],
): Value[] {
  if (type.kind === "truth") return [false, true];
  if (type.kind === "choice") return enumerations[type.enumeration]!.members.map((_, i) => i);
  if (type.kind !== "number") return [false, true];
  const sorted = [...constants].sort(compare);
  const step = type.step ?? null;
  const candidates: Rational[] = [];
  const beside = (at: Rational, sign: 1 | -1): Rational =>
    step ? (sign > 0 ? add(at, step) : subtract(at, step)) : add(at, rational(sign));
  if (type.low) candidates.push(type.low);
  else if (sorted[0]) candidates.push(beside(sorted[0], -1));
  for (const [i, c] of sorted.entries()) {
    candidates.push(c);
    const next = sorted[i + 1];
    if (next) candidates.push(step ? beside(c, 1) : divide(add(c, next), rational(2)));
  }
  if (type.high) candidates.push(type.high);
  else if (sorted.length > 0) candidates.push(beside(sorted.at(-1)!, 1));
  if (sorted[0] && type.low && compare(type.low, sorted[0]) < 0)
    candidates.push(step ? beside(sorted[0], -1) : divide(add(type.low, sorted[0]), rational(2)));
  const last = sorted.at(-1);
  if (last && type.high && compare(last, type.high) < 0)
    candidates.push(step ? beside(last, 1) : divide(add(last, type.high), rational(2)));
  const allowed = candidates.filter(
    (c) =>
      (type.low === null || compare(c, type.low) >= 0) &&
      (type.high === null || compare(c, type.high) <= 0) &&
      (step === null || divide(c, step).den === 1n),
  );
  return allowed.filter((c, i) => allowed.findIndex((d) => equal(c, d)) === i);
}

function holds(e: ir.Expr, at: Assignment): boolean {
  const value = (x: ir.Expr): Value => at.get(structuralKey(x))!.value;
  switch (e.op) {
    case "truth":
      return e.value;
    case "and":
      return e.args.every((a) => holds(a, at));
    case "or":
      return e.args.some((a) => holds(a, at));
    case "at-least":
      return e.args.filter((a) => holds(a, at)).length >= e.count;
    case "not":
      return !holds(e.arg, at);
    case "one-of":
      return e.members.includes(value(e.arg) as number);
    case "compare": {
      if (e.right.op === "number") return meets(compare(value(e.left) as Rational, e.right.value), e.cmp);
      if (e.right.op === "member") return meets(Math.sign((value(e.left) as number) - e.right.value), e.cmp);
      if (isPair(e)) return meets(at.get(pairKey(e))!.value as number, e.cmp);
      return value(e) as boolean;
    }
    case "number":
    case "member":
    case "text":
    case "date":
    case "field":
    case "cell":
    case "parameter":
    case "context":
    case "via":
    case "negate":
    case "add":
    case "multiply":
    case "min":
    case "max":
    case "divide":
    case "round":
    case "if":
    case "bands":
    case "aggregate":
    case "linked":
    case "past":
    case "run":
    case "run-length":
    case "over-years":
    case "days-between":
    case "full-years":
    case "later":
      return value(e) === true;
  }
}

/** Whether two values meet a comparison; `order` is negative, 0 or positive, as the left one is less, equal or greater. */
export function meets(order: number, cmp: "<" | "<=" | ">" | ">=" | "==" | "!="): boolean {
  switch (cmp) {
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
    case "==":
      return order === 0;
    case "!=":
      return order !== 0;
  }
}
