import type { Measure } from "../../../compiler/ir/ir.ts";
import { errorCode } from "../../../data/read-text.ts";
import { TooLarge } from "../../../data/workbook/zip-out.ts";
import { type Problem, problem } from "../../../diagnostics/problem.ts";
import type { Tables } from "../../../runtime/abi.ts";
import type { CohortResult } from "../../../runtime/result.ts";

/** Where the parts of a result go, as `encoderFor` makes them. Nothing is to be seen of the file until it is complete. */
export interface ResultSink {
  /** Whole parts of subjects, in the order of the result. @returns what went wrong */
  add(parts: Uint8Array): Problem | null;
  /** All have been added: the file takes its name, unless it was stopped meanwhile. */
  finish(pace?: Pace): Promise<Problem | null>;
  /** Leaves what was there before. */
  abandon(): void;
}

/** Asked again and again while a file is written. */
export interface Pace {
  /** It is not to be written any more. */
  stopped(): boolean;
  /** So many rows of tables have been made. */
  made(rows: number): void;
}

export const UNHURRIED: Pace = { stopped: () => false, made() {} };

export interface SinkInput {
  readonly measure: Measure;
  readonly tables: Tables;
  /** The result without its subjects. */
  readonly empty: CohortResult;
}

/** A file was given up: it cannot be written, or (null) was not to be any more. */
export class Unwritten extends Error {
  readonly problem: Problem | null;

  constructor(why: Problem | null) {
    super();
    this.problem = why;
  }
}

/** What is to be said when a file was not written; what is no such thing is thrown again. */
export function whyUnwritten(error: unknown, path: string): Problem | null {
  const data = { file: path };
  if (error instanceof Unwritten) return error.problem;
  if (error instanceof TooLarge) return problem("BF9027", { path }, { data });
  if (error instanceof Error && "syscall" in error)
    return problem("BF4011", { path, reason: errorCode(error) }, { data });
  throw error;
}
