/**
 * The scenarios of a placement (PlacementBody), seen from one subject after another. Whether a row takes the
 * subject follows from how many stand before it, so the others are only counted, by key and by what their ceilings
 * let them take: n log n for all subjects together.
 */
import type { PlacementTable } from "./abi.ts";
import { fillingOrder, type Ladder } from "./ladder.ts";
import type { Standing } from "./population-open.ts";

/** One who may be in the pool of a group. */
export interface Candidate {
  /** Index into the standing. */
  readonly index: number;
  /** In the pool and in the group for certain. */
  readonly sure: boolean;
  /** How many of the grades of the rows the ceilings allow: those that hold, and those that may hold. */
  readonly allowed: number;
  readonly leastAllowed: number;
  /** Rungs of the outcomes so far: all of them, and those where none of the unknown ceilings holds. */
  best: number;
  worst: number;
  bestFree: number;
  worstFree: number;
}

/** What a scenario says of everybody but the subject it is seen from. */
interface Scenario {
  readonly othersBetter: boolean;
  readonly capped: boolean;
}

/** Counts of those at or before each key, by how many grades they may get: the sure and the unsure apart. */
class Counts {
  /** Sorted; null: every key has its slot. */
  private readonly keys: Int32Array | null;
  private readonly sure: Int32Array;
  private readonly unsure: Int32Array | null;
  private readonly levels: number;

  constructor(
    members: readonly Candidate[],
    keys: Int32Array,
    span: number,
    capped: boolean,
    levels: number,
  ) {
    const few = members.length * 4 < span;
    this.keys = few ? Int32Array.from(new Set(members.map((c) => keys[c.index]!))).sort() : null;
    this.levels = levels;
    const size = ((this.keys?.length ?? span) + 1) * levels;
    this.sure = new Int32Array(size);
    this.unsure = members.every((c) => c.sure) ? null : new Int32Array(size);
    for (const c of members) {
      const at = this.slot(keys[c.index]!) * levels + (capped ? c.leastAllowed : c.allowed);
      (c.sure ? this.sure : this.unsure!)[at]!++;
    }
    for (const counts of [this.sure, this.unsure])
      if (counts) for (let i = levels; i < size; i++) counts[i]! += counts[i - levels]!;
  }

  private slot(key: number): number {
    const { keys } = this;
    if (keys === null) return key + 1;
    let low = 0;
    let high = keys.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (keys[middle]! <= key) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Adds those up to `key`; of the unsure those that `mask` lets in before `own`, at it and behind it. */
  addTo(out: Int32Array, key: number, own: number, mask: number): void {
    add(out, this.sure, this.slot(key) * this.levels, 1);
    if (this.unsure === null) return;
    if ((mask & 1) !== 0) this.addUnsure(out, -1, Math.min(key, own - 1));
    if ((mask & 2) !== 0) this.addUnsure(out, own - 1, Math.min(key, own));
    if ((mask & 4) !== 0) this.addUnsure(out, own, key);
  }

  /** Those behind `from`, up to `to`. */
  private addUnsure(out: Int32Array, from: number, to: number): void {
    if (to <= from) return;
    add(out, this.unsure!, this.slot(to) * this.levels, 1);
    add(out, this.unsure!, this.slot(from) * this.levels, -1);
  }
}

function add(out: Int32Array, counts: Int32Array, at: number, sign: number): void {
  for (let level = 0; level < out.length; level++) out[level]! += sign * counts[at + level]!;
}

/** How many places each row has for a pool of so many, the top rows and the bottom rows at their low or high. */
export type PlacesFor = (poolSize: number, topHigh: boolean, bottomHigh: boolean) => readonly number[];

/** What may be open among the candidates of a group. */
export interface Openness {
  readonly standing: boolean;
  readonly ceilings: boolean;
  readonly top: boolean;
  readonly bottom: boolean;
  readonly unsure: boolean;
}

const alternatives = (open: boolean): readonly boolean[] => (open ? [false, true] : [false]);

/** The scenarios of the groups of one placement. */
export class Scenes {
  /** Rows whose last place falls into a tie that nothing resolves. */
  readonly openRows = new Set<number>();
  private readonly standing: Standing;
  private readonly table: PlacementTable;
  private readonly ladder: Ladder;
  private readonly order: readonly number[];
  /** How many of the grades of the rows one must be allowed, to be taken by a row. */
  private readonly needed: readonly number[];
  private readonly levels: number;
  private readonly places: PlacesFor;
  private readonly adrift: readonly Candidate[];
  private readonly adriftCounts = new Map<string, Counts>();
  private crowds: readonly Counts[] = [];
  /** The subject: where it stands, what it may get; where the crowd has it, and with what. */
  private key = 0;
  private level = 0;
  private away = -1;
  private awayLevel = 0;
  private mask = 0;
  private first = false;
  /** By level: counts; how many the top rows took; how many the bottom rows left. */
  private readonly counts: Int32Array;
  private readonly taken: Int32Array;
  private readonly left: Int32Array;

