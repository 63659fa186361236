import { statSync } from "node:fs";

/** From this size on, a file is read in batches unasked. */
const LARGE = 32 * 1024 * 1024;

export function isLarge(path: string): boolean {
  return (statSync(path, { throwIfNoEntry: false })?.size ?? 0) >= LARGE;
}
