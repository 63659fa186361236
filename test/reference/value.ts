import type { CalendarDate, Enumeration, Type } from "../../src/compiler/ir/ir.ts";
import { everything, type Interval, showInterval } from "./fraction.ts";

/** The open values of ir.ts, one to one. A choice is the set of what is possible; NONE stands for "none". */
export type Value =
  | { readonly kind: "number"; readonly interval: Interval }
  | { readonly kind: "truth"; readonly value: Truth }
  | { readonly kind: "choice"; readonly possible: ReadonlySet<number> }
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "date"; readonly value: CalendarDate }
  | { readonly kind: "party"; readonly value: readonly string[] }
  | { readonly kind: "link"; readonly value: string }
  | { readonly kind: "links"; readonly value: readonly string[] }
  | { readonly kind: "posts"; readonly value: readonly Held[] }
  | { readonly kind: "unknown" };

/** Someone held a post, from a day to a day, both included; no day: before or after everything. */
export interface Held {
  readonly name: string;
  readonly from: CalendarDate | undefined;
  readonly to: CalendarDate | undefined;
}

/** Kleene: undefined is unknown. */
export type Truth = boolean | undefined;

export const NONE = -1;
export const UNKNOWN: Value = { kind: "unknown" };
export const numberValue = (interval: Interval): Value => ({ kind: "number", interval });
export const truthValue = (value: Truth): Value => ({ kind: "truth", value });
export const choiceValue = (possible: Iterable<number>): Value => ({
  kind: "choice",
  possible: new Set(possible),
});

export function intervalOf(v: Value): Interval {
  if (v.kind !== "number") throw new Error(`a number is expected, not ${v.kind}`);
  return v.interval;
}
export function truthOf(v: Value): Truth {
  if (v.kind !== "truth") throw new Error(`a truth value is expected, not ${v.kind}`);
  return v.value;
}
export function possibleOf(v: Value): ReadonlySet<number> {
  if (v.kind !== "choice") throw new Error(`a choice is expected, not ${v.kind}`);
  return v.possible;
}

/** A missing fact or open parameter: its whole declared range. */
export function inexact(type: Type, enumerations: readonly Enumeration[]): Value {
  if (type.kind === "number") return numberValue({ low: type.low ?? "-inf", high: type.high ?? "+inf" });
  if (type.kind !== "choice") return anything(type, enumerations);
  return choiceValue(enumerations[type.enumeration]!.members.map((_, i) => i));
}

/**
 * "Not exact": a value of which not even that there is one is known, seen through a link that leads nowhere
 * or in a year nobody supplies. A declared range bounds facts, and here there may be no fact.
 */
export function anything(type: Type, enumerations: readonly Enumeration[]): Value {
  switch (type.kind) {
    case "number":
      return numberValue(everything);
    case "truth":
      return truthValue(undefined);
    case "choice":
      return choiceValue([...enumerations[type.enumeration]!.members.map((_, i) => i), NONE]);
    case "text":
    case "date":
    case "party":
    case "link":
    case "links":
      return UNKNOWN;
  }
}

export function isExact(v: Value): boolean {
  switch (v.kind) {
    case "number":
      return !showInterval(v.interval).includes("..") && typeof v.interval.low !== "string";
    case "truth":
      return v.value !== undefined;
    case "choice":
      return v.possible.size === 1;
    case "unknown":
      return false;
    case "text":
    case "date":
    case "party":
    case "link":
    case "links":
    case "posts":
      return true;
  }
}

export const not = (a: Truth): Truth => (a === undefined ? undefined : !a);

/** At least `count` of the truths hold. `or` is at least 1, `and` at least all. */
export function atLeast(count: number, truths: readonly Truth[]): Truth {
  const certain = truths.filter((t) => t === true).length;
  const possible = truths.filter((t) => t !== false).length;
  return certain >= count ? true : possible < count ? false : undefined;
}
export const and = (truths: readonly Truth[]): Truth => atLeast(truths.length, truths);
export const or = (truths: readonly Truth[]): Truth => atLeast(1, truths);
