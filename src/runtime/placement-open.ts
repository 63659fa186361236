/**
 * Grades by rank when something is open: the scenarios of PlacementBody. A scenario fixes the others
 * entirely; all whose own standing is settled read their outcome from one common run of it, and only those
 * with something open of their own are placed one by one. So the cost is n log n plus (open rows) × n.
 */
import type { CellTable, OpenContext, OpenProgram, PlacementTable } from "./abi.ts";
import { multiply } from "./open-numbers.ts";
import {
  CauseSet,
  type Causes,
  choiceOf,
  exactly,
  exactOf,
  type Interval,
  type Truth,
  Unknown,
  unite,
  whyOf,
} from "./open-values.ts";
import { fill, fillingOrder, type Ladder, ladderOf, NO_CEILING } from "./placement.ts";
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

/** Lowest and highest number of places of a row for a pool of so many. */
export function placesOf(
  row: PlacementTable["rows"][number],
  amount: Amounts[number],
  poolSize: number,
  context: OpenContext,
): readonly [low: number, high: number] {
  let value = amount[0](context);
  if (row.rounding !== null)
    value = multiply(value, amount[1] === null ? exactly(rational(poolSize)) : amount[1](context));
  const count = (end: Rational): number => {
    const n = row.rounding === null ? floor(end) : floor(round(end, { num: 1n, den: 1n }, row.rounding));
    return n < 0n ? 0 : Number(n);
  };
  return [value.low ? count(value.low) : 0, value.high ? count(value.high) : Number.POSITIVE_INFINITY];
}

/** One who may be in the pool of a group. */
interface Candidate {
  /** Index into the standing. */
  readonly index: number;
  readonly member: Member;
  /** In the pool and in the group for certain. */
  readonly sure: boolean;
  /** Highest grade allowed by the ceilings that hold, and by those that may hold. */
  readonly ceiling: number;
  readonly strictest: number;
  /** Nothing about it is open. */
  readonly settled: boolean;
  best: number;
  worst: number;
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
  const candidates = members.map((member, index) => candidateOf(member, index, table, standing, ladder));
  const adrift = candidates.filter((c) => c.member.group === null && c.member.pool !== false);
  const groups = new Map<string, Candidate[]>();
  for (const c of candidates) {
    if (c.member.pool === false) c.member.row.set(id, table.rest ?? -1);
    else if (c.member.group === null) c.member.row.set(id, choiceOf([...ladder.grades], c.member.groupWhy));
    else if (groups.has(c.member.group)) groups.get(c.member.group)!.push(c);
    else groups.set(c.member.group, [c]);
  }
  for (const group of groups.values()) {
    const scene = new Scene([...group, ...adrift], standing, table, ladder, amounts, context);
    const why = new CauseSet();
    for (const row of scene.play(group)) why.add([{ kind: "tie", cite: citeOf(table.rows[row]!.cite) }]);
    for (const c of scene.candidates) why.add(ownWhy(c, table));
    for (const amount of amounts) for (const part of amount) if (part !== null) why.add(part(context).why);
    for (const c of group) {
      const grades = ladder.grades.slice(c.best, c.worst + 1);
      if (c.member.pool instanceof Unknown) grades.push(table.rest ?? -1);
      c.member.row.set(id, choiceOf(grades, unite(ownWhy(c, table), why.list())));
    }
  }
}

function candidateOf(
  member: Member,
  index: number,
  table: PlacementTable,
  standing: Standing,
  ladder: Ladder,
): Candidate {
  let ceiling = NO_CEILING;
  let strictest = NO_CEILING;
  for (const bound of table.ceilings) {
    const when = member.row.at(bound.when) as Truth;
    if (when === true) ceiling = Math.min(ceiling, bound.grade);
    if (when !== false) strictest = Math.min(strictest, bound.grade);
  }
  const sure = member.pool === true && member.group !== null;
  return {
    index,
    member,
    sure,
    ceiling,
    strictest,
    settled: sure && ceiling === strictest && standing.better[index] === standing.worse[index],
    best: ladder.grades.length,
    worst: -1,
  };
}

function ownWhy(c: Candidate, table: PlacementTable): Causes {
  let why = unite(whyOf(c.member.pool), c.member.groupWhy);
  why = unite(why, standingWhy(c.member.row, table.score, table.tieBreak));
  for (const bound of table.ceilings) why = unite(why, whyOf(c.member.row.at(bound.when)));
  return why;
}

/** The scenarios of one group. */
class Scene {
  readonly candidates: readonly Candidate[];
  private readonly standing: Standing;
  private readonly table: PlacementTable;
  private readonly ladder: Ladder;
  private readonly order: readonly number[];
  private readonly amounts: Amounts;
  private readonly context: OpenContext;
  private readonly openRows = new Set<number>();
  // Scratch for one run; sized for one more than the candidates.
  private readonly keys: Int32Array;
  private readonly ceilings: Int32Array;
  private readonly best: Int32Array;
  private readonly worst: Int32Array;
  private readonly taken: Uint8Array;

  constructor(
    candidates: readonly Candidate[],
    standing: Standing,
    table: PlacementTable,
    ladder: Ladder,
    amounts: Amounts,
    context: OpenContext,
  ) {
    this.candidates = candidates;
    this.standing = standing;
    this.table = table;
    this.ladder = ladder;
    this.order = fillingOrder(table);
    this.amounts = amounts;
    this.context = context;
    const n = candidates.length + 1;
    this.keys = new Int32Array(n);
    this.ceilings = new Int32Array(n);
    this.best = new Int32Array(n);
    this.worst = new Int32Array(n);
    this.taken = new Uint8Array(n);
  }

