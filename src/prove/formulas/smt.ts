/**
 * Formulas as SMT-LIB 2 text, and what a solver answers. A part that is used more than once gets a definition of its
 * own; names in the text are generated, so no text of a measure reaches the solver.
 */
import { type Rational, rational } from "../../runtime/rational.ts";
import type { Bool, Linear, NumberTerm } from "./formula.ts";
import type { Assignment } from "./terms.ts";

type Term = Bool | NumberTerm;

export interface Script {
  readonly text: string;
  /** Names of free truths and numbers, by their name in the text. */
  readonly names: ReadonlyMap<string, { readonly name: string; readonly sort: "bool" | "number" }>;
}

const IS_FREE = { bool: true, int: true, real: true } as const;
const isFree = (t: Term): t is Term & { op: keyof typeof IS_FREE } => Object.hasOwn(IS_FREE, t.op);

function insideLinear(l: Linear): readonly Term[] {
  return l.parts.map(([t]) => t);
}

function inside(t: Term): readonly Term[] {
  switch (t.op) {
    case "true":
    case "false":
    case "bool":
    case "int":
    case "real":
      return [];
    case "not":
      return [t.arg];
    case "and":
    case "or":
      return t.args;
    case "iff":
      return [t.left, t.right];
    case ">=":
    case ">":
    case "=":
    case "floor":
      return insideLinear(t.linear);
    case "pick":
      return [t.when, ...insideLinear(t.then), ...insideLinear(t.otherwise)];
    case "product":
      return [...insideLinear(t.left), ...insideLinear(t.right)];
  }
}

/** Everything that formulas use, parts before wholes, with how often each is used. */
function usedBy(roots: readonly Bool[]): Map<Term, number> {
  const uses = new Map<Term, number>();
  const order: Term[] = [];
  const stack: { term: Term; entered: boolean }[] = roots.map((term) => ({ term, entered: false }));
  const done = new Set<Term>();
  while (stack.length > 0) {
    const top = stack.at(-1)!;
    if (top.entered || done.has(top.term)) {
      stack.pop();
      if (!done.has(top.term)) {
        done.add(top.term);
        order.push(top.term);
      }
      continue;
    }
    top.entered = true;
    for (const term of inside(top.term)) {
      uses.set(term, (uses.get(term) ?? 0) + 1);
      if (!done.has(term)) stack.push({ term, entered: false });
    }
  }
  return new Map(order.map((t) => [t, uses.get(t) ?? 0]));
}

