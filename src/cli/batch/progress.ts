import type { Language } from "../../diagnostics/message.ts";
import type { Session } from "../session.ts";

/** How far a run in batches is: the round over all pieces, how much of it is done, and rows gone through in it. */
export interface Round {
  readonly round: number;
  /** Rounds of gathering, before the one that reports. */
  readonly rounds: number;
  /** 0 to 1. */
  readonly share: number;
  readonly rows: number;
}

/** One line of progress on a terminal: how far, how fast, how long still. Elsewhere nothing is shown. */
export class Progress {
  readonly #s: Session;
  readonly #language: Language;
  readonly #began = Date.now();
  #prepared = false;
  #round = PREPARING;
  #roundBegan = this.#began;
  #roundRows = 0;
  #shown = 0;
  #width = 0;

  constructor(s: Session, language: Language) {
    this.#s = s;
    this.#language = language;
  }

  /** Rows are put with the others of their subject. */
  prepare(share: number, rows: number): void {
    this.#prepared = true;
    this.#show(share / ASSUMED, rows, this.#language === "zh" ? "按对象归拢" : "sorting by subject");
  }

  show({ round, rounds, share, rows }: Round): void {
    if (round !== this.#round) {
      // Without preparation, what opened the file is part of its first round.
      this.#roundBegan = round === 0 && !this.#prepared ? this.#began : Date.now();
      this.#roundRows = round === 0 ? 0 : rows;
      this.#round = round;
    }
    const before = this.#prepared ? 1 : 0;
    const done = before + round + Math.min(1, share) * (round === rounds ? REPORTING : 1);
    const name =
      this.#language === "zh" ? `第 ${round + 1}/${rounds + 1} 遍` : `round ${round + 1} of ${rounds + 1}`;
    this.#show(done / (before + rounds + REPORTING), rows, name);
  }

  /** @param done of all, 0 to 1 */
  #show(done: number, rows: number, name: string): void {
    const now = Date.now();
    if (this.#s.io.terminal !== true || now - this.#shown < 200 || now - this.#roundBegan < 300) return;
    this.#shown = now;
    const seconds = (now - this.#began) / 1000;
    const left = done > 0.01 ? time((seconds * (1 - done)) / done, this.#language) : "…";
    const rate = Math.round(((rows - this.#roundRows) * 1000) / (now - this.#roundBegan));
    const percent = Math.floor(done * 100);
    const text =
      this.#language === "zh"
        ? `${percent}%  ${name}，${rows} 行，每秒 ${rate} 行，还要 ${left}`
        : `${percent}%  ${name}, ${rows} rows, ${rate} rows/s, ${left} left`;
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

/** Before the first round. */
const PREPARING = -1;
/** The round that reports takes so many times as long as one that gathers. */
const REPORTING = 3;
/** Of how many such rounds the preparation is one, when it is not known yet. */
const ASSUMED = 1 + 1 + REPORTING;

function time(seconds: number, language: Language): string {
  const whole = Math.max(0, Math.round(seconds));
  const [minutes, rest] = [Math.floor(whole / 60), whole % 60];
  if (language === "zh") return minutes > 0 ? `${minutes} 分 ${rest} 秒` : `${rest} 秒`;
  return minutes > 0 ? `${minutes} min ${rest} s` : `${rest} s`;
}
