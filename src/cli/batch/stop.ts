/** Ctrl-C stops at the next piece; a second one at once, and that leaves nothing behind either. */
export class Stop {
  asked = false;
  readonly #leave: () => void;
  readonly #hear = () => {
    if (this.asked) {
      this.#leave();
      process.exit(STOPPED);
    }
    this.asked = true;
  };

  /** @param leave removes what is half-written */
  constructor(leave: () => void) {
    this.#leave = leave;
    process.on("SIGINT", this.#hear);
    process.on("SIGTERM", this.#hear);
  }

  end(): void {
    process.off("SIGINT", this.#hear);
    process.off("SIGTERM", this.#hear);
  }
}

/** As a shell reports a program that Ctrl-C ended. */
export const STOPPED = 130;
