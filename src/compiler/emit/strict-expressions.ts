/**
 * Expressions as strict code. Numbers come as {@link Num}, everything else as plain code: truth values as
 * booleans, choices as member indexes (-1 for "none"), dates as day numbers, links as rows.
 */
import { dayNumber } from "../../runtime/calendar.ts";
import { rational } from "../../runtime/rational.ts";
import type { Span } from "../../source/span.ts";
import type { Expr } from "../ir/ir.ts";
import { type Code, integer, joined, js, operator, text, truth } from "./fragments.ts";
import { anything, overYears, pastFunction, periodOf, runLength } from "./open-expressions.ts";
import { NO_PLACE, NOWHERE } from "./places.ts";
import { holdingOf, RAT } from "./represent.ts";
import { aggregate, overLinked } from "./strict-aggregates.ts";
import { BAIL, type Block, type Num, type Scope } from "./strict-block.ts";
import * as numbers from "./strict-numbers.ts";
import { linked, reference, referenceCode } from "./strict-references.ts";

type Op<K extends Expr["op"]> = Extract<Expr, { op: K }>;

/** Dates have years of four digits, and periods added to them are bounded by what a text can nest. */
const MOST_DAYS = 10_000_000_000;

const isNumber = (expr: Expr): boolean => expr.type.kind === "number";

export function number(expr: Expr, scope: Scope, block: Block): Num {
  switch (expr.op) {
    case "number":
      return numbers.constant(expr.value);
    case "field":
    case "cell":
    case "parameter":
    case "context":
      return reference(expr, scope);
    case "via":
      return number(expr.target, linked(expr, scope, block), block);
    case "negate":
      return numbers.negate(number(expr.arg, scope, block));
    case "add":
      return numbers.add(expr.args.map((a) => number(a, scope, block)));
    case "multiply":
      return numbers.multiply(expr.args.map((a) => number(a, scope, block)));
    case "min":
    case "max":
      return numbers.extremes(
        expr.args.map((a) => number(a, scope, block)),
        expr.op,
      );
    case "divide":
      return numbers.divide(number(expr.left, scope, block), number(expr.right, scope, block), block);
    case "round": {
      const { arg, step, mode } = expr;
      if (arg.op !== "divide") return numbers.round(number(arg, scope, block), step, mode);
      const [left, right] = [number(arg.left, scope, block), number(arg.right, scope, block)];
      return numbers.roundDivision(left, right, step, mode, block);
    }
    case "if":
      return chooseNumber(expr, scope, block);
    case "bands":
      return bandNumber(expr, scope, block);
    case "aggregate":
      return aggregate(expr, scope, block, { number, plain });
    case "linked":
      return overLinked(expr, scope, block);
    case "past": {
      if (expr.each) return openOnly(block);
      const value = block.bind(js`R.exactOrNull(${pastValue(expr, scope)})`);
      block.push(js`if (${value} === null) ${BAIL}`);
      return { code: value, shape: { low: null, high: null, step: null }, held: RAT };
    }
    case "run-length":
      if (expr.each) return openOnly(block);
      return settled(runLength(expr, scope, plain(expr.arg, scope, block)), block);
    case "over-years": {
      if (expr.first > 0) return settled(overYears(expr, scope, js`null`), block);
      if (!isNumber(expr.arg)) return settled(overYears(expr, scope, plain(expr.arg, scope, block)), block);
      const now = numbers.held(number(expr.arg, scope, block), RAT);
      return settled(overYears(expr, scope, js`R.exactly(${now})`), block);
    }
    case "days-between": {
      const [from, to] = [plain(expr.from, scope, block), plain(expr.to, scope, block)];
      return wholeNumber(js`(${to} - ${from})`);
    }
    case "full-years":
      return wholeNumber(js`R.fullYears(${plain(expr.from, scope, block)}, ${plain(expr.to, scope, block)})`);
    case "truth":
    case "member":
    case "text":
    case "date":
    case "compare":
    case "one-of":
    case "and":
    case "or":
    case "not":
    case "at-least":
    case "run":
    case "later":
      throw new Error(`${expr.op} is no number`);
  }
}

