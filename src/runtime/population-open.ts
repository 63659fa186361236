/** Placements and population figures see the cohort through these: who stands where, who surely belongs. */
import type { CellTable, PopulationTable, TieBreakTable } from "./abi.ts";
import { Gathering } from "./open-figures.ts";
import {
  CauseSet,
  type Causes,
  Choices,
  compareLow,
  exactOf,
  Interval,
  interval,
  membersOf,
  type OpenValue,
  type Truth,
  Unknown,
  unbounded,
  unite,
  whyOf,
} from "./open-values.ts";
import { rational, toText } from "./rational.ts";

/** A row as a pass sees it: cells by id, whoever holds them. */
export interface PassRow {
  at(cell: number): OpenValue;
  set(cell: number, value: OpenValue): void;
}

/** What all passes ask of a row. */
export interface Member {
  readonly row: PassRow;
  readonly pool: Truth;
  /** null: the group is unknown. */
  readonly group: string | null;
  readonly groupWhy: Causes;
}

export function membersFor(
  rows: readonly PassRow[],
  table: { readonly pool: number | null; readonly groups: readonly number[] },
): Member[] {
  return rows.map((row) => {
    let key: string | null = "";
    let why: Causes = [];
    for (const cell of table.groups) {
      const value = row.at(cell);
      const part = groupPart(value);
      if (part === null) {
        key = null;
        why = unite(why, whyOf(value));
      } else if (key !== null) key += `${part.length}:${part}`;
    }
    return {
      row,
      pool: table.pool === null ? true : (row.at(table.pool) as Truth),
      group: key,
      groupWhy: why,
    };
  });
}

function groupPart(value: OpenValue): string | null {
  if (value instanceof Interval) {
    const exact = exactOf(value);
    return exact && toText(exact);
  }
  return value instanceof Unknown || value instanceof Choices ? null : JSON.stringify(value);
}

// ─────────────────────────────── standing ───────────────────────────────

/** Dense ranks, 0 the best: where a row stands at its best and at its worst. Equal ranks are tied. */
export interface Standing {
  readonly better: Int32Array;
  readonly worse: Int32Array;
  /** Ranks lie below it. */
  readonly span: number;
}

type Ordering = "descending" | "ascending";

/** A value at one end, comparable with {@link compareEnds}; an infinite end is ±Infinity. */
type End = Interval | number | string;

function ends(value: OpenValue, order: Ordering): readonly [better: End, worse: End] {
  let low: End;
  let high: End;
  if (value instanceof Interval) return [value, value];
  if (value instanceof Choices) {
    const members = membersOf(value);
    low = members[0]!;
    high = members[members.length - 1]!;
  } else if (value instanceof Unknown) {
    low = Number.NEGATIVE_INFINITY;
    high = Number.POSITIVE_INFINITY;
  } else {
    low = typeof value === "boolean" ? Number(value) : (value as number | string);
    high = low;
  }
  return order === "descending" ? [high, low] : [low, high];
}

/** Negative when `a` stands before `b`. Of an interval the end is told by `side` and the order. */
function compareEnds(a: End, aBetter: boolean, b: End, bBetter: boolean, order: Ordering): number {
  let c: number;
  if (a instanceof Interval && b instanceof Interval) {
    const aHigh = aBetter === (order === "descending");
    const bHigh = bBetter === (order === "descending");
    const x = aHigh ? a.high : a.low;
    const y = bHigh ? b.high : b.low;
    // A null end is the infinity of its own side.
    if (x === null || y === null) {
      const p = x === null ? (aHigh ? 1 : -1) : 0;
      const q = y === null ? (bHigh ? 1 : -1) : 0;
      c = p - q;
    } else c = compareLow(x, y);
  } else c = a < b ? -1 : a > b ? 1 : 0;
  return order === "descending" ? -c : c;
}

export function standingOf(
  rows: readonly PassRow[],
  score: number,
  order: Ordering,
  tieBreak: TieBreakTable | null,
): Standing {
  const n = rows.length;
  const scores = rows.map((r) => ends(r.at(score), order));
  const breaks = tieBreak && rows.map((r) => ends(r.at(tieBreak.cell), tieBreak.order));
  // Entry 2i is row i at its best, 2i + 1 at its worst.
  const entries = Array.from({ length: 2 * n }, (_, k) => k);
  const compare = (p: number, q: number): number => {
    const [i, j] = [p >> 1, q >> 1];
    const [pb, qb] = [(p & 1) === 0, (q & 1) === 0];
    const c = compareEnds(scores[i]![p & 1]!, pb, scores[j]![q & 1]!, qb, order);
    if (c !== 0 || !breaks) return c;
    return compareEnds(breaks[i]![p & 1]!, pb, breaks[j]![q & 1]!, qb, tieBreak.order);
  };
  entries.sort(compare);
  const better = new Int32Array(n);
  const worse = new Int32Array(n);
  let rank = 0;
  for (let k = 0; k < entries.length; k++) {
    const e = entries[k]!;
    if (k > 0 && compare(entries[k - 1]!, e) !== 0) rank++;
    ((e & 1) === 0 ? better : worse)[e >> 1] = rank;
  }
  return { better, worse, span: rank + 1 };
}

