import type { CellBody } from "../../src/compiler/ir/ir.ts";
import { total } from "./aggregate.ts";
import { compare } from "./expression.ts";
import { type End, everything, fraction, type Interval, orderEnds, point } from "./fraction.ts";
import { and, intervalOf, isExact, numberValue, type Truth, truthOf, type Value } from "./value.ts";
import { cellOf, ofKind, type Subject, type World } from "./world.ts";

export type Population = CellBody & { kind: "population" };

/** Whether `other` is in the pool of the group of `subject`. */
export function inPool(
  body: { readonly pool: number | null; readonly groups: readonly number[] },
  subject: Subject,
  other: Subject,
): Truth {
  const pool = body.pool === null ? true : truthOf(cellOf(other, body.pool));
  return and([pool, sameGroup(body.groups, subject, other)]);
}

export const groupKnown = (groups: readonly number[], s: Subject): boolean =>
  groups.every((g) => isExact(cellOf(s, g)));

export function sameGroup(groups: readonly number[], a: Subject, b: Subject): Truth {
  if (a === b || groups.length === 0) return true;
  if (!groupKnown(groups, a) || !groupKnown(groups, b)) return undefined;
  return groups.every((g) => sameKey(cellOf(a, g), cellOf(b, g)));
}

/** "none" is a group of its own, though it equals nothing in a comparison. */
function sameKey(a: Value, b: Value): boolean {
  if (a.kind === "choice" && b.kind === "choice") return [...a.possible][0] === [...b.possible][0];
  return compare("==", a, b) === true;
}

// ──────────────────────────────── standing ────────────────────────────────

/** What is ranked by: the score, then the tie break. */
export interface Ranking {
  readonly score: number;
  readonly order: "descending" | "ascending";
  readonly tieBreak: { readonly cell: number; readonly order: "descending" | "ascending" } | null;
}

/** One definite standing: greater is better in every part. */
export type Standing = readonly End[];

/** The best and the worst a subject may stand. */
export function standings(by: Ranking, s: Subject): { best: Standing; worst: Standing } {
  const parts: [Interval, "descending" | "ascending"][] = [[intervalOf(cellOf(s, by.score)), by.order]];
  if (by.tieBreak) parts.push([intervalOf(cellOf(s, by.tieBreak.cell)), by.tieBreak.order]);
  const turned = parts.map(([i, way]) =>
    way === "descending" ? i : { low: opposite(i.high), high: opposite(i.low) },
  );
  return { best: turned.map((i) => i.high), worst: turned.map((i) => i.low) };
}

const opposite = (e: End): End => (e === "-inf" ? "+inf" : e === "+inf" ? "-inf" : fraction(-e.num, e.den));

/** Positive when `a` stands better than `b`; the first part that differs decides. */
export function orderStandings(a: Standing, b: Standing): number {
  for (let i = 0; i < a.length; i++) {
    const sign = orderEnds(a[i]!, b[i]!);
    if (sign !== 0) return sign;
  }
  return 0;
}

export function evaluatePopulation(world: World, body: Population, subject: Subject): Value {
  const everyone = ofKind(world, subject.kind);
  if (!groupKnown(body.groups, subject)) return numberValue(everything);
  if (body.fn === "rank") return numberValue(rank(body, subject, everyone));
  const members = everyone.map((other) => ({
    belongs: inPool(body, subject, other),
    value: body.operand === null ? point(fraction(1)) : intervalOf(cellOf(other, body.operand)),
  }));
  return numberValue(total(body.fn, members));
}

/** One more than the number of others that stand better. */
function rank(body: Population, subject: Subject, everyone: readonly Subject[]): Interval {
  const by: Ranking = { score: body.operand!, order: body.order, tieBreak: body.tieBreak };
  const own = standings(by, subject);
  // With ties left out the tied share the worse number: equals count as better.
  const ahead = (sign: number) => (body.ties === "out" ? sign >= 0 : sign > 0);
  let low = 1;
  let high = 1;
  for (const other of everyone) {
    if (other === subject) continue;
    const belongs = inPool(body, subject, other);
    const theirs = standings(by, other);
    if (belongs === true && ahead(orderStandings(theirs.worst, own.best))) low += 1;
    if (belongs !== false && ahead(orderStandings(theirs.best, own.worst))) high += 1;
  }
  return { low: fraction(low), high: fraction(high) };
}
