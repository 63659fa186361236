import { AtomicFile } from "../../../data/atomic-write.ts";
import { csvHeader, RESULT_JSON_END, resultCsv, resultJson } from "../../../data/results-out.ts";
import type { Problem } from "../../../diagnostics/problem.ts";
import { type EncodeSetup, flatColumns } from "./encode.ts";
import type { ResultSink, SinkInput } from "./sink.ts";

/** JSON and CSV: parts are what stands in the file. */
export class TextSink implements ResultSink {
  readonly #file: AtomicFile;
  readonly #setup: EncodeSetup;
  readonly #input: SinkInput;
  #begun = false;

  private constructor(file: AtomicFile, setup: EncodeSetup, input: SinkInput) {
    this.#file = file;
    this.#setup = setup;
    this.#input = input;
  }

  static open(path: string, setup: EncodeSetup, input: SinkInput): TextSink | Problem {
    const file = AtomicFile.open(path);
    return "code" in file ? file : new TextSink(file, setup, input);
  }

  add(parts: Uint8Array): Problem | null {
    if (parts.length === 0) return null;
    if (this.#begun) return this.#file.write(parts);
    this.#begun = true;
    const { tables, empty } = this.#input;
    const { format, kinds, language } = this.#setup;
    if (format === "csv")
      return this.#file.write(csvHeader(flatColumns(tables, kinds), language)) ?? this.#file.write(parts);
    const [head = ""] = resultJson(empty);
    return this.#file.write(head) ?? this.#file.write(parts.subarray(COMMA));
  }

  async finish(): Promise<Problem | null> {
    const { format, language } = this.#setup;
    const { empty } = this.#input;
    let failed: Problem | null = null;
    if (!this.#begun)
      failed = this.#file.write(
        [...(format === "csv" ? resultCsv(empty, language) : resultJson(empty))].join(""),
      );
    else if (format === "json") failed = this.#file.write(RESULT_JSON_END);
    return failed ?? this.#file.commit();
  }

  abandon(): void {
    this.#file.abandon();
  }
}

/** Bytes of the comma before a part, which the first one does without. */
const COMMA = 1;
