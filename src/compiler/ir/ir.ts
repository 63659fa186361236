import type { Rational, RoundingMode } from "../../runtime/rational.ts";
import type { Span } from "../../source/span.ts";

/**
 * The intermediate representation of a checked measure: small, typed, total and exact. All sugar is gone;
 * names are indexes; units are scaled to the base unit of their dimension; every condition, item and
 * formula is a *cell* computed once per subject in a fixed order. Records with rules of their own (每份) are
 * subjects of a kind of their own.
 *
 * Meaning. A measure is evaluated for a year over a cohort (all subjects of all kinds). A cell has one of
 * these *open values*, so that missing facts and unset parameters are values too:
 *   number   an interval [low, high] of rationals, an end may be infinite; exact when low = high
 *   truth    true, false, or unknown
 *   choice   a non-empty set of members and "none"  (also grades; "none" = not graded, no result that year)
 *   text, date, party, link   known, or unknown
 * with the causes (missing fact, open parameter, missing history …) of what is not exact. A missing number
 * starts as its declared range, a missing choice as all its members, a missing truth value as unknown.
 * "Not exact", where nothing narrower is said, is: a number unbounded, a choice all members and "none", else
 * unknown. (A missing list is a missing fact: its figure starts as the range of its type.)
 * Operations are the usual extensions: interval arithmetic (end points), Kleene logic, image sets. When
 * nothing is missing every value is exact; that is the strict case, and both must agree.
 *
 * The invariants listed with each type are checked by `verify.ts`.
 */
export interface Measure {
  readonly irVersion: 1;
  readonly language: "zh" | "en";
  readonly name: string;
  readonly title: string | null;
  readonly documentNumber: string | null;
  readonly issuers: readonly string[];
  readonly effective: CalendarDate | null;
  readonly expires: CalendarDate | null;
  readonly period: "year" | "half-year" | "quarter" | "month";
  readonly citations: readonly Citation[];
  readonly enumerations: readonly Enumeration[];
  readonly parameters: readonly Parameter[];
  readonly actions: readonly Action[];
  readonly records: readonly RecordKind[];
  readonly subjects: readonly SubjectKind[];
  /** In evaluation order: a cell uses only cells before it; strata never decrease. */
  readonly cells: readonly Cell[];
  readonly clauses: readonly Clause[];
  readonly consequences: readonly Consequence[];
  readonly requirements: readonly Requirement[];
  readonly assertions: readonly Assertion[];
  /** Every labelled provision in document order, for accounting and documentation. */
  readonly outline: readonly OutlineEntry[];
  readonly procedures: readonly ProcedureData[];
  readonly draws: readonly DrawData[];
}

export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Where a provision stands: `第十七条（二）1`. `path` has its labels from the outside in. */
export interface Citation {
  readonly text: string;
  readonly path: readonly string[];
  readonly title: string | null;
  readonly span: Span;
  /** Of a layered measure, who wrote it if not the base: see layers/origins.ts. */
  readonly layer?: LayerOf;
}

/** `by`: the provision of the layer that says so, where it stands under one. */
export interface LayerOf {
  readonly name: string;
  readonly how: "own" | "amended" | "added";
  readonly by: string | null;
}

// ─────────────────────────────── types ───────────────────────────────

export type Type =
  | NumberType
  | { readonly kind: "truth" }
  | { readonly kind: "choice"; readonly enumeration: number }
  | { readonly kind: "text" }
  | { readonly kind: "date" }
  /** `dated`: a post, with those who held it and from when to when. Only a field of a subject has dates. */
  | { readonly kind: "party"; readonly dated?: true }
  | { readonly kind: "link"; readonly subject: number }
  /** Several subjects of one kind, each once. Only a field of a subject has this type. */
  | { readonly kind: "links"; readonly subject: number };

/** A number in the base unit of its dimension. `low`/`high` null: unbounded. `step` null: dense. */
export interface NumberType {
  readonly kind: "number";
  /** Canonical product of base units: "分", "元", "元/分"; "" for a pure number or a share. */
  readonly dimension: string;
  readonly low: Rational | null;
  readonly high: Rational | null;
  /** Values are multiples of this (counted from 0); null when any rational may occur. */
  readonly step: Rational | null;
  /** How people write it: value in base units = written number × factor. `%` has factor 1/100. */
  readonly display: { readonly unit: string; readonly factor: Rational };
  /** A number of subjects or records: it goes with any unit in which they may be counted (20个, 3户, 5起). */
  readonly headcount?: true;
}

