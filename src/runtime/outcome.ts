/** What an application needs of one subject; everything else is one step away, in its report. */
import type { FactProblem } from "./fact-problem.ts";
import type { Cause, JsonValue, SubjectResult, Undetermined } from "./result.ts";

/** Where outcomes find their reports. */
export interface Reports {
  reportOf(kind: string, index: number): SubjectResult;
  /** What is wrong with the data of all. */
  readonly problems: readonly FactProblem[];
}

/** An outcome as JSON. */
export type OutcomeJson = Pick<
  Outcome,
  "kind" | "id" | "grades" | "values" | "reasons" | "settled" | "undetermined"
>;

/**
 * The result of one subject: plain properties that can be written as JSON. {@link Outcome.report} has the
 * figures, effects, consequences and findings behind them.
 */
export class Outcome {
  /** Name of the subject kind. */
  readonly kind: string;
  readonly id: string;
  /** By scale; null while undetermined, and for a subject that is not graded. */
  readonly grades: Readonly<Record<string, string | null>>;
  /** Defined values by name, in the unit in which they are written; null while undetermined. */
  readonly values: Readonly<Record<string, JsonValue>>;
  /** Citations of what fired, in the order of the measure. */
  readonly reasons: readonly string[];
  /** false: something is undetermined; {@link Outcome.undetermined} says what and why. */
  readonly settled: boolean;
  readonly #reports: Reports;
  readonly #index: number;

  constructor(
    kind: string,
    id: string,
    grades: Readonly<Record<string, string | null>>,
    values: Readonly<Record<string, JsonValue>>,
    reasons: readonly string[],
    settled: boolean,
    reports: Reports,
    index: number,
  ) {
    this.kind = kind;
    this.id = id;
    this.grades = grades;
    this.values = values;
    this.reasons = reasons;
    this.settled = settled;
    this.#reports = reports;
    this.#index = index;
  }

  /** The whole result; made when it is first asked for. */
  get report(): SubjectResult {
    return this.#reports.reportOf(this.kind, this.#index);
  }

  /** What is wrong with the facts of this subject; empty when everything was read. A missing fact is not wrong. */
  get problems(): readonly FactProblem[] {
    return this.#reports.problems.filter((p) => p.kind === this.kind && p.index === this.#index);
  }

  /** What is undetermined, with the facts that would settle it. */
  get undetermined(): readonly Undetermined[] {
    if (this.settled) return [];
    const { undetermined, records } = this.report;
    return [
      ...undetermined,
      ...Object.values(records ?? {}).flatMap((list) => list.flatMap((r) => r.undetermined)),
    ];
  }

  /**
   * What `JSON.stringify` writes: the properties, and what is undetermined. {@link Outcome.report} is plain data and
   * has all the rest.
   */
  toJSON(): OutcomeJson {
    const { kind, id, grades, values, reasons, settled, undetermined } = this;
    return { kind, id, grades, values, reasons, settled, undetermined };
  }

  /** All causes of what is undetermined, each once. */
  get causes(): readonly Cause[] {
    const seen = new Map<string, Cause>();
    for (const u of this.undetermined) for (const c of u.because) seen.set(JSON.stringify(c), c);
    return [...seen.values()];
  }
}

/** The outcome that a whole result says. */
export function outcomeOf(result: SubjectResult, reports: Reports, index: number): Outcome {
  const grades = Object.create(null) as Record<string, string | null>;
  for (const name of Object.keys(result.grades)) grades[name] = result.grades[name]!.grade;
  const reasons = result.clauses.map((c) => c.cite);
  const records = Object.values(result.records ?? {}).flat();
  const settled = [result, ...records].every((r) => r.undetermined.length === 0);
  return new Outcome(result.kind, result.id, grades, result.values, reasons, settled, reports, index);
}
