/** One answer to "does anybody fare differently?", from a proof, an example, or a search for one. */
import { structuralKey } from "../compiler/ir/structural-key.ts";
import type { SubjectResult } from "../runtime/result.ts";
import type { Bounds } from "./encode/encoder.ts";
import { reworded } from "./observe.ts";
import { explained, resultOf, type Version, versionOf } from "./replay.ts";
import { searchWitness } from "./search/search.ts";
import type { Solver } from "./solver.ts";
import { kindsApart } from "./unseen.ts";
import { compareVersions, type Verdict } from "./versions.ts";
import type { Witness } from "./witness.ts";

/** An example with everything that is shown of it. */
export interface Example extends Witness {
  readonly before: Shown;
  readonly after: Shown;
}

/** What one version says of the subject of an example. */
export interface Shown {
  readonly result: SubjectResult;
  readonly explanation: { readonly zh: readonly string[]; readonly en: readonly string[] };
}

/**
 * Why neither an example nor a proof was found. `kinds`: only one version knows a kind of subject; `period`: they assess
 * other periods; `draw`: other ones are drawn by lot, which no result of a subject says.
 */
export type Open = (Verdict & { readonly status: "unknown" })["reason"] | "kinds" | "period" | "draw";

export type Proof =
  | { readonly status: "differs"; readonly example: Example }
  /** For everybody; `within`: in worlds of up to that size. `where`: see {@link Verdict}. */
  | { readonly status: "same"; readonly within: Bounds | null; readonly where?: "defined" }
  /** `about`: the kinds or lists that it is open for. */
  | { readonly status: "open"; readonly reason: Open; readonly about: readonly string[] };

export interface ProofOptions {
  /** null: there is none, and only a search is made. */
  readonly solver: Solver | null;
  readonly year: number;
  /** For one question to the solver, and for all together. */
  readonly timeoutMs?: number;
  readonly budgetMs?: number;
  readonly now?: () => number;
  /** Most evaluations of a search. */
  readonly tries?: number;
}

/** A solver that knows nothing: what is not the same by what it is made of stays open. */
const NONE: Solver = { run: async () => "unknown\n" };

/**
 * Whether two versions treat anybody differently. A figure that only one of them leaves open has in both the value that
 * it is given: what else is supplied for it, the other one does not take.
 */
export async function prove(first: Version, second: Version, options: ProofOptions): Promise<Proof> {
  const [before, after] = [givenAlike(first, second), givenAlike(second, first)];
  // A year and a quarter are not set side by side, whatever the rules.
  if (before.ir.period !== after.ir.period) return { status: "open", reason: "period", about: [] };
  const { solver, year } = options;
  const searched = new Set<string>();
  const search = (kind: string): Witness | null => {
    if (searched.has(kind)) return null;
    searched.add(kind);
    const renamed = reworded(before.ir, after.ir, kind);
    return searchWitness([before, after], kind, { year, renamed, tries: options.tries });
  };
  const { findings } = await compareVersions(solver ?? NONE, before, after, {
    ...{ ...options, first: true, search },
  });
  const found = findings.find((f) => f.verdict.status === "differs")?.verdict;
  if (found?.status === "differs")
    return { status: "differs", example: shown([before, after], found.witness) };
  const open = findings.flatMap((f) => (f.verdict.status === "unknown" ? [{ ...f, ...f.verdict }] : []));
  const within = findings.reduce<Bounds | null>(
    (all, { verdict }) => (verdict.status === "same" ? wider(all, verdict.within) : all),
    null,
  );
  const defined = findings.some((f) => f.verdict.status === "same" && f.verdict.where === "defined");
  // Where the proof is for small worlds only, or for figures that have a value, others may still be an example.
  const kinds = [...new Set(findings.map((f) => f.kind))];
  if (open.length > 0 || within !== null || defined)
    for (const kind of kinds) {
      const witness = search(kind);
      if (witness) return { status: "differs", example: shown([before, after], witness) };
    }
  const apart = kindsApart(before.ir, after.ir);
  if (apart.length > 0) return { status: "open", reason: "kinds", about: apart };
  if (open.length > 0) {
    const none = solver === null || solver.missing === true;
    const reason = none && open[0]!.reason === "time" ? "no-solver" : open[0]!.reason;
    return { status: "open", reason, about: open.map((f) => f.name).filter((n) => n !== "") };
  }
  if (drawsOf(before) !== drawsOf(after)) return { status: "open", reason: "draw", about: [] };
  return { status: "same", within, ...(defined && { where: "defined" as const }) };
}

/** In whatever order they are written. */
const drawsOf = ({ ir }: Version): string =>
  ir.draws
    .map((d) => structuralKey({ ...d, cite: 0 }))
    .sort()
    .join();

function givenAlike(version: Version, other: Version): Version {
  const given = version.ir.parameters.map((p) => {
    const value = other.ir.parameters.find((o) => o.name === p.name && o.type.kind === p.type.kind)?.value;
    const plain = value && (value.op === "number" || value.op === "truth" || value.op === "date");
    return p.value === null && plain ? { ...p, value } : p;
  });
  if (given.every((p, i) => p === version.ir.parameters[i])) return version;
  return versionOf({ ...version.ir, parameters: given });
}

/** null: as large as it likes. */
function wider(a: Bounds | null, b: Bounds): Bounds | null {
  const most = (x: number | null, y: number | null) => (x === null ? y : y === null ? x : Math.max(x, y));
  const both = {
    cohort: most(a?.cohort ?? null, b.cohort),
    records: most(a?.records ?? null, b.records),
    years: most(a?.years ?? null, b.years),
  };
  return both.cohort === null && both.records === null && both.years === null ? null : both;
}

function shown(versions: readonly [Version, Version], witness: Witness): Example {
  const of = (version: Version): Shown => {
    const result = resultOf(version, witness.data, witness.kind, witness.id)!;
    const words = (language: "zh" | "en") => explained(version, result, language);
    return { result, explanation: { zh: words("zh"), en: words("en") } };
  };
  return { ...witness, before: of(versions[0]), after: of(versions[1]) };
}