/**
 * Members lowest first. `options` have no order; `levels` rise; a `scale` rises from the worst grade to
 * the best, so a higher index is always better and a ceiling is a minimum of indexes.
 */
export interface Enumeration {
  readonly name: string;
  readonly kind: "options" | "levels" | "scale";
  readonly members: readonly string[];
  /** Former names (旧称) of members, for reading histories: former name → member index. */
  readonly former: readonly { readonly name: string; readonly member: number }[];
}

/** A figure the text leaves open. `value` null: unbound until the caller's parameters bind it. */
export interface Parameter {
  readonly name: string;
  readonly type: Type;
  readonly value: Expr | null;
  /**
   * `参数 甲 < 乙`: the one declared to lie right below this one. Figures out of the declared order are refused, which
   * leaves all of the order open; an open figure lies above those below it and below those above it, by a step
   * where it has one.
   */
  readonly above: number | null;
  readonly cite: number | null;
  readonly span: Span;
}

/** A word of the vocabulary of consequences. */
export interface Action {
  readonly name: string;
  readonly category: string;
  readonly polarity: "positive" | "negative";
  readonly argument: string | null;
  /** Actions that make this one idle when both meet the same target (措施 甲 < 乙: 乙 absorbs 甲). */
  readonly absorbedBy: readonly number[];
}

export interface RecordKind {
  readonly name: string;
  readonly fields: readonly Field[];
}

export interface SubjectKind {
  readonly name: string;
  /** Index of the identifying field. */
  readonly key: number;
  readonly fields: readonly Field[];
  /** Its rows are the records of a list; nobody supplies them as subjects. */
  readonly of?: RecordRows;
}

/**
 * A kind whose rows are the records of the list field `list` of the subjects of kind `subject`: one row a record.
 * It has the fields of the record at the same indexes; behind them stand, derived, its `key`, `owner` (a link to
 * the subject) and `period` (number of the period in the year, from 1; null where the records have none).
 *
 * Where such rows are compared with each other (a placement or a population figure), a subject without a record
 * of a period that others have takes part all the same, by a row of which only key, owner and period are known:
 * so nobody stands better because a report of somebody else is missing. Such rows give no result of their own and no
 * aggregate sees them. Comparisons are within one period: it is the first of their `groups`.
 */
export interface RecordRows {
  readonly subject: number;
  readonly list: number;
  readonly owner: number;
  readonly period: number | null;
}

export interface Field {
  readonly name: string;
  readonly alias: string | null;
  readonly description: string | null;
  readonly type: Type | ListType;
  /** true: may be left out; what needs it is then undetermined. */
  readonly optional: boolean;
  readonly default: Expr | null;
  readonly sources: readonly string[];
  /** A percentage is filled in as a fraction (0.475) instead of 47.5. */
  readonly asFraction: boolean;
  /**
   * 可不适用: index of a truth field of the same owner, true where a value is supplied or defaulted, false
   * where 不适用 is. When the value is missing or bad, so is the truth. Where it is false the value is never
   * looked at: whatever depends on it then sits in a branch that is not taken, or beside a false in an `and`.
   */
  readonly applies?: number;
  /** It is such a truth field: it follows from another one and is not supplied itself. */
  readonly derived?: true;
  /**
   * 历年 (subjects of a yearly measure only): its values of earlier years may be supplied beside this year's. What
   * looks back at it (past, run, run-length, over-years) takes a supplied value before the one in the history. A
   * year of which such a value of `arg` is supplied has a result, also where the history has none of it or is not
   * there; what else `arg` looks at is then as if by that history: grades "none" or not known, the rest not exact.
   */
  readonly yearly?: true;
  readonly span: Span;
}

/** A list of records; `frequency` other than "many" expects one record a period (12, 4, 2 or 1 a year). */
export interface ListType {
  readonly kind: "list";
  readonly record: number;
  readonly frequency: "month" | "quarter" | "half-year" | "year" | "many";
}

// ─────────────────────────────── cells ───────────────────────────────

/**
 * A computed value, one per subject of `subject`. `name` null: an intermediate value (a condition, an item);
 * `text` then shows it.
 *
 * Invariants: `id` is the index in `cells`; same-row uses point to earlier cells; a value seen through a
 * link, in a record, a population or a placement comes from a stratum strictly below.
 */
