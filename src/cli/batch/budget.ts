import { availableParallelism } from "node:os";
import type { Tables } from "../../runtime/abi.ts";
import type { Unsettled } from "../../runtime/batch-passes.ts";
import type { OutFormat } from "../data-options.ts";
import type { HeapLimits } from "./threads.ts";

/**
 * How a budget of memory is spent, in megabytes: on the program itself, on what ranks are made of (which grows with the
 * subjects), and the rest on threads, whose heaps are given a limit. Figures are measured (docs/performance.md).
 */
export interface Plan {
  readonly threads: number;
  readonly heap: HeapLimits;
}

export const DEFAULT_BUDGET = 1024;

/** The program, with the measure and what is on its way between threads. */
const PROGRAM = 150;
/** A thread's own, besides its heap. */
const THREAD = 45;
/** Least heap in which a piece is computed without collecting garbage all the time. */
const LEAST_HEAP = 48;
/** More than this brings nothing. */
const MOST_HEAP = 256;
/** For what was just made: with more, less of it is looked at before it is garbage (a fifth less time at the most). */
const LEAST_YOUNG = 24;
const MOST_YOUNG = 96;
/** What DuckDB may take for its queries. */
export const DUCKDB = 128;
/** DuckDB's own besides what it is allowed. */
const DUCKDB_PROGRAM = 90;

/** What a run may take. */
export interface Allowance {
  readonly megabytes: number;
  /** null: as many as the machine has. */
  readonly threads: number | null;
  readonly withDuckdb: boolean;
  readonly out?: OutFormat;
  /** One thread has all of it, where a group of subjects that cannot be cut needs it. */
  readonly alone: boolean;
}

/**
 * @param stays megabytes that are not for threads
 * @returns null: the budget is too small, and `least` would do
 */
export function planFor(
  allowance: Allowance,
  stays: number,
): { readonly plan: Plan | null; readonly least: number } {
  const { megabytes, threads: asked, out, alone } = allowance;
  const fixed = fixedOf(allowance, stays);
  // The threads have ended when DuckDB makes a file.
  const writing = out === "parquet" ? PROGRAM + stays + DUCKDB + DUCKDB_PROGRAM : 0;
  const least = Math.ceil(Math.max(writing, fixed + THREAD + LEAST_HEAP + LEAST_YOUNG));
  if (megabytes < least) return { plan: null, least };
  const most = Math.floor((megabytes - fixed) / (THREAD + LEAST_HEAP + LEAST_YOUNG));
  const threads = alone ? 1 : Math.max(1, Math.min(asked ?? availableParallelism(), most));
  const spare = (megabytes - fixed) / threads - THREAD - LEAST_HEAP - LEAST_YOUNG;
  const young = Math.min(MOST_YOUNG, Math.floor(LEAST_YOUNG + spare / 2));
  const old = Math.min(
    alone ? Number.POSITIVE_INFINITY : MOST_HEAP,
    Math.floor(LEAST_HEAP + LEAST_YOUNG + spare - young),
  );
  return { plan: { threads, heap: { old, young } }, least };
}

/** Megabytes with which one thread alone has a heap in which so much can live. */
export const leastFor = (allowance: Allowance, stays: number, heap: number): number =>
  Math.ceil(fixedOf(allowance, stays) + THREAD + MOST_YOUNG + heap);

/** Whether there is room for threads as planned when so much stays. */
export function fits(allowance: Allowance, { threads, heap }: Plan, stays: number): boolean {
  return fixedOf(allowance, stays) + threads * (THREAD + heap.old + heap.young) <= allowance.megabytes;
}

const fixedOf = ({ withDuckdb }: Allowance, stays: number): number =>
  PROGRAM + stays + (withDuckdb ? DUCKDB + DUCKDB_PROGRAM : 0);

/** `512MB`, `2G`, `800` (megabytes); null: none of these. */
export function megabytes(text: string): number | null {
  const m = /^(\d{1,6}(?:\.\d{1,3})?)\s*(?:(m|mb|mib)|(g|gb|gib))?$/i.exec(text.normalize("NFKC").trim());
  if (m === null) return null;
  const value = Number(m[1]) * (m[3] === undefined ? 1 : 1024);
  return value >= 1 ? Math.floor(value) : null;
}

/** Megabytes that stay of so many subjects: what passes are made of and gave, and the ids. */
export function ranksOf({ cells }: Tables, subjects: number): number {
  let bytes = ID;
  for (const { placement, population } of cells) {
    const table = placement ?? population;
    if (table === null) continue;
    bytes += NUMBER * (3 + table.groups.length) + (placement?.ceilings.length ?? 0) + PASS;
  }
  return (subjects * bytes) / (1024 * 1024);
}

/** Values that are not settled, with what would have to be known. */
export interface OpenValues extends Unsettled {
  /** Causes of this round's values, each counted once. */
  readonly causes: number;
  /** Causes that subjects are told of others. */
  readonly told: number;
}

/** Megabytes that values take that are not settled, and what is made of them while a pass compares them. */
export function unsettledOf({ slots, named, causes, compared, passed, told }: OpenValues): number {
  const values = slots * SLOT + named * NUMBER + passed * PASSED;
  return (values + (causes + told) * CAUSE + compared * OPEN_PASS) / (1024 * 1024);
}

/** A value between two ends, or one of several, and what it is compared by. */
const SLOT = 250;
/** What would have to be known of whom, what tells it from others, and where it is found by its subject. */
const CAUSE = 245;
/** Who may stand between which places. */
const OPEN_PASS = 400;
const PASSED = 150;
const NUMBER = 8;
const ID = 16;
/** While a pass is made. */
const PASS = 40;
