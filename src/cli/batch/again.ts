import type { Problem } from "../../diagnostics/problem.ts";
import { type Known, NOTHING_KNOWN } from "../../runtime/batch-marks.ts";

/** What going through all pieces has taught. */
interface Learnt {
  readonly known: Known;
  /** What is said of columns of percentages that lie wholly within 0 to 1. */
  readonly doubtful: readonly Problem[];
  /** One of them needs as much memory as there is. */
  readonly alone: boolean;
}

export const NOTHING_LEARNT: Learnt = { known: NOTHING_KNOWN, doubtful: [], alone: false };

/** It is not what each of the pieces was computed with. */
export interface Again {
  readonly kind: "again";
  readonly learnt: Partial<Learnt>;
}
