import type { PieceSource } from "../../data/batch/piece-source.ts";
import type { BatchPasses } from "../../runtime/batch-passes.ts";
import { Packer } from "../../runtime/batch-transfer.ts";
import type { SharedCauses } from "../../runtime/shared-causes.ts";
import type { Done, Task } from "./piece-work.ts";
import type { Hand } from "./threads.ts";

/** Hands out pieces with what earlier passes gave their subjects. */
export class Sender {
  #hands: readonly Hand[] = [];
  /** By hand: how many causes of many subjects it knows. */
  #knows: number[] = [];
  readonly #causes: SharedCauses;
  readonly #packer: Packer;
  readonly #passes: BatchPasses;
  /** By piece: how many subjects and records of each kind came before it; known after the first round. */
  readonly #starts: (readonly number[])[] = [[]];
  readonly #kindOf: (pass: number) => number;
  #known = 0;
  #round: number | null = null;
  #sent = 0;

  /** @param kindOf the kind of subjects that a pass compares */
  constructor(passes: BatchPasses, causes: SharedCauses, kindOf: (pass: number) => number) {
    this.#passes = passes;
    this.#causes = causes;
    this.#packer = new Packer((cause) => causes.share(cause));
    this.#kindOf = kindOf;
  }

  /** Who gets pieces from here on; nobody has any now. */
  hire(hands: readonly Hand[]): void {
    this.#hands = hands;
    this.#knows = hands.map(() => 0);
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
    this.#packer.begin();
    const passed = [...this.#passes.passed].map(([pass, column]) => {
      const kind = this.#kindOf(pass);
      return [pass, this.#packer.part(column, start[kind] ?? 0, end[kind] ?? 0)] as const;
    });
    const shared = this.#causes.since(this.#knows[at]!);
    this.#knows[at] = this.#causes.size;
    return this.#hands[at]!.do({ piece, number, round: this.#round, passed, shared });
  }
}

/** Pieces that a thread has before it: one to compute, one to go on with. */
const QUEUE = 2;

export interface Visit {
  /** What became of each piece, in the order of the file. @returns false: enough */
  piece(done: Done, share: number): boolean;
  /** Whether no further piece is to go out before all have come back. */
  readonly pause: boolean;
  /** All have come back. @returns false: enough */
  paused(): Promise<boolean>;
}

/** Goes through the data once. */
export async function eachPiece(source: PieceSource, sender: Sender, visit: Visit): Promise<void> {
  const running: { readonly done: Promise<Done>; readonly share: number }[] = [];
  const take = async (): Promise<boolean> => {
    const { done, share } = running.shift()!;
    return visit.piece(await done, share);
  };
  try {
    for await (const { piece, share } of source.pieces()) {
      while ((sender.full || visit.pause) && running.length > 0) if (!(await take())) return;
      if (visit.pause && !(await visit.paused())) return;
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
