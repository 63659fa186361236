import { compare, divide, floor, multiply, type Rational, rational } from "../../runtime/rational.ts";
import type { End, Norm, NormRow } from "./norm.ts";

/**
 * How one expression stands to another on every subject: 0 the same, +1 never less, −1 never more, null: not seen.
 * A truth value is less when it is false, a choice when it is lower on its scale. So a wider condition is +1.
 */
export type Relation = 0 | 1 | -1 | null;

export const flip = (r: Relation): Relation => (r === null || r === 0 ? r : r === 1 ? -1 : 1);
export const both = (a: Relation, b: Relation): Relation =>
  a === null || b === null ? null : a === 0 ? b : b === 0 || a === b ? a : null;

const fromSign = (n: number): Relation => (n === 0 ? 0 : n > 0 ? 1 : -1);

export function relate(a: Norm, b: Norm): Relation {
  if (a.id === b.id) return 0;
  if (a.op === "number" && b.op === "number") return fromSign(compare(b.value!, a.value!));
  if (a.op === "truth" && b.op === "truth") return a.data === "true" ? -1 : 1;
  if (a.op === "member" && b.op === "member" && a.value && b.value)
    return fromSign(compare(b.value, a.value));
  const list = (["or", "and", "add", "min", "max"] as const).find((op) => a.op === op || b.op === op);
  if (list !== undefined) return relateLists(list, parts(list, a), parts(list, b));
  if (isTest(a) && isTest(b)) return relateTests(a, b);
  if (a.op !== b.op) return relateIf(a, b);
  return relateSame(a, b);
}

const parts = (op: string, n: Norm): readonly Norm[] => (n.op === op ? n.args : [n]);

/** Operands in no order: those of both are left aside, of the others one more or one less is told by the operation. */
function relateLists(
  op: "or" | "and" | "add" | "min" | "max",
  a: readonly Norm[],
  b: readonly Norm[],
): Relation {
  const [gone, come] = [without(a, b), without(b, a)];
  let total: Relation = 0;
  // Those that stand in a relation are the same operand, changed.
  for (const x of [...gone]) {
    const at = come.findIndex((y) => relate(x, y) !== null);
    if (at < 0) continue;
    total = both(total, relate(x, come[at]!));
    come.splice(at, 1);
    gone.splice(gone.indexOf(x), 1);
  }
  for (const y of come) total = both(total, more(op, y));
  for (const x of gone) total = both(total, flip(more(op, x)));
  return total;
}

