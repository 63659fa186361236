/** A compiled measure as an application uses it. */
import type { CompiledMeasure } from "./compiled.ts";
import { compares, type EvaluationContext, type SettledCohort } from "./context.ts";
import { cohortResult, settleCohort } from "./evaluate.ts";
import type { FactProblem, RawCohort } from "./fact-rows.ts";
import { type Outcome, outcomeOf, type Reports } from "./outcome.ts";
import { reporterOf } from "./report.ts";
import type { CohortResult, SubjectResult } from "./result.ts";

/** One subject by the names of its facts. */
export type Facts = Readonly<Record<string, unknown>>;

/** What the evaluation of one subject is told. */
export interface OneContext extends EvaluationContext {
  /** Name of the subject kind; may be left out where the measure has one. */
  readonly kind?: string;
}

/** The outcomes of a cohort, in the order of its records. */
export class CohortOutcomes implements Reports {
  /** By name of the subject kind. */
  readonly outcomes: Readonly<Record<string, readonly Outcome[]>>;
  readonly #compiled: CompiledMeasure;
  readonly #cohort: RawCohort;
  readonly #context: EvaluationContext;
  #settled: SettledCohort | null = null;
  readonly #reports: SubjectResult[][] = [];
  #reporter: ReturnType<typeof reporterOf> | null = null;

  readonly #mode: "auto" | "alone";

  /** @internal use {@link Evaluator.evaluateAll} */
  constructor(
    compiled: CompiledMeasure,
    cohort: RawCohort,
    context: EvaluationContext,
    mode: "auto" | "alone" = "auto",
  ) {
    this.#mode = mode;
    this.#compiled = compiled;
    this.#cohort = cohort;
    this.#context = context;
    if (!Number.isInteger(context?.year)) throw new TypeError("context.year must be a whole number");
    const direct = mode === "auto" || !compares(compiled.tables);
    this.outcomes = (direct && compiled.parts.direct?.(compiled, cohort, context, this)) || this.#general();
  }

  #general(): Record<string, readonly Outcome[]> {
    const outcomes = Object.create(null) as Record<string, readonly Outcome[]>;
    const { subjects } = this.#compiled.tables;
    for (const [kind, rows] of this.#settle().rows.entries())
      if (!subjects[kind]!.of && (rows.length > 0 || Object.hasOwn(this.#cohort, subjects[kind]!.name)))
        outcomes[subjects[kind]!.name] = rows.map((row) =>
          outcomeOf(this.#report(kind, row.index), this, row.index),
        );
    return outcomes;
  }

  #settle(): SettledCohort {
    this.#settled ??= settleCohort(this.#compiled, this.#cohort, this.#context, this.#mode);
    return this.#settled;
  }

  #report(kind: number, index: number): SubjectResult {
    const settled = this.#settle();
    const known = this.#reports[kind]?.[index];
    if (known) return known;
    this.#reporter ??= reporterOf(this.#compiled, settled);
    const report = this.#reporter(settled.row(kind, index));
    this.#reports[kind] ??= [];
    this.#reports[kind][index] = report;
    return report;
  }

  /** @internal use {@link Outcome.report} */
  reportOf(kind: string, index: number): SubjectResult {
    const { subjects } = this.#compiled.tables;
    return this.#report(
      subjects.findIndex((s) => s.name === kind),
      index,
    );
  }

  /** What is wrong with the data, by record and field; empty when everything was read. */
  get problems(): readonly FactProblem[] {
    return this.#settle().problems;
  }

  /** All reports: the form in which results are stored, and given as `history` in the years after. */
  get result(): CohortResult {
    const { rows, context } = this.#settle();
    return cohortResult(
      this.#compiled,
      context,
      rows.flatMap((list, kind) =>
        this.#compiled.tables.subjects[kind]!.of ? [] : list.map((row) => this.#report(kind, row.index)),
      ),
    );
  }
}

/** What the runtime takes; see `abi` in the manifest of a module. */
const ABI = 1;

/** Facts nest in lists of records; nothing below them is a fact. */
const DEEPEST = 4;

/** Reports are made later, perhaps when a form has changed the facts; an outcome keeps to what it was given. */
function copied<T>(value: T, depth = 0): T {
  if (typeof value !== "object" || value === null || depth > DEEPEST) return value;
  if (Array.isArray(value)) return value.map((v) => copied(v, depth + 1)) as T;
  const copy = Object.create(null) as Record<string, unknown>;
  for (const key of Object.keys(value)) copy[key] = copied((value as Facts)[key], depth + 1);
  return copy as T;
}

/** The evaluators of one measure. It keeps no state between calls. */
export class Evaluator {
  /** The measure in the form that the runtime takes. */
  readonly compiled: CompiledMeasure;

  /** @throws Error when the measure was compiled for another version of the runtime */
  constructor(compiled: CompiledMeasure) {
    if (compiled.tables.abi !== ABI)
      throw new Error("made for another version of banfa/runtime: compile the measure anew");
    this.compiled = compiled;
  }

  /** The kinds of subject, as named in the measure. */
  get kinds(): readonly string[] {
    return this.compiled.tables.subjects.flatMap((s) => (s.of ? [] : [s.name]));
  }

  /**
   * Evaluates one subject. Its rank among others is not known, so what depends on one is undetermined; so is what
   * looks at other subjects.
   *
   * ```ts
   * const outcome = measure.evaluate({ 编号: "甲", 弄虚作假: true }, { kind: "包点领导", year: 2018 });
   * outcome.grades.考核等次; // "不称职"
   * outcome.reasons; // ["第十七条(二)4", "第二十条", "第二十三条"]
   * outcome.settled; // false
   * ```
   *
   * @throws TypeError when the measure has several kinds of subject and `kind` names none of them, and when there is no
   * year
   * @throws RangeError when `period` is none of the measure's
   */
  evaluate(facts: Facts, context: OneContext): Outcome {
    const kind = this.kindOf(context?.kind);
    const { outcomes } = new CohortOutcomes(this.compiled, { [kind]: [copied(facts)] }, context, "alone");
    const outcome = outcomes[kind]?.[0];
    if (!outcome) throw new RangeError("year and period name none of the periods that the measure assesses");
    return outcome;
  }

  /** @internal The kind that is meant where none is named. */
  kindOf(given: string | undefined): string {
    const { kinds } = this;
    const kind = given ?? (kinds.length === 1 ? kinds[0] : undefined);
    if (kind === undefined || !kinds.includes(kind))
      throw new TypeError(`kind must be one of: ${kinds.join(", ")}`);
    return kind;
  }

  /**
   * Evaluates a cohort: by name of the kind, the records of its subjects. Rankings are among these. Never
   * throws for bad data; see {@link CohortOutcomes.problems}. Reports are made from the same records when they are
   * first asked for, so leave these as they are until then.
   *
   * ```ts
   * const cohort = measure.evaluateAll(
   *   { 包点领导: records },
   *   { year: 2018, parameters: { 优秀名额: 1 }, history: [] },
   * );
   * cohort.outcomes.包点领导?.map((outcome) => outcome.grades.考核等次); // ["不称职", "优秀"]
   * cohort.problems; // []
   * ```
   *
   * @throws TypeError when there is no year
   */
  evaluateAll(cohort: RawCohort, context: EvaluationContext): CohortOutcomes {
    return new CohortOutcomes(this.compiled, cohort, context);
  }
}