export interface Cell {
  readonly id: number;
  readonly name: string | null;
  readonly text: string;
  readonly subject: number;
  readonly type: Type;
  readonly cite: number;
  /** The words that say it; of equal expressions, the first. */
  readonly span: Span;
  readonly stratum: number;
  readonly body: CellBody;
}

export type CellBody =
  | { readonly kind: "expression"; readonly expr: Expr }
  | GradeBody
  | PlacementBody
  | PopulationBody;

/**
 * A grade on a scale. The value is
 *   base → raises → reductions → floors → ceilings → reductions said to come after (再降低).
 * Base: the one base whose guard holds (guard null: always); none holding gives "none". "none" stays "none".
 * Any `notAssessed` that holds gives "none".
 * Raises apply in the order of their limits, lowest limit first (null = best grade last): q → max(q, min(q+steps, limit)).
 * Reductions apply in the order of their limits, highest limit first (null = worst grade last): q → min(q, max(q−steps, limit)).
 * Floors: q → max(q, grade). Ceilings: q → min(q, grade). After: as reductions.
 * With an unknown `when` an effect maps the set S to S ∪ f(S). So clauses commute.
 *
 * Open, where the base whose guard surely holds is a placement for which the subject's pool, or one of its ceilings
 * there, is unknown (and it leaves more than one grade): the union over these cases, each with S as its start:
 * - in the pool with none of the unknown ceilings: S is what the placement's scenarios of that kind give; the
 *   conditions of these ceilings do not hold, nor do those of `inside` if the pool is unknown;
 * - out of the pool, if that is unknown: S is `rest`; the conditions of `outside` hold;
 * - each unknown ceiling by itself: S is what the placement leaves, of its rows those not above the ceiling; its
 *   condition holds.
 */
export interface GradeBody {
  readonly kind: "grade";
  readonly enumeration: number;
  readonly bases: readonly GradeBase[];
  readonly notAssessed: readonly { readonly clause: number; readonly when: number }[];
  readonly raises: readonly Shift[];
  readonly reductions: readonly Shift[];
  readonly floors: readonly Bound[];
  readonly ceilings: readonly Bound[];
  readonly after: readonly Shift[];
}

export interface GradeBase {
  readonly guard: number | null;
  readonly value: number;
  readonly cite: number;
  /**
   * Of a placement with a pool: of the conditions of the grade's effects (truth cells) those that hold for everyone
   * out of the pool, and those that hold for nobody in it, while `guard` holds.
   */
  readonly pool?: { readonly outside: readonly number[]; readonly inside: readonly number[] };
}

/** `when` is the id of a truth cell, `clause` an index into `clauses`. */
export interface Shift {
  readonly clause: number;
  readonly when: number;
  readonly steps: number;
  readonly limit: number | null;
}
/** `grade` is a member index. `veto`: 一票否决 or the lowest grade set by a condition. */
export interface Bound {
  readonly clause: number;
  readonly when: number;
  readonly grade: number;
  readonly veto: boolean;
}

/**
 * A grade by rank among the subjects of one kind. All numbers in it are cell ids (or expressions without
 * subject references, for amounts).
 *
 * For each group (subjects whose `groups` values are equal) the pool is the subjects for which `pool`
 * holds (null: all). Order: by `score` (best first as `order` says), then by `tieBreak`. Rows of the top
 * fill first in the order written, then rows of the bottom. A row of `places` n covers the places 1..n
 * counted from its end, so it takes the next n − (already placed from that end) of the not yet placed
 * subjects that are eligible; n of a share is round(share × base), base = pool size unless given. A
 * subject is eligible for a row when its strictest holding ceiling in `ceilings` (empty: none) is not
 * below the row's grade. Where the last place falls inside a tie: `share` takes all tied, `out` none of
 * them, `open` leaves the tied undetermined between this row and what they would get without it.
 * Everyone of the kind who is not placed, in the pool or not, gets `rest` (null: none).
 * Everything is per group; a subject whose group is unknown may get any row.
 *
 * Open case, for subject s of a group where something is not exact: the result is the set of all row
 * grades (in row order, `rest` last) between the best and the worst outcome of s over these scenarios,
 * combined in all ways: (s at its high, others at their low) or (s low, others high), meaning score and
 * tie break "better" or "worse" for the given order; others whose pool or group is unknown in or out, for
 * those standing better than s, equal to s and worse than s (in that scenario) separately, because a share
 * of a pool that grows below s may reach s; unknown ceilings of the others all holding or none; unknown
 * ceilings of s all holding or none; amounts of the top rows all at their low or all at their high, and of
 * the bottom rows likewise, separately (the size of a group is between those surely in it and those and all of unknown group). s itself counts as in the pool unless its pool is false;
 * when its pool is unknown, `rest` is added. "Between" is by position in [top rows…, rest, bottom rows
 * reversed…]. With ceilings and bottom rows both present, who is left for the bottom rows depends on which
 * others the top rows take, which no extreme scenario bounds: then a result that holds `rest` or a bottom
 * row is widened to `rest` and all bottom rows. (Any unknown ceiling counts as something not exact, also one
 * that a stricter one makes idle.)
 */
