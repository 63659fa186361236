/** What formulas are made of; they are made by {@link Terms}. */
import type { Rational } from "../../runtime/rational.ts";

export interface Linear {
  readonly constant: Rational;
  readonly parts: readonly (readonly [NumberTerm, Rational])[];
}

/** Ends that are null are open. */
export interface Bounds {
  readonly low: Rational | null;
  readonly high: Rational | null;
}

export type Bool =
  | { readonly id: number; readonly op: "true" | "false" }
  | { readonly id: number; readonly op: "bool"; readonly name: string }
  | { readonly id: number; readonly op: "not"; readonly arg: Bool }
  | { readonly id: number; readonly op: "and" | "or"; readonly args: readonly Bool[] }
  | { readonly id: number; readonly op: "iff"; readonly left: Bool; readonly right: Bool }
  /** `linear` compared with zero. */
  | { readonly id: number; readonly op: ">=" | ">" | "="; readonly linear: Linear };

/** A number that is no linear form of others. */
export type NumberTerm = Bounds & { readonly id: number } & (
    | { readonly op: "int" | "real"; readonly name: string }
    | { readonly op: "pick"; readonly when: Bool; readonly then: Linear; readonly otherwise: Linear }
    /** The greatest whole number not above. */
    | { readonly op: "floor"; readonly linear: Linear }
    | { readonly op: "product"; readonly left: Linear; readonly right: Linear }
  );
