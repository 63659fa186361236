import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { Unsplittable } from "../../data/batch/csv-batches.ts";
import type { Piece } from "../../data/batch/piece-rows.ts";
import { type Done, PieceWork, type Task, type WorkSetup } from "./piece-work.ts";

/** Who computes pieces: threads, each with a heap of bounded size. */

export type Answer = { readonly done: Done } | { readonly unsplittable: true } | { readonly weight: number };

/** A piece of which it is asked how many bytes it takes to compute it. */
export interface Weighing {
  readonly weigh: Piece;
}

/** One that computes pieces, one after the other. */
export interface Hand {
  /** Pieces that it has not handed back yet. */
  readonly waiting: number;
  do(task: Task): Promise<Done>;
  /** Bytes of its heap that a piece takes while it is computed; null: it has no heap of its own. */
  weigh(task: Weighing): Promise<number> | null;
  /** Its memory is free again afterwards. */
  end(): Promise<unknown>;
}

/** Megabytes that a thread's heap may take: what lives on, and what was just made. */
export interface HeapLimits {
  readonly old: number;
  readonly young: number;
}

/** A thread came to the end of its heap. */
export class HeapExhausted extends Error {
  /** The piece that it was at. */
  readonly piece: number | null;

  constructor(piece: number | null) {
    super();
    this.piece = piece;
  }
}

/** Beside the program when it is built; run from its sources, there is one thread for all. */
const PROGRAM = fileURLToPath(new URL("./batch-worker.js", import.meta.url));

export function handsFor(setup: WorkSetup, threads: number, limits: HeapLimits): readonly Hand[] {
  if (!existsSync(PROGRAM)) return [new Here(setup)];
  return Array.from({ length: threads }, () => new Thread(setup, limits));
}

class Here implements Hand {
  readonly #work: PieceWork;
  waiting = 0;

  constructor(setup: WorkSetup) {
    this.#work = new PieceWork(setup);
  }

  async do(task: Task): Promise<Done> {
    this.waiting++;
    // Lets a Ctrl-C be heard.
    await new Promise((resolve) => setImmediate(resolve));
    this.waiting--;
    // As between threads, so that both ways are one.
    return this.#work.do(structuredClone(task));
  }

  weigh(): null {
    return null;
  }

  async end(): Promise<void> {}
}

interface Waiting {
  /** null: a sample is weighed. */
  readonly number: number | null;
  resolve(answer: Done | number): void;
  reject(error: unknown): void;
}

class Thread implements Hand {
  readonly #worker: Worker;
  readonly #waiting: Waiting[] = [];
  #failed: Error | null = null;

  constructor(setup: WorkSetup, { old, young }: HeapLimits) {
    this.#worker = new Worker(PROGRAM, {
      workerData: setup,
      resourceLimits: { maxOldGenerationSizeMb: old, maxYoungGenerationSizeMb: young },
    });
    this.#worker.on("message", (answer: Answer) => {
      const next = this.#waiting.shift();
      if ("done" in answer) next?.resolve(answer.done);
      else if ("weight" in answer) next?.resolve(answer.weight);
      else next?.reject(new Unsplittable());
    });
    this.#worker.on("error", (error: Error & { readonly code?: string }) => {
      this.#failed =
        error.code === "ERR_WORKER_OUT_OF_MEMORY"
          ? new HeapExhausted(this.#waiting[0]?.number ?? null)
          : error;
      for (const one of this.#waiting.splice(0)) one.reject(this.#failed);
    });
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  do(task: Task): Promise<Done> {
    return this.#ask(task, task.number, task.piece) as Promise<Done>;
  }

  weigh(task: Weighing): Promise<number> {
    return this.#ask(task, null, task.weigh) as Promise<number>;
  }

  #ask(message: Task | Weighing, number: number | null, { rows }: Piece): Promise<Done | number> {
    if (this.#failed !== null) return Promise.reject(this.#failed);
    // A large group would be there twice.
    const given = rows instanceof Uint8Array ? [rows.buffer as ArrayBuffer] : [];
    return new Promise((resolve, reject) => {
      this.#waiting.push({ number, resolve, reject });
      this.#worker.postMessage(message, given);
    });
  }

  end(): Promise<unknown> {
    return this.#worker.terminate();
  }
}
