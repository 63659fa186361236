import { parentPort, workerData } from "node:worker_threads";
import { Unsplittable } from "../../data/batch/csv-batches.ts";
import { PieceWork, type Task, type WorkSetup } from "./piece-work.ts";
import type { Answer, Weighing } from "./threads.ts";

/** A thread of a run in batches: takes a piece, computes it, hands the result back, and waits for the next. */

const work = new PieceWork(workerData as WorkSetup);
const port = parentPort!;

port.on("message", (task: Task | Weighing) => {
  if ("weigh" in task) {
    port.postMessage({ weight: work.weigh(task.weigh) } satisfies Answer);
    return;
  }
  let answer: Answer;
  try {
    answer = { done: work.do(task) };
  } catch (error) {
    if (!(error instanceof Unsplittable)) throw error;
    answer = { unsplittable: true };
  }
  const report = "done" in answer ? answer.done.report : null;
  const bytes = report === null ? [] : [...report.body, report.lengths];
  port.postMessage(
    answer,
    bytes.map((b) => b.buffer as ArrayBuffer),
  );
});
