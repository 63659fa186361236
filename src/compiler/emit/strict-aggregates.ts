/** Figures over the records of a list, as loops over its rows. */

import { recordsExpected } from "../../runtime/periods.ts";
import { rational, ZERO } from "../../runtime/rational.ts";
import type { Expr } from "../ir/ir.ts";
import { bigInteger, type Code, integer, joined, js, member } from "./fragments.ts";
import { fits, holdingOf, lcm, quotient, RAT, repeated, type Shape, withZero } from "./represent.ts";
import { BAIL, type Block, type Num, type Scope } from "./strict-block.ts";
import { held } from "./strict-numbers.ts";

type Aggregate = Extract<Expr, { op: "aggregate" }>;

/** More records than this no array can hold, so sums and counts have bounds. */
const MOST = 4294967295n;

/** The emitters of expressions, handed in so that the two files do not import each other. */
export interface Emitters {
  readonly number: (expr: Expr, scope: Scope, block: Block) => Num;
  readonly plain: (expr: Expr, scope: Scope, block: Block) => Code;
}

export function aggregate(expr: Aggregate, scope: Scope, block: Block, emit: Emitters): Num {
  const field = scope.measure.subjects[scope.kind]!.fields[expr.list]!;
  if (field.type.kind !== "list") throw new Error("not a list field");
  const periods = recordsExpected(field.type.frequency, scope.measure.period);
  const most = periods > 0 ? BigInt(periods) : MOST;
  const absent = member(scope.row, "m", expr.list);
  if (expr.missing === "not-assessed" && periods > 0) block.push(js`if (${absent} > 0) ${BAIL}`);

  const inner = block.inner();
  const record = block.temporaries.fresh();
  const within: Scope = { ...scope, list: expr.list, record };
  const tests: Code[] = [];
  if (expr.window !== null)
    tests.push(windowTest(expr.window, record, block, (e) => emit.plain(e, scope, block)));
  const where = expr.where === null ? null : emit.plain(expr.where, within, inner);
  if (where !== null) tests.push(where);
  const zero = expr.missing === "zero" && periods > 0;
  const loop = (body: readonly Code[]): void => {
    const guarded =
      tests.length === 0 ? joined(body, "\n") : js`if (${joined(tests, " && ")}) {\n${joined(body, "\n")}\n}`;
    block.push(
      js`for (const ${record} of ${member(scope.row, "l", expr.list)}) {\n${joined([...inner.lines, guarded], "\n")}\n}`,
    );
  };

  if (expr.fn === "longest-run") {
    // Which periods are absent only the open program knows; in a full list each record follows the one before.
    if (expr.gap !== "skips") block.push(js`if (${absent} > 0) ${BAIL}`);
    const [length, longest] = [block.variable(), block.variable()];
    block.push(js`${length} = ${longest} = 0;`);
    const holds = where ?? js`true`;
    const body = [
      ...inner.lines,
      js`${length} = ${holds} ? ${length} + 1 : 0;`,
      js`if (${length} > ${longest}) ${longest} = ${length};`,
    ];
    block.push(js`for (const ${record} of ${member(scope.row, "l", expr.list)}) {\n${joined(body, "\n")}\n}`);
    const shape: Shape = { low: ZERO, high: rational(most), step: rational(1) };
    return { code: longest, shape, held: holdingOf(shape) };
  }
  const count = block.variable();
  block.push(js`${count} = 0;`);
  const matters = expr.once ? block.bind(js`new Map()`) : null;
  const matter = (): Code => {
    const same = expr.once!.same.map((f) => member(record, "f", f));
    return same.length === 0 ? js`${matters!}.size` : js`R.matterKey(${same})`;
  };
  if (expr.fn === "count" && matters !== null) {
    const atMost = expr.once!.atMost;
    const day = atMost === null ? js`0` : member(record, "f", atMost.date);
    loop([js`R.addMatter(${matters}, ${matter()}, ${day});`]);
    const limit = atMost === null ? js`null` : js`${integer(atMost.months)}, ${integer(atMost.count)}`;
    block.push(js`${count} = R.countMatters(${matters}, ${limit});`);
    const shape: Shape = { low: ZERO, high: rational(most), step: rational(1) };
    return { code: count, shape, held: holdingOf(shape) };
  }
  if (expr.fn === "count") {
    loop([js`${count}++;`]);
    const shape: Shape = { low: ZERO, high: rational(most), step: rational(1) };
    return { code: count, shape, held: holdingOf(shape) };
  }
  const values = inner.inner();
  const recordValue = emit.number(expr.value!, within, values);
  if (matters !== null) {
    loop([...values.lines, js`R.keepHighest(${matters}, ${matter()}, ${recordValue.code});`]);
    const one = block.temporaries.fresh();
    const overMatters = (body: readonly Code[]): void =>
      block.push(js`for (const ${one} of ${matters}.values()) {\n${joined(body, "\n")}\n}`);
    const highest: Num = { ...recordValue, code: one };
    const none = block.inner();
    return expr.fn === "max" || expr.fn === "min"
      ? extreme(expr.fn, highest, none, count, zero ? absent : null, overMatters, block)
      : total(expr.fn, highest, none, count, zero ? absent : null, most, periods, overMatters, block);
  }
  const value = recordValue;
  if (expr.fn === "max" || expr.fn === "min")
    return extreme(expr.fn, value, values, count, zero ? absent : null, loop, block);
  return total(expr.fn, value, values, count, zero ? absent : null, most, periods, loop, block);
}

