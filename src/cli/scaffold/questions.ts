import { createInterface } from "node:readline";
import type { Io } from "../io.ts";

/** Asks on a terminal, a line each; an answer that will not do is asked for again, with the reason. */
export class Questions {
  readonly #io: Io;
  readonly #lines: AsyncIterator<string>;
  readonly #close: () => void;

  constructor(io: Io, input: NodeJS.ReadableStream) {
    this.#io = io;
    const reader = createInterface({ input, terminal: false });
    this.#lines = reader[Symbol.asyncIterator]();
    this.#close = () => reader.close();
  }

  /**
   * @param check null for an answer that will do, else what is wrong with it
   * @returns null when the input ends
   */
  async ask(
    question: string,
    fallback: string,
    check: (answer: string) => string | null,
  ): Promise<string | null> {
    for (;;) {
      this.#io.out(fallback === "" ? `${question}: ` : `${question} [${fallback}]: `);
      const { value, done } = await this.#lines.next();
      if (done) return null;
      const answer = String(value).trim() || fallback;
      const wrong = check(answer);
      if (wrong === null) return answer;
      this.#io.out(`${wrong}\n`);
    }
  }

  close(): void {
    this.#close();
  }
}
