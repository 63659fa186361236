/**
 * Two versions of a measure: for everything that a result says of a subject, an example where they differ or a proof
 * that they never do.
 *
 * First the subject alone, with all that surrounds it (records, other subjects, earlier years) left free: a proof then
 * holds for every subject whatsoever. Where that is not enough, a world of a few subjects, records and years is gone
 * into; a proof then holds for worlds up to that size. An example counts only when the evaluators of both versions
 * confirm it.
 */
import { decode, filled } from "./decode.ts";
import { type Abstraction, ALONE, type Bounds, Encoder, TooLarge } from "./encode/encoder.ts";
import type { Bool } from "./formulas/formula.ts";
import { type Aspect, type Difference, differences, reworded } from "./observe.ts";
import { type Changed, ORDER, type Version } from "./replay.ts";
import { Asking, type Effort, type Solver } from "./solver.ts";
import { unseenLists } from "./unseen.ts";
import { confirmed, type Witness } from "./witness.ts";
import { worldsFor } from "./worlds.ts";

export type Verdict =
  | { readonly status: "differs"; readonly witness: Witness }
  /**
   * In worlds of at most that size; what is null may be as large as it likes. `where` "defined": wherever every
   * figure has a value (no mean over nobody, no quotient by zero).
   */
  | { readonly status: "same"; readonly within: Bounds; readonly where?: "defined" }
  | {
      readonly status: "unknown";
      /** `records`: rules about single records differ, of which the formulas do not speak. */
      readonly reason: "time" | "size" | "no-example" | "no-solver" | "records";
      readonly free: readonly Abstraction[];
    };

/** What is known of one thing that results say. */
export interface Finding {
  readonly kind: string;
  readonly aspect: Aspect;
  /** Empty: all of this aspect together. */
  readonly name: string;
  readonly verdict: Verdict;
}

export interface ComparisonOptions {
  /** The assessed year. */
  readonly year: number;
  readonly aspects?: readonly Aspect[];
  /** One example is enough: nothing more is asked once there is one. */
  readonly first?: boolean;
  /** For one question to the solver. */
  readonly timeoutMs?: number;
  /** For all questions together; wants a clock. What is not asked by then is unknown. */
  readonly budgetMs?: number;
  /** Looks for an example in another way where the subject alone is not enough, before larger worlds are gone into. */
  readonly search?: (kind: string) => Witness | null;
  /** A clock, for {@link VersionComparison.effort} and the budget. */
  readonly now?: () => number;
}

export interface VersionComparison {
  /** Everything that may differ; what is not among them is the same by what it is made of. */
  readonly findings: readonly Finding[];
  readonly effort: Effort;
}

export async function compareVersions(
  solver: Solver,
  before: Version,
  after: Version,
  options: ComparisonOptions,
): Promise<VersionComparison> {
  const asking = new Asking(solver, options.timeoutMs ?? 5000, options.now, options.budgetMs);
  const findings: Finding[] = [];
  const kinds = before.ir.subjects.filter(
    (k) => !k.of && after.ir.subjects.some((o) => o.name === k.name && !o.of),
  );
  for (const { name } of kinds) {
    findings.push(...(await new Comparing(asking, before, after, name, options).run()));
    if (options.first && findings.some((f) => f.verdict.status === "differs")) break;
  }
  return { findings, effort: asking.effort };
}

const hasExample = (settled: ReadonlyMap<string, Finding>): boolean =>
  [...settled.values()].some((f) => f.verdict.status === "differs");

const tooLong = (open: ReadonlyMap<string, Verdict>): boolean =>
  [...open.values()].some((v) => v.status === "unknown" && v.reason === "time");

/** The questions of one world. */
class Asked {
  readonly encoder: Encoder;
  readonly bounds: Bounds;
  /** By aspect and name; null: the formulas became too large. */
  readonly differences: ReadonlyMap<string, Difference> | null;
  readonly free: ReadonlySet<Abstraction>;

  constructor(encoder: Encoder, bounds: Bounds, all: readonly Difference[] | null) {
    this.encoder = encoder;
    this.bounds = bounds;
    this.differences = all && new Map(all.map((d) => [`${d.aspect} ${d.name}`, d]));
    this.free = encoder.abstracted;
  }

  /** Nothing was left free, so that a larger world has no more to say. */
  get exact(): boolean {
    return this.differences !== null && this.free.size === 0;
  }

