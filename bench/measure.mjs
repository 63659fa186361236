/** Turns, medians and tables. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc");

/** Milliseconds of one call. */
export async function timed(work) {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** A turn lasts about so long: of one call alone, what it costs to collect its garbage is a matter of luck. */
const TURN_MS = 200;

/**
 * Nanoseconds a row of each contender, `{ name, rows, run }`: two rounds to warm up, then `rounds` in turns. In a turn
 * the contender runs again and again, up to ten times, until {@link TURN_MS} have passed; the heap is collected before, so
 * that each pays for the garbage that it makes itself and for nobody else's.
 * @returns by name, the median and the fastest
 */
export async function inTurns(contenders, rounds) {
  const times = new Map(contenders.map((c) => [c.name, []]));
  for (let round = -2; round < rounds; round++)
    for (const c of contenders) {
      let calls = 0;
      collectGarbage();
      const ms = await timed(async () => {
        const from = performance.now();
        do await c.run();
        while (++calls < 10 && performance.now() - from < TURN_MS);
      });
      if (round >= 0) times.get(c.name).push((ms * 1e6) / (calls * c.rows));
    }
  return contenders.map((c) => ({
    name: c.name,
    rows: c.rows,
    ns: median(times.get(c.name)),
    fastest: Math.min(...times.get(c.name)),
  }));
}

/** Prints lines of a table with aligned columns. */
export function table(title, header, lines) {
  const all = [header, ...lines.map((line) => line.map(String))];
  const widths = header.map((_, i) => Math.max(...all.map((line) => line[i].length)));
  console.log(`\n${title}`);
  for (const line of all)
    console.log(
      line.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join("  "),
    );
}

export const fixed = (n) => (n >= 100 ? n.toFixed(0) : n >= 10 ? n.toFixed(1) : n.toFixed(2));
