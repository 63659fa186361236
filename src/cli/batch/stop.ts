import { type Pace, Stopped } from "../../data/batch/pace.ts";

/**
 * Ctrl-C stops at the next piece; a second one at once, and that leaves nothing behind either. The terminal that is closed and
 * whoever ends the program in an orderly way are heard alike.
 */
export class Stop implements Pace {
  #signal: Signal | null = null;
  #heard = Date.now();
  readonly #leave: () => void;
  readonly #looked: (path: string, share: number) => void;
  readonly #hear = (signal: Signal) => {
    if (this.#signal !== null) {
      this.#leave();
      process.exit(CODES[this.#signal]);
    }
    this.#signal = signal;
  };

  /** @param leave removes what is half-written @param looked is told how far a file has been looked through */
  constructor(leave: () => void, looked: (path: string, share: number) => void = () => {}) {
    this.#leave = leave;
    this.#looked = looked;
    for (const signal of SIGNALS) process.on(signal, this.#hear);
  }

  get asked(): boolean {
    return this.#signal !== null;
  }

  /** How the program ends. */
  get exitCode(): number {
    return CODES[this.#signal ?? "SIGINT"];
  }

  /** Nothing is heard before the system has its turn. */
  async turn(): Promise<void> {
    if (Date.now() - this.#heard >= DEAF) {
      await new Promise((resolve) => setImmediate(resolve));
      this.#heard = Date.now();
    }
    if (this.asked) throw new Stopped();
  }

  async looked(path: string, share: number): Promise<void> {
    this.#looked(path, share);
    await this.turn();
  }

  end(): void {
    for (const signal of SIGNALS) process.off(signal, this.#hear);
  }
}

/** As a shell reports a program that a signal ended. */
const CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
type Signal = keyof typeof CODES;
const SIGNALS = Object.keys(CODES) as readonly Signal[];

/** Milliseconds for which nothing is heard. */
const DEAF = 50;
