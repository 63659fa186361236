import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { compile } from "../../src/compiler/compile.ts";
import type { Measure } from "../../src/compiler/ir/ir.ts";
import { reworded } from "../../src/prove/observe.ts";
import { changesBetween, type Version, versionOf } from "../../src/prove/replay.ts";
import type { Solver } from "../../src/prove/solver.ts";
import { type Proof, prove } from "../../src/prove/verdict.ts";
import { CohortOutcomes } from "../../src/runtime/measure.ts";
import { SourceText } from "../../src/source/source-text.ts";
import { arbitraryCohort, type CohortCase } from "../generators/cohort.ts";
import { contextOf } from "../laws/product.ts";
import { type Mutant, mutantsOf, type Sort } from "./mutants.ts";

/**
 * Whether the comparison of versions sees what it should: every mutant of a measure that a search through random
 * cohorts can tell from the measure must be told from it by an example that the evaluators confirm.
 */

export const MEASURES = ["guangxi", "yanglousi", "xizang", "nandan", "yingshan", "jiange"] as const;

/**
 * `detected`: told apart by an example; `same`: proved to be the same for everybody, or in worlds up to a size; `open`:
 * neither, and a search does not tell them apart either; `missed`: not told apart, although a search can.
 */
export type Verdict = "detected" | "same" | "open" | "missed";

/** What came out for one mutant. */
export interface Audited {
  readonly measure: string;
  /** Its place among the mutants of the measure. */
  readonly index: number;
  readonly sort: Sort;
  readonly text: string;
  readonly verdict: Verdict;
  /** Whether a search through random cohorts tells it apart; null: it was not needed. */
  readonly searched: boolean | null;
  /** Milliseconds: for the whole comparison, and for each question to the solver. */
  readonly time: number;
  readonly queries: readonly number[];
}

export interface AuditOptions {
  /** One in so many mutants. */
  readonly every: number;
  readonly seed: number;
  /** Of the others, every so manieth, beginning with this one: several processes share the work. */
  readonly part?: readonly [number, number];
  readonly cohorts: number;
  readonly timeoutMs: number;
  /** Those that are known already are left out. */
  readonly known?: (measure: string, index: number, text: string) => boolean;
  readonly each?: (audited: Audited) => void;
}

export function readMeasure(name: string): Measure {
  const path = join("policies", name, "measure.banfa");
  const { measure } = compile(new SourceText(path, readFileSync(path, "utf8")));
  if (!measure) throw new Error(`${path} has errors`);
  return measure;
}

/** @param solver null: only the search of the comparison itself is audited */
export async function audit(
  name: string,
  solver: Solver | null,
  options: AuditOptions,
): Promise<readonly Audited[]> {
  const measure = readMeasure(name);
  const before = versionOf(measure);
  const cohorts = new Cohorts(before, options);
  const all: Audited[] = [];
  const [part, parts] = options.part ?? [0, 1];
  for (const [index, mutant] of mutantsOf(measure).entries()) {
    if ((index * 7919 + options.seed) % options.every !== 0 || index % parts !== part) continue;
    if (options.known?.(name, index, mutant.text)) continue;
    const audited = { measure: name, index, ...(await auditOne(before, mutant, solver, cohorts, options)) };
    options.each?.(audited);
    all.push(audited);
  }
  return all;
}

async function auditOne(
  before: Version,
  { measure, sort, text }: Mutant,
  solver: Solver | null,
  cohorts: Cohorts,
  { timeoutMs }: AuditOptions,
): Promise<Omit<Audited, "measure" | "index">> {
  const after = versionOf(measure);
  const queries: number[] = [];
  const timed: Solver | null = solver && {
    run: async (script) => {
      const began = performance.now();
      const answer = await solver.run(script);
      queries.push(performance.now() - began);
      return answer;
    },
  };
  const began = performance.now();
  const proof = await prove(before, after, {
    solver: timed,
    year: 2018,
    timeoutMs,
    now: () => performance.now(),
  });
  const time = performance.now() - began;
  const searched = proof.status === "differs" ? null : cohorts.differ(after);
  return { sort, text, verdict: verdictOf(proof, searched), searched, time, queries };
}

function verdictOf(proof: Proof, searched: boolean | null): Verdict {
  if (proof.status === "differs") return "detected";
  if (searched) return "missed";
  return proof.status === "same" ? "same" : "open";
}

/** Random cohorts, the same for all mutants of a measure, and what the measure says of them. */
class Cohorts {
  readonly #before: Version;
  readonly #cases: readonly CohortCase[];
  readonly #outcomes: CohortOutcomes[] = [];

  constructor(before: Version, { cohorts, seed }: AuditOptions) {
    this.#before = before;
    this.#cases = fc.sample(arbitraryCohort(before.ir, { holes: false }), { numRuns: cohorts, seed });
  }

  /** Whether some cohort is treated differently. */
  differ(after: Version): boolean {
    const renamed = new Map(
      this.#before.ir.subjects.map((s) => [s.name, reworded(this.#before.ir, after.ir, s.name)]),
    );
    return this.#cases.some(({ cohort, context }, i) => {
      const call = contextOf(context);
      this.#outcomes[i] ??= new CohortOutcomes(this.#before.compiled, cohort, call);
      const other = new CohortOutcomes(after.compiled, cohort, call);
      return Object.entries(this.#outcomes[i].outcomes).some(([kind, all]) =>
        all.some((outcome, k) => {
          const theirs = other.outcomes[kind]?.[k];
          return theirs && changesBetween(outcome.report, theirs.report, renamed.get(kind)!).length > 0;
        }),
      );
    });
  }
}