export interface PlacementBody {
  readonly kind: "placement";
  readonly enumeration: number;
  readonly score: number;
  readonly order: "descending" | "ascending";
  readonly tieBreak: { readonly cell: number; readonly order: "descending" | "ascending" } | null;
  readonly ties: "share" | "out" | "open";
  readonly pool: number | null;
  readonly groups: readonly number[];
  readonly ceilings: readonly Bound[];
  readonly rows: readonly PlacementRow[];
  readonly rest: number | null;
}

export interface PlacementRow {
  readonly end: "top" | "bottom";
  readonly grade: number;
  readonly cite: number;
  /**
   * Number of places, or a share of `base` (null: the pool size; "everyone": the size of the group, in the pool or
   * not) rounded with `rounding`.
   */
  readonly amount: Expr;
  readonly share: { readonly base: Expr | "everyone" | null; readonly rounding: RoundingMode } | null;
  readonly text: string;
  readonly span?: Span;
}

/**
 * A figure over the population of the kind: per group, over the pool. `rank`: 1 + number of pool members
 * strictly better (ties share the better number for `share`, the worse one for `out`; `tieBreak` first).
 * `operand` null only for `count`. A mean, maximum or minimum over nobody is unbounded and not exact.
 *
 * Open case. sum: a member whose pool or group is unknown adds [min(0, low), max(0, high)]. count: [sure, sure + unsure].
 * mean: with no unsure member [Σlow/n, Σhigh/n], else [min low, max high] over sure and unsure. max: low =
 * max of the lows of the sure, high = max of the highs of all; min mirrored. With no sure member: unbounded.
 * rank: low = 1 + sure members certainly better, high = 1 + members possibly better (for `out`, or equal),
 * not counting s; a subject not surely in the pool is ranked as if it were. A subject whose own group is
 * unknown: unbounded.
 */
export interface PopulationBody {
  readonly kind: "population";
  readonly fn: "rank" | "max" | "min" | "mean" | "sum" | "count";
  readonly operand: number | null;
  readonly order: "descending" | "ascending";
  readonly tieBreak: { readonly cell: number; readonly order: "descending" | "ascending" } | null;
  readonly ties: "share" | "out";
  readonly pool: number | null;
  readonly groups: readonly number[];
}

// ──────────────────────────── expressions ────────────────────────────

/**
 * Expressions of a row. References: `field` and `cell` mean the current record when it has `of: "record"`
 * (the cell is one of the kind whose rows are these records), else the current subject. Every node has its
 * type, from which ranges and representations follow.
 */
