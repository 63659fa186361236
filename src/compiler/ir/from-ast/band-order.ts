import type { Phrase } from "../../../diagnostics/message.ts";
import { inMessage, labelled, phrase, unsaid, worded } from "../../../diagnostics/phrases.ts";
import type * as ast from "../../../parser/ast.ts";
import { add, compare, divide, floor, type Rational, rational } from "../../../runtime/rational.ts";
import { type CoverageFinding, checkCoverage, type Interval } from "../../analyze/coverage.ts";
import type * as ir from "../ir.ts";
import { orderedFixes } from "./band-fixes.ts";
import type { End, Limit, Piece, RowPieces } from "./bands.ts";
import type { Lowering } from "./lowering.ts";

/**
 * Coverage of bands whose limits are open or computed values. Figures alone do not tell it; what is known of
 * the order of the limits does: figures, the declared order of open values (`参数 丙起点 < 乙起点`) and the
 * ranges of both. Every order that this allows is tried, with the limits' places as if they were numbers.
 */

/** How two limits may lie to each other: -1 below, 0 equal, 1 above. */
function possible(lowering: Lowering, a: Limit, b: Limit): readonly number[] {
  if (a.value && b.value) return [Math.sign(compare(a.value, b.value))];
  for (const chain of lowering.model.orders) {
    const [i, j] = [chain.indexOf(a.key), chain.indexOf(b.key)];
    if (i >= 0 && j >= 0) return [Math.sign(i - j)];
  }
  const apart = (low: Limit, high: Limit): number | null => {
    const [end, start] = [low.expr.type.high, high.expr.type.low];
    return end === null || start === null ? null : compare(end, start);
  };
  const up = apart(a, b);
  if (up !== null && up <= 0) return up < 0 ? [-1] : [-1, 0];
  const down = apart(b, a);
  if (down !== null && down <= 0) return down < 0 ? [1] : [0, 1];
  return [-1, 0, 1];
}

type Way = readonly (readonly Limit[])[];

/** Limits that have no order yet are tried in every way only up to this number of them. */
const LIMITS = 6;

/** Every way in which the limits can lie: groups of equal ones, lowest first. */
function waysOf(lowering: Lowering, limits: readonly Limit[]): Way[] {
  let ways: Way[] = [[]];
  for (const limit of limits) {
    const next: Way[] = [];
    const fits = (others: Way, order: number): boolean =>
      others.every((group) => group.every((o) => possible(lowering, o, limit).includes(order)));
    for (const way of ways)
      for (let at = 0; at <= way.length; at++) {
        const below = way.slice(0, at);
        if (!fits(below, -1)) break;
        if (fits(way.slice(at), 1)) next.push([...below, [limit], ...way.slice(at)]);
        const group = way[at];
        const above = way.slice(at + 1);
        if (group && fits([group], 0) && fits(above, 1)) next.push([...below, [...group, limit], ...above]);
      }
    ways = next;
  }
  return ways;
}

export function limitsOf(rows: readonly RowPieces[]): Limit[] {
  const limits = new Map<string, Limit>();
  for (const row of rows)
    if (row !== "rest")
      for (const piece of row)
        for (const end of [piece.low, piece.high]) if (end) limits.set(end.limit.key, end.limit);
  return [...limits.values()];
}

/** Two limits of which nothing says which is higher. */
function unordered(lowering: Lowering, limits: readonly Limit[]): readonly [Limit, Limit] | null {
  for (const [i, a] of limits.entries())
    for (const b of limits.slice(i + 1))
      if (![0, 1].includes(possible(lowering, a, b).filter((o) => o !== 0).length)) return [a, b];
  return null;
}

/** Whole figures of a stepped value end where the next value begins: `89分` and `不满90分` are one limit. */
function aligned(piece: Piece, step: Rational | null): Piece {
  if (step === null) return piece;
  const shift = (end: End | null, when: boolean): End | null => {
    const value = end?.limit.value;
    if (!end || !value || end.included !== when || divide(value, step).den !== 1n) return end;
    const next = add(value, step);
    return { limit: { ...end.limit, key: `=${next.num}/${next.den}`, value: next }, included: !when };
  };
  return { low: shift(piece.low, false), high: shift(piece.high, true) };
}

/**
 * Reports gaps and overlaps of bands; false after a report.
 * @param topDown the first row that holds counts, so that rows may overlap
 */
