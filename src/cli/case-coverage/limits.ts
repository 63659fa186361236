import { childrenOf } from "../../compiler/ir/children.ts";
import type { Band, Cell, Expr, Measure, NumberType } from "../../compiler/ir/ir.ts";
import {
  add,
  compare,
  divide,
  equal,
  floor,
  multiply,
  negate,
  ONE,
  type Rational,
  rational,
  subtract,
} from "../../runtime/rational.ts";
import type { Places } from "./places.ts";
import { type Entry, keyOf, type Point, type Probes } from "./points.ts";
import type { RowEntries } from "./rows.ts";
import { numberText, SIGNS, type Words } from "./words.ts";

/**
 * Limits: every comparison of a number with a constant or an open value, and every limit of a band. Two
 * values show that a limit is where it should be: the limit itself, and the next possible value on the
 * other side of it. A limit at the end of the declared range has no other side.
 */

type Comparison = "<" | "<=" | ">" | ">=" | "==" | "!=";

interface Test {
  readonly left: Expr & { readonly type: NumberType };
  readonly cmp: Comparison;
  readonly right: Expr & { readonly type: NumberType };
  readonly cell: Cell;
  readonly list: number | null;
  readonly cite: number;
  /** Where the test stands, as near as the IR tells. */
  readonly text: string;
  readonly at?: number | undefined;
}

/** Years to look back, for a test of an earlier year's value. */
type Past = Extract<Expr, { op: "past" }> | null;

export class LimitEntries {
  readonly entries: Entry[] = [];
  readonly #probes: Probes;
  readonly #words: Words;
  readonly #places: Places;
  readonly #bandsAt: ReadonlyMap<Band, number>;
  readonly #known = new Set<string>();

  constructor(
    measure: Measure,
    probes: Probes,
    words: Words,
    places: Places,
    rows: Pick<RowEntries, "bandsAt" | "marginal">,
  ) {
    this.#probes = probes;
    this.#words = words;
    this.#places = places;
    this.#bandsAt = rows.bandsAt;
    for (const cell of measure.cells)
      if (cell.body.kind === "expression") this.#visit(cell.body.expr, cell, null, null);
    for (const { band, cell, row } of rows.marginal)
      if (band.from.num > 0n) {
        const right = constant(band.from, band.value.type);
        const at = { list: null, cite: cell.cite, text: row.text, at: row.at };
        this.#add({ ...at, left: band.value, cmp: ">", right, cell }, null);
      }
  }

  #visit(expr: Expr, cell: Cell, list: number | null, past: Past): void {
    if (expr.op === "compare") this.#compare(expr, cell, list, past);
    if (expr.op === "bands" && isNumeric(expr.arg))
      for (const row of expr.rows) {
        const test = {
          left: expr.arg,
          cell,
          list,
          cite: row.cite,
          text: row.text,
          at: this.#bandsAt.get(row),
        };
        const limit = (value: Rational) => constant(value, (expr.arg as Test["left"]).type);
        if (row.low)
          this.#add({ ...test, cmp: row.low.included ? ">=" : ">", right: limit(row.low.value) }, past);
        if (row.high)
          this.#add({ ...test, cmp: row.high.included ? "<=" : "<", right: limit(row.high.value) }, past);
      }
    if (expr.op === "via") return; // a field or cell of the other subject, with tests of its own
    const inner = expr.op === "aggregate" ? expr.list : list;
    for (const part of childrenOf(expr)) this.#visit(part, cell, inner, expr.op === "past" ? expr : past);
  }

  #compare(expr: Extract<Expr, { op: "compare" }>, cell: Cell, list: number | null, past: Past): void {
    const { left, right, cmp } = expr;
    if (!isNumeric(left) || !isNumeric(right) || isFixed(left) === isFixed(right)) return;
    const test = { cell, list, cite: cell.cite, text: cell.text };
    if (isFixed(right)) this.#add({ ...test, left, cmp, right }, past);
    else this.#add({ ...test, left: right, cmp: TURNED[cmp], right: left }, past);
  }

  #add(test: Test, past: Past): void {
    const kind = test.cell.subject;
    const value = test.right.op === "number" ? test.right.value : null;
    const name = this.#words.name(test.left, kind, test.list, test.text);
    const looked = past ? { ...past, type: test.left.type, arg: test.left } : test.left;
    const of = { left: this.#probes.of(looked, kind, test.list), name, type: shownType(test) };
    const made =
      value === null
        ? openPoints(test, of.left, this.#probes.of(test.right, kind, test.list), {
            name,
            limit: this.#words.name(test.right, kind, test.list, test.text),
          })
        : fixedPoints(test, value, of);
    // `1次` has two sides but one value of its own: what one limit of a provision asks for, no other repeats.
    const points = made.points.filter((point) => {
      const key = `${kind}/${test.list ?? "-"}/${test.cite}/${keyOf(looked)}/${point.fact.en}`;
      const isNew = !this.#known.has(key);
      this.#known.add(key);
      return isNew;
    });
    if (points.length === 0) return;
    this.entries.push({
      category: "boundaries",
      what: "limit",
      kind,
      list: test.list,
      ...(test.at === undefined ? this.#places.find(test.cite, test.text) : { cite: test.cite, at: test.at }),
      text: made.text,
      points,
    });
  }
}

const TURNED: Readonly<Record<Comparison, Comparison>> = {
  "<": ">",
  "<=": ">=",
  ">": "<",
  ">=": "<=",
  "==": "==",
  "!=": "!=",
};

const isNumeric = (e: Expr): e is Test["left"] => e.type.kind === "number";

