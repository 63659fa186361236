/** Strict arithmetic: code for exact numbers in the smallest representation that is proven safe. */
import type { Rational, RoundingMode } from "../../runtime/rational.ts";
import { floor, ONE, divide as over, rational, multiply as times } from "../../runtime/rational.ts";
import { bigInteger, type Code, integer, joined, js, operator, truth } from "./fragments.ts";
import {
  constantShape,
  extreme,
  fits,
  gcd,
  type Holding,
  heldAt,
  holdingOf,
  isConstant,
  isMultiple,
  lcm,
  magnitude,
  product,
  RAT,
  rounded,
  SAFE,
  type Shape,
  sum,
  union,
} from "./represent.ts";
import { BAIL, type Block, type Num } from "./strict-block.ts";

export function constant(value: Rational): Num {
  const shape = constantShape(value);
  const held = holdingOf(shape);
  return { code: literal(value, held), shape, held };
}

function literal(value: Rational, held: Holding): Code {
  switch (held.kind) {
    case "int":
      return integer((value.num * held.scale) / value.den);
    case "big":
      return bigInteger((value.num * held.scale) / value.den);
    case "rat":
      return js`R.rational(${bigInteger(value.num)}, ${bigInteger(value.den)})`;
  }
}

/** The same number in another holding, whose scale is a multiple of its own. */
export function held(n: Num, as: Holding): Code {
  if (isConstant(n.shape)) return literal(n.shape.low, as);
  if (n.held.kind === "rat") {
    if (as.kind === "rat") return n.code;
    throw new Error("a fraction is held as an integer only by rounding");
  }
  if (as.kind === "rat") return js`R.rational(BigInt(${n.code}), ${bigInteger(n.held.scale)})`;
  const factor = as.scale / n.held.scale;
  if (as.kind === "int") return factor === 1n ? n.code : js`(${n.code} * ${integer(factor)})`;
  const big = n.held.kind === "int" ? js`BigInt(${n.code})` : n.code;
  return factor === 1n ? big : js`(${big} * ${bigInteger(factor)})`;
}

/** A holding in which all of the shapes, held so, can stand; `fitting` must fit too. */
export function common(numbers: readonly Num[], fitting: readonly Shape[] = []): Holding {
  let scale = 1n;
  for (const n of numbers) {
    if (n.held.kind === "rat") return RAT;
    scale = lcm(scale, n.held.scale);
  }
  const safe =
    numbers.every((n) => n.held.kind === "int" && fits(n.shape, scale)) &&
    fitting.every((s) => fits(s, scale));
  return safe ? { kind: "int", scale } : { kind: "big", scale };
}

export function negate(n: Num): Num {
  const shape: Shape = {
    low: n.shape.high && { num: -n.shape.high.num, den: n.shape.high.den },
    high: n.shape.low && { num: -n.shape.low.num, den: n.shape.low.den },
    step: n.shape.step,
  };
  return { code: n.held.kind === "rat" ? js`R.negate(${n.code})` : js`(-${n.code})`, shape, held: n.held };
}

export function add(args: readonly Num[]): Num {
  const partial: Shape[] = [];
  for (const a of args) partial.push(partial.length === 0 ? a.shape : sum(partial.at(-1)!, a.shape));
  const shape = partial.at(-1)!;
  const as = common(args, partial);
  const codes = args.map((a) => held(a, as));
  if (as.kind === "rat") return { code: codes.reduce((a, b) => js`R.add(${a}, ${b})`), shape, held: as };
  return { code: js`(${joined(codes, " + ")})`, shape, held: as };
}

function times2(a: Num, b: Num): Num {
  const shape = product(a.shape, b.shape);
  if (isConstant(a.shape) && isConstant(b.shape)) return constant(times(a.shape.low, b.shape.low));
  if (isConstant(a.shape)) return scaled(b, a.shape.low, shape);
  if (isConstant(b.shape)) return scaled(a, b.shape.low, shape);
  if (a.held.kind === "rat" || b.held.kind === "rat")
    return { code: js`R.multiply(${held(a, RAT)}, ${held(b, RAT)})`, shape, held: RAT };
  const scale = a.held.scale * b.held.scale;
  const as =
    a.held.kind === "int" && b.held.kind === "int" ? heldAt(shape, scale) : { kind: "big" as const, scale };
  if (as.kind === "int") return { code: js`(${a.code} * ${b.code})`, shape, held: as };
  const big = (n: Num) => (n.held.kind === "int" ? js`BigInt(${n.code})` : n.code);
  return { code: js`(${big(a)} * ${big(b)})`, shape, held: as };
}

