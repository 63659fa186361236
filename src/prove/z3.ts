/**
 * Z3 as a solver, for proofs: `Comparison.prove` of `banfa/diff`. The package `z3-solver` is optional and not installed
 * with this one; in a browser it asks for what its own documentation says (shared memory).
 *
 * @module banfa/solver
 */
import type { Solver } from "./solver.ts";

export type { Solver };

interface Thread {
  onmessage: unknown;
}

interface Z3 {
  mk_config(): unknown;
  mk_context(config: unknown): unknown;
  del_config(config: unknown): void;
  del_context(context: unknown): void;
}

/** The module that Z3 was compiled to. */
interface Compiled {
  readonly HEAPU8: Uint8Array;
  _malloc(size: number): number;
  _free(address: number): void;
  _async_Z3_eval_smtlib2_string(context: unknown, script: number): void;
  async_call(start: () => void): Promise<string>;
  UTF8ToString(address: number): string;
  PThread?: {
    readonly runningWorkers: readonly Thread[];
    readonly unusedWorkers: readonly Thread[];
    terminateAllThreads(): void;
  };
}

/** A solver with threads of its own. */
export interface Z3Solver extends Solver {
  /** Ends the threads of Z3, without which a process does not end. */
  close(): void;
}

/**
 * Loads Z3, which takes a second or two. Ask {@link Z3Solver.close} when nothing is left to prove.
 * @returns null where `z3-solver` is not installed
 */
export async function loadZ3(): Promise<Z3Solver | null> {
  let module: { init(): Promise<unknown> };
  try {
    module = (await import("z3-solver")) as unknown as typeof module;
  } catch {
    return null;
  }
  const { Z3, em } = (await module.init()) as { Z3: Z3; em: Compiled };
  // Z3 answers one question at a time.
  let last: Promise<unknown> = Promise.resolve();
  const run = async (script: string): Promise<string> => {
    const config = Z3.mk_config();
    const context = Z3.mk_context(config);
    // The binding of its own hands a text over on the stack, where it may be gone before the thread reads it.
    const text = written(em, script);
    try {
      return await em.async_call(() => em._async_Z3_eval_smtlib2_string(context, text));
    } finally {
      em._free(text);
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
    close: () => {
      if (!em.PThread) return;
      const threads = [...em.PThread.runningWorkers, ...em.PThread.unusedWorkers];
      em.PThread.terminateAllThreads();
      // What a thread had still to say when it ended would be printed on the terminal.
      for (const thread of threads) thread.onmessage = () => undefined;
    },
  };
}

/** A text in the memory of the module, to be freed there. */
function written(em: Compiled, text: string): number {
  const bytes = new TextEncoder().encode(text);
  const address = em._malloc(bytes.length + 1);
  // Reading makes the module look at its memory anew when that has grown.
  if (address + bytes.length >= em.HEAPU8.length) em.UTF8ToString(address);
  em.HEAPU8.set(bytes, address);
  em.HEAPU8[address + bytes.length] = 0;
  return address;
}
