import type { DrawData } from "../compiler/ir/ir.ts";
import {
  isInteger,
  multiply,
  ONE,
  type Rational,
  type RoundingMode,
  rational,
  round,
  toText,
} from "../runtime/rational.ts";
import { sha256 } from "../source/sha256.ts";

/**
 * A public draw. Everybody on the list gets a lot: the SHA-256 of the seed and of who it is, as hexadecimal digits.
 * Whoever has the smallest lots in a group is drawn. The same seed and list always give the same draw, nobody can tell
 * the lots before the seed is known, and anybody can work out a single lot with common tools.
 */

export interface Candidate {
  readonly kind: string;
  readonly id: string;
  /** What the draw is grouped by: 东县; empty where it is not. */
  readonly group: string;
}

export interface Lot extends Candidate {
  readonly lot: string;
  readonly drawn: boolean;
}

export interface DrawGroup {
  /** What is drawn from apart: a kind of subject, where kinds are drawn apart, and the group. */
  readonly kind: string | null;
  readonly group: string;
  readonly size: number;
  /** Exact share of the size, as text, where a share is drawn: `8.4`. */
  readonly exact: string | null;
  /** So many are to be drawn; `count` are, at most all there are. */
  readonly wanted: number;
  readonly count: number;
  /** Fewer are there than are to be drawn. */
  readonly short: boolean;
}

export interface DrawTerms {
  readonly amount: Rational;
  readonly share: boolean;
  readonly rounding: RoundingMode | null;
  /** Whether each kind of subject is drawn apart or all together; null: not said. */
  readonly kinds: "apart" | "together" | null;
}

export interface DrawResult {
  readonly groups: readonly DrawGroup[];
  /** In the order of the list. */
  readonly lots: readonly Lot[];
}

/** What the measure leaves open and somebody has to say before lots are drawn. */
export type OpenTerm =
  | { readonly kind: "kinds"; readonly kinds: readonly string[] }
  | { readonly kind: "rounding"; readonly group: string; readonly size: number; readonly exact: string };

/** What the lot of somebody is the digest of. */
export const lotText = (seed: string, c: Pick<Candidate, "kind" | "id">): string =>
  `${seed}/${c.kind}/${c.id}`;

export const termsOf = (d: DrawData): DrawTerms => ({
  amount: d.amount,
  share: d.share,
  rounding: d.rounding,
  kinds: d.from.length === 1 ? "together" : null,
});

/** @returns the draw, or what is open */
export function draw(
  candidates: readonly Candidate[],
  terms: DrawTerms,
  seed: string,
): DrawResult | { readonly open: readonly OpenTerm[] } {
  if (terms.kinds === null)
    return { open: [{ kind: "kinds", kinds: [...new Set(candidates.map((c) => c.kind))] }] };
  const apart = terms.kinds === "apart";
  const lots = candidates.map((c) => ({ ...c, lot: sha256(lotText(seed, c)) }));
  const byGroup = new Map<string, (typeof lots)[number][]>();
  for (const lot of lots) {
    const key = JSON.stringify([apart ? lot.kind : "", lot.group]);
    const members = byGroup.get(key);
    if (members) members.push(lot);
    else byGroup.set(key, [lot]);
  }
  const open: OpenTerm[] = [];
  const groups: DrawGroup[] = [];
  const drawn = new Set<object>();
  for (const members of byGroup.values()) {
    const size = members.length;
    const exact = terms.share ? multiply(terms.amount, rational(size)) : terms.amount;
    const wanted = wholeNumber(exact, terms.rounding);
    const { kind, group } = members[0]!;
    if (wanted === null) {
      open.push({ kind: "rounding", group, size, exact: toText(exact) });
      continue;
    }
    const count = Math.min(wanted, size);
    groups.push({
      kind: apart ? kind : null,
      group,
      size,
      exact: terms.share ? toText(exact) : null,
      wanted,
      count,
      short: wanted > size,
    });
    const sorted = [...members].sort((a, b) => (a.lot < b.lot ? -1 : a.lot > b.lot ? 1 : 0));
    for (const m of sorted.slice(0, count)) drawn.add(m);
  }
  if (open.length > 0) return { open };
  return { groups, lots: lots.map((l) => ({ ...l, drawn: drawn.has(l) })) };
}

/** Null where it is no whole number and nobody has said how to round. */
function wholeNumber(exact: Rational, rounding: RoundingMode | null): number | null {
  if (isInteger(exact)) return Number(exact.num);
  return rounding === null ? null : Number(round(exact, ONE, rounding).num);
}
