import type { OpenBand } from "./open-logic.ts";
import { parseRational } from "./rational.ts";

type Limit = { readonly value: string; readonly included: boolean } | null;

/** Limits of band rows with their numbers read. */
export function bandRows(rows: readonly { readonly low: Limit; readonly high: Limit }[]): OpenBand[] {
  const limit = (l: Limit) => l && { value: parseRational(l.value)!, included: l.included };
  return rows.map((r) => ({ low: limit(r.low), high: limit(r.high) }));
}
