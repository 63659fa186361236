/**
 * Two versions of a measure: for everything that a result says of a subject, an example where they differ or a proof
 * that they never do.
 *
 * First the subject alone, with all that surrounds it (records, other subjects, earlier years) left free: a proof then
 * holds for every subject whatsoever. Where that is not enough, a world of a few subjects, records and years is gone
 * into; a proof then holds for worlds up to that size. An example counts only when the evaluators of both versions
 * confirm it.
 */
import type * as ir from "../compiler/ir/ir.ts";
import { type Data, decode } from "./decode.ts";
import { type Abstraction, type Bounds, Encoder, TooLarge } from "./encoder.ts";
import { minimised } from "./minimise.ts";
import { type Aspect, type Difference, differences } from "./observe.ts";
import { type Changed, changesBetween, resultOf, type Version } from "./replay.ts";
import { Asking, type Effort, type Solver } from "./solver.ts";

/** A subject whom the versions treat differently. */
export interface Witness {
  readonly kind: string;
  readonly id: string;
  readonly data: Data;
  /** What both evaluators said, with this first: what the query was about. */
  readonly changes: readonly Changed[];
}

export type Verdict =
  | { readonly status: "differs"; readonly witness: Witness }
  /** null: for every subject; else in worlds of at most that size. */
  | { readonly status: "same"; readonly within: Bounds | null }
  | {
      readonly status: "unknown";
      readonly reason: "time" | "size" | "no-example" | "no-solver";
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
  /** For one question to the solver. */
  readonly timeoutMs?: number;
  /** A clock, for {@link VersionComparison.effort}. */
  readonly now?: () => number;
  /** The largest world that is gone into. */
  readonly bounds?: Bounds;
}

export interface VersionComparison {
  readonly findings: readonly Finding[];
  readonly effort: Effort;
}

export const LARGEST: Bounds = { cohort: 6, records: 3, years: 3 };
const SMALL: Bounds = { cohort: 2, records: 2, years: 2 };
const ALL: readonly Aspect[] = ["grade", "consequence", "finding", "value"];

export async function compareVersions(
  solver: Solver,
  before: Version,
  after: Version,
  options: ComparisonOptions,
): Promise<VersionComparison> {
  const asking = new Asking(solver, options.timeoutMs ?? 5000, options.now);
  const findings: Finding[] = [];
  const kinds = before.ir.subjects.filter(
    (k) => !k.of && after.ir.subjects.some((o) => o.name === k.name && !o.of),
  );
  for (const { name } of kinds)
    findings.push(...(await new Comparing(asking, before, after, name, options).run()));
  return { findings, effort: asking.effort };
}

class Comparing {
  readonly #asking: Asking;
  readonly #before: Version;
  readonly #after: Version;
  readonly #kind: string;
  readonly #options: ComparisonOptions;

  constructor(asking: Asking, before: Version, after: Version, kind: string, options: ComparisonOptions) {
    this.#asking = asking;
    this.#before = before;
    this.#after = after;
    this.#kind = kind;
    this.#options = options;
  }

  async run(): Promise<Finding[]> {
    const largest = this.#options.bounds ?? LARGEST;
    const worlds: (Bounds | null)[] = [
      null,
      SMALL,
      { ...largest, cohort: Math.min(3, largest.cohort) },
      largest,
    ];
    let open: readonly string[] | null = null;
    const settled = new Map<string, Finding>();
    let failed: Finding[] = [];
    for (const [i, bounds] of worlds.entries()) {
      const last = i === worlds.length - 1;
      const found = await this.#inWorld(bounds, open, last);
      // A small world proves nothing that a larger one may not refute.
      for (const f of found.findings)
        if (f.verdict.status === "differs" || last || (f.verdict.status === "same" && bounds === null))
          settled.set(keyOf(f), f);
      failed = found.findings.filter((f) => !settled.has(keyOf(f)));
      open = failed.map(keyOf);
      if (open.length === 0) break;
      // Going into more of the world changes nothing where nothing was left free.
      if (bounds === null && found.exact) {
        for (const f of failed) settled.set(keyOf(f), f);
        break;
      }
    }
    return [...settled.values()];
  }

