import { statSync } from "node:fs";

/**
 * Files that are read more than once, or some at a time: what is read later must belong to what was read before. A file counts
 * as changed when it is another one, has another size, or was written to.
 */
export class SameFiles {
  readonly #before: ReadonlyMap<string, string>;

  constructor(paths: readonly string[]) {
    this.#before = new Map(paths.map((path) => [path, stateOf(path)]));
  }

  /** The first that is not as it was; null: all are. */
  changed(): string | null {
    for (const [path, before] of this.#before) if (stateOf(path) !== before) return path;
    return null;
  }
}

function stateOf(path: string): string {
  try {
    const status = statSync(path);
    // What no file is, a pipe for instance, is read once.
    return status.isFile() ? `${status.ino} ${status.size} ${status.mtimeMs}` : "";
  } catch {
    return "";
  }
}