export type Expr =
  | { readonly op: "number"; readonly type: NumberType; readonly value: Rational }
  | { readonly op: "truth"; readonly type: Type; readonly value: boolean }
  | { readonly op: "member"; readonly type: Type; readonly value: number }
  | { readonly op: "text"; readonly type: Type; readonly value: string }
  | { readonly op: "date"; readonly type: Type; readonly value: CalendarDate }
  | { readonly op: "field"; readonly type: Type; readonly of: "subject" | "record"; readonly field: number }
  | { readonly op: "cell"; readonly type: Type; readonly of: "subject" | "record"; readonly cell: number }
  | { readonly op: "parameter"; readonly type: Type; readonly parameter: number }
  /** The assessed year (number), the assessment date 评定日 (date). */
  | { readonly op: "context"; readonly type: Type; readonly what: "year" | "date" }
  /** Through a link field of the subject: a field or cell (lower stratum) of the linked subject. No such subject: not exact. */
  | { readonly op: "via"; readonly type: Type; readonly link: number; readonly target: Expr }
  | { readonly op: "negate"; readonly type: NumberType; readonly arg: Expr }
  | {
      readonly op: "add" | "multiply" | "min" | "max";
      readonly type: NumberType;
      readonly args: readonly Expr[];
    }
  /**
   * A zero divisor, or an interval that holds zero, gives an unbounded inexact number. `zero`: what a zero
   * divisor means, for the cause: nobody to take a mean over, a vote that does not count, weights that do not total
   * 100%, or a figure that does
   * not apply (and then `right` is 1 where it does, else 0).
   */
  | {
      readonly op: "divide";
      readonly type: NumberType;
      readonly left: Expr;
      readonly right: Expr;
      readonly zero?: {
        readonly kind: "empty" | "not-valid" | "weights" | "inapplicable";
        readonly name: string;
        readonly cite: number;
      };
    }
  | {
      readonly op: "round";
      readonly type: NumberType;
      readonly mode: RoundingMode;
      readonly step: Rational;
      readonly arg: Expr;
    }
  /**
   * On numbers, dates, ordered choices (by index), and ==/!= also on texts, truths, options, links to one kind, and
   * parties with parties or texts. A choice "none" makes every comparison but != false. Parties are equal when they
   * are the same names, in any order (a text is one name); nobody is not equal to nobody.
   */
  | {
      readonly op: "compare";
      readonly type: Type;
      readonly cmp: "<" | "<=" | ">" | ">=" | "==" | "!=";
      readonly left: Expr;
      readonly right: Expr;
    }
  | { readonly op: "one-of"; readonly type: Type; readonly arg: Expr; readonly members: readonly number[] }
  | { readonly op: "and" | "or"; readonly type: Type; readonly args: readonly Expr[] }
  | { readonly op: "not"; readonly type: Type; readonly arg: Expr }
  /** At least `count` of the arguments hold. */
  | { readonly op: "at-least"; readonly type: Type; readonly count: number; readonly args: readonly Expr[] }
  /** An unknown condition gives the hull (numbers) or union (choices) of both sides; truth: unknown unless both agree. */
  | {
      readonly op: "if";
      readonly type: Type;
      readonly condition: Expr;
      readonly then: Expr;
      readonly otherwise: Expr;
      /**
       * 剔除后折算: the figure of the cell, where the condition holds, is out of its total; `then` is 0. Results say
       * 不适用 in its place. The condition is a cell, or several joined by `or`.
       */
      readonly out?: true;
      /** Where `then` and `otherwise` are rows of a choice. */
      readonly span?: Span;
      readonly restSpan?: Span;
    }
  /** Rows are disjoint; the row whose interval holds the value gives the result; none: `otherwise`. Open: hull/union of the rows met. */
  | {
      readonly op: "bands";
      readonly type: Type;
      readonly arg: Expr;
      readonly rows: readonly Band[];
      readonly otherwise: Expr | null;
      readonly restSpan?: Span;
    }
  /**
   * Over the records of a list field of the subject. `where`, `value` are record-scope expressions.
   * Open: as PopulationBody says for sum, count, mean, max, min. `missing` (periodic lists): absent
   * periods are left out, count as zero, or make the figure not exact. A missing list is not exact.
   * `window`: only records whose `date` field (index) lies in the assessed year, in the assessed period, in the N
   * months up to and including 评定日, in the years from `last` to `first` years ago (0: the assessed one), or from
   * the day `from` (of the subject) on. The assessed year, and what has no other end, ends with the assessed period. A record is unsure where this is unknown (Kleene).
   *
   * `once`: counts one matter once. Records that belong and agree in all fields `same` are one matter (none named:
   * each is its own), whose value is the highest of theirs; the figure is over the matters. Open: a matter belongs
   * when one of its records does; its value is at least the highest low of those that surely belong (no such: the
   * lowest low) and at most the highest high. With an unknown `same` field in a record that may belong, the figure
   * may be anything in its type's range. `atMost` (count only): of the matters of one calendar period at most
   * `count` count; a matter's day is the first of its records' `date`. Its period is known when all records that
   * may belong have known dates and lie in one period, or all surely belong; a matter of unknown period adds [0, 1].
   *
   * `longest-run` (periodic lists, with `where` and `gap` and nothing else): how many records in a row, in the order of
   * their periods, hold at most. A period without a record ends a run (`breaks`) or is passed over (`skips`). Open:
   * from the longest where no unknown record holds to the longest where all of them do.
   */
  | {
      readonly op: "aggregate";
      readonly type: NumberType;
      readonly fn: "count" | "sum" | "mean" | "max" | "min" | "longest-run";
      readonly gap?: "breaks" | "skips";
      readonly list: number;
      readonly value: Expr | null;
      readonly where: Expr | null;
      readonly missing: "drop" | "zero" | "not-assessed";
      readonly window:
        | { readonly date: number; readonly kind: "this-year" }
        | { readonly date: number; readonly kind: "this-period" }
        | { readonly date: number; readonly kind: "months"; readonly months: number }
        | { readonly date: number; readonly kind: "years"; readonly first: number; readonly last: number }
        | { readonly date: number; readonly kind: "since"; readonly from: Expr }
        | null;
      readonly once?: Once;
    }
  /**
   * Over the subjects that this one is linked with. `over` a field: those that the links field of the subject names.
   * `over` a subject kind and a field: those of that kind whose link or links field names this subject (the inverse);
   * where that field is unknown, or names a subject that is not there, the subject may belong. `where` (truth) and
   * `value` (number) are cells of those subjects, from a stratum strictly below. Open: as PopulationBody says; with
   * an unknown links field the figure may be anything in its type's range.
   */
  | {
      readonly op: "linked";
      readonly type: NumberType;
      readonly fn: "count" | "sum" | "mean" | "max" | "min";
      readonly over: Over;
      readonly where: number | null;
      readonly value: number | null;
    }
  /**
   * The value of `arg` `back` assessed periods ago (a year is one such period unless the measure has shorter ones),
   * from the history. `arg` uses only constants, named cells and
   * fields of the same subject, comparisons and logic. No history given: not exact. That period not among
   * the supplied ones while others are: not exact. Otherwise a subject without a result in that
   * period: truth false, choice "none", number not exact. `back` ≥ 1. A record (of a kind with `of`) stands for the
   * one of the same period then: a subject that has no such record has no result there.
   *
   * `each` "record" (here and in runs; only of records with periods): steps go from a record to the one of the period
   * before in the same list, a period without a record being one without a result; before the first period of the list
   * they go to the records in the history. `arg` is then a field, or a cell of a stratum below.
   */
  | {
      readonly op: "past";
      readonly type: Type;
      readonly each?: "record";
      readonly back: number;
      readonly arg: Expr;
    }
  /**
   * `arg` holds in this and the (length − 1) periods before, looking back as `past` does. `breaks`: a year without
   * a result ends the run (false). `skips`: such a year is passed over, as far back as the supplied years go.
   * A year without a result is one in which the subject does not appear, or in which a grade that `arg` looks
   * at was "none". A year that is not supplied is one unknown period of the run.
   */
  | {
      readonly op: "run";
      readonly type: Type;
      readonly each?: "record";
      readonly length: number;
      readonly gap: "breaks" | "skips";
      readonly arg: Expr;
    }
  /**
   * How many periods in a row `arg` holds, this one included (0 when it does not hold now), with gaps as in `run`.
   * A period that is not supplied may hold or not; before the earliest supplied year nothing is known, so a run
   * that reaches it has no upper end. An empty history ends the run.
   */
  | {
      readonly op: "run-length";
      readonly type: NumberType;
      readonly each?: "record";
      readonly gap: "breaks" | "skips";
      readonly arg: Expr;
    }
  /**
   * A figure over years, from `first` years ago (0: this year) back to `last` years ago. `count`: the years in
   * which the truth value `arg` held; else of the number `arg` of each year. Looks back as `past` does; open as
   * PopulationBody says, the years being the members. A year without a result (as `run` says; for numbers: the
   * subject does not appear) counts as none; for the other figures `missing` says: left out, zero, or the figure
   * not exact. A year that is not supplied may or may not be a member, with any value (so it leaves the
   * figure not exact where a year without a result would); with an empty history
   * every earlier year is without a result. `each` "period": the same over assessed periods; with "year" in a measure
   * of shorter periods, the periods of those calendar years up to the assessed one. `last` null (count only): as far back as the supplied years go;
   * without a history the count has no upper end. 0 ≤ first ≤ last; with first > 0 `arg` is only mentioned.
   */
  | {
      readonly op: "over-years";
      readonly type: NumberType;
      readonly fn: "count" | "sum" | "mean" | "max" | "min";
      /** What `first` and `last` count; "year" when not said. */
      readonly each?: "period" | "year";
      readonly first: number;
      readonly last: number | null;
      readonly missing: "drop" | "zero" | "not-assessed";
      readonly arg: Expr;
    }
  /** Calendar days from `from` to `to`; the first day is not counted (negative when `to` is earlier). */
  | { readonly op: "days-between"; readonly type: NumberType; readonly from: Expr; readonly to: Expr }
  /**
   * Full years from `from` to `to`: the greatest n for which the day n years after `from` (as `later` says; n may
   * be negative) is not after `to`. So a year is full on the corresponding day.
   */
  | { readonly op: "full-years"; readonly type: NumberType; readonly from: Expr; readonly to: Expr }
  /**
   * The last day of a period that begins on `from`: the first day is not counted, so years and months lead to the
   * corresponding day, or to the month's end where there is none; days are added after that (Civil Code 200–202).
   */
  | {
      readonly op: "later";
      readonly type: Type;
      readonly from: Expr;
      readonly years: number;
      readonly months: number;
      readonly days: number;
      /** Counted after those: so many working days by the calendar of the call, the first day not counted. In a year that it does not cover: unknown. */
      readonly workdays?: number;
    };

