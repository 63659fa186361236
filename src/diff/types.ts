import type { Measure } from "../compiler/ir/ir.ts";
import type { MeasureFile } from "../parser/ast.ts";
import type { SourceText } from "../source/source-text.ts";

/**
 * What a comparison of two versions of a measure says. Every word of it is defined here; the laws in
 * `test/laws/diff.test.ts` hold for it: equal texts give no change, and the comparison the other way round is the
 * mirror (added/removed, stricter/looser, old/new).
 */

/** One version of a measure: its text, its tree and, unless it has errors, what the compiler made of it. */
export interface Version {
  readonly source: SourceText;
  readonly file: MeasureFile;
  readonly measure: Measure | null;
}

/**
 * How far a change reaches, least first:
 * - `wording`   titles, notes, comments, labels, order, spelling: the structure of the clause is the same;
 * - `structure` the text is organised differently, and every rule means the same;
 * - `data`      what has to be supplied changes (a fact, its range, unit, source, whether it may be left out, an open
 *               figure), and no rule gives another outcome on data that are valid for both;
 * - `outcome`   anything else: some rule is another rule.
 */
export type Level = "wording" | "structure" | "data" | "outcome";
export const LEVELS: readonly Level[] = ["wording", "structure", "data", "outcome"];

/**
 * What it means for those assessed. `either`: stricter for some and looser for others, or it cannot be derived.
 * Below the level `outcome` nobody fares differently: `none`.
 */
export type Direction = "none" | "stricter" | "looser" | "either";

/**
 * - `added`, `removed`: the clause has no counterpart;
 * - `moved`: it stands under another heading; `renumbered`: its own number is another; neither is otherwise changed;
 * - `renamed`: what it declares has another name, wherever that is written, and is otherwise the same;
 * - `reworded`: only its words differ; `changed`: its structure differs;
 * - `affected`: its text is the same, and it means something else because of another change.
 */
export type ChangeKind =
  | "added"
  | "removed"
  | "moved"
  | "renumbered"
  | "renamed"
  | "reworded"
  | "changed"
  | "affected";

/** Where a clause stands in one version. */
export interface Place {
  /** As cited: `第十七条(二)1`; for declarations their name: `包点领导.建房进度`. */
  readonly citation: string;
  readonly title: string | null;
  /** Of a layered measure, the file it was written in where that is not the layer itself. */
  readonly file?: string;
  /** Lines and columns from 1. */
  readonly line: number;
  readonly endLine: number;
  /** Of the structure of the clause; see `text/canonical.ts`. */
  readonly fingerprint: string;
  /** The text of the clause itself, without what is numbered below it, on one line. */
  readonly text: string;
}

/** The forms of sentences; `sentences.ts` has the words of each. */
export type PartForm =
  | "name"
  | "label"
  | "heading"
  | "order"
  | "title"
  | "note"
  | "wording"
  | "limit"
  | "lower"
  | "upper"
  | "band"
  | "result"
  | "places"
  | "population"
  | "alternative"
  | "requirement"
  | "exception"
  | "effect"
  | "formula"
  | "weight"
  | "figure"
  | "bound"
  | "scope"
  | "mode"
  | "type"
  | "attribute"
  | "value"
  | "word"
  | "grades"
  | "statement";

/** One difference inside a change, as a sentence form with its figures; `sentences.ts` has the words. */
export interface Part {
  readonly form: PartForm;
  /** What it is about: `综合得分`, `优秀`; empty where the clause itself is meant. */
  readonly subject: string;
  /** null: it was not there. */
  readonly old: string | null;
  /** null: it is there no longer. */
  readonly new: string | null;
}

/** A clause or declaration that differs. */
export interface Change {
  readonly kind: ChangeKind;
  readonly level: Level;
  readonly direction: Direction;
  /** What kind of thing it is, for its name. */
  readonly of: UnitKind;
  readonly old: Place | null;
  readonly new: Place | null;
  /**
   * Identifies the change itself, for approvals: made of both fingerprints and of the rules that differ, so it is the
   * same wherever the clause stands in the text and whatever it is numbered, and another as soon as anything that can
   * alter an outcome is another.
   */
  readonly fingerprint: string;
  readonly parts: readonly Part[];
}

/** What a change is about. */
export type UnitKind =
  | "head"
  | "provision"
  | "chapter"
  | "subject"
  | "record"
  | "field"
  | "parameter"
  | "actions"
  | "scale";

/** What a name can be the name of. */
export type NamedSort =
  | "subject"
  | "record"
  | "fact"
  | "option"
  | "open parameter"
  | "set parameter"
  | "figure"
  | "scale"
  | "grade"
  | "action";

/** A name that is another in the new version; see `renames.ts`. */
export interface Renamed {
  readonly old: string;
  readonly new: string;
  /** What it names; a scale and the grade that is decided by it have one name. */
  readonly sorts: readonly NamedSort[];
  /** The kind of subject, where only its fact has another name. */
  readonly of?: string;
}

/** What differs between two versions. */
export interface MeasureDiff {
  /** `text`: one of the versions has errors; what is no wording then counts as `outcome` in direction `either`. */
  readonly basis: "meaning" | "text";
  /** The highest of its changes; null: no change at all. */
  readonly level: Level | null;
  readonly direction: Direction;
  /** In the order of the new text; what was removed stands where it stood. */
  readonly changes: readonly Change[];
  /** Names that are others in the new version: everything else was compared as if the old one had them. */
  readonly renamed: readonly Renamed[];
}

/** Both together: none gives way, opposites are `either`. */
export function joinDirections(a: Direction, b: Direction): Direction {
  if (a === b || b === "none") return a;
  return a === "none" ? b : "either";
}

export const higher = (a: Level, b: Level): Level => (LEVELS.indexOf(a) >= LEVELS.indexOf(b) ? a : b);