/** Over the rows that a field leads to, or whose field leads here; their cells are done. */
export function overLinked(expr: Extract<Expr, { op: "linked" }>, scope: Scope, block: Block): Num {
  const { over } = expr;
  const rows =
    over.how === "field"
      ? member(scope.row, "f", over.field)
      : member(scope.row, "v", over.subject, over.field);
  const one = block.temporaries.fresh();
  const loop = (body: readonly Code[]): void => {
    const lines = joined(body, "\n");
    const guarded = expr.where === null ? lines : js`if (${member(one, "c", expr.where)}) {\n${lines}\n}`;
    block.push(js`for (const ${one} of ${rows}) {\n${guarded}\n}`);
  };
  const count = block.variable();
  block.push(js`${count} = 0;`);
  if (expr.fn === "count") {
    loop([js`${count}++;`]);
    const shape: Shape = { low: ZERO, high: rational(MOST), step: rational(1) };
    return { code: count, shape, held: holdingOf(shape) };
  }
  const info = scope.cells[expr.value!];
  if (!info) throw new Error("a cell is used before it is computed");
  const value: Num = { code: member(one, "c", expr.value!), ...info };
  const values = block.inner();
  return expr.fn === "max" || expr.fn === "min"
    ? extreme(expr.fn, value, values, count, null, loop, block)
    : total(expr.fn, value, values, count, null, MOST, 0, loop, block);
}

/** The window's days are the same for all records, so they are found once before the loop. */
function windowTest(
  window: NonNullable<Aggregate["window"]>,
  record: Code,
  block: Block,
  plain: (expr: Expr) => Code,
): Code {
  const day = member(record, "f", window.date);
  if (window.kind === "since") {
    const from = block.bind(plain(window.from));
    const last = block.bind(js`R.periodDays(x)[1]`);
    return js`${day} >= ${from} && ${day} <= ${last}`;
  }
  if (window.kind === "this-period") {
    const days = block.bind(js`R.periodDays(x)`);
    return js`${day} >= ${days}[0] && ${day} <= ${days}[1]`;
  }
  const [first, last] = window.kind === "years" ? [window.first, window.last] : [0, 0];
  const months = window.kind === "months" ? integer(window.months) : js`null`;
  const days = block.bind(js`R.windowDays(${months}, x, ${integer(first)}, ${integer(last)})`);
  block.push(js`if (${days} === null) ${BAIL}`);
  return js`${day} >= ${days}[0] && ${day} <= ${days}[1]`;
}

function extreme(
  fn: "max" | "min",
  value: Num,
  values: Block,
  count: Code,
  absent: Code | null,
  loop: (body: readonly Code[]) => void,
  block: Block,
): Num {
  const best = block.variable();
  const shape = absent === null ? value.shape : withZero(value.shape);
  const as = value.held;
  const now = block.temporaries.fresh();
  const better = (a: Code, b: Code): Code => {
    if (as.kind === "rat")
      return fn === "max" ? js`R.compare(${a}, ${b}) > 0` : js`R.compare(${a}, ${b}) < 0`;
    return fn === "max" ? js`${a} > ${b}` : js`${a} < ${b}`;
  };
  loop([
    ...values.lines,
    js`const ${now} = ${value.code};`,
    js`if (${count}++ === 0 || ${better(now, best)}) ${best} = ${now};`,
  ]);
  if (absent !== null) {
    const zero = held(
      { code: js`0`, shape: { low: ZERO, high: ZERO, step: ZERO }, held: { kind: "int", scale: 1n } },
      as,
    );
    block.push(
      js`if (${absent} > 0 && (${count} === 0 || ${better(zero, best)})) { ${best} = ${zero}; ${count} = 1; }`,
    );
  }
  block.push(js`if (${count} === 0) ${BAIL}`);
  return { code: best, shape, held: as };
}

function total(
  fn: "sum" | "mean",
  value: Num,
  values: Block,
  count: Code,
  absent: Code | null,
  most: bigint,
  periods: number,
  loop: (body: readonly Code[]) => void,
  block: Block,
): Num {
  const shape = repeated(value.shape, most);
  const sum = block.variable();
  const scale = value.held.kind === "rat" ? 1n : value.held.scale;
  const as =
    value.held.kind === "rat"
      ? RAT
      : value.held.kind === "int" && fits(shape, scale)
        ? { kind: "int" as const, scale }
        : { kind: "big" as const, scale };
  block.push(js`${sum} = ${as.kind === "rat" ? js`R.ZERO` : as.kind === "big" ? js`0n` : js`0`};`);
  const one = held(value, as);
  loop([
    ...values.lines,
    js`${count}++;`,
    as.kind === "rat" ? js`${sum} = R.add(${sum}, ${one});` : js`${sum} += ${one};`,
  ]);
  if (fn === "sum") return { code: sum, shape, held: as };
  if (absent !== null) block.push(js`${count} += ${absent};`);
  block.push(js`if (${count} === 0) ${BAIL}`);
  const mean = absent === null ? value.shape : withZero(value.shape);
  // Among at most 12 periods every possible count divides one number, so the mean is an integer too.
  if (as.kind === "int" && periods > 0) {
    let all = 1n;
    for (let n = 2n; n <= most; n++) all = lcm(all, n);
    const step =
      value.shape.step === null
        ? null
        : quotient({ low: null, high: null, step: value.shape.step }, rational(all)).step;
    const meanShape: Shape = { ...mean, step };
    if (fits(meanShape, scale * all) && fits(repeated(value.shape, most), scale))
      return {
        code: js`(${sum} * (${integer(all)} / ${count}))`,
        shape: meanShape,
        held: { kind: "int", scale: scale * all },
      };
  }
  const code =
    as.kind === "rat"
      ? js`R.divide(${sum}, R.rational(BigInt(${count})))`
      : js`R.rational(BigInt(${sum}), BigInt(${count}) * ${bigInteger(scale)})`;
  return { code, shape: { ...mean, step: null }, held: RAT };
}
