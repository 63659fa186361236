import type { Rational } from "../../runtime/rational.ts";
import { toText } from "../../runtime/rational.ts";
import { sha256 } from "../../source/sha256.ts";

/**
 * A normal form of the expressions of the IR, in which what was numbered is named: two expressions, of one version or
 * of two, that have the same `id` mean the same. Different ids may still mean the same: `relate.ts` sees more.
 */
export interface Norm {
  readonly op: string;
  /** Everything of the node that is no operand: names, modes, sets, interval ends. */
  readonly data: string;
  readonly args: readonly Norm[];
  readonly id: string;
  /** A constant, or the place of a member on its scale. */
  readonly value?: Rational;
  /** The members that a test asks for, where `op` is "in". */
  readonly members?: readonly string[];
  /** The rows of a choice by bands. */
  readonly rows?: readonly NormRow[];
  /** Where the test is an ordered one (达到 …): all members of the scale, so that a level put in between is seen. */
  readonly universe?: readonly string[];
  /** Of a number, as its type says; no part of the identity. */
  readonly range?: { readonly low: Rational | null; readonly high: Rational | null };
  readonly step?: Rational | null;
}

export interface NormRow {
  readonly low: End;
  readonly high: End;
  readonly result: Norm;
}
/** null: open to that side. */
export type End = { readonly value: Rational; readonly included: boolean } | null;

type Extras = Partial<Pick<Norm, "value" | "members" | "universe" | "rows" | "range" | "step">>;

export function norm(op: string, data: string, args: readonly Norm[] = [], extras: Extras = {}): Norm {
  const id = sha256(`${op}\u0000${data}\u0000${args.map((a) => a.id).join(" ")}`).slice(0, 24);
  return { op, data, args, id, ...extras };
}

export const constant = (value: Rational): Norm =>
  norm("number", toText(value), [], { value, range: { low: value, high: value } });
export const truth = (value: boolean): Norm => norm("truth", String(value));
const isTruth = (n: Norm, value: boolean): boolean => n.op === "truth" && n.data === String(value);

export const sorted = (args: readonly Norm[]): Norm[] =>
  [...args].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));

/** 且 and 或: nested ones are one, each operand once, in no order. */
export function junction(op: "and" | "or", args: readonly Norm[]): Norm {
  const neutral = op === "and";
  const flat = args.flatMap((a) => (a.op === op ? a.args : [a]));
  if (flat.some((a) => isTruth(a, !neutral))) return truth(!neutral);
  const once = new Map(flat.filter((a) => !isTruth(a, neutral)).map((a) => [a.id, a]));
  const left = sorted([...once.values()]);
  return left.length === 0 ? truth(neutral) : left.length === 1 ? left[0]! : norm(op, "", left);
}

export function negation(a: Norm): Norm {
  if (a.op === "not") return a.args[0]!;
  if (a.op === "truth") return truth(a.data !== "true");
  if (a.op === "le") return norm("lt", "", [a.args[1]!, a.args[0]!]);
  if (a.op === "lt") return norm("le", "", [a.args[1]!, a.args[0]!]);
  if (a.op === "and" || a.op === "or") return junction(a.op === "and" ? "or" : "and", a.args.map(negation));
  return norm("not", "", [a]);
}

/** A sum, product, least or greatest: nested ones are one, in no order. */
export function commutative(op: string, args: readonly Norm[], extras: Extras): Norm {
  const flat = args.flatMap((a) => (a.op === op ? a.args : [a]));
  return flat.length === 1 ? flat[0]! : norm(op, "", sorted(flat), extras);
}