/** A number that the open program finds. */
function openOnly(block: Block): Num {
  block.push(BAIL);
  return { code: js`R.ZERO`, shape: { low: null, high: null, step: null }, held: RAT };
}

/** A figure from the runtime's open operations: exact, or the row needs the open program. */
function settled(code: Code, block: Block): Num {
  const value = block.bind(js`R.exactOrNull(${code})`);
  block.push(js`if (${value} === null) ${BAIL}`);
  return { code: value, shape: { low: null, high: null, step: null }, held: RAT };
}

/** Days or years between two dates: whole, and far below what an integer holds. */
function wholeNumber(code: Code): Num {
  const shape = { low: rational(-MOST_DAYS), high: rational(MOST_DAYS), step: rational(1) };
  return { code, shape, held: holdingOf(shape) };
}

// ─────────────────────────────── the rest ───────────────────────────────

export function plain(expr: Expr, scope: Scope, block: Block): Code {
  switch (expr.op) {
    case "truth":
      return truth(expr.value);
    case "member":
      return integer(expr.value);
    case "text":
      return text(expr.value);
    case "date":
      return integer(dayNumber(expr.value.year, expr.value.month, expr.value.day));
    case "field":
    case "cell":
    case "parameter":
    case "context":
      return referenceCode(expr, scope);
    case "via":
      return plain(expr.target, linked(expr, scope, block), block);
    case "compare":
      return compare(expr, scope, block);
    case "one-of": {
      const arg = block.bind(plain(expr.arg, scope, block));
      if (expr.members.length === 0) return truth(false);
      return js`(${joined(
        expr.members.map((m) => js`${arg} === ${integer(m)}`),
        " || ",
      )})`;
    }
    case "and":
    case "or":
      return logic(expr, scope, block);
    case "not":
      return js`(!${plain(expr.arg, scope, block)})`;
    case "at-least":
      return js`(${joined(
        [js`0`, ...expr.args.map((a) => js`(${plain(a, scope, block)} ? 1 : 0)`)],
        " + ",
      )} >= ${integer(expr.count)})`;
    case "if":
      return choosePlain(expr, scope, block);
    case "bands":
      return bandPlain(expr, scope, block);
    case "past": {
      if (expr.each) block.push(BAIL);
      if (expr.each) return truth(false);
      const value = block.bind(pastValue(expr, scope));
      block.push(js`if (!R.isExact(${value})) ${BAIL}`);
      return value;
    }
    case "run": {
      const now = plain(expr.arg, scope, block);
      if (expr.each) {
        // Records before this one are looked up by the open program; most records need none.
        block.push(js`if (${now}) ${BAIL}`);
        return truth(false);
      }
      const past = scope.hoist(pastFunction(expr.arg, scope.measure, scope.kind));
      const gap = expr.gap === "breaks" ? js`"breaks"` : js`"skips"`;
      // A run ends with this year, so most subjects need no look at the past; and in a first year nobody does.
      const value = block.variable();
      block.push(
        js`${value} = ${now} && ${expr.length > 1 ? js`!x.first && ` : js``}R.run(${scope.row}, x, ${integer(expr.length)}, ${gap}, ${past}, true);`,
      );
      block.push(js`if (!R.isExact(${value})) ${BAIL}`);
      return value;
    }
    case "later": {
      const day = js`R.addPeriod(${[plain(expr.from, scope, block), ...periodOf(expr)]})`;
      if (expr.workdays === undefined) return day;
      const value = block.bind(js`R.workingDay(x, ${day}, ${integer(expr.workdays)})`);
      block.push(js`if (${value} === null) ${BAIL}`);
      return value;
    }
    case "number":
    case "negate":
    case "add":
    case "multiply":
    case "min":
    case "max":
    case "divide":
    case "round":
    case "aggregate":
    case "linked":
    case "run-length":
    case "over-years":
    case "days-between":
    case "full-years":
      throw new Error(`${expr.op} is a number`);
  }
}