export function checkOpenBands(
  lowering: Lowering,
  s: { readonly span: ast.Expression["span"]; readonly value: ast.Expression },
  tests: readonly { readonly span: ast.Expression["span"] }[],
  rows: readonly RowPieces[],
  step: Rational | null,
  topDown: boolean,
): boolean {
  const hasRest = rows.includes("rest");
  if (topDown && hasRest) return true;
  const pieces = rows.flatMap((row, index) =>
    row === "rest" ? [] : row.map((piece) => ({ index, piece: aligned(piece, step) })),
  );
  const limits = limitsOf([pieces.map((p) => p.piece)]);
  const open = unordered(lowering, limits);
  const ask = (fits: (lower: Limit, higher: Limit) => boolean): false => {
    const [a, b] = open!;
    const orders = [[a, b] as const, [b, a] as const].filter(([lower, higher]) => fits(lower, higher));
    lowering.report(
      "BF3120",
      { first: a.text, second: b.text },
      {
        span: { start: s.span.start, end: s.value.span.end },
        fixes: orderedFixes(
          lowering,
          orders.map(([lower, higher]) => [lower.text, higher.text] as const),
        ),
      },
    );
    return false;
  };
  if (open && limits.length > LIMITS) return ask(() => true);
  const ways = waysOf(lowering, limits);
  // An order in which some value would still have no row, or two, is no way out.
  const closes = (lower: Limit, higher: Limit): boolean =>
    ways
      .filter((way) => placeIn(way, lower) < placeIn(way, higher))
      .every((way) => findingsOf(pieces, way, hasRest, topDown).length === 0);
  for (const way of ways) {
    const findings = findingsOf(pieces, way, hasRest, topDown);
    if (findings.length === 0) continue;
    if (open) return ask(closes);
    for (const finding of findings) report(lowering, s, tests, pieces, way, finding);
    return false;
  }
  return true;
}

const placeIn = (way: Way, limit: Limit): number =>
  way.findIndex((group) => group.some((l) => l.key === limit.key));

const DENSE: ir.NumberType = {
  kind: "number",
  dimension: "",
  low: null,
  high: null,
  step: null,
  display: { unit: "", factor: rational(1) },
};

type Found = { readonly index: number; readonly piece: Piece };

function findingsOf(
  pieces: readonly Found[],
  way: Way,
  hasRest: boolean,
  topDown: boolean,
): CoverageFinding[] {
  const places = new Map(way.flatMap((group, i) => group.map((l) => [l.key, i] as const)));
  const place = (end: End | null): Interval["low"] =>
    end && { value: rational(places.get(end.limit.key)!), included: end.included };
  const intervals = pieces.map(({ piece }) => ({ low: place(piece.low), high: place(piece.high) }));
  // Between equal limits a piece may be empty, which is no mistake.
  return checkCoverage(intervals, DENSE, hasRest).filter(
    (f) => f.kind === "gap" || (f.kind === "overlap" && !topDown),
  );
}

function report(
  lowering: Lowering,
  s: { readonly value: ast.Expression },
  tests: readonly { readonly span: ast.Expression["span"] }[],
  pieces: readonly Found[],
  way: Way,
  f: CoverageFinding,
): void {
  const names = way.map((group) => group[0]!.text);
  // A place is the limit itself when whole, and between two limits otherwise.
  const shown = (at: Rational): Phrase => {
    const lower = Number(floor(at));
    const here = names[lower];
    if (at.den === 1n && here !== undefined) return { zh: here, en: here };
    if (lower < 0) return phrase("below-value", { value: names[0] ?? "" });
    return lower >= names.length - 1
      ? phrase("above-value", { value: names.at(-1) ?? "" })
      : phrase("between-grades", { lower: names[lower]!, upper: names[lower + 1]! });
  };
  const exactly = (at: Rational): Phrase => {
    const { zh: value, en } = shown(at);
    return at.den === 1n ? phrase("exactly-value", { value }) : { zh: value, en };
  };
  const test = (i: number) => tests[pieces[i]!.index]!.span;
  if (f.kind === "gap")
    lowering.report(
      "BF3101",
      {
        ...inMessage("range", exactly(f.witness)),
        ...worded("what", "result"),
        ...inMessage("witness", shown(f.witness)),
        ...worded("ways", "add-band"),
      },
      { span: f.after === null ? s.value.span : test(f.after) },
      ` ${f.before}`,
    );
  else if (f.kind === "overlap")
    lowering.report(
      "BF3102",
      {
        ...inMessage("witness", shown(f.witness)),
        first: lowering.text(test(f.first)),
        second: lowering.text(test(f.second)),
        ...unsaid("more"),
        ...worded("ways", "bounds-include"),
      },
      {
        span: test(f.second),
        related: [labelled("other-band", test(f.first))],
      },
      ` ${f.first}`,
    );
}

/** Pieces from the lowest up; null where nothing says which limit is higher (reported). */
export function sortedPieces<T extends { readonly piece: Piece }>(
  lowering: Lowering,
  s: { readonly span: ast.Expression["span"]; readonly value: ast.Expression },
  pieces: readonly T[],
): T[] | null {
  const limits = limitsOf([pieces.map((p) => p.piece)]);
  const open = unordered(lowering, limits);
  if (open)
    return lowering.report(
      "BF3120",
      { first: open[0].text, second: open[1].text },
      {
        span: { start: s.span.start, end: s.value.span.end },
        fixes: orderedFixes(lowering, [
          [open[0].text, open[1].text],
          [open[1].text, open[0].text],
        ]),
      },
    );
  const below = (a: End | null, b: End | null): number => {
    if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
    return possible(lowering, a.limit, b.limit).find((o) => o !== 0) ?? 0;
  };
  return [...pieces].sort((a, b) =>
    a.piece.low?.limit.key === b.piece.low?.limit.key ? 0 : below(a.piece.low, b.piece.low),
  );
}
