import type { ExactColumn } from "./exact-column.ts";

/** A score that is open, or that of a row whose group or part in the ranking is: how far from the front it may stand. */
export interface OpenScore {
  readonly best: number;
  readonly worst: number;
  /** It surely ranks. */
  readonly taking: boolean;
  readonly anyGroup: boolean;
}

/** Between which places a row stands, and out of how many who surely rank (`of`) or may (`most`). Equals have one place: `tied` of them, itself among them. */
export type Place =
  | "not-ranked"
  | {
      readonly first: number;
      readonly last: number;
      readonly of: number;
      readonly most: number;
      readonly tied: number;
    };

export interface Places {
  /** undefined: nothing is known of it. @param position among the sorted rows */
  at(position: number): Place | undefined;
}

interface Ranked {
  readonly group: Uint32Array;
  readonly score: ExactColumn;
  readonly tie: ExactColumn | null;
  readonly open: ReadonlyMap<number, OpenScore>;
  readonly out: ReadonlySet<number>;
}

/** @param rows by group; in it the settled ones by score, then the open ones, then those who do not rank */
export function placesOf(rows: Uint32Array, ranked: Ranked): Places {
  const { group, open, out } = ranked;
  const first = new Uint32Array(rows.length);
  const last = new Uint32Array(rows.length);
  const of = new Uint32Array(rows.length);
  const most = new Uint32Array(rows.length);
  const tied = new Uint32Array(rows.length).fill(1);
  // Whoever may belong to any group may stand in each.
  const strays = [...open.values()].filter((o) => o.anyGroup);
  for (let start = 0; start < rows.length; ) {
    let end = start;
    while (end < rows.length && group[rows[end]!] === group[rows[start]!]) end++;
    placeGroup(rows.subarray(start, end), ranked, strays, {
      first: first.subarray(start, end),
      last: last.subarray(start, end),
      of: of.subarray(start, end),
      most: most.subarray(start, end),
      tied: tied.subarray(start, end),
    });
    start = end;
  }
  return {
    at(i) {
      if (out.has(rows[i]!)) return "not-ranked";
      return first[i] === 0
        ? undefined
        : { first: first[i]!, last: last[i]!, of: of[i]!, most: most[i]!, tied: tied[i]! };
    },
  };
}

interface Columns {
  readonly first: Uint32Array;
  readonly last: Uint32Array;
  readonly of: Uint32Array;
  readonly most: Uint32Array;
  readonly tied: Uint32Array;
}

function placeGroup(
  rows: Uint32Array,
  { score, tie, open, out }: Ranked,
  strays: readonly OpenScore[],
  { first, last, of, most, tied }: Columns,
): void {
  let settled = 0;
  while (settled < rows.length && !open.has(rows[settled]!) && !out.has(rows[settled]!)) settled++;
  const here: OpenScore[] = [];
  for (let i = settled; i < rows.length; i++) {
    const o = open.get(rows[i]!);
    if (o && !o.anyGroup) here.push(o);
  }
  const bests = Float64Array.from([...here, ...strays], (o) => o.best).sort();
  // Who is open and yet surely stands before somebody.
  const worsts = Float64Array.from(
    here.filter((o) => o.taking),
    (o) => o.worst,
  ).sort();
  // Of equals only one that a tie break may put in front stands before.
  const before = (sorted: ArrayLike<number>, value: number) => countBelow(sorted, value, tie !== null);
  for (let i = 0; i < settled; ) {
    let end = i + 1;
    while (end < settled && score.compare(rows[i]!, rows[end]!) === 0) end++;
    placeEquals(i, end);
    i = end;
  }
  const known = Float64Array.from(rows.subarray(0, settled), (row) => score.at(row));
  const total = settled + here.filter((o) => o.taking).length;
  for (let i = settled; i < rows.length; i++) {
    const o = open.get(rows[i]!);
    // Of one whose group or part is open a place would say too much.
    if (!o?.taking || o.anyGroup) continue;
    const itself = before([o.best], o.worst);
    first[i] = 1 + countBelow(known, o.best, false) + countBelow(worsts, o.best, false);
    last[i] = 1 + before(known, o.worst) + before(bests, o.worst) - itself;
  }
  of.fill(total);
  most.fill(settled + here.length + strays.length);

  function placeEquals(from: number, to: number): void {
    const unsure = tie !== null && to - from > 1 && rows.subarray(from, to).some((row) => !tie.known(row));
    const ahead = before(bests, score.at(rows[from]!));
    const surely = countBelow(worsts, score.at(rows[from]!), false);
    for (let i = from; i < to; i++) {
      const same = i > from && (tie === null || tie.compare(rows[i - 1]!, rows[i]!) === 0);
      first[i] = unsure ? from + 1 + surely : same ? first[i - 1]! : i + 1 + surely;
      last[i] = (unsure ? to : first[i]! - surely) + ahead;
    }
    if (unsure) return;
    for (let i = from; i < to; ) {
      let end = i + 1;
      while (end < to && first[end] === first[i]) end++;
      tied.fill(end - i, i, end);
      i = end;
    }
  }
}

/** How many of the sorted figures are below one, or not above. */
function countBelow(sorted: ArrayLike<number>, value: number, equalToo: boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const at = sorted[middle]!;
    if (equalToo ? at <= value : at < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