/** Through a links field of the subject itself, or against the direction of a field of another kind. */
export type Over =
  | { readonly how: "field"; readonly field: number }
  | { readonly how: "inverse"; readonly subject: number; readonly field: number };

/** Field indexes are of the record. */
export interface Once {
  readonly same: readonly number[];
  readonly atMost: {
    readonly date: number;
    /** A period has so many months; periods are counted from January (a divisor of 12). */
    readonly months: number;
    readonly count: number;
  } | null;
}

export interface Band {
  readonly low: { readonly value: Rational; readonly included: boolean } | null;
  readonly high: { readonly value: Rational; readonly included: boolean } | null;
  readonly result: Expr;
  readonly cite: number;
  /** The row as written, for explanations: 80分以上不满90分. */
  readonly text: string;
  readonly span?: Span;
}

// ────────────────────── clauses and what they do ──────────────────────

/** A conditional clause. It fires for a subject when its truth cell `when` holds. */
export interface Clause {
  readonly id: number;
  readonly cite: number;
  readonly subject: number;
  readonly when: number;
  /** The ways in which it can come to hold: its own condition and each item of its list. */
  readonly reasons: readonly Reason[];
  /** What it does, in words, for explanations: 评为 不称职. */
  readonly effect: string;
  readonly span: Span;
}

