import type { Solver } from "../prove/solver.ts";
import { loadZ3, type Z3Solver } from "../prove/z3.ts";

/** Z3, loaded when the first question is asked: most changes need none. */
export class LazySolver implements Solver {
  #loading: Promise<Z3Solver | null> | null = null;
  missing = false;

  async run(script: string): Promise<string> {
    this.#loading ??= loadZ3();
    const z3 = await this.#loading;
    this.missing = z3 === null;
    if (z3 === null) return "unknown\n";
    return z3.run(script);
  }

  async close(): Promise<void> {
    const z3 = await this.#loading;
    if (!z3) return;
    // The last of its threads may still be saying that it is done.
    await new Promise((done) => setTimeout(done, 20));
    z3.close();
  }
}
