import type { WholeReason } from "../../data/batch/streams/stream.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type { BatchCounts } from "./counts.ts";

/** What became of a run in batches, or of a part of it. */

export interface BatchRun {
  readonly counts: BatchCounts;
  readonly problems: readonly Problem[];
  readonly out: string;
}

export type BatchOutcome =
  | { readonly kind: "done"; readonly run: BatchRun }
  /** The ordinary way is to be taken; the notes say why, where batches were asked for. */
  | { readonly kind: "otherwise"; readonly notes: readonly Problem[] }
  | Ended;

export type Ended =
  | { readonly kind: "stopped"; readonly problem: Problem; readonly exitCode: number }
  /** Neither way: the budget forbids it, or the data cannot be read. */
  | {
      readonly kind: "refused";
      readonly problems: readonly Problem[];
      /** What all of them come to. */
      readonly sum?: Problem;
    };

/** Only with all data at hand can be said what they mean. */
export interface NeedsWhole {
  readonly kind: "whole";
  readonly whole: WholeReason;
  /** Ids stand in the way. */
  readonly ids?: true;
}

/** What the data came to, or why not. */
export type InPieces<T> = { readonly kind: "pieces"; readonly of: T } | NeedsWhole | Ended;