/** Causes of where a row stands. */
export const standingWhy = (row: PassRow, score: number, tieBreak: TieBreakTable | null): Causes =>
  unite(whyOf(row.at(score)), tieBreak ? whyOf(row.at(tieBreak.cell)) : []);

// ─────────────────────────────── figures ───────────────────────────────

export function populateOpen(rows: readonly PassRow[], id: number, cell: CellTable): void {
  const table = cell.population!;
  const members = membersFor(rows, table);
  const groups = new Map<string, number[]>();
  const adrift: number[] = [];
  members.forEach((m, i) => {
    if (m.group === null) adrift.push(i);
    else if (groups.has(m.group)) groups.get(m.group)!.push(i);
    else groups.set(m.group, [i]);
  });
  if (table.fn === "rank") rankOpen(members, groups, adrift, table, id);
  else {
    // Those who may be of any group are gathered once.
    const anywhere = new Gathering(table.fn, cell.name ?? cell.text);
    for (const i of adrift) gather(anywhere, members[i]!, table);
    for (const group of groups.values()) {
      const gathering = anywhere.copy();
      for (const i of group) gather(gathering, members[i]!, table);
      const value = gathering.result();
      for (const i of group) members[i]!.row.set(id, value);
    }
  }
  // Whose group is unknown has no population to be measured by.
  for (const i of adrift) members[i]!.row.set(id, unbounded(members[i]!.groupWhy));
}

function gather(into: Gathering, m: Member, table: PopulationTable): void {
  if (m.pool === false) return;
  const value = table.operand === null ? null : (m.row.at(table.operand) as Interval);
  const sure = m.pool === true && m.group !== null;
  into.take(value, sure ? null : unite(whyOf(m.pool), m.groupWhy));
}

/** Those that count in a rank: where the sure ones stand at their worst, and all that may count at their best. */
class Rivals {
  readonly sureWorse: number[] = [];
  readonly anyBetter: number[] = [];
  private readonly causes = new CauseSet();

  constructor(
    members: readonly Member[],
    indexes: readonly number[],
    { better, worse }: Standing,
    table: PopulationTable,
  ) {
    for (const i of indexes) {
      const m = members[i]!;
      if (m.pool === false) continue;
      this.anyBetter.push(better[i]!);
      this.causes.add(rankWhy(m, table));
      if (m.pool === true && m.group !== null) this.sureWorse.push(worse[i]!);
    }
    this.sureWorse.sort((a, b) => a - b);
    this.anyBetter.sort((a, b) => a - b);
  }

  why(others: Causes): Causes {
    this.causes.add(others);
    return this.causes.folded();
  }
}

const rankWhy = (m: Member, table: PopulationTable): Causes =>
  unite(unite(whyOf(m.pool), m.groupWhy), standingWhy(m.row, table.operand!, table.tieBreak));

/** Ranks the rows of the groups; those `adrift` may be of each or not. */
function rankOpen(
  members: readonly Member[],
  groups: ReadonlyMap<string, readonly number[]>,
  adrift: readonly number[],
  table: PopulationTable,
  id: number,
): void {
  const standing = standingOf(
    members.map((m) => m.row),
    table.operand!,
    table.order,
    table.tieBreak,
  );
  const { better, worse } = standing;
  const anywhere = new Rivals(members, adrift, standing, table);
  const anyWhy = anywhere.why([]);
  const out = table.ties === "out";
  for (const group of groups.values()) {
    const rivals = new Rivals(members, group, standing, table);
    const why = rivals.why(anyWhy);
    for (const i of group) {
      const m = members[i]!;
      const [mine, worst] = [better[i]!, worse[i]!];
      let certainly = countBefore(rivals.sureWorse, mine, out);
      let possibly = countBefore(rivals.anyBetter, worst, out) + countBefore(anywhere.anyBetter, worst, out);
      // The row never counts against itself.
      if (m.pool === true && out && worst === mine) certainly--;
      if (m.pool !== false && (mine < worst || (out && mine === worst))) possibly--;
      const own = m.pool === false ? rankWhy(m, table) : [];
      m.row.set(id, interval(rational(1 + certainly), rational(1 + possibly), unite(why, own)));
    }
  }
}

/** How many of the sorted numbers lie before `key`, or for `orEqual` not after it. */
function countBefore(sorted: readonly number[], key: number, orEqual: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < key || (orEqual && sorted[middle] === key)) low = middle + 1;
    else high = middle;
  }
  return low;
}
