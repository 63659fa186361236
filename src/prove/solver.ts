/** The solver as this room sees it; what runs it is given by the caller. */

import type { Bool } from "./formulas/formula.ts";
import { type Answer, readAnswer, scriptFor } from "./formulas/smt.ts";

/** What answers the questions of a proof. */
export interface Solver {
  /** Runs one SMT-LIB script with a state of its own and gives back what it prints. */
  run(script: string): Promise<string>;
  /** It turned out that there is none: every answer is "unknown". */
  readonly missing?: boolean;
}

/** How often and how long solvers were asked, for those who want to know what a proof costs. */
export interface Effort {
  queries: number;
  /** By query, in milliseconds. */
  readonly times: number[];
}

export class Asking {
  readonly effort: Effort = { queries: 0, times: [] };
  readonly #solver: Solver;
  readonly #timeoutMs: number;
  readonly #now: () => number;
  readonly #until: number;

  /**
   * @param now a clock for {@link Effort} and the budget; without one no times are kept
   * @param budgetMs for all questions together
   */
  constructor(solver: Solver, timeoutMs: number, now: () => number = () => 0, budgetMs = Infinity) {
    this.#solver = solver;
    this.#timeoutMs = timeoutMs;
    this.#now = now;
    this.#until = now() + budgetMs;
  }

  /** Whether all the formulas can hold together. */
  async ask(formulas: readonly Bool[]): Promise<Answer> {
    if (formulas.some((f) => f.op === "false")) return { status: "unsat" };
    const began = this.#now();
    const left = Math.min(this.#timeoutMs, this.#until - began);
    if (left <= 0) return { status: "unknown", reason: "budget" };
    const script = scriptFor(
      formulas.filter((f) => f.op !== "true"),
      left,
    );
    const output = await this.#solver.run(script.text);
    this.effort.queries += 1;
    this.effort.times.push(this.#now() - began);
    return readAnswer(script, output);
  }
}