  /** @param only what is still open; null: everything */
  async #inWorld(
    bounds: Bounds | null,
    only: readonly string[] | null,
    last: boolean,
  ): Promise<{ findings: Finding[]; exact: boolean }> {
    const { year, aspects = ALL } = this.#options;
    const encoder = new Encoder([this.#before.ir, this.#after.ir], { year, period: 1, bounds });
    const row = encoder.subject(this.#kind);
    let all: Difference[];
    try {
      all = differences(encoder, this.#kind, row, aspects);
    } catch (problem) {
      if (!(problem instanceof TooLarge)) throw problem;
      const verdict: Verdict = { status: "unknown", reason: "size", free: [...encoder.abstracted] };
      const names = only ?? [`${aspects[0]} `];
      return {
        findings: names.map((key) => ({ kind: this.#kind, ...parted(key), verdict })),
        exact: false,
      };
    }
    const findings: Finding[] = [];
    const byKey = new Map(all.map((d) => [`${d.aspect} ${d.name}`, d]));
    for (const key of only ?? byKey.keys()) {
      const difference = byKey.get(key);
      const verdict: Verdict = difference
        ? await this.#settle(encoder, difference, bounds, last)
        : { status: "same", within: bounds };
      findings.push({ kind: this.#kind, ...parted(key), verdict });
    }
    return { findings, exact: encoder.abstracted.size === 0 };
  }

  async #settle(
    encoder: Encoder,
    difference: Difference,
    bounds: Bounds | null,
    last: boolean,
  ): Promise<Verdict> {
    const { terms, numbers } = encoder;
    const free = [...encoder.abstracted];
    const refuted: (typeof difference.differs)[] = [];
    // An example that the evaluators do not confirm is ruled out, a few times.
    for (let tries = 0; tries < (last || bounds === null ? 3 : 2); tries++) {
      const answer = await this.#asking.ask([difference.differs, ...numbers.conditions, ...refuted]);
      if (answer.status === "unsat")
        return tries === 0
          ? { status: "same", within: bounds }
          : { status: "unknown", reason: "no-example", free };
      if (answer.status === "unknown") return { status: "unknown", reason: "time", free };
      const row = encoder.subject(this.#kind);
      const data = decode(encoder, answer.values, row);
      const witness = this.#confirmed(data, row.path, difference);
      if (witness) return { status: "differs", witness };
      refuted.push(terms.not(terms.and(...pointOf(encoder, answer.values))));
    }
    return { status: "unknown", reason: "no-example", free };
  }

  #confirmed(data: Data, id: string, { aspect, name }: Difference): Witness | null {
    const look = (d: Data): Changed[] | null => {
      const subject = Object.hasOwn(d.cohort, this.#kind) ? d.cohort[this.#kind]![0] : undefined;
      if (!subject) return null;
      const key = keyField(this.#before.ir, this.#kind);
      const own = String(subject[key]);
      const [a, b] = [this.#before, this.#after].map((v) => resultOf(v, d, this.#kind, own));
      return a && b ? changesBetween(a, b) : null;
    };
    const first = look(data);
    const same = (c: Changed) => c.aspect === aspect && c.name === name;
    const wanted = first?.find(same);
    if (!wanted) return null;
    const keeps = (d: Data): boolean =>
      look(d)?.some(
        (c) =>
          c.aspect === wanted.aspect &&
          c.name === wanted.name &&
          c.before === wanted.before &&
          c.after === wanted.after,
      ) ?? false;
    const smaller = minimised(this.#before.ir, data, this.#kind, keeps);
    const changes = look(smaller)!;
    const about = changes.filter((c) => c.aspect === wanted.aspect && c.name === wanted.name);
    const subject = smaller.cohort[this.#kind]![0]!;
    return {
      kind: this.#kind,
      id: String(subject[keyField(this.#before.ir, this.#kind)] ?? id),
      data: smaller,
      changes: [...about, ...changes.filter((c) => !about.includes(c))],
    };
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

const keyField = (measure: ir.Measure, kind: string): string => {
  const subject = measure.subjects.find((s) => s.name === kind)!;
  return subject.fields[subject.key]!.name;
};

const keyOf = (f: Pick<Finding, "aspect" | "name">): string => `${f.aspect} ${f.name}`;
const parted = (key: string): { aspect: Aspect; name: string } => {
  const space = key.indexOf(" ");
  return { aspect: key.slice(0, space) as Aspect, name: key.slice(space + 1) };
};