function pastValue(expr: Op<"past">, scope: Scope): Code {
  const past = scope.hoist(pastFunction(expr.arg, scope.measure, scope.kind));
  return js`R.past(${scope.row}, x, ${integer(expr.back)}, ${text(expr.type.kind)}, ${anything(expr.type, scope.measure)}, ${past})`;
}

/** Conditions that need statements are computed only when those before them leave it open. */
function logic(expr: Op<"and" | "or">, scope: Scope, block: Block): Code {
  const sides = expr.args.map((a) => {
    const inner = block.inner();
    return { inner, code: plain(a, scope, inner) };
  });
  if (sides.length === 0) return truth(expr.op === "and");
  const separator = expr.op === "and" ? " && " : " || ";
  if (sides.every((s) => s.inner.empty))
    return js`(${joined(
      sides.map((s) => s.code),
      separator,
    )})`;
  const result = block.variable();
  block.push(js`${result} = ${truth(expr.op === "and")};`);
  for (const { inner, code } of sides) {
    const go = expr.op === "and" ? result : js`!${result}`;
    block.push(js`if (${go}) {\n${inner.code()}\n${result} = ${code};\n}`);
  }
  return result;
}

function compare(expr: Op<"compare">, scope: Scope, block: Block): Code {
  const { left, right, cmp } = expr;
  if (isNumber(left)) return numbers.compare(cmp, number(left, scope, block), number(right, scope, block));
  const a = plain(left, scope, block);
  const b = plain(right, scope, block);
  if (left.type.kind === "party" || right.type.kind === "party")
    return js`(R.sameParty(${a}, ${b}) === ${truth(cmp === "==")})`;
  if (left.type.kind === "link") {
    // A record keeps the index of the row, a subject the row itself.
    const index = (e: Expr, code: Code) => (e.op === "field" && e.of === "record" ? code : js`${code}.i`);
    return js`(${index(left, a)} ${operator(cmp)} ${index(right, b)})`;
  }
  if (left.type.kind !== "choice") return js`(${a} ${operator(cmp)} ${b})`;
  // -1 is "none", which makes every comparison but != false.
  if (right.op === "member" && (cmp === "==" || cmp === "!=" || cmp === ">" || cmp === ">="))
    return js`(${a} ${operator(cmp)} ${b})`;
  if (left.op === "member" && (cmp === "==" || cmp === "!=" || cmp === "<" || cmp === "<="))
    return js`(${a} ${operator(cmp)} ${b})`;
  const [p, q] = [block.bind(a), block.bind(b)];
  if (cmp === "!=") return js`(${p} !== ${q} || ${p} < 0)`;
  return js`(${p} >= 0 && ${q} >= 0 && ${p} ${operator(cmp)} ${q})`;
}

// ──────────────────────────────── choosing ────────────────────────────────

interface Branch<T> {
  /** null: otherwise. */
  readonly condition: Code | null;
  readonly inner: Block;
  readonly value: T;
  /** Where the branch is a row of the text: it then has a statement, at which a debugger can stop. */
  readonly place: Code;
}

/** `if … else if … else`, as an expression where no branch needs statements. null: no such branch, bail. */
function chain<T>(branches: readonly Branch<T>[], codeOf: (value: T) => Code, block: Block): Code {
  const last = branches.at(-1)!;
  if (last.condition === null && branches.every((b) => b.inner.empty && b.place === NO_PLACE)) {
    return branches
      .slice(0, -1)
      .reduceRight((rest, b) => js`(${b.condition!} ? ${codeOf(b.value)} : ${rest})`, codeOf(last.value));
  }
  const result = block.variable();
  let statement = last.condition === null ? js`{\n${assign(last, codeOf, result)}\n}` : BAIL;
  const conditional = last.condition === null ? branches.slice(0, -1) : branches;
  for (const b of conditional.toReversed())
    statement = js`if (${b.condition!}) {\n${assign(b, codeOf, result)}\n} else ${statement}`;
  block.push(statement);
  return result;
}

const assign = <T>(b: Branch<T>, codeOf: (value: T) => Code, result: Code): Code =>
  joined(
    [...(b.place === NO_PLACE ? [] : [b.place]), ...b.inner.lines, js`${result} = ${codeOf(b.value)};`],
    "\n",
  );