/** The same for every subject: figures and open values, and what is computed from them. */
function isFixed(e: Expr): boolean {
  if (e.op === "number" || e.op === "parameter") return true;
  const computed =
    e.op === "negate" || e.op === "add" || e.op === "multiply" || e.op === "divide" || e.op === "round";
  return computed && childrenOf(e).every(isFixed);
}

const constant = (value: Rational, type: NumberType): Test["right"] => ({
  op: "number",
  type: { ...type, low: value, high: value },
  value,
});

/** A share that was computed is shown in the unit it is compared in. */
function shownType({ left, right }: Test): NumberType {
  const plain = left.type.display.unit === "" && right.type.display.unit !== "";
  return plain ? { ...left.type, display: right.type.display } : left.type;
}

interface Made {
  readonly points: readonly Point[];
  readonly text: string;
}

interface Looked {
  readonly left: number;
  readonly name: string;
  readonly type: NumberType;
}

/** How near a value without a step has to be: a tenth of the unit, a hundredth where there is none. */
const nearness = ({ display }: NumberType): Rational =>
  display.unit === "" ? rational(1, 100) : multiply(display.factor, rational(1, 10));

const same = (text: string) => ({ zh: text, en: text });

function fixedPoints({ cmp, left }: Test, limit: Rational, { left: probe, name, type }: Looked): Made {
  const { low, high, step } = left.type;
  const possible = (v: Rational) => (!low || compare(v, low) >= 0) && (!high || compare(v, high) <= 0);
  const shown = numberText(limit, type);
  const at = (state: Point["state"], v: Rational): Point => ({
    state,
    fact: same(`${name} ${numberText(v, type)}`),
    seen: (s) => {
      const value = s.number(probe);
      return value !== null && equal(value, v);
    },
  });
  const near = (from: Rational, to: Rational, fact: Point["fact"]): Point => ({
    state: "beside",
    fact,
    seen: (s) => {
      const value = s.number(probe);
      return value !== null && !equal(value, limit) && compare(value, from) >= 0 && compare(value, to) <= 0;
    },
  });
  const text = `${name} ${SIGNS[cmp]} ${shown}`;
  const [down, up] = [subtract(limit, nearness(type)), add(limit, nearness(type))];
  const within = numberText(nearness(type), type);

  if (cmp === "==" || cmp === "!=") {
    const reach = step ?? nearness(type);
    const points = [
      at("limit", limit),
      near(subtract(limit, reach), add(limit, reach), {
        zh: `${name} 与${shown}相差不超过${numberText(reach, type)}`,
        en: `${name} within ${numberText(reach, type)} of ${shown}`,
      }),
    ];
    return { points: onLattice(limit, step) && possible(limit) ? points : [], text };
  }
  // The limit belongs to the upper side of < and ≥, to the lower side of ≤ and >.
  const isUpper = cmp === ">=" || cmp === "<";
  if (step !== null) {
    const steps = divide(limit, step);
    const whole = rational(isUpper ? negate(rational(floor(negate(steps)))).num : floor(steps));
    const own = multiply(whole, step);
    const other = isUpper ? subtract(own, step) : add(own, step);
    const points = [at("limit", own), at("beside", other)].filter((_, i) => possible(i === 0 ? own : other));
    return { points, text };
  }
  const beside = isUpper
    ? near(down, limit, {
        zh: `${name} 低于${shown}、相差不超过${within}`,
        en: `${name} below ${shown} by at most ${within}`,
      })
    : near(limit, up, {
        zh: `${name} 高于${shown}、相差不超过${within}`,
        en: `${name} above ${shown} by at most ${within}`,
      });
  const other = isUpper ? !low || compare(low, limit) < 0 : !high || compare(high, limit) > 0;
  return {
    points: [...(possible(limit) ? [at("limit", limit)] : []), ...(other && possible(limit) ? [beside] : [])],
    text,
  };
}

/** A limit that the text leaves open: each case has its own. */
function openPoints(
  { cmp, left }: Test,
  probe: number,
  limit: number,
  words: { readonly name: string; readonly limit: string },
): Made {
  const reach = left.type.step ?? nearness(left.type);
  const isUpper = cmp === ">=" || cmp === "<";
  const either = cmp === "==" || cmp === "!=";
  const seen =
    (wanted: (above: Rational) => boolean): Point["seen"] =>
    (s) => {
      const [a, b] = [s.number(probe), s.number(limit)];
      return a !== null && b !== null && wanted(subtract(a, b));
    };
  const isNear = (d: Rational) => d.num !== 0n && compare(d.num < 0n ? negate(d) : d, reach) <= 0;
  const { name, limit: bound } = words;
  const side = either
    ? { zh: "紧邻", en: "next to" }
    : isUpper
      ? { zh: "刚低于", en: "just below" }
      : { zh: "刚高于", en: "just above" };
  return {
    points: [
      {
        state: "limit",
        fact: { zh: `${name} 等于 ${bound}`, en: `${name} equal to ${bound}` },
        seen: seen((d) => d.num === 0n),
      },
      {
        state: "beside",
        fact: { zh: `${name} ${side.zh} ${bound}`, en: `${name} ${side.en} ${bound}` },
        seen: seen((d) => isNear(d) && (either || (isUpper ? d.num < 0n : d.num > 0n))),
      },
    ],
    text: `${name} ${SIGNS[cmp]} ${bound}`,
  };
}

const onLattice = (value: Rational, step: Rational | null): boolean =>
  step === null || divide(value, step).den === ONE.den;
