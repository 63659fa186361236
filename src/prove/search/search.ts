/**
 * A search for somebody whom two versions treat differently, with nothing but the evaluators: figures at the limits that
 * the versions name and one step beside them, fact by fact and several at once, with and without earlier results. It
 * proves nothing; it finds examples where there is no solver, where the solver gives up, and in cohorts larger than a
 * proof goes into.
 */
import type * as ir from "../../compiler/ir/ir.ts";
import type { SettledCohort } from "../../runtime/context.ts";
import { settleCohort } from "../../runtime/evaluate.ts";
import { type OpenValue, sameValue } from "../../runtime/open-values.ts";
import { reporterOf } from "../../runtime/report.ts";
import type { Data } from "../decode.ts";
import { changesBetween, ORDER, type Version } from "../replay.ts";
import { sayAlike } from "../unseen.ts";
import { confirmed, type Witness } from "../witness.ts";
import { type Attempt, Space } from "./space.ts";
import type { Row } from "./values.ts";

export interface SearchOptions {
  readonly year: number;
  /** See {@link changesBetween}. */
  readonly renamed: ReadonlyMap<string, string>;
  /** Most subjects that are evaluated. */
  readonly tries?: number | undefined;
}

const TRIES = 4000;
/** So many subjects are one cohort, in turn: rankings and quotas have something to rank, and small cohorts end early. */
const COHORTS = [24, 24, 12, 24, 5, 2];
/** Once there is an example of something less than a grade, so many more subjects are tried for one of a grade. */
const BETTER = 400;
/** Examples of a cohort that are made plain, which takes many evaluations, before the next one is tried. */
const CONFIRMED = 3;

/** The first subject found, as plain as it can be made; one with another grade before any other. */
export function searchWitness(
  versions: readonly [Version, Version],
  kind: string,
  { year, renamed, tries = TRIES }: SearchOptions,
): Witness | null {
  const space = new Space(versions, kind, year);
  const look = new Look(versions, kind, renamed);
  let turn = 0;
  const tried = (attempts: readonly Attempt[], parameters: Row): Witness | null => {
    const data = space.data(attempts, parameters, turn);
    const found = look.differing(data);
    // Data that one of the versions does not take say nothing: some of them may.
    if (found === null) {
      const half = attempts.length >> 1;
      if (half === 0) return null;
      return tried(attempts.slice(0, half), parameters) ?? tried(attempts.slice(half), parameters);
    }
    for (const { index } of found.slice(0, CONFIRMED)) {
      const witness = confirmed(versions, first(data, kind, index), kind, renamed, () => true);
      if (witness) return witness;
    }
    return null;
  };

  let best: Witness | null = null;
  let left = tries;
  let cohort: Attempt[] = [];
  for (const attempt of space.attempts()) {
    cohort.push(attempt);
    if (cohort.length < COHORTS[turn % COHORTS.length]!) continue;
    const witness = tried(cohort, space.parameters[turn % space.parameters.length]!);
    if (witness && (best === null || rank(witness) < rank(best))) {
      if (best === null) left = Math.min(left, BETTER);
      best = witness;
    }
    if (best && rank(best) === 0) break;
    left -= cohort.length;
    turn += 1;
    cohort = [];
    if (left <= 0) break;
  }
  return best;
}

const rank = (w: Witness): number => ORDER.indexOf(w.changes[0]!.aspect);

/** The data with a subject in the first place. */
function first(data: Data, kind: string, index: number): Data {
  const rows = data.cohort[kind]!;
  const own = [rows[index]!, ...rows.toSpliced(index, 1)];
  return { ...data, cohort: { ...data.cohort, [kind]: own } };
}

/** Something that both versions compute under one name; of choices by the names of the members. */
interface Common {
  readonly cells: readonly [number, number];
  readonly graded: boolean;
  readonly members: readonly [readonly string[], readonly string[]] | null;
}

/** Compares what two versions say of the subjects of a cohort, by the values of cells where that is enough. */
class Look {
  readonly #versions: readonly [Version, Version];
  readonly #kinds: readonly number[];
  readonly #common: readonly Common[];
  /** Consequences and requirements are the same, so that results differ only where values do. */
  readonly #alike: boolean;
  readonly #renamed: ReadonlyMap<string, string>;

  constructor(versions: readonly [Version, Version], kind: string, renamed: ReadonlyMap<string, string>) {
    this.#versions = versions;
    this.#renamed = renamed;
    this.#kinds = versions.map((v) => v.ir.subjects.findIndex((s) => s.name === kind));
    const [a, b] = versions.map((v, i) =>
      v.ir.cells.filter((c) => c.name !== null && c.subject === this.#kinds[i]),
    );
    this.#common = a!.flatMap((cell): Common[] => {
      const other = b!.find((c) => c.name === cell.name);
      return other && other.type.kind === cell.type.kind
        ? [
            {
              cells: [cell.id, other.id],
              graded: cell.body.kind === "grade",
              members: membersOf(versions, [cell, other]),
            },
          ]
        : [];
    });
    this.#alike = sayAlike(versions[0].ir, versions[1].ir, kind);
  }

  /** Who is treated differently, those with another grade first; null: one of the versions does not take the data. */
  differing(data: Data): { readonly index: number; readonly graded: boolean }[] | null {
    const settled = this.#versions.map((v) => settleCohort(v.compiled, data.cohort, data.context));
    if (settled.some((s) => s.problems.length > 0)) return null;
    const [a, b] = settled as [SettledCohort, SettledCohort];
    const [k, l] = this.#kinds as [number, number];
    const reports = this.#alike ? null : this.#versions.map((v, i) => reporterOf(v.compiled, settled[i]!));
    const found: { readonly index: number; readonly graded: boolean }[] = [];
    for (const { index } of a.rows[k]!) {
      const [x, y] = [a.row(k, index), b.row(l, index)];
      const differs = (c: Common): boolean => !sameIn(c, x.c[c.cells[0]]!, y.c[c.cells[1]]!);
      const graded = this.#common.some((c) => c.graded && differs(c));
      const differ =
        graded ||
        this.#common.some(differs) ||
        (reports !== null && changesBetween(reports[0]!(x), reports[1]!(y), this.#renamed).length > 0);
      if (differ) found.push({ index, graded });
    }
    return found.sort((x, y) => Number(y.graded) - Number(x.graded));
  }
}

function membersOf(versions: readonly [Version, Version], cells: readonly ir.Cell[]): Common["members"] {
  const [a, b] = cells.map(({ type }, i) =>
    type.kind === "choice" ? versions[i]!.ir.enumerations[type.enumeration]!.members : [],
  ) as [readonly string[], readonly string[]];
  return a.join("\n") === b.join("\n") ? null : [a, b];
}

function sameIn({ members }: Common, a: OpenValue, b: OpenValue): boolean {
  if (!members || typeof a !== "number" || typeof b !== "number") return sameValue(a, b);
  return members[0][a] === members[1][b];
}