/** A number times a constant p/q: n × p at scale × q, with what cancels taken out. */
function scaled(n: Num, factor: Rational, shape: Shape): Num {
  if (factor.num === 0n) return constant(factor);
  if (n.held.kind === "rat")
    return { code: js`R.multiply(${n.code}, ${literal(factor, RAT)})`, shape, held: RAT };
  const g = gcd(factor.num, n.held.scale);
  const p = factor.num / g;
  const scale = (n.held.scale / g) * factor.den;
  const as = n.held.kind === "int" ? heldAt(shape, scale) : { kind: "big" as const, scale };
  if (as.kind === "int")
    return { code: p === 1n ? n.code : js`(${n.code} * ${integer(p)})`, shape, held: as };
  const big = n.held.kind === "int" ? js`BigInt(${n.code})` : n.code;
  return { code: p === 1n ? big : js`(${big} * ${bigInteger(p)})`, shape, held: as };
}

export const multiply = (args: readonly Num[]): Num => args.reduce(times2);

/** Bounds of a / b: b differs from zero by at least its step. */
function quotientShape(a: Shape, b: Shape): Shape {
  const top = magnitude(a);
  const step = b.step !== null && b.step.num !== 0n ? b.step : null;
  if (top === null || step === null) return { low: null, high: null, step: null };
  const high = over(top, step);
  return { low: { num: -high.num, den: high.den }, high, step: null };
}

export function divide(a: Num, b: Num, block: Block): Num {
  if (isConstant(b.shape)) {
    if (b.shape.low.num !== 0n) return times2(a, constant(over(ONE, b.shape.low)));
    block.push(BAIL);
    return constant(rational(0));
  }
  const divisor = block.bind(b.code);
  block.push(js`if (${isZero({ ...b, code: divisor })}) ${BAIL}`);
  const shape = quotientShape(a.shape, b.shape);
  if (a.held.kind === "rat" || b.held.kind === "rat")
    return { code: js`R.divide(${held(a, RAT)}, ${held({ ...b, code: divisor }, RAT)})`, shape, held: RAT };
  const num = js`BigInt(${a.code}) * ${bigInteger(b.held.scale)}`;
  const den = js`BigInt(${divisor}) * ${bigInteger(a.held.scale)}`;
  return { code: js`R.rational(${num}, ${den})`, shape, held: RAT };
}

function isZero(n: Num): Code {
  switch (n.held.kind) {
    case "int":
      return js`${n.code} === 0`;
    case "big":
      return js`${n.code} === 0n`;
    case "rat":
      return js`${n.code}.num === 0n`;
  }
}

function roundHelper(mode: RoundingMode, big: boolean): Code {
  switch (mode) {
    case "half-up":
      return big ? js`R.bigHalfUp` : js`R.halfUp`;
    case "down":
      return big ? js`R.bigDown` : js`R.down`;
    case "up":
      return big ? js`R.bigUp` : js`R.up`;
  }
}

/** Rounds the quotient n / d to a multiple of p/q; k × p at scale q is the result. */
function roundQuotient(
  n: { code: Code; shape: Shape; big: boolean },
  d: { code: Code; shape: Shape; big: boolean } | null,
  up: bigint,
  down: bigint,
  step: Rational,
  mode: RoundingMode,
  shape: Shape,
): Num {
  const g = gcd(up, down);
  const [a, b] = [up / g, down / g];
  const top = magnitude(n.shape);
  const bottom = d === null ? ONE : magnitude(d.shape);
  // halfUp computes 2n + d, so that is what must stay safe.
  const safe =
    !n.big &&
    !d?.big &&
    top !== null &&
    bottom !== null &&
    floor(top) * 2n * a + 2n * a + (floor(bottom) + 1n) * 2n * b < SAFE;
  const result = holdingOf(shape);
  const asInt = safe && result.kind === "int";
  const num = asInt ? js`${n.code} * ${integer(a)}` : js`BigInt(${n.code}) * ${bigInteger(a)}`;
  const den =
    d === null
      ? asInt
        ? integer(b)
        : bigInteger(b)
      : asInt
        ? js`${d.code} * ${integer(b)}`
        : js`BigInt(${d.code}) * ${bigInteger(b)}`;
  const k = js`${roundHelper(mode, !asInt)}(${num}, ${den})`;
  return finish(k, asInt, step, shape, result);
}

function finish(k: Code, isInt: boolean, step: Rational, shape: Shape, result: Holding): Num {
  if (result.kind === "rat") throw new Error("a rounded number has a step");
  if (isInt) return { code: step.num === 1n ? k : js`(${k} * ${integer(step.num)})`, shape, held: result };
  const big = step.num === 1n ? k : js`(${k} * ${bigInteger(step.num)})`;
  return { code: result.kind === "int" ? js`Number(${big})` : big, shape, held: result };
}

