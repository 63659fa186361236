import type { Problem } from "../../diagnostics/problem.ts";
import type { CohortBuilder } from "../cohort.ts";
import type { PastSubject } from "./streams/history.ts";

/** Subjects that are evaluated together. */
export interface RowBatch {
  readonly builder: CohortBuilder;
  readonly problems: readonly Problem[];
  /** What was said of them in earlier periods, where it has come with them. */
  readonly past: readonly PastSubject[];
}

/** The row of a header that has been spoken of with another part of its table. */
export const ELSEWHERE = 0;

/** A file without rows under its header: of a part that is no mistake. */
const NO_ROWS = "BF4034";

/** Whether a problem of a part is one of the whole. */
export const isOfPart = (p: Problem): boolean => p.code !== NO_ROWS && p.data?.row !== ELSEWHERE;
