/** Consequences of several clauses on one target made one, with every basis kept. */
import type { Tables } from "./abi.ts";
import { add, greatest } from "./open-numbers.ts";
import type { Interval } from "./open-values.ts";
import type { ConsequenceResult } from "./result.ts";

/** Shown for an argument that the text or the facts leave open. */
export const PENDING = "待定";

/** Stronger modalities first: 应当 absorbs 可以. */
const STRENGTH = ["must", "may", "discretionary", "advisory"] as const;

/** A consequence on its way, before merging. */
export interface Draft extends ConsequenceResult {
  /** 逐一: what keeps it apart from others. */
  readonly apart: string | null;
  readonly period: boolean;
  readonly combine: "cumulate" | "heaviest" | null;
  /** The amount behind `argument`, for 累加 and 就重. */
  readonly amount: { readonly value: Interval; readonly show: (value: Interval) => string | null } | null;
}

/** 措施 甲 < 乙: beside 乙 on the same target 甲 is idle; its basis stays with 乙. */
export function absorbed(drafts: readonly Draft[], tables: Tables): Draft[] {
  const isOf = (a: Draft, action: number): boolean =>
    tables.actions[action]!.name === a.action && tables.actions[action]!.category === a.category;
  const stronger = (a: Draft): Draft | undefined => {
    const by = tables.actions.find((_, i) => isOf(a, i))?.absorbedBy ?? [];
    return drafts.find(
      (b) =>
        b.modality === "must" &&
        b.choice.length === 0 &&
        b.target === a.target &&
        a.targetIds.every((id) => b.targetIds.includes(id)) &&
        by.some((i) => isOf(b, i)),
    );
  };
  const idle = new Map<Draft, Draft>();
  for (const a of drafts) {
    const by = a.choice.length === 0 ? stronger(a) : undefined;
    if (by) idle.set(a, by);
  }
  return drafts
    .filter((a) => !idle.has(a))
    .map((b) => {
      const bases = [...idle].filter(([, by]) => by === b).flatMap(([a]) => a.cites);
      return bases.length === 0 ? b : { ...b, cites: [...new Set([...b.cites, ...bases])] };
    });
}

/** 累加 adds the amounts, 就重 keeps the largest; an open amount leaves the result open. */
function combined(a: Draft, b: Draft): Pick<Draft, "amount" | "argument"> | null {
  if (!a.combine || !a.amount || !b.amount) return null;
  const value = (a.combine === "cumulate" ? add : greatest)(a.amount.value, b.amount.value);
  return { amount: { ...a.amount, value }, argument: a.amount.show(value) ?? PENDING };
}

/**
 * One more of the same measure on the same target. Periods that meet become one; others stay apart, the earlier first.
 * Of a period whose days are open nobody can say that it stays apart.
 */
export function taken(before: readonly Draft[], draft: Draft): Draft[] {
  const joined = before.filter((b) => !isApart(b, draft) && !isApart(draft, b));
  const rest = before.filter((b) => !joined.includes(b));
  return [...rest, [...joined, draft].reduce(merge)].sort((a, b) => (isApart(b, a) ? 1 : -1));
}

/** Does `b` begin after the end of `a`? */
const isApart = (a: Draft, b: Draft): boolean => a.until !== null && b.from !== null && a.until < b.from;

/** The same measure on the same target from two clauses. Periods are united; an open end wins. */
function merge(a: Draft, b: Draft): Draft {
  const strength = Math.min(STRENGTH.indexOf(a.modality), STRENGTH.indexOf(b.modality));
  const union = (x: readonly string[], y: readonly string[]) => [...new Set([...x, ...y])];
  const longer = a.until === null || (b.until !== null && b.until <= a.until) ? a : b;
  const from = a.from === null || b.from === null ? null : a.from < b.from ? a.from : b.from;
  const { called, ...kept } = a;
  return {
    ...kept,
    ...(called !== undefined && called === b.called && { called }),
    argument: longer.argument,
    from,
    until: longer.until,
    modality: STRENGTH[strength]!,
    by: union(a.by, b.by),
    cites: union(a.cites, b.cites),
    mitigation: union(a.mitigation, b.mitigation),
    ...((a.objects || b.objects) && { objects: union(a.objects ?? [], b.objects ?? []) }),
    ...((a.records || b.records) && { records: union(a.records ?? [], b.records ?? []) }),
    ...combined(a, b),
  };
}
