import type { Language } from "../../diagnostics/message.ts";
import { textWidth } from "../../diagnostics/width.ts";
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
  #isShown = false;
  /** The file that is looked through, and since when. */
  #looked: { readonly path: string; readonly since: number } | null = null;

  constructor(s: Session, language: Language) {
    this.#s = s;
    this.#language = language;
  }

  /** A file is looked through before its rows are read. */
  looked(path: string, share: number): void {
    const now = Date.now();
    if (this.#looked?.path !== path) this.#looked = { path, since: now };
    if (!this.#isTime(now) || now - this.#began < FIRST) return;
    const percent = `${Math.floor(share * 100)}%`;
    const left = timeLeft(now - this.#looked.since, share, this.#language);
    const name = path.split(/[/\\]/).at(-1) ?? path;
    if (this.#language === "zh") {
      this.#line([
        `${percent}  查看 ${name}，还要 ${left}`,
        `${percent}  查看文件，还要 ${left}`,
        `${percent}`,
      ]);
    } else {
      const all = `${percent}  looking through ${name}, ${left} left`;
      this.#line([all, `${percent}  looking, ${left} left`, percent]);
    }
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
    const done = before + round * GATHERING + Math.min(1, share) * (round === rounds ? REPORTING : GATHERING);
    const name =
      this.#language === "zh" ? `第 ${round + 1}/${rounds + 1} 遍` : `round ${round + 1} of ${rounds + 1}`;
    this.#show(done / (before + rounds * GATHERING + REPORTING), rows, name);
  }

  /** @param done of all, 0 to 1 */
  #show(done: number, rows: number, name: string): void {
    const now = Date.now();
    if (!this.#isTime(now) || now - this.#roundBegan < FIRST) return;
    const left = timeLeft(now - this.#began, done, this.#language);
    const rate = Math.round(((rows - this.#roundRows) * 1000) / (now - this.#roundBegan));
    const percent = `${Math.floor(done * 100)}%`;
    this.#line(
      this.#language === "zh"
        ? [
            `${percent}  ${name}，${rows} 行，每秒 ${rate} 行，还要 ${left}`,
            `${percent}  每秒 ${rate} 行，还要 ${left}`,
            `${percent}  还要 ${left}`,
            percent,
          ]
        : [
            `${percent}  ${name}, ${rows} rows, ${rate} rows/s, ${left} left`,
            `${percent}  ${rate} rows/s, ${left} left`,
            `${percent}  ${left} left`,
            percent,
          ],
    );
  }

  /** The file is made of what waits on disk. @param rows of the table that goes out now; null: it is of one piece */
  writing(rows: number | null): void {
    // What cannot tell how far it is says at least that it has begun.
    if (rows !== null && !this.#isTime(Date.now())) return;
    if (rows === null && !this.#isShown) return;
    if (this.#language === "zh") {
      this.#line([...(rows === null ? [] : [`正在写文件，本表 ${rows} 行`]), "正在写文件"]);
    } else this.#line([...(rows === null ? [] : [`writing, ${rows} rows of this table`]), "writing"]);
  }

  end(): void {
    if (this.#isShown) this.#s.io.err(`\r${ERASE}`);
    this.#isShown = false;
  }

  #isTime(now: number): boolean {
    return this.#s.io.terminal === true && now - this.#shown >= BETWEEN;
  }

  /** The longest that the terminal has room for, over what stood there: a line that goes on below could not be written over. */
  #line(texts: readonly string[]): void {
    this.#shown = Date.now();
    const room = (this.#s.io.errColumns?.() ?? this.#s.io.columns) - 1;
    const text = texts.find((t) => textWidth(t) <= room) ?? "";
    this.#s.io.err(`\r${text}${ERASE}`);
    this.#isShown = true;
  }
}

/** To the end of the line. */
const ERASE = "\u001b[K";
/** Milliseconds: before the first line, and between two. */
const FIRST = 300;
const BETWEEN = 200;
/** Before the first round. */
const PREPARING = -1;
/** A round that gathers takes so many times as long as the preparation, and the one that reports. */
const GATHERING = 2;
const REPORTING = 6;
/** Of how many such times the preparation is one, when it is not known yet. */
const ASSUMED = 1 + GATHERING + REPORTING;

/** @param share of what is to be done, 0 to 1 */
function timeLeft(milliseconds: number, share: number, language: Language): string {
  return share > 0.01 ? time((milliseconds * (1 - share)) / share / 1000, language) : "…";
}

function time(seconds: number, language: Language): string {
  const whole = Math.max(0, Math.round(seconds));
  const [minutes, rest] = [Math.floor(whole / 60), whole % 60];
  if (language === "zh") return minutes > 0 ? `${minutes} 分 ${rest} 秒` : `${rest} 秒`;
  return minutes > 0 ? `${minutes} min ${rest} s` : `${rest} s`;
}
