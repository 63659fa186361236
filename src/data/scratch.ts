import { mkdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { type Problem, problem } from "../diagnostics/problem.ts";
import { isDevice } from "./atomic-write.ts";
import { errorCode } from "./read-text.ts";

/**
 * A folder for what waits on disk while a file is made: beside that file, where there is room for it if there is room for
 * the file. What calls for it removes it.
 */
export class Scratch {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** @param path of the file that is made in the end @param holds what is in it, where there are several */
  static beside(path: string, holds = "parts"): Scratch | Problem {
    const folder = join(
      isDevice(path) ? tmpdir() : dirname(path),
      `.${basename(path)}.${process.pid}.${holds}`,
    );
    try {
      mkdirSync(folder);
      return new Scratch(folder);
    } catch (error) {
      return problem("BF4011", { path, reason: errorCode(error) }, { data: { file: path } });
    }
  }

  path(name: string): string {
    return join(this.#folder, name);
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
