import type { Problem } from "../../../diagnostics/problem.ts";
import type { CompiledMeasure } from "../../../runtime/compiled.ts";
import type { CohortResult } from "../../../runtime/result.ts";

/** Where the parts of a result go, as `encoderFor` makes them. Nothing is to be seen of the file until it is complete. */
export interface ResultSink {
  /** Whole parts of subjects, in the order of the result. @returns what went wrong */
  add(parts: Uint8Array): Problem | null;
  /** All have been added: the file takes its name. */
  finish(): Promise<Problem | null>;
  /** Leaves what was there before. */
  abandon(): void;
}

export interface SinkInput {
  readonly compiled: CompiledMeasure;
  /** The result without its subjects. */
  readonly empty: CohortResult;
}
