/**
 * What an evaluation gives back: plain data, the same in memory and as JSON. Field names are the public
 * result format; `schemas/result.schema.json` describes it.
 */

/** A terminating decimal of at most 15 digits is a number; anything else keeps its exact fraction. */
export type JsonNumber = number | { readonly num: string; readonly den: string; readonly text: string };
/** What a fact or a computed value is in a result: texts, options, truths, dates (YYYY-MM-DD), parties; null while undetermined. */
export type JsonValue = JsonNumber | string | boolean | null | readonly string[];

/** What a result shows in place of a figure that does not apply. */
export const NOT_APPLICABLE = "不适用";

/** The version of this format. It rises when a program that reads results would have to change. */
export const RESULT_FORMAT = 1;

/** The results of a cohort for one period: the form in which they are stored, and given as history in the years after. */
export interface CohortResult {
  /** Always there in what an evaluation gives; results written by hand need not have it. */
  readonly format?: typeof RESULT_FORMAT;
  /** What they were computed by. */
  readonly measure: {
    readonly name: string;
    readonly title: string | null;
    readonly documentNumber: string | null;
  };
  /** The assessed year. */
  readonly year: number;
  /** The assessed period where it is not a year: `2026-Q1`, `2026-03`, `2026-H1`. */
  readonly period?: string;
  /** 评定日 (YYYY-MM-DD), where given. */
  readonly date: string | null;
  /** In the order of the data. */
  readonly subjects: readonly SubjectResult[];
}

/** Everything that is to be said of one subject. */
export interface SubjectResult {
  /** What its identifying fact says. */
  readonly id: string;
  /** Name of the subject kind. */
  readonly kind: string;
  /** The facts as read (defaults filled in); lists are left out. */
  readonly facts: Readonly<Record<string, JsonValue>>;
  /** Computed values by name; null while undetermined. Percentages and money are in the unit shown in `units`. */
  readonly values: Readonly<Record<string, JsonValue>>;
  /** By scale: the grade and the way to it. */
  readonly grades: Readonly<Record<string, GradeResult>>;
  /** What fired, and on which figures, in the order of the measure. */
  readonly clauses: readonly ClauseResult[];
  /** What follows. */
  readonly consequences: readonly ConsequenceResult[];
  /** Duties and prohibitions, met or not. */
  readonly findings: readonly FindingResult[];
  /** What the facts at hand leave open. */
  readonly undetermined: readonly Undetermined[];
  /** Records that rules are about (每份), by the name of their list. */
  readonly records?: Readonly<Record<string, readonly RecordResult[]>>;
}

/** What holds of one record; its consequences stand with the subject. */
export interface RecordResult extends Omit<SubjectResult, "id" | "kind" | "consequences" | "records"> {
  /** 3月, 第1季度; where records have no period, the number of the record from 1. */
  readonly record: string;
}

/** A grade and the way to it: base, then raises, reductions, floors, ceilings, and reductions said to come after. */
export interface GradeResult {
  /** null while undetermined, and when not graded (then `possible` is empty). */
  readonly grade: string | null;
  /** The grades that are still possible, best first. */
  readonly possible: readonly string[];
  /** What bands, a rank, a row or a fact give; null where a grade has no base. */
  readonly base: {
    readonly grade: string | null;
    readonly possible: readonly string[];
    readonly cites: readonly string[];
    readonly text: string;
    /** The score that was banded or ranked. */
    readonly figures: readonly Figure[];
  } | null;
  /** 提高…个等次 */
  readonly raises: readonly GradeStep[];
  /** 降低…个等次 */
  readonly reductions: readonly GradeStep[];
  /** 最低评为 */
  readonly floors: readonly GradeStep[];
  /** 最高评为, 不得评为, and vetoes; the strictest wins. */
  readonly ceilings: readonly GradeStep[];
  /** 再降低 */
  readonly after: readonly GradeStep[];
  /** 不予评定: the clauses that take the subject out. */
  readonly notAssessed: readonly GradeStep[];
}

/** An effect on the grade that certainly holds (`certain`) or may hold. */
export interface GradeStep {
  /** The clauses that bring it about. */
  readonly cites: readonly string[];
  /** false: the facts at hand do not settle whether it holds. */
  readonly certain: boolean;
  /** Of a floor or a ceiling. */
  readonly grade?: string;
  /** Of a raise or a reduction. */
  readonly steps?: number;
  /** The grade beyond which a raise or a reduction does not go. */
  readonly limit?: string;
  /** The ceiling is 评为 the lowest grade. */
  readonly veto?: boolean;
}