  keys(): string[] {
    return this.differences ? [...this.differences.keys()] : [`grade `];
  }
}

class Comparing {
  readonly #asking: Asking;
  readonly #before: Version;
  readonly #after: Version;
  readonly #kind: string;
  readonly #options: ComparisonOptions;
  readonly #renamed: ReadonlyMap<string, string>;

  constructor(asking: Asking, before: Version, after: Version, kind: string, options: ComparisonOptions) {
    this.#asking = asking;
    this.#before = before;
    this.#after = after;
    this.#kind = kind;
    this.#options = options;
    this.#renamed = reworded(before.ir, after.ir, kind);
  }

  async run(): Promise<Finding[]> {
    const alone = this.#world(ALONE);
    const settled = new Map<string, Finding>();
    let open = await this.#inWorld(alone, alone.keys(), settled, false);
    const known = open.size > 0 && this.#searched(settled);
    if (known) open = new Map();
    const worlds = alone.exact || known ? [] : worldsFor([this.#before.ir, this.#after.ir], alone.free);
    for (const [i, bounds] of worlds.entries()) {
      if (open.size === 0 || (this.#options.first && hasExample(settled))) break;
      // What took too long in a small world takes longer in a larger one.
      if (i > 0 && this.#options.first && tooLong(open)) break;
      const world = this.#world(bounds);
      // Products of free figures are hard; with plain figures for what is open, examples are not.
      if (world.encoder.terms.nonlinear)
        await this.#inWorld(this.#world(bounds, true), open.keys(), settled, true);
      open = await this.#inWorld(world, open.keys(), settled, i < worlds.length - 1);
    }
    for (const [key, verdict] of open) settled.set(key, this.#finding(key, verdict));
    for (const list of unseenLists(this.#before.ir, this.#after.ir, this.#kind)) {
      const verdict: Verdict = { status: "unknown", reason: "records", free: [] };
      settled.set(`records ${list}`, { kind: this.#kind, aspect: "finding", name: list, verdict });
    }
    return [...settled.values()];
  }

  /** Whether one example is enough and was found in another way. */
  #searched(settled: Map<string, Finding>): boolean {
    const { first, search } = this.#options;
    if (!first || !search || hasExample(settled)) return false;
    const witness = search(this.#kind);
    if (!witness) return false;
    const [{ aspect, name }] = witness.changes as [Changed];
    const key = `${aspect} ${name}`;
    settled.set(key, this.#finding(key, { status: "differs", witness }));
    return true;
  }

  #finding(key: string, verdict: Verdict): Finding {
    return { kind: this.#kind, ...parted(key), verdict };
  }

  #world(bounds: Bounds, plainParameters = false): Asked {
    const { year, aspects = ORDER } = this.#options;
    const world = { year, period: 1, bounds, plainParameters };
    const encoder = new Encoder([this.#before.ir, this.#after.ir], world);
    try {
      const all = differences(encoder, this.#kind, encoder.subject(this.#kind), aspects);
      return new Asked(encoder, bounds, all);
    } catch (problem) {
      if (!(problem instanceof TooLarge)) throw problem;
      return new Asked(encoder, bounds, null);
    }
  }

  /**
   * Settles what this world settles.
   * @param more a larger world follows, so that no example here proves nothing
   * @returns what stays open, with what is known of it
   */
  async #inWorld(
    world: Asked,
    keys: Iterable<string>,
    settled: Map<string, Finding>,
    more: boolean,
  ): Promise<Map<string, Verdict>> {
    const open = new Map<string, Verdict>();
    const asked = [...keys].filter((key) => !settled.has(key));
    if (this.#options.first) {
      if (hasExample(settled)) return open;
      const verdict = await this.#together(world, asked);
      if (verdict.status === "differs") {
        const [{ aspect, name }] = verdict.witness.changes as [Changed];
        const key = `${aspect} ${name}`;
        settled.set(key, this.#finding(key, verdict));
      } else if (verdict.status === "same" && !more)
        for (const key of asked) settled.set(key, this.#finding(key, verdict));
      else for (const key of asked) open.set(key, verdict);
      return open;
    }
    for (const key of asked) {
      if (settled.has(key)) continue;
      const verdict = await this.#settleOne(world, key);
      const counts = verdict.status === "differs" || (verdict.status === "same" && !more);
      if (!counts) open.set(key, verdict);
      else settled.set(key, this.#finding(key, verdict));
      // One example may show several things.
      if (verdict.status === "differs")
        for (const { aspect, name } of verdict.witness.changes) {
          const other = `${aspect} ${name}`;
          if (world.differences?.has(other) && !settled.has(other))
            settled.set(other, this.#finding(other, verdict));
          open.delete(other);
        }
    }
    return open;
  }

  /**
   * One question for everything that may differ. Where somebody is treated differently in other ways than by a grade,
   * one more: an example with another grade says more.
   */
  async #together(world: Asked, keys: readonly string[]): Promise<Verdict> {
    if (keys.length === 0) return { status: "same", within: world.bounds };
    const all = world.differences && keys.flatMap((key) => world.differences!.get(key) ?? []);
    const verdict = await this.#settle(world, all);
    if (!all || verdict.status === "same") return verdict;
    const aspects = ORDER.filter((a) => all.some((d) => d.aspect === a));
    const found = verdict.status === "differs" ? verdict.witness.changes[0]!.aspect : null;
    for (const aspect of aspects) {
      if (aspect === found) break;
      const better = await this.#settle(
        world,
        all.filter((d) => d.aspect === aspect),
      );
      if (better.status === "differs") return better;
    }
    return verdict;
  }

  #settleOne(world: Asked, key: string): Promise<Verdict> {
    const difference = world.differences?.get(key);
    return this.#settle(world, world.differences && (difference ? [difference] : []));
  }

  /** Whether any of these differences can be, in a world. */
  async #settle(
    { encoder, bounds, free }: Asked,
    differences: readonly Difference[] | null,
  ): Promise<Verdict> {
    if (!differences) return { status: "unknown", reason: "size", free: [...free] };
    if (differences.length === 0) return { status: "same", within: bounds };
    const { terms, numbers, defined } = encoder;
    // First an example in which every figure has a value: what is open in a result is open in both versions.
    const clear = await this.#example(encoder, differences, [...numbers.conditions, ...defined]);
    if (clear.witness) return { status: "differs", witness: clear.witness };
    const answer = await this.#example(encoder, differences, numbers.conditions);
    if (answer.witness) return { status: "differs", witness: answer.witness };
    if (answer.status === "none") return { status: "same", within: bounds };
    // Nobody is treated differently unless by what the measure leaves without a value.
    if (clear.status === "none" && terms.and(...defined) !== terms.true)
      return { status: "same", within: bounds, where: "defined" };
    return { status: "unknown", reason: answer.status === "time" ? "time" : "no-example", free: [...free] };
  }

  /** An example that the evaluators confirm; those that they do not confirm are ruled out, a few times. */
  async #example(
    encoder: Encoder,
    differences: readonly Difference[],
    conditions: readonly Bool[],
  ): Promise<{ readonly status: "none" | "time" | "refuted" | "found"; readonly witness: Witness | null }> {
    const { terms } = encoder;
    const refuted: Bool[] = [];
    const differs = terms.or(...differences.map((d) => d.differs));
    for (let tries = 0; tries < 3; tries++) {
      const answer = await this.#asking.ask([differs, ...conditions, ...refuted]);
      if (answer.status === "unknown") return { status: "time", witness: null };
      if (answer.status === "unsat") return { status: tries === 0 ? "none" : "refuted", witness: null };
      const row = encoder.subject(this.#kind);
      const data = decode(encoder, answer.values, row);
      for (const way of filled(this.#before.ir, data)) {
        const witness = confirmed([this.#before, this.#after], way, this.#kind, this.#renamed, (c) =>
          differences.some((d) => d.aspect === c.aspect && d.name === c.name),
        );
        if (witness) return { status: "found", witness };
      }
      refuted.push(terms.not(terms.and(...pointOf(encoder, answer.values))));
    }
    return { status: "refuted", witness: null };
  }
}

/** The values that were found for truths and choices of facts, as conditions. */
function pointOf(encoder: Encoder, values: ReadonlyMap<string, unknown>) {
  const { terms } = encoder;
  return terms.free.flatMap((t) => {
    const value = values.get("name" in t ? t.name : "");
    if (t.op === "bool" && typeof value === "boolean") return [value ? t : terms.not(t)];
    return [];
  });
}

const parted = (key: string): { aspect: Aspect; name: string } => {
  const space = key.indexOf(" ");
  return { aspect: key.slice(0, space) as Aspect, name: key.slice(space + 1) };
};
