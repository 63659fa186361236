/**
 * Grades by rank when something is open: the scenarios of PlacementBody, of which placement-scenes.ts finds the
 * outcomes.
 */
import type { CellTable, OpenContext, OpenProgram, PlacementTable } from "./abi.ts";
import { ladderOf } from "./ladder.ts";
import { multiply } from "./open-numbers.ts";
import {
  CauseSet,
  type Causes,
  choiceOf,
  exactly,
  exactOf,
  type Interval,
  interval,
  type Ranked,
  type Truth,
  Unknown,
  unite,
  whyOf,
} from "./open-values.ts";
import { type Candidate, gradesOf, type PlacesFor, Scenes } from "./placement-scenes.ts";
import {
  type Member,
  membersFor,
  type PassRow,
  type Standing,
  standingOf,
  standingWhy,
} from "./population-open.ts";
import { floor, type Rational, rational, round } from "./rational.ts";

type Amounts = NonNullable<OpenProgram["amounts"][number]>;

/** Lowest and highest number of places of a row for a pool of so many out of everyone of the group. */
export function placesOf(
  row: PlacementTable["rows"][number],
  amount: Amounts[number],
  poolSize: number,
  everyone: Interval,
  context: OpenContext,
): readonly [low: number, high: number] {
  let value = amount[0](context);
  if (row.rounding !== null) {
    const base = row.everyone ? everyone : exactly(rational(poolSize));
    value = multiply(value, amount[1] === null ? base : amount[1](context));
  }
  const count = (end: Rational): number => {
    const n = row.rounding === null ? floor(end) : floor(round(end, { num: 1n, den: 1n }, row.rounding));
    return n < 0n ? 0 : Number(n);
  };
  return [value.low ? count(value.low) : 0, value.high ? count(value.high) : Number.POSITIVE_INFINITY];
}

/** A candidate of whom it is known what is open. */
interface Contender extends Candidate {
  readonly member: Member;
  readonly why: Causes;
  /** It stands somewhere between two places. */
  readonly between: boolean;
  /** Something about it is open, be it a ceiling that a stricter one makes idle. */
  readonly open: boolean;
}

export function placeOpen(
  rows: readonly PassRow[],
  id: number,
  cell: CellTable,
  amounts: Amounts,
  context: OpenContext,
  citeOf: (cite: number) => string,
): void {
  const table = cell.placement!;
  const ladder = ladderOf(table);
  const members = membersFor(rows, table);
  const standing = standingOf(rows, table.score, table.order, table.tieBreak);
  const grades = gradesOf(table);
  const outside = table.rest ?? -1;
  const groups = new Map<string, Contender[]>();
  // In the pool or not: how many are in each group, and who may be in any.
  const sizes = new Map<string | null, number>();
  const lost = new CauseSet();
  const adrift: Contender[] = [];
  for (const [index, member] of members.entries()) {
    sizes.set(member.group, (sizes.get(member.group) ?? 0) + 1);
    lost.add(member.groupWhy);
    if (member.pool === false) {
      member.row.set(id, outside);
      continue;
    }
    const c = contenderOf(member, index, table, standing, grades, ladder.grades.length);
    if (member.group === null) {
      adrift.push(c);
      const ranked = rankedOf(c, ladder.grades, outside);
      member.row.set(id, choiceOf(ladder.grades, member.groupWhy, ranked));
      continue;
    }
    const group = groups.get(member.group);
    if (group) group.push(c);
    else groups.set(member.group, [c]);
  }
  const amountsOpen = (end: "top" | "bottom"): boolean =>
    amounts.some(
      (parts, r) =>
        table.rows[r]!.end === end &&
        (parts.some((part) => part !== null && exactOf(part(context)) === null) ||
          (table.rows[r]!.everyone && sizes.has(null))),
    );
  const [top, bottom] = [amountsOpen("top"), amountsOpen("bottom")];
  const common = new CauseSet();
  for (const c of adrift) common.add(c.why);
  for (const parts of amounts) for (const part of parts) if (part !== null) common.add(part(context).why);
  if (table.rows.some((r) => r.everyone)) common.add(lost.folded());
  let places: PlacesFor;
  const scenes = new Scenes(
    table,
    ladder,
    standing,
    (size, top, bottom) => places(size, top, bottom),
    adrift,
  );
  for (const [key, group] of groups) {
    const sure = sizes.get(key)!;
    const all = interval(rational(sure), rational(sure + (sizes.get(null) ?? 0)), []);
    places = placesFor(table, amounts, all, context);
    const any = (of: (c: Contender) => boolean): boolean => adrift.some(of) || group.some(of);
    scenes.play(group, {
      ...{ top, bottom, standing: any((c) => c.between), unsure: any((c) => !c.sure) },
      ceilings: any((c) => c.allowed !== c.leastAllowed),
    });
    const causes = new CauseSet();
    for (const row of scenes.openRows) causes.add([{ kind: "tie", cite: citeOf(table.rows[row]!.cite) }]);
    for (const c of group) causes.add(c.why);
    causes.add(common.folded());
    const why = causes.folded();
    // Who is left for the bottom depends on whom the top rows take, where ceilings pass some over.
    const widened =
      table.ceilings.length > 0 &&
      ladder.rest < ladder.grades.length - 1 &&
      (top || bottom || any((c) => c.open));
    const between = (best: number, worst: number): number[] => [
      ...ladder.grades.slice(best, worst + 1),
      ...(widened && worst >= ladder.rest ? ladder.grades.slice(ladder.rest) : []),
    ];
    for (const c of group) {
      const possible = between(c.best, c.worst);
      if (c.member.pool instanceof Unknown) possible.push(outside);
      const ranked = rankedOf(c, between(c.bestFree, c.worstFree), outside);
      c.member.row.set(id, choiceOf(possible, why, ranked));
    }
  }
}