export function round(n: Num, step: Rational, mode: RoundingMode): Num {
  if (isMultiple(n.shape, step)) return n;
  const shape = rounded(n.shape, step);
  if (n.held.kind === "rat") {
    const k = js`R.roundToInteger(${n.code}, R.rational(${bigInteger(step.num)}, ${bigInteger(step.den)}), ${modeText(mode)})`;
    return finish(k, false, step, shape, holdingOf(shape));
  }
  const slots: Shape = times2Shape(n.shape, n.held.scale);
  return roundQuotient(
    { code: n.code, shape: slots, big: n.held.kind === "big" },
    null,
    step.den,
    n.held.scale * step.num,
    step,
    mode,
    shape,
  );
}

/** round(a / b) in integers, without the fraction between. */
export function roundDivision(a: Num, b: Num, step: Rational, mode: RoundingMode, block: Block): Num {
  if (isConstant(b.shape) || a.held.kind === "rat" || b.held.kind === "rat")
    return round(divide(a, b, block), step, mode);
  const divisor = block.bind(b.code);
  block.push(js`if (${isZero({ ...b, code: divisor })}) ${BAIL}`);
  return roundQuotient(
    { code: a.code, shape: times2Shape(a.shape, a.held.scale), big: a.held.kind === "big" },
    { code: divisor, shape: times2Shape(b.shape, b.held.scale), big: b.held.kind === "big" },
    b.held.scale * step.den,
    a.held.scale * step.num,
    step,
    mode,
    rounded(quotientShape(a.shape, b.shape), step),
  );
}

const times2Shape = (shape: Shape, scale: bigint): Shape => product(shape, constantShape(rational(scale)));

function modeText(mode: RoundingMode): Code {
  switch (mode) {
    case "half-up":
      return js`"half-up"`;
    case "down":
      return js`"down"`;
    case "up":
      return js`"up"`;
  }
}

export function extremes(args: readonly Num[], which: "min" | "max"): Num {
  const shape = args.map((a) => a.shape).reduce((a, b) => extreme(a, b, which));
  const as = common(args);
  const codes = args.map((a) => held(a, as));
  if (args.length === 1) return args[0]!;
  if (as.kind === "int") {
    const fn = which === "min" ? js`Math.min` : js`Math.max`;
    return { code: js`${fn}(${codes})`, shape, held: as };
  }
  const fn =
    as.kind === "rat"
      ? which === "min"
        ? js`R.least`
        : js`R.greatest`
      : which === "min"
        ? js`R.bigLeast`
        : js`R.bigGreatest`;
  return { code: codes.reduce((a, b) => js`${fn}(${a}, ${b})`), shape, held: as };
}

export type Comparison = "<" | "<=" | ">" | ">=" | "==" | "!=";
const MIRROR: Readonly<Record<Comparison, Comparison>> = {
  "<": ">",
  "<=": ">=",
  ">": "<",
  ">=": "<=",
  "==": "==",
  "!=": "!=",
};

export function compare(cmp: Comparison, a: Num, b: Num): Code {
  if (isConstant(a.shape) && !isConstant(b.shape)) return compare(MIRROR[cmp], b, a);
  if (isConstant(b.shape) && a.held.kind !== "rat")
    return threshold(cmp, a.code, times(b.shape.low, rational(a.held.scale)), a.held.kind === "big");
  const as = common([a, b]);
  if (as.kind === "rat") return js`(R.compare(${held(a, as)}, ${held(b, as)}) ${operator(cmp)} 0)`;
  return js`(${held(a, as)} ${operator(cmp)} ${held(b, as)})`;
}

/** An integer against a constant, which need not be one: n < 3.5 is n <= 3. */
function threshold(cmp: Comparison, n: Code, at: Rational, big: boolean): Code {
  const whole = at.den === 1n;
  if (!whole && (cmp === "==" || cmp === "!=")) return truth(cmp === "!=");
  const below = cmp === "<" || cmp === "<=";
  const bound = floor(at);
  const as = whole ? cmp : below ? "<=" : ">";
  if (big) return js`(${n} ${operator(as)} ${bigInteger(bound)})`;
  if (bound > SAFE || bound < -SAFE) return truth(cmp === "!=" || (cmp !== "==" && below === bound > 0n));
  return js`(${n} ${operator(as)} ${integer(bound)})`;
}

/** One of several numbers: a shape and holding for all. */
export function unified(numbers: readonly Num[]): { shape: Shape; held: Holding } {
  return { shape: numbers.map((n) => n.shape).reduce(union), held: common(numbers) };
}
