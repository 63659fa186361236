/**
 * Grades by rank when something is open: the scenarios of PlacementBody. A scenario fixes the others
 * entirely; all whose own standing is settled read their outcome from one common run of it, and only those
 * with something open of their own are placed one by one. So the cost is n log n plus (open rows) × n.
 */
import type { CellTable, OpenContext, OpenProgram, PlacementTable } from "./abi.ts";
import { fillingOrder, type Ladder, ladderOf } from "./ladder.ts";
import { multiply } from "./open-numbers.ts";
import {
  CauseSet,
  type Causes,
  choiceOf,
  exactly,
  exactOf,
  type Truth,
  Unknown,
  unite,
  whyOf,
} from "./open-values.ts";
import { fill, NO_CEILING } from "./placement.ts";
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
  /** Nothing about it is open that could change its place. */
  readonly settled: boolean;
  /** Something about it is open, be it a ceiling that a stricter one makes idle. */
  readonly open: boolean;
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
    // Who is left for the bottom depends on whom the top rows take, where ceilings pass some over.
    const widened = scene.open && table.ceilings.length > 0 && ladder.rest < ladder.grades.length - 1;
    for (const c of group) {
      const unsure = c.member.pool instanceof Unknown;
      const grades = ladder.grades.slice(c.best, c.worst + 1);
      if (unsure) grades.push(table.rest ?? -1);
      if (widened && c.worst >= ladder.rest) grades.push(...ladder.grades.slice(ladder.rest));
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
  let doubtful = false;
  for (const bound of table.ceilings) {
    const when = member.row.at(bound.when) as Truth;
    doubtful ||= when instanceof Unknown;
    if (when === true) ceiling = Math.min(ceiling, bound.grade);
    if (when !== false) strictest = Math.min(strictest, bound.grade);
  }
  const sure = member.pool === true && member.group !== null;
  const settled = sure && ceiling === strictest && standing.better[index] === standing.worse[index];
  return {
    index,
    member,
    sure,
    ceiling,
    strictest,
    settled,
    open: !settled || doubtful,
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

/** What a scenario says of everybody but the subject it is seen from. */
interface Scenario {
  readonly othersBetter: boolean;
  readonly capped: boolean;
  readonly topHigh: boolean;
  readonly bottomHigh: boolean;
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
  /** Scratch for one run; sized for one more than the candidates. */
  private readonly keys: Int32Array;
  private readonly ceilings: Int32Array;
  private readonly rungs: Int32Array;

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
    this.rungs = new Int32Array(n);
  }

  /** Whether anything but a tie is open in the group. */
  get open(): boolean {
    return this.amountsOpen("top") || this.amountsOpen("bottom") || this.candidates.some((c) => c.open);
  }

  /** Plays every scenario; outcomes are gathered in the candidates. @returns rows with an open tie */
  play(group: readonly Candidate[]): ReadonlySet<number> {
    const { better, worse } = this.standing;
    const all = this.candidates;
    const alternatives = (open: boolean): readonly boolean[] => (open ? [false, true] : [false]);
    for (const othersBetter of alternatives(all.some((c) => better[c.index] !== worse[c.index])))
      for (const capped of alternatives(all.some((c) => c.ceiling !== c.strictest)))
        for (const topHigh of alternatives(this.amountsOpen("top")))
          for (const bottomHigh of alternatives(this.amountsOpen("bottom")))
            this.scenario(group, { othersBetter, capped, topHigh, bottomHigh });
    return this.openRows;
  }

  private amountsOpen(end: "top" | "bottom"): boolean {
    return this.amounts.some(
      (a, r) =>
        this.table.rows[r]!.end === end &&
        a.some((part) => part !== null && exactOf(part(this.context)) === null),
    );
  }

  private places(size: number, s: Scenario): readonly number[] {
    return this.table.rows.map((row, r) => {
      const high = row.end === "top" ? s.topHigh : s.bottomHigh;
      return placesOf(row, this.amounts[r]!, size, this.context)[high ? 1 : 0];
    });
  }

  /**
   * Which of the unsure take part is decided apart for those before, beside and behind the subject. All
   * subjects that stand the same way to the unsure ones share the pools that follow from it.
   */
  private scenario(group: readonly Candidate[], s: Scenario): void {
    const ends = s.othersBetter ? this.standing.better : this.standing.worse;
    const own = s.othersBetter ? this.standing.worse : this.standing.better;
    const sorted = this.candidates.toSorted((a, b) => ends[a.index]! - ends[b.index]!);
    const unsure = Int32Array.from(
      sorted.filter((c) => !c.sure),
      (c) => ends[c.index]!,
    );
    const sides = new Map<string, Candidate[]>();
    for (const c of group) {
      const key = own[c.index]!;
      const side = `${lowerBound(unsure, key)}/${lowerBound(unsure, key + 1)}`;
      const sameSide = sides.get(side);
      if (sameSide) sameSide.push(c);
      else sides.set(side, [c]);
    }
    for (const subjects of sides.values()) {
      const key = own[subjects[0]!.index]!;
      const from = lowerBound(unsure, key);
      const to = lowerBound(unsure, key + 1);
      const low = from === 0 ? Number.NEGATIVE_INFINITY : unsure[from - 1]!;
      const high = to === unsure.length ? Number.POSITIVE_INFINITY : unsure[to]!;
      // An unsure key in between is the subjects' own; without one nobody unsure stands beside them.
      for (let mask = 0; mask < (unsure.length === 0 ? 1 : 8); mask++) {
        const takesPart = (c: Candidate): boolean => {
          if (c.sure) return true;
          const k = ends[c.index]!;
          return (mask & (k <= low ? 1 : k >= high ? 4 : 2)) !== 0;
        };
        this.pool(sorted.filter(takesPart), ends, own, subjects, s);
      }
    }
  }

  /** One pool, seen from each of the subjects: together where they are settled, else one by one. */
  private pool(
    pool: readonly Candidate[],
    ends: Int32Array,
    own: Int32Array,
    subjects: readonly Candidate[],
    s: Scenario,
  ): void {
    const keys = Int32Array.from(pool, (c) => ends[c.index]!);
    const ceilings = Int32Array.from(pool, (c) => (s.capped ? c.strictest : c.ceiling));
    const position = new Map<Candidate, number>();
    for (const [i, c] of pool.entries()) position.set(c, i);
    const places = this.places(pool.length, s);
    // Of equals in an open tie, the subject may be the first or the last.
    const untied = (i: number): boolean =>
      this.table.ties !== "open" || (keys[i - 1] !== keys[i] && keys[i + 1] !== keys[i]);
    const together = (c: Candidate): boolean => c.settled && untied(position.get(c)!);
    if (subjects.some(together)) {
      this.keys.set(keys);
      this.ceilings.set(ceilings);
      this.run(pool.length, places);
      for (const c of subjects) if (together(c)) note(c, this.rungs[position.get(c)!]!);
    }
    let withNewcomer: readonly number[] | null = null;
    for (const c of subjects) {
      if (together(c)) continue;
      const from = position.get(c) ?? -1;
      const key = own[c.index]!;
      if (from < 0) withNewcomer ??= this.places(pool.length + 1, s);
      for (const ceiling of c.ceiling === c.strictest ? [c.ceiling] : [c.ceiling, c.strictest])
        for (const last of this.table.ties === "open" ? [false, true] : [false]) {
          const at = this.insert(keys, ceilings, from, key, ceiling, last);
          if (from < 0) this.run(pool.length + 1, withNewcomer!);
          else this.run(pool.length, places);
          note(c, this.rungs[at]!);
        }
    }
  }

  /**
   * Copies the pool without the one at `from` and with a row of this key, before its equals or after
   * them; returns where that stands.
   */
  private insert(
    keys: Int32Array,
    ceilings: Int32Array,
    from: number,
    key: number,
    ceiling: number,
    last: boolean,
  ): number {
    const n = keys.length;
    let at = lowerBound(keys, last ? key + 1 : key);
    const move = (start: number, end: number, to: number): void => {
      this.keys.set(keys.subarray(start, end), to);
      this.ceilings.set(ceilings.subarray(start, end), to);
    };
    if (from < 0) {
      move(0, at, 0);
      move(at, n, at + 1);
    } else if (at > from) {
      at--;
      move(0, from, 0);
      move(from + 1, at + 1, from);
      move(at + 1, n, at + 1);
    } else {
      move(0, at, 0);
      move(at, from, at + 1);
      move(from + 1, n, from + 1);
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
      this.rungs,
    );
    if (open >= 0) this.openRows.add(open);
  }
}

function note(c: Candidate, rung: number): void {
  c.best = Math.min(c.best, rung);
  c.worst = Math.max(c.worst, rung);
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