/** Reported when the clause fires and the truth cell `holds` is true. */
export interface Reason {
  readonly cite: number;
  readonly holds: number;
  readonly atoms: readonly Atom[];
  /** Source text of the condition. */
  readonly text: string;
}

/** One elementary test with the figure it looks at; shown when `holds` is true. */
export interface Atom {
  readonly holds: number;
  /** What is shown: 综合得分. */
  readonly name: string;
  /** A field, cell, parameter or via expression. */
  readonly value: Expr;
  /** The test in words: 低于60分, 为 损失较大; empty for a truth value that simply holds. */
  readonly test: string;
}

export type Modality = "must" | "may" | "advisory" | "discretionary";

/**
 * A consequence of a clause. Merging by (target, action) keeps every basis; it joins the consequences of a subject
 * and of his records (whose `self` he is: a record aims at its owner by a link).
 */
export interface Consequence {
  readonly clause: number;
  readonly cite: number;
  readonly target: Target;
  /**
   * `each` (逐一): one for every subject or record that brings it about, which it names; they merge only where
   * `combine` says how their amounts meet. `once` (只计一次), on a target through links: one for the linked subject
   * however many bring it about, and it is his.
   */
  readonly repeat?: "each" | "once";
  /** More than one: a choice (择一) that is pending. */
  readonly actions: readonly { readonly action: number; readonly argument: Argument | null }[];
  readonly modality: Modality;
  readonly by: readonly string[];
  /**
   * How amounts of this action on one target from several clauses meet: 累加 adds them, 就重 keeps the largest;
   * null: equal amounts are one, others stand side by side.
   */
  readonly combine: "cumulate" | "heaviest" | null;
  /** 减轻: while `when` holds the consequence stays, marked for decision with the citation. */
  readonly mitigations: readonly { readonly cite: number; readonly when: number }[];
  /**
   * 对 某人 免除: while `when` holds, the names in that party field (through `links`), or the linked subject where
   * `field` is null, are taken out of the target. A consequence whose target had names and is left without any is
   * dropped; so is one whose target, or a link on the way to it, does not apply.
   */
  readonly spares: readonly {
    readonly when: number;
    readonly links: readonly number[];
    readonly field: number | null;
  }[];
  readonly span: Span;
}