function without(a: readonly Norm[], b: readonly Norm[]): Norm[] {
  const left = b.map((n) => n.id);
  return a.filter((n) => {
    const at = left.indexOf(n.id);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function more(op: "or" | "and" | "add" | "min" | "max", operand: Norm): Relation {
  if (op !== "add") return op === "or" || op === "max" ? 1 : -1;
  return signOf(operand);
}

/** +1: never negative; −1: never positive. */
export function signOf(n: Norm): Relation {
  const { low, high } = n.range ?? { low: null, high: null };
  if (low && low.num >= 0n) return high && high.num === 0n ? 0 : 1;
  return high && high.num <= 0n ? -1 : null;
}

// ─────────────────────── comparisons with a constant ───────────────────────

const isTest = (n: Norm): boolean => n.op === "le" || n.op === "lt";

function relateTests(a: Norm, b: Norm): Relation {
  const [al, ar] = a.args as [Norm, Norm];
  const [bl, br] = b.args as [Norm, Norm];
  if (ar.value && br.value && al.id === bl.id) {
    const steps = [al.step ?? null, bl.step ?? null];
    return sameOr(steps, (s) =>
      fromSign(compareEnds(upper(br.value!, b.op === "le", s), upper(ar.value!, a.op === "le", s))),
    );
  }
  if (al.value && bl.value && ar.id === br.id) {
    const steps = [ar.step ?? null, br.step ?? null];
    return sameOr(steps, (s) =>
      fromSign(-compareEnds(lower(bl.value!, b.op === "le", s), lower(al.value!, a.op === "le", s))),
    );
  }
  const sides = both(flip(relate(al, bl)), relate(ar, br));
  return a.op === b.op ? sides : both(sides, a.op === "lt" ? 1 : -1);
}

/** Where the versions take the figure at different steps, data valid for both satisfy either. */
function sameOr(steps: readonly (Rational | null)[], of: (step: Rational | null) => Relation): Relation {
  const found = steps.map(of);
  return found.includes(0) ? 0 : (found[0] ?? null);
}

interface Bound {
  readonly value: Rational;
  /** A little more (+1) or less (−1) than the value. */
  readonly beside: number;
}
const compareEnds = (a: Bound, b: Bound): number => compare(a.value, b.value) || a.beside - b.beside;

const down = (v: Rational, s: Rational): Rational => multiply({ num: floor(divide(v, s)), den: 1n }, s);
const minus = (v: Rational): Rational => ({ num: -v.num, den: v.den });
const plus = (a: Rational, b: Rational): Rational => rational(a.num * b.den + b.num * a.den, a.den * b.den);
const up = (v: Rational, s: Rational): Rational => minus(down(minus(v), s));

/** The greatest value allowed. */
function upper(value: Rational, included: boolean, step: Rational | null): Bound {
  if (step === null) return { value, beside: included ? 0 : -1 };
  return { value: included ? down(value, step) : plus(up(value, step), minus(step)), beside: 0 };
}

/** The least value allowed. */
function lower(value: Rational, included: boolean, step: Rational | null): Bound {
  if (step === null) return { value, beside: included ? 0 : 1 };
  return { value: included ? up(value, step) : plus(down(value, step), step), beside: 0 };
}

// ───────────────────────────── other forms ─────────────────────────────

/** How the operations that have a fixed number of operands follow them: +1 rises, −1 falls, 0 not known. */
const SIGNS: Readonly<Record<string, readonly (1 | -1 | 0)[]>> = {
  not: [-1],
  round: [1],
  via: [1],
  past: [1],
  "run-length": [1],
  "years count": [1],
  "years sum": [1],
  "years mean": [1],
  "years max": [1],
  "years min": [1],
  "over count": [1, 1],
  "over longest-run": [1, 1],
  "over mean": [1, 0],
  "over max": [1, 0],
  "over min": [1, 0],
  "linked count": [1, 1],
  "linked mean": [1, 0],
  "linked max": [1, 0],
  "linked min": [1, 0],
  run: [-1, 1],
  "full-years": [-1, 1],
  "days-between": [-1, 1],
  later: [1],
  places: [1],
  share: [1, 0],
  if: [0, 1, 1],
};

function signs(n: Norm): readonly (1 | -1 | 0)[] {
  if (n.op === "divide") {
    const [left, right] = n.args as [Norm, Norm];
    const by = product([right]);
    return [by, by === 1 && product([left]) === 1 ? -1 : 0];
  }
  // More records make a sum larger only where none is negative.
  if (n.op === "over sum" || n.op === "linked sum") return [1, signOf(n.args[0]!) === 1 ? 1 : 0];
  return SIGNS[n.op] ?? n.args.map(() => 0);
}

function product(factors: readonly Norm[]): 1 | -1 | 0 {
  let sign: 1 | -1 | 0 = 1;
  for (const f of factors) {
    const s = signOf(f);
    if (s === null || s === 0) return 0;
    if (s === -1) sign = sign === 1 ? -1 : 1;
  }
  return sign;
}

function relateSame(a: Norm, b: Norm): Relation {
  if (a.op === "in") return relateSets(a, b);
  if (a.op === "bands") return relateBands(a, b);
  if (a.op === "at-least") {
    const count = fromSign(compare(a.value!, b.value!));
    return both(count, relateLists("or", a.args, b.args));
  }
  if (a.data !== b.data || a.args.length !== b.args.length) return null;
  if (a.op === "multiply") return relateProducts(a, b);
  const [sa, sb] = [signs(a), signs(b)];
  let total: Relation = 0;
  for (const [i, x] of a.args.entries()) {
    const r = relate(x, b.args[i]!);
    if (r === 0) continue;
    const sign = sa[i] === sb[i] ? sa[i]! : 0;
    total = both(total, r === null || sign === 0 ? null : sign === 1 ? r : flip(r));
  }
  return total;
}

/** Factors stand in no order, so the one that differs has to be found first. */
function relateProducts(a: Norm, b: Norm): Relation {
  const [gone, come] = [without(a.args, b.args), without(b.args, a.args)];
  if (gone.length !== 1 || come.length !== 1) return null;
  const others = product(without(a.args, gone));
  const r = relate(gone[0]!, come[0]!);
  return others === 0 ? null : others === 1 ? r : flip(r);
}

function relateSets(a: Norm, b: Norm): Relation {
  if (!a.members || !b.members || a.args[0]!.id !== b.args[0]!.id) return null;
  // A level put in between changes nothing for those that were there before.
  const shared = a.universe && b.universe ? a.universe.filter((m) => b.universe!.includes(m)) : null;
  const set = (n: Norm) => (shared ? n.members!.filter((m) => shared.includes(m)) : n.members!);
  const [x, y] = [set(a), set(b)];
  const wider = x.every((m) => y.includes(m));
  const narrower = y.every((m) => x.includes(m));
  return wider && narrower ? 0 : wider ? 1 : narrower ? -1 : null;
}

/** 若 C 则 A 否则 B against A alone, and the like: not looked into. */
function relateIf(a: Norm, b: Norm): Relation {
  if (a.op === "not" || b.op === "not") {
    const [x, y] = [a, b].map((n) => (n.op === "not" ? n.args[0]! : null));
    return x && y ? flip(relate(x, y)) : null;
  }
  return null;
}

/** Interval by interval between all ends of both; each row gives one result over it. */
function relateBands(a: Norm, b: Norm): Relation {
  const [x, y] = [a.args[0]!, b.args[0]!];
  if (x.id !== y.id || !a.rows || !b.rows) return relateMoved(a, b);
  const rest = (n: Norm) => (n.args.length > n.rows!.length + 1 ? n.args.at(-1)! : null);
  return sameOr([x.step ?? null, y.step ?? null], (step) => {
    let total: Relation = 0;
    for (const at of probes([...a.rows!, ...b.rows!], step)) {
      const [p, q] = [rowAt(a.rows!, at) ?? rest(a), rowAt(b.rows!, at) ?? rest(b)];
      total = p && q ? both(total, relate(p, q)) : p === q ? total : null;
    }
    return total;
  });
}

/** The same rows over another value: as that value stands, where the rows rise or fall throughout. */
function relateMoved(a: Norm, b: Norm): Relation {
  if (!a.rows || a.data !== b.data || a.args.length !== b.args.length) return null;
  if (a.args.slice(1).some((n, i) => n.id !== b.args[i + 1]!.id)) return null;
  const along = monotone(a.rows);
  const r = relate(a.args[0]!, b.args[0]!);
  return along === null || along === 0 ? null : along === 1 ? r : flip(r);
}

/** Whether results rise (+1) or fall (−1) from the lowest row to the highest. */
export function monotone(rows: readonly NormRow[]): Relation {
  let total: Relation = 0;
  for (let i = 1; i < rows.length; i++) total = both(total, relate(rows[i - 1]!.result, rows[i]!.result));
  return total;
}

/** A value in each interval that the ends make, the ends themselves and, without a step, a little beside them. */
function probes(rows: readonly NormRow[], step: Rational | null): Bound[] {
  const ends = rows.flatMap((r) => [r.low, r.high]).filter((e): e is NonNullable<End> => e !== null);
  const out: Bound[] = [];
  for (const { value } of ends) {
    if (step === null) out.push({ value, beside: -1 }, { value, beside: 0 }, { value, beside: 1 });
    else
      for (const n of [-1, 0, 1]) {
        const near = plus(n > 0 ? up(value, step) : down(value, step), multiply(rational(n), step));
        out.push({ value: near, beside: 0 });
      }
  }
  return out.length > 0 ? out : [{ value: rational(0), beside: 0 }];
}

function rowAt(rows: readonly NormRow[], at: Bound): Norm | null {
  const inside = ({ low, high }: NormRow) =>
    (low === null || compareEnds({ value: low.value, beside: low.included ? 0 : 0.5 }, at) <= 0) &&
    (high === null || compareEnds(at, { value: high.value, beside: high.included ? 0 : -0.5 }) <= 0);
  return rows.find(inside)?.result ?? null;
}
