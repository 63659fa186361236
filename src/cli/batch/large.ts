import { statSync } from "node:fs";

/** From this size on, a file is read in batches unasked: some fifty thousand subjects, with which all at once take a gigabyte. */
const LARGE = 4 * 1024 * 1024;
/** Parquet is packed. */
const LARGE_PARQUET = LARGE / 8;

export function isLarge(path: string): boolean {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  return size >= (/\.parquet$/i.test(path) ? LARGE_PARQUET : LARGE);
}
