/**
 * What an evaluation gives back: plain data, the same in memory and as JSON. Field names are the public
 * result format; `schemas/result.schema.json` describes it.
 */

/** A terminating decimal of at most 15 digits is a number; anything else keeps its exact fraction. */
export type JsonNumber = number | { readonly num: string; readonly den: string; readonly text: string };
export type JsonValue = JsonNumber | string | boolean | null | readonly string[];

export interface CohortResult {
  readonly measure: {
    readonly name: string;
    readonly title: string | null;
    readonly documentNumber: string | null;
  };
  readonly year: number;
  /** The assessed period where it is not a year: `2026-Q1`, `2026-03`, `2026-H1`. */
  readonly period?: string;
  /** 评定日 (YYYY-MM-DD), where given. */
  readonly date: string | null;
  readonly subjects: readonly SubjectResult[];
}

export interface SubjectResult {
  readonly id: string;
  /** Name of the subject kind. */
  readonly kind: string;
  /** The facts as read (defaults filled in); lists are left out. */
  readonly facts: Readonly<Record<string, JsonValue>>;
  /** Computed values by name; null while undetermined. Percentages and money are in the unit shown in `units`. */
  readonly values: Readonly<Record<string, JsonValue>>;
  readonly grades: Readonly<Record<string, GradeResult>>;
  readonly clauses: readonly ClauseResult[];
  readonly consequences: readonly ConsequenceResult[];
  readonly findings: readonly FindingResult[];
  readonly undetermined: readonly Undetermined[];
  /** Records that rules are about (每份), by the name of their list. */
  readonly records?: Readonly<Record<string, readonly RecordResult[]>>;
}

/** What holds of one record; its consequences stand with the subject. */
export interface RecordResult extends Omit<SubjectResult, "id" | "kind" | "consequences" | "records"> {
  /** 3月, 第1季度; where records have no period, the number of the record from 1. */
  readonly record: string;
}

export interface GradeResult {
  /** null while undetermined, and when not graded (then `possible` is empty). */
  readonly grade: string | null;
  /** The grades that are still possible, best first. */
  readonly possible: readonly string[];
  readonly base: {
    readonly grade: string | null;
    readonly possible: readonly string[];
    readonly cites: readonly string[];
    readonly text: string;
    /** The score that was banded or ranked. */
    readonly figures: readonly Figure[];
  } | null;
  readonly raises: readonly GradeStep[];
  readonly reductions: readonly GradeStep[];
  readonly floors: readonly GradeStep[];
  readonly ceilings: readonly GradeStep[];
  readonly after: readonly GradeStep[];
  /** 不予评定: the clauses that take the subject out. */
  readonly notAssessed: readonly GradeStep[];
}

/** An effect on the grade that certainly holds (`certain`) or may hold. */
export interface GradeStep {
  readonly cites: readonly string[];
  readonly certain: boolean;
  readonly grade?: string;
  readonly steps?: number;
  readonly limit?: string;
  readonly veto?: boolean;
}

/** A reason for which a clause fired: the clause's own condition or one item of its list. */
export interface ClauseResult {
  readonly cite: string;
  readonly path: readonly string[];
  readonly title: string | null;
  readonly figures: readonly Figure[];
  /** The condition as the measure states it. */
  readonly condition: string;
  /** What the clause does: 评为 不称职. */
  readonly effect: string;
}

export interface Figure {
  readonly name: string;
  readonly value: JsonValue;
  /** 分, %, 元 …; empty for what has no unit. */
  readonly unit: string;
  /** 低于60分; empty where the value itself is the test. */
  readonly test: string;
}

export interface ConsequenceResult {
  /** 本人, or the role as the measure names it. */
  readonly target: string;
  /** Who that is, where the data say: names of the party, or ids of the linked subjects. */
  readonly targetIds: readonly string[];
  readonly action: string;
  readonly category: string;
  readonly polarity: "positive" | "negative";
  /** The argument as text (3年, 2分), 待定 while open; null where there is none. */
  readonly argument: string | null;
  /** First and last day of a period; null: open or not a period. */
  readonly from: string | null;
  readonly until: string | null;
  readonly modality: "must" | "may" | "advisory" | "discretionary";
  readonly by: readonly string[];
  /** The measures to choose from while a choice (择一) is pending; else empty. */
  readonly choice: readonly string[];
  readonly cites: readonly string[];
  /** The clauses under which the authority may mitigate (减轻); empty: none. */
  readonly mitigation: readonly string[];
  /** The subjects or records that bring it about, where it was said to be for each or once. */
  readonly objects?: readonly string[];
}

export interface FindingResult {
  readonly cite: string;
  readonly polarity: "duty" | "prohibition";
  readonly status: "met" | "not-met" | "undetermined";
  readonly requirement: string;
  readonly figures: readonly Figure[];
}

/** Something the facts at hand do not settle. */
export interface Undetermined {
  readonly what: "value" | "grade" | "clause" | "consequence" | "finding";
  readonly name: string;
  readonly cite: string;
  /** Bounds of a number or the possible members, as text. */
  readonly possible: readonly string[];
  readonly because: readonly Cause[];
}

export type Cause =
  | { readonly kind: "missing-fact"; readonly subject: string; readonly field: string }
  | { readonly kind: "bad-fact"; readonly subject: string; readonly field: string }
  | { readonly kind: "open-parameter"; readonly name: string; readonly cite: string | null }
  /** `period` as in {@link CohortResult}, where it is not a year. */
  | { readonly kind: "missing-history"; readonly year: number; readonly period?: string }
  | { readonly kind: "zero-divisor"; readonly cite: string }
  /** It compares with other subjects, and one alone was given. */
  | { readonly kind: "other-subjects"; readonly name: string }
  | { readonly kind: "empty"; readonly name: string }
  | { readonly kind: "inapplicable"; readonly name: string }
  /** A vote that does not count: it misses what the provision asks for. */
  | { readonly kind: "not-valid"; readonly name: string; readonly cite: string }
  | {
      readonly kind: "missing-period";
      readonly subject: string;
      readonly field: string;
      readonly periods: readonly string[];
    }
  | { readonly kind: "missing-date" }
  /** No table of holidays covers that year. */
  | { readonly kind: "missing-calendar"; readonly year: number }
  | {
      readonly kind: "no-such-subject";
      readonly subject: string;
      readonly field: string;
      readonly id: string;
    }
  /** Nobody held the post on that day (YYYY-MM-DD), or in the whole year (YYYY). */
  | {
      readonly kind: "vacant-post";
      readonly subject: string;
      readonly field: string;
      readonly day: string;
    }
  | { readonly kind: "tie"; readonly cite: string }
  | ManySubjects;

/** The same cause of many subjects: so many of them, the first by id. */
export interface ManySubjects {
  readonly kind: "many-subjects";
  readonly issue: "missing-fact" | "bad-fact" | "missing-period" | "no-such-subject" | "vacant-post";
  readonly field: string;
  readonly count: number;
  readonly subjects: readonly string[];
}