export type Target =
  /** `called`: what the clause calls the subject, where that is not 本人. */
  | { readonly kind: "self"; readonly called?: "本单位" }
  /** A party field of the subject reached through `links` (link fields, outermost first). */
  | {
      readonly kind: "party";
      readonly links: readonly number[];
      readonly field: number;
      readonly text: string;
      /** Where (and only where) the field is dated. */
      readonly holder?: Holder;
    }
  | {
      readonly kind: "subject";
      readonly links: readonly number[];
      readonly text: string;
      readonly called?: "本单位";
    }
  /** A role that is only named. */
  | { readonly kind: "role"; readonly text: string };

/**
 * Who of those that held a post: on the last day of the assessed period, on any of its days, on the day of an event
 * (a date of the subject), or on the days of the records that an aggregate of the clause looks at (`date`: their
 * field). With nobody in office on one of the days, or an unknown day, it is reported as undetermined.
 */
export type Holder =
  | { readonly when: "end" | "any" }
  | { readonly when: "day"; readonly day: Expr }
  | { readonly when: "records"; readonly of: Extract<Expr, { op: "aggregate" }>; readonly date: number };

export type Argument =
  | { readonly kind: "value"; readonly expr: Expr }
  /** A period: 1年, 自 评定日 起 1年. Without `from` its end is open. */
  | {
      readonly kind: "period";
      readonly years: number;
      readonly months: number;
      readonly days: number;
      readonly from: Expr | null;
      readonly text: string;
    };

/** A duty or prohibition; its finding is met when `holds` is true (duty) or false (prohibition). */
export interface Requirement {
  readonly cite: number;
  readonly subject: number;
  readonly polarity: "duty" | "prohibition";
  /** Truth cell: the requirement applies at all; null: always. */
  readonly when: number | null;
  readonly holds: number;
  readonly atoms: readonly Atom[];
  readonly text: string;
  readonly span: Span;
}

/**
 * What the author claims of every subject of a kind: wherever `when` holds (null: always), so does `holds`. No result
 * says anything of it; it can be proved.
 */
export interface Assertion {
  readonly cite: number;
  readonly subject: number;
  readonly when: Expr | null;
  readonly holds: Expr;
  readonly text: string;
  readonly span: Span;
}

// ─────────────────────── what is kept as data ────────────────────────

export interface OutlineEntry {
  readonly cite: number;
  readonly depth: number;
  readonly handling: "computed" | "declared" | "procedure" | "data" | "heading";
  readonly notes: readonly string[];
}

export interface ProcedureData {
  readonly name: string;
  readonly cite: number;
  readonly steps: readonly {
    /** Of the first act of a step; the acts behind it have none. */
    readonly label: string | null;
    /** Whether this act begins a step. */
    readonly first: boolean;
    readonly who: readonly string[];
    readonly deadline: DeadlineData | null;
    readonly verb: string;
    readonly what: readonly string[];
    /** `公示 5个工作日`. */
    readonly duration: {
      readonly text: string;
      readonly count: number;
      /** Null where the number is no time: `3份`. */
      readonly unit: TimeUnit | null;
    } | null;
    readonly toWhom: readonly string[];
  }[];
}

/** `每季度结束后10日内`: its words and their parts; `src/procedures/` gives it days. */
export interface DeadlineData {
  readonly text: string;
  /** Null: once in the period assessed. */
  readonly recurrence: Recurrence | null;
  /** The procedure or the document after whose end the time runs. */
  readonly anchor: string | null;
  /** The time runs from the end of the period that `recurrence` names. */
  readonly afterEnd: boolean;
  readonly month: number | null;
  readonly day: number | null;
  readonly amount: { readonly count: number; readonly unit: TimeUnit } | null;
  readonly edge: DeadlineEdge | null;
  /** The days of the month that a vague word was declared to mean. */
  readonly days: { readonly from: number; readonly to: number } | null;
}

export type Recurrence =
  | "month"
  | "two-months"
  | "odd-months"
  | "even-months"
  | "quarter"
  | "half-year"
  | "year";
export type TimeUnit = "days" | "working-days" | "weeks" | "months" | "years";
export type DeadlineEdge = "before" | "within" | "end" | "start" | "early" | "middle" | "late";

export interface DrawData {
  readonly name: string | null;
  readonly cite: number;
  /** A number of persons, or a share (0.2). */
  readonly amount: Rational;
  readonly share: boolean;
  readonly from: readonly string[];
  readonly groupedBy: readonly string[];
  readonly rounding: RoundingMode | null;
}