  constructor(
    table: PlacementTable,
    ladder: Ladder,
    standing: Standing,
    places: PlacesFor,
    adrift: readonly Candidate[],
  ) {
    this.table = table;
    this.ladder = ladder;
    this.standing = standing;
    this.places = places;
    this.adrift = adrift;
    this.order = fillingOrder(table);
    const grades = gradesOf(table);
    this.needed = table.rows.map((r) => grades.indexOf(r.grade) + 1);
    this.levels = grades.length + 1;
    this.counts = new Int32Array(this.levels);
    this.taken = new Int32Array(this.levels);
    this.left = new Int32Array(this.levels);
  }

  /** Plays every scenario for everyone of the group; outcomes are gathered in the candidates. */
  play(group: readonly Candidate[], open: Openness): void {
    this.openRows.clear();
    const { better, worse } = this.standing;
    const unresolved = alternatives(this.table.ties === "open");
    const masks = open.unsure ? 8 : 1;
    for (const othersBetter of alternatives(open.standing))
      for (const capped of alternatives(open.ceilings)) {
        const [ends, own] = othersBetter ? [better, worse] : [worse, better];
        this.crowds = this.crowdsOf(group, ends, { othersBetter, capped });
        for (const topHigh of alternatives(open.top))
          for (const bottomHigh of alternatives(open.bottom)) {
            if (this.table.ties === "open") this.findTies(open.unsure, topHigh, bottomHigh);
            for (const c of group) {
              this.key = own[c.index]!;
              this.awayLevel = capped ? c.leastAllowed : c.allowed;
              const end = ends[c.index]!;
              const side = end < this.key ? 1 : end > this.key ? 4 : 2;
              for (const ceiled of alternatives(c.allowed !== c.leastAllowed))
                for (const first of unresolved)
                  for (let mask = 0; mask < masks; mask++) {
                    this.level = ceiled ? c.leastAllowed : c.allowed;
                    this.first = first;
                    this.mask = mask;
                    this.away = c.sure || (mask & side) !== 0 ? end : -1;
                    const rung = this.rung(topHigh, bottomHigh);
                    c.best = Math.min(c.best, rung);
                    c.worst = Math.max(c.worst, rung);
                    if (ceiled) continue;
                    c.bestFree = Math.min(c.bestFree, rung);
                    c.worstFree = Math.max(c.worstFree, rung);
                  }
            }
          }
      }
  }

  /** The ties of all, seen from nobody: from one behind them all who is not among them. */
  private findTies(unsure: boolean, topHigh: boolean, bottomHigh: boolean): void {
    this.key = this.standing.span;
    this.level = 0;
    this.away = -1;
    for (this.mask = 0; this.mask < (unsure ? 2 : 1); this.mask++) this.rung(topHigh, bottomHigh);
  }

  private crowdsOf(group: readonly Candidate[], ends: Int32Array, s: Scenario): readonly Counts[] {
    const count = (list: readonly Candidate[]): Counts =>
      new Counts(list, ends, this.standing.span, s.capped, this.levels);
    if (this.adrift.length === 0) return [count(group)];
    const name = `${s.othersBetter}/${s.capped}`;
    const adrift = this.adriftCounts.get(name) ?? count(this.adrift);
    this.adriftCounts.set(name, adrift);
    return [count(group), adrift];
  }

  /** Counts the pool up to a key, the subject among them, by level. */
  private countTo(key: number): Int32Array {
    const counts = this.counts.fill(0);
    for (const crowd of this.crowds) crowd.addTo(counts, key, this.key, this.mask);
    if (this.away >= 0 && this.away <= key) counts[this.awayLevel]!--;
    if (this.key <= key) counts[this.level]!++;
    return counts;
  }

