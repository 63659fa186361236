import type { AtomicFile } from "../../data/atomic-write.ts";
import { resultCsv, resultJson } from "../../data/results-out.ts";
import type { Language } from "../../diagnostics/message.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type { CohortResult } from "../../runtime/result.ts";
import type { Report } from "./piece-work.ts";

/** The parts of a result, piece after piece, as they are when all subjects are there at once. */
export class ResultFile {
  readonly #file: AtomicFile;
  readonly #empty: CohortResult;
  readonly #csv: boolean;
  readonly #language: Language;
  #header: string | null = null;
  /** Pieces would have different columns. */
  uneven = false;

  /** @param empty the result without its subjects */
  constructor(file: AtomicFile, empty: CohortResult, csv: boolean, language: Language) {
    this.#file = file;
    this.#empty = empty;
    this.#csv = csv;
    this.#language = language;
  }

  add({ header, body, uneven }: Report): Problem | null {
    if (body.length === 0) return null;
    const first = this.#header === null;
    this.#header ??= header;
    this.uneven ||= uneven || header !== this.#header;
    let failed = first ? this.#file.write(header) : this.#csv ? null : this.#file.write(",");
    for (const bytes of body) failed ??= this.#file.write(bytes);
    return failed;
  }

  finish(): Problem | null {
    let failed: Problem | null = null;
    if (this.#header === null) {
      const pieces = this.#csv ? resultCsv(this.#empty, this.#language) : resultJson(this.#empty);
      failed = this.#file.write([...pieces].join(""));
    } else if (!this.#csv) failed = this.#file.write("\n  ]\n}\n");
    return failed ?? this.#file.commit();
  }
}
