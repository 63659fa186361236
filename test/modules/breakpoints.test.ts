import {
  allGeneratedPositionsFor,
  LEAST_UPPER_BOUND,
  originalPositionFor,
  TraceMap,
} from "@jridgewell/trace-mapping";
import { afterAll, describe, expect, it } from "vitest";
import { ROWS, rowsLine } from "./rows.ts";
import { workshop } from "./workshop.ts";

/** Breakpoints through the debugger's own protocol, set as debuggers set them: by where the map says a line went. */

const shop = workshop();
afterAll(() => shop.remove());

interface Stop {
  readonly line: number;
  readonly column: number;
}

/**
 * The debugged thread is the main one, for a thread cannot debug itself. The worker asks for the breakpoints, lets
 * the main thread go on, and writes down where it stops.
 */
const DEBUGGER = `
import { Session } from "node:inspector";
import { writeSync } from "node:fs";
import { workerData } from "node:worker_threads";
const { url, breakpoints, ready } = workerData;
// What the session waits for does not keep the thread alive.
setInterval(() => {}, 1000);
const session = new Session();
session.connectToMainThread();
const post = (method, params) =>
  new Promise((done, fail) => session.post(method, params, (error, result) => (error ? fail(error) : done(result))));
session.on("Debugger.paused", ({ params: { callFrames, hitBreakpoints } }) => {
  const { lineNumber, columnNumber } = callFrames[0].location;
  if (hitBreakpoints.length > 0) writeSync(1, JSON.stringify({ line: lineNumber + 1, column: columnNumber }) + "\\n");
  post("Debugger.resume");
});
await post("Debugger.enable");
for (const { line, column } of breakpoints)
  await post("Debugger.setBreakpointByUrl", { url, lineNumber: line - 1, columnNumber: column });
Atomics.store(new Int32Array(ready), 0, 1);
Atomics.notify(new Int32Array(ready), 0);
`;

/** What is evaluated, and where it stops on the way. */
function stops(breakpoints: readonly Stop[], evaluate: string): Stop[] {
  shop.write("debugger.js", DEBUGGER);
  const said = shop.run(`
import { Worker } from "node:worker_threads";
const ready = new SharedArrayBuffer(4);
const url = new URL("./rows.js", import.meta.url).href;
const worker = new Worker(new URL("./debugger.js", import.meta.url), {
  workerData: { url, breakpoints: ${JSON.stringify(breakpoints)}, ready },
});
worker.on("error", (error) => { console.error(error); process.exit(1); });
// Not Atomics.wait: the main thread has to answer the debugger.
while (Atomics.load(new Int32Array(ready), 0) === 0) await new Promise((go) => setTimeout(go, 5));
const { default: measure } = await import(url);
${evaluate}
await worker.terminate();
`);
  return said
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Stop);
}

const EVALUATE_ALL = `measure.evaluateAll({ 村: [
  { 编号: "A", 得分: 85, 平时: "好", 造假: false },
  { 编号: "B", 得分: 85, 平时: "好", 造假: false },
] }, { year: 2026 });`;

describe("a breakpoint on a line of the measure", () => {
  const { map } = shop.module("rows", ROWS);
  const trace = new TraceMap(map as ConstructorParameters<typeof TraceMap>[0]);

  /** Every line at which it stops when there is a breakpoint on this one. */
  const stoppedAt = (words: string, evaluate: string): number[] => {
    const line = rowsLine(words);
    const column = ROWS.split("\n")[line - 1]!.search(/\S/);
    const places = allGeneratedPositionsFor(trace, {
      source: "rows.banfa",
      line,
      column,
      bias: LEAST_UPPER_BOUND,
    });
    const breakpoints = places.flatMap((p) => (p.line === null ? [] : [{ line: p.line, column: p.column }]));
    expect(breakpoints, words).not.toEqual([]);
    return stops(breakpoints, evaluate).map((stop) => originalPositionFor(trace, stop).line ?? 0);
  };

  it.each([
    ["a declaration", "得分: 0至100分"],
    ["a choice by cases", "3. 其他情形 得 1"],
    ["a row of bands", "80分以上不满90分 得 8分"],
    ["a row of a table", "| 好、较好 |"],
    ["a definition", "总分 ="],
    ["an item of a list", "2. 平时 为 差"],
  ])("stops there: %s", (_, words) => {
    const found = stoppedAt(words, EVALUATE_ALL);
    expect(new Set(found)).toEqual(new Set([rowsLine(words)]));
    // One for each of the two subjects.
    expect(found.length).toBeGreaterThanOrEqual(2);
  });

  it("does not stop at a row that nobody is in", () => {
    expect(stoppedAt("90分以上 得 10分", EVALUATE_ALL)).toEqual([]);
    expect(stoppedAt("其余 得 0分", EVALUATE_ALL)).toEqual([]);
  });

  it("stops at the places of a ranking", () => {
    expect(new Set(stoppedAt("后 3 名", EVALUATE_ALL))).toEqual(new Set([rowsLine("后 3 名")]));
  });

  it("stops for a single subject, whose place among others is open", () => {
    const one = `measure.evaluate({ 编号: "A", 得分: 95, 平时: "好", 造假: false }, { year: 2026 });`;
    for (const words of ["总分 =", "依 得分 评定 基础分"])
      expect(new Set(stoppedAt(words, one))).toEqual(new Set([rowsLine(words)]));
  });
});
