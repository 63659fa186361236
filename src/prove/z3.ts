/**
 * Z3 as a solver. The package `z3-solver` is optional: it is loaded when the first query is asked, and where it is not
 * installed there is no solver.
 */
import type { Solver } from "./solver.ts";

interface Z3 {
  mk_config(): unknown;
  mk_context(config: unknown): unknown;
  del_config(config: unknown): void;
  del_context(context: unknown): void;
  eval_smtlib2_string(context: unknown, script: string): Promise<string>;
}

export interface Z3Solver extends Solver {
  /** Ends the threads of Z3, without which a process does not end. */
  close(): void;
}

/** null where z3-solver is not installed. */
export async function loadZ3(): Promise<Z3Solver | null> {
  let module: { init(): Promise<unknown> };
  try {
    module = (await import("z3-solver")) as unknown as typeof module;
  } catch {
    return null;
  }
  const { Z3, em } = (await module.init()) as {
    Z3: Z3;
    em?: { PThread?: { terminateAllThreads(): void } };
  };
  // Z3 answers one question at a time.
  let last: Promise<unknown> = Promise.resolve();
  const run = async (script: string): Promise<string> => {
    const config = Z3.mk_config();
    const context = Z3.mk_context(config);
    try {
      return await Z3.eval_smtlib2_string(context, script);
    } finally {
      Z3.del_config(config);
      Z3.del_context(context);
    }
  };
  return {
    run(script) {
      const next = last.then(() => run(script));
      last = next.catch(() => undefined);
      return next;
    },
    close: () => em?.PThread?.terminateAllThreads(),
  };
}