  /** Plays every scenario; outcomes are gathered in the candidates. @returns rows with an open tie */
  play(group: readonly Candidate[]): ReadonlySet<number> {
    const { better, worse } = this.standing;
    const all = this.candidates;
    const alternatives = (open: boolean): readonly boolean[] => (open ? [false, true] : [false]);
    const moving = alternatives(all.some((c) => better[c.index] !== worse[c.index]));
    const joining = alternatives(all.some((c) => !c.sure));
    const capping = alternatives(all.some((c) => c.ceiling !== c.strictest));
    const amount = alternatives(this.amountsOpen());
    for (const othersBetter of moving)
      for (const unsureIn of joining)
        for (const capped of capping)
          for (const high of amount) this.scenario(group, othersBetter, unsureIn, capped, high);
    return this.openRows;
  }

  private amountsOpen(): boolean {
    return this.amounts.some((a) => a.some((part) => part !== null && !isExactInterval(part(this.context))));
  }

  private places(size: number, high: boolean): readonly number[] {
    return this.table.rows.map((row, r) => placesOf(row, this.amounts[r]!, size, this.context)[high ? 1 : 0]);
  }

  private scenario(
    group: readonly Candidate[],
    othersBetter: boolean,
    unsureIn: boolean,
    capped: boolean,
    high: boolean,
  ): void {
    const ends = othersBetter ? this.standing.better : this.standing.worse;
    const own = othersBetter ? this.standing.worse : this.standing.better;
    const pool = this.candidates.filter((c) => c.sure || unsureIn);
    pool.sort((a, b) => ends[a.index]! - ends[b.index]!);
    const keys = Int32Array.from(pool, (c) => ends[c.index]!);
    const ceilings = Int32Array.from(pool, (c) => (capped ? c.strictest : c.ceiling));
    const position = new Map<Candidate, number>();
    for (const [i, c] of pool.entries()) position.set(c, i);
    if (pool.some((c) => c.settled)) {
      this.keys.set(keys);
      this.ceilings.set(ceilings);
      this.run(pool.length, this.places(pool.length, high));
      for (const [i, c] of pool.entries()) if (c.settled) this.note(c, i);
    }
    const alone = group.filter((c) => !c.settled);
    if (alone.length === 0) return;
    const withSelf = this.places(pool.length, high);
    const withNewcomer = this.places(pool.length + 1, high);
    for (const c of alone) {
      const from = position.get(c) ?? -1;
      const size = from < 0 ? pool.length + 1 : pool.length;
      const key = own[c.index]!;
      for (const ceiling of c.ceiling === c.strictest ? [c.ceiling] : [c.ceiling, c.strictest]) {
        const at = this.insert(keys, ceilings, from, key, ceiling);
        this.run(size, from < 0 ? withNewcomer : withSelf);
        this.note(c, at);
      }
    }
  }

  /** Copies the pool without the one at `from` and with a row of this key; returns where that stands. */
  private insert(keys: Int32Array, ceilings: Int32Array, from: number, key: number, ceiling: number): number {
    const n = keys.length;
    let at = lowerBound(keys, key);
    if (from < 0) {
      copy(keys, 0, at, this.keys, 0);
      copy(ceilings, 0, at, this.ceilings, 0);
      copy(keys, at, n, this.keys, at + 1);
      copy(ceilings, at, n, this.ceilings, at + 1);
    } else if (at > from) {
      at--;
      copy(keys, 0, from, this.keys, 0);
      copy(ceilings, 0, from, this.ceilings, 0);
      copy(keys, from + 1, at + 1, this.keys, from);
      copy(ceilings, from + 1, at + 1, this.ceilings, from);
      copy(keys, at + 1, n, this.keys, at + 1);
      copy(ceilings, at + 1, n, this.ceilings, at + 1);
    } else {
      copy(keys, 0, at, this.keys, 0);
      copy(ceilings, 0, at, this.ceilings, 0);
      copy(keys, at, from, this.keys, at + 1);
      copy(ceilings, at, from, this.ceilings, at + 1);
      copy(keys, from + 1, n, this.keys, from + 1);
      copy(ceilings, from + 1, n, this.ceilings, from + 1);
    }
    this.keys[at] = key;
    this.ceilings[at] = ceiling;
    return at;
  }

  private run(size: number, places: readonly number[]): void {
    const open = fill(
      this.table,
      this.ladder,
      this.order,
      places,
      size,
      this.keys,
      this.ceilings,
      this.best,
      this.worst,
      this.taken,
    );
    if (open >= 0) this.openRows.add(open);
  }

  private note(c: Candidate, at: number): void {
    c.best = Math.min(c.best, this.best[at]!);
    c.worst = Math.max(c.worst, this.worst[at]!);
  }
}

const isExactInterval = (value: Interval): boolean => exactOf(value) !== null;

function copy(from: Int32Array, start: number, end: number, to: Int32Array, at: number): void {
  to.set(from.subarray(start, end), at);
}

function lowerBound(keys: Int32Array, key: number): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (keys[middle]! < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
