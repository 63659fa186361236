/** What can be proved of one measure, and what came out. */
import type * as ir from "../../compiler/ir/ir.ts";
import type { Span } from "../../source/span.ts";
import type { Data } from "../decode.ts";
import type { Abstraction, Bounds } from "../encode/encoder.ts";

/**
 * `dead`: what nobody can meet, or a grade that nobody can get; `gap`, `overlap`: a value for which no row is, or two
 * are; `subsumed`: what says nothing that another provision does not say; `monotone`: a figure that rises never
 * lowers (or never raises) a grade; `assertion`: what the author claims with 断言.
 */
export const PROPERTIES = ["assertion", "dead", "gap", "overlap", "subsumed", "monotone"] as const;
export type PropertyName = (typeof PROPERTIES)[number];

/** What a property is about, for sentences: the words of the measure, and where they stand. */
export interface About {
  /** Citations, that of the provision itself first. */
  readonly cites: readonly string[];
  /** The condition, the row, the fact or the grade, as the measure writes it. */
  readonly text: string;
  readonly what:
    | ("clause" | "item" | "row" | "grade" | "table" | "base" | "fact")
    /** A requirement; that it can be met, can be breached; that all of a kind of subject can be met together. */
    | ("requirement" | "met" | "breached" | "together")
    | "assertion";
  readonly span: Span | null;
}

/** A truth of one subject; whether somebody for whom it holds is a fault (`none`) or is wanted (`some`). */
export interface Property {
  readonly name: PropertyName;
  /** Index of the kind of subject. */
  readonly kind: number;
  readonly wanted: "some" | "none";
  readonly truth: ir.Expr;
  readonly about: About;
}

/** A subject that shows why a property does not hold. */
export interface Example {
  readonly id: string;
  readonly data: Data;
  /** The same but for one fact; what a monotone figure would not allow. */
  readonly changed?: { readonly fact: string; readonly from: unknown; readonly to: unknown };
  /** What the evaluators say of the subject; with `changed` also of the changed one. */
  readonly grades: Readonly<Record<string, string | null>>;
  readonly changedGrades?: Readonly<Record<string, string | null>>;
  readonly sentences: readonly string[];
}

export type Outcome =
  /** In worlds of at most that size; null: for every subject whatsoever. */
  | {
      readonly status: "holds";
      readonly within: Bounds | null;
      readonly where?: "defined";
      /** Of a monotone figure: which way. */
      readonly direction?: "rising" | "falling";
    }
  /** With an example; null: it is proved that nobody is as is wanted. */
  | { readonly status: "fails"; readonly example: Example | null }
  /** `bounds`: nobody is as is wanted in worlds of the size that was gone into (`within`); a larger one may have somebody. */
  | {
      readonly status: "unknown";
      readonly reason: "time" | "size" | "no-example" | "bounds";
      readonly free: readonly Abstraction[];
      readonly within?: Bounds;
    };

export interface Proved {
  readonly name: PropertyName;
  /** Name of the kind of subject. */
  readonly kind: string;
  readonly about: About;
  readonly outcome: Outcome;
  /** Time with the solver, in milliseconds, and how often it was asked. */
  readonly milliseconds: number;
  readonly queries: number;
}

const TRUTH: ir.Type = { kind: "truth" };

export const holds = (measure: ir.Measure, cell: number): ir.Expr => ({
  op: "cell",
  type: measure.cells[cell]!.type,
  of: "subject",
  cell,
});
export const not = (arg: ir.Expr): ir.Expr => ({ op: "not", type: TRUTH, arg });
export const all = (args: readonly ir.Expr[]): ir.Expr =>
  args.length === 1 ? args[0]! : { op: "and", type: TRUTH, args };
export const any = (args: readonly ir.Expr[]): ir.Expr =>
  args.length === 1 ? args[0]! : { op: "or", type: TRUTH, args };
