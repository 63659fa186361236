import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { stringify } from "yaml";
import { writeFileAtomically } from "../../data/atomic-write.ts";
import { alike, worded } from "../../diagnostics/phrases.ts";
import { type Problem, problem } from "../../diagnostics/problem.ts";
import { type Evidence, evidenceFor } from "../../diff/evidence.ts";
import type { MeasureDiff } from "../../diff/types.ts";
import type { Example, Shown } from "../../prove/verdict.ts";
import type { Options } from "../command.ts";
import { textOption } from "../evaluation.ts";
import { LazySolver } from "../lazy-solver.ts";
import type { Compared } from "./compare.ts";

/** Evidence for the changes that a command found, and its examples as cases that can be run. */

/** For one question to the solver, and for all about one file, unless another limit was asked for. */
const QUESTION_MS = 2_000;
const FILE_MS = 60_000;
/** Assessed where neither the command nor the measure names a year. */
const YEAR = 2025;

export interface ProofSettings {
  readonly budgetMs: number;
  readonly year: number | null;
}

/** What `--timeout` and `--year` say, or what is wrong with it. */
export function proofSettings(options: Options): ProofSettings | Problem {
  const [timeout, year] = [textOption(options.timeout), textOption(options.year)];
  if (timeout !== undefined && !/^[1-9]\d{0,4}$/.test(timeout))
    return problem("BF9004", { option: "--timeout", value: timeout, ...alike("expected", "1–99999") });
  if (year !== undefined && !/^(?:19|2[01])\d\d$/.test(year))
    return problem("BF9004", { option: "--year", value: year, ...worded("expected", "year-such-as") });
  return {
    budgetMs: timeout === undefined ? FILE_MS : Number(timeout) * 1000,
    year: year === undefined ? null : Number(year),
  };
}

export async function gatherEvidence(
  { pairs }: Pick<Compared, "pairs">,
  { budgetMs, year }: ProofSettings,
): Promise<ReadonlyMap<MeasureDiff, Evidence>> {
  const solver = new LazySolver();
  const found = new Map<MeasureDiff, Evidence>();
  try {
    for (const { old, new: now, diff } of pairs) {
      if (diff.changes.length === 0) continue;
      const evidence = await evidenceFor(old, now, diff, {
        solver,
        year: year ?? now.measure?.effective?.year ?? YEAR,
        // A longer limit is for hard questions.
        timeoutMs: Math.max(QUESTION_MS, budgetMs / 20),
        budgetMs,
        now: () => performance.now(),
      });
      if (evidence) found.set(diff, evidence);
    }
  } finally {
    await solver.close();
  }
  return found;
}

// ──────────────────────────────── examples as cases ────────────────────────────────

/**
 * Writes each example as two files of cases with the texts that they are about: the old one, and the old one with the
 * change in it. `banfa test X-new.banfa X-new.yaml` passes, and so does the other pair; across they fail.
 */
export function writeWitnesses(
  folder: string,
  evidence: ReadonlyMap<MeasureDiff, Evidence>,
): { readonly files: readonly string[]; readonly problems: readonly Problem[] } {
  const files: string[] = [];
  const problems: Problem[] = [];
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    return {
      files,
      problems: [problem("BF9004", { option: "--witness-dir", value: folder, ...alike("expected", "DIR") })],
    };
  }
  const write = (name: string, text: string) => {
    const file = join(folder, name);
    const failed = writeFileAtomically(file, [text]);
    if (failed) problems.push(failed);
    else files.push(file);
  };
  for (const { changes } of evidence.values())
    for (const [name, { how, proof, texts }] of changes) {
      if (proof.status !== "differs" || how === "because") continue;
      const { example } = proof;
      write(`${name}-old.banfa`, texts.before);
      write(`${name}-new.banfa`, texts.after);
      write(`${name}-old.yaml`, casesOf(example, `${name}-old`, example.before));
      write(`${name}-new.yaml`, casesOf(example, `${name}-new`, example.after));
    }
  return { files, problems };
}

function casesOf({ data, id }: Example, name: string, { result, explanation }: Shown): string {
  const { year, period, date, parameters, history } = data.context;
  const expected = {
    grades: Object.fromEntries(
      Object.entries(result.grades).map(([n, g]) => [n, g.grade ?? [...g.possible]]),
    ),
    clauses: [...new Set(result.clauses.map((c) => c.cite))],
    consequences: result.consequences
      .filter((c) => c.choice.length === 0)
      .map((c) => ({
        action: c.action,
        target: c.target,
        ...(c.argument === null ? {} : { argument: c.argument }),
      })),
    findings: result.findings.map(({ cite, status, requirement }) => ({ cite, status, requirement })),
  };
  return stringify({
    measure: `${name}.banfa`,
    cases: [
      {
        name,
        note: explanation.zh.join(" "),
        year,
        ...(period === undefined ? {} : { period }),
        ...(date === undefined ? {} : { date }),
        ...(Object.keys(parameters ?? {}).length > 0 && { parameters }),
        history: history ?? [],
        data: data.cohort,
        expect: { [id]: expected },
      },
    ],
  });
}