function numeric(branches: readonly Branch<Num>[], block: Block): Num {
  const { shape, held } = numbers.unified(branches.map((b) => b.value));
  return { code: chain(branches, (n) => numbers.held(n, held), block), shape, held };
}

function branch<T>(
  condition: Code | null,
  expr: Expr,
  emit: (expr: Expr, scope: Scope, block: Block) => T,
  scope: Scope,
  block: Block,
  row?: Span,
): Branch<T> {
  const inner = block.inner();
  return { condition, inner, value: emit(expr, scope, inner), place: scope.places.row(row) };
}

function chooseNumber(expr: Op<"if">, scope: Scope, block: Block): Num {
  return numeric(choiceBranches(expr, number, scope, block), block);
}

function choosePlain(expr: Op<"if">, scope: Scope, block: Block): Code {
  return chain(choiceBranches(expr, plain, scope, block), (code) => code, block);
}

/** Both sides; with marks, all rows of a table side by side, as far as their conditions need no statements. */
function choiceBranches<T>(
  expr: Op<"if">,
  emit: (expr: Expr, scope: Scope, block: Block) => T,
  scope: Scope,
  block: Block,
): Branch<T>[] {
  const condition = plain(expr.condition, scope, block);
  const branches = [branch(condition, expr.then, emit, scope, block, expr.span)];
  let { otherwise, restSpan } = expr;
  while (scope.places !== NOWHERE && otherwise.op === "if" && otherwise.span && !restSpan) {
    const before = block.inner();
    const next = plain(otherwise.condition, scope, before);
    if (!before.empty) break;
    branches.push(branch(next, otherwise.then, emit, scope, block, otherwise.span));
    ({ otherwise, restSpan } = otherwise);
  }
  return [...branches, branch(null, otherwise, emit, scope, block, restSpan)];
}

function bandBranches<T>(
  expr: Op<"bands">,
  emit: (expr: Expr, scope: Scope, block: Block) => T,
  scope: Scope,
  block: Block,
): Branch<T>[] {
  const arg = number(expr.arg, scope, block);
  const value: Num = { ...arg, code: block.bind(arg.code) };
  const branches = expr.rows.map((row) => {
    const tests: Code[] = [];
    if (row.low)
      tests.push(numbers.compare(row.low.included ? ">=" : ">", value, numbers.constant(row.low.value)));
    if (row.high)
      tests.push(numbers.compare(row.high.included ? "<=" : "<", value, numbers.constant(row.high.value)));
    const condition = tests.length === 0 ? truth(true) : joined(tests, " && ");
    return branch(condition, row.result, emit, scope, block, row.span);
  });
  if (expr.otherwise !== null) branches.push(branch(null, expr.otherwise, emit, scope, block, expr.restSpan));
  return branches;
}

function bandNumber(expr: Op<"bands">, scope: Scope, block: Block): Num {
  const branches = bandBranches(expr, number, scope, block);
  if (branches.length === 0) {
    block.push(BAIL);
    return numbers.constant(rational(0));
  }
  return numeric(branches, block);
}

function bandPlain(expr: Op<"bands">, scope: Scope, block: Block): Code {
  const branches = bandBranches(expr, plain, scope, block);
  // A value in no row has no result: "none" for a choice.
  if (expr.otherwise === null && expr.type.kind === "choice")
    branches.push({ condition: null, inner: block.inner(), value: integer(-1), place: NO_PLACE });
  if (branches.length === 0) {
    block.push(BAIL);
    return truth(false);
  }
  return chain(branches, (code) => code, block);
}

/** Code of any expression, with how a number is held. */
export function value(
  expr: Expr,
  scope: Scope,
  block: Block,
): { readonly code: Code; readonly info: Pick<Num, "shape" | "held"> | null } {
  if (!isNumber(expr)) return { code: plain(expr, scope, block), info: null };
  const n = number(expr, scope, block);
  return { code: n.code, info: { shape: n.shape, held: n.held } };
}
