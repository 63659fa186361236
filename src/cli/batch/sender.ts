import type { PieceSource } from "../../data/batch/piece-source.ts";
import type { BatchPasses } from "../../runtime/batch-passes.ts";
import { Packer } from "../../runtime/batch-transfer.ts";
import type { Done, Task } from "./piece-work.ts";
import type { Hand } from "./threads.ts";

/** Hands out pieces with what earlier passes gave their subjects. */
export class Sender {
  #hands: readonly Hand[] = [];
  #packers: readonly Packer[] = [];
  readonly #passes: BatchPasses;
  /** By piece: how many subjects and records of each kind came before it; known after the first round. */
  readonly #starts: (readonly number[])[] = [[]];
  readonly #kindOf: (pass: number) => number;
  #known = 0;
  #round: number | null = null;
  #sent = 0;

  /** @param kindOf the kind of subjects that a pass compares */
  constructor(hands: readonly Hand[], passes: BatchPasses, kindOf: (pass: number) => number) {
    this.#passes = passes;
    this.#kindOf = kindOf;
    this.hire(hands);
  }

  hire(hands: readonly Hand[]): void {
    this.#hands = hands;
    this.#packers = hands.map(() => new Packer());
  }

  get full(): boolean {
    return this.#hands.every((hand) => hand.waiting >= QUEUE);
  }

  begin(round: number | null): void {
    this.#round = round;
    this.#sent = 0;
    this.#known = 0;
  }

  /** How many of each kind the next piece has. */
  know(sizes: readonly number[]): void {
    const start = this.#starts[this.#known++]!;
    this.#starts[this.#known] = sizes.map((size, kind) => size + (start[kind] ?? 0));
  }

  send(piece: Task["piece"]): Promise<Done> {
    const [start, end] = [this.#starts[this.#sent] ?? [], this.#starts[this.#sent + 1] ?? []];
    const number = this.#sent++;
    const at = this.#hands.reduce((best, h, i) => (h.waiting < this.#hands[best]!.waiting ? i : best), 0);
    const packer = this.#packers[at]!;
    const passed = [...this.#passes.passed].map(([pass, column]) => {
      const kind = this.#kindOf(pass);
      return [pass, packer.part(column, start[kind] ?? 0, end[kind] ?? 0)] as const;
    });
    return this.#hands[at]!.do({ piece, number, round: this.#round, passed, shared: packer.shared() });
  }
}

/** Pieces that a thread has before it: one to compute, one to go on with. */
const QUEUE = 2;

/** Goes through the file once; `visit` gets what became of each piece in the order of the file. @param visit false: enough */
export async function eachPiece(
  source: PieceSource,
  sender: Sender,
  visit: (done: Done, share: number) => boolean,
): Promise<void> {
  const running: { readonly done: Promise<Done>; readonly share: number }[] = [];
  const take = async (): Promise<boolean> => {
    const { done, share } = running.shift()!;
    return visit(await done, share);
  };
  try {
    for await (const { piece, share } of source.pieces()) {
      while (sender.full && running.length > 0) if (!(await take())) return;
      const done = sender.send(piece);
      // What fails while others are waited for is told when its turn comes.
      done.catch(() => {});
      running.push({ done, share });
    }
    while (running.length > 0) if (!(await take())) return;
  } finally {
    await Promise.allSettled(running.map((r) => r.done));
  }
}