  /** How many not yet placed that a row may take stand from its end up to a key. */
  private free(key: number, needed: number, top: boolean): number {
    const counts = this.countTo(top ? key : key - 1);
    const { taken, left, levels } = this;
    let free = 0;
    for (let k = needed; k < levels; k++) {
      const [from, to] = top
        ? [taken[k]!, Math.min(counts[k]!, left[k]!)]
        : [Math.max(counts[k]!, taken[k]!), left[k]!];
      if (to > from) free += to - from;
    }
    return free;
  }

  /** Where on the ladder the subject comes to stand. */
  private rung(topHigh: boolean, bottomHigh: boolean): number {
    const { rows, ties } = this.table;
    const { key, level } = this;
    this.left.set(this.countTo(this.standing.span - 1));
    this.taken.fill(0);
    let size = 0;
    for (let k = 0; k < this.levels; k++) size += this.left[k]!;
    const places = this.places(size, topHigh, bottomHigh);
    let [fromTop, fromBottom] = [0, 0];
    for (const [i, r] of this.order.entries()) {
      const top = rows[r]!.end === "top";
      const want = places[r]! - (top ? fromTop : fromBottom);
      if (want <= 0) continue;
      const needed = this.needed[r]!;
      if (level >= needed) {
        const before = this.free(top ? key - 1 : key + 1, needed, top);
        const upTo = this.free(key, needed, top);
        const tied = before < want && want < upTo;
        if (tied && ties === "open") this.openRows.add(r);
        const inTie = ties === "share" || (ties === "open" && this.first === top);
        if (upTo <= want || (tied && inTie)) return this.ladder.rungs[r]!;
      }
      if (i === this.order.length - 1 && key < this.standing.span) break;
      const got = this.take(r, want, needed, top);
      if (top) fromTop += got;
      else fromBottom += got;
    }
    return this.ladder.rest;
  }

  /** A row takes others than the subject. @returns how many */
  private take(row: number, want: number, needed: number, top: boolean): number {
    let low = 0;
    let high = this.standing.span - 1;
    const all = top ? high : low;
    if (this.free(all, needed, top) <= want) return this.takeTo(all, needed, top);
    // The key of the last place: the nearest up to which there are enough.
    while (low < high) {
      const middle = (low + high + (top ? 0 : 1)) >> 1;
      const enough = this.free(middle, needed, top) >= want;
      if (top) [low, high] = enough ? [low, middle] : [middle + 1, high];
      else [low, high] = enough ? [middle, high] : [low, middle - 1];
    }
    const { ties } = this.table;
    if (ties === "share" || this.free(low, needed, top) === want) return this.takeTo(low, needed, top);
    const got = this.takeTo(top ? low - 1 : low + 1, needed, top);
    if (ties === "out") return got;
    this.openRows.add(row);
    return got + this.takeSome(low, want - got, needed, top);
  }

  /** Takes some of the equals at a key, whichever; the subject would be the last. @returns how many */
  private takeSome(key: number, want: number, needed: number, top: boolean): number {
    const { taken, left, levels } = this;
    const counts = this.countTo(top ? key : key - 1);
    if (this.key === key) counts[this.level]! += top ? -1 : 1;
    let open = want;
    for (let k = needed; k < levels && open > 0; k++) {
      const free = top
        ? Math.min(counts[k]!, left[k]!) - taken[k]!
        : left[k]! - Math.max(counts[k]!, taken[k]!);
      const some = Math.max(0, Math.min(free, open));
      if (top) taken[k]! += some;
      else left[k]! -= some;
      open -= some;
    }
    return want;
  }

  /** A row takes all that it may up to a key. @returns how many */
  private takeTo(key: number, needed: number, top: boolean): number {
    const got = this.free(key, needed, top);
    const { counts, taken, left } = this;
    for (let k = needed; k < this.levels; k++)
      if (top) taken[k] = Math.max(taken[k]!, Math.min(counts[k]!, left[k]!));
      else left[k] = Math.min(left[k]!, Math.max(counts[k]!, taken[k]!));
    return got;
  }
}

/** The grades of the rows, lowest first. */
export const gradesOf = (table: PlacementTable): readonly number[] =>
  [...new Set(table.rows.map((r) => r.grade))].sort((a, b) => a - b);
