import type { Language } from "../../diagnostics/message.ts";
import type { Session } from "../session.ts";

/** One line of progress on a terminal: how far, how fast, how long still. Elsewhere nothing is shown. */
export class Progress {
  readonly #s: Session;
  readonly #language: Language;
  readonly #rounds: number;
  readonly #began = Date.now();
  #round = -1;
  #roundBegan = 0;
  #roundRows = 0;
  #shown = 0;
  #width = 0;

  /** @param rounds of gathering, before the one that reports */
  constructor(s: Session, language: Language, rounds: number) {
    this.#s = s;
    this.#language = language;
    this.#rounds = rounds;
  }

  /** @param share of the file that this round has done; @param rows of it */
  show(round: number, share: number, rows: number): void {
    const now = Date.now();
    if (this.#s.io.terminal !== true) return;
    if (round !== this.#round) {
      this.#round = round;
      this.#roundBegan = round === 0 ? this.#began : now;
      this.#roundRows = round === 0 ? 0 : rows;
    }
    if (now - this.#shown < 200 || now - this.#roundBegan < 300) return;
    this.#shown = now;
    const whole = this.#rounds + REPORTING;
    const done = (round + Math.min(1, share) * (round === this.#rounds ? REPORTING : 1)) / whole;
    const seconds = (now - this.#began) / 1000;
    const left = done > 0.01 ? time((seconds * (1 - done)) / done, this.#language) : "…";
    const rate = Math.round(((rows - this.#roundRows) * 1000) / (now - this.#roundBegan));
    const percent = Math.floor(done * 100);
    const text =
      this.#language === "zh"
        ? `${percent}%  第 ${round + 1}/${this.#rounds + 1} 遍，${rows} 行，每秒 ${rate} 行，还要 ${left}`
        : `${percent}%  round ${round + 1} of ${this.#rounds + 1}, ${rows} rows, ${rate} rows/s, ${left} left`;
    this.#s.io.err(`\r${text.padEnd(this.#width)}`);
    this.#width = text.length;
  }

  /** The file is made of what waits on disk. @param rows of the table that goes out now */
  writing(rows: number): void {
    const now = Date.now();
    if (this.#s.io.terminal !== true || now - this.#shown < 200) return;
    this.#shown = now;
    const text =
      this.#language === "zh" ? `正在写文件，本表 ${rows} 行` : `writing, ${rows} rows of this table`;
    this.#s.io.err(`\r${text.padEnd(this.#width)}`);
    this.#width = text.length;
  }

  end(): void {
    if (this.#width > 0) this.#s.io.err(`\r${" ".repeat(this.#width * 2)}\r`);
    this.#width = 0;
  }
}

/** The round that reports takes so many times as long as one that gathers. */
const REPORTING = 3;

function time(seconds: number, language: Language): string {
  const whole = Math.max(0, Math.round(seconds));
  const [minutes, rest] = [Math.floor(whole / 60), whole % 60];
  if (language === "zh") return minutes > 0 ? `${minutes} 分 ${rest} 秒` : `${rest} 秒`;
  return minutes > 0 ? `${minutes} min ${rest} s` : `${rest} s`;
}
