import { structuralKey } from "../../compiler/ir/structural-key.ts";
import type { Norm } from "./norm.ts";

/**
 * The meaning of a version as *pieces*: everything that can alter an outcome, cut as finely as the language allows
 * without loss. (或 in the condition of a ceiling makes two ceilings; a sum its terms; a ranking its rows.) Two
 * versions with the same multiset of pieces give every subject the same outcome; that is what level `outcome` is
 * measured by.
 */
export interface Piece {
  readonly role: Role;
  /** What it acts on: `包点领导.考核等次`, or whom a consequence meets. */
  readonly owner: string;
  /** All else that it is, but for the condition or value: the grade, the measure taken. */
  readonly detail: string;
  /** The place of a grade, the steps of a shift, how binding a consequence is: for pieces that differ in this only. */
  readonly degree: number;
  readonly body: Norm;
  /** For those assessed when the body becomes true of more, or more: −1 worse, +1 better, null either. */
  readonly sign: 1 | -1 | null | "by-use";
  /** Where it stands: keys of label paths, the nearest first; see `paths.ts`. */
  readonly cites: readonly string[];
  /** The clause it belongs to. */
  readonly head: string;
  /**
   * The detail without the names of the measures taken: an effect on a scale that is decided elsewhere is recorded in the words of the text,
   * and the language of its keywords is no difference where the clause is the same.
   */
  readonly wordless?: string;
  /** The one measure taken, with those that absorb it (措施 甲 < 乙), and all else of the consequence. */
  readonly taken?: { readonly name: string; readonly heavier: readonly string[]; readonly rest: string };
}

export type Role =
  | "frame"
  | "term"
  | "base"
  | "row"
  | "not-assessed"
  | "raise"
  | "reduction"
  | "floor"
  | "ceiling"
  | "consequence"
  | "requirement"
  | "parameter"
  | "default"
  | "scale"
  | "measure";

export const keyOf = (p: Piece): string => structuralKey([p.role, p.owner, p.detail, p.degree, p.body.id]);
