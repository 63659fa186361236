import type { Language } from "../diagnostics/message.ts";
import type { Session } from "./session.ts";

/** One line of progress on a terminal: how far, how fast, how long still. Elsewhere nothing is shown. */
export class Progress {
  readonly #s: Session;
  readonly #language: Language;
  readonly #rounds: number;
  readonly #began = Date.now();
  #shown = 0;
  #width = 0;

  constructor(s: Session, language: Language, rounds: number) {
    this.#s = s;
    this.#language = language;
    this.#rounds = rounds;
  }

  /** @param share of the file that this round has read; @param rows of it */
  show(round: number, share: number, rows: number): void {
    const now = Date.now();
    if (this.#s.io.terminal !== true || now - this.#shown < 200) return;
    this.#shown = now;
    const done = (round + Math.min(1, share)) / this.#rounds;
    const seconds = (now - this.#began) / 1000;
    const left = done > 0.01 ? time((seconds * (1 - done)) / done, this.#language) : "…";
    const all = Math.round(((round + 1) * rows) / Math.max(seconds, 0.001) / (round + 1));
    const percent = Math.floor(done * 100);
    const text =
      this.#language === "zh"
        ? `${percent}%  第 ${round + 1}/${this.#rounds} 遍，${rows} 行，每秒 ${all} 行，还要 ${left}`
        : `${percent}%  round ${round + 1} of ${this.#rounds}, ${rows} rows, ${all} rows/s, ${left} left`;
    this.#s.io.err(`\r${text.padEnd(this.#width)}`);
    this.#width = text.length;
  }

  end(): void {
    if (this.#width > 0) this.#s.io.err(`\r${" ".repeat(this.#width * 2)}\r`);
    this.#width = 0;
  }
}

function time(seconds: number, language: Language): string {
  const whole = Math.max(0, Math.round(seconds));
  const [minutes, rest] = [Math.floor(whole / 60), whole % 60];
  if (language === "zh") return minutes > 0 ? `${minutes} 分 ${rest} 秒` : `${rest} 秒`;
  return minutes > 0 ? `${minutes} min ${rest} s` : `${rest} s`;
}
