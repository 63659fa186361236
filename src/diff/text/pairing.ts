import { pieces, similarity } from "./likeness.ts";
import type { Unit, UnitTree } from "./units.ts";

/**
 * Which unit of the new version is which unit of the old one. In this order, each step only over what the steps
 * before have left:
 *
 * 1. the same place and the same structure;
 * 2. the same structure below the same heading: renumbered;
 * 3. the same structure elsewhere: moved (declarations never: they are their name);
 *    each of these first where the title is the same as well;
 * 4. likeness: most alike first, {@link SAME_LABEL} in favour of the same label below the same heading;
 * 5. the same label below the same heading, however little alike: the number is the identity of a provision.
 *
 * Structure that many clauses share (`宣示`) identifies nobody, so 2 and 3 ask for it to be the only one left on each
 * side, with what is numbered below it. Every step treats both sides alike, so that the comparison the other way
 * round finds the same pairs.
 */
export interface Pair {
  readonly old: Unit;
  readonly new: Unit;
}

/** So much likeness makes two clauses of different labels the same clause. */
const ALIKE = 0.6;
/** The same label counts as so much likeness. */
const SAME_LABEL = 0.35;

export function pairUnits(before: UnitTree, after: UnitTree): Pair[] {
  return new Pairing(before, after).run();
}

class Pairing {
  readonly #old: readonly Unit[];
  readonly #new: readonly Unit[];
  readonly #ofOld = new Map<Unit, Unit>();
  readonly #ofNew = new Map<Unit, Unit>();
  readonly #trees = new Map<Unit, string>();

  constructor(before: UnitTree, after: UnitTree) {
    this.#old = before.units;
    this.#new = after.units;
    this.#pair(before.root, after.root);
  }

  run(): Pair[] {
    const titled = (u: Unit) => `${u.title ?? ""}/${this.#tree(u)}`;
    this.#samePlace((a, b) => titled(a) === titled(b));
    this.#unique((u) => `${this.#headingOf(u)}/${titled(u)}`);
    this.#unique(titled);
    this.#samePlace((a, b) => this.#tree(a) === this.#tree(b));
    this.#unique((u) => `${this.#headingOf(u)}/${this.#tree(u)}`);
    this.#unique((u) => this.#tree(u));
    const deepest = Math.max(...this.#old.map(depth), ...this.#new.map(depth));
    for (let level = 1; level <= deepest; level++) {
      this.#alike(level);
      this.#samePlace((a) => depth(a) === level);
    }
    return [...this.#ofOld]
      .map(([old, other]) => ({ old, new: other }))
      .sort((a, b) => a.new.index - b.new.index);
  }

  #pair(a: Unit, b: Unit): void {
    this.#ofOld.set(a, b);
    this.#ofNew.set(b, a);
  }

  #free(side: "old" | "new"): Unit[] {
    return side === "old"
      ? this.#old.filter((u) => !this.#ofOld.has(u))
      : this.#new.filter((u) => !this.#ofNew.has(u));
  }

