import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { compile } from "../../src/compiler/compile.ts";
import type { Measure } from "../../src/compiler/ir/ir.ts";
import { reworded } from "../../src/prove/observe.ts";
import { changesBetween, type Version, versionOf } from "../../src/prove/replay.ts";
import type { Solver } from "../../src/prove/solver.ts";
import { compareVersions, type Finding } from "../../src/prove/versions.ts";
import { CohortOutcomes } from "../../src/runtime/measure.ts";
import { SourceText } from "../../src/source/source-text.ts";
import { arbitraryCohort } from "../generators/cohort.ts";
import { contextOf } from "../laws/product.ts";
import { type Mutant, mutantsOf, type Sort } from "./mutants.ts";

/**
 * Whether the comparison of versions sees what it should: every mutant of a measure that a search through random
 * cohorts can tell from the measure must be told from it by an example that the evaluators confirm.
 */

export const MEASURES = ["guangxi", "yanglousi", "xizang", "nandan", "yingshan", "jiange"] as const;

export interface Tally {
  readonly measure: string;
  /** Told apart by an example. */
  detected: number;
  /** Proved to be the same for everybody, or in worlds up to a size. */
  same: number;
  /** Neither, and a search does not tell them apart either. */
  open: number;
  /** Not told apart, although a search can. */
  readonly missed: string[];
  readonly times: number[];
  readonly bySort: Partial<Record<Sort, number>>;
}

export interface AuditOptions {
  /** One in so many mutants. */
  readonly every: number;
  readonly seed: number;
  readonly cohorts: number;
  readonly timeoutMs: number;
}

export function readMeasure(name: string): Measure {
  const path = join("policies", name, "measure.banfa");
  const { measure } = compile(new SourceText(path, readFileSync(path, "utf8")));
  if (!measure) throw new Error(`${path} has errors`);
  return measure;
}

export async function audit(name: string, solver: Solver, options: AuditOptions): Promise<Tally> {
  const measure = readMeasure(name);
  const before = versionOf(measure);
  const tally: Tally = { measure: name, detected: 0, same: 0, open: 0, missed: [], times: [], bySort: {} };
  const mutants = mutantsOf(measure).filter((_, i) => (i * 7919 + options.seed) % options.every === 0);
  for (const mutant of mutants) {
    const after = versionOf(mutant.measure);
    const began = performance.now();
    const { findings } = await compareVersions(solver, before, after, {
      year: 2018,
      first: true,
      timeoutMs: options.timeoutMs,
    });
    tally.times.push(performance.now() - began);
    tally.bySort[mutant.sort] = (tally.bySort[mutant.sort] ?? 0) + 1;
    if (findings.some((f) => f.verdict.status === "differs")) tally.detected += 1;
    else if (search(before, after, options)) tally.missed.push(described(mutant, findings));
    else if (findings.every((f) => f.verdict.status === "same")) tally.same += 1;
    else tally.open += 1;
  }
  return tally;
}

const described = ({ sort, text }: Mutant, findings: readonly Finding[]): string =>
  `${sort} ${text} — ${findings.map((f) => `${f.name}: ${f.verdict.status}${"reason" in f.verdict ? ` (${f.verdict.reason})` : ""}`).join("; ") || "no difference seen"}`;

/** Whether some random cohort is treated differently. */
function search(before: Version, after: Version, { cohorts, seed }: AuditOptions): boolean {
  const cases = fc.sample(arbitraryCohort(before.ir, { holes: false }), { numRuns: cohorts, seed });
  return cases.some(({ cohort, context }) => {
    const call = contextOf(context);
    const [a, b] = [before, after].map((v) => new CohortOutcomes(v.compiled, cohort, call));
    return Object.entries(a!.outcomes).some(([kind, all]) => {
      const renamed = reworded(before.ir, after.ir, kind);
      return all.some((outcome, i) => {
        const other = b!.outcomes[kind]?.[i];
        return other && changesBetween(outcome.report, other.report, renamed).length > 0;
      });
    });
  });
}
