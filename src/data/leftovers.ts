import { readdirSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { isDevice } from "./atomic-write.ts";

/**
 * What a run that was killed left beside the file that it was to make: temporary files and folders bear its number. Long since
 * untouched they are removed; others may belong to a program on another machine that writes to the same folder.
 * @returns those that stay
 */
export function clearLeftovers(path: string): readonly string[] {
  if (isDevice(path)) return [];
  const folder = dirname(path);
  const begin = `.${basename(path)}.`;
  const stay: string[] = [];
  for (const name of namesIn(folder)) {
    const number = name.startsWith(begin)
      ? /^(\d{1,10})\.(?:tmp|parts|rows)$/.exec(name.slice(begin.length))
      : null;
    if (number === null || isAlive(Number(number[1]))) continue;
    const left = join(folder, name);
    if (Date.now() - touched(left) < UNTOUCHED) stay.push(left);
    else rmSync(left, { recursive: true, force: true });
  }
  return stay;
}

/** Milliseconds. */
const UNTOUCHED = 60 * 60 * 1000;

/** When something in it was last written. */
function touched(path: string): number {
  const status = statSync(path, { throwIfNoEntry: false });
  if (status === undefined) return 0;
  const inside = status.isDirectory() ? namesIn(path).map((name) => touched(join(path, name))) : [];
  return Math.max(status.mtimeMs, ...inside);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Whether a program with this number runs on this machine. */
function isAlive(number: number): boolean {
  try {
    process.kill(number, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}
