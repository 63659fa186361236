/** Plain values in and out of the direct program; null: not plain. */
import type { Rep } from "./abi.ts";
import { parseDay } from "./calendar.ts";
import { fromRep } from "./fact-values.ts";
import { jsonNumber } from "./json-numbers.ts";
import { divide, parseRational, type Rational } from "./rational.ts";
import type { JsonNumber } from "./result.ts";

/** A text that is not empty, without the spaces around it. */
export function nameOf(raw: unknown): string | null {
  if (typeof raw === "string") return raw.trim() || null;
  return typeof raw === "number" && Number.isFinite(raw) ? String(raw) : null;
}

export function dayOf(raw: unknown): number | null {
  return typeof raw === "string" ? (parseDay(raw.trim()) ?? null) : null;
}

export function onlyKnown(source: object, known: ReadonlySet<string>): boolean {
  for (const key of Object.keys(source)) if (!known.has(key)) return false;
  return true;
}

/** Who asks for earlier results. */
export const asker = (kind: number, i: number, id: string): { kind: number; i: number; id: string } => ({
  kind,
  i,
  id,
});

/** A computed number in the unit in which it is written. */
export function shown(slot: number | bigint | Rational, rep: Rep, factor: string): JsonNumber {
  return jsonNumber(divide(fromRep(slot, rep), parseRational(factor)!));
}