  /** Top-down, so that the items below a renumbered article are compared with each other. */
  #samePlace(fits: (a: Unit, b: Unit) => boolean): void {
    for (const a of this.#old) {
      const above = a.parent && this.#ofOld.get(a.parent);
      if (!above || this.#ofOld.has(a)) continue;
      const b = above.children.find((c) => c.key === a.key && c.kind === a.kind);
      if (b && !this.#ofNew.has(b) && fits(a, b)) this.#pair(a, b);
    }
  }

  /** Those whose key nobody else on their side has. Articles pair with what hangs below them. */
  #unique(keyOf: (u: Unit) => string): void {
    const group = (units: readonly Unit[]) => {
      const groups = new Map<string, Unit[]>();
      for (const u of units) {
        if (!mayMove(u)) continue;
        const key = keyOf(u);
        groups.set(key, [...(groups.get(key) ?? []), u]);
      }
      return groups;
    };
    const others = group(this.#free("new"));
    for (const [key, mine] of group(this.#free("old"))) {
      const theirs = others.get(key);
      if (
        mine.length !== 1 ||
        theirs?.length !== 1 ||
        this.#ofOld.has(mine[0]!) ||
        this.#ofNew.has(theirs[0]!)
      )
        continue;
      this.#pair(mine[0]!, theirs[0]!);
      this.#below(mine[0]!, theirs[0]!);
    }
  }

  /** Equal trees: their parts correspond. */
  #below(a: Unit, b: Unit): void {
    const open = b.children.filter((c) => !this.#ofNew.has(c));
    for (const child of a.children) {
      if (this.#ofOld.has(child)) continue;
      const at = open.findIndex((c) => c.key === child.key && this.#tree(c) === this.#tree(child));
      const other = at >= 0 ? at : open.findIndex((c) => this.#tree(c) === this.#tree(child));
      if (other < 0) continue;
      const [match] = open.splice(other, 1);
      this.#pair(child, match!);
      this.#below(child, match!);
    }
  }

  /** Level by level, so that the heading of what is compared is settled. */
  #alike(level: number): void {
    const candidates: { a: Unit; b: Unit; score: number }[] = [];
    const bags = new Map<Unit, ReadonlyMap<string, number>>();
    const bag = (u: Unit) => {
      const known = bags.get(u) ?? pieces(this.#whole(u));
      bags.set(u, known);
      return known;
    };
    for (const a of this.#free("old")) {
      for (const b of this.#free("new")) {
        if (depth(a) !== level || depth(b) !== level || a.kind !== b.kind) continue;
        const samePlace = a.key === b.key && this.#headingOf(a) === this.#headingOf(b);
        if (!samePlace && !(mayMove(a) && mayMove(b))) continue;
        const likeness = similarity(bag(a), bag(b));
        if (likeness < (samePlace ? ALIKE - SAME_LABEL : ALIKE)) continue;
        candidates.push({ a, b, score: likeness + (samePlace ? SAME_LABEL : 0) });
      }
    }
    // Ties go to what stands nearest the beginning of both texts, in a way that does not prefer a side.
    const sum = (c: { a: Unit; b: Unit }) => c.a.index + c.b.index;
    const apart = (c: { a: Unit; b: Unit }) => Math.abs(c.a.index - c.b.index);
    candidates.sort((x, y) => y.score - x.score || sum(x) - sum(y) || apart(x) - apart(y));
    for (const { a, b } of candidates) if (!this.#ofOld.has(a) && !this.#ofNew.has(b)) this.#pair(a, b);
  }

  /** The heading a unit stands under, as one name for both sides. */
  #headingOf(u: Unit): string {
    if (!u.parent) return "";
    const own = this.#old[u.parent.index] === u.parent ? u.parent : this.#ofNew.get(u.parent);
    return own ? `old ${own.index}` : `new ${u.parent.index}`;
  }

  /** The structure of a unit with everything below it; the order below says nothing. */
  #tree(u: Unit): string {
    const known = this.#trees.get(u);
    if (known !== undefined) return known;
    const made = `${u.kind === "provision" ? "" : u.key}(${u.fingerprint}${u.children
      .map((c) => this.#tree(c))
      .sort()
      .join("")})`;
    this.#trees.set(u, made);
    return made;
  }

  /** Texts with their notes: what many clauses share (`宣示`) is told apart by what is said beside it. */
  #whole(u: Unit): string {
    return [u.title ?? "", u.text, u.beside, ...u.children.map((c) => this.#whole(c))].join("\n");
  }
}

const depth = (u: Unit): number => (u.parent === null ? 0 : 1 + depth(u.parent));

/** Declarations and chapters are their name; only what is numbered can be renumbered. */
const mayMove = (u: Unit): boolean => u.kind === "provision" && (u.text !== "" || u.children.length > 0);