/** A script that asks whether all the formulas can hold together, and for the free values then. */
export function scriptFor(formulas: readonly Bool[], timeoutMs: number): Script {
  const lines = [`(set-option :timeout ${Math.max(1, Math.round(timeoutMs))})`];
  const names = new Map<string, { name: string; sort: "bool" | "number" }>();
  const defined = new Map<Term, string>();
  const nameOf = (t: Term): string => defined.get(t) ?? print(t);

  const number = (r: Rational): string => {
    const magnitude = r.num < 0n ? -r.num : r.num;
    const text = r.den === 1n ? `${magnitude}.0` : `(/ ${magnitude}.0 ${r.den}.0)`;
    return r.num < 0n ? `(- ${text})` : text;
  };
  const real = (t: NumberTerm): string =>
    t.op === "int" || t.op === "floor" ? `(to_real ${nameOf(t)})` : nameOf(t);
  const linear = (l: Linear): string => {
    const parts = l.parts.map(([t, by]) =>
      by.num === 1n && by.den === 1n ? real(t) : `(* ${number(by)} ${real(t)})`,
    );
    if (l.constant.num !== 0n || parts.length === 0) parts.push(number(l.constant));
    return parts.length === 1 ? parts[0]! : `(+ ${parts.join(" ")})`;
  };
  const print = (t: Term): string => {
    switch (t.op) {
      case "true":
      case "false":
        return t.op;
      case "bool":
      case "int":
      case "real":
        throw new Error("a free value has a name");
      case "not":
        return `(not ${nameOf(t.arg)})`;
      case "and":
      case "or":
        return `(${t.op} ${t.args.map(nameOf).join(" ")})`;
      case "iff":
        return `(= ${nameOf(t.left)} ${nameOf(t.right)})`;
      case ">=":
      case ">":
      case "=":
        return `(${t.op} ${linear(t.linear)} 0.0)`;
      case "pick":
        return `(ite ${nameOf(t.when)} ${linear(t.then)} ${linear(t.otherwise)})`;
      case "floor":
        return `(to_int ${linear(t.linear)})`;
      case "product":
        return `(* ${linear(t.left)} ${linear(t.right)})`;
    }
  };

  for (const [term, uses] of usedBy(formulas)) {
    if (isFree(term)) {
      const id = `x${names.size}`;
      names.set(id, { name: term.name, sort: term.op === "bool" ? "bool" : "number" });
      defined.set(term, id);
      lines.push(`(declare-const ${id} ${{ bool: "Bool", int: "Int", real: "Real" }[term.op]})`);
      if (term.op !== "bool") {
        if (term.low) lines.push(`(assert (>= ${real(term)} ${number(term.low)}))`);
        if (term.high) lines.push(`(assert (<= ${real(term)} ${number(term.high)}))`);
      }
    } else if (uses > 1) {
      const sort =
        term.op === "floor" ? "Int" : term.op === "pick" || term.op === "product" ? "Real" : "Bool";
      const text = print(term);
      defined.set(term, `t${term.id}`);
      lines.push(`(define-fun t${term.id} () ${sort} ${text})`);
    }
  }
  for (const formula of formulas) lines.push(`(assert ${nameOf(formula)})`);
  lines.push("(check-sat)");
  if (names.size > 0) lines.push(`(get-value (${[...names.keys()].join(" ")}))`);
  return { text: `${lines.join("\n")}\n`, names };
}

export type Answer =
  | { readonly status: "sat"; readonly values: Assignment }
  | { readonly status: "unsat" }
  /** The solver gave up: neither a proof nor an example. */
  | { readonly status: "unknown"; readonly reason: string };

/** @throws Error when the solver says that the script is wrong: a fault of ours */
export function readAnswer(script: Script, output: string): Answer {
  const [status, ...rest] = output.trimStart().split("\n");
  // After `unsat` and `unknown` the values that are asked for cannot be had, which is no fault.
  if (status === "unsat") return { status };
  if (status === "unknown" || status === "timeout") return { status: "unknown", reason: status };
  if (status !== "sat") throw new Error(`the solver does not take the script: ${output.slice(0, 300)}`);
  const values = new Map<string, boolean | Rational>();
  const found = parse(rest.join("\n"));
  for (const pair of Array.isArray(found) ? found : []) {
    if (!Array.isArray(pair) || typeof pair[0] !== "string") continue;
    const known = script.names.get(pair[0]);
    if (!known) continue;
    values.set(known.name, known.sort === "bool" ? pair[1] === "true" : numberOf(pair[1]!));
  }
  return { status: "sat", values };
}

type Expression = string | Expression[];

/** The first expression of a text in parentheses. */
function parse(text: string): Expression {
  const stack: Expression[][] = [[]];
  for (const [token] of text.matchAll(/[()]|[^\s()]+/g)) {
    if (token === "(") stack.push([]);
    else if (token === ")") {
      const done = stack.pop()!;
      if (stack.length === 0) break;
      stack.at(-1)!.push(done);
    } else stack.at(-1)!.push(token);
  }
  return stack[0]?.[0] ?? [];
}

function numberOf(e: Expression): Rational {
  if (typeof e === "string") {
    const [digits, fraction = ""] = e.replace("?", "").split(".");
    return rational(BigInt(digits! + fraction), 10n ** BigInt(fraction.length));
  }
  const args = e.slice(1).map(numberOf);
  const [a, b] = args;
  if (e[0] === "-" && a) return rational(-a.num, a.den);
  if (e[0] === "/" && a && b) return rational(a.num * b.den, a.den * b.num);
  // An irrational number of a non-linear formula: nothing a fact could be.
  return rational(0);
}
