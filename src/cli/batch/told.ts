import { NAMED } from "../../data/joining.ts";
import { bothPercents, settlePercents } from "../../data/percent-doubts.ts";
import { type Problem, problem } from "../../diagnostics/problem.ts";

/** Problems of a large file. The same mistake in every row would be a million; beyond some thousand they are counted. */
export class Told {
  readonly #problems: Problem[] = [];
  /** Rows that are too short, which each batch says for itself. */
  #short: Problem | null = null;
  #shortRows = 0;
  /** Subjects that a file does not have, by file and kind: each batch says it of its own. */
  readonly #absent = new Map<string, Problem>();
  /** What parts have of columns of percentages. */
  readonly #percents = new Map<string, Problem>();
  #more = 0;
  #moreErrors = 0;

  add(p: Problem): void {
    if (p.code === "BF4027") {
      this.#short ??= p;
      this.#shortRows += Number(p.parameters.count);
    } else if (p.code === "BF4037") {
      const key = JSON.stringify([p.data?.file, p.data?.sheet, p.data?.field]);
      const before = this.#percents.get(key);
      this.#percents.set(key, before === undefined ? p : bothPercents(before, p));
    } else if (p.code === "BF4111") {
      const key = JSON.stringify([p.data, p.parameters.kind]);
      const before = this.#absent.get(key);
      this.#absent.set(key, before === undefined ? p : absentFrom(before, p));
    } else if (this.#problems.length < MOST) this.#problems.push(p);
    else {
      this.#more++;
      if (p.severity === "error") this.#moreErrors++;
    }
  }

  /** @param before rows of the file before the piece that they were found in */
  addAll(problems: readonly Problem[], before: number): void {
    for (const p of problems) this.add(behind(before, p));
  }

  /** Errors that are counted only. */
  addUnlisted(errors: number): void {
    this.#more += errors;
    this.#moreErrors += errors;
  }

  get unlisted(): number {
    return this.#moreErrors;
  }

  has(code: Problem["code"]): boolean {
    return this.#problems.some((p) => p.code === code);
  }

  problems(): Problem[] {
    const all = [
      ...this.#problems,
      ...settlePercents([...this.#percents.values()]),
      ...this.#absent.values(),
    ];
    if (this.#short !== null)
      all.push({ ...this.#short, parameters: { ...this.#short.parameters, count: this.#shortRows } });
    if (this.#more > 0) all.push(problem("BF9042", { count: this.#more, errors: this.#moreErrors }));
    return all;
  }
}

const MOST = 5000;

/** A problem of a part of a table that stands behind so many other rows of it. */
export const behind = (rows: number, p: Problem): Problem =>
  p.data?.row === undefined ? p : { ...p, data: { ...p.data, row: p.data.row + rows } };

/** Two batches' subjects that a file does not have, as one message. */
function absentFrom(a: Problem, b: Problem): Problem {
  const count = Number(a.parameters.count) + Number(b.parameters.count);
  return { ...a, parameters: { ...a.parameters, count, ids: namedIds([a, b], count) } };
}

function namedIds(found: readonly Problem[], count: number): readonly string[] {
  const ids = found.flatMap((p) => p.parameters.ids as readonly string[]).filter((id) => id !== "…");
  return [...ids.slice(0, NAMED), ...(count > NAMED ? ["…"] : [])];
}