/** Places are asked for pools of few sizes, and again and again. */
function placesFor(
  table: PlacementTable,
  amounts: Amounts,
  everyone: Interval,
  context: OpenContext,
): PlacesFor {
  const known = new Map<number, readonly number[]>();
  return (size, topHigh, bottomHigh) => {
    const key = size * 4 + (topHigh ? 2 : 0) + (bottomHigh ? 1 : 0);
    let places = known.get(key);
    if (places === undefined) {
      places = table.rows.map((row, r) => {
        const high = row.end === "top" ? topHigh : bottomHigh;
        return placesOf(row, amounts[r]!, size, everyone, context)[high ? 1 : 0];
      });
      known.set(key, places);
    }
    return places;
  };
}

function contenderOf(
  member: Member,
  index: number,
  table: PlacementTable,
  standing: Standing,
  grades: readonly number[],
  rungs: number,
): Contender {
  let ceiling = Number.POSITIVE_INFINITY;
  let strictest = ceiling;
  let doubtful = false;
  for (const bound of table.ceilings) {
    const when = member.row.at(bound.when) as Truth;
    doubtful ||= when instanceof Unknown;
    if (when === true) ceiling = Math.min(ceiling, bound.grade);
    if (when !== false) strictest = Math.min(strictest, bound.grade);
  }
  const upTo = (limit: number): number => grades.filter((g) => g <= limit).length;
  const sure = member.pool === true && member.group !== null;
  const between = standing.better[index] !== standing.worse[index];
  return {
    ...{ index, member, sure, between },
    why: ownWhy(member, table),
    allowed: upTo(ceiling),
    leastAllowed: upTo(strictest),
    open: !sure || between || doubtful,
    best: rungs,
    worst: -1,
    bestFree: rungs,
    worstFree: -1,
  };
}

/** What effects on the grade that ask the same as the pool or a ceiling need to know. */
function rankedOf(c: Contender, free: readonly number[], outside: number): Ranked | null {
  const out = c.member.pool instanceof Unknown;
  return out || c.allowed !== c.leastAllowed ? { free, outside: out ? outside : null } : null;
}

function ownWhy({ row, pool, groupWhy }: Member, table: PlacementTable): Causes {
  let why = unite(whyOf(pool), groupWhy);
  why = unite(why, standingWhy(row, table.score, table.tieBreak));
  for (const bound of table.ceilings) why = unite(why, whyOf(row.at(bound.when)));
  return why;
}