/** A reason for which a clause fired: the clause's own condition or one item of its list. */
export interface ClauseResult {
  /** 第十七条(二)1 */
  readonly cite: string;
  /** The citation label by label: 第十七条, (二), 1. */
  readonly path: readonly string[];
  /** The title of its article, where it has one. */
  readonly title: string | null;
  /** Of a layered measure, who wrote the provision if not the base: its name, how, and by which of its provisions. */
  readonly layer?: {
    readonly name: string;
    readonly how: "own" | "amended" | "added";
    readonly by: string | null;
  };
  /** The figures that made it fire. */
  readonly figures: readonly Figure[];
  /** The condition as the measure states it. */
  readonly condition: string;
  /** What the clause does: 评为 不称职. */
  readonly effect: string;
}

/** A figure behind a result, and the test that it met. */
export interface Figure {
  /** As the measure names it. */
  readonly name: string;
  /** Null while it is open. */
  readonly value: JsonValue;
  /** 分, %, 元 …; empty for what has no unit. */
  readonly unit: string;
  /** 低于60分; empty where the value itself is the test. */
  readonly test: string;
}

/** A measure (措施) taken on somebody. */
export interface ConsequenceResult {
  /** 本人, or the role as the measure names it. */
  readonly target: string;
  /** Who that is, where the data say: names of the party, or ids of the linked subjects. */
  readonly targetIds: readonly string[];
  /** What its clauses call the subject where `target` is 本人 and they do not say so: to be shown in its place. */
  readonly called?: "本单位";
  /** 通报表扬, 诫勉谈话 … */
  readonly action: string;
  /** 奖励, 惩处 … */
  readonly category: string;
  /** Whether its category is good or bad news. */
  readonly polarity: "positive" | "negative";
  /** The argument as text (3年, 2分), 待定 while open; null where there is none. */
  readonly argument: string | null;
  /** First and last day of a period; null: open or not a period. */
  readonly from: string | null;
  /** The last day; see `from`. */
  readonly until: string | null;
  /** Whether it must be taken: may is 可以, advisory 优先, discretionary 酌情. */
  readonly modality: "must" | "may" | "advisory" | "discretionary";
  /** Who takes it; empty where the measure does not say. */
  readonly by: readonly string[];
  /** The measures to choose from while a choice (择一) is pending; else empty. */
  readonly choice: readonly string[];
  /** The clauses it is based on. */
  readonly cites: readonly string[];
  /** The clauses under which the authority may mitigate (减轻); empty: none. */
  readonly mitigation: readonly string[];
  /** The subjects or records that bring it about, where it was said to be for each or once. */
  readonly objects?: readonly string[];
  /** Of one that is for all records together: the records of the subject that bring it about. */
  readonly records?: readonly string[];
}

/** Whether a requirement (应当, 不得) is met. */
export interface FindingResult {
  /** The clause that requires it. */
  readonly cite: string;
  /** 应当 or 不得. */
  readonly polarity: "duty" | "prohibition";
  /** How it stands. */
  readonly status: "met" | "not-met" | "undetermined";
  /** As the measure states it. */
  readonly requirement: string;
  /** The figures that decide it. */
  readonly figures: readonly Figure[];
}

/** Something the facts at hand do not settle. */
export interface Undetermined {
  /** What kind of thing is open. */
  readonly what: "value" | "grade" | "clause" | "consequence" | "finding";
  /** The name of the value or the scale, the effect of the clause, the action. */
  readonly name: string;
  /** Where it stands in the measure. */
  readonly cite: string;
  /** Bounds of a number or the possible members, as text. */
  readonly possible: readonly string[];
  /** What would settle it. */
  readonly because: readonly Cause[];
  /** Of a consequence: at whom it is aimed, as in {@link ConsequenceResult}. */
  readonly target?: string;
  /** Of a consequence: the record or the other subject that may bring it about. */
  readonly object?: string;
  /** Of a consequence that is certain: what of it is open. */
  readonly part?: "amount" | "period" | "person";
}

/** Why something is undetermined. */
export type Cause =
  | ({ readonly kind: "missing-fact"; readonly subject: string; readonly field: string } & InRecord)
  | ({ readonly kind: "bad-fact"; readonly subject: string; readonly field: string } & InRecord)
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
  /** Its weights, as they were set, do not total 100%. */
  | { readonly kind: "weights"; readonly name: string; readonly cite: string }
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

/** Of a fact in a record: the list that the record stands in, and which one it is, as in {@link RecordResult}. */
export interface InRecord {
  readonly list?: string;
  readonly record?: string;
}

/** The same cause of many subjects: so many of them, the first by id. */
export interface ManySubjects {
  /** Told apart from single causes by this. */
  readonly kind: "many-subjects";
  /** The kind of the causes that it stands for. */
  readonly issue: "missing-fact" | "bad-fact" | "missing-period" | "no-such-subject" | "vacant-post";
  /** Name of the fact, and of the list in whose records it stands. */
  readonly field: string;
  readonly list?: string;
  /** How many subjects have this cause. */
  readonly count: number;
  /** Ids of the first of them. */
  readonly subjects: readonly string[];
}
