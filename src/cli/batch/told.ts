import { type Problem, problem } from "../../diagnostics/problem.ts";

/** Problems of a large file. The same mistake in every row would be a million; beyond some thousand they are counted. */
export class Told {
  readonly #problems: Problem[] = [];
  /** Rows that are too short, which each batch says for itself. */
  #short: Problem | null = null;
  #shortRows = 0;
  #more = 0;
  #moreErrors = 0;

  add(p: Problem): void {
    if (p.code === "BF4027") {
      this.#short ??= p;
      this.#shortRows += Number(p.parameters.count);
    } else if (this.#problems.length < MOST) this.#problems.push(p);
    else {
      this.#more++;
      if (p.severity === "error") this.#moreErrors++;
    }
  }

  /** @param before rows of the file before the piece that they were found in */
  addAll(problems: readonly Problem[], before: number): void {
    for (const p of problems)
      this.add(p.data?.row === undefined ? p : { ...p, data: { ...p.data, row: p.data.row + before } });
  }

  has(code: Problem["code"]): boolean {
    return this.#problems.some((p) => p.code === code);
  }

  problems(): Problem[] {
    const all = [...this.#problems];
    if (this.#short !== null)
      all.push({ ...this.#short, parameters: { ...this.#short.parameters, count: this.#shortRows } });
    if (this.#more > 0) all.push(problem("BF9042", { count: this.#more, errors: this.#moreErrors }));
    return all;
  }
}

const MOST = 5000;
