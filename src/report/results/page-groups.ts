import type { Measure } from "../../compiler/ir/ir.ts";
import type { Outcomes } from "./counts.ts";
import { type Outcome, reach } from "./figures.ts";
import { alwaysKept, groupNames } from "./group-names.ts";
import type { PageFacts } from "./page-facts.ts";

/** Groups of a kind of subject: by what they are told apart, and what those in each add up to. */
export interface Grouping {
  /** Name of the fact; empty: everyone together. */
  readonly by: string;
  readonly groups: readonly Group[];
}

export interface Group {
  readonly label: string;
  readonly size: number;
  /** By scale. */
  readonly outcomes: ReadonlyMap<string, Outcomes>;
  /** By citation: subjects that it caught, and what it does. Kept of the groups that are drawn. */
  readonly clauses: ReadonlyMap<string, { readonly count: number; readonly effects: ReadonlySet<string> }>;
}

/** A fact that tells this many groups apart is one to show figures by. */
const FEWEST = 2;
const MOST = 24;
/** Groups drawn side by side. */
export const MOST_GROUPS = 40;

/** Gathers the groups of a kind, by each of the names, until one tells too many apart. */
export class GroupGatherer {
  readonly #kept: readonly string[];
  readonly #names: readonly string[];
  readonly #by = new Map<string, Map<string, GroupCounts>>();
  readonly #all: GroupCounts;

  constructor(measure: Measure, kind: string, wanted: string | null, everyone: string) {
    this.#kept = alwaysKept(measure, kind, wanted);
    this.#names = groupNames(measure, kind, wanted);
    for (const name of this.#names) this.#by.set(name, new Map());
    this.#all = new GroupCounts(everyone, true);
  }

  add(facts: PageFacts): void {
    this.#all.add(facts);
    for (const [by, label] of facts.groups) {
      const groups = this.#by.get(by);
      if (groups === undefined) continue;
      // Nobody said where these belong: not a group to compare with others, unless others are.
      const make = () => new GroupCounts(label === "" ? "—" : label, groups.size < MOST_GROUPS);
      reach(groups, label, make).add(facts);
      if (groups.size > MOST && !this.#kept.includes(by)) this.#by.delete(by);
    }
  }

  grouping(): Grouping {
    for (const by of this.#names) {
      const groups = this.#by.get(by);
      if (groups !== undefined && groups.size >= FEWEST) return { by, groups: [...groups.values()] };
    }
    return { by: "", groups: this.#all.size === 0 ? [] : [this.#all] };
  }
}

class GroupCounts implements Group {
  readonly label: string;
  readonly #drawn: boolean;
  size = 0;
  readonly outcomes = new Map<string, Map<Outcome, number>>();
  readonly clauses = new Map<string, { count: number; effects: Set<string> }>();

  constructor(label: string, drawn: boolean) {
    this.label = label;
    this.#drawn = drawn;
  }

  add({ figures, clauses }: PageFacts): void {
    this.size++;
    for (const [kind, scale, outcome] of figures.grades) {
      if (kind !== figures.kind) continue;
      const counts = reach(this.outcomes, scale, () => new Map<Outcome, number>());
      counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
    }
    if (!this.#drawn) return;
    const seen = new Set<string>();
    for (const [cite, effect] of clauses) {
      const row = reach(this.clauses, cite, () => ({ count: 0, effects: new Set<string>() }));
      row.effects.add(effect);
      // A subject counts once, however often the clause caught it.
      if (!seen.has(cite)) row.count++;
      seen.add(cite);
    }
  }
}
